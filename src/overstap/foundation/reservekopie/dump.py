"""How does a whole database flow into a closed file, and back? By PostgreSQL's own programs, never held whole."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

import psycopg
from pyrage import x25519

from overstap.foundation.reservekopie.paklijst import Deel, ReservekopieFout
from overstap.foundation.reservekopie.versleuteling import ontsleutel, versleutel

NAAM = "database.age"


def schrijf(adres: str, moment: str, map_: Path, ontvanger: str) -> Deel:
    """Everything of the database at `adres`, as the snapshot `moment` saw it.

    pg_dump asks for `row_security = off` itself: bound by row-level security it stops, instead of leaving rows out.
    """
    with _programma("pg_dump", adres, "--format=custom", f"--snapshot={moment}", bron=True) as (proces, gelukt):
        assert proces.stdout
        return versleutel(proces.stdout, map_ / NAAM, ontvanger, gelukt)


def lees_in(adres: str, map_: Path, sleutel: x25519.Identity) -> None:
    """Everything back into the empty database at `adres`, in one transaction: all of it or nothing."""
    opties = ("--exit-on-error", "--single-transaction", "--no-owner", f"--dbname={_naam(adres)}")
    with _programma("pg_restore", adres, *opties, bron=False) as (proces, gelukt):
        assert proces.stdin
        try:
            ontsleutel(map_ / NAAM, proces.stdin, sleutel)
            proces.stdin.close()
        except (OSError, ReservekopieFout) as fout:
            # Before its input ends, or it would keep the half that it got.
            proces.kill()
            raise ReservekopieFout(f"{map_ / NAAM} kwam niet heel over. {fout} {gelukt.gezegd()}") from fout
        gelukt()


@contextmanager
def _programma(naam: str, adres: str, *opties: str, bron: bool) -> Iterator[tuple[subprocess.Popen[bytes], _Gelukt]]:
    """A program of PostgreSQL on a database; it is cut off when we stop before its end."""
    with tempfile.TemporaryFile() as fouten:
        proces = subprocess.Popen(
            [_pad(naam), "--no-password", *opties],
            stdin=subprocess.DEVNULL if bron else subprocess.PIPE,
            stdout=subprocess.PIPE if bron else subprocess.DEVNULL,
            stderr=fouten,
            env={**os.environ, **_omgeving(adres)},
        )
        try:
            yield proces, _Gelukt(naam, proces, fouten)
        finally:
            if proces.poll() is None:
                proces.kill()
            for pijp in filter(None, (proces.stdin, proces.stdout)):
                with suppress(BrokenPipeError):
                    pijp.close()
            proces.wait()


class _Gelukt:
    """Waits for the end of a program; raises `ReservekopieFout` with what it said when that was not good."""

    def __init__(self, naam: str, proces: subprocess.Popen[bytes], fouten: IO[bytes]) -> None:
        self._naam, self._proces, self._fouten = naam, proces, fouten

    def __call__(self) -> None:
        if self._proces.wait() != 0:
            raise ReservekopieFout(f"{self._naam} mislukte. {self.gezegd()}")

    def gezegd(self) -> str:
        """Its own lines only: what follows an error (DETAIL, CONTEXT) repeats the row, and that is a child's."""
        self._fouten.seek(0)
        regels = self._fouten.read().decode("utf-8", "replace").splitlines()
        return " ".join([regel for regel in regels if regel.startswith(f"{self._naam}:")][:2])


def _pad(naam: str) -> str:
    """The newest of Debian, else what stands in the PATH: it must be at least as new as the server."""
    gevonden = [pad for pad in Path("/usr/lib/postgresql").glob(f"*/bin/{naam}") if os.access(pad, os.X_OK)]
    if gevonden:
        return str(max(gevonden, key=lambda pad: int(pad.parent.parent.name)))
    if in_pad := shutil.which(naam):
        return in_pad
    raise ReservekopieFout(f"{naam} ontbreekt. Installeer het pakket postgresql-client van de versie van de server.")


def _naam(adres: str) -> str:
    return str(psycopg.conninfo.conninfo_to_dict(adres)["dbname"])


def _omgeving(adres: str) -> dict[str, str]:
    """The address as libpq reads it from the environment: a command line is read by everybody on the machine."""
    gegeven = psycopg.conninfo.conninfo_to_dict(adres)
    namen = {
        optie.keyword.decode(): optie.envvar.decode() for optie in psycopg.pq.Conninfo.get_defaults() if optie.envvar
    }
    return {namen[naam]: str(waarde) for naam, waarde in gegeven.items() if naam in namen and waarde is not None}
