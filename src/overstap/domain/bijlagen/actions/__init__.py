"""Which acts add an attachment, check it, say what it is, let it travel along and withdraw it?"""

from overstap.domain.bijlagen.actions.keuren import leg_keuring_vast
from overstap.domain.bijlagen.actions.toevoegen import neem_bestand_over, voeg_toe
from overstap.domain.bijlagen.actions.vrijgeven import bepaal_vrijgave, trek_bijlage_in

__all__ = ["bepaal_vrijgave", "leg_keuring_vast", "neem_bestand_over", "trek_bijlage_in", "voeg_toe"]
