"""How long do twenty people wait who work at the same time, and does the memory of the web process stay flat?

Each of them asks for a page, reads five seconds and asks for the next one, in the order of a working day; one in seven
pages is an empty one, to compare with. What makes the load runs on the same cores as the server and its database.
"""

from __future__ import annotations

import random
import statistics
import threading
import time
from typing import TYPE_CHECKING, Any

from bench.klas import log_in
from bench.server import Bezoeker, server

if TYPE_CHECKING:
    from bench.klas import Klas

MENSEN = 20
DENKTIJD = 5.0
OPWARMEN, SECONDEN = 30, 90
LEEG = "/bench/leeg/?n=4"


def meet(klas: Klas) -> dict[str, Any]:
    """Milliseconds of each kind of page beside an empty one, and MB of the worker at the begin and in the end."""
    with server() as waar:
        dagen = _dagen(klas)
        # Every connection plans its queries once, and every thread takes its memory once.
        _laat_werken(waar, dagen, OPWARMEN, DENKTIJD / 10)
        begin = waar.geheugen_mb()
        cpu, klok = waar.cpu_ms(), time.perf_counter()
        tijden = _laat_werken(waar, dagen, SECONDEN, DENKTIJD)
        duur = time.perf_counter() - klok
        uit: dict[str, Any] = {"mensen": MENSEN, "seconden": round(duur)}
        uit["web_cpu_procent"] = round((waar.cpu_ms() - cpu) / duur / 10, 1)
        for naam, mb in waar.geheugen_mb().items():
            uit |= {f"{naam}_mb_begin": begin[naam], f"{naam}_mb_eind": mb}
    for soort, gemeten in sorted(tijden.items()):
        gemeten.sort()
        uit |= {
            f"{soort}_keer": len(gemeten),
            f"{soort}_p50_ms": round(statistics.median(gemeten), 1),
            f"{soort}_p95_ms": round(gemeten[max(0, -(-len(gemeten) * 95 // 100) - 1)], 1),
        }
    uit["mb_meer"] = round(uit["rss_mb_eind"] - uit["rss_mb_begin"], 1)
    return uit


def _dagen(klas: Klas) -> list[list[tuple[str, str, str]]]:
    """For each person the pages of a day: (kind, session, address)."""
    from overstap.domain.dossiers.enums import Staat
    from overstap.domain.zorgroutes.enums import Routestaat
    from overstap.foundation.access import Rol
    from tests.wereld import dagen_terug
    from tests.zorggang import Zorggang

    wereld = klas.wereld
    naar_vo = wereld.dossier_in(Staat.GELEZEN, met_bestanden=True)
    zorg = wereld.dossier_in(Staat.CONCEPT, bijzonder=frozenset({"lwoo"}))
    gang = Zorggang(zorg, wereld.swv, at=dagen_terug(20)).tot(Routestaat.IN_COMMISSIE)
    vo, swv, po = (log_in(wie) for wie in (wereld.vo.toelating, wereld.swv[Rol.SWV_LOKET], wereld.a.leerkracht))
    ouder = log_in(naar_vo.ouders[0].actor)
    bladen = [
        ("vo_inbox", vo, "/vo/"),
        ("vo_dossier", vo, f"/vo/overdrachten/{naar_vo.overdracht_id}/"),
        ("swv_bord", swv, "/swv/"),
        ("swv_zaak", swv, f"/swv/zaken/{gang.route_id}/"),
        ("po_werkvoorraad", po, "/po/"),
        ("ouder_rapport", ouder, "/ouders/rapport/"),
        ("leeg", po, LEEG),
    ]
    return [bladen[nummer % len(bladen) :] + bladen[: nummer % len(bladen)] for nummer in range(MENSEN)]


def _laat_werken(
    waar: Any, dagen: list[list[tuple[str, str, str]]], seconden: float, denktijd: float
) -> dict[str, list[float]]:
    """Let everybody work until the time is over; milliseconds by kind of page. Stops when somebody got no page."""
    tijden: dict[str, list[float]] = {}
    fouten: list[Exception] = []
    slot, tot = threading.Lock(), time.monotonic() + seconden

    def werk(nummer: int) -> None:
        # Nobody begins or reads just as long as somebody else; the same in every run.
        toeval = random.Random(nummer)  # noqa: S311  # no secret, and the same in every run
        time.sleep(toeval.uniform(0, denktijd))
        lijnen = {sessie: Bezoeker(waar, sessie) for _soort, sessie, _adres in dagen[nummer]}
        while time.monotonic() < tot and not fouten:
            for soort, sessie, adres in dagen[nummer]:
                begin = time.perf_counter()
                try:
                    lijnen[sessie].vraag(adres)
                except (OSError, RuntimeError) as fout:
                    fouten.append(fout)
                    return
                ms = (time.perf_counter() - begin) * 1000
                with slot:
                    tijden.setdefault(soort, []).append(ms)
                time.sleep(toeval.uniform(0.5, 1.5) * denktijd)
                if time.monotonic() >= tot:
                    return

    mensen = [threading.Thread(target=werk, args=(nummer,)) for nummer in range(len(dagen))]
    for mens in mensen:
        mens.start()
    for mens in mensen:
        mens.join()
    if fouten:
        raise fouten[0]
    return tijden
