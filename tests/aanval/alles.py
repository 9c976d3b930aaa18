"""Does anything break or break out when everybody puts everything everywhere? Not in the suite: `./dev aanval`.

A crawler goes through every page as every role, in the world of the access matrix: each link, each form with each
lading, each address in strange ways. What is accepted is really written, so later pages show it.
"""

from __future__ import annotations

import logging
import os
from collections import Counter, defaultdict
from math import inf

import pytest
import time_machine
from django.urls import resolve

from overstap.foundation.access import Actor
from overstap.web.algemeen.sessies import SessionStore
from overstap.web.components.publiek import publiek_van
from tests.aanval.kruiper import Kruiper
from tests.access_matrix.tabel import ROLLEN, SOORT_VAN
from tests.access_matrix.verzoek import Proef, adressen
from tests.access_matrix.wereld import STATEN, bouw
from tests.conftest import OpDatabases
from tests.database import Databases
from tests.wereld import AT

# The others are found by following links.
MET_OUDERS = STATEN[STATEN.index("ter_inzage") :]


def test_nothing_breaks_or_breaks_out(
    sjabloon: Databases, op_databases: OpDatabases, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every role of the matrix, or those in `ROLLEN` (with commas), each at most `VERZOEKEN`; prints what was tried."""
    logging.disable(logging.CRITICAL)
    geteld: Counter[str] = Counter()
    fouten: dict[str, str] = {}
    gekozen = [rol for rol in os.environ.get("ROLLEN", "").split(",") if rol] or list(ROLLEN)
    hoogstens = float(os.environ.get("VERZOEKEN", inf))
    with sjabloon.clone() as databases, op_databases(databases), time_machine.travel(AT, tick=False):
        proef = Proef(bouw(), {})
        # Before anything is written: afterwards an address may lead to what somebody made.
        plekken = [proef.adres(naam, MET_OUDERS[n % len(MET_OUDERS)]) for n, naam in enumerate(adressen())]
        # The same refusals for everybody of a kind.
        gevraagd: dict[str | None, set[str]] = defaultdict(set)
        for rol in gekozen:
            wie = proef.wie(rol, "ter_inzage")
            sessie, samen = binnen(proef, wie) if wie else None, gevraagd[SOORT_VAN.get(rol)]
            kruiper = Kruiper(rol, sessie, proef.afhandeling, fouten, hoogstens, samen)
            kruiper.loop(["/", *sorted(plekken, key=lambda adres: SOORT_VAN.get(rol) not in voor_wie(adres))])
            geteld.update(kruiper.geteld)
            with capsys.disabled():
                print(rol, dict(kruiper.geteld), *fouten.items(), sep="\n  ", flush=True)  # noqa: T201  # it takes a while
    with capsys.disabled():
        print(dict(geteld))  # noqa: T201  # the figures
    assert not fouten, "\n".join(f"{waar}\n    {hoe}" for waar, hoe in fouten.items())


def voor_wie(adres: str) -> frozenset[str]:
    """The kinds of people for whom the page at this address is: what is theirs is asked first."""
    return publiek_van(resolve(adres).func)


def binnen(proef: Proef, wie: Actor) -> str:
    """The session of this person, who just proved who it is: what is asked first would hide what comes after."""
    sleutel = proef.sessie(wie)
    sessie = SessionStore(sleutel)
    sessie["bevestigd_op"] = AT.timestamp()
    sessie.save()
    return sleutel
