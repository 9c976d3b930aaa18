"""Does a request for an account reach who manages the colleagues, is the list confirmed once a year, and stays one?"""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from django.core import mail
from django.core.mail import EmailMessage
from procrastinate.contrib.django.models import ProcrastinateJob

from overstap.domain.gebruikers.models import Account
from overstap.domain.medewerkers.actions import (
    begin_organisatie,
    bevestig_medewerkers,
    nodig_uit,
    ruim_uitnodigingen_op,
    vraag_account,
    wijs_vraag_af,
    wijzig_functie,
)
from overstap.domain.medewerkers.models import Collegauitnodiging
from overstap.domain.medewerkers.queries import controle_for, vragen_for
from overstap.domain.medewerkers.rules import BEWAREN, GELDIG, HOOGSTENS_VRAGEN, UitnodigingGeweigerd
from overstap.domain.scholen.actions import AanstellingGeweigerd, eindig_aanstelling, stel_aan
from overstap.domain.scholen.models import Aanstelling
from overstap.foundation.access import GeenRecht, NietGevonden, Rol
from overstap.foundation.rls import als
from overstap.jobs.medewerkers import mail_accountvraag
from overstap.jobs.opruimen import ruim_collegas_op
from overstap.jobs.taak import systeem_voor
from tests.wereld import AT, Wereld, regio

VERA = "vera@klaproos.example"


@pytest.fixture(scope="module")
def begin(samen) -> Wereld:
    return regio()


@pytest.fixture
def wereld(begin: Wereld, opnieuw) -> Wereld:
    return begin


def vraag(wereld: Wereld, email: str = VERA) -> None:
    with als(systeem_voor(wereld.a.id)) as by:
        vraag_account(naam="Vera Vraag", email=email, by=by, at=AT)


def vragen(wereld: Wereld) -> list[str]:
    with als(wereld.a.directeur) as by:
        return list(vragen_for(by).values_list("email", flat=True))


def test_a_request_waits_for_the_directeur_and_an_invitation_answers_it(wereld: Wereld):
    vraag(wereld, f" {VERA.upper()} ")
    vraag(wereld)
    assert vragen(wereld) == [VERA]
    with als(wereld.b.directeur) as by:
        assert not vragen_for(by).exists()
    with als(wereld.a.directeur) as by:
        nodig_uit(naam="Vera Vraag", email=VERA, rol=Rol.LEERKRACHT, by=by, at=AT)
    assert vragen(wereld) == []
    # Who is invited, or works there, asks for nothing new; and nobody fills a list without end.
    vraag(wereld)
    vraag(wereld, Aanstelling.objects.get(account_id=wereld.a.leerkracht.id).account.email)
    assert vragen(wereld) == []
    for nummer in range(HOOGSTENS_VRAGEN + 1):
        vraag(wereld, f"vera{nummer}@klaproos.example")
    assert len(vragen(wereld)) == HOOGSTENS_VRAGEN


def test_who_may_judge_it_gets_one_mail_without_a_name(wereld: Wereld):
    def gevraagd() -> list[dict[str, str]]:
        rijen = ProcrastinateJob.objects.filter(task_name="medewerker.gevraagd").order_by("id")
        return list(rijen.values_list("args", flat=True))

    def mail_nu() -> list[EmailMessage]:
        mail.outbox.clear()
        with als(systeem_voor(wereld.a.id)) as by:
            mail_accountvraag(vraag_id=UUID(gevraagd()[-1]["vraag_id"]), by=by, at=AT)
        return list(mail.outbox)

    vraag(wereld)
    vraag(wereld, "nina@klaproos.example")
    # The second one waits beside the first: nobody fills a mailbox by asking.
    [ids] = gevraagd()
    assert ids.keys() == {"vraag_id", "organisatie_id"}
    [bericht] = mail_nu()
    assert bericht.to == [Account.objects.get(id=wereld.a.directeur.id).email]
    assert "/medewerkers/" in bericht.body
    for niet in ("Vera", VERA, "Klaproos", "nina"):
        assert niet not in bericht.body + bericht.subject
    with als(wereld.a.directeur) as by:
        for een in vragen_for(by):
            wijs_vraag_af(vraag_id=een.id, by=by, at=AT)
    assert mail_nu() == []
    vraag(wereld, "later@klaproos.example")
    assert len(gevraagd()) == 2


def test_a_request_is_thrown_away_by_who_may_only(wereld: Wereld):
    vraag(wereld)
    with als(wereld.a.directeur) as by:
        een = vragen_for(by).get().id
    with als(wereld.a.leerkracht) as by, pytest.raises(GeenRecht):
        wijs_vraag_af(vraag_id=een, by=by, at=AT)
    with als(wereld.b.directeur) as by, pytest.raises(NietGevonden):
        wijs_vraag_af(vraag_id=een, by=by, at=AT)
    with als(wereld.a.directeur) as by:
        wijs_vraag_af(vraag_id=een, by=by, at=AT)
    assert vragen(wereld) == []


def test_what_nobody_answered_is_forgotten_after_a_month(wereld: Wereld):
    vraag(wereld)
    with als(wereld.a.directeur) as by:
        nodig_uit(naam="Nina Nieuw", email="nina@klaproos.example", rol=Rol.LEERKRACHT, by=by, at=AT)
    assert ruim_collegas_op(AT + BEWAREN) == 0
    assert ruim_collegas_op(AT + BEWAREN + timedelta(seconds=1)) == 1
    assert ruim_collegas_op(AT + GELDIG + BEWAREN + timedelta(seconds=1)) == 1
    with als(wereld.a.directeur) as by:
        rij = Collegauitnodiging.objects.get()
        assert (rij.naam, rij.email) == ("", "")
        with pytest.raises(GeenRecht):
            ruim_uitnodigingen_op(by=by, at=AT)


def test_the_list_is_confirmed_once_for_a_school_year(wereld: Wereld):
    with als(wereld.a.directeur) as by:
        assert controle_for(by, "2026-2027") is None
        bevestig_medewerkers(schooljaar="2026-2027", by=by, at=AT)
        bevestig_medewerkers(schooljaar="2026-2027", by=by, at=AT + timedelta(days=1))
        controle = controle_for(by, "2026-2027")
        assert controle is not None
        assert (controle.door_id, controle.bevestigd_op) == (by.id, AT)
        assert controle_for(by, "2027-2028") is None
    with als(wereld.b.directeur) as by:
        assert controle_for(by, "2026-2027") is None
    with als(wereld.a.leerkracht) as by, pytest.raises(GeenRecht):
        bevestig_medewerkers(schooljaar="2026-2027", by=by, at=AT)


def test_one_who_manages_the_colleagues_stays_and_a_successor_comes_by_the_command_line(wereld: Wereld):
    directeur = Aanstelling.objects.get(account_id=wereld.a.directeur.id, rol=Rol.DIRECTEUR.value)
    with als(systeem_voor(wereld.a.id)) as by:
        tweede_id = stel_aan(
            account_id=wereld.a.leerkracht.id, organisatie_id=wereld.a.id, rol=Rol.DIRECTEUR, by=by, at=AT
        )
        with pytest.raises(UitnodigingGeweigerd):
            begin_organisatie(naam="Op Volger", email="op@klaproos.example", opnieuw=False, by=by, at=AT)
        begin_organisatie(naam="Op Volger", email="op@klaproos.example", opnieuw=False, opvolger=True, by=by, at=AT)
    with als(wereld.a.directeur) as by:
        eindig_aanstelling(aanstelling_id=tweede_id, by=by, at=AT)
    # The second one, who was about to end the first one at the same moment.
    with als(wereld.a.directeur) as by:
        ander = type(by)(rol=Rol.DIRECTEUR, id=wereld.a.leerkracht.id, organisatie_id=wereld.a.id)
        with pytest.raises(AanstellingGeweigerd, match="opvolger"):
            eindig_aanstelling(aanstelling_id=directeur.id, by=ander, at=AT)
        with pytest.raises(AanstellingGeweigerd, match="opvolger"):
            wijzig_functie(aanstelling_id=directeur.id, rol=Rol.LEERKRACHT, by=ander, at=AT)
