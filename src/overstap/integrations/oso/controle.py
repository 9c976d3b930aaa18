"""Is this a good OSO file, and if not, what is wrong with it? For people and programs that judge files."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from overstap.domain.importen.snapshot import Melding
from overstap.domain.rapporten.enums import Ernst
from overstap.integrations.oso.lezen import lees
from overstap.integrations.xml import Leesfout


@dataclass(frozen=True)
class Controle:
    """The judgement of one file. `bestand` is its name as it was asked for, `profiel` what it says it is ("POVO").

    A file that is not `leesbaar` has one melding, with the reason.
    """

    bestand: str
    profiel: str
    leesbaar: bool
    meldingen: tuple[Melding, ...]

    @property
    def geldig(self) -> bool:
        """Readable, and without a fout; warnings don't count."""
        return self.leesbaar and all(melding.ernst is not Ernst.FOUT for melding in self.meldingen)

    def als_json(self) -> dict[str, Any]:
        """The judgement as plain values; never with a value of the file."""
        return {
            "bestand": self.bestand,
            "profiel": self.profiel,
            "geldig": self.geldig,
            "meldingen": [
                {
                    "regel": melding.regel,
                    "ernst": melding.ernst.value,
                    "pad": melding.pad,
                    "tekst": f"{melding.tekst} {melding.herstel}".strip(),
                }
                for melding in self.meldingen
            ],
        }


def controleer(bron: Path, *, vandaag: date | None = None) -> Controle:
    """Judge one file by all that OSO says; nothing is raised for a bad file, or for one that is not there.

    `vandaag` is the day by which results are too old, when the file itself has no day.
    """
    try:
        with bron.open("rb") as bestand:
            gelezen = lees(bestand, vandaag=vandaag)
    except OSError:
        return _onleesbaar(bron, _GEEN_BESTAND)
    except Leesfout as fout:
        return _onleesbaar(bron, fout)
    return Controle(str(bron), gelezen.profiel, leesbaar=True, meldingen=gelezen.meldingen)


_GEEN_BESTAND = Leesfout("geen_bestand", "Dit bestand bestaat niet of is niet te lezen. Kijk naam en map na.")


def _onleesbaar(bron: Path, fout: Leesfout) -> Controle:
    return Controle(str(bron), "", leesbaar=False, meldingen=(Melding(fout.code, Ernst.FOUT, "", fout.zin, ""),))
