"""Does a file come in through a preview, and does nothing happen before somebody says so?"""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.web.po.klas import gelezen, neem_over, vul


def bestand(nummer=0, *, brin="00YY", **velden):
    """A whole OSO file of the pupil with this number, with two attachments."""
    from overstap.integrations.oso import voorbeeldbestand
    from tests.integrations.oso.leerling import BESTANDEN, LEERLING, SCHOOL

    waarde = gelezen(nummer, **velden)
    namen = ("voornamen", "roepnaam", "achternaam", "geboortedatum")
    eigen = {naam: waarde.inhoud[naam] for naam in namen}
    inhoud = LEERLING.met({"voorvoegsel": "", **eigen, "school": {**SCHOOL, "brincode": brin}})
    return voorbeeldbestand(inhoud, nummer=waarde.nummer, datum=date(2026, 11, 20), bestanden=BESTANDEN)


def test_a_school_with_too_many_waiting_is_told_to_choose_first(klas, ingelogd):
    from uuid import uuid4

    from overstap.domain.importen.models import Partij, Upload
    from overstap.domain.importen.rules import PARTIJEN_HOOGSTENS, UPLOADS_HOOGSTENS
    from overstap.foundation.rls import als
    from tests.partij import zipbestand
    from tests.web.po.klas import NU

    def wachtend(soort, **meer):
        return soort(
            school_id=klas.po.id, sleutel_id=uuid4(), bestand_id=uuid4(), omvang=1, geupload_op=NU,
            geupload_door=uuid4(), vervalt_op=NU + timedelta(hours=1), **meer,
        )  # fmt: skip

    with als(klas.directeur):
        Upload.objects.bulk_create(wachtend(Upload) for _ in range(UPLOADS_HOOGSTENS))
        Partij.objects.bulk_create(wachtend(Partij, bijgewerkt_op=NU) for _ in range(PARTIJEN_HOOGSTENS))
    client = ingelogd(klas.als_joris)
    for naam, ruw, zin in (
        ("a.xml", bestand(), "Er wachten al 50 bestanden"),
        ("a.zip", zipbestand([("a.xml", bestand())]), "Er wachten al 10 ZIP-bestanden"),
    ):
        antwoord = stuur(client, ruw, naam)
        assert antwoord.status_code == 422
        assert zin in antwoord.content.decode()
        assert "Na 24 uur gaan ze vanzelf weg" in antwoord.content.decode()


def stuur(client, ruw, naam="dossier.xml"):
    return client.post("/po/importeren/", {"bestand": SimpleUploadedFile(naam, ruw)})


def test_a_good_file_leads_to_a_preview_and_then_to_a_dossier(klas, ingelogd):
    client = ingelogd(klas.als_joris)
    antwoord = stuur(client, bestand())
    assert antwoord.status_code == 303
    voorbeeld = client.get(antwoord["Location"]).content.decode()
    assert "Noor Haddou" in voorbeeld
    assert "Deze leerling is nieuw" in voorbeeld
    assert gelezen().nummer.waarde not in voorbeeld
    over = client.post(antwoord["Location"] + "overnemen/")
    assert over.status_code == 303
    assert over["Location"].startswith("/po/dossiers/")


@pytest.mark.parametrize(
    ("ruw", "woord"), [(b"", "leeg"), (b"<dossier>", "niet compleet"), (b"%PDF-1.7", "XML"), (b"<a/>", "OSO")]
)
def test_a_file_that_cannot_be_read_says_what_to_do_and_keeps_nothing(klas, ingelogd, ruw, woord):
    from overstap.domain.importen.models import Upload

    antwoord = stuur(ingelogd(klas.als_joris), ruw)
    assert antwoord.status_code == 422
    tekst = antwoord.content.decode()
    assert "Dit bestand kan niet" in tekst
    assert woord in tekst
    assert not Upload.objects.exists()


def test_without_a_file_the_page_asks_for_one(klas, ingelogd):
    antwoord = ingelogd(klas.als_joris).post("/po/importeren/", {})
    assert antwoord.status_code == 422
    assert "Kies eerst het OSO-bestand" in antwoord.content.decode()


def test_a_known_pupil_shows_what_changes_and_keeps_what_people_wrote(klas, ingelogd):
    dossier_id = neem_over(klas, gelezen(0))
    vul(klas, dossier_id)
    client = ingelogd(klas.als_joris)
    adres = stuur(client, bestand(0, roepnaam="Noortje"))["Location"]
    tekst = client.get(adres).content.decode()
    assert "Deze leerling heeft al een dossier" in tekst
    assert "Noortje" in tekst
    assert client.post(adres + "overnemen/")["Location"] == f"/po/dossiers/{dossier_id}/"


def test_a_file_of_another_school_is_kept_but_not_taken_over(klas, ingelogd):
    from overstap.domain.dossiers.models import Dossier
    from overstap.domain.importen.models import Upload

    client = ingelogd(klas.als_joris)
    adres = stuur(client, bestand(brin="99XB"))["Location"]
    assert "BRIN 99XB" in client.get(adres).content.decode()
    antwoord = client.post(adres + "overnemen/")
    assert antwoord.status_code == 422
    assert "BRIN 99XB" in antwoord.content.decode()
    assert Upload.objects.count() == 1
    assert not Dossier.objects.exists()


def test_thrown_away_is_gone(klas, ingelogd):
    client = ingelogd(klas.als_joris)
    adres = stuur(client, bestand())["Location"]
    assert client.post(adres + "weggooien/").status_code == 303
    assert client.get(adres).status_code == 404


def test_a_teacher_may_not_import_and_another_school_sees_nothing(klas, ingelogd):
    adres = stuur(ingelogd(klas.als_joris), bestand())["Location"]
    assert ingelogd(klas.als_marije).get("/po/importeren/").status_code == 403
    assert ingelogd(klas.als_marije).get(adres).status_code == 403
    assert ingelogd(klas.als_bas).get(adres).status_code == 404


def test_a_file_that_is_too_big_is_named_as_such_and_dropped(klas, ingelogd, settings, monkeypatch):
    from overstap.integrations.xml import Grenzen
    from overstap.web.po.views import importeren

    monkeypatch.setattr(importeren, "STANDAARD", Grenzen(bytes=1024))
    settings.OVERSTAP_GROOTSTE_UPLOAD = 1024
    antwoord = stuur(ingelogd(klas.als_joris), b"<dossier>" + b" " * 4096)
    assert antwoord.status_code == 422
    assert "Dit bestand is groter dan" in antwoord.content.decode()
