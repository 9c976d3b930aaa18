"""Which parts of the help are about these words? The help is small and stays in memory, so no database is asked."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from django.urls import reverse

from overstap.web.hulp.boek import boek, lees
from overstap.web.hulp.opmaak import kaal

# What a title says counts most, then the words that people use for it, then the text.
_TITEL, _ZOEKWOORD, _TEKST = 9, 6, 1
_HOOGSTENS = 12
# Long enough for a question, too short to make a server work.
LANGSTE_VRAAG = 100
_GEWOON = frozenset(lees("zoeken")["gewoon"])
_UITGANG = re.compile(r"(?:en|n|s|e|t)$")


@dataclass(frozen=True)
class Gevonden:
    """One answer: its title, the manual or page it stands in, the beginning of its text, and its address."""

    titel: str
    waar: str
    kort: str
    href: str


@dataclass(frozen=True)
class _Bron:
    gevonden: Gevonden
    woorden: dict[str, int]


def zoek(vraag: str) -> list[Gevonden]:
    """What has most of these words, the best first: where they stand in a title, or are what people look for."""
    gevraagd = {_stam(woord) for woord in _woorden(vraag[:LANGSTE_VRAAG])}
    gescoord = [(_score(gevraagd, bron.woorden), bron.gevonden) for bron in _bronnen()]
    meest = max(aantal for (aantal, _gewicht), _een in gescoord)
    if not meest:
        return []
    gevonden = [(gewicht, een) for (aantal, gewicht), een in gescoord if aantal == meest]
    return [een for _gewicht, een in sorted(gevonden, key=lambda paar: -paar[0])[:_HOOGSTENS]]


def _score(gevraagd: Iterable[str], woorden: dict[str, int]) -> tuple[int, int]:
    """How many of the words asked for stand there, and how much they weigh together."""
    gewichten = [max((w for woord, w in woorden.items() if woord.startswith(stam)), default=0) for stam in gevraagd]
    return sum(1 for gewicht in gewichten if gewicht), sum(gewichten)


@cache
def _bronnen() -> tuple[_Bron, ...]:
    taken = (
        _bron(
            Gevonden(taak.titel, handleiding.titel, kaal(taak.kort), reverse("hulp:taak", args=[taak.naam])),
            zoekwoorden=taak.zoek,
            tekst=" ".join(map(kaal, taak.zinnen())),
        )
        for handleiding, taak in boek().taken()
    )
    vragen = (
        _bron(
            Gevonden(vraag.vraag, f"Veelgestelde vragen: {kop}", kaal(vraag.antwoord), _bij_vraag(vraag.naam)),
            tekst=kaal(vraag.antwoord),
        )
        for kop, deel in boek().vragen.items()
        for vraag in deel
    )
    return (*taken, *vragen)


def _bij_vraag(naam: str) -> str:
    return f"{reverse('hulp:vragen')}#{naam}"


def _bron(gevonden: Gevonden, *, tekst: str, zoekwoorden: str = "") -> _Bron:
    gewogen = ((tekst, _TEKST), (zoekwoorden, _ZOEKWOORD), (gevonden.titel, _TITEL))
    return _Bron(gevonden, {woord: gewicht for deel, gewicht in gewogen for woord in _woorden(deel)})


def _woorden(tekst: str) -> list[str]:
    """The words of a text in small letters and without accents; those that every sentence has are left out."""
    plat = "".join(t for t in unicodedata.normalize("NFKD", tekst.casefold()) if not unicodedata.combining(t))
    return [woord for woord in re.findall(r"\w+", plat) if woord not in _GEWOON]


def _stam(woord: str) -> str:
    """What is left of a word without its ending, so that `bijlagen` finds `bijlage`."""
    return _UITGANG.sub("", woord) if len(woord) > 4 else woord
