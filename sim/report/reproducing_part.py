"""How to have the same again: the command, and what the numbers depend on."""

from __future__ import annotations

from collections.abc import Sequence

from sim import api
from sim.ensemble.manifest import read_manifest
from sim.language.writing import dump
from sim.report.blocks import Attachment, Block, Code, Grid, Prose, Section, Words
from sim.scenario.words import day_words


def reproducing_part(runs: Sequence[api.Run], names: Sequence[str], commands: Sequence[str]) -> Section:
    """Show the commands, and the facts of each run side by side."""
    facts = [_facts(run) for run in runs]
    rows: list[tuple[Words, ...]] = [
        (what, *(fact.get(what, "not stored") for fact in facts))
        for what in dict.fromkeys(key for f in facts for key in f)
    ]
    inside: tuple[Block, ...] = (
        Prose("With the same version of the program, these give the same numbers, to the last digit:"),
        Code("\n".join(commands)),
        *map(_scenario, runs, names),
        Grid("What was played, and with what.", ("What", *names), tuple(rows)),
    )
    return Section("How to reproduce it", inside)


def attached_as(run: api.Run) -> str:
    """Return the name of the file in which the scenario of a run is attached."""
    return f"{run.case.name.replace('/', '-')}-{run.hash}.yaml"


def _scenario(run: api.Run, name: str) -> Attachment:
    """Attach a scenario as it was played: resolved, with its number of worlds and its seed."""
    words = f"the whole scenario of {name} as it was played; `sim run` takes it."
    return Attachment(attached_as(run), words, "text/yaml", dump(run.case).encode())


def _facts(run: api.Run) -> dict[str, str]:
    case = run.case
    design = case.ensemble.design
    facts = {
        "Scenario": f"{case.name}, as of {day_words(case.as_of)}",
        "Scenario, SHA-256": case.hash,
        "Seed": str(run.seed),
        "Worlds": f"{run.worlds:,}",
        "Design": design if isinstance(design, str) else "factorial",
        "Run": run.hash,
        "guarantee-sim": run.version,
        **{f"Code of {module}, SHA-256": digest for module, digest in run.code.items()},
    }
    return facts | _stored(run)


def _stored(run: api.Run) -> dict[str, str]:
    """Add what the manifest of a kept run tells: versions, and the checksum of all worlds."""
    if run.folder is None:
        return {}
    manifest = read_manifest(run.folder)
    versions = {f"{name}": version for name, version in manifest.program.dependencies.items()}
    told = {**versions, "Source of the program, SHA-256": manifest.program.source}
    if manifest.result is not None:
        told["Worlds, checksum"] = str(manifest.result["checksum"])
    return told
