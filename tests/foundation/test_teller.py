"""Does counting lose nothing, also when everything comes at once?"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from time import sleep

from django.db import connections, transaction

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

    def probeer(_nummer: int) -> bool:
        """A try within one transaction, as a request is: look, do something, count."""
        try:
            with transaction.atomic():
                mag = teller.vaste_stand("grens") < 5
                sleep(0.01)
                if mag:
                    teller.tel("grens", 60)
                return mag
        finally:
            connections.close_all()

    with ThreadPoolExecutor(8) as draden:
        assert sum(draden.map(probeer, range(16))) == 5
