"""What came of cleaning one attachment, and how does that travel from the process that did it?"""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from overstap.domain.bijlagen.enums import Ingreep, Weigerreden

# Asked in the place of a type: what the first page of a PDF says.
TEKST = "tekst"
# And in the place of that of a picture: make it a PDF.
ALS_PDF = "als_pdf"


@dataclass(frozen=True)
class Uitkomst:
    """`reden` why the file is refused, or None; `ingrepen` what was taken out; `inhoud` what is left, None = all."""

    reden: Weigerreden | None = None
    ingrepen: tuple[Ingreep, ...] = ()
    inhoud: bytes | None = field(default=None, repr=False)

    def naar_bytes(self) -> bytes:
        """One line of JSON, and the content after it."""
        kop = {"reden": self.reden, "ingrepen": self.ingrepen, "inhoud": self.inhoud is not None}
        return json.dumps(kop).encode() + b"\n" + (self.inhoud or b"")

    @classmethod
    def uit_bytes(cls, ruw: bytes) -> Uitkomst:
        """The inverse; raises `ValueError` or `KeyError` for anything else."""
        regel, streep, inhoud = ruw.partition(b"\n")
        if not streep:
            raise ValueError(len(ruw))
        kop = json.loads(regel)
        reden = Weigerreden(kop["reden"]) if kop["reden"] else None
        return cls(reden, tuple(Ingreep(ingreep) for ingreep in kop["ingrepen"]), inhoud if kop["inhoud"] else None)
