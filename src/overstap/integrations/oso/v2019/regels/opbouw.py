"""Does every element stand where it may stand, and is its text of the right kind? Judged by our own table.

One walk over the tree, block by block. The names of the children of a block lead to a `Plan`: which leaves
must be looked at, and which blocks come next. Real files have a few such rows of names, so nearly every
block is judged by one look in a dictionary. Whatever is not certainly right gets a closer look in `bezwaren`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple, cast

from lxml import etree

from overstap.domain.importen.snapshot import Melding
from overstap.integrations.oso.v2019.codelijsten import codelijsten
from overstap.integrations.oso.v2019.regels.bezwaren import (
    attributen,
    bezwaar_blad,
    bezwaren_blok,
    losse_tekst,
    melding,
)
from overstap.integrations.oso.v2019.regels.dossier import Deel, type_element
from overstap.integrations.oso.v2019.structuur import Pad, boom

MEEST = 300
_TAG = attrgetter("tag")
# A hostile file may have endlessly many rows of names; a real one has a few, and they are short.
_MEEST_PLANNEN, _LANGSTE_RIJ = 200, 100
type_goed = Callable[[str], object]

# The official check leaves this one alone: it follows a list of DUO, not codelijst 13.
_ZONDER_LIJST = frozenset({"/dossier/huidigeschool/leerling/bevorderd/leerjaar"})

# Only what is certainly right: anything else gets a closer look.
_SNEL: Mapping[str, type_goed] = {
    "datum": re.compile(
        r"[12][0-9]{3}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])"
        r"|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)"
    ).fullmatch,
    "janee": frozenset({"true", "false", "1", "0"}).__contains__,
    "geheel": re.compile(r"-?[0-9]{1,9}").fullmatch,
    "decimaal": re.compile(r"-?[0-9]{1,9}(?:\.[0-9]{1,9})?").fullmatch,
}


def _snel(pad: Pad, codes: Iterable[str]) -> type_goed:
    """The quick question to a text; a false answer only means: look closer."""
    if codes:
        return frozenset(codes).__contains__
    if pad.soort != "tekst":
        return _niet if pad.patroon or pad.bereik else _SNEL[pad.soort]
    if pad.patroon is not None:
        return pad.patroon.fullmatch
    langste = pad.tekens[1]
    return _altijd if langste is None else lambda tekst: len(tekst) <= langste


def _niet(_: str) -> bool:
    return False


def _altijd(_: str) -> bool:
    return True


class Bouwsel:
    """One path of the table, made ready: for a block `model`, for a leaf `goed`."""

    __slots__ = ("blok", "codes", "goed", "letter", "lijst", "model", "naam", "pad", "per_tag", "plannen")

    def __init__(self, pad: Pad, letter: str) -> None:
        self.pad = pad
        self.naam = pad.naam
        self.letter = letter
        self.blok = bool(pad.kinderen)
        self.lijst = "" if pad.pad in _ZONDER_LIJST else pad.codelijst
        self.codes: Mapping[str, str] = codelijsten()[self.lijst].codes if self.lijst else {}
        self.goed = _niet if self.blok else _snel(pad, self.codes)
        self.per_tag = {kind.tag: Bouwsel(kind, chr(0xE000 + nummer)) for nummer, kind in enumerate(pad.kinderen)}
        self.model = re.compile(_model(list(self.per_tag.values()))) if self.blok else _GEEN_KINDEREN
        # By the names of the children that were found right before.
        self.plannen: dict[tuple[object, ...], Plan] = {}


_GEEN_KINDEREN = re.compile("")


class Plan(NamedTuple):
    """What to do with the children of one block, by their position.

    `vragen` are the leaves with a question, `vrij` those without one, `bladen` all of them, `blokken` the blocks (the
    last one first), and `plaatsen` where each name comes first.
    """

    vragen: tuple[tuple[int, type_goed, Bouwsel], ...]
    vrij: tuple[int, ...]
    bladen: tuple[tuple[int, Bouwsel], ...]
    blokken: tuple[tuple[int, Bouwsel], ...]
    plaatsen: Mapping[str, int]


def _model(kinderen: list[Bouwsel]) -> str:
    """The pattern of a right row of children, one letter each."""
    if kinderen[0].pad.herhaalt:
        # The group returns as a whole, and its first member begins it.
        eerste, *rest = kinderen
        return f"(?:{eerste.letter}{''.join(map(_vaak, rest))})+"
    delen: list[str] = []
    for keuze, leden in groupby(kinderen, key=lambda kind: kind.pad.keuze):
        if keuze:
            een_van = "|".join(lid.letter if lid.pad.maximum == 1 else f"{lid.letter}+" for lid in leden)
            delen.append(f"(?:{een_van})" + ("" if keuze.endswith("!") else "?"))
        else:
            delen += map(_vaak, leden)
    return "".join(delen)


def _vaak(kind: Bouwsel) -> str:
    if kind.pad.maximum is None:
        return kind.letter + ("+" if kind.pad.minimum else "*")
    return kind.letter + ("" if kind.pad.minimum else "?")


@cache
def bouwsels() -> Bouwsel:
    """The table made ready, once per process."""
    return Bouwsel(boom(), "")


class _TeVeel(Exception):
    """More findings than anybody reads: the walk stops."""


class Opbouw:
    """One judgement: the findings so far, and what was met.

    Not `grondig`, a leaf in which any text is right is only asked whether it has text; whether it has more
    than that shows in the number of elements and texts of the tree as a whole.
    """

    def __init__(self, *, grondig: bool) -> None:
        self.grondig = grondig
        self.meldingen: list[Melding] = []
        self.elementen = 1
        self.delen: defaultdict[str, list[Deel]] = defaultdict(list)
        self.leeg = False

    def voeg_toe(self, meldingen: Iterable[Melding]) -> None:
        """Note these findings; raises `_TeVeel`."""
        for gevonden in meldingen:
            self.meldingen.append(gevonden)
            if len(self.meldingen) >= MEEST:
                raise _TeVeel

    def loop(self, wortel: type_element, bouwsel: Bouwsel) -> None:
        """Judge a block and everything below it, in the order of the file."""
        te_doen = [(wortel, bouwsel)]
        while te_doen:
            element, bouwsel = te_doen.pop()
            # Twice as fast as `list`.
            kinderen: list[type_element] = element[:]  # type: ignore[index, assignment]  # the stubs know no slices
            namen = tuple(map(_TAG, kinderen))
            plan = bouwsel.plannen.get(namen) or self._maak_plan(element, bouwsel, namen)
            vragen, vrij, bladen, blokken, plaatsen = plan
            self.elementen += len(namen)
            self.delen[bouwsel.naam].append(Deel(element, plaatsen, kinderen))
            if self.grondig:
                self.voeg_toe(losse_tekst(element, kinderen))
                for nummer, onder in bladen:
                    self._blad(kinderen[nummer], onder)
            else:
                for nummer, goed, onder in vragen:
                    if not (tekst := kinderen[nummer].text) or not goed(tekst):
                        self._blad(kinderen[nummer], onder)
                for nummer in vrij:
                    if not kinderen[nummer].text:
                        self.leeg = True
            for nummer, onder in blokken:
                te_doen.append((kinderen[nummer], onder))

    def _blad(self, element: type_element, bouwsel: Bouwsel) -> None:
        self.voeg_toe(bezwaar_blad(element, bouwsel.pad, bouwsel.lijst, bouwsel.codes))

    def _maak_plan(self, element: type_element, bouwsel: Bouwsel, namen: tuple[object, ...]) -> Plan:
        """The plan for a row of names that was not met before. A wrong row is noted; what is known in it is judged."""
        # A comment is a child too, with a function for a name.
        elementen = sum(isinstance(naam, str) for naam in namen)
        per_tag = bouwsel.per_tag
        bekend = [
            (nummer, per_tag[naam]) for nummer, naam in enumerate(namen) if isinstance(naam, str) and naam in per_tag
        ]
        bladen = tuple(paar for paar in bekend if not paar[1].blok)
        plan = Plan(
            tuple((nummer, onder.goed, onder) for nummer, onder in bladen if onder.goed is not _altijd),
            tuple(nummer for nummer, onder in bladen if onder.goed is _altijd),
            bladen,
            tuple(paar for paar in reversed(bekend) if paar[1].blok),
            {onder.naam: nummer for nummer, onder in reversed(bekend)},
        )
        if elementen > len(bekend) or not bouwsel.model.fullmatch("".join(onder.letter for _, onder in bekend)):
            self.voeg_toe(bezwaren_blok(element, bouwsel.pad))
        elif len(namen) < _LANGSTE_RIJ and len(bouwsel.plannen) < _MEEST_PLANNEN:
            bouwsel.plannen[namen] = plan
        return plan


# How many elements, texts and unexpected attributes the tree has; one question is quicker than three.
_TEL = etree.XPath(
    "concat(count(/descendant::*), ' ', count(/descendant::text()), ' ',"
    " count(/descendant::*/@*[not(name() = 'omschrijving' and string()"
    " and (local-name(..) = 'land' or local-name(..) = 'nationaliteit'))]))"
)
_MET_KENMERK = etree.XPath("/descendant::*/@*/..")


def bekijk_opbouw(wortel: type_element) -> Opbouw:
    """The judgement of a tree: what is not built as OSO 2019.1 says (all of it a fout), and its known blocks by name.

    At most `MEEST` findings, and one that says that there are more.
    """
    opbouw = Opbouw(grondig=False)
    try:
        if wortel.tag != boom().tag:
            opbouw.voeg_toe([melding(wortel, "Het bestand begint niet met een dossier.")])
            return opbouw
        opbouw.loop(wortel, bouwsels())
        elementen, teksten, kenmerken = map(int, str(_TEL(wortel)).split())
        bladen = opbouw.elementen - sum(map(len, opbouw.delen.values()))
        if opbouw.leeg or (opbouw.elementen, bladen) != (elementen, teksten):
            opbouw = Opbouw(grondig=True)
            opbouw.loop(wortel, bouwsels())
        if kenmerken:
            opbouw.voeg_toe(attributen(wortel, cast(list[type_element], _MET_KENMERK(wortel))))
    except _TeVeel:
        opbouw.meldingen.append(melding(wortel, "Er is nog meer mis met de opbouw van dit bestand."))
    return opbouw
