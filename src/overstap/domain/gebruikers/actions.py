"""Which acts give a colleague an account, and a parent a way in (and take it away)?"""

from __future__ import annotations

import hmac
import secrets
from datetime import datetime
from uuid import UUID

from django.db import transaction

from overstap.domain.gebruikers.models import Account, Ouderaccount
from overstap.domain.gebruikers.rules import ALFABET, CODELENGTE, GELDIG, code_mag_nog, normaliseer_code
from overstap.foundation.access import Actor, Recht
from overstap.foundation.audit.record import record
from overstap.foundation.sleutels.kast import codehash


class CodeOnjuist(Exception):
    """The one answer to a wrong, expired, withdrawn or unknown code: it tells nothing more."""


def maak_account(*, email: str, naam: str, wachtwoord: str | None, by: Actor, at: datetime) -> UUID:
    """Make an account for a colleague; one that is there already stays as it is. Returns the account."""
    by.require(Recht.REGIO_INRICHTEN)
    bekend = Account.objects.filter(email=email.lower()).first()
    if bekend is not None:
        return bekend.id
    account = Account.objects.create_user(email, wachtwoord, naam=naam)
    record("account.gemaakt", by=by, at=at, object_id=account.id)
    return account.id


def geef_code(*, ouderaccount_id: UUID | None, by: Actor, at: datetime) -> tuple[UUID, str]:
    """Make (or renew) a parent's code; returns the ouderaccount and the code, which is shown once."""
    by.require(Recht.OUDERS_UITNODIGEN)
    account = Ouderaccount.objects.select_for_update().get(id=ouderaccount_id) if ouderaccount_id else Ouderaccount()
    code = "".join(secrets.choice(ALFABET) for _ in range(CODELENGTE))
    account.codehash = codehash(str(account.id), code)
    account.pogingen = 0
    account.geldig_tot = at + GELDIG
    account.ingetrokken_op = None
    account.save()
    return account.id, code


def trek_code_in(*, ouderaccount_id: UUID, by: Actor, at: datetime) -> None:
    """Close a parent's way in at once."""
    by.require(Recht.OUDERS_UITNODIGEN)
    Ouderaccount.objects.filter(id=ouderaccount_id).update(ingetrokken_op=at)


def open_met_code(*, ouderaccount_id: UUID, getypt: str, by: None, at: datetime) -> UUID:
    """Check a code typed by a person whom nobody knows yet (`by` is None); raises `CodeOnjuist`.

    A wrong try is counted even though the answer is an error, so counting has its own transaction.
    """
    with transaction.atomic():
        account = Ouderaccount.objects.select_for_update().filter(id=ouderaccount_id).first()
        goed = account is not None and _klopt(account, getypt, at)
        if account is not None:
            # The right code wipes the slate: slips of the pen over weeks must not add up to a lock.
            account.pogingen = 0 if goed else min(account.pogingen + 1, 100)
            account.save(update_fields=["pogingen"])
    if account is None or not goed:
        raise CodeOnjuist
    return account.id


def _klopt(account: Ouderaccount, getypt: str, at: datetime) -> bool:
    mag = code_mag_nog(
        pogingen=account.pogingen, geldig_tot=account.geldig_tot, ingetrokken_op=account.ingetrokken_op, at=at
    )
    verwacht = bytes(account.codehash or b"")
    return mag and hmac.compare_digest(verwacht, codehash(str(account.id), normaliseer_code(getypt)))
