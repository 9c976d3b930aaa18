"""What happens later, outside the request: imports, PDF, OSO file, mail, tidying up? The worker imports this package.

Every job takes ids only and may run twice.
"""

from overstap.jobs import (
    bijlagen,
    bladen,
    bundels,
    importen,
    mail,
    medewerkers,
    melden,
    oefenen,
    ophalen,
    opruimen,
    oso,
    pdf,
    plaatsing,
    seintjes,
    stukken,
    teruggenomen,
    uitval,
    veranderd,
    vernietigen,
    webhooks,
    zorg,
    zorglijn,
)

__all__ = [
    "bijlagen",
    "bladen",
    "bundels",
    "importen",
    "mail",
    "medewerkers",
    "melden",
    "oefenen",
    "ophalen",
    "opruimen",
    "oso",
    "pdf",
    "plaatsing",
    "seintjes",
    "stukken",
    "teruggenomen",
    "uitval",
    "veranderd",
    "vernietigen",
    "webhooks",
    "zorg",
    "zorglijn",
]
