"""How does a school ask for a pupil at its own administration in a test, and the worker fetch what it asked for?"""

from __future__ import annotations

from uuid import UUID

from overstap.domain.importen.actions import vraag_op
from overstap.domain.importen.models import Opvraging
from overstap.domain.importen.queries import opvraging_for
from overstap.foundation.rls import als
from overstap.jobs.taak import voer_uit
from tests.wereld import AT, Plek


def vraag(school: Plek, nummer: str) -> UUID:
    with als(school.administratie) as by:
        return vraag_op(nummer=nummer, by=by, at=AT)


def werk(school: Plek, opvraging_id: UUID) -> Opvraging:
    """What the worker does, and what then stands there."""
    voer_uit("oso.ophalen", str(school.id), {"opvraging_id": str(opvraging_id)}, AT)
    with als(school.administratie) as by:
        return opvraging_for(by, opvraging_id, AT)
