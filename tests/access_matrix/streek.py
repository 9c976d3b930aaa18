"""What did who coordinates the region of the access matrix change, and where did this person look along?"""

from __future__ import annotations

from overstap.domain.meekijken.actions import sta_meekijken_toe, stop_meekijken
from overstap.domain.scholen.actions import wijzig_regio
from overstap.domain.scholen.enums import Regioonderwerp
from overstap.foundation.access import Rol
from overstap.foundation.rls import als
from tests.wereld import AT, Wereld


def wijzig(wereld: Wereld) -> None:
    """Another term for parents; and school A let this person look along, until it ended that."""
    helper = wereld.regio[Rol.REGIOCOORDINATOR]
    with als(wereld.a.directeur) as by:
        sta_meekijken_toe(helper_id=helper.persoon_id, minuten=15, by=by, at=AT)
        stop_meekijken(by=by, at=AT)
    waarden = {"reactietermijn_dagen": 13, "gegevens_hoogstens_dagen": 90, "pro_besluit_vragen": True}
    with als(helper) as by:
        wijzig_regio(onderwerp=Regioonderwerp.TERMIJNEN, waarden=waarden, by=by, at=AT)
