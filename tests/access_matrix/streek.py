"""What did who coordinates the region of the access matrix change, and where did this person look along?"""

from __future__ import annotations

from dataclasses import replace

from overstap.domain.meekijken.actions import sta_meekijken_toe, stop_meekijken
from overstap.domain.scholen.actions import lever_regio_aan, wijzig_regio
from overstap.domain.scholen.enums import Regioonderwerp
from overstap.domain.scholen.queries import bestand_for
from overstap.domain.scholen.rules.regioschrijven import schrijf_regio
from overstap.foundation.access import Recht, Rol
from overstap.foundation.rls import als
from tests.wereld import AT, Wereld


def wijzig(wereld: Wereld) -> None:
    """Another term for parents, a file that a program handed in; and school A let this person look along for a time."""
    helper = wereld.regio[Rol.REGIOCOORDINATOR]
    with als(wereld.a.directeur) as by:
        sta_meekijken_toe(helper_id=helper.persoon_id, minuten=15, by=by, at=AT)
        stop_meekijken(by=by, at=AT)
    waarden = {"reactietermijn_dagen": 13, "gegevens_hoogstens_dagen": 90, "pro_besluit_vragen": True}
    with als(helper) as by:
        wijzig_regio(onderwerp=Regioonderwerp.TERMIJNEN, waarden=waarden, by=by, at=AT)
        bestand = schrijf_regio(bestand_for(by))
    programma = replace(helper, rol=Rol.KOPPELING, bereik=frozenset({Recht.REGIO_AANLEVEREN}))
    with als(programma) as by:
        lever_regio_aan(tekst=bestand, by=by, at=AT)
