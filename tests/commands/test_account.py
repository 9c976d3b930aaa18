"""Can somebody who lost telephone and recovery codes begin a new second step, and nothing more?"""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client

from overstap.commands import main
from tests.web.conftest import maak_wereld


@pytest.mark.django_db
def test_one_account_sets_up_a_new_second_step(capsys: pytest.CaptureFixture[str], client: Client) -> None:
    wereld: SimpleNamespace = maak_wereld()
    assert main(["account", "wis-stap", "Marije@voorbeeld.nl"]) == 0
    assert set(Authenticator.objects.values_list("user__naam", flat=True)) == {"Joris Tol", "Bas Verhoef", "Nina Nieuw"}
    client.force_login(wereld.marije)
    assert client.get("/mijn-account/").headers["Location"] == "/account/tweede-stap/"
    assert main(["account", "wis-stap", "marije@voorbeeld.nl"]) == 1
    assert "geen account met een tweede stap" in capsys.readouterr().err
