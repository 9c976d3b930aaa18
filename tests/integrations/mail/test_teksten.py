"""Do the mails to parents read easily, and lead to the page in each language?"""

from __future__ import annotations

import re

import pytest

from overstap.integrations.mail import teksten
from overstap.integrations.mail.vertaald import TALEN
from overstap.web.components.talen import VERTAALD

ADRES = "https://overstap.voorbeeld.nl/ouders/x/"
MAILS = [naam for naam in vars(teksten) if naam.startswith("_") and naam.isupper()]


@pytest.mark.parametrize("naam", MAILS)
def test_a_mail_has_short_sentences(naam: str) -> None:
    zinnen = re.split(r"(?<=[.?!:,])\s+", getattr(teksten, naam))
    assert not [zin for zin in zinnen if len(zin.split()) > 12]


def test_a_mail_leads_to_the_page_in_every_language() -> None:
    assert "0042" in teksten.onderwerp("0042")
    brief = teksten.uitnodiging(ADRES, "0042")
    assert f"\n{ADRES}\n" in brief
    assert [code for code in TALEN if f"\n{ADRES}?taal={code}\n" in brief] == [taal.code for taal in VERTAALD]


@pytest.mark.parametrize("tekst", [teksten.uitnodiging, teksten.nieuwe_versie, teksten.herinnering, teksten.bericht])
def test_every_mail_says_to_which_code_it_belongs(tekst: teksten.type_tekst) -> None:
    assert "De code hoort bij nummer 0042." in tekst(ADRES, "0042")
