"""Against whom do we speak OSO? A simulator in this process, over real mTLS, that forgets everything between tests."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest

from overstap.integrations.oso.draad.aansluiting import Aansluiting, lees_aansluiting
from overstap.integrations.oso.draad.doel import Haler
from overstap.integrations.oso.simulator.opstelling import Simulator, simulator
from tests.integrations.oso.leerling import opgesteld

NUMMER = "999990019"
ANDER = "999990020"


@cache
def dossier(profiel: str = "POVO") -> bytes:
    return opgesteld(profiel=profiel).xml


@pytest.fixture(scope="package")
def draaiend(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Simulator]:
    with simulator(tmp_path_factory.mktemp("oso"), nu=datetime.now(UTC)) as sim:
        yield sim


@pytest.fixture(scope="package")
def aansluiting(draaiend: Simulator) -> Aansluiting:
    return lees_aansluiting(draaiend.schrijf_aansluiting())


@pytest.fixture
def sim(draaiend: Simulator) -> Iterator[Simulator]:
    """The simulator of a new day; a breach of the protocol that the test does not take away fails it."""
    draaiend.opnieuw()
    yield draaiend
    draaiend.centrale.sluit()
    assert draaiend.verloop.breuken == []


@pytest.fixture
def haler(aansluiting: Aansluiting, sim: Simulator) -> Haler:
    """Fetches for the basisschool from its own administration."""
    punt = aansluiting.punt(sim.po.brin)
    assert punt is not None
    return Haler(aansluiting, punt, sim.po.brin)


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    return tmp_path
