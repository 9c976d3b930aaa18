"""Who asks at our door? The simulated administration of the vo school, over real mTLS, in the world of the test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path

import pytest
import time_machine
from django.db import connections

from overstap.domain.dossiers.enums import Staat
from overstap.domain.dossiers.queries import dossier_for, nummer_for, slot_for
from overstap.foundation.access import Rol
from overstap.foundation.rls import als
from overstap.integrations.oso.draad.aansluiting import Aansluiting, aansluiting_uit
from overstap.integrations.oso.draad.deur import Antwoordbrief, Brief, Deur
from overstap.integrations.oso.simulator.opstelling import Simulator, simulator
from overstap.web.oso.deur import behandelaar
from tests.conftest import ALIASES
from tests.klok import echt
from tests.wereld import AT, Geval, Wereld, regio

# The secret of the zoeksleutel and the door's own papers are of this moment; what happens inside happens at `AT`.
type_behandelaar = Callable[[Brief], Antwoordbrief]


@pytest.fixture(scope="module")
def begin(samen: None) -> Wereld:
    return regio().leg_klaar(Staat.OVERGEDRAGEN, met_bestanden=True).leg_klaar(Staat.DEFINITIEF)


@pytest.fixture
def wereld(opnieuw: None, begin: Wereld) -> Wereld:
    return deepcopy(begin)


@pytest.fixture
def gestuurd(wereld: Wereld) -> Geval:
    """A pupil whose report was sent to the vo school, and whose file stands ready."""
    return wereld.dossier_in(Staat.OVERGEDRAGEN, met_bestanden=True)


def nummer_van(geval: Geval) -> str:
    with als(geval.school[Rol.DIRECTEUR]) as by:
        dossier = dossier_for(by, geval.dossier_id)
        gevonden = nummer_for(by, dossier, slot_for(by, dossier))
    assert gevonden is not None
    return gevonden[1]


def in_deze_wereld(behandel: type_behandelaar) -> type_behandelaar:
    """Let the threads of the door see what the test made: by its connections, while the test waits for the answer."""
    gedeeld = {alias: connections[alias] for alias in ALIASES}

    def in_draad(brief: Brief) -> Antwoordbrief:
        for alias, verbinding in gedeeld.items():
            verbinding.inc_thread_sharing()
            connections[alias] = verbinding
        try:
            with time_machine.travel(AT, tick=False):
                return behandel(brief)
        finally:
            for alias, verbinding in gedeeld.items():
                del connections[alias]
                verbinding.dec_thread_sharing()

    return in_draad


@pytest.fixture(scope="module")
def draaiend(begin: Wereld, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Simulator]:
    brins = {"po_brin": begin.a.gegevens.brin, "vo_brin": begin.vo.gegevens.brin}
    with simulator(tmp_path_factory.mktemp("oso"), nu=echt(), **brins) as sim:
        yield sim


@pytest.fixture
def bestand(draaiend: Simulator, settings) -> Path:
    """The file of our connection; a test may change it."""
    settings.OVERSTAP_OSO_AANSLUITING = draaiend.schrijf_aansluiting()
    return settings.OVERSTAP_OSO_AANSLUITING


@pytest.fixture
def aansluiting(bestand: Path) -> Aansluiting:
    gelezen = aansluiting_uit(bestand)
    assert gelezen is not None
    return gelezen


@pytest.fixture
def sim(draaiend: Simulator, wereld: Wereld, aansluiting: Aansluiting, bestand: Path) -> Iterator[Simulator]:
    """The simulator of a new day, with our door; a breach of the protocol that it sees fails the test."""
    draaiend.opnieuw()
    behandel = in_deze_wereld(behandelaar(lambda: aansluiting_uit(bestand)))
    draaiend.centrale.punten[draaiend.po.kenmerk].actief = False
    with Deur(("127.0.0.1", 0), aansluiting.papieren, behandel) as deur:
        for punt in (*aansluiting.punten.values(), *aansluiting.bij_ons.values()):
            draaiend.centrale.punten[punt.kenmerk].url = f"https://127.0.0.1:{deur.poort}/oso"
        yield draaiend
    draaiend.centrale.punten[draaiend.po.kenmerk].actief = True
    draaiend.centrale.sluit()
    assert draaiend.verloop.breuken == []
