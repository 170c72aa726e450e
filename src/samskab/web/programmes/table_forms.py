"""Choices of rooms, facilitators, pairs, and who is kept apart."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samskab.web.people.models import Facilitator, Party, Person, Room, Unit
from samskab.web.programmes.locks import sides_of
from samskab.web.programmes.models import Programme

LONGEST = 200


class RoomForm(forms.Form):
    """A room of either side that the programme does not use yet."""

    room = forms.ModelChoiceField(Room.objects.none(), label=_("Room"))

    def __init__(self, programme: Programme, data: Any = None) -> None:  # noqa: ANN401
        super().__init__(data)
        rooms = Room.objects.filter(organisation__in=sides_of(programme))
        field = self.fields["room"]
        field.queryset = rooms.exclude(venues__programme=programme).select_related(  # type: ignore[attr-defined]
            "organisation"
        )
        field.label_from_instance = room_words  # type: ignore[attr-defined]


class FacilitatorForm(forms.Form):
    """A facilitator of either side who is not engaged yet."""

    facilitator = forms.ModelChoiceField(Facilitator.objects.none(), label=_("Facilitator"))

    def __init__(self, programme: Programme, data: Any = None) -> None:  # noqa: ANN401
        super().__init__(data)
        rows = Facilitator.objects.filter(organisation__in=sides_of(programme))
        field = self.fields["facilitator"]
        field.queryset = rows.exclude(engagements__programme=programme).select_related(  # type: ignore[attr-defined]
            "organisation"
        )
        field.label_from_instance = lambda one: f"{one} ({one.organisation})"  # type: ignore[attr-defined]


class PartyForm(forms.Form):
    """A pair of the municipality that is not in the programme yet."""

    party = forms.ModelChoiceField(Party.objects.none(), label=_("Pair"))

    def __init__(self, programme: Programme, data: Any = None) -> None:  # noqa: ANN401
        super().__init__(data)
        rows = Party.objects.filter(organisation=programme.municipality)
        field = self.fields["party"]
        field.queryset = rows.exclude(programmes=programme)  # type: ignore[attr-defined]


class ApartForm(forms.Form):
    """Two leaders or two units, written as they are called."""

    a = forms.CharField(
        label=_("Leader or unit"),
        max_length=LONGEST,
        widget=forms.TextInput(attrs={"list": "who", "autocomplete": "off"}),
    )
    b = forms.CharField(
        label=_("is kept apart from"),
        max_length=LONGEST,
        widget=forms.TextInput(attrs={"list": "who", "autocomplete": "off"}),
    )

    def __init__(self, programme: Programme, data: Any = None) -> None:  # noqa: ANN401
        super().__init__(data)
        self.programme = programme

    def clean_a(self) -> tuple[str, bool]:
        """Her key, or the unit's name, and whether it is a unit."""
        return self._who(self.cleaned_data["a"])

    def clean_b(self) -> tuple[str, bool]:
        """Her key, or the unit's name, and whether it is a unit."""
        return self._who(self.cleaned_data["b"])

    def clean(self) -> dict[str, Any]:
        """Two different ones of a kind."""
        a, b = self.cleaned_data.get("a"), self.cleaned_data.get("b")
        if a and a == b:
            self.add_error("b", _("Nobody can be kept apart from herself: choose another."))
        elif a and b and a[1] != b[1]:
            self.add_error("b", _("A leader and a unit: choose two leaders, or two units."))
        return self.cleaned_data

    def _who(self, text: str) -> tuple[str, bool]:
        home = self.programme.municipality
        if Unit.objects.filter(organisation=home, name=text).exists():
            return text, True
        people = Person.objects.filter(organisation=home, erased_at=None)
        found = list(people.filter(Q(key=text) | Q(name=text)).values_list("key", flat=True)[:2])
        if len(found) == 1:
            return found[0], False
        if found:
            raise ValidationError(
                _("Several leaders are called “%(text)s”: write her id instead."),
                params={"text": text},
            )
        raise ValidationError(
            _("Nobody and no unit is called “%(text)s”: choose one of the list, or write an id."),
            params={"text": text},
        )


def room_words(room: Room) -> str:
    """A room with whose it is and how many it holds."""
    return f"{room} ({room.organisation}, {room.capacity})"
