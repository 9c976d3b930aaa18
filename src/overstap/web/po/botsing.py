"""Two people changed one answer: how does the page show both, and what did somebody choose?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

from overstap.domain.rapporten.catalogue import Veld, catalogus
from overstap.domain.rapporten.catalogue.typen import Alinea, Groep, Rijen, Veldtype, is_leeg
from overstap.domain.rapporten.snapshot import Inhoud
from overstap.web.components.formulier.invulbaar import eigen_delen

BEGIN = "begin"
NU, MIJN, BEIDE = "nu", "mijn", "beide"
_KIES = "kies-"


@dataclass(frozen=True)
class Botsing:
    """One answer that both changed: what stands there now, what this person typed, and whether both can stay.

    `naam` is that of its input: of a veld, or of one part of a group or row ("thuissituatie-relatie").
    """

    naam: str
    label: str
    nu: str
    mijn: str
    beide: bool


def botsingen(namen: Iterable[str], nu: Inhoud, mijn: Mapping[str, Any]) -> tuple[Botsing, ...]:
    """What the page shows of each of these velden: the answers in it that are not the same."""
    return tuple(
        Botsing(plek.naam, plek.label, _woorden(plek.soort, plek.nu), _woorden(plek.soort, plek.mijn), plek.beide)
        for naam in namen
        for plek in _plekken(catalogus().velden[naam], nu.get(naam), mijn.get(naam))
        if plek.nu != plek.mijn
    )


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
    return {
        naam: _gekozen(data, catalogus().velden[naam], nu.get(naam), mijn) if _koos(data, naam) else mijn
        for naam, mijn in waarden.items()
    }


def _koos(data: QueryDict, naam: str) -> bool:
    """Was something chosen about this veld, or a part of it?"""
    return any(sleutel == f"{_KIES}{naam}" or sleutel.startswith(f"{_KIES}{naam}-") for sleutel in data)


def _gekozen(data: QueryDict, veld: Veld, nu: Any, mijn: Any) -> Any:
    keuzes = {plek.naam: _keuze(plek, data.get(f"{_KIES}{plek.naam}", MIJN)) for plek in _plekken(veld, nu, mijn)}
    if veld.naam in keuzes:
        return keuzes[veld.naam]
    if isinstance(veld.type, Groep):
        return {**(mijn or {}), **_delen(veld.naam, keuzes)} or None
    return tuple({**rij, **_delen(f"{veld.naam}-{nummer}", keuzes)} for nummer, rij in enumerate(mijn))


def _delen(pad: str, keuzes: Mapping[str, Any]) -> dict[str, Any]:
    """The chosen parts directly under this path."""
    return {naam.rpartition("-")[2]: waarde for naam, waarde in keuzes.items() if naam.rpartition("-")[0] == pad}


@dataclass(frozen=True)
class _Plek:
    """One answer about which somebody can choose, as it stands there and as this person sent it."""

    naam: str
    label: str
    soort: Veldtype
    nu: Any
    mijn: Any

    @property
    def beide(self) -> bool:
        """Can both stay? Texts one after the other, and rows that somebody added."""
        return isinstance(self.soort, Alinea | Rijen) and bool(self.nu) and bool(self.mijn)


def _plekken(veld: Veld, nu: Any, mijn: Any) -> Iterator[_Plek]:
    """The parts of a group, of each row when both have the same rows, or else the whole answer."""
    if isinstance(veld.type, Groep):
        yield from _in_groep(veld.naam, veld.label, veld.type, nu or {}, mijn or {})
    elif isinstance(veld.type, Rijen) and len(nu or ()) == len(mijn or ()):
        for nummer, (daar, hier) in enumerate(zip(nu or (), mijn or (), strict=True)):
            label = f"{veld.type.enkelvoud[:1].upper()}{veld.type.enkelvoud[1:]} {nummer + 1}"
            yield from _in_groep(f"{veld.naam}-{nummer}", label, veld.type, daar, hier)
    else:
        yield _Plek(veld.naam, veld.label, veld.type, nu, mijn)


def _in_groep(
    pad: str, label: str, soort: Groep | Rijen, nu: Mapping[str, Any], mijn: Mapping[str, Any]
) -> Iterator[_Plek]:
    for deel in eigen_delen(soort):
        naam = f"{pad}-{deel.naam}"
        yield _Plek(naam, f"{label}: {deel.label}", deel.type, nu.get(deel.naam), mijn.get(deel.naam))


def _keuze(plek: _Plek, keuze: str) -> Any:
    if keuze == NU:
        return plek.nu
    if keuze != BEIDE or not plek.beide:
        return plek.mijn
    if isinstance(plek.soort, Rijen):
        return (*plek.nu, *(rij for rij in plek.mijn if rij not in plek.nu))
    return "\n\n".join(dict.fromkeys((plek.nu, plek.mijn)))


def _woorden(soort: Veldtype, waarde: Any) -> str:
    return "" if is_leeg(waarde) else soort.tekst(waarde)
