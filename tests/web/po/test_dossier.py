"""Does the page of one report say how far it is, and does every look leave a trail?"""

from __future__ import annotations

import re
from collections import Counter

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from overstap.foundation.access import SYSTEEM
from overstap.foundation.rls import als
from tests.web.po.klas import BSN, adviseer, gelezen, neem_over, vul


@pytest.fixture
def dossier(klas):
    return neem_over(klas, gelezen())


def wat(dossier):
    from overstap.foundation.audit.models import AuditEvent

    return list(AuditEvent.objects.filter(dossier_id=dossier).order_by("nummer").values_list("wat", flat=True))


def test_every_section_stands_in_a_group_with_what_is_still_needed(klas, ingelogd, dossier):
    tekst = ingelogd(klas.als_marije).get(f"/po/dossiers/{dossier}/").content.decode()
    for groep in ("Gegevens", "Ondersteuning", "Schooladvies", "Ouders en bijlagen", "Definitief en overdracht"):
        assert f"<span>{groep}</span>" in tekst
    assert "Nog nodig: Verzuim geteld vanaf en 2 andere antwoorden" in tekst
    assert "Ga verder met Verzuim" in tekst
    assert "U en Joris Tol" in tekst


def test_a_higher_test_is_the_one_amber_thing(klas, ingelogd, dossier):
    client = ingelogd(klas.als_marije)
    assert "ov-melding--letop" not in client.get(f"/po/dossiers/{dossier}/").content.decode()
    vul(klas, dossier)
    adviseer(klas, dossier, "havo", "havo_vwo")
    tekst = client.get(f"/po/dossiers/{dossier}/").content.decode()
    assert tekst.count("ov-melding--letop") == 1
    assert "Stel het advies bij" in tekst


def test_a_look_is_written_down(klas, ingelogd, dossier):
    ingelogd(klas.als_marije).get(f"/po/dossiers/{dossier}/")
    assert wat(dossier)[-1] == "dossier.bekeken"


def test_the_number_is_masked_until_somebody_with_the_right_asks_and_that_is_written_down(klas, ingelogd, dossier):
    client = ingelogd(klas.als_joris)
    adres = f"/po/dossiers/{dossier}/"
    assert BSN[0] not in client.get(adres).content.decode()
    assert BSN[0] in client.post(adres + "nummer/").content.decode()
    assert wat(dossier)[-1] == "nummer.onthuld"
    assert BSN[0] not in client.get(adres).content.decode()
    assert ingelogd(klas.als_marije).post(adres + "nummer/").status_code == 403


def test_a_stranger_does_not_know_it_exists(klas, ingelogd, dossier):
    assert ingelogd(klas.als_bas).get(f"/po/dossiers/{dossier}/").status_code == 404
    assert ingelogd(klas.als_bas).post(f"/po/dossiers/{dossier}/nummer/").status_code == 404


def test_the_page_calls_the_report_what_the_region_calls_it(klas, ingelogd, dossier):
    client = ingelogd(klas.als_marije)
    assert "Onderwijskundig rapport</p>" in client.get(f"/po/dossiers/{dossier}/").content.decode()
    klas.po.regio.instellingen["woorden"] = {"rapport": "oki-doc", "rapport_lang": "oki-document"}
    with als(SYSTEEM):
        klas.po.regio.save()
    assert "Oki-document</p>" in client.get(f"/po/dossiers/{dossier}/").content.decode()


def test_a_page_reads_what_it_shows_of_the_report_once(klas, ingelogd, dossier):
    client = ingelogd(klas.als_marije)
    for pagina in ("", "definitief/", "onderdelen/gedrag/"):
        with CaptureQueriesContext(connection) as vragen:
            client.get(f"/po/dossiers/{dossier}/{pagina}")
        uit = Counter(re.findall(r'^SELECT .*? FROM "(\w+)"', "\n".join(v["sql"] for v in vragen), re.MULTILINE))
        keren = {tabel: uit[tabel] for tabel in ("rapporten_concept", "adviezen_schooladvies", "bijlagen_bijlage")}
        assert max(keren.values()) == 1, (pagina, keren)
