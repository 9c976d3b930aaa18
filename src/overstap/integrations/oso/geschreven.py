"""What came of writing an OSO file: the file, or what must be mended first?"""

from collections.abc import Sequence
from dataclasses import dataclass

from overstap.domain.importen.snapshot import Melding, Weigering
from overstap.domain.rapporten.enums import Ernst


class Schrijffout(Exception):
    """The report cannot become a valid file yet; `meldingen` say what to do, fouten first."""

    def __init__(self, meldingen: Sequence[Melding]) -> None:
        super().__init__(", ".join(melding.regel for melding in meldingen))
        self.meldingen = tuple(sorted(meldingen, key=lambda melding: melding.ernst is not Ernst.FOUT))


@dataclass(frozen=True)
class Geschreven:
    """A valid file, the warnings about it (such as what OSO has no place for), and what the profile refused.

    The `element` of a refusal is the name of the veld in the catalogue, or "persoonsnummer".
    """

    xml: bytes
    meldingen: tuple[Melding, ...]
    geweigerd: tuple[Weigering, ...] = ()
