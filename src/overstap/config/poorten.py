"""Who answers what the domain asks of a zone above it, or a concept of one above it (ADR 8)?"""

from __future__ import annotations

POORTEN = {
    "oso.bezwaren": "overstap.integrations.oso.keuring.bezwaren",
    "oso.bezwaren_swv": "overstap.integrations.oso.zorgaanmelding.bezwaren",
    "bijlage.gesloten_swv": "overstap.domain.zorgroutes.actions.houd_kopie_tegen",
    "bijlage.open_swv": "overstap.domain.zorgroutes.actions.vraag_kopie",
    "regio.bijlagesoort": "overstap.domain.bijlagen.rules.bezwaar_tegen_standaardsoort",
    "regio.route": "overstap.domain.zorgroutes.rules.bezwaren_tegen_route",
    "regio.swv_in_gebruik": "overstap.domain.zorgroutes.queries.zorgroutes_lopen_for",
    "regio.veld": "overstap.domain.rapporten.catalogue.bezwaar_tegen_regioveld",
    "oefenschool.vullen": "overstap.config.demo.oefenen.vul",
    "overdracht.verstuurd": "overstap.domain.plaatsingen.actions.zet_klaar",
}
