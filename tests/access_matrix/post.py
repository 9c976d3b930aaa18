"""Which parents in the world of the access matrix wait for a code or a mail?"""

from __future__ import annotations

from overstap.domain.dossiers.queries import dossier_for, slot_for
from overstap.domain.inzages.actions import plan_herinneringen, stuur_opnieuw, vraag_code
from overstap.domain.inzages.queries import inzage_for, naam_en_mail_for
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
