"""What is the help filmed on? The demo region on the day of the tests, new for every film, and served to a browser."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from playwright.sync_api import Browser

from overstap.config.demo.oso_bestanden import schrijf_voorbeelden
from overstap.domain.scholen.rules import lees_regio
from overstap.integrations.mail import Bericht
from tests.browser import chromium, log_in  # noqa: F401  a fixture
from tests.conftest import bediend
from tests.demoregio import GeladenDemo, OpDatabases, demo_op_de_dag, geladen_demo  # noqa: F401  a fixture
from tests.e2e.bezoeker import Bezoeker, Bezoekers, Keuring
from tests.klok import AT
from tests.wereld import REGIOBESTAND


@dataclass(frozen=True)
class Demoregio:
    """The region, its mails, and people with a window on it; `map` is where a film leaves the files it needs."""

    bezoekers: Bezoekers
    post: list[Bericht]
    map: Path

    def medewerker(self, naam: str, maat: tuple[int, int]) -> Bezoeker:
        """Somebody of the demo in a window of this size, logged in."""
        bezoeker = self._op_de_dag(self.bezoekers.nieuw(naam, maat))
        log_in(bezoeker.page, bezoeker.adres, get_user_model().objects.get(naam=naam).email)
        return bezoeker

    def ouder(self, maat: tuple[int, int], dichtheid: float) -> Bezoeker:
        """Somebody with a phone, who is nobody yet."""
        return self._op_de_dag(self.bezoekers.nieuw("een ouder", maat, dichtheid=dichtheid))

    def bestand_uit_las(self) -> Path:
        """The OSO file of a pupil who is new here, with things in it that may not be taken over."""
        [school, *_] = lees_regio(REGIOBESTAND.read_text(encoding="utf-8")).scholen
        return schrijf_voorbeelden(self.map, school, AT.date())[1]

    def _op_de_dag(self, bezoeker: Bezoeker) -> Bezoeker:
        # The clock of a browser is its own, and a page says when it saved what was typed.
        bezoeker.page.clock.set_fixed_time(AT)
        return bezoeker


@pytest.fixture
def demoregio(
    geladen_demo: GeladenDemo,  # noqa: F811  the fixture of that name
    op_databases: OpDatabases,
    chromium: Browser,  # noqa: F811  the fixture of that name
    tmp_path: Path,
) -> Iterator[Demoregio]:
    """A copy in which nobody did anything yet; afterwards no console may have complained."""
    bestanden = shutil.copytree(geladen_demo.bestanden, tmp_path / "bestanden")
    with (
        geladen_demo.databases.clone() as eigen,
        op_databases(eigen),
        demo_op_de_dag(tmp_path / "post", bestanden, worp=2, tikt=False),
        bediend() as adres,
    ):
        bezoekers = Bezoekers(chromium, adres, Keuring())
        yield Demoregio(bezoekers, geladen_demo.post, tmp_path)
        bezoekers.sluit()
    assert not bezoekers.klachten, bezoekers.klachten


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whoever asks for the region drives a browser."""
    for item in items:
        if "demoregio" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.browser)
