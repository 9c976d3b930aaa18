"""Does the real clamd find what it should, and is its absence or silence never taken for an all-clear?"""

from __future__ import annotations

import os
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from overstap.integrations.virusscan import ScannerWeg, scan
from tests.clamd import BOOS, HANDTEKENING, Clamd, draaiende_clamd

# Half of what is waited without a word about time: also a slow machine tells the two apart, in seconds.
NOOIT_LATER = 30


@pytest.fixture(scope="module")
def clamd() -> Iterator[Clamd]:
    with draaiende_clamd() as gestart:
        yield gestart


def test_the_daemon_calls_what_it_does_not_know_safe(clamd: Clamd) -> None:
    assert scan([b"%PDF-1.7 ", b"", os.urandom(200_000)], clamd.pad).veilig


def test_the_daemon_names_what_it_finds_also_across_pieces_and_inside_a_zip(clamd: Clamd) -> None:
    import io
    import zipfile

    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as zip_:
        zip_.writestr("word/document.xml", bytes(5000) + BOOS)
    for stukken in ([b"x" * 100 + BOOS], [BOOS[:20], BOOS[20:]], [buffer.getvalue()]):
        uitslag = scan(stukken, clamd.pad)
        assert uitslag.handtekening == f"{HANDTEKENING}.UNOFFICIAL"
        assert not uitslag.veilig


def test_what_is_too_big_for_the_daemon_gets_no_verdict(clamd: Clamd) -> None:
    with pytest.raises(ScannerWeg):
        scan((bytes(65536) for _ in range(100)), clamd.pad)


def test_a_daemon_that_hangs_is_left_in_time_and_comes_back(clamd: Clamd) -> None:
    clamd.bevries()
    begin = time.monotonic()
    try:
        with pytest.raises(ScannerWeg, match="TimeoutError"):
            scan([b"iets"], clamd.pad, tijd=0.3)
        assert time.monotonic() - begin < NOOIT_LATER
    finally:
        clamd.verder()
    assert scan([b"iets"], clamd.pad).veilig


def test_a_daemon_that_is_stopped_gives_no_verdict(clamd: Clamd) -> None:
    clamd.stop()
    try:
        with pytest.raises(ScannerWeg):
            scan([b"iets"], clamd.pad)
    finally:
        clamd.start()
    assert scan([b"iets"], clamd.pad).veilig


def zeg_dat_je_leeft(luister: socket.socket) -> None:
    """What every scanner is asked first."""
    lijn, _ = luister.accept()
    with lijn:
        assert lijn.recv(100) == b"zPING\0"
        lijn.sendall(b"PONG\0")


@pytest.mark.parametrize(
    "antwoord", [b"", b"stream: OK", b"OK\0", b"stream: OK\0stream: OK\0", b"stream: ERROR\0", b"\xff" * 9000, b"\0"]
)
def test_only_the_exact_words_are_an_all_clear(tmp_path: Path, antwoord: bytes) -> None:
    pad = str(tmp_path / "s")
    with socket.socket(socket.AF_UNIX) as luister:
        luister.bind(pad)
        luister.listen()

        def antwoord_een_keer() -> None:
            zeg_dat_je_leeft(luister)
            lijn, _ = luister.accept()
            with lijn:
                lijn.recv(100_000)
                lijn.sendall(antwoord)

        draad = threading.Thread(target=antwoord_een_keer)
        draad.start()
        with pytest.raises(ScannerWeg):
            scan([b"iets"], pad, tijd=5)
        draad.join()


def test_a_daemon_that_drips_is_left_in_time(tmp_path: Path) -> None:
    pad = str(tmp_path / "s")
    klaar = threading.Event()
    with socket.socket(socket.AF_UNIX) as luister:
        luister.bind(pad)
        luister.listen()

        def druppel() -> None:
            zeg_dat_je_leeft(luister)
            lijn, _ = luister.accept()
            with lijn:
                while not klaar.wait(0.05):
                    lijn.sendall(b"s")

        draad = threading.Thread(target=druppel)
        draad.start()
        begin = time.monotonic()
        with pytest.raises(ScannerWeg, match="TimeoutError"):
            scan([b"iets"], pad, tijd=0.4)
        assert time.monotonic() - begin < NOOIT_LATER
        klaar.set()
        draad.join()
