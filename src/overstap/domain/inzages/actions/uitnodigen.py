"""Which acts of the school offer inzage to somebody, and take that back?"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from overstap.domain.dossiers.actions import beeindig_toegang, geef_toegang, zet_staat
from overstap.domain.dossiers.enums import Reden, Staat
from overstap.domain.dossiers.models import Dossier
from overstap.domain.dossiers.queries import dossier_for, slot_for
from overstap.domain.dossiers.rules import INVULBAAR, controleer_invulbaar
from overstap.domain.gebruikers.actions import geef_code, trek_code_in
from overstap.domain.inzages.enums import Inzagerecht, Papierweg, Wijze
from overstap.domain.inzages.models import Codeverzoek, Inzage, mailhash
from overstap.domain.inzages.queries import codeverzoeken_van, inzage_for, inzages_for
from overstap.domain.inzages.rules import Gezaghebbende, rechthebbenden, te_bieden
from overstap.domain.rapporten.actions import maak_versie
from overstap.domain.rapporten.enums import Versiesoort
from overstap.domain.rapporten.models import Versie
from overstap.domain.rapporten.queries import inhoud_for
from overstap.domain.rapporten.rules import met_nummer
from overstap.domain.rapporten.snapshot import Inhoud
from overstap.domain.scholen.queries import oefening_for
from overstap.foundation.access import Actor, NietGevonden, Recht
from overstap.foundation.audit.record import record
from overstap.foundation.klok import dag
from overstap.foundation.queue import defer
from overstap.foundation.weigering import Weigering

# The migration of the policies repeats it.
BEWAARTIJD_VERZOEK = timedelta(days=14)


class InzageGeweigerd(Weigering):
    """This cannot be done like this; `zin` says what to do."""


@dataclass(frozen=True)
class Aanbod:
    """What the school says of an offer, beside to whom: the mail address, or the day and the way of paper.

    `contact` is who reads for an institution; `gevraagd_op` the day on which somebody without gezag asked, or on which
    a pupil from 16 agreed that a parent reads along.
    """

    wijze: Wijze
    mail: str = ""
    contact: str = ""
    gevraagd_op: date | None = None
    papier_op: date | None = None
    papierweg: Papierweg | str = ""

    def controleer(self, wie: Gezaghebbende, at: datetime) -> None:
        """Raise `InzageGeweigerd` when the right of this person asks for more than was said."""
        if self.wijze is Wijze.DIGITAAL:
            self.controleer_mail()
        if wie.recht is Inzagerecht.INSTELLING and not self.contact.strip():
            raise InzageGeweigerd("Vul in wie namens de instelling leest.")
        if wie.recht.op_verzoek and self.gevraagd_op is None:
            raise InzageGeweigerd(
                "Vul in op welke dag de leerling dit goed vond."
                if wie.recht is Inzagerecht.MEELEZER
                else "Vul in op welke dag deze ouder om informatie vroeg. Een ouder zonder gezag krijgt die op verzoek."
            )
        if self.gevraagd_op is not None and self.gevraagd_op > dag(at):
            raise InzageGeweigerd("De dag van het verzoek ligt in de toekomst. Vul de echte dag in.")

    @staticmethod
    def controleer_teksten(inhoud: Inhoud) -> None:
        """Raise `InzageGeweigerd` over a personal number in a text: one parent would read that of the other."""
        if velden := met_nummer(inhoud.geldend()):
            raise InzageGeweigerd(
                "Er staat een burgerservicenummer of onderwijsnummer in een tekst. Haal het eerst weg. "
                f"Het staat bij: {', '.join(velden)}."
            )

    def controleer_mail(self) -> None:
        """Raise `InzageGeweigerd` unless the mail goes to an address."""
        try:
            validate_email(self.mail)
        except ValidationError as fout:
            raise InzageGeweigerd("Vul een e-mailadres in, bijvoorbeeld naam@voorbeeld.nl.") from fout


def nodig_uit(
    *,
    dossier_id: UUID,
    verzorger_id: UUID,
    mail: str,
    by: Actor,
    at: datetime,
    contact: str = "",
    gevraagd_op: date | None = None,
) -> tuple[UUID, str]:
    """Invite one person by mail; returns the offer and the code, which travels apart and is shown once."""
    dossier, wie, aantal = _voor(dossier_id, verzorger_id, by, at)
    aanbod = Aanbod(Wijze.DIGITAAL, mail, contact, gevraagd_op)
    aanbod.controleer(wie, at)
    ouder_id, code = geef_code(ouderaccount_id=None, by=by, at=at, oefening=_oefent(by))
    inzage = _bied_aan(dossier, wie, ouder_id, aanbod, by=by, at=at, aantal=aantal)
    defer("mail.uitnodiging", inzage_id=inzage.id, dossier_id=dossier.id, organisatie_id=dossier.school_id)
    record("ouders.uitgenodigd", by=by, at=at, dossier_id=dossier.id, object_id=inzage.id, recht=inzage.recht)
    return inzage.id, code


def bied_op_papier_aan(
    *,
    dossier_id: UUID,
    verzorger_id: UUID,
    op: date,
    weg: Papierweg,
    by: Actor,
    at: datetime,
    contact: str = "",
    gevraagd_op: date | None = None,
) -> UUID:
    """Record that somebody got the report on paper: when, how, and by whom. Returns the offer."""
    dossier, wie, aantal = _voor(dossier_id, verzorger_id, by, at)
    if op > dag(at):
        raise InzageGeweigerd("Deze dag ligt in de toekomst. Vul de dag in waarop u het rapport echt gaf.")
    if op < dag(dossier.gemaakt_op):
        raise InzageGeweigerd("Deze dag ligt voor het begin van dit rapport. Vul een latere dag in.")
    aanbod = Aanbod(Wijze.PAPIER, "", contact, gevraagd_op, op, weg)
    aanbod.controleer(wie, at)
    ouder_id, _ = geef_code(ouderaccount_id=None, by=by, at=at, oefening=_oefent(by))
    inzage = _bied_aan(dossier, wie, ouder_id, aanbod, by=by, at=at, aantal=aantal)
    # Only now: the database lets a school close the way in of a parent to whom it offered inzage.
    trek_code_in(ouderaccount_id=ouder_id, by=by, at=at)
    record("ouders.op_papier_aangeboden", by=by, at=at, dossier_id=dossier.id, object_id=inzage.id, recht=inzage.recht)
    return inzage.id


def _oefent(by: Actor) -> bool:
    return oefening_for(by) is not None


def geef_nieuwe_code(*, dossier_id: UUID, inzage_id: UUID, by: Actor, at: datetime) -> str:
    """A fresh code for a parent who lost it; the old one stops working at once, and who asked for it is served."""
    by.require(Recht.OUDERS_UITNODIGEN)
    dossier = dossier_for(by, dossier_id, vergrendel=True)
    inzage = inzage_for(by, dossier, inzage_id)
    if inzage.wijze != Wijze.DIGITAAL:
        raise InzageGeweigerd("Deze ouder kreeg het rapport op papier en heeft geen code.")
    if inzage.gesloten_op is not None:
        raise InzageGeweigerd("De toegang van deze ouder is gesloten. Open de toegang eerst weer.")
    _, code = geef_code(ouderaccount_id=inzage.ouder_id, by=by, at=at)
    codeverzoeken_van(by, inzage).delete()
    record("ouders.nieuwe_code", by=by, at=at, dossier_id=dossier.id, object_id=inzage.id)
    return code


def vraag_code(*, ouder_id: UUID | None, mail: str, by: None, at: datetime) -> None:
    """Somebody whom nobody knows yet asks for a new code: by the own link, or by the address the mail went to.

    It is written down in the same way whether or not it fits an offer, and once a day; only the school that made the
    offer sees it. Nothing is answered, and the code goes by another way.
    """
    del by
    van = {"ouder_id": ouder_id} if ouder_id else {"mailhash": mailhash(mail)}
    Codeverzoek.objects.bulk_create([Codeverzoek(op=dag(at), gevraagd_op=at, **van)], ignore_conflicts=True)


def ruim_codeverzoeken_op(*, by: Actor, at: datetime) -> int:
    """Clear away the requests for a code that are too old to be of use; returns how many."""
    del by
    return Codeverzoek.objects.filter(gevraagd_op__lt=at - BEWAARTIJD_VERZOEK).delete()[0]


def trek_uitnodiging_in(*, dossier_id: UUID, inzage_id: UUID, by: Actor, at: datetime) -> None:
    """Withdraw an offer made by mistake: the parent's way in closes at once."""
    by.require(Recht.OUDERS_UITNODIGEN)
    dossier = dossier_for(by, dossier_id, vergrendel=True)
    inzage = inzage_for(by, dossier, inzage_id, vergrendel=True)
    if dossier.staat not in INVULBAAR:
        # The offer is the proof of inzage on which the report became definitief.
        raise InzageGeweigerd("Het rapport is definitief. De uitnodiging is het bewijs van inzage en blijft staan.")
    if inzage.gezien_op is not None:
        raise InzageGeweigerd("Deze ouder heeft al getekend voor gezien. U kunt de uitnodiging niet meer intrekken.")
    trek_code_in(ouderaccount_id=inzage.ouder_id, by=by, at=at)
    beeindig_toegang(dossier=dossier, ouder_id=inzage.ouder_id, by=by, at=at)
    inzage.ingetrokken_op = at
    inzage.save(update_fields=["ingetrokken_op"])
    record("ouders.uitnodiging_ingetrokken", by=by, at=at, dossier_id=dossier.id, object_id=inzage.id)


def leg_meelezen_vast(*, dossier_id: UUID, inzage_id: UUID, op: date | None, by: Actor, at: datetime) -> None:
    """Record on which day a pupil from 16 agreed that this parent reads along; None: the pupil no longer agrees."""
    by.require(Recht.OUDERS_UITNODIGEN)
    dossier = dossier_for(by, dossier_id, vergrendel=True)
    inzage = inzage_for(by, dossier, inzage_id, vergrendel=True)
    if op is not None and op > dag(at):
        raise InzageGeweigerd("Deze dag ligt in de toekomst. Vul de dag in waarop de leerling dit zei.")
    inzage.meelezen_op = op
    inzage.save(update_fields=["meelezen_op"])
    wat = "ouders.meelezen_vastgelegd" if op else "ouders.meelezen_ingetrokken"
    record(wat, by=by, at=at, dossier_id=dossier.id, object_id=inzage.id)


def _voor(dossier_id: UUID, verzorger_id: UUID, by: Actor, at: datetime) -> tuple[Dossier, Gezaghebbende, int]:
    """The dossier and the person, and to how many people it must be offered in all."""
    by.require(Recht.OUDERS_UITNODIGEN)
    dossier = dossier_for(by, dossier_id, vergrendel=True)
    inhoud = inhoud_for(by, dossier, slot_for(by, dossier))
    mensen = rechthebbenden(inhoud, dag(at))
    wie = {mens.sleutel: mens for mens in mensen}.get(verzorger_id)
    if wie is None:
        raise NietGevonden
    # Who has no gezag may ask at any time; whoever the report waits for, reads before it is definitief.
    if wie.recht is not Inzagerecht.ZONDER_GEZAG or dossier.staat == Staat.CONCEPT:
        controleer_invulbaar(Staat(dossier.staat))
    if inzages_for(by, dossier).filter(verzorger_id=verzorger_id).exists():
        raise InzageGeweigerd("Deze ouder kreeg het rapport al. Trek de uitnodiging eerst in als er iets mis ging.")
    if dossier.staat in INVULBAAR and dossier.staat != Staat.TER_INZAGE:
        Aanbod.controleer_teksten(inhoud)
    return dossier, wie, te_bieden(mensen)


def _bied_aan(
    dossier: Dossier, wie: Gezaghebbende, ouder_id: UUID, aanbod: Aanbod, *, by: Actor, at: datetime, aantal: int
) -> Inzage:
    _ter_inzage(dossier, by, at)
    inzage_id = uuid4()
    geheim = {"naam": wie.naam, "mail": aanbod.mail, "contact": aanbod.contact.strip()}
    geef_toegang(dossier=dossier, reden=Reden.INZAGE, ouder_id=ouder_id, by=by, at=at)
    zonder_gezag = wie.recht is Inzagerecht.ZONDER_GEZAG
    return Inzage.objects.create(
        id=inzage_id,
        dossier=dossier,
        school_id=dossier.school_id,
        ouder_id=ouder_id,
        verzorger_id=wie.sleutel,
        recht=wie.recht,
        te_bieden=aantal,
        gevraagd_op=aanbod.gevraagd_op if zonder_gezag else None,
        meelezen_op=None if zonder_gezag else aanbod.gevraagd_op,
        wijze=aanbod.wijze,
        geheim=slot_for(by, dossier).versleutel(json.dumps(geheim, ensure_ascii=False).encode(), f"inzage:{inzage_id}"),
        mailhash=mailhash(aanbod.mail) if aanbod.mail else None,
        aangeboden_op=at,
        aangeboden_door=by.persoon_id,
        papier_op=aanbod.papier_op,
        papierweg=aanbod.papierweg,
    )


def _ter_inzage(dossier: Dossier, by: Actor, at: datetime) -> None:
    """The first offer freezes what the parents read; a changed report needs `bied_nieuwe_versie_aan`."""
    if dossier.staat in INVULBAAR and dossier.staat != Staat.TER_INZAGE:
        zet_staat(dossier=dossier, naar=Staat.TER_INZAGE, by=by, at=at)
        maak_versie(dossier=dossier, soort=Versiesoort.INZAGE, by=by, at=at)
    elif not Versie.objects.filter(dossier=dossier).exists():
        maak_versie(dossier=dossier, soort=Versiesoort.INZAGE, by=by, at=at)
