"""Does the queue hold ids only? Jobs stand there in the clear, so no name or text may be in their arguments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from uuid import UUID

import psycopg
import pytest
from procrastinate.contrib.django import app

from tests.access_matrix.wereld import VolleWereld
from tests.database import Databases

# Every job that an act asks for, with the ids it gets. A new job is added here on purpose.
BEKEND = {
    "mail.uitnodiging": {"inzage_id", "dossier_id", "organisatie_id"},
    "mail.gast": {"uitnodiging_id", "organisatie_id"},
    "mail.nieuwe_versie": {"inzage_id", "dossier_id", "organisatie_id"},
    "mail.ontvangers": {"dossier_id", "organisatie_id"},
    "plaatsing.besluit": {"dossier_id", "organisatie_id"},
    "plaatsing.vraag": {"dossier_id", "organisatie_id"},
    "plaatsing.antwoord": {"plaatsing_id", "dossier_id", "organisatie_id"},
    "aanvulling.maken": {"aanvulling_id", "dossier_id", "organisatie_id"},
    "mail.herinnering": {"inzage_id", "dossier_id", "organisatie_id"},
    "mail.link_opnieuw": {"inzage_id", "dossier_id", "organisatie_id"},
    "medewerker.gevraagd": {"vraag_id", "organisatie_id"},
    "medewerker.uitnodiging": {"uitnodiging_id", "organisatie_id"},
    "seintje.sturen": {"seintje_id", "organisatie_id"},
    "zorg.klaarzetten": {"route_id", "organisatie_id"},
    "zorg.aanbieden": {"route_id", "organisatie_id"},
    "zorg.halen": {"aanbod_id", "organisatie_id"},
    "zorg.afmelden": {"aanbod_id", "organisatie_id"},
    "zorg.terugkoppelen": {"aanbod_id", "organisatie_id"},
    "zorg.mail_aanbod": {"aanbod_id", "organisatie_id"},
    "zorg.mail_swv": {"route_id", "organisatie_id"},
    "zorg.mail_school": {"route_id", "organisatie_id"},
    "zorg.mail_ontvangers": {"dossier_id", "organisatie_id"},
    "ouders.inlichten": {"dossier_id", "organisatie_id"},
    "mail.bericht": {"inzage_id", "dossier_id", "organisatie_id"},
    "mail.bericht_meteen": {"inzage_id", "dossier_id", "organisatie_id"},
    "mail.dagpost": {"inzage_id", "dossier_id", "organisatie_id"},
    "stuk.controleren": {"stuk_id", "dossier_id", "organisatie_id"},
    "pdf.maken": {"versie_id", "dossier_id", "organisatie_id"},
    "oso.ophalen": {"opvraging_id", "organisatie_id"},
    "oso.afmelden": {"opvraging_id", "organisatie_id"},
    "oso.melden": {"lasvraag_id", "dossier_id", "organisatie_id"},
    "importen.verwerken": {"partij_id", "organisatie_id"},
    "oso.klaarzetten": {"overdracht_id", "dossier_id", "organisatie_id"},
    "bundel.maken": {"bundel_id", "organisatie_id"},
    "blad.zoeken": {"blad_id", "organisatie_id"},
    "ontvangst.controleren": {"bijlage_id", "organisatie_id"},
    "bijlage.teruggenomen": {"bijlage_id", "dossier_id", "organisatie_id"},
    "oefenschool.maken": {"oefenschool_id", "organisatie_id"},
    "oefenschool.wissen": {"oefenschool_id", "organisatie_id"},
    "vernietiging.rijen": {"regel_id", "organisatie_id"},
    "vernietiging.bytes": {"regel_id", "organisatie_id"},
    "bijlage.controleren": {"bijlage_id", "dossier_id", "organisatie_id"},
    "webhook.overdracht_klaar": {"overdracht_id", "organisatie_id"},
    "mail.overdracht_ingetrokken": {"overdracht_id", "dossier_id", "organisatie_id"},
    "webhook.overdracht_ingetrokken": {"overdracht_id", "organisatie_id"},
    "webhook.dossier_opgehaald": {"dossier_id", "overdracht_id", "organisatie_id"},
    "webhook.zaak_ontvangen": {"route_id", "organisatie_id"},
    "webhook.bezorgen": {"bezorging_id", "organisatie_id"},
}
# What goes on in the place of a job in which the worker died.
NA_UITVAL = {"importen.voorzichtig", "importen.overslaan"}
# What the store of files could not do right after an act, and who is told that nobody took our messages for days.
NA_STORING = {"bestand.verwijderen", "webhook.gestopt"}
# Jobs of the clock get one number: when they should have started.
VAN_DE_KLOK = {
    "taken.oppakken",
    "taken.vergeten",
    "uitnodigingen.opruimen",
    "uploads.opruimen",
    "logboek.controleren",
    "bijlagen.opnieuw",
    "oefenscholen.wissen",
    "ouders.dagpost",
    "ouders.herinneren",
    "seintjes.ochtend",
    "seintjes.meteen",
    "stukken.opnieuw",
}


@pytest.fixture(scope="module")
def wachtrij(
    volle_wereld: VolleWereld, gebouwde_wereld: tuple[Databases, VolleWereld]
) -> Iterator[psycopg.Cursor[dict[str, Any]]]:
    """The tables of the queue after the whole world was walked."""
    adres = gebouwde_wereld[0].addresses["DATABASE_EIGENAAR_URL"]
    with psycopg.connect(adres, autocommit=True, row_factory=psycopg.rows.dict_row) as verbinding:
        yield verbinding.cursor()


def test_the_walk_asked_for_every_known_job_and_no_other(wachtrij) -> None:
    wachtrij.execute("select distinct task_name from procrastinate_jobs")
    assert {rij["task_name"] for rij in wachtrij.fetchall()} == set(BEKEND)


def test_every_job_of_the_application_is_known() -> None:
    app.perform_import_paths()
    eigen = {naam for naam in app.tasks if not naam.startswith(("builtin:", "procrastinate."))}
    assert eigen == BEKEND.keys() | VAN_DE_KLOK | NA_UITVAL | NA_STORING


def test_arguments_are_ids_under_known_names(wachtrij) -> None:
    wachtrij.execute("select task_name, args from procrastinate_jobs")
    taken = wachtrij.fetchall()
    assert len(taken) > 30
    for taak in taken:
        assert set(taak["args"]) == BEKEND[taak["task_name"]]
        for waarde in taak["args"].values():
            assert str(UUID(waarde)) == waarde


def test_nothing_else_in_the_queue_says_anything(wachtrij) -> None:
    """Every text in its tables is a known word, an id or a name of a job."""
    wachtrij.execute("select to_jsonb(j) - 'args' - 'scheduled_at' as rij from procrastinate_jobs j")
    woorden = {str(waarde) for regel in wachtrij.fetchall() for waarde in regel["rij"].values()}
    onbekend = {woord for woord in woorden if not re.fullmatch(r"\d+|None|False|todo|overstap", woord)}
    assert onbekend == set(BEKEND)
