"""How does one pupil look in the werkvoorraad?"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from overstap.domain.adviezen.enums import Toetsstand
from overstap.domain.overdrachten.queries import Regel
from overstap.domain.overdrachten.rules import Feiten, zin_ouders
from overstap.foundation.access import Actor
from overstap.web.po.stappen import VORM, adres, stap

_ZONDER_TOETSADVIES = {
    Toetsstand.VRIJGESTELD: gettext_lazy("vrijgesteld van de toets"),
    Toetsstand.NIET_GEMAAKT: gettext_lazy("toets niet gemaakt"),
    Toetsstand.GEMAAKT: gettext_lazy("toets zonder advies"),
    None: gettext_lazy("toets volgt"),
}


class Adviesbeeld(NamedTuple):
    """The advice beside the test: words, steps of the ladder, and whether the test came out higher."""

    advies: str
    treden: tuple[int, ...]
    toets: str
    toetstreden: tuple[int, ...]
    hoger: bool


class Rij(NamedTuple):
    """Everything the table shows of one pupil, as words; what pupils share stands together, so that it is drawn once.

    `balk` is (ready, begun, all) of the report, `ouders` (words, day or None), `status` (words, colour, icon).
    """

    dossier_id: UUID
    roepnaam: str
    rest: str
    groep: str
    href: str
    balk: tuple[int, int, int]
    advies: Adviesbeeld
    ouders: tuple[str, date | None]
    status: tuple[str, str, str]
    stap: str
    stap_href: str
    stap_voor: str


def rij(actor: Actor, regel: Regel) -> Rij:
    """The row of one pupil for this person."""
    kleur, icoon, _sleutel = VORM[regel.status]
    woorden, href = stap(actor, regel)
    feiten, ouders = regel.feiten, regel.feiten.ouders
    return Rij(
        dossier_id=regel.dossier_id,
        roepnaam=regel.roepnaam, rest=regel.rest, groep=regel.groep, href=adres("po:dossier", regel.dossier_id),
        balk=(feiten.klaar, feiten.bezig, feiten.totaal), advies=adviesbeeld(feiten),
        ouders=(zin_ouders(ouders), ouders.op if ouders.aangeboden else None),
        status=(regel.status.label, kleur, icoon), stap=woorden, stap_href=href,
        stap_voor=_("voor %(naam)s") % {"naam": regel.naam},
    )  # fmt: skip


def adviesbeeld(feiten: Feiten) -> Adviesbeeld:
    """The definitief advies, or else the voorlopig, with the test beside it."""
    niveau = feiten.definitief or feiten.voorlopig
    return Adviesbeeld(
        advies=niveau.label if niveau else "",
        treden=niveau.treden if niveau else (),
        toets=_toetswoord(feiten, niveau.label if niveau else ""),
        toetstreden=feiten.toets.treden if feiten.toets else (),
        hoger=feiten.moet_bijstellen,
    )


def _toetswoord(feiten: Feiten, advies: str) -> str:
    if feiten.toets is None:
        return str(_ZONDER_TOETSADVIES[feiten.toetsstand])
    return _("toets gelijk") if feiten.toets.label == advies else _("toets %(toets)s") % {"toets": feiten.toets.label}
