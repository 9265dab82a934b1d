"""A scenario: the dispute as stated, and what is assumed about what is not."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from functools import cached_property
from typing import Annotated

from pydantic import Field
from pydantic.json_schema import SkipJsonSchema

from sim.scenario.correlation import Correlation
from sim.scenario.ensemble import Ensemble
from sim.scenario.issue import Issue
from sim.scenario.noun import Noun
from sim.scenario.package_space import PackageSpace
from sim.scenario.party import Party
from sim.scenario.pattern import Options
from sim.scenario.protocol_choice import ProtocolChoice
from sim.scenario.red_line import RedLine
from sim.scenario.rule import Rule
from sim.scenario.statement import Day, Statement
from sim.scenario.words import in_words


class Scenario(Noun):
    """A YAML case, checked and resolved: what runs, is hashed and is stored.

    `name` is how people refer to it (the file's name); it is not part of the text.
    """

    name: SkipJsonSchema[str] = Field(default="scenario", exclude=True)
    title: str = Field(alias="scenario")
    """The title, as tables and pictures show it."""
    as_of: Day
    """The date whose knowledge the scenario describes."""
    about: str
    """A paragraph for a reader who has not followed the talks."""
    statements: Mapping[str, Statement] = {}
    """Who said what, when: id -> statement. Red lines rest on them."""
    issues: Annotated[Mapping[str, Issue], Field(min_length=1)]
    """The questions that the package settles: id -> issue.

    The last one changes fastest from package to package.
    """
    rules: tuple[Rule, ...] = ()
    """Packages that make no sense and are left out."""
    packages: Mapping[str, Mapping[str, str]] = {}
    """Packages that people discuss: name -> {issue: option}.

    One that leaves issues open stands for all its completions.
    """
    parties: Annotated[Mapping[str, Party], Field(min_length=1)]
    """Who negotiates: id -> party."""
    controls: Mapping[str, Options] = {}
    """Party -> the issues on which it can move alone; for the analysis of stability."""
    one_way: Mapping[str, tuple[str, ...]] = {}
    """Issue -> options in the order in which alone it may go through them; for the analysis of stability."""
    status_quo: str | None = None
    """Where things stand: the name of a package that settles every issue; for the analysis of stability."""
    correlate: tuple[Correlation, ...] = ()
    """Uncertain quantities that hang together."""
    negotiation: ProtocolChoice = ProtocolChoice()
    """The rules of the table."""
    ensemble: Ensemble = Ensemble()
    """How worlds are drawn."""

    def __repr__(self) -> str:
        return f"<Scenario {self.name}: {len(self.parties)} parties, {len(self.issues)} issues>"

    @cached_property
    def space(self) -> PackageSpace:
        """The packages of this scenario."""
        return PackageSpace(self.issues, self.rules)

    @cached_property
    def red_lines(self) -> Mapping[str, tuple[str, RedLine]]:
        """All red lines in order: id -> (party, red line). Its place in the order is a line's bit."""
        return {
            name: (party_name, line)
            for party_name, party in self.parties.items()
            for name, line in party.red_lines.items()
        }

    def line_words(self, line: str) -> str:
        """Call a red line by its name, or else by its id as words.

        Examples
        --------
        >>> import sim
        >>> sim.load("2025-08-21").line_words("no-foreign-troops")
        'no foreign troops'
        """
        return self.red_lines[line][1].name or in_words(line)

    @cached_property
    def at_the_table(self) -> tuple[str, ...]:
        """The parties that consent to anything, in the order of the scenario."""
        return tuple(name for name, party in self.parties.items() if party.consent != "never")

    @cached_property
    def speaking_order(self) -> tuple[str, ...]:
        """The parties at the table in the order they speak, or in the scenario's order if it is drawn."""
        order = self.negotiation.order
        listed = order if isinstance(order, tuple) else tuple(self.parties)
        return tuple(name for name in listed if name in self.at_the_table)

    def statement_of(self, line: str) -> Statement:
        """Return the statement that a red line rests on."""
        return self.statements[self.red_lines[line][1].statement]

    @cached_property
    def text(self) -> str:
        """The resolved scenario as canonical JSON; reading it back gives an equal scenario."""
        tree = self.model_dump(mode="json", by_alias=True)
        return json.dumps(tree, ensure_ascii=False)

    @cached_property
    def hash(self) -> str:
        """SHA-256 of the resolved scenario, in hexadecimal."""
        return hashlib.sha256(self.text.encode()).hexdigest()
