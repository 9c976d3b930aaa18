"""What of the database is held while we talk to another system over the line? Heard at the one place where we do."""

from __future__ import annotations

import pytest
from django.db import connections

from overstap.integrations.oso.draad import deur, klant
from overstap.integrations.oso.draad.certificaat import Papieren


def geef_tijd() -> None:
    """A machine that stands still for twenty seconds in a handshake makes nobody late; limits are tested with limits
    of their own."""
    for maat, velden in ((klant.CENTRALE, ("verbinden", "antwoord")), (deur.GEWOON, ("handdruk", "lezen"))):
        for veld in velden:
            object.__setattr__(maat, veld, 120.0)
    object.__setattr__(klant.DOSSIER, "verbinden", 120.0)


def open_blokken() -> int:
    """How many transactions are open in this thread, one within the other, in both databases."""
    return sum(len(connections[alias].atomic_blocks) for alias in connections)


def luister_mee(monkeypatch: pytest.MonkeyPatch, eigen: Papieren) -> list[int]:
    """Of each exchange that we begin (with these papers) from now on: how many transactions were open meanwhile.

    The exchange itself happens as always. A test has some open of its own: compare with `open_blokken()`.
    """
    gehoord: list[int] = []
    echt = klant.stroom

    def stroom(url: str, zending: klant.Zending, papieren: Papieren, maat: klant.Maat, neem: klant.type_neem) -> None:
        if papieren == eigen:
            gehoord.append(open_blokken())
        echt(url, zending, papieren, maat, neem)

    monkeypatch.setattr(klant, "stroom", stroom)
    return gehoord
