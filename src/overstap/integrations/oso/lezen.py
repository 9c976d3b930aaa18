"""What does an OSO file of any year say?"""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from typing import BinaryIO

from lxml import etree

from overstap.domain.importen.snapshot import Gelezen
from overstap.domain.rapporten.enums import Ernst
from overstap.integrations.oso.inpakken import Budget, langste_tekst
from overstap.integrations.oso.jaren import jaar_van, jaren
from overstap.integrations.oso.officieel import toets_officieel
from overstap.integrations.oso.ontcijferen import Ingepakt
from overstap.integrations.xml import STANDAARD, ontleed, ontleed_groot

# Of a bigger file the attachments flow by, and memory holds only the rest.
GROOT = 4 * 1024 * 1024


def lees(bron: bytes | BinaryIO, *, vandaag: date | None = None, bijlagen: bool = True, groot: int = GROOT) -> Gelezen:
    """Everything in an OSO file of a year that we know, whatever its profile.

    `bron` is the file, or what it can be read from and sought in. The rules are judged at the date of the file, else
    at `vandaag`. Raises `Leesfout` when the file as a whole cannot be read (codes of `ontleed` and of `jaar_van`); a
    fault inside is a Melding and the rest is read. What the official schema has against it (when it is on this server)
    is a warning. Without `bijlagen` the attachments are found and counted, but not taken out. Of a file of more than
    `groot` bytes they never lie in memory: what is read is the same.
    """
    wortel, uitgelicht = _ontleed(bron, groot, bijlagen=bijlagen)
    jaar = jaar_van(wortel)
    gelezen = jaar.lees(wortel, vandaag=vandaag, bijlagen=bijlagen, uitgelicht=uitgelicht)
    officieel = toets_officieel(wortel, jaar.versie, jaar.naamruimte, Ernst.WAARSCHUWING)
    return replace(gelezen, meldingen=gelezen.meldingen + officieel) if officieel else gelezen


def _ontleed(bron: bytes | BinaryIO, groot: int, *, bijlagen: bool) -> tuple[etree._Element, dict[str, Ingepakt]]:
    """The tree, and what is not in it by the marks that are."""
    if isinstance(bron, bytes):
        if len(bron) <= groot:
            return ontleed(bron), {}
        bron = io.BytesIO(bron)
    elif bron.seek(0, os.SEEK_END) <= groot:
        bron.seek(0)
        return ontleed(bron.read()), {}
    uitgelicht: dict[str, Ingepakt] = {}

    def afvoer(merk: str) -> Callable[[str], None]:
        if not bijlagen:
            return _vergeet
        uitgelicht[merk] = Ingepakt(langste_tekst(Budget()))
        return uitgelicht[merk].neem

    return ontleed_groot(bron, _inhouden(), afvoer, STANDAARD), uitgelicht


def _vergeet(_tekst: str) -> None:
    pass


@cache
def _inhouden() -> frozenset[str]:
    """The elements that hold an attachment, of every year."""
    return frozenset(jaar.inhoud for jaar in jaren())
