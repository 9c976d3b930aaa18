"""What happens when a disk is full: that of the files, and that of PostgreSQL? On a small tmpfs, as root."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from overstap.config.environment import PROJECT
from overstap.foundation.postgres.cluster import ClusterError
from tests.chaos.bezoeker import NAAR, Bezoeker, GeenAntwoord
from tests.chaos.controle import leeg_de_wachtrij, oordeel
from tests.chaos.druk import Druk
from tests.chaos.opstelling import Opstelling, opstelling, status, wacht

_MB = 1024 * 1024
_PDF = b"%PDF-1.7 "


def schijf_bestanden(keren: int, schrijven: int) -> dict[str, Any]:
    """The folder of the files is full: people go on writing, an upload is refused whole, and afterwards it works."""
    with kleine_schijf("schijf_bestanden", 24) as map_, opstelling("schijf_bestanden", bijlagen=map_ / "b") as waar:
        druk = Druk(waar, definitief=4, importeren=4)
        waar.begin()
        er_was = _bijlagen(waar)
        druk.start()
        vol = _vul_met_bijlagen(waar, druk)
        klaar = status(waar.poort, "/readyz")
        eerder = druk.aantal()
        wacht(lambda: druk.aantal() >= eerder + schrijven // 2, "met een volle schijf schreef niemand meer", 300)
        tijdens = druk.aantal() - eerder
        begin = time.monotonic()
        subprocess.run(["mount", "-o", "remount,size=240m", str(map_)], check=True)
        duur = wacht(lambda: _voeg_toe(vol["wie"], vol["pad"], 9_000, "na.pdf"), "na ruimte lukt het nog niet")
        wacht(lambda: druk.aantal() >= schrijven, "er kwamen te weinig bevestigingen", 600)
        druk.stop()
        leeg_de_wachtrij(waar)
        halve = list((map_ / "b").rglob("*.half"))
        return {
            "bijlagen_bevestigd": vol["gelukt"] + 1, "antwoord_vol": vol["antwoorden"],
            "bijlagen_verloren": max(0, vol["gelukt"] + 1 - _bijlagen(waar) + er_was),
            "readyz_vol": klaar, "daden_terwijl_vol": tijdens, "weer_bijlagen_na_s": round(time.monotonic() - begin, 2),
            "weer_dienen_s": round(duur, 2), "halve_bestanden": len(halve), **oordeel(waar, druk.boek),
        }  # fmt: skip


def schijf_database(keren: int, schrijven: int) -> dict[str, Any]:
    """The disk of PostgreSQL is full: it stops; with room again it comes back with all that it acknowledged."""
    opties = ("max_wal_size=48MB", "min_wal_size=32MB", "wal_keep_size=0")
    with (
        kleine_schijf("schijf_database", 900) as map_,
        opstelling("schijf_database", opties=opties, pg=map_ / "pg") as waar,
    ):
        druk = Druk(waar, definitief=6, importeren=6)
        waar.begin()
        druk.start()
        duren = []
        for keer in range(keren):
            wacht(lambda: druk.aantal() >= schrijven * (keer + 1) // (keren + 1), "te weinig bevestigingen", 600)  # noqa: B023  # called at once
            duren.append(_vol_en_weer_leeg(waar, druk, map_ / "ballast"))
        wacht(lambda: druk.aantal() >= schrijven, "te weinig bevestigingen", 600)
        druk.stop()
        leeg_de_wachtrij(waar)
        return {"vol_geweest": keren, "weer_dienen_s": [round(d, 2) for d in duren], **oordeel(waar, druk.boek)}


def _vol_en_weer_leeg(waar: Opstelling, druk: Druk, ballast: Path) -> float:
    """Take all the room, until nobody gets an answer any more; give it back, and return the seconds until one does."""
    with ballast.open("wb", buffering=0) as vol:
        try:
            while True:
                vol.write(bytes(_MB))
        except OSError:
            pass
    stil = druk.aantal(), time.monotonic()
    # What is in the WAL segment at hand still fits; then it stops.
    while time.monotonic() - stil[1] < 3:
        if druk.aantal() != stil[0]:
            stil = druk.aantal(), time.monotonic()
        time.sleep(0.1)
    ballast.unlink()
    begin = time.monotonic()

    def draait() -> bool:
        try:
            waar.cluster.ensure_running()
        except ClusterError:
            return False
        return druk.eerste_na(begin) is not None

    wacht(draait, "de database komt niet terug", 300, 0.2)
    return (druk.eerste_na(begin) or begin) - begin


def _vul_met_bijlagen(waar: Opstelling, druk: Druk) -> dict[str, Any]:
    """Upload attachments of a megabyte until five in a row are not taken."""
    wie = Bezoeker(waar.poort, druk.sessies[0]["leerkracht"])
    pad = f"/po/dossiers/{druk.schrijven[0][0]}/bijlagen/toevoegen/"
    gelukt, mis, antwoorden = 0, 0, {}
    while mis < 5:
        hoe = _antwoord(wie, pad, _MB, f"vol-{gelukt}.pdf")
        antwoorden[hoe] = antwoorden.get(hoe, 0) + 1
        gelukt, mis = (gelukt + 1, 0) if hoe == "genomen" else (gelukt, mis + 1)
        if gelukt % 8 == 0 and hoe == "genomen":
            pad = f"/po/dossiers/{druk.schrijven[gelukt // 8 % 10][0]}/bijlagen/toevoegen/"
    return {"wie": wie, "pad": pad, "gelukt": gelukt, "geweigerd": mis, "antwoorden": antwoorden}


def _voeg_toe(wie: Bezoeker, pad: str, omvang: int, naam: str) -> bool:
    return _antwoord(wie, pad, omvang, naam) == "genomen"


def _antwoord(wie: Bezoeker, pad: str, omvang: int, naam: str) -> str:
    velden = {"soort": "lvs_profiel", "omschrijving": "Proef", "besproken_op": "3-11-2026"}
    try:
        antwoord = wie.upload(pad, naam, _PDF + os.urandom(omvang), velden)
    except GeenAntwoord as fout:
        return str(fout)
    return "genomen" if antwoord.status in NAAR else str(antwoord.status)


def _bijlagen(waar: Opstelling) -> int:
    return int(waar.vraag("select count(*) from bijlagen_bijlage")[0][0])


@contextmanager
def kleine_schijf(naam: str, mb: int) -> Iterator[Path]:
    """A disk of so many megabytes."""
    map_ = PROJECT / "var" / "chaos" / f"{naam}.schijf"
    map_.mkdir(parents=True, exist_ok=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={mb}m,mode=755", "tmpfs", str(map_)], check=True)
    try:
        yield map_
    finally:
        subprocess.run(["umount", "-l", str(map_)], check=True)
        map_.rmdir()
