"""Does counting lose nothing, also when everything comes at once?"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from django.db import connections

from overstap.foundation import teller
from tests.database import Databases


def test_what_comes_at_once_is_counted_one_by_one(eigen_database: Databases):
    def tel(_nummer: int) -> int:
        try:
            return teller.tel("proef", 60)
        finally:
            connections.close_all()

    assert teller.stand("proef") == 0
    with ThreadPoolExecutor(8) as draden:
        assert sorted(draden.map(tel, range(24))) == list(range(1, 25))
    assert teller.stand("proef") == 24
    assert teller.stand("ander") == 0
