"""Does a pupil who does a year again get a dossier of this year, with last year's left as it was?"""

from __future__ import annotations

from dataclasses import replace

import pytest

from overstap.domain.dossiers.enums import Staat
from overstap.domain.dossiers.queries import dossier_for
from overstap.domain.importen.actions import bewaar_upload, neem_over
from overstap.domain.importen.enums import Regelsoort
from overstap.domain.importen.queries import vergelijking_for
from overstap.domain.overdrachten.queries import overdrachten_for
from overstap.foundation.rls import als
from tests.wereld import AT, logboek, regio


@pytest.mark.django_db
def test_this_years_file_makes_a_new_dossier_and_leaves_the_old_one():
    wereld = regio()
    vorig = wereld.dossier_in(Staat.GELEZEN)
    eerst = logboek(vorig)
    uit_las = wereld.a.gelezen(vorig.kind.nummer)
    opnieuw = replace(uit_las, schooljaar="2027-2028")
    with als(wereld.a.administratie) as by:
        # The same file again would renew last year's report, which is definitive.
        assert vergelijking_for(by, uit_las).bekend == dossier_for(by, vorig.dossier_id)
        gevonden = vergelijking_for(by, opnieuw)
        assert (gevonden.soort, gevonden.bekend, gevonden.bezwaar) == (Regelsoort.NIEUW, None, "")
        upload_id = bewaar_upload(stukken=[b"<dossier/>"], by=by, at=AT)
        nieuw = neem_over(upload_id=upload_id, gelezen=opnieuw, by=by, at=AT)
        oud = dossier_for(by, vorig.dossier_id)
        assert (nieuw.schooljaar, nieuw.staat) == ("2027-2028", Staat.CONCEPT)
        assert (oud.schooljaar, oud.staat) == ("2026-2027", Staat.GELEZEN)
        assert overdrachten_for(by, oud).count() == 1
        assert nieuw.leerling_id != oud.leerling_id
        assert vergelijking_for(by, opnieuw).bekend == nieuw
    assert logboek(vorig) == eerst
