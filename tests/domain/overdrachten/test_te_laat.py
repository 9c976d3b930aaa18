"""Is a date that went by a warning about who is left, and nothing else?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from overstap.domain.adviezen.enums import Niveau
from overstap.domain.dossiers.enums import Staat
from overstap.domain.overdrachten.rules import Feiten, te_laat
from overstap.domain.scholen.enums import Organisatiesoort
from overstap.domain.scholen.rules import Kalender, stappen_tot_deadline

LEEG = Feiten(staat=Staat.CONCEPT, klaar=0, bezig=0, totaal=8, vandaag=date(2027, 1, 1))
ADVIES = replace(LEEG, voorlopig=Niveau.HAVO)
KLAAR = replace(ADVIES, definitief=Niveau.HAVO, staat=Staat.DEFINITIEF)


def _op(vandaag: date, *alle: Feiten) -> tuple[str, int] | None:
    stappen = stappen_tot_deadline(Kalender.landelijk("2026-2027"), vandaag, Organisatiesoort.PO)
    gevonden = te_laat(alle, stappen)
    return (gevonden[0].sleutel, gevonden[1]) if gevonden else None


def test_the_last_day_itself_is_in_time() -> None:
    assert _op(date(2027, 1, 31), LEEG) is None
    assert _op(date(2027, 2, 1), LEEG, LEEG, ADVIES) == ("voorlopig", 2)


def test_the_newest_date_that_went_by_is_the_one_to_warn_about() -> None:
    assert _op(date(2027, 3, 25), LEEG, ADVIES, KLAAR) == ("definitief", 2)


def test_who_did_everything_hears_nothing() -> None:
    assert _op(date(2027, 6, 1), KLAAR, KLAAR) is None
    assert _op(date(2027, 2, 1), ADVIES) is None
