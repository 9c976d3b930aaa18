"""Two people changed one answer: how does the page show both, and what did somebody choose?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

from overstap.domain.rapporten.catalogue import Veld, catalogus
from overstap.domain.rapporten.catalogue.typen import Alinea
from overstap.domain.rapporten.snapshot import Inhoud

BEGIN = "begin"
NU, MIJN, BEIDE = "nu", "mijn", "beide"


@dataclass(frozen=True)
class Botsing:
    """One answer that both changed: what stands there now, what this person typed, and whether both can stay."""

    veld: str
    label: str
    nu: str
    mijn: str
    beide: bool


def botsingen(namen: Iterable[str], nu: Inhoud, mijn: Mapping[str, Any]) -> tuple[Botsing, ...]:
    """What the page shows of each of these velden."""
    return tuple(_botsing(catalogus().velden[naam], nu.get(naam), mijn.get(naam)) for naam in namen)


def begin_als_tekst(merken: Mapping[str, str]) -> str:
    """The marks of the answers that a page began with, as one hidden input holds them."""
    return " ".join(f"{naam}:{merk}" for naam, merk in merken.items())


def begin_uit(data: QueryDict) -> dict[str, str] | None:
    """The marks that the page sent; None when it sent none."""
    if BEGIN not in data:
        return None
    paren = (deel.partition(":") for deel in str(data[BEGIN]).split())
    return {naam: merk for naam, _punten, merk in paren}


def gekozen(data: QueryDict, waarden: Mapping[str, Any], nu: Inhoud) -> dict[str, Any]:
    """The answers that were sent, with the choice of who saw both: what stands there now, one's own, or both."""
    return {naam: _keuze(naam, data.get(f"kies-{naam}", MIJN), waarde, nu) for naam, waarde in waarden.items()}


def _keuze(naam: str, keuze: str, mijn: Any, nu: Inhoud) -> Any:
    daar = nu.get(naam)
    if keuze == NU:
        return daar
    if keuze == BEIDE and _is_tekst(catalogus().velden[naam]):
        return "\n\n".join(dict.fromkeys(tekst for tekst in (daar, mijn) if tekst)) or None
    return mijn


def _botsing(veld: Veld, nu: Any, mijn: Any) -> Botsing:
    beide = _is_tekst(veld) and bool(nu) and bool(mijn)
    return Botsing(veld.naam, veld.label, _woorden(veld, nu), _woorden(veld, mijn), beide)


def _is_tekst(veld: Veld) -> bool:
    return isinstance(veld.type, Alinea)


def _woorden(veld: Veld, waarde: Any) -> str:
    return "" if waarde is None else veld.type.tekst(waarde)
