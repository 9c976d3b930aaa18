"""How does a colleague log in?"""

from __future__ import annotations

from typing import Any

from allauth.account.views import LoginView, LogoutView
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from overstap.domain.schoollogins.queries import met_schoollogin_for
from overstap.web.algemeen.tweede_stap import heeft_tweede_stap
from overstap.web.algemeen.views.demo import demo_groepen
from overstap.web.components.actor import SCHOOLLOGIN_SLEUTEL
from overstap.web.components.publiek import ingelogd, openbaar
from overstap.web.components.verzoek import OpenVerzoek

# In the empty session after logging out: whether the login service of a school still knows this browser.
_NOG_BIJ_SCHOOL = "nog_bij_school"


class Inloggen(LoginView):  # type: ignore[misc]  # allauth has no types
    """allauth's page; in the demo with the list of accounts that log in at once."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the demo accounts, which exist in the demo only, and whether a school has a login service of its own."""
        groepen = demo_groepen() if settings.OVERSTAP_DEMO else []
        erbij = {
            "demo_groepen": groepen,
            "schoollogins": met_schoollogin_for(None).exists(),
            "nog_bij_school": self.request.session.pop(_NOG_BIJ_SCHOOL, None),
        }
        return {**super().get_context_data(**kwargs), **erbij}


class Uitloggen(LogoutView):  # type: ignore[misc]  # allauth has no types
    """allauth's page; who presses the back button on this device afterwards finds nothing."""

    def post(self, *args: Any, **kwargs: Any) -> HttpResponse:
        """Log out, and let the browser forget what it kept; the next page says where somebody is inside still."""
        school = self.request.session.get(SCHOOLLOGIN_SLEUTEL)
        response: HttpResponse = super().post(*args, **kwargs)
        if school:
            self.request.session[_NOG_BIJ_SCHOOL] = {"adres": school[1]}
        response.headers["Clear-Site-Data"] = '"cache"'
        return response


inloggen = openbaar(Inloggen.as_view())
uitloggen = openbaar(Uitloggen.as_view())


@ingelogd
@require_GET
def tweede_stap(request: OpenVerzoek) -> HttpResponse:
    """Ask for a second step before anything else opens; whoever has one goes on."""
    if settings.OVERSTAP_DEMO or heeft_tweede_stap(request):
        return redirect("algemeen:start")
    return render(request, "account/tweede_stap.html")


@openbaar
def geen_aanmelding(request: HttpRequest) -> HttpResponse:
    """Answer 404: allauth knows this page by name, but here a school makes the accounts."""
    raise Http404
