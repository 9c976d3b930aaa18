"""What is a rule of OSO, in which profiles does it count, and what happens when it finds something?"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from overstap.domain.importen.snapshot import Melding
from overstap.domain.rapporten.enums import Ernst
from overstap.integrations.oso.v2019.profielen import OVERSTAP, Profiel
from overstap.integrations.oso.v2019.regels.dossier import Dossier, heeft, plaats, type_element

ALLE = frozenset(Profiel)
POVO = frozenset({Profiel.POVO})

type_toets = Callable[[Dossier, date], Iterable[type_element]]


@dataclass(frozen=True)
class Regel:
    """One rule: its official number, what is wrong, how and where to mend it, and the test.

    `toets` yields the elements where it is broken. `stil` marks the rules that the official validator
    has been silent about since 2017.1 although they are meant as obligatory: such a rule warns when we
    read somebody else's file and stops us from writing one. `raad` only ever warns.
    """

    nummer: str
    profielen: frozenset[Profiel]
    tekst: str
    herstel: str
    toets: type_toets
    stil: bool = False
    raad: bool = False

    def meldingen(self, dossier: Dossier, peildatum: date, *, schrijven: bool) -> Iterator[Melding]:
        """One Melding for every place where this rule is broken."""
        zacht = self.raad or (self.stil and not schrijven)
        ernst = Ernst.WAARSCHUWING if zacht else Ernst.FOUT
        for element in self.toets(dossier, peildatum):
            yield Melding(self.nummer, ernst, plaats(element), self.tekst, self.herstel)


type_maker = Callable[[type_toets], Regel]


def regel(
    nummer: str,
    tekst: str,
    herstel: str,
    *,
    profielen: frozenset[Profiel] = OVERSTAP,
    stil: bool = False,
    raad: bool = False,
) -> type_maker:
    """Decorator: this test is the rule with this number."""
    return lambda toets: Regel(nummer, profielen, tekst, herstel, toets, stil, raad)


def verplicht(nummer: str, blok: str, pad: str, tekst: str, herstel: str, **soort: bool) -> Regel:
    """The rule that `pad` must be present in the block `blok` of the Dossier (when that block is there)."""

    def toets(dossier: Dossier, _: date) -> Iterator[type_element]:
        hier = getattr(dossier, blok)
        if hier is not None and not heeft(hier, pad):
            yield hier

    return Regel(nummer, OVERSTAP, tekst, herstel, toets, **soort)


def verboden(nummer: str, pad: str, tekst: str, herstel: str, profielen: frozenset[Profiel] = OVERSTAP) -> Regel:
    """The rule that `pad` may not be present in the block leerling."""

    def toets(dossier: Dossier, _: date) -> Iterator[type_element]:
        if heeft(dossier.leerling, pad):
            yield dossier.leerling

    return Regel(nummer, profielen, tekst, herstel, toets)
