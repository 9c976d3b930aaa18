"""What do the tests of the region's pages share: the example region, and who coordinates it?"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import time_machine
from django.test import Client

from overstap.foundation.access import Rol
from tests.web.vo.ontvangst import client_van
from tests.wereld import AT, Wereld, regio


@pytest.fixture(scope="module")
def streek(samen: None) -> Wereld:
    return regio()


@pytest.fixture
def client(opnieuw: None, streek: Wereld) -> Iterator[Client]:
    """Who coordinates the region, on the fixed day: the dates of a school year are asked of it."""
    with time_machine.travel(AT, tick=False):
        yield client_van(streek.regio[Rol.REGIOCOORDINATOR])
