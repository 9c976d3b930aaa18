"""Which tests travel: the day before and the first day that still counts."""

from __future__ import annotations

from datetime import date

from overstap.domain.rapporten.rules.toetsen import zonder_oude_toetsen
from overstap.domain.rapporten.snapshot import Inhoud


def _toets(dag: date) -> dict[str, object]:
    return {"toetscode": "RW", "afnamedatum": dag}


def test_a_test_of_the_day_before_stays_home() -> None:
    te_oud, net_goed = _toets(date(2024, 7, 31)), _toets(date(2024, 8, 1))
    inhoud = zonder_oude_toetsen(Inhoud({"toetsen": (te_oud, net_goed)}), date(2027, 3, 24))
    assert inhoud["toetsen"] == (net_goed,)


def test_the_border_moves_on_the_first_of_august() -> None:
    toets = _toets(date(2024, 8, 1))
    assert "toetsen" in zonder_oude_toetsen(Inhoud({"toetsen": (toets,)}), date(2027, 7, 31))
    assert "toetsen" not in zonder_oude_toetsen(Inhoud({"toetsen": (toets,)}), date(2027, 8, 1))
