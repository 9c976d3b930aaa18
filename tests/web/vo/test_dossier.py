"""Does a vo school read exactly what was sent, is it written down, and is it gone when it was withdrawn?"""

from __future__ import annotations

import html
from copy import deepcopy
from uuid import uuid4

import pytest
from django.test import Client

from overstap.foundation.access import Rol
from tests.web.vo.ontvangst import MENING, client_van, medewerker, met_alles
from tests.wereld import Geval, Wereld, dagen_terug


@pytest.fixture(scope="module")
def verzonden(streek: Wereld) -> Geval:
    """A pupil sent with everything, for all tests here."""
    return met_alles(streek)


@pytest.fixture
def geval(opnieuw: None, verzonden: Geval) -> Geval:
    """That pupil, as nobody looked yet."""
    return deepcopy(verzonden)


@pytest.fixture
def client(wereld: Wereld) -> Client:
    """The browser of the toelatingscommissie."""
    return client_van(wereld.vo.toelating)


def adres(geval: Geval, verder: str = "") -> str:
    return f"/vo/overdrachten/{geval.overdracht_id}/{verder}"


def gebeurtenissen(wereld: Wereld, geval: Geval) -> list[str]:
    from overstap.foundation.audit.queries import gebeurtenissen_for
    from overstap.foundation.rls import als

    with als(wereld.vo.toelating) as by:
        return [g.wat for g in gebeurtenissen_for(by, geval.dossier_id)]


def bijlage_ids(wereld: Wereld, geval: Geval) -> list[str]:
    from overstap.domain.bijlagen.queries import bijlagen_for
    from overstap.domain.dossiers.queries import dossier_for
    from overstap.foundation.rls import als

    with als(wereld.vo.toelating) as by:
        return [str(b.id) for b in bijlagen_for(by, dossier_for(by, geval.dossier_id))]


def test_the_page_shows_the_report_the_advice_and_who_can_see_it(client: Client, geval: Geval) -> None:
    tekst = html.unescape(client.get(adres(geval)).content.decode())
    assert "Deniz Doğan" in tekst
    assert "vmbo-gt/havo" in tekst
    assert "Leerresultaten en leervermogen" in tekst
    assert "Begin zo met Deniz" in tekst
    assert "Hanna Kort" in tekst
    assert geval.kind.bsn not in tekst


def test_a_zienswijze_stands_there_in_the_parents_own_words(client: Client, geval: Geval) -> None:
    tekst = html.unescape(client.get(adres(geval)).content.decode())
    assert f'<blockquote dir="auto">{MENING}</blockquote>' in tekst
    assert geval.ouders[0].naam in tekst
    assert "&lt;b&gt;eerlijk" in client.get(adres(geval)).content.decode()


def test_opening_is_written_down_and_the_basisschool_sees_it(client: Client, wereld: Wereld, geval: Geval) -> None:
    from overstap.domain.dossiers.queries import dossier_for
    from overstap.domain.overdrachten.queries import overdrachten_for
    from overstap.foundation.rls import als

    client.get(adres(geval))
    client.get(adres(geval))
    gezien = [wat for wat in gebeurtenissen(wereld, geval) if wat != "dossier.stap"]
    assert sorted(gezien) == ["overdracht.gelezen", "rapport.bekeken", "rapport.bekeken"]
    with als(wereld.a.leerkracht) as by:
        overdracht = overdrachten_for(by, dossier_for(by, geval.dossier_id)).get()
        assert overdracht.gelezen_door == wereld.vo.toelating.id
    assert "Bas Verhoef las het rapport voor het eerst." in client.get(adres(geval)).content.decode()


def test_the_log_holds_only_what_the_own_school_did(client: Client, geval: Geval) -> None:
    tekst = client.get(adres(geval)).content.decode()
    assert "schreef in het rapport" not in tekst
    assert "tekende voor gezien" not in tekst


def veilig(response) -> None:
    assert response.status_code == 200
    naam = response["Content-Disposition"]
    assert naam.startswith("attachment; ")
    assert not any(woord in naam.lower() for woord in ("deniz", "dogan", "doğan", "dyslexie"))
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in response["Content-Security-Policy"]
    assert response["Cache-Control"] == "no-store"


def test_the_oso_file_comes_out_as_it_was_sent_and_the_basisschool_sees_opgehaald(
    client: Client, wereld: Wereld, geval: Geval
) -> None:
    import hashlib

    from overstap.domain.overdrachten.queries import overdracht_for
    from overstap.foundation.rls import als

    assert client.get(adres(geval, "oso/")).status_code == 405
    response = client.post(adres(geval, "oso/"))
    veilig(response)
    inhoud = response.getvalue()
    with als(wereld.vo.toelating) as by:
        overdracht = overdracht_for(by, geval.overdracht_id)
        assert overdracht.opgehaald_op is not None
        assert hashlib.sha256(inhoud).hexdigest() == overdracht.sha256
    assert geval.kind.bsn.encode() in inhoud
    assert "overdracht.opgehaald" in gebeurtenissen(wereld, geval)


def test_the_pdf_is_a_safe_download_and_written_down(client: Client, wereld: Wereld, geval: Geval) -> None:
    response = client.post(adres(geval, "pdf/"))
    veilig(response)
    assert response.content.startswith(b"%PDF")
    assert gebeurtenissen(wereld, geval) == ["overdracht.opgehaald"]
    assert "haalde het rapport op als pdf" in client.get(adres(geval)).content.decode()


def test_each_attachment_is_a_safe_download_and_each_is_written_down(
    client: Client, wereld: Wereld, geval: Geval
) -> None:
    ids = bijlage_ids(wereld, geval)
    assert len(ids) == 2
    for bijlage_id in ids:
        veilig(client.get(adres(geval, f"bijlagen/{bijlage_id}/")))
    assert gebeurtenissen(wereld, geval) == ["bijlage.bekeken", "bijlage.bekeken"]
    assert client.get(adres(geval, f"bijlagen/{uuid4()}/")).status_code == 404


def test_what_the_worker_did_not_make_yet_is_said_and_can_be_refreshed(client: Client, wereld: Wereld) -> None:
    wacht = met_alles(wereld, nummer=4, bestanden=False)
    tekst = client.get(adres(wacht)).content.decode()
    assert "OSO-bestand wordt klaargezet" in tekst
    assert "Pdf wordt gemaakt" in tekst
    for wat in ("oso/", "pdf/"):
        response = client.post(adres(wacht, wat), follow=True)
        assert "Dit bestand wordt nog klaargezet" in response.content.decode()
    assert "overdracht.opgehaald" not in gebeurtenissen(wereld, wacht)


def overal(geval: Geval, bijlage_id: str) -> list[tuple[str, str]]:
    return [("get", ""), ("post", "oso/"), ("post", "pdf/"), ("get", f"bijlagen/{bijlage_id}/")]


def test_after_withdrawal_everything_is_gone_at_once(client: Client, wereld: Wereld, geval: Geval) -> None:
    bijlage_id = bijlage_ids(wereld, geval)[0]
    assert client.get(adres(geval)).status_code == 200
    geval.trek_in(dagen_terug(1))
    for doe, verder in overal(geval, bijlage_id):
        assert getattr(client, doe)(adres(geval, verder)).status_code == 404, verder


def test_a_stranger_finds_nothing_and_a_colleague_without_the_right_is_told_so(wereld: Wereld, geval: Geval) -> None:
    from overstap.domain.scholen.models import Organisatie

    bijlage_id = bijlage_ids(wereld, geval)[0]
    regio_id = Organisatie.objects.get(id=wereld.vo.id).regio_id
    elders = Organisatie.objects.create(regio_id=regio_id, soort="vo", naam="Andercollege", brin="99XW")
    vreemde = client_van(medewerker(elders.id, Rol.TOELATINGSCOMMISSIE, "Vera Vreemd"))
    zonder = client_van(medewerker(wereld.vo.id, Rol.DIRECTEUR, "Cor Rector"))
    basisschool = client_van(wereld.a.directeur)
    for doe, verder in overal(geval, bijlage_id):
        assert getattr(vreemde, doe)(adres(geval, verder)).status_code == 404, verder
        assert getattr(zonder, doe)(adres(geval, verder)).status_code == 403, verder
        assert getattr(basisschool, doe)(adres(geval, verder)).status_code == 404, verder
        anoniem = getattr(Client(), doe)(adres(geval, verder))
        assert anoniem.status_code in {302, 403}, verder
    assert gebeurtenissen(wereld, geval) == []
