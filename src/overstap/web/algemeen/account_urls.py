"""Which pages of allauth do we offer? Nobody makes an account alone: a school does that, so signing up is a 404."""

from __future__ import annotations

from allauth.account import views
from django.urls import include, path, re_path

from overstap.web.algemeen.views import inloggen

urlpatterns = [
    path("inloggen/", inloggen.inloggen, name="account_login"),
    path("uitloggen/", inloggen.uitloggen, name="account_logout"),
    path("gesloten/", views.account_inactive, name="account_inactive"),
    path("opnieuw/", views.reauthenticate, name="account_reauthenticate"),
    path("aanmelden/", inloggen.geen_aanmelding, name="account_signup"),
    path("adres/", inloggen.geen_aanmelding, name="account_email"),
    path("wachtwoord/wijzigen/", views.password_change, name="account_change_password"),
    path("wachtwoord/maken/", views.password_set, name="account_set_password"),
    path("wachtwoord/vergeten/", views.password_reset, name="account_reset_password"),
    path("wachtwoord/vergeten/verstuurd/", views.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^wachtwoord/nieuw/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        views.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path("wachtwoord/nieuw/klaar/", views.password_reset_from_key_done, name="account_reset_password_from_key_done"),
    path("tweede-stap/", inloggen.tweede_stap, name="tweede_stap"),
    path("tweestaps/", include("allauth.mfa.urls")),
]
