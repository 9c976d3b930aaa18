"""Which programs may act in the demo region? One for each organisation, with all that it can be given."""

from __future__ import annotations

from datetime import datetime

from overstap.config.demo.regio import Regiomensen
from overstap.domain.koppelingen.actions import beeindig_koppeling, geef_sleutel, maak_koppeling
from overstap.domain.koppelingen.queries import koppelingen_for
from overstap.domain.koppelingen.rules import BEREIKEN, LANGST
from overstap.domain.scholen.queries import organisatie_for
from overstap.foundation.access import Actor, Rol
from overstap.foundation.klok import dag
from overstap.foundation.rls import als
from overstap.web.api.proefsleutels import NAAM, proefgeheim


def laad_koppelingen(regio: Regiomensen, nu: datetime) -> None:
    """Give the organisations with people a program to try with; harmless when they have one that works."""
    beheerders = (
        regio["99XA"][Rol.DIRECTEUR],
        regio["99XB"][Rol.DIRECTEUR],
        regio["99XV"][Rol.TOELATINGSCOMMISSIE],
        regio.swv[Rol.SWV_COMMISSIE],
        regio.regio[Rol.REGIOCOORDINATOR],
    )
    for wie in beheerders:
        _laad(wie, nu)


def _laad(wie: Actor, nu: datetime) -> None:
    with als(wie) as by:
        alles = BEREIKEN[organisatie_for(by).soort]
        for oud in koppelingen_for(by).filter(naam=NAAM):
            # An older demo has one that may less than can be given now.
            if dag(nu) <= oud.tot and set(oud.bereiken) == set(alles):
                return
            beeindig_koppeling(koppeling_id=oud.id, by=by, at=nu)
        koppeling_id = maak_koppeling(naam=NAAM, bereik=alles, tot=dag(nu) + LANGST, by=by, at=nu)
        geef_sleutel(koppeling_id=koppeling_id, geheim=proefgeheim(by.werkt_bij), by=by, at=nu)
