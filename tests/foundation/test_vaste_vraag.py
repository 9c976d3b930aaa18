"""Does a question that was composed once answer as the ORM does, for each who asks, and nobody else?"""

from __future__ import annotations

from datetime import timedelta
from threading import Thread
from uuid import uuid4

import pytest
from django.db import connection
from django.db.models import Count, Q
from django.db.transaction import TransactionManagementError
from django.test.utils import CaptureQueriesContext

from overstap.domain.dossiers.enums import Staat
from overstap.domain.dossiers.models import Dossier
from overstap.domain.dossiers.queries import dossier_for, dossiers_for
from overstap.domain.scholen.models import Aanstelling, Organisatie
from overstap.foundation.access import NietGevonden
from overstap.foundation.rls import als
from overstap.foundation.vaste_vraag import VasteVraag
from tests.wereld import AT, regio


def test_it_gives_what_the_orm_gives_with_all_that_hangs_on_it(db: None):
    wereld = regio()
    vraag = VasteVraag(
        lambda soort, vanaf: (
            Aanstelling.objects.filter(~Q(organisatie__soort=soort) | Q(tot__gt=vanaf))
            .select_related("organisatie__regio", "account")
            .order_by("-account__naam", "id")
        )
    )
    for soort, vanaf in (("po", AT), ("vo", AT - timedelta(days=900)), ("", AT)):
        gewoon = Aanstelling.objects.filter(~Q(organisatie__soort=soort) | Q(tot__gt=vanaf))
        gewoon = gewoon.select_related("organisatie__regio", "account").order_by("-account__naam", "id")
        gevonden = vraag.alle(soort, vanaf)
        assert gevonden == list(gewoon)
        with CaptureQueriesContext(connection) as geen:
            namen = [(een.account.naam, een.organisatie.naam, een.organisatie.regio.naam) for een in gevonden]
        assert not geen.captured_queries
        assert namen == [(een.account.naam, een.organisatie.naam, een.organisatie.regio.naam) for een in gewoon]
        assert [vars(een).keys() for een in gevonden] == [vars(een).keys() for een in gewoon]
    assert wereld.a.id


def test_each_asks_as_who_they_are(db: None):
    wereld = regio()
    geval = wereld.dossier_in(Staat.TER_INZAGE)
    mensen = (wereld.a.directeur, geval.ouders[0].actor)
    for _ in range(2):
        for wie in mensen:
            with als(wie):
                assert dossier_for(wie, geval.dossier_id) == dossiers_for(wie).get()
        with als(wereld.a.directeur) as eigen:
            assert dossier_for(eigen, geval.dossier_id, vergrendel=True).leerling.achternaam
        with als(wereld.b.directeur) as vreemde, pytest.raises(NietGevonden):
            dossier_for(vreemde, geval.dossier_id)
        # What the second lock hides stays hidden, whatever is asked.
        kaal = VasteVraag(lambda dossier_id: Dossier.objects.filter(id=dossier_id))
        with als(wereld.b.directeur):
            assert kaal.alle(geval.dossier_id) == []
        with als(wereld.a.directeur):
            assert len(kaal.alle(geval.dossier_id)) == 1


def test_nothing_equals_none_and_a_stranger_id_finds_nothing(db: None):
    regio()
    vraag = VasteVraag(lambda id_: Organisatie.objects.filter(oefening_van_id=id_))
    assert vraag.alle(None) == []
    assert vraag.een(uuid4()) is None


def test_a_row_is_locked_in_a_transaction_only(eigen_database: object):
    regio()
    vraag = VasteVraag(lambda brin: Organisatie.objects.filter(brin=brin))
    assert vraag.een("99XA") is not None
    with pytest.raises(TransactionManagementError):
        vraag.een("99XA", vergrendel=True)


def test_what_is_more_than_objects_is_refused(db: None):
    vraag = VasteVraag(lambda brin: Organisatie.objects.filter(brin=brin).annotate(mensen=Count("aanstelling")))
    with pytest.raises(TypeError):
        vraag.een("99XA")


def test_threads_share_it(eigen_database: object):
    regio()
    vraag, gevonden = VasteVraag(lambda brin: Organisatie.objects.filter(brin=brin)), []

    def vraag_vaak() -> None:
        gevonden.extend(vraag.een(brin) for brin in ("99XA", "99XB") * 20)
        connection.close()

    draden = [Thread(target=vraag_vaak) for _ in range(3)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    assert sorted({een.brin for een in gevonden}) == ["99XA", "99XB"]
    assert len(gevonden) == 120
