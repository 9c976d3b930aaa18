"""When the mail server stayed away: does the school read that nobody was invited, and can it ask again?"""

from __future__ import annotations

from django.core import mail
from django.db import connection
from django.test import Client
from procrastinate.contrib.django import app
from pytest_django import Settings

from overstap.domain.dossiers.enums import Staat
from overstap.foundation.queue import WACHTRIJ
from overstap.jobs.taak import ETMAAL
from tests.database import Databases
from tests.jobs.test_worker import stand, werk_wachtrij_af
from tests.web.vo.ontvangst import client_van
from tests.wereld import AT, Geval, logboek, regio

# The try after the last one that may be.
OP = ETMAAL.max_attempts
_LAATSTE = "update procrastinate_jobs set attempts = %s, scheduled_at = null where status = 'todo'"
# As a worker of which nothing was heard for a minute leaves what it did.
_STERF = """
with dood as (insert into procrastinate_workers (last_heartbeat) values (now() - interval '1 minute') returning id)
update procrastinate_jobs set status = 'doing', attempts = %s, worker_id = dood.id from dood where status = 'todo'
"""


def sql(tekst: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(tekst, [OP])


def lees(client: Client, geval: Geval) -> str:
    return client.get(f"/po/dossiers/{geval.dossier_id}/ouders/").content.decode()


def stuur_opnieuw(client: Client, geval: Geval, ouder: int) -> None:
    pad = f"/po/dossiers/{geval.dossier_id}/inzages/{geval.ouders[ouder].inzage_id}/opnieuw/"
    assert client.post(pad, {"mail": f"nieuw{ouder}@ouders.example"}).status_code == 303


def test_an_invitation_that_could_not_leave_is_a_task_and_leaves_when_it_is_asked_again(
    eigen_database: Databases, settings: Settings
):
    wereld = regio()
    geval = wereld.dossier_in(Staat.CONCEPT)
    geval.nodig_uit(AT)
    client = client_van(wereld.a.leerkracht)
    assert lees(client, geval).count("e-mail wordt verstuurd") == 2

    goed, settings.EMAIL_BACKEND = settings.EMAIL_BACKEND, "tests.jobs.kapotte_post.KapottePost"
    sql(_LAATSTE)
    werk_wachtrij_af()
    assert stand()["mail.uitnodiging", f"failed {OP + 1}"] == 2
    gelezen = lees(client, geval)
    assert gelezen.count("e-mail niet verstuurd") == gelezen.count("De e-mail kwam niet aan.") == 2
    assert "wordt verstuurd" not in gelezen
    assert gelezen.count("Stuur opnieuw") == 2
    assert logboek(geval).count("ouders.mail_mislukt") == 2
    assert "ouders.mail_verzonden" not in logboek(geval)

    settings.EMAIL_BACKEND = goed
    stuur_opnieuw(client, geval, 0)
    werk_wachtrij_af()
    assert [brief.to for brief in mail.outbox] == [["nieuw0@ouders.example"]]
    # The worker itself may be what fails, at its last try.
    stuur_opnieuw(client, geval, 1)
    sql(_STERF)
    app.configure_task(name="taken.oppakken", queue=WACHTRIJ).defer(timestamp=0)
    werk_wachtrij_af()
    assert lees(client, geval).count("e-mail niet verstuurd") == 1
    assert logboek(geval).count("ouders.mail_mislukt") == 3
    assert len(mail.outbox) == 1
