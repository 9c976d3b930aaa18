"""How much may wait for a school, and until when does a vo school keep here what it took in itself?"""

from __future__ import annotations

from datetime import date, timedelta

from overstap.domain.importen.rules.overnemen import ImportGeweigerd

_EINDE = (8, 1)
# Of files of one pupil, and of ZIP files, which are bigger. A school has a few groups 8.
# How long a pupil who was asked for is waited for: until the school sets the dossier ready in its administration.
WACHTTIJD = timedelta(days=14)
UPLOADS_HOOGSTENS, PARTIJEN_HOOGSTENS, OPVRAGINGEN_HOOGSTENS = 50, 10, 50


def controleer_ruimte(wachtend: int, hoogstens: int, soort: str) -> None:
    """Raise `ImportGeweigerd` when so many wait already; `soort` is the word for what they are."""
    if wachtend >= hoogstens:
        raise ImportGeweigerd(
            f"Er wachten al {wachtend} {soort} van uw school. Meer dan {hoogstens} kan niet. "
            "Neem ze eerst over of gooi ze weg. Na 24 uur gaan ze vanzelf weg."
        )


def bewaren_tot(schooljaar: str, ontvangen: date) -> date:
    """The day on which Overstap removes a file from outside: 1 August after the first year at the vo school.

    The school keeps the report itself for five years after the pupil left (art. 7a of the Besluit), in its own
    administration; here it is needed until the first year is over (AVG 5-1-e). `schooljaar` ("2026-2027") is that of
    the file; of an older file the year in which it came counts.
    """
    jaar = ontvangen.year if (ontvangen.month, ontvangen.day) < _EINDE else ontvangen.year + 1
    return date(max(int(schooljaar[-4:]), jaar) + 1, *_EINDE)
