"""Where does the API stand? The version is in the address; what is wrong with a request says the door."""

from __future__ import annotations

from django.urls import URLPattern, path, re_path

from overstap.web.api import blad
from overstap.web.api.deur import maak_deur
from overstap.web.api.samenstel import api

app_name = "api"
_EIGEN_BEGIN = "api-root"
urlpatterns = [
    path("", blad.blad, name="blad"),
    path("v1/openapi.json", blad.openapi, name="openapi"),
    *(
        path(f"v1/{waar.pattern}", maak_deur(waar.callback), name=waar.name)
        for waar in api.urls[0]
        if isinstance(waar, URLPattern) and waar.name != _EIGEN_BEGIN
    ),
    # Also with a newline in it, which a dot would not find.
    re_path(r"^(?P<rest>[\s\S]*)\Z", blad.onbekend, name="onbekend"),
]
