"""What does somebody see of one report who looks along: how far it is, and nothing of what stands in it?"""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from overstap.domain.dossiers.enums import Staat
from overstap.domain.dossiers.queries import dossier_for
from overstap.domain.overdrachten.queries import regel_for
from overstap.foundation.access import Recht
from overstap.web.components.verzoek import Verzoek
from overstap.web.po.stappen import VORM, fasen


def stand_van_het_rapport(request: Verzoek, dossier_id: UUID) -> HttpResponse:
    """The page of a dossier without anything that had to be decrypted, and without whether there is a care route."""
    request.actor.require(Recht.DOSSIER_BEKIJKEN)
    dossier = dossier_for(request.actor, dossier_id)
    regel = regel_for(request.actor, dossier, request.nu)
    context = {
        "dossier": dossier,
        "regel": regel,
        "stappen": fasen(Staat(dossier.staat)),
        "vorm": VORM[regel.status],
        "kruimels": [{"naam": _("Werkvoorraad"), "url": reverse("po:werkvoorraad")}],
    }
    return render(request, "po/stand.html", context)
