"""A report on one run, or on variants against a base: what an analyst hands out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from sim import api
from sim.analysis.comparing.comparison import Comparison, comparison_table, comparisons
from sim.analysis.comparing.pairing import told_apart
from sim.report.answer_part import answer_part, paired_answer_part
from sim.report.assumptions_part import assumptions_part
from sim.report.blocks import Block, Document, Section
from sim.report.comparison_part import comparison_part, differing, paired
from sim.report.compatibility_part import compatibility_part
from sim.report.giving_part import giving_part
from sim.report.hanging_part import hanging_part
from sim.report.method_part import CAUTION, method_part
from sim.report.pictures_part import drawn, pictures_part
from sim.report.question import changes, question
from sim.report.reproducing_part import reproducing_part
from sim.report.told_run import Progress, ToldRun, steps, told_run
from sim.scenario.listing import listed
from sim.scenario.words import day_words


def report(
    runs: Sequence[api.Run],
    measure: str = "agreed",
    *,
    commands: Sequence[str] = (),
    progress: Callable[[int], None] | None = None,
) -> Document:
    """Make the report on one run, or on several, of which the first is the base.

    Parameters
    ----------
    runs
        One run, or several whose worlds belong together.
    measure
        What the answer hangs on is asked of: `agreed`, `round`, `utility.PARTY` and so on.
    commands
        The command lines that give the same report again.
    progress
        Told of each of `report_steps` that is done.

    Raises
    ------
    InputError
        If the worlds of several runs do not belong together, or there is no such measure.
    """
    advance = progress or (lambda _: None)
    found = comparisons(runs[0], runs[1:]) if len(runs) > 1 else ()
    names = told_apart(runs)
    told = [told_run(run, name, measure, advance) for run, name in zip(runs, names, strict=True)]
    parts = _several(told, found, advance) if found else _one(told[0], advance)
    ending = (
        *([] if found else [assumptions_part(told[0].run.case)]),
        method_part(told[0].run.case, paired=bool(found)),
        reproducing_part(runs, names, commands),
    )
    return Document(_title(runs), _below(told), (*parts, *ending), CAUTION, contents=True)


def _title(runs: Sequence[api.Run]) -> str:
    """Return the title of the scenario, or those of what is compared with it before it."""
    base, *others = [run.case.title for run in runs]
    variants = [title for title in dict.fromkeys(others) if title != base]
    return f"{listed([f'“{title}”' for title in variants])} against “{base}”" if variants else base


def report_steps(runs: int) -> int:
    """Return of how many steps `report` tells at most.

    Examples
    --------
    >>> report_steps(2) == 2 * report_steps(1) + 1
    True
    """
    return runs * steps() + (runs > 1)


def _below(told: Sequence[ToldRun]) -> str:
    run = told[0].run
    base, *others = [one.name for one in told]
    base = f"{base}, changed" if changes(run.case) else base
    what = f"{listed(others)} compared with {base}" if others else f"Scenario {base}"
    return (
        f"{what}: {run.worlds:,} worlds, seed {run.seed}, guarantee-sim {run.version}. "
        f"Positions as of {day_words(run.case.as_of)}."
    )


def _one(told: ToldRun, progress: Progress) -> Iterator[Section]:
    yield question(told)
    yield answer_part(told.sentences)
    yield from _body(told, progress)


def _body(told: ToldRun, progress: Progress, named: str = "") -> Iterator[Section]:
    yield compatibility_part(told.stated)
    yield pictures_part(told.tables, progress, named)
    yield giving_part(told.stated, told.summary)
    yield hanging_part(told.explored)


def _several(told: Sequence[ToldRun], found: Sequence[Comparison], progress: Progress) -> Iterator[Section]:
    base, *others = told
    yield question(base, differing(base, others))
    pairs = list(zip(found, others, strict=True))
    yield paired_answer_part([(other.name, paired(each, base, other)) for each, other in pairs])
    picture = tuple(drawn({"comparison": comparison_table(found)}, progress))
    compared = (comparison_part(each, base, other) for each, other in pairs)
    yield Section("The comparison", (*picture, *compared))
    for place, one in enumerate(told):
        yield _run(one, base if place else None, progress, f"{place + 1}-")


def _run(told: ToldRun, base: ToldRun | None, progress: Progress, named: str) -> Section:
    """Tell of one run among several; what it assumes as the base does is not said again."""
    assumed = assumptions_part(told.run.case) if base is None else differing(base, [told])
    inside: tuple[Block, ...] = (answer_part(told.sentences), *_body(told, progress, named), assumed)
    role = "the base" if base is None else "a variant"
    return Section(f"{told.run.case.title} ({told.name}, {role})", inside, new_page=True)
