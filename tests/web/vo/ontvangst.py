"""What came in at the invented vo school, made by the real acts; and the people who work there."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.test import Client

from overstap.domain.adviezen.enums import Niveau, Toetsadvies
from overstap.foundation.access import Actor, Rol
from tests.wereld import Geval, Wereld, dagen_terug, kind, maak_pdf_nu, zet_oso_nu_klaar

MENING = "Wij vinden dat Deniz méér kan.\n\nHet advies is te laag, zeggen wij <b>eerlijk</b>."


def medewerker(organisatie_id: UUID, rol: Rol, naam: str) -> Actor:
    """One more person who works somewhere, in any role."""
    from overstap.domain.gebruikers.models import Account
    from overstap.domain.scholen.models import Aanstelling
    from overstap.foundation.rls import als

    account = Account.objects.create_user(f"{naam.split(maxsplit=1)[0].lower()}@elders.voorbeeld.nl", None, naam=naam)
    with als(Actor(Rol.DIRECTEUR, None, organisatie_id)):
        Aanstelling.objects.create(account=account, organisatie_id=organisatie_id, rol=rol)
    return Actor(rol, account.id, organisatie_id)


def client_van(actor: Actor) -> Client:
    """A browser in which this colleague is logged in."""
    from overstap.domain.gebruikers.models import Account

    client = Client()
    client.force_login(Account.objects.get(id=actor.id))
    return client


def client_van_ouder(ouder_id: UUID) -> Client:
    """A browser in which this parent is inside."""
    from overstap.domain.gebruikers.queries import codemerk_for
    from overstap.web.components.actor import OUDER_CODEMERK, OUDER_SLEUTEL

    client = Client()
    sessie = client.session
    sessie[OUDER_SLEUTEL], sessie[OUDER_CODEMERK] = str(ouder_id), codemerk_for(None, ouder_id)
    sessie.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = sessie.session_key
    return client


def met_alles(wereld: Wereld, *, nummer: int = 0, bestanden: bool = True) -> Geval:
    """A pupil who was sent with two attachments and a zienswijze; with `bestanden` the worker did its part too."""
    bijzonder = frozenset({"dyslexie"})
    geval = Geval(kind(nummer, bijzonder=bijzonder), wereld.a.mensen, wereld.vo.mensen, advies=Niveau.VMBO_GT_HAVO)
    wereld._volgende = max(wereld._volgende, nummer + 1)
    geval.importeer(dagen_terug(40), wereld.a.gelezen(nummer, met_stukken=True, bijzonder=bijzonder))
    geval.vul_in(dagen_terug(30))
    geval.geef_vrij(dagen_terug(29), dagen_terug(30).date())
    geval.geef_voorlopig(dagen_terug(28))
    geval.leg_toets_vast(Toetsadvies.VMBO_GT_HAVO, dagen_terug(26).date(), dagen_terug(24))
    geval.geef_definitief(dagen_terug(22))
    geval.nodig_uit(dagen_terug(20))
    for ouder in range(len(geval.ouders)):
        geval.teken(ouder, dagen_terug(18))
    geval.geef_zienswijze(0, MENING, dagen_terug(17))
    geval.maak_definitief(dagen_terug(15))
    geval.meld_aan(dagen_terug(12))
    geval.verstuur(dagen_terug(10))
    if bestanden:
        maak_pdf_nu(geval)
        zet_oso_nu_klaar(geval)
    return geval
