"""Does what was put aside come out again, wherever it lies, for more than one who looks, and is it gone afterwards?"""

from __future__ import annotations

import gc
import io
import os
import zipfile
from collections.abc import Callable

import pytest

from overstap.foundation.opslag import Tijdelijk
from overstap.integrations import spoel
from overstap.integrations.spoel import Geheugen, Spoel, _OpSchijf

INHOUD = os.urandom(150_000)


@pytest.fixture(params=[Tijdelijk, _OpSchijf, None], ids=["server", "opdracht", "geheugen"])
def plek(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Spoel | Geheugen:
    """Each place where it may lie, with the same bytes in it."""
    if request.param is None:
        gevuld: Spoel | Geheugen = Geheugen()
    else:
        monkeypatch.setattr(spoel, "_bewaarplek", request.param)
        gevuld = Spoel()
    for begin in range(0, len(INHOUD), 40_000):
        gevuld.write(INHOUD[begin : begin + 40_000])
    return gevuld


def test_everybody_who_looks_has_a_place_of_his_own(plek: Spoel | Geheugen) -> None:
    een, twee = plek.open(), plek.open()
    assert (een.read(10), twee.read(20), een.read(10)) == (INHOUD[:10], INHOUD[:20], INHOUD[10:20])
    assert twee.seek(-5, os.SEEK_END) == len(INHOUD) - 5 == plek.omvang - 5
    assert (twee.read(), een.read(), een.read()) == (INHOUD[-5:], INHOUD[20:], b"")
    een.close()
    assert plek.open().read() == INHOUD


def test_a_zip_is_read_where_it_lies(monkeypatch: pytest.MonkeyPatch) -> None:
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w") as zip_:
        zip_.writestr("a", INHOUD)
    ligt = Spoel()
    ligt.write(uit.getvalue())
    with zipfile.ZipFile(ligt.open()) as zip_:
        assert zip_.read("a") == INHOUD


def test_what_nobody_holds_is_gone_and_a_look_holds_it(monkeypatch: pytest.MonkeyPatch) -> None:
    gesloten: list[bool] = []

    class Plek(_OpSchijf):
        def close(self) -> None:
            gesloten.append(True)
            super().close()

    monkeypatch.setattr(spoel, "_bewaarplek", Plek)
    ligt = Spoel()
    ligt.write(b"abc")
    kijk: Callable[[], bytes] = ligt.open().read
    del ligt
    gc.collect()
    assert (kijk(), gesloten) == (b"abc", [])
    del kijk
    gc.collect()
    assert gesloten == [True]
