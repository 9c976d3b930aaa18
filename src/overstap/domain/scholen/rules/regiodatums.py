"""Which dates does the file of a region set, do they stand in order, and do they leave parents time to react?"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from overstap.domain.scholen.rules.kalender import (
    EERSTE_JAAR,
    MAANDEN,
    MOMENTEN,
    MOMENTNAMEN,
    Kalender,
    schooljaar_van,
    tweede_jaar,
)
from overstap.domain.scholen.rules.regioscholen import type_lezer
from overstap.domain.scholen.rules.tomlbron import Tabellezer

# The national dates leave the same number of days every year, but for one in a leap year.
_GEWOON_JAAR = "2026-2027"
_VRIJDAG = 4


def lees_kalenders(inhoud: Mapping[str, Any], lezer: type_lezer, termijn: int) -> dict[str, dict[str, date]]:
    """The own moments of each school year; `termijn` is how many days parents get to react."""
    tabel = inhoud.get("kalender", {})
    if not isinstance(tabel, dict):
        lezer(tabel, "kalender")  # reports that a block is missing
        return {}
    if zin := _te_kort(Kalender.landelijk(_GEWOON_JAAR), termijn, "landelijk "):
        lezer({}, "").meld("reactietermijn_dagen", zin)
        # Said once is enough: no year has more days.
        termijn = 0
    return {jaar: _momenten(jaar, lezer(waarden, f"kalender.{jaar}"), termijn) for jaar, waarden in tabel.items()}


def volgend(schooljaar: str) -> str:
    """The school year after this one."""
    tweede = tweede_jaar(schooljaar)
    return f"{tweede}-{tweede + 1}"


def voorstel_voor(schooljaar: str, eerder: Mapping[str, date]) -> dict[str, date]:
    """What the own moments of the year before would be in this year: as far from the national one, and no weekend."""
    nu, toen = Kalender.landelijk(schooljaar), Kalender.landelijk(vorig(schooljaar))
    return {
        moment: _werkdag(getattr(nu, moment) + (dag - getattr(toen, moment)))
        for moment, dag in eerder.items()
        if dag != getattr(toen, moment)
    }


def open_voorstel(schooljaar: str, kalenders: Mapping[str, Mapping[str, date]]) -> dict[str, date]:
    """What is proposed for a year and nobody answered yet: the region gave no day of its own for these moments.

    Who keeps the national date for one of them writes that date down, so that it is not asked again.
    """
    voorstel = voorstel_voor(schooljaar, kalenders.get(vorig(schooljaar), {}))
    return {moment: dag for moment, dag in voorstel.items() if moment not in kalenders.get(schooljaar, {})}


def is_klaargezet(schooljaar: str, kalenders: Mapping[str, Mapping[str, date]]) -> bool:
    """Did the region look at the dates of a year, also at everything that was different the year before?"""
    return schooljaar in kalenders and not open_voorstel(schooljaar, kalenders)


def eigen_momenten(schooljaar: str, kalenders: Mapping[str, Mapping[str, date]]) -> dict[str, date]:
    """What of a year is different in this region from the national dates."""
    landelijk = Kalender.landelijk(schooljaar)
    return {moment: dag for moment, dag in kalenders.get(schooljaar, {}).items() if dag != getattr(landelijk, moment)}


def vorig(schooljaar: str) -> str:
    """The school year before this one."""
    tweede = tweede_jaar(schooljaar)
    return f"{tweede - 2}-{tweede - 1}"


def _werkdag(dag: date) -> date:
    """The same day, or the Friday before a weekend."""
    return dag - timedelta(days=max(0, dag.weekday() - _VRIJDAG))


def _momenten(schooljaar: str, lezer: Tabellezer, termijn: int) -> dict[str, date]:
    try:
        if tweede_jaar(schooljaar) < EERSTE_JAAR:
            lezer.meld("", "Overstap kent de datums vanaf schooljaar 2023-2024. Haal dit blok weg.")
            return {}
    except ValueError:
        lezer.meld("", 'Dit is geen schooljaar. Schrijf het als [kalender."2026-2027"].')
        return {}
    lezer.sleutels(MOMENTEN)
    gelezen = {moment: lezer.dag(moment) for moment in MOMENTEN}
    momenten = {moment: dag for moment, dag in gelezen.items() if dag is not None}
    for moment, dag in momenten.items():
        if schooljaar_van(dag) != schooljaar:
            lezer.meld(moment, f"Deze datum valt niet in schooljaar {schooljaar}. Kies een datum in dat jaar.")
    kalender = Kalender.landelijk(schooljaar).met(momenten)
    for eerst, dan in kalender.tegenspraken():
        wat = f"{_hoofdletter(MOMENTNAMEN[eerst])} ({_dag(getattr(kalender, eerst))})"
        zin = f"{wat} ligt na {MOMENTNAMEN[dan]} ({_dag(getattr(kalender, dan))}). Zet deze datums in volgorde."
        lezer.meld(dan if dan in momenten else eerst, zin)
    eigen = {"voorlopig_tot", "definitief"} & momenten.keys()
    if eigen and not kalender.tegenspraken() and (zin := _te_kort(kalender, termijn)):
        lezer.meld(min(eigen), zin)
    return momenten


def _te_kort(kalender: Kalender, termijn: int, woord: str = "") -> str:
    """Why parents have no time to react between the two advices; empty when they have."""
    if kalender.dagen_voor_ouders >= termijn:
        return ""
    van, tot = _dag(kalender.voorlopig_tot), _dag(kalender.definitief)
    return (
        f"Ouders krijgen {termijn} dagen om te reageren, maar tussen {van} en {tot} zitten"
        f" {woord}{kalender.dagen_voor_ouders} dagen. Kies een kortere reactietermijn of andere datums."
    )


def _dag(dag: date) -> str:
    return f"{dag.day} {MAANDEN[dag.month - 1]}"


def _hoofdletter(tekst: str) -> str:
    return tekst[:1].upper() + tekst[1:]
