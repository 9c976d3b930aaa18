"""Which mails does a parent get? Only that something is ready, and where; the words say nothing about anybody."""

from __future__ import annotations

from collections.abc import Callable

from overstap.integrations.mail.vertaald import in_andere_talen

type_tekst = Callable[[str, str], str]

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


def onderwerp(nummer: str) -> str:
    """The subject of every mail to a parent; by its number a parent of two pupils tells them apart."""
    return _ONDERWERP.format(nummer=nummer)


def uitnodiging(adres: str, nummer: str) -> str:
    """The text of the invitation; `adres` is where this parent reads, `nummer` stands beside the code in the letter."""
    return _UITNODIGING.format(adres=adres, nummer=nummer) + in_andere_talen(adres)


def nieuwe_versie(adres: str, nummer: str) -> str:
    """The text that says that there is a newer version."""
    return _NIEUWE_VERSIE.format(adres=adres, nummer=nummer) + in_andere_talen(adres)


def herinnering(adres: str, nummer: str) -> str:
    """The text that reminds a parent who did not answer yet."""
    return _HERINNERING.format(adres=adres, nummer=nummer) + in_andere_talen(adres)


def bericht(adres: str, nummer: str) -> str:
    """The text that says that the school has something to tell."""
    return _BERICHT.format(adres=adres, nummer=nummer) + in_andere_talen(adres)
