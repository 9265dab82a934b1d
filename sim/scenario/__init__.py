"""The nouns: what a scenario is made of. They are frozen, checked when made, and know nothing of files."""

from sim.scenario.consent import Consent, ConsentWhen
from sim.scenario.correlation import Correlation
from sim.scenario.describe import describe, describe_options
from sim.scenario.distributions import Distribution
from sim.scenario.drawable import demand_drawable
from sim.scenario.ensemble import Ensemble, Factorial
from sim.scenario.issue import Issue
from sim.scenario.package_space import Package, PackageSpace
from sim.scenario.party import NoDeal, Party, Preferences
from sim.scenario.protocol_choice import ProtocolChoice
from sim.scenario.red_line import RedLine, Softening
from sim.scenario.rule import Rule
from sim.scenario.scenario import Scenario
from sim.scenario.statement import Kind, Statement
from sim.scenario.strategy_choice import StrategyChoice

__all__ = [
    "Consent",
    "ConsentWhen",
    "Correlation",
    "Distribution",
    "Ensemble",
    "Factorial",
    "Issue",
    "Kind",
    "NoDeal",
    "Package",
    "PackageSpace",
    "Party",
    "Preferences",
    "ProtocolChoice",
    "RedLine",
    "Rule",
    "Scenario",
    "Softening",
    "Statement",
    "StrategyChoice",
    "demand_drawable",
    "describe",
    "describe_options",
]
