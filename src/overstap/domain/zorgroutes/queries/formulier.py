"""What would go to the samenwerkingsverband now, and what stands in the way of sending it?"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Protocol, cast
from uuid import UUID

from overstap.domain.bijlagen.models import Bijlage, Keurbaar
from overstap.domain.bijlagen.queries import LeesbareBijlage, controleer_vertrek_for, oorsprong_for
from overstap.domain.bijlagen.queries import voor_swv as bijlagen_voor_swv
from overstap.domain.bijlagen.rules import VertrekGeweigerd
from overstap.domain.dossiers.enums import Nummersoort
from overstap.domain.dossiers.models import Dossier
from overstap.domain.dossiers.queries import nummer_for
from overstap.domain.importen.snapshot import Persoonsnummer
from overstap.domain.rapporten.catalogue.ondersteuning_gekregen import VRAAG_NAAM
from overstap.domain.rapporten.queries import inhoud_for
from overstap.domain.rapporten.snapshot import Inhoud
from overstap.domain.zorgroutes.enums import Domein, Routesoort
from overstap.domain.zorgroutes.models import Zorgroute
from overstap.domain.zorgroutes.queries.route import kijkers_bij_swv_for, voorbereiding_for, zienswijzen_for
from overstap.domain.zorgroutes.queries.verband import aanvrager_for, swvbezwaar_for
from overstap.domain.zorgroutes.rules import Zorgfeiten, Zorgpunt, scores_uit_las, zorgchecklist
from overstap.domain.zorgroutes.rules.formulier import met_documenten, plannen_in, voor_oso, voor_swv
from overstap.domain.zorgroutes.snapshot import Domeinscore, Stuk, Zorgformulier
from overstap.foundation.access import Actor
from overstap.foundation.klok import dag
from overstap.foundation.poort import poort
from overstap.foundation.sleutels.kast import Slot


def formulier_for(actor: Actor, route: Zorgroute, slot: Slot, at: datetime) -> Zorgformulier:
    """The form as it would be sent now; needs a report that can be read (the own school's)."""
    dossier = route.dossier
    soort = Routesoort(route.soort)
    bijlagen = bijlagen_voor_swv(actor, dossier.id)
    rapport = voor_swv(inhoud_for(actor, dossier, slot))
    aanvrager = aanvrager_for(actor, route)
    return Zorgformulier(
        soort=soort,
        schooljaar=dossier.schooljaar,
        groep=dossier.groep,
        school=dossier.school.naam,
        vo_school=aanvrager.ontvanger.naam if aanvrager else "",
        rapport=met_documenten(rapport, (bijlage.rij.sleutel for bijlage in bijlagen)),
        voorbereiding=voorbereiding_for(actor, route, slot),
        stukken=_stukken(bijlagen),
        op=dag(at),
        zienswijzen=tuple(tekst for _rij, tekst in zienswijzen_for(actor, route, slot)),
    )


def _stukken(bijlagen: Iterable[LeesbareBijlage]) -> tuple[Stuk, ...]:
    """Attachments as a form names them."""
    return tuple(Stuk(str(een.rij.id), een.rij.soort, een.bestandsnaam, een.omschrijving) for een in bijlagen)


def scores_uit_las_for(actor: Actor, route: Zorgroute, slot: Slot, vandaag: date) -> dict[Domein, Domeinscore]:
    """What the tests of the report say of each domain of the drempelonderzoek, for who begins to fill it in."""
    return scores_uit_las(inhoud_for(actor, route.dossier, slot).get("toetsen") or (), vandaag)


def meegegeven_for(actor: Actor, dossier: Dossier, formulier: Zorgformulier) -> tuple[tuple[Bijlage, UUID], ...]:
    """The attachments of a sent form that the samenwerkingsverband may have now, each with its id in that form.

    That is another id when the basisschool put another document in its place since.
    """
    toen, ketens = {UUID(stuk.id) for stuk in formulier.stukken}, oorsprong_for(actor, dossier)
    paren = ((bijlage.rij, ketens[bijlage.rij.id]) for bijlage in bijlagen_voor_swv(actor, dossier.id))
    return tuple((rij, stuk_id) for rij, keten in paren for stuk_id in keten if stuk_id in toen)


def na_te_sturen_for(actor: Actor, route: Zorgroute, formulier: Zorgformulier) -> tuple[LeesbareBijlage, ...]:
    """The attachments released to the samenwerkingsverband since the form was sent, in the place of none in it."""
    gingen = {rij.id for rij, _stuk_id in meegegeven_for(actor, route.dossier, formulier)}
    return tuple(een for een in bijlagen_voor_swv(actor, route.dossier_id) if een.rij.id not in gingen)


def aangevuld_for(
    actor: Actor, route: Zorgroute, formulier: Zorgformulier, bijlagen: Collection[UUID]
) -> tuple[Zorgformulier, list[Bijlage]]:
    """The form with those of `bijlagen` that may be sent after it, and which those are."""
    na = [een for een in na_te_sturen_for(actor, route, formulier) if een.rij.id in bijlagen]
    return replace(formulier, stukken=(*formulier.stukken, *_stukken(na))), [een.rij for een in na]


def zorgchecklist_for(
    actor: Actor, route: Zorgroute, formulier: Zorgformulier, slot: Slot, at: datetime
) -> tuple[Zorgpunt, ...]:
    """The checklist of a route, with the facts as they are now."""
    bijlagen = bijlagen_voor_swv(actor, route.dossier_id)
    return zorgchecklist(
        Zorgfeiten(
            soort=formulier.soort,
            voorbereiding=formulier.voorbereiding,
            plan_gaat_mee=bool(plannen_in(bijlage.rij for bijlage in bijlagen)),
            zienswijzen=len(formulier.zienswijzen),
            voorgelegd=route.voorgelegd_op is not None,
            vo_bekend=bool(formulier.vo_school),
            kijkers=len(kijkers_bij_swv_for(actor, route.swv_id)),
            vandaag=dag(at),
            bijlage_bezwaar=_bezwaar(actor, [bijlage.rij for bijlage in bijlagen]),
            zonder_ondersteuning=formulier.rapport.get(VRAAG_NAAM) is False,
            oso_bezwaren=zorgosobezwaren_for(actor, route.dossier, slot, formulier, dag(at)),
            swv_bezwaar=swvbezwaar_for(actor, route),
        )
    )


class Zorgosokeuring(Protocol):
    """Who knows the OSO standard answers what keeps a file for a samenwerkingsverband from being made."""

    def __call__(
        self, inhoud: Inhoud, *, nummer: Persoonsnummer | None, sleutels: Sequence[str], datum: date
    ) -> tuple[str, ...]: ...


def zorgosobezwaren_for(
    actor: Actor, dossier: Dossier, slot: Slot, formulier: Zorgformulier, op: date
) -> tuple[str, ...]:
    """Sentences about what keeps the OSO file of this form from being made on the day `op`; empty is well."""
    keur = cast("Zorgosokeuring", poort("oso.bezwaren_swv"))
    bijlagen = [bijlage.rij for bijlage in bijlagen_voor_swv(actor, dossier.id)]
    if not (plannen := plannen_in(bijlagen)) or formulier.rapport.get(VRAAG_NAAM) is False:
        return ()  # the checklist asks for these first
    return keur(
        voor_oso(formulier.rapport, plannen),
        nummer=persoonsnummer_for(actor, dossier, slot),
        sleutels=[bijlage.sleutel for bijlage in bijlagen],
        datum=op,
    )


def persoonsnummer_for(actor: Actor, dossier: Dossier, slot: Slot) -> Persoonsnummer | None:
    """The number of the pupil, which is never written in a file for a samenwerkingsverband, only looked for."""
    nummer = nummer_for(actor, dossier, slot)
    return Persoonsnummer(Nummersoort(nummer[0]), nummer[1]) if nummer else None


def _bezwaar(actor: Actor, mee: Sequence[Keurbaar]) -> str:
    try:
        controleer_vertrek_for(actor, mee)
    except VertrekGeweigerd as fout:
        return fout.zin
    return ""
