"""What does a choice from a list look like, and what does a series of texts or documents?"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from overstap.domain.rapporten.catalogue.typen.enkel import (
    Decimaal,
    Tekst,
    Waardefout,
    schoon,
    type_json,
    type_waarde,
)


@dataclass(frozen=True)
class Codelijst:
    """Codes with their meaning; None means: the meaning was never published, so it is not guessed.

    `alleen_lezen` are codes that an import may bring but that nobody chooses any more. `exclusief` is
    the code that excludes all others where more than one may be chosen ("geen").
    """

    naam: str
    codes: Mapping[str, str | None]
    alleen_lezen: frozenset[str] = frozenset()
    exclusief: str = ""

    def betekenis(self, code: str) -> str:
        """The meaning for a reader; an unpublished one is said to be so."""
        return self.codes.get(code) or zonder_betekenis(code)

    def is_openbaar(self, code: str) -> bool:
        """Was the meaning of this code published?"""
        return bool(self.codes.get(code))

    @property
    def kiesbaar(self) -> list[tuple[str, str]]:
        """(code, meaning) of what a person may choose, in order."""
        return [(code, self.betekenis(code)) for code in self.codes if code not in self.alleen_lezen]


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
class Afkorting(Tekst):
    """Words of an administration among which codes occur ("BO"): a code that the list knows is read as its meaning."""

    lijst: Codelijst = field(default_factory=lambda: Codelijst("", {}))

    def tekst(self, waarde: type_waarde) -> str:
        return self.lijst.codes.get(str(waarde).strip().upper()) or str(waarde)


@dataclass(frozen=True)
class Code(Tekst):
    """A code of which no list was ever published, such as that of a test; said to be so wherever somebody reads it."""

    code: bool = True

    def tekst(self, waarde: type_waarde) -> str:
        return zonder_betekenis(str(waarde))


def zonder_betekenis(code: str) -> str:
    """A code for a reader, when nobody published what it means."""
    return f"{code} (betekenis niet openbaar)"


# Between codes that somebody types after each other; no code of a list has one of these in it.
_TUSSEN_CODES = re.compile(r"[\s,;]+")


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
        for code in waarde:
            if code not in self.lijst.codes:
                yield f"“{code}” staat niet in de lijst. Kies een antwoord of controleer de code."
        if self.lijst.exclusief in waarde and len(waarde) > 1:
            yield f"Kies '{self.lijst.betekenis(self.lijst.exclusief)}' of de andere antwoorden, niet allebei."

    def tekst(self, waarde: type_waarde) -> str:
        return ", ".join(self.lijst.betekenis(code) for code in waarde)

    @property
    def op_code(self) -> bool:
        """Has this list codes without a published meaning, so that only who read them in a report chooses them?"""
        return not all(map(self.lijst.is_openbaar, self.lijst.codes))

    def gekozen(self, ruw: Iterable[str]) -> list[str]:
        """The codes in what a form sends, ticked or typed ("f82, G40"), each once and as the list writes it."""
        schrijfwijze = {code.casefold(): code for code in self.lijst.codes}
        codes = (code for deel in ruw for code in _TUSSEN_CODES.split(deel) if code)
        return list(dict.fromkeys(schrijfwijze.get(code.casefold(), code) for code in codes))


@dataclass(frozen=True)
class Teksten:
    """Several short texts in order, such as voornamen: each its own element, never split on spaces."""

    max_lengte: int = 200
    scheiding: str = " "

    def uit_json(self, ruw: type_json) -> tuple[str, ...]:
        if not isinstance(ruw, list) or not all(isinstance(deel, str) for deel in ruw):
            raise Waardefout("Vul hier tekst in.")
        return tuple(schoon(deel) for deel in ruw)

    def naar_json(self, waarde: type_waarde) -> list[str]:
        return list(waarde)

    def controleer(self, waarde: type_waarde) -> Iterable[str]:
        if any(len(deel) > self.max_lengte for deel in waarde):
            yield f"Maak de tekst korter: er passen {self.max_lengte} tekens."

    def tekst(self, waarde: type_waarde) -> str:
        return self.scheiding.join(waarde)


@dataclass(frozen=True)
class Decimalen:
    """Several decimal numbers in order, such as the marks of one subject; kept as written."""

    def uit_json(self, ruw: type_json) -> tuple[Decimal, ...]:
        if not isinstance(ruw, list):
            raise Waardefout("Vul hier getallen in.")
        return tuple(_EEN.uit_json(deel) for deel in ruw)

    def naar_json(self, waarde: type_waarde) -> list[str]:
        return [_EEN.naar_json(deel) for deel in waarde]

    def controleer(self, waarde: type_waarde) -> Iterable[str]:
        return ()

    def tekst(self, waarde: type_waarde) -> str:
        return ", ".join(_EEN.tekst(deel) for deel in waarde)


_EEN = Decimaal()


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
            yield f"Hier passen niet meer dan {self.maximum} bijlagen."

    def tekst(self, waarde: type_waarde) -> str:
        return "1 bijlage" if len(waarde) == 1 else f"{len(waarde)} bijlagen"
