"""Which rules does an OSO 2019.1 file break? One module per part of the file; `toets` judges them all."""

from datetime import date
from functools import cache
from itertools import islice

from overstap.domain.importen.snapshot import Melding
from overstap.integrations.oso.v2019.profielen import Profiel
from overstap.integrations.oso.v2019.regels import algemeen, categorieen, leerling, nummers, resultaten
from overstap.integrations.oso.v2019.regels.dossier import Dossier, type_element
from overstap.integrations.oso.v2019.regels.regel import Regel

__all__ = ["REGELS", "Profiel", "Regel", "toets"]

REGELS: tuple[Regel, ...] = (
    *algemeen.REGELS,
    *categorieen.REGELS,
    *leerling.REGELS,
    *resultaten.REGELS,
    *nummers.REGELS,
)
_MEEST_PER_REGEL = 50
_LANG_GELEDEN = date(1900, 1, 1)


@cache
def regels_van(profiel: str) -> tuple[Regel, ...]:
    """The rules that count in a profile, in order; an unknown profile has the rules of POVO."""
    soort = Profiel(profiel) if profiel in set(Profiel) else Profiel.POVO
    return tuple(regel for regel in REGELS if soort in regel.profielen)


def toets(wortel: type_element, profiel: str, *, peildatum: date | None, schrijven: bool) -> list[Melding]:
    """The broken rules of a tree. Without `peildatum` nothing is too old. Nothing for a tree without pupil."""
    try:
        dossier = Dossier(wortel)
    except ValueError:
        return []
    dag = peildatum or _LANG_GELEDEN
    return [
        melding
        for regel in regels_van(profiel)
        for melding in islice(regel.meldingen(dossier, dag, schrijven=schrijven), _MEEST_PER_REGEL)
    ]
