"""How does a file from the school's administration come in, and what happens with it?"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_http_methods

from overstap.web.components.publiek import voor


@voor("po")
@require_http_methods(["GET", "POST"])
def importeren(request: HttpRequest) -> HttpResponse:
    """Upload one file, or see which uploads wait."""
    return render(request, "po/importeren.html", {})


paden = [path("importeren/", importeren, name="import")]
