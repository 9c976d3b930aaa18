"""Where do the pages of the samenwerkingsverband stand? No address names a person."""

from __future__ import annotations

from overstap.web.swv.views import besluit, bord, buiten, lijn, schrijven, zaak

app_name = "swv"
urlpatterns = [*bord.paden, *zaak.paden, *schrijven.paden, *besluit.paden, *lijn.paden, *buiten.paden]
