"""What came of writing an OSO file: the file, or what must be mended first?"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from overstap.domain.importen.snapshot import Melding, Weigering
from overstap.domain.rapporten.enums import Ernst
from overstap.integrations.oso.stroom import Pakket


class Schrijffout(Exception):
    """The report cannot become a valid file yet; `meldingen` say what to do, fouten first."""

    def __init__(self, meldingen: Sequence[Melding]) -> None:
        super().__init__(", ".join(melding.regel for melding in meldingen))
        self.meldingen = tuple(sorted(meldingen, key=lambda melding: melding.ernst is not Ernst.FOUT))


@dataclass(frozen=True)
class Geschreven:
    """A valid file, the warnings about it (such as what OSO has no place for), and what the profile refused.

    The `element` of a refusal is the name of the veld in the catalogue, or "persoonsnummer". Attachments that come
    from a `Bron` are not in `kaal`: they flow in where their mark stands.
    """

    kaal: bytes
    meldingen: tuple[Melding, ...]
    geweigerd: tuple[Weigering, ...] = ()
    groot: Mapping[str, Pakket] = field(default_factory=dict)

    def stukken(self) -> Iterator[bytes]:
        """The file, in pieces of at most some 100 KB besides `kaal` itself."""
        tot = 0
        for begin, merk in sorted((self.kaal.index(merk.encode()), merk) for merk in self.groot):
            yield self.kaal[tot:begin]
            yield from self.groot[merk].tekst()
            tot = begin + len(merk)
        yield self.kaal[tot:]

    @property
    def xml(self) -> bytes:
        """The file, whole."""
        return b"".join(self.stukken())
