"""What does an aanvulling say, as one frozen value that can be stored and fingerprinted?"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass


@dataclass(frozen=True)
class Aanvultekst:
    """The veld of the catalogue that an aanvulling is about, and its words."""

    veld: str
    tekst: str

    def naar_bytes(self) -> bytes:
        """Canonical JSON: the same words always give the same bytes and so the same fingerprint."""
        ruw = {"veld": self.veld, "tekst": self.tekst}
        return json.dumps(ruw, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()

    @classmethod
    def uit_bytes(cls, ruw: bytes) -> Aanvultekst:
        """The inverse of `naar_bytes`."""
        return cls(**json.loads(ruw))

    def vingerafdruk(self) -> str:
        """SHA-256 of the canonical form, in hexadecimals."""
        return hashlib.sha256(self.naar_bytes()).hexdigest()
