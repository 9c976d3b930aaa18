"""Does the page of a ZIP say what each pupil would get, and does nothing happen before somebody says so?"""

from __future__ import annotations

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.web.po.test_importeren import bestand


def stuur(client, leden):
    from tests.partij import zipbestand

    return client.post("/po/importeren/", {"bestand": SimpleUploadedFile("klas.zip", zipbestand(leden))})


def laat_werken(klas, adres):
    from uuid import UUID

    from tests.partij import laat_werken as werk

    werk(klas.po.id, UUID(adres.rstrip("/").rsplit("/", 1)[-1]))


def test_a_zip_is_read_by_the_worker_and_waits_for_a_choice(klas, ingelogd):
    from overstap.domain.dossiers.models import Dossier

    client = ingelogd(klas.als_joris)
    leden = [("a.xml", bestand()), ("b.xml", bestand(1, roepnaam="Bo")), ("c.xml", b"<half")]
    antwoord = stuur(client, leden)
    assert antwoord.status_code == 303
    adres = antwoord["Location"]
    bezig = client.get(adres).content.decode()
    assert "Overstap leest de bestanden" in bezig
    assert '<meta http-equiv="refresh" content="5">' in bezig
    assert client.get(adres + "voortgang/").json()["klaar"] is False
    laat_werken(klas, adres)
    assert client.get(adres + "voortgang/").json()["klaar"] is True
    lijst = client.get(adres).content.decode()
    assert "Noor Haddou" in lijst
    assert "niet compleet" in lijst
    assert "Bo Haddou" not in client.get(adres + "?soort=fout").content.decode()
    assert "Bo Haddou" in client.get(adres + "?q=bo").content.decode()
    assert client.post(adres + "overnemen/", {"wie": "alle"}).status_code == 303
    laat_werken(klas, adres)
    assert Dossier.objects.count() == 2
    assert client.post(adres + "ongedaan/").status_code == 303
    laat_werken(klas, adres)
    assert not Dossier.objects.exists()
    assert client.post(adres + "weggooien/").status_code == 303
    assert client.get(adres).status_code == 404


def test_one_pupil_of_a_zip_has_a_page_with_the_reasons(klas, ingelogd):
    client = ingelogd(klas.als_joris)
    adres = stuur(client, [("a.xml", bestand()), ("b.xml", bestand())])["Location"]
    laat_werken(klas, adres)
    from overstap.domain.importen.models import Importregel

    regel = Importregel.objects.order_by("nummer").first()
    leerling = f"{adres}leerlingen/{regel.id}/"
    tekst = client.get(leerling).content.decode()
    assert "zit nog een keer in dit ZIP-bestand" in tekst
    assert "b.xml" in tekst
    geweigerd = client.post(leerling + "overnemen/")
    assert geweigerd.status_code == 422
    assert "Beantwoord eerst de vraag" in geweigerd.content.decode()
    assert client.post(leerling + "overnemen/", {"zelfde": "ja"}).status_code == 303
    laat_werken(klas, adres)
    assert "Bekijk het dossier" in client.get(leerling).content.decode()
    # The question is still open for the other file of this pupil only.
    assert client.get(adres).content.decode().count("de vraag over") == 1


def test_the_question_whether_it_is_the_same_pupil_can_be_answered_with_no(klas, ingelogd):
    from overstap.domain.dossiers.models import Dossier
    from overstap.domain.importen.models import Importregel
    from overstap.integrations.oso import lees
    from tests.web.po.klas import neem_over

    neem_over(klas, lees(bestand()))
    client = ingelogd(klas.als_joris)
    ander = re.sub(rb"<bsn>\d+", b"<bsn>999991528", bestand())
    adres = stuur(client, [("a.xml", ander)])["Location"]
    laat_werken(klas, adres)
    leerling = f"{adres}leerlingen/{Importregel.objects.get().id}/"
    tekst = client.get(leerling).content.decode()
    for zin in ("Is het dezelfde leerling?", "Er komt een nieuw dossier bij", "Bekijk het dossier dat er al is"):
        assert zin in tekst
    assert client.post(leerling + "overnemen/", {"zelfde": "nee"}).status_code == 303
    laat_werken(klas, adres)
    assert Dossier.objects.count() == 2


def test_a_taken_over_file_can_be_undone_from_the_import_page(klas, ingelogd):
    from overstap.domain.dossiers.models import Dossier
    from tests.web.po.klas import gelezen, neem_over

    dossier_id = neem_over(klas, gelezen(0))
    client = ingelogd(klas.als_joris)
    assert "Maak ongedaan" in client.get("/po/importeren/").content.decode()
    assert client.post(f"/po/importeren/dossiers/{dossier_id}/ongedaan/").status_code == 303
    assert not Dossier.objects.exists()


@pytest.mark.parametrize("aantal", [1, 3])
def test_the_list_asks_as_many_queries_for_many_as_for_one(klas, ingelogd, aantal):
    client = ingelogd(klas.als_joris)
    adres = stuur(client, [(f"{n}.txt", b"x") for n in range(aantal)])["Location"]
    laat_werken(klas, adres)
    with CaptureQueriesContext(connection) as queries:
        client.get(adres)
    assert len(queries) == 10
