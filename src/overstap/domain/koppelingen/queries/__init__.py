"""Which programs may act for an organisation, who is behind a key, and what is told to whom?"""

from overstap.domain.koppelingen.queries.sleutels import (
    achter_sleutel_for,
    als_actor_for,
    koppeling_for,
    koppelingen_for,
    koppelingnamen_for,
    ophalers_for,
    sleutel_for,
    sleutels_for,
)
from overstap.domain.koppelingen.queries.webhooks import (
    bezorging_for,
    bezorgingen_for,
    geheimen_for,
    gestopte_for,
    luisteraars_for,
    wacht_op_bezorging_for,
    webhook_for,
)

__all__ = [
    "achter_sleutel_for",
    "als_actor_for",
    "bezorging_for",
    "bezorgingen_for",
    "geheimen_for",
    "gestopte_for",
    "koppeling_for",
    "koppelingen_for",
    "koppelingnamen_for",
    "luisteraars_for",
    "ophalers_for",
    "sleutel_for",
    "sleutels_for",
    "wacht_op_bezorging_for",
    "webhook_for",
]
