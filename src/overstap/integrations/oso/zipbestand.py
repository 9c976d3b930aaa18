"""Which files sit in a ZIP of OSO files, and how is one of them read without trusting what the ZIP says of itself?"""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from dataclasses import dataclass
from typing import BinaryIO

from overstap.integrations.oso.lezen import GROOT
from overstap.integrations.spoel import Geheugen, Spoel
from overstap.integrations.xml import STANDAARD, Leesfout
from overstap.integrations.zipleden import INHOUDSOPGAVE, ZIPFOUTEN, inzendingen, op_slot, open_zip, uitpakbaar

_MB = 1024 * 1024
_PORTIE = 256 * 1024
_NUMMER = re.compile(r"[0-9]{8,9}")
_OPNIEUW = "Maak het ZIP-bestand opnieuw en kies dat."


@dataclass(frozen=True)
class Zipgrenzen:
    """What a ZIP may hold: files, bytes per file and together after unpacking, and how often smaller packed.

    `inhoudsopgave` limits the list of files in the ZIP itself, which is read before anything can be counted.
    """

    aantal: int = 1000
    per_stuk: int = STANDAARD.bytes
    samen: int = 2000 * _MB
    verhouding: int = 100
    inhoudsopgave: int = INHOUDSOPGAVE


ZIPGRENZEN = Zipgrenzen()


@dataclass(frozen=True)
class Lid:
    """One file in the ZIP. `naam` is for a reader: no folders, a number masked; `bezwaar` says why it is no dossier."""

    naam: str
    bezwaar: str = ""


class Zipbestand:
    """The OSO files in a ZIP that lies open in `bron`; nothing is ever unpacked on a disk.

    `leden` are in the order of the ZIP, what systems add of themselves left out. Raises `Leesfout` (code
    `geen_zip`, `leeg`, `te_veel`, `te_groot` or `wachtwoord`) when the ZIP as a whole cannot be read.
    """

    def __init__(self, bron: BinaryIO, grenzen: Zipgrenzen = ZIPGRENZEN) -> None:
        self._grenzen = grenzen
        self._zip = _open(bron, grenzen)
        self._infos = inzendingen(self._zip)
        _weeg(self._infos, grenzen)
        gezien: Counter[str] = Counter()
        self.leden = tuple(self._lid(info, gezien) for info in self._infos)

    def open(self, plaats: int) -> BinaryIO:
        """The file at this place in `leden`, to be closed; a big one lies on disk. Raises `Leesfout`, nothing else."""
        lid, info = self.leden[plaats], self._infos[plaats]
        if lid.bezwaar:
            raise Leesfout("geen_dossier", lid.bezwaar)
        grens = min(self._grenzen.per_stuk, info.file_size)
        try:
            return self._uitgepakt(info, grens)
        except ZIPFOUTEN:
            raise Leesfout("beschadigd", f"Dit bestand is beschadigd geraakt in het ZIP-bestand. {_OPNIEUW}") from None

    def _uitgepakt(self, info: zipfile.ZipInfo, grens: int) -> BinaryIO:
        """All bytes, in portions: what says it is small and is not, is stopped."""
        uit = Spoel() if grens > GROOT else Geheugen()
        with self._zip.open(info) as lid:
            while deel := lid.read(_PORTIE):
                uit.write(deel)
                if uit.omvang > grens:
                    raise zipfile.BadZipFile
        return uit.open()

    def _lid(self, info: zipfile.ZipInfo, gezien: Counter[str]) -> Lid:
        gezien[info.filename] += 1
        return Lid(_leesbaar(info.filename), _bezwaar(info, self._grenzen, keer=gezien[info.filename]))


def _open(bron: BinaryIO, grenzen: Zipgrenzen) -> zipfile.ZipFile:
    try:
        return open_zip(bron, grenzen.inhoudsopgave)
    except ZIPFOUTEN:
        raise Leesfout("geen_zip", f"Dit ZIP-bestand is beschadigd, niet compleet of veel te vol. {_OPNIEUW}") from None


def _weeg(infos: list[zipfile.ZipInfo], grenzen: Zipgrenzen) -> None:
    if not infos:
        raise Leesfout("leeg", "Er zitten geen bestanden in dit ZIP-bestand. Zet er de OSO-bestanden (.xml) in.")
    if len(infos) > grenzen.aantal:
        raise Leesfout(
            "te_veel",
            f"In dit ZIP-bestand zitten {len(infos)} bestanden. Er passen er {grenzen.aantal} in. "
            "Verdeel ze over meer ZIP-bestanden.",
        )
    if all(op_slot(info) for info in infos):
        raise Leesfout(
            "wachtwoord",
            "Dit ZIP-bestand heeft een wachtwoord. Maak het opnieuw zonder wachtwoord. "
            "Overstap versleutelt het bestand zelf zodra het binnenkomt.",
        )
    if sum(info.file_size for info in infos) > grenzen.samen:
        raise Leesfout(
            "te_groot",
            f"De bestanden in dit ZIP-bestand zijn uitgepakt samen groter dan {grenzen.samen // _MB} MB. "
            "Verdeel ze over meer ZIP-bestanden.",
        )


def _bezwaar(info: zipfile.ZipInfo, grenzen: Zipgrenzen, *, keer: int) -> str:
    """Why this file cannot be a dossier, before a byte of it is read; empty when it may be one."""
    naam, mb = info.filename, grenzen.per_stuk // _MB
    elders = naam.startswith(("/", "\\")) or ".." in re.split(r"[/\\]", naam) or ":" in naam
    bezwaren = (
        (elders, f"De naam van dit bestand wijst naar een andere map. Dat kan onveilig zijn. {_OPNIEUW}"),
        (keer > 1, "Er zit al een bestand met deze naam in het ZIP-bestand. Geef elk bestand een eigen naam."),
        (op_slot(info), "Dit bestand heeft een wachtwoord. Maak het ZIP-bestand opnieuw zonder wachtwoord."),
        (naam.lower().endswith(".zip"), _ZIP_IN_ZIP),
        (not naam.lower().endswith(".xml"), _GEEN_XML),
        (not uitpakbaar(info), f"Dit bestand is ingepakt op een manier die wij niet kunnen lezen. {_OPNIEUW}"),
        (info.file_size > grenzen.per_stuk, f"Dit bestand is {info.file_size // _MB} MB. Er passen {mb} MB. {_MINDER}"),
        (info.file_size > max(_MB, info.compress_size * grenzen.verhouding), _BOM),
    )
    return next((zin for geldt, zin in bezwaren if geldt), "")


_ZIP_IN_ZIP = "Dit is een ZIP-bestand in het ZIP-bestand. Pak het uit en zet de XML-bestanden er los in."
_GEEN_XML = "Dit is geen OSO-bestand (.xml). Een bijlage voegt u toe bij het dossier van de leerling."
_MINDER = "Haal de grootste bijlagen eruit en voeg die later los toe."
_BOM = f"Dit bestand wordt bij het uitpakken onwaarschijnlijk groot. Dat kan onveilig zijn. {_OPNIEUW}"


def _leesbaar(naam: str) -> str:
    """The last part of the name, without signs that play tricks; a number that can be a BSN is masked."""
    laatste = re.split(r"[/\\]", naam)[-1]
    schoon = "".join(teken if teken.isprintable() else "?" for teken in laatste)
    return _NUMMER.sub("•••", schoon)[-80:]
