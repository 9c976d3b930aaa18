"""Does a report that was opened again and changed wait for the parents, to the day?"""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from overstap.domain.inzages.rules import Controle, Heropendstand, Punt, Puntcode, checklist

AANGEBODEN = date(2027, 4, 1)


def punt(heropend: Heropendstand | None, dagen: int = 0, *, gewijzigd: bool = False) -> Punt:
    feiten = Controle(
        ontbrekend=(), advies_definitief=True, ouders=(), open_correcties=0, gewijzigd_na_inzage=gewijzigd, bijlagen=0,
        bijlagen_mee=0, reactietermijn=14, vandaag=AANGEBODEN + timedelta(days=dagen), deadline=AANGEBODEN,
        heropend=heropend,
    )  # fmt: skip
    return next(punt for punt in checklist(feiten) if punt.code is Puntcode.GEWIJZIGD_NA_INZAGE)


@pytest.mark.parametrize(
    ("heropend", "dagen", "in_orde"),
    [
        (Heropendstand(None), 100, False),
        (Heropendstand(AANGEBODEN, ("Samira", "Karim")), 14, False),
        (Heropendstand(AANGEBODEN, ("Samira", "Karim")), 15, True),
        (Heropendstand(AANGEBODEN), 0, True),
    ],
)
def test_it_waits_for_the_offer_and_then_for_the_answers_or_the_term(
    heropend: Heropendstand, dagen: int, *, in_orde: bool
):
    gevonden = punt(heropend, dagen)
    assert gevonden.in_orde is in_orde
    assert gevonden.blokkeert
    assert ("Samira en Karim mogen nog op de nieuwe versie reageren" in gevonden.zin) is (dagen == 14)


def test_a_report_that_was_never_definitief_only_warns():
    assert not punt(None, gewijzigd=True).in_orde
    assert not punt(None, gewijzigd=True).blokkeert
    assert punt(None).in_orde
