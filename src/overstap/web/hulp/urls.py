"""Where does the help stand? A task has an address of its own, so that a page can lead to it."""

from __future__ import annotations

from django.urls import path

from overstap.web.hulp import views

app_name = "hulp"
urlpatterns = [
    path("", views.begin, name="begin"),
    path("zoeken/", views.zoeken, name="zoeken"),
    path("vragen/", views.vragen, name="vragen"),
    path("nieuw/", views.nieuw, name="nieuw"),
    path("contact/", views.contact, name="contact"),
    path("taken/<slug:taak>/", views.taak, name="taak"),
]
