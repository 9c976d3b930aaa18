"""What does a mail about an account say? That a school invites, or that somebody asks, and where; no names."""

from __future__ import annotations

ONDERWERP = "Een uitnodiging voor Overstap"
_NIEUW = """Goedendag,

Uw school of organisatie nodigt u uit om met Overstap te werken. Hier begint u:

{adres}

U kiest een wachtwoord en stelt een tweede stap in. Dat duurt vijf minuten. Houd uw telefoon erbij.
De link werkt 14 dagen en is alleen voor u. Stuur deze mail niet door.

Verwacht u deze mail niet? Dan hoeft u niets te doen.
U kunt niet antwoorden op deze mail. Heeft u een vraag? Stel die aan uw school of organisatie.
"""
_BEKEND = """Goedendag,

U heeft al een account bij Overstap. Een school of organisatie nodigt u uit om ook daar te werken.
Lees hier van wie de uitnodiging is, en neem die aan:

{adres}

U logt in met het wachtwoord dat u al heeft. Uw andere werk in Overstap verandert niet.
De link werkt 14 dagen en is alleen voor u. Stuur deze mail niet door.

Verwacht u deze mail niet? Dan hoeft u niets te doen.
U kunt niet antwoorden op deze mail. Heeft u een vraag? Stel die aan de school of organisatie.
"""

VRAAG_ONDERWERP = "Iemand vraagt om een account"
_VRAAG = """Goedendag,

Iemand vraagt om een account bij uw school of organisatie. U leest na inloggen wie het is:

{adres}

Kent u deze persoon? Nodig die dan uit. Kent u die niet? Wijs de vraag dan af.
Komen er meer vragen bij? Daarover krijgt u geen nieuwe mail zolang deze wacht.

In deze mail staan nooit namen. U kunt niet antwoorden op deze mail.
"""

GESTOPT_ONDERWERP = "Overstap kan een programma niet bereiken"
_GESTOPT = """Goedendag,

Overstap stuurde berichten aan een programma van uw school of organisatie. Niemand neemt ze nog aan.
Daarom stopt Overstap ermee. U leest na inloggen om welk programma het gaat:

{adres}

Vraag de leverancier wat er mis is. Werkt het weer? Zet de berichten dan op die bladzijde weer aan.

In deze mail staan nooit namen. U kunt niet antwoorden op deze mail.
"""


def berichten_gestopt(adres: str) -> str:
    """For who manages the programs; `adres` is the page on which it stands."""
    return _GESTOPT.format(adres=adres)


def gevraagd(adres: str) -> str:
    """For who manages the colleagues; `adres` is where the request stands."""
    return _VRAAG.format(adres=adres)


def nieuw(adres: str) -> str:
    """For somebody without an account; `adres` is the link that opens the invitation."""
    return _NIEUW.format(adres=adres)


def bekend(adres: str) -> str:
    """For somebody with an account, perhaps of another school; `adres` as in `nieuw`."""
    return _BEKEND.format(adres=adres)
