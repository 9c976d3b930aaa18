"""What do the tests of the parents' pages get? A family, fresh for every test."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from tests.web.ouders import gezin as gezinmodule


@pytest.fixture
def gezin(db: None) -> SimpleNamespace:
    """Two parents who live apart, both invited."""
    from django.core.cache import cache

    cache.clear()
    return gezinmodule.maak_gezin()
