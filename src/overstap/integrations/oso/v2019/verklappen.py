"""Does a file for a samenwerkingsverband give the number of the pupil away, in a text or the name of an attachment?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lxml import etree

from overstap.domain.bijlagen.snapshot import Bestand, Bron
from overstap.domain.importen.snapshot import Melding, Persoonsnummer
from overstap.domain.leerlingen.rules import is_bsn
from overstap.domain.rapporten.enums import Ernst
from overstap.integrations.oso.v2019.naam import q
from overstap.integrations.oso.v2019.regels.dossier import plaats

# Nine digits, with or without the dots, spaces or dashes that people put between them.
_NEGEN = re.compile(r"(?<![0-9])(?:[0-9][ .\-_]?){8}[0-9](?![0-9])")
_REGEL = "geen nummer"
_WEG = "nummer"
_INHOUD = q("bestandsinhoud")


def _kaal(gevonden: re.Match[str]) -> str:
    return re.sub(r"[^0-9]", "", gevonden.group())


def zonder_nummers(
    bestanden: Sequence[Bestand | Bron], nummer: Persoonsnummer | None
) -> tuple[tuple[Bestand | Bron, ...], tuple[Melding, ...]]:
    """The attachments without the number of the pupil (or what may be a BSN) in their names and descriptions.

    The word "nummer" takes its place, and a warning says so; what is inside an attachment nobody sees here.
    """

    def schoon(tekst: str) -> str:
        return _NEGEN.sub(lambda past: _WEG if _is_nummer(_kaal(past), nummer) else past.group(), tekst)

    nieuw = tuple(
        replace(bestand, bestandsnaam=schoon(bestand.bestandsnaam), omschrijving=schoon(bestand.omschrijving))
        for bestand in bestanden
    )
    anders = sum(een != ander for een, ander in zip(bestanden, nieuw, strict=True))
    return nieuw, (_WEGGEHAALD,) * bool(anders)


def _is_nummer(cijfers: str, nummer: Persoonsnummer | None) -> bool:
    return is_bsn(cijfers) or (nummer is not None and cijfers == nummer.waarde)


def verklapt(wortel: etree._Element, nummer: Persoonsnummer | None) -> Iterator[Melding]:
    """A fout for every text that holds the number of the pupil, as far as we know it."""
    if nummer is None:
        return
    for element in wortel.iter():
        if element.text and element.tag != _INHOUD and nummer.waarde in map(_kaal, _NEGEN.finditer(element.text)):
            yield Melding(
                _REGEL,
                Ernst.FOUT,
                plaats(element),
                "Hier staat het persoonlijke nummer van de leerling. Dat mag niet naar het samenwerkingsverband.",
                "Haal het nummer uit deze tekst.",
            )


_WEGGEHAALD = Melding(
    _REGEL,
    Ernst.WAARSCHUWING,
    "/dossier",
    "In de naam of omschrijving van een bijlage stond een nummer dat een BSN kan zijn. Dat is weggehaald.",
    "Kijk of het nummer ook in de bijlage zelf staat.",
)
