"""Two people wrote in one sectie: whose answer stays where, and about which answers must a person decide?"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from overstap.domain.rapporten.catalogue import Catalogus, catalogus
from overstap.domain.rapporten.catalogue.typen import is_leeg, type_waarde, zonder_leeg
from overstap.domain.rapporten.snapshot.inhoud import Inhoud


@dataclass(frozen=True)
class Samenvoeging:
    """`waarden` are the answers to write; `botsend` names the velden that both changed, each to something else."""

    waarden: Mapping[str, type_waarde]
    botsend: tuple[str, ...]


def merk(naam: str, waarde: type_waarde, lijst: Catalogus | None = None) -> str:
    """By what an answer is known again: short, the same for the same answer, and empty for no answer."""
    waarde = zonder_leeg({naam: waarde}).get(naam)
    if is_leeg(waarde):
        return ""
    ruw = (lijst or catalogus()).velden[naam].type.naar_json(waarde)
    return hashlib.sha256(json.dumps(ruw, ensure_ascii=False, sort_keys=True).encode()).hexdigest()[:12]


def merken(waarden: Mapping[str, type_waarde], namen: Iterable[str], lijst: Catalogus | None = None) -> dict[str, str]:
    """The mark of each of these answers: what a writer began with."""
    return {naam: merk(naam, waarden.get(naam), lijst) for naam in namen}


def voeg_samen(
    begin: Mapping[str, str], nu: Inhoud, mijn: Mapping[str, type_waarde], lijst: Catalogus | None = None
) -> Samenvoeging:
    """Put answers that one person sent (`mijn`) beside what stands there `nu`; `begin` are the marks at the beginning.

    What only the other changed stays; what only this one changed is written. A veld without a mark was not on the
    page of this writer, so another answer there is a question.
    """
    waarden: dict[str, type_waarde] = {}
    botsend: list[str] = []
    for naam, waarde in mijn.items():
        eigen, daar, was = merk(naam, waarde, lijst), merk(naam, nu.get(naam), lijst), begin.get(naam)
        if daar in {eigen, was}:
            waarden[naam] = waarde
        elif eigen == was:
            waarden[naam] = nu.get(naam)
        else:
            botsend.append(naam)
    return Samenvoeging(waarden, tuple(botsend))
