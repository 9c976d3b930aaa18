"""Which acts let the colleagues of an organisation come in with its login service, and end that?"""

from __future__ import annotations

from datetime import datetime
from functools import partial
from uuid import uuid4

from allauth.socialaccount.models import SocialAccount
from django.conf import settings
from django.db import transaction

from overstap.domain.gebruikers.actions import eindig_sessies
from overstap.domain.scholen.actions import controleer_geen_oefening
from overstap.domain.scholen.models import Organisatie
from overstap.domain.schoollogins.enums import Schoolloginsoort
from overstap.domain.schoollogins.models import Schoollogin
from overstap.domain.schoollogins.queries import gegevens_for
from overstap.domain.schoollogins.rules import SchoolloginGeweigerd
from overstap.foundation.access import Actor, Recht
from overstap.foundation.audit.record import record
from overstap.foundation.sleutels.kast import Slot, maak_sleutel, vernietig_sleutel


def zet_schoollogin(
    *, soort: Schoolloginsoort, uitgever: str, client_id: str, geheim: str, by: Actor, at: datetime
) -> None:
    """Let colleagues of the own organisation come in with this login service; whether it works, the caller tried.

    An empty `geheim` keeps the one that was there, for the same service. Who was linked stays so while the service
    stays the same; with another everybody links anew. Raises `SchoolloginGeweigerd`.
    """
    by.require(Recht.MEDEWERKERS_BEHEREN)
    controleer_geen_oefening(by=by, at=at)
    vorige = _lopende(by)
    if soort is Schoolloginsoort.ENTREE:
        if not settings.OVERSTAP_ENTREE:
            raise SchoolloginGeweigerd("Entree Federatie is hier niet aangesloten. Kies uw eigen inlogdienst.", "soort")
        uitgever = client_id = ""
    zelfde = vorige is not None and (vorige.soort, vorige.uitgever) == (soort, uitgever)
    if soort is Schoolloginsoort.EIGEN and not geheim:
        if vorige is None or not zelfde or vorige.client_id != client_id:
            raise SchoolloginGeweigerd("Vul het geheim (client secret) in dat uw ICT u gaf.", "geheim")
        geheim = gegevens_for(by, vorige)[2]
    if vorige is not None:
        _sluit(vorige, at)
        if not zelfde:
            _maak_los(by, at)
    rij = Schoollogin(
        id=uuid4(), organisatie_id=by.werkt_bij, soort=soort, uitgever=uitgever, client_id=client_id,
        gemaakt_op=at, gemaakt_door_id=by.persoon_id,
    )  # fmt: skip
    if soort is Schoolloginsoort.EIGEN:
        rij.sleutel_id = maak_sleutel(at=at)
        rij.geheim = Slot(rij.sleutel_id).versleutel(geheim.encode(), f"schoollogin:{rij.id}")
    rij.save(force_insert=True)
    record("schoollogin.gezet", by=by, at=at, object_id=rij.id, soort=soort.value)


def beeindig_schoollogin(*, by: Actor, at: datetime) -> None:
    """Let nobody come in with the login service any more, and end where those who did are inside."""
    by.require(Recht.MEDEWERKERS_BEHEREN)
    vorige = _lopende(by)
    if vorige is None:
        return
    _sluit(vorige, at)
    _maak_los(by, at)
    record("schoollogin.beeindigd", by=by, at=at, object_id=vorige.id)


def noteer_gekoppeld(*, by: Actor, at: datetime) -> None:
    """Write down that somebody who was inside linked the login service to the own account."""
    record("schoollogin.gekoppeld", by=by, at=at, object_id=by.persoon_id)


def ontkoppel(*, by: Actor, at: datetime) -> None:
    """End the link of the own account with the login service of the own organisation; harmless when there is none."""
    weg, _per_tabel = SocialAccount.objects.filter(user_id=by.persoon_id, provider=str(by.werkt_bij)).delete()
    if weg:
        record("schoollogin.ontkoppeld", by=by, at=at, object_id=by.persoon_id)


def _lopende(by: Actor) -> Schoollogin | None:
    """The one that runs; two who change it at once wait for each other."""
    Organisatie.objects.select_for_update().get(id=by.werkt_bij)
    return Schoollogin.objects.filter(organisatie_id=by.werkt_bij, beeindigd_op=None).first()


def _sluit(rij: Schoollogin, at: datetime) -> None:
    rij.beeindigd_op = at
    rij.save(update_fields=["beeindigd_op"])
    if rij.sleutel_id:
        transaction.on_commit(partial(vernietig_sleutel, rij.sleutel_id, at=at))


def _maak_los(by: Actor, at: datetime) -> None:
    """Who is linked is so no longer, and comes in anew; who does this now stays inside."""
    gekoppeld = SocialAccount.objects.filter(provider=str(by.werkt_bij))
    for account_id in list(gekoppeld.values_list("user_id", flat=True)):
        if account_id != by.persoon_id:
            eindig_sessies(account_id=account_id, by=by, at=at)
    gekoppeld.delete()
