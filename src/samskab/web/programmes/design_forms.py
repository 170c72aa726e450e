"""Forms of a programme's sections, each made from the settings that it shows."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, ClassVar

from django import forms
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samskab.common.money import kr_from_oere, oere_from_kr
from samskab.planner.folder.settings import MODULES, SettingPath
from samskab.web.programmes.design.reading import PlacedFault, Settings, same
from samskab.web.programmes.design_words import fault_words, label
from samskab.web.programmes.setting_fields import (
    AwaySetting,
    DaySetting,
    FormatSetting,
    LengthSetting,
    LinesSetting,
    ModulesSetting,
    NumberSetting,
    TextSetting,
    WholeSetting,
    closure,
    closures,
)

SPARE_ROWS = 2


class SettingsForm(forms.Form):
    """Some settings of one table of a programme's text.

    Attributes:
        path: of the table: () for the top, ("rules",), ("modules", id).
        helps: key -> what to know about it.
        row_keys: settings whose fields are rows.
    """

    helps: ClassVar[Mapping[str, Promise]] = {}
    row_keys: ClassVar[tuple[str, ...]] = ()

    def __init__(
        self, path: SettingPath, settings: Settings, data: QueryDict | None = None
    ) -> None:
        super().__init__(data)
        self.path = path
        self.settings = settings
        for key, field in self.setting_fields().items():
            field.label = label((*path, key))
            field.help_text = self.helps.get(key, "")
            self.fields[key] = field
            self.initial[key] = field.shown(settings.get((*path, key)))
        self.add_rows()

    def setting_fields(self) -> Mapping[str, Any]:
        """Key -> its field, in the order of the page."""
        raise NotImplementedError

    def add_rows(self) -> None:
        """Fields of settings that take several."""

    def module_choices(self) -> list[tuple[str, str]]:
        """Id and title of each module."""
        return [
            (one, str(self.settings.get((MODULES, one, "title"), one)))
            for one in self.settings.get((MODULES,), ())
        ]

    def wanted(self) -> dict[SettingPath, Any]:
        """What the form wants of each of its settings.

        A setting whose field says the same as before is wanted as it was, however it was written.
        """
        found: dict[SettingPath, Any] = {}
        for key, value in self.settings_said().items():
            path = (*self.path, key)
            old = self.settings.get(path)
            is_same = value == self._said_before(key, old)
            found[path] = old if is_same and not same(value, old) else value
        return found

    def settings_said(self) -> dict[str, Any]:
        """Key -> the value that the cleaned form says."""
        return dict(self.cleaned_data)

    def _said_before(self, key: str, old: object) -> object:
        """What the form would say of a setting had nobody touched it."""
        field = self.fields.get(key)
        if field is None or old is None:
            return old
        return field.clean(field.shown(old))  # type: ignore[attr-defined]

    def add_faults(self, faults: tuple[PlacedFault, ...]) -> None:
        """Put what the reader of folders says beside its field, else above the form."""
        for placed in faults:
            depth = len(self.path)
            key = (
                placed.path[depth]
                if placed.path[:depth] == self.path and placed.path[depth:]
                else ""
            )
            self.add_error(self.field_of(str(key)), fault_words(placed))

    def field_of(self, key: str) -> str | None:
        """The field at which faults of a setting stand."""
        return key if key in self.fields else None


class FrameForm(SettingsForm):
    """Title and period, who invites, closed days."""

    row_keys = ("closed",)

    helps: ClassVar = {
        "title": _("As leaders will read it in their calendars."),
        "holidays": _("A country such as DK, or a part of one such as DE-BY."),
        "organizer": _("Such as HR <hr@council.dk>: invitations come from there."),
        "hard_categories": _("One on each line; Ferie, Vacation and Fravær where you write none."),
    }

    def setting_fields(self) -> Mapping[str, Any]:
        """The top of the text."""
        return {
            "title": TextSetting(required=True),
            "first_day": DaySetting(required=True),
            "last_day": DaySetting(required=True),
            "organizer": TextSetting(),
            "holidays": TextSetting(),
            "hard_categories": LinesSetting(),
        }

    def add_rows(self) -> None:
        """Closed days that there are, and some more."""
        rows = [*closures(self.settings.get(("closed",))), *[(None, None, "")] * SPARE_ROWS]
        if self.is_bound:
            posted = sum(f"closed_{index}_from" in self.data for index in range(200))
            rows += [(None, None, "")] * (posted - len(rows))
        self.row_count = len(rows)
        for index, (first, last, why) in enumerate(rows):
            names = [f"closed_{index}_{part}" for part in ("from", "to", "why")]
            self.fields[names[0]] = DaySetting(label=_("Closed from"))
            self.fields[names[1]] = DaySetting(label=_("to and including"))
            self.fields[names[2]] = TextSetting(label=_("why"))
            self.initial.update(zip(names, (first, last, why), strict=True))

    @property
    def rows(self) -> list[list[forms.BoundField]]:
        """Closed days, three fields each."""
        return [
            [self[f"closed_{index}_{part}"] for part in ("from", "to", "why")]
            for index in range(self.row_count)
        ]

    @property
    def plain(self) -> list[forms.BoundField]:
        """The fields that are no row of closed days."""
        return [field for field in self if not field.name.startswith("closed_")]

    def settings_said(self) -> dict[str, Any]:
        """The rows are one setting."""
        said = {k: v for k, v in self.cleaned_data.items() if not k.startswith("closed_")}
        closed = []
        for index in range(self.row_count):
            first, last, why = (
                self.cleaned_data.get(f"closed_{index}_{part}") for part in ("from", "to", "why")
            )
            if first:
                closed.append(closure(first, last, why or ""))
        before = [closure(*row) for row in closures(self.settings.get(("closed",)))]  # type: ignore[arg-type]
        is_same = same(closed, before)
        return {**said, "closed": self.settings.get(("closed",)) if is_same else closed or None}

    def field_of(self, key: str) -> str | None:
        """Faults of closed days stand at the first of them."""
        return "closed_0_from" if key == "closed" else super().field_of(key)

    def clean(self) -> dict[str, object]:
        """A row that says when it ends says when it begins."""
        for index in range(self.row_count):
            names = [f"closed_{index}_{part}" for part in ("from", "to", "why")]
            first, *rest = (self.cleaned_data.get(name) for name in names)
            if any(rest) and not first and names[0] not in self.errors:
                self.add_error(names[0], _("Write the first closed day, or empty the row."))
        return self.cleaned_data


class DayForm(SettingsForm):
    """Clock times of mornings and afternoons."""

    def setting_fields(self) -> Mapping[str, Any]:
        """None of them is one field."""
        return {}

    def add_rows(self) -> None:
        """From and to."""
        for part, defaults in (("am", ("08:30", "12:00")), ("pm", ("12:30", "16:00"))):
            clocks = self.settings.get(("day", part)) or defaults
            for end, clock in zip(("from", "to"), clocks, strict=True):
                name = f"{part}_{end}"
                widget = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
                words = {"from": _("begins"), "to": _("ends")}[end]
                self.fields[name] = forms.TimeField(
                    widget=widget, label=f"{label(('day', part))} {words}"
                )
                self.initial[name] = str(clock)[:5]

    def settings_said(self) -> dict[str, Any]:
        """Two clock times are one setting; the usual ones need not be written."""
        said: dict[str, Any] = {}
        for part, defaults in (("am", ["08:30", "12:00"]), ("pm", ["12:30", "16:00"])):
            clocks = [f"{self.cleaned_data[f'{part}_{end}']:%H:%M}" for end in ("from", "to")]
            old = self.settings.get(("day", part))
            shown = [str(clock)[:5] for clock in old or defaults]
            said[part] = old if clocks == shown else clocks
        return said

    def field_of(self, key: str) -> str | None:
        """Faults stand where the part of the day begins."""
        return f"{key}_from" if key in {"am", "pm"} else None


class ModuleForm(SettingsForm):
    """One module."""

    helps: ClassVar = {
        "half_days": _("A day begins in the morning; two days follow each other."),
        "group_max": _("The price follows it: fewer and larger groups cost less."),
        "after": _("It is never held before these."),
        "gap_days_min": _("Time to try things out at home; 0 where you write nothing."),
        "gap_days_max": _("No limit where you write nothing."),
        "facilitators": _("1 where you write nothing; 0 for a module that leads itself."),
        "materials": _("In kroner."),
    }

    def setting_fields(self) -> Mapping[str, Any]:
        """As the folder has them."""
        others = [choice for choice in self.module_choices() if choice[0] != self.path[1]]
        return {
            "title": TextSetting(required=True),
            "format": FormatSetting(),
            "half_days": LengthSetting(),
            "group_min": WholeSetting(required=True),
            "group_max": WholeSetting(required=True),
            "after": ModulesSetting(others),
            "gap_days_min": WholeSetting(),
            "gap_days_max": WholeSetting(),
            "facilitators": WholeSetting(),
            "materials": NumberSetting(),
        }


class RulesForm(SettingsForm):
    """What every plan keeps."""

    row_keys = ("keep_together",)
    helps: ClassVar = {
        "max_away_per_unit": _("People, such as 2, or a share of the unit, such as 25 %."),
        "max_days_per_week": _("2 where you write nothing."),
        "parallel_sessions": _("No limit where you write nothing."),
        "max_displaced_hours": _(
            "Hours of meetings that a leader has to leave for the whole programme; no limit where "
            "you write nothing."
        ),
        "fair_hours": _("Each hour above these costs what the prices say."),
    }

    def setting_fields(self) -> Mapping[str, Any]:
        """Numbers first."""
        return {
            "max_away_per_unit": AwaySetting(),
            "max_days_per_week": WholeSetting(),
            "parallel_sessions": WholeSetting(),
            "max_displaced_hours": NumberSetting(),
            "fair_hours": NumberSetting(),
        }

    def add_rows(self) -> None:
        """Tracks of modules whose people stay the same, and one more."""
        tracks = [*(self.settings.get(("rules", "keep_together")) or []), []]
        if self.is_bound:  # a box that nobody ticked is not posted
            posted = [
                int(name[6:]) for name in self.data if re.fullmatch(r"track_[0-9]{1,2}", name)
            ]
            tracks += [[]] * (max(posted, default=0) + 1 - len(tracks))
        self.track_count = len(tracks)
        for index, track in enumerate(tracks):
            name = f"track_{index}"
            self.fields[name] = ModulesSetting(
                self.module_choices(),
                label=_("Fixed cohort"),
                help_text=_("Who shares one of these modules shares them all."),
            )
            self.initial[name] = track

    def settings_said(self) -> dict[str, Any]:
        """The tracks are one setting."""
        said = {k: v for k, v in self.cleaned_data.items() if not k.startswith("track_")}
        tracks = [self.cleaned_data[f"track_{index}"] for index in range(self.track_count)]
        found = [track for track in tracks if track]
        old = self.settings.get(("rules", "keep_together"))
        is_same = [set(track) for track in found] == [set(track) for track in old or [] if track]
        return said | {"keep_together": old if is_same else found or None}

    def field_of(self, key: str) -> str | None:
        """Faults of tracks stand at the first."""
        return "track_0" if key == "keep_together" else super().field_of(key)


class PricesForm(SettingsForm):
    """What weighs what when dates are chosen."""

    helps: ClassVar = {
        "tentative": _("From 0 to 1; 0.5 where you write nothing."),
        "km": _("In kroner; 3.80 where you write nothing."),
        "speed_kmh": _("50 where you write nothing."),
        "unserved": _("In kroner; 25,000 where you write nothing."),
        "change": _("In kroner; 1,500 where you write nothing."),
        "unfair": _("In kroner; 0 where you write nothing."),
    }

    def setting_fields(self) -> Mapping[str, Any]:
        """As the folder has them."""
        return {key: NumberSetting() for key in self.helps}


class OpenCourseForm(forms.Form):
    """What the alternative costs."""

    open_day_price = NumberSetting(
        label=_("Price of one day, for one person"), help_text=_("In kroner."), required=True
    )
    open_travel_hours = NumberSetting(
        label=_("Hours on the road for such a day"),
        help_text=_("There and back, with at most one decimal."),
        required=True,
    )
    LIMITS: ClassVar = {"open_day_price": Decimal(1_000_000), "open_travel_hours": Decimal(99)}

    @classmethod
    def shown(cls, day_price_oere: int, travel_hours: Decimal) -> dict[str, object]:
        """What stands in the fields."""
        number = NumberSetting()
        price = kr_from_oere(day_price_oere)
        return {
            "open_day_price": number.shown(int(price) if price == int(price) else price),
            "open_travel_hours": number.shown(Decimal(str(travel_hours))),
        }

    def clean(self) -> dict[str, Any]:
        """Both are zero or more, and no more than anybody means."""
        for name, most in self.LIMITS.items():
            value = self.cleaned_data.get(name)
            if value is not None and not 0 <= value <= most:
                self.add_error(name, _("Write a number from 0 to %(most)s.") % {"most": most})
        return self.cleaned_data

    @property
    def day_price_oere(self) -> int:
        """Of one day."""
        return oere_from_kr(Decimal(self.cleaned_data["open_day_price"]))

    @property
    def travel_hours(self) -> Decimal:
        """With one decimal."""
        return Decimal(self.cleaned_data["open_travel_hours"]).quantize(Decimal("0.1"))


class NewProgrammeForm(forms.Form):
    """What a programme needs to begin."""

    title = TextSetting(label=_("Title"), required=True)
    first_day = DaySetting(label=_("First day"), required=True)
    last_day = DaySetting(label=_("Last day"), required=True)

    def clean(self) -> dict[str, Any]:
        """The period runs forwards."""
        first, last = self.cleaned_data.get("first_day"), self.cleaned_data.get("last_day")
        if first and last and last < first:
            self.add_error("last_day", _("The last day is before the first: swap them."))
        return self.cleaned_data


class CommentForm(forms.Form):
    """Something to say of a place."""

    text = forms.CharField(
        label=_("Comment"), max_length=4000, widget=forms.Textarea(attrs={"rows": 3})
    )


class ReasonForm(forms.Form):
    """Why something is wanted."""

    reason = forms.CharField(
        label=_("Why?"), max_length=4000, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
