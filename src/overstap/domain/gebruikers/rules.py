"""When does a parent's code open the door, and what does a code look like?"""

from __future__ import annotations

from datetime import datetime, timedelta

# Letters and digits that cannot be mistaken for each other on paper or over the phone.
ALFABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
CODELENGTE = 8
GELDIG = timedelta(days=60)
POGINGEN = 5


def normaliseer_code(getypt: str) -> str:
    """What a person typed, without spaces and hyphens and in capitals."""
    return "".join(teken for teken in getypt.upper() if teken.isalnum())


def leesbaar(code: str) -> str:
    """A code in two groups of four, as it stands in the letter."""
    return f"{code[:4]}-{code[4:]}"


def code_mag_nog(*, pogingen: int, geldig_tot: datetime | None, ingetrokken_op: datetime | None, at: datetime) -> bool:
    """May a code still be tried? Not after five wrong ones, past its term or when withdrawn."""
    return pogingen < POGINGEN and ingetrokken_op is None and geldig_tot is not None and at < geldig_tot
