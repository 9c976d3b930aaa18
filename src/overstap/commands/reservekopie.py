"""Maakt een versleutelde reservekopie van alles, controleert er een, of zet er een terug (docs/beheer.md).

overstap reservekopie sleutel BESTAND                        maakt het sleutelpaar; BESTAND bewaart u ergens anders
overstap reservekopie maak                                   databases en bestanden, op twee plaatsen
overstap reservekopie controleer                             is de nieuwste nog heel?
overstap reservekopie zet-terug --sleutel BESTAND --hoofd MAP --sleutels MAP
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from overstap.foundation.reservekopie import Bewaarplek, Soort

DJANGO = False
# Kept in the words of the operator: what each reservekopie is of, and where its place and address stand.
_PLAATSEN = {"hoofd": ("OVERSTAP_KOPIE_MAP", "DATABASE"), "sleutels": ("OVERSTAP_SLEUTELKOPIE_MAP", "SLEUTELS")}
_NIEUWSTE = "nieuwste"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """One of four acts."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    wat = parser.add_subparsers(dest="wat", required=True)
    wat.add_parser("maak", help="maak er een van alles, en ruim op wat te oud is")
    sleutel = wat.add_parser("sleutel", help="maak een sleutelpaar")
    sleutel.add_argument("bestand", type=Path, help="hier komt de geheime helft; bewaar die niet op deze server")
    controleer = wat.add_parser("controleer", help="lees alles na; de geheime sleutel is niet nodig")
    controleer.add_argument("--uren", type=int, default=30, help="ouder dan zoveel uur is niet goed (gewoonlijk 30)")
    terug = wat.add_parser("zet-terug", help="zet terug in lege databases en een lege map")
    terug.add_argument("--sleutel", type=Path, required=True, help="het bestand met de geheime helft")
    terug.add_argument("--hoofd", help="de map van een reservekopie van de hoofddatabase, of: nieuwste")
    terug.add_argument("--sleutels", help="de map van een reservekopie van de sleutelkast, of: nieuwste")
    terug.add_argument("--vervang", action="store_true", help="ook als er al iets staat; dat is dan weg")


def run(arguments: argparse.Namespace) -> int:
    """Do one of the four; 1 when it did not succeed, with the reason."""
    from overstap.commands import start_django

    start_django()

    from django.core.exceptions import ImproperlyConfigured

    from overstap.foundation.reservekopie import ReservekopieFout

    try:
        return _DADEN[arguments.wat](arguments)
    except (ReservekopieFout, ImproperlyConfigured, OSError) as fout:
        print(fout, file=sys.stderr)
        return 1


def _sleutel(arguments: argparse.Namespace) -> int:
    from overstap.foundation.reservekopie import maak_kopiesleutel

    ontvanger = maak_kopiesleutel(arguments.bestand)
    print(f"OVERSTAP_KOPIE_ONTVANGER={ontvanger}")
    print(
        f"Zet dat in de omgeving van deze server. Bewaar {arguments.bestand} ergens anders: zonder dat bestand is geen"
    )
    print("enkele reservekopie terug te zetten, en wie het heeft, opent ze.")
    return 0


def _maak(arguments: argparse.Namespace) -> int:
    from overstap.config.environment import KOPIE_WEKEN, secret
    from overstap.foundation.reservekopie import maak

    ontvanger, at = secret("OVERSTAP_KOPIE_ONTVANGER"), _nu()
    # The main database first: a key is made before the row that uses it.
    for (soort, plek), weken in zip(_plekken().items(), KOPIE_WEKEN, strict=True):
        paklijst = maak(
            soort, _adres(soort), plek, ontvanger=ontvanger, zegelsleutel=_zegelsleutel(), weken=weken, at=at
        )
        wat = f"{len(paklijst.tabellen)} tabellen, {paklijst.rijen} rijen, {paklijst.bestanden} bestanden"
        print(f"{soort.value}: {plek.alle()[-1]} ({wat}; {len(plek.alle())} bewaard, {weken} weken)")
    return 0


def _controleer(arguments: argparse.Namespace) -> int:
    from overstap.foundation.reservekopie import controleer

    fouten = []
    for soort, plek in _plekken().items():
        map_ = _gekozen(plek, _NIEUWSTE)
        paklijst, gevonden = controleer(map_, zegelsleutel=_zegelsleutel())
        fouten += gevonden
        if _nu() - datetime.fromisoformat(paklijst.moment) > timedelta(hours=arguments.uren):
            fouten.append(f"{map_} is ouder dan {arguments.uren} uur")
        print(f"{soort.value}: {map_} ({paklijst.rijen} rijen, {paklijst.bestanden} bestanden)")
    print("\n".join(fouten) or "Alles is er en is heel.")
    return 1 if fouten else 0


def _zet_terug(arguments: argparse.Namespace) -> int:
    from overstap.foundation.reservekopie import Doel, ReservekopieFout, zet_terug

    gekozen = {"hoofd": arguments.hoofd, "sleutels": arguments.sleutels}
    doelen = [
        Doel(soort, _gekozen(plek, str(gekozen[soort.value])), _adres(soort))
        for soort, plek in _plekken().items()
        if gekozen[soort.value]
    ]
    if not doelen:
        raise ReservekopieFout("Noem wat terug moet: --hoofd MAP, --sleutels MAP, of allebei.")
    for doel, paklijst in zip(
        doelen,
        zet_terug(doelen, kopiesleutel=arguments.sleutel, zegelsleutel=_zegelsleutel(), vervang=arguments.vervang),
        strict=True,
    ):
        print(f"{doel.soort.value}: {paklijst.rijen} rijen en {paklijst.bestanden} bestanden van {paklijst.moment}.")
    return _zeg_hoe_het_staat()


def _zeg_hoe_het_staat() -> int:
    from overstap.foundation.reservekopie import Soort
    from overstap.foundation.reservekopie.sleutels import gebroken_schakels, sleutelstand

    stand = sleutelstand(_adres(Soort.HOOFD), _adres(Soort.SLEUTELS))
    gebroken = gebroken_schakels(_adres(Soort.HOOFD))
    print(f"De sleutelkast heeft {stand.sleutels} sleutels. Het logboek is {'gebroken' if gebroken else 'heel'}.")
    if stand.dicht:
        print(f"{stand.dicht} sleutels gaan niet open met OVERSTAP_HOOFDSLEUTEL: die is van een ander.")
    if stand.zonder:
        print(f"{stand.zonder} sleutels ontbreken. Neem een nieuwere reservekopie van de sleutelkast.")
    if stand.vernietigd:
        print(
            f"{stand.vernietigd} sleutels zijn vernietigd: wat daarbij hoort staat er weer, onleesbaar. Geef dezelfde"
        )
        print("lijsten van vernietigen opnieuw vrij.")
    print("Draai overstap migrate voordat u web en worker start.")
    return 1 if gebroken or stand.dicht or stand.zonder else 0


def _plekken() -> dict[Soort, Bewaarplek]:
    from overstap.config.environment import secret
    from overstap.foundation.reservekopie import Bewaarplek, ReservekopieFout, Soort

    mappen = {soort: Path(secret(_PLAATSEN[soort.value][0])).resolve() for soort in Soort}
    een, ander = mappen.values()
    if een == ander or een in ander.parents or ander in een.parents:
        raise ReservekopieFout(
            "OVERSTAP_KOPIE_MAP en OVERSTAP_SLEUTELKOPIE_MAP moeten los van elkaar staan: wie beide heeft, mist alleen"
            " de hoofdsleutel nog."
        )
    return {soort: Bewaarplek(map_) for soort, map_ in mappen.items()}


def _gekozen(plek: Bewaarplek, keuze: str) -> Path:
    from overstap.foundation.reservekopie import ReservekopieFout

    if keuze != _NIEUWSTE:
        return Path(keuze)
    if not (alle := plek.alle()):
        raise ReservekopieFout(f"In {plek.map} staat geen reservekopie.")
    return alle[-1]


def _adres(soort: Soort) -> str:
    """As the owner: row-level security would hide rows from the role that serves people."""
    from overstap.config.environment import secret

    return secret(f"{_PLAATSEN[soort.value][1]}_EIGENAAR_URL")


def _zegelsleutel() -> bytes:
    from overstap.config.environment import key
    from overstap.foundation.reservekopie.paklijst import zegelsleutel

    return zegelsleutel(key("OVERSTAP_ZOEKSLEUTEL"))


def _nu() -> datetime:
    from django.utils import timezone

    return timezone.now()


_DADEN: dict[str, Callable[[argparse.Namespace], int]] = {
    "maak": _maak, "controleer": _controleer, "zet-terug": _zet_terug, "sleutel": _sleutel,
}  # fmt: skip
