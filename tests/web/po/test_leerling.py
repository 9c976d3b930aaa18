"""Can somebody type in a pupil on a page, with every mistake said in a sentence and nothing lost?"""

from __future__ import annotations

import pytest

TESS = {
    "voornamen": "Tess Maria", "voorvoegsel": "van", "achternaam": "Dongen", "geboortedatum": "3-2-2015",
    "geslacht": "vrouw", "soort": "bsn", "nummer": "9999 93 653", "groep": "8A", "ingeschreven_op": "26-8-2019",
    "adresgeheim": "nee", "gezag": "ouders",
    "ouder1-relatie": "2", "ouder1-roepnaam": "Lena", "ouder1-achternaam": "Dongen", "ouder1-gezag": "ja",
    "ouder1-mail": "lena@ouders.example", "ouder2-relatie": "1",
}  # fmt: skip


@pytest.fixture
def els(klas, ingelogd):
    return ingelogd(klas.bas_po)


def test_a_pupil_is_typed_in_and_mended(els, klas, ingelogd):
    from overstap.domain.dossiers.models import Dossier

    assert els.get("/po/leerlingen/nieuw/").status_code == 200
    antwoord = els.post("/po/leerlingen/nieuw/", TESS)
    assert antwoord.status_code == 303
    gegevens = f"{antwoord['Location']}gegevens/"
    dossier = els.get(antwoord["Location"]).content.decode()
    assert "Tess van Dongen" in dossier
    assert "653" in dossier
    assert "999993653" not in dossier
    pagina = els.get(gegevens).content.decode()
    assert 'value="Dongen"' in pagina
    assert "999993653" not in pagina
    assert gegevens in dossier
    beter = {**TESS, "achternaam": "Dungen", "soort": "zelfde", "nummer": ""}
    assert els.post(gegevens, beter).status_code == 303
    assert "Tess van Dungen" in els.get(antwoord["Location"]).content.decode()
    assert Dossier.objects.count() == 1
    # No LAS gives the diagnosis of this pupil, so it is asked here.
    sectie = f"{antwoord['Location']}onderdelen/ondersteuning_gekregen/"
    assert "diagnoses:erbij" in ingelogd(klas.als_joris).get(sectie).content.decode()


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"nummer": "999993654"}, "Dit is geen BSN"),
        ({"nummer": ""}, "nog geen nummer"),
        ({"soort": "geen"}, "U vulde een nummer in"),
        ({"geboortedatum": "31-2-2015"}, "Dit is geen dag"),
        ({"geboortedatum": "3-2-2025"}, "kan geen leerling van groep 8 zijn"),
        ({"achternaam": ""}, "Vul de achternaam in"),
        ({"straat": "Dorpsweide"}, "Vul het hele adres in"),
        ({"gezag": "instelling"}, "Vul de naam van de instelling in"),
        ({"ouder1-gezag": ""}, "Kies of deze ouder gezag heeft"),
        ({"ouder1-roepnaam": "", "ouder1-achternaam": "", "ouder1-mail": ""}, "minstens één ouder"),
        ({"groep": "5B"}, "u vulde 5B in"),
    ],
)
def test_a_mistake_is_said_and_nothing_is_lost(els, anders, zin):
    antwoord = els.post("/po/leerlingen/nieuw/", {**TESS, **anders})
    tekst = antwoord.content.decode()
    assert antwoord.status_code == 422
    assert zin in tekst
    assert 'value="Tess Maria"' in tekst
    assert "<title>Fout:" in tekst


def test_a_double_is_a_question_and_a_known_number_a_link(els):
    adres = els.post("/po/leerlingen/nieuw/", TESS)["Location"]
    bekend = els.post("/po/leerlingen/nieuw/", TESS)
    zonder = {**TESS, "soort": "geen", "nummer": ""}
    lijkt = els.post("/po/leerlingen/nieuw/", zonder)
    for antwoord in (bekend, lijkt):
        assert antwoord.status_code == 422
        assert adres in antwoord.content.decode()
    assert "Is dit dezelfde leerling?" in lijkt.content.decode()
    assert els.post("/po/leerlingen/nieuw/", {**zonder, "ander": "ja"}).status_code == 303


def test_only_who_imports_may_type_a_pupil_in(klas, ingelogd):
    assert ingelogd(klas.als_marije).get("/po/leerlingen/nieuw/").status_code == 403
