"""Which jobs did a worker leave behind when it died, and who takes them up?

A worker that is killed (no memory, no power) says nothing any more. Its heartbeat stops, and half a minute later
another one finds what it was doing.
"""

from __future__ import annotations

import logging

from asgiref.sync import sync_to_async
from django.utils import timezone
from procrastinate import App, JobContext
from procrastinate.contrib.django import app
from procrastinate.jobs import Job, Status

from overstap.foundation.queue import WACHTRIJ
from overstap.jobs.taak import NA_UITVAL, geef_op, wanneer_weer

log = logging.getLogger(__name__)


class Uitval(Exception):
    """The worker died in the middle of a job; counts as a try, like any other failure."""


@app.periodic(cron="* * * * *")
@app.task(name="taken.oppakken", queue=WACHTRIJ, pass_context=True)
async def taken_oppakken(context: JobContext, timestamp: int) -> None:
    """Take up, every minute, what dead workers were doing."""
    del timestamp
    for job in await context.app.job_manager.get_stalled_jobs(queue=WACHTRIJ):
        await _pak_op(context.app, job)


async def _pak_op(worker: App, job: Job) -> None:
    """Let the job be tried again, or another one go on in its place, or give it up: tried enough, or once only."""
    verder = NA_UITVAL[job.task_name](job.attempts) if job.task_name in NA_UITVAL else job.task_name
    besluit = wanneer_weer(job, Uitval())
    log.error("worker viel uit bij taak %s (%s), poging %s: verder met %s", job.id, job.task_name, job.attempts, verder)
    if verder != job.task_name:
        await worker.configure_task(name=verder, queue=WACHTRIJ).defer_async(**job.task_kwargs)
        await worker.job_manager.finish_job(job, Status.ABORTED, delete_job=False)
    elif besluit is None:
        await sync_to_async(geef_op)(job, timezone.now())
        await worker.job_manager.finish_job(job, Status.FAILED, delete_job=False)
    else:
        await worker.job_manager.retry_job(job, retry_at=besluit.retry_at)
