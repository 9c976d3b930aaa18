"""Where does each address lead?"""

from __future__ import annotations

from importlib.util import find_spec

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

# Each audience keeps its own addresses in `overstap.web.<audience>.urls`, under its own first word.
urlpatterns: list[URLPattern | URLResolver] = [
    path("account/", include("allauth.urls")),
    *(
        path(f"{audience}/", include(f"overstap.web.{audience}.urls"))
        for audience in settings.AUDIENCES
        if f"overstap.web.{audience}" in settings.INSTALLED_APPS and find_spec(f"overstap.web.{audience}.urls")
    ),
]
if find_spec("overstap.web.components.urls"):
    urlpatterns.insert(0, path("", include("overstap.web.components.urls")))
