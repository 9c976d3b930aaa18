"""What do parts that belong together look like, once (`Groep`) or any number of times (`Rijen`)?"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from overstap.domain.rapporten.catalogue.typen.enkel import Veldtype, Waardefout, type_json, type_waarde

if TYPE_CHECKING:
    from overstap.domain.rapporten.catalogue.veld import Deel


# Asked first, because a file holds hundreds of them and the question "is it a Mapping?" takes long.
_ENKEL = frozenset({str, int, bool, date, Decimal})


def is_leeg(waarde: type_waarde) -> bool:
    """Is this value 'not filled in'? `False` and 0 are answers."""
    if type(waarde) in _ENKEL:
        return bool(waarde == "")
    return waarde is None or waarde in ("", ()) or (isinstance(waarde, Mapping) and not waarde)


@dataclass(frozen=True)
class Gebrek:
    """An obligatory part that is empty: where (`2-relatie`), what to do there, and the same with its label."""

    pad: str
    kort: str
    zin: str


def zonder_leeg(waarde: type_waarde) -> type_waarde:
    """The same value without empty parts and empty rows, however deep."""
    soort = type(waarde)
    if soort is tuple or soort is list:
        return tuple([deel for deel in map(zonder_leeg, waarde) if deel or not is_leeg(deel)])
    if soort in _ENKEL or not (soort is dict or isinstance(waarde, Mapping)):
        return waarde
    schone: dict[str, type_waarde] = {}
    for naam, deel in waarde.items():
        if type(deel) in _ENKEL:
            # Asked for every value of a file, so without a call: only a text can be empty.
            if deel or type(deel) is not str:
                schone[naam] = deel
        elif (schoon := zonder_leeg(deel)) or not is_leeg(schoon):
            schone[naam] = schoon
    return schone


def _bij(label: str, zin: str) -> str:
    """A sentence with what it is about; after a question the sentence alone is clearer."""
    return zin if label.endswith("?") else f"{label}: {zin}"


def _net(zin: str) -> str:
    """A line from which empty places are gone: no double spaces, no comma with nothing before it."""
    enkel = re.sub(r"\s+", " ", zin)
    return re.sub(r"(?:\s*,)+", ",", enkel).strip(" ,:")


@dataclass(frozen=True)
class Groep:
    """Parts that belong together once, such as the doorstroomtoets.

    `opmaak` says how the parts read on one line ("{straat} {nummer}, {plaats}"); parts it does not
    name follow with their label.
    """

    delen: tuple["Deel", ...]
    opmaak: str = ""
    per_naam: Mapping[str, "Deel"] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "per_naam", {deel.naam: deel for deel in self.delen})

    def uit_json(self, ruw: type_json) -> dict[str, type_waarde]:
        if not isinstance(ruw, dict) or not ruw.keys() <= self.per_naam.keys():
            raise Waardefout("Deze gegevens passen niet bij dit onderdeel.")
        return {naam: self.per_naam[naam].type.uit_json(waarde) for naam, waarde in ruw.items()}

    def naar_json(self, waarde: type_waarde) -> dict[str, type_json]:
        return {deel.naam: deel.type.naar_json(waarde[deel.naam]) for deel in self.gevuld(waarde)}

    def controleer(self, waarde: type_waarde) -> Iterable[str]:
        for deel in self.gevuld(waarde):
            yield from (_bij(deel.label, zin) for zin in deel.type.controleer(waarde[deel.naam]))

    def ontbrekend(self, waarde: type_waarde) -> Iterable[Gebrek]:
        """The obligatory parts that are still empty."""
        for deel in self.delen:
            inhoud = waarde.get(deel.naam)
            if not is_leeg(inhoud):
                for gebrek in ontbrekende_delen(deel.type, inhoud):
                    yield Gebrek(f"{deel.naam}-{gebrek.pad}", gebrek.kort, _bij(deel.label, gebrek.zin))
            elif deel.verplicht:
                yield Gebrek(deel.naam, deel.bij_leeg, _bij(deel.label, deel.bij_leeg))

    def tekst(self, waarde: type_waarde) -> str:
        zichtbaar = [deel for deel in self.delen if deel.toont(waarde.get(deel.naam))]
        teksten = {deel.naam: deel.type.tekst(waarde[deel.naam]) for deel in zichtbaar}
        zin = _net(self.opmaak.format_map(defaultdict(str, teksten)))
        rest = [
            f"{self.per_naam[naam].in_zin()}: {tekst}"
            for naam, tekst in teksten.items()
            if f"{{{naam}}}" not in self.opmaak
        ]
        return "; ".join([zin, *rest] if zin else rest)

    def gevuld(self, waarde: type_waarde) -> list["Deel"]:
        """The parts that this value fills, in order."""
        return [deel for deel in self.delen if not is_leeg(waarde.get(deel.naam))]

    @property
    def vraagdelen(self) -> tuple["Deel", ...]:
        """What a form asks of those who fill this in: the parts themselves, one question each."""
        return self.delen

    def antwoorden(self, waarde: Mapping[str, type_waarde]) -> Mapping[str, type_waarde]:
        """The answers to `vraagdelen` that a value holds, by the name of the question."""
        return waarde

    def uit_antwoorden(
        self, waarde: Mapping[str, type_waarde], antwoorden: Mapping[str, type_waarde]
    ) -> dict[str, type_waarde]:
        """The value `waarde` with these answers in it: the inverse of `antwoorden`."""
        return {**waarde, **antwoorden}


@dataclass(frozen=True)
class Rijen:
    """The same parts any number of times, such as diagnoses or tests; the order is kept."""

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
            yield from (f"{self._kop(nummer)} {zin}" for zin in self.groep.controleer(rij))

    def ontbrekend(self, waarde: type_waarde) -> Iterable[Gebrek]:
        """The obligatory parts that are still empty, row by row."""
        for nummer, rij in enumerate(waarde, start=1):
            for gebrek in self.groep.ontbrekend(rij):
                yield Gebrek(f"{nummer - 1}-{gebrek.pad}", gebrek.kort, f"{self._kop(nummer)} {gebrek.zin}")

    def tekst(self, waarde: type_waarde) -> str:
        return "\n".join(self.groep.tekst(rij) for rij in waarde)

    def _kop(self, nummer: int) -> str:
        return f"{self.enkelvoud[0].upper()}{self.enkelvoud[1:]} {nummer}."


def ontbrekende_delen(soort: Veldtype, waarde: type_waarde) -> Iterable[Gebrek]:
    """The obligatory parts that are empty; nothing for a kind without parts."""
    return soort.ontbrekend(waarde) if isinstance(soort, Groep | Rijen) else ()
