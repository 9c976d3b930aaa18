"""Where does a browser find the two colours of a region? In the address itself: nothing about anybody is asked."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_GET

from overstap.domain.scholen.rules.kleuren import Regiokleuren
from overstap.web.components.publiek import openbaar
from overstap.web.components.verzoek import OpenVerzoek

_MAAND = 30 * 24 * 3600


@openbaar
@require_GET
@cache_control(public=True, max_age=_MAAND)
def regiokleuren(request: OpenVerzoek, kleuren: str) -> HttpResponse:
    """Give the tokens of the style sheet that two colours make otherwise; only colours that can be read."""
    del request
    gevonden = Regiokleuren.uit_naam(kleuren)
    if gevonden is None:
        raise Http404
    tokens = "".join(f"--ov-{naam}:{kleur};" for naam, kleur in gevonden.tinten().items())
    return HttpResponse(f":root{{{tokens}}}\n", content_type="text/css; charset=utf-8")
