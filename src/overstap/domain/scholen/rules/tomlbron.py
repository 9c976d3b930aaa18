"""Where in a TOML text stands a key, and what is wrong with it?

``tomllib`` tells values but not their lines; a person who must mend a file needs the line.
"""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeVar, cast

T = TypeVar("T")

_KOP = re.compile(r"^\s*(\[\[?)\s*(.+?)\s*\]\]?\s*(?:#.*)?$")
_SLEUTEL = re.compile(r"^\s*([A-Za-z0-9_-]+|\"[^\"]+\")\s*=")


@dataclass(frozen=True)
class Bestandsfout:
    """One thing to mend: the line (``None`` if unknown), the key, and a Dutch sentence that says what to do."""

    regel: int | None
    sleutel: str
    zin: str

    def __str__(self) -> str:
        plaats = f"Regel {self.regel}" if self.regel else "Bestand"
        return f"{plaats}, {self.sleutel}: {self.zin}" if self.sleutel else f"{plaats}: {self.zin}"


class OnleesbareToml(ValueError):
    """The text is no TOML; ``fout`` tells where."""

    def __init__(self, fout: Bestandsfout) -> None:
        super().__init__(str(fout))
        self.fout = fout


def ontleed(tekst: str) -> dict[str, Any]:
    """Parse TOML. Raises ``OnleesbareToml`` with the line in a Dutch sentence."""
    try:
        return tomllib.loads(tekst)
    except tomllib.TOMLDecodeError as fout:
        gevonden = re.search(r"line (\d+)", str(fout))
        # At the end of the file tomllib gives no number; the last line is the place to look.
        regel = int(gevonden[1]) if gevonden else len(tekst.splitlines()) or None
        zin = "Deze regel is niet te lezen. Controleer de aanhalingstekens, de haken en het =-teken."
        raise OnleesbareToml(Bestandsfout(regel, "", zin)) from fout


def regelnummers(tekst: str) -> dict[str, int]:
    """The line of every key and table, named as "scholen[2].brin" (counting from 1)."""
    regels: dict[str, int] = {}
    tellers: dict[str, int] = {}
    tabel = ""
    for nummer, regel in enumerate(tekst.splitlines(), start=1):
        if kop := _KOP.match(regel):
            tabel = kop[2].replace('"', "")
            if kop[1] == "[[":
                tellers[tabel] = tellers.get(tabel, 0) + 1
                tabel = f"{tabel}[{tellers[tabel]}]"
            regels[tabel] = nummer
        elif sleutel := _SLEUTEL.match(regel):
            regels[pad(tabel, sleutel[1].strip('"'))] = nummer
    return regels


def pad(tabel: str, sleutel: str) -> str:
    """The full name of a key within a table."""
    return f"{tabel}.{sleutel}" if tabel else sleutel


class Tabellezer:
    """Takes checked values out of one table, and collects what is wrong instead of stopping at the first."""

    def __init__(self, waarden: object, naam: str, regels: Mapping[str, int], fouten: list[Bestandsfout]) -> None:
        self._naam, self._regels, self._fouten = naam, regels, fouten
        self._waarden: dict[str, Any] = waarden if isinstance(waarden, dict) else {}
        if not isinstance(waarden, dict):
            self.meld("", f"Hier hoort een blok dat begint met [{naam}].")

    def meld(self, sleutel: str, zin: str) -> None:
        """Record one error at a key of this table."""
        volledig = pad(self._naam, sleutel) if sleutel else self._naam
        regel = self._regels.get(volledig) or self._regels.get(self._naam)
        self._fouten.append(Bestandsfout(regel, volledig, zin))

    def sleutels(self, bekend: Iterable[str]) -> None:
        """Report every key that is not known, with the nearest known one."""
        bekende = list(bekend)
        for sleutel in self._waarden.keys() - set(bekende):
            lijkt = difflib.get_close_matches(sleutel, bekende, n=1)
            tip = f"Bedoelt u {lijkt[0]}?" if lijkt else "Haal deze regel weg."
            self.meld(sleutel, f"Dit woord is hier niet bekend. {tip}")

    def tekst(self, sleutel: str, standaard: str | None = None, vorm: str = ".+", uitleg: str = "tekst") -> str:
        """A text of a certain form; compulsory without a default."""
        return self._lees(
            sleutel,
            standaard,
            "",
            lambda waarde: isinstance(waarde, str) and re.fullmatch(vorm, waarde) is not None,
            uitleg,
        )

    def regels(self, sleutel: str) -> str:
        """A text of as many lines as somebody wrote, without the space around it; empty when absent."""
        gelezen = self.tekst(sleutel, "", vorm=r"[\s\S]*")
        # A browser ends its lines otherwise than a file.
        return gelezen.replace("\r\n", "\n").replace("\r", "\n").strip()

    def getal(self, sleutel: str, standaard: int, van: int, tot: int) -> int:
        """A whole number within bounds."""
        return self._lees(
            sleutel,
            standaard,
            standaard,
            lambda waarde: isinstance(waarde, int) and not isinstance(waarde, bool) and van <= waarde <= tot,
            f"een getal van {van} tot en met {tot}",
        )

    def ja_nee(self, sleutel: str, *, standaard: bool) -> bool:
        """True or false."""
        return self._lees(sleutel, standaard, standaard, lambda waarde: isinstance(waarde, bool), "true of false")

    def ja_of_nee_of_niets(self, sleutel: str) -> bool | None:
        """True or false if the key is there."""
        if sleutel not in self._waarden:
            return None
        gelezen = self.ja_nee(sleutel, standaard=False)
        return gelezen if isinstance(self._waarden[sleutel], bool) else None

    def dag(self, sleutel: str) -> date | None:
        """A date if the key is there."""
        return self._lees(
            sleutel,
            None,
            cast("date | None", None),
            lambda waarde: isinstance(waarde, date) and not isinstance(waarde, datetime),
            "een datum zonder aanhalingstekens, zoals 2027-03-24",
            verplicht=False,
        )

    def woorden(self, sleutel: str) -> tuple[str, ...]:
        """A list of keys in small letters; empty when absent."""
        lijst: list[str] = self._lees(
            sleutel,
            [],
            [],
            lambda waarde: (
                isinstance(waarde, list)
                and all(isinstance(woord, str) and re.fullmatch("[a-z][a-z0-9_]*", woord) for woord in waarde)
            ),
            'een lijst van woorden in kleine letters, zoals ["opp", "dyslexieverklaring"]',
        )
        return tuple(lijst)

    def _lees(
        self,
        sleutel: str,
        standaard: T | None,
        bij_fout: T,
        goed: Callable[[Any], bool],
        uitleg: str,
        *,
        verplicht: bool = True,
    ) -> T:
        if sleutel not in self._waarden:
            if standaard is None and verplicht:
                self.meld(sleutel, f"Dit ontbreekt. Vul in: {uitleg}.")
            return bij_fout if standaard is None else standaard
        if not goed(self._waarden[sleutel]):
            self.meld(sleutel, f"Dit klopt niet. Vul in: {uitleg}.")
            return bij_fout
        return cast("T", self._waarden[sleutel])
