"""What kind of value does a veld hold, and how does it become JSON, text and a check?

A value is plain Python: `str`, `bool`, `int`, `Decimal`, `date`, a tuple of codes, a mapping
(one `Groep`) or a tuple of mappings (`Rijen`). `None` and the empty value mean: not filled in.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from overstap.domain.rapporten.catalogue.veld import Deel

type_waarde = Any  # str | bool | int | Decimal | date | tuple | Mapping | None
type_json = Any


class Waardefout(ValueError):
    """The value does not fit its veld; the message is a Dutch sentence that says what to do."""


class Veldtype(Protocol):
    """What every kind of value can do."""

    def uit_json(self, ruw: type_json) -> type_waarde:
        """Stored JSON back to a value; raises `Waardefout`."""

    def naar_json(self, waarde: type_waarde) -> type_json:
        """A value as JSON that `uit_json` reads back unchanged."""

    def controleer(self, waarde: type_waarde) -> Iterable[str]:
        """Dutch sentences about what is wrong with this value."""

    def tekst(self, waarde: type_waarde) -> str:
        """The value for a reader, on one line or in paragraphs."""


@dataclass(frozen=True)
class Tekst:
    """One line of text. `patroon` is a full-match expression, explained by `patroon_uitleg`."""

    max_lengte: int = 200
    patroon: str = ""
    patroon_uitleg: str = ""

    def uit_json(self, ruw: type_json) -> str:
        if not isinstance(ruw, str):
            raise Waardefout("Vul hier tekst in.")
        return unicodedata.normalize("NFC", ruw)

    def naar_json(self, waarde: type_waarde) -> str:
        return str(waarde)

    def controleer(self, waarde: type_waarde) -> Iterable[str]:
        if len(waarde) > self.max_lengte:
            yield f"Maak de tekst korter: {len(waarde)} tekens, er passen er {self.max_lengte}."
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
    """A calendar day."""

    def uit_json(self, ruw: type_json) -> date:
        try:
            return date.fromisoformat(ruw)
        except (TypeError, ValueError) as fout:
            raise Waardefout("Vul een datum in die bestaat, bijvoorbeeld 24-3-2027.") from fout

    def naar_json(self, waarde: type_waarde) -> str:
        return str(waarde.isoformat())

    def controleer(self, waarde: type_waarde) -> Iterable[str]:
        if not date(1900, 1, 1) <= waarde <= date(2100, 1, 1):
            yield "Vul een datum in van deze eeuw."

    def tekst(self, waarde: type_waarde) -> str:
        return f"{waarde.day} {MAANDEN[waarde.month - 1]} {waarde.year}"


MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip


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
    """A decimal number; kept as written, so 90 and 90.0 stay different."""

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
        return ()

    def tekst(self, waarde: type_waarde) -> str:
        return str(waarde).replace(".", ",")


@dataclass(frozen=True)
class Codelijst:
    """Codes with their meaning; None means: the meaning was never published, so it is not guessed."""

    naam: str
    codes: Mapping[str, str | None]

    def betekenis(self, code: str) -> str:
        """The meaning for a reader; an unpublished one is said to be so."""
        return self.codes.get(code) or f"{code} (betekenis niet openbaar)"


@dataclass(frozen=True)
class Keuze:
    """One code of a list."""

    lijst: Codelijst

    def uit_json(self, ruw: type_json) -> str:
        if not isinstance(ruw, str):
            raise Waardefout("Kies een van de antwoorden.")
        return ruw

    def naar_json(self, waarde: type_waarde) -> str:
        return str(waarde)

    def controleer(self, waarde: type_waarde) -> Iterable[str]:
        if waarde not in self.lijst.codes:
            yield "Kies een van de antwoorden uit de lijst."

    def tekst(self, waarde: type_waarde) -> str:
        return self.lijst.betekenis(waarde)


@dataclass(frozen=True)
class Meerkeuze:
    """Any number of codes of a list."""

    lijst: Codelijst

    def uit_json(self, ruw: type_json) -> tuple[str, ...]:
        if not isinstance(ruw, list) or not all(isinstance(code, str) for code in ruw):
            raise Waardefout("Kies een of meer antwoorden.")
        return tuple(ruw)

    def naar_json(self, waarde: type_waarde) -> list[str]:
        return list(waarde)

    def controleer(self, waarde: type_waarde) -> Iterable[str]:
        if any(code not in self.lijst.codes for code in waarde):
            yield "Kies antwoorden uit de lijst."

    def tekst(self, waarde: type_waarde) -> str:
        return ", ".join(self.lijst.betekenis(code) for code in waarde)


@dataclass(frozen=True)
class Teksten:
    """Several short texts in order, such as voornamen: each its own element, never split on spaces."""

    max_lengte: int = 200
    scheiding: str = " "

    def uit_json(self, ruw: type_json) -> tuple[str, ...]:
        if not isinstance(ruw, list) or not all(isinstance(deel, str) for deel in ruw):
            raise Waardefout("Vul hier tekst in.")
        return tuple(unicodedata.normalize("NFC", deel) for deel in ruw)

    def naar_json(self, waarde: type_waarde) -> list[str]:
        return list(waarde)

    def controleer(self, waarde: type_waarde) -> Iterable[str]:
        if any(len(deel) > self.max_lengte for deel in waarde):
            yield f"Maak de tekst korter: er passen {self.max_lengte} tekens."

    def tekst(self, waarde: type_waarde) -> str:
        return self.scheiding.join(waarde)


@dataclass(frozen=True)
class Documenten:
    """Keys (`bijlage.sleutel`) of the attachments that belong at this place; the bytes live in bijlagen."""

    maximum: int = 100

    def uit_json(self, ruw: type_json) -> tuple[str, ...]:
        if not isinstance(ruw, list) or not all(isinstance(sleutel, str) for sleutel in ruw):
            raise Waardefout("Deze verwijzing naar een bijlage klopt niet.")
        return tuple(ruw)

    def naar_json(self, waarde: type_waarde) -> list[str]:
        return list(waarde)

    def controleer(self, waarde: type_waarde) -> Iterable[str]:
        if len(waarde) > self.maximum:
            yield f"Hier past niet meer dan {self.maximum} bijlage."

    def tekst(self, waarde: type_waarde) -> str:
        return "1 bijlage" if len(waarde) == 1 else f"{len(waarde)} bijlagen"


def is_leeg(waarde: type_waarde) -> bool:
    """Is this value 'not filled in'? `False` and 0 are answers."""
    return waarde is None or waarde in ("", ()) or (isinstance(waarde, Mapping) and not waarde)


@dataclass(frozen=True)
class Groep:
    """Parts that belong together once, such as the doorstroomtoets."""

    delen: tuple["Deel", ...]
    per_naam: Mapping[str, "Deel"] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "per_naam", {deel.naam: deel for deel in self.delen})

    def uit_json(self, ruw: type_json) -> dict[str, type_waarde]:
        if not isinstance(ruw, dict) or not ruw.keys() <= self.per_naam.keys():
            raise Waardefout("Deze gegevens passen niet bij dit onderdeel.")
        return {naam: self.per_naam[naam].type.uit_json(waarde) for naam, waarde in ruw.items()}

    def naar_json(self, waarde: type_waarde) -> dict[str, type_json]:
        return {
            deel.naam: deel.type.naar_json(waarde[deel.naam])
            for deel in self.delen
            if not is_leeg(waarde.get(deel.naam))
        }

    def controleer(self, waarde: type_waarde) -> Iterable[str]:
        for deel in self.delen:
            inhoud = waarde.get(deel.naam)
            if is_leeg(inhoud):
                if deel.verplicht:
                    yield f"{deel.label}: {deel.bij_leeg}"
            else:
                yield from (f"{deel.label}: {zin}" for zin in deel.type.controleer(inhoud))

    def tekst(self, waarde: type_waarde) -> str:
        return "; ".join(f"{label.lower()}: {tekst}" for label, tekst in self.regels(waarde))

    def regels(self, waarde: type_waarde) -> list[tuple[str, str]]:
        """(label, text) of every filled part, in order."""
        return [
            (deel.label, deel.type.tekst(waarde[deel.naam]))
            for deel in self.delen
            if not is_leeg(waarde.get(deel.naam))
        ]


@dataclass(frozen=True)
class Rijen:
    """The same parts any number of times, such as diagnoses or tests."""

    groep: Groep
    enkelvoud: str
    maximum: int = 500

    @property
    def delen(self) -> tuple["Deel", ...]:
        """The parts of one row."""
        return self.groep.delen

    def uit_json(self, ruw: type_json) -> tuple[dict[str, type_waarde], ...]:
        if not isinstance(ruw, list):
            raise Waardefout("Deze gegevens passen niet bij dit onderdeel.")
        return tuple(self.groep.uit_json(rij) for rij in ruw)

    def naar_json(self, waarde: type_waarde) -> list[type_json]:
        return [self.groep.naar_json(rij) for rij in waarde]

    def controleer(self, waarde: type_waarde) -> Iterable[str]:
        if len(waarde) > self.maximum:
            yield f"Er passen hier {self.maximum} regels."
        for nummer, rij in enumerate(waarde, start=1):
            yield from (f"{self.enkelvoud.capitalize()} {nummer}. {zin}" for zin in self.groep.controleer(rij))

    def tekst(self, waarde: type_waarde) -> str:
        return "\n".join(self.groep.tekst(rij) for rij in waarde)
