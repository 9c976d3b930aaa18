"""How far is a guest, whatever else is true? Without a database."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from overstap.domain.dossiers.enums import Staat
from overstap.domain.overdrachten.enums import Gaststand
from overstap.domain.overdrachten.rules import (
    UitnodigingGeweigerd,
    controleer_aanmelddag,
    controleer_verloop,
    gaststand,
    is_verlopen,
    laatste_dag,
)

NIETS = {"staat": None, "ontvangen": False, "verlopen": False, "ingetrokken": False}


@pytest.mark.parametrize(
    ("feiten", "stand"),
    [
        ({}, Gaststand.UITGENODIGD),
        ({"staat": Staat.CONCEPT}, Gaststand.BEGONNEN),
        ({"staat": Staat.TER_INZAGE}, Gaststand.BEGONNEN),
        ({"staat": Staat.HEROPEND}, Gaststand.BEGONNEN),
        ({"staat": Staat.DEFINITIEF}, Gaststand.DEFINITIEF),
        ({"staat": Staat.INGETROKKEN}, Gaststand.DEFINITIEF),
        ({"staat": Staat.DEFINITIEF, "verlopen": True}, Gaststand.VERLOPEN),
        ({"verlopen": True, "ingetrokken": True}, Gaststand.INGETROKKEN),
        ({"staat": Staat.GELEZEN, "ontvangen": True, "verlopen": True, "ingetrokken": True}, Gaststand.ONTVANGEN),
    ],
)
def test_what_matters_most_is_said(feiten: dict[str, object], stand: Gaststand) -> None:
    assert gaststand(**{**NIETS, **feiten}) is stand  # type: ignore[arg-type]  # every case names what matters to it


def test_the_term_lasts_to_the_end_of_its_last_day() -> None:
    einde = datetime(2026, 11, 25, 23, 0, tzinfo=UTC)
    assert laatste_dag(einde) == date(2026, 11, 25)
    assert not is_verlopen(einde, datetime(2026, 11, 25, 22, 59, tzinfo=UTC))
    assert is_verlopen(einde, einde)


def test_days_that_cannot_be_are_refused() -> None:
    vandaag = date(2026, 11, 22)
    controleer_aanmelddag(vandaag, vandaag)
    controleer_verloop(date(2026, 11, 23), vandaag)
    for tot in (vandaag, date(2027, 11, 23)):
        with pytest.raises(UitnodigingGeweigerd):
            controleer_verloop(tot, vandaag)
    with pytest.raises(UitnodigingGeweigerd):
        controleer_aanmelddag(date(2026, 11, 23), vandaag)
