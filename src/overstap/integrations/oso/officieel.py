"""Does a file also follow the official schema of its year, when an administrator placed that on this server?

The schemas are not ours to hand out. `OVERSTAP_OSO_XSD_MAP` names a folder with a folder per year (`2019.1`), each
with the XSD files of the official bundle. Read from the environment here, because `overstap oso` runs without
settings too.
"""

from __future__ import annotations

import logging
import os
import re
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any

from lxml import etree

from overstap.domain.importen.snapshot import Melding
from overstap.domain.rapporten.enums import Ernst
from overstap.integrations.xml import Leesfout, ontleed

_LOG = logging.getLogger(__name__)
_REGEL = "XSD"
_MEEST = 20
_XS = "{http://www.w3.org/2001/XMLSchema}"
# A schema keeps the log of its last check on itself.
_SLOT = Lock()


class Bundelfout(Exception):
    """The folder of a year is there, but holds no schema of that year that can be used."""


def bundel(versie: str, naamruimte: str) -> etree.XMLSchema | None:
    """The official schema of a year; `None` when nobody placed it. Raises `Bundelfout`."""
    return _laad(_map(versie), naamruimte) if bundel_aanwezig(versie) else None


def bundel_aanwezig(versie: str) -> bool:
    """Did an administrator place a folder for this year?"""
    return bool(os.environ.get("OVERSTAP_OSO_XSD_MAP")) and _map(versie).is_dir()


def _map(versie: str) -> Path:
    return Path(os.environ["OVERSTAP_OSO_XSD_MAP"]) / versie


@cache
def _laad(map_: Path, naamruimte: str) -> etree.XMLSchema:
    try:
        for pad in sorted(map_.rglob("*.xsd")):
            if _is_dossier(ontleed(pad.read_bytes()), naamruimte):
                # By its name, so that it finds the other files of the bundle.
                return etree.XMLSchema(file=str(pad))
    except (OSError, etree.LxmlError, Leesfout) as fout:
        raise Bundelfout(f"{map_.name}: {type(fout).__name__}") from fout
    raise Bundelfout(f"{map_.name}: geen schema voor {naamruimte}")


def _is_dossier(wortel: etree._Element, naamruimte: str) -> bool:
    """Is this the schema in which a dossier of this year begins?"""
    return (
        wortel.tag == f"{_XS}schema"
        and wortel.get("targetNamespace") == naamruimte
        and wortel.find(f"{_XS}element[@name='dossier']") is not None
    )


def toets_officieel(wortel: etree._Element, versie: str, naamruimte: str, ernst: Ernst) -> tuple[Melding, ...]:
    """What the official schema of this year has against the tree; nothing when that is not on this server.

    At most 20 findings of weight `ernst`, each without the value that was wrong.
    """
    try:
        schema = bundel(versie, naamruimte)
    except Bundelfout as fout:
        _LOG.error("OSO-schema onbruikbaar: %s", fout)
        return (_onbruikbaar(versie),)
    if schema is None:
        return ()
    with _SLOT:
        if schema.validate(wortel):
            return ()
        fouten = [(fout.path or "", fout.type_name) for fout in schema.error_log]  # type: ignore[attr-defined]  # missing in the stubs
    return tuple(_melding(wortel, pad, soort, versie, ernst) for pad, soort in fouten[:_MEEST])


def _melding(wortel: etree._Element, pad: str, soort: str, versie: str, ernst: Ernst) -> Melding:
    wie = "de leverancier van uw leerlingadministratie" if ernst is Ernst.WAARSCHUWING else "de beheerder van Overstap"
    return Melding(
        _REGEL,
        ernst,
        _plaats(wortel, pad),
        f"Het officiële schema van OSO {versie} keurt dit onderdeel af ({soort}).",
        f"Meld dit bij {wie}.",
    )


def _plaats(wortel: etree._Element, pad: str) -> str:
    """The path of the schema (`/*/*[4]`) with names."""
    boom: Any = wortel.getroottree()
    try:
        element = boom.xpath(pad, namespaces={naam: uri for naam, uri in wortel.nsmap.items() if naam})[0]
        binnen = re.sub(r"\{[^}]*\}", "", boom.getelementpath(element))
    except (etree.XPathError, LookupError, TypeError, ValueError):
        binnen = "."
    begin = f"/{etree.QName(wortel).localname}"
    return begin if binnen == "." else f"{begin}/{binnen}"


def _onbruikbaar(versie: str) -> Melding:
    return Melding(
        _REGEL,
        Ernst.WAARSCHUWING,
        "/dossier",
        f"Het officiële schema van OSO {versie} op deze server is onbruikbaar. Het bestand is er niet mee gekeurd.",
        "Meld dit bij de beheerder van Overstap.",
    )
