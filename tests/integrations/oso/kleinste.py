"""The smallest dossier of every profile that breaks no rule, and what it becomes when something in it is changed.

A dossier is written down as nested mappings. What the table of paths obliges and is not said here is filled in
with a value of the right kind, and everything comes in the order of the table, so any change stays well built.
"""

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from lxml import etree

from overstap.integrations.oso.v2019.codelijsten import codelijsten
from overstap.integrations.oso.v2019.naam import NAAMRUIMTE
from overstap.integrations.oso.v2019.profielen import MATRIX, Profiel
from overstap.integrations.oso.v2019.structuur import Pad, boom

L = "huidigeschool/leerling"
CAT = "metadata/categorie_uitlevering"
TELEFOON = {"soort": "telefoon", "nummer": "0100000000"}

_SOORTEN = {"tekst": "x", "datum": "2026-09-01", "janee": "false", "geheel": "1", "decimaal": "1"}
_VORMEN = ("99XX", "00", "2026-2027", "01-01-2015", "2015-01", "0011", "2027-07-31")


def _waarde(pad: Pad) -> str:
    """A value that fits this leaf."""
    if pad.codelijst:
        return next(iter(codelijsten()[pad.codelijst].codes))
    if pad.patroon:
        return next(vorm for vorm in _VORMEN if pad.patroon.fullmatch(vorm))
    return _SOORTEN[pad.soort]


def _blok(pad: Pad, deel: Mapping[str, Any]) -> etree._Element:
    element = etree.Element(pad.tag, nsmap={None: NAAMRUIMTE})
    onbekend = set(deel) - {kind.naam for kind in pad.kinderen}
    for kind in pad.kinderen:
        waarde = deel.get(kind.naam, {} if _moet(kind, pad, deel) else None)
        for een in waarde if isinstance(waarde, list) else [waarde]:
            if een is not None:
                element.append(bouw_element(kind, een))
    for naam in onbekend:
        element.append(_los(naam, deel[naam]))
    return element


def _moet(kind: Pad, pad: Pad, deel: Mapping[str, Any]) -> bool:
    leden = [lid.naam for lid in pad.kinderen if lid.keuze == kind.keuze]
    eerste = kind.keuze.endswith("!") and leden[0] == kind.naam and deel.keys().isdisjoint(leden)
    return bool(kind.minimum) or eerste


def bouw_element(pad: Pad, waarde: Any) -> etree._Element:
    """The element of this path: a block with what is said of it and what is obliged, or a leaf with this text."""
    if pad.kinderen:
        return _blok(pad, waarde)
    element = etree.Element(pad.tag)
    element.text = waarde if isinstance(waarde, str) else _waarde(pad)
    return element


def _los(naam: str, waarde: Any) -> etree._Element:
    """An element that the table does not know."""
    element = etree.Element(f"{{{NAAMRUIMTE}}}{naam}")
    if isinstance(waarde, str):
        element.text = waarde
    else:
        element.extend(_los(onder, deel) for onder, deel in waarde.items())
    return element


_METADATA = {"deeldossier": "LASLVS", "standaardversie": "2019.1", "validatieversie": "2019.1.1", "datum": "2026-11-20"}
_SCHOOL = {"adreslijst": {}, "communicatielijst": {"communicatie": TELEFOON}}
_LEERLING = {"voornaam": "Noor", "geboortedatum": "2015-01-01", "adresgeheim": "false", "adreslijst": {}}
_LOOPBAAN = {"schoolloopbaanlijst": {}}
_OVERSTAP = {
    **_LEERLING,
    **_LOOPBAAN,
    "bsn": "999990019",
    "datuminschrijving": {},
    "verzorgersaansprakelijk": "true",
    "verzorger": {},
    "overstapadvies": {"contactnodig": "false"},
}
_INZAGE = {"inzage": "true", "inzagedatum": {}, "akkoord": "Nee"}
_SWV = {**_LEERLING, **_LOOPBAAN, "verzorger": {}, "onderwijsondersteuning": {"medicijngebruik": "false"}}

_LEERLINGEN: dict[Profiel, dict[str, Any]] = {
    Profiel.POVO: {**_OVERSTAP, "leerlingid": "1", "overstapadvies": {"advies": "40", "contactnodig": "false"}},
    Profiel.POPO: _OVERSTAP,
    Profiel.VOVO: _OVERSTAP,
    Profiel.BB: {},
    Profiel.POSWV: _SWV,
    Profiel.VOSWV: _SWV,
}
_INZAGES: dict[Profiel, dict[str, Any]] = {
    Profiel.POVO: {"inzage": _INZAGE},
    Profiel.POPO: {"inzage": _INZAGE},
    Profiel.VOVO: {"inzage": {**_INZAGE, "toestemming": "Ja"}},
}


def kleinste(profiel: Profiel, anders: Mapping[str, Any] | None = None) -> etree._Element:
    """The smallest right dossier of a profile; `anders` are new values by path below the root, `None` takes away."""
    dossier: dict[str, Any] = {
        "metadata": {**_METADATA, "categorie_uitlevering": dict(MATRIX[profiel]), "overstap": profiel.overstap},
        "overdrachtsoort": profiel.overdrachtsoort,
        **_INZAGES.get(profiel, {}),
        "huidigeschool": {**({} if profiel is Profiel.BB else _SCHOOL), "leerling": _LEERLINGEN[profiel]},
    }
    dossier = deepcopy(dossier)
    for pad, waarde in (anders or {}).items():
        hier = dossier
        *boven, naam = pad.split("/")
        for deel in boven:
            hier = hier.setdefault(deel, {})
        hier[naam] = waarde
    return _blok(boom(), dossier)


def als_bytes(wortel: etree._Element) -> bytes:
    """The dossier as a file."""
    return etree.tostring(wortel, xml_declaration=True, encoding="UTF-8")
