"""How does a reader see a date, a time, a number and a size?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from markupsafe import Markup, escape

from overstap.web.components.taalkeuze import taal
from overstap.web.components.talen import NEDERLANDS

KB = 1024


@dataclass(frozen=True)
class Opmaak:
    """How one language writes a day with its weekday, a year after it, and a time, in the letters of Django.

    Polish and Ukrainian have a second form of each month, for after a number: `E`.
    """

    met_weekdag: str = "l j F"
    met_jaar: str = "j F Y"
    dag: str = "j F"
    tijd: str = "G:i"
    # Django begins a weekday with a capital, which these languages do not.
    kleine_letter: bool = False


_OPMAAK = {
    "nl": Opmaak(tijd="G.i"),
    "ar": Opmaak(met_weekdag="l، j F"),
    "tr": Opmaak(met_weekdag="j F l"),
    "pl": Opmaak(met_weekdag="l, j E", met_jaar="j E Y", dag="j E", kleine_letter=True),
    "uk": Opmaak(met_weekdag="l, j E", met_jaar="j E Y", dag="j E", kleine_letter=True),
}


def _opmaak() -> Opmaak:
    return _OPMAAK.get(taal().code, Opmaak())


def datum(value: date) -> str:
    """Weekday, day and month in the reader's language: "woensdag 24 maart"."""
    tekst = date_format(_local(value), _opmaak().met_weekdag)
    return tekst.lower() if _opmaak().kleine_letter else tekst


def datum_jaar(value: date) -> str:
    """Day, month and year, when the year matters: "24 maart 2027"."""
    return date_format(_local(value), _opmaak().met_jaar)


def dag(value: date) -> str:
    """Day and month, for lists: "24 maart"."""
    return date_format(_local(value), _opmaak().dag)


def tijd(value: datetime) -> str:
    """Hour and minute as this reader writes them: "10.42" in Dutch."""
    return date_format(_local(value), _opmaak().tijd)


def moment(value: datetime, nu: datetime) -> str:
    """When something happened, seen from `nu`: "Vandaag 10.42", "Gisteren 16.05", "12 maart 8.30"."""
    toen, vandaag = _local(value), _local(nu)
    dagen = (vandaag.date() - toen.date()).days
    if dagen in (0, 1):
        return f"{_('Vandaag') if dagen == 0 else _('Gisteren')} {tijd(value)}"
    return f"{dag(toen) if toen.year == vandaag.year else datum_jaar(toen)} {tijd(value)}"


def getal(value: float, decimalen: int | None = None) -> str:
    """A number with a Dutch point and comma: "1.471"."""
    # number_format cuts decimals off; a reader expects them rounded.
    value = value if decimalen is None else round(value, decimalen)
    return number_format(value, decimal_pos=decimalen, use_l10n=True, force_grouping=True)


def grootte(value: int) -> str:
    """The size of a file in bytes, for people: "212 kB"."""
    if value < KB * KB:
        return f"{max(1, round(value / KB))} kB"
    return f"{getal(value / KB / KB, 1)} MB"


def vertaal(tekst: str) -> str:
    """A text of the domain in the language of the reader; one that has no translation stays Dutch."""
    # A Dutch word may be an English text of Django, which it would translate "back".
    return tekst if taal() == NEDERLANDS else _(tekst)


def vertaal_label(tekst: str) -> str:
    """A label of the report in the language of the reader, also one that is put together: "Ouders: ouder 1"."""
    return ": ".join(_vertaal_stuk(stuk) for stuk in tekst.split(": "))


def _vertaal_stuk(stuk: str) -> str:
    """One piece of a label; the number of a row behind its word stays."""
    woord, _spatie, nummer = stuk.rpartition(" ")
    return f"{vertaal(woord)} {nummer}" if woord and nummer.isdecimal() else vertaal(stuk)


def nederlands(tekst: str) -> Markup:
    """A Dutch text or a name within a sentence of another language, so that it is read aloud and ordered as Dutch."""
    if taal() == NEDERLANDS:
        return escape(tekst)
    return Markup('<bdi lang="nl" dir="ltr">{}</bdi>').format(tekst)


def letters(naam: str) -> str:
    """The two letters in the round of a person: "Marije Vonk" gives "MV"."""
    delen = [deel for deel in naam.split() if deel[:1].isalpha()]
    return "".join(deel[0] for deel in (delen[:1] + delen[-1:] if len(delen) > 1 else delen)).upper()


def _local(value: Any) -> Any:
    return timezone.localtime(value) if isinstance(value, datetime) and timezone.is_aware(value) else value


FILTERS: dict[str, Callable[..., str]] = {
    "datum": datum,
    "datum_jaar": datum_jaar,
    "dag": dag,
    "tijd": tijd,
    "moment": moment,
    "getal": getal,
    "grootte": grootte,
    "letters": letters,
    "vertaal": vertaal,
    "vertaal_label": vertaal_label,
    "nederlands": nederlands,
}
