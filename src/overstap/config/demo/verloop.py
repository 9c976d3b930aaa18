"""How does one invented pupil go through the real acts, each done by who would do it?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from uuid import UUID

from overstap.config.demo.gezin import mail
from overstap.config.demo.kind import Kind
from overstap.config.demo.regio import Schoolmensen
from overstap.config.demo.teksten import met_relaties, sectiewaarden
from overstap.config.demo.toetsen import doorstroomtoets
from overstap.config.demo.uit_las import gelezen
from overstap.domain.adviezen.actions import geef_definitief, geef_voorlopig, leg_gesprek_vast, leg_toets_vast
from overstap.domain.adviezen.enums import Bijstellingsuitkomst, Niveau, Toetsadvies, Toetsstand
from overstap.domain.bijlagen.actions import bepaal_vrijgave
from overstap.domain.bijlagen.enums import Bijlagesoort, Ontvanger
from overstap.domain.bijlagen.queries import leesbaar_for
from overstap.domain.bijlagen.rules import Gegeven
from overstap.domain.dossiers.enums import Heropenreden
from overstap.domain.dossiers.queries import dossier_for, slot_for
from overstap.domain.gebruikers.actions import open_met_code
from overstap.domain.importen.actions import bewaar_upload, neem_over
from overstap.domain.importen.snapshot import Gelezen
from overstap.domain.inzages import actions as inzage_acties
from overstap.domain.inzages.enums import Akkoord, Correctiebesluit, Inzagerecht, Papierweg
from overstap.domain.inzages.queries import inzage_for
from overstap.domain.inzages.rules import gezaghebbenden
from overstap.domain.overdrachten import actions as overdracht_acties
from overstap.domain.overdrachten.enums import Aanmeldwijze
from overstap.domain.rapporten.actions import leg_advies_vast, sla_sectie_op
from overstap.domain.rapporten.catalogue import catalogus
from overstap.domain.rapporten.queries import concept_for, inhoud_for
from overstap.foundation.access import Actor, Rol
from overstap.foundation.klok import dag
from overstap.foundation.rls import als
from overstap.jobs.taak import voer_uit

SOORTEN = {
    "dyslexieverklaring.pdf": Bijlagesoort.VERKLARING,
    "werkstuk.png": Bijlagesoort.PORTFOLIO,
    "overzicht-toetsen.pdf": Bijlagesoort.LVS_PROFIEL,
}
# Who reads for the institution that has the gezag.
CONTACTPERSOON = "Petra Nijhof"
SECTIES = tuple(sectie.naam for sectie in catalogus().secties)


@dataclass
class Ouder:
    """What the walk knows of one parent: the offer, the code in the letter, and who that parent is."""

    naam: str
    verzorger_id: UUID
    inzage_id: UUID
    ouder_id: UUID
    code: str = ""

    @property
    def actor(self) -> Actor:
        """The parent after logging in."""
        return Actor(rol=Rol.OUDER, id=self.ouder_id)


@dataclass
class Verloop:
    """One pupil, the school and its vo school, and what exists so far. Every step takes the moment `at`."""

    kind: Kind
    school: Schoolmensen
    vo: Schoolmensen
    advies: Niveau = Niveau.VMBO_GT_HAVO
    wens_ouders: str = ""
    dossier_id: UUID = field(init=False)
    werk: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    ouders: list[Ouder] = field(default_factory=list)
    versie_id: UUID | None = None
    aanmelding_id: UUID | None = None
    overdracht_id: UUID | None = None

    def importeer(self, at: datetime, uit_las: Gelezen | None = None) -> None:
        """The administration uploads the OSO file and accepts it."""
        uit_las = uit_las or gelezen(self.kind, self.school.gegevens, dag(at))
        with self._als(self.school[Rol.ADMINISTRATIE_PO], at) as by:
            upload_id = bewaar_upload(stukken=[b"<dossier/>"], by=by, at=at)
            self.dossier_id = neem_over(upload_id=upload_id, gelezen=uit_las, by=by, at=at).id

    def vul_in(self, at: datetime, secties: Iterable[str] = SECTIES) -> None:
        """The teacher fills in these secties; the support is written by the intern begeleider."""
        for sectie in secties:
            ib = self.school[Rol.INTERN_BEGELEIDER]
            with self._als(ib if sectie.startswith("ondersteuning") else self._leerkracht, at) as by:
                dossier = dossier_for(by, self.dossier_id)
                waarden = dict(sectiewaarden(self.kind, sectie, self.advies, self.wens_ouders, dag(at)))
                if sectie == "ondersteuning_gekregen":
                    oud = inhoud_for(by, dossier, slot_for(by, dossier)).get("diagnoses") or ()
                    waarden["diagnoses"] = met_relaties(self.kind, oud)
                if waarden:
                    revisie = concept_for(by, dossier).revisie
                    sla_sectie_op(
                        dossier_id=self.dossier_id, sectie=sectie, waarden=waarden, revisie=revisie, by=by, at=at
                    )

    def geef_voorlopig(self, at: datetime) -> None:
        """The teacher gives the voorlopig advies and talks about it with the parents the same day."""
        met = "de voogd" if self.kind.gezin == "voogd" else "leerling en ouders"
        self._leg_vast(geef_voorlopig, at, niveau=self.advies, gegeven_op=dag(at))
        self._leg_vast(leg_gesprek_vast, at, op=dag(at), met=met)

    def leg_toets_vast(self, toets: Toetsadvies | None, gemaakt_op: date, at: datetime) -> None:
        """The teacher records the result of the doorstroomtoets; None is: exempted."""
        stand = Toetsstand.GEMAAKT if toets else Toetsstand.VRIJGESTELD
        uitslag = doorstroomtoets(toets, gemaakt_op) if toets else {"deelgenomen": False, "ontheffing": True}
        self._leg_vast(leg_toets_vast, at, stand=stand, toetsadvies=toets, uitslag=uitslag)

    def geef_definitief(
        self,
        at: datetime,
        niveau: Niveau | None = None,
        uitkomst: Bijstellingsuitkomst | None = None,
        motivatie: str = "",
    ) -> None:
        """The teacher gives the definitief advies; without more it is the voorlopig one."""
        self._leg_vast(
            geef_definitief,
            at,
            niveau=niveau or self.advies,
            uitkomst=uitkomst,
            motivatie=motivatie,
            gegeven_op=dag(at),
        )

    @property
    def _leerkracht(self) -> Actor:
        return self.school.leerkracht(self.kind.groep)

    @contextmanager
    def _als(self, actor: Actor, at: datetime) -> Iterator[Actor]:
        """Act as somebody; the jobs in `werk` that the act asked for (see `opvangen`) are done right after it."""
        with als(actor) as by:
            yield by
        while self.werk:
            naam, ids = self.werk.pop(0)
            voer_uit(naam, ids.pop("organisatie_id"), ids, at + timedelta(seconds=40))

    def _leg_vast(self, handeling: Callable[..., None], at: datetime, **gegevens: object) -> None:
        with self._als(self._leerkracht, at) as by:
            leg_advies_vast(handeling=handeling, dossier_id=self.dossier_id, by=by, at=at, **gegevens)

    def geef_vrij(self, at: datetime, instemming_op: date) -> None:
        """The teacher says what every attachment is, and lets them travel; the parents said yes where needed."""
        with self._als(self._leerkracht, at) as by:
            dossier = dossier_for(by, self.dossier_id)
            for bijlage in leesbaar_for(by, dossier, slot_for(by, dossier)):
                soort = SOORTEN.get(bijlage.bestandsnaam, Bijlagesoort(bijlage.rij.soort))
                bepaal_vrijgave(
                    dossier_id=dossier.id, bijlage_id=bijlage.rij.id, soort=soort, aan={Ontvanger.VO},
                    gegeven=Gegeven(instemming_op, "Beide ouders", frozenset({Ontvanger.VO})), by=by, at=at,
                )  # fmt: skip

    def nodig_uit(
        self, at: datetime, *, papier: frozenset[int] = frozenset(), niet: frozenset[int] = frozenset()
    ) -> None:
        """The teacher offers the report to every parent with gezag: by mail, or on paper for these numbers."""
        with self._als(self._leerkracht, at) as by:
            dossier = dossier_for(by, self.dossier_id)
            mensen = gezaghebbenden(inhoud_for(by, dossier, slot_for(by, dossier)))
            for nummer, wie in enumerate(mensen):
                if nummer in niet:
                    continue
                contact = CONTACTPERSOON if wie.recht is Inzagerecht.INSTELLING else ""
                if nummer in papier:
                    inzage_id = inzage_acties.bied_op_papier_aan(
                        dossier_id=dossier.id,
                        verzorger_id=wie.sleutel,
                        op=dag(at),
                        weg=Papierweg.GESPREK,
                        contact=contact,
                        by=by,
                        at=at,
                    )
                    code = ""
                else:
                    adres = wie.mail or mail(self.kind, "voogd")
                    inzage_id, code = inzage_acties.nodig_uit(
                        dossier_id=dossier.id, verzorger_id=wie.sleutel, mail=adres, contact=contact, by=by, at=at
                    )
                ouder_id = inzage_for(by, dossier, inzage_id).ouder_id
                self.ouders.append(Ouder(wie.naam, wie.sleutel, inzage_id, ouder_id, code))

    def open(self, nummer: int, at: datetime) -> None:
        """A parent types the code and reads."""
        ouder = self.ouders[nummer]
        open_met_code(ouderaccount_id=ouder.ouder_id, getypt=ouder.code, by=None, at=at)
        with self._als(ouder.actor, at) as by:
            self.versie_id = inzage_acties.open_rapport(by=by, at=at).id

    def teken(self, nummer: int, at: datetime, akkoord: Akkoord = Akkoord.JA) -> None:
        """A parent reads and signs for seen: on the own page, or on paper."""
        ouder = self.ouders[nummer]
        if not ouder.code:
            with self._als(self._leerkracht, at) as by:
                inzage_acties.leg_antwoord_op_papier_vast(
                    dossier_id=self.dossier_id, inzage_id=ouder.inzage_id, gezien_op=dag(at), akkoord=akkoord,
                    by=by, at=at,
                )  # fmt: skip
            return
        self.open(nummer, at)
        with self._als(ouder.actor, at) as by:
            assert self.versie_id is not None
            inzage_acties.teken_gezien(versie_id=self.versie_id, akkoord=akkoord, by=by, at=at)

    def geef_zienswijze(self, nummer: int, tekst: str, at: datetime) -> UUID:
        """A parent writes an own view."""
        with self._als(self.ouders[nummer].actor, at) as by:
            return inzage_acties.geef_zienswijze(tekst=tekst, by=by, at=at)

    def beantwoord_correctie(self, verzoek_id: UUID, besluit: Correctiebesluit, uitleg: str, at: datetime) -> None:
        """The intern begeleider decides on a request to correct a fact."""
        with self._als(self.school[Rol.INTERN_BEGELEIDER], at) as by:
            inzage_acties.beantwoord_correctie(
                dossier_id=self.dossier_id, verzoek_id=verzoek_id, besluit=besluit, uitleg=uitleg, by=by, at=at
            )

    def vraag_correctie(self, nummer: int, tekst: str, at: datetime) -> UUID:
        """A parent asks to correct a fact."""
        with self._als(self.ouders[nummer].actor, at) as by:
            return inzage_acties.vraag_correctie(tekst=tekst, by=by, at=at)

    def maak_definitief(self, at: datetime) -> UUID:
        """The directeur makes the report definitief; returns the version."""
        with self._als(self.school[Rol.DIRECTEUR], at) as by:
            self.versie_id = inzage_acties.maak_definitief(dossier_id=self.dossier_id, by=by, at=at).id
        return self.versie_id

    def meld_aan(self, at: datetime) -> None:
        """The administration records where the pupil was applied."""
        with self._als(self.school[Rol.ADMINISTRATIE_PO], at) as by:
            self.aanmelding_id = overdracht_acties.leg_aanmelding_vast(
                dossier_id=self.dossier_id, ontvanger_id=self.vo.id, aangemeld_op=dag(at),
                wijze=Aanmeldwijze.AANMELDFORMULIER, by=by, at=at,
            )  # fmt: skip

    def zet_open(self, at: datetime) -> None:
        """The teacher makes the adviesformulier, and the administration releases the report."""
        with self._als(self.school[Rol.LEERKRACHT], at) as by:
            overdracht_acties.geef_unieke_code(dossier_id=self.dossier_id, by=by, at=at)
        with self._als(self.school[Rol.ADMINISTRATIE_PO], at) as by:
            overdracht_acties.geef_vrij(dossier_id=self.dossier_id, by=by, at=at)

    def verstuur(self, at: datetime) -> UUID:
        """The administration sends the report to the vo school; returns the transfer."""
        assert self.aanmelding_id is not None
        with self._als(self.school[Rol.ADMINISTRATIE_PO], at) as by:
            self.overdracht_id = overdracht_acties.verstuur(
                dossier_id=self.dossier_id, aanmelding_id=self.aanmelding_id, by=by, at=at
            )
        return self.overdracht_id

    def lees(self, at: datetime) -> None:
        """Somebody of the toelatingscommissie reads it."""
        assert self.overdracht_id is not None
        with self._als(self.vo[Rol.TOELATINGSCOMMISSIE], at) as by:
            overdracht_acties.lees(overdracht_id=self.overdracht_id, by=by, at=at)

    def haal_op(self, at: datetime) -> None:
        """The administration of the vo school takes the OSO file."""
        assert self.overdracht_id is not None
        with self._als(self.vo[Rol.ADMINISTRATIE_VO], at) as by:
            overdracht_acties.haal_op(overdracht_id=self.overdracht_id, wat="oso", by=by, at=at)

    def trek_in(self, at: datetime) -> None:
        """The administration withdraws what was sent."""
        assert self.overdracht_id is not None
        with self._als(self.school[Rol.ADMINISTRATIE_PO], at) as by:
            overdracht_acties.trek_in(dossier_id=self.dossier_id, overdracht_id=self.overdracht_id, by=by, at=at)

    def heropen(self, at: datetime) -> None:
        """The directeur opens the report again."""
        with self._als(self.school[Rol.DIRECTEUR], at) as by:
            inzage_acties.heropen(dossier_id=self.dossier_id, reden=Heropenreden.FOUT, by=by, at=at)
