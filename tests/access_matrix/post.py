"""Which parents in the world of the access matrix wait for a code or a mail, and who chose how?"""

from __future__ import annotations

from overstap.domain.dossiers.queries import dossier_for, slot_for
from overstap.domain.inzages.actions import plan_herinneringen, stuur_opnieuw, vraag_code
from overstap.domain.inzages.queries import inzage_for, naam_en_mail_for
from overstap.domain.mailkeuzes.actions import kies_mail, laat_wachten, plan_dagpost
from overstap.domain.mailkeuzes.enums import Mailritme
from overstap.domain.scholen.enums import Mailsoort
from overstap.foundation.access import Rol
from overstap.foundation.rls import als
from overstap.jobs.taak import systeem_voor
from tests.wereld import AT, Geval, dagen_terug


def wacht_op_post(zaak: Geval) -> None:
    """One asked for a new code by the own link; the other is reminded, and gets the link again by hand."""
    een, ander = zaak.ouders
    vraag_code(ouder_id=een.ouder_id, mail="", by=None, at=AT)
    with als(systeem_voor(zaak.school.id)) as by:
        plan_herinneringen(by=by, at=dagen_terug(13))
    with als(zaak.school[Rol.LEERKRACHT]) as by:
        dossier = dossier_for(by, zaak.dossier_id)
        _, mail = naam_en_mail_for(by, inzage_for(by, dossier, ander.inzage_id), slot_for(by, dossier))
        stuur_opnieuw(dossier_id=dossier.id, inzage_id=ander.inzage_id, mail=mail, by=by, at=AT)
    _wil_een_mail_per_dag(zaak)


def _wil_een_mail_per_dag(zaak: Geval) -> None:
    """One reads Arabic and wants one mail a day, for which something waits."""
    een = zaak.ouders[0]
    with als(een.actor) as by:
        kies_mail(taal="ar", ritme=Mailritme.DAG, by=by, at=AT)
    with als(systeem_voor(zaak.school.id)) as by:
        laat_wachten(
            inzage_id=een.inzage_id, ouder_id=een.ouder_id, dossier=dossier_for(by, zaak.dossier_id),
            soort=Mailsoort.BERICHT, by=by, at=AT,
        )  # fmt: skip
        plan_dagpost(by=by, at=AT)
