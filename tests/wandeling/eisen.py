"""What must be true after every act, looked at as each of those who may see, without any filter of ours?"""

from __future__ import annotations

import json
from uuid import UUID

from overstap.domain.bijlagen.enums import Ontvanger
from overstap.domain.dossiers.enums import Staat
from overstap.domain.dossiers.rules import BEVROREN, BIJ_HET_VO, TOEGESTANE_STAPPEN
from overstap.domain.overdrachten.models import Overdracht
from overstap.domain.overdrachten.queries import ging_mee_for
from overstap.domain.plaatsingen.enums import Aanmeldstatus
from overstap.foundation.access import Actor
from overstap.foundation.rls import als
from overstap.foundation.sleutels.kast import Slot
from tests.wandeling.kijken import ids, niets_in, rijen
from tests.wandeling.lezers import lees_rond
from tests.wandeling.wandelaar import Wandeling
from tests.wandeling.zorgeisen import bij_het_swv, bij_school_en_ouders


def controleer(w: Wandeling, vorige: Staat) -> Staat:
    """Raise `AssertionError` when something is not as it must be, or somebody reads too much; returns the state."""
    nu = _bij_de_school(w, vorige)
    _bij_het_vo(w)
    bij_het_swv(w)
    _bij_een_ouder(w)
    lees_rond(w)
    return nu


def _binnen_twee(van: Staat) -> set[Staat]:
    # One act may take more than one step, as sending again what was withdrawn does not.
    een = TOEGESTANE_STAPPEN[van]
    return set(een).union(*(TOEGESTANE_STAPPEN[naar] for naar in een), {van})


def _bij_de_school(w: Wandeling, vorige: Staat) -> Staat:
    van = w.dossier_id
    with als(w.plek.directeur):
        [(stand,)] = rijen("select staat from dossiers_dossier where id = %s", van)
        nu = Staat(stand)
        assert nu in _binnen_twee(vorige), f"{vorige} → {nu}"
        _bijlagen(w)
        definitief = dict(rijen(_DEFINITIEF, van))
        assert definitief or nu not in BEVROREN
        # No way around inzage: everybody with gezag was offered the report before each definitive version.
        aangeboden = rijen("select verzorger_id, aangeboden_op from inzages_inzage where dossier_id = %s", van)
        for gemaakt_op in definitief.values():
            assert {wie for wie, op in aangeboden if op <= gemaakt_op} >= set(w.verzorgers)
        verstuurd = rijen(_VERSTUURD, van)
        for versie_id, op, terug_op, aanmelding_terug_op in verstuurd:
            assert definitief[versie_id] <= op
            assert terug_op or aanmelding_terug_op is None
        w.bij_het_vo = any(terug_op is None for _versie, _op, terug_op, _aanmelding in verstuurd)
        assert w.bij_het_vo or nu not in BIJ_HET_VO
        _plaatsingen(w)
        bij_school_en_ouders(w, ook_ongezien=True)
    return nu


_DEFINITIEF = "select id, gemaakt_op from rapporten_versie where dossier_id = %s and soort = 'definitief'"
_VERSTUURD = """
select o.versie_id, o.verstuurd_op, o.ingetrokken_op, a.ingetrokken_op from overdrachten_overdracht o
join overdrachten_aanmelding a on a.id = o.aanmelding_id where o.dossier_id = %s
"""
_OPEN = """
select id, vrijgegeven_op, vrijgegeven_swv_op from bijlagen_bijlage where dossier_id = %s and ingetrokken_op is null
"""
_JA = """
select t.bijlage_id, t.ontvangers::text from bijlagen_toestemming t join bijlagen_bijlage b on b.id = t.bijlage_id
where t.dossier_id = %s and t.ingetrokken_op is null and b.ingetrokken_op is null
"""


def _bijlagen(w: Wandeling) -> None:
    """Each is open to exactly whom we remember, and to nobody without the permission that runs."""
    aan = {een: _ontvangers(vo, swv) for een, vo, swv in rijen(_OPEN, w.dossier_id)}
    assert aan == w.aan
    assert all(w.ja.get(een, frozenset()) >= open_ for een, open_ in aan.items() if w.soort[een].ouders_nodig)
    assert {een: frozenset(map(Ontvanger, json.loads(voor))) for een, voor in rijen(_JA, w.dossier_id)} == w.ja


def _ontvangers(vo: object, swv: object) -> frozenset[Ontvanger]:
    return frozenset(wie for wie, op in ((Ontvanger.VO, vo), (Ontvanger.SWV, swv)) if op is not None)


def _plaatsingen(w: Wandeling) -> None:
    """Each application is where the vo school brought it, and each question is answered when we remember an answer."""
    for een, status in rijen("select id, status from plaatsingen_plaatsing where dossier_id = %s", w.dossier_id):
        assert status == w.status.setdefault(een, Aanmeldstatus.ONTVANGEN), f"{status} en niet {w.status[een]}"
    vragen = rijen("select id, beantwoord_op from plaatsingen_vraag where dossier_id = %s", w.dossier_id)
    assert {een: op is not None for een, op in vragen} == w.vragen


def _bij_het_vo(w: Wandeling) -> None:
    """Nothing is there that is not released now; nothing of who agreed; and nothing at all without a transfer."""
    mag = {bijlage for bijlage, aan in w.aan.items() if Ontvanger.VO in aan}
    with als(w.wereld.vo.toelating) as by:
        ziet = ids("select id from bijlagen_bijlage where dossier_id = %s", w.dossier_id)
        assert ziet <= mag, ziet - mag
        assert niets_in("bijlagen_toestemming")
        if not w.bij_het_vo:
            assert not ids("select id from dossiers_dossier where id = %s", w.dossier_id)
            assert niets_in(*_VAN_EEN_OVERDRACHT, van=w.dossier_id)
        elif w.gelukt % 3 == 0:
            _wat_de_pagina_toont(w, by, mag)


_VAN_EEN_OVERDRACHT = (
    "plaatsingen_plaatsing", "plaatsingen_besluit", "plaatsingen_vraag", "inzages_warmeoverdracht",
)  # fmt: skip


def _wat_de_pagina_toont(w: Wandeling, by: Actor, mag: set[UUID]) -> None:
    lopend = Overdracht.objects.filter(dossier_id=w.dossier_id, ingetrokken_op=None)
    for zending in lopend.select_related("dossier", "versie"):
        mee = ging_mee_for(by, zending, Slot(zending.dossier.sleutel_id))
        assert {b.rij.id for b in mee} <= mag


def _bij_een_ouder(w: Wandeling) -> None:
    """A parent reads every question about the child, and of a care route only what was laid before the parents."""
    if not w.ouders:
        return
    with als(w.een_ouder()[0]):
        assert ids("select id from plaatsingen_vraag") == set(w.vragen)
        assert not ids("select id from bijlagen_toestemming where dossier_id <> %s", w.dossier_id)
        bij_school_en_ouders(w, ook_ongezien=False)
