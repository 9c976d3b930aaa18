"""What stands in the way of definitief, and what is the proof of inzage?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol, cast

from overstap.domain.bijlagen.enums import Scanstaat
from overstap.domain.bijlagen.models import Keurbaar
from overstap.domain.bijlagen.queries import controleer_vertrek_for
from overstap.domain.bijlagen.rules import VertrekGeweigerd
from overstap.domain.dossiers.enums import Nummersoort
from overstap.domain.dossiers.models import Dossier
from overstap.domain.dossiers.queries import nummer_for
from overstap.domain.importen.snapshot import InzageInOso, Persoonsnummer
from overstap.domain.inzages.enums import Inzagerecht
from overstap.domain.inzages.models import Correctieverzoek, Inzage, Ouderstuk
from overstap.domain.inzages.queries.heropend import heropend_for
from overstap.domain.inzages.queries.inzage import Ouderregel, inzages_for, ouderregels_for
from overstap.domain.inzages.rules import Controle, Ouderstand, Punt, checklist
from overstap.domain.rapporten.catalogue import catalogus_bij
from overstap.domain.rapporten.queries import (
    RapportNu,
    bevries_for,
    bevroren_for,
    rapport_nu_for,
    versies_for,
)
from overstap.domain.rapporten.rules import (
    Rapportstand,
    controleer_waarden,
    onderwijs_van,
    ontbrekende_stukken,
    volledigheid_rapport,
)
from overstap.domain.rapporten.snapshot import Inhoud
from overstap.domain.scholen.queries import school_for
from overstap.domain.scholen.rules import kalender_uit_instellingen
from overstap.foundation.access import Actor
from overstap.foundation.klok import dag
from overstap.foundation.poort import poort
from overstap.foundation.sleutels.kast import Slot


def checklist_for(
    actor: Actor, dossier: Dossier, slot: Slot, at: datetime, nu: RapportNu | None = None
) -> tuple[Punt, ...]:
    """The checklist before definitief, with the facts as they are now (`nu`, when read already)."""
    return checklist(_feiten(actor, dossier, slot, dag(at), nu or rapport_nu_for(actor, dossier, slot)))


def gewijzigd_na_inzage_for(actor: Actor, dossier: Dossier, slot: Slot, nu: RapportNu | None = None) -> bool:
    """Does the report now say something else than the newest version of the parents? Advice and attachments count."""
    versie = versies_for(actor, dossier).first()
    if versie is None:
        return False
    bevroren = bevries_for(actor, dossier, slot, dag(versie.gemaakt_op), nu)
    return bevroren.naar_bytes() != bevroren_for(actor, versie, slot).naar_bytes()


def bewijs_van_inzage_for(actor: Actor, dossier: Dossier) -> tuple[date, Sequence[Inzage]] | None:
    """(the day on which the last parent was offered inzage, the offers), or None when nobody was."""
    inzages = [inzage for inzage in inzages_for(actor, dossier) if Inzagerecht(inzage.recht).reageert]
    if not inzages:
        return None
    return max(inzage.aangeboden for inzage in inzages), inzages


class Osokeuring(Protocol):
    """Who knows the OSO standard answers what keeps a file from being made; see `foundation.poort`."""

    def __call__(
        self, inhoud: Inhoud, *, nummer: Persoonsnummer | None, inzage: InzageInOso, datum: date
    ) -> tuple[str, ...]: ...


def osobezwaren_for(actor: Actor, dossier: Dossier, slot: Slot, inhoud: Inhoud, op: date) -> tuple[str, ...]:
    """Sentences about what keeps the OSO file of this content from being made on the day `op`; empty is well.

    Where nobody was offered inzage yet, the file is judged as if that happens on that day.
    """
    keur = cast("Osokeuring", poort("oso.bezwaren"))
    nummer, bewijs = nummer_for(actor, dossier, slot), bewijs_van_inzage_for(actor, dossier)
    return keur(
        inhoud.geldend(),
        nummer=Persoonsnummer(Nummersoort(nummer[0]), nummer[1]) if nummer else None,
        inzage=InzageInOso(datum=bewijs[0] if bewijs else op),
        datum=op,
    )


def _ontbrekend(stand: Rapportstand) -> list[str]:
    """The pages on which something is still to be done; the advice stands in a sectie, and has a page of its own."""
    ergens = [sectie.titel for sectie in stand.secties if sectie.buiten_advies.te_doen]
    bij_advies = any(sectie.te_doen != sectie.buiten_advies.te_doen for sectie in stand.secties)
    return [*ergens, "Advies en doorstroomtoets"] if bij_advies else ergens


def _feiten(actor: Actor, dossier: Dossier, slot: Slot, vandaag: date, nu: RapportNu) -> Controle:
    inhoud = nu.inhoud
    school = school_for(actor, dossier.school_id)
    instellingen = school.regio.instellingen
    lijst = catalogus_bij(instellingen, getypt=dossier.leerling.met_de_hand)
    bijlagen = [bijlage.rij for bijlage in nu.bijlagen]
    return Controle(
        ontbrekend=_ontbrekend(volledigheid_rapport(inhoud, lijst)),
        advies_definitief="advies_definitief" in inhoud,
        ouders=[_ouderstand(rij) for rij in ouderregels_for(actor, dossier, inhoud, vandaag) if rij.wie.recht.reageert],
        open_correcties=Correctieverzoek.objects.filter(dossier=dossier, besluit="").count(),
        gewijzigd_na_inzage=gewijzigd_na_inzage_for(actor, dossier, slot, nu),
        bijlagen=len(bijlagen),
        bijlagen_mee=sum(bijlage.vrijgegeven for bijlage in bijlagen),
        heropend=heropend_for(actor, dossier, slot, vandaag, nu),
        reactietermijn=instellingen["reactietermijn_dagen"],
        vandaag=vandaag,
        deadline=kalender_uit_instellingen(instellingen, dossier.schooljaar).definitief,
        opmerkingen=(
            *controleer_waarden(inhoud, vandaag, lijst),
            *ontbrekende_stukken(
                inhoud,
                {bijlage.sleutel: bijlage.soort for bijlage in bijlagen if bijlage.vrijgegeven},
                onderwijs_van(inhoud, school.gegevens.get("onderwijs", "")),
            ),
        ),
        bijlagen_bezwaar=_bezwaar(
            actor,
            [
                *(bijlage for bijlage in bijlagen if bijlage.vrijgegeven),
                *Ouderstuk.objects.filter(dossier=dossier, zienswijze_id__isnull=False).exclude(
                    scan=Scanstaat.GEWEIGERD
                ),
            ],
        ),
    )


def _bezwaar(actor: Actor, mee: Sequence[Keurbaar]) -> str:
    try:
        controleer_vertrek_for(actor, mee)
    except VertrekGeweigerd as fout:
        return fout.zin
    return ""


def _ouderstand(regel: Ouderregel) -> Ouderstand:
    inzage = regel.telt
    if inzage is None:
        return Ouderstand(regel.wie.naam, None, beantwoord=False, aangeboden=False)
    if regel.gesloten and not regel.beantwoord:
        return Ouderstand(regel.wie.naam, None, beantwoord=False, gesloten=True)
    mislukt = inzage.mail_mislukt_op is not None
    return Ouderstand(regel.wie.naam, inzage.bewezen, regel.beantwoord, mail_mislukt=mislukt)
