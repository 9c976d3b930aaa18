"""When does a parent's code open the door, and what does a code look like?"""

from __future__ import annotations

from datetime import datetime, timedelta
from unicodedata import digit
from uuid import UUID

# Letters and digits that cannot be mistaken for each other on paper or over the phone.
ALFABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
CODELENGTE = 8
# Who types with a Ukrainian keyboard sees the right letter, but sends another one.
_LIJKT_OP = str.maketrans("АВСЕНКМРТХУ", "ABCEHKMPTXY")
GELDIG = timedelta(days=60)
POGINGEN = 5


def normaliseer_code(getypt: str) -> str:
    """What a person typed, in capitals without spaces and hyphens; digits of an Arabic keyboard are digits too."""
    getypt = getypt.upper().translate(_LIJKT_OP)
    return "".join(str(digit(teken, teken)) for teken in getypt if teken.isalnum())


def leesbaar(code: str) -> str:
    """A code in two groups of four, as it stands in the letter."""
    return f"{code[:4]}-{code[4:]}"


def mailnummer(ouderaccount_id: UUID) -> str:
    """Four digits in every mail, in the letter with the code and above the field for that code; they name nobody.

    A parent of two pupils sees by them which mail and which code belong together.
    """
    return f"{ouderaccount_id.int % 10_000:04}"


def code_mag_nog(*, pogingen: int, geldig_tot: datetime | None, ingetrokken_op: datetime | None, at: datetime) -> bool:
    """May a code still be tried? Not after five wrong ones, past its term or when withdrawn."""
    return pogingen < POGINGEN and ingetrokken_op is None and geldig_tot is not None and at < geldig_tot
