"""Which mails does a parent get? Only that something is ready, and where; the words say nothing about anybody."""

from __future__ import annotations

from collections.abc import Mapping

from overstap.domain.scholen.enums import Mailsoort
from overstap.domain.scholen.rules.regiomails import NEDERLANDS
from overstap.integrations.mail.oudertalen import WOORDEN
from overstap.integrations.mail.vertaald import in_andere_talen, vul_in

_ONDERWERP = "Er staat iets voor u klaar (nummer {nummer})"
_KIEZEN = "Wilt u minder e-mails, of een andere taal? Dat kiest u hier:"
_DAARONDER = "– – –\nNederlands, voor als u deze e-mail op school laat zien:"
NAAR = "naar=e-mails"
"""Behind the link of a parent: go on to the page about mails, once the code is right."""
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


def onderwerp(nummer: str, taal: str = NEDERLANDS) -> str:
    """The subject of every mail to a parent; by its number a parent of two pupils tells them apart."""
    return (WOORDEN[taal].onderwerp if taal in WOORDEN else _ONDERWERP).format(nummer=nummer)


def ouderbrief(soort: Mailsoort, eigen: Mapping[str, str], adres: str, nummer: str, taal: str = NEDERLANDS) -> str:
    """The text of a mail to a parent: what the region says (`eigen`, by language), and our own words where it does not.

    `adres` is where this parent reads, `nummer` stands beside the code in the letter. In the language that this parent
    chose (`taal`) it comes first, whole, and below it in Dutch for who shows it at school. Of who chose none nobody
    knows it: Dutch, with a line in each other language.
    """
    nederlands = vul_in(eigen.get(NEDERLANDS) or GEWOON[soort], adres=adres, nummer=nummer).strip()
    if taal not in WOORDEN:
        return f"{nederlands}\n{_keuze(soort, _KIEZEN, adres)}{in_andere_talen(adres, nummer, eigen)}"
    daar, woorden = f"{adres}?taal={taal}", WOORDEN[taal]
    tekst = vul_in(eigen.get(taal) or woorden.brief(soort), adres=daar, nummer=nummer).strip()
    return f"{tekst}\n{_keuze(soort, woorden.kiezen, daar)}\n{_DAARONDER}\n\n{nederlands}\n"


def _keuze(soort: Mailsoort, zin: str, adres: str) -> str:
    """Ours always: where a parent chooses how to be mailed. Not in the first one, which is no matter of choice."""
    if soort is Mailsoort.UITNODIGING:
        return ""
    return f"\n{zin}\n\n{adres}{'&' if '?' in adres else '?'}{NAAR}\n"


def gewone_tekst(soort: Mailsoort) -> str:
    """Our own words, in which a region may begin to write."""
    return GEWOON[soort].strip()
