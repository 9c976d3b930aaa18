"""Which acts make a dossier, move it, and give or end toegang?"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID, uuid4

from django.db.models import Q, QuerySet

from overstap.domain.dossiers.enums import Beperkreden, Nummersoort, Opheffing, Reden, Staat
from overstap.domain.dossiers.models import Beperking, Dossier, Persoonsnummer, Toegang
from overstap.domain.dossiers.queries import beperking_for, controleer_onbeperkt_for, dossier_for, nummer_for, slot_for
from overstap.domain.dossiers.rules import GROND_OUDER, GROND_PO, GROND_VO, BeperkingGeweigerd, controleer_stap
from overstap.domain.leerlingen.models import Leerling
from overstap.domain.leerlingen.rules import Namen, sorteernaam
from overstap.foundation.access import Actor, Recht
from overstap.foundation.audit.record import record
from overstap.foundation.queue import defer
from overstap.foundation.sleutels.kast import Slot, maak_sleutel, zoekhash


def maak_dossier(
    *, namen: Namen, groep: str, schooljaar: str, by: Actor, at: datetime, met_de_hand: bool = False
) -> Dossier:
    """Make a dossier for a pupil of the actor's own school, with a fresh key, and give the school toegang."""
    by.require(Recht.LEERLING_INVOEREN)
    sleutel_id = maak_sleutel(at=at)
    leerling = Leerling.objects.create(
        school_id=by.werkt_bij,
        **namen._asdict(),
        sorteernaam=sorteernaam(*namen),
        met_de_hand=met_de_hand,
    )
    dossier = Dossier(
        id=uuid4(), school_id=by.werkt_bij, leerling=leerling, schooljaar=schooljaar, groep=groep,
        sleutel_id=sleutel_id, gemaakt_op=at,
    )  # fmt: skip
    dossier.save(force_insert=True)
    geef_toegang(dossier=dossier, organisatie_id=dossier.school_id, reden=Reden.EIGEN_SCHOOL, by=by, at=at)
    record("dossier.gemaakt", by=by, at=at, dossier_id=dossier.id)
    return dossier


def ververs_leerling(
    *, dossier: Dossier, namen: Namen, groep: str, by: Actor, at: datetime, met_de_hand: bool = False
) -> None:
    """Take over the pupil's name and group, from a newer import or as somebody mended them, for the lists."""
    by.require(Recht.LEERLING_INVOEREN)
    Leerling.objects.filter(id=dossier.leerling_id).update(
        **namen._asdict(),
        sorteernaam=sorteernaam(*namen),
        met_de_hand=met_de_hand,
    )
    dossier.groep = groep
    dossier.save(update_fields=["groep"])


def zet_nummer(*, dossier: Dossier, soort: Nummersoort, nummer: str, by: Actor, at: datetime) -> None:
    """Store the pupil's BSN or onderwijsnummer, encrypted; a changed number leaves a trail."""
    by.require(Recht.LEERLING_INVOEREN)
    slot = slot_for(by, dossier)
    oud = nummer_for(by, dossier, slot)
    if oud == (soort.value, nummer):
        return
    waarden = {
        "soort": soort,
        "geheim": slot.versleutel(nummer.encode(), f"nummer:{dossier.id}"),
        "zoekhash": zoekhash(dossier.school_id, nummer),
    }
    vast = {"school_id": dossier.school_id, "schooljaar": dossier.schooljaar}
    Persoonsnummer.objects.update_or_create(dossier=dossier, defaults=waarden, create_defaults={**waarden, **vast})
    record("nummer.vastgelegd", by=by, at=at, dossier_id=dossier.id, soort=soort.value, vervangen=oud is not None)


def onthul_nummer(*, dossier_id: UUID, by: Actor, at: datetime) -> str:
    """Show the whole number to one person, and write down that it was shown. Empty when there is none."""
    by.require(Recht.NUMMER_ONTHULLEN)
    dossier = dossier_for(by, dossier_id)
    nummer = nummer_for(by, dossier, Slot(dossier.sleutel_id))
    record("nummer.onthuld", by=by, at=at, dossier_id=dossier_id)
    return nummer[1] if nummer else ""


def geef_lasbestand(*, dossier_id: UUID, versie_id: UUID, by: Actor, at: datetime) -> None:
    """Write down that the school took the report, with the number in it, to its own leerlingadministratie.

    The ground is the school's own duty to keep the report (art. 7a of the Besluit).
    """
    by.require(Recht.DOSSIER_OVERDRAGEN)
    controleer_onbeperkt_for(by, dossier_for(by, dossier_id))
    record("lasbestand.gemaakt", by=by, at=at, dossier_id=dossier_id, versie=str(versie_id), grond=GROND_PO)


def zet_staat(*, dossier: Dossier, naar: Staat, by: Actor, at: datetime) -> None:
    """Take one allowed step; raises `StapNietMogelijk`. The caller holds the lock and has checked the right."""
    van = Staat(dossier.staat)
    controleer_stap(van, naar)
    dossier.staat = naar
    dossier.save(update_fields=["staat"])
    record("dossier.stap", by=by, at=at, dossier_id=dossier.id, van=van.value, naar=naar.value)


def geef_toegang(
    *,
    dossier: Dossier,
    reden: Reden,
    by: Actor,
    at: datetime,
    organisatie_id: UUID | None = None,
    ouder_id: UUID | None = None,
) -> None:
    """Let an organisation or a parent in; harmless when they already are."""
    if _lopende_toegang(dossier, organisatie_id, ouder_id).exists():
        return
    Toegang.objects.create(
        dossier=dossier, school_id=dossier.school_id, organisatie_id=organisatie_id, ouder_id=ouder_id,
        reden=reden, vanaf=at,
    )  # fmt: skip
    wie = organisatie_id or ouder_id
    record("toegang.gegeven", by=by, at=at, dossier_id=dossier.id, object_id=wie, reden=reden.value)


def beeindig_toegang(
    *, dossier: Dossier, by: Actor, at: datetime, organisatie_id: UUID | None = None, ouder_id: UUID | None = None
) -> None:
    """End somebody's toegang; it holds from the next look on."""
    if _lopende_toegang(dossier, organisatie_id, ouder_id).update(tot=at):
        record("toegang.beeindigd", by=by, at=at, dossier_id=dossier.id, object_id=organisatie_id or ouder_id)


def beperk_gebruik(*, dossier_id: UUID, reden: Beperkreden, by: Actor, at: datetime) -> None:
    """Restrict the use of a pupil's data (art. 18 AVG): from here on nothing leaves, until it is lifted."""
    by.require(Recht.GEGEVENS_BEHEREN)
    dossier = dossier_for(by, dossier_id, vergrendel=True)
    if beperking_for(by, dossier) is not None:
        raise BeperkingGeweigerd("De gegevens zijn al beperkt. Ververs de bladzijde.")
    Beperking.objects.create(
        dossier=dossier, school_id=dossier.school_id, reden=reden, gezet_op=at, gezet_door=by.persoon_id
    )
    record("gegevens.beperkt", by=by, at=at, dossier_id=dossier.id, reden=reden.value)
    laat_ontvangers_weten(dossier=dossier, by=by, at=at)


def hef_beperking_op(*, dossier_id: UUID, opheffing: Opheffing, by: Actor, at: datetime) -> None:
    """Lift it, with the reason; who asked for it was told before (art. 18-3 AVG)."""
    by.require(Recht.GEGEVENS_BEHEREN)
    dossier = dossier_for(by, dossier_id, vergrendel=True)
    rij = beperking_for(by, dossier)
    if rij is None:
        raise BeperkingGeweigerd("De gegevens zijn niet beperkt. Ververs de bladzijde.")
    rij.opgeheven_op, rij.opgeheven_door, rij.opheffing = at, by.persoon_id, opheffing
    rij.save(update_fields=["opgeheven_op", "opgeheven_door", "opheffing"])
    record("gegevens.vrij", by=by, at=at, dossier_id=dossier.id, reden=opheffing.value)
    laat_ontvangers_weten(dossier=dossier, by=by, at=at)


def laat_ontvangers_weten(*, dossier: Dossier, by: Actor, at: datetime) -> None:
    """Queue a mail to whoever received something of this pupil: vo schools and the samenwerkingsverband (art. 19 AVG).

    Harmless when nobody did. It only says that something changed; what, they read on the page of that pupil.
    """
    del by, at
    for taak in ("mail.ontvangers", "zorg.mail_ontvangers"):
        defer(taak, dossier_id=dossier.id, organisatie_id=dossier.school_id)


def geef_alles(*, dossier_id: UUID, by: Actor, at: datetime) -> None:
    """Write down that everything of this pupil was handed over to who may ask for it (art. 15 AVG).

    Also while the use is restricted: the right to a copy goes on.
    """
    by.require(Recht.GEGEVENS_BEHEREN)
    dossier_for(by, dossier_id)
    record("gegevens.gegeven", by=by, at=at, dossier_id=dossier_id, versie="alle", grond=GROND_OUDER)


def bekeken(*, dossier: Dossier, wat: str, by: Actor, at: datetime, object_id: UUID | None = None) -> None:
    """Write down that somebody looked: looking at a pupil's file is an act too (art. 15-1-c AVG)."""
    record(f"{wat}.bekeken", by=by, at=at, dossier_id=dossier.id, object_id=object_id)


def opgehaald(
    *, dossier: Dossier, wat: str, versie: UUID, by: Actor, at: datetime, object_id: UUID | None = None
) -> None:
    """Write down that somebody took a file along: who and where to (`by`), which version, and on which ground.

    `versie` is that of the report, or which bytes of a file from outside (`bestand_id`, another one after cleaning).
    Raises `Beperkt` while a restriction stands.
    """
    controleer_onbeperkt_for(by, dossier)
    record(
        f"{wat}.bekeken", by=by, at=at, dossier_id=dossier.id, object_id=object_id, versie=str(versie),
        grond=_grond(by),
    )  # fmt: skip


def _grond(by: Actor) -> str:
    if by.ouder_id is not None:
        return GROND_OUDER
    return GROND_VO if by.mag(Recht.DOSSIER_ONTVANGEN) else GROND_PO


def _lopende_toegang(dossier: Dossier, organisatie_id: UUID | None, ouder_id: UUID | None) -> QuerySet[Toegang]:
    """The running grant of one organisation or one parent; never `= NULL`, which no row would match."""
    wie = Q(organisatie_id=organisatie_id) if organisatie_id else Q(ouder_id=ouder_id, ouder_id__isnull=False)
    return Toegang.objects.filter(wie, dossier=dossier, tot=None)
