"""Which organisations have a login service, with what, and who is linked to it?"""

from __future__ import annotations

from uuid import UUID

from allauth.socialaccount.models import SocialAccount
from django.conf import settings
from django.db.models import QuerySet

from overstap.domain.scholen.models import Aanstelling, Organisatie
from overstap.domain.schoollogins.enums import Schoolloginsoort
from overstap.domain.schoollogins.models import Schoollogin
from overstap.foundation.access import Actor, Recht
from overstap.foundation.sleutels.kast import Slot, codehash


def schoollogin_for(actor: Actor | None, organisatie_id: UUID) -> Schoollogin | None:
    """The login service of an organisation, or None; asked before anybody is known, so `actor` may be None.

    Entree Federatie is none where this server has no connection to it (any more).
    """
    del actor
    rij = Schoollogin.objects.filter(organisatie_id=organisatie_id, beeindigd_op=None).select_related("organisatie")
    schoollogin = rij.first()
    if schoollogin and schoollogin.soort == Schoolloginsoort.ENTREE and not settings.OVERSTAP_ENTREE:
        return None
    return schoollogin


def met_schoollogin_for(actor: Actor | None) -> QuerySet[Organisatie]:
    """The organisations whose colleagues may come in with a login service: public, as it stands on the login page."""
    del actor
    lopend = Schoollogin.objects.filter(beeindigd_op=None)
    lopend = lopend if settings.OVERSTAP_ENTREE else lopend.exclude(soort=Schoolloginsoort.ENTREE)
    return Organisatie.objects.filter(id__in=lopend.values("organisatie_id")).order_by("naam", "plaats")


def gegevens_for(actor: Actor | None, schoollogin: Schoollogin) -> tuple[str, str, str]:
    """(issuer, client id, secret) with which Overstap makes itself known to a login service."""
    del actor
    if schoollogin.soort == Schoolloginsoort.ENTREE:
        entree: tuple[str, str, str] | None = settings.OVERSTAP_ENTREE
        assert entree is not None, "schoollogin_for gives none of Entree then"
        return entree
    assert schoollogin.sleutel_id is not None
    assert schoollogin.geheim is not None
    ruw = Slot(schoollogin.sleutel_id).ontsleutel(schoollogin.geheim, f"schoollogin:{schoollogin.id}")
    return schoollogin.uitgever, schoollogin.client_id, ruw.decode()


def kenmerk_for(actor: Actor | None, organisatie_id: UUID, uitgever: str, wie: str) -> str:
    """By what we know somebody whom a login service recognised: a keyed hash, bound to organisation and service."""
    del actor
    return codehash(f"schoollogin:{organisatie_id}:{uitgever}", wie).hex()


def werkt_bij_for(actor: Actor | None, account_id: UUID, organisatie_id: UUID) -> bool:
    """Has this account a function at this organisation now? Asked at the door, before there is an actor."""
    del actor
    return Aanstelling.objects.filter(account_id=account_id, organisatie_id=organisatie_id, tot=None).exists()


def is_gekoppeld_for(actor: Actor) -> bool:
    """Did this colleague link the login service of the organisation where this person works now?"""
    return bool(SocialAccount.objects.filter(user_id=actor.persoon_id, provider=str(actor.werkt_bij)).exists())


def aantal_gekoppeld_for(actor: Actor) -> int:
    """How many colleagues of the own organisation linked its login service."""
    actor.require(Recht.MEDEWERKERS_BEHEREN)
    return int(SocialAccount.objects.filter(provider=str(actor.werkt_bij)).count())
