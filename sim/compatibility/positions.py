"""What everybody knows, as arrays: the packages, the lines they cross, and whose consent they need."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from jaxtyping import Bool, UInt64

from sim.axes import PackageMask, PackageWords
from sim.compatibility import bits
from sim.scenario import Consent, PackageSpace, RedLine, Scenario


@dataclass(frozen=True)
class Positions:
    """The public side of a scenario as arrays, one entry for each package in index order.

    Parameters
    ----------
    parties, lines
        Ids, in the order of the scenario; a line's place is its bit.
    possible
        Packages that no rule forbids.
    crossing
        The stated red lines that each package crosses, whoever states them.
    line_party
        For each line, the place of the party that states it.
    consent
        True where a package needs a party's signature.
    """

    parties: tuple[str, ...]
    lines: tuple[str, ...]
    possible: PackageMask
    crossing: PackageWords
    line_party: np.ndarray
    consent: Bool[np.ndarray, "parties packages"]

    def lines_of(self, party: int) -> UInt64[np.ndarray, "words"]:
        """Return the bits of the lines that a party states."""
        return bits.pack(self.line_party == party)

    def blocking(self) -> PackageWords:
        """Return the lines each package crosses of parties whose consent it needs.

        The other lines it crosses are objections: they are shown, and stop nothing.
        """
        blocking = np.zeros_like(self.crossing)
        for party, needed in enumerate(self.consent):
            blocking[needed] |= self.crossing[needed] & self.lines_of(party)
        return blocking


def positions(scenario: Scenario) -> Positions:
    """Turn the public side of a scenario into arrays.

    Examples
    --------
    >>> from sim.scenario import Issue
    >>> troops = Issue(question="Troops?", options={"none": "No", "some": "Yes"})
    >>> line = {"forbid": {"troops": "some"}, "statement": "s"}
    >>> said = {"party": "a", "speaker": "A", "date": "2025-08-21", "outlet": "O", "kind": "quoted",
    ...         "claim": "No troops."}
    >>> case = Scenario(scenario="T", as_of="2025-08-21", about="", issues={"troops": troops},
    ...                 statements={"s": said}, parties={"a": {"name": "A", "red_lines": {"no": line}}})
    >>> positions(case).crossing
    array([[0],
           [1]], dtype=uint64)
    """
    space = scenario.space
    parties = tuple(scenario.parties)
    return Positions(
        parties=parties,
        lines=tuple(scenario.red_lines),
        possible=space.possible,
        crossing=_crossing(scenario),
        line_party=np.array(
            [parties.index(party) for party, _ in scenario.red_lines.values()], dtype=np.int64
        ),
        consent=np.array([needs(space, party.consent) for party in scenario.parties.values()]),
    )


def forbidden(space: PackageSpace, line: RedLine) -> PackageMask:
    """Mark the packages that cross a red line."""
    crossed = space.matches(line.forbid) if line.forbid is not None else ~space.matches(line.require or {})
    if line.unless is not None:
        crossed &= ~space.matches(line.unless)
    return crossed


def needs(space: PackageSpace, consent: Consent) -> PackageMask:
    """Mark the packages that need a party's signature."""
    if isinstance(consent, str):
        return np.full(space.size, consent == "always")
    asked = np.zeros(space.size, dtype=bool)
    for issue, options in consent.when.items():
        asked |= space.matches({issue: options})
    return asked


def _crossing(scenario: Scenario) -> PackageWords:
    space = scenario.space
    crossing = np.zeros((space.size, bits.words_for(len(scenario.red_lines))), dtype=np.uint64)
    for place, (_, line) in enumerate(scenario.red_lines.values()):
        word, bit = divmod(place, bits.WORD)
        crossing[forbidden(space, line), word] |= np.uint64(1 << bit)
    return crossing
