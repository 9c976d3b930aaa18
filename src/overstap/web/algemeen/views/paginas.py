"""What does Overstap say about itself: privacy, accessibility, keys?"""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from overstap.web.components.context import SNELTOETSEN
from overstap.web.components.publiek import openbaar

EEN_JAAR = 365 * 24 * 60 * 60


@openbaar
@require_GET
def privacy(request: HttpRequest) -> HttpResponse:
    """Show what happens with data."""
    return render(request, "algemeen/privacy.html")


@openbaar
@require_GET
def toegankelijkheid(request: HttpRequest) -> HttpResponse:
    """Show how accessible Overstap is, and what to do when it is not."""
    return render(request, "algemeen/toegankelijkheid.html")


@openbaar
@require_http_methods(["GET", "POST"])
def sneltoetsen(request: HttpRequest) -> HttpResponse:
    """List the keys, and switch the single-key ones on or off for this browser (WCAG 2.1.4)."""
    if request.method == "GET":
        return render(request, "algemeen/sneltoetsen.html")
    response = redirect("algemeen:sneltoetsen")
    if request.POST.get("stand") == "uit":
        response.set_cookie(
            SNELTOETSEN, "uit", max_age=EEN_JAAR, httponly=True, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE
        )
    else:
        response.delete_cookie(SNELTOETSEN)
    return response


@openbaar
@require_GET
def robots(request: HttpRequest) -> HttpResponse:
    """Ask search engines to stay away."""
    return HttpResponse("User-agent: *\nDisallow: /\n", content_type="text/plain")
