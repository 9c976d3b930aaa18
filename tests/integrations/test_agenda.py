"""Does an agenda of somebody else read what we write?"""

from __future__ import annotations

from datetime import UTC, date, datetime

import icalendar

from overstap.integrations.agenda import Agendadag, agenda

NU = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
LASTIG = "Een komma, een puntkomma; een schuine streep \\ en\nnog een regel – ‘van Doğan’, " * 4


def test_an_independent_reader_finds_the_days_and_every_letter() -> None:
    inhoud = agenda(
        "Overstap", [Agendadag("toets-1", date(2027, 1, 25), date(2027, 2, 14), LASTIG, LASTIG, "https://a/b?c=d")], NU
    )
    gelezen = icalendar.Calendar.from_ical(inhoud)
    (dag,) = gelezen.events
    assert (dag["DTSTART"].dt, dag["DTEND"].dt) == (date(2027, 1, 25), date(2027, 2, 15))
    assert dag["SUMMARY"] == dag["DESCRIPTION"] == LASTIG
    assert dag["URL"] == "https://a/b?c=d"
    assert dag["DTSTAMP"].dt == NU
    assert not gelezen.errors
    assert not dag.errors


def test_no_line_is_longer_than_the_standard_allows() -> None:
    regels = agenda("Overstap", [Agendadag("x", NU.date(), NU.date(), "é" * 200)], NU).split(b"\r\n")
    assert max(map(len, regels)) <= 75
    assert regels[-1] == b""
    # Every piece is whole text by itself.
    assert all(regel.decode() for regel in regels[:-1])
