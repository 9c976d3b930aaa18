"""How does a test get a region with a second samenwerkingsverband, to which its vo school belongs?"""

from __future__ import annotations

from uuid import UUID

from overstap.config.demo.regio import Mensen
from overstap.domain.gebruikers.actions import maak_account
from overstap.domain.scholen.actions import stel_aan, wijzig_regio
from overstap.domain.scholen.enums import Organisatiesoort, Regioonderwerp
from overstap.domain.scholen.queries import bestand_for, organisaties_for
from overstap.domain.scholen.rules.regioschrijven import inhoud_van
from overstap.domain.scholen.rules.regiowijziging import deel
from overstap.foundation.access import SYSTEEM, Actor, Rol
from overstap.foundation.rls import als
from tests.wereld import AT, Wereld

TWEEDE = "VO9902"
NAAM = "Samenwerkingsverband Stuwmeer"


def tweede_swv(wereld: Wereld, *, met_vo_school: bool = True) -> Mensen:
    """The people of a second samenwerkingsverband of the region; with `met_vo_school` its vo school is of that one."""
    with als(wereld.regio[Rol.REGIOCOORDINATOR]) as by:
        inhoud = inhoud_van(bestand_for(by))
        erbij = {"swv": {**inhoud["swv"], TWEEDE: {"naam": NAAM, "plaats": "Stuwdorp"}}}
        wijzig_regio(onderwerp=Regioonderwerp.SWV, waarden=erbij, by=by, at=AT)
        if met_vo_school:
            sleutel = wereld.vo.gegevens.sleutel
            school = {**deel(inhoud, Regioonderwerp.SCHOLEN)[sleutel], "swv": TWEEDE}
            wijzig_regio(onderwerp=Regioonderwerp.SCHOLEN, waarden={sleutel: school}, by=by, at=AT)
    with als(SYSTEEM) as by:
        swv_id = organisaties_for(by, Organisatiesoort.SWV).get(brin=TWEEDE).id
    return Mensen(swv_id, {rol: (_collega(swv_id, rol),) for rol in (Rol.SWV_LOKET, Rol.SWV_COMMISSIE)})


def _collega(swv_id: UUID, rol: Rol) -> Actor:
    with als(SYSTEEM):
        adres = f"{rol.value}@swvstuwmeer.example"
        account_id = maak_account(email=adres, naam="Wil Stuw", wachtwoord=None, by=SYSTEEM, at=AT)
        stel_aan(account_id=account_id, organisatie_id=swv_id, rol=rol, by=SYSTEEM, at=AT)
    return Actor(rol=rol, id=account_id, organisatie_id=swv_id)
