"""Where do the pages of parents stand? Only the first one is open; no address names a person."""

from __future__ import annotations

from django.urls import path

from overstap.web.ouders.views import bestanden, code, gegevens, kijkers, rapport, reageren

app_name = "ouders"
urlpatterns = [
    path("", code.deur, name="deur"),
    path("<uuid:ouder_id>/", code.code, name="code"),
    path("gegevens/", gegevens.gegevens, name="gegevens"),
    path("uitloggen/", code.uitloggen, name="uitloggen"),
    path("rapport/", rapport.rapport, name="rapport"),
    path("rapport/tekenen/", rapport.tekenen, name="tekenen"),
    path("rapport/fout/", reageren.fout_melden, name="fout"),
    path("rapport/mening/", reageren.mening_geven, name="mening"),
    path("rapport/<slug:soort>/verstuurd/", reageren.verstuurd, name="verstuurd"),
    path("rapport/kopie/", bestanden.kopie, name="kopie"),
    path("rapport/bijlagen/<uuid:bijlage_id>/", bestanden.bijlage, name="bijlage"),
    path("rapport/wie-keek/", kijkers.kijkers, name="kijkers"),
]
