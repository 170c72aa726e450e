"""In which turn modules find their first sessions: a track as a whole where that can be."""

from samskab.planner.search.cohort.slots import tracks_joined
from samskab.planner.timetable import Timetable


def in_turn(timetable: Timetable) -> list[tuple[int, ...]]:
    """Modules and whole tracks, each behind all that it comes after.

    A track that another module stands amid (it comes after one and before the next) is taken
    module by module.
    """
    tracks = {module: modules for modules in tracks_joined(timetable) for module in modules}
    turns: list[tuple[int, ...]] = []
    done: set[int] = set()
    while len(done) < len(timetable.order):
        left = [module for module in timetable.order if module not in done]
        ready = [
            modules
            for modules in (tracks.get(module, (module,)) for module in left)
            if _before(timetable, modules) <= done
        ]
        turn = ready[0] if ready else (left[0],)
        for module in turn if not ready else ():
            for other in tracks[module]:
                tracks[other] = (other,)
        if ready:
            turns.append(turn)
            done.update(turn)
    return turns


def _before(timetable: Timetable, modules: tuple[int, ...]) -> set[int]:
    """The modules outside that any of these comes after."""
    return {m for module in modules for m in timetable.comes_after[module]} - set(modules)
