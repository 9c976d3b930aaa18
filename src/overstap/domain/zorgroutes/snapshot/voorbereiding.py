"""What did the basisschool write down before it sends a zorgaanmelding?"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from overstap.domain.zorgroutes.snapshot.drempelonderzoek import Drempelonderzoek

if TYPE_CHECKING:
    from overstap.foundation.sleutels.kast import Slot

_DAGEN = ("handelingsdeel_op", "gehoord_op", "zienswijze_op", "ouders_ingelicht_op")


@dataclass(frozen=True)
class Voorbereiding:
    """What stands in the zorgaanmelding besides the report, as it is being written.

    `gehoord` is what came of hearing the pupil, in the pupil's own words where possible; `zienswijze` the parents'
    own written view (pro), with `zienswijze_door` who gave it. Which attachments go along says the release of each.
    """

    hulpvraag: str = ""
    motivatie: str = ""
    drempelonderzoek: Drempelonderzoek = field(default_factory=Drempelonderzoek)
    handelingsdeel_op: date | None = None
    gehoord_op: date | None = None
    gehoord: str = ""
    zienswijze_op: date | None = None
    zienswijze_door: str = ""
    zienswijze: str = ""
    ouders_ingelicht_op: date | None = None

    def naar_json(self) -> dict[str, Any]:
        """As plain JSON values."""
        return {
            "hulpvraag": self.hulpvraag,
            "motivatie": self.motivatie,
            "drempelonderzoek": self.drempelonderzoek.naar_json(),
            "gehoord": self.gehoord,
            "zienswijze": self.zienswijze,
            "zienswijze_door": self.zienswijze_door,
            **{naam: (dag := getattr(self, naam)) and dag.isoformat() for naam in _DAGEN},
        }

    @classmethod
    def uit_json(cls, ruw: Mapping[str, Any]) -> Voorbereiding:
        """The inverse of `naar_json`."""
        onderzoek = Drempelonderzoek.uit_json(ruw["drempelonderzoek"])
        dagen = {naam: date.fromisoformat(ruw[naam]) if ruw[naam] else None for naam in _DAGEN}
        return cls(**{**ruw, **dagen, "drempelonderzoek": onderzoek})

    def verpakt(self, slot: Slot, route_id: UUID) -> bytes:
        """Encrypted under the key of the dossier, as `Zorgroute.geheim` holds it."""
        return slot.versleutel(self.naar_bytes(), f"zorgroute:{route_id}")

    def naar_bytes(self) -> bytes:
        """Canonical JSON."""
        return json.dumps(self.naar_json(), ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()

    @classmethod
    def uit_bytes(cls, ruw: bytes) -> Voorbereiding:
        """The inverse of `naar_bytes`."""
        return cls.uit_json(json.loads(ruw))
