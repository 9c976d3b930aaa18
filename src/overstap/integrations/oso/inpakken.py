"""How does one attachment sit in an OSO file, and how do we take it out safely? Base64 of a ZIP with one file."""

import base64
import binascii
import io
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from overstap.domain.bijlagen.rules import GRENZEN
from overstap.integrations.oso.bestandssoort import (
    TOEGESTAAN,
    Bestandssoort,
    extensie_van,
    herken_bestand,
    veilige_naam,
    waarom_niet_bestand,
)
from overstap.integrations.oso.ontcijferen import Ingepakt
from overstap.integrations.spoel import STUK, Geheugen, Spoel
from overstap.integrations.zipleden import ZIPFOUTEN, eis_uitpakbaar, op_slot, open_zip

_MB = 1024 * 1024
# The report and what parents wrote are attachments of the file too.
_EIGEN_STUKKEN = 20
# How hard we press.
INPAKKEN = 6


class KapotteBijlage(Exception):
    """This attachment cannot be used; the message is a Dutch sentence that says what to do."""


@dataclass
class Budget:
    """What all attachments of one file together may cost: number, and bytes after unzipping; see `GRENZEN`."""

    aantal: int = GRENZEN.aantal + _EIGEN_STUKKEN
    bytes: int = GRENZEN.samen
    per_stuk: int = GRENZEN.per_stuk
    verhouding: int = GRENZEN.verhouding

    def neem(self, inhoud: int) -> None:
        """Take one attachment from the budget; raises `KapotteBijlage` when it is used up."""
        self.aantal -= 1
        self.bytes -= inhoud
        if self.aantal < 0 or self.bytes < 0:
            raise KapotteBijlage("Dit dossier heeft te veel bijlagen. Voeg deze bijlage later los toe.")


@dataclass(frozen=True)
class Uitgepakt:
    """A healthy attachment: a safe name, its type, where it lies, and whether the file called itself otherwise."""

    naam: str
    soort: Bestandssoort
    plek: Geheugen | Spoel
    andere_naam: bool

    @property
    def inhoud(self) -> bytes:
        """Its bytes."""
        with self.plek.open() as bron:
            return bron.read()


def pak_uit(tekst: str | Ingepakt, bestandsnaam: str, budget: Budget) -> Uitgepakt:
    """The file inside `tekst`: of one that came in portions it lies in a spoel, and memory holds a piece at a time.

    Raises `KapotteBijlage`; never anything else, whatever the text holds.
    """
    extensie = _eis_naam(bestandsnaam)
    _eis_lengte(len(tekst), budget)
    plek = Geheugen() if isinstance(tekst, str) else Spoel()
    naam_in_zip = _eerste_bestand(*_ontcijfer(tekst), plek, budget)
    budget.neem(plek.omvang)
    with plek.open() as bron:
        soort = _eis_soort(bron, extensie)
    naam = veilige_naam(bestandsnaam, soort)
    return Uitgepakt(naam, soort, plek, naam_in_zip != bestandsnaam or naam != bestandsnaam)


def keur(bestandsnaam: str, bron: BinaryIO, *, omvang: int, ingepakt: int, lengte: int, budget: Budget) -> None:
    """Raise the `KapotteBijlage` of `pak_uit` for what lies unpacked in `bron` already.

    `omvang` is its length, `ingepakt` that of the packed bytes in the ZIP, `lengte` that of the text.
    """
    extensie = _eis_naam(bestandsnaam)
    _eis_lengte(lengte, budget)
    _eis_maat(omvang, ingepakt, budget)
    budget.neem(omvang)
    _eis_soort(bron, extensie)


def langste_tekst(budget: Budget) -> int:
    """Of how many signs an attachment may be: packed it may be a little bigger than unpacked, but not more."""
    return budget.per_stuk * 3 // 2


def _eis_naam(bestandsnaam: str) -> str:
    """Its extension."""
    extensie = extensie_van(bestandsnaam)
    if extensie not in TOEGESTAAN:
        raise KapotteBijlage(
            f"Bestanden van het type “{extensie[:10] or 'onbekend'}” mogen niet mee. Maak er een PDF van."
        )
    return extensie


def _eis_lengte(lengte: int, budget: Budget) -> None:
    if lengte > langste_tekst(budget):
        raise KapotteBijlage(f"Deze bijlage is groter dan {budget.per_stuk // _MB} MB. Maak haar kleiner.")


def _eis_soort(bron: BinaryIO, extensie: str) -> Bestandssoort:
    soort = herken_bestand(bron, extensie)
    if soort is None:
        raise KapotteBijlage(waarom_niet_bestand(bron))
    return soort


def _ontcijfer(tekst: str | Ingepakt) -> tuple[BinaryIO, int]:
    """(the packed bytes, how many)."""
    try:
        if not isinstance(tekst, str):
            return tekst.open()
        ruw = _ontcijferd(tekst)
    except ValueError:
        raise KapotteBijlage(f"De inhoud van deze bijlage is beschadigd. {_OPNIEUW}") from None
    return io.BytesIO(ruw), len(ruw)


def _ontcijferd(tekst: str) -> bytes:
    try:
        return binascii.a2b_base64(tekst, strict_mode=True)
    except ValueError:
        # Line ends are not in the agreement, but harmless; anything else in base64 is a fault.
        return binascii.a2b_base64("".join(tekst.split()), strict_mode=True)


_OPNIEUW = "Voeg de bijlage opnieuw toe in uw leerlingadministratie, of voeg haar hier los toe."


def _eerste_bestand(ruw: BinaryIO, omvang: int, naar: Geheugen | Spoel, budget: Budget) -> str:
    """Write the only file in this ZIP, no further than the limits; returns its name there."""
    try:
        with open_zip(ruw) as zip_:
            info = _enige(zip_)
            for stuk in _lid(ruw, info, _grens(omvang, budget)):
                naar.write(stuk)
    except ZIPFOUTEN:
        raise KapotteBijlage(f"De bijlage is afgekapt of geen goed ZIP-bestand. {_OPNIEUW}") from None
    _eis_maat(naar.omvang, omvang, budget)
    return info.filename


def _grens(ingepakt: int, budget: Budget) -> int:
    return min(budget.per_stuk, max(_MB, ingepakt * budget.verhouding))


def _eis_maat(omvang: int, ingepakt: int, budget: Budget) -> None:
    grens = _grens(ingepakt, budget)
    if omvang > grens:
        raise KapotteBijlage(f"Deze bijlage is uitgepakt groter dan {grens // _MB} MB. Maak haar kleiner.")
    if not omvang:
        raise KapotteBijlage(f"Deze bijlage is leeg. {_OPNIEUW}")


def _lid(ruw: BinaryIO, info: zipfile.ZipInfo, grens: int) -> Iterator[bytes]:
    """The bytes of one member, at most one more than `grens`; only the two methods that OSO files use.

    Read here and not by `ZipFile.read`, which also unpacks rarer methods and knows no limit.
    """
    eis_uitpakbaar(info)
    ruw.seek(info.header_offset)
    naamlengte, extra = struct.unpack("<HH", ruw.read(30)[26:])
    ruw.seek(info.header_offset + 30 + naamlengte + extra)
    gepakt = _hoogstens(ruw, info.compress_size)
    omvang = controlegetal = 0
    for stuk in gepakt if info.compress_type == zipfile.ZIP_STORED else _opgeblazen(gepakt):
        goed = stuk[: grens + 1 - omvang]
        omvang, controlegetal = omvang + len(goed), zlib.crc32(goed, controlegetal)
        yield goed
        if omvang > grens:
            return
    if controlegetal != info.CRC:
        raise zipfile.BadZipFile(info.CRC)


def _hoogstens(bron: BinaryIO, aantal: int) -> Iterator[bytes]:
    while aantal > 0 and (stuk := bron.read(min(STUK, aantal))):
        aantal -= len(stuk)
        yield stuk


def _opgeblazen(stukken: Iterable[bytes]) -> Iterator[bytes]:
    """What was deflated, in pieces that are small however well it was packed."""
    uit = zlib.decompressobj(-zlib.MAX_WBITS)
    for stuk in stukken:
        yield uit.decompress(stuk, STUK)
        # Past the end of what was packed it holds the bytes after that, and would hold them out for ever.
        while uit.unconsumed_tail and not uit.eof:
            yield uit.decompress(uit.unconsumed_tail, STUK)
        if uit.eof:
            return
    # What a full last piece left behind.
    while rest := uit.decompress(b"", STUK):
        yield rest


def _enige(zip_: zipfile.ZipFile) -> zipfile.ZipInfo:
    infos = [info for info in zip_.infolist() if not info.is_dir() and not info.filename.startswith("__MACOSX/")]
    if len(infos) != 1:
        raise KapotteBijlage(
            f"Deze bijlage bevat {len(infos)} bestanden. Er mag er precies één in zitten: voeg ze los toe."
        )
    if op_slot(infos[0]):
        raise KapotteBijlage("Deze bijlage heeft een wachtwoord. Haal het wachtwoord eraf en voeg haar opnieuw toe.")
    return infos[0]


def pak_in(naam: str, inhoud: bytes, *, gepakt: bool) -> str:
    """`inhoud` as base64 of a ZIP without dates: the same file always gives the same text."""
    info = zipfile.ZipInfo(naam, date_time=(1980, 1, 1, 0, 0, 0))
    info.compress_type = zipfile.ZIP_STORED if gepakt else zipfile.ZIP_DEFLATED
    info.external_attr = 0o600 << 16
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as zip_:
        zip_.writestr(info, inhoud, compresslevel=INPAKKEN)
    return base64.b64encode(buffer.getvalue()).decode("ascii")
