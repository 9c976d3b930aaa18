"""Where does each address lead?"""

from __future__ import annotations

from importlib.util import find_spec

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("account/", include("overstap.web.algemeen.account_urls")),
    path("demo/", include("overstap.web.algemeen.demo_urls")),
    # Each audience keeps its own addresses in `overstap.web.<audience>.urls`, under its own first word.
    *(
        path(f"{audience}/", include(f"overstap.web.{audience}.urls"))
        for audience in settings.AUDIENCES
        if f"overstap.web.{audience}" in settings.INSTALLED_APPS and find_spec(f"overstap.web.{audience}.urls")
    ),
    path("", include("overstap.web.beheer.urls")),
    path("", include("overstap.web.algemeen.urls")),
]

handler400 = "overstap.web.components.fouten.ongeldig"
handler403 = "overstap.web.components.fouten.geen_toegang"
handler404 = "overstap.web.components.fouten.niet_gevonden"
handler500 = "overstap.web.components.fouten.storing"
