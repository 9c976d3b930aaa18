"""How do people read what a region says about a subject, and what differs between two moments?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from overstap.domain.bijlagen.enums import Bijlagesoort
from overstap.domain.rapporten.catalogue import catalogus
from overstap.domain.scholen.enums import Mailsoort, Onderwijs, Organisatiesoort
from overstap.domain.scholen.rules.kalender import MOMENTNAMEN
from overstap.domain.scholen.rules.regiowijziging import type_inhoud
from overstap.domain.zorgroutes.enums import Partij, Routesoort
from overstap.domain.zorgroutes.rules import Inrichting
from overstap.web.components.jinja.filters import datum_jaar
from overstap.web.components.talen import TALEN

_WOORDEN = {
    "reactietermijn_dagen": gettext_lazy("Dagen voor ouders om te reageren"),
    "gegevens_hoogstens_dagen": gettext_lazy("Gegevens hoogstens zoveel dagen oud"),
    "pro_besluit_vragen": gettext_lazy("Besluit vragen bij pro/vmbo-b"),
    "standaard_bijlagesoorten": gettext_lazy("Gaan vanzelf mee"),
    "rapport": gettext_lazy("Kort woord voor het rapport"),
    "rapport_lang": gettext_lazy("Lang woord voor het rapport"),
    "merk": gettext_lazy("Kleur van het merk"),
    "accent": gettext_lazy("Tweede kleur"),
    "code": gettext_lazy("Nummer bij DUO"),
    "naam": gettext_lazy("Naam"),
    "plaats": gettext_lazy("Plaats"),
    "telefoon": gettext_lazy("Telefoon"),
    "email": gettext_lazy("E-mailadres"),
    "bereikbaar": gettext_lazy("Wanneer bereikbaar"),
    "uitleg": gettext_lazy("uitleg"),
    "vragen": gettext_lazy("uw regio vraagt hierom"),
    "brin": gettext_lazy("BRIN"),
    "vestiging": gettext_lazy("vestiging"),
    "soort": gettext_lazy("soort"),
    "straat": gettext_lazy("straat"),
    "huisnummer": gettext_lazy("huisnummer"),
    "postcode": gettext_lazy("postcode"),
    "aanleverpunt": gettext_lazy("aanleverpunt van OSO"),
    "onderwijs": gettext_lazy("onderwijs"),
    "opgegaan_in": gettext_lazy("opgegaan in"),
    "bestuur": gettext_lazy("bestuur"),
    "swv": gettext_lazy("samenwerkingsverband"),
    "laatste_dag": gettext_lazy("laatste dag"),
    "open": gettext_lazy("scholen kunnen dit kiezen"),
    "beslist": gettext_lazy("wie beslist"),
    "commissie": gettext_lazy("gaat langs de commissie"),
    "deskundigen": gettext_lazy("adviezen van deskundigen"),
    "weken": gettext_lazy("weken om te beslissen"),
    **{taal.code: taal.naam for taal in TALEN},
}
_WAARDEN: dict[str, str] = {
    **{soort.value: soort.label for soort in Bijlagesoort},
    **{een.value: een.label for een in Onderwijs},
    **{een.value: een.label for een in Organisatiesoort},
}
_GEEN = "–"


@dataclass(frozen=True)
class Verschil:
    """One line: what it is about, how it was, how it is."""

    wat: str
    van: str
    naar: str


def verschillen(van: type_inhoud, naar: type_inhoud) -> list[Verschil]:
    """Every value that differs between two ways to say a subject, both in the form of the file."""
    oud, nieuw = dict(_plat(van)), dict(_plat(naar))
    namen = list(dict.fromkeys([*oud, *nieuw]))
    return [
        Verschil(naam, oud.get(naam, _GEEN), nieuw.get(naam, _GEEN))
        for naam in namen
        if oud.get(naam, _GEEN) != nieuw.get(naam, _GEEN)
    ]


def als_feiten(deel: type_inhoud) -> list[dict[str, str]]:
    """A subject as pairs for `feiten`."""
    return [{"naam": naam, "waarde": waarde} for naam, waarde in _plat(deel)]


def veldwoord(veld: str) -> str:
    """What one value of a school is called, at the beginning of a line."""
    woord = str(_WOORDEN.get(veld, veld))
    return woord[:1].upper() + woord[1:]


def in_woorden(waarde: object, sleutel: str = "") -> str:
    """One value as people read it."""
    if isinstance(waarde, bool):
        return _("ja") if waarde else _("nee")
    if isinstance(waarde, date):
        return datum_jaar(waarde)
    if isinstance(waarde, list):
        return ", ".join(in_woorden(een, "soort") for een in waarde) or _("geen")
    tekst = str(waarde)
    if sleutel == "beslist":
        return Partij(tekst).label if tekst in set(Partij) else tekst
    return _WAARDEN.get(tekst, tekst) if sleutel in {"soort", "onderwijs"} else tekst


def _plat(deel: Mapping[str, Any], boven: str = "") -> Iterator[tuple[str, str]]:
    for sleutel, waarde in deel.items():
        if sleutel == "swv" and isinstance(waarde, Mapping):
            for code, swv in waarde.items():
                yield from _verband(code, swv)
        elif isinstance(waarde, Mapping):
            yield from _plat(waarde, _kop(sleutel, waarde, boven))
        elif waarde not in (None, ""):
            yield _voor(boven, sleutel), in_woorden(waarde, sleutel)


def _verband(code: str, swv: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    yield from _plat({naam: wat for naam, wat in swv.items() if naam != "routes"}, code)
    # Each route whole: what the file does not say goes as the law says, and that is what people must read.
    for soort in Routesoort:
        yield from _plat(asdict(Inrichting(swv.get("routes", {})).route(soort)), f"{code}, {soort.label}")


def _kop(sleutel: str, waarde: Mapping[str, Any], boven: str) -> str:
    """What stands before the values of a table: the BRIN of a school, a question, or the year."""
    if "brin" in waarde:
        return f"{waarde['brin']} {waarde.get('vestiging', '00')}"
    if sleutel in set(Mailsoort):
        return Mailsoort(sleutel).label
    veld = catalogus().velden.get(sleutel)
    if veld:
        return veld.label
    return sleutel if sleutel[:1].isdigit() else boven


def _voor(boven: str, sleutel: str) -> str:
    woord = str(_WOORDEN.get(sleutel) or MOMENTNAMEN.get(sleutel) or sleutel)
    return f"{boven}: {woord[:1].lower() + woord[1:]}" if boven else woord[:1].upper() + woord[1:]
