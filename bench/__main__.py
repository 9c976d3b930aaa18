"""What does everything cost, in one run? Prints it and keeps it as var/bench/<moment>.json.

The JSON: `moment`, `versie` (commit), `machine`, `doelen` (name → figure, limit, reached) and
`metingen` (part → figures). A part that could not run has `overgeslagen` with the reason.
Ratios come from measurements taken in turns in this run.
"""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from bench.omgeving import omgeving
from overstap.config.environment import PROJECT

# Part, figure, the most it may be; the least for the PDF, which says how many times cheaper.
DOELEN = (
    ("lezen tegen parse + XSD", "oso", "lees_keer_parse_xsd", 4.0),
    ("OSO over de lijn: vier berichten tegen één kaal", "lijn", "heel_keer_kaal", 6.0),
    ("OSO over de lijn: MB erbij in 1.000 gesprekken", "lijn", "mb_erbij_in_duizend", 10.0),
    ("OSO over de lijn: MB erbij voor 40 MB bijlagen, erin", "lijngroot", "haal_erbij_mb", 25.0),
    ("OSO over de lijn: MB erbij voor 40 MB bijlagen, eruit", "lijngroot", "geef_erbij_mb", 25.0),
    ("regels tegen parse", "oso", "regels_keer_parse", 2.0),
    ("werkvoorraad tegen lege pagina", "werkvoorraad", "keer_leeg", 2.0),
    ("worker: piek in MB bij 1.000 dossiers", "partij", "piek_mb", 300.0),
    ("worker: piek in MB bij 40 MB bijlagen, erin", "groot", "import_groot_mb", 150.0),
    ("worker: piek in MB bij 40 MB bijlagen, eruit", "groot", "export_groot_mb", 150.0),
    ("import: per dossier bij 1.000 tegen 250", "partij", "keer_per_dossier", 1.25),
    ("export: per dossier bij 1.000 tegen 250", "partij", "keer_per_export", 1.25),
    ("werkvoorraad: queries met 300 min met 3 leerlingen", "werkvoorraad", "queries_meer", 0.0),
    ("bord van het swv: queries met 1.000 min met 3 zaken", "bord", "queries_meer", 0.0),
    ("inbox van 2.000 rapporten tegen lege pagina", "inbox", "inbox_keer_leeg", 5.0),
    ("bord van 1.000 zaken tegen lege pagina", "bord", "bord_keer_leeg", 5.0),
    ("twintig mensen tegelijk: MB erbij in het webproces", "druk", "mb_meer", 10.0),
    ("overzicht van een regio: queries met 100.000 min met 300 dossiers", "cockpit", "queries_meer", 0.0),
    ("inbox van het vo: queries met 2.000 rapporten min met enkele", "inbox", "queries_meer", 0.0),
)
PDF_DOELEN = (
    ("WeasyPrint tegen OKR-PDF, in CPU", "pdf", "verhouding_cpu", 5.0),
    ("WeasyPrint tegen OKR-PDF met beelden, in CPU", "pdf", "verhouding_cpu_beelden", 5.0),
)


def main() -> int:
    """Measure everything; the exit code is 1 when a goal is not reached."""
    metingen = {
        "oso": _probeer(_oso),
        "lijn": _probeer(_lijn),
        "lijngroot": _probeer(_lijngroot),
        "pdf": _probeer(_pdf),
    }
    with omgeving():
        metingen |= _met_database()
    doelen = [_doel(*doel, metingen) for doel in DOELEN] + [
        _doel(*doel, metingen, minstens=True) for doel in PDF_DOELEN
    ]
    verslag = {
        "moment": datetime.now(UTC).isoformat(timespec="seconds"),
        "versie": _versie(),
        "machine": {"python": platform.python_version(), "kernen": os.cpu_count(), "drukte": os.getloadavg()[0]},
        "doelen": doelen,
        "metingen": metingen,
    }
    _schrijf(verslag)
    return 1 if any(doel["gehaald"] is False for doel in doelen) else 0


def _met_database() -> dict[str, Any]:
    from bench import bladzijde, bord, cockpit, druk, geheugen, groot, importeren, inbox, partij
    from bench.klas import DERTIG, maak_klas
    from bench.omgeving import ververs_statistiek
    from bench.server import server

    klas, queries = maak_klas(), {}
    uit: dict[str, Any] = {}
    for aantal in bladzijde.AANTALLEN:
        (klas.importeer if aantal > DERTIG else klas.vul_aan)(aantal)
        queries[aantal] = bladzijde.tel_queries(klas)
        if aantal == DERTIG:
            ververs_statistiek()
            uit["import"] = _probeer(lambda: importeren.meet(klas))
            with server() as waar:
                uit["geheugen"] = geheugen.meet(waar, klas)
            with server() as waar:
                uit["werkvoorraad"] = bladzijde.meet(waar, klas, queries[aantal], _schil(klas))
    uit["werkvoorraad"] |= {f"queries_{aantal}": geteld for aantal, geteld in queries.items()}
    uit["partij"] = _probeer(lambda: partij.meet(klas))
    uit["inbox"] = _probeer(lambda: inbox.meet(klas, _schil(klas)))
    uit["groot"] = _probeer(lambda: groot.meet(klas))
    uit["bord"] = _probeer(lambda: bord.meet(klas, _schil(klas)))
    # Last: by now the inbox has two thousand reports and the board a thousand cases.
    uit["druk"] = _probeer(lambda: druk.meet(klas))
    uit["cockpit"] = _probeer(lambda: cockpit.meet(klas, _schil(klas)))
    uit["werkvoorraad"]["queries_meer"] = max(queries.values()) - min(queries.values())
    return uit


def _schil(klas: Any) -> int:
    """The queries that the shell itself asks: session, account, actor."""
    from django.conf import settings
    from django.test import override_settings

    from bench import bladzijde

    sjablonen = [{**settings.TEMPLATES[0], "DIRS": [PROJECT / "bench" / "jinja2"]}, *settings.TEMPLATES[1:]]
    with override_settings(ROOT_URLCONF="bench.urls", TEMPLATES=sjablonen):
        return bladzijde.tel_queries(klas, "/bench/leeg/?n=0")


def _oso() -> dict[str, float]:
    from bench import oso

    return oso.meet()


def _lijngroot() -> dict[str, float]:
    from bench import lijngroot

    return lijngroot.meet()


def _lijn() -> dict[str, float]:
    from bench import lijn

    return lijn.meet()


def _pdf() -> dict[str, Any]:
    from bench import pdf

    cijfers: dict[str, Any] = pdf.meet()
    if "verhouding_cpu" not in cijfers:
        cijfers["overgeslagen"] = "WeasyPrint ontbreekt: draai ./dev bench als root, dan wordt Pango geïnstalleerd"
    return cijfers


def _probeer(meet: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    """The figures, or why there are none: a file or a library that this machine does not have."""
    try:
        return meet()
    except (FileNotFoundError, OSError) as reden:
        return {"overgeslagen": f"{type(reden).__name__}: {reden}"}


def _doel(
    naam: str, deel: str, cijfer: str, grens: float, metingen: dict[str, Any], *, minstens: bool = False
) -> dict[str, Any]:
    gevonden = metingen[deel].get(cijfer)
    gehaald = None if gevonden is None else (gevonden >= grens if minstens else gevonden <= grens)
    return {"naam": naam, "cijfer": gevonden, "grens": grens, "gehaald": gehaald}


def _versie() -> str:
    gevraagd = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], cwd=PROJECT, capture_output=True, text=True, check=False
    )
    return gevraagd.stdout.strip()


def _schrijf(verslag: dict[str, Any]) -> None:
    map_ = PROJECT / "var" / "bench"
    map_.mkdir(parents=True, exist_ok=True)
    bestand = map_ / f"{verslag['moment'].replace(':', '')}.json"
    bestand.write_text(json.dumps(verslag, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    for deel, cijfers in verslag["metingen"].items():
        print(f"\n{deel}")
        for naam, waarde in cijfers.items():
            print(f"  {naam:28} {waarde}")
    print()
    for doel in verslag["doelen"]:
        woord = {True: "gehaald", False: "NIET gehaald", None: "niet gemeten"}[doel["gehaald"]]
        print(f"{woord:13} {doel['naam']}: {doel['cijfer']} (doel {doel['grens']})")
    print(f"\nBewaard in var/bench/{bestand.name}")


def _avond() -> int:
    from bench import avond

    return avond.main()


if __name__ == "__main__":
    sys.exit(_avond() if sys.argv[1:] == ["avond"] else main())
