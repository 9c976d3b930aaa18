"""What does the law decide about the schooladvies? Pure functions; the date comes in as a value."""

from overstap.domain.adviezen.rules.bijstelling import (
    Bijstellingsoordeel,
    Keuze,
    Oordeelsoort,
    bijstelling_nodig,
    definitieve_keuzes,
    passende_niveaus,
)
from overstap.domain.adviezen.rules.controle import (
    Adviesfout,
    Adviesfoutcode,
    controleer_definitief,
    controleer_voorlopig,
)
from overstap.domain.adviezen.rules.momenten import (
    controleer_dag,
    controleer_volgorde,
    zin_op_tijd,
    zin_toetsdag,
    zin_voorlopig,
)
from overstap.domain.adviezen.rules.ontheffing import (
    Ontheffing,
    Toetsfout,
    Toetsfoutcode,
    controleer_ontheffing,
    controleer_toetsstand,
)
from overstap.domain.adviezen.rules.regeling import (
    REGELINGEN,
    Onderwerp,
    OudeRegelingNietOndersteund,
    Regeling,
    regeling_op,
)
from overstap.domain.adviezen.rules.zinnen import (
    ZINNEN_VOOR_OUDERS,
    zin,
    zin_definitief,
    zin_vergelijking,
    zin_voor_ouders,
)

__all__ = [
    "REGELINGEN",
    "ZINNEN_VOOR_OUDERS",
    "Adviesfout",
    "Adviesfoutcode",
    "Bijstellingsoordeel",
    "Keuze",
    "Onderwerp",
    "Ontheffing",
    "Oordeelsoort",
    "OudeRegelingNietOndersteund",
    "Regeling",
    "Toetsfout",
    "Toetsfoutcode",
    "bijstelling_nodig",
    "controleer_dag",
    "controleer_definitief",
    "controleer_ontheffing",
    "controleer_toetsstand",
    "controleer_volgorde",
    "controleer_voorlopig",
    "definitieve_keuzes",
    "passende_niveaus",
    "regeling_op",
    "zin",
    "zin_definitief",
    "zin_op_tijd",
    "zin_toetsdag",
    "zin_vergelijking",
    "zin_voor_ouders",
    "zin_voorlopig",
]
