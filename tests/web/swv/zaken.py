"""Which cases does the invented samenwerkingsverband have, each made by the real acts?"""

from __future__ import annotations

from datetime import datetime

from overstap.domain.dossiers.enums import Staat
from overstap.domain.zorgroutes.enums import Routesoort, Routestaat
from overstap.foundation.access import Actor, Rol
from overstap.foundation.rls import als
from overstap.jobs.taak import systeem_voor
from overstap.jobs.zorg import zet_zorg_klaar
from tests.wereld import AT, Wereld, dagen_terug
from tests.zorggang import Zorggang


def loket(wereld: Wereld) -> Actor:
    """Ingrid Postma."""
    return wereld.swv[Rol.SWV_LOKET]


def commissie(wereld: Wereld) -> Actor:
    """Karim Haddad, who decides."""
    return wereld.swv[Rol.SWV_COMMISSIE]


def zaak_in(
    wereld: Wereld, staat: Routestaat, soort: Routesoort = Routesoort.PRO, *, at: datetime | None = None
) -> Zorggang:
    """A pupil of school A whose care route is in this state: everything happened twenty days before `AT`."""
    geval = wereld.dossier_in(Staat.CONCEPT, bijzonder=frozenset({"lwoo"}))
    return Zorggang(geval, wereld.swv, soort, at or dagen_terug(20)).tot(staat)


def zet_zorg_nu_klaar(gang: Zorggang) -> None:
    """Do now what the worker does after a zorgaanmelding was sent."""
    with als(systeem_voor(gang.geval.school.id)) as by:
        zet_zorg_klaar(route_id=gang.route_id, by=by, at=AT)
