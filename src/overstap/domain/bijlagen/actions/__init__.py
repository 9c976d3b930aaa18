"""Which acts add an attachment, check it, say what it is, let it travel along and withdraw it?"""

from overstap.domain.bijlagen.actions.keuren import leg_keuring_vast, verwerk_keuring
from overstap.domain.bijlagen.actions.stapel import gooi_weg, koppel, leg_klaar, leg_voorstel_vast, ruim_bladen_op
from overstap.domain.bijlagen.actions.toevoegen import neem_bestand_over, voeg_toe
from overstap.domain.bijlagen.actions.vrijgeven import bepaal_vrijgave, trek_bijlage_in, trek_toestemming_in

__all__ = [
    "bepaal_vrijgave",
    "gooi_weg",
    "koppel",
    "leg_keuring_vast",
    "leg_klaar",
    "leg_voorstel_vast",
    "neem_bestand_over",
    "ruim_bladen_op",
    "trek_bijlage_in",
    "trek_toestemming_in",
    "verwerk_keuring",
    "voeg_toe",
]
