"""K6 as one chain: from the administration of the basisschool, through Overstap, to that of the vo school."""

from __future__ import annotations

import pytest

from overstap.config.demo.oso_bestanden import voorbeeld
from overstap.domain.adviezen.enums import Niveau
from overstap.domain.dossiers.enums import Staat
from overstap.domain.dossiers.queries import dossier_for
from overstap.domain.importen.actions import neem_over, vraag_op
from overstap.domain.importen.queries import opvraging_for, upload_for, uploadlezer_for
from overstap.foundation.audit.models import AuditEvent
from overstap.foundation.rls import als
from overstap.integrations.oso import lees
from overstap.integrations.oso.simulator.las import Dossier
from overstap.integrations.oso.simulator.opstelling import Simulator
from overstap.jobs.taak import voer_uit
from tests.wereld import Geval, Wereld, breng_verder, dagen_terug, kind, regio

AAN_HET_BEGIN = dagen_terug(40)


@pytest.fixture(scope="module")
def begin(samen: None) -> Wereld:
    return regio()


def over_de_lijn_binnen(wereld: Wereld, sim: Simulator, nummer: str) -> Geval:
    """Somebody of the basisschool asks the own administration, looks at what came, and takes it over."""
    school, geval = wereld.a, Geval(kind(70), wereld.a.mensen, wereld.vo.mensen, advies=Niveau.VMBO_GT_HAVO)
    with als(school.administratie) as by:
        opvraging_id = vraag_op(nummer=nummer, by=by, at=AAN_HET_BEGIN)
    voer_uit("oso.ophalen", str(school.id), {"opvraging_id": str(opvraging_id)}, AAN_HET_BEGIN)
    with als(school.administratie) as by:
        upload_id = opvraging_for(by, opvraging_id, AAN_HET_BEGIN).upload_id
        with uploadlezer_for(by, upload_for(by, upload_id, AAN_HET_BEGIN)) as lezer:
            gelezen = lees(lezer.read(), vandaag=AAN_HET_BEGIN.date())
        geval.dossier_id = neem_over(upload_id=upload_id, gelezen=gelezen, by=by, at=AAN_HET_BEGIN).id
    return geval


def test_k6_from_the_one_administration_to_the_other_through_the_database(wereld: Wereld, sim: Simulator):
    uit_las = wereld.a.gelezen(70)
    assert uit_las.nummer is not None
    nummer = uit_las.nummer.waarde
    sim.po.dossiers[nummer] = Dossier(voorbeeld(kind(70), wereld.a.gegevens, AAN_HET_BEGIN.date()))
    sim.centrale.punten[sim.po.kenmerk].actief = True
    geval = over_de_lijn_binnen(wereld, sim, nummer)
    sim.centrale.punten[sim.po.kenmerk].actief = False

    # Before anybody sent it, the vo school gets nothing.
    brin = wereld.a.gegevens.brin
    assert sim.vo.trek(nummer, brin).code == "DossierOnbekend"
    breng_verder(geval, Staat.TER_INZAGE, Staat.DEFINITIEF, Staat.OVERGEDRAGEN)
    gehaald = sim.vo.trek(nummer, brin)
    assert gehaald.code == "OverdrachtGeslaagd"
    assert gehaald.dossier is not None
    verder = lees(gehaald.dossier)
    assert verder.nummer == uit_las.nummer
    # What the administration knew went along, and what the school wrote and decided came with it.
    for veld in ("roepnaam", "achternaam", "geboortedatum"):
        assert verder.inhoud.get(veld) == uit_las.inhoud.get(veld) is not None, veld
    assert "onderwijskundig-rapport.pdf" in {een.bestandsnaam for een in verder.bestanden}
    assert [sessie.resultaat for sessie in sim.centrale.sessies.values()] == [
        "OverdrachtGeslaagd", "DossierOnbekend", "OverdrachtGeslaagd",
    ]  # fmt: skip
    with als(wereld.a.directeur) as by:
        assert dossier_for(by, geval.dossier_id).staat == Staat.OPGEHAALD
        gebeurd = set(AuditEvent.objects.filter(dossier_id=geval.dossier_id).values_list("wat", flat=True))
    assert {"import.overgenomen", "overdracht.verstuurd", "lasvraag.beantwoord"} <= gebeurd
