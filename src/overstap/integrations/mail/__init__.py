"""Mail in the demo: it goes into a folder instead of out of the door."""

from overstap.integrations.mail.postbus import Bericht, DemoPostbus, lees_bericht, lees_post

__all__ = ["Bericht", "DemoPostbus", "lees_bericht", "lees_post"]
