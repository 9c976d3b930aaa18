"""With which login service do the colleagues of an organisation come in?"""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models

from overstap.domain.scholen.models import Organisatie
from overstap.domain.schoollogins.enums import Schoolloginsoort
from overstap.domain.schoollogins.rules import LANGSTE_ADRES, LANGSTE_NAAM


class Schoollogin(models.Model):
    """The login service of one organisation, from `gemaakt_op` until `beeindigd_op`; changing it makes a new row.

    Read before anybody is known, to show the button. `geheim` lies encrypted under a key of its own; of Entree
    Federatie this holds nothing, for that is a setting of the server. Who is linked to it stands with allauth
    (`SocialAccount`), under a keyed hash.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisatie = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")
    soort = models.CharField(max_length=10, choices=Schoolloginsoort.choices)
    uitgever = models.CharField(max_length=LANGSTE_ADRES, blank=True)
    client_id = models.CharField(max_length=LANGSTE_NAAM, blank=True)
    sleutel_id = models.UUIDField(unique=True, null=True)
    geheim = models.BinaryField(null=True)
    gemaakt_op = models.DateTimeField()
    gemaakt_door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    beeindigd_op = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("organisatie",), condition=models.Q(beeindigd_op=None), name="schoollogin_een_lopende"
            ),
            models.CheckConstraint(
                condition=models.Q(soort=Schoolloginsoort.ENTREE, geheim=None, sleutel_id=None)
                | models.Q(soort=Schoolloginsoort.EIGEN, geheim__isnull=False, sleutel_id__isnull=False),
                name="schoollogin_geheim",
            ),
        )

    def __str__(self) -> str:
        return str(self.id)
