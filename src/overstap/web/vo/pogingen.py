"""How often may an account, and a vo school as a whole, give a code or particulars that lead to nothing?

Five is more than a slip of the pen. A school counts together, so that nobody goes on under the name of a colleague; it
may have more, because a whole front office types in the last week of March. What leads to a report does not count.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from overstap.foundation import teller
from overstap.foundation.access import Actor

MAXIMUM = 5
VAN_DE_SCHOOL = 30
MINUTEN = 15
SECONDEN = MINUTEN * 60


def te_veel(actor: Actor, nu: datetime) -> bool:
    """Must this account, or everybody of this school, wait for the next quarter of an hour?"""
    # First the account, which then tries one at a time: many at once count as many.
    account = teller.vaste_stand(_sleutel("account", actor.persoon_id, nu)) >= MAXIMUM
    return account or teller.stand(_sleutel("school", actor.werkt_bij, nu)) >= VAN_DE_SCHOOL


def tel(actor: Actor, nu: datetime) -> int:
    """Count one that led to nothing; returns how many this account may still try now."""
    teller.tel(_sleutel("school", actor.werkt_bij, nu), SECONDEN)
    return max(0, MAXIMUM - teller.tel(_sleutel("account", actor.persoon_id, nu), SECONDEN))


def wacht(nu: datetime) -> int:
    """How many minutes until the next quarter of an hour, at least one."""
    return max(1, -(-(SECONDEN - int(nu.timestamp()) % SECONDEN) // 60))


def _sleutel(van: str, wie: UUID, nu: datetime) -> str:
    return f"aanmelden:{van}:{wie}:{int(nu.timestamp()) // SECONDEN}"
