"""A mail server that is down."""

from django.core.mail.backends.base import BaseEmailBackend


class KapottePost(BaseEmailBackend):
    def send_messages(self, email_messages):
        raise OSError("geen verbinding met de mailserver")
