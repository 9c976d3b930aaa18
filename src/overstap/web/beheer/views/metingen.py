"""What waits, what failed and how full is the disk? In the words of Prometheus; numbers only, about nobody."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Iterator

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.views.decorators.http import require_safe
from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily

from overstap.foundation.paraatheid import hapert, ontbreekt
from overstap.foundation.queue import stand_van_de_wachtrij
from overstap.integrations.oso.draad.aansluiting import aansluiting_uit
from overstap.web.components.publiek import openbaar

log = logging.getLogger(__name__)
# The format of Prometheus 0.0.4, which every version of it reads.
FORMAAT = "text/plain; version=0.0.4; charset=utf-8"


@openbaar
@require_safe
def metrics(request: HttpRequest) -> HttpResponse:
    """The figures for who has the key of OVERSTAP_METINGEN_SLEUTEL; for others, and without such a key, 404."""
    sleutel = settings.OVERSTAP_METINGEN_SLEUTEL
    if not sleutel or not constant_time_compare(request.headers.get("Authorization", ""), f"Bearer {sleutel}"):
        raise Http404
    register = CollectorRegistry()
    register.register(_Metingen())
    return HttpResponse(generate_latest(register), content_type=FORMAAT)


class _Metingen:
    """Asked anew at every question: what every process would say alike stands in the database."""

    def collect(self) -> Iterator[GaugeMetricFamily]:
        klaar = not ontbreekt()
        yield GaugeMetricFamily("overstap_ready", "Can this process serve people (1) or not (0).", value=klaar)
        if klaar:
            yield from _wachtrij()
        for wat in (mist := hapert()):
            log.error("hapert: %s", wat)
        yield GaugeMetricFamily("overstap_files_ready", "Can files be kept and read (1) or not (0).", value=not mist)
        schijf = shutil.disk_usage(settings.OVERSTAP_BIJLAGEN_MAP)
        yield GaugeMetricFamily("overstap_files_free_bytes", "Free space for encrypted files.", value=schijf.free)
        yield from _certificaat()


def _certificaat() -> Iterator[GaugeMetricFamily]:
    """Until when OSO over the line can work; zero when its file or a certificate cannot be read."""
    if settings.OVERSTAP_OSO_AANSLUITING is None:
        return
    try:
        aansluiting = aansluiting_uit(settings.OVERSTAP_OSO_AANSLUITING)
        over = (aansluiting.papieren.verloopt() - timezone.now()).total_seconds() if aansluiting else 0
    except (OSError, KeyError, ValueError):
        over = 0
    naam = "overstap_oso_certificate_expires_seconds"
    yield GaugeMetricFamily(naam, "Until a certificate of the OSO connection ends.", value=over)


def _wachtrij() -> Iterator[GaugeMetricFamily]:
    aantal = GaugeMetricFamily("overstap_jobs", "Jobs, by task and status.", labels=["task", "status"])
    oudste = GaugeMetricFamily("overstap_jobs_oldest_seconds", "Age of the oldest due job, by task.", labels=["task"])
    for rij in stand_van_de_wachtrij(timezone.now()):
        aantal.add_metric([rij.taak, rij.status], rij.aantal)
        if rij.wacht is not None:
            oudste.add_metric([rij.taak], rij.wacht.total_seconds())
    yield aantal
    yield oudste
