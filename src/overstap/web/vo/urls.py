"""Where do the pages of the vo school stand? No address names a person."""

from __future__ import annotations

from django.urls import path

from overstap.web.vo.views import (
    aanmelden,
    bestanden,
    dossier,
    gasten,
    inbox,
    innemen,
    meenemen,
    ontvangst,
    papier,
    terugblik,
    verschil,
)

app_name = "vo"
urlpatterns = [
    path("", inbox.inbox, name="inbox"),
    *aanmelden.paden,
    *papier.paden,
    *gasten.paden,
    *innemen.paden,
    *meenemen.paden,
    *ontvangst.paden,
    *terugblik.paden,
    *verschil.paden,
    *dossier.paden,
    path("overdrachten/<uuid:overdracht_id>/", dossier.dossier, name="dossier"),
    path("overdrachten/<uuid:overdracht_id>/oso/", bestanden.oso, name="oso"),
    path("overdrachten/<uuid:overdracht_id>/pdf/", bestanden.pdf, name="pdf"),
    path("overdrachten/<uuid:overdracht_id>/bijlagen/<uuid:bijlage_id>/", bestanden.bijlage, name="bijlage"),
    path(
        "overdrachten/<uuid:overdracht_id>/bijlagen/<uuid:bijlage_id>/bekijken/",
        bestanden.bekijk,
        name="bijlage_bekijken",
    ),
    path(
        "overdrachten/<uuid:overdracht_id>/zienswijzen/<uuid:ouderstuk_id>/",
        bestanden.zienswijzestuk,
        name="zienswijzestuk",
    ),
]
