"""Does a second care route of a pupil leave the first one where it is? A walk of thirty acts found that it did not."""

from __future__ import annotations

from copy import copy

import pytest

from overstap.domain.dossiers.enums import Staat
from overstap.domain.dossiers.queries import dossiers_for
from overstap.domain.zorgroutes import actions, queries
from overstap.domain.zorgroutes.enums import Routestaat, Zorgintrekreden
from overstap.foundation.access import NietGevonden
from overstap.foundation.rls import als
from tests.wereld import AT, regio
from tests.zorggang import Zorggang


def test_who_decided_keeps_the_case_when_a_later_one_is_withdrawn(db: None) -> None:
    wereld = regio()
    geval = wereld.dossier_in(Staat.TER_INZAGE, bijzonder=frozenset({"dyslexie"}))
    eerste = Zorggang(geval, wereld.swv).tot(Routestaat.TERUGGEKOPPELD)
    tweede = copy(eerste).tot(Routestaat.AANGEMELD)
    assert tweede.route_id != eerste.route_id
    with tweede.als_ib() as by:
        actions.trek_zorgroute_in(route_id=tweede.route_id, reden=Zorgintrekreden.VERGISSING, by=by, at=AT)
    with als(eerste.loket) as by:
        assert queries.zaak_for(by, eerste.route_id).staat == Routestaat.TERUGGEKOPPELD
        assert [regel.route_id for regel in queries.zaken_for(by, at=AT)] == [eerste.route_id]
        assert dossiers_for(by).count() == 1
        with pytest.raises(NietGevonden):
            queries.zaak_for(by, tweede.route_id)
