"""Which mails does a parent get? Only that something is ready, and where; the words say nothing about anybody."""

from __future__ import annotations

from collections.abc import Mapping

from overstap.domain.scholen.enums import Mailsoort
from overstap.domain.scholen.rules.regiomails import NEDERLANDS
from overstap.integrations.mail.vertaald import in_andere_talen, vul_in

_ONDERWERP = "Er staat iets voor u klaar (nummer {nummer})"
_UITNODIGING = """Goedendag,

De basisschool heeft iets voor u klaargezet. U leest het hier:

{adres}

U heeft een code nodig. Die krijgt u van school: niet in deze mail.
De code hoort bij nummer {nummer}.
Heeft u geen code? Vraag er een aan school.

U kunt niet antwoorden op deze mail. Heeft u een vraag? Stel die aan school.
"""
_NIEUWE_VERSIE = """Goedendag,

De basisschool heeft iets veranderd dat u eerder kon lezen. U leest het hier:

{adres}

U gebruikt dezelfde code als de vorige keer.
De code hoort bij nummer {nummer}.
Bent u de code kwijt? Vraag een nieuwe aan school.

U kunt niet antwoorden op deze mail. Heeft u een vraag? Stel die aan school.
"""
_HERINNERING = """Goedendag,

De basisschool heeft iets voor u klaargezet. U leest het hier:

{adres}

Wilt u reageren? Dat kan nog een paar dagen. Reageren hoeft niet.
U heeft de code nodig die u van school kreeg.
De code hoort bij nummer {nummer}.
Bent u de code kwijt? Vraag een nieuwe code op de pagina hierboven.

U kunt niet antwoorden op deze mail. Heeft u een vraag? Stel die aan school.
"""
_BERICHT = """Goedendag,

De basisschool wil u iets vertellen. U leest het hier:

{adres}

U gebruikt dezelfde code als de vorige keer.
De code hoort bij nummer {nummer}.
Bent u de code kwijt? Vraag een nieuwe code op de pagina hierboven.

U kunt niet antwoorden op deze mail. Heeft u een vraag? Stel die aan school.
"""


GEWOON = {
    Mailsoort.UITNODIGING: _UITNODIGING,
    Mailsoort.NIEUWE_VERSIE: _NIEUWE_VERSIE,
    Mailsoort.HERINNERING: _HERINNERING,
    Mailsoort.BERICHT: _BERICHT,
}


def onderwerp(nummer: str) -> str:
    """The subject of every mail to a parent; by its number a parent of two pupils tells them apart."""
    return _ONDERWERP.format(nummer=nummer)


def ouderbrief(soort: Mailsoort, eigen: Mapping[str, str], adres: str, nummer: str) -> str:
    """The text of a mail to a parent: what the region says (`eigen`, by language), and our own words where it does not.

    `adres` is where this parent reads, `nummer` stands beside the code in the letter.
    """
    nederlands = eigen.get(NEDERLANDS) or GEWOON[soort]
    return f"{vul_in(nederlands, adres=adres, nummer=nummer).strip()}\n{in_andere_talen(adres, nummer, eigen)}"


def gewone_tekst(soort: Mailsoort) -> str:
    """Our own words, in which a region may begin to write."""
    return GEWOON[soort].strip()
