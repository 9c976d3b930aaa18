"""Which pupils of this school could be the one that is about to come in? Only a person says whether they are."""

from __future__ import annotations

from collections.abc import Iterator

from overstap.domain.dossiers.models import Dossier
from overstap.domain.dossiers.queries import dossiers_for, slot_for
from overstap.domain.leerlingen.rules import lijkt_op
from overstap.domain.rapporten.queries import concept_for, geschreven_for
from overstap.domain.rapporten.snapshot import Inhoud
from overstap.foundation.access import Actor


def lijkers_for(
    actor: Actor, inhoud: Inhoud, schooljaar: str, *, alleen_met_de_hand: bool = False
) -> tuple[Dossier, ...]:
    """The dossiers of the own school and this schooljaar of which two of roepnaam, achternaam and birth date agree.

    With `alleen_met_de_hand` only those that somebody typed in. Birth dates stand encrypted, so they are read only
    where a name agrees.
    """
    return tuple(_lijkers(actor, inhoud, schooljaar, alleen_met_de_hand=alleen_met_de_hand))


def _lijkers(actor: Actor, inhoud: Inhoud, schooljaar: str, *, alleen_met_de_hand: bool) -> Iterator[Dossier]:
    rijen = dossiers_for(actor).filter(school_id=actor.werkt_bij, schooljaar=schooljaar)
    if alleen_met_de_hand:
        rijen = rijen.filter(leerling__met_de_hand=True)
    roepnaam = inhoud.get("roepnaam") or (inhoud.get("voornamen") or ("",))[0]
    nieuw = (roepnaam, inhoud.get("achternaam", ""), inhoud.get("geboortedatum"))
    for dossier in rijen.order_by("leerling__sorteernaam"):
        namen = (dossier.leerling.roepnaam, dossier.leerling.achternaam)
        # As if born on the same day: without that, no name can make two of the three.
        if lijkt_op((*namen, nieuw[2]), nieuw) and lijkt_op((*namen, _geboren(actor, dossier)), nieuw):
            yield dossier


def _geboren(actor: Actor, dossier: Dossier) -> object:
    return geschreven_for(actor, concept_for(actor, dossier), slot_for(actor, dossier)).get("geboortedatum")
