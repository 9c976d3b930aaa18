"""Is every pupil of the demo lawful on the day of the demo, and is every state and situation there?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
import time_machine

from overstap.config.demo.regio import bouw_regio
from overstap.config.demo.scenario import scenarios
from overstap.domain.adviezen.queries import advies_for, oordeel_for
from overstap.domain.dossiers.enums import Staat
from overstap.domain.dossiers.queries import slot_for, zelfde_nummer_for
from overstap.domain.inzages.queries import checklist_for
from overstap.domain.inzages.rules import mag_definitief
from overstap.domain.rapporten.enums import Ernst
from overstap.domain.rapporten.queries import inhoud_for
from overstap.domain.rapporten.rules import controleer_waarden, volledigheid_rapport
from overstap.domain.scholen.rules import lees_regio
from overstap.domain.zorgroutes.enums import Routestaat
from overstap.domain.zorgroutes.queries import kaarten_for, zaken_for
from overstap.foundation.access import Rol
from overstap.foundation.rls import als
from tests.demoregio import GeladenDemo, OpDatabases, geladen_demo  # noqa: F401  a fixture
from tests.wereld import AT, REGIOBESTAND, VANDAAG


def test_every_state_has_at_least_one_pupil():
    assert {scenario.staat for scenario in scenarios()} == set(Staat)
    assert Counter((scenario.school, scenario.kind.groep) for scenario in scenarios()) == {
        ("99XA", "8A"): 14, ("99XA", "8B"): 8, ("99XB", "8"): 8,
    }  # fmt: skip


@pytest.fixture
def geladen(geladen_demo: GeladenDemo, op_databases: OpDatabases) -> Iterator[None]:  # noqa: F811  that fixture
    """The demo as it was loaded, on that day."""
    with geladen_demo.databases.clone() as eigen, op_databases(eigen), time_machine.travel(AT, tick=False):
        yield


def test_every_pupil_is_lawful_on_the_day_of_the_demo(geladen: None):
    regio = bouw_regio(lees_regio(REGIOBESTAND.read_text(encoding="utf-8")), at=AT)
    oordelen: Counter[str] = Counter()
    kan_definitief = []
    for scenario in scenarios():
        with als(regio[scenario.school][Rol.LEERKRACHT]) as by:
            dossier = zelfde_nummer_for(by, scenario.kind.bsn)
            slot = slot_for(by, dossier)
            inhoud = inhoud_for(by, dossier, slot)
            naam = scenario.kind.roepnaam
            assert dossier.staat == scenario.staat, naam
            fouten = [o for o in controleer_waarden(inhoud, VANDAAG) if o.ernst is Ernst.FOUT]
            if scenario.staat is not Staat.CONCEPT:
                assert fouten == [], naam
                assert volledigheid_rapport(inhoud).volledig, naam
            if scenario.staat is Staat.TER_INZAGE and mag_definitief(checklist_for(by, dossier, slot, AT)):
                kan_definitief.append(naam)
            if oordeel := oordeel_for(by, advies_for(by, dossier), VANDAAG):
                oordelen[oordeel.soort.value] += 1
    assert kan_definitief == ["Mai", "Yonas", "Bram"]
    assert oordelen["moet_bijstellen"] >= 8
    assert oordelen["geen_toets"] >= 2
    with als(regio.swv[Rol.SWV_LOKET]) as by:
        kaarten = kaarten_for(by, [zaak.route_id for zaak in zaken_for(by, at=AT)], at=AT)
        bord = {kaart.naam: kaart.staat for kaart in kaarten.values()}
    assert bord == {"Jesse Smit": Routestaat.IN_COMMISSIE, "Luuk Hendriks": Routestaat.VRAAG_GESTELD}
