"""Does growth say what the tests say, and nothing where they say nothing comparable?"""

from __future__ import annotations

from datetime import date
from typing import Any

from overstap.web.components.groei import MEESTE_PUNTEN, groei


def toets(
    vak: str, op: date, niveau: str, jaargroep: str = "7", soort: str = "IV", met: str = "Landelijk"
) -> dict[str, Any]:
    score = {"soort": soort, "vergelijkingsgroep": met, "waarde": niveau}
    return {"leergebied": vak, "afnamedatum": op, "jaargroep": jaargroep, "referentiescores": (score,)}


def test_the_tests_of_a_subject_stand_in_the_order_of_their_days() -> None:
    (rekenen,) = groei(
        {"toetsen": (toets("Rekenen", date(2026, 6, 8), "II"), toets("Rekenen", date(2026, 1, 20), "IV"))}
    )
    assert rekenen.punten == [{"m": "M7", "w": 1.5}, {"m": "E7", "w": 3.5}]
    assert rekenen.grafiek["samenvatting"] == "Van niveau IV naar II."
    assert rekenen.maat == {"vak": "Rekenen", "stand": 3, "woord": "hoger"}


def test_a_level_that_stays_is_said_to_stay() -> None:
    (lezen,) = groei(
        {"toetsen": (toets("Lezen", date(2025, 9, 16), "V", "8"), toets("Lezen", date(2026, 1, 20), "V", "8"))}
    )
    assert lezen.grafiek["samenvatting"] == "Blijft op niveau V."
    assert [punt["m"] for punt in lezen.punten] == ["B8", "M8"]


def test_scores_of_another_kind_or_group_are_left_to_the_table() -> None:
    op = date(2026, 1, 20)
    vreemd = (
        toets("A", op, "I", soort="AE"),
        toets("B", op, "II", met="HAVO"),
        toets("C", op, "A"),
        {"afnamedatum": op},
    )
    assert groei({"toetsen": vreemd}) == ()
    assert groei({}) == ()


def test_the_chart_holds_the_newest_points_only() -> None:
    alle = tuple(toets("Rekenen", date(2018 + jaar, 1, 20), "III", str(jaar)) for jaar in range(8))
    (rekenen,) = groei({"toetsen": alle})
    assert len(rekenen.punten) == MEESTE_PUNTEN
    assert rekenen.punten[-1]["m"] == "M7"
