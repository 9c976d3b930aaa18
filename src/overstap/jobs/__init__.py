"""What happens later, outside the request: PDF, OSO file, mail and tidying up. The worker imports this package.

Every job takes ids only and may run twice.
"""

from overstap.jobs import mail, opruimen, oso, pdf

__all__ = ["mail", "opruimen", "oso", "pdf"]
