"""What may a region be told of numbers of pupils, so that nobody can be recognised, also not by subtracting?

Everybody may know how many pupils a school has; so what one part of them is, may not follow from the other parts
(ADR 24). A test tries every way to work back.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from overstap.domain.plaatsingen.rules import KLEINSTE_AANTAL

# Of fewer pupils nothing is told: with one to four of them in one part, the other parts would be small too.
KLEINSTE_SCHOOL = KLEINSTE_AANTAL


@dataclass(frozen=True)
class Aantal:
    """A number of pupils as it is told: `laag` to `hoog` inclusive; the same when it is told exactly."""

    laag: int
    hoog: int

    @property
    def exact(self) -> bool:
        """Is this the number itself?"""
        return self.laag == self.hoog

    @property
    def klein(self) -> bool:
        """Is it told as "minder dan 5"?"""
        return not self.exact and self.hoog < KLEINSTE_AANTAL

    def onbekend(self, totaal: int) -> bool:
        """Does this say nothing of a part of `totaal`?"""
        return self.laag == 0 and self.hoog >= totaal > 0

    def delen(self, totaal: int) -> tuple[float, float]:
        """The lowest and the highest it can be, as parts of `totaal`."""
        return (self.laag / totaal, self.hoog / totaal) if totaal else (0.0, 0.0)

    def deel(self, totaal: int) -> float:
        """The middle of it as a part of `totaal`, 0 to 1: for a picture."""
        return (self.laag + self.hoog) / 2 / totaal if totaal else 0.0


NIEMAND = Aantal(0, 0)
_KLEIN = Aantal(1, KLEINSTE_AANTAL - 1)


def aantal(echt: int) -> Aantal:
    """One number by itself, of which nobody knows a total."""
    return _KLEIN if 0 < echt < KLEINSTE_AANTAL else Aantal(echt, echt)


def minstens(alle: Iterable[Aantal]) -> Aantal:
    """The sum of what is told: no sharper than its parts."""
    rij = list(alle)
    return Aantal(sum(een.laag for een in rij), sum(een.hoog for een in rij))


def schermrij(delen: Sequence[int]) -> tuple[Aantal, ...] | None:
    """All parts of a known total. With a part of one to four the largest part is told as a range, so that subtracting
    gives no more than one to four; None when the total is too small for that, and nothing but the total is told.
    """
    klein = [een for een in delen if 0 < een < KLEINSTE_AANTAL]
    if sum(delen) < KLEINSTE_SCHOOL:
        return None
    if not klein:
        return tuple(Aantal(een, een) for een in delen)
    *_rest, tweede, grootste = [0, *sorted(delen)]
    samen = grootste + sum(klein)
    bereik = Aantal(samen - (KLEINSTE_AANTAL - 1) * len(klein), samen - len(klein))
    # Whatever the small parts are, the largest stays the largest, and not small.
    if grootste < KLEINSTE_AANTAL or bereik.laag <= max(tweede, KLEINSTE_AANTAL - 1):
        return None
    plek = list(delen).index(grootste)
    return tuple(bereik if nummer == plek else aantal(een) for nummer, een in enumerate(delen))


def terugblik_afgeschermd(delen: Sequence[int]) -> tuple[Aantal, ...] | None:
    """What a basisschool is told of its own pupils, whose names it knows: more is hidden than for a region.

    Where nearly everybody is in one part, that part says it of each of them by name. So parts are told only when in at
    least two of them are five or more; else None.
    """
    if sum(een >= KLEINSTE_AANTAL for een in delen) < 2:
        return None
    return schermrij(delen)


def som_van(rij: Sequence[Aantal] | None, welke: Collection[int], totaal: int) -> Aantal:
    """What the parts `welke` of a told row are together: as sharp as anybody can work it out."""
    if rij is None:
        return Aantal(0, totaal)
    klein_in = sum(rij[nummer].klein for nummer in welke)
    klein_uit = sum(een.klein for een in rij) - klein_in
    met_bereik = any(not rij[nummer].exact and not rij[nummer].klein for nummer in welke)
    vast = sum(rij[nummer].laag for nummer in welke if rij[nummer].exact)
    hoogst = KLEINSTE_AANTAL - 1
    if not met_bereik:
        return Aantal(vast + klein_in, vast + hoogst * klein_in)
    # Everything that is not in here is known but for the small parts.
    buiten = sum(een.laag for nummer, een in enumerate(rij) if nummer not in welke and een.exact)
    return Aantal(totaal - buiten - hoogst * klein_uit, totaal - buiten - klein_uit)


def opgeteld(echt: int, delen: Sequence[Aantal]) -> Aantal:
    """The sum over many schools: exact when it lies so far from both ends of what can be worked out that each school
    can still be everything that it could be before; else no sharper than its parts.
    """
    samen = minstens(delen)
    ruimte = max((deel.hoog - deel.laag for deel in delen), default=0)
    if samen.laag + ruimte <= echt <= samen.hoog - ruimte:
        return Aantal(echt, echt)
    return samen


def stil_afgeschermd(per_plek: Sequence[int], totaal: int) -> tuple[Aantal, ...]:
    """How many stand still at each place, in fives ("10 of meer"), and together never so many that it says how many of
    the `totaal` do not. `hoog` is then the total. What is told most of is the last place: there a year is lost first.
    """
    # Where somebody stands still at least one is told, so those are taken from the room beforehand.
    ruim = max(totaal - KLEINSTE_AANTAL - sum(echt > 0 for echt in per_plek), 0)
    uit: list[Aantal] = []
    for echt in reversed(per_plek):
        vijftal = min(echt, ruim + 1) // KLEINSTE_AANTAL * KLEINSTE_AANTAL
        ruim -= max(vijftal - 1, 0)
        hoog = KLEINSTE_AANTAL - 1 if 0 < echt < KLEINSTE_AANTAL else totaal
        uit.append(Aantal(max(vijftal, 1), hoog) if echt else NIEMAND)
    return tuple(reversed(uit))
