"""How does a test get the demo region on the day of the tests? Loaded once for all test processes, and then copied."""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import NamedTuple
from unittest import mock

import pytest
import time_machine
from django.test import override_settings

from overstap.config.demo.laden import laad_demo
from overstap.domain.scholen.rules import lees_regio
from overstap.integrations.mail import Bericht, lees_post
from tests import database
from tests.klok import AT
from tests.omgeving import STATE_OF_CODE
from tests.wereld import REGIOBESTAND

OpDatabases = Callable[[database.Databases], AbstractContextManager[None]]


class GeladenDemo(NamedTuple):
    """The demo region as it was loaded: its databases, the mails that left, and the folder with its files."""

    databases: database.Databases
    post: list[Bericht]
    bestanden: Path


@contextmanager
def demo_op_de_dag(post: Path, bestanden: Path, *, worp: int, tikt: bool) -> Iterator[None]:
    """The settings of a demo; and the moment, and what chance gives, are the same each time, so that pictures are.

    `worp`: who goes on where another began throws other numbers than that one did. `tikt`: mails get their number
    from the clock, and a report its fingerprint. `bestanden`: who begins anew in a copy of the databases needs a copy
    of the files too, for an act may remove one.
    """
    kans, backend = random.Random(worp), "overstap.integrations.mail.DemoPostbus"
    with (
        override_settings(
            OVERSTAP_DEMO=True, OVERSTAP_POSTBUS_MAP=post, OVERSTAP_BIJLAGEN_MAP=bestanden, EMAIL_BACKEND=backend
        ),
        # Of codes and of numbers that a page shows: `uuid` asks the one, `secrets` the other.
        mock.patch.object(os, "urandom", kans.randbytes),
        mock.patch.object(random, "_urandom", kans.randbytes),
        time_machine.travel(AT, tick=tikt),
    ):
        yield


@pytest.fixture(scope="session")
def geladen_demo(
    sjabloon: database.Databases, op_databases: OpDatabases, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[GeladenDemo]:
    """The whole demo region as on that day; made once for all processes."""
    bestanden = tmp_path_factory.mktemp("bestanden")

    def laad(databases: database.Databases) -> list[Bericht]:
        post = tmp_path_factory.mktemp("post")
        with op_databases(databases), demo_op_de_dag(post, bestanden, worp=1, tikt=True):
            laad_demo(lees_regio(REGIOBESTAND.read_text(encoding="utf-8")), nu=AT)
            return lees_post(post)

    with database.built(sjabloon, "demoregio", STATE_OF_CODE, laad, bestanden) as (databases, post):
        yield GeladenDemo(databases, post, bestanden)
