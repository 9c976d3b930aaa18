"""Is a pupil fetched over the line into the same preview as a file that somebody brought, and is nothing else left?"""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from copy import deepcopy
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
import time_machine
from django.db import connection
from procrastinate.contrib.django import app

from overstap.domain.importen.actions import (
    leg_ophaling_vast,
    neem_over,
    vraag_op,
    vraag_opnieuw_op,
)
from overstap.domain.importen.queries import (
    gestrand_for,
    opvraging_for,
    upload_for,
    uploadlezer_for,
    uploads_for,
)
from overstap.domain.importen.rules import ImportGeweigerd
from overstap.foundation.rls import als
from overstap.integrations.oso import lees, voorbeeldbestand
from overstap.integrations.oso.draad.aansluiting import aansluiting_uit
from overstap.integrations.oso.draad.bericht import Bericht
from overstap.integrations.oso.draad.bron import Bron
from overstap.integrations.oso.draad.deur import Brief
from overstap.integrations.oso.draad.doel import BINNEN_BRIN
from overstap.integrations.oso.draad.klant import vraag as stel_vraag
from overstap.integrations.oso.draad.uitkomst import Uitkomst
from overstap.integrations.oso.simulator.las import Dossier
from overstap.integrations.oso.simulator.lezer import lees as lees_post
from overstap.integrations.oso.simulator.opstelling import OIN_PO, Simulator, simulator
from overstap.integrations.oso.simulator.schrijver import schrijf
from overstap.integrations.oso.simulator.systeem import Storing
from overstap.jobs.taak import NogNiet, systeem_voor, voer_uit
from overstap.web.oso.kast import Databasekast
from tests.integrations.oso.leerling import LEERLING, SCHOOL
from tests.jobs.opvragen import vraag, werk
from tests.klok import echt
from tests.wereld import AT, Plek, Wereld, regio


@pytest.fixture(scope="module")
def begin(samen: None) -> Wereld:
    return regio()


@pytest.fixture
def school(opnieuw: None, begin: Wereld) -> Plek:
    return deepcopy(begin).a


@pytest.fixture(scope="module")
def draaiend(begin: Wereld, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Simulator]:
    with simulator(tmp_path_factory.mktemp("oso"), nu=echt(), po_brin=begin.a.gegevens.brin) as sim:
        sim.schrijf_aansluiting()
        yield sim


@pytest.fixture
def sim(draaiend: Simulator, school: Plek, settings) -> Simulator:
    """The administration of the school, in which one pupil stands ready."""
    draaiend.opnieuw()
    settings.OVERSTAP_OSO_AANSLUITING = draaiend.map / "aansluiting.toml"
    nummer = school.gelezen(70).nummer
    inhoud = LEERLING.met({"school": {**SCHOOL, "brincode": school.gegevens.brin}})
    draaiend.po.dossiers[nummer.waarde] = Dossier(voorbeeldbestand(inhoud, nummer=nummer, datum=AT.date()))
    return draaiend


def test_k1_a_pupil_comes_from_the_administration_into_the_preview_and_is_taken_over(school: Plek, sim: Simulator):
    [nummer] = sim.po.dossiers
    rij = werk(school, vraag(school, nummer))
    assert (rij.stand, rij.code, rij.uitkomst, rij.kenmerk) == (
        "opgehaald", "OverdrachtGeslaagd", "gelukt", sim.po.kenmerk,
    )  # fmt: skip
    with als(school.administratie) as by:
        upload = upload_for(by, rij.upload_id, AT)
        assert upload.geupload_door == by.id
        gelezen = lees(uploadlezer_for(by, upload).read(), vandaag=AT.date())
        assert neem_over(upload_id=upload.id, gelezen=gelezen, by=by, at=AT).leerling.roepnaam
    sim.centrale.sluit()
    assert sim.verloop.breuken == []


def test_k18_the_number_is_nowhere_in_the_clear(school: Plek, sim: Simulator, caplog: pytest.LogCaptureFixture):
    [nummer] = sim.po.dossiers
    rij = werk(school, vraag(school, nummer))
    with connection.cursor() as cursor:
        cursor.execute("select t::text from importen_opvraging t union all select args::text from procrastinate_jobs")
        tekst = " ".join(regel[0] for regel in cursor.fetchall())
    gebeurd = [str(gegevens) for _, gegevens in _gebeurtenissen(rij.id)]
    assert gebeurd
    for plek in (tekst, " ".join(gebeurd), caplog.text, sim.verslag()):
        assert nummer not in plek


def _gebeurtenissen(object_id: UUID) -> list[tuple[str, object]]:
    with connection.cursor() as cursor:
        cursor.execute("select wat, gegevens from audit_auditevent where object_id = %s order by op", [object_id])
        return list(cursor.fetchall())


def test_k4_who_does_not_stand_ready_is_asked_for_again(school: Plek, sim: Simulator):
    [nummer] = sim.po.dossiers
    sim.po.dossiers[nummer].gereed = False
    rij = werk(school, vraag(school, nummer))
    assert (rij.stand, rij.uitkomst, rij.upload_id) == ("niet_gelukt", "niet_gereed", None)
    sim.po.zet_klaar(nummer)
    with als(school.administratie) as by:
        vraag_opnieuw_op(opvraging_id=rij.id, by=by, at=AT)
        with pytest.raises(ImportGeweigerd, match="al opgevraagd"):
            vraag_op(nummer=nummer, by=by, at=AT)
    assert werk(school, rij.id).stand == "opgehaald"
    with als(school.administratie) as by, pytest.raises(ImportGeweigerd):
        vraag_opnieuw_op(opvraging_id=rij.id, by=by, at=AT)


def test_k4_a_notification_of_who_was_asked_fetches_the_pupil_and_of_anybody_else_nothing(school: Plek, sim: Simulator):
    [nummer] = sim.po.dossiers
    sim.po.dossiers[nummer].gereed = False
    rij = werk(school, vraag(school, nummer))
    assert rij.vervalt_op == AT + timedelta(days=14)
    aansluiting = aansluiting_uit(sim.map / "aansluiting.toml")
    uitgave, punt = aansluiting.uitgave, aansluiting.punt(school.gegevens.brin)
    wat = {
        "bron_brin": punt.brin, "bron_kenmerk": sim.po.kenmerk, "doel_brin": punt.brin, "doel_kenmerk": punt.kenmerk,
        "sessie": rij.sessie, "doel": "OV",
    }  # fmt: skip

    def antwoord(oin: str = OIN_PO, **anders: str) -> str:
        bladen = {uitgave.velden[veld]: waarde for veld, waarde in (wat | anders).items()}
        ruw = schrijf("notificatieRequest", uitgave.naamruimte, bladen)
        with time_machine.travel(AT, tick=False):
            brief = Bron(aansluiting, Databasekast(aansluiting, AT)).behandel(Brief("/oso", oin, ruw))
        return lees_post(brief.ruw).bladen["resultaat"]

    for vreemd in ({"oin": ""}, {"sessie": "nooit"}, {"bron_kenmerk": sim.vo.kenmerk}, {"doel_brin": sim.vo.brin}):
        assert antwoord(**vreemd) == "SessieOnbekend", vreemd
    sim.po.zet_klaar(nummer)
    assert antwoord() == "NotificatieOntvangen"
    # It is being asked for; a second notification changes nothing.
    assert antwoord() == "SessieOnbekend"
    assert werk(school, rij.id).stand == "opgehaald"


@pytest.mark.parametrize(
    ("maak", "uitkomst"),
    [
        (lambda dossier: dossier.replace(b"oso_gegevensset/2019", b"oso_gegevensset/2030"), Uitkomst.ANDERE_VERSIE),
        (lambda _dossier: b"<dossier xmlns='http://www.edustandaard.nl/oso_gegevensset/x/y'/>", Uitkomst.ONLEESBAAR),
        (lambda dossier: dossier.replace(b"bsn>", b"weg>"), Uitkomst.ANDERE_LEERLING),
    ],
)
def test_a_dossier_that_is_no_good_leaves_nothing_but_a_sentence(school: Plek, sim: Simulator, maak, uitkomst):
    [nummer] = sim.po.dossiers
    sim.po.dossiers[nummer].xml = maak(sim.po.dossiers[nummer].xml)
    rij = werk(school, vraag(school, nummer))
    assert (rij.stand, rij.uitkomst, rij.upload_id) == ("niet_gelukt", uitkomst.value, None)
    with als(school.administratie) as by:
        assert not uploads_for(by, AT).exists()


def test_a_fault_on_the_way_is_a_result_and_done_twice_nothing_happens(school: Plek, sim: Simulator):
    [nummer] = sim.po.dossiers
    sim.centrale.storingen.append(Storing("overdrachtRequest", "http", "503"))
    rij = werk(school, vraag(school, nummer))
    assert (rij.stand, rij.code, rij.uitkomst) == ("niet_gelukt", "TechnischeFout", "technisch")
    gezien = len(sim.verloop.regels)
    werk(school, rij.id)
    assert len(sim.verloop.regels) == gezien


def test_every_fault_of_the_line_leaves_nothing_but_a_code_and_a_sentence(school: Plek, sim: Simulator):
    [nummer] = sim.po.dossiers
    opvraging_id = vraag(school, nummer)
    for soort in ("verbreek", "dubbel", "gzip", "leeg", "vergif"):
        sim.po.storingen.append(Storing("documentRequest", soort))
        rij = werk(school, opvraging_id)
        gehoord = (rij.stand, rij.code, rij.uitkomst, rij.upload_id)
        assert gehoord == ("niet_gelukt", "TechnischeFout", "technisch", None), soort
        with als(school.administratie) as by:
            assert not uploads_for(by, AT).exists()
            vraag_opnieuw_op(opvraging_id=opvraging_id, by=by, at=AT)
    sim.centrale.sluit()
    assert sim.verloop.breuken == []


def test_what_went_wrong_after_the_exchange_is_not_asked_again_by_itself(school: Plek, sim: Simulator):
    [nummer] = sim.po.dossiers
    with als(school.administratie) as by:
        opvraging_id = vraag_op(nummer=nummer, by=by, at=AT)
        rij = opvraging_for(by, opvraging_id, AT)
        assert gestrand_for(by, [rij]) == frozenset()
        with pytest.raises(ImportGeweigerd, match="al opgevraagd"):
            vraag_opnieuw_op(opvraging_id=opvraging_id, by=by, at=AT)
        with connection.cursor() as cursor:
            cursor.execute(
                "update procrastinate_jobs set status = 'failed' where args->>'opvraging_id' = %s", [str(opvraging_id)]
            )
        assert gestrand_for(by, [rij]) == {opvraging_id}
        vraag_opnieuw_op(opvraging_id=opvraging_id, by=by, at=AT)
        assert gestrand_for(by, [rij]) == frozenset()
    assert app.tasks["oso.ophalen"].retry_strategy is None


def test_k13_who_could_not_sign_off_does_so_later_and_once(school: Plek, sim: Simulator, settings):
    goed = aansluiting_uit(settings.OVERSTAP_OSO_AANSLUITING)
    punt = goed.punt(school.gegevens.brin)
    sleutel = goed.strategie.maak("999990019")
    waarden = {
        "bron_brin": punt.brin, "doel_brin": punt.brin, "doel_kenmerk": punt.kenmerk, "overdrachtsoort": BINNEN_BRIN,
        "zoeksleutel": sleutel.sleutel, "pgnfrag": sleutel.fragment,
    }  # fmt: skip
    begonnen = stel_vraag(
        goed.centrale, Bericht("overdrachtRequest", waarden), uitgave=goed.uitgave, papieren=goed.papieren
    )
    later = waarden | {"sessie": begonnen["sessie"], "resultaat": "DossierOnbekend"}
    opvraging_id = vraag(school, "999990019")
    with als(systeem_voor(school.id)) as by:
        leg_ophaling_vast(
            opvraging_id=opvraging_id, code="DossierOnbekend", uitkomst="onbekend", sessie=begonnen["sessie"],
            kenmerk="", stukken=[], afmelding=json.dumps(later), by=by, at=AT,
        )  # fmt: skip
    for _ in range(2):
        settings.OVERSTAP_OSO_AANSLUITING = _zonder_centrale(sim)
        with pytest.raises(NogNiet):
            meld_nu_af(school, opvraging_id)
    settings.OVERSTAP_OSO_AANSLUITING = sim.map / "aansluiting.toml"
    for _ in range(2):
        meld_nu_af(school, opvraging_id)
    assert sim.centrale.sessies[begonnen["sessie"]].resultaat == "DossierOnbekend"
    assert sim.verloop.regels.count("centrale: afmeldingRequest -> OverdrachtGeslaagd") == 1
    with als(school.administratie) as by:
        assert opvraging_for(by, opvraging_id, AT).afmelding is None


def _zonder_centrale(sim: Simulator) -> Path:
    """The same connection when nobody answers at the address of the Traffic Center."""
    ergens = socket.create_server(("127.0.0.1", 0))
    poort = ergens.getsockname()[1]
    ergens.close()
    weg = sim.map / "weg.toml"
    tekst = (sim.map / "aansluiting.toml").read_text(encoding="utf-8")
    weg.write_text(tekst.replace(sim.centrale_url, f"https://127.0.0.1:{poort}/tc"), encoding="utf-8")
    return weg


def meld_nu_af(school: Plek, opvraging_id: UUID) -> None:
    voer_uit("oso.afmelden", str(school.id), {"opvraging_id": str(opvraging_id)}, AT)
