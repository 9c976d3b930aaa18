"""How often may an account, and a vo school as a whole, give a code or particulars that lead to nothing?

Five is more than a slip of the pen. A school counts together, so that nobody goes on under the name of a colleague; it
may have more, because a whole front office types in the last week of March. What leads to a report does not count.
"""

from __future__ import annotations

from datetime import datetime
from math import ceil

from overstap.foundation import teller
from overstap.foundation.access import Actor

MAXIMUM = 5
VAN_DE_SCHOOL = 30
MINUTEN = 15
SECONDEN = MINUTEN * 60


def te_veel(actor: Actor, nu: datetime) -> bool:
    """Must this account, or everybody of this school, wait?"""
    # First the account, which then tries one at a time: many at once count as many.
    account = teller.vaste_stand(_account(actor), nu) >= MAXIMUM
    return account or teller.stand(_school(actor), nu) >= VAN_DE_SCHOOL


def tel(actor: Actor, nu: datetime) -> int:
    """Count one that led to nothing; returns how many this account may still try now."""
    teller.tel(_school(actor), SECONDEN, nu)
    return max(0, MAXIMUM - teller.tel(_account(actor), SECONDEN, nu))


def wacht(actor: Actor, nu: datetime) -> int:
    """How many minutes until this account may try again, at least one."""
    vol = [
        tot
        for sleutel, hoogstens in ((_account(actor), MAXIMUM), (_school(actor), VAN_DE_SCHOOL))
        if teller.stand(sleutel, nu) >= hoogstens and (tot := teller.vergeten_op(sleutel, nu))
    ]
    seconden = max(((tot - nu).total_seconds() for tot in vol), default=0)
    return max(1, ceil(seconden / 60))


def _account(actor: Actor) -> str:
    return f"aanmelden:account:{actor.persoon_id}"


def _school(actor: Actor) -> str:
    return f"aanmelden:school:{actor.werkt_bij}"
