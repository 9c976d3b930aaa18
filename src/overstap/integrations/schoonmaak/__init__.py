"""What may not stay in an attachment? Active content goes out of PDFs, hidden data out of PDFs and pictures.

Every file is opened in a process of its own, with little memory and time, no environment (so no secrets) and no right
to write a file: what comes from outside may be made to break the libraries that read it.
"""

from overstap.integrations.schoonmaak.proces import lees_tekst, maak_pdf_van, maak_schoon
from overstap.integrations.schoonmaak.uitkomst import Uitkomst

__all__ = ["Uitkomst", "lees_tekst", "maak_pdf_van", "maak_schoon"]
