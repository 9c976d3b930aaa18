"""K4: does somebody of the basisschool let the one administration that asked know, and what do both see?"""

from __future__ import annotations

import html
import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.urls import reverse

from overstap.domain.dossiers.enums import Staat
from overstap.domain.importen.actions import vraag_op
from overstap.domain.importen.queries import opvraging_for
from overstap.domain.overdrachten.actions import OverdrachtGeweigerd, meld_klaar
from overstap.domain.overdrachten.queries.lijn import Lijnvraag, lijnvragen_for
from overstap.foundation.access import Actor, GeenRecht
from overstap.foundation.rls import als
from overstap.integrations.oso import voorbeeldbestand
from overstap.integrations.oso.simulator.las import Dossier
from overstap.integrations.oso.simulator.opstelling import Simulator
from overstap.integrations.oso.simulator.systeem import Storing
from overstap.jobs.oso import zet_klaar
from overstap.jobs.taak import systeem_voor, voer_uit
from tests.integrations.oso.leerling import LEERLING, SCHOOL
from tests.lijn import luister_mee, open_blokken
from tests.web.na_definitief import client_van
from tests.web.oso.conftest import nummer_van
from tests.wereld import AT, Geval, Wereld, maak_pdf_nu, regio, zet_oso_nu_klaar


@pytest.fixture(scope="module")
def begin(samen: None) -> Wereld:
    return regio().leg_klaar(Staat.DEFINITIEF)


@pytest.fixture
def gevraagd(wereld: Wereld, sim: Simulator) -> Geval:
    """A pupil for whom the vo school asked too early, and whose report was sent to it since."""
    geval = wereld.dossier_in(Staat.DEFINITIEF)
    geval.meld_aan(AT)
    assert sim.vo.trek(nummer_van(geval), wereld.a.gegevens.brin).code == "DossierNietGereed"
    assert "Stuur het rapport. Daarna" in pagina(wereld, geval)
    geval.verstuur(AT)
    return geval


def vraag(wereld: Wereld, geval: Geval) -> Lijnvraag:
    with als(wereld.a.directeur) as by:
        [een] = lijnvragen_for(by, [geval.dossier_id])[geval.dossier_id]
    return een


def meld(wereld: Wereld, geval: Geval, wie: Actor | None = None) -> None:
    """Somebody presses the button, and the worker does it."""
    rij = vraag(wereld, geval).rij
    with als(wie or wereld.a.administratie) as by:
        meld_klaar(dossier_id=geval.dossier_id, lasvraag_id=rij.id, by=by, at=AT)
    ids = {"lasvraag_id": str(rij.id), "dossier_id": str(geval.dossier_id)}
    voer_uit("oso.melden", str(wereld.a.id), ids, AT)


def pagina(wereld: Wereld, geval: Geval, naam: str = "po:overdracht") -> str:
    adres = reverse(naam, args=[geval.dossier_id] if naam == "po:overdracht" else [])
    return html.unescape(client_van(wereld.a.administratie).get(adres).content.decode())


def test_k4_who_asked_is_told_and_then_fetches_it(wereld: Wereld, gevraagd: Geval, sim: Simulator):
    # It is on its way: nobody is asked to send it once more.
    assert "Stuur het rapport. Daarna" not in pagina(wereld, gevraagd)
    with pytest.raises(OverdrachtGeweigerd, match="nog niet klaar"):
        meld(wereld, gevraagd)
    maak_pdf_nu(gevraagd)
    zet_oso_nu_klaar(gevraagd)
    assert "Laat weten dat het klaarstaat" in pagina(wereld, gevraagd)
    assert "Opgevraagd, nu klaar" in pagina(wereld, gevraagd, "po:overdracht_lijst")
    meld(wereld, gevraagd)
    [bericht] = sim.vo.notificaties
    [sessie] = sim.centrale.sessies
    assert (bericht["sessie"], bericht["doel"], bericht["doel_kenmerk"]) == (sessie, "OV", sim.vo.kenmerk)
    assert "De administratie van de school heeft dat ontvangen" in pagina(wereld, gevraagd)
    with pytest.raises(OverdrachtGeweigerd, match="liet het deze school al weten"):
        meld(wereld, gevraagd)
    assert sim.vo.trek(nummer_van(gevraagd), wereld.a.gegevens.brin).dossier
    with pytest.raises(OverdrachtGeweigerd, match="al opgehaald"):
        meld(wereld, gevraagd)
    assert "Door de leerlingadministratie van de school, via OSO." in pagina(wereld, gevraagd)


def test_what_the_centre_refuses_stands_on_the_page_and_may_be_tried_again(
    wereld: Wereld, gevraagd: Geval, sim: Simulator
):
    maak_pdf_nu(gevraagd)
    zet_oso_nu_klaar(gevraagd)
    sim.centrale.storingen.append(Storing("meldenNotificatieRequest", "resultaat", "OnbekendAanleverpunt"))
    meld(wereld, gevraagd)
    assert sim.vo.notificaties == []
    tekst = pagina(wereld, gevraagd)
    assert "Laten weten lukte niet" in tekst
    assert "OnbekendAanleverpunt" in tekst
    meld(wereld, gevraagd)
    assert len(sim.vo.notificaties) == 1


def test_only_who_sends_reports_tells_it(wereld: Wereld, gevraagd: Geval):
    with pytest.raises(GeenRecht):
        meld(wereld, gevraagd, wereld.a.leerkracht)


def test_an_aanmelding_that_may_be_missing_is_asked_about(wereld: Wereld, sim: Simulator):
    geval = wereld.dossier_in(Staat.DEFINITIEF)
    sim.vo.trek(nummer_van(geval), wereld.a.gegevens.brin)
    tekst = pagina(wereld, geval)
    assert "in haar leerlingadministratie om dit rapport" in tekst
    assert "Leg de aanmelding dan vast" in tekst


@pytest.mark.usefixtures("echte_klok")
def test_k9_a_certificate_that_ends_is_said_weeks_ahead_to_the_school_and_to_who_keeps_watch(
    wereld: Wereld, bestand: Path, settings
):
    settings.OVERSTAP_METINGEN_SLEUTEL = "geheim"
    bestand.write_text(bestand.read_text().replace('"simulator"', '"productie"'))
    client = client_van(wereld.a.administratie)
    # Those of the simulator are good for thirty days.
    assert "Het certificaat voor OSO verloopt over" in client.get(reverse("po:opvragen")).content.decode()
    tekst = client.get("/metrics", headers={"Authorization": "Bearer geheim"}).content.decode()
    [over] = re.findall(r"^overstap_oso_certificate_expires_seconds (\S+)", tekst, re.MULTILINE)
    assert 0 < float(over) < timedelta(days=60).total_seconds()


def test_k4_as_doel_a_notification_over_the_line_fetches_what_was_not_ready(
    wereld: Wereld, sim: Simulator, monkeypatch: pytest.MonkeyPatch
):
    school, gelezen = wereld.a, wereld.a.gelezen(70)
    inhoud = LEERLING.met({"school": {**SCHOOL, "brincode": school.gegevens.brin}})
    xml = voorbeeldbestand(inhoud, nummer=gelezen.nummer, datum=AT.date())
    nummer = gelezen.nummer.waarde
    sim.po.dossiers[nummer] = Dossier(xml, gereed=False)
    sim.centrale.punten[sim.po.kenmerk].actief = True
    with als(school.administratie) as by:
        opvraging_id = vraag_op(nummer=nummer, by=by, at=AT)

    def haal_op() -> str:
        voer_uit("oso.ophalen", str(school.id), {"opvraging_id": str(opvraging_id)}, AT)
        with als(school.administratie) as by:
            return opvraging_for(by, opvraging_id, AT).uitkomst

    gehoord, rust = luister_mee(monkeypatch, sim.platform), open_blokken()
    # Our own aanleverpunt stands at the same school: asked in turn, it knows nobody.
    assert haal_op() == "niet_gereed"
    assert sim.po.zet_klaar(nummer, notificeer=True) == "NotificatieOntvangen"
    assert haal_op() == "gelukt"
    # Nothing of the database was held while we talked.
    assert len(gehoord) >= 6
    assert set(gehoord) == {rust}


def test_nothing_of_the_database_is_held_while_we_talk(
    wereld: Wereld, gevraagd: Geval, sim: Simulator, monkeypatch: pytest.MonkeyPatch
):
    maak_pdf_nu(gevraagd)
    zet_oso_nu_klaar(gevraagd)
    gehoord, rust = luister_mee(monkeypatch, sim.platform), open_blokken()
    meld(wereld, gevraagd)
    assert gehoord == [rust, rust]
    assert sim.vo.trek(nummer_van(gevraagd), wereld.a.gegevens.brin).dossier
    assert gehoord == [rust, rust, rust]
    with als(wereld.a.directeur):
        assert open_blokken() > rust


def test_who_fetched_an_older_version_is_told_of_a_newer_one_by_a_press_only(wereld: Wereld, sim: Simulator):
    geval = wereld.dossier_in(Staat.DEFINITIEF)
    geval.meld_aan(AT - timedelta(days=5))
    geval.verstuur(AT - timedelta(days=5))
    maak_pdf_nu(geval)
    zet_oso_nu_klaar(geval)
    nummer, brin = nummer_van(geval), wereld.a.gegevens.brin
    eerst = sim.vo.trek(nummer, brin).dossier
    assert eerst
    assert "oudere versie" not in pagina(wereld, geval)
    with pytest.raises(OverdrachtGeweigerd, match="al opgehaald"):
        meld(wereld, geval)
    later = AT + timedelta(hours=1)
    geval.heropen(later)
    geval.maak_definitief(later)
    geval.verstuur(later)
    maak_pdf_nu(geval)
    with als(systeem_voor(wereld.a.id)) as by:
        zet_klaar(overdracht_id=geval.overdracht_id, dossier_id=geval.dossier_id, by=by, at=later)
    # Nobody is told unasked; the page says what is so.
    assert sim.vo.notificaties == []
    assert "Nu staat er een nieuwere versie klaar" in pagina(wereld, geval)
    rij = vraag(wereld, geval).rij
    with als(wereld.a.administratie) as by:
        meld_klaar(dossier_id=geval.dossier_id, lasvraag_id=rij.id, by=by, at=later)
    ids = {"lasvraag_id": str(rij.id), "dossier_id": str(geval.dossier_id)}
    voer_uit("oso.melden", str(wereld.a.id), ids, later)
    [bericht] = sim.vo.notificaties
    assert (bericht["doel_kenmerk"], bericht["sessie"]) == (sim.vo.kenmerk, next(iter(sim.centrale.sessies)))
    with pytest.raises(OverdrachtGeweigerd, match="liet het deze school al weten"):
        meld(wereld, geval)
    opnieuw = sim.vo.trek(nummer, brin).dossier
    assert opnieuw
    assert opnieuw != eerst
