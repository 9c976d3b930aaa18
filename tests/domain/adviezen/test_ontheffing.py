"""Is an exemption from the test allowed only on its legal grounds, with the parents told?"""

from datetime import date

import pytest

from overstap.domain.adviezen.enums import Ontheffingsgrond, Toetsadvies, Toetsstand
from overstap.domain.adviezen.rules import (
    Toetsfoutcode,
    controleer_ontheffing,
    controleer_toetsstand,
)

OP = date(2027, 1, 25)
GESPROKEN = date(2027, 1, 12)


def codes(
    grond: Ontheffingsgrond,
    *,
    ouders_op: date | None = GESPROKEN,
    sinds: date | None = None,
    toets: Toetsadvies | None = None,
) -> list[Toetsfoutcode]:
    fouten = controleer_ontheffing(grond, ouders_op=ouders_op, in_nederland_sinds=sinds, toets=toets, op=OP)
    return [fout.code for fout in fouten]


@pytest.mark.parametrize("grond", [Ontheffingsgrond.ZEER_MOEILIJK_LEREND, Ontheffingsgrond.MEERVOUDIG_GEHANDICAPT])
def test_ground_of_disability_needs_informed_parents(grond: Ontheffingsgrond) -> None:
    assert codes(grond) == []
    assert codes(grond, ouders_op=None) == [Toetsfoutcode.OUDERS_NIET_GESPROKEN]
    assert codes(grond, ouders_op=date(2027, 1, 26)) == [Toetsfoutcode.OUDERS_NIET_GESPROKEN]


@pytest.mark.parametrize(
    ("sinds", "verwacht"),
    [
        (date(2023, 1, 25), []),
        (date(2023, 1, 24), [Toetsfoutcode.TE_LANG_IN_NEDERLAND]),
        (date(2026, 9, 1), []),
        (date(2027, 2, 1), [Toetsfoutcode.IN_NEDERLAND_ONBEKEND]),
        (None, [Toetsfoutcode.IN_NEDERLAND_ONBEKEND]),
    ],
)
def test_newcomer_is_at_most_four_years_in_the_country(sinds: date | None, verwacht: list[Toetsfoutcode]) -> None:
    assert codes(Ontheffingsgrond.KORT_IN_NEDERLAND, sinds=sinds) == verwacht


def test_leap_day_counts_four_years_on() -> None:
    fouten = controleer_ontheffing(
        Ontheffingsgrond.KORT_IN_NEDERLAND,
        ouders_op=date(2099, 1, 12),
        in_nederland_sinds=date(2096, 2, 29),
        toets=None,
        op=date(2100, 3, 1),
    )
    assert fouten == []


def test_parents_are_informed_or_consulted_by_ground() -> None:
    assert [
        controleer_ontheffing(grond, ouders_op=None, in_nederland_sinds=OP, toets=None, op=OP)[0].zin
        for grond in (Ontheffingsgrond.ZEER_MOEILIJK_LEREND, Ontheffingsgrond.KORT_IN_NEDERLAND)
    ] == [
        "Vul de datum in waarop u de ouders hebt geïnformeerd. Die datum kan niet in de toekomst liggen.",
        "Vul de datum in waarop u met de ouders hebt overlegd. Die datum kan niet in de toekomst liggen.",
    ]


def test_exempted_pupil_has_no_result() -> None:
    assert codes(Ontheffingsgrond.ZEER_MOEILIJK_LEREND, toets=Toetsadvies.PRO_B) == [Toetsfoutcode.TOETS_BIJ_ONTHEFFING]


@pytest.mark.parametrize(
    ("stand", "toets", "verwacht"),
    [
        (Toetsstand.GEMAAKT, Toetsadvies.HAVO_VWO, []),
        (Toetsstand.GEMAAKT, None, [Toetsfoutcode.TOETSADVIES_ONTBREEKT]),
        (Toetsstand.VRIJGESTELD, None, []),
        (Toetsstand.VRIJGESTELD, Toetsadvies.VWO, [Toetsfoutcode.TOETSADVIES_ZONDER_TOETS]),
        (Toetsstand.NIET_GEMAAKT, None, []),
        (Toetsstand.NIET_GEMAAKT, Toetsadvies.VWO, [Toetsfoutcode.TOETSADVIES_ZONDER_TOETS]),
    ],
)
def test_there_is_a_toetsadvies_exactly_when_the_test_was_made(stand, toets, verwacht):
    fouten = controleer_toetsstand(stand, toets)
    assert [fout.code for fout in fouten] == verwacht
    assert all(fout.veld == "toetsadvies" for fout in fouten)
