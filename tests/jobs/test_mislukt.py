"""When the worker gave a file up for good: do both schools read that, and can the basisschool ask for it again?"""

from __future__ import annotations

from pathlib import Path

from django.db import connection
from django.test import Client
from pytest_django import Settings

from overstap.domain.dossiers.enums import Staat
from overstap.foundation.access import Actor
from overstap.jobs.taak import OPNIEUW
from tests.database import Databases
from tests.jobs.test_worker import stand, werk_wachtrij_af
from tests.web.vo.ontvangst import client_van
from tests.wereld import Geval, Wereld, logboek, regio


def laatste_poging() -> None:
    """As if two hours of trying have passed."""
    with connection.cursor() as cursor:
        cursor.execute(
            "update procrastinate_jobs set attempts = %s, scheduled_at = null where status = 'todo'",
            [OPNIEUW.max_attempts],
        )


def lees(actor: Actor, adres: str) -> str:
    return client_van(actor).get(adres).content.decode()


def test_a_file_that_cannot_be_made_is_said_and_can_be_asked_for_again(
    eigen_database: Databases, settings: Settings, tmp_path: Path
):
    wereld = regio()
    geval = wereld.dossier_in(Staat.OVERGEDRAGEN)
    goed, kapot = settings.OVERSTAP_BIJLAGEN_MAP, tmp_path / "geen-map"
    kapot.touch()
    settings.OVERSTAP_BIJLAGEN_MAP = kapot
    laatste_poging()
    werk_wachtrij_af()
    assert {naam for naam, hoe in stand() if hoe.startswith("failed")} == {"pdf.maken", "oso.klaarzetten"}

    _iedereen_leest_het(wereld, geval)
    assert _vraag_opnieuw(client_van(wereld.a.leerkracht), geval) == 403
    assert "bestanden.opnieuw_gevraagd" not in logboek(geval)

    settings.OVERSTAP_BIJLAGEN_MAP = goed
    for _ in range(2):  # Pressed twice: the second finds nothing that failed.
        assert _vraag_opnieuw(client_van(wereld.a.administratie), geval) == 303
    assert logboek(geval).count("bestanden.opnieuw_gevraagd") == 1
    assert "kon niet worden gemaakt" not in lees(wereld.a.directeur, _po(geval))
    # The file needs the PDF: it may be tried once more by the real worker, so both get another round.
    werk_wachtrij_af()
    laatste_poging()
    werk_wachtrij_af()
    assert "staat klaar" in lees(wereld.a.directeur, _po(geval))
    assert "Haal OSO-bestand op" in lees(wereld.vo.administratie, _vo(geval))


def _iedereen_leest_het(wereld: Wereld, geval: Geval) -> None:
    po = lees(wereld.a.administratie, _po(geval))
    assert "Het bestand voor de leerlingadministratie is niet gemaakt" in po
    assert "Maak het bestand opnieuw" in po
    leerkracht = lees(wereld.a.leerkracht, _po(geval))
    assert "kan het opnieuw proberen" in leerkracht
    assert "Maak het bestand opnieuw" not in leerkracht
    assert "Bestand mislukt" in lees(wereld.a.administratie, "/po/overdracht/")
    assert "De pdf is niet gemaakt" in lees(wereld.a.directeur, f"/po/dossiers/{geval.dossier_id}/definitief/")
    vo = lees(wereld.vo.administratie, _vo(geval))
    assert "Het OSO-bestand is niet gemaakt" in vo
    assert wereld.a.gegevens.naam in vo
    assert "wordt klaargezet" not in vo


def _vraag_opnieuw(client: Client, geval: Geval) -> int:
    return client.post(f"{_po(geval)}opnieuw/").status_code


def _po(geval: Geval) -> str:
    return f"/po/dossiers/{geval.dossier_id}/overdracht/"


def _vo(geval: Geval) -> str:
    return f"/vo/overdrachten/{geval.overdracht_id}/"
