"""How do whole days become a calendar that every agenda reads (iCalendar, RFC 5545)?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

# RFC 5545 §3.1: a line holds at most 75 octets before its end.
_REGELLENGTE = 75


@dataclass(frozen=True)
class Agendadag:
    """One thing on whole days, `van` to `tot` inclusive; `sleutel` is the same each time it is read."""

    sleutel: str
    van: date
    tot: date
    titel: str
    uitleg: str = ""
    adres: str = ""


def agenda(naam: str, dagen: Iterable[Agendadag], gemaakt: datetime) -> bytes:
    """The calendar as UTF-8; whoever follows it is asked to read it again once a day."""
    regels = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Overstap//Agenda//NL",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"NAME:{_tekst(naam)}",
        f"X-WR-CALNAME:{_tekst(naam)}",
        "REFRESH-INTERVAL;VALUE=DURATION:P1D",
        "X-PUBLISHED-TTL:P1D",
        *(regel for dag in dagen for regel in _gebeurtenis(dag, gemaakt)),
        "END:VCALENDAR",
    ]
    return b"".join(deel + b"\r\n" for regel in regels for deel in _gevouwen(regel))


def _gebeurtenis(dag: Agendadag, gemaakt: datetime) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{dag.sleutel}@overstap"
    yield f"DTSTAMP:{gemaakt.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{dag.van:%Y%m%d}"
    # The end of whole days is the first day after them.
    yield f"DTEND;VALUE=DATE:{dag.tot + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_tekst(dag.titel)}"
    if dag.uitleg:
        yield f"DESCRIPTION:{_tekst(dag.uitleg)}"
    if dag.adres:
        yield f"URL:{dag.adres}"
    # Somebody with a deadline is not away.
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _tekst(tekst: str) -> str:
    """A text as a value (RFC 5545 §3.3.11)."""
    for van, naar in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\r\n", "\\n"), ("\n", "\\n")):
        tekst = tekst.replace(van, naar)
    return tekst


def _gevouwen(regel: str) -> Iterator[bytes]:
    """The line in pieces of at most 75 octets; each next one begins with a space, and no letter is cut in two."""
    stuk = b""
    for teken in regel:
        letter = teken.encode()
        if len(stuk) + len(letter) > _REGELLENGTE:
            yield stuk
            stuk = b" "
        stuk += letter
    yield stuk
