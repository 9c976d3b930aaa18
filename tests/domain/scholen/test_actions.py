"""Does a region with its people come in by acts, once, and only from the command line?"""

from __future__ import annotations

from dataclasses import replace

import pytest

from overstap.domain.gebruikers.actions import maak_account
from overstap.domain.gebruikers.models import Account
from overstap.domain.scholen.actions import laad_regio, stel_aan
from overstap.domain.scholen.enums import Organisatiesoort
from overstap.domain.scholen.models import Organisatie, Regio
from overstap.domain.scholen.queries import aanstellingen_for, organisaties_for, regio_for, verbanden_for
from overstap.domain.scholen.rules import FUNCTIES, FunctiePastNiet, controleer_functie, lees_regio
from overstap.foundation.access import PROGRAMMAS, SYSTEEM, VOORBIJGANGERS, GeenRecht, Rol
from overstap.foundation.rls import als
from tests.wereld import AT, REGIOBESTAND, regio

BESTAND = lees_regio(REGIOBESTAND.read_text(encoding="utf-8"))


@pytest.mark.django_db
def test_a_region_file_gives_its_settings_and_schools():
    with als(SYSTEEM):
        regio_id = laad_regio(bestand=BESTAND, by=SYSTEEM, at=AT)
        assert [school.naam for school in organisaties_for(SYSTEEM, "po")] == [
            "Basisschool De Klaproos",
            "Basisschool Het Kompas",
        ]
        college = organisaties_for(SYSTEEM, "vo").get()
        assert (college.brin, college.vestiging, college.plaats) == ("99XV", "00", "Meerdorp")
        assert college.gegevens["email"] == "aanmelden@meerdorpcollege.example"
        assert regio_for(SYSTEEM, college.id).id == regio_id
        assert regio_for(SYSTEEM, college.id).instellingen["reactietermijn_dagen"] == 14
        [swv] = verbanden_for(SYSTEEM, college.id)
        assert (swv.brin, swv.naam, swv.regio_id) == ("VO9901", "Samenwerkingsverband VO Meerdorp", regio_id)


@pytest.mark.django_db
def test_a_samenwerkingsverband_of_two_regions_stays_with_the_first_that_named_it():
    with als(SYSTEEM):
        eerst = laad_regio(bestand=BESTAND, by=SYSTEEM, at=AT)
        swv = replace(BESTAND.verbanden[0], telefoon="0000000009")
        tweede = replace(BESTAND, naam="Regio Stuwmeer", verbanden=(swv,), scholen=())
        laad_regio(bestand=tweede, by=SYSTEEM, at=AT)
        swv = Organisatie.objects.get(soort="swv")
        assert (swv.regio_id, swv.gegevens["telefoon"]) == (eerst, "0000000009")


@pytest.mark.django_db
def test_loading_again_renews_and_takes_nothing_away():
    kleiner = replace(
        BESTAND, reactietermijn_dagen=10, scholen=(replace(BESTAND.scholen[0], naam="Basisschool De Nieuwe Klaproos"),)
    )
    with als(SYSTEEM):
        eerst = laad_regio(bestand=BESTAND, by=SYSTEEM, at=AT)
        assert laad_regio(bestand=kleiner, by=SYSTEEM, at=AT) == eerst
        assert Regio.objects.get().instellingen["reactietermijn_dagen"] == 10
        assert Organisatie.objects.count() == 5
        assert Organisatie.objects.get(brin="99XA").naam == "Basisschool De Nieuwe Klaproos"


@pytest.mark.django_db
def test_an_account_and_a_role_are_given_once():
    wereld = regio()
    with als(SYSTEEM):
        een, twee = (
            maak_account(email=email, naam="Marije Vonk", wachtwoord="x", by=SYSTEEM, at=AT)
            for email in ("Marije@DeKlaproos.example", "marije@deklaproos.example")
        )
        assert een == twee == wereld.a.leerkracht.id
        assert Account.objects.get(id=een).check_password(wereld.wachtwoord)
        rollen = {
            stel_aan(account_id=een, organisatie_id=wereld.b.id, rol=Rol.LEERKRACHT, by=SYSTEEM, at=AT) for _ in "12"
        }
        assert len(rollen) == 1
        assert aanstellingen_for(None, een).count() == 2


@pytest.mark.django_db
def test_nobody_with_a_role_at_a_school_sets_up_a_region():
    wereld = regio()
    for actor in (wereld.a.directeur, wereld.vo.administratie):
        with als(actor) as by:
            with pytest.raises(GeenRecht):
                laad_regio(bestand=BESTAND, by=by, at=AT)
            with pytest.raises(GeenRecht):
                maak_account(email="a@b.example", naam="A", wachtwoord=None, by=by, at=AT)
            with pytest.raises(GeenRecht):
                stel_aan(account_id=by.id, organisatie_id=wereld.b.id, rol=Rol.DIRECTEUR, by=by, at=AT)


@pytest.mark.django_db
def test_a_role_that_a_school_does_not_know_is_refused_with_those_it_does():
    wereld = regio()
    with als(SYSTEEM), pytest.raises(FunctiePastNiet) as fout:
        stel_aan(account_id=wereld.a.ib.id, organisatie_id=wereld.vo.id, rol=Rol.DIRECTEUR, by=SYSTEEM, at=AT)
    assert fout.value.zin == (
        "Een vo-school heeft geen directeur. Kies uit: administratie, toelatingscommissie, zorgcoördinator."
    )


def test_every_function_belongs_to_one_kind_of_organisation():
    # Nobody is appointed as a guest or to look along: an invitation and a consent make them. A program is nobody.
    werk = set(Rol) - {Rol.OUDER, Rol.SYSTEEM, *VOORBIJGANGERS, *PROGRAMMAS}
    assert sorted(rol for functies in FUNCTIES.values() for rol in functies) == sorted(werk)
    assert set(FUNCTIES) == set(Organisatiesoort)
    with pytest.raises(FunctiePastNiet, match="geen ouder"):
        controleer_functie("regio", Rol.OUDER)
