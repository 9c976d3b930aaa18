"""What do the tests of the pages of the basisschool get? A class, and a client that is logged in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import SimpleNamespace

import pytest
import time_machine
from django.test import Client

from tests.web.po import klas as klasmodule


@pytest.fixture
def klas(db: None) -> Iterator[SimpleNamespace]:
    """The school without pupils yet, on the day of the tests: lists show the school year of today."""
    with time_machine.travel(klasmodule.NU, tick=False):
        yield klasmodule.maak_klas()


@pytest.fixture
def ingelogd() -> Callable[[object], Client]:
    """`ingelogd(klas.als_marije)`: a client that works in this role."""

    def log_in(aanstelling: object) -> Client:
        from overstap.web.components.actor import AANSTELLING_SLEUTEL

        client = Client()
        client.force_login(aanstelling.account)
        session = client.session
        session[AANSTELLING_SLEUTEL] = str(aanstelling.id)
        session.save()
        return client

    return log_in
