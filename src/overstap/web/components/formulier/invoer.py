"""How does what somebody types become a value of the catalogue, and back?

A field only reads. Whether the value is right says the Veldtype itself (`controleer`), so that a form and
an import refuse the same things. What can be read but is not right, such as a text that is too long, is
kept; only what cannot be read at all (31-2-2027) has no value.
"""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from django import forms

from overstap.domain.rapporten.catalogue.typen import (
    Alinea,
    Datum,
    Decimaal,
    Getal,
    JaNee,
    Keuze,
    Meerkeuze,
    Tekst,
    Teksten,
    Veldtype,
    Waardefout,
    is_leeg,
    schoon,
    type_waarde,
    zonder_opmaak,
)

type_ruw = Any  # what a browser sends: str, or a list of str for more than one choice

JA_NEE = [("ja", "Ja"), ("nee", "Nee")]

_DATUM = re.compile(r"(?P<dag>\d{1,2})[-/. ](?P<maand>\d{1,2})[-/. ](?P<jaar>\d{4})")


class Invoer(forms.Field):
    """One input of a form for one single value. `vorm` names the input that the template draws.

    `stond_er` is what the page showed: a text that nobody touched stays as it came, to the letter.
    """

    def __init__(self, soort: Veldtype, label: str) -> None:
        super().__init__(required=False, label=label, widget=_widget(soort))
        self.stond_er: type_ruw = ""
        self.soort = soort
        self.vorm, self._lees, self._toon = _VORMEN[type(soort)]

    def to_python(self, value: type_ruw) -> type_waarde:
        """What was typed as a value; None when nothing was. Raises ValidationError when it cannot be read."""
        ruw = self.net([schoon(deel) for deel in value]) if isinstance(value, list) else self._tekst(value or "")
        if is_leeg(ruw) or ruw == []:
            return None
        try:
            return self.soort.uit_json(self._lees(ruw))
        except Waardefout as fout:
            raise forms.ValidationError(str(fout)) from fout

    def _tekst(self, getypt: str) -> str:
        """What was typed, without the markup that comes along from Word where somebody may write freely."""
        gelijk = getypt.replace("\r\n", "\n").strip() == str(self.stond_er).strip()
        return schoon(zonder_opmaak(getypt) if isinstance(self.soort, Tekst) and not gelijk else getypt).strip()

    def net(self, ruw: type_ruw) -> type_ruw:
        """What a browser sent, with every code that was typed in one field on its own."""
        return self.soort.gekozen(ruw) if isinstance(self.soort, Meerkeuze) and isinstance(ruw, list) else ruw

    def fouten(self, waarde: type_waarde) -> list[str]:
        """What is wrong with a value that could be read."""
        return [] if is_leeg(waarde) else list(self.soort.controleer(waarde))

    def ruw(self, waarde: type_waarde) -> type_ruw:
        """A value as the text (or list) that an input shows."""
        return "" if is_leeg(waarde) else self._toon(waarde)

    def keuzes(self, gekozen: type_ruw) -> list[tuple[str, str]]:
        """(value, words) of everything that can be chosen; empty for an input to type in.

        A code that an import brought but that nobody chooses any more, or that was typed because nobody published what
        it means, is there as long as it is the answer, so that saving the page does not change it.
        """
        if isinstance(self.soort, JaNee):
            return JA_NEE
        if not isinstance(self.soort, Keuze | Meerkeuze):
            return []
        lijst = self.soort.lijst
        keuzes = lijst.kiesbaar
        if isinstance(self.soort, Meerkeuze):
            keuzes = [(code, woorden) for code, woorden in keuzes if lijst.is_openbaar(code)]
        bekend = {code for code, _ in keuzes}
        oud = [code for code in ([gekozen] if isinstance(gekozen, str) else gekozen) if code in lijst.codes]
        return [*keuzes, *((code, lijst.betekenis(code)) for code in oud if code not in bekend)]


def _widget(soort: Veldtype) -> forms.Widget:
    return forms.SelectMultiple() if isinstance(soort, Meerkeuze) else forms.Textarea()


def _lees_datum(tekst: str) -> str:
    """24-3-2027, 24-03-2027 and 2027-03-24 as an ISO date; anything else stays as it is and is refused."""
    gevonden = _DATUM.fullmatch(tekst)
    if not gevonden:
        return tekst
    return f"{gevonden['jaar']}-{int(gevonden['maand']):02}-{int(gevonden['dag']):02}"


def _lees_getal(tekst: str) -> int | str:
    cijfers = tekst.replace(".", "")
    return int(cijfers) if re.fullmatch(r"-?[0-9]{1,9}", cijfers) else tekst


def _lees_decimaal(tekst: str) -> str:
    return tekst.replace(",", ".")


def _lees_ja_nee(tekst: str) -> bool | str:
    return {"ja": True, "nee": False}.get(tekst, tekst)


def _lees_teksten(tekst: str) -> list[str]:
    return [regel.strip() for regel in tekst.split("\n") if regel.strip()]


def _toon_datum(dag: date) -> str:
    return f"{dag.day}-{dag.month}-{dag.year}"


def _toon_decimaal(getal: Any) -> str:
    return f"{getal:f}".replace(".", ",")


def _gelijk(ruw: Any) -> Any:
    return ruw


_VORMEN: dict[type, tuple[str, Callable[[Any], Any], Callable[[Any], Any]]] = {
    Tekst: ("tekst", _gelijk, str),
    Alinea: ("alinea", _gelijk, str),
    Datum: ("datum", _lees_datum, _toon_datum),
    Getal: ("getal", _lees_getal, str),
    Decimaal: ("getal", _lees_decimaal, _toon_decimaal),
    JaNee: ("keuze", _lees_ja_nee, lambda ja: "ja" if ja else "nee"),
    Keuze: ("keuze", _gelijk, str),
    Meerkeuze: ("meerkeuze", _gelijk, list),
    Teksten: ("alinea", _lees_teksten, "\n".join),
}
