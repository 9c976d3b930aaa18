"""Where do the pages of the basisschool stand? Each page names its own addresses in `paden`."""

from __future__ import annotations

from overstap.web.po.views import (
    aanvullen,
    advies,
    adviesformulier,
    bijlagen,
    buiten_regio,
    definitief,
    dossier,
    importeren,
    leerling,
    logboek,
    medewerkers,
    meenemen,
    namen,
    openstaand,
    ouders,
    overdracht,
    partij,
    samen,
    sectie,
    versies,
    werkvoorraad,
    zinnen,
)

app_name = "po"
urlpatterns = [
    *werkvoorraad.paden,
    *samen.paden,
    *importeren.paden,
    *partij.paden,
    *leerling.paden,
    *dossier.paden,
    *sectie.paden,
    *openstaand.paden,
    *zinnen.paden,
    *advies.paden,
    *adviesformulier.paden,
    *namen.paden,
    *bijlagen.paden,
    *ouders.paden,
    *definitief.paden,
    *versies.paden,
    *aanvullen.paden,
    *buiten_regio.paden,
    *meenemen.paden,
    *overdracht.paden,
    *logboek.paden,
    *medewerkers.paden,
]
