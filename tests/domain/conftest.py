"""What does a test of the domain get? The region, with what its module laid ready."""

from __future__ import annotations

from copy import deepcopy

import pytest

from tests.wereld import Wereld, regio


@pytest.fixture(scope="module")
def begin(samen: None) -> Wereld:
    """The region with which every test of a module begins; a module that lays dossiers ready has its own."""
    return regio()


@pytest.fixture
def wereld(opnieuw: None, begin: Wereld) -> Wereld:
    """That region, as no other test saw it."""
    return deepcopy(begin)
