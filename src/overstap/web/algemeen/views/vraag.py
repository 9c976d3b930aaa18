"""How does somebody who works at a school, and was not invited, ask for an account there?"""

from __future__ import annotations

from collections.abc import Iterable
from operator import itemgetter
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from overstap.domain.medewerkers.actions import vraag_account
from overstap.domain.scholen.enums import Organisatiesoort
from overstap.domain.scholen.queries import organisaties_for
from overstap.foundation.access import SYSTEEM, Actor, Rol
from overstap.foundation.rls import als
from overstap.web.algemeen.forms.medewerkers import Vraagformulier
from overstap.web.components import pogingen
from overstap.web.components.publiek import openbaar
from overstap.web.components.verzoek import OpenVerzoek

if TYPE_CHECKING:
    from overstap.domain.scholen.models import Organisatie

_SOORTEN = (Organisatiesoort.PO, Organisatiesoort.VO, Organisatiesoort.SWV)


@openbaar
@never_cache
@require_http_methods(["GET", "POST"])
def vraag(request: OpenVerzoek) -> HttpResponse:
    """Pass the request on to who manages the colleagues there. Every answer is the same, whoever is known where."""
    organisaties = {str(een.id): een for soort in _SOORTEN for een in organisaties_for(SYSTEEM, soort)}
    form = Vraagformulier(_keuzes(organisaties.values()), request.POST if request.method == "POST" else None)
    if request.method != "POST" or not form.is_valid():
        context = {"form": form, "fout": bool(form.errors)}
        return render(request, "account/vraag.html", context, status=422 if form.errors else 200)
    if not pogingen.te_veel_vragen(request, request.nu, "accountvraag"):
        pogingen.tel_vraag(request, request.nu, "accountvraag")
        gekozen = organisaties[form.cleaned_data["organisatie"]]
        with als(Actor(rol=Rol.SYSTEEM, organisatie_id=gekozen.id)) as by:
            vraag_account(naam=form.cleaned_data["naam"], email=form.cleaned_data["email"], by=by, at=request.nu)
    return render(request, "account/vraag_gesteld.html")


def _keuzes(organisaties: Iterable[Organisatie]) -> list[tuple[str, str]]:
    return sorted(((str(een.id), f"{een.naam}, {een.plaats}".strip(", ")) for een in organisaties), key=itemgetter(1))
