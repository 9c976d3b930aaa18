"""How does a reader see what happened: one sentence per event of the logboek?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from overstap.foundation.access import Rol
from overstap.foundation.klok import dag
from overstap.web.components.logdaden import DADEN, STIL
from overstap.web.components.organisatiedaden import ORGANISATIEDADEN, ZAAKDADEN

if TYPE_CHECKING:
    from overstap.foundation.audit.models import AuditEvent

_ALLE = {**ORGANISATIEDADEN, **ZAAKDADEN, **DADEN}
_PDF = gettext_lazy("haalde het rapport op als pdf")
# What a parent did is about this parent's own.
_DOOR_OUDER = {
    "stuk.toegevoegd": gettext_lazy("voegde een bestand toe"),
    "stuk.bekeken": gettext_lazy("opende een eigen bestand"),
}
# What somebody else read of the parent who reads this.
_VAN_U = {
    "zienswijze.bekeken": gettext_lazy("las uw mening"),
    "correctie.bekeken": gettext_lazy("las uw melding van een fout"),
    "stuk.bekeken": gettext_lazy("opende een bestand van u"),
}
# The pages around the report are one thing to a parent; which page of it says nothing more.
_IN_HET_DOSSIER = frozenset({
    "bijlagen.bekeken", "ouders.bekeken", "ouderversie.bekeken", "definitief.bekeken", "overdracht.bekeken",
    "logboek.bekeken", "versies.bekeken", "bewijs.bekeken", "osobestand.bekeken", "aanmelding.bekeken",
})  # fmt: skip


@dataclass(frozen=True)
class Logregel:
    """One line for a reader: when, the sentence, and of how many people of the same function it is true."""

    op: datetime
    zin: str
    mensen: int = 1

    @property
    def tekst(self) -> str:
        """The sentence, with how many people when it is more than one."""
        if self.mensen == 1:
            return f"{self.zin}."
        return _("%(zin)s (%(num)s personen).") % {"zin": self.zin, "num": self.mensen}


type_wie = Callable[["AuditEvent"], str]


def logregels(
    gebeurtenissen: Iterable[AuditEvent], wie: type_wie, organisaties: Mapping[UUID, str], *, per_dag: bool = False
) -> list[Logregel]:
    """The lines in the order of the events; with `per_dag` the same sentence stands once for every day.

    How often somebody looked on one day says nothing to anybody.
    """
    regels: dict[tuple[object, ...], Logregel] = {}
    for nummer, gebeurtenis in enumerate(gebeurtenissen):
        if gebeurtenis.wat in STIL:
            continue
        zin = _zin(wie(gebeurtenis), _daad(gebeurtenis, organisaties))
        sleutel = (dag(gebeurtenis.op), zin) if per_dag else (nummer,)
        regels.setdefault(sleutel, Logregel(gebeurtenis.op, zin))
    return list(regels.values())


def dagregels(gebeurtenissen: Iterable[AuditEvent], ouder_id: UUID, organisaties: Mapping[UUID, str]) -> list[Logregel]:
    """What one parent reads: one line for everybody and every day, with a short sentence for each thing done that day.

    Colleagues of one function have no names here, so the same sentence of two of them is one line that says so.
    """
    wie = als_ouder(ouder_id, organisaties)
    dagen: dict[tuple[object, ...], tuple[datetime, str, list[str]]] = {}
    for gebeurtenis in gebeurtenissen:
        if gebeurtenis.wat in STIL:
            continue
        sleutel = (dag(gebeurtenis.op), gebeurtenis.actor_id, gebeurtenis.rol, gebeurtenis.organisatie_id)
        daden = dagen.setdefault(sleutel, (gebeurtenis.op, wie(gebeurtenis), []))[2]
        daad = _daad_voor_ouder(gebeurtenis, ouder_id, organisaties)
        # Events come newest first; a day is told from its morning, and each thing once.
        if daad in daden:
            daden.remove(daad)
        daden.insert(0, daad)
    regels: dict[tuple[object, ...], Logregel] = {}
    for op, naam, daden in dagen.values():
        zin = ". ".join(_zin(naam, daad) for daad in daden)
        eerder = regels.get((dag(op), zin))
        regels[dag(op), zin] = replace(eerder, mensen=eerder.mensen + 1) if eerder else Logregel(op, zin)
    return list(regels.values())


def _zin(wie: str, daad: str) -> str:
    # Other languages put it otherwise ("A teacher: …"), because their verb follows the person.
    return _("%(wie)s %(daad)s") % {"wie": wie, "daad": daad}


def genoemde_organisaties(gebeurtenissen: Iterable[AuditEvent]) -> set[UUID]:
    """The organisations whose names the lines need: where somebody worked, and where something went."""
    paren = ((g.organisatie_id, g.object_id) for g in gebeurtenissen)
    return {gevonden for paar in paren for gevonden in paar if gevonden}


def als_ouder(ouder_id: UUID, organisaties: Mapping[UUID, str]) -> type_wie:
    """Who it was, as a parent reads it: the parent self, or a function and a school; never a name."""

    def wie(gebeurtenis: AuditEvent) -> str:
        if gebeurtenis.actor_id == ouder_id:
            return _("U")
        functie = str(_FUNCTIE.get(Rol(gebeurtenis.rol), gettext_lazy("Overstap")))
        naam = organisaties.get(gebeurtenis.organisatie_id) if gebeurtenis.organisatie_id else None
        return _("%(functie)s van %(school)s") % {"functie": functie, "school": naam} if naam else functie

    return wie


def als_collega(namen: Mapping[UUID, str], organisaties: Mapping[UUID, str]) -> type_wie:
    """Who it was, as a colleague reads it: the name of a colleague, else the function and the school."""

    def wie(gebeurtenis: AuditEvent) -> str:
        if gebeurtenis.rol == Rol.OUDER:
            return _("Een ouder")
        if gebeurtenis.actor_id and (collega := namen.get(gebeurtenis.actor_id)):
            return collega
        functie = str(_FUNCTIE.get(Rol(gebeurtenis.rol), gettext_lazy("Overstap")))
        naam = organisaties.get(gebeurtenis.organisatie_id) if gebeurtenis.organisatie_id else None
        return _("%(functie)s van %(school)s") % {"functie": functie, "school": naam} if naam else functie

    return wie


_FUNCTIE = {
    Rol.LEERKRACHT: gettext_lazy("Een leerkracht"),
    Rol.INTERN_BEGELEIDER: gettext_lazy("De intern begeleider"),
    Rol.DIRECTEUR: gettext_lazy("De directeur"),
    Rol.ADMINISTRATIE_PO: gettext_lazy("De administratie"),
    Rol.GAST: gettext_lazy("Een medewerker"),
    Rol.TOELATINGSCOMMISSIE: gettext_lazy("De toelatingscommissie"),
    Rol.ZORGCOORDINATOR: gettext_lazy("De zorgcoördinator"),
    Rol.ADMINISTRATIE_VO: gettext_lazy("De administratie"),
    Rol.SWV_LOKET: gettext_lazy("Het loket"),
    Rol.SWV_COMMISSIE: gettext_lazy("De adviescommissie"),
    Rol.REGIOCOORDINATOR: gettext_lazy("De regiocoördinator"),
    Rol.LEERLINGADMINISTRATIE: gettext_lazy("De leerlingadministratie"),
    Rol.SWV_SYSTEEM: gettext_lazy("Het eigen systeem"),
    Rol.KOPPELING: gettext_lazy("Een computerprogramma"),
    Rol.MEEKIJKER: gettext_lazy("Een helper die meekeek op verzoek"),
}


def _daad_voor_ouder(gebeurtenis: AuditEvent, ouder_id: UUID, organisaties: Mapping[UUID, str]) -> str:
    if gebeurtenis.actor_id != ouder_id and gebeurtenis.wat in _VAN_U:
        return str(_VAN_U[gebeurtenis.wat])
    if gebeurtenis.wat in _IN_HET_DOSSIER:
        return str(DADEN["dossier.bekeken"])
    return _daad(gebeurtenis, organisaties)


def _daad(gebeurtenis: AuditEvent, organisaties: Mapping[UUID, str]) -> str:
    if gebeurtenis.rol == Rol.OUDER and gebeurtenis.wat in _DOOR_OUDER:
        return str(_DOOR_OUDER[gebeurtenis.wat])
    if gebeurtenis.wat == "overdracht.opgehaald" and gebeurtenis.gegevens.get("vorm") == "pdf":
        return str(_PDF)
    naar = organisaties.get(gebeurtenis.object_id) if gebeurtenis.object_id else None
    return str(_ALLE.get(gebeurtenis.wat, gebeurtenis.wat)).format(naar=naar or _("een school"))
