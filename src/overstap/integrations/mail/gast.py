"""What does a mail to a guest of a vo school say? Only that something is ready, and where; nothing about anybody."""

from __future__ import annotations

ONDERWERP = "Er staat iets voor u klaar"
_UITNODIGING = """Goedendag,

Een middelbare school heeft iets voor u klaargezet. U vindt het hier:

{adres}

U heeft een code nodig. Die krijgt u van de school: niet in deze mail.
Heeft u geen code? Bel de school.

U kunt niet antwoorden op deze mail. Heeft u een vraag? Stel die aan de school.
"""


def uitnodiging(adres: str) -> str:
    """The text of the invitation; `adres` is where this guest comes in."""
    return _UITNODIGING.format(adres=adres)
