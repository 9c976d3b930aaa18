"""Who practises in the world of the access matrix: school A, in an oefenschool without pupils that has one mail?"""

from __future__ import annotations

from unittest.mock import patch

from overstap.config.demo import oefenen
from overstap.domain.oefenscholen.actions import begin_oefenen, bewaar_oefenmail, plan_wissen
from overstap.domain.oefenscholen.queries import oefenorganisaties_for, oefenschool_for
from overstap.foundation.rls import als
from overstap.jobs.taak import systeem_voor
from tests.wereld import AT, Plek


def oefen(plek: Plek) -> None:
    """Somebody asked for it, nobody is inside, and it is night."""
    with als(plek.leerkracht) as by:
        oefenschool_id = begin_oefenen(by=by, at=AT)
    systeem = systeem_voor(plek.id)
    with patch.object(oefenen, "LEERLINGEN", ()):
        oefenen.vul(oefenschool_id=oefenschool_id, by=systeem, at=AT)
    with als(systeem) as by:
        rij = oefenschool_for(by)
        assert rij is not None
        plan_wissen(by=by, at=AT)
        (po,) = (een for een in oefenorganisaties_for(by, rij) if een.soort == "po")
    with als(systeem_voor(po.id)) as by:
        bewaar_oefenmail(aan="ouder@ouders.example", onderwerp="Er staat iets klaar", tekst="Oefening", by=by, at=AT)
