"""Which acts give a colleague an account, and a parent or a guest a way in (and take it away)?"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction

from overstap.domain.gebruikers.models import Account, Gastcode, Ouderaccount, Sessie, Toegangscode
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


def maak_oefenaccount(*, naam: str, by: Actor, at: datetime) -> UUID:
    """The account of an invented person of this name, with whom colleagues practise; nobody ever logs in with it."""
    by.require(Recht.REGIO_INRICHTEN)
    email = f"{hashlib.sha256(naam.encode()).hexdigest()[:16]}@oefenschool.invalid"
    account, nieuw = Account.objects.get_or_create(email=email, defaults={"naam": naam, "is_active": False})
    if nieuw:
        account.set_unusable_password()
        account.save(update_fields=["password"])
        record("account.gemaakt", by=by, at=at, object_id=account.id, oefenen=True)
    return account.id


def geef_code(*, ouderaccount_id: UUID | None, by: Actor, at: datetime, oefening: bool = False) -> tuple[UUID, str]:
    """Make (or renew) a parent's code; returns the ouderaccount and the code, which is shown once.

    With `oefening` it is of a parent whom somebody invented to practise with, which the pages say.
    """
    by.require(Recht.OUDERS_UITNODIGEN)
    if ouderaccount_id is None:
        account = Ouderaccount(oefening=oefening)
    else:
        account = Ouderaccount.objects.select_for_update().get(id=ouderaccount_id)
    code = _zet_code(account, at + GELDIG)
    # Whether it is of an invented parent never changes, and nobody who serves people may change it.
    velden = ["codehash", "pogingen", "geldig_tot", "ingetrokken_op"] if ouderaccount_id else None
    account.save(update_fields=velden)
    return account.id, code


def trek_code_in(*, ouderaccount_id: UUID, by: Actor, at: datetime) -> None:
    """Close a parent's way in at once."""
    by.require(Recht.OUDERS_UITNODIGEN)
    Ouderaccount.objects.filter(id=ouderaccount_id).update(ingetrokken_op=at)


def maak_gast(*, naam: str, mail: str, by: Actor, at: datetime) -> Account:
    """Make the account of a guest, who has no password and no code yet (`geef_gastcode`)."""
    by.require(Recht.GAST_UITNODIGEN)
    account_id = uuid4()
    # An address of nobody (RFC 2606): who is a guest may have an account with the own address, or be a guest twice.
    gast = Account.objects.create_user(
        f"{account_id}@gast.invalid", None, id=account_id, naam=naam, gastmail=mail, is_active=False
    )
    Gastcode.objects.create(account=gast)
    record("account.gemaakt", by=by, at=at, object_id=gast.id, gast=True)
    return gast


def geef_gastcode(*, account_id: UUID, geldig_tot: datetime, by: Actor, at: datetime) -> str:
    """Give a guest a (new) code, until a moment; the old one stops at once. It is shown once."""
    by.require(Recht.GAST_UITNODIGEN)
    toegang = Gastcode.objects.select_for_update().get(account_id=account_id)
    code = _zet_code(toegang, geldig_tot)
    toegang.save(update_fields=["codehash", "pogingen", "geldig_tot", "ingetrokken_op"])
    return code


def wijzig_gastmail(*, account_id: UUID, mail: str, by: Actor, at: datetime) -> None:
    """The mail of a guest goes to this address from now on; `at` is when, for who calls it as an act."""
    by.require(Recht.GAST_UITNODIGEN)
    del at
    Account.objects.filter(id=account_id, gastmail__gt="").update(gastmail=mail)


def trek_gastcode_in(*, account_id: UUID, by: Actor, at: datetime) -> None:
    """Close a guest's way in at once, also for who is inside."""
    by.require(Recht.GAST_UITNODIGEN)
    Gastcode.objects.filter(account_id=account_id).update(ingetrokken_op=at)


def open_met_code(*, ouderaccount_id: UUID, getypt: str, by: None, at: datetime) -> UUID:
    """Check a code typed by a parent whom nobody knows yet (`by` is None); raises `CodeOnjuist`."""
    return _open(Ouderaccount, ouderaccount_id, getypt, at)


def open_als_gast(*, gastcode_id: UUID, getypt: str, by: None, at: datetime) -> UUID:
    """The same for a guest."""
    return _open(Gastcode, gastcode_id, getypt, at)


def eindig_sessies(
    *, account_id: UUID, by: Actor, at: datetime, alleen: UUID | None = None, behalve: str | None = None
) -> int:
    """End where somebody is logged in, at once; returns how many. All, `alleen` this one, or all `behalve` this key.

    Everybody may do it to oneself; to others who manages the colleagues, and the command line.
    """
    if by.id != account_id and not by.mag(Recht.REGIO_INRICHTEN):
        by.require(Recht.MEDEWERKERS_BEHEREN)
    sessies = Sessie.objects.filter(account_id=account_id).exclude(session_key=behalve)
    sessies = sessies.filter(nummer=alleen) if alleen else sessies
    aantal, _per_tabel = sessies.delete()
    if aantal:
        record("account.sessies_beeindigd", by=by, at=at, object_id=account_id, aantal=aantal)
    return aantal


def _zet_code(account: Toegangscode, geldig_tot: datetime) -> str:
    code = "".join(secrets.choice(ALFABET) for _ in range(CODELENGTE))
    account.codehash = codehash(str(account.id), code)
    account.pogingen = 0
    account.geldig_tot = geldig_tot
    account.ingetrokken_op = None
    return code


def _open(soort: type[Ouderaccount | Gastcode], toegang_id: UUID, getypt: str, at: datetime) -> UUID:
    """A wrong try is counted even though the answer is an error, so counting has its own transaction."""
    with transaction.atomic():
        account = soort.objects.select_for_update().filter(id=toegang_id).first()
        goed = account is not None and _klopt(account, getypt, at)
        if account is not None:
            # The right code wipes the slate: slips of the pen over weeks must not add up to a lock.
            account.pogingen = 0 if goed else min(account.pogingen + 1, 100)
            account.save(update_fields=["pogingen"])
    if account is None or not goed:
        raise CodeOnjuist
    return account.id


def _klopt(account: Toegangscode, getypt: str, at: datetime) -> bool:
    mag = code_mag_nog(
        pogingen=account.pogingen, geldig_tot=account.geldig_tot, ingetrokken_op=account.ingetrokken_op, at=at
    )
    verwacht = bytes(account.codehash or b"")
    return mag and hmac.compare_digest(verwacht, codehash(str(account.id), normaliseer_code(getypt)))
