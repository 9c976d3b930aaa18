"""How do the files of the store come along? As they are (ciphertext), each once for all reservekopieën.

A file never changes under its name, so it is copied when it is not there yet. It lies encrypted under the key of its
dossier, which is in the key store: once that key is destroyed, it opens nowhere any more.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID, uuid4

from overstap.foundation import opslag
from overstap.foundation.reservekopie.paklijst import Deel, ReservekopieFout, afdruk_van

NAAM = "bestanden.txt"
_MAP = "bestanden"
_BLOK = 1024 * 1024


@dataclass(frozen=True)
class Bestand:
    """One file of the store, by the fingerprint of its ciphertext."""

    id: UUID
    sha256: str

    def pad(self, plek: Path) -> Path:
        """Where it lies in this place."""
        return _pad(plek, self.id)


def bewaar(plek: Path, map_: Path, eerder: Path | None) -> tuple[Deel, int]:
    """Copy what is not in `plek` yet and write down in `map_` what belongs to this one; return that part and how many.

    `eerder` is the reservekopie before, which knows the fingerprints of what was there already.
    """
    bekend = {een.id: een.sha256 for een in lijst(eerder)} if eerder else {}
    doel, aantal = map_ / NAAM, 0
    with doel.open("x", encoding="ascii") as uit:
        for bestand_id in opslag.alle():
            sha256 = _kopieer(bestand_id, _pad(plek, bestand_id), bekend.get(bestand_id))
            if sha256:
                uit.write(f"{bestand_id.hex} {sha256}\n")
                aantal += 1
    return Deel(NAAM, doel.stat().st_size, afdruk_van(doel)), aantal


def lijst(map_: Path) -> Iterator[Bestand]:
    """The files that belong to the reservekopie in this folder."""
    with (map_ / NAAM).open(encoding="ascii") as regels:
        for regel in regels:
            hex_, sha256 = regel.split()
            yield Bestand(UUID(hex_), sha256)


def beschadigd(plek: Path, map_: Path) -> list[str]:
    """Which files of this reservekopie are missing in `plek`, or not what they were; in words."""
    fouten = []
    for een in lijst(map_):
        pad = een.pad(plek)
        if not pad.exists():
            fouten.append(f"{pad} ontbreekt")
        elif afdruk_van(pad) != een.sha256:
            fouten.append(f"{pad} is beschadigd: haal het weg, dan komt het de volgende keer opnieuw mee")
    return fouten


def zet_terug(plek: Path, map_: Path) -> int:
    """Put them back into the store, and remove what does not belong there; return how many there are."""
    horen = set()
    for een in lijst(map_):
        horen.add(een.id)
        opslag.verwijder(een.id)
        opslag.neem_op(een.id, _stukken(een, plek))
    for bestand_id in [ander for ander in opslag.alle() if ander not in horen]:
        opslag.verwijder(bestand_id)
    return len(horen)


def ruim_op(plek: Path, kopieen: Iterable[Path]) -> int:
    """Remove what belongs to none of these any more; return how many."""
    horen = {een.id for map_ in kopieen for een in lijst(map_)}
    weg = [pad for pad in (plek / _MAP).glob("??/*") if pad.suffix or UUID(pad.name) not in horen]
    for pad in weg:
        pad.unlink()
    return len(weg)


def _kopieer(bestand_id: UUID, doel: Path, bekend: str | None) -> str | None:
    """The fingerprint of the file, which is in its place now; None when it was removed meanwhile."""
    if doel.exists():
        return bekend or afdruk_van(doel)
    doel.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    half, hash_ = doel.with_suffix(f".{uuid4().hex}.half"), hashlib.sha256()
    try:
        with opslag.geheim(bestand_id) as bron, half.open("xb") as uit:
            while blok := bron.read(_BLOK):
                hash_.update(blok)
                uit.write(blok)
            uit.flush()
            os.fsync(uit.fileno())
    except opslag.NietBewaard:
        return None
    half.rename(doel)
    return hash_.hexdigest()


def _stukken(een: Bestand, plek: Path) -> Iterator[bytes]:
    """The bytes of a file; raises before the end, so that nothing half is kept, when it is not what it was."""
    hash_ = hashlib.sha256()
    with een.pad(plek).open("rb") as bron:
        while blok := bron.read(_BLOK):
            hash_.update(blok)
            yield blok
    if hash_.hexdigest() != een.sha256:
        raise ReservekopieFout(f"{een.pad(plek)} is beschadigd.")


def _pad(plek: Path, bestand_id: UUID) -> Path:
    return plek / _MAP / bestand_id.hex[:2] / bestand_id.hex
