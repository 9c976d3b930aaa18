"""How does a test get the real virus scanner, with one signature of our own and without the internet?"""

from __future__ import annotations

import hashlib
import io
import shutil
import signal
import socket
import subprocess
import tarfile
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

# What our own signature finds; no scanner in the world knows it.
BOOS = b"OVERSTAP-PROEF-dit-is-geen-virus-maar-doet-alsof"
HANDTEKENING = "Overstap.Proef"
NUMMER = 27001
ALS_ROOT = "/usr/sbin/clamd"


@contextmanager
def draaiende_clamd() -> Iterator[Clamd]:
    """A `clamd` of our own on a socket in a folder of its own; the test is skipped where Debian's package is absent."""
    programma = shutil.which("clamd") or (ALS_ROOT if Path(ALS_ROOT).exists() else None)
    if programma is None:
        pytest.skip("clamd ontbreekt: draai ./dev test als root of met sudo (pakket clamav-daemon)")
    with tempfile.TemporaryDirectory(prefix="overstap-clamd-") as map_:
        clamd = Clamd(programma, Path(map_))
        clamd.start()
        try:
            yield clamd
        finally:
            clamd.stop()


class Clamd:
    """One scanner: `pad` is its socket; it can be stopped, frozen and started again."""

    def __init__(self, programma: str, map_: Path) -> None:
        self._programma, self._map = programma, map_
        self.pad = str(map_ / "clamd.sock")
        self._proces: subprocess.Popen[bytes] | None = None
        database = map_ / "handtekeningen"
        database.mkdir()
        (database / "proef.ndb").write_text(f"{HANDTEKENING}:0:*:{BOOS.hex()}\n")
        regels = ("Foreground yes", f"LocalSocket {self.pad}", f"DatabaseDirectory {database}", "StreamMaxLength 2M",
                  f"TemporaryDirectory {map_}", f"LogFile {map_ / 'log'}", "MaxThreads 2")  # fmt: skip
        (map_ / "clamd.conf").write_text("\n".join(regels) + "\n")

    def start(self) -> None:
        """Start it, and wait until it answers."""
        self._proces = subprocess.Popen(
            [self._programma, "--config-file", str(self._map / "clamd.conf")],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for _keer in range(200):
            if self._antwoordt():
                return
            if self._proces.poll() is not None:
                break
            time.sleep(0.1)
        self.stop()
        raise RuntimeError((self._map / "log").read_text() if (self._map / "log").exists() else "clamd startte niet")

    def stop(self) -> None:
        """Stop it; harmless when it stands still already."""
        if self._proces is None:
            return
        self.verder()
        self._proces.terminate()
        try:
            self._proces.wait(10)
        except subprocess.TimeoutExpired:
            self._proces.kill()
            self._proces.wait()
        self._proces = None
        Path(self.pad).unlink(missing_ok=True)

    @contextmanager
    def nieuwere_handtekeningen(self, gevaar: bytes) -> Iterator[None]:
        """Inside, it finds `gevaar` as well, and says that its signatures are newer: a daily file, number `NUMMER`."""
        daags = self._map / "handtekeningen" / "daily.cud"
        daags.write_bytes(_dagelijks(f"{HANDTEKENING}.Nieuw:0:*:{gevaar.hex()}\n".encode()))
        self._herlaad()
        try:
            yield
        finally:
            daags.unlink()
            self._herlaad()

    def _herlaad(self) -> None:
        """Loading goes on behind it, so ask until the log says that it is done."""
        log = self._map / "log"
        eerder = log.read_text().count("Database correctly reloaded")
        with socket.socket(socket.AF_UNIX) as lijn:
            lijn.connect(self.pad)
            lijn.sendall(b"zRELOAD\0")
            lijn.recv(20)
        for _keer in range(100):
            if log.read_text().count("Database correctly reloaded") > eerder:
                return
            time.sleep(0.05)
        raise RuntimeError(log.read_text()[-500:])

    def bevries(self) -> None:
        """Let it hang: it takes a connection and never answers."""
        assert self._proces
        self._proces.send_signal(signal.SIGSTOP)

    def verder(self) -> None:
        """Let it go on."""
        if self._proces:
            self._proces.send_signal(signal.SIGCONT)

    def _antwoordt(self) -> bool:
        try:
            with socket.socket(socket.AF_UNIX) as lijn:
                lijn.settimeout(1)
                lijn.connect(self.pad)
                lijn.sendall(b"zPING\0")
                return lijn.recv(20) == b"PONG\0"
        except OSError:
            return False


def _dagelijks(regels: bytes) -> bytes:
    """A file of signatures as they come every day, unsigned (`man sigtool`): a head of 512 bytes, and a packed tar."""
    kop = f"ClamAV-VDB:22 Nov 2026 08-00 +0000:{NUMMER}:1:90:x:x:proef:1795334400"
    inhoud_van = f"{kop}\ndaily.ndb:{len(regels)}:{hashlib.sha256(regels).hexdigest()}\n".encode()
    uit = io.BytesIO()
    with tarfile.open(fileobj=uit, mode="w:gz", format=tarfile.USTAR_FORMAT) as tar:
        for naam, inhoud in (("COPYING", b"-"), ("daily.info", inhoud_van), ("daily.ndb", regels)):
            lid = tarfile.TarInfo(naam)
            lid.size = len(inhoud)
            tar.addfile(lid, io.BytesIO(inhoud))
    return kop.encode().ljust(512) + uit.getvalue()
