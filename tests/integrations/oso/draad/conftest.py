"""Against whom do we speak OSO? A simulator in this process, over real mTLS, that forgets everything between tests."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest

from overstap.integrations.oso.draad.aansluiting import Aansluiting, lees_aansluiting
from overstap.integrations.oso.draad.bericht import Bericht
from overstap.integrations.oso.draad.bron import Verzoek, Vondst
from overstap.integrations.oso.draad.doel import Haler
from overstap.integrations.oso.draad.uitkomst import Uitkomst
from overstap.integrations.oso.simulator.opstelling import Simulator, simulator
from tests.integrations.oso.leerling import opgesteld
from tests.klok import echt

NUMMER = "999990019"
ANDER = "999990020"
NU = datetime(2026, 11, 20, 12, tzinfo=UTC)


@cache
def dossier(profiel: str = "POVO") -> bytes:
    return opgesteld(profiel=profiel).xml


@dataclass
class Doos:
    """A place for dossiers, in memory."""

    vondsten: dict[str, Vondst] = field(default_factory=dict)
    onthouden: list[tuple[Verzoek, str | None, Uitkomst]] = field(default_factory=list)
    gekoppelden: dict[str, str] = field(default_factory=dict)
    notificaties: list[Bericht] = field(default_factory=list)
    terug: list[tuple[str, str]] = field(default_factory=list)

    def nummers(self, verzoek: Verzoek) -> Iterable[str]:
        return self.vondsten

    def zoek(self, verzoek: Verzoek, nummer: str) -> Vondst | None:
        return self.vondsten.get(nummer)

    def onthoud(self, verzoek: Verzoek, nummer: str | None, uitkomst: Uitkomst, code: str) -> None:
        self.onthouden.append((verzoek, nummer, uitkomst))

    def gekoppeld(self, verzoek: Verzoek) -> str | None:
        return self.gekoppelden.get(verzoek.koppelsleutel)

    def notificatie(self, bericht: Bericht, oin: str) -> bool:
        self.notificaties.append(bericht)
        return bool(bericht["koppelsleutel"])

    def terugkoppeling(self, bericht: Bericht, oin: str) -> bool:
        self.terug.append((bericht["inhoud"], oin))
        return bericht["koppelsleutel"] in self.gekoppelden


@pytest.fixture
def doos() -> Doos:
    klaar = Vondst(gereed=True, voor_doel=True, verzameld=NU, versie="2019.1", lees=lambda: dossier("POVO"))
    return Doos({NUMMER: klaar})


@pytest.fixture(scope="package")
def draaiend(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Simulator]:
    with simulator(tmp_path_factory.mktemp("oso"), nu=echt()) as sim:
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
