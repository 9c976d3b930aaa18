"""Which OSO files could anybody send us? Made from the table of paths: every path, choice and code, lawful or not.

The table itself is compared with the official schema elsewhere; what is made here is valid for that schema.
"""

import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Protocol

from lxml import etree

from overstap.integrations.oso.inpakken import pak_in
from overstap.integrations.oso.v2019.codelijsten import codelijsten
from overstap.integrations.oso.v2019.naam import GEHEIM, qpad
from overstap.integrations.oso.v2019.profielen import MATRIX, Profiel
from overstap.integrations.oso.v2019.structuur import Pad, boom
from tests.integrations.oso.leerling import PDF

LASTIG = (
    "Jan & <zoon>",
    "a\"b'c",
    "👩🏽‍🏫 juf",
    "x\u0323\u0301",
    "]]>",
    "Ørsted‐Çelik",
    "رضا",
    "een\ntwee",
    "00",
    "false",
)
OPNAAM = {
    "brincode": ("99XX",), "arrangement_brin": ("99XX",), "teruggeplaatstnaarbrin": ("99YY",),
    "vestigingscode": ("00", "07"), "arrangement_vestigingscode": ("01",),
    "geboortemaand": ("2015-02",), "gbageboortedatum": ("28-02-2015", "00-00-2015"), "schooljaar": ("2026-2027",),
    "voelementcode": ("0011",), "elementcode": ("1100",), "lwoo_einddatum": ("2027-07-31",),
    "bsn": ("999990019",), "onderwijsnummer": ("100000004",), "contactemail": ("juf@voorbeeld.nl",),
    "standaardversie": ("2019.1",), "validatieversie": ("2019.1.1",),
    "afnamedatum": ("2026-01-20", "2026-11-01"), "datum": ("2026-11-20",), "inzagedatum": ("2026-11-19",),
}  # fmt: skip
OPSOORT = {
    "datum": ("2015-02-28", "2024-02-29", "2026-12-31"),
    "janee": ("true", "false"),
    "geheel": ("0", "12", "340"),
    "decimaal": ("0", "7.50", "-103.5"),
}
# The official check leaves this one alone: it follows a list of DUO.
ZONDER_LIJST = "/dossier/huidigeschool/leerling/bevorderd/leerjaar"


class Kiezer(Protocol):
    """What decides where the table leaves a choice."""

    def een(self, waar: str, uit: Sequence[str]) -> str:
        """One of these texts or names, for the place `waar`."""
        ...

    def aantal(self, pad: Pad) -> int:
        """How often an element stands there."""
        ...


class OmDeBeurt:
    """Everything, twice where it may be repeated; codes, values and choices in turn, over all files that are made."""

    def __init__(self) -> None:
        self.beurt: Counter[str] = Counter()

    def een(self, waar: str, uit: Sequence[str]) -> str:
        beurt = self.beurt[waar]
        self.beurt[waar] += 1
        # Not all in step, or some would never meet: a choice stays for three turns, and each place starts elsewhere.
        return uit[(beurt // 3 if "|" in waar else beurt + len(waar)) % len(uit)]

    def aantal(self, pad: Pad) -> int:
        return 2 if pad.maximum is None else 1


class Willekeurig:
    """Anything, the same for the same seed."""

    def __init__(self, zaad: int) -> None:
        self.dobbel = random.Random(zaad)  # noqa: S311  # no secret depends on it

    def een(self, waar: str, uit: Sequence[str]) -> str:
        return self.dobbel.choice(uit)

    def aantal(self, pad: Pad) -> int:
        meest = 3 if pad.maximum is None else 1
        # `inzage` in the block of that name is the one answer that the report always has.
        nodig = pad.minimum or pad.naam == "inzage" or pad.keuze.endswith("!")
        return self.dobbel.randint(1 if nodig else 0, meest)


@cache
def codes(pad: Pad) -> tuple[str, ...]:
    """The codes that may stand at a path; empty when it has no list."""
    if not pad.codelijst or pad.pad == ZONDER_LIJST:
        return ()
    return tuple(codelijsten()[pad.codelijst].codes)


def _waarde(kiezer: Kiezer, pad: Pad) -> str:
    if pad.bereik is not None:
        return kiezer.een(pad.pad, tuple(map(str, pad.bereik)))
    uit = codes(pad) or OPNAAM.get(pad.naam) or OPSOORT.get(pad.soort) or LASTIG
    return kiezer.een(pad.pad, uit)[: pad.tekens[1]]


def _blok(kiezer: Kiezer, pad: Pad) -> etree._Element:
    element = etree.Element(pad.tag)
    if not pad.kinderen:
        element.text = _waarde(kiezer, pad)
        if pad.naam in {"land", "nationaliteit"}:
            element.set("omschrijving", kiezer.een(f"{pad.pad}@", LASTIG[:6]))
        return element
    if pad.naam == "document":
        return _document(kiezer, element)
    for _ in range(kiezer.aantal(pad.kinderen[0]) if pad.kinderen[0].herhaalt else 1):
        for kind in _gekozen(kiezer, pad):
            aantal = 1 if kind.herhaalt and kind is pad.kinderen[0] else kiezer.aantal(kind)
            element.extend(_blok(kiezer, kind) for _ in range(aantal))
    return element


def _gekozen(kiezer: Kiezer, pad: Pad) -> list[Pad]:
    """The children, with one member of every choice."""
    groepen: dict[str, list[str]] = defaultdict(list)
    for kind in pad.kinderen:
        groepen[kind.keuze].append(kind.naam)
    mee = {naam: kiezer.een(f"{pad.pad}|{naam}", leden) for naam, leden in groepen.items() if naam}
    return [kind for kind in pad.kinderen if not kind.keuze or mee[kind.keuze] == kind.naam]


def _document(kiezer: Kiezer, element: etree._Element) -> etree._Element:
    naam = kiezer.een("bijlage", ("brief.pdf", "toets 8.pdf", "plan_2.pdf"))
    delen = {"bestandsnaam": naam, "omschrijving": "Een brief", "bestandsinhoud": pak_in(naam, PDF, gepakt=False)}
    for deel, tekst in delen.items():
        etree.SubElement(element, qpad(deel)).text = tekst
    return element


def maak(kiezer: Kiezer, profiel: Profiel = Profiel.BB) -> etree._Element:
    """One dossier, valid for the schema, that breaks no rule of this profile within the pupil."""
    wortel = _blok(kiezer, boom())
    _zet(wortel, "overdrachtsoort", profiel.overdrachtsoort)
    if profiel is not Profiel.BB:
        _zet(wortel, "inzage/inzage", "true")
        _zet(wortel, "metadata/overstap", profiel.overstap)
        for naam, keuze in MATRIX[profiel].items():
            _zet(wortel, f"metadata/categorie_uitlevering/{naam}", keuze)
    for communicatie in wortel.iter(qpad("communicatie")):
        _nummer(communicatie)
    for naam in ("leerling", "verzorger"):
        for persoon in wortel.iter(qpad(naam)):
            if persoon.findtext(qpad("adresgeheim")) == "true":
                _weg(persoon, "adreslijst", "adresbuitenland", "postcode4adres")
    for advies in wortel.iter(qpad("overstapadvies")):
        # A second advice is only that when there is another first one.
        if advies.findtext(qpad("advies")) in (None, advies.findtext(qpad("herzienadvies"))):
            _weg(advies, "herzienadvies")
    return wortel


def _zet(wortel: etree._Element, pad: str, tekst: str) -> None:
    element = wortel.find(qpad(pad))
    if element is not None:
        element.text = tekst


def _weg(ouder: etree._Element, *namen: str) -> None:
    for naam in namen:
        for kind in ouder.findall(qpad(naam)):
            ouder.remove(kind)


def _nummer(communicatie: etree._Element) -> None:
    """A number of the right kind, and the fixed one for a secret."""
    soort = communicatie.findtext(qpad("soort")) or ""
    geheim = communicatie.findtext(qpad("geheim")) == "true"
    _zet(communicatie, "nummer", GEHEIM[soort] if geheim else {"telefoon": "0600000000"}.get(soort, "a@voorbeeld.nl"))


@cache
def _onder(pad: Pad) -> dict[str, Pad]:
    return {kind.tag: kind for kind in pad.kinderen}


def met_pad(
    wortel: etree._Element, pad: Pad | None = None, diepte: int = 0
) -> Iterator[tuple[etree._Element, Pad, int]]:
    """Every element in order, with its path in the table and its depth."""
    hier = pad or boom()
    yield wortel, hier, diepte
    for kind in wortel:
        yield from met_pad(kind, _onder(hier)[kind.tag], diepte + 1)


def als_bytes(wortel: etree._Element) -> bytes:
    """The file as somebody would send it."""
    return etree.tostring(wortel, xml_declaration=True, encoding="UTF-8")
