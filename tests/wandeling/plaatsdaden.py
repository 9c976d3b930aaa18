"""What can be tried after a report arrived: the vo school asks, talks, decides, revises and places; po answers."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any
from uuid import UUID

from overstap.domain.overdrachten.models import Overdracht
from overstap.domain.plaatsingen import actions
from overstap.domain.plaatsingen.enums import Aanmeldstatus, Afwijsgrond, Herzienreden
from overstap.domain.plaatsingen.queries import plaatsing_for
from overstap.foundation.access import GeenRecht, NietGevonden
from overstap.foundation.klok import dag
from overstap.foundation.rls import als
from tests.wandeling.wandelaar import Ontsnapt, Wandeling, type_daad

GEGEVENS = {"wie": "De leerkracht", "met_wie": "De mentor", "waarover": "Hoe zij leert"}


def vraag_van_vo(w: Wandeling) -> None:
    overdracht_id = w.lopend(Overdracht)
    with als(w.wereld.vo.toelating) as by:
        vraag_id = actions.stel_vraag(overdracht_id=overdracht_id, tekst="Hoe leert zij het beste?", by=by, at=w.at)
    w.vragen[vraag_id] = False


def antwoord_aan_vo(w: Wandeling) -> None:
    vraag_id = w.kans.choice(sorted(w.vragen)) if w.vragen else w.dossier_id
    with als(w.plek.ib) as by:
        actions.beantwoord_vraag(dossier_id=w.dossier_id, vraag_id=vraag_id, tekst="Door te doen.", by=by, at=w.at)
    if w.vragen[vraag_id]:
        raise Ontsnapt("twee keer beantwoord")
    w.vragen[vraag_id] = True


def zie_antwoorden(w: Wandeling) -> None:
    overdracht_id = w.lopend(Overdracht)
    with als(w.wereld.vo.toelating) as by:
        actions.antwoorden_gezien(overdracht_id=overdracht_id, by=by, at=w.at)


def kondig_gesprek_aan(w: Wandeling) -> None:
    overdracht_id = w.lopend(Overdracht)
    with als(w.wereld.vo.toelating) as by:
        w.gesprekken.append(
            actions.kondig_gesprek_aan(
                overdracht_id=overdracht_id, gepland_op=dag(w.at), gegevens=GEGEVENS, by=by, at=w.at
            )
        )


def leg_gesprek_vast(w: Wandeling) -> None:
    overdracht_id = w.lopend(Overdracht)
    warm_id = w.gesprekken[-1] if w.gesprekken else w.dossier_id
    gehouden = w.kans.choice((dag(w.at), None))
    with als(w.wereld.vo.toelating) as by:
        actions.leg_gesprek_vast(overdracht_id=overdracht_id, warm_id=warm_id, gehouden_op=gehouden, by=by, at=w.at)


@contextmanager
def _bij_het_vo(w: Wandeling) -> Iterator[tuple[UUID, dict[str, Any]]]:
    """The vo school acts on a running transfer: (its plaatsing, what every act takes)."""
    overdracht_id = w.lopend(Overdracht)
    with als(w.wereld.vo.toelating) as by:
        plaatsing_id = plaatsing_for(by, overdracht_id).id
        yield plaatsing_id, {"overdracht_id": overdracht_id, "by": by, "at": w.at}


def besluit_van_vo(w: Wandeling, naar: Aanmeldstatus | None = None) -> None:
    """Decide: this, or anything, right or wrong."""
    waarheen, grond = _waarheen(w, naar)
    with _bij_het_vo(w) as (plaatsing_id, wie):
        actions.besluit(naar=waarheen, **grond, **wie)
    w.status[plaatsing_id] = waarheen


def herzie(w: Wandeling, naar: Aanmeldstatus | None = None) -> None:
    """Revise: to this, or to anything, right or wrong."""
    waarheen, grond = _waarheen(w, naar)
    with _bij_het_vo(w) as (plaatsing_id, wie):
        actions.herzie(naar=waarheen, reden=w.kans.choice(list(Herzienreden)), **grond, **wie)
    w.status[plaatsing_id] = waarheen


def _waarheen(w: Wandeling, naar: Aanmeldstatus | None) -> tuple[Aanmeldstatus, dict[str, Any]]:
    """What is decided and on which ground, which is forgotten now and then when anything will do."""
    gekozen = naar or w.kans.choice(list(Aanmeldstatus))
    if gekozen is not Aanmeldstatus.AFGEWEZEN or (naar is None and w.kans.random() < 0.1):
        return gekozen, {}
    return gekozen, {"grond": w.kans.choice(list(Afwijsgrond)), "toelichting": "Er is geen plek meer."}


def plaats(w: Wandeling) -> None:
    with _bij_het_vo(w) as (plaatsing_id, wie):
        actions.plaats(brugklas_id=w.kans.choice(w.brugklassen), **wie)
    w.status[plaatsing_id] = Aanmeldstatus.GEPLAATST


def verleng(w: Wandeling) -> None:
    with _bij_het_vo(w) as (_plaatsing, wie):
        actions.verleng(toelichting="Wij wachten op de uitslag.", **wie)


def probeer_plaatsing_die_niet_mag(w: Wandeling) -> None:
    """Somebody without the right, or of another school, tries; it must be refused."""
    wie = w.kans.choice((w.plek.directeur, w.wereld.b.directeur, w.wereld.vo.administratie))
    overdracht_id = w.lopend(Overdracht)
    with suppress(GeenRecht, NietGevonden):
        with als(wie) as by:
            actions.besluit(overdracht_id=overdracht_id, naar=Aanmeldstatus.TOELAATBAAR, by=by, at=w.at)
        raise Ontsnapt(f"{wie.rol} besluit")


PLAATSDADEN: dict[type_daad, int] = {
    vraag_van_vo: 6, antwoord_aan_vo: 5, zie_antwoorden: 2, kondig_gesprek_aan: 3, leg_gesprek_vast: 3,
    besluit_van_vo: 7, herzie: 4, plaats: 6, verleng: 2, probeer_plaatsing_die_niet_mag: 2,
}  # fmt: skip
