"""What does one text, date, number or yes/no look like?"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, Protocol

from overstap.domain.scholen.rules import MAANDEN

type_waarde = Any  # str | bool | int | Decimal | date | tuple | Mapping | None
type_json = Any

# What XML 1.0 refuses; the tab and the line feed may stay.
_STUURTEKENS = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]|[\ud800-\udfff]")


class Waardefout(ValueError):
    """The value does not fit its veld; the message is a Dutch sentence that says what to do."""


class Veldtype(Protocol):
    """What every kind of value can do."""

    def uit_json(self, ruw: type_json) -> type_waarde:
        """Stored JSON back to a value; raises `Waardefout`."""

    def naar_json(self, waarde: type_waarde) -> type_json:
        """A value as JSON that `uit_json` reads back unchanged."""

    def controleer(self, waarde: type_waarde) -> Iterable[str]:
        """Dutch sentences about what is wrong with this value. An empty part is not wrong."""

    def tekst(self, waarde: type_waarde) -> str:
        """The value for a reader, on one line or in paragraphs."""


def schoon(tekst: str) -> str:
    """One spelling of every character (NFC), line feeds only, no control characters."""
    return _STUURTEKENS.sub("", unicodedata.normalize("NFC", tekst.replace("\r\n", "\n").replace("\r", "\n")))


def _getal(getal: int) -> str:
    return f"{getal:,}".replace(",", ".")


@dataclass(frozen=True)
class Tekst:
    """One line of text. `patroon` is a full-match expression, explained by `patroon_uitleg`.

    `code` says: a number or a code, not prose in which somebody could have written too much.
    """

    max_lengte: int = 200
    patroon: str = ""
    patroon_uitleg: str = ""
    code: bool = False

    def uit_json(self, ruw: type_json) -> str:
        if not isinstance(ruw, str):
            raise Waardefout("Vul hier tekst in.")
        return schoon(ruw)

    def naar_json(self, waarde: type_waarde) -> str:
        return str(waarde)

    def controleer(self, waarde: type_waarde) -> Iterable[str]:
        if len(waarde) > self.max_lengte:
            over = len(waarde) - self.max_lengte
            tekens = "1 teken" if over == 1 else f"{_getal(over)} tekens"
            yield f"Maak de tekst {tekens} korter: er passen er {_getal(self.max_lengte)}."
        if self.patroon and not re.fullmatch(self.patroon, waarde):
            yield self.patroon_uitleg

    def tekst(self, waarde: type_waarde) -> str:
        return str(waarde)


@dataclass(frozen=True)
class Alinea(Tekst):
    """Text of more than one line."""

    max_lengte: int = 2000


@dataclass(frozen=True)
class Datum:
    """A calendar day. `toekomst` says whether it may lie after the day the report was drawn up."""

    toekomst: bool = False

    def uit_json(self, ruw: type_json) -> date:
        try:
            return date.fromisoformat(ruw)
        except (TypeError, ValueError) as fout:
            raise Waardefout("Vul een datum in die bestaat, bijvoorbeeld 24-3-2027.") from fout

    def naar_json(self, waarde: type_waarde) -> str:
        return str(waarde.isoformat())

    def controleer(self, waarde: type_waarde) -> Iterable[str]:
        if not date(1900, 1, 1) <= waarde <= date(2100, 1, 1):
            yield "Vul een datum in tussen 1900 en 2100."

    def tekst(self, waarde: type_waarde) -> str:
        return f"{waarde.day} {MAANDEN[waarde.month - 1]} {waarde.year}"


@dataclass(frozen=True)
class JaNee:
    """Yes or no; `None` is 'not answered', which is not the same as no."""

    def uit_json(self, ruw: type_json) -> bool:
        if not isinstance(ruw, bool):
            raise Waardefout("Kies ja of nee.")
        return ruw

    def naar_json(self, waarde: type_waarde) -> bool:
        return bool(waarde)

    def controleer(self, waarde: type_waarde) -> Iterable[str]:
        return ()

    def tekst(self, waarde: type_waarde) -> str:
        return "Ja" if waarde else "Nee"


@dataclass(frozen=True)
class Getal:
    """A whole number between two bounds."""

    minimum: int = 0
    maximum: int = 1_000_000

    def uit_json(self, ruw: type_json) -> int:
        if isinstance(ruw, bool) or not isinstance(ruw, int):
            raise Waardefout("Vul een heel getal in.")
        return ruw

    def naar_json(self, waarde: type_waarde) -> int:
        return int(waarde)

    def controleer(self, waarde: type_waarde) -> Iterable[str]:
        if not self.minimum <= waarde <= self.maximum:
            yield f"Vul een getal in van {self.minimum} tot en met {self.maximum}."

    def tekst(self, waarde: type_waarde) -> str:
        return str(waarde)


@dataclass(frozen=True)
class Decimaal:
    """A decimal number; kept as written, so 90 and 90.0 stay different. The bounds are None where there are none."""

    minimum: int | None = None
    maximum: int | None = None

    def uit_json(self, ruw: type_json) -> Decimal:
        try:
            getal = Decimal(ruw) if isinstance(ruw, str) else None
        except InvalidOperation:
            getal = None
        if getal is None or not getal.is_finite():
            raise Waardefout("Vul een getal in, bijvoorbeeld 7,5.")
        return getal

    def naar_json(self, waarde: type_waarde) -> str:
        return str(waarde)

    def controleer(self, waarde: type_waarde) -> Iterable[str]:
        if self.minimum is not None and self.maximum is not None and not self.minimum <= waarde <= self.maximum:
            yield f"Vul een getal in van {self.minimum} tot en met {self.maximum}."

    def tekst(self, waarde: type_waarde) -> str:
        return f"{waarde:f}".replace(".", ",")
