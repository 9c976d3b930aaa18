"""How is an oefenschool filled: with which schools, and which of the invented pupils of the demo?"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from overstap.config.demo.laden import brieven, laad_leerling
from overstap.config.demo.regio import MENSEN, Mensen, Schoolmensen
from overstap.config.demo.scenario import Scenario, scenarios
from overstap.domain.oefenscholen.actions import Oefenplek, bewaar_oefenmail, richt_in
from overstap.domain.scholen.enums import Organisatiesoort
from overstap.domain.scholen.rules import School
from overstap.domain.scholen.rules.buiten import OEFEN_PO as PO
from overstap.domain.scholen.rules.buiten import OEFEN_SWV as SWV
from overstap.domain.scholen.rules.buiten import OEFEN_VO as VO
from overstap.foundation.access import Actor, Rol
from overstap.foundation.rls import als
from overstap.jobs.taak import systeem_voor

# Nothing done yet, half written, all written, read by one parent, signed, definitief, at the vo school, at the swv.
LEERLINGEN = ("Sem", "Ilias", "Tim", "Fenna", "Mai", "Lotte", "Deniz", "Jesse")
_VAN_DE_DEMO = {PO: "99XA", VO: "99XV", SWV: "VO9901"}


def vul(*, oefenschool_id: UUID, by: Actor, at: datetime) -> None:
    """Make the organisations of an oefenschool and let its pupils walk through the real acts; harmless when done.

    `by` is the system within the organisation that practises. What the pupils' schools would have mailed is kept there,
    and beside it the letters with a code that a school gives by hand.
    """
    plekken = tuple(Oefenplek(school, _mensen(school.brin)) for school in _scholen())
    with als(by):
        gemaakt = richt_in(oefenschool_id=oefenschool_id, plekken=plekken, swv_code=SWV, by=by, at=at)
    po, vo = (Schoolmensen(*gemaakt[plek.school.brin], plek.school) for plek in plekken[:2])
    swv = Mensen(*gemaakt[SWV])
    for scenario in _scenarios():
        verloop = laad_leerling(scenario, po, vo, swv, at)
        if verloop is None:
            continue
        with als(systeem_voor(po.id)) as systeem:
            for naar, onderwerp, tekst in brieven(verloop):
                bewaar_oefenmail(aan=naar, onderwerp=onderwerp, tekst=tekst, by=systeem, at=at)


def _scenarios() -> list[Scenario]:
    return [een for een in scenarios() if een.school == _VAN_DE_DEMO[PO] and een.kind.roepnaam in LEERLINGEN]


def _mensen(brin: str) -> tuple[tuple[str, Rol, tuple[str, ...]], ...]:
    return tuple((mens.naam, mens.rol, mens.groepen) for mens in MENSEN[_VAN_DE_DEMO[brin]])


def _scholen() -> tuple[School, ...]:
    return (
        _school(PO, Organisatiesoort.PO, "Oefenschool De Klaproos", "Kerkpad"),
        _school(VO, Organisatiesoort.VO, "Oefencollege", "Havenkade"),
        _school(SWV, Organisatiesoort.SWV, "Oefen-samenwerkingsverband", "Raadhuisplein"),
    )


def _school(brin: str, soort: Organisatiesoort, naam: str, straat: str) -> School:
    return School(
        brin=brin, vestiging="00", naam=naam, soort=soort, straat=straat, huisnummer="1", postcode="9999 XA",
        plaats="Oefenstad", telefoon="0000040000", email=f"info@{brin.lower()}.invalid", aanleverpunt="0",
    )  # fmt: skip
