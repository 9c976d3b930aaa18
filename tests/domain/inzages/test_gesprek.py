"""Do parents know beforehand that the two schools will talk about their child?"""

from __future__ import annotations

import pytest

from overstap.domain.dossiers.enums import Staat
from overstap.domain.dossiers.queries import dossier_for, slot_for
from overstap.domain.inzages import actions
from overstap.domain.inzages.actions import InzageGeweigerd
from overstap.domain.inzages.queries import gesprekken_for
from overstap.foundation.rls import als
from tests.wereld import AT, Geval, Wereld, dagen_terug, regio


@pytest.fixture(scope="module")
def begin(samen: None) -> Wereld:
    return regio().leg_klaar(Staat.TER_INZAGE, gezin="apart")


@pytest.fixture
def geval(wereld: Wereld) -> Geval:
    """A report that two parents who live apart may read since twenty days."""
    return wereld.dossier_in(Staat.TER_INZAGE, gezin="apart")


def test_a_talk_with_the_vo_school_is_told_to_the_parents_beforehand(wereld: Wereld, geval: Geval):
    gegevens = {"wie": "de leerkracht", "met_wie": "de zorgcoördinator", "waarover": "dyslexie"}
    wat = {"dossier_id": geval.dossier_id, "ontvanger_id": wereld.vo.id, "gegevens": gegevens}
    with als(wereld.a.leerkracht) as by:
        with pytest.raises(InzageGeweigerd, match="voordat u praat"):
            actions.kondig_warme_overdracht_aan(**wat, gepland_op=dagen_terug(1).date(), by=by, at=AT)
        leeg = {**wat, "gegevens": {**gegevens, "waarover": " "}}
        with pytest.raises(InzageGeweigerd, match="waarover"):
            actions.kondig_warme_overdracht_aan(**leeg, gepland_op=AT.date(), by=by, at=AT)
        warm_id = actions.kondig_warme_overdracht_aan(**wat, gepland_op=AT.date(), by=by, at=AT)
        actions.leg_warme_overdracht_vast(
            dossier_id=geval.dossier_id, warm_id=warm_id, gehouden_op=AT.date(), by=by, at=AT
        )
    with als(geval.ouders[1].actor) as by:
        dossier = dossier_for(by, geval.dossier_id)
        (gesprek,) = gesprekken_for(by, dossier, slot_for(by, dossier))
        assert (gesprek.met_wie, gesprek.waarover) == ("de zorgcoördinator", "dyslexie")
        assert gesprek.rij.gehouden_op == AT.date()
