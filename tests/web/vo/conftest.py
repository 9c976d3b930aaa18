"""What do the tests of the vo pages get? The example region."""

from __future__ import annotations

import pytest

from tests.wereld import Wereld, regio


@pytest.fixture
def wereld(db: None) -> Wereld:
    """The region with its schools, nothing sent yet."""
    return regio()
