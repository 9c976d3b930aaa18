"""Walking at random through the real acts: is nobody stuck, is inzage never passed by, and is nothing sent unreleased?

After every act somebody who may see nothing and somebody who may see a part asks every table (`lezers.py`).
A few short walks stand in the suite; `./dev walk 5000` walks as often as one likes (`vele.py`). A walk that goes wrong
prints its number and what was done: the same number walks the same way again.
"""

from __future__ import annotations

import pytest

from tests.wandeling.lopen import Begin, beginnen, loop

KORT = 12


@pytest.fixture(scope="module")
def begin(samen: None) -> Begin:
    return beginnen()


@pytest.mark.parametrize("nummer", range(6))
def test_a_walk_keeps_every_promise_and_has_a_way_on(opnieuw: None, begin: Begin, nummer: int) -> None:
    assert loop(begin, nummer, KORT).spoor
