"""How much more does the werkvoorraad of thirty pupils cost than an empty page, and does it ask more with more pupils?

The empty page has the same server, session, transaction and number of queries; its queries do nothing.
"""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING

import psycopg

from bench.klas import DERTIG, log_in
from bench.server import Bezoeker, cpu_ms

if TYPE_CHECKING:
    from bench.klas import Klas
    from bench.server import Server
    from overstap.foundation.access import Actor

ADRES = "/po/"
KEER = 200
OPWARMEN = 30
AANTALLEN = (3, DERTIG, 300)


def tel_queries(klas: Klas, adres: str = ADRES, wie: Actor | None = None) -> int:
    """The number of queries of one page (for a teacher), after a first look that fills the caches."""
    from django.conf import settings
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client(SERVER_NAME="localhost")
    client.cookies[settings.SESSION_COOKIE_NAME] = log_in(wie or klas.wereld.a.leerkracht)
    client.get(adres)
    with CaptureQueriesContext(connection) as gevraagd:
        if client.get(adres).status_code != 200:
            raise RuntimeError(f"{adres} gaf geen bladzijde")
    return len(gevraagd)


def meet(waar: Server, klas: Klas, queries: int, queries_leeg: int) -> dict[str, float]:
    """Milliseconds per page and the ratios: waiting, CPU of the web process, and CPU of it and its database together.

    The pages come in turns, one by one, so that what else this machine does strikes them alike. The first ones warm up:
    every connection plans its queries once.
    """
    bezoeker = Bezoeker(waar, log_in(klas.wereld.a.leerkracht))
    trivial = queries - queries_leeg
    paginas = {"werkvoorraad": ADRES, "leeg": f"/bench/leeg/?n={trivial}", "niets": f"/bench/niets/?n={trivial}"}
    if bezoeker.vraag(ADRES).count(b"/po/dossiers/") < DERTIG:
        raise RuntimeError("de werkvoorraad toont de leerlingen niet")
    uit: dict[str, float] = {"trivial_queries": trivial}
    for naam, adres in paginas.items():
        uit[f"{naam}_eerste_ms"] = round(_een(waar, [], bezoeker, adres)["ms"], 2)
        for _ in range(OPWARMEN):
            bezoeker.vraag(adres)
    database = _databaseprocessen()
    rondes = [{naam: _een(waar, database, bezoeker, adres) for naam, adres in paginas.items()} for _ in range(KEER)]
    for naam in paginas:
        for maat in ("ms", "cpu_ms", "cpu_samen_ms"):
            uit[f"{naam}_{maat}"] = round(statistics.median(ronde[naam][maat] for ronde in rondes), 2)
    for naam in ("leeg", "niets"):
        for maat, woord in (("ms", ""), ("cpu_ms", "_cpu"), ("cpu_samen_ms", "_cpu_samen")):
            uit[f"keer_{naam}{woord}"] = round(uit[f"werkvoorraad_{maat}"] / uit[f"{naam}_{maat}"], 2)
    return uit


def _een(waar: Server, database: Sequence[int], bezoeker: Bezoeker, adres: str) -> dict[str, float]:
    """What one page costs."""
    web, daar, begin = waar.cpu_ms(), sum(map(cpu_ms, database)), time.perf_counter()
    bezoeker.vraag(adres)
    ms = (time.perf_counter() - begin) * 1000
    web, daar = waar.cpu_ms() - web, sum(map(cpu_ms, database)) - daar
    return {"ms": ms, "cpu_ms": web, "cpu_samen_ms": web + daar}


def _databaseprocessen() -> list[int]:
    """The processes of PostgreSQL that serve the application's main database now."""
    vraag = "select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()"
    with psycopg.connect(os.environ["DATABASE_EIGENAAR_URL"], autocommit=True) as verbinding:
        return [pid for (pid,) in verbinding.execute(vraag)]
