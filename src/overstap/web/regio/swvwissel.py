"""What must somebody know before the region has another samenwerkingsverband?"""

from __future__ import annotations

from re import fullmatch

from django.utils.translation import gettext as _

from overstap.domain.scholen.queries import swv_for
from overstap.domain.scholen.rules.regiobestand import SWVNUMMER
from overstap.domain.scholen.rules.regiowijziging import type_inhoud
from overstap.domain.zorgroutes.queries import ontvangers_for, zorgroutes_lopen_for
from overstap.web.components.verzoek import Verzoek


def te_bevestigen(request: Verzoek, nu: type_inhoud, straks: type_inhoud) -> str:
    """What somebody says yes to before the number changes; empty when the rules refuse it whatever is said."""
    kan = fullmatch(SWVNUMMER, straks["swv"].get("code", ""))
    if not kan or zorgroutes_lopen_for(request.actor, swv_for(request.actor, request.actor.werkt_bij).id):
        return ""
    return wisselzin(request, nu, straks)


def wisselzin(request: Verzoek, nu: type_inhoud, straks: type_inhoud) -> str:
    """What happens when the number changes between these two forms of the region; empty when it stays."""
    oud, nieuw = nu["swv"]["code"], straks["swv"].get("code", "")
    if oud == nieuw:
        return ""
    zin = _("%(nieuw)s is een ander samenwerkingsverband dan %(oud)s. Nieuwe zorgaanmeldingen gaan voortaan daarheen.")
    return " ".join(filter(None, (zin % {"nieuw": nieuw, "oud": oud}, niemand(request, nieuw))))


def niemand(request: Verzoek, code: str) -> str:
    """That nobody is at a samenwerkingsverband yet, and who mends it; empty when somebody is."""
    if ontvangers_for(request.actor, code):
        return ""
    return _(
        "Bij %(code)s kan nog niemand een zorgaanmelding ontvangen: scholen kunnen er dan geen versturen. "
        "Vraag de beheerder van Overstap om het samenwerkingsverband toegang te geven."
    ) % {"code": code}
