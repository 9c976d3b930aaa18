"""Does counting lose nothing, also when everything comes at once?"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from time import sleep

from django.db import connections, transaction
from django.utils import timezone

from overstap.foundation import teller
from tests.database import Databases


def test_what_comes_at_once_is_counted_one_by_one(eigen_database: Databases):
    def tel(_nummer: int) -> int:
        try:
            return teller.tel("proef", 60, timezone.now())
        finally:
            connections.close_all()

    nu = timezone.now()
    assert teller.stand("proef", nu) == 0
    with ThreadPoolExecutor(8) as draden:
        assert sorted(draden.map(tel, range(24))) == list(range(1, 25))
    assert teller.stand("proef", nu) == 24
    assert teller.stand("ander", nu) == 0
    assert teller.vergeten_op("ander", nu) is None

    def probeer(_nummer: int) -> bool:
        """A try within one transaction, as a request is: look, do something, count."""
        try:
            with transaction.atomic():
                mag = teller.vaste_stand("grens", timezone.now()) < 5
                sleep(0.01)
                if mag:
                    teller.tel("grens", 60, timezone.now())
                return mag
        finally:
            connections.close_all()

    with ThreadPoolExecutor(8) as draden:
        assert sum(draden.map(probeer, range(16))) == 5
