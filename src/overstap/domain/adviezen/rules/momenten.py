"""Is this a day on which an advice can be given, and is it the time for it?

A day that cannot be is refused. A day outside the calendar of the region is only said: late arrivals happen all year.
"""

from __future__ import annotations

from datetime import date

from overstap.domain.adviezen.rules.controle import Adviesfout, Adviesfoutcode
from overstap.domain.adviezen.rules.regeling import Onderwerp, OudeRegelingNietOndersteund, regeling_op
from overstap.domain.scholen.rules import MAANDEN, Kalender, schooljaar_van


def controleer_dag(op: date, schooljaar: str, vandaag: date, veld: str) -> list[Adviesfout]:
    """Refuse a day in the future, of an earlier school year, or of before the law; an empty list means it can be."""
    if op > vandaag:
        zin = "Deze datum ligt nog in de toekomst. Vul de dag in waarop het echt gebeurde."
        return [Adviesfout(Adviesfoutcode.DATUM_IN_TOEKOMST, veld, zin)]
    try:
        regeling_op(op, Onderwerp.VOORLOPIG)
    except OudeRegelingNietOndersteund as fout:
        return [Adviesfout(Adviesfoutcode.ANDER_SCHOOLJAAR, veld, str(fout))]
    if schooljaar_van(op) < schooljaar:
        zin = f"{_dag(op)} ligt voor schooljaar {schooljaar}. Controleer het jaar."
        return [Adviesfout(Adviesfoutcode.ANDER_SCHOOLJAAR, veld, zin)]
    return []


def controleer_volgorde(voorlopig_op: date | None, definitief_op: date) -> list[Adviesfout]:
    """The definitief advies is never given before the voorlopig one."""
    if voorlopig_op is None or definitief_op >= voorlopig_op:
        return []
    zin = f"U gaf het voorlopige advies op {_dag(voorlopig_op)}. Het definitieve advies komt daarna."
    return [Adviesfout(Adviesfoutcode.VOOR_HET_VOORLOPIGE, "definitief_op", zin)]


def zin_voorlopig(kalender: Kalender, gegeven_op: date | None, vandaag: date) -> str:
    """A sentence when the voorlopig advies is (or was) given outside its weeks, else empty."""
    van, tot = kalender.voorlopig_van, kalender.voorlopig_tot
    periode = f"van {_kort(van)} tot en met {_kort(tot)}"
    if gegeven_op is None:
        return (
            f"Het voorlopige advies geeft u {periode}. Die tijd is voorbij: geef het zo snel mogelijk."
            if (vandaag > tot)
            else ""
        )
    if van <= gegeven_op <= tot:
        return ""
    return f"U gaf het voorlopige advies op {_dag(gegeven_op)}. De afgesproken tijd is {periode}."


def zin_toetsdag(kalender: Kalender, gemaakt_op: date | None) -> str:
    """A sentence when the doorstroomtoets was taken outside its weeks, else empty; who was ill takes it afterwards."""
    van, tot = kalender.toets_van, kalender.toets_tot
    if gemaakt_op is None or van <= gemaakt_op <= tot:
        return ""
    zin = f"De doorstroomtoets is van {_kort(van)} tot en met {_kort(tot)}. U vulde {_dag(gemaakt_op)} in."
    if gemaakt_op < van:
        return f"{zin} Controleer de datum."
    return f"{zin} Dat kan als de leerling de toets inhaalde. Controleer anders de datum."


def zin_op_tijd(kalender: Kalender, gegeven_op: date | None, vandaag: date) -> str:
    """A sentence when the definitief advies is (or was) given after its last day, else empty."""
    uiterlijk = kalender.definitief
    if (gegeven_op or vandaag) <= uiterlijk:
        return ""
    if gegeven_op is None:
        return f"De uiterste dag was {_kort(uiterlijk)}. Geef het definitieve advies zo snel mogelijk."
    return f"U gaf het definitieve advies op {_dag(gegeven_op)}. De uiterste dag was {_kort(uiterlijk)}."


def _kort(dag: date) -> str:
    return f"{dag.day} {MAANDEN[dag.month - 1]}"


def _dag(dag: date) -> str:
    return f"{_kort(dag)} {dag.year}"
