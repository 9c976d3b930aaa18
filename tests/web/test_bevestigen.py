"""Is the password asked before something weighty, and does what was sent then still happen?"""

from __future__ import annotations

from datetime import timedelta

import time_machine
from allauth.mfa import app_settings
from allauth.mfa.totp.internal.auth import validate_totp_code
from django.conf import settings
from django.test import Client

from tests.tweede_stap import GEHEIM, code, code_van
from tests.web.conftest import WACHTWOORD
from tests.web.po.conftest import ingelogd, klas  # noqa: F401  fixtures
from tests.web.po.klas import NU, gelezen, neem_over

VRAAG = "Bevestig dat u het bent"
NET_NIET = NU + settings.OVERSTAP_BEVESTIGD


def test_a_bsn_is_shown_after_the_password_or_a_code(klas, ingelogd):  # noqa: F811  fixtures
    adres = f"/po/dossiers/{neem_over(klas, gelezen())}/nummer/"
    joris, ook_joris = ingelogd(klas.als_joris), ingelogd(klas.als_joris)
    # Who logged in a moment ago just gave both.
    assert VRAAG not in joris.post(adres).content.decode()
    with time_machine.travel(NET_NIET, tick=False):
        eerst = joris.post(adres, {"iets": "dat <b>meegaat</b>"}, headers={"referer": "http://testserver/po/"})
        assert eerst.status_code == 403
        html = eerst.content.decode()
        assert VRAAG in html
        assert 'name="iets" value="dat &lt;b&gt;meegaat&lt;/b&gt;"' in html
        assert 'href="http://testserver/po/"' in html
        fout = joris.post(adres, {"bevestiging": "zomaar een gok"}, headers={"referer": "https://elders.example/"})
        assert fout.status_code == 422
        assert "Dit klopt niet" in fout.content.decode()
        assert "zomaar een gok" not in fout.content.decode()
        assert "elders" not in fout.content.decode()
        assert joris.post(adres, {"bevestiging": WACHTWOORD}).status_code == 200
        assert joris.post(adres).status_code == 200
        # Another browser of the same person proves it itself.
        assert ook_joris.post(adres).status_code == 403
        assert ook_joris.post(adres, {"bevestiging": code_van(klas.als_joris.account)}).status_code == 200


def test_a_code_opens_once_for_as_long_as_it_counts(klas, ingelogd):  # noqa: F811  fixtures
    """At the door, on our page that asks who it is and on that of allauth: whoever saw the code typed is too late."""
    adres = f"/po/dossiers/{neem_over(klas, gelezen())}/nummer/"
    joris, ook_joris, wie = ingelogd(klas.als_joris), ingelogd(klas.als_joris), klas.als_joris.account
    # Just longer than allauth remembers a code.
    periode = timedelta(seconds=app_settings.TOTP_PERIOD + 1)
    with time_machine.travel(NET_NIET, tick=False) as klok:
        gezien = code_van(wie)
        assert joris.post(adres, {"bevestiging": gezien}).status_code == 200
        klok.shift(periode)
        # It is still one of those that count, and allauth has forgotten that it was used.
        assert validate_totp_code(GEHEIM, gezien)
        deur, stap = Client(), "/account/tweestaps/authenticate/"
        deur.post("/account/inloggen/", {"login": wie.email, "password": WACHTWOORD})
        assert "Controleer de code" in deur.post(stap, {"code": f" {gezien}"}).content.decode()
        bewijs = ingelogd(klas.als_joris).post("/account/tweestaps/reauthenticate/", {"code": gezien})
        assert "Controleer de code" in bewijs.content.decode()
        vers = code(GEHEIM)
        assert deur.post(stap, {"code": vers}).headers["Location"] == "/"
        klok.shift(periode)
        assert ook_joris.post(adres, {"bevestiging": vers}).status_code == 422
        assert ook_joris.post(adres, {"bevestiging": code(GEHEIM)}).status_code == 200


def test_guessing_stops(klas, ingelogd):  # noqa: F811  fixtures
    adres = f"/po/dossiers/{neem_over(klas, gelezen())}/nummer/"
    joris = ingelogd(klas.als_joris)
    with time_machine.travel(NET_NIET, tick=False):
        for _keer in range(10):
            joris.post(adres, {"bevestiging": "zomaar een gok"})
        # The tries count, although what is refused is undone.
        assert "te vaak" in joris.post(adres, {"bevestiging": WACHTWOORD}).content.decode()


def test_what_takes_many_reports_or_freezes_one_asks_first(klas, ingelogd):  # noqa: F811  fixtures
    dossier_id = neem_over(klas, gelezen())
    joris, bas = ingelogd(klas.als_joris), ingelogd(klas.als_bas)
    weeg = {
        f"/po/dossiers/{dossier_id}/definitief/": {},
        "/po/overdracht/meenemen/": {"wat": "lijst", "leerling": str(dossier_id)},
        "/po/samen/": {"wat": "pdf", "leerling": str(dossier_id)},
        "/po/samen/?": {"wat": "vrijgeven", "leerling": str(dossier_id)},
    }
    with time_machine.travel(NET_NIET, tick=False):
        for adres, velden in weeg.items():
            assert _vraagt(joris, adres, velden), adres
            assert joris.get(adres, velden).status_code in {200, 303}, adres
        assert _vraagt(bas, "/vo/meenemen/", {"wat": "lijst"})
        joris.post(adres, {"bevestiging": WACHTWOORD, **velden})
        assert not any(_vraagt(joris, adres, velden) for adres, velden in weeg.items())


def test_in_a_demo_nobody_has_a_password(klas, ingelogd, demo):  # noqa: F811  fixtures
    joris = ingelogd(klas.als_joris)
    with time_machine.travel(NET_NIET, tick=False):
        assert not _vraagt(joris, "/po/overdracht/meenemen/", {"wat": "lijst"})


def _vraagt(client: Client, adres: str, velden: dict[str, str]) -> bool:
    antwoord = client.post(adres, velden)
    return antwoord.status_code == 403 and VRAAG in antwoord.content.decode()
