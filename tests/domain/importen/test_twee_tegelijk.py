"""Two people accept the same upload at the same moment: does one pupil get one dossier?"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Barrier

from django.db import connections

from overstap.domain.dossiers.queries import dossiers_for
from overstap.domain.importen.actions import bewaar_upload, neem_over
from overstap.foundation.access import NietGevonden
from overstap.foundation.rls import als
from tests.database import Databases
from tests.wereld import AT, gelezen, regio


def test_the_second_finds_the_upload_gone_and_makes_no_second_dossier(eigen_database: Databases):
    wereld = regio()
    # Without a number no other constraint would stop the second dossier.
    uit_las = replace(gelezen(wereld.a.gegevens), nummer=None)
    with als(wereld.a.administratie) as by:
        upload_id = bewaar_upload(stukken=[b"<dossier/>"], by=by, at=AT)
    samen = Barrier(2)

    def neem(_: int) -> str:
        try:
            with als(wereld.a.administratie) as by:
                dossiers_for(by).count()
                samen.wait(timeout=60)
                neem_over(upload_id=upload_id, gelezen=uit_las, by=by, at=AT)
        except NietGevonden:
            return "weg"
        finally:
            connections.close_all()
        return "overgenomen"

    with ThreadPoolExecutor(2) as samen_bezig:
        assert sorted(samen_bezig.map(neem, range(2))) == ["overgenomen", "weg"]
    with als(wereld.a.administratie) as by:
        assert dossiers_for(by).count() == 1
