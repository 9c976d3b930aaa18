"""Does a case show everything that was sent and nothing more, is each look written down, and does asking back work?"""

from __future__ import annotations

import html
import re

import pytest
from django.test import Client

from overstap.config.environment import PROJECT
from overstap.domain.bijlagen.actions import trek_bijlage_in
from overstap.domain.bijlagen.queries import voor_swv
from overstap.domain.dossiers.actions import beperk_gebruik, hef_beperking_op
from overstap.domain.dossiers.enums import Beperkreden, Opheffing
from overstap.domain.zorgroutes.actions import trek_zorgroute_in
from overstap.domain.zorgroutes.enums import Routestaat, Zorgintrekreden
from overstap.domain.zorgroutes.queries import zaak_for, zaakblad_for
from overstap.foundation.audit.queries import gebeurtenissen_for
from overstap.foundation.rls import als
from overstap.web.components.organisatiedaden import ZAAKDADEN
from tests.web.swv.zaken import loket, zaak_in, zet_zorg_nu_klaar
from tests.web.vo.ontvangst import client_van
from tests.wereld import AT, Wereld, logboek
from tests.zorggang import GEHOORD, ZIENSWIJZE, Zorggang


def maak(wereld: Wereld) -> Zorggang:
    """A case with a question that was answered, and what the worker makes."""
    gang = zaak_in(wereld, Routestaat.BEANTWOORD)
    zet_zorg_nu_klaar(gang)
    return gang


@pytest.fixture
def client(wereld: Wereld) -> Client:
    return client_van(loket(wereld))


def adres(gang: Zorggang, verder: str = "") -> str:
    return f"/swv/zaken/{gang.route_id}/{verder}"


def tekst(client: Client, gang: Zorggang, verder: str = "") -> str:
    antwoord = client.get(adres(gang, verder))
    assert antwoord.status_code == 200
    return html.unescape(antwoord.content.decode())


def staat(gang: Zorggang) -> str:
    with als(gang.loket) as by:
        return zaak_for(by, gang.route_id).staat


def gebeurtenissen(gang: Zorggang) -> list[str]:
    with als(gang.loket) as by:
        return [g.wat for g in gebeurtenissen_for(by, gang.geval.dossier_id)]


def test_the_page_shows_the_form_the_criteria_and_the_answer(client: Client, gemaakt: Zorggang) -> None:
    pagina = tekst(client, gemaakt)
    for wat in ("Welke school past?", "Leren door te doen lukt.", GEHOORD, ZIENSWIJZE, "Waar staat het handelingsdeel?",
                "Op bladzijde 2.", "groeidocument.pdf", "Ondersteuning tot nu toe"):  # fmt: skip
        assert wat in pagina
    # IQ 72 and 0,58 behind on every domain, with the criteria of both routes explained beside them.
    assert "Voor praktijkonderwijs is een IQ van 55 tot en met 80 nodig. Het IQ is 72: dat valt er binnen." in pagina
    assert "0,58" in pagina
    assert "Past bij de criteria" in pagina
    assert "Voor lwoo is een IQ van 75 tot en met 90 nodig" in pagina
    assert gemaakt.geval.kind.bsn not in pagina


def test_what_is_not_for_a_samenwerkingsverband_is_not_there(client: Client, gemaakt: Zorggang) -> None:
    pagina = tekst(client, gemaakt)
    assert "Schooladvies" not in pagina
    assert "Verzuim" not in pagina


def test_every_look_is_written_down_and_shown(client: Client, gemaakt: Zorggang) -> None:
    tekst(client, gemaakt)
    assert gebeurtenissen(gemaakt)[0] == "zaak.bekeken"
    pagina = tekst(client, gemaakt)
    assert "Ingrid Postma bekeek de zorgaanmelding." in pagina
    assert "Ingrid Postma nam de zaak in behandeling." in pagina
    # Who can look, stands beside it.
    assert "Karim Haddad" in pagina


def test_what_stands_about_a_case_alone_has_a_sentence() -> None:
    bronnen = (PROJECT / "src" / "overstap" / "domain" / "zorgroutes" / "actions").glob("*.py")
    gevonden = {wat for bron in bronnen for wat in re.findall(r'"((?:swv|aanbod)\.[a-z_]+)"', bron.read_text("utf-8"))}
    assert gevonden == ZAAKDADEN.keys()


def test_files_come_as_safe_downloads_without_a_number(client: Client, gemaakt: Zorggang) -> None:
    paden = re.findall(rf'"({adres(gemaakt)}bestanden/[0-9a-f-]+/)"', tekst(client, gemaakt))
    assert len(paden) == 2
    inhouden = []
    for pad in paden:
        antwoord = client.get(pad)
        assert antwoord["Content-Disposition"].startswith('attachment; filename="')
        assert "sandbox" in antwoord["Content-Security-Policy"]
        assert antwoord["X-Content-Type-Options"] == "nosniff"
        inhouden.append(antwoord.getvalue())
    assert inhouden[0].startswith(b"<?xml")
    assert gemaakt.geval.kind.bsn.encode() not in inhouden[0]
    assert inhouden[1].startswith(b"%PDF")
    assert gebeurtenissen(gemaakt).count("zaakbestand.bekeken") == 2


def test_a_file_that_is_held_back_says_why_and_opens_no_more(client: Client, gemaakt: Zorggang) -> None:
    with als(gemaakt.ib) as by:
        [plan] = voor_swv(by, gemaakt.geval.dossier_id)
        trek_bijlage_in(dossier_id=gemaakt.geval.dossier_id, bijlage_id=plan.rij.id, by=by, at=AT)
    assert "Bijlage tegengehouden" in client.get("/swv/").content.decode()
    pagina = tekst(client, gemaakt)
    assert "De basisschool trok dit bestand in. U kunt het niet meer openen." in pagina
    assert "Er is nu geen OSO-bestand" in pagina
    assert "groeidocument.pdf" in pagina
    assert f"{adres(gemaakt)}bestanden/" not in pagina
    with als(gemaakt.loket) as by:
        dicht = [een.id for een in zaakblad_for(by, gemaakt.route_id, AT).bestanden]
    for bestand_id in dicht:
        antwoord = client.get(adres(gemaakt, f"bestanden/{bestand_id}/"), follow=True)
        assert "U kunt dit bestand niet meer openen." in html.unescape(antwoord.content.decode())
    assert "zaakbestand.bekeken" not in gebeurtenissen(gemaakt)
    # The school and the parents read in the logboek that it happened.
    assert "zaakbestand.tegengehouden" in logboek(gemaakt.geval)


def test_while_the_school_restricts_the_use_no_file_leaves_and_every_page_says_so(
    client: Client, wereld: Wereld, gemaakt: Zorggang
) -> None:
    paden = re.findall(rf'"({adres(gemaakt)}bestanden/[0-9a-f-]+/)"', tekst(client, gemaakt))
    dossier_id, bord = gemaakt.geval.dossier_id, "/swv/"
    with als(wereld.a.directeur) as by:
        beperk_gebruik(dossier_id=dossier_id, reden=Beperkreden.BEZWAAR, by=by, at=AT)
    assert "Gebruik beperkt" in client.get(bord).content.decode()
    for verder in ("", "vraag/", "notitie/", "deskundigenadvies/"):
        assert "De basisschool beperkte het gebruik van deze gegevens" in tekst(client, gemaakt, verder)
    pagina = tekst(client, gemaakt)
    assert "groeidocument.pdf" in pagina
    assert f"{adres(gemaakt)}bestanden/" not in pagina
    for pad in paden:
        antwoord = client.get(pad, follow=True)
        assert antwoord.redirect_chain == [(adres(gemaakt), 303)]
        assert "Er gaat niets weg tot de basisschool dat opheft." in html.unescape(antwoord.content.decode())
    assert "zaakbestand.bekeken" not in gebeurtenissen(gemaakt)
    with als(wereld.a.directeur) as by:
        hef_beperking_op(dossier_id=dossier_id, opheffing=Opheffing.AFGEHANDELD, by=by, at=AT)
    assert "Gebruik beperkt" not in client.get(bord).content.decode()
    assert all(client.get(pad).status_code == 200 for pad in paden)
    assert len(paden) == 2


def test_a_question_goes_to_the_school_and_the_case_waits(client: Client, gemaakt: Zorggang) -> None:
    assert "De basisschool leest uw vraag." in tekst(client, gemaakt, "vraag/")
    antwoord = client.post(adres(gemaakt, "vraag/"), {"aan": "ouders", "vraag": "Wat vindt u van deze school?"})
    assert antwoord.status_code == 303
    assert staat(gemaakt) == Routestaat.VRAAG_GESTELD
    pagina = tekst(client, gemaakt)
    assert "Wat vindt u van deze school?" in pagina
    assert "De basisschool is aan zet." in pagina
    assert "Stel nog een vraag" in pagina
    assert "Wacht op antwoord" in pagina


def test_what_cannot_be_sent_comes_back_with_what_was_typed(client: Client, gemaakt: Zorggang) -> None:
    lang = "Waarom? " * 700
    for gegevens, zin in (
        ({"vraag": lang, "aan": "school"}, "Kort deze tekst in tot 5000 tekens."),
        ({"vraag": "Waarom?"}, "Kies aan wie u dit vraagt."),
    ):
        antwoord = client.post(adres(gemaakt, "vraag/"), gegevens)
        pagina = html.unescape(antwoord.content.decode())
        assert antwoord.status_code == 422
        assert "<title>Fout:" in pagina
        assert zin in pagina
        assert gegevens["vraag"].strip() in pagina
    assert staat(gemaakt) == Routestaat.BEANTWOORD


def test_advice_and_notes_stay_with_the_samenwerkingsverband(client: Client, gemaakt: Zorggang) -> None:
    client.post(adres(gemaakt, "deskundigenadvies/"), {"deskundige": "psycholoog", "tekst": "Een kleine klas helpt."})
    client.post(adres(gemaakt, "notitie/"), {"tekst": "Gebeld met het loket van Elders."})
    pagina = tekst(client, gemaakt)
    assert "Een kleine klas helpt." in pagina
    assert "Gebeld met het loket van Elders." in pagina
    assert "legde een deskundigenadvies vast" in pagina
    # In the chain that the school reads stands nothing of it.
    with als(gemaakt.ib) as by:
        woorden = {g.wat for g in gebeurtenissen_for(by, gemaakt.geval.dossier_id)}
    assert not {wat for wat in woorden if wat.startswith("swv.")}


def test_somebody_takes_the_case_over(wereld: Wereld, gemaakt: Zorggang) -> None:
    ander = client_van(gemaakt.commissie)
    antwoord = ander.post(adres(gemaakt, "behandelen/"))
    assert antwoord.status_code == 303
    pagina = tekst(ander, gemaakt)
    assert "<b>Karim Haddad</b>" in pagina
    assert "Neem in behandeling" not in pagina


def test_what_the_school_withdraws_is_gone_at_once(client: Client, gemaakt: Zorggang) -> None:
    with als(gemaakt.ib) as by:
        trek_zorgroute_in(route_id=gemaakt.route_id, reden=Zorgintrekreden.OUDERS, by=by, at=AT)
    for verder in ("", "vraag/", "notitie/"):
        assert client.get(adres(gemaakt, verder)).status_code == 404
    assert "Er zijn nog geen zorgaanmeldingen" in client.get("/swv/").content.decode()
