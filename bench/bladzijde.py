"""How much more does the werkvoorraad of thirty pupils cost than an empty page, and does it ask more with more pupils?

The empty page has the same server, session, transaction and number of queries; its queries do nothing.
"""

from __future__ import annotations

import statistics
import time
from typing import TYPE_CHECKING

from bench.klas import DERTIG, log_in
from bench.server import Bezoeker

if TYPE_CHECKING:
    from bench.klas import Klas
    from bench.server import Server

ADRES = "/po/"
RONDEN = 12
PER_RONDE = 20
AANTALLEN = (3, DERTIG, 300)


def tel_queries(klas: Klas, adres: str = ADRES) -> int:
    """The number of queries of one page, after a first look that fills the caches."""
    from django.conf import settings
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client(SERVER_NAME="localhost")
    client.cookies[settings.SESSION_COOKIE_NAME] = log_in(klas.wereld.a.leerkracht)
    client.get(adres)
    with CaptureQueriesContext(connection) as gevraagd:
        if client.get(adres).status_code != 200:
            raise RuntimeError(f"{adres} gaf geen bladzijde")
    return len(gevraagd)


def meet(waar: Server, klas: Klas, queries: int, queries_leeg: int) -> dict[str, float]:
    """Milliseconds per page (CPU of the web process, and waiting time) in turns, and the ratios."""
    bezoeker = Bezoeker(waar, log_in(klas.wereld.a.leerkracht))
    trivial = queries - queries_leeg
    paginas = {"werkvoorraad": ADRES, "leeg": f"/bench/leeg/?n={trivial}", "niets": f"/bench/niets/?n={trivial}"}
    if bezoeker.vraag(ADRES).count(b"/po/dossiers/") < DERTIG:
        raise RuntimeError("de werkvoorraad toont de leerlingen niet")
    cpu: dict[str, list[float]] = {naam: [] for naam in paginas}
    wachten: dict[str, list[float]] = {naam: [] for naam in paginas}
    for ronde in range(RONDEN + 1):
        for naam, adres in paginas.items():
            begin_cpu, begin = waar.cpu_ms(), time.perf_counter()
            for _ in range(PER_RONDE):
                bezoeker.vraag(adres)
            if ronde:  # the first round warms up
                cpu[naam].append((waar.cpu_ms() - begin_cpu) / PER_RONDE)
                wachten[naam].append((time.perf_counter() - begin) * 1000 / PER_RONDE)
    uit: dict[str, float] = {"trivial_queries": trivial}
    for naam in paginas:
        uit[f"{naam}_cpu_ms"] = round(statistics.median(cpu[naam]), 2)
        uit[f"{naam}_ms"] = round(statistics.median(wachten[naam]), 2)
    for naam in ("leeg", "niets"):
        uit[f"keer_{naam}"] = round(uit["werkvoorraad_ms"] / uit[f"{naam}_ms"], 2)
        uit[f"keer_{naam}_cpu"] = round(uit["werkvoorraad_cpu_ms"] / uit[f"{naam}_cpu_ms"], 2)
    return uit
