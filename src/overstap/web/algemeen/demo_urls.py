"""Where do the demo's own pages stand? Outside demo mode each of them is a 404."""

from __future__ import annotations

from django.urls import path

from overstap.web.algemeen.views import demo

app_name = "demo"
urlpatterns = [
    path("inloggen/", demo.inloggen, name="inloggen"),
    path("postbus/", demo.postbus, name="postbus"),
    path("postbus/<slug:nummer>/", demo.bericht, name="bericht"),
    path("oso/", demo.oso, name="oso"),
    path("onderdelen/", demo.onderdelen, name="onderdelen"),
    path("onderdelen/ouder/", demo.onderdelen_ouder, name="onderdelen_ouder"),
]
