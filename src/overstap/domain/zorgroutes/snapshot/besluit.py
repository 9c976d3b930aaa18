"""What did the samenwerkingsverband decide?"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date

from overstap.domain.zorgroutes.enums import Tlvcategorie, Uitkomst


@dataclass(frozen=True)
class Besluit:
    """One decision. `toelichting` is the reason of a refusal, or the words of an advice or arrangement.

    `nummer`, `categorie`, `vanaf` and `tot` belong to a TLV; lwoo and an arrangement may have a period too.
    """

    uitkomst: Uitkomst
    op: date
    toelichting: str = ""
    nummer: str = ""
    categorie: Tlvcategorie | None = None
    vanaf: date | None = None
    tot: date | None = None

    def naar_bytes(self) -> bytes:
        """Canonical JSON."""
        ruw = {
            "uitkomst": self.uitkomst.value,
            "op": self.op.isoformat(),
            "toelichting": self.toelichting,
            "nummer": self.nummer,
            "categorie": self.categorie and self.categorie.value,
            "vanaf": self.vanaf and self.vanaf.isoformat(),
            "tot": self.tot and self.tot.isoformat(),
        }
        return json.dumps(ruw, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()

    @classmethod
    def uit_bytes(cls, bytes_: bytes) -> Besluit:
        """The inverse of `naar_bytes`."""
        ruw = json.loads(bytes_)
        return cls(
            Uitkomst(ruw["uitkomst"]),
            date.fromisoformat(ruw["op"]),
            ruw["toelichting"],
            ruw["nummer"],
            Tlvcategorie(ruw["categorie"]) if ruw["categorie"] else None,
            date.fromisoformat(ruw["vanaf"]) if ruw["vanaf"] else None,
            date.fromisoformat(ruw["tot"]) if ruw["tot"] else None,
        )
