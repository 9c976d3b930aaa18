"""What did a vo school ask about a pupil, what was answered, and where does a question still wait?"""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db import connection

from overstap.domain.dossiers.models import Dossier
from overstap.domain.plaatsingen.models import Vraag
from overstap.domain.scholen.models import Aanstelling
from overstap.domain.scholen.queries import medewerkers_for
from overstap.foundation.access import RECHTEN, Actor, NietGevonden, Recht, Rol
from overstap.foundation.sleutels.kast import Slot

# By hand, because every look at the class asks it: the ORM thinks longer of it than the database.
_WACHT = """
select v.dossier_id, count(*) from plaatsingen_vraag v
join plaatsingen_plaatsing p on p.id = v.plaatsing_id
join overdrachten_overdracht o on o.id = p.overdracht_id and o.ingetrokken_op is null
where v.school_id = %s and v.beantwoord_op is null group by 1
"""


@dataclass(frozen=True)
class LeesbareVraag:
    """One question with its answer, decrypted; the answer is empty while there is none."""

    rij: Vraag
    tekst: str
    antwoord: str

    @property
    def open(self) -> bool:
        """Does it still wait for an answer?"""
        return self.rij.beantwoord_op is None


def vragen_for(actor: Actor, dossier: Dossier, slot: Slot) -> tuple[LeesbareVraag, ...]:
    """The questions about a pupil, the oldest first: all for basisschool and parents, the own ones for a vo school."""
    rijen = Vraag.objects.filter(dossier=dossier).select_related("ontvanger").order_by("gesteld_op")
    if actor.ouder_id is None and actor.organisatie_id != dossier.school_id:
        rijen = rijen.filter(ontvanger_id=actor.werkt_bij)
    return tuple(LeesbareVraag(rij, _tekst(rij, slot), _antwoord(rij, slot)) for rij in rijen)


def vraag_for(actor: Actor, dossier: Dossier, vraag_id: UUID) -> Vraag:
    """One question about a pupil of the actor's own school, locked; raises `NietGevonden`."""
    rij = Vraag.objects.select_for_update(of=("self",)).filter(dossier=dossier, id=vraag_id).first()
    if rij is None or rij.school_id != actor.werkt_bij:
        raise NietGevonden
    return rij


def dossiers_met_vraag_for(actor: Actor) -> dict[UUID, int]:
    """How many questions wait for the basisschool of the actor, by dossier; one query for all."""
    with connection.cursor() as cursor:
        cursor.execute(_WACHT, [actor.werkt_bij])
        return dict(cursor.fetchall())


def beantwoorders_for(actor: Actor, dossier: Dossier) -> tuple[Aanstelling, ...]:
    """Who of the basisschool is told of a question: the teachers of this group, and the intern begeleiders.

    Of a school where nobody follows the group it is everybody who may answer.
    """
    mensen = [mens for mens in medewerkers_for(actor, dossier.school_id) if _mag_antwoorden(mens)]
    volgers = [
        mens for mens in mensen if mens.rol != Rol.DIRECTEUR and (not mens.groepen or dossier.groep in mens.groepen)
    ]
    return tuple(volgers or mensen)


def _mag_antwoorden(mens: Aanstelling) -> bool:
    return Recht.VRAAG_BEANTWOORDEN in RECHTEN[Rol(mens.rol)]


def _tekst(rij: Vraag, slot: Slot) -> str:
    return slot.ontsleutel(rij.geheim, f"vraag:{rij.id}").decode()


def _antwoord(rij: Vraag, slot: Slot) -> str:
    return "" if rij.antwoord is None else slot.ontsleutel(rij.antwoord, f"antwoord:{rij.id}").decode()
