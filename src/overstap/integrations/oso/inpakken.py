"""How does one attachment sit in an OSO file, and how do we take it out safely? Base64 of a ZIP with one file."""

import base64
import binascii
import io
import struct
import zipfile
import zlib
from dataclasses import dataclass

from overstap.domain.bijlagen.rules import GRENZEN
from overstap.integrations.oso.bestandssoort import (
    TOEGESTAAN,
    Bestandssoort,
    extensie_van,
    herken,
    veilige_naam,
    waarom_niet,
)
from overstap.integrations.zipleden import ZIPFOUTEN, eis_uitpakbaar, op_slot, open_zip

_MB = 1024 * 1024
# The report and what parents wrote are attachments of the file too.
_EIGEN_STUKKEN = 20


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
    """A healthy attachment: a safe name, its type, its bytes, and whether the file called itself otherwise."""

    naam: str
    soort: Bestandssoort
    inhoud: bytes
    andere_naam: bool


def pak_uit(tekst: str, bestandsnaam: str, budget: Budget) -> Uitgepakt:
    """The file inside `tekst`. Raises `KapotteBijlage`; never anything else, whatever the text holds."""
    extensie = extensie_van(bestandsnaam)
    if extensie not in TOEGESTAAN:
        raise KapotteBijlage(
            f"Bestanden van het type “{extensie[:10] or 'onbekend'}” mogen niet mee. Maak er een PDF van."
        )
    # Packed it may be a little bigger than unpacked, but not more.
    if len(tekst) > budget.per_stuk * 3 // 2:
        raise KapotteBijlage(f"Deze bijlage is groter dan {budget.per_stuk // _MB} MB. Maak haar kleiner.")
    naam_in_zip, inhoud = _eerste_bestand(_ontcijfer(tekst), budget)
    budget.neem(len(inhoud))
    soort = herken(inhoud, extensie)
    if soort is None:
        raise KapotteBijlage(waarom_niet(inhoud))
    naam = veilige_naam(bestandsnaam, soort)
    return Uitgepakt(naam, soort, inhoud, naam_in_zip != bestandsnaam or naam != bestandsnaam)


def _ontcijfer(tekst: str) -> bytes:
    try:
        return binascii.a2b_base64(tekst, strict_mode=True)
    except ValueError:
        # Line ends are not in the agreement, but harmless; anything else in base64 is a fault.
        kaal = "".join(tekst.split())
    try:
        return binascii.a2b_base64(kaal, strict_mode=True)
    except ValueError:
        raise KapotteBijlage(f"De inhoud van deze bijlage is beschadigd. {_OPNIEUW}") from None


_OPNIEUW = "Voeg de bijlage opnieuw toe in uw leerlingadministratie, of voeg haar hier los toe."


def _eerste_bestand(ruw: bytes, budget: Budget) -> tuple[str, bytes]:
    """(name, bytes) of the only file in this ZIP, read no further than the limits."""
    try:
        with open_zip(io.BytesIO(ruw)) as zip_:
            info = _enige(zip_)
            grens = min(budget.per_stuk, max(_MB, len(ruw) * budget.verhouding))
            inhoud = _lid(ruw, info, grens)
    except ZIPFOUTEN:
        raise KapotteBijlage(f"De bijlage is afgekapt of geen goed ZIP-bestand. {_OPNIEUW}") from None
    if len(inhoud) > grens:
        raise KapotteBijlage(f"Deze bijlage is uitgepakt groter dan {grens // _MB} MB. Maak haar kleiner.")
    if not inhoud:
        raise KapotteBijlage(f"Deze bijlage is leeg. {_OPNIEUW}")
    return info.filename, inhoud


def _lid(ruw: bytes, info: zipfile.ZipInfo, grens: int) -> bytes:
    """The bytes of one member, at most one more than `grens`; only the two methods that OSO files use.

    Read here and not by `ZipFile.read`, which also unpacks rarer methods and knows no limit.
    """
    eis_uitpakbaar(info)
    kop = ruw[info.header_offset : info.header_offset + 30]
    naamlengte, extra = struct.unpack("<HH", kop[26:])
    begin = info.header_offset + 30 + naamlengte + extra
    gepakt = ruw[begin : begin + info.compress_size]
    if info.compress_type == zipfile.ZIP_STORED:
        inhoud = gepakt[: grens + 1]
    else:
        inhoud = zlib.decompressobj(-zlib.MAX_WBITS).decompress(gepakt, grens + 1)
    if len(inhoud) <= grens and zlib.crc32(inhoud) != info.CRC:
        raise zipfile.BadZipFile(info.CRC)
    return inhoud


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
        zip_.writestr(info, inhoud, compresslevel=6)
    return base64.b64encode(buffer.getvalue()).decode("ascii")
