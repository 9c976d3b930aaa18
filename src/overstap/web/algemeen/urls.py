"""Where do the pages for everybody stand?"""

from __future__ import annotations

from django.urls import path

from overstap.web.algemeen.views import (
    account,
    agenda,
    bewaren,
    incident,
    koppelingen,
    leeg_formulier,
    logboek,
    medewerkers,
    oefenen,
    paginas,
    seintjes,
    start,
    uitnodiging,
    vraag,
    webhooks,
)

app_name = "algemeen"
_MENSEN = "medewerkers/"
_UITNODIGING = f"{_MENSEN}uitnodigingen/<uuid:collegauitnodiging_id>/"
_VERNIETIGING = "bewaren/<uuid:vernietiging_id>/"
urlpatterns = [
    path("", start.start, name="start"),
    path("kies-organisatie/", start.kies_organisatie, name="kies_organisatie"),
    path("wakker/", start.wakker, name="wakker"),
    path("mijn-account/", account.account, name="account"),
    path("mijn-account/elders-uit/", account.elders_uit, name="elders_uit"),
    path("mijn-account/mail/", seintjes.seintjes, name="seintjes"),
    path("mijn-account/mail/<uuid:seintje_id>/opnieuw/", seintjes.opnieuw, name="seintje_opnieuw"),
    path("account/uitnodiging/", uitnodiging.uitnodiging, name="uitnodiging"),
    path("agenda/", agenda.datums, name="agenda"),
    path("agenda/adres/", agenda.maak_adres, name="agenda_maken"),
    path("agenda/adres/intrekken/", agenda.trek_adres_in, name="agenda_intrekken"),
    path("agenda/<str:sleutel>/overstap.ics", agenda.volgen, name="agenda_volgen"),
    path(_MENSEN, medewerkers.medewerkers, name="medewerkers"),
    path(f"{_MENSEN}uitnodigen/", medewerkers.uitnodigen, name="medewerker_uitnodigen"),
    path(f"{_MENSEN}klopt/", medewerkers.klopt, name="medewerkers_klopt"),
    path(f"{_MENSEN}vragen/<uuid:accountvraag_id>/weg/", medewerkers.afwijzen, name="medewerker_afwijzen"),
    path("account/vragen/", vraag.vraag, name="accountvraag"),
    path(f"{_UITNODIGING}opnieuw/", medewerkers.opnieuw, name="medewerker_opnieuw"),
    path(f"{_UITNODIGING}intrekken/", medewerkers.intrekken, name="medewerker_intrekken"),
    path(f"{_MENSEN}<uuid:aanstelling_id>/functie/", medewerkers.functie, name="medewerker_functie"),
    path(f"{_MENSEN}<uuid:aanstelling_id>/beeindigen/", medewerkers.beeindigen, name="medewerker_beeindigen"),
    *koppelingen.paden,
    path("oefenen/", oefenen.oefenen, name="oefenen"),
    path("oefenen/begin/", oefenen.begin, name="oefenen_begin"),
    path("oefenen/als/", oefenen.oefen_als, name="oefen_als"),
    path("oefenen/terug/", oefenen.terug, name="oefenen_terug"),
    path("oefenen/mail/", oefenen.oefenmail, name="oefenmail"),
    *webhooks.paden,
    path("bewaren/", bewaren.bewaard, name="bewaren"),
    path("bewaren/termijnen/", bewaren.termijnen, name="bewaartermijnen"),
    path("bewaren/voorstellen/", bewaren.voorstellen, name="vernietiging_voorstellen"),
    path(_VERNIETIGING, bewaren.vernietiging, name="vernietiging"),
    path(f"{_VERNIETIGING}vrijgeven/", bewaren.geef_vrij, name="vernietiging_vrijgeven"),
    path(f"{_VERNIETIGING}intrekken/", bewaren.trek_in, name="vernietiging_intrekken"),
    path(f"{_VERNIETIGING}opnieuw/", bewaren.opnieuw, name="vernietiging_opnieuw"),
    path(f"{_VERNIETIGING}proces-verbaal/", bewaren.proces_verbaal, name="vernietiging_pdf"),
    path("incident/", incident.incident, name="incident"),
    path("incident/document/", incident.document, name="incident_document"),
    path("incident/logboek/", logboek.lijst, name="incident_logboek"),
    path("incident/lijst/", incident.lijst, name="incident_lijst"),
    path("privacy/", paginas.privacy, name="privacy"),
    path("toegankelijkheid/", paginas.toegankelijkheid, name="toegankelijkheid"),
    path("sneltoetsen/", paginas.sneltoetsen, name="sneltoetsen"),
    path("leeg-formulier/", leeg_formulier.keuze, name="leeg_formulier"),
    path("leeg-formulier/<uuid:regio_id>/", leeg_formulier.pdf, name="leeg_formulier_pdf"),
    path("robots.txt", paginas.robots, name="robots"),
]
