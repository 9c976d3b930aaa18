"""How is the demo region loaded, once, with everything the worker would have made?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from django.core.mail import EmailMessage
from django.db import transaction

from overstap.config.demo.gezin import mail
from overstap.config.demo.koppelingen import laad_koppelingen
from overstap.config.demo.regio import Mensen, Regiomensen, Schoolmensen, bouw_regio
from overstap.config.demo.scenario import Scenario, Speler, scenarios
from overstap.config.demo.verloop import Verloop
from overstap.config.demo.zorg import Zorgverloop
from overstap.domain.dossiers.actions import maak_dossier
from overstap.domain.dossiers.queries import dossiers_for, zelfde_nummer_for
from overstap.domain.gebruikers.actions import maak_account
from overstap.domain.gebruikers.rules import leesbaar
from overstap.domain.leerlingen.rules import Namen
from overstap.domain.scholen.actions import stel_aan
from overstap.domain.scholen.enums import Organisatiesoort
from overstap.domain.scholen.rules import Regiobestand
from overstap.foundation.access import SYSTEEM, Rol
from overstap.foundation.queue import opvangen
from overstap.foundation.rls import als

_VROEGER = "2020-2021"
# The board of both basisscholen, and who leads both; in tests everybody works at one school.
_BESTUUR, _BESTUURSNAAM = "99950", "Stichting Samen Leren Meerdorp"
_BOVENSCHOOLS, _ADRES = "Hilde Oosterveld", "hilde@samenlerenmeerdorp.example"
_BRIEF = """Deze brief gaf de school mee op papier. Hij staat hier, omdat alles verzonnen is.

Beste {naam},

U kunt meelezen in het rapport van uw kind.
Met de mail van Overstap komt u op de goede bladzijde. Daar vult u deze code in:

{code}

Bewaar deze brief en laat de code aan niemand anders lezen.
"""


@dataclass(frozen=True)
class Geladen:
    """What a run did: how many pupils are new, and how many were there already."""

    nieuw: int
    al_aanwezig: int


def laad_demo(bestand: Regiobestand, *, nu: datetime) -> Geladen:
    """Load the region, its people and its pupils, as on the day of `nu`; harmless when they are there.

    A pupil is loaded whole or not at all, with the files and mails that the worker would have made.
    """
    regio = bouw_regio(_onder_een_bestuur(bestand), at=nu)
    _laad_bovenschools(regio, nu)
    _laad_vroeger(regio, nu)
    laad_koppelingen(regio, nu)
    nieuw = [scenario for scenario in scenarios() if _laad_leerling(scenario, regio, nu)]
    return Geladen(len(nieuw), len(scenarios()) - len(nieuw))


def _onder_een_bestuur(bestand: Regiobestand) -> Regiobestand:
    scholen = (replace(een, bestuur=_BESTUUR) if een.soort == Organisatiesoort.PO else een for een in bestand.scholen)
    return replace(bestand, besturen={_BESTUUR: _BESTUURSNAAM}, scholen=tuple(scholen))


def _laad_bovenschools(regio: Regiomensen, nu: datetime) -> None:
    with als(SYSTEEM) as by:
        account_id = maak_account(email=_ADRES, naam=_BOVENSCHOOLS, wachtwoord=None, by=by, at=nu)
        for brin in ("99XA", "99XB"):
            stel_aan(account_id=account_id, organisatie_id=regio[brin].id, rol=Rol.DIRECTEUR, by=by, at=nu)


def _laad_vroeger(regio: Regiomensen, nu: datetime) -> None:
    """Two pupils of long ago of whom no report was ever made: their term is over, so that there is something to see."""
    with als(regio["99XA"][Rol.ADMINISTRATIE_PO]) as by:
        if dossiers_for(by).filter(schooljaar=_VROEGER).exists():
            return
        for namen in (Namen("Jesse", "van", "Dalen"), Namen("Nora", "", "Bakhuis")):
            maak_dossier(namen=namen, groep="8A", schooljaar=_VROEGER, by=by, at=nu)


def laad_leerling(
    scenario: Scenario, school: Schoolmensen, vo: Schoolmensen, swv: Mensen, nu: datetime
) -> Verloop | None:
    """Let one pupil walk through the acts, whole or not at all; None when this pupil is there already."""
    with als(school[Rol.ADMINISTRATIE_PO]) as by:
        if zelfde_nummer_for(by, scenario.kind.bsn) is not None:
            return None
    verloop = Zorgverloop(scenario.kind, school, vo, wens_ouders=scenario.wens_ouders, swv=swv)
    with transaction.atomic(), opvangen(lambda naam, ids: verloop.werk.append((naam, ids))):
        Speler(scenario, verloop, nu).speel()
    return verloop


def brieven(verloop: Verloop) -> Iterator[tuple[str, str, str]]:
    """(to whom, subject, text) of the letter with the code of each parent, for it stands in no mail."""
    for wie, ouder in zip(("moeder", "vader"), verloop.ouders, strict=False):
        if ouder.code:
            naar = mail(verloop.kind, "voogd" if verloop.kind.gezin == "voogd" else wie)
            yield naar, "Brief van school met uw code", _BRIEF.format(naam=ouder.naam, code=leesbaar(ouder.code))


def _laad_leerling(scenario: Scenario, regio: Regiomensen, nu: datetime) -> bool:
    verloop = laad_leerling(scenario, regio[scenario.school], regio["99XV"], regio.swv, nu)
    if verloop is None:
        return False
    for naar, onderwerp, tekst in brieven(verloop):
        EmailMessage(onderwerp, tekst, to=[naar]).send()
    return True
