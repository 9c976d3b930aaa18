"""OSO-bestanden lezen en schrijven, en laten zien wat er met elk gegeven gebeurt."""

from __future__ import annotations

import argparse
import json
import os
import signal
import sys
import threading
from collections.abc import Iterator
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from overstap.foundation.klok import dag
from overstap.integrations.oso import Controle, Profiel, controleer, jaar_van_versie, jaren, rondreis

DJANGO = False


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """One subcommand each, with what it needs."""
    soorten = parser.add_subparsers(dest="wat", required=True, metavar="WAT")
    reis = soorten.add_parser("rondreis", help="lezen, schrijven, en opnieuw lezen")
    reis.add_argument("bron", type=Path, metavar="IN", help="het OSO-bestand (.xml)")
    reis.add_argument("doel", type=Path, metavar="UIT", help="het bestand dat wordt geschreven")
    reis.add_argument(
        "--profiel",
        type=_profiel,
        metavar="P",
        help=f"schrijf het als {_SCHRIJFBAAR}; anders in het profiel van het bestand zelf",
    )
    reis.set_defaults(doe=_rondreis)
    controle = soorten.add_parser("controleer", help="zeggen of bestanden goed zijn, en wat er mis is")
    controle.add_argument("paden", type=Path, nargs="+", metavar="PAD", help="een OSO-bestand (.xml), of een map ermee")
    controle.add_argument("--json", action="store_true", help="als JSON: een object, bij meer bestanden een lijst")
    controle.set_defaults(doe=_controleer)
    tabel = soorten.add_parser("tabel", help="wat er met elk pad van een jaar gebeurt, voor in docs/")
    tabel.add_argument("versie", nargs="?", choices=[jaar.versie for jaar in jaren()], default=jaren()[0].versie)
    tabel.set_defaults(doe=_tabel)
    nagebootst = soorten.add_parser("simulator", help="een nagebootst OSO op deze machine; stopt vanzelf")
    nagebootst.add_argument("map", type=Path, metavar="MAP", help="waar de certificaten en aansluiting.toml komen")
    nagebootst.add_argument("--dossiers", type=Path, metavar="MAP", help="OSO-bestanden van verzonnen leerlingen")
    nagebootst.add_argument("--po", default="00YY", metavar="BRIN", help="de basisschool")
    nagebootst.add_argument("--vo", default="00AH", metavar="BRIN", help="de vo-school")
    nagebootst.add_argument("--poort", type=int, default=0, help="de eerste van zes; anders wat er vrij is")
    nagebootst.add_argument("--luister", default="127.0.0.1:0", help="waar Overstap zelf staat voor notificaties")
    nagebootst.add_argument("--minuten", type=float, default=60, help="zo lang draait hij (60)")
    nagebootst.add_argument("--osr", action="store_true", help="machtigingen uit het nagebootste Serviceregister")
    nagebootst.add_argument("--swv-werkt", action="store_true", help="het samenwerkingsverband haalt op en antwoordt")
    nagebootst.set_defaults(doe=_simulator)
    vraag = soorten.add_parser("vraag", help="een leerling opvragen, zoals de vo-school in de simulator doet")
    vraag.add_argument("map", type=Path, metavar="MAP", help="de map van de simulator die draait")
    vraag.add_argument("nummer", help="het BSN of onderwijsnummer van een verzonnen leerling")
    vraag.add_argument("--binnen", action="store_true", help="binnen de eigen BRIN, in plaats van bij de basisschool")
    vraag.set_defaults(doe=_vraag)
    adres = soorten.add_parser("meld-adres", help="in het Serviceregister zetten waar Overstap antwoordt")
    adres.add_argument("bestand", type=Path, metavar="AANSLUITING", help="het bestand van de aansluiting")
    adres.add_argument("url", help="waar `overstap oso luister` van buiten te vinden is (https://…/oso)")
    adres.set_defaults(doe=_meld_adres)
    overzicht = soorten.add_parser("aanleverpunten", help="wie OSO kent bij een school, en of wij erbij staan (K15)")
    overzicht.add_argument("bestand", type=Path, metavar="AANSLUITING", help="het bestand van de aansluiting")
    overzicht.add_argument("--brin", default="", metavar="BRIN", help="alleen van deze school; anders elke aangesloten")
    overzicht.set_defaults(doe=_aanleverpunten)
    papieren = soorten.add_parser("certificaat", help="tot wanneer de certificaten van een aansluiting gelden")
    papieren.add_argument("bestand", type=Path, metavar="AANSLUITING", help="het bestand van de aansluiting")
    papieren.set_defaults(doe=_certificaat)
    luister = soorten.add_parser("luister", help="opendoen voor andere systemen van OSO; Ctrl-C stopt")
    luister.set_defaults(doe=_luister)


_SCHRIJFBAAR = ", ".join(profiel.value for profiel in Profiel if profiel.schrijfbaar)


def _profiel(tekst: str) -> Profiel:
    try:
        profiel = Profiel.uit_tekst(tekst)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{tekst} is geen profiel. Kies {_SCHRIJFBAAR}.") from None
    if not profiel.schrijfbaar:
        raise argparse.ArgumentTypeError(f"{profiel} wordt alleen gelezen. Kies {_SCHRIJFBAAR}.")
    return profiel


def run(arguments: argparse.Namespace) -> int:
    """Do what the subcommand says; its exit code."""
    code: int = arguments.doe(arguments)
    return code


def _controleer(arguments: argparse.Namespace) -> int:
    """Print what is wrong with each file; 0 when all are good, 1 when one has a fout, 2 when one cannot be read."""
    vandaag = date.today()  # noqa: DTZ011  # the edge: here the clock is read
    controles = [controleer(pad, vandaag=vandaag) for pad in _bestanden(arguments.paden)]
    if arguments.json:
        uitkomst = [controle.als_json() for controle in controles]
        print(json.dumps(uitkomst[0] if len(uitkomst) == 1 else uitkomst, ensure_ascii=False, indent=2))
    else:
        print("\n\n".join("\n".join(_regels(controle)) for controle in controles))
    if not controles or not all(controle.leesbaar for controle in controles):
        return 2
    return 0 if all(controle.geldig for controle in controles) else 1


def _bestanden(paden: list[Path]) -> Iterator[Path]:
    """The files themselves, and those in the folders among them."""
    for pad in paden:
        if pad.is_dir():
            yield from sorted(pad.rglob("*.xml"))
        else:
            yield pad


def _regels(controle: Controle) -> Iterator[str]:
    oordeel = "geldig" if controle.geldig else "NIET geldig" if controle.leesbaar else "niet te lezen"
    yield f"{controle.bestand}: {oordeel}" + (f" ({controle.profiel})" if controle.profiel else "")
    for melding in controle.als_json()["meldingen"]:
        waar = f" {melding['pad']}" if melding["pad"] else ""
        yield f"  {melding['ernst']} [{melding['regel']}]{waar}"
        yield f"    {melding['tekst']}"


def _tabel(arguments: argparse.Namespace) -> int:
    print(jaar_van_versie(arguments.versie).tabel(), end="")
    return 0


def _simulator(arguments: argparse.Namespace) -> int:
    """Run the simulator until its time is over, Ctrl-C or SIGTERM; 1 when it saw a breach of the protocol."""
    from overstap.integrations.oso.simulator.draaien import draai
    from overstap.integrations.oso.simulator.verslag import begin_opnieuw, schrijf_op

    def zeg(zin: str) -> None:
        print(zin, flush=True)
        schrijf_op(arguments.map, zin, datetime.now(UTC))

    # A program that a shell began in the background ignores Ctrl-C, and so would its simulator.
    for teken in (signal.SIGINT, signal.SIGTERM):
        signal.signal(teken, signal.default_int_handler)
    arguments.map.mkdir(parents=True, exist_ok=True, mode=0o700)
    begin_opnieuw(arguments.map)
    goed = draai(
        arguments.map,
        arguments.dossiers,
        brins=(arguments.po, arguments.vo),
        poort=arguments.poort,
        luister=arguments.luister,
        minuten=arguments.minuten,
        nu=datetime.now(UTC),
        osr=arguments.osr,
        swv_werkt=arguments.swv_werkt,
        zeg=zeg,
    )
    return 0 if goed else 1


def _vraag(arguments: argparse.Namespace) -> int:
    """Print what the vo school gets; 0 when that is a dossier."""
    from overstap.integrations.oso.draad.doel import BINNEN_BRIN, OVERSTAP
    from overstap.integrations.oso.simulator.opstelling import vo_las

    las, po_brin = vo_las(arguments.map)
    brin, soort = (las.brin, BINNEN_BRIN) if arguments.binnen else (po_brin, OVERSTAP)
    gehaald = las.trek(arguments.nummer, brin, soort)
    print(f"{gehaald.code}" + (f": {len(gehaald.dossier):,} bytes" if gehaald.dossier else ""))
    return 0 if gehaald.dossier else 1


def _meld_adres(arguments: argparse.Namespace) -> int:
    """Register where we answer, for every school of the connection; 1 when one of them could not be."""
    from overstap.integrations.oso.draad.aansluiting import lees_aansluiting
    from overstap.integrations.oso.draad.fouten import Draadfout

    aansluiting, nu, goed = lees_aansluiting(arguments.bestand), datetime.now(UTC), True
    if aansluiting.register is None:
        print('Deze aansluiting kent geen register. Zet er machtiging = "osr" in.', file=sys.stderr)
        return 2
    for brin, kenmerk in aansluiting.eigen_punten:
        try:
            aansluiting.register.meld_adres(brin=brin, kenmerk=kenmerk, url=arguments.url, nu=nu, op=dag(nu))
            print(f"{brin}: gemeld")
        except Draadfout as fout:
            goed = False
            print(f"{brin}: niet gemeld ({fout.code})", file=sys.stderr)
    return 0 if goed else 1


def _aanleverpunten(arguments: argparse.Namespace) -> int:
    """Print whom the Traffic Center knows at each school; 1 when one of ours is missing, or it does not answer."""
    from overstap.integrations.oso.draad.aansluiting import lees_aansluiting
    from overstap.integrations.oso.draad.overzicht import overzicht

    goed = True
    for regel in overzicht(lees_aansluiting(arguments.bestand), arguments.brin):
        goed = goed and regel.goed
        print(regel.zin, file=sys.stdout if regel.goed else sys.stderr)
    return 0 if goed else 1


def _certificaat(arguments: argparse.Namespace) -> int:
    """Print until when; 1 when somebody must do something about it."""
    from overstap.integrations.oso.draad.aansluiting import lees_aansluiting

    papieren = lees_aansluiting(arguments.bestand).papieren
    zin = papieren.waarschuwing(datetime.now(UTC))
    print(f"OIN {papieren.eigen_oin() or 'ontbreekt'}; geldig tot en met {dag(papieren.verloopt()):%d-%m-%Y}.")
    if zin:
        print(zin, file=sys.stderr)
    return 1 if zin else 0


def _luister(_arguments: argparse.Namespace) -> int:
    """Answer other systems until Ctrl-C or SIGTERM; 2 without a connection."""
    from overstap.commands import start_django

    # Answered from threads, as the web server does.
    os.environ.setdefault("OVERSTAP_POOL", "1")
    start_django()
    from django.conf import settings

    from overstap.integrations.oso.draad.aansluiting import aansluiting_uit
    from overstap.web.oso.deur import open_deur

    aansluiting = aansluiting_uit(settings.OVERSTAP_OSO_AANSLUITING)
    if aansluiting is None:
        print("Er is geen aansluiting. Zet OVERSTAP_OSO_AANSLUITING op het bestand ervan.", file=sys.stderr)
        return 2
    if zin := aansluiting.papieren.waarschuwing(datetime.now(UTC)):
        print(zin, file=sys.stderr)
    # SIGTERM as Ctrl-C: who is being answered gets the answer.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with open_deur(aansluiting, partial(aansluiting_uit, settings.OVERSTAP_OSO_AANSLUITING)) as deur:
        print(f"Luistert op {aansluiting.luister[0]}:{deur.poort}", flush=True)
        try:
            threading.Event().wait()
        except KeyboardInterrupt:
            return 0
    return 0


def _rondreis(arguments: argparse.Namespace) -> int:
    """Print the report; 1 when nothing was written, or when it reads differently."""
    if not arguments.bron.is_file():
        print(f"Het bestand {arguments.bron} bestaat niet.", file=sys.stderr)
        return 1
    vandaag = date.today()  # noqa: DTZ011  # the edge: here the clock is read
    verslag = rondreis(arguments.bron, arguments.doel, profiel=arguments.profiel or "", vandaag=vandaag)
    print(verslag.tekst)
    return 0 if verslag.gelukt else 1
