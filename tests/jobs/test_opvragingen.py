"""Who asks for a pupil at the own administration, who sees that, and when is it gone? Without the line itself."""

from __future__ import annotations

from copy import deepcopy
from datetime import timedelta

import pytest

from overstap.domain.importen.actions import (
    leg_ophaling_vast,
    ruim_opvragingen_op,
    vergeet_opvraging,
    vraag_op,
)
from overstap.domain.importen.queries import opgevraagd_nummer_for, opvraging_for, opvragingen_for
from overstap.foundation.access import GeenRecht, NietGevonden
from overstap.foundation.rls import als
from overstap.foundation.sleutels.kast import SleutelVernietigd, Slot
from overstap.integrations.oso.draad.uitkomst import Uitkomst
from tests.jobs.opvragen import vraag, werk
from tests.wereld import AT, Plek, Wereld, regio


@pytest.fixture(scope="module")
def begin(samen: None) -> Wereld:
    return regio()


@pytest.fixture
def school(opnieuw: None, begin: Wereld) -> Plek:
    return deepcopy(begin).a


def test_a_school_that_is_not_connected_reads_so(school: Plek, settings):
    settings.OVERSTAP_OSO_AANSLUITING = None
    rij = werk(school, vraag(school, "999990019"))
    assert Uitkomst(rij.uitkomst) is Uitkomst.NIET_AANGESLOTEN


def test_only_who_imports_asks_and_only_the_own_school_sees_it(school: Plek, begin: Wereld):
    with als(school.leerkracht) as by, pytest.raises(GeenRecht):
        vraag_op(nummer="999990019", by=by, at=AT)
    opvraging_id = vraag(school, "999990019")
    with als(begin.b.administratie) as by:
        assert not opvragingen_for(by, AT).exists()
        with pytest.raises(NietGevonden):
            vergeet_opvraging(opvraging_id=opvraging_id, by=by, at=AT)
    with als(school.administratie) as by:
        assert opgevraagd_nummer_for(by, opvraging_for(by, opvraging_id, AT)) == "999990019"


def test_after_a_day_it_is_gone(school: Plek, django_capture_on_commit_callbacks):
    opvraging_id = vraag(school, "999990019")
    morgen = AT + timedelta(hours=24)
    with django_capture_on_commit_callbacks(execute=True), als(school.administratie) as by:
        sleutel_id = opvraging_for(by, opvraging_id, AT).sleutel_id
        assert ruim_opvragingen_op(by=by, at=morgen - timedelta(seconds=1)) == 0
        assert ruim_opvragingen_op(by=by, at=morgen) == 1
        # Who answers too late finds nobody.
        with pytest.raises(NietGevonden):
            leg_ophaling_vast(
                opvraging_id=opvraging_id, code="", uitkomst="", sessie="", kenmerk="", stukken=[], by=by, at=morgen
            )
    with pytest.raises(SleutelVernietigd):
        Slot(sleutel_id)
