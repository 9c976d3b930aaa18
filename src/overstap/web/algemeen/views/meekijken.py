"""How does a helper stop looking along at a school?"""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from overstap.web.components.meekijken import MEEKIJKEN_SLEUTEL, meekijkbaar
from overstap.web.components.naar import Naar
from overstap.web.components.publiek import ingelogd
from overstap.web.components.verzoek import OpenVerzoek


@ingelogd
@meekijkbaar
@require_POST
def uit(request: OpenVerzoek) -> HttpResponse:
    """Be oneself again; the school's leave itself runs on until it ends."""
    if request.session.pop(MEEKIJKEN_SLEUTEL, None):
        messages.success(request, _("U kijkt niet meer mee."))
    return Naar("algemeen:start")
