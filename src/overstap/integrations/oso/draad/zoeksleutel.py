"""How is a pupil named without sending the number? The official way is not public; these are the three likely ones.

A key and its fragment are as good as the number: they stand in no log, and no `repr` shows them.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa

_OAEP = padding.OAEP(mgf=padding.MGF1(hashes.SHA256()), algorithm=hashes.SHA256(), label=None)
_ZOUT = 16
# A pupil of a school is found among a few hundred; a thief tries a thousand million numbers.
_RONDEN = 100_000


@dataclass(frozen=True)
class Zoeksleutel:
    """The protected form of a persoonsgebonden nummer, with four of its digits."""

    sleutel: str = field(repr=False)
    fragment: str = field(repr=False)


class Strategie(Protocol):
    """One way to protect a number. The same key goes to the Traffic Center and to the bron, so it is made once."""

    def maak(self, nummer: str) -> Zoeksleutel:
        """The key of a number (BSN or onderwijsnummer, nine digits)."""
        ...

    def herken(self, sleutel: Zoeksleutel, kandidaten: Iterable[str]) -> str | None:
        """Which of these numbers is meant; None when none of them is, or when the key is no key."""
        ...


def fragment(nummer: str) -> str:
    """The last four digits: a choice of ours, nobody published which four."""
    return nummer[-4:]


class Ontcijferbaar:
    """RSA: who holds the private key reads the number. Two keys of one number differ."""

    def __init__(self, sleutel: rsa.RSAPublicKey | rsa.RSAPrivateKey) -> None:
        self._prive = sleutel if isinstance(sleutel, rsa.RSAPrivateKey) else None
        self._publiek = sleutel.public_key() if isinstance(sleutel, rsa.RSAPrivateKey) else sleutel

    def maak(self, nummer: str) -> Zoeksleutel:
        return Zoeksleutel(_tekst(self._publiek.encrypt(nummer.encode("ascii"), _OAEP)), fragment(nummer))

    def herken(self, sleutel: Zoeksleutel, kandidaten: Iterable[str]) -> str | None:
        if self._prive is None or (ruw := _bytes(sleutel.sleutel)) is None:
            return None
        try:
            nummer = self._prive.decrypt(ruw, _OAEP).decode("ascii")
        except ValueError:
            return None
        return nummer if nummer in set(kandidaten) else None


class Herhaalbaar:
    """The same number always gives the same key, by a secret that the chain shares."""

    def __init__(self, geheim: bytes) -> None:
        self._geheim = geheim

    def maak(self, nummer: str) -> Zoeksleutel:
        return Zoeksleutel(_tekst(hmac.digest(self._geheim, nummer.encode("ascii"), hashlib.sha512)), fragment(nummer))

    def herken(self, sleutel: Zoeksleutel, kandidaten: Iterable[str]) -> str | None:
        return _probeer(sleutel, kandidaten, lambda nummer: self.maak(nummer).sleutel)


class Gezouten:
    """Slow, and another key each time: only numbers with the right fragment are tried."""

    def maak(self, nummer: str) -> Zoeksleutel:
        return Zoeksleutel(self._van(nummer, os.urandom(_ZOUT)), fragment(nummer))

    def herken(self, sleutel: Zoeksleutel, kandidaten: Iterable[str]) -> str | None:
        ruw = _bytes(sleutel.sleutel)
        if ruw is None or len(ruw) <= _ZOUT:
            return None
        passend = (nummer for nummer in kandidaten if not sleutel.fragment or fragment(nummer) == sleutel.fragment)
        return _probeer(sleutel, passend, lambda nummer: self._van(nummer, ruw[:_ZOUT]))

    @staticmethod
    def _van(nummer: str, zout: bytes) -> str:
        return _tekst(zout + hashlib.pbkdf2_hmac("sha256", nummer.encode("ascii"), zout, _RONDEN))


def strategie(naam: str, sleutel: Path | None) -> Strategie:
    """The strategy that a connection names, with its key file (PEM for "ontcijferbaar"). Raises ValueError."""
    if naam == "gezouten":
        return Gezouten()
    if naam not in {"ontcijferbaar", "herhaalbaar"} or sleutel is None:
        raise ValueError(f"zoeksleutel: {naam} bestaat niet, of mist een sleutelbestand")
    ruw = sleutel.read_bytes()
    return Herhaalbaar(ruw.strip()) if naam == "herhaalbaar" else Ontcijferbaar(_rsa(ruw))


def _rsa(ruw: bytes) -> rsa.RSAPublicKey | rsa.RSAPrivateKey:
    prive = b"PRIVATE KEY" in ruw
    sleutel = serialization.load_pem_private_key(ruw, None) if prive else serialization.load_pem_public_key(ruw)
    if not isinstance(sleutel, rsa.RSAPublicKey | rsa.RSAPrivateKey):
        raise ValueError("zoeksleutel: dit is geen RSA-sleutel")  # noqa: TRY004  # one error for a file that is no good
    return sleutel


def _probeer(sleutel: Zoeksleutel, kandidaten: Iterable[str], bereken: Callable[[str], str]) -> str | None:
    gezocht = "".join(sleutel.sleutel.split()).encode()
    passend = (nummer for nummer in kandidaten if hmac.compare_digest(bereken(nummer).encode(), gezocht))
    return next(passend, None)


def _tekst(ruw: bytes) -> str:
    return base64.b64encode(ruw).decode("ascii")


def _bytes(tekst: str) -> bytes | None:
    try:
        return base64.b64decode("".join(tekst.split()), validate=True)
    except (binascii.Error, ValueError):
        return None
