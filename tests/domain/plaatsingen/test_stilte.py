"""Who stands still after a report was sent, and who hears of whom?"""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection

from overstap.domain.dossiers.enums import Staat
from overstap.domain.plaatsingen.enums import Stilstand
from overstap.domain.plaatsingen.models import Plaatsing
from overstap.domain.plaatsingen.queries import standen_for, stilte_for
from overstap.foundation.access import GeenRecht, Rol
from overstap.foundation.rls import als
from tests.wereld import VANDAAG, Wereld


def test_who_stands_still_has_a_name_at_school_and_is_a_number_in_the_region(wereld: Wereld):
    ids = [wereld.dossier_in(staat).dossier_id for staat in (Staat.GELEZEN, Staat.OVERGEDRAGEN)]
    later = VANDAAG + timedelta(days=10)
    with als(wereld.a.directeur) as by:
        standen = standen_for(by, ids)
        assert {stand.stilstand for stand in standen.values()} == {Stilstand.WACHT_OP_VO}
        assert [standen[wie].is_stil(VANDAAG) for wie in ids] == [False, False]
        assert [standen[wie].is_stil(later) for wie in ids] == [True, True]
    with als(wereld.b.directeur) as by:
        assert standen_for(by, ids) == {}
    with als(wereld.regio[Rol.REGIOCOORDINATOR]) as by:
        assert stilte_for(by, "2026-2027", VANDAAG) == {}
        assert stilte_for(by, "2026-2027", later) == {wereld.a.id: {Stilstand.WACHT_OP_VO: 2}}
        assert not Plaatsing.objects.exists()
    for niemand in (wereld.vo.toelating, wereld.a.leerkracht):
        with als(niemand) as by, pytest.raises(GeenRecht):
            stilte_for(by, "2026-2027", later)
        # And the database would tell them nothing.
        with als(niemand), connection.cursor() as cursor:
            cursor.execute("select * from plaatsingen_stil(%s, %s)", ["2026-2027", later])
            assert cursor.fetchall() == []
