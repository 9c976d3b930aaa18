"""Which rules does an OSO 2019.1 file break? One module per part of the file; `controleer` judges it by all of them."""

from datetime import date
from functools import cache

from overstap.domain.importen.snapshot import Melding
from overstap.integrations.oso.v2019.profielen import Profiel
from overstap.integrations.oso.v2019.regels import algemeen, categorieen, leerling, personen, resultaten
from overstap.integrations.oso.v2019.regels.dossier import Deel, Dossier, tekst, type_element
from overstap.integrations.oso.v2019.regels.opbouw import bekijk_opbouw
from overstap.integrations.oso.v2019.regels.regel import Regel

__all__ = ["REGELS", "Profiel", "Regel", "controleer", "oordeelprofiel", "toets"]

REGELS: tuple[Regel, ...] = (
    *algemeen.REGELS,
    *leerling.REGELS,
    *personen.REGELS,
    *resultaten.REGELS,
    *categorieen.REGELS,
)
_LANG_GELEDEN = date(1900, 1, 1)


@cache
def regels_van(profiel: Profiel) -> tuple[Regel, ...]:
    """The rules that count in a profile, in order."""
    return tuple(regel for regel in REGELS if profiel in regel.profielen)


@cache
def _regels_zonder(profiel: Profiel, *, eisen: bool, categorieen_: bool) -> tuple[Regel, ...]:
    """The same without those that only ask whether something is there, and without those of the categories."""
    return tuple(
        regel
        for regel in regels_van(profiel)
        if not (eisen and regel.eis is not None) and not (categorieen_ and regel.nummer.startswith(categorieen.NUMMERS))
    )


@cache
def _eisen(profiel: Profiel) -> tuple[tuple[str, frozenset[str], frozenset[str]], ...]:
    """Per part of the Dossier what must be there and what may not, by all the rules that only ask that."""
    eisen: dict[str, tuple[set[str], set[str]]] = {}
    for regel in regels_van(profiel):
        if regel.eis is not None:
            deel, naam, moet = regel.eis
            eisen.setdefault(deel, (set(), set()))[not moet].add(naam)
    return tuple((deel, frozenset(moet), frozenset(mag_niet)) for deel, (moet, mag_niet) in eisen.items())


def _voldoet(dossier: Dossier, profiel: Profiel) -> bool:
    """Is everything there that must be, and nothing that may not?"""
    for naam, moet, mag_niet in _eisen(profiel):
        deel: Deel | None = getattr(dossier, naam)
        if deel is not None and not (moet <= deel.namen and mag_niet.isdisjoint(deel.namen)):
            return False
    return True


def _te_toetsen(dossier: Dossier, profiel: Profiel) -> tuple[Regel, ...]:
    """The rules of the profile, without whole groups that one quick question shows to be kept."""
    return _regels_zonder(profiel, eisen=_voldoet(dossier, profiel), categorieen_=categorieen.klopt(dossier))


def oordeelprofiel(wortel: type_element) -> Profiel:
    """The profile by which a file is judged: what it says it is, else the nearest, whose rules it then breaks."""
    return _oordeelprofiel(tekst(wortel, "overdrachtsoort"), tekst(wortel, "metadata/overstap"))


def _oordeelprofiel(soort: str, overstap: str) -> Profiel:
    naaste = Profiel.POSWV if soort == Profiel.POSWV.overdrachtsoort else Profiel.POVO
    return Profiel.van_bestand(soort, overstap) or naaste


def controleer(
    wortel: type_element, profiel: Profiel | None = None, *, peildatum: date | None, schrijven: bool
) -> list[Melding]:
    """All that is wrong with a tree: how it is built, its codes, and the rules of its profile.

    `profiel` is what the file should be (by default what it says it is). Without `peildatum` nothing is too old.
    `schrijven`: what the official check overlooks is then a fout too.
    """
    opbouw = bekijk_opbouw(wortel)
    try:
        dossier = Dossier(opbouw.delen)
    except ValueError:
        return opbouw.meldingen
    dag = peildatum or _LANG_GELEDEN
    soort = profiel or _oordeelprofiel(
        dossier.wortel.tekst("overdrachtsoort").strip(), dossier.metadata.tekst("overstap").strip()
    )
    meldingen = opbouw.meldingen
    for regel in _te_toetsen(dossier, soort):
        if vondsten := [*regel.vind(dossier, dag)]:
            meldingen += regel.meldingen(vondsten, schrijven=schrijven)
    return meldingen


def toets(wortel: type_element, profiel: str, *, peildatum: date | None, schrijven: bool) -> list[Melding]:
    """The broken rules of a tree, without how it is built. Nothing for a tree without pupil."""
    soort = Profiel(profiel) if profiel in set(Profiel) else None
    gevonden = controleer(wortel, soort, peildatum=peildatum, schrijven=schrijven)
    return [
        melding for melding in gevonden if melding.regel != "structuur" and not melding.regel.startswith("codelijst")
    ]
