"""Which parts of the tree do the rules look at, and where is an element, said without its value?"""

from functools import cache
from itertools import islice
from typing import NamedTuple

from lxml import etree

from overstap.integrations.oso.v2019.naam import q

type_element = etree._Element  # noqa: SLF001  # lxml has no public name for this type
# Nobody counts further; a hostile file with very many elements would cost time.
_VER = 999


class Communicatie(NamedTuple):
    """One telephone number or e-mail address, of whomever."""

    element: type_element
    soort: str
    nummer: str
    geheim: bool


class Dossier:
    """The tree of one file, with the blocks that most rules need. Rules only read it.

    Raises `ValueError` when metadata, school or leerling is missing: the structure says so already,
    and no rule has anything to look at.
    """

    def __init__(self, wortel: type_element) -> None:
        self.wortel = wortel
        self.metadata = self._blok(wortel, "metadata")
        self.school = self._blok(wortel, "huidigeschool")
        self.leerling = self._blok(self.school, "leerling")
        self.inzage = wortel.find(q("inzage"))
        self.advies = self.leerling.find(q("overstapadvies"))
        self.verzorgers = self.leerling.findall(q("verzorger"))
        self.overal = _per_naam(self.school, ("communicatie", "afname", "resultaat", "toetsscore", "score"))
        self.communicatie = [
            Communicatie(element, tekst(element, "soort"), tekst(element, "nummer"), waar(element, "geheim"))
            for element in self.overal["communicatie"]
        ]
        self.categorieen = {kind.tag: (kind.text or "").strip() for kind in self._kinderen("categorie_uitlevering")}

    def _kinderen(self, naam: str) -> list[type_element]:
        lijst = self.metadata.find(q(naam))
        return [] if lijst is None else list(lijst)

    @staticmethod
    def _blok(ouder: type_element, naam: str) -> type_element:
        blok = ouder.find(q(naam))
        if blok is None:
            raise ValueError(naam)
        return blok


def tekst(blok: type_element, pad: str) -> str:
    """The text at `pad` below `blok`, without spaces around it; empty when it is not there."""
    element = vind(blok, pad)
    return "" if element is None else (element.text or "").strip()


def heeft(blok: type_element, pad: str) -> bool:
    """Is there an element at `pad` below `blok`?"""
    return vind(blok, pad) is not None


@cache
def _tags(pad: str) -> tuple[str, ...]:
    return tuple(q(naam) for naam in pad.split("/"))


def vind(blok: type_element, pad: str) -> type_element | None:
    """The first element at `pad`. Like `find`, but three times as fast, and it is asked very often."""
    element: type_element | None = blok
    for tag in _tags(pad):
        element = next(element.iterchildren(tag), None) if element is not None else None
    return element


def waar(blok: type_element, pad: str) -> bool:
    """Is the boolean at `pad` true? Absent is not true."""
    return tekst(blok, pad) in ("true", "1")


def _per_naam(blok: type_element, namen: tuple[str, ...]) -> dict[str, list[type_element]]:
    """Every element with one of these names, at any depth, in one walk."""
    gevonden: dict[str, list[type_element]] = {q(naam): [] for naam in namen}
    for element in blok.iter(*gevonden):
        gevonden[element.tag].append(element)
    return {naam: gevonden[q(naam)] for naam in namen}


def plaats(element: type_element) -> str:
    """The path with positions where a name is repeated: `/dossier/huidigeschool/leerling/verzorger[2]`."""
    delen: list[str] = []
    hier: type_element | None = element
    while hier is not None:
        naam = etree.QName(hier).localname
        nummer = 1 + sum(1 for _ in islice(hier.itersiblings(hier.tag, preceding=True), _VER))
        anders = nummer > 1 or next(hier.itersiblings(hier.tag), None) is not None
        delen.append(f"{naam}[{nummer}]" if anders else naam)
        hier = hier.getparent()
    return "/" + "/".join(reversed(delen))
