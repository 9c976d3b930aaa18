"""Does anybody read of the pupil of a walk what that person should not? After every act two kinds of readers ask.

What each may see stands here as people say it, written from the words of the product and the law and not from the
policies: a table that stands in no line of a reader is a read that should not be, whatever happened before. It is
asked of every table that hangs on a dossier, found in the database, without a filter of ours.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from uuid import UUID, uuid4

from overstap.domain.dossiers.models import Dossier
from overstap.domain.dossiers.queries import dossier_for, slot_for
from overstap.foundation.access import Actor, NietGevonden, Rol
from overstap.foundation.rls import als
from overstap.foundation.sleutels.kast import SleutelDicht
from tests.wandeling.kijken import ids, rijen
from tests.wandeling.wandelaar import Ontsnapt, Wandeling

# What stays of an act of one's own, whatever else ends.
EIGEN_DADEN = frozenset({"audit_auditevent"})
# Who has the report or a part of it: that one has it, and whether its use is restricted.
MET_TOEGANG = EIGEN_DADEN | {"dossiers_toegang", "dossiers_beperking"}
# A vo school to which it was sent: the definitive report with what goes along, what was said about the place there.
BIJ_HET_VO = MET_TOEGANG | {
    "overdrachten_overdracht", "rapporten_versie", "rapporten_versiepdf", "rapporten_aanvulling",
    "rapporten_aanvullingpdf", "bijlagen_bijlage", "inzages_zienswijze", "inzages_ouderstuk",
    "inzages_warmeoverdracht", "plaatsingen_plaatsing", "plaatsingen_besluit", "plaatsingen_vraag",
    "zorgroutes_zorgroute", "zorgroutes_zorgbesluit",
}  # fmt: skip
# A samenwerkingsverband with a zorgaanmelding: that, and no row of the report.
BIJ_HET_SWV = MET_TOEGANG | {
    "zorgroutes_zorgroute", "zorgroutes_zorgaanmelding", "zorgroutes_zorgzienswijze", "zorgroutes_zorgvraag",
    "zorgroutes_zorgbesluit", "zorgroutes_zaak", "zorgroutes_zaakstuk", "zorgroutes_zaakbestand",
    "zorgroutes_zorgkoppeling",
}  # fmt: skip
# A parent: everything that was offered, sent and decided about the child, and what this parent wrote.
BIJ_EEN_OUDER = MET_TOEGANG | {
    "rapporten_versie", "rapporten_versiepdf", "rapporten_aanvulling", "rapporten_aanvullingpdf", "bijlagen_bijlage",
    "inzages_inzage", "inzages_zienswijze", "inzages_correctieverzoek", "inzages_ouderstuk", "inzages_codeverzoek",
    "inzages_warmeoverdracht", "inzages_aanvullezing", "overdrachten_overdracht", "plaatsingen_plaatsing",
    "plaatsingen_besluit", "plaatsingen_vraag", "zorgroutes_zorgroute", "zorgroutes_zorgaanmelding",
    "zorgroutes_zorgzienswijze", "zorgroutes_zorgvraag", "zorgroutes_zorgbesluit",
}  # fmt: skip
# What a parent wrote or was told alone: never a row of the other parent.
VAN_EEN_OUDER = ("inzages_inzage", "inzages_zienswijze", "inzages_correctieverzoek", "inzages_ouderstuk")


@dataclass(frozen=True)
class Lezer:
    """Somebody who asks, and the tables in which a row of this pupil may be seen."""

    wie: Actor
    mag: frozenset[str]


def lezers(w: Wandeling) -> tuple[Lezer, ...]:
    """Somebody who may see nothing and somebody who may, others after each act: in eight acts everybody asked."""
    beurt, vreemden, bekenden = w.gelukt, _vreemden(w), _bekenden(w)
    return Lezer(vreemden[beurt % len(vreemden)], frozenset()), bekenden[beurt % len(bekenden)]


def _bekenden(w: Wandeling) -> list[Lezer]:
    """Every person and program of the vo school and the samenwerkingsverband, and every parent who was invited."""
    wereld, vo = w.wereld, BIJ_HET_VO if w.bij_het_vo else EIGEN_DADEN
    mensen = [wereld.vo.toelating, wereld.vo.zorg, wereld.vo.administratie]
    programmas = [Actor(rol, uuid4(), wereld.vo.id) for rol in (Rol.KOPPELING, Rol.LEERLINGADMINISTRATIE)]
    swv_id = wereld.swv[Rol.SWV_LOKET].organisatie_id
    swv = BIJ_HET_SWV if any(route.bij_swv for route in w.routes.values()) else _WAT_EEN_SWV_HOUDT
    bij_swv = [wereld.swv[Rol.SWV_LOKET], wereld.swv[Rol.SWV_COMMISSIE], Actor(Rol.SWV_SYSTEEM, uuid4(), swv_id)]
    return [
        *(Lezer(ouder, BIJ_EEN_OUDER) for ouder, _inzage, _papier in w.ouders.values()),
        *(Lezer(wie, vo) for wie in (*mensen, *programmas)),
        *(Lezer(wie, swv) for wie in bij_swv),
    ]


# Its own file of a case that was withdrawn is the samenwerkingsverband's, until its term is over.
_WAT_EEN_SWV_HOUDT = EIGEN_DADEN | {"zorgroutes_zaak", "zorgroutes_zaakstuk", "zorgroutes_zaakbestand"}


def _vreemden(w: Wandeling) -> tuple[Actor, ...]:
    """Another basisschool, the region, a school that is not there, a parent of nobody, the system of elsewhere."""
    b = w.wereld.b
    collega = (b.leerkracht, b.ib, b.directeur, b.administratie)[w.gelukt % 4]
    return (
        collega, w.wereld.regio[Rol.REGIOCOORDINATOR], Actor(Rol.MEEKIJKER, uuid4(), b.id),
        Actor(Rol.DIRECTEUR, uuid4(), uuid4()), Actor(Rol.OUDER, uuid4()), Actor(Rol.SYSTEEM, None, b.id),
        Actor(Rol.SYSTEEM), Actor(Rol.KOPPELING, uuid4(), b.id),
    )  # fmt: skip


def lees_rond(w: Wandeling) -> None:
    """Raise `Ontsnapt` when somebody sees a row of this pupil that this person should not."""
    for lezer in lezers(w):
        with als(lezer.wie) as by:
            ziet = _gezien(w.dossier_id)
            if te_veel := ziet - lezer.mag:
                raise Ontsnapt(f"{by.rol} leest {sorted(te_veel)}")
            _dossier(w, by, mag=bool(lezer.mag - EIGEN_DADEN - _WAT_EEN_SWV_HOUDT))
            if by.ouder_id is not None:
                _alleen_eigen(by.ouder_id, ziet)
    _kijkt_mee(w)


def _gezien(dossier_id: UUID) -> frozenset[str]:
    """The tables that show a row of this pupil to who is asking now."""
    delen = [f"select '{tabel}' where exists (select from {tabel} where dossier_id = %s)" for tabel in _tabellen()]  # noqa: S608  # names of the database itself
    return frozenset(naam for (naam,) in rijen(" union all ".join(delen), *([dossier_id] * len(delen))))


@cache
def _tabellen() -> tuple[str, ...]:
    """Every table that hangs on a dossier: found, so that the next one is asked too."""
    vraag = """select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'dossier_id'
      join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind in ('r', 'p') order by 1"""
    namen = tuple(naam for (naam,) in rijen(vraag))
    assert len(namen) > 30
    return namen


def _dossier(w: Wandeling, by: Actor, *, mag: bool) -> None:
    """The query of the product says the same as the database, and the database the same without our query."""
    zonder_filter = bool(ids("select id from dossiers_dossier where id = %s", w.dossier_id))
    try:
        dossier_for(by, w.dossier_id)
    except NietGevonden:
        gevonden = False
    else:
        gevonden = True
    if (gevonden or zonder_filter) and not mag:
        raise Ontsnapt(f"{by.rol} vindt het dossier")


def _alleen_eigen(ouder_id: UUID, ziet: frozenset[str]) -> None:
    for tabel in ziet.intersection(VAN_EEN_OUDER):
        if anderen := ids(f"select ouder_id from {tabel}") - {ouder_id}:  # noqa: S608  # our own names
            raise Ontsnapt(f"ouder {ouder_id} leest in {tabel} van {anderen}")


def _kijkt_mee(w: Wandeling) -> None:
    """Who looks along at the own school finds the dossier, and opens nothing in it (ADR 41)."""
    with als(Actor(Rol.MEEKIJKER, uuid4(), w.plek.id)) as by:
        dossier: Dossier = dossier_for(by, w.dossier_id)
        try:
            slot_for(by, dossier)
        except SleutelDicht:
            return
        raise Ontsnapt("wie meekijkt, opent de sleutel van het dossier")
