"""What must somebody know before the region has other samenwerkingsverbanden?"""

from __future__ import annotations

from re import fullmatch

from django.utils.translation import gettext as _

from overstap.domain.scholen.rules.regiobestand import SWVNUMMER
from overstap.domain.scholen.rules.regiowijziging import type_inhoud
from overstap.domain.zorgroutes.queries import naar_swv_lopen_for, ontvangers_for
from overstap.web.components.verzoek import Verzoek


def te_bevestigen(request: Verzoek, nu: type_inhoud, straks: type_inhoud) -> str:
    """What somebody says yes to before a number becomes another; empty when the rules refuse it whatever is said."""
    weg, erbij = _wissel(nu, straks)
    # A school names it, or what was typed is no number: then there is nothing to ask.
    genoemd = any(school.get("swv") in weg for school in straks["scholen"])
    kan = weg and not genoemd and all(fullmatch(SWVNUMMER, code) for code in erbij)
    if not kan or any(naar_swv_lopen_for(request.actor, code) for code in weg):
        return ""
    return wisselzin(request, nu, straks)


def wisselzin(request: Verzoek, nu: type_inhoud, straks: type_inhoud) -> str:
    """What happens when the numbers change between these two forms of the region; empty when they stay."""
    weg, erbij = _wissel(nu, straks)
    zinnen = []
    if len(weg) == len(erbij) == 1:
        zin = _(
            "%(nieuw)s is een ander samenwerkingsverband dan %(oud)s. Nieuwe zorgaanmeldingen gaan voortaan daarheen."
        )
        zinnen.append(zin % {"nieuw": erbij[0], "oud": weg[0]})
    else:
        zin = _("Naar %(code)s kunnen geen nieuwe zorgaanmeldingen meer.")
        zinnen += [zin % {"code": code} for code in weg]
    return " ".join(filter(None, (*zinnen, *(niemand(request, code) for code in erbij))))


def _wissel(nu: type_inhoud, straks: type_inhoud) -> tuple[list[str], list[str]]:
    """(the numbers that go, the numbers that come)."""
    oud, nieuw = nu["swv"], straks["swv"]
    return [code for code in oud if code not in nieuw], [code for code in nieuw if code not in oud]


def niemand(request: Verzoek, code: str) -> str:
    """That nobody is at a samenwerkingsverband yet, and who mends it; empty when somebody is."""
    if ontvangers_for(request.actor, code):
        return ""
    return _(
        "Bij %(code)s kan nog niemand een zorgaanmelding ontvangen: scholen kunnen er dan geen versturen. "
        "Vraag de beheerder van Overstap om het samenwerkingsverband toegang te geven."
    ) % {"code": code}
