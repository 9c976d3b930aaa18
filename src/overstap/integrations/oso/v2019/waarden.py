"""How does the text of one OSO element become a value of the catalogue, and how does it become text again?"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

from overstap.domain.adviezen.enums import Aanbieder, Niveau, Referentieniveau, Toetsdomein
from overstap.domain.rapporten.catalogue.typen import (
    Keuze,
    Meerkeuze,
    Veldtype,
    schoon,
    type_waarde,
)
from overstap.integrations.oso.v2019.structuur import VELD, Pad, type_van

type_lees = Callable[[str], type_waarde]
type_schrijf = Callable[[type_waarde], str | None]


class OnbekendeCode(ValueError):
    """The code is not in its list (or the list of this year has no code for the value)."""


_DATUM = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(Z|[+-][0-9]{2}:[0-9]{2})?")
_GEHEEL = re.compile(r"[+-]?[0-9]{1,18}")
_DECIMAAL = re.compile(r"[+-]?([0-9]{1,40}(\.[0-9]{0,20})?|\.[0-9]{1,20})")
_JANEE = {"true": True, "1": True, "false": False, "0": False}

# OSO says 1 = vrouw and 2 = man, the other way round than ISO 5218 and than the toetsketen.
_CODES: Mapping[str, Mapping[str, type_waarde]] = {
    "geslacht": {"0": "onbekend", "1": "vrouw", "2": "man"},
    "niveau": {niveau.code: niveau.value for niveau in Niveau},
    "toetsaanbieder": {toets.oso_code: toets.value for toets in Aanbieder if toets.oso_code}
    | {"0014": "0014", "0016": "0016"},
    "referentieniveau": {niveau.oso_code: niveau.value for niveau in Referentieniveau},
    "toetsonderdeel": {"8000": "taal", "8001": "rekenen"},
    "toetsdomein": {domein.oso_code: domein.value for domein in Toetsdomein if domein.oso_code.startswith("805")},
    "jn": {"J": True, "N": False},
}
CODES: Mapping[str, Mapping[str, type_waarde]] = {
    **_CODES,
    "advies": _CODES["niveau"],
    "wens": _CODES["niveau"],
}

# The lists of paths that are no veld, as far as no rule looks at them.
_VASTE_LIJSTEN: Mapping[str, tuple[str, ...]] = {
    "37": ("Ja", "Nee", "Onbekend"),
    "43": ("G",),
    "48": ("VERPLICHT", "OPTIONEEL", "VERBODEN", "OPT-UIT"),
}


def lees_datum(tekst: str) -> date:
    """An xs:date as a day; a time zone is admitted and means nothing for a day."""
    # Python also reads 2026-W12-3; XML does not.
    if len(tekst) != 10 or tekst[4] != "-" or tekst[7] != "-":
        past = _DATUM.fullmatch(tekst)
        tekst = past.group(1) if past else ""
    return date.fromisoformat(tekst)


def lees_janee(tekst: str) -> bool:
    """An xs:boolean."""
    try:
        return _JANEE[tekst]
    except KeyError:
        raise ValueError("janee") from None


def lees_geheel(tekst: str) -> int:
    """An xs:integer of at most 18 digits."""
    if not _GEHEEL.fullmatch(tekst):
        raise ValueError("geheel")
    return int(tekst)


def lees_decimaal(tekst: str) -> Decimal:
    """An xs:decimal, kept as written."""
    if not _DECIMAAL.fullmatch(tekst):
        raise ValueError("decimaal")
    return Decimal(tekst)


def lees_tekst(tekst: str) -> str:
    """Any text, in one spelling of every character."""
    return tekst if tekst.isascii() and tekst.isprintable() else schoon(tekst)


def _lees_gewone_tekst(tekst: str | None) -> str:
    """The text itself when nothing about it needs a closer look; else ValueError."""
    if tekst and tekst.isascii() and tekst.isprintable() and tekst.strip() == tekst:
        return tekst
    raise ValueError("tekst")


_SNELLE_LEZERS: Mapping[str, type_lees] = {"janee": _JANEE.__getitem__, "tekst": _lees_gewone_tekst}
_LEZERS: Mapping[str, type_lees] = {
    "datum": lees_datum,
    "janee": lees_janee,
    "geheel": lees_geheel,
    "decimaal": lees_decimaal,
    "tekst": lees_tekst,
}


def _lees_code(codes: Mapping[str, type_waarde]) -> type_lees:
    def lees(tekst: str) -> type_waarde:
        try:
            return codes[tekst]
        except KeyError:
            raise OnbekendeCode("code") from None

    return lees


def _codes(pad: Pad) -> Mapping[str, type_waarde] | None:
    """The values by code of a path with a list of codes."""
    if pad.omzetting in CODES:
        return CODES[pad.omzetting]
    if pad.lot != VELD and pad.codelijst in _VASTE_LIJSTEN:
        return {code: code for code in _VASTE_LIJSTEN[pad.codelijst]}
    soort: Veldtype | None = type_van(pad.sleutel) if pad.lot == VELD else None
    return {code: code for code in soort.lijst.codes} if isinstance(soort, Keuze | Meerkeuze) else None


def lezer(pad: Pad) -> type_lees:
    """The reading function of a leaf; it raises `OnbekendeCode` or ValueError, never with the text in it."""
    codes = _codes(pad)
    return _LEZERS[pad.soort] if codes is None else _lees_code(codes)


def snelle_lezer(pad: Pad) -> type_lees:
    """As `lezer`, for the text of an element as it stands: KeyError, TypeError or ValueError for all but the usual."""
    codes = _codes(pad)
    if codes is not None:
        return codes.__getitem__
    return _SNELLE_LEZERS.get(pad.soort, _LEZERS[pad.soort])


_SCHRIJVERS: Mapping[str, type_schrijf] = {
    "datum": date.isoformat,
    "janee": lambda waarde: "true" if waarde else "false",
    "geheel": str,
    "decimaal": lambda waarde: f"{waarde:f}",
    "tekst": lambda waarde: schoon(str(waarde)),
}


def schrijver(pad: Pad) -> type_schrijf:
    """The writing function of a leaf; `None` when OSO 2019.1 has no code for this value."""
    if pad.omzetting in CODES:
        terug = {waarde: code for code, waarde in CODES[pad.omzetting].items()}
        return terug.get
    return _SCHRIJVERS[pad.soort]
