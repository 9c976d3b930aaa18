"""Does somebody look along only as the school said, without any content, and can such a person write nothing at all?"""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from overstap.domain.dossiers.enums import Staat
from overstap.domain.dossiers.models import Dossier
from overstap.domain.dossiers.queries import dossier_for, slot_for
from overstap.domain.meekijken.actions import kijk_mee, sta_meekijken_toe, stop_meekijken
from overstap.domain.meekijken.models import Meekijktoestemming
from overstap.domain.meekijken.queries import gekregen_een_for, gekregen_for, helpers_for, lopend_for
from overstap.domain.meekijken.rules import MeekijkenGeweigerd
from overstap.domain.overdrachten.queries import werkvoorraad_for
from overstap.domain.scholen.rules import schooljaar_van
from overstap.foundation.access import Actor, GeenRecht, NietGevonden, Rol
from overstap.foundation.audit.models import AuditEvent
from overstap.foundation.audit.queries import gebeurtenissen_for
from overstap.foundation.audit.record import record
from overstap.foundation.rls import als
from overstap.foundation.sleutels.kast import SleutelDicht
from tests.wereld import AT, VANDAAG, Plek, Wereld


def helper(wereld: Wereld) -> Actor:
    return wereld.regio[Rol.REGIOCOORDINATOR]


def sta_toe(wereld: Wereld, wie: Actor | None = None, minuten: int = 30) -> Meekijktoestemming:
    with als(wie or wereld.a.directeur) as by:
        een = sta_meekijken_toe(helper_id=helper(wereld).persoon_id, minuten=minuten, by=by, at=AT)
        return Meekijktoestemming.objects.get(id=een)


def meekijker(wereld: Wereld, plek: Plek | None = None) -> Actor:
    return Actor(Rol.MEEKIJKER, helper(wereld).id, (plek or wereld.a).id)


def test_leave_is_given_by_who_leads_or_administrates_and_for_a_helper_of_the_own_region(wereld: Wereld) -> None:
    for wie in (wereld.a.leerkracht, wereld.a.ib, helper(wereld), wereld.vo.toelating):
        with pytest.raises(GeenRecht):
            sta_toe(wereld, wie)
    with als(wereld.a.directeur) as by:
        assert [een.account_id for een in helpers_for(by)] == [helper(wereld).id]
        for niet_van_de_regio in (wereld.a.administratie, wereld.b.directeur, by):
            with pytest.raises(MeekijkenGeweigerd, match="Kies wie"):
                sta_meekijken_toe(helper_id=niet_van_de_regio.persoon_id, minuten=30, by=by, at=AT)
        with pytest.raises(MeekijkenGeweigerd, match="hoe lang"):
            sta_meekijken_toe(helper_id=helper(wereld).persoon_id, minuten=600, by=by, at=AT)
    assert sta_toe(wereld, wereld.a.administratie).tot == AT + timedelta(minutes=30)
    with pytest.raises(MeekijkenGeweigerd, match="al iemand"):
        sta_toe(wereld)


def test_it_ends_by_itself_and_whenever_anybody_of_the_school_says_so(wereld: Wereld) -> None:
    rij = sta_toe(wereld)
    net_voor, om = rij.tot - timedelta(seconds=1), rij.tot
    with als(helper(wereld)) as by:
        assert gekregen_een_for(by, rij.id, net_voor).id == rij.id
        with pytest.raises(NietGevonden):
            gekregen_een_for(by, rij.id, om)
    for elders in (wereld.b.directeur, wereld.vo.toelating):
        with als(elders) as by:
            assert lopend_for(by, AT) is None
            assert not Meekijktoestemming.objects.exists()
    with als(wereld.b.directeur) as by:
        stop_meekijken(by=by, at=AT)
    with als(wereld.a.leerkracht) as by:
        assert lopend_for(by, AT)
        stop_meekijken(by=by, at=AT)
        assert lopend_for(by, AT) is None
    with als(helper(wereld)) as by:
        assert gekregen_for(by, AT) == []
    # And what ended by itself makes room for another time.
    sta_toe(wereld)
    with als(wereld.a.directeur) as by:
        opnieuw = sta_meekijken_toe(helper_id=helper(wereld).persoon_id, minuten=15, by=by, at=om)
        loopt = lopend_for(by, om)
        assert loopt is not None
        assert loopt.id == opnieuw


@pytest.mark.parametrize("anders", [{"tot": AT + timedelta(hours=9)}, {"beeindigd_op": None}, {"helper_id": None}])
def test_nobody_makes_it_longer_or_begins_it_again(wereld: Wereld, anders: dict[str, object]) -> None:
    rij = sta_toe(wereld)
    with als(wereld.a.directeur) as by:
        stop_meekijken(by=by, at=AT)
        if "helper_id" in anders:
            anders = {"helper_id": wereld.b.directeur.id}
        with pytest.raises(DatabaseError), transaction.atomic():
            Meekijktoestemming.objects.filter(id=rij.id).update(**anders)


def test_the_database_knows_who_may_help_whom_and_how_long(wereld: Wereld) -> None:
    """An act that would forget it makes no row: not for somebody of another organisation, and not for a day."""
    goed = {
        "school_id": wereld.a.id, "plek_id": helper(wereld).organisatie_id, "helper_id": helper(wereld).id,
        "gegeven_door_id": wereld.a.directeur.id, "gegeven_op": AT, "tot": AT + timedelta(minutes=30),
    }  # fmt: skip
    anders = (
        {"helper_id": wereld.b.directeur.id},
        {"plek_id": wereld.b.id, "helper_id": wereld.b.directeur.id},
        {"tot": AT + timedelta(days=1)},
        {"gegeven_door_id": helper(wereld).id},
        {"school_id": wereld.b.id},
    )
    with als(wereld.a.directeur):
        for fout in anders:
            with pytest.raises((DatabaseError, IntegrityError)), transaction.atomic():
                Meekijktoestemming.objects.create(**goed | fout)
        Meekijktoestemming.objects.create(**goed)


def test_who_looks_along_reads_the_lists_and_no_content(wereld: Wereld) -> None:
    geval = wereld.dossier_in(Staat.TER_INZAGE)
    with als(meekijker(wereld)) as by:
        (regel,) = werkvoorraad_for(by, schooljaar_van(VANDAAG), "", AT)
        assert regel.dossier_id == geval.dossier_id
        dossier = dossier_for(by, geval.dossier_id)
        with pytest.raises(SleutelDicht):
            slot_for(by, dossier)
    with als(meekijker(wereld, wereld.b)) as by, pytest.raises(NietGevonden):
        dossier_for(by, geval.dossier_id)


def test_the_database_refuses_whatever_somebody_writes_who_looks_along(wereld: Wereld) -> None:
    """Also the system within such a transaction, and the event of the log; afterwards everything is as before."""
    geval = wereld.dossier_in(Staat.CONCEPT)

    def schrijf(by: Actor) -> None:
        Dossier.objects.filter(id=geval.dossier_id).update(groep="8Z")

    def leg_vast(by: Actor) -> None:
        record("dossier.bekeken", by=by, at=AT, dossier_id=geval.dossier_id)

    def als_het_systeem(by: Actor) -> None:
        with als(Actor(Rol.SYSTEEM, organisatie_id=by.organisatie_id)) as systeem:
            leg_vast(systeem)

    for daad in (schrijf, leg_vast, als_het_systeem):
        with pytest.raises(DatabaseError, match="read-only"), als(meekijker(wereld)) as by:
            daad(by)
    with als(wereld.a.directeur):
        Dossier.objects.filter(id=geval.dossier_id).update(groep="8Z")


def test_every_page_is_written_down_and_of_a_pupil_the_parents_read_it(wereld: Wereld) -> None:
    geval = wereld.dossier_in(Staat.TER_INZAGE)
    rij, by = sta_toe(wereld), meekijker(wereld)
    kijk_mee(toestemming=rij, dossier_id=None, by=by, at=AT)
    kijk_mee(toestemming=rij, dossier_id=geval.dossier_id, by=by, at=AT)
    with als(wereld.a.directeur):
        rijen = AuditEvent.objects.filter(object_id=rij.id, rol=Rol.MEEKIJKER.value)
        assert sorted(rijen.values_list("wat", flat=True)) == ["dossier.bekeken", "meekijken.bekeken"]
        assert {een.actor_id for een in rijen} == {by.id}
    with als(geval.ouders[0].actor) as ouder:
        assert Rol.MEEKIJKER.value in {een.rol for een in gebeurtenissen_for(ouder, geval.dossier_id)}
    # Of somebody else's pupil nothing is written, and so nothing shown.
    for niet_hier in (uuid4(), wereld.dossier_in(Staat.CONCEPT, school=wereld.b).dossier_id):
        with pytest.raises(NietGevonden):
            kijk_mee(toestemming=rij, dossier_id=niet_hier, by=by, at=AT)
