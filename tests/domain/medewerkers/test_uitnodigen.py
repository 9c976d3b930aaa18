"""Does an invitation reach one person, once, and tell the school nothing about that person's other work?"""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from django.core import mail
from procrastinate.contrib.django.models import ProcrastinateJob

from overstap.domain.gebruikers.models import Account
from overstap.domain.medewerkers.actions import (
    begin_als_nieuw,
    begin_organisatie,
    draag_groepen_over,
    neem_uitnodiging_aan,
    nodig_opnieuw_uit,
    nodig_uit,
    trek_collega_in,
    wijzig_functie,
)
from overstap.domain.medewerkers.models import Collegauitnodiging
from overstap.domain.medewerkers.queries import Link, aangeboden_for, link_for, sleutel_for, uitnodigingen_for
from overstap.domain.medewerkers.rules import GELDIG, UitnodigingGeweigerd, groepen_samen
from overstap.domain.scholen.actions import AanstellingGeweigerd, zet_groepen
from overstap.domain.scholen.models import Aanstelling
from overstap.domain.scholen.queries import aanstellingen_for
from overstap.domain.scholen.rules import FunctiePastNiet
from overstap.foundation.access import Actor, GeenRecht, NietGevonden, Rol
from overstap.foundation.rls import als
from overstap.jobs.medewerkers import mail_uitnodiging_collega
from overstap.jobs.taak import systeem_voor
from tests.wereld import AT, WACHTWOORD, Wereld, regio

NIEUW = "nieuw@klaproos.example"


@pytest.fixture(scope="module")
def begin(samen) -> Wereld:
    return regio()


@pytest.fixture
def wereld(begin: Wereld, opnieuw) -> Wereld:
    return begin


def nodig(wereld: Wereld, email: str = NIEUW, rol: Rol = Rol.LEERKRACHT, groepen: tuple[str, ...] = ()) -> UUID:
    with als(wereld.a.directeur) as by:
        return nodig_uit(naam="Nina Nieuw", email=email, rol=rol, groepen=groepen, by=by, at=AT)


def link_van(wereld: Wereld, uitnodiging_id: UUID) -> Link:
    with als(systeem_voor(wereld.a.id)) as by:
        return link_for(None, sleutel_for(by, Collegauitnodiging.objects.get(id=uitnodiging_id)))


def plek(wie: Actor) -> UUID:
    return Aanstelling.objects.get(account_id=wie.id, organisatie_id=wie.organisatie_id, rol=wie.rol.value).id


def test_a_new_colleague_begins_once_and_is_forgotten_as_an_invitation(wereld: Wereld):
    link = link_van(wereld, nodig(wereld, f" {NIEUW.upper()}", groepen=("8B",)))
    with als(systeem_voor(wereld.a.id)) as by:
        account_id = begin_als_nieuw(link=link, naam="Nina Nieuw", wachtwoord=WACHTWOORD, by=by, at=AT)
        with pytest.raises(NietGevonden):
            begin_als_nieuw(link=link, naam="Nog Eens", wachtwoord=WACHTWOORD, by=by, at=AT)
        [rij] = Collegauitnodiging.objects.all()
    assert Account.objects.get(email=NIEUW).check_password(WACHTWOORD)
    [aanstelling] = aanstellingen_for(None, account_id)
    assert (aanstelling.rol, aanstelling.groepen) == ("leerkracht", ["8B"])
    assert (rij.naam, rij.email, rij.aanstelling_id) == ("", "", aanstelling.id)


def test_only_the_newest_link_works_and_only_until_its_term(wereld: Wereld):
    uitnodiging_id = nodig(wereld)
    oud = link_van(wereld, uitnodiging_id)
    with als(wereld.a.directeur) as by:
        nodig_opnieuw_uit(uitnodiging_id=uitnodiging_id, by=by, at=AT + timedelta(days=3))
    nieuw = link_van(wereld, uitnodiging_id)
    with als(systeem_voor(wereld.a.id)) as by:
        assert aangeboden_for(by, nieuw, AT + GELDIG).id == uitnodiging_id
        for link, wanneer in ((oud, AT), (nieuw, AT + GELDIG + timedelta(days=3))):
            with pytest.raises(NietGevonden):
                aangeboden_for(by, link, wanneer)
    with als(wereld.a.directeur) as by:
        trek_collega_in(uitnodiging_id=uitnodiging_id, by=by, at=AT)
        assert not uitnodigingen_for(by).exists()
    with als(systeem_voor(wereld.a.id)) as by, pytest.raises(NietGevonden):
        aangeboden_for(by, nieuw, AT)
    with pytest.raises(NietGevonden):
        link_for(None, "zelf-verzonnen")


def test_who_has_an_account_adds_the_role_and_the_school_learns_nothing(wereld: Wereld):
    elders = wereld.vo.toelating
    bekend = Account.objects.get(id=elders.id)
    uitnodiging_id = nodig(wereld, bekend.email)
    with als(wereld.a.directeur) as by:
        # As for anybody: the name that was typed, and that an answer is awaited.
        assert uitnodigingen_for(by).get().naam == "Nina Nieuw"
    link = link_van(wereld, uitnodiging_id)
    with als(systeem_voor(wereld.a.id)) as by:
        with pytest.raises(UitnodigingGeweigerd, match="al een account"):
            begin_als_nieuw(link=link, naam="Kaper", wachtwoord="een ander wachtwoord", by=by, at=AT)
        with pytest.raises(UitnodigingGeweigerd, match="ander e-mailadres"):
            neem_uitnodiging_aan(link=link, account_id=wereld.b.leerkracht.id, by=by, at=AT)
        neem_uitnodiging_aan(link=link, account_id=bekend.id, by=by, at=AT)
    assert {rij.organisatie_id for rij in aanstellingen_for(None, bekend.id)} == {wereld.a.id, wereld.vo.id}
    bekend.refresh_from_db()
    assert bekend.check_password(WACHTWOORD)


def test_the_mail_holds_a_link_and_no_names_and_says_who_has_an_account(wereld: Wereld):
    bekend = Account.objects.get(id=wereld.b.leerkracht.id)
    for email, woorden in ((NIEUW, "U kiest een wachtwoord"), (bekend.email, "U heeft al een account")):
        mail.outbox.clear()
        uitnodiging_id = nodig(wereld, email)
        with als(systeem_voor(wereld.a.id)) as by:
            mail_uitnodiging_collega(uitnodiging_id=uitnodiging_id, by=by, at=AT)
        [bericht] = mail.outbox
        assert bericht.to == [email]
        assert woorden in bericht.body
        assert "/account/uitnodiging/?sleutel=" in bericht.body
        for niet in ("Nina", bekend.naam, "Klaproos", "leerkracht", email):
            assert niet not in bericht.body + bericht.subject
    taken = ProcrastinateJob.objects.filter(task_name="medewerker.uitnodiging").values_list("args", flat=True)
    assert {frozenset(args) for args in taken} == {frozenset({"uitnodiging_id", "organisatie_id"})}


def test_only_who_manages_colleagues_invites_and_only_for_the_own_organisation(wereld: Wereld):
    for zonder in (wereld.a.leerkracht, wereld.a.administratie, wereld.vo.zorg, wereld.swv[Rol.SWV_LOKET]):
        with als(zonder) as by, pytest.raises(GeenRecht):
            nodig_uit(naam="Nina", email=NIEUW, rol=Rol.LEERKRACHT, by=by, at=AT)
    uitnodiging_id = nodig(wereld)
    with als(wereld.b.directeur) as by:
        assert not uitnodigingen_for(by).exists()
        assert not Collegauitnodiging.objects.exists()
        for daad in (nodig_opnieuw_uit, trek_collega_in):
            with pytest.raises(NietGevonden):
                daad(uitnodiging_id=uitnodiging_id, by=by, at=AT)
    with als(wereld.vo.toelating) as by:
        nodig_uit(naam="Zoë", email=NIEUW, rol=Rol.ZORGCOORDINATOR, by=by, at=AT)
        with pytest.raises(FunctiePastNiet):
            nodig_uit(naam="Zoë", email=NIEUW, rol=Rol.DIRECTEUR, by=by, at=AT)
    with als(wereld.swv[Rol.SWV_COMMISSIE]) as by:
        nodig_uit(naam="Zoë", email=NIEUW, rol=Rol.SWV_LOKET, by=by, at=AT)


def test_twice_the_same_is_refused_in_words(wereld: Wereld):
    nodig(wereld)
    with pytest.raises(UitnodigingGeweigerd, match="staat al een uitnodiging open"):
        nodig(wereld, NIEUW.upper())
    collega = Account.objects.get(id=wereld.a.leerkracht.id)
    with pytest.raises(UitnodigingGeweigerd, match=f"{collega.naam} werkt hier al"):
        nodig(wereld, collega.email)
    nodig(wereld, collega.email, Rol.INTERN_BEGELEIDER)


def test_another_function_holds_at_once_and_never_for_oneself(wereld: Wereld):
    wie = wereld.a.leerkracht
    with als(wereld.a.directeur) as by:
        nieuw = wijzig_functie(aanstelling_id=plek(wie), rol=Rol.INTERN_BEGELEIDER, by=by, at=AT)
        assert wijzig_functie(aanstelling_id=nieuw, rol=Rol.INTERN_BEGELEIDER, by=by, at=AT) == nieuw
        with pytest.raises(FunctiePastNiet):
            wijzig_functie(aanstelling_id=nieuw, rol=Rol.ZORGCOORDINATOR, by=by, at=AT)
        with pytest.raises(AanstellingGeweigerd, match="eigen functie"):
            wijzig_functie(aanstelling_id=plek(wereld.a.directeur), rol=Rol.LEERKRACHT, by=by, at=AT)
    assert [rij.rol for rij in aanstellingen_for(None, wie.id)] == ["intern_begeleider"]
    with als(wereld.b.directeur) as by, pytest.raises(NietGevonden):
        wijzig_functie(aanstelling_id=nieuw, rol=Rol.LEERKRACHT, by=by, at=AT)


def test_groups_go_to_another_teacher(wereld: Wereld):
    van, naar = (plek(een) for een in wereld.a.mensen.actoren[Rol.LEERKRACHT])
    with als(wereld.a.directeur) as by:
        zet_groepen(aanstelling_id=van, groepen=["8A"], by=by, at=AT)
        draag_groepen_over(van_id=van, naar_id=naar, by=by, at=AT)
        assert Aanstelling.objects.get(id=naar).groepen == ["8A", "8B"]
        for verkeerd in (van, plek(wereld.a.ib)):
            with pytest.raises(AanstellingGeweigerd):
                draag_groepen_over(van_id=van, naar_id=verkeerd, by=by, at=AT)


@pytest.mark.parametrize(
    ("van", "naar", "samen"),
    [(["8A"], ["8B"], ["8A", "8B"]), (["8A"], ["8A"], ["8A"]), ([], ["8B"], []), (["8A"], [], [])],
)
def test_no_groups_is_the_whole_school(van: list[str], naar: list[str], samen: list[str]):
    assert groepen_samen(van, naar) == samen


def test_an_organisation_begins_once(wereld: Wereld):
    with als(systeem_voor(wereld.a.id)) as by, pytest.raises(UitnodigingGeweigerd, match="Anton Brouwers beheert"):
        begin_organisatie(naam="Nina", email=NIEUW, opnieuw=True, by=by, at=AT)
    with als(wereld.a.directeur) as by, pytest.raises(GeenRecht):
        begin_organisatie(naam="Nina", email=NIEUW, opnieuw=False, by=by, at=AT)
