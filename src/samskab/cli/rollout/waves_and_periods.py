"""`[[waves]]` and `[[periods]]`: when units start, and when the outcome is measured."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import TypeVar

from samskab.cli.rollout.settings import PeriodSetting, WaveSetting
from samskab.cli.rollout.values import parts
from samskab.planner.folder.codes import Code
from samskab.planner.folder.limits import AT_LEAST_ONE
from samskab.planner.folder.references import Once
from samskab.planner.folder.section import Section, Value, filled, whole
from samskab.planner.model.programme import Programme
from samskab.telling.rollout_codes import RolloutFileCode

WAVE_KEYS = ("id", "first_day", "last_day", "units_min", "units_max")
PERIOD_KEYS = ("id", "first_day", "last_day")
FEWEST = 2
ONE_DAY = timedelta(days=1)
STAND_IN = date(2000, 1, 3)

Spell = TypeVar("Spell", WaveSetting, PeriodSetting)


def read_waves(top: Section, programme: Programme) -> tuple[WaveSetting, ...]:
    """The waves, in the order of time; faults where they are not."""
    sections = parts(top, "waves")
    waves = tuple(_wave(section) for section in sections)
    if len(waves) < FEWEST:
        top.findings.fault(RolloutFileCode.WAVES_TOO_FEW, top.spot("waves"), waves=len(waves))
    _fault_ids(waves, sections)
    _fault_order(waves, sections, RolloutFileCode.WAVES_OUT_OF_ORDER)
    for wave, section in zip(waves, sections, strict=True):
        if wave.first_day < programme.first_day or wave.last_day > programme.last_day:
            values = {"wave": wave.id, "first": programme.first_day, "last": programme.last_day}
            top.findings.fault(RolloutFileCode.WAVE_OUTSIDE, section.spot("first_day"), **values)
    return waves


def _wave(section: Section) -> WaveSetting:
    section.warn_of_unknown(WAVE_KEYS)
    first, last = _days(section, RolloutFileCode.WAVE_BACKWARDS)
    wave = WaveSetting(
        id=section.required("id", filled, ""),
        first_day=first,
        last_day=last,
        units_min=section.optional("units_min", whole(), None),
        units_max=section.optional("units_max", whole(AT_LEAST_ONE), None),
    )
    if (wave.units_min or 0) > (wave.units_max or wave.units_min or 0):
        values = {"wave": wave.id, "least": wave.units_min, "most": wave.units_max}
        section.findings.fault(RolloutFileCode.SIZES_BACKWARDS, section.spot("units_max"), **values)
    return wave


def read_periods(top: Section, waves: Sequence[WaveSetting]) -> tuple[PeriodSetting, ...]:
    """The periods, those that the waves give where the file has none.

    Each wave must have a first period of treatment of its own: waves that begin to count in the
    same one could not be told apart.
    """
    sections = parts(top, "periods")
    periods = tuple(_period(section) for section in sections)
    _fault_ids(periods, sections)
    _fault_order(periods, sections, RolloutFileCode.PERIODS_OUT_OF_ORDER)
    if "periods" in top.keys and len(periods) < FEWEST:
        spot = top.spot("periods")
        top.findings.fault(RolloutFileCode.PERIODS_TOO_FEW, spot, periods=len(periods))
    return periods or periods_of(waves)


def _period(section: Section) -> PeriodSetting:
    section.warn_of_unknown(PERIOD_KEYS)
    first, last = _days(section, RolloutFileCode.PERIOD_BACKWARDS)
    return PeriodSetting(section.required("id", filled, ""), first, last)


def periods_of(waves: Sequence[WaveSetting]) -> tuple[PeriodSetting, ...]:
    """One period before the first wave, and one from the last day of each wave to the next one's.

    The first and the last are as long as the one beside them.
    """
    if len(waves) < FEWEST:
        return ()
    ends = [wave.last_day for wave in waves]
    first, last = ends[1] - ends[0], ends[-1] - ends[-2]
    spells = [
        (waves[0].first_day - first, waves[0].first_day - ONE_DAY),
        *((start, following - ONE_DAY) for start, following in pairwise(ends)),
        (ends[-1], ends[-1] + last - ONE_DAY),
    ]
    return tuple(PeriodSetting(f"p{n}", *spell) for n, spell in enumerate(spells))


def _days(section: Section, backwards: RolloutFileCode) -> tuple[date, date]:
    first = section.required("first_day", Value.day, None)
    last = section.required("last_day", Value.day, None)
    if first and last and last < first:
        spot = section.spot("last_day")
        section.findings.fault(backwards, spot, first_day=first, last_day=last)
    return first or last or STAND_IN, last or first or STAND_IN


def _fault_ids(spells: Sequence[Spell], sections: Sequence[Section]) -> None:
    if not sections:
        return
    once = Once(Code.ID_TWICE, sections[0].findings)
    for spell, section in zip(spells, sections, strict=True):
        once.take(spell.id, section.spot("id"), id=spell.id)


def _fault_order(
    spells: Sequence[Spell], sections: Sequence[Section], code: RolloutFileCode
) -> None:
    for (before, after), section in zip(pairwise(spells), sections[1:], strict=True):
        if after.first_day <= before.last_day:
            values = {"before": before.id, "after": after.id, "last_day": before.last_day}
            section.findings.fault(code, section.spot("first_day"), **values)
