"""How is a stream closed so that only who has the kopiesleutel opens it? As `age` does, so the tool `age` opens it too.

The public half (ontvanger) stands in the environment of the server, the private half nowhere near it.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import IO, Protocol

import pyrage
from pyrage import x25519

from overstap.foundation.reservekopie.paklijst import Deel, ReservekopieFout

_MERK = "AGE-SECRET-KEY-"


class _Lezer(Protocol):
    def read(self, size: int, /) -> bytes: ...


class _Gemeten:
    """Passes bytes on to a file, and keeps how many there were and their fingerprint."""

    def __init__(self, uit: IO[bytes]) -> None:
        self._uit, self.omvang, self.hash = uit, 0, hashlib.sha256()

    def write(self, stuk: bytes) -> int:
        self.omvang += len(stuk)
        self.hash.update(stuk)
        return self._uit.write(stuk)

    def flush(self) -> None:
        self._uit.flush()


def maak_kopiesleutel(bestand: Path) -> str:
    """Write a fresh private key to a file that is not there yet, of mode 0600; return the ontvanger that fits it."""
    sleutel = x25519.Identity.generate()
    try:
        greep = os.open(bestand, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError as fout:
        raise ReservekopieFout(f"{bestand} bestaat al of kan niet worden gemaakt. Kies een ander bestand.") from fout
    with os.fdopen(greep, "w", encoding="ascii") as uit:
        uit.write(f"# public key: {sleutel.to_public()}\n{sleutel}\n")
    return str(sleutel.to_public())


def lees_kopiesleutel(bestand: Path) -> x25519.Identity:
    """The private key in this file; raises `ReservekopieFout`."""
    try:
        regels = bestand.read_text(encoding="ascii").splitlines()
        return x25519.Identity.from_str(next(regel.strip() for regel in regels if regel.startswith(_MERK)))
    except (OSError, ValueError, StopIteration, pyrage.IdentityError) as fout:
        raise ReservekopieFout(f"{bestand} is geen kopiesleutel: een regel met {_MERK}… ontbreekt.") from fout


def versleutel(bron: _Lezer, naar: Path, ontvanger: str, klaar: Callable[[], None]) -> Deel:
    """Write everything that `bron` gives, encrypted. `klaar` is asked at the end, and raises when it was not all."""
    try:
        wie = x25519.Recipient.from_str(ontvanger)
    except pyrage.RecipientError as fout:
        raise ReservekopieFout(
            "OVERSTAP_KOPIE_ONTVANGER is geen ontvanger (age1…). Maak er een: overstap reservekopie sleutel BESTAND"
        ) from fout
    with naar.open("xb") as bestand:
        uit = _Gemeten(bestand)
        try:
            pyrage.encrypt_io(bron, uit, [wie])
        except (OSError, pyrage.EncryptError) as fout:
            raise ReservekopieFout(f"{naar} kon niet worden geschreven: {fout}") from fout
        klaar()
        bestand.flush()
        os.fsync(bestand.fileno())
    return Deel(naar.name, uit.omvang, uit.hash.hexdigest())


def ontsleutel(van: Path, naar: IO[bytes], sleutel: x25519.Identity) -> None:
    """Give everything that stands in `van` to `naar`; raises `ReservekopieFout` when the key is another one."""
    try:
        with van.open("rb") as bron:
            pyrage.decrypt_io(bron, naar, [sleutel])
    except pyrage.DecryptError as fout:
        raise ReservekopieFout(f"{van} gaat met deze kopiesleutel niet open.") from fout
