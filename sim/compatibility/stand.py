"""How one package stands with the parties: the lines it crosses, and whose consent it needs."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sim.scenario import Consent, Package, RedLine, Scenario


@dataclass(frozen=True)
class Stand:
    """How a package that settles every issue stands.

    Parameters
    ----------
    package
        Issue -> option.
    crosses
        The lines it crosses, whoever states them.
    blocks
        Those of them whose party's consent it needs; the rest are objections.
    needed
        The parties whose consent it needs.
    """

    package: Package
    crosses: tuple[str, ...]
    blocks: tuple[str, ...]
    needed: tuple[str, ...]


def stand(scenario: Scenario, index: int) -> Stand:
    """Confront one package with every red line.

    Examples
    --------
    >>> import sim
    >>> stand(sim.load("2025-08-21"), 0).needed
    ('russia', 'ukraine')
    """
    package = scenario.space.package(index)
    needed = tuple(name for name, party in scenario.parties.items() if _asks(package, party.consent))
    crosses = tuple(name for name, (_, line) in scenario.red_lines.items() if _crosses(package, line))
    blocks = tuple(name for name in crosses if scenario.red_lines[name][0] in needed)
    return Stand(package, crosses, blocks, needed)


def _asks(package: Package, consent: Consent) -> bool:
    if isinstance(consent, str):
        return consent == "always"
    return any(package[issue] in options for issue, options in consent.when.items())


def _crosses(package: Package, line: RedLine) -> bool:
    if line.unless is not None and _matches(package, line.unless):
        return False
    return (
        _matches(package, line.forbid)
        if line.forbid is not None
        else not _matches(package, line.require or {})
    )


def _matches(package: Package, pattern: Mapping[str, Collection[str]]) -> bool:
    return all(package[issue] in options for issue, options in pattern.items())
