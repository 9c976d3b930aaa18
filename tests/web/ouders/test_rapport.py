"""Does a parent read the report, and can this parent sign, take files home and see where it went?"""

from __future__ import annotations

import html
import re
from collections import Counter
from types import SimpleNamespace
from uuid import uuid4

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.web.ouders.gezin import Ouder, nieuwe_versie, stuur_naar_vo, zet_pdf_klaar


def lees(client: Client, adres: str = "rapport/") -> str:
    """The text of a page as a person reads it."""
    response = client.get(f"/ouders/{adres}")
    assert response.status_code == 200
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", response.content.decode())).split())


def versie_op(client: Client) -> str:
    gevonden = re.search(r'name="versie" value="([^"]+)"', client.get("/ouders/rapport/").content.decode())
    assert gevonden
    return gevonden.group(1)


def inzage_van(gezin: SimpleNamespace, ouder: Ouder):
    from overstap.domain.dossiers.queries import dossier_for
    from overstap.domain.inzages.queries import inzage_for
    from overstap.foundation.rls import als

    with als(gezin.wereld.directeur) as by:
        return inzage_for(by, dossier_for(by, gezin.dossier_id), ouder.inzage_id)


def test_opening_is_recorded_and_shows_the_report_in_plain_words(gezin: SimpleNamespace) -> None:
    assert inzage_van(gezin, gezin.samira).geopend_op is None
    tekst = lees(gezin.samira.binnen())
    assert inzage_van(gezin, gezin.samira).geopend_op is not None
    for stuk in ("Het rapport van Noor", "Het advies: havo", "Hoe uw kind leert", "Werkt rustig en vraagt om hulp"):
        assert stuk in tekst
    assert "Reageren hoeft niet." in tekst
    assert "Dan gaat het rapport gewoon mee." in tekst


def test_signing_keeps_name_moment_version_and_the_answer(gezin: SimpleNamespace) -> None:
    client = gezin.samira.binnen()
    response = client.post("/ouders/rapport/tekenen/", {"versie": versie_op(client), "akkoord": "nee"})
    assert response.status_code == 302
    inzage = inzage_van(gezin, gezin.samira)
    assert inzage.gezien_op is not None
    assert inzage.akkoord == "nee"
    tekst = lees(client)
    assert "U heeft getekend" in tekst
    assert "Samira Haddou" in tekst
    assert "voor versie 1 van het rapport" in tekst
    assert "Uw antwoord: Ik ben het niet eens met het rapport." in tekst
    assert inzage_van(gezin, gezin.karim).gezien_op is None


def test_signing_without_a_choice_asks_for_one_and_signs_nothing(gezin: SimpleNamespace) -> None:
    client = gezin.samira.binnen()
    for keuze in ("", "misschien"):
        response = client.post("/ouders/rapport/tekenen/", {"versie": versie_op(client), "akkoord": keuze})
        assert response.status_code == 422
        tekst = response.content.decode()
        assert "<title>Fout:" in tekst
        assert "daar geef ik geen antwoord op" in tekst
    assert inzage_van(gezin, gezin.samira).gezien_op is None


def test_signing_for_a_version_of_somebody_else_is_not_found(gezin: SimpleNamespace) -> None:
    client = gezin.samira.binnen()
    for versie in (str(uuid4()), "geen-uuid", ""):
        assert client.post("/ouders/rapport/tekenen/", {"versie": versie, "akkoord": "ja"}).status_code == 404


def test_a_newer_version_is_named_with_what_changed(gezin: SimpleNamespace) -> None:
    client = gezin.samira.binnen()
    client.post("/ouders/rapport/tekenen/", {"versie": versie_op(client), "akkoord": "ja"})
    nieuwe_versie(gezin)
    tekst = lees(client)
    assert "U tekende voor versie 1. Hieronder staat versie 2." in tekst
    assert re.search(r"Dit is anders: Hoe uw kind leert (Bekijk wat er anders is )?Teken opnieuw", tekst)
    client.post("/ouders/rapport/tekenen/", {"versie": versie_op(client), "akkoord": "ja"})
    assert "voor versie 2 van het rapport" in lees(client)


def veilig(response) -> None:
    assert response.status_code == 200
    assert response["Content-Disposition"].startswith("attachment; ")
    assert not re.search("noor|haddou|dyslexie", response["Content-Disposition"], re.IGNORECASE)
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in response["Content-Security-Policy"]


def test_only_what_goes_along_can_be_opened(gezin: SimpleNamespace) -> None:
    client = gezin.samira.binnen()
    mee, blijft = gezin.bijlagen
    veilig(client.get(f"/ouders/rapport/bijlagen/{mee}/"))
    assert client.get(f"/ouders/rapport/bijlagen/{blijft}/").status_code == 404
    assert client.get(f"/ouders/rapport/bijlagen/{uuid4()}/").status_code == 404
    pagina = client.get("/ouders/rapport/").content.decode()
    assert f"/ouders/rapport/bijlagen/{mee}/" in pagina
    assert str(blijft) not in pagina
    assert "Gaat niet mee" in pagina


def test_the_own_copy_is_said_to_be_made_and_then_comes(gezin: SimpleNamespace) -> None:
    client = gezin.samira.binnen()
    assert "Uw kopie wordt gemaakt" in lees(client, "rapport/kopie/")
    assert "Ververs de pagina" in lees(client, "rapport/kopie/")
    zet_pdf_klaar(gezin, "ouders", "vo")
    response = client.get("/ouders/rapport/kopie/")
    veilig(response)
    assert response.content == b"%PDF-1.7 ouders"


def test_after_definitief_the_page_says_where_it_went_and_who_read_it(gezin: SimpleNamespace) -> None:
    from overstap.domain.overdrachten.actions import haal_op
    from overstap.domain.overdrachten.actions import lees as lees_als_vo
    from overstap.foundation.rls import als
    from tests.web.ouders.gezin import LATER

    client = gezin.samira.binnen()
    overdracht_id = stuur_naar_vo(gezin)
    tekst = lees(client)
    assert "Het rapport is definitief" in tekst
    assert re.search(r"Merenlandcollege.*Verstuurd.*Gelezen nog niet", tekst)
    with als(gezin.wereld.ontvanger) as by:
        lees_als_vo(overdracht_id=overdracht_id, by=by, at=LATER)
        haal_op(overdracht_id=overdracht_id, wat="oso", by=by, at=LATER)
    assert re.search(r"Gelezen 22 december 2026.*Opgehaald voor de administratie 22 december 2026", lees(client))
    kijkers = lees(client, "rapport/wie-keek/")
    assert "De toelatingscommissie van Merenlandcollege las het rapport voor het eerst." in kijkers
    assert "De directeur van De Voorbeeldboom stuurde het rapport naar Merenlandcollege." in kijkers
    assert "Bas Verhoef" not in kijkers


def test_somebody_else_than_a_parent_does_not_have_these_pages(gezin: SimpleNamespace) -> None:
    client = Client()
    client.force_login(gezin.wereld.joris)
    for adres in ("rapport/", "rapport/kopie/", "rapport/fout/", "rapport/mening/", "rapport/wie-keek/"):
        assert client.get(f"/ouders/{adres}").status_code == 404, adres


def test_the_page_reads_the_dossier_the_offer_and_the_version_once(gezin: SimpleNamespace) -> None:
    client = gezin.samira.binnen()
    client.get("/ouders/rapport/")
    with CaptureQueriesContext(connection) as vragen:
        client.get("/ouders/rapport/")
    gelezen = Counter(re.findall(r'^SELECT .*? FROM "(\w+)"', "\n".join(v["sql"] for v in vragen), re.MULTILINE))
    assert {gelezen[tabel] for tabel in ("dossiers_dossier", "inzages_inzage", "rapporten_versie")} == {1}


def test_who_reads_as_a_guardian_is_told_whom_the_words_your_child_mean(db: None) -> None:
    import time_machine

    from overstap.domain.dossiers.enums import Staat
    from overstap.domain.dossiers.queries import dossier_for, slot_for
    from overstap.domain.inzages.actions import nodig_uit
    from overstap.domain.inzages.queries import inzage_for
    from overstap.domain.inzages.rules import rechthebbenden
    from overstap.domain.rapporten.queries import inhoud_for
    from overstap.foundation.rls import als
    from tests.wereld import AT, regio

    wereld = regio()
    geval = wereld.dossier_in(Staat.CONCEPT, gezin="voogd")
    with als(wereld.a.leerkracht) as by:
        dossier = dossier_for(by, geval.dossier_id)
        voogd = rechthebbenden(inhoud_for(by, dossier, slot_for(by, dossier)), AT.date())[0]
        wat = {"dossier_id": dossier.id, "verzorger_id": voogd.sleutel, "mail": "v@voogdij.example"}
        inzage_id, code = nodig_uit(**wat, contact="Petra Nijhof", by=by, at=AT)
        ouder_id = inzage_for(by, dossier, inzage_id).ouder_id
    client = Client()
    with time_machine.travel(AT, tick=False):
        client.post(f"/ouders/{ouder_id}/", {"code": code})
        assert "Staat er “uw kind”? Dat is de leerling van wie u de voogd bent." in lees(client)
