"""Does the world in which the other tests live come about, state by state?"""

import pytest

from overstap.domain.dossiers.enums import Staat
from overstap.domain.dossiers.queries import dossier_for
from overstap.foundation.rls import als
from tests.wereld import regio


@pytest.mark.django_db
@pytest.mark.parametrize("staat", list(Staat))
def test_a_dossier_can_be_walked_to_every_state(staat: Staat):
    wereld = regio()
    geval = wereld.dossier_in(staat)
    with als(wereld.a.leerkracht) as by:
        assert dossier_for(by, geval.dossier_id).staat == staat
