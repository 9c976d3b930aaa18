"""Which kinds of version and of aanvulling are there, how far is a sectie, and how serious is a finding?"""

from __future__ import annotations

from overstap.foundation.choice import Choice


class Versiesoort(Choice):
    """Why a version was frozen."""

    INZAGE = "inzage", "Aangeboden aan de ouders"
    DEFINITIEF = "definitief", "Definitief"


class Aanvullingsoort(Choice):
    """Why something was added to a definitive version. What a parent adds is a zienswijze and never this."""

    TOETS = "toets", "Later toetsresultaat"
    CORRECTIE = "correctie", "Correctie van een gegeven"
    INFORMATIE = "informatie", "Nieuwe informatie"


class Sectiestaat(Choice):
    """How far a sectie of the report is."""

    NIET_BEGONNEN = "niet_begonnen", "Nog niet begonnen"
    BEZIG = "bezig", "Bezig"
    KLAAR = "klaar", "Klaar"


class Ernst(Choice):
    """Must a finding be mended before anything goes on, or only looked at?"""

    FOUT = "fout", "Fout"
    WAARSCHUWING = "waarschuwing", "Waarschuwing"


class Rolwoord(Choice):
    """Who somebody else in a text is, instead of a name."""

    KLASGENOOT = "klasgenoot", "een klasgenoot"
    VRIEND = "vriend", "een vriend of vriendin"
    BROER_OF_ZUS = "broer_of_zus", "een broer of zus"
    FAMILIE = "familie", "een familielid"
    LERAAR = "leraar", "een leraar"
    HULPVERLENER = "hulpverlener", "een hulpverlener"
    ANDER = "ander", "een ander"
