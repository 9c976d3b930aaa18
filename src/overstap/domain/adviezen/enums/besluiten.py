"""Which advice is it, and what did the school decide about adjusting it?"""

from overstap.foundation.choice import Choice


class Adviessoort(Choice):
    """At which moment the advice was given (WPO 45d, WEC 48e)."""

    VOORLOPIG = "voorlopig", "Voorlopig advies"
    DEFINITIEF = "definitief", "Definitief advies"


class Bijstellingsuitkomst(Choice):
    """What the school decided after a higher test result (WPO 45d lid 2, WEC 48e lid 2)."""

    BIJGESTELD = "bijgesteld", "Bijgesteld"
    DEELS_BIJGESTELD = "deels_bijgesteld", "Deels bijgesteld, met motivatie"
    NIET_BIJGESTELD = "niet_bijgesteld", "Niet bijgesteld, met motivatie"


class Toetsstand(Choice):
    """Did the pupil take the doorstroomtoets (WPO 45c)?"""

    GEMAAKT = "gemaakt", "Gemaakt, de uitslag is er"
    VRIJGESTELD = "vrijgesteld", "Vrijgesteld"
    NIET_GEMAAKT = "niet_gemaakt", "Niet gemaakt"
