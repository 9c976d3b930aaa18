"""Where do the pages of the region stand?"""

from __future__ import annotations

from overstap.web.regio.views import (
    beheer,
    bestand,
    datums,
    duolijst,
    mails,
    meekijken,
    overzicht,
    scholen,
    stilstand,
    swv,
    vragen,
    wijzigingen,
)

app_name = "regio"
urlpatterns = [
    *overzicht.paden,
    *stilstand.paden,
    *beheer.paden,
    *datums.paden,
    *vragen.paden,
    *mails.paden,
    *swv.paden,
    *meekijken.paden,
    *scholen.paden,
    *duolijst.paden,
    *wijzigingen.paden,
    *bestand.paden,
]
