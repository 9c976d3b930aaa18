"""Does anything of one parent ever show to the other? Name, address, telephone, mail, reading, signing, words."""

from __future__ import annotations

import html
from types import SimpleNamespace

import pytest

from tests.web.ouders.gezin import Ouder, stuur_naar_vo

PAGINAS = (
    "rapport/",
    "rapport/wie-keek/",
    "rapport/fout/",
    "rapport/mening/",
    "rapport/kopie/",
    "rapport/fout/verstuurd/",
)
WOORDEN = "Alleen {naam} schreef dit."


def alles_van(ouder: Ouder) -> str:
    client = ouder.binnen()
    return html.unescape("".join(client.get(f"/ouders/{adres}").content.decode() for adres in PAGINAS))


def leef(ouder: Ouder) -> None:
    """Let this parent do everything that can be done."""
    import re

    client = ouder.binnen()
    versie = re.search(r'name="versie" value="([^"]+)"', client.get("/ouders/rapport/").content.decode())
    assert versie
    client.post("/ouders/rapport/tekenen/", {"versie": versie.group(1), "akkoord": "nee"})
    for route in ("fout", "mening"):
        client.post(f"/ouders/rapport/{route}/", {"tekst": WOORDEN.format(naam=ouder.naam), "stap": "verstuur"})


@pytest.mark.parametrize(("ik", "ander"), [("samira", "karim"), ("karim", "samira")])
@pytest.mark.parametrize("verstuurd", [False, True], ids=["ter inzage", "bij het vo"])
def test_nothing_of_the_other_parent_shows_anywhere(
    gezin: SimpleNamespace, ik: str, ander: str, *, verstuurd: bool
) -> None:
    ouder, andere = getattr(gezin, ik), getattr(gezin, ander)
    leef(andere)
    if verstuurd:
        _beantwoord(gezin)
        stuur_naar_vo(gezin)
    tekst = alles_van(ouder)
    voornaam = andere.naam.split()[0]
    for geheim in (
        voornaam,
        andere.straat,
        andere.telefoon,
        f"{voornaam.lower()}@",
        str(andere.ouder_id),
    ):
        assert geheim not in tekst, geheim
    for woord in ("tekende voor gezien", "meldde een fout", "gaf een mening"):
        assert woord not in tekst, woord
    assert ouder.straat in tekst
    assert ouder.telefoon in tekst
    assert tekst.count("U bekeek het rapport") == 1


def test_the_own_acts_do_show(gezin: SimpleNamespace) -> None:
    leef(gezin.samira)
    tekst = alles_van(gezin.samira)
    for eigen in (
        "Alleen Samira Haddou schreef dit.",
        "U tekende voor gezien",
        "U meldde een fout",
        "U gaf een mening",
    ):
        assert eigen in tekst


def test_the_pdf_for_parents_names_no_carer_at_all(gezin: SimpleNamespace) -> None:
    from overstap.domain.dossiers.queries import dossier_for, slot_for
    from overstap.domain.rapporten.catalogue import Publiek
    from overstap.domain.rapporten.queries import bevroren_for, laatste_versie_for
    from overstap.foundation.rls import als
    from overstap.jobs.document import rapport

    with als(gezin.wereld.directeur) as by:
        dossier = dossier_for(by, gezin.dossier_id)
        versie = laatste_versie_for(by, dossier)
        bevroren = bevroren_for(by, versie, slot_for(by, dossier))
        document = repr(rapport(bevroren, versie, dossier, Publiek.OUDERS, "rapport"))
        voor_vo = repr(rapport(bevroren, versie, dossier, Publiek.VO, "rapport"))
    for ouder in (gezin.samira, gezin.karim):
        assert ouder.straat not in document
        assert ouder.telefoon not in document
        assert ouder.straat in voor_vo


def _beantwoord(gezin: SimpleNamespace) -> None:
    from overstap.domain.dossiers.queries import dossier_for, slot_for
    from overstap.domain.inzages.actions import beantwoord_correctie
    from overstap.domain.inzages.enums import Correctiebesluit
    from overstap.domain.inzages.queries import correcties_for
    from overstap.foundation.rls import als
    from tests.web.po.klas import NU

    with als(gezin.wereld.directeur) as by:
        dossier = dossier_for(by, gezin.dossier_id)
        for verzoek in correcties_for(by, dossier, slot_for(by, dossier)):
            beantwoord_correctie(
                dossier_id=dossier.id, verzoek_id=verzoek.id, besluit=Correctiebesluit.GECORRIGEERD,
                uitleg="", by=by, at=NU,
            )  # fmt: skip


@pytest.mark.parametrize("genoemd", [True, False])
def test_a_parent_who_lost_the_gezag_reads_the_next_version_as_one_who_never_had_it(
    gezin: SimpleNamespace, *, genoemd: bool
) -> None:
    from overstap.domain.dossiers.queries import dossier_for
    from overstap.domain.importen.queries import geschreven_bij
    from overstap.domain.inzages.actions import bied_nieuwe_versie_aan
    from overstap.domain.rapporten.actions import ververs_uit_las
    from overstap.foundation.rls import als
    from tests.web.po.klas import NU

    karim = gezin.karim.binnen()
    assert karim.get("/ouders/rapport/mening/").status_code == 200
    with als(gezin.wereld.administratie) as by:
        dossier = dossier_for(by, gezin.dossier_id, vergrendel=True)
        inhoud = geschreven_bij(by, dossier)
        samira, hij = inhoud["verzorgers"]
        zonder = ({**hij, "wettigevertegenwoordiger": False},) if genoemd else ()
        anders = inhoud.met({"verzorgers": (samira, *zonder), "adressen": samira["adressen"]})
        ververs_uit_las(dossier=dossier, inhoud=anders, by=by, at=NU)
    assert karim.get("/ouders/rapport/mening/").status_code == 200
    with als(gezin.wereld.directeur) as by:
        bied_nieuwe_versie_aan(dossier_id=gezin.dossier_id, by=by, at=NU)
    rapport = karim.get("/ouders/rapport/")
    assert rapport.status_code == 200
    assert gezin.samira.straat not in rapport.content.decode()
    dicht = ("mening/", "kopie/", "verschil/", "aanvullingen/", "wie-keek/", f"bijlagen/{gezin.bijlagen[0]}/")
    assert {karim.get(f"/ouders/rapport/{adres}").status_code for adres in dicht} == {404}
    assert gezin.samira.binnen().get("/ouders/rapport/mening/").status_code == 200
