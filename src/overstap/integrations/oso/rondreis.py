"""What is left of an OSO file after we read it and write it again? For people who judge the adapters."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from overstap.domain.bijlagen.snapshot import Bestand, Bron
from overstap.domain.importen.snapshot import Gelezen, Melding, Weigering
from overstap.integrations.oso.geschreven import Geschreven, Schrijffout
from overstap.integrations.oso.jaren import jaren
from overstap.integrations.oso.lezen import lees
from overstap.integrations.oso.schrijven import stel_op
from overstap.integrations.xml import Leesfout

_NUMMER, _INZAGE, _OVERIG = "persoonsnummer", "inzage", "overige_documenten"
_CIJFERS = re.compile(r"[0-9 ._-]|nummer")


@dataclass(frozen=True)
class Rondreis:
    """The report of one round trip. `gelukt`: written, and reading it again gives the same lawful data."""

    gelukt: bool
    tekst: str


def rondreis(bron: Path, doel: Path, *, profiel: str = "", vandaag: date | None = None) -> Rondreis:
    """Read the OSO file `bron`, write it to `doel`, and read that again; nothing is raised for a bad file.

    Without `profiel` it is written in its own profile, or in the nearest one when we only read that
    (`Jaar.schrijf_als`). A `Rondreis` that is not `gelukt` has written nothing, or something that reads differently.
    """
    try:
        with bron.open("rb") as open_bron:
            gelezen = lees(open_bron, vandaag=vandaag)
    except Leesfout as fout:
        return Rondreis(gelukt=False, tekst=fout.zin)
    naar = profiel or jaren()[0].schrijf_als(gelezen.profiel)
    regels = [*_gelezen(gelezen)]
    try:
        geschreven = _schrijf(gelezen, naar, vandaag)
    except Schrijffout as fout:
        regels += ["", "Niet geschreven. Los eerst dit op:", *map(_melding, fout.meldingen)]
        return Rondreis(gelukt=False, tekst="\n".join(regels))
    with doel.open("w+b") as uit:
        omvang = sum(map(uit.write, geschreven.stukken()))
        gelijk = _zelfde(gelezen, lees(uit, vandaag=vandaag), geschreven.geweigerd)
    regels += _geweigerd(f"Gaat niet mee in profiel {naar}", geschreven.geweigerd)
    regels += ["", f"Geschreven: {omvang} bytes, profiel {naar}.", *map(_melding, geschreven.meldingen)]
    regels.append("Opnieuw gelezen: dezelfde gegevens." if gelijk else "Opnieuw gelezen: NIET dezelfde gegevens.")
    return Rondreis(gelukt=gelijk, tekst="\n".join(regels))


def _schrijf(gelezen: Gelezen, profiel: str, vandaag: date | None) -> Geschreven:
    dag = gelezen.datum or vandaag
    if dag is None:
        raise Schrijffout(gelezen.fouten)
    return stel_op(
        gelezen.inhoud,
        nummer=gelezen.nummer,
        inzage=gelezen.inzage,
        bestanden=gelezen.bestanden,
        datum=dag,
        profiel=profiel,
        uitgezet=gelezen.uitgezet,
    )


def _zelfde(een: Gelezen, ander: Gelezen, geweigerd: Iterable[Weigering]) -> bool:
    """The same lawful data: content, number, attachments and inzage, without what the profile refused."""
    weg = frozenset(weigering.element for weigering in geweigerd)
    if any(bestand.plek.partition(".")[0] in weg for bestand in een.bestanden):
        # Their attachments may stand among the loose ones now.
        weg |= {_OVERIG}
    nummer = None if _NUMMER in weg else een.nummer
    inzage = None if _INZAGE in weg else een.inzage
    return (_kern(een, weg), nummer, inzage) == (_kern(ander, weg), ander.nummer, ander.inzage)


def _kern(gelezen: Gelezen, weg: frozenset[str]) -> tuple[bytes, list[tuple[str, str, bytes]]]:
    """Content and attachments without keys: those follow from names, out of which a number may have been taken."""
    bestanden = [bestand for bestand in gelezen.bestanden if bestand.plek.partition(".")[0] not in weg]
    inhoud = gelezen.inhoud.alleen(frozenset(gelezen.inhoud) - weg).naar_bytes()
    for nummer, bestand in enumerate(bestanden):
        # Whole, with what stands around it: the key of a twin begins as that of the first.
        inhoud = inhoud.replace(f'"{bestand.sleutel}"'.encode(), f'"{nummer}"'.encode())
    return inhoud, [(bestand.plek, _CIJFERS.sub("", bestand.bestandsnaam), _afdruk(bestand)) for bestand in bestanden]


def _afdruk(bestand: Bestand | Bron) -> bytes:
    """By which the content of an attachment is known again."""
    with bestand.open() as bron:
        return hashlib.file_digest(bron, "sha256").digest()  # type: ignore[arg-type]  # the stubs ask for more than it needs


def _gelezen(gelezen: Gelezen) -> Iterator[str]:
    yield f"Gelezen: OSO {gelezen.standaardversie}, profiel {gelezen.profiel or 'onbekend'}."
    yield f"{len(gelezen.inhoud)} velden, {len(gelezen.bestanden)} bijlagen."
    yield from _geweigerd("Niet overgenomen", gelezen.geweigerd)
    yield f"\nKapotte bijlagen ({len(gelezen.kapot)}):"
    for bestand in gelezen.kapot:
        yield f"  {bestand.bestandsnaam} bij {bestand.plek}: {bestand.reden}"
    yield f"\nMeldingen ({len(gelezen.meldingen)}):"
    yield from map(_melding, gelezen.meldingen)


def _geweigerd(kop: str, weigeringen: Iterable[Weigering]) -> Iterator[str]:
    rijen = [*weigeringen]
    yield f"\n{kop} ({len(rijen)}):"
    for weigering in rijen:
        yield f"  {weigering.label} ({weigering.aantal}×): {weigering.reden} [{weigering.element}]"


def _melding(melding: Melding) -> str:
    return f"  [{melding.ernst.label}, {melding.regel}] {melding.pad}: {melding.tekst} {melding.herstel}"
