"""`[[modules]]` of `programme.toml`."""

from collections.abc import Sequence

from samskab.planner.folder.after import fault_rings
from samskab.planner.folder.codes import Code
from samskab.planner.folder.findings import Findings
from samskab.planner.folder.limits import AT_LEAST_ONE
from samskab.planner.folder.references import Known, Once
from samskab.planner.folder.section import Section, Value, filled, oere, whole
from samskab.planner.model.programme import Format, Module

KEYS = (
    "id",
    "title",
    "format",
    "half_days",
    "group_min",
    "group_max",
    "after",
    "gap_days_min",
    "gap_days_max",
    "facilitators",
    "materials",
)
LENGTHS = (1, 2, 4)


def module_sections(top: Section) -> tuple[Section, ...]:
    """The table of each module, in the order of the file."""
    return tuple(element.section() for element in top.required("modules", Value.elements, ()))


def known_modules(sections: Sequence[Section]) -> Known:
    """The ids of a programme's modules; unknown where one of them lacks its id."""
    ids = [section.keys.get("id") for section in sections]
    names = [module_id.strip() for module_id in ids if isinstance(module_id, str)]
    return Known(modules=frozenset(names) if len(names) == len(ids) else None)


def read_modules(
    sections: Sequence[Section], known: Known, findings: Findings
) -> tuple[Module, ...]:
    """The modules of a programme, in the order of the file."""
    ids = [section.required("id", filled, "") for section in sections]
    modules = tuple(
        _module(module_id, section, known) for module_id, section in zip(ids, sections, strict=True)
    )
    once = Once(Code.ID_TWICE, findings)
    firsts = [
        (module, section)
        for module, section in zip(modules, sections, strict=True)
        if once.take(module.id, section.spot("id"), id=module.id)
    ]
    fault_rings(
        {module.id: module.after for module, _ in firsts},
        {module.id: section.spot("after") for module, section in firsts},
        findings,
    )
    return modules


def _module(module_id: str, section: Section, known: Known) -> Module:
    section.warn_of_unknown(KEYS)
    if len(module_id.split()) > 1:
        section.findings.fault(Code.ID_WITH_SPACE, section.spot("id"), id=module_id)
    module = Module(
        id=module_id,
        title=section.required("title", filled, ""),
        format=section.required("format", _format, Format.ONLINE),
        half_days=section.required("half_days", _half_days, 1),
        group_min=section.required("group_min", whole(AT_LEAST_ONE), 1),
        group_max=section.required("group_max", whole(AT_LEAST_ONE), 1),
        after=section.optional("after", lambda value: references(value, known), ()),
        gap_days_min=section.optional("gap_days_min", whole(), 0),
        gap_days_max=section.optional("gap_days_max", whole(), None),
        facilitators=section.optional("facilitators", whole(), 1),
        materials_oere=section.optional("materials", oere, 0),
    )
    _check_order(module, section)
    return module


def _format(value: Value) -> Format:
    text = value.text()
    if text in tuple(Format):
        return Format(text)
    if text:
        value.fault(Code.FORMAT_UNKNOWN, text=text)
    return Format.ONLINE


def _half_days(value: Value) -> int:
    half_days = value.whole(AT_LEAST_ONE)
    if half_days not in LENGTHS:
        value.fault(Code.HALF_DAYS_WRONG, half_days=half_days)
    return half_days


def references(value: Value, known: Known) -> tuple[str, ...]:
    """A list of modules that the programme has, each named once."""
    names: list[str] = []
    for element in value.elements():
        name = element.text()
        if not known.has_module(name, element.spot, element.document.findings):
            continue
        if name in names:
            element.fault(Code.LISTED_TWICE, name=value.name, text=name)
        else:
            names.append(name)
    return tuple(names)


def _check_order(module: Module, section: Section) -> None:
    """What must not be larger than what."""
    if _is_backwards(section, "group_min", "group_max"):
        section.findings.fault(
            Code.GROUP_BACKWARDS,
            section.spot("group_min"),
            module=module.id,
            group_min=module.group_min,
            group_max=module.group_max,
        )
    if _is_backwards(section, "gap_days_min", "gap_days_max"):
        section.findings.fault(
            Code.GAP_BACKWARDS,
            section.spot("gap_days_min"),
            module=module.id,
            gap_days_min=module.gap_days_min,
            gap_days_max=module.gap_days_max,
        )


def _is_backwards(section: Section, least_key: str, most_key: str) -> bool:
    """Whether both keys hold whole numbers as written, not stand-ins, the wrong way round."""
    least, most = section.keys.get(least_key), section.keys.get(most_key)
    return isinstance(least, int) and isinstance(most, int) and least > most >= 0
