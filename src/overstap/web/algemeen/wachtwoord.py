"""Is a password long enough, and did it leak somewhere before? The list of leaks lies on our own disk.

Nothing about a password leaves the server. The list is the one of Have I Been Pwned, ordered by hash: a line per
password, 40 hexadecimal digits of SHA-1 and after a colon how often. It is 40 GB, so it is searched where it lies.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import BinaryIO

from django.conf import settings
from django.contrib.auth.password_validation import MinimumLengthValidator
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

_HEX = 40


class LangGenoeg(MinimumLengthValidator):
    """Asks for a number of characters, in Dutch: Django's own translation lags behind its text."""

    def get_error_message(self) -> str:
        """Say what is missing."""
        return _("Dit wachtwoord is te kort. Gebruik minstens %(aantal)s tekens.") % {"aantal": self.min_length}


class NietGelekt:
    """Refuses a password that stands in the list of `OVERSTAP_GELEKTE_WACHTWOORDEN`; without a list none."""

    def validate(self, password: str, user: object = None) -> None:
        """Raise `ValidationError` for a password that leaked."""
        del user
        lijst: Path | None = settings.OVERSTAP_GELEKTE_WACHTWOORDEN
        if lijst is None:
            return
        with lijst.open("rb") as bestand:
            if _staat_in(bestand, lijst.stat().st_size, _merk(password)):
                raise ValidationError(
                    _("Dit wachtwoord is ergens anders gelekt. Kies een ander wachtwoord."), code="gelekt"
                )

    def get_help_text(self) -> str:
        """Say what is asked."""
        return _("Kies een wachtwoord dat u nergens anders gebruikt.")


def _merk(wachtwoord: str) -> bytes:
    # What the list is made of; it protects nothing here.
    return hashlib.sha1(wachtwoord.encode(), usedforsecurity=False).hexdigest().upper().encode()


def _staat_in(bestand: BinaryIO, lengte: int, merk: bytes) -> bool:
    """Halve the file until one line is left: `laag` is always the beginning of a line."""
    laag, hoog = 0, lengte
    while laag < hoog:
        bestand.seek((laag + hoog) // 2)
        if bestand.tell() > laag:
            bestand.seek(bestand.tell() - 1)
            bestand.readline()
        begin = bestand.tell()
        if begin >= hoog:
            bestand.seek(laag)
            begin = laag
        gevonden = bestand.readline()
        if gevonden[:_HEX].upper() == merk:
            return True
        if gevonden[:_HEX].upper() < merk:
            laag = begin + len(gevonden)
        else:
            hoog = begin
    return False
