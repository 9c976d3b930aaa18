"""What did who coordinates the region of the access matrix change?"""

from __future__ import annotations

from overstap.domain.scholen.actions import wijzig_regio
from overstap.domain.scholen.enums import Regioonderwerp
from overstap.foundation.access import Rol
from overstap.foundation.rls import als
from tests.wereld import AT, Wereld


def wijzig(wereld: Wereld) -> None:
    """Another term for parents."""
    waarden = {"reactietermijn_dagen": 13, "gegevens_hoogstens_dagen": 90, "pro_besluit_vragen": True}
    with als(wereld.regio[Rol.REGIOCOORDINATOR]) as by:
        wijzig_regio(onderwerp=Regioonderwerp.TERMIJNEN, waarden=waarden, by=by, at=AT)
