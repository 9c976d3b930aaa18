"""Which acts invite colleagues, answer who asks, change and hand over what somebody does, and open the own agenda?"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from overstap.domain.gebruikers.actions import maak_account
from overstap.domain.medewerkers.models import Accountvraag, Agendalink, Collegauitnodiging, Medewerkerscontrole
from overstap.domain.medewerkers.queries import (
    Link,
    aangeboden_for,
    agendalink_for,
    heeft_account_for,
    uitnodiging_for,
    uitnodigingen_for,
    vragen_for,
)
from overstap.domain.medewerkers.rules import BEWAREN, GELDIG, HOOGSTENS_VRAGEN, UitnodigingGeweigerd, groepen_samen
from overstap.domain.scholen.actions import (
    AanstellingGeweigerd,
    controleer_geen_oefening,
    eindig_aanstelling,
    stel_aan,
)
from overstap.domain.scholen.models import Aanstelling, Organisatie
from overstap.domain.scholen.queries import aanstelling_for, medewerkers_for, organisatie_for
from overstap.domain.scholen.rules import FUNCTIES, controleer_functie
from overstap.foundation.access import RECHTEN, Actor, NietGevonden, Recht, Rol
from overstap.foundation.audit.record import record
from overstap.foundation.queue import defer

_WERKT_HIER_AL = "{naam} werkt hier al in deze functie."
_AL_UITGENODIGD = "Op dit e-mailadres staat al een uitnodiging open voor deze functie. Stuur die opnieuw."


def nodig_uit(*, naam: str, email: str, rol: Rol, by: Actor, at: datetime, groepen: Iterable[str] = ()) -> UUID:
    """Invite a colleague for the own organisation, by mail; returns the invitation.

    What happens is the same whether or not that person has an account elsewhere. Raises `FunctiePastNiet`, and
    `UitnodigingGeweigerd` for who works here in this role already or has an open invitation for it.
    """
    by.require(Recht.MEDEWERKERS_BEHEREN)
    uitnodiging = _bied_aan(naam, email, rol, groepen=groepen, by=by, at=at)
    defer("medewerker.uitnodiging", uitnodiging_id=uitnodiging.id, organisatie_id=uitnodiging.organisatie_id)
    return uitnodiging.id


def vraag_account(*, naam: str, email: str, by: Actor, at: datetime) -> None:
    """Ask for an account at an organisation (`by` is the system within it); who manages the colleagues answers.

    Nothing, without a word, for who works there, is invited or asked already: whoever asks learns nothing. Who answers
    gets a mail about the first that waits, and not about those that come beside it.
    """
    by.require(Recht.REGIO_INRICHTEN)
    email = email.strip().lower()
    Organisatie.objects.select_for_update().get(id=by.werkt_bij)
    bekend = (
        medewerkers_for(by, by.werkt_bij).filter(account__email=email),
        uitnodigingen_for(by).filter(email=email),
        vragen_for(by).filter(email=email),
    )
    wachten = vragen_for(by).count()
    if any(rijen.exists() for rijen in bekend) or wachten >= HOOGSTENS_VRAGEN:
        return
    vraag = Accountvraag.objects.create(organisatie_id=by.werkt_bij, naam=naam, email=email, gevraagd_op=at)
    record("medewerker.gevraagd", by=by, at=at, object_id=vraag.id)
    if not wachten:
        defer("medewerker.gevraagd", vraag_id=vraag.id, organisatie_id=vraag.organisatie_id)


def wijs_vraag_af(*, vraag_id: UUID, by: Actor, at: datetime) -> None:
    """Throw a request for an account away; who asked hears nothing."""
    by.require(Recht.MEDEWERKERS_BEHEREN)
    vraag = vragen_for(by).filter(id=vraag_id).first()
    if vraag is None:
        raise NietGevonden
    vraag.delete()
    record("medewerker.vraag_afgewezen", by=by, at=at, object_id=vraag_id)


def bevestig_medewerkers(*, schooljaar: str, by: Actor, at: datetime) -> None:
    """Say for a school year that everybody on the list works here, in this function; once is enough."""
    by.require(Recht.MEDEWERKERS_BEHEREN)
    controle, nieuw = Medewerkerscontrole.objects.get_or_create(
        organisatie_id=by.werkt_bij, schooljaar=schooljaar, defaults={"door_id": by.persoon_id, "bevestigd_op": at}
    )
    if nieuw:
        aantal = medewerkers_for(by, by.werkt_bij).count()
        record("medewerkers.gecontroleerd", by=by, at=at, object_id=controle.id, schooljaar=schooljaar, aantal=aantal)


def ruim_uitnodigingen_op(*, by: Actor, at: datetime) -> int:
    """Forget, within one organisation, whom invitations and requests were about that nobody answered; how many."""
    by.require(Recht.REGIO_INRICHTEN)
    oud = list(uitnodigingen_for(by).filter(geldig_tot__lt=at - BEWAREN).select_for_update())
    for uitnodiging in oud:
        _sluit(uitnodiging, at, "ingetrokken_op")
        record("medewerker.uitnodiging_verlopen", by=by, at=at, object_id=uitnodiging.id)
    vragen, _per_tabel = vragen_for(by).filter(gevraagd_op__lt=at - BEWAREN).delete()
    return len(oud) + vragen


def begin_organisatie(
    *, naam: str, email: str, opnieuw: bool, by: Actor, at: datetime, opvolger: bool = False
) -> Collegauitnodiging:
    """Invite the first person of an organisation who may invite the others; `by` is the system within it.

    No mail goes out: who does this gives the link by hand. Raises `UitnodigingGeweigerd` when somebody manages the
    colleagues already, unless this is the `opvolger` of who left without inviting one; and when an invitation waits,
    unless it is made `opnieuw`.
    """
    by.require(Recht.REGIO_INRICHTEN)
    organisatie = Organisatie.objects.select_for_update().get(id=by.werkt_bij)
    rollen = _eerste_rollen(organisatie.soort)
    beheerders = [] if opvolger else [mens for mens in medewerkers_for(by, organisatie.id) if mens.rol in rollen]
    if beheerders:
        namen = ", ".join(mens.account.naam for mens in beheerders)
        raise UitnodigingGeweigerd(f"{organisatie.naam} is al begonnen: {namen} beheert de medewerkers.")
    for wachtend in uitnodigingen_for(by).filter(rol__in=rollen):
        if not opnieuw:
            raise UitnodigingGeweigerd(
                f"{organisatie.naam} is al begonnen: er wacht een uitnodiging. Is de link weg? Gebruik --opnieuw."
            )
        _sluit(wachtend, at, "ingetrokken_op")
    return _bied_aan(naam, email, rollen[0], by=by, at=at)


def nodig_opnieuw_uit(*, uitnodiging_id: UUID, by: Actor, at: datetime) -> None:
    """Send a new link; the one before it stops."""
    by.require(Recht.MEDEWERKERS_BEHEREN)
    uitnodiging = uitnodiging_for(by, uitnodiging_id, vergrendel=True)
    uitnodiging.ronde += 1
    uitnodiging.geldig_tot = at + GELDIG
    uitnodiging.mail_mislukt_op = None
    uitnodiging.save(update_fields=["ronde", "geldig_tot", "mail_mislukt_op"])
    record("medewerker.opnieuw_uitgenodigd", by=by, at=at, object_id=uitnodiging.id)
    defer("medewerker.uitnodiging", uitnodiging_id=uitnodiging.id, organisatie_id=uitnodiging.organisatie_id)


def trek_collega_in(*, uitnodiging_id: UUID, by: Actor, at: datetime) -> None:
    """Withdraw an invitation: its link stops at once, and who it was for is forgotten."""
    by.require(Recht.MEDEWERKERS_BEHEREN)
    uitnodiging = uitnodiging_for(by, uitnodiging_id, vergrendel=True)
    _sluit(uitnodiging, at, "ingetrokken_op")
    record("medewerker.uitnodiging_ingetrokken", by=by, at=at, object_id=uitnodiging.id)


def mail_niet_aangekomen(*, uitnodiging_id: UUID, by: Actor, at: datetime) -> None:
    """The mail server refused the address: the school reads that, and can invite again with another one."""
    by.require(Recht.REGIO_INRICHTEN)
    uitnodiging = uitnodiging_for(by, uitnodiging_id, vergrendel=True)
    uitnodiging.mail_mislukt_op = at
    uitnodiging.save(update_fields=["mail_mislukt_op"])


def begin_als_nieuw(*, link: Link, naam: str, wachtwoord: str, by: Actor, at: datetime) -> UUID:
    """Accept an invitation as somebody without an account; returns the new account. `by` is the system within it.

    Raises `NietGevonden` for a link that does not work any more, and `UitnodigingGeweigerd` for a known address: only
    who has that password may add a role to that account.
    """
    by.require(Recht.REGIO_INRICHTEN)
    uitnodiging = aangeboden_for(by, link, at, vergrendel=True)
    if heeft_account_for(by, uitnodiging):
        raise UitnodigingGeweigerd("U heeft al een account. Log daarmee in.")
    account_id = maak_account(email=uitnodiging.email, naam=naam, wachtwoord=wachtwoord, by=by, at=at)
    _neem_aan(uitnodiging, account_id, by, at)
    return account_id


def neem_uitnodiging_aan(*, link: Link, account_id: UUID, by: Actor, at: datetime) -> None:
    """Accept an invitation with the account one has; `by` is the system within the organisation that invites.

    Raises `NietGevonden` for a link that does not work any more, and for somebody with another address.
    """
    by.require(Recht.REGIO_INRICHTEN)
    uitnodiging = aangeboden_for(by, link, at, vergrendel=True)
    if heeft_account_for(by, uitnodiging) != account_id:
        raise UitnodigingGeweigerd("Deze uitnodiging is voor een ander e-mailadres. Log uit en gebruik dat adres.")
    _neem_aan(uitnodiging, account_id, by, at)


def wijzig_functie(*, aanstelling_id: UUID, rol: Rol, by: Actor, at: datetime) -> UUID:
    """Give a colleague another function from now on; the old one stays in the history. Returns the new aanstelling.

    Raises `FunctiePastNiet`, and `AanstellingGeweigerd` for oneself: so somebody who may do this stays.
    """
    by.require(Recht.MEDEWERKERS_BEHEREN)
    oud = aanstelling_for(by, aanstelling_id, vergrendel=True)
    if oud.rol == rol:
        return oud.id
    controleer_geen_oefening(by=by, at=at)
    if oud.account_id == by.id:
        raise AanstellingGeweigerd("U kunt uw eigen functie niet wijzigen. Vraag dit aan een collega.")
    controleer_functie(organisatie_for(by).soort, rol)
    eindig_aanstelling(aanstelling_id=oud.id, by=by, at=at)
    nieuw, _gemaakt = Aanstelling.objects.get_or_create(
        account_id=oud.account_id, organisatie_id=by.werkt_bij, rol=rol.value, tot=None
    )
    record("medewerker.aangesteld", by=by, at=at, object_id=nieuw.id, rol=rol.value)
    return nieuw.id


def draag_groepen_over(*, van_id: UUID, naar_id: UUID, by: Actor, at: datetime) -> None:
    """Let one teacher follow the groups of another one too; what the other one follows does not change."""
    by.require(Recht.MEDEWERKERS_BEHEREN)
    van, naar = aanstelling_for(by, van_id), aanstelling_for(by, naar_id, vergrendel=True)
    if {van.rol, naar.rol} != {Rol.LEERKRACHT.value} or van.id == naar.id:
        raise AanstellingGeweigerd("Kies een leerkracht die de groepen overneemt.")
    naar.groepen = groepen_samen(van.groepen, naar.groepen)
    naar.save(update_fields=["groepen"])
    record("medewerker.ingedeeld", by=by, at=at, object_id=naar.id, groepen=naar.groepen)


def maak_agendalink(*, by: Actor, at: datetime) -> None:
    """Give the actor a secret address for the own agenda; one that was there before stops."""
    by.require(Recht.AGENDA_VOLGEN)
    trek_agendalink_in(by=by, at=at)
    link = Agendalink.objects.create(organisatie_id=by.werkt_bij, account_id=by.persoon_id, gemaakt_op=at)
    record("agenda.adres_gemaakt", by=by, at=at, object_id=link.id)


def trek_agendalink_in(*, by: Actor, at: datetime) -> None:
    """End the address of the actor's own agenda; harmless when there is none."""
    by.require(Recht.AGENDA_VOLGEN)
    link = agendalink_for(by, vergrendel=True)
    if link is None:
        return
    link.ingetrokken_op = at
    link.save(update_fields=["ingetrokken_op"])
    record("agenda.adres_ingetrokken", by=by, at=at, object_id=link.id)


def _eerste_rollen(soort: str) -> list[Rol]:
    """The roles of this kind of organisation that manage colleagues, in the order of `Rol`."""
    rollen = [rol for rol in Rol if rol in FUNCTIES[soort] and Recht.MEDEWERKERS_BEHEREN in RECHTEN[rol]]
    # Where nobody manages colleagues, because there is only one.
    return rollen or [rol for rol in Rol if rol in FUNCTIES[soort]]


def _bied_aan(
    naam: str, email: str, rol: Rol, *, by: Actor, at: datetime, groepen: Iterable[str] = ()
) -> Collegauitnodiging:
    email = email.strip().lower()
    controleer_functie(organisatie_for(by).soort, rol)
    controleer_geen_oefening(by=by, at=at)
    if mens := medewerkers_for(by, by.werkt_bij).filter(account__email=email, rol=rol.value).first():
        raise UitnodigingGeweigerd(_WERKT_HIER_AL.format(naam=mens.account.naam))
    if uitnodigingen_for(by).filter(email=email, rol=rol.value).exists():
        raise UitnodigingGeweigerd(_AL_UITGENODIGD)
    uitnodiging = Collegauitnodiging.objects.create(
        organisatie_id=by.werkt_bij, naam=naam, email=email, rol=rol.value, groepen=sorted(groepen),
        geldig_tot=at + GELDIG,
    )  # fmt: skip
    vragen_for(by).filter(email=email).delete()
    record("medewerker.uitgenodigd", by=by, at=at, object_id=uitnodiging.id, rol=rol.value)
    return uitnodiging


def _neem_aan(uitnodiging: Collegauitnodiging, account_id: UUID, by: Actor, at: datetime) -> None:
    uitnodiging.aanstelling_id = stel_aan(
        account_id=account_id,
        organisatie_id=uitnodiging.organisatie_id,
        rol=uitnodiging.functie,
        groepen=uitnodiging.groepen,
        by=by,
        at=at,
    )
    _sluit(uitnodiging, at, "aangenomen_op", "aanstelling")


def _sluit(uitnodiging: Collegauitnodiging, at: datetime, wanneer: str, *ook: str) -> None:
    """Nobody waits for an answer any more, so the name and the address go."""
    setattr(uitnodiging, wanneer, at)
    uitnodiging.naam = uitnodiging.email = ""
    uitnodiging.save(update_fields=["naam", "email", wanneer, *ook])
