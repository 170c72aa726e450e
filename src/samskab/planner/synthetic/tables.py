"""The CSV files and programme.toml of a synthetic folder."""

import csv
import io
import json
from collections.abc import Iterable, Iterator
from fractions import Fraction

from samskab.common.mail import Address
from samskab.common.money import kr_from_oere
from samskab.planner.model.programme import Module, Prices, Rules
from samskab.planner.synthetic.contents import Contents
from samskab.planner.synthetic.settings import command_of

MARK = "# synthetic: this municipality and everyone in it are invented"
"""First line of programme.toml; without it a folder is not ours to replace."""


def tables(contents: Contents) -> Iterator[tuple[str, str]]:
    """(file name, text) of every CSV file; every row carries an id that says synthetic."""
    municipality = contents.municipality
    yield "people.csv", _people(contents)
    yield "needs.csv", _csv("person,module", ((n.person, n.module) for n in contents.needs))
    yield "facilitators.csv", _facilitators(contents)
    yield "rooms.csv", _rooms(contents)
    places = ((p.id, p.name, str(p.lat), str(p.lon)) for p in municipality.places)
    yield "places.csv", _csv("id,name,lat,lon", places)
    travel = ((a, b, _kr(oere)) for (a, b), oere in contents.travel_oere.items())
    yield "travel.csv", _csv("place_from,place_to,cost", travel)
    parties = ((party.id, person) for party in municipality.parties for person in party.people)
    yield "together.csv", _csv("party,person", parties)
    yield "apart.csv", _csv("a,b", municipality.apart)


def programme_toml(contents: Contents) -> str:
    """The programme as TOML."""
    programme, settings = contents.programme, contents.settings
    closed = "".join(
        f"  {{from = {c.first}, to = {c.last}, why = {_quoted(c.why)}}},\n"
        for c in contents.calendar.school
    )
    lines = [
        MARK,
        f"# made by {command_of(settings)}",
        "",
        f"title = {_quoted(programme.title)}",
        f"first_day = {programme.first_day}",
        f"last_day = {programme.last_day}",
        f"timezone = {_quoted(programme.timezone)}",
        'holidays = "DK"',
        f"hard_categories = {_list(programme.hard_categories)}",
        f"closed = [\n{closed}]",
        *_organizer(programme.organizer),
        "",
        "[day]",
        f"am = {_list(f'{clock:%H:%M}' for clock in programme.morning)}",
        f"pm = {_list(f'{clock:%H:%M}' for clock in programme.afternoon)}",
        "",
        *_rules(programme.rules),
        "",
        *_prices(programme.prices),
    ]
    for module in programme.modules:
        lines += ["", *_module(module)]
    return "\n".join(lines) + "\n"


def _organizer(address: Address | None) -> Iterator[str]:
    if address is not None:
        yield f"organizer = {_quoted(address.mail)}"


def _people(contents: Contents) -> str:
    rows = (
        (p.id, p.name, p.email, p.unit, p.role, _kr(p.hourly_value_oere), p.place, _ics(p.id))
        for p in (leader.person for leader in contents.municipality.leaders)
    )
    return _csv("id,name,email,unit,role,hourly_value,place,calendar", rows)


def _facilitators(contents: Contents) -> str:
    order = {module.id: m for m, module in enumerate(contents.programme.modules)}
    rows = (
        (
            f.id,
            f.name,
            " ".join(sorted(f.modules, key=order.__getitem__)),
            _kr(f.fee_per_half_day_oere),
            _ics(f.id),
            f.place,
            str(f.max_days_per_week or ""),
        )
        for f in contents.facilitators
    )
    return _csv("id,name,modules,fee_per_half_day,calendar,place,max_days_per_week", rows)


def _rooms(contents: Contents) -> str:
    rows = (
        (r.id, r.name, r.place, str(r.capacity), _kr(r.price_per_half_day_oere), _ics(r.id))
        for r in contents.rooms
    )
    return _csv("id,name,place,capacity,price_per_half_day,calendar", rows)


def _rules(rules: Rules) -> Iterator[str]:
    yield "[rules]"
    if rules.max_away_per_unit is not None:
        yield f"max_away_per_unit = {_number(Fraction(rules.max_away_per_unit))}"
    yield f"max_days_per_week = {rules.max_days_per_week}"
    if rules.keep_together:
        yield f"keep_together = [{', '.join(_list(track) for track in rules.keep_together)}]"


def _prices(prices: Prices) -> Iterator[str]:
    yield "[prices]"
    yield f"tentative = {_number(prices.tentative)}"
    yield f"km = {_number(prices.km_oere / 100)}"
    yield f"speed_kmh = {_number(prices.speed_kmh)}"
    yield f"unserved = {_kr(prices.unserved_oere)}"
    yield f"change = {_kr(prices.change_oere)}"
    yield f"unfair = {_kr(prices.unfair_oere)}"


def _module(module: Module) -> Iterator[str]:
    yield "[[modules]]"
    yield f"id = {_quoted(module.id)}"
    yield f"title = {_quoted(module.title)}"
    yield f"format = {_quoted(module.format)}"
    yield f"half_days = {module.half_days}"
    yield f"group_min = {module.group_min}"
    yield f"group_max = {module.group_max}"
    yield f"after = {_list(module.after)}"
    if module.after:
        yield f"gap_days_min = {module.gap_days_min}"
    if module.gap_days_max is not None:
        yield f"gap_days_max = {module.gap_days_max}"
    yield f"facilitators = {module.facilitators}"
    yield f"materials = {_kr(module.materials_oere)}"


def _csv(header: str, rows: Iterable[Iterable[str | None]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header.split(","))
    writer.writerows(rows)
    return text.getvalue()


def _ics(owner: str) -> str:
    return f"{owner}.ics"


def _kr(oere: int) -> str:
    whole, rest = divmod(oere, 100)
    return str(kr_from_oere(oere)) if rest else str(whole)


def _number(exact: Fraction) -> str:
    return str(exact.numerator) if exact.denominator == 1 else repr(float(exact))


def _quoted(text: str) -> str:
    """A basic string: TOML's escapes are a superset of JSON's."""
    return json.dumps(text, ensure_ascii=False)


def _list(texts: Iterable[str]) -> str:
    return f"[{', '.join(_quoted(text) for text in texts)}]"
