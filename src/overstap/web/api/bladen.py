"""Which page of a list does a program ask, and what does the list say of itself?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any, TypeVar

from ninja import Query

PER_BLADZIJDE = 50
_HOOGSTE = 10_000

Rij = TypeVar("Rij")
Bladzijde = Annotated[int, Query(1, ge=1, le=_HOOGSTE, description="Welke bladzijde van de lijst.")]


def bladzijde(alle: Sequence[Rij], gevraagd: int, per: int = PER_BLADZIJDE) -> tuple[Sequence[Rij], dict[str, Any]]:
    """The rows of a page and what stands around them; past the last page it is the last one."""
    rond = rondom(len(alle), gevraagd, per)
    begin = (rond["pagina"] - 1) * per
    return alle[begin : begin + per], rond


def rondom(totaal: int, gevraagd: int, per: int) -> dict[str, int]:
    """What a list says of itself."""
    paginas = max(1, -(-totaal // per))
    return {"totaal": totaal, "pagina": min(gevraagd, paginas), "paginas": paginas}
