"""Can one pupil go the whole way, from the OSO file of the basisschool to the OSO file of the vo school?"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e import basisschool, ouder, verhaal
from tests.e2e.bezoeker import Bezoekers
from tests.browser import TELEFOON
from tests.e2e.product import Product

pytestmark = pytest.mark.browser
EIGEN = ("schoolloopbaan", "verzuim", "leerresultaten", "gedrag", "schooladvies")
VAN_IB = ("ondersteuning_gekregen", "ondersteuning_nodig")


def test_the_whole_journey(product: Product, bezoekers: Bezoekers, tmp_path: Path) -> None:
    product.command("demo", "bestanden", str(tmp_path / "las"))
    uit_las = tmp_path / "las" / "overstapdossier-2.xml"

    els = bezoekers.medewerker("Els Wiersma")
    basisschool.importeer(els, uit_las)
    dossier = els.page.url.removeprefix(product.adres)

    marije = bezoekers.medewerker("Marije Vonk")
    marije.leest(verhaal.ROEPNAAM, "Vul verder in", "dagen tot")
    marije.klik(verhaal.NAAM)
    basisschool.vul_in(marije, dossier, EIGEN)
    basisschool.vul_in(bezoekers.medewerker("Samira El Idrissi"), dossier, VAN_IB)
    basisschool.adviseer(marije, dossier)
    basisschool.beslis_bijlagen(marije, dossier)
    marije.ga("/po/")
    marije.beeld("werkvoorraad")
    marije.klik(verhaal.NAAM)
    marije.beeld("dossier")
    code = basisschool.nodig_uit(marije, dossier, verhaal.MOEDER)
    basisschool.geef_op_papier(marije, dossier, verhaal.VADER)

    moeder = bezoekers.nieuw("moeder", TELEFOON)
    ouder.open_rapport(moeder, code)
    ouder.lees(moeder)
    ouder.reageer(moeder)

    anton = bezoekers.medewerker("Anton Brouwers")
    basisschool.blokkeert(anton, dossier, "punten te doen", "correctie")
    basisschool.beantwoord_correctie(marije, dossier)
    basisschool.blokkeert(anton, dossier, "1 punt te doen")
    basisschool.leg_handtekening_vast(marije, dossier, verhaal.VADER)
    basisschool.maak_definitief(anton, dossier)
    basisschool.verstuur(els, dossier)
