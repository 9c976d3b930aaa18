"""How does one walk go: from a pupil whose report is filled in, by acts at random, to a way on?"""

from __future__ import annotations

from copy import deepcopy
from random import Random

from overstap.domain.dossiers.enums import Staat
from overstap.domain.dossiers.queries import dossier_for, slot_for
from overstap.domain.inzages.rules import gezaghebbenden
from overstap.domain.rapporten.queries import inhoud_for
from overstap.foundation.rls import als
from tests.wandeling.daden import DADEN
from tests.wandeling.eisen import controleer
from tests.wandeling.uitweg import ga_door
from tests.wandeling.wandelaar import Wandeling
from tests.wereld import Geval, Wereld, dagen_terug, regio

type_begin = tuple[Wereld, dict[Staat, Geval]]
# From where walks begin, the ones from which most can happen more often.
BEGIN = {
    Staat.CONCEPT: 3, Staat.TER_INZAGE: 4, Staat.DEFINITIEF: 4, Staat.OVERGEDRAGEN: 3, Staat.GELEZEN: 3,
    Staat.INGETROKKEN: 1, Staat.HEROPEND: 4,
}  # fmt: skip


def beginnen() -> type_begin:
    """A pupil in each state from which a walk begins; of the concept everything is filled in and advised."""
    wereld = regio()
    gevallen = {staat: wereld.dossier_in(staat) for staat in BEGIN}
    concept = gevallen[Staat.CONCEPT]
    concept.vul_in(dagen_terug(30))
    concept.geef_voorlopig(dagen_terug(28))
    concept.leg_toets_vast(None, dagen_terug(26).date(), dagen_terug(24))
    concept.geef_definitief(dagen_terug(22))
    return wereld, gevallen


def loop(begin: type_begin, nummer: int, daden: int) -> Wandeling:
    """One walk of so many acts, looked at after each; at its end there is a way on."""
    kans = Random(nummer)  # noqa: S311  # a walk that can be walked again
    wereld, gevallen = begin
    [staat] = kans.choices(list(BEGIN), list(BEGIN.values()))
    w = Wandeling(wereld, deepcopy(gevallen[staat]), kans, dagen_terug(7))
    _kijk_rond(w)
    try:
        for _keer in range(daden):
            if w.stap(DADEN):
                staat = controleer(w, staat)
        ga_door(w)
        controleer(w, w.staat())
    except Exception as fout:
        fout.add_note(f"wandeling {nummer}: {' '.join(w.spoor)}")
        fout.add_note(f"{[punt for punt in getattr(fout, 'punten', ()) if punt.blokkeert and not punt.in_orde]}")
        raise
    return w


def _kijk_rond(w: Wandeling) -> None:
    """Who has gezag, and who of them was invited already."""
    with als(w.plek.leerkracht) as by:
        dossier = dossier_for(by, w.dossier_id)
        gezag = gezaghebbenden(inhoud_for(by, dossier, slot_for(by, dossier)))
    w.verzorgers = tuple(wie.sleutel for wie in gezag)
    w.ouders = {ouder.verzorger_id: (ouder.actor, ouder.inzage_id, not ouder.code) for ouder in w.geval.ouders}
