"""How long may a colleague use the link of an invitation, and whose groups go where when a teacher leaves?"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from overstap.foundation.weigering import Weigering

# Long enough for a holiday week; the school can send the link again with one press.
GELDIG = timedelta(days=14)
# An invitation that nobody used, and a request that nobody answered: after a month nobody remembers whom it was about.
BEWAREN = timedelta(days=30)
# More requests at once nobody of that school sent.
HOOGSTENS_VRAGEN = 20


class UitnodigingGeweigerd(Weigering):
    """This invitation cannot be made or used like this."""


def mag_nog(
    *, geldig_tot: datetime, ingetrokken_op: datetime | None, aangenomen_op: datetime | None, at: datetime
) -> bool:
    """May this invitation still be accepted? Not past its term, when withdrawn or when it was used."""
    return ingetrokken_op is None and aangenomen_op is None and at < geldig_tot


def groepen_samen(van: Iterable[str], naar: Iterable[str]) -> list[str]:
    """The groups of a teacher (`naar`) who takes over those of another (`van`).

    No groups is the whole school, so whoever followed the whole school, or takes that over, follows it after.
    """
    van, naar = set(van), set(naar)
    return sorted(van | naar) if van and naar else []
