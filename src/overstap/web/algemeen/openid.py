"""How does allauth talk to the login service of a school, and what do we ask of it that allauth does not?

allauth begins (state, PKCE), fetches the token and logs in. Added here: the issuer must be the one that was set, the
signature is always checked, with the algorithms we name, a nonce ties the token to this try, and everything goes
through `begrensde_sessie`. Of what a service tells about somebody only `sub` is used, and kept as a keyed hash.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

import jwt
import requests
from allauth.socialaccount.internal import jwtkit
from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.conf import settings
from django.core.cache import cache
from django.http import Http404, HttpRequest
from django.urls import reverse

from overstap.domain.schoollogins.enums import Schoolloginsoort
from overstap.domain.schoollogins.queries import gegevens_for, kenmerk_for, schoollogin_for
from overstap.integrations.openid import (
    AanbodGeweigerd,
    BewijsGeweigerd,
    begrensde_sessie,
    controleer_bewijs,
    controleer_kop,
    lees_aanbod,
    nonce_bij,
)

# So that who presses a button a hundred times does not make us ask a school a hundred times.
_AANBOD_BEWAREN = 5 * 60
# What a broken service can make of a library that trusts it.
_STUK = (KeyError, TypeError, ValueError, AttributeError)


def haal_aanbod(uitgever: str) -> dict[str, Any]:
    """Ask a login service what it offers. Raises `AanbodGeweigerd`, with a sentence for who sets it up."""
    try:
        with begrensde_sessie(ook_binnen=settings.OVERSTAP_INLOGDIENST_BINNEN) as sessie:
            antwoord = sessie.get(f"{uitgever.rstrip('/')}/.well-known/openid-configuration")
            antwoord.raise_for_status()
            return lees_aanbod(antwoord.json(), uitgever, ook_binnen=settings.OVERSTAP_INLOGDIENST_BINNEN)
    except requests.RequestException as fout:
        raise AanbodGeweigerd(
            "Op dit adres geeft geen inlogdienst antwoord. Controleer het adres, of probeer het later."
        ) from fout


def provider_van(request: HttpRequest, organisatie_id: UUID) -> SchoolloginProvider:
    """The login service of an organisation, as allauth knows it; a 404 where there is none."""
    schoollogin = schoollogin_for(None, organisatie_id)
    if schoollogin is None:
        raise Http404
    uitgever, client_id, geheim = gegevens_for(None, schoollogin)
    app = SocialApp(
        provider=OpenIDConnectProvider.id,
        provider_id=str(organisatie_id),
        name=schoollogin.organisatie.naam,
        client_id=client_id,
        secret=geheim,
        settings={"oauth_pkce_enabled": True, "server_url": uitgever, "scope": ["openid"]},
    )
    # Entree knows one address of us; a service of one school another for each school, so that no answer is mixed up.
    gedeeld = schoollogin.soort == Schoolloginsoort.ENTREE
    terug = reverse("algemeen:schoollogin_entree" if gedeeld else "algemeen:schoollogin_terug",
                    kwargs={} if gedeeld else {"organisatie_id": organisatie_id})  # fmt: skip
    app.terug = f"{settings.OVERSTAP_ADRES}{terug}"
    return SchoolloginProvider(request, app=app)


class SchoolloginProvider(OpenIDConnectProvider):  # type: ignore[misc]  # allauth has no types
    """The login service of one organisation."""

    def get_oauth2_adapter(self, request: HttpRequest) -> SchoolloginOAuth2:
        return SchoolloginOAuth2(request, self)

    def get_pkce_params(self) -> dict[str, Any]:
        """PKCE, and with it the nonce."""
        pkce: dict[str, Any] = super().get_pkce_params()
        return {**pkce, "nonce": nonce_bij(pkce["code_verifier"])}

    def extract_uid(self, data: dict[str, Any]) -> str:
        """Who this is, as we keep it."""
        return kenmerk_for(None, UUID(self.app.provider_id), self.app.settings["server_url"], data["sub"])

    def extract_extra_data(self, data: dict[str, Any]) -> dict[str, Any]:
        """Nothing."""
        return {}

    def extract_common_fields(self, data: dict[str, Any]) -> dict[str, Any]:
        """Nothing: a name or address that a service claims is no proof, and no account comes of it."""
        return {}

    def extract_email_addresses(self, data: dict[str, Any]) -> list[Any]:
        """None."""
        return []

    def serialize(self) -> dict[str, Any]:
        """By what it is found again after the second step."""
        return {"id": self.app.provider_id}


class SchoolloginOAuth2(OpenIDConnectOAuth2Adapter):  # type: ignore[misc]  # allauth has no types
    """One conversation with a login service. Whatever it answers, what comes out is `OAuth2Error` or a person."""

    def __init__(self, request: HttpRequest, provider: SchoolloginProvider) -> None:
        super().__init__(request, provider.app.provider_id)
        self._provider = provider
        self._verifier = ""

    def get_provider(self) -> SchoolloginProvider:
        return self._provider

    @property
    def openid_config(self) -> dict[str, Any]:
        """What the service offers, asked once in a few minutes. Raises `OAuth2Error`."""
        uitgever = self._provider.app.settings["server_url"]
        plek = f"inlogdienst:{kenmerk_for(None, UUID(int=0), uitgever, 'aanbod')}"
        aanbod: dict[str, Any] | None = cache.get(plek)
        if aanbod is None:
            try:
                aanbod = haal_aanbod(uitgever)
            except AanbodGeweigerd as fout:
                raise OAuth2Error("aanbod") from fout
            cache.set(plek, aanbod, _AANBOD_BEWAREN)
        return aanbod

    @property
    def uitloggen(self) -> str:
        """Where somebody logs out of the service itself; empty when it names none."""
        return str(self.openid_config.get("end_session_endpoint", ""))

    @property
    def basic_auth(self) -> bool:
        return bool(self.openid_config["token_endpoint_auth_methods_supported"][0] == "client_secret_basic")

    def get_callback_url(self, request: HttpRequest, app: SocialApp) -> str:
        return str(app.terug)

    def get_access_token_data(
        self, request: HttpRequest, app: SocialApp, client: Any, pkce_code_verifier: str | None = None
    ) -> dict[str, Any]:
        """Exchange the code for a token. Another issuer than was asked never gets the code (RFC 9207)."""
        if (
            not pkce_code_verifier
            or request.GET.get("iss", self.openid_config["issuer"]) != self.openid_config["issuer"]
        ):
            raise OAuth2Error("uitgever")
        self._verifier = pkce_code_verifier
        try:
            gekregen = super().get_access_token_data(request, app, client, pkce_code_verifier=pkce_code_verifier)
            return {"access_token": str(gekregen["access_token"]), "id_token": str(gekregen["id_token"])}
        except _STUK as fout:
            raise OAuth2Error("antwoord") from fout

    def complete_login(self, request: HttpRequest, app: SocialApp, token: Any, **antwoord: Any) -> Any:
        """Who the service says this is, once its token proves that it says so."""
        try:
            wie = self._lees(antwoord["response"]["id_token"], app.client_id)
        except (*_STUK, BewijsGeweigerd, jwt.PyJWTError) as fout:
            raise OAuth2Error("bewijs") from fout
        return self._provider.sociallogin_from_response(request, {"sub": wie})

    def _lees(self, bewijs: str, client_id: str) -> str:
        controleer_kop(jwt.get_unverified_header(bewijs))
        inhoud = jwtkit.verify_and_decode(
            credential=bewijs,
            keys_url=self.openid_config["jwks_uri"],
            issuer=self.openid_config["issuer"],
            audience=client_id,
            lookup_kid=_zoek_sleutel,
        )
        return controleer_bewijs(inhoud, client_id=client_id, nonce=nonce_bij(self._verifier))


def _zoek_sleutel(sleutels: dict[str, Any], kid: str) -> Any:
    """The public key with this name. They are asked anew each time, so a service changes them whenever it wants."""
    for een in sleutels["keys"]:
        if een.get("kid") == kid and een.get("use", "sig") == "sig" and een.get("kty") in {"RSA", "EC"}:
            return jwt.PyJWK(een).key
    return None
