"""Which school took the place of which, however many mergers lie between?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from overstap.domain.scholen.rules.regiobestand import School

type_fusies = Sequence[tuple[str, str]]
"""(BRIN of a school, BRIN of the one into which it merged)."""


def opvolgers(brins: Iterable[str], fusies: type_fusies) -> frozenset[str]:
    """These BRINs with everything into which they merged, again and again; a circle ends by itself."""
    gezien, nieuw = frozenset[str](), frozenset(brins)
    while nieuw:
        gezien |= nieuw
        nieuw = frozenset(in_ for uit, in_ in fusies if uit in nieuw) - gezien
    return gezien


def voorgangers(brins: Iterable[str], fusies: type_fusies) -> frozenset[str]:
    """These BRINs with everything that merged into them, again and again."""
    return opvolgers(brins, [(in_, uit) for uit, in_ in fusies])


def kringen(scholen: Sequence[School]) -> list[int]:
    """The places of the schools that merge so that none remains, one for each circle.

    A BRIN remains as long as one of its vestigingen merges into no other: that is where a vestiging of the same BRIN
    may go too. One that the file does not name is of elsewhere, and remains.
    """
    gevonden, genoemd = [], set[str]()
    for plaats, school in enumerate(scholen):
        if school.opgegaan_in and school.brin not in genoemd and not _blijft_iets(school, scholen):
            gevonden.append(plaats)
            genoemd |= {school.brin, *opvolgers([school.opgegaan_in], [(een.brin, een.opgegaan_in) for een in scholen])}
    return gevonden


def _blijft_iets(school: School, scholen: Sequence[School]) -> bool:
    anderen = [een for een in scholen if een.sleutel != school.sleutel]
    daar = opvolgers([school.opgegaan_in], [(een.brin, een.opgegaan_in) for een in anderen if een.opgegaan_in])
    hier = {een.brin for een in scholen}
    return any(een.brin in daar and not een.opgegaan_in for een in anderen) or bool(daar - hier)
