"""Which scores of the LAS stand ready in the drempelonderzoek, and which never? Without a database."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from overstap.domain.zorgroutes.enums import Domein
from overstap.domain.zorgroutes.rules import scores_uit_las
from overstap.domain.zorgroutes.snapshot import Domeinscore

VANDAAG, IN_JANUARI = date(2026, 11, 22), date(2026, 1, 26)


def toets(vak: str, dle: str, op: date = IN_JANUARI, **anders: Any) -> dict[str, Any]:
    scores = ({"soort": "DLE", "waarde": dle, "vergelijkingsgroep": "Landelijk"},)
    return {
        "leergebied": vak,
        "toetsnaam": f"{vak} M7",
        "afnamedatum": op,
        "dl": 45,
        "referentiescores": scores,
        **anders,
    }


@pytest.mark.parametrize(
    ("vak", "domein"),
    [
        ("Rekenen-wiskunde", Domein.INZICHTELIJK_REKENEN),
        ("Begrijpend lezen", Domein.BEGRIJPEND_LEZEN),
        ("Technisch lezen", Domein.TECHNISCH_LEZEN),
        ("DMT", Domein.TECHNISCH_LEZEN),
        ("Spelling", Domein.SPELLEN),
        ("Spelling werkwoorden", None),
        ("Rekenen tempo", None),
        ("Woordenschat", None),
    ],
)
def test_a_subject_is_a_domain_or_none(vak: str, domein: Domein | None) -> None:
    verwacht = {domein: Domeinscore(domein, 30, 45, f"{vak} M7", IN_JANUARI)} if domein else {}
    assert scores_uit_las([toets(vak, "30")], VANDAAG) == verwacht


def test_the_newest_score_that_can_be_is_taken() -> None:
    vak = "Begrijpend lezen"
    toetsen = [
        toets(vak, "31", date(2026, 6, 8)),
        toets(vak, "20", date(2025, 1, 26)),
        # No whole number, no DL or one that cannot be, no DLE, or of a day that is still to come.
        toets(vak, "31,5", date(2026, 9, 1)),
        toets(vak, "32", date(2026, 9, 2), dl=None),
        toets(vak, "32", date(2026, 9, 3), dl=0),
        toets(vak, "32", date(2026, 9, 4), referentiescores=()),
        toets(vak, "81", date(2026, 9, 5)),
        toets(vak, "32", date(2026, 12, 1)),
    ]
    assert [score.dle for score in scores_uit_las(toetsen, VANDAAG).values()] == [31]
