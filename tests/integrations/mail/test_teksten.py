"""Do the mails to parents read easily, and lead to the page in each language?"""

from __future__ import annotations

import re

import pytest

from overstap.domain.scholen.enums import Mailsoort
from overstap.domain.scholen.rules.regiomails import MAILTALEN, mailbezwaar
from overstap.domain.seintjes.enums import Seintjesoort
from overstap.integrations.mail import seintje, teksten
from overstap.integrations.mail.oudertalen import WOORDEN
from overstap.integrations.mail.vertaald import TALEN, vul_in
from overstap.web.components.talen import TALEN as TALEN_VAN_OUDERS
from overstap.web.components.talen import VERTAALD

ADRES = "https://overstap.voorbeeld.nl/ouders/x/"
MAILS = [naam for naam in vars(teksten) if naam.startswith("_") and naam.isupper()]


@pytest.mark.parametrize("naam", MAILS)
def test_a_mail_has_short_sentences(naam: str) -> None:
    zinnen = re.split(r"(?<=[.?!:,])\s+", getattr(teksten, naam))
    assert not [zin for zin in zinnen if len(zin.split()) > 12]


def test_a_mail_leads_to_the_page_in_every_language() -> None:
    assert "0042" in teksten.onderwerp("0042")
    brief = teksten.ouderbrief(Mailsoort.UITNODIGING, {}, ADRES, "0042")
    assert f"\n{ADRES}\n" in brief
    assert [code for code in TALEN if f"\n{ADRES}?taal={code}\n" in brief] == [taal.code for taal in VERTAALD]


@pytest.mark.parametrize("soort", [soort for soort in Mailsoort if soort.ouders])
def test_every_mail_says_to_which_code_it_belongs(soort: Mailsoort) -> None:
    assert "De code hoort bij nummer 0042." in teksten.ouderbrief(soort, {}, ADRES, "0042")
    # What we write ourselves keeps the rules that a region has.
    assert mailbezwaar(soort, teksten.gewone_tekst(soort)) == ""


def test_a_region_speaks_in_the_languages_it_gave_and_we_in_the_others() -> None:
    eigen = {"nl": "Dag {nummer}\n{adres}", "tr": "Merhaba {adres} {nummer}"}
    brief = teksten.ouderbrief(Mailsoort.BERICHT, eigen, ADRES, "0042")
    assert brief.startswith(f"Dag 0042\n{ADRES}\n")
    assert f"Merhaba {ADRES}?taal=tr 0042\n" in brief
    assert f"\n{ADRES}?taal=pl\n" in brief
    assert "Türkçe:" not in brief
    assert tuple(taal.code for taal in TALEN_VAN_OUDERS) == MAILTALEN


@pytest.mark.parametrize("code", [taal.code for taal in VERTAALD])
def test_every_language_says_the_same_with_the_same_link_and_number(code: str) -> None:
    assert "0042" in teksten.onderwerp("0042", code)
    for soort in (soort for soort in Mailsoort if soort.ouders):
        tekst = WOORDEN[code].brief(soort)
        assert mailbezwaar(soort, tekst) == ""
        # As long as the Dutch one: nothing was left out.
        assert len(tekst.splitlines()) == len(teksten.GEWOON[soort].splitlines())
        brief = teksten.ouderbrief(soort, {}, ADRES, "0042", code)
        assert brief.index(f"{ADRES}?taal={code}\n") < brief.index("Goedendag,") < brief.index(f"\n{ADRES}\n")
        # How to be mailed is no matter of the first mail.
        assert (f"{ADRES}?taal={code}&naar=e-mails\n" in brief) == (soort is not Mailsoort.UITNODIGING)


def test_what_the_region_says_in_a_language_is_what_is_read_in_it() -> None:
    eigen = {"nl": "Dag {nummer}\n{adres}", "tr": "Merhaba {adres} {nummer}"}
    brief = teksten.ouderbrief(Mailsoort.BERICHT, eigen, ADRES, "0042", "tr")
    assert brief.startswith(f"Merhaba {ADRES}?taal=tr 0042\n")
    assert brief.endswith(f"Dag 0042\n{ADRES}\n")


def test_a_mail_to_a_colleague_keeps_the_way_out() -> None:
    brief = seintje.seintje({Seintjesoort.TE_DOEN: 3}, "A", "B", {"nl": "Hoi\n{regels}\n{adres}"})
    assert brief.startswith("Hoi\nEr liggen 3 dingen voor u klaar.\nA\n")
    assert "\nB\n" in brief
    assert mailbezwaar(Mailsoort.SEINTJE, seintje.gewone_tekst()) == ""


@pytest.mark.parametrize(
    ("tekst", "zin"),
    [
        ("Dag", "precies één keer {adres}"),
        ("{adres} {adres}", "precies één keer {adres}"),
        ("{adres} voor {naam}", "{naam} kan niet"),
        ("{adres} {regels}", "{regels} kan niet"),
        ("{adres} {", "losse accolade"),
        ("{{adres}}", "losse accolade"),
        ("{adres} https://elders.nl", "geen ander adres"),
        ("{adres}" + "a" * 2000, "te lang"),
    ],
)
def test_a_text_that_may_not_go_says_what_to_do(tekst: str, zin: str) -> None:
    assert zin in mailbezwaar(Mailsoort.UITNODIGING, tekst)


def test_what_is_filled_in_is_never_read_again() -> None:
    assert vul_in("{adres}{x}", adres="{nummer}", nummer="1") == "{nummer}{x}"
