"""What must be true after every act, looked at as each of those who may see, without any filter of ours?"""

from __future__ import annotations

from overstap.domain.bijlagen.enums import Ontvanger
from overstap.domain.bijlagen.models import Bijlage, Toestemming
from overstap.domain.dossiers.enums import Staat
from overstap.domain.dossiers.models import Dossier
from overstap.domain.dossiers.rules import BEVROREN, BIJ_HET_VO, TOEGESTANE_STAPPEN
from overstap.domain.inzages.models import Inzage, WarmeOverdracht
from overstap.domain.overdrachten.models import Overdracht
from overstap.domain.overdrachten.queries import ging_mee_for
from overstap.domain.plaatsingen.enums import Aanmeldstatus
from overstap.domain.plaatsingen.models import Besluit, Plaatsing, Vraag
from overstap.domain.rapporten.enums import Versiesoort
from overstap.domain.rapporten.models import Versie
from overstap.foundation.rls import als
from overstap.foundation.sleutels.kast import Slot
from tests.wandeling.wandelaar import Wandeling
from tests.wandeling.zorgeisen import bij_het_swv, bij_school_en_ouders


def controleer(w: Wandeling, vorige: Staat) -> Staat:
    """Raise `AssertionError` when something is not as it must be; returns the state."""
    nu = _bij_de_school(w, vorige)
    _bij_het_vo(w)
    bij_het_swv(w)
    _bij_een_ouder(w)
    return nu


def _binnen_twee(van: Staat) -> set[Staat]:
    # One act may take more than one step, as sending again what was withdrawn does not.
    een = TOEGESTANE_STAPPEN[van]
    return set(een).union(*(TOEGESTANE_STAPPEN[naar] for naar in een), {van})


def _bij_de_school(w: Wandeling, vorige: Staat) -> Staat:
    eigen = {"dossier_id": w.dossier_id}
    with als(w.plek.directeur):
        nu = Staat(Dossier.objects.values_list("staat", flat=True).get(id=w.dossier_id))
        assert nu in _binnen_twee(vorige), f"{vorige} → {nu}"
        rijen = Bijlage.objects.filter(**eigen, ingetrokken_op=None)
        kolommen = rijen.values_list("id", "vrijgegeven_op", "vrijgegeven_swv_op")
        aan = {een: _ontvangers(vo, swv) for een, vo, swv in kolommen}
        assert aan == w.aan
        assert all(w.ja.get(een, frozenset()) >= open_ for een, open_ in aan.items() if w.soort[een].ouders_nodig)
        lopend = Toestemming.objects.filter(**eigen, ingetrokken_op=None, bijlage__ingetrokken_op=None)
        ja = {een: frozenset(map(Ontvanger, voor)) for een, voor in lopend.values_list("bijlage_id", "ontvangers")}
        assert ja == w.ja
        definitief = dict(Versie.objects.filter(**eigen, soort=Versiesoort.DEFINITIEF).values_list("id", "gemaakt_op"))
        assert definitief or nu not in BEVROREN
        # No way around inzage: everybody with gezag was offered the report before each definitive version.
        aangeboden = list(Inzage.objects.filter(**eigen).values_list("verzorger_id", "aangeboden_op"))
        for gemaakt_op in definitief.values():
            assert {wie for wie, op in aangeboden if op <= gemaakt_op} >= set(w.verzorgers)
        verstuurd = Overdracht.objects.filter(**eigen).values_list(
            "versie_id", "verstuurd_op", "ingetrokken_op", "aanmelding__ingetrokken_op"
        )
        for versie_id, op, terug_op, aanmelding_terug_op in verstuurd:
            assert definitief[versie_id] <= op
            assert terug_op or aanmelding_terug_op is None
        w.bij_het_vo = any(terug_op is None for _versie, _op, terug_op, _aanmelding in verstuurd)
        assert w.bij_het_vo or nu not in BIJ_HET_VO
        _plaatsingen(w)
        bij_school_en_ouders(w, ook_ongezien=True)
    return nu


def _ontvangers(vo: object, swv: object) -> frozenset[Ontvanger]:
    return frozenset(wie for wie, op in ((Ontvanger.VO, vo), (Ontvanger.SWV, swv)) if op is not None)


def _plaatsingen(w: Wandeling) -> None:
    """Each application is where the vo school brought it, and each question is answered when we remember an answer."""
    for een, status in Plaatsing.objects.filter(dossier_id=w.dossier_id).values_list("id", "status"):
        assert status == w.status.setdefault(een, Aanmeldstatus.ONTVANGEN), f"{status} en niet {w.status[een]}"
    vragen = Vraag.objects.filter(dossier_id=w.dossier_id).values_list("id", "beantwoord_op")
    assert {een: op is not None for een, op in vragen} == w.vragen


def _bij_het_vo(w: Wandeling) -> None:
    """Nothing is there that is not released now; nothing of who agreed; and nothing at all without a transfer."""
    mag = {bijlage for bijlage, aan in w.aan.items() if Ontvanger.VO in aan}
    eigen = {"dossier_id": w.dossier_id}
    with als(w.wereld.vo.toelating) as by:
        ziet = set(Bijlage.objects.filter(**eigen).values_list("id", flat=True))
        assert ziet <= mag, ziet - mag
        assert not Toestemming.objects.exists()
        if w.bij_het_vo and w.gelukt % 3 == 0:
            lopend = Overdracht.objects.filter(**eigen, ingetrokken_op=None).select_related("dossier", "versie")
            for zending in lopend:
                mee = ging_mee_for(by, zending, Slot(zending.dossier.sleutel_id))
                assert {b.rij.id for b in mee} <= mag
        elif not w.bij_het_vo:
            assert not Dossier.objects.filter(id=w.dossier_id).exists()
            for model in (Plaatsing, Besluit, Vraag, WarmeOverdracht):
                assert not model.objects.filter(**eigen).exists(), model.__name__


def _bij_een_ouder(w: Wandeling) -> None:
    """A parent reads every question about the child, and of a care route only what was laid before the parents."""
    if not w.ouders:
        return
    with als(w.een_ouder()[0]):
        gelezen = set(Vraag.objects.values_list("id", flat=True))
        assert gelezen == set(w.vragen)
        assert not Toestemming.objects.exclude(dossier_id=w.dossier_id).exists()
        bij_school_en_ouders(w, ook_ongezien=False)
