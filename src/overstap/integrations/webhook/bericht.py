"""What does a message to a program look like, and how does that program know that it comes from us?

As Standard Webhooks says it (webhook-id, webhook-timestamp, webhook-signature), so that suppliers find a library.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

_GEHEIM = "whsec_"


@dataclass(frozen=True)
class Bericht:
    """One message: `nummer` is the same each time it is sent, `over` holds ids only."""

    nummer: UUID
    soort: str
    op: datetime
    over: dict[str, str]

    def inhoud(self) -> bytes:
        """The body, the same to the byte at each try."""
        waarden = {"type": self.soort, "timestamp": self.op.isoformat(), "data": self.over}
        return json.dumps(waarden, separators=(",", ":"), sort_keys=True).encode()


def koppen(bericht: Bericht, geheimen: Sequence[bytes], at: datetime) -> dict[str, str]:
    """The headers of one try: signed with the moment of it, so that an old message cannot be sent again by another.

    With each secret, so that a supplier who changes it takes what is signed with either.
    """
    tijd = str(int(at.timestamp()))
    return {
        "Content-Type": "application/json",
        "User-Agent": "Overstap",
        "webhook-id": str(bericht.nummer),
        "webhook-timestamp": tijd,
        "webhook-signature": " ".join(
            f"v1,{handtekening(str(bericht.nummer), tijd, bericht.inhoud(), geheim)}" for geheim in geheimen
        ),
    }


def handtekening(nummer: str, tijd: str, inhoud: bytes, geheim: bytes) -> str:
    """The signature: HMAC-SHA-256 over id, moment and body."""
    ondertekend = f"{nummer}.{tijd}.".encode() + inhoud
    return base64.b64encode(hmac.new(geheim, ondertekend, hashlib.sha256).digest()).decode()


def schrijf_geheim(geheim: bytes) -> str:
    """The secret as a supplier gets it."""
    return _GEHEIM + base64.b64encode(geheim).decode()
