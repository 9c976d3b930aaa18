"""kill -9 of the web server, the worker or the whole database, at random moments while people write."""

from __future__ import annotations

import os
import random
import signal
import statistics
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

from tests.chaos.controle import leeg_de_wachtrij, oordeel
from tests.chaos.druk import Druk
from tests.chaos.opstelling import Opstelling, opstelling, wacht


def web(keren: int, schrijven: int) -> dict[str, Any]:
    """The web server: sometimes all of it, sometimes one of its processes."""
    return _meet("web", keren, schrijven)


def worker(keren: int, schrijven: int) -> dict[str, Any]:
    """The worker, while it makes PDFs, sends mail and reads a ZIP."""
    return _meet("worker", keren, schrijven)


def database(keren: int, schrijven: int) -> dict[str, Any]:
    """PostgreSQL with all its processes: both databases at once."""
    return _meet("database", keren, schrijven)


def _meet(wat: str, keren: int, schrijven: int) -> dict[str, Any]:
    toeval = random.Random(wat)
    with opstelling(wat) as waar:
        druk = Druk(waar, definitief=max(4, schrijven // 100), importeren=max(4, schrijven // 50))
        waar.begin()
        zip_ = _zip_voor_de_worker(druk)
        druk.start()
        duren = []
        for keer in range(keren):
            _laat_werken(druk, schrijven * (keer + 1) // (keren + 1))
            time.sleep(toeval.uniform(0, 1.5))
            duren.append(_sla_toe(waar, druk, wat, keer))
        _laat_werken(druk, schrijven)
        druk.stop()
        rust = leeg_de_wachtrij(waar)
        uit = {"gedood": keren, "weer_dienen_s": _cijfers(duren), "wachtrij_leeg_s": round(rust, 1)}
        return uit | oordeel(waar, druk.boek) | _zip(waar, zip_)


def _laat_werken(druk: Druk, tot: int) -> None:
    wacht(lambda: druk.aantal() >= tot, f"er kwam geen {tot}e bevestiging", 3600, 0.05)


def _sla_toe(waar: Opstelling, druk: Druk, wat: str, keer: int) -> float:
    """Kill it, start it again as an operator's system does, and return the seconds until it serves."""
    begin = time.monotonic()
    if wat == "web":
        if keer % 3 == 2:
            os.kill(_kinderen(waar.programmas["web"].pid)[0], signal.SIGKILL)
        else:
            waar.dood("web")
            waar.start("web")
    elif wat == "database":
        dood_met_kinderen(waar.postmaster())
        waar.cluster.ensure_running()
    else:
        laatste = _laatste_worker(waar)
        waar.dood("worker")
        waar.start("worker")
        return wacht(lambda: _laatste_worker(waar) > laatste, "er meldt zich geen worker", 300, 0.2)
    wacht(lambda: druk.eerste_na(begin) is not None, f"{wat} dient niet meer", 300, 0.02)
    return (druk.eerste_na(begin) or begin) - begin


def dood_met_kinderen(pid: int) -> None:
    """kill -9 of a server with every process it made, at one moment."""
    kinderen = _kinderen(pid)
    for een in (pid, *kinderen):
        with suppress(ProcessLookupError):
            os.kill(een, signal.SIGKILL)
    wacht(lambda: not any(_leeft(een) for een in (pid, *kinderen)), "de processen leven nog")


def _kinderen(pid: int) -> list[int]:
    taken = Path(f"/proc/{pid}/task").glob("*/children")
    return [int(kind) for taak in taken for kind in taak.read_text(encoding="ascii").split()]


def _leeft(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()[0] not in "ZX"
    except (FileNotFoundError, ProcessLookupError):
        return False


def _laatste_worker(waar: Opstelling) -> int:
    """The number of the worker that came last: it takes jobs from then on."""
    return int(waar.vraag("select coalesce(max(id), 0) from procrastinate_workers")[0][0])


def _zip_voor_de_worker(druk: Druk) -> str:
    """A ZIP of forty pupils of the other school, which the worker reads while the rest goes on."""
    from bench.klas import log_in
    from tests.chaos.bezoeker import NAAR, Bezoeker
    from tests.partij import osobestand, zipbestand

    school = druk.wereld.b
    leden = [(f"{n}.xml", osobestand(school.gegevens, n, achternaam=f"Zip{n}")) for n in range(40)]
    antwoord = Bezoeker(druk.waar.poort, log_in(school.administratie)).upload(
        "/po/importeren/", "klas.zip", zipbestand(leden)
    )
    if antwoord.status not in NAAR:
        raise RuntimeError(f"de ZIP werd niet genomen: {antwoord.status}")
    return antwoord.naar.strip("/").split("/")[-1]


def _zip(waar: Opstelling, partij_id: str) -> dict[str, Any]:
    """How the ZIP came through: every file read once."""
    stand = waar.vraag("select stand from importen_partij where id = %s", partij_id)
    regels = waar.vraag(
        "select count(*), count(distinct nummer) from importen_importregel where partij_id = %s", partij_id
    )
    return {"zip": {"stand": stand[0][0] if stand else "weg", "regels": regels[0][0], "verschillend": regels[0][1]}}


def _cijfers(duren: list[float]) -> dict[str, float]:
    if not duren:
        return {}
    return {"midden": round(statistics.median(duren), 2), "langst": round(max(duren), 2)}
