"""How does one walk go: from a pupil whose report is filled in, by acts at random, to a way on?"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from random import Random
from uuid import UUID

from overstap.domain.bijlagen.enums import Bijlagesoort
from overstap.domain.bijlagen.queries import bijlagen_for
from overstap.domain.dossiers.enums import Staat
from overstap.domain.dossiers.queries import dossier_for, slot_for
from overstap.domain.inzages.rules import gezaghebbenden
from overstap.domain.plaatsingen.actions import bewaar_brugklas
from overstap.domain.rapporten.queries import inhoud_for
from overstap.domain.zorgroutes.enums import Routesoort, Routestaat
from overstap.domain.zorgroutes.models import Zorgroute
from overstap.foundation.rls import als
from tests.wandeling.daden import DADEN
from tests.wandeling.eisen import controleer
from tests.wandeling.plaatsdaden import PLAATSDADEN
from tests.wandeling.uitweg import ga_door
from tests.wandeling.wandelaar import Routegeheugen, Wandeling
from tests.wandeling.zorgdaden import ZORGDADEN
from tests.wereld import Geval, Wereld, dagen_terug, regio
from tests.zorggang import Zorggang


@dataclass(frozen=True)
class Begin:
    """The region with what walks begin from, made once."""

    wereld: Wereld
    gevallen: dict[Staat, Geval]
    brugklassen: tuple[UUID, ...]


# From where walks begin, the ones from which most can happen more often; and how far a care route is there.
BEGIN: dict[Staat, tuple[int, Routestaat | None]] = {
    Staat.CONCEPT: (3, None),
    Staat.TER_INZAGE: (4, Routestaat.IN_COMMISSIE),
    Staat.DEFINITIEF: (4, Routestaat.IN_VOORBEREIDING),
    Staat.OVERGEDRAGEN: (3, None),
    Staat.GELEZEN: (4, None),
    Staat.INGETROKKEN: (1, None),
    Staat.HEROPEND: (4, Routestaat.AANGEMELD),
}
HULP = frozenset({"lwoo"})
ALLE_DADEN = {**DADEN, **ZORGDADEN, **PLAATSDADEN}


def beginnen() -> Begin:
    """A pupil in each state from which a walk begins; of the concept everything is filled in and advised."""
    wereld = regio()
    gevallen = {staat: wereld.dossier_in(staat, bijzonder=HULP) for staat in BEGIN}
    concept = gevallen[Staat.CONCEPT]
    concept.vul_in(dagen_terug(30))
    concept.geef_voorlopig(dagen_terug(28))
    concept.leg_toets_vast(None, dagen_terug(26).date(), dagen_terug(24))
    concept.geef_definitief(dagen_terug(22))
    for staat, (_kans, tot) in BEGIN.items():
        if tot is not None:
            zorg = Zorggang(gevallen[staat], wereld.swv, Routesoort.VSO, dagen_terug(8)).tot(
                Routestaat.IN_VOORBEREIDING
            )
            zorg.verder(Routestaat.IN_VOORBEREIDING, tot)
    with als(wereld.vo.toelating) as by:
        wat = {"schooljaar": "2026-2027", "advies_van": None, "advies_tot": None, "by": by, "at": dagen_terug(9)}
        klassen = tuple(bewaar_brugklas(naam=naam, capaciteit=None, **wat) for naam in ("1A", "1B"))
    return Begin(wereld, gevallen, klassen)


def loop(begin: Begin, nummer: int, daden: int) -> Wandeling:
    """One walk of so many acts, looked at after each; at its end there is a way on."""
    kans = Random(nummer)  # noqa: S311  # a walk that can be walked again
    [staat] = kans.choices(list(BEGIN), [keer for keer, _route in BEGIN.values()])
    w = Wandeling(begin.wereld, deepcopy(begin.gevallen[staat]), kans, dagen_terug(7), brugklassen=begin.brugklassen)
    _kijk_rond(w)
    try:
        for _keer in range(daden):
            if w.stap(ALLE_DADEN):
                staat = controleer(w, staat)
        ga_door(w)
        controleer(w, w.staat())
    except Exception as fout:
        fout.add_note(f"wandeling {nummer}: {' '.join(w.spoor)}")
        fout.add_note(f"{[punt for punt in getattr(fout, 'punten', ()) if punt.blokkeert and not punt.in_orde]}")
        raise
    return w


def _kijk_rond(w: Wandeling) -> None:
    """Who has gezag, who of them was invited already, and what there is at the beginning of a walk."""
    with als(w.plek.leerkracht) as by:
        dossier = dossier_for(by, w.dossier_id)
        gezag = gezaghebbenden(inhoud_for(by, dossier, slot_for(by, dossier)))
        for rij in bijlagen_for(by, dossier):
            w.soort[rij.id], w.aan[rij.id] = Bijlagesoort(rij.soort), rij.aan
        for route in Zorgroute.objects.filter(dossier=dossier):
            w.routes[route.id] = Routegeheugen(
                Routesoort(route.soort), Routestaat(route.staat), ingelicht=route.verstuurd_op is not None
            )
    w.verzorgers = tuple(wie.sleutel for wie in gezag)
    w.ouders = {ouder.verzorger_id: (ouder.actor, ouder.inzage_id, not ouder.code) for ouder in w.geval.ouders}
