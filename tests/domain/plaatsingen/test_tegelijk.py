"""The basisschool withdraws while the vo school acts: does the vo school hear that it is gone, and nothing else?"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from time import monotonic, sleep

import pytest
from django.db import connection, connections

from overstap.domain.dossiers.enums import Staat
from overstap.domain.dossiers.queries import dossier_for
from overstap.domain.inzages.models import WarmeOverdracht
from overstap.domain.overdrachten.actions import trek_in
from overstap.domain.plaatsingen import actions
from overstap.domain.plaatsingen.models import Vraag
from overstap.foundation.access import Actor, NietGevonden
from overstap.foundation.rls import als
from tests.database import Databases
from tests.wereld import AT, VANDAAG, regio

GEGEVENS = {"wie": "De leerkracht", "met_wie": "De mentor", "waarover": "Hoe zij leert"}


def wacht_tot_er_wachten(aantal: int) -> None:
    """Until so many connections stand before a lock."""
    tot = monotonic() + 60
    while monotonic() < tot:
        with connection.cursor() as cursor:
            # Within one transaction this list stays what it was when it was first asked.
            cursor.execute("select pg_stat_clear_snapshot()")
            cursor.execute(
                "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"
            )
            if cursor.fetchone()[0] >= aantal:
                return
        sleep(0.02)
    pytest.fail("niemand wacht op het slot")


def test_what_was_withdrawn_while_waiting_for_the_lock_is_not_there(eigen_database: Databases) -> None:
    wereld = regio()
    geval = wereld.dossier_in(Staat.GELEZEN)
    ids = {"overdracht_id": geval.overdracht_id, "at": AT}
    with als(wereld.vo.toelating) as by:
        warm_id = actions.kondig_gesprek_aan(gepland_op=VANDAAG, gegevens=GEGEVENS, by=by, **ids)
    daden: list[Callable[[Actor], object]] = [
        lambda by: actions.stel_vraag(tekst="Hoe leert zij het beste?", by=by, **ids),
        lambda by: actions.kondig_gesprek_aan(gepland_op=VANDAAG, gegevens=GEGEVENS, by=by, **ids),
        lambda by: actions.leg_gesprek_vast(warm_id=warm_id, gehouden_op=VANDAAG, by=by, **ids),
    ]

    def doe(daad: Callable[[Actor], object]) -> str:
        try:
            with als(wereld.vo.toelating) as by:
                daad(by)
        except NietGevonden:
            return "weg"
        finally:
            connections.close_all()
        return "gedaan"

    with ThreadPoolExecutor(len(daden)) as samen:
        with als(wereld.a.administratie) as by:
            dossier_for(by, geval.dossier_id, vergrendel=True)
            bezig = [samen.submit(doe, daad) for daad in daden]
            wacht_tot_er_wachten(len(daden))
            trek_in(dossier_id=geval.dossier_id, overdracht_id=geval.overdracht_id, by=by, at=AT)
        assert [een.result(timeout=60) for een in bezig] == ["weg"] * len(daden)
    with als(wereld.a.directeur):
        assert not Vraag.objects.exists()
        assert WarmeOverdracht.objects.filter(gehouden_op=None).count() == 1
