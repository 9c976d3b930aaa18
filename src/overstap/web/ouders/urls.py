"""Where do the pages of parents stand? Only the first one is open; no address names a person."""

from __future__ import annotations

from django.urls import path

from overstap.web.ouders.toelating import IEDER, REAGEREN, pad, paden
from overstap.web.ouders.views import (
    bestanden,
    code,
    gegevens,
    hulp,
    kijkers,
    mails,
    rapport,
    reageren,
    verschil,
    zorgaanmelding,
)

app_name = "ouders"
urlpatterns = [
    path("", code.deur, name="deur"),
    path("code/", code.vraag_zonder_link, name="vraag_code"),
    path("<uuid:ouder_id>/", code.code, name="code"),
    path("<uuid:ouder_id>/code/", code.vraag_met_link, name="vraag_code_link"),
    path("gegevens/", gegevens.gegevens, name="gegevens"),
    path("hulp/", hulp.hulp, name="hulp"),
    path("uitloggen/", code.uitloggen, name="uitloggen"),
    pad("rapport/", rapport.rapport, "rapport", IEDER),
    pad("rapport/tekenen/", rapport.tekenen, "tekenen", REAGEREN),
    pad("rapport/fout/", reageren.fout_melden, "fout", REAGEREN),
    pad("rapport/mening/", reageren.mening_geven, "mening", REAGEREN),
    pad("rapport/<slug:soort>/verstuurd/", reageren.verstuurd, "verstuurd", REAGEREN),
    *paden(verschil.paden),
    pad("rapport/kopie/", bestanden.kopie, "kopie"),
    pad("rapport/bijlagen/<uuid:bijlage_id>/", bestanden.bijlage, "bijlage"),
    pad("rapport/bijlagen/<uuid:bijlage_id>/bekijken/", bestanden.bekijk, "bijlage_bekijken"),
    pad("rapport/stukken/<uuid:ouderstuk_id>/", bestanden.stuk, "stuk", REAGEREN),
    pad("rapport/wie-keek/", kijkers.kijkers, "kijkers"),
    pad("e-mails/", mails.mails, "mails", IEDER),
    pad("zorgaanmelding/", zorgaanmelding.zorgaanmelding, "zorgaanmelding"),
    pad("zorgaanmelding/mening/", zorgaanmelding.mening, "zorgmening", REAGEREN),
]
