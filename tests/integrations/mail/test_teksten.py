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
    brief = teksten.uitnodiging(ADRES)
    assert f"\n{ADRES}\n" in brief
    assert [code for code in TALEN if f"\n{ADRES}?taal={code}\n" in brief] == [taal.code for taal in VERTAALD]
