"""Can somebody keep us busy with a ZIP of nothing but names?"""

from __future__ import annotations

import contextlib
import io
import struct
import zipfile
from collections.abc import Callable

import pytest

from overstap.integrations.oso.bestandssoort import herken_bestand, waarom_niet_bestand
from overstap.integrations.stapel import GeenStapel, pak_uit
from overstap.integrations.zipleden import INHOUDSOPGAVE, open_zip


def namen(aantal: int) -> io.BytesIO:
    """A ZIP with so many times the same empty file in its list."""
    lid = struct.pack("<4s5H3I2H", b"PK\x03\x04", 20, 0, 0, 0, 0, 0, 0, 0, 1, 0) + b"a"
    regel = struct.pack("<4s6H3I5H2I", b"PK\x01\x02", 20, 20, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0) + b"a"
    nu = min(aantal, 0xFFFF)
    einde = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, nu, nu, aantal * len(regel), len(lid), 0)
    return io.BytesIO(lid + regel * aantal + einde)


@pytest.fixture
def gelezen(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Every name that `zipfile` took out of a list."""
    namen: list[object] = []
    monkeypatch.setattr(zipfile.ZipInfo, "_decodeExtra", lambda *lid: namen.append(lid))
    return namen


def test_a_list_within_its_limit_is_read(gelezen: list[object]) -> None:
    assert len(open_zip(namen(1000)).infolist()) == len(gelezen) == 1000


@pytest.mark.parametrize(
    "lees",
    [
        open_zip,
        lambda bestand: pytest.fail("herkend") if herken_bestand(bestand, "docx") else waarom_niet_bestand(bestand),
        lambda bestand: list(pak_uit(bestand, 10**9)),
    ],
    ids=["zip", "document", "stapel"],
)
def test_a_list_without_end_is_not_taken_into_memory(
    lees: Callable[[io.BytesIO], object], gelezen: list[object]
) -> None:
    with contextlib.suppress(zipfile.BadZipFile, GeenStapel):
        lees(namen(INHOUDSOPGAVE // 47 + 1))
    assert gelezen == []
