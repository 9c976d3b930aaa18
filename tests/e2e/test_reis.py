"""Can one pupil go the whole way, from the OSO file of the basisschool to the OSO file of the vo school?

Every step is done through pages, as the person whose step it is; nothing happens in between. What was left behind is
searched afterwards. `README_BEELDEN=docs/beelden ./dev e2e tests/e2e/test_reis.py` makes the pictures of the README.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from tests.browser import TELEFOON
from tests.e2e import basisschool, middelbare_school, naderhand, ouder, verhaal
from tests.e2e.bezoeker import Bezoekers
from tests.e2e.product import Product

pytestmark = pytest.mark.browser
VAN_LEERKRACHT = ("schoolloopbaan", "verzuim", "leerresultaten", "gedrag", "schooladvies")
VAN_IB = ("ondersteuning_gekregen", "ondersteuning_nodig")


def test_the_whole_journey(product: Product, bezoekers: Bezoekers, tmp_path: Path, subtests: pytest.Subtests) -> None:
    product.command("demo", "bestanden", str(tmp_path / "las"))
    uit_las = tmp_path / "las" / "overstapdossier-2.xml"
    las = naderhand.gelezen(uit_las.read_bytes())
    heet_moeder, heet_vader = (f"{rij['roepnaam']} {rij['achternaam']}" for rij in las.inhoud["verzorgers"])

    # 1. The administration takes the file over.
    els = bezoekers.medewerker("Els Wiersma")
    basisschool.importeer(els, uit_las)
    dossier = els.page.url.removeprefix(product.adres)

    # 2, 3, 4. The teacher and the intern begeleider fill it in.
    marije = bezoekers.medewerker("Marije Vonk")
    marije.leest(verhaal.ROEPNAAM, "Vul verder in", "dagen tot")
    marije.klik(verhaal.NAAM)
    marije.beeld("dossier")
    basisschool.vul_in(marije, dossier, VAN_LEERKRACHT)
    basisschool.vul_in(bezoekers.medewerker("Samira El Idrissi"), dossier, VAN_IB)
    basisschool.adviseer(marije, dossier)
    basisschool.beslis_bijlagen(marije, dossier)

    # 5. One parent reads on a phone, the other on paper.
    code = basisschool.nodig_uit(marije, dossier, heet_moeder)
    basisschool.geef_op_papier(marije, dossier, heet_vader)
    marije.ga("/po/")
    moeder = bezoekers.nieuw("moeder", TELEFOON)
    ouder.open_rapport(moeder, code)
    bijlage, kopie = ouder.lees(moeder)
    naderhand.controleer_schoongemaakt(las, bijlage)
    assert kopie.startswith(b"%PDF-")
    ouder.reageer(moeder)

    # 6. Definitief, when nothing of the law stands in the way.
    anton = bezoekers.medewerker("Anton Brouwers")
    basisschool.blokkeert(anton, dossier, "2 punten te doen", "correctie")
    basisschool.beantwoord_correctie(marije, dossier)
    basisschool.blokkeert(anton, dossier, "1 punt te doen")
    basisschool.leg_handtekening_vast(marije, dossier, heet_vader)
    vingerafdruk = basisschool.maak_definitief(anton, dossier)

    # 7, 8. Sent and read.
    basisschool.verstuur(els, dossier)
    bas = bezoekers.medewerker("Bas Verhoef")
    pad = middelbare_school.lees(bas)
    okr, bijlage_vo, xml = middelbare_school.haal_op(bezoekers.medewerker("Rik Zandstra"), pad)
    assert bijlage_vo == bijlage
    basisschool.ziet_opgehaald_en_gelezen(els, dossier)
    basisschool.leest_logboek(anton, dossier)
    middelbare_school.vraag(bas, pad)
    basisschool.beantwoord_vraag(marije, dossier)
    middelbare_school.besluit(bas, pad)
    marije.ga(f"{dossier}aanmeldstatus/")
    marije.leest("Toelaatbaar")

    # 9. The parent sees who looked, and what the vo school decided.
    moeder.ga("/ouders/rapport/")
    moeder.leest("Uw kind kan naar deze school")
    ouder.ziet_wie_keek(moeder, heet_vader)

    # Each kind of page was held against axe; there are many, so that check was not idle.
    assert len(bezoekers.keuring.bladzijden) >= 40, bezoekers.keuring.bladzijden
    verzonden = naderhand.gelezen(xml)
    tekst = naderhand.tekst_van(okr)
    with subtests.test("the OSO file keeps our rules for po to vo"):
        assert verzonden.fouten == ()
    with subtests.test("the fingerprint stands in the report"):
        assert vingerafdruk in tekst.replace(" ", "")
    with subtests.test("inzage means offered provably"):
        naderhand.controleer_inzage(verzonden)
    with subtests.test("what was released went along, and nothing else"):
        naderhand.controleer_bijlagen(las, verzonden, okr, xml, bijlage)
    with subtests.test("nothing lawful is lost"):
        naderhand.controleer_niets_verloren(las, verzonden, tekst)
    with subtests.test("the same file can be uploaded again"):
        (tmp_path / "terug.xml").write_bytes(xml)
        basisschool.ziet_voorbeeld_van_terug(els, tmp_path / "terug.xml")
    with subtests.test("no known text stands anywhere in the clear"):
        naderhand.controleer_geen_lek(product, naderhand.geheimen(las, xml, okr, bijlage, code))
    with subtests.test("the OSO file is valid"):
        if not naderhand.XSD.exists():
            pytest.skip("het officiële schema is er niet; zet OVERSTAP_OSO_MAP")
        etree.XMLSchema(etree.parse(naderhand.XSD)).assertValid(etree.fromstring(xml))
