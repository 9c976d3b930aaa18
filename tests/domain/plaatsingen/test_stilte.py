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
from tests.wereld import AT, VANDAAG, Wereld, dagen_terug
from tests.zorggang import Zorggang


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


def test_a_report_that_nobody_wrote_in_stands_still_too(wereld: Wereld):
    """Counted from its last change; what is written or said by parents is a step, as long as it is not definitive."""
    stil, geschreven = (wereld.dossier_in(Staat.CONCEPT) for _ in range(2))
    geschreven.vul_in(dagen_terug(3), ["gedrag"])
    leest = wereld.dossier_in(Staat.TER_INZAGE)
    leest.open(0, dagen_terug(1))
    ids = [geval.dossier_id for geval in (stil, geschreven, leest)]
    with als(wereld.a.leerkracht) as by:
        standen = standen_for(by, ids)
    assert {stand.stilstand for stand in standen.values()} == {Stilstand.RAPPORT_NIET_AF}
    assert [standen[wie].sinds for wie in ids] == [VANDAAG - timedelta(days=dagen) for dagen in (40, 3, 1)]
    assert [standen[wie].is_stil(VANDAAG) for wie in ids] == [True, False, False]
    with als(wereld.regio[Rol.REGIOCOORDINATOR]) as by:
        assert stilte_for(by, "2026-2027", VANDAAG) == {wereld.a.id: {Stilstand.RAPPORT_NIET_AF: 1}}


def test_a_step_of_a_care_route_is_a_step(wereld: Wereld):
    """Also after the report is definitive: who is written about to the samenwerkingsverband is not forgotten."""
    gevallen = [wereld.dossier_in(staat) for staat in (Staat.CONCEPT, Staat.DEFINITIEF)]
    ids = [geval.dossier_id for geval in gevallen]
    with als(wereld.a.directeur) as by:
        assert all(stand.is_stil(VANDAAG) for stand in standen_for(by, ids).values())
    for geval in gevallen:
        Zorggang(geval, wereld.swv, at=AT).begin()
    with als(wereld.a.directeur) as by:
        assert {stand.sinds for stand in standen_for(by, ids).values()} == {VANDAAG}
    with als(wereld.regio[Rol.REGIOCOORDINATOR]) as by:
        assert stilte_for(by, "2026-2027", VANDAAG) == {}
        assert stilte_for(by, "2026-2027", VANDAAG + timedelta(days=14)) == {
            wereld.a.id: {Stilstand.RAPPORT_NIET_AF: 1, Stilstand.NIET_AANGEMELD: 1}
        }
