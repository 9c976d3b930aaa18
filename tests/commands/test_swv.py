"""Does the word `swv` load how a samenwerkingsverband works, and say what is wrong?"""

from __future__ import annotations

from pathlib import Path

import pytest

from overstap.commands import main
from overstap.domain.dossiers.enums import Staat
from overstap.domain.scholen.queries import swv_for
from overstap.domain.zorgroutes.actions import begin_zorgroute
from overstap.domain.zorgroutes.enums import Routesoort
from overstap.domain.zorgroutes.queries import inrichting_for
from overstap.domain.zorgroutes.rules import ZorgrouteGeweigerd
from overstap.foundation.rls import als
from tests.wereld import AT, regio

VOORBEELD = Path(__file__).resolve().parents[2] / "swv" / "voorbeeld.toml"


@pytest.mark.django_db
def test_a_file_is_loaded_and_holds_for_what_begins_after_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["swv", "laden", str(VOORBEELD)]) == 1
    assert "Laad eerst het bestand van de regio" in capsys.readouterr().err
    wereld = regio()
    assert main(["swv", "laden", str(VOORBEELD)]) == 0
    assert capsys.readouterr().out == "VO9901 is geladen, met 5 routes.\n"
    with als(wereld.a.ib) as by:
        swv = swv_for(by, wereld.a.id)
        assert inrichting_for(by, swv.id, swv.brin).route(Routesoort.PRO).weken == 6
    eigen = tmp_path / "swv.toml"
    eigen.write_text('code = "VO9901"\n[routes.lwoo]\nbeslist = "vo"\n[routes.advies]\nopen = false', encoding="utf-8")
    assert main(["swv", "laden", str(eigen)]) == 0
    geval = wereld.dossier_in(Staat.CONCEPT)
    for soort, zin in ((Routesoort.LWOO, "beslissen de vo-scholen"), (Routesoort.ADVIES, "neemt deze route niet aan")):
        with als(wereld.a.ib) as by, pytest.raises(ZorgrouteGeweigerd, match=zin):
            begin_zorgroute(dossier_id=geval.dossier_id, soort=soort, by=by, at=AT)


def test_a_wrong_file_changes_nothing_and_names_the_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["swv", "laden", str(tmp_path / "weg.toml")]) == 1
    assert "is niet te lezen" in capsys.readouterr().err
