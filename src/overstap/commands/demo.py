"""Laadt een verzonnen regio met leerlingen, schrijft voorbeeldbestanden, of geeft sleutels om de API te proberen."""

from __future__ import annotations

import argparse
import sys
from datetime import date, datetime, time
from pathlib import Path
from time import perf_counter
from zoneinfo import ZoneInfo

from overstap.config.environment import DEMO, PROJECT


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("wat", nargs="?", default="laden", choices=["laden", "bestanden", "sleutels"])
    parser.add_argument("map", nargs="?", type=Path, help="bij bestanden: waar de OSO-bestanden komen")
    parser.add_argument("--zorg", action="store_true", help="bij bestanden: ook een zorgaanmelding van buiten")
    parser.add_argument("--leeg", action="store_true", help="alleen de scholen en hun mensen, geen leerlingen")
    parser.add_argument("--vandaag", type=date.fromisoformat, help="doe alsof het deze dag is, zoals 2027-03-16")


def run(arguments: argparse.Namespace) -> int:
    """Load the demo (only with OVERSTAP_DEMO=1), or write sample OSO files."""
    nu = _moment(arguments.vandaag)
    if arguments.wat == "bestanden":
        return _schrijf(arguments.map, nu, zorg=arguments.zorg)
    if not DEMO:
        print("Een demo laat iedereen zonder wachtwoord binnen. Zet OVERSTAP_DEMO=1 als u dat wilt.", file=sys.stderr)
        return 2
    if arguments.wat == "sleutels":
        return _sleutels()
    return _laad(nu, leeg=arguments.leeg)


def _laad(nu: datetime, *, leeg: bool) -> int:
    from overstap.config.demo.laden import laad_demo
    from overstap.config.demo.regio import bouw_regio
    from overstap.domain.scholen.rules import lees_regio

    begin = perf_counter()
    bestand = lees_regio((PROJECT / "regio" / "voorbeeld.toml").read_text(encoding="utf-8"))
    if leeg:
        bouw_regio(bestand, at=nu)
        print("Demo: de scholen en hun mensen staan klaar, zonder leerlingen.")
        return 0
    geladen = laad_demo(bestand, nu=nu)
    duur = perf_counter() - begin
    print(f"Demo: {geladen.nieuw} leerlingen geladen, {geladen.al_aanwezig} waren er al ({duur:.0f} seconden).")
    print("Inloggen: kies op de inlogpagina wie u bent; een wachtwoord is niet nodig.")
    print("API: overstap demo sleutels geeft de sleutels om mee te proberen; zij staan ook op /api/.")
    return 0


def _sleutels() -> int:
    from overstap.web.api.proefsleutels import proefsleutels

    for een in proefsleutels():
        print(f"{een.organisatie} ({een.soort}): {een.sleutel}")
    return 0


def _schrijf(doel: Path | None, nu: datetime, *, zorg: bool) -> int:
    if doel is None:
        print("Noem de map waarin de bestanden komen: overstap demo bestanden MAP", file=sys.stderr)
        return 2
    from overstap.config.demo.oso_bestanden import schrijf_voorbeelden, schrijf_zorgvoorbeeld
    from overstap.domain.scholen.rules import lees_regio

    bestand = lees_regio((PROJECT / "regio" / "voorbeeld.toml").read_text(encoding="utf-8"))
    for pad in schrijf_voorbeelden(doel, bestand.scholen[0], nu.date()):
        print(pad)
    if zorg:
        print(schrijf_zorgvoorbeeld(doel, bestand.scholen[0], nu.date()))
    return 0


def _moment(vandaag: date | None) -> datetime:
    nederland = ZoneInfo("Europe/Amsterdam")
    if vandaag is None:
        return datetime.now(nederland)
    return datetime.combine(vandaag, time(16, 30), nederland)
