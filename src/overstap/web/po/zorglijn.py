"""What does the basisschool read about a zorgaanmelding that goes to the own system of a samenwerkingsverband (OSO)?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.utils.translation import gettext as _

from overstap.domain.overdrachten.enums import Meldstand
from overstap.domain.overdrachten.rules.lijn import GELUKT
from overstap.domain.zorgroutes.rules.lijn import Lijnadres
from overstap.integrations.oso.draad.aansluiting import aansluiting_uit
from overstap.integrations.oso.draad.uitgave import NIEUWSTE, uitgaven
from overstap.integrations.oso.draad.uitkomst import Uitkomst
from overstap.web.components.jinja.filters import moment

if TYPE_CHECKING:
    from overstap.domain.zorgroutes.models import Zorgroute
    from overstap.domain.zorgroutes.queries import Zorgblad
    from overstap.domain.zorgroutes.queries.lijn import Zorglijn


@dataclass(frozen=True)
class Lijnbeeld:
    """How far it is, as steps for `m.tijdlijn`; `code` is for who must look into it, `proef` says it is no real OSO."""

    stappen: tuple[dict[str, Any], ...]
    code: str
    mag_laten_weten: bool
    nieuwer: bool
    antwoord: str
    antwoord_op: datetime | None
    opgehaald: bool
    proef: bool


def lijnadres(route: Zorgroute) -> Lijnadres | None:
    """Where this route goes over the line; None when its samenwerkingsverband has no system of its own with OSO."""
    aansluiting = aansluiting_uit(settings.OVERSTAP_OSO_AANSLUITING)
    return aansluiting.naar_swv(route.school.brin, route.swv.brin) if aansluiting else None


def lijnbeeld(blad: Zorgblad, nu: datetime) -> Lijnbeeld | None:
    """None of a route that is not offered over the line."""
    if blad.lijn is None:
        return None
    lijn, naam = blad.lijn, blad.route.swv.naam
    aansluiting = aansluiting_uit(settings.OVERSTAP_OSO_AANSLUITING)
    stappen = [_klaargezet(lijn, nu), _gemeld(lijn, naam, nu), *_gevraagd(lijn, nu), _opgehaald(lijn, naam, nu)]
    stappen.append(_stap(_("Teruggekoppeld"), lijn.rij.antwoord_op, nu, _("Lees hierboven wat er kwam."), ""))
    return Lijnbeeld(
        stappen=tuple(_met_nu(stappen)),
        code=_code(lijn),
        mag_laten_weten=not lijn.bezwaar and lijnadres(blad.route) is not None,
        nieuwer=lijn.nieuwer,
        antwoord=lijn.antwoord,
        antwoord_op=lijn.rij.antwoord_op,
        opgehaald=lijn.rij.opgehaald_op is not None,
        proef=aansluiting is None or aansluiting.omgeving != "productie",
    )


def _code(lijn: Zorglijn) -> str:
    """Of what went wrong last; empty when nothing did."""
    if lijn.meldstand is Meldstand.NIET_GELUKT:
        return lijn.rij.meldcode
    return lijn.rij.code if lijn.rij.uitkomst not in {"", GELUKT} else ""


def _klaargezet(lijn: Zorglijn, nu: datetime) -> dict[str, Any]:
    return _stap(
        _("Klaargezet"), lijn.rij.bestand_op, nu,
        _("Het bestand staat klaar. Er staat geen BSN in."), _("Er staat nu geen bestand klaar."),
    )  # fmt: skip


def _gemeld(lijn: Zorglijn, naam: str, nu: datetime) -> dict[str, Any]:
    wie = {"naam": naam}
    if lijn.meldstand is Meldstand.NIET_GELUKT:
        # Given up by the worker, or connected no more: neither has a code of OSO.
        opgegeven = lijn.rij.meldstand == Meldstand.ONDERWEG
        zonder = Uitkomst.TECHNISCH if opgegeven else Uitkomst.NIET_AANGESLOTEN
        uitkomst = uitgaven()[NIEUWSTE].code(lijn.rij.meldcode).betekent if lijn.rij.meldcode else zonder
        tekst = _("%(naam)s leest de zorgaanmelding wel in Overstap.") % wie
        return {"naam": _("Bericht niet aangekomen"), "staat": "fout", "tekst": f"{uitkomst.zin_bij_aanbod} {tekst}"}
    op = lijn.rij.aangeboden_op if lijn.meldstand is Meldstand.ONTVANGEN else None
    klaar = _("Het systeem van %(naam)s weet dat er een bestand klaarstaat.") % wie
    return _stap(_("Bericht gestuurd"), op, nu, klaar, _("Overstap laat het nu weten."))


def _gevraagd(lijn: Zorglijn, nu: datetime) -> list[dict[str, Any]]:
    """That it asked and did not get it; who simply got it shows in the next step."""
    rij = lijn.rij
    if rij.gevraagd_op is None or rij.uitkomst == GELUKT:
        return []
    tekst = Uitkomst(rij.uitkomst).zin_bij_swv
    return [{"naam": _("Opgevraagd"), "staat": "fout", "moment": moment(rij.gevraagd_op, nu), "tekst": tekst}]


def _opgehaald(lijn: Zorglijn, naam: str, nu: datetime) -> dict[str, Any]:
    return _stap(
        _("Opgevraagd en opgehaald"), lijn.rij.opgehaald_op, nu,
        _("Door het systeem van %(naam)s, via OSO.") % {"naam": naam},
        _("Het systeem van %(naam)s haalde het bestand nog niet op.") % {"naam": naam},
    )  # fmt: skip


def _stap(naam: str, op: datetime | None, nu: datetime, klaar: str, wacht: str) -> dict[str, Any]:
    if op is None:
        return {"naam": naam, "staat": "straks", "moment": "", "tekst": wacht}
    return {"naam": naam, "staat": "klaar", "moment": moment(op, nu), "tekst": klaar}


def _met_nu(stappen: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The first step that did not happen yet is the current one, unless something went wrong before it."""
    for stap in stappen:
        if stap["staat"] == "fout":
            break
        if stap["staat"] == "straks":
            stap["staat"] = "nu"
            break
    return stappen
