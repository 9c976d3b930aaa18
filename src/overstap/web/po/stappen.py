"""Where does each next step lead, and in which words and colours does a row show its status?"""

from __future__ import annotations

from functools import cache
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from overstap.domain.dossiers.enums import Staat, Stap
from overstap.domain.dossiers.rules import stap as stap_van
from overstap.domain.overdrachten.enums import Rijstatus, Volgende
from overstap.domain.overdrachten.queries import Regel
from overstap.foundation.access import Actor

_NIEMAND = UUID(int=0)
_PAGINA = {
    Volgende.BEGIN: "po:dossier",
    Volgende.VUL_IN: "po:dossier",
    Volgende.GEEF_VOORLOPIG: "po:advies",
    Volgende.LEG_TOETS_VAST: "po:advies",
    Volgende.STEL_BIJ: "po:advies",
    Volgende.GEEF_DEFINITIEF: "po:advies",
    Volgende.BEKIJK_BIJLAGE: "po:bijlagen",
    Volgende.BEKIJK_STUK: "po:ouders",
    Volgende.BEANTWOORD: "po:ouders",
    Volgende.LEES_ZIENSWIJZE: "po:ouders",
    Volgende.NODIG_UIT: "po:ouders",
    Volgende.STUUR_OPNIEUW: "po:ouders",
    Volgende.HERINNER: "po:ouders",
    Volgende.MAAK_DEFINITIEF: "po:definitief",
    Volgende.DRAAG_OVER: "po:overdracht",
    Volgende.STUUR_AANVULLING: "po:versies",
}

# (colour of the tag, icon, key of the class bar)
VORM = {
    Rijstatus.BIJ_U: ("blauw", "bezig", "bij-u"),
    Rijstatus.BIJ_OUDERS: ("paars", "wacht", "ouders"),
    Rijstatus.KAN_DEFINITIEF: ("groen", "open", "gereed"),
    Rijstatus.DEFINITIEF: ("groen", "klaar", "definitief"),
}


def adres(pagina: str, dossier_id: UUID) -> str:
    """The address of a page of one dossier."""
    return _adres_van_niemand(pagina).replace(str(_NIEMAND), str(dossier_id))


@cache
def _adres_van_niemand(pagina: str) -> str:
    """The address with an id that nobody has: a list asks for the same address once per pupil."""
    return reverse(pagina, kwargs={"dossier_id": _NIEMAND})


def fasen(staat: Staat) -> list[dict[str, str]]:
    """The five stages of design: what is behind us, where we are, what is still to come."""
    alle = [Stap.INVULLEN, Stap.OUDERS_LEZEN, Stap.DEFINITIEF, Stap.BIJ_HET_VO]
    hier = alle.index(stap_van(staat))
    return [
        {"naam": _("Klaargezet"), "staat": "klaar"},
        *(
            {"naam": fase.label, "staat": "klaar" if plek < hier else "nu" if plek == hier else "straks"}
            for plek, fase in enumerate(alle)
        ),
    ]


def stap(actor: Actor, regel: Regel) -> tuple[str, str]:
    """(words, address) of the next step; without an address this person waits for somebody else."""
    volgende = regel.volgende
    if volgende.recht is None or not actor.mag(volgende.recht):
        return volgende.wacht, ""
    return volgende.label, adres(_PAGINA[volgende], regel.dossier_id)
