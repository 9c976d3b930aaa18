"""Where do the pages of the region stand?"""

from __future__ import annotations

from overstap.web.regio.views import overzicht, stilstand

app_name = "regio"
urlpatterns = [*overzicht.paden, *stilstand.paden]
