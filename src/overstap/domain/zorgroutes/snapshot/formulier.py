"""What does a zorgaanmeldformulier hold, frozen as it was sent?"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from overstap.domain.rapporten.snapshot import Inhoud
from overstap.domain.zorgroutes.enums import Routesoort
from overstap.domain.zorgroutes.snapshot.voorbereiding import Voorbereiding


@dataclass(frozen=True)
class Stuk:
    """An attachment that goes along: its id in the dossier, its kind, its name."""

    id: str
    soort: str
    bestandsnaam: str
    omschrijving: str


@dataclass(frozen=True)
class Zorgformulier:
    """Everything on which the samenwerkingsverband decides, and no more. There is no BSN in it.

    `rapport` holds only the velden that a samenwerkingsverband may see; `vo_school` is the name of the vo school that
    asks, empty when none is known; `zienswijzen` are the parents' own words, which one parent never reads of another.
    """

    soort: Routesoort
    schooljaar: str
    groep: str
    school: str
    vo_school: str
    rapport: Inhoud
    voorbereiding: Voorbereiding
    stukken: tuple[Stuk, ...]
    op: date
    zienswijzen: tuple[str, ...] = ()

    @property
    def naam(self) -> str:
        """The name of the pupil, as people say it."""
        delen = (self.rapport.get("roepnaam"), self.rapport.get("voorvoegsel"), self.rapport.get("achternaam"))
        return " ".join(str(deel) for deel in delen if deel)

    def zegt_hetzelfde(self, ander: Zorgformulier) -> bool:
        """Does the other form hold the same, whatever the day on which it was made?"""
        return replace(self, op=ander.op) == ander

    def naar_bytes(self) -> bytes:
        """Canonical JSON: the same form always gives the same bytes and so the same fingerprint."""
        ruw = {
            "soort": self.soort.value,
            "schooljaar": self.schooljaar,
            "groep": self.groep,
            "school": self.school,
            "vo_school": self.vo_school,
            "rapport": self.rapport.naar_json(),
            "voorbereiding": self.voorbereiding.naar_json(),
            "stukken": [vars(stuk) for stuk in self.stukken],
            "op": self.op.isoformat(),
            "zienswijzen": list(self.zienswijzen),
        }
        return json.dumps(ruw, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()

    def vingerafdruk(self) -> str:
        """The SHA-256 of the form's bytes."""
        return hashlib.sha256(self.naar_bytes()).hexdigest()

    @classmethod
    def uit_bytes(cls, bytes_: bytes) -> Zorgformulier:
        """The inverse of `naar_bytes`."""
        ruw: Mapping[str, Any] = json.loads(bytes_)
        return cls(
            soort=Routesoort(ruw["soort"]),
            rapport=Inhoud.uit_json(ruw["rapport"]),
            voorbereiding=Voorbereiding.uit_json(ruw["voorbereiding"]),
            stukken=tuple(Stuk(**stuk) for stuk in ruw["stukken"]),
            op=date.fromisoformat(ruw["op"]),
            zienswijzen=tuple(ruw["zienswijzen"]),
            **{naam: ruw[naam] for naam in ("schooljaar", "groep", "school", "vo_school")},
        )
