"""Does the store give back exactly what went in, and notice whatever happened to a file meanwhile?"""

from __future__ import annotations

import io
import os
import tracemalloc
import zipfile
from pathlib import Path
from uuid import uuid4

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st

from overstap.foundation import opslag
from overstap.foundation.opslag.stroom import STUK, Lezer, Schrijver
from overstap.foundation.sleutels.kast import Onleesbaar, Slot

KOP, GEHEIM_STUK = 36, STUK + 16


class _Los(Slot):
    """A lock with a key of its own, without the database of keys."""

    def __init__(self, sleutel: bytes = b"k" * 32) -> None:
        self._sleutel = sleutel


def _geheim(inhoud: bytes, *, plek: str = "hier", slot: Slot | None = None) -> bytes:
    uit = io.BytesIO()
    schrijver = Schrijver(uit, slot or _Los(), plek)
    schrijver.write(inhoud)
    schrijver.voltooi()
    return uit.getvalue()


def _lees(geheim: bytes, *, plek: str = "hier", slot: Slot | None = None) -> bytes:
    with Lezer(io.BytesIO(geheim), slot or _Los(), plek) as lezer:
        return lezer.read()


@pytest.mark.parametrize("lengte", [0, 1, STUK - 1, STUK, STUK + 1, 3 * STUK, 3 * STUK + 7])
def test_what_went_in_comes_out_and_nothing_of_it_is_readable(lengte: int):
    inhoud = os.urandom(lengte)
    geheim = _geheim(inhoud)
    assert _lees(geheim) == inhoud
    assert lengte < 16 or inhoud[:16] not in geheim


@given(delen=st.lists(st.binary(max_size=300)), sprongen=st.lists(st.tuples(st.integers(0, 4000), st.integers(0, 900))))
def test_portions_and_jumps_give_the_same_bytes(delen: list[bytes], sprongen: list[tuple[int, int]]):
    alles = b"".join(delen) * 400
    uit = io.BytesIO()
    schrijver = Schrijver(uit, _Los(), "hier")
    for _keer in range(400):
        for deel in delen:
            schrijver.write(deel)
    schrijver.voltooi()
    assert schrijver.omvang == len(alles)
    spiegel, lezer = io.BytesIO(alles), Lezer(uit, _Los(), "hier")
    for plaats, aantal in sprongen:
        assert spiegel.seek(plaats * 40) == lezer.seek(plaats * 40)
        assert spiegel.read(aantal * 100) == lezer.read(aantal * 100)


DRIE = _geheim(b"a" * STUK + b"b" * STUK + b"c" * 100)
STUKKEN = [DRIE[KOP + n * GEHEIM_STUK : KOP + (n + 1) * GEHEIM_STUK] for n in range(3)]


@pytest.mark.parametrize(
    "geheim",
    [
        pytest.param(DRIE[:KOP] + STUKKEN[1] + STUKKEN[0] + STUKKEN[2], id="swapped"),
        pytest.param(DRIE[:KOP] + STUKKEN[0] + STUKKEN[1], id="last piece left out"),
        pytest.param(DRIE[:KOP] + STUKKEN[1] + STUKKEN[2], id="first piece left out"),
        pytest.param(DRIE[:KOP] + STUKKEN[0] * 2 + STUKKEN[2], id="repeated"),
        pytest.param(DRIE + STUKKEN[2], id="added"),
        pytest.param(DRIE[:-1], id="one byte short"),
        pytest.param(DRIE[:KOP], id="only a head"),
        pytest.param(DRIE[:10], id="half a head"),
        pytest.param(b"", id="empty"),
        pytest.param(b"X" + DRIE[1:], id="other mark"),
        pytest.param(DRIE[:4] + bytes(32) + DRIE[36:], id="other salt"),
        pytest.param(DRIE[:5000] + bytes([DRIE[5000] ^ 1]) + DRIE[5001:], id="one bit"),
    ],
)
def test_a_changed_file_does_not_read(geheim: bytes):
    with pytest.raises(Onleesbaar):
        _lees(geheim)


def test_what_was_cut_short_does_not_even_open():
    with pytest.raises(Onleesbaar):
        Lezer(io.BytesIO(DRIE[:KOP] + STUKKEN[0]), _Los(), "hier")


def test_another_key_or_place_does_not_open_it():
    with pytest.raises(Onleesbaar):
        _lees(DRIE, plek="daar")
    with pytest.raises(Onleesbaar):
        _lees(DRIE, slot=_Los(b"x" * 32))


def test_two_files_of_the_same_content_have_nothing_in_common():
    een, ander = _geheim(bytes(1000)), _geheim(bytes(1000))
    assert een[4:] != ander[4:]
    assert een[KOP:] != ander[KOP:]


def test_a_file_appears_complete_or_not_at_all():
    goed, mislukt = uuid4(), uuid4()
    with opslag.schrijver(goed, _Los(), "x") as uit:
        uit.write(b"inhoud")
    with pytest.raises(ZeroDivisionError), opslag.schrijver(mislukt, _Los(), "x") as uit:
        uit.write(bytes([1 // 0]))
    assert (uit.omvang, opslag.lezer(goed, _Los(), "x").read()) == (0, b"inhoud")
    with pytest.raises(opslag.NietBewaard):
        opslag.lezer(mislukt, _Los(), "x")
    assert not list(Path(settings.OVERSTAP_BIJLAGEN_MAP).rglob("*.half"))


def test_who_is_reading_reads_on_when_the_file_is_removed():
    bestand_id = uuid4()
    with opslag.schrijver(bestand_id, _Los(), "x") as uit:
        uit.write(bytes(3 * STUK))
    stukken = opslag.lezer(bestand_id, _Los(), "x").stukken()
    next(stukken)
    opslag.verwijder(bestand_id)
    assert sum(map(len, stukken)) == 2 * STUK


def test_a_zip_is_read_in_place_and_big_files_take_little_memory():
    bestand_id, stuk = uuid4(), os.urandom(STUK)
    tracemalloc.start()
    with opslag.schrijver(bestand_id, _Los(), "x") as uit, zipfile.ZipFile(_Doorgeef(uit), "w") as zip_:
        for nummer in range(3):
            with zip_.open(f"{nummer}.bin", "w") as lid:
                for _keer in range(100):
                    lid.write(stuk)
    with opslag.lezer(bestand_id, _Los(), "x") as bron, zipfile.ZipFile(bron) as zip_:
        assert zip_.namelist() == ["0.bin", "1.bin", "2.bin"]
        with zip_.open("2.bin") as lid:
            assert lid.read(STUK) == stuk
        assert zip_.testzip() is None
    piek = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert bron.omvang > 300 * STUK
    assert piek < bron.omvang / 5


class _Doorgeef(io.RawIOBase):
    """A file that can only be written to, as a stream is."""

    def __init__(self, uit: Schrijver) -> None:
        self._uit = uit

    def write(self, stuk: bytes) -> int:
        return self._uit.write(bytes(stuk))

    def writable(self) -> bool:
        return True
