"""Where do the pages of the region stand?"""

from __future__ import annotations

from overstap.web.regio.views import stilstand

app_name = "regio"
urlpatterns = [*stilstand.paden]
