"""What does a message say, read by another parser and by other code than that of the product?"""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.parsers import expat

_DOSSIER = "oso_gegevensset"
_DIEPST = 60


class Onleesbaar(Exception):
    """This is no message."""


@dataclass
class Post:
    """One message: its element and namespace, the text of each leaf by its name, and the bytes of a dossier in it.

    `rijen` are the leaves of each element that has a `url`: the aanleverpunten.
    """

    soort: str = ""
    ruimte: str = ""
    bladen: dict[str, str] = field(default_factory=dict, repr=False)
    rijen: list[dict[str, str]] = field(default_factory=list, repr=False)
    dossier: bytes | None = field(default=None, repr=False)


class _Loper:
    def __init__(self, ruw: bytes) -> None:
        self._ruw = ruw
        self._pad: list[str] = []
        self._tekst: list[str] = []
        self._rij: dict[str, str] = {}
        self._dossier_vanaf = -1
        self._dossier_diep = 0
        self.post = Post()
        self._expat = expat.ParserCreate(namespace_separator="|")
        self._expat.StartElementHandler = self._open
        self._expat.EndElementHandler = self._dicht
        self._expat.CharacterDataHandler = self._tekst.append
        self._expat.StartDoctypeDeclHandler = self._doctype

    def loop(self) -> Post:
        self._expat.Parse(self._ruw, True)
        if not self.post.soort:
            raise Onleesbaar
        return self.post

    def _doctype(self, *_wat: object) -> None:
        raise Onleesbaar

    def _open(self, volledig: str, _attributen: object) -> None:
        ruimte, _, naam = volledig.rpartition("|")
        self._pad.append(naam)
        self._tekst.clear()
        if len(self._pad) > _DIEPST:
            raise Onleesbaar
        if len(self._pad) == 3 and self._pad[:2] == ["Envelope", "Body"] and not self.post.soort:
            self.post.soort, self.post.ruimte = naam, ruimte
        if _DOSSIER in ruimte and self._dossier_vanaf < 0:
            self._dossier_vanaf, self._dossier_diep = self._expat.CurrentByteIndex, len(self._pad)

    def _dicht(self, volledig: str) -> None:
        naam = volledig.rpartition("|")[2]
        if self._dossier_vanaf < 0:
            tekst = "".join(self._tekst).strip()
            if tekst:
                self.post.bladen.setdefault(naam, tekst)
                self._rij[naam] = tekst
            elif "url" in self._rij:
                self.post.rijen.append(self._rij)
                self._rij = {}
        elif len(self._pad) == self._dossier_diep and self.post.dossier is None:
            eind = self._ruw.index(b">", self._expat.CurrentByteIndex) + 1
            self.post.dossier = self._ruw[self._dossier_vanaf : eind]
            self._dossier_vanaf = -1
        self._tekst.clear()
        self._pad.pop()


def lees(ruw: bytes) -> Post:
    """The message in these bytes; raises `Onleesbaar`."""
    try:
        return _Loper(ruw).loop()
    except (expat.ExpatError, ValueError):
        raise Onleesbaar from None
