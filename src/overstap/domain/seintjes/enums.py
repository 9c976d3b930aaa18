"""About what does a colleague get a mail, how often, and at which moment does somebody look?"""

from __future__ import annotations

from enum import StrEnum

from overstap.foundation.choice import Choice


class Seintjesoort(Choice):
    """What a mail to a colleague can be about."""

    TE_DOEN = "te_doen", "Er ligt iets voor u klaar"
    OUDERS = "ouders", "Ouders gaven een reactie"
    DATUM = "datum", "Een laatste dag komt dichtbij"
    NIEUWS = "nieuws", "Iemand vroeg iets, besloot iets of veranderde iets"


class Seintjeritme(Choice):
    """How often somebody wants to be mailed about it."""

    METEEN = "meteen", "Meteen: binnen een half uur"
    DAG = "dag", "Eén keer per dag, in de ochtend"
    WEEK = "week", "Eén keer per week, op maandag"
    NOOIT = "nooit", "Nooit"


class Seintjeronde(StrEnum):
    """Why somebody looks now: the morning of a working day, in between, or because it was asked for."""

    OCHTEND = "ochtend"
    TUSSENDOOR = "tussendoor"
    GEVRAAGD = "gevraagd"
