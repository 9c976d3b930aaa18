"""What do the tests of the vo pages get? The example region."""

from __future__ import annotations

from copy import deepcopy

import pytest

from tests.wereld import Wereld, regio


@pytest.fixture(scope="module")
def streek(samen: None) -> Wereld:
    """The region with which every test of a module begins."""
    return regio()


@pytest.fixture
def wereld(opnieuw: None, streek: Wereld) -> Wereld:
    """The region with its schools, nothing sent yet."""
    return deepcopy(streek)
