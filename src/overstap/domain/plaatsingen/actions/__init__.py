"""Which acts of a vo school, and of the basisschool that answers it, come after the report arrived?"""

from overstap.domain.plaatsingen.actions.besluiten import besluit, herzie, plaats, verleng
from overstap.domain.plaatsingen.actions.brugklassen import bewaar_brugklas, verwijder_brugklas
from overstap.domain.plaatsingen.actions.gesprekken import kondig_gesprek_aan, leg_gesprek_vast
from overstap.domain.plaatsingen.actions.klaarzetten import zet_klaar
from overstap.domain.plaatsingen.actions.terugblik import leg_terugblik_vast, ruim_terugblik_op, vraag_terugblik
from overstap.domain.plaatsingen.actions.vragen import antwoorden_gezien, beantwoord_vraag, stel_vraag

__all__ = [
    "antwoorden_gezien",
    "beantwoord_vraag",
    "besluit",
    "bewaar_brugklas",
    "herzie",
    "kondig_gesprek_aan",
    "leg_gesprek_vast",
    "leg_terugblik_vast",
    "plaats",
    "ruim_terugblik_op",
    "stel_vraag",
    "verleng",
    "verwijder_brugklas",
    "vraag_terugblik",
    "zet_klaar",
]
