"""What is left of an OSO file after we read it and write it again? For people who judge the adapter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from overstap.domain.importen.snapshot import Gelezen, InzageInOso, Melding
from overstap.integrations.oso.v2019.lezer import lees
from overstap.integrations.oso.v2019.schrijver import Schrijffout, stel_op
from overstap.integrations.xml import Leesfout

_ONBEKEND = InzageInOso(datum=None, ingezien=False, akkoord="")


@dataclass(frozen=True)
class Rondreis:
    """The report of one round trip. `gelukt`: written, and reading it again gives the same data."""

    gelukt: bool
    tekst: str


def rondreis(bron: Path, doel: Path, *, vandaag: date | None = None) -> Rondreis:
    """Read the OSO file `bron`, write it to `doel`, and read that again; nothing is raised for a bad file.

    A `Rondreis` that is not `gelukt` has written nothing, or something that reads differently.
    """
    try:
        gelezen = lees(bron.read_bytes(), vandaag=vandaag)
    except Leesfout as fout:
        return Rondreis(gelukt=False, tekst=fout.zin)
    regels = [*_gelezen(gelezen)]
    try:
        xml = _schrijf(gelezen, vandaag)
    except Schrijffout as fout:
        regels += ["", "Niet geschreven. Los eerst dit op:", *map(_melding, fout.meldingen)]
        return Rondreis(gelukt=False, tekst="\n".join(regels))
    doel.write_bytes(xml)
    gelijk = _zelfde(gelezen, lees(xml, vandaag=vandaag))
    slot = "Opnieuw gelezen: dezelfde gegevens." if gelijk else "Opnieuw gelezen: NIET dezelfde gegevens."
    return Rondreis(gelukt=gelijk, tekst="\n".join([*regels, "", f"Geschreven: {len(xml)} bytes.", slot]))


def _schrijf(gelezen: Gelezen, vandaag: date | None) -> bytes:
    dag = gelezen.datum or vandaag
    if dag is None:
        raise Schrijffout(gelezen.fouten)
    return stel_op(
        gelezen.inhoud,
        nummer=gelezen.nummer,
        inzage=gelezen.inzage or _ONBEKEND,
        bestanden=gelezen.bestanden,
        datum=dag,
    ).xml


def _zelfde(een: Gelezen, ander: Gelezen) -> bool:
    """The same lawful data: content, number, attachments and inzage."""
    return (een.inhoud, een.nummer, een.bestanden, een.inzage) == (
        ander.inhoud,
        ander.nummer,
        ander.bestanden,
        ander.inzage,
    )


def _gelezen(gelezen: Gelezen) -> Iterator[str]:
    yield f"Gelezen: {len(gelezen.inhoud)} velden, {len(gelezen.bestanden)} bijlagen."
    yield f"\nNiet overgenomen ({len(gelezen.geweigerd)}):"
    for weigering in gelezen.geweigerd:
        yield f"  {weigering.label} ({weigering.aantal}×): {weigering.reden}"
    yield f"\nKapotte bijlagen ({len(gelezen.kapot)}):"
    for bestand in gelezen.kapot:
        yield f"  {bestand.bestandsnaam} bij {bestand.plek}: {bestand.reden}"
    yield f"\nMeldingen ({len(gelezen.meldingen)}):"
    yield from map(_melding, gelezen.meldingen)


def _melding(melding: Melding) -> str:
    return f"  [{melding.ernst.label}, {melding.regel}] {melding.pad}: {melding.tekst} {melding.herstel}"
