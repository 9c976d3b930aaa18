"""What did the vo school of the demo decide and ask about one pupil, and what did the basisschool answer?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from overstap.config.demo.verloop import Verloop
from overstap.domain.adviezen.enums import Niveau
from overstap.domain.dossiers.queries import dossier_for
from overstap.domain.plaatsingen import actions
from overstap.domain.plaatsingen.enums import Aanmeldstatus, Afwijsgrond
from overstap.domain.plaatsingen.queries import brugklassen_for
from overstap.foundation.access import Actor, Rol

# The brugklassen of Meerdorp College: name, adviezen and places.
BRUGKLASSEN = (
    ("1 kader/mavo", Niveau.VMBO_K, Niveau.VMBO_GT, 26),
    ("1 mavo/havo", Niveau.VMBO_GT, Niveau.HAVO, 28),
    ("1 havo/vwo", Niveau.HAVO, Niveau.VWO, 28),
)


@dataclass
class Voverloop(Verloop):
    """A walk that goes on at the vo school."""

    def ga_verder(self, stappen: Mapping[str, str], terug: Callable[[int, int], datetime]) -> None:
        """Play what stands in `vo = {…}` of a pupil, in the days after the report was read.

        Keys: `vraag`, `antwoord`, `besluit`, `toelichting`, `brugklas`. `terug(days, minutes)` is a moment of that
        many days ago.
        """
        if "vraag" in stappen:
            self._vraag(stappen, terug(4, 0), terug(3, 0))
        if "besluit" in stappen:
            self._besluit(Aanmeldstatus(stappen["besluit"]), stappen.get("toelichting", ""), terug(2, 0))
        if "brugklas" in stappen:
            self._plaats(stappen["brugklas"], terug(2, 30))

    def _vraag(self, stappen: Mapping[str, str], gevraagd_op: datetime, beantwoord_op: datetime) -> None:
        with self._als(self.vo[Rol.ZORGCOORDINATOR], gevraagd_op) as by:
            vraag_id = actions.stel_vraag(
                overdracht_id=self._bij_vo, tekst=stappen["vraag"], nagekeken=True, by=by, at=gevraagd_op
            )
        if "antwoord" in stappen:
            with self._als(self._leerkracht, beantwoord_op) as by:
                actions.beantwoord_vraag(
                    dossier_id=self.dossier_id, vraag_id=vraag_id, tekst=stappen["antwoord"], nagekeken=True,
                    by=by, at=beantwoord_op,
                )  # fmt: skip

    def _besluit(self, naar: Aanmeldstatus, toelichting: str, at: datetime) -> None:
        grond = Afwijsgrond.VOL if naar is Aanmeldstatus.AFGEWEZEN else None
        with self._als(self.vo[Rol.TOELATINGSCOMMISSIE], at) as by:
            actions.besluit(overdracht_id=self._bij_vo, naar=naar, grond=grond, toelichting=toelichting, by=by, at=at)

    def _plaats(self, naam: str, at: datetime) -> None:
        with self._als(self.vo[Rol.TOELATINGSCOMMISSIE], at) as by:
            klas = _klassen(by, dossier_for(by, self.dossier_id).schooljaar, at)[naam]
            actions.plaats(overdracht_id=self._bij_vo, brugklas_id=klas, by=by, at=at)

    @property
    def _bij_vo(self) -> UUID:
        assert self.overdracht_id is not None
        return self.overdracht_id


def _klassen(by: Actor, schooljaar: str, at: datetime) -> dict[str, UUID]:
    """The brugklassen by name; made when the first pupil is placed."""
    bestaand = {klas.rij.naam: klas.rij.id for klas in brugklassen_for(by, schooljaar)}
    for naam, van, tot, plaatsen in BRUGKLASSEN:
        if naam not in bestaand:
            bestaand[naam] = actions.bewaar_brugklas(
                schooljaar=schooljaar, naam=naam, advies_van=van, advies_tot=tot, capaciteit=plaatsen, by=by, at=at
            )
    return bestaand
