"""Where do the pages of the vo school stand? No address names a person."""

from __future__ import annotations

from django.urls import path

from overstap.web.vo.views import bestanden, dossier, inbox, innemen, ontvangst, verschil

app_name = "vo"
urlpatterns = [
    path("", inbox.inbox, name="inbox"),
    *innemen.paden,
    *ontvangst.paden,
    *verschil.paden,
    path("overdrachten/<uuid:overdracht_id>/", dossier.dossier, name="dossier"),
    path("overdrachten/<uuid:overdracht_id>/oso/", bestanden.oso, name="oso"),
    path("overdrachten/<uuid:overdracht_id>/pdf/", bestanden.pdf, name="pdf"),
    path("overdrachten/<uuid:overdracht_id>/bijlagen/<uuid:bijlage_id>/", bestanden.bijlage, name="bijlage"),
    path(
        "overdrachten/<uuid:overdracht_id>/zienswijzen/<uuid:ouderstuk_id>/",
        bestanden.zienswijzestuk,
        name="zienswijzestuk",
    ),
]
