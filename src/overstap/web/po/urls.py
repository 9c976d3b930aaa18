"""Where do the pages of the basisschool stand? Each page names its own addresses in `paden`."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec

app_name = "po"
PAGINAS = (
    "werkvoorraad",
    "importeren",
    "dossier",
    "sectie",
    "advies",
    "bijlagen",
    "ouders",
    "definitief",
    "overdracht",
    "logboek",
)
_VIEWS = "overstap.web.po.views"
urlpatterns = [
    pad
    for pagina in PAGINAS
    if find_spec(f"{_VIEWS}.{pagina}")
    for pad in import_module(f"{_VIEWS}.{pagina}").paden
]
