"""Which colleague was invited in the world of the access matrix, and has not answered yet?"""

from __future__ import annotations

from overstap.domain.medewerkers.actions import nodig_uit
from overstap.foundation.access import Rol
from overstap.foundation.rls import als
from tests.wereld import AT, Plek


def nodig_collega_uit(plek: Plek) -> None:
    """The directeur invites a teacher."""
    with als(plek.directeur) as by:
        nodig_uit(naam="Nina Nieuw", email="nina@school.example", rol=Rol.LEERKRACHT, by=by, at=AT)
