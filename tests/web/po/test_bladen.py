"""Does a pile of profielbladen find its pupils only because a person says so, and is what is unsure asked?"""

from __future__ import annotations

import io
import re
import zipfile
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.web.po.klas import NU, gelezen, neem_over
from tests.web.po.test_bijlagen import rijen

PDF = b"%PDF-1.7 profiel"
ADRES = "/po/profielbladen/"


@pytest.fixture
def noor(klas):
    """Noor Haddou and Ilias El Amrani; Noor's brother shares her surname."""
    neem_over(klas, gelezen(1, "Sami", "Haddou"))
    neem_over(klas, gelezen(2, "Ilias", "El Amrani"))
    return neem_over(klas, gelezen(0, "Noor", "Haddou"))


def stuur(client, *bestanden):
    return client.post(ADRES, {"bestanden": [SimpleUploadedFile(naam, inhoud) for naam, inhoud in bestanden]})


def gezipt(**leden):
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as zip_:
        for naam, inhoud in leden.items():
            zip_.writestr(naam, inhoud)
    return uit.getvalue()


def bladen(klas):
    from overstap.domain.bijlagen.queries import bladen_for
    from overstap.foundation.rls import als

    with als(klas.directeur) as by:
        return {blad.bestandsnaam: blad.rij for blad in bladen_for(by, NU)}


def test_a_name_only_proposes_and_a_person_confirms(klas, ingelogd, noor):
    client = ingelogd(klas.als_marije)
    assert stuur(client, ("Profiel Noor Haddou M8.pdf", PDF), ("haddou.pdf", PDF)).status_code == 303
    assert rijen(klas, noor) == {}
    html = client.get(ADRES).content.decode()
    # A name alone is asked about, and chosen by nobody but a person.
    assert "Is dit van Noor Haddou?" in html
    assert " checked" not in html
    assert "Wij vonden geen leerling" in html
    wacht = bladen(klas)
    assert wacht["Profiel Noor Haddou M8.pdf"].voorstel_id == noor
    assert wacht["haddou.pdf"].voorstel_id is None
    blad = wacht["Profiel Noor Haddou M8.pdf"]
    antwoord = client.post(f"{ADRES}koppelen/", {f"blad-{blad.id}": str(noor), f"blad-{wacht['haddou.pdf'].id}": ""})
    assert antwoord.status_code == 303
    [rij] = rijen(klas, noor).values()
    assert (rij.soort, rij.herkomst, rij.vrijgegeven) == ("lvs_profiel", "school", True)
    html = client.get(ADRES).content.decode()
    assert "1 profielblad is toegevoegd." in html
    assert re.search(r"Profiel Noor Haddou M8\.pdf.*Noor Haddou.*Toegevoegd", html, re.DOTALL)
    assert "haddou.pdf" in html
    # A second press on the same button does nothing more.
    client.post(f"{ADRES}koppelen/", {f"blad-{blad.id}": str(noor)})
    assert len(rijen(klas, noor)) == 1


def profielblad(*regels):
    """A PDF whose first page says this, in the letters that every reader has."""
    import pikepdf

    uit = io.BytesIO()
    with pikepdf.new() as pdf:
        letter = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
        bladzijde = pdf.add_blank_page()
        bladzijde.obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=letter))
        tekst = " ".join(f"({regel}) Tj T*" for regel in regels)
        bladzijde.obj.Contents = pdf.make_stream(f"BT /F1 12 Tf {tekst} ET".encode("cp1252"))
        pdf.save(uit, static_id=True)
    return uit.getvalue()


def test_the_leerlingid_the_number_and_the_birth_date_find_a_pupil_and_a_name_alone_never(klas, ingelogd, noor):
    from overstap.foundation.queue import opvangen
    from overstap.jobs.taak import voer_uit

    mila = neem_over(klas, gelezen(3, "Mila", "Haddou", leerlingid="LL-2041"))
    client = ingelogd(klas.als_marije)
    gevraagd = []
    with opvangen(lambda naam, ids: gevraagd.append((naam, ids))):
        stuur(
            client,
            ("toets_LL-2041.pdf", PDF),
            ("scan1.pdf", profielblad("Profiel", "BSN 9999 90 019")),
            ("scan2.pdf", profielblad("Noor Haddou", "geboren 1 april 2015, afgenomen 20-01-2026")),
            ("scan3.pdf", profielblad("Noor Haddou", "afgenomen 20-01-2026")),
            ("Mila Haddou.pdf", profielblad("Leerling 999990019")),
        )
    for naam, ids in gevraagd:
        assert naam == "blad.zoeken"
        voer_uit(naam, ids["organisatie_id"], {"blad_id": ids["blad_id"]}, NU)
    gevonden = {naam: (rij.voorstel_id, rij.grond) for naam, rij in bladen(klas).items()}
    assert gevonden == {
        "toets_LL-2041.pdf": (mila, "leerlingid"),
        "scan1.pdf": (noor, "tekst"),
        "scan2.pdf": (noor, "geboorte"),
        "scan3.pdf": (None, "geen"),
        # The name of the file says one pupil and the page another: a person chooses.
        "Mila Haddou.pdf": (None, "meer"),
    }
    html = client.get(ADRES).content.decode()
    assert html.count(" checked") == 3
    assert "Gevonden (3)" in html
    wacht = bladen(klas)
    client.post(
        f"{ADRES}koppelen/",
        {f"blad-{wacht['scan1.pdf'].id}": "ander", f"ander-{wacht['scan1.pdf'].id}": str(mila)},
    )
    assert bladen(klas)["scan1.pdf"].gekozen_id == mila


def test_a_zip_is_unpacked_and_one_broken_file_fails_alone(klas, ingelogd, noor):
    leden = {
        "map/Ilias El Amrani.pdf": PDF,
        "kwaad.exe": b"MZ",
        "__MACOSX/x": b"x",
        "nog.zip": gezipt(**{"a.pdf": PDF}),
    }
    antwoord = stuur(ingelogd(klas.als_marije), ("alles.zip", gezipt(**leden)))
    assert antwoord.status_code == 303
    assert set(bladen(klas)) == {"Ilias El Amrani.pdf"}


@pytest.mark.parametrize(
    ("bestanden", "zin"),
    [
        ([], "Kies eerst de bestanden"),
        ([("a.exe", b"MZ")], "mogen niet mee"),
        ([("a.zip", b"PK\x03\x04 kapot")], "beschadigd"),
        ([(f"{nummer}.pdf", PDF) for nummer in range(300)], "U koos 300 bestanden. Er kunnen er hoogstens 100"),
    ],
    ids=["none", "wrong kind", "broken", "300"],
)
def test_what_is_wrong_with_a_pile_is_said(klas, ingelogd, noor, bestanden, zin):
    antwoord = stuur(ingelogd(klas.als_marije), *bestanden)
    assert antwoord.status_code == 422
    assert zin in antwoord.content.decode()
    assert bladen(klas) == {}


def test_somebody_elses_pupil_cannot_be_chosen(klas, ingelogd, noor):
    from uuid import uuid4

    client = ingelogd(klas.als_marije)
    stuur(client, ("Noor Haddou.pdf", PDF))
    blad = bladen(klas)["Noor Haddou.pdf"]
    client.post(f"{ADRES}koppelen/", {f"blad-{blad.id}": str(uuid4())})
    client.post(f"{ADRES}koppelen/", {f"blad-{blad.id}": "geen nummer"})
    assert bladen(klas)["Noor Haddou.pdf"].stand == "wacht"


def test_thrown_away_and_expired_sheets_are_gone(klas, ingelogd, noor, django_capture_on_commit_callbacks):
    from overstap.foundation import opslag
    from overstap.foundation.sleutels.kast import SleutelVernietigd, Slot
    from overstap.jobs.bijlagen import ruim_losse_bladen_op

    client = ingelogd(klas.als_marije)
    stuur(client, ("Noor Haddou.pdf", PDF), ("Ilias.pdf", PDF))
    weg, blijft = bladen(klas)["Noor Haddou.pdf"], bladen(klas)["Ilias.pdf"]
    with django_capture_on_commit_callbacks(execute=True):
        client.post(f"{ADRES}koppelen/", {f"blad-{weg.id}": "weg"})
    with pytest.raises(opslag.NietBewaard):
        opslag.lees(weg.bestand_id)
    assert ruim_losse_bladen_op(NU + timedelta(hours=23)) == 0
    with django_capture_on_commit_callbacks(execute=True):
        assert ruim_losse_bladen_op(NU + timedelta(hours=25)) == 2
    with pytest.raises(opslag.NietBewaard):
        opslag.lees(blijft.bestand_id)
    with pytest.raises(SleutelVernietigd):
        Slot(blijft.sleutel_id)


def test_another_school_sees_nothing_of_it(klas, ingelogd, noor):
    stuur(ingelogd(klas.als_marije), ("Noor Haddou.pdf", PDF))
    assert ingelogd(klas.als_bas).get(ADRES).status_code == 404
