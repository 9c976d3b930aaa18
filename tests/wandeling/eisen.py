"""What must be true after every act, looked at as each of those who may see, without any filter of ours?"""

from __future__ import annotations

from overstap.domain.bijlagen.enums import Ontvanger
from overstap.domain.bijlagen.models import Bijlage, Toestemming
from overstap.domain.bijlagen.queries import voor_swv
from overstap.domain.dossiers.enums import Staat
from overstap.domain.dossiers.models import Dossier
from overstap.domain.dossiers.rules import BEVROREN, BIJ_HET_VO, TOEGESTANE_STAPPEN
from overstap.domain.inzages.models import Inzage
from overstap.domain.overdrachten.models import Overdracht
from overstap.domain.overdrachten.queries import ging_mee_for
from overstap.domain.rapporten.enums import Versiesoort
from overstap.domain.rapporten.models import Versie
from overstap.foundation.rls import als
from overstap.foundation.sleutels.kast import Slot
from tests.wandeling.wandelaar import Wandeling


def controleer(w: Wandeling, vorige: Staat) -> Staat:
    """Raise `AssertionError` when something is not as it must be; returns the state."""
    nu = w.staat()
    # One act may take more than one step, as sending again what was withdrawn does not.
    assert nu == vorige or nu in _binnen_twee(vorige), f"{vorige} → {nu}"
    _bij_de_school(w, nu)
    _bij_het_vo(w)
    return nu


def _binnen_twee(van: Staat) -> set[Staat]:
    een = TOEGESTANE_STAPPEN[van]
    return set(een).union(*(TOEGESTANE_STAPPEN[naar] for naar in een))


def _bij_de_school(w: Wandeling, nu: Staat) -> None:
    with als(w.plek.directeur) as by:
        rijen = Bijlage.objects.filter(dossier_id=w.dossier_id, ingetrokken_op=None)
        assert {rij.id: rij.aan for rij in rijen} == w.aan
        assert all(w.ja.get(rij.id, frozenset()) >= rij.aan for rij in rijen if w.soort[rij.id].ouders_nodig)
        lopend = Toestemming.objects.filter(dossier_id=w.dossier_id, ingetrokken_op=None, bijlage__ingetrokken_op=None)
        assert {ja.bijlage_id: ja.voor for ja in lopend} == w.ja
        assert {b.rij.id for b in voor_swv(by, w.dossier_id)} == {b for b, aan in w.aan.items() if Ontvanger.SWV in aan}
        definitief = list(Versie.objects.filter(dossier_id=w.dossier_id, soort=Versiesoort.DEFINITIEF))
        assert bool(definitief) or nu not in BEVROREN
        _na_inzage(w, definitief)
        verstuurd = Overdracht.objects.filter(dossier_id=w.dossier_id).select_related("versie", "aanmelding")
        for zending in verstuurd:
            assert zending.versie in definitief
            assert zending.versie.gemaakt_op <= zending.verstuurd_op
            assert zending.ingetrokken_op or zending.aanmelding.ingetrokken_op is None
        assert nu not in BIJ_HET_VO or any(zending.ingetrokken_op is None for zending in verstuurd)


def _na_inzage(w: Wandeling, definitief: list[Versie]) -> None:
    """No way around inzage: everybody with gezag was offered the report before each definitive version."""
    for versie in definitief:
        aangeboden = Inzage.objects.filter(dossier_id=w.dossier_id, aangeboden_op__lte=versie.gemaakt_op)
        assert set(aangeboden.values_list("verzorger_id", flat=True)) >= set(w.verzorgers)


def _bij_het_vo(w: Wandeling) -> None:
    """Nothing is there that is not released now; nothing of who agreed; and nothing at all without a transfer."""
    mag = {bijlage for bijlage, aan in w.aan.items() if Ontvanger.VO in aan}
    with als(w.wereld.vo.toelating) as by:
        ziet = set(Bijlage.objects.filter(dossier_id=w.dossier_id).values_list("id", flat=True))
        assert ziet <= mag, ziet - mag
        assert not Toestemming.objects.exists()
        lopend = Overdracht.objects.filter(dossier_id=w.dossier_id, ingetrokken_op=None).select_related(
            "dossier", "versie"
        )
        for zending in lopend:
            mee = ging_mee_for(by, zending, Slot(zending.dossier.sleutel_id))
            assert {b.rij.id for b in mee} <= mag
        assert lopend or not Dossier.objects.filter(id=w.dossier_id).exists()
