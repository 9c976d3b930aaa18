"""Can anybody work back a number of one to four from what a region is told? Every way is tried."""

from __future__ import annotations

from collections import defaultdict
from itertools import product

import pytest

from overstap.domain.tellingen.rules import aantal, minstens, opgeteld, schermrij, som_van, stil_afgeschermd

KLEIN = range(1, 5)
RIJEN = [rij for rij in product(range(23), repeat=3) if sum(rij) <= 22]


def _wat_kan(rijen: list[tuple[int, ...]]) -> dict[object, list[tuple[int, ...]]]:
    """For everything that can be told, beside the total that everybody knows: which schools it may be about."""
    kan = defaultdict(list)
    for rij in rijen:
        kan[schermrij(rij), sum(rij)].append(rij)
    return kan


def test_no_small_part_of_a_known_total_can_be_worked_out() -> None:
    for (verteld, totaal), mogelijk in _wat_kan(RIJEN).items():
        if totaal < 5:
            assert verteld is None
            continue
        for deel in range(3):
            waarden = {rij[deel] for rij in mogelijk}
            if verteld is not None and verteld[deel].klein:
                assert waarden == set(KLEIN), (verteld, totaal)
            assert not (len(waarden) == 1 and waarden <= set(KLEIN)), (verteld, totaal)


def test_what_is_told_is_true_and_as_sharp_as_it_can_be() -> None:
    for (verteld, totaal), mogelijk in _wat_kan(RIJEN).items():
        for rij in mogelijk:
            assert verteld is None or all(v.laag <= echt <= v.hoog for v, echt in zip(verteld, rij, strict=True))
        if verteld is not None:
            for welke in ((0,), (1, 2), (0, 2)):
                sommen = {sum(rij[deel] for deel in welke) for rij in mogelijk}
                bereik = som_van(verteld, welke, totaal)
                assert (bereik.laag, bereik.hoog) == (min(sommen), max(sommen))


@pytest.mark.parametrize("rij", [(20, 2, 0), (9, 9, 1), (25, 5, 3), (3, 3, 30)])
def test_a_class_of_usual_size_is_told_as_far_as_it_can_be(rij: tuple[int, ...]) -> None:
    verteld = schermrij(rij)
    if rij == (9, 9, 1):
        # Which of the two would be told as a range, would say something.
        assert verteld is None
    else:
        assert verteld is not None
        assert sum(een.klein for een in verteld) == sum(0 < een < 5 for een in rij)


def test_a_sum_over_schools_leaves_every_school_all_it_could_be() -> None:
    """Two and three schools of ten pupils: whatever the region is told, no small part becomes certain."""
    een_school = [(klaar, 10 - klaar) for klaar in range(11)]
    for scholen in (2, 3):
        kan = defaultdict(list)
        for rijen in product(een_school, repeat=scholen):
            delen = [som_van(schermrij(rij), (0,), 10) for rij in rijen]
            kan[opgeteld(sum(rij[0] for rij in rijen), delen), *delen].append(rijen)
        for mogelijk in kan.values():
            for school, deel in product(range(scholen), range(2)):
                waarden = {rijen[school][deel] for rijen in mogelijk}
                assert not (len(waarden) == 1 and waarden <= set(KLEIN))


def test_who_stands_still_never_says_how_many_do_not() -> None:
    for totaal, eerst, dan in product(range(5, 16), range(16), range(16)):
        if eerst + dan <= totaal:
            verteld = stil_afgeschermd((eerst, dan), totaal)
            assert minstens(verteld).laag <= max(totaal - 5, 2)
            assert all(v.laag <= echt <= v.hoog for v, echt in zip(verteld, (eerst, dan), strict=True))
            assert not any(v.exact and v.laag for v in verteld)


def test_one_number_is_itself_or_fewer_than_five() -> None:
    assert [(n.laag, n.hoog) for n in map(aantal, (0, 1, 4, 5))] == [(0, 0), (1, 4), (1, 4), (5, 5)]
