"""What happens when a disk is full: that of the files, and that of PostgreSQL? On a small tmpfs, as root.

Each time the disk is filled at one stroke, stays full for some seconds and gets its room back; no step waits for ever.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import psycopg

from overstap.foundation.postgres.cluster import ClusterError
from tests.chaos.bezoeker import NAAR, Bezoeker, GeenAntwoord
from tests.chaos.controle import leeg_de_wachtrij, oordeel
from tests.chaos.druk import Druk
from tests.chaos.opstelling import Opstelling, opstelling, status, wacht

_MB = 1024 * 1024
_VELDEN = {"soort": "lvs_profiel", "omschrijving": "Proef", "besproken_op": "3-11-2026"}
# How long a disk stays full, and how long we wait for its victim to be still.
_VOL, _STIL = 4.0, 30.0


def schijf_bestanden(keren: int, schrijven: int) -> dict[str, Any]:
    """The disk of the files is full: people go on writing, an upload is refused whole, and afterwards it works."""
    with kleine_schijf(96) as map_, opstelling("schijf_bestanden", bijlagen=map_ / "b") as waar:
        druk = Druk(waar, definitief=max(4, schrijven // 100), importeren=max(4, schrijven // 100))
        waar.begin()
        wie, er_waren = Bezoeker(waar.poort, druk.sessies[0]["leerkracht"]), _bijlagen(waar)
        dossiers = [dossier for van_een in druk.schrijven for dossier in van_een]
        genomen, vol, klaar, tijdens, duren = 0, Counter[str](), Counter[int](), 0, []
        druk.start()
        for keer in range(keren):
            _laat_werken(druk, schrijven * (keer + 1) // (keren + 1))
            with _gevuld(map_ / "ballast"):
                eerder, tot = druk.aantal(), time.monotonic() + _VOL
                while time.monotonic() < tot:
                    antwoord = _voeg_toe(wie, dossiers[keer % len(dossiers)], 300_000)
                    vol[antwoord] += 1
                    genomen += antwoord == "genomen"
                klaar[status(waar.poort, "/readyz")] += 1
                tijdens += druk.aantal() - eerder
            duren.append(_weer_genomen(wie, dossiers[(keer + 7) % len(dossiers)]))
            genomen += 1
        _laat_werken(druk, schrijven)
        druk.stop()
        rust = leeg_de_wachtrij(waar)
        return {
            "vol_geweest": keren, "bijlagen_bevestigd": genomen, "antwoord_terwijl_vol": dict(vol),
            "bijlagen_verloren": max(0, genomen - _bijlagen(waar) + er_waren), "readyz_terwijl_vol": dict(klaar),
            "daden_terwijl_vol": tijdens, "weer_bijlagen_na_s": _cijfers(duren), "wachtrij_leeg_s": round(rust, 1),
            "halve_bestanden": len(list((map_ / "b").rglob("*.half"))), **oordeel(waar, druk.boek),
        }  # fmt: skip


def schijf_database(keren: int, schrijven: int) -> dict[str, Any]:
    """The disk of PostgreSQL is full: it stops; with room again it comes back with all that it acknowledged."""
    # Without the reuse of old WAL a full disk is felt at the next 16 MB, instead of never.
    opties = ("max_wal_size=64MB", "min_wal_size=32MB", "wal_recycle=off", "wal_init_zero=on")
    with kleine_schijf(1200) as map_, opstelling("schijf_database", opties=opties, pg=map_ / "pg") as waar:
        if not waar.cluster.folder.is_relative_to(map_):
            raise RuntimeError(f"PostgreSQL staat niet op de kleine schijf maar in {waar.cluster.folder}")
        druk = Druk(waar, definitief=max(4, schrijven // 100), importeren=max(4, schrijven // 100))
        waar.begin()
        druk.start()
        duren, stil = [], 0
        for keer in range(keren):
            _laat_werken(druk, schrijven * (keer + 1) // (keren + 1))
            with _gevuld(map_ / "ballast"):
                stil += _wacht_tot_stil(waar, druk)
            duren.append(_kom_terug(waar, druk))
        _laat_werken(druk, schrijven)
        druk.stop()
        rust = leeg_de_wachtrij(waar)
        uit = {"vol_geweest": keren, "stond_stil": stil, "weer_dienen_s": _cijfers(duren), "wachtrij_leeg_s": rust}
        return uit | oordeel(waar, druk.boek)


def _laat_werken(druk: Druk, tot: int) -> None:
    wacht(lambda: druk.aantal() >= tot, f"er kwam geen {tot}e bevestiging", 900, 0.05)


@contextmanager
def _gevuld(ballast: Path) -> Iterator[None]:
    """Take every byte that is left, also of what comes free meanwhile at once; give it back in the end."""
    with ballast.open("wb", buffering=0) as vol, suppress(OSError):
        while True:
            vol.write(bytes(_MB))
    with ballast.open("ab", buffering=0) as vol, suppress(OSError):
        while True:
            vol.write(bytes(512))
    try:
        yield
    finally:
        ballast.unlink()


def _wacht_tot_stil(waar: Opstelling, druk: Druk) -> bool:
    """Did people get no answer any more (two seconds long) while its disk was full? Asks for more WAL all the time."""
    begin = laatst = time.monotonic()
    aantal = druk.aantal()
    while time.monotonic() - begin < _STIL:
        if druk.aantal() != aantal:
            aantal, laatst = druk.aantal(), time.monotonic()
            _nieuw_wal(waar)
        if time.monotonic() - laatst > 2:
            return True
        time.sleep(0.1)
    return False


def _nieuw_wal(waar: Opstelling) -> None:
    with suppress(psycopg.Error), psycopg.connect(waar.cluster.superuser_url(), connect_timeout=5) as verbinding:
        verbinding.execute("set statement_timeout = '5s'")
        verbinding.execute("select pg_switch_wal()")


def _kom_terug(waar: Opstelling, druk: Druk) -> float:
    """Start PostgreSQL where it ended, as systemd does; the seconds until somebody's write is acknowledged."""
    begin = time.monotonic()

    def dient() -> bool:
        with suppress(ClusterError):
            waar.cluster.ensure_running()
        return druk.eerste_na(begin) is not None

    wacht(dient, "de database komt niet terug", 180, 0.2)
    return (druk.eerste_na(begin) or begin) - begin


def _voeg_toe(wie: Bezoeker, dossier: Any, omvang: int) -> str:
    """What a teacher reads who adds an attachment of so many bytes: taken, or which status."""
    inhoud = b"%PDF-1.7 " + os.urandom(omvang)
    try:
        antwoord = wie.upload(f"/po/dossiers/{dossier}/bijlagen/toevoegen/", "vol.pdf", inhoud, _VELDEN)
    except GeenAntwoord as fout:
        return str(fout)
    return "genomen" if antwoord.status in NAAR else str(antwoord.status)


def _weer_genomen(wie: Bezoeker, dossier: Any) -> float:
    """Seconds until an attachment is taken again."""
    return wacht(lambda: _voeg_toe(wie, dossier, 9_000) == "genomen", "met ruimte lukt een bijlage nog niet", 120)


def _bijlagen(waar: Opstelling) -> int:
    return int(waar.vraag("select count(*) from bijlagen_bijlage")[0][0])


def _cijfers(duren: list[float]) -> dict[str, float]:
    return {"midden": round(statistics.median(duren), 2), "langst": round(max(duren), 2)} if duren else {}


@contextmanager
def kleine_schijf(mb: int) -> Iterator[Path]:
    """A disk of so many megabytes, where the account of PostgreSQL may come too."""
    map_ = Path(tempfile.mkdtemp(prefix="overstap-vol-"))
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={mb}m,mode=755", "tmpfs", str(map_)], check=True)
    try:
        yield map_
    finally:
        subprocess.run(["umount", "-l", str(map_)], check=True)
        map_.rmdir()
