"""Where do the pages for everybody stand?"""

from __future__ import annotations

from django.urls import path

from overstap.web.algemeen.views import leeg_formulier, paginas, start

app_name = "algemeen"
urlpatterns = [
    path("", start.start, name="start"),
    path("kies-organisatie/", start.kies_organisatie, name="kies_organisatie"),
    path("mijn-account/", start.account, name="account"),
    path("hulp/", paginas.hulp, name="hulp"),
    path("privacy/", paginas.privacy, name="privacy"),
    path("toegankelijkheid/", paginas.toegankelijkheid, name="toegankelijkheid"),
    path("sneltoetsen/", paginas.sneltoetsen, name="sneltoetsen"),
    path("leeg-formulier/", leeg_formulier.keuze, name="leeg_formulier"),
    path("leeg-formulier/<uuid:regio_id>/", leeg_formulier.pdf, name="leeg_formulier_pdf"),
    path("robots.txt", paginas.robots, name="robots"),
]
