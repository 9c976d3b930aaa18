"""Does a role end at once, only at the own school, and does a teacher follow the own groups only?"""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest

from overstap.domain.dossiers.enums import Staat
from overstap.domain.dossiers.queries import dossier_for
from overstap.domain.overdrachten.queries import werkvoorraad_for
from overstap.domain.scholen.actions import AanstellingGeweigerd, eindig_aanstelling, zet_groepen
from overstap.domain.scholen.models import Aanstelling
from overstap.domain.scholen.queries import aanstellingen_for, collegas_for
from overstap.foundation.access import Actor, GeenRecht, NietGevonden
from overstap.foundation.audit.models import AuditEvent
from overstap.foundation.rls import als
from tests.wereld import AT, Wereld, regio

pytestmark = pytest.mark.django_db
JAAR = "2026-2027"


@pytest.fixture
def wereld() -> Wereld:
    return regio()


def plek(wie: Actor) -> UUID:
    assert wie.id is not None
    return Aanstelling.objects.get(account_id=wie.id, organisatie_id=wie.organisatie_id, rol=wie.rol.value).id


def test_a_role_ends_at_once_and_the_name_stays_in_the_log(wereld: Wereld):
    weg = wereld.a.leerkracht
    with als(wereld.a.directeur) as by:
        eindig_aanstelling(aanstelling_id=plek(weg), by=by, at=AT)
        with pytest.raises(NietGevonden):
            eindig_aanstelling(aanstelling_id=plek(weg), by=by, at=AT)
        assert collegas_for(by, [weg.id])[weg.id] == "Marije Vonk"
        assert AuditEvent.objects.filter(wat="medewerker.beeindigd", organisatie_id=wereld.a.id).count() == 1
    assert not aanstellingen_for(None, weg.id).exists()


def test_only_the_directeur_of_the_own_school_and_never_oneself(wereld: Wereld):
    for ander in (wereld.b.directeur, wereld.vo.toelating):
        with als(ander) as by, pytest.raises((NietGevonden, GeenRecht)):
            eindig_aanstelling(aanstelling_id=plek(wereld.a.leerkracht), by=by, at=AT)
    for zonder in (wereld.a.leerkracht, wereld.a.ib, wereld.a.administratie):
        with als(zonder) as by, pytest.raises(GeenRecht):
            eindig_aanstelling(aanstelling_id=plek(wereld.a.directeur), by=by, at=AT)
    with als(wereld.a.directeur) as by, pytest.raises(AanstellingGeweigerd, match="eigen aanstelling"):
        eindig_aanstelling(aanstelling_id=plek(wereld.a.directeur), by=by, at=AT)


def test_a_teacher_meets_the_own_groups_in_lists_and_may_open_another(wereld: Wereld):
    a8, b8 = wereld.dossier_in(Staat.CONCEPT, groep="8A"), wereld.dossier_in(Staat.CONCEPT, groep="8B")
    with als(wereld.a.directeur) as by:
        zet_groepen(aanstelling_id=plek(wereld.a.leerkracht), groepen=["8B", "8B"], by=by, at=AT)
        assert Aanstelling.objects.get(id=plek(wereld.a.leerkracht)).groepen == ["8B"]
        with pytest.raises(AanstellingGeweigerd, match="Alleen een leerkracht"):
            zet_groepen(aanstelling_id=plek(wereld.a.ib), groepen=["8B"], by=by, at=AT)
        assert {regel.groep for regel in werkvoorraad_for(by, JAAR, "", AT)} == {"8A", "8B"}
    with als(replace(wereld.a.leerkracht, groepen=frozenset({"8B"}))) as by:
        assert [regel.dossier_id for regel in werkvoorraad_for(by, JAAR, "", AT)] == [b8.dossier_id]
        assert werkvoorraad_for(by, JAAR, "8A", AT) == []
        assert dossier_for(by, a8.dossier_id).groep == "8A"
