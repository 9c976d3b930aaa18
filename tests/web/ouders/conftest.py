"""What do the tests of the parents' pages get? A family, fresh for every test."""

from __future__ import annotations

from copy import deepcopy
from types import SimpleNamespace

import pytest

from tests.web.ouders import gezin as gezinmodule


@pytest.fixture(scope="module")
def uitgenodigd(samen: None) -> SimpleNamespace:
    """The family with which every test of a module begins."""
    return gezinmodule.maak_gezin()


@pytest.fixture
def gezin(opnieuw: None, uitgenodigd: SimpleNamespace) -> SimpleNamespace:
    """Two parents who live apart, both invited."""
    from django.core.cache import cache

    cache.clear()
    return deepcopy(uitgenodigd)
