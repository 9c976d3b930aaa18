"""Which results of a pupil follow each other on one scale, so that they can be drawn?

Two scores are joined by a line only when they stand on the same scale and are compared with the whole country.
Everything else stays in the table, and `Vak.waarom_niet` says why.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from overstap.domain.rapporten.catalogue.codelijsten import BANDEN, VERGELIJKINGSGROEP
from overstap.domain.rapporten.catalogue.toetsinvoer import LANDELIJK

# The newest of these fit in one small picture.
MEESTE_PUNTEN = 8


@dataclass(frozen=True)
class Schaal:
    """One scale: the code of OSO codelijst 11 (or `vaardigheid`), its name, and what a reader must know.

    `banden` are the levels of an ordered scale, lowest first; empty for a scale of numbers. `midden` is the level
    of the middle of the country, where the scale has one. A scale that is not `openbaar` says nothing to parents.
    """

    code: str
    naam: str
    uitleg: str
    banden: tuple[str, ...] = ()
    midden: str = ""
    openbaar: bool = True


NIVEAU_IV = Schaal(
    "IV",
    "Niveau I tot V",
    "Elk niveau is een vijfde deel van alle leerlingen in Nederland. I is het hoogste deel, V het laagste.",
    BANDEN["IV"],
    midden="III",
)
NIVEAU_AE = Schaal("AE", "Niveau A tot E", "A is het hoogste niveau, E het laagste.", BANDEN["AE"])
DLE = Schaal(
    "DLE",
    "DLE naast DL",
    "DL is het aantal maanden onderwijs. DLE zegt bij hoeveel maanden de score past.",
)
FN = Schaal(
    "FN", "FN", "De betekenis van deze code is niet openbaar. Vraag het de basisschool als u twijfelt.", openbaar=False
)
VAARDIGHEID = Schaal("vaardigheid", "Vaardigheidsscore", "De score groeit mee met wat een leerling kan.")
# In the order in which they are drawn.
SCHALEN = (NIVEAU_IV, NIVEAU_AE, DLE, FN, VAARDIGHEID)


@dataclass(frozen=True)
class Punt:
    """One result: the day, its short name ("M7"), the words of the file and the height on the scale.

    The height counts bands from 0 (lowest) on an ordered scale, else it is the number itself. `verwacht` is the
    DL beside a DLE; `marge` the interval around a vaardigheidsscore.
    """

    op: date
    moment: str
    tekst: str
    hoogte: Decimal
    verwacht: Decimal | None = None
    marge: tuple[Decimal, Decimal] | None = None


@dataclass(frozen=True)
class Reeks:
    """Two or more results of one subject on one scale, oldest first."""

    vak: str
    schaal: Schaal
    punten: tuple[Punt, ...]

    @property
    def zin(self) -> str:
        """The change in a sentence; never a cause, never a judgement."""
        eerste, laatste = self.punten[0], self.punten[-1]
        if laatste.verwacht is not None:
            return f"DLE {laatste.tekst} na {laatste.verwacht} maanden onderwijs."
        wat = "niveau" if self.schaal.banden else "score"
        if eerste.hoogte == laatste.hoogte:
            return f"Begin en eind: {wat} {laatste.tekst}."
        return f"Van {wat} {eerste.tekst} naar {laatste.tekst}."

    @property
    def legenda(self) -> str:
        """What a line or bar in the picture means that has no words of its own; empty when there is none."""
        delen = []
        if sum(punt.verwacht is not None for punt in self.punten) > 1:
            delen.append("De stippellijn is het DL.")
        if any(punt.marge for punt in self.punten):
            delen.append("Een grijze balk is de marge van de score.")
        return " ".join(delen)


@dataclass(frozen=True)
class Vak:
    """What can be drawn of one subject, and for what stays in the table the reason.

    `niveau` is the newest result on the scale I to V, also when it is the only one.
    """

    naam: str
    reeksen: tuple[Reeks, ...]
    waarom_niet: tuple[str, ...]
    niveau: Punt | None = None


def vakken(inhoud: Mapping[str, Any], *, ouders: bool = False) -> tuple[Vak, ...]:
    """The subjects of the veld `toetsen`, in the order in which they first appear; for a parent without bare codes."""
    per_vak: dict[str, list[Mapping[str, Any]]] = {}
    for toets in inhoud.get("toetsen") or ():
        if toets.get("leergebied") and toets.get("afnamedatum"):
            per_vak.setdefault(toets["leergebied"], []).append(toets)
    return tuple(_vak(naam, sorted(toetsen, key=_dag), ouders=ouders) for naam, toetsen in per_vak.items())


def _dag(toets: Mapping[str, Any]) -> date:
    dag: date = toets["afnamedatum"]
    return dag


def _vak(naam: str, toetsen: list[Mapping[str, Any]], *, ouders: bool) -> Vak:
    gevonden = {schaal: _punten(schaal, toetsen) for schaal in SCHALEN if schaal.openbaar or not ouders}
    reeksen = tuple(
        Reeks(naam, schaal, punten[-MEESTE_PUNTEN:]) for schaal, punten in gevonden.items() if len(punten) > 1
    )
    niveau = gevonden[NIVEAU_IV][-1] if gevonden[NIVEAU_IV] else None
    return Vak(naam, reeksen, tuple(_redenen(gevonden, toetsen, reeksen, ouders=ouders)), niveau)


def _redenen(
    gevonden: Mapping[Schaal, tuple[Punt, ...]],
    toetsen: list[Mapping[str, Any]],
    reeksen: tuple[Reeks, ...],
    *,
    ouders: bool,
) -> Iterator[str]:
    for schaal, punten in gevonden.items():
        if len(punten) == 1:
            yield f"{schaal.naam}: één resultaat. Een lijn kan vanaf twee."
        if len(punten) > MEESTE_PUNTEN:
            yield f"{schaal.naam}: de nieuwste {MEESTE_PUNTEN} van {len(punten)} resultaten."
    anders = sorted({groep for toets in toetsen for groep in _andere_groepen(toets)})
    if anders:
        namen = [VERGELIJKINGSGROEP.betekenis(groep) for groep in anders if _zegt_iets(groep, ouders=ouders)]
        yield f"Vergeleken met {', '.join(namen) or 'een andere groep'}: staat alleen in de tabel."
    if not reeksen and not any(gevonden.values()) and not anders:
        yield "De toetsen hebben geen score die te vergelijken is."


def _zegt_iets(groep: str, *, ouders: bool) -> bool:
    return VERGELIJKINGSGROEP.is_openbaar(groep) or not ouders


def _andere_groepen(toets: Mapping[str, Any]) -> Iterator[str]:
    for score in toets.get("referentiescores") or ():
        if score.get("vergelijkingsgroep") != LANDELIJK:
            yield str(score.get("vergelijkingsgroep"))


def _punten(schaal: Schaal, toetsen: list[Mapping[str, Any]]) -> tuple[Punt, ...]:
    """One point per test; of skill scores only those on the same scale as the newest."""
    if schaal is VAARDIGHEID:
        toetsen = _zelfde_vaardigheidsschaal(toetsen)
    return tuple(punt for toets in toetsen if (punt := _punt(schaal, toets)))


def _punt(schaal: Schaal, toets: Mapping[str, Any]) -> Punt | None:
    tekst = _score(schaal, toets)
    hoogte = _hoogte(schaal, tekst) if tekst else None
    if tekst is None or hoogte is None:
        return None
    dl = toets.get("dl") if schaal is DLE else None
    return Punt(
        op=toets["afnamedatum"],
        moment=_moment(toets["afnamedatum"], toets.get("jaargroep")),
        tekst=tekst,
        hoogte=hoogte,
        verwacht=None if dl is None else Decimal(dl),
        marge=_marge(toets) if schaal is VAARDIGHEID else None,
    )


def _score(schaal: Schaal, toets: Mapping[str, Any]) -> str | None:
    if schaal is VAARDIGHEID:
        score = (toets.get("toetsscore") or {}).get("vaardigheidsscore")
        return None if score is None else str(score).replace(".", ",")
    for score in toets.get("referentiescores") or ():
        if score.get("soort") == schaal.code and score.get("vergelijkingsgroep") == LANDELIJK:
            return str(score.get("waarde")).strip()
    return None


def _hoogte(schaal: Schaal, tekst: str) -> Decimal | None:
    if schaal.banden:
        return Decimal(schaal.banden.index(tekst)) if tekst in schaal.banden else None
    try:
        getal = Decimal(tekst.replace(",", "."))
    except InvalidOperation:
        return None
    return getal if getal.is_finite() else None


def buiten_schaal(toets: Mapping[str, Any]) -> Iterator[tuple[Schaal, str]]:
    """(scale, value) of what cannot be drawn because it does not stand on its own scale, such as level VI."""
    for schaal in (NIVEAU_IV, NIVEAU_AE, DLE):
        tekst = _score(schaal, toets)
        if tekst is not None and _hoogte(schaal, tekst) is None:
            yield schaal, tekst


def _zelfde_vaardigheidsschaal(toetsen: list[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    met_score = [toets for toets in toetsen if (toets.get("toetsscore") or {}).get("vaardigheidsscore") is not None]
    if not met_score:
        return []
    nieuwste = met_score[-1]["toetsscore"].get("codevaardigheidsschaal")
    return [toets for toets in met_score if toets["toetsscore"].get("codevaardigheidsschaal") == nieuwste]


def _marge(toets: Mapping[str, Any]) -> tuple[Decimal, Decimal] | None:
    score = toets.get("toetsscore") or {}
    laag, hoog = score.get("bivlaag"), score.get("bivhoog")
    return (Decimal(laag), Decimal(hoog)) if laag is not None and hoog is not None and laag <= hoog else None


def _moment(op: date, jaargroep: Any) -> str:
    """B, M or E of the school year, and the group: how Dutch schools name the moment of a test."""
    letter = "M" if op.month <= 3 else "E" if op.month <= 7 else "B"
    return f"{letter}{jaargroep or ''}"
