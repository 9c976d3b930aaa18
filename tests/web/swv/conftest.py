"""What do the tests of the pages of the samenwerkingsverband get? The example region, with the cases of a module."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from tests.wereld import Wereld, regio


@pytest.fixture(scope="module")
def streek(samen: None) -> Wereld:
    """The region with which every test of a module begins."""
    return regio()


@pytest.fixture(scope="module")
def gemaakt(request: pytest.FixtureRequest, streek: Wereld) -> Any:
    """What `maak` of this module made in it, once."""
    return request.module.maak(streek)


@pytest.fixture
def wereld(opnieuw: None, gemaakt: Any, streek: Wereld) -> Wereld:
    """That region, as nobody looked yet."""
    return deepcopy(streek)
