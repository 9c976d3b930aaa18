"""What does the system of a samenwerkingsverband do: hear of a dossier, fetch it once, and tell what came of it?"""

from __future__ import annotations

from collections.abc import Mapping

from overstap.integrations.oso.draad.uitgave import NIEUWSTE, uitgaven
from overstap.integrations.oso.simulator.las import Gehaald, Las
from overstap.integrations.oso.simulator.systeem import Reactie


class Swv(Las):
    """It knows a pupil by a koppelsleutel only, and gives nothing away itself."""

    def antwoord(self, soort: str, waarden: Mapping[str, str], oin: str) -> Reactie:
        if soort != "notificatieRequest" or waarden.get("doel") != "SWV" or "koppelsleutel" not in waarden:
            return Reactie({"resultaat": "BerichtOnjuist"})
        return super().antwoord(soort, waarden, oin)

    def haal(self, welke: int = -1) -> Gehaald:
        """Fetch what a notification was about; the last one, unless said otherwise."""
        bericht = self.notificaties[welke]
        wat = {"bron_brin": bericht["bron_brin"], "overdrachtsoort": "swv-dossier"}
        return self.vraag_rond(wat | {"koppelsleutel": bericht["koppelsleutel"]})

    def koppel_terug(self, inhoud: str, welke: int = -1) -> str:
        """Tell the school of a notification what was decided: what it answered, "ontvangen" when nothing."""
        bericht = self.notificaties[welke]
        wat = {
            "bron_brin": self.brin,
            "bron_kenmerk": self.kenmerk,
            "doel_brin": bericht["bron_brin"],
            "doel_kenmerk": bericht["bron_kenmerk"],
            "koppelsleutel": bericht["koppelsleutel"],
        }
        adres = self.aan_centrale("meldenTerugkoppelingRequest", wat).bladen
        if "url" not in adres:
            return adres.get("resultaat", "leeg")
        post = self.vraag(adres["url"], "terugkoppelingRequest", wat | {"inhoud": inhoud}, uitgaven()[NIEUWSTE])
        return post.bladen.get("resultaat", "ontvangen")
