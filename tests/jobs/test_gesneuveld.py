"""Is nothing half stored when either side is killed (-9) in the middle of fetching a pupil, and does it go on after?"""

from __future__ import annotations

import signal
from uuid import UUID

from django.db import connection
from django.utils import timezone

from overstap.domain.importen.actions import vraag_op, vraag_opnieuw_op
from overstap.domain.importen.queries import gestrand_for, opvraging_for
from overstap.foundation.rls import als
from overstap.integrations.oso import voorbeeldbestand
from overstap.integrations.oso.draad.doel import Haler
from tests.database import Databases
from tests.integrations.oso.leerling import LEERLING, SCHOOL
from tests.jobs.simulator_los import los
from tests.jobs.test_uitval import merk_uitval_op, sterf, werk_in_ander_proces
from tests.jobs.test_worker import werk_wachtrij_af
from tests.wereld import Plek, regio


def dossier_van(school: Plek) -> tuple[str, bytes]:
    nummer = school.gelezen(70).nummer
    inhoud = LEERLING.met({"school": {**SCHOOL, "brincode": school.gegevens.brin}})
    return nummer.waarde, voorbeeldbestand(inhoud, nummer=nummer, datum=timezone.now().date())


def vraag(school: Plek, nummer: str) -> UUID:
    with als(school.administratie) as by:
        return vraag_op(nummer=nummer, by=by, at=timezone.now())


def stand(school: Plek, opvraging_id: UUID) -> tuple[str, str, int]:
    """What the school sees of it, what came of it, and how many files wait."""
    with als(school.administratie) as by, connection.cursor() as cursor:
        rij = opvraging_for(by, opvraging_id, timezone.now())
        cursor.execute("select count(*) from importen_upload")
        return rij.stand, rij.uitkomst, cursor.fetchone()[0]


def test_the_worker_is_killed_between_session_and_dossier(eigen_database: Databases, echte_klok, settings, tmp_path):
    school = regio().a
    nummer, dossier = dossier_van(school)
    with los(tmp_path, school.gegevens.brin, nummer, dossier):
        settings.OVERSTAP_OSO_AANSLUITING = tmp_path / "aansluiting.toml"
        opvraging_id = vraag(school, nummer)

        def sterf_bij_het_dossier() -> None:
            Haler._vraag_dossier = sterf  # in the process that dies only

        assert werk_in_ander_proces(sterf_bij_het_dossier) == signal.SIGKILL
        assert stand(school, opvraging_id) == ("onderweg", "", 0)
        # The next worker finds what the dead one left, and asks nobody again: that is for a person, who reads it.
        merk_uitval_op()
        werk_wachtrij_af()
        with als(school.administratie) as by:
            assert gestrand_for(by, [opvraging_for(by, opvraging_id, timezone.now())]) == {opvraging_id}
            vraag_opnieuw_op(opvraging_id=opvraging_id, by=by, at=timezone.now())
        werk_wachtrij_af()
        assert stand(school, opvraging_id) == ("opgehaald", "gelukt", 1)


def test_the_other_side_is_killed_when_it_is_asked_for_the_dossier(
    eigen_database: Databases, echte_klok, settings, tmp_path
):
    school = regio().a
    nummer, dossier = dossier_van(school)
    with los(tmp_path, school.gegevens.brin, nummer, dossier, sterft=True) as ander:
        settings.OVERSTAP_OSO_AANSLUITING = tmp_path / "aansluiting.toml"
        opvraging_id = vraag(school, nummer)
        werk_wachtrij_af()
        assert ander.wait(120) == -signal.SIGKILL
    assert stand(school, opvraging_id) == ("niet_gelukt", "technisch", 0)
