"""What kind of value does a veld hold, and how does it become JSON, text and a check?

A value is plain Python: `str`, `bool`, `int`, `Decimal`, `date`, a tuple of codes or texts, a mapping
(one `Groep`) or a tuple of mappings (`Rijen`). `None` and the empty value mean: not filled in.
"""

from overstap.domain.rapporten.catalogue.typen.enkel import (
    Alinea,
    Datum,
    Decimaal,
    Getal,
    JaNee,
    Tekst,
    Veldtype,
    Waardefout,
    schoon,
    type_json,
    type_waarde,
)
from overstap.domain.rapporten.catalogue.typen.lijsten import (
    Afkorting,
    Code,
    Codelijst,
    Documenten,
    Keuze,
    Meerkeuze,
    Teksten,
)
from overstap.domain.rapporten.catalogue.typen.plakken import zonder_opmaak
from overstap.domain.rapporten.catalogue.typen.samengesteld import (
    Gebrek,
    Groep,
    Rijen,
    is_leeg,
    ontbrekende_delen,
    zonder_leeg,
)
from overstap.domain.scholen.rules import MAANDEN

__all__ = [
    "MAANDEN",
    "Afkorting",
    "Alinea",
    "Code",
    "Codelijst",
    "Datum",
    "Decimaal",
    "Documenten",
    "Gebrek",
    "Getal",
    "Groep",
    "JaNee",
    "Keuze",
    "Meerkeuze",
    "Rijen",
    "Tekst",
    "Teksten",
    "Veldtype",
    "Waardefout",
    "is_leeg",
    "ontbrekende_delen",
    "schoon",
    "type_json",
    "type_waarde",
    "zonder_leeg",
    "zonder_opmaak",
]
