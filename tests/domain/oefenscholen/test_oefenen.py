"""Does practising touch nothing real, and does everything of it go at night?"""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.core import mail
from django.db import DatabaseError, connection, transaction
from django.test import Client

from overstap.config.demo import oefenen
from overstap.domain.dossiers.actions import geef_toegang
from overstap.domain.dossiers.enums import Reden
from overstap.domain.dossiers.queries import dossiers_for
from overstap.domain.gebruikers.models import Account
from overstap.domain.medewerkers.actions import nodig_uit
from overstap.domain.oefenscholen.actions import begin_oefenen, doe_mee
from overstap.domain.oefenscholen.models import Oefenschool
from overstap.domain.oefenscholen.queries import oefenmails_for, oefenschool_for
from overstap.domain.oefenscholen.rules import OefenenGeweigerd
from overstap.domain.overdrachten.actions import leg_aanmelding_vast
from overstap.domain.overdrachten.enums import Aanmeldwijze
from overstap.domain.overdrachten.queries import inbox_for
from overstap.domain.scholen.actions import AanstellingGeweigerd, eindig_aanstelling
from overstap.domain.scholen.models import Organisatie
from overstap.domain.scholen.queries import medewerkers_for, organisaties_for, plekken_for, regios_for
from overstap.foundation.access import SYSTEEM, Actor, GeenRecht, NietGevonden, Rol
from overstap.foundation.queue import opvangen
from overstap.foundation.rls import als
from overstap.foundation.sleutels.kast import SleutelVernietigd, Slot
from overstap.jobs.oefenen import maak_oefenschool, wis_alle
from overstap.jobs.taak import systeem_voor, voer_uit
from overstap.web.components.actor import AANSTELLING_SLEUTEL
from tests.wereld import AT, Wereld, regio


@pytest.fixture(scope="module")
def begin(samen: None) -> Wereld:
    """School A practises: its teacher is inside, with three pupils in place of eight."""
    wereld = regio()
    leerlingen, oefenen.LEERLINGEN = oefenen.LEERLINGEN, ("Sem", "Fenna", "Deniz")
    try:
        werk: list = []
        with opvangen(lambda naam, ids: werk.append((naam, ids))), als(wereld.a.leerkracht) as by:
            begin_oefenen(by=by, at=AT)
        for naam, ids in werk:
            voer_uit(naam, ids.pop("organisatie_id"), ids, AT)
    finally:
        oefenen.LEERLINGEN = leerlingen
    with als(wereld.a.leerkracht) as by:
        doe_mee(by=by, at=AT)
    return wereld


def oefent(wie: Actor) -> list:
    return plekken_for(None, wie.persoon_id)[1]


def als_oefenaar(wereld: Wereld, rol: Rol) -> Actor:
    plek = next(een for een in oefent(wereld.a.leerkracht) if een.rol == rol)
    return Actor(rol=rol, id=plek.account_id, organisatie_id=plek.organisatie_id)


def test_a_teacher_finds_pupils_in_every_function(wereld: Wereld):
    with als(als_oefenaar(wereld, Rol.LEERKRACHT)) as by:
        assert dossiers_for(by).count() == 3
    with als(als_oefenaar(wereld, Rol.TOELATINGSCOMMISSIE)) as by:
        assert inbox_for(by).count() == 1
    assert {een.rol for een in oefent(wereld.a.leerkracht)} == {
        "leerkracht", "intern_begeleider", "directeur", "administratie_po",
        "toelatingscommissie", "zorgcoordinator", "administratie_vo", "swv_loket", "swv_commissie",
    }  # fmt: skip
    assert oefent(wereld.b.leerkracht) == []


def test_nothing_left_and_everything_can_be_read(wereld: Wereld):
    assert mail.outbox == []
    with als(als_oefenaar(wereld, Rol.LEERKRACHT)) as by:
        berichten = oefenmails_for(by)
    onderwerpen = {bericht.onderwerp.split(" (")[0] for bericht in berichten}
    assert {"Er staat iets voor u klaar", "Brief van school met uw code"} <= onderwerpen
    assert any("/ouders/" in bericht.tekst for bericht in berichten)
    with als(wereld.a.leerkracht) as by, pytest.raises(NietGevonden):
        oefenmails_for(by)


def test_two_worlds_never_meet(wereld: Wereld):
    oefenaar = als_oefenaar(wereld, Rol.DIRECTEUR)
    echt = wereld.vo.id
    with als(oefenaar) as by:
        dossier = dossiers_for(by).first()
        assert dossier is not None
        assert [een.naam for een in organisaties_for(by, "vo")] == ["Oefencollege"]
        with pytest.raises(NietGevonden):
            leg_aanmelding_vast(
                dossier_id=dossier.id, ontvanger_id=echt, aangemeld_op=AT.date(),
                wijze=Aanmeldwijze.AANMELDFORMULIER, by=by, at=AT,
            )  # fmt: skip
        # And where an act would forget to ask, the database does not.
        with pytest.raises(DatabaseError, match="raken elkaar nooit"), transaction.atomic():
            geef_toegang(dossier=dossier, organisatie_id=echt, reden=Reden.OVERDRACHT, by=by, at=AT)
        with pytest.raises(AanstellingGeweigerd, match="oefenschool"):
            nodig_uit(naam="Jan", email="jan@school.example", rol=Rol.LEERKRACHT, by=by, at=AT)
    for ander in (wereld.a.directeur, wereld.b.directeur, wereld.vo.toelating, SYSTEEM):
        with als(ander) as by:
            for soort in ("po", "vo", "swv"):
                assert not [een for een in organisaties_for(by, soort) if een.oefening_van_id]
            assert not dossiers_for(by).filter(id=dossier.id).exists()
    assert [een.naam for een in regios_for(None)] == ["Regio Meerdorp"]


def test_a_page_that_is_not_there_says_too_that_somebody_practises(wereld: Wereld):
    client = Client()
    client.force_login(Account.objects.get(id=wereld.a.leerkracht.id))
    echt, oefenplekken = plekken_for(None, wereld.a.leerkracht.id)
    for plek, oefent in ((echt[0], False), (next(een for een in oefenplekken if een.rol == Rol.LEERKRACHT), True)):
        sessie = client.session
        sessie[AANSTELLING_SLEUTEL] = str(plek.id)
        sessie.save()
        antwoord = client.get(f"/po/dossiers/{uuid4()}/")
        assert antwoord.status_code == 404
        assert ("Stop met oefenen" in antwoord.content.decode()) is oefent


def test_nobody_of_another_school_sees_that_somebody_practises(wereld: Wereld):
    with als(wereld.a.directeur) as by:
        assert oefenschool_for(by) is not None
    for ander in (wereld.b.directeur, wereld.vo.toelating):
        with als(ander) as by:
            assert oefenschool_for(by) is None
            assert Oefenschool.objects.count() == 0


def test_at_night_everything_goes_with_its_keys_and_the_people_stay(wereld: Wereld):
    with als(wereld.a.leerkracht) as by:
        rij = oefenschool_for(by)
        assert rij is not None
    with als(als_oefenaar(wereld, Rol.LEERKRACHT)) as by:
        sleutels = set(dossiers_for(by).values_list("sleutel_id", flat=True))
    werk: list = []
    with opvangen(lambda naam, ids: werk.append((naam, ids))):
        assert wis_alle(AT) == 1
        while werk:
            naam, ids = werk.pop(0)
            voer_uit(naam, ids.pop("organisatie_id"), ids, AT)
    for sleutel_id in sleutels | {rij.sleutel_id}:
        with pytest.raises(SleutelVernietigd):
            Slot(sleutel_id)
    assert not Organisatie.objects.filter(oefening_van__isnull=False).exists()
    assert oefent(wereld.a.leerkracht) == []
    with als(wereld.a.leerkracht) as by:
        assert oefenschool_for(by) is None
        rij.refresh_from_db()
    assert (rij.gewist_op, rij.bestanden) == (AT, [])
    with connection.cursor() as cursor:
        cursor.execute("select count(*) from gebruikers_ouderaccount where oefening")
        assert cursor.fetchone() == (0,)


def test_who_leaves_the_school_practises_no_more_and_others_may_not(wereld: Wereld):
    assert oefent(wereld.a.leerkracht)
    with als(wereld.a.directeur) as by:
        eigen = medewerkers_for(by, by.werkt_bij).get(account_id=wereld.a.leerkracht.id)
        eindig_aanstelling(aanstelling_id=eigen.id, by=by, at=AT)
    assert oefent(wereld.a.leerkracht) == []
    gast = Actor(rol=Rol.GAST, id=wereld.b.leerkracht.id, organisatie_id=wereld.b.id)
    with als(gast) as by, pytest.raises(GeenRecht):
        begin_oefenen(by=by, at=AT)


def als_systeem(wereld: Wereld) -> Actor:
    return systeem_voor(wereld.a.id)


def test_making_twice_makes_nothing_twice(wereld: Wereld):
    with als(wereld.a.leerkracht) as by:
        rij = oefenschool_for(by)
        assert rij is not None
        assert begin_oefenen(by=by, at=AT) == rij.id
    maak_oefenschool(oefenschool_id=rij.id, by=als_systeem(wereld), at=AT)
    with als(als_oefenaar(wereld, Rol.LEERKRACHT)) as by:
        assert dossiers_for(by).count() == 3
        with pytest.raises(OefenenGeweigerd):
            begin_oefenen(by=by, at=AT)
