"""Does the API keep to its own document? Schemathesis sends what it allows and what not, with every kind of key.

Not in the suite: chance has a part in it, and what it found stands as a test in tests/web/api. `./dev api` runs it.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import time_machine

from overstap.domain.dossiers.enums import Staat
from overstap.domain.zorgroutes.enums import Routestaat
from overstap.foundation.access import Actor, Rol
from overstap.web.api import deur
from tests.access_matrix.koppelingen import sleutel_van
from tests.wereld import AT, maak_pdf_nu, regio, zet_oso_nu_klaar
from tests.zorggang import Zorggang

# For each kind of key: as many requests as fit in a few minutes.
PER_DAAD = 150
INSTELLING = Path(__file__).with_name("schemathesis.toml")
SOORTEN = ("po", "vo", "swv", "regio", "geen")


@pytest.fixture
def adres(server: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The application on a port, on the day of the world, which does not count how fast somebody asks."""
    monkeypatch.setattr(deur, "PER_MINUUT", 10**9)
    with time_machine.travel(AT, tick=True):
        yield server


@pytest.mark.parametrize("soort", SOORTEN)
def test_the_api_keeps_to_its_document(
    adres: str, soort: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wereld = regio()
    for staat in (Staat.OVERGEDRAGEN, Staat.TER_INZAGE, Staat.GELEZEN):
        geval = wereld.dossier_in(staat)
        if staat is not Staat.TER_INZAGE:
            maak_pdf_nu(geval)
            zet_oso_nu_klaar(geval)
    zorg = wereld.dossier_in(Staat.CONCEPT, bijzonder=frozenset({"lwoo"}))
    Zorggang(zorg, wereld.swv, at=AT).tot(Routestaat.AANGEMELD)
    wie: dict[str, Actor] = {
        "po": wereld.a.directeur,
        "vo": wereld.vo.toelating,
        "swv": wereld.swv[Rol.SWV_COMMISSIE],
        "regio": wereld.regio[Rol.REGIOCOORDINATOR],
    }
    sleutel = sleutel_van(wie[soort]) if soort in wie else ""
    opdracht = [
        str(Path(sys.executable).with_name("schemathesis")), "--config-file", str(INSTELLING),
        "run", f"{adres}/api/v1/openapi.json", "--url", adres,
        "--checks", "all", "--mode", "all", "--max-examples", str(PER_DAAD), "--continue-on-failure", "--no-color",
        "--generation-database", "none", "--output-truncate", "true",
        *(["--header", f"Authorization: Bearer {sleutel}"] if sleutel else []),
    ]  # fmt: skip
    uitvoer = subprocess.run(opdracht, capture_output=True, text=True, check=False, timeout=3600, cwd=tmp_path)
    with capsys.disabled():
        print(f"\n=== {soort}\n{uitvoer.stdout[-6000:]}{uitvoer.stderr[-2000:]}")  # noqa: T201  # the figures are what it is for
    assert uitvoer.returncode == 0
