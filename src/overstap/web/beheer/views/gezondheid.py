"""Does this process live, and can it serve people now? For a proxy and for who starts processes again."""

from __future__ import annotations

import logging

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from overstap.foundation.paraatheid import ontbreekt
from overstap.web.components.publiek import openbaar

log = logging.getLogger(__name__)
PLAT = "text/plain; charset=utf-8"


@openbaar
@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """200 while the process answers at all. It asks nobody else: a database that is away is not mended by a restart."""
    return HttpResponse("ok\n", content_type=PLAT)


@openbaar
@require_safe
def readyz(request: HttpRequest) -> HttpResponse:
    """200 when people can be served, else 503. What is missing stands in the log: not everybody who asks may know."""
    mist = ontbreekt()
    for wat in mist:
        log.warning("niet klaar: %s", wat)
    return HttpResponse("niet klaar\n" if mist else "ok\n", content_type=PLAT, status=503 if mist else 200)
