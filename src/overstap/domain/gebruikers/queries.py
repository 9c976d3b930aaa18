"""With which code may a parent or a guest be inside now, and in which browsers is a colleague?"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from overstap.domain.gebruikers.models import Account, Gastcode, Ouderaccount, Sessie
from overstap.domain.gebruikers.rules import code_mag_nog
from overstap.foundation.access import Actor
from overstap.foundation.vaste_vraag import VasteVraag

_ACCOUNT = VasteVraag(lambda account_id: Account.objects.filter(id=account_id))
_OUDER = VasteVraag(lambda ouderaccount_id: Ouderaccount.objects.filter(id=ouderaccount_id))


def account_for(actor: None, account_id: UUID) -> Account | None:
    """The account of a session, also one that was closed since; read before anybody is known."""
    del actor
    return _ACCOUNT.een(account_id)


def codemerk_for(actor: None, ouderaccount_id: UUID) -> str:
    """A mark of the newest code of a parent, empty when there is none; read before anybody is known.

    It tells one code from the next, and is of no use at the door. Past its term or withdrawn a code keeps its
    mark: the term says how long one may come in, and toegang says who may read.
    """
    del actor
    rij = _OUDER.een(ouderaccount_id)
    return _merk(rij.codehash if rij else None)


def is_oefenouder_for(actor: None, ouderaccount_id: UUID) -> bool:
    """Is this a parent whom somebody invented to practise with? Read before anybody is known; unknown is no."""
    del actor
    rij = _OUDER.een(ouderaccount_id)
    return rij is not None and rij.oefening


def gast_for(actor: None, gastcode_id: UUID, at: datetime) -> tuple[UUID, str] | None:
    """(account, mark of the newest code) of a guest whose invitation still runs; read before anybody is known.

    Withdrawn or past its term there is none, also for who is inside: the vo school answers for what happens here.
    """
    del actor
    rij = Gastcode.objects.filter(id=gastcode_id).first()
    # How many wrong codes somebody else typed is no affair of who is inside.
    if rij is None or not code_mag_nog(pogingen=0, geldig_tot=rij.geldig_tot, ingetrokken_op=rij.ingetrokken_op, at=at):
        return None
    return rij.account_id, _merk(rij.codehash)


def gastcode_for(actor: Actor, account_id: UUID) -> UUID | None:
    """What stands in the link of a guest, or None for a colleague with an account of the own."""
    return Gastcode.objects.filter(account_id=account_id).values_list("id", flat=True).first()


def sessies_for(actor: Actor | None, account_id: UUID, sinds: datetime) -> QuerySet[Sessie]:
    """The browsers in which this person is inside and did something since a moment; the newest first.

    Only for that person: the page passes who is logged in, who may have no role anywhere (`actor` is None).
    """
    del actor
    return Sessie.objects.filter(account_id=account_id, laatst_op__gt=sinds).order_by("-laatst_op", "nummer")


def _merk(codehash: bytes | memoryview | None) -> str:
    return bytes(codehash or b"")[:8].hex()
