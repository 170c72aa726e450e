"""Forms of the register: every row is of one organisation."""

from collections.abc import Sequence
from typing import Any, ClassVar, Generic, TypeVar

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from samskab.common.mail import is_fit_for_invitations
from samskab.web.accounts.models import Organisation
from samskab.web.people.fetching import FeedError
from samskab.web.people.fetching.fetcher import LONGEST_ADDRESS, checked_address
from samskab.web.people.fetching.words import words_of
from samskab.web.people.kroner import KronerField
from samskab.web.people.models import Facilitator, Party, Person, Place, Room, Unit

Row = TypeVar("Row", bound=Model)
MOST_FILES = 6
MOST_FILE_MEGABYTES = 10
MEGABYTE = 1_000_000


class RowForm(forms.ModelForm[Row], Generic[Row]):
    """A row of an organisation; its id can be given once, and is never changed."""

    def __init__(self, data: Any, *, instance: Row | None, organisation: Organisation) -> None:  # noqa: ANN401
        super().__init__(data, instance=instance)
        self.organisation = organisation
        if instance is None:
            self.instance.organisation = organisation  # type: ignore[attr-defined]
        else:
            self.fields.pop("key", None)

    def _get_validation_exclusions(self) -> set[str]:
        """Checks of an id look at the organisation too."""
        excluded: set[str] = super()._get_validation_exclusions()  # type: ignore[misc]
        return excluded - {"organisation", "key"}

    def clean_email(self) -> str:
        """An address that mail can be sent to, or none."""
        email = str(self.cleaned_data["email"]).strip()
        if email and not is_fit_for_invitations(email):
            raise forms.ValidationError(
                _("“%(email)s” is no e-mail address: write it as name@council.dk."),
                params={"email": email},
            )
        return email


class PersonForm(RowForm[Person]):
    """A leader."""

    hourly_value_oere = KronerField(
        label=_("Value of an hour, in kroner"),
        help_text=_("Prices displaced meetings and hours on the road."),
    )

    class Meta:
        model = Person
        fields = ("key", "name", "unit", "hourly_value_oere", "email", "role", "place")
        help_texts: ClassVar = {
            "key": _("Names the person in files. It cannot be changed later."),
            "place": _("The id of the place she travels from; empty: travel is not priced."),
        }

    def __init__(self, data: Any, *, instance: Person | None, organisation: Organisation) -> None:  # noqa: ANN401
        super().__init__(data, instance=instance, organisation=organisation)
        units = Unit.objects.filter(organisation=organisation)
        self.fields["unit"] = forms.ModelChoiceField(units, label=_("Unit"))

    def clean_email(self) -> str:
        """An address of her own."""
        email = super().clean_email()
        others = Person.objects.filter(
            organisation=self.organisation, email__iexact=email, erased_at__isnull=True
        )
        other = others.exclude(pk=self.instance.pk).first() if email else None
        if other is not None:
            raise forms.ValidationError(
                _("The address %(email)s belongs to %(other)s (%(key)s): each needs her own."),
                params={"email": email, "other": other.name, "key": other.key},
            )
        return email


class UnitForm(RowForm[Unit]):
    """A unit, and the unit that it is a part of."""

    class Meta:
        model = Unit
        fields = ("name", "parent")

    def __init__(self, data: Any, *, instance: Unit | None, organisation: Organisation) -> None:  # noqa: ANN401
        super().__init__(data, instance=instance, organisation=organisation)
        units = Unit.objects.filter(organisation=organisation)
        self.fields["parent"] = forms.ModelChoiceField(
            units.exclude(pk=self.instance.pk), label=_("Part of"), required=False
        )

    def clean_parent(self) -> Unit | None:
        """A unit that is not below this one."""
        parent: Unit | None = self.cleaned_data["parent"]
        rows = Unit.objects.filter(organisation=self.organisation)
        above = dict(rows.values_list("pk", "parent_id"))
        step = parent.pk if parent else None
        while step is not None and self.instance.pk is not None:
            if step == self.instance.pk:
                raise forms.ValidationError(
                    _("%(parent)s is a part of this unit: choose another."),
                    params={"parent": parent},
                )
            step = above.get(step)
        return parent


class PartyForm(RowForm[Party]):
    """A pair, by the ids of its people."""

    people_keys = forms.CharField(
        label=_("Their ids"),
        help_text=_("Two or more, one on each line; the list of people shows them."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    class Meta:
        model = Party
        fields = ("key",)

    def __init__(self, data: Any, *, instance: Party | None, organisation: Organisation) -> None:  # noqa: ANN401
        super().__init__(data, instance=instance, organisation=organisation)
        if instance is not None:
            keys = instance.people.order_by("key").values_list("key", flat=True)
            self.initial["people_keys"] = "\n".join(keys)

    def clean_people_keys(self) -> Sequence[Person]:
        """People of the register."""
        lines = str(self.cleaned_data["people_keys"]).splitlines()
        keys = list(dict.fromkeys(line.strip() for line in lines if line.strip()))
        rows = Person.objects.filter(organisation=self.organisation, erased_at__isnull=True)
        people = {person.key: person for person in rows.filter(key__in=keys)}
        if unknown := [key for key in keys if key not in people]:
            raise forms.ValidationError(
                _("Nobody has the id %(keys)s: look in the list of people."),
                params={"keys": ", ".join(unknown)},
            )
        if len(people) <= 1:
            raise forms.ValidationError(_("A pair needs two people or more: add another."))
        return list(people.values())


class FacilitatorForm(RowForm[Facilitator]):
    """Who teaches."""

    fee_per_half_day_oere = KronerField(label=_("Fee for a half-day, in kroner"))

    class Meta:
        model = Facilitator
        fields = ("key", "name", "email", "fee_per_half_day_oere", "place", "max_days_per_week")
        help_texts: ClassVar = {
            "key": _("Names the facilitator in files. It cannot be changed later."),
            "max_days_per_week": _("Empty: no limit."),
        }

    def __init__(
        self,
        data: Any,  # noqa: ANN401
        *,
        instance: Facilitator | None,
        organisation: Organisation,
    ) -> None:
        super().__init__(data, instance=instance, organisation=organisation)
        self.fields["max_days_per_week"].required = False

    def clean_fee_per_half_day_oere(self) -> int:
        """The fee; a signed programme's price stands."""
        signed = self.instance.pk and self.instance.engagements.filter(programme__state="signed")
        return _unless_signed(self, "fee_per_half_day_oere", signed)


class RoomForm(RowForm[Room]):
    """Where sessions are held."""

    price_per_half_day_oere = KronerField(label=_("Price for a half-day, in kroner"))

    class Meta:
        model = Room
        fields = ("key", "name", "place", "capacity", "price_per_half_day_oere")
        help_texts: ClassVar = {
            "key": _("Names the room in files. It cannot be changed later."),
            "place": _("The id of the place that people travel to."),
        }

    def clean_price_per_half_day_oere(self) -> int:
        """The price; a signed programme's stands."""
        signed = self.instance.pk and self.instance.venues.filter(programme__state="signed")
        return _unless_signed(self, "price_per_half_day_oere", signed)


def _unless_signed(form: forms.BaseForm, name: str, signed: Any) -> int:  # noqa: ANN401
    """An amount of a row.

    Args:
        form: of the row.
        name: of the field.
        signed: signed programmes that use the row.

    Raises:
        ValidationError: it is another than both sides have signed.
    """
    if name in form.changed_data and signed and signed.exists():
        raise forms.ValidationError(
            _("A signed programme uses this price: both sides must open it again first.")
        )
    amount: int = form.cleaned_data[name]
    return amount


class PlaceForm(RowForm[Place]):
    """Where a place is."""

    lat = forms.FloatField(
        label=_("Degrees north"),
        localize=True,
        validators=[MinValueValidator(-90), MaxValueValidator(90)],
    )
    lon = forms.FloatField(
        label=_("Degrees east"),
        localize=True,
        validators=[MinValueValidator(-180), MaxValueValidator(180)],
    )

    class Meta:
        model = Place
        fields = ("key", "name", "lat", "lon")


class FilesInput(forms.ClearableFileInput):
    """Several files at once."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several files; cleaned to their names and contents."""

    widget = FilesInput

    def clean(self, data: Any, initial: Any = None) -> Any:  # noqa: ANN401
        """Names and contents.

        Raises:
            ValidationError: there is none, there are too many, or one is too large.
        """
        every = data if isinstance(data, list | tuple) else [data]
        files: list[UploadedFile[bytes]] = [
            super(FilesField, self).clean(each, initial) for each in every
        ]
        if len(files) > MOST_FILES:
            raise forms.ValidationError(
                _("Choose %(most)s files at most."), params={"most": MOST_FILES}
            )
        return [(str(file.name), bounded_content(file)) for file in files]


def bounded_content(file: "UploadedFile[bytes]") -> bytes:
    """A file's bytes.

    Raises:
        ValidationError: there are too many.
    """
    if (file.size or 0) > MOST_FILE_MEGABYTES * MEGABYTE:
        raise forms.ValidationError(
            _("%(name)s is larger than %(most)s MB: leave in it only what is to be imported."),
            params={"name": file.name, "most": MOST_FILE_MEGABYTES},
        )
    content: bytes = file.read()
    return content


class ImportForm(forms.Form):
    """Tables to import."""

    tables = FilesField(
        label=_("Files"),
        help_text=_("CSV files or one Excel workbook (.xlsx), 10 MB each at most."),
    )


class CalendarFileForm(forms.Form):
    """A calendar as a file."""

    file = forms.FileField(
        label=_("Calendar file (.ics)"),
        widget=forms.FileInput(attrs={"accept": ".ics,text/calendar"}),
    )

    def clean_file(self) -> tuple[str, bytes]:
        """Its name and content."""
        file: UploadedFile[bytes] = self.cleaned_data["file"]
        return str(file.name), bounded_content(file)


class FeedForm(forms.Form):
    """A calendar's address."""

    address = forms.CharField(
        label=_("Address of the feed"),
        max_length=LONGEST_ADDRESS,
        help_text=_("Begins with https: or webcal: and often ends with .ics."),
    )

    def clean_address(self) -> str:
        """An address of the right form; where it leads is seen when it is fetched."""
        address = str(self.cleaned_data["address"]).strip()
        try:
            checked_address(address)
        except FeedError as error:
            raise forms.ValidationError(words_of(error.fault)) from error
        return address
