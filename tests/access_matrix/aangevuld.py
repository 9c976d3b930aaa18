"""What was added to a definitive version in the world of the access matrix, and who read it?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from overstap.domain.dossiers.actions import bekeken
from overstap.domain.dossiers.queries import dossier_for
from overstap.domain.inzages.actions.aanvullen import leg_aanvulling_op_papier_vast, vul_aan
from overstap.domain.inzages.enums import Papierweg
from overstap.domain.rapporten.enums import Aanvullingsoort
from overstap.foundation.access import Rol
from overstap.foundation.rls import als
from overstap.jobs.pdf import maak_aanvulling
from overstap.jobs.taak import systeem_voor
from tests.wereld import AT, dagen_terug

if TYPE_CHECKING:
    from tests.access_matrix.wereld import Zaak


def vul_definitieve_aan(zaak: Zaak) -> None:
    """Something was added to the definitive version; both parents read it, so it goes along."""
    with als(zaak.school[Rol.INTERN_BEGELEIDER]) as by:
        zaak.aanvulling_id = vul_aan(
            dossier_id=zaak.dossier_id, soort=Aanvullingsoort.TOETS, veld="opvallend", tekst="Later gemaakt: M8.",
            by=by, at=dagen_terug(14),
        )  # fmt: skip
    for ouder in zaak.ouders:
        with als(ouder.actor) as by:
            dossier = dossier_for(by, zaak.dossier_id)
            bekeken(dossier=dossier, wat="aanvulling", by=by, at=dagen_terug(13), object_id=zaak.aanvulling_id)
    with als(zaak.school[Rol.LEERKRACHT]) as by:
        leg_aanvulling_op_papier_vast(
            dossier_id=zaak.dossier_id, aanvulling_id=zaak.aanvulling_id, inzage_id=zaak.ouders[1].inzage_id,
            op=dagen_terug(13).date(), weg=Papierweg.POST, by=by, at=dagen_terug(13),
        )  # fmt: skip
    with als(systeem_voor(zaak.school.id)) as by:
        maak_aanvulling(aanvulling_id=zaak.aanvulling_id, dossier_id=zaak.dossier_id, by=by, at=AT)
