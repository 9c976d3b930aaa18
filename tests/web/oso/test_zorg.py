"""K7: does the own system of a samenwerkingsverband get exactly what was sent there, and does the school see so?"""

from __future__ import annotations

import html
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from overstap.domain.bijlagen.actions import bepaal_vrijgave
from overstap.domain.bijlagen.enums import Bijlagesoort
from overstap.domain.bijlagen.models import Bijlage
from overstap.domain.dossiers.actions import beperk_gebruik
from overstap.domain.dossiers.enums import Beperkreden, Staat
from overstap.domain.zorgroutes.actions import bied_opnieuw_aan, trek_zorgroute_in
from overstap.domain.zorgroutes.enums import Routestaat, Zorgintrekreden
from overstap.domain.zorgroutes.models import Zorgkoppeling
from overstap.domain.zorgroutes.queries import zaakbestand_for, zaakblad_for
from overstap.domain.zorgroutes.queries.lijn import koppeling_for
from overstap.domain.zorgroutes.rules import ZorgrouteGeweigerd
from overstap.foundation.access import Actor, Rol
from overstap.foundation.audit.models import AuditEvent
from overstap.foundation.rls import als
from overstap.integrations.oso.draad.aansluiting import Aansluiting
from overstap.integrations.oso.draad.bron import Verzoek
from overstap.integrations.oso.draad.doel import SWV
from overstap.integrations.oso.simulator.opstelling import OIN_SWV, Simulator
from overstap.integrations.oso.simulator.systeem import Storing
from overstap.jobs.taak import systeem_voor, voer_uit
from overstap.jobs.zorg import zet_zorg_klaar
from overstap.web.oso.kast import Databasekast
from tests.lijn import luister_mee, open_blokken
from tests.web.na_definitief import client_van
from tests.web.oso.conftest import nummer_van
from tests.wereld import AT, VANDAAG, Wereld, regio
from tests.zorggang import Zorggang

BESLUIT = "Toegekend tot en met 31 juli 2027"


@pytest.fixture(scope="module")
def begin(samen: None) -> Wereld:
    wereld = regio()
    gang = Zorggang(wereld.dossier_in(Staat.CONCEPT, bijzonder=frozenset({"lwoo"})), wereld.swv, at=AT)
    # Beside its dossier, and copied with it.
    vars(wereld)["zorg"] = gang.tot(Routestaat.AANGEMELD)
    return wereld


def gang_van(wereld: Wereld) -> Zorggang:
    zorg: Zorggang = vars(wereld)["zorg"]
    return zorg


@pytest.fixture
def gang(wereld: Wereld, sim: Simulator) -> Zorggang:
    """A pupil whose zorgaanmelding was sent; the worker made its files, and is asked to tell the other system."""
    gang = gang_van(wereld)
    werk(gang)
    return gang


def werk(gang: Zorggang, at: datetime = AT) -> None:
    with als(systeem_voor(gang.geval.school.id)) as by:
        zet_zorg_klaar(route_id=gang.route_id, by=by, at=at)


def laat_weten(gang: Zorggang) -> None:
    voer_uit("zorg.aanbieden", str(gang.geval.school.id), {"route_id": str(gang.route_id)}, AT)


def rij(gang: Zorggang) -> Zorgkoppeling:
    with als(gang.ib) as by:
        gevonden = koppeling_for(by, gang.route_id)
    assert gevonden is not None
    return gevonden


def van_het_swv(gang: Zorggang) -> bytes:
    """The file as a colleague of the samenwerkingsverband would download it, without the declaration before it."""
    with als(gang.loket) as by:
        oso = next(een for een in zaakblad_for(by, gang.route_id, AT).bestanden if een.soort == "oso" and not een.reden)
        with zaakbestand_for(by, gang.route_id, oso.id)[1] as lezer:
            return lezer.read().partition(b"?>")[2].strip()


def pagina(gang: Zorggang, client: Client | None = None) -> str:
    adres = reverse("po:zorgroute", args=[gang.route_id])
    return html.unescape((client or client_van(gang.ib)).get(adres).content.decode())


def lijsten(wereld: Wereld, gang: Zorggang) -> tuple[str, str]:
    """How far it is by the list of the school, and by that of the samenwerkingsverband."""
    adressen = ((gang.ib, "po:zorglijn_lijst"), (wereld.swv[Rol.SWV_LOKET], "swv:lijn"))
    school, swv = (html.unescape(client_van(wie).get(reverse(naam)).content.decode()) for wie, naam in adressen)
    assert gang.geval.kind.achternaam in school
    assert gang.geval.kind.achternaam in swv
    return school, swv


def test_k7_what_was_sent_is_offered_fetched_and_told_back_once_and_the_school_sees_each_step(
    wereld: Wereld, gang: Zorggang, sim: Simulator, aansluiting: Aansluiting, caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
):  # fmt: skip
    gehoord, eigen = luister_mee(monkeypatch, aansluiting.papieren), open_blokken()
    assert "Overstap laat het nu weten" in pagina(gang)
    assert "Wordt gemeld" in lijsten(wereld, gang)[0]
    laat_weten(gang)
    [bericht] = sim.swv.notificaties
    assert (bericht["doel"], bericht["doel_kenmerk"]) == ("SWV", sim.swv.kenmerk)
    assert "haalde het bestand nog niet op" in pagina(gang)
    with als(gang.ib) as by, pytest.raises(ZorgrouteGeweigerd, match="weet al dat"):
        bied_opnieuw_aan(route_id=gang.route_id, adres=naar(aansluiting, wereld), by=by, at=AT)
    # Done twice, nobody is told twice.
    laat_weten(gang)
    werk(gang)
    assert len(sim.swv.notificaties) == 1

    gehaald = sim.swv.haal()
    assert (gehaald.code, gehaald.dossier) == ("OverdrachtGeslaagd", van_het_swv(gang))
    nummer = nummer_van(gang.geval)
    assert nummer.encode() not in gehaald.dossier
    assert "Opgevraagd en opgehaald" in pagina(gang)
    assert all("ov-status--groen" in lijst and BESLUIT not in lijst for lijst in lijsten(wereld, gang))
    assert (rij(gang).opgehaald_op, rij(gang).uitkomst, rij(gang).code) == (AT, "gelukt", "OverdrachtGeslaagd")

    assert sim.swv.koppel_terug(BESLUIT) == "ontvangen"
    assert BESLUIT in pagina(gang)
    # In the lists only how far it is; what it answered the school reads on the page of the route.
    assert all("Teruggekoppeld" in lijst and BESLUIT not in lijst for lijst in lijsten(wereld, gang))
    assert "via OSO" in pagina(gang)
    assert "vraag of zij het daar verwijderen" not in pagina(gang)
    # A second time the simulator sees, and we do not take it.
    assert sim.swv.koppel_terug("Toch niet") == "SessieOnbekend"
    assert sim.verloop.breuken == ["terugkoppeling: een tweede poging"]
    sim.verloop.breuken.clear()
    assert "Toch niet" not in pagina(gang)
    assert gehoord
    assert set(gehoord) == {eigen}

    # K18: who, between whom and what came of it, and nothing of the pupil.
    with als(wereld.a.directeur):
        gebeurd = {een.wat: een for een in AuditEvent.objects.filter(dossier_id=gang.geval.dossier_id)}
    assert gebeurd["zorgkoppeling.gevraagd"].gegevens == {
        "sessie": next(iter(sim.centrale.sessies)), "bron_brin": wereld.a.gegevens.brin, "kenmerk": rij(gang).kenmerk,
        "doel_brin": sim.swv.brin, "aanleverpunt": sim.swv.kenmerk, "oin": OIN_SWV,
        "code": "OverdrachtGeslaagd", "uitkomst": "gelukt",
    }  # fmt: skip
    assert "zorgkoppeling.teruggekoppeld" in gebeurd
    assert gebeurd["zaakbestand.bekeken"].rol == "swv_systeem"
    sleutel = bericht["koppelsleutel"]
    for plek in (*alles_in_de_database(), caplog.text, sim.verslag()):
        for geheim in (sleutel, sleutel.lower(), nummer, BESLUIT):
            assert geheim not in plek


def alles_in_de_database() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "select t::text from zorgroutes_zorgkoppeling t union all select args::text from procrastinate_jobs"
            " union all select gegevens::text from audit_auditevent"
        )
        return [regel[0] for regel in cursor.fetchall()]


def naar(aansluiting: Aansluiting, wereld: Wereld) -> Any:
    adres = aansluiting.naar_swv(wereld.a.gegevens.brin, "VO9901")
    assert adres is not None
    return adres


def test_k7_what_was_fetched_before_it_was_withdrawn_is_asked_back_by_a_person(gang: Zorggang, sim: Simulator):
    laat_weten(gang)
    assert sim.swv.haal().dossier
    with als(gang.ib) as by:
        trek_zorgroute_in(route_id=gang.route_id, reden=Zorgintrekreden.OUDERS, by=by, at=AT)
    assert sim.swv.haal().code == "DossierOnbekend"
    assert "vraag of zij het daar verwijderen" in pagina(gang)


def test_k7_withdrawn_or_restricted_it_is_gone_at_once(wereld: Wereld, gang: Zorggang, sim: Simulator):
    laat_weten(gang)
    with als(wereld.a.directeur) as by:
        beperk_gebruik(dossier_id=gang.geval.dossier_id, reden=Beperkreden.JUISTHEID, by=by, at=AT)
    assert sim.swv.haal().code == "DossierNietGereed"
    assert "Er stond toen geen bestand klaar" in pagina(gang)
    with als(gang.ib) as by:
        trek_zorgroute_in(route_id=gang.route_id, reden=Zorgintrekreden.OUDERS, by=by, at=AT)
    assert sim.swv.haal().code == "DossierOnbekend"
    assert sim.swv.koppel_terug(BESLUIT) == "SessieOnbekend"
    assert (rij(gang).geheim, rij(gang).opgehaald_op, rij(gang).antwoord_op) == (None, None, None)


def test_k7_what_the_centre_refuses_says_who_acts_and_is_told_anew_by_a_press(
    wereld: Wereld, gang: Zorggang, sim: Simulator, aansluiting: Aansluiting
):
    sim.centrale.storingen.append(Storing("meldenNotificatieRequest", "resultaat", "OnbekendAanleverpunt"))
    laat_weten(gang)
    assert sim.swv.notificaties == []
    tekst = pagina(gang)
    assert "Bel het loket: hun leverancier kan dit herstellen" in tekst
    assert "OnbekendAanleverpunt" in tekst
    # The Traffic Center knows of it, the system does not answer: nobody says anything twice unasked.
    for soort, waarde in (("http", "503"), ("resultaat", "BerichtOnjuist")):
        sim.swv.storingen.append(Storing("notificatieRequest", soort, waarde))
        opnieuw(gang)
        assert "Het bericht kwam niet aan" in pagina(gang)
    eerste = bytes(rij(gang).zoekhash or b"")
    opnieuw(gang)
    # Each time has a koppelsleutel of its own; only the newest opens something.
    assert bytes(rij(gang).zoekhash or b"") not in {b"", eerste}
    assert sim.swv.haal().dossier == van_het_swv(gang)
    assert (
        client_van(wereld.a.leerkracht).post(reverse("po:zorgroute_aanbieden", args=[gang.route_id])).status_code == 403
    )


def opnieuw(gang: Zorggang) -> None:
    antwoord = client_van(gang.ib).post(reverse("po:zorgroute_aanbieden", args=[gang.route_id]))
    assert antwoord.status_code == 303
    laat_weten(gang)


def test_k7_a_key_opens_only_between_those_two(gang: Zorggang, sim: Simulator, aansluiting: Aansluiting):
    laat_weten(gang)
    [bericht] = sim.swv.notificaties
    goed = {
        "sessie": "s", "bron_brin": bericht["bron_brin"], "doel_brin": bericht["doel_brin"],
        "doel_kenmerk": bericht["doel_kenmerk"], "oin": OIN_SWV, "na": None, "versie": "",
        "bron_kenmerk": bericht["bron_kenmerk"], "soort": SWV, "koppelsleutel": bericht["koppelsleutel"],
    }  # fmt: skip
    assert Databasekast(aansluiting, AT).gekoppeld(Verzoek(**goed)) == str(gang.route_id)
    anders = (
        {"doel_kenmerk": sim.vo.kenmerk}, {"doel_brin": "00XX"}, {"bron_kenmerk": sim.po.kenmerk},
        {"bron_brin": "99XB"},
        {"soort": "overstapdossier"}, {"koppelsleutel": "42A12E8A-F721-4B26-B2D9-586E2B2123EC"}, {"koppelsleutel": " "},
    )  # fmt: skip
    for een in anders:
        assert Databasekast(aansluiting, AT).gekoppeld(Verzoek(**{**goed, **een})) is None, een


def test_k7_what_was_held_back_goes_no_more_and_what_came_in_its_place_is_told_by_a_person(
    gang: Zorggang, sim: Simulator
):
    laat_weten(gang)
    eerst = sim.swv.haal().dossier
    houd_plan_thuis(gang)
    tekst = pagina(gang)
    assert "Er staat nu geen bestand klaar" in tekst
    assert "Laat weten dat het klaarstaat" not in tekst
    assert sim.swv.haal().code == "DossierNietGereed"
    werk(gang, AT + timedelta(hours=1))
    # Nobody is told of it unasked; who asks all the same gets what may go now.
    assert len(sim.swv.notificaties) == 1
    assert "Daarna kwam er een nieuwer bestand" in pagina(gang)
    assert "Laat weten dat het klaarstaat" in pagina(gang)
    opnieuw(gang)
    assert len(sim.swv.notificaties) == 2
    nu = sim.swv.haal().dossier
    assert nu == van_het_swv(gang)
    assert eerst
    assert eerst.count(b"bestandsinhoud>") > nu.count(b"bestandsinhoud>")


def houd_plan_thuis(gang: Zorggang) -> None:
    with als(gang.ib) as by:
        plan = Bijlage.objects.get(dossier_id=gang.geval.dossier_id, soort=Bijlagesoort.OPP, ingetrokken_op=None)
        bepaal_vrijgave(
            dossier_id=gang.geval.dossier_id, bijlage_id=plan.id, soort=Bijlagesoort.OPP, aan=set(),
            besproken_op=VANDAAG, by=by, at=AT,
        )  # fmt: skip


def test_k7_a_school_without_a_line_reads_nothing_of_it(wereld: Wereld, settings):
    settings.OVERSTAP_OSO_AANSLUITING = None
    gang = gang_van(wereld)
    werk(gang)
    assert "Via OSO" not in pagina(gang)
    with als(Actor(Rol.SYSTEEM, organisatie_id=wereld.a.id)) as by:
        assert koppeling_for(by, gang.route_id) is None
