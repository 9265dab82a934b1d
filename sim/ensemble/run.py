"""A run: the outcomes of one scenario in many worlds, and what is needed to have them again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sim.ensemble.request import Request
from sim.errors import InputError, Problem, one_of
from sim.negotiation.endings import Ending

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow.dataset as ds
    import xarray as xr


@dataclass(frozen=True, eq=False, repr=False)
class Run(Request):
    """The outcomes of one scenario in many worlds.

    Parameters
    ----------
    case, version, code
        What was played; see `Request`.
    dataset
        One row for each world, in files or in memory: a `pyarrow.dataset.Dataset`, which other programs read
        too (DuckDB and Polars by themselves). Its columns are those of `sim.ensemble.worlds_table`.
    folder
        Where it is kept; None for a run that is in memory alone.
    """

    dataset: ds.Dataset = field(kw_only=True)
    folder: Path | None = field(default=None, kw_only=True)

    def __repr__(self) -> str:
        return f"<Run of {self.case.name}: {self.worlds:,} worlds, seed {self.seed}, version {self.version}>"

    @cached_property
    def table(self) -> pd.DataFrame:
        """Everything known of every world, in memory."""
        return self.frame(self.dataset.schema.names)

    def frame(self, columns: Sequence[str]) -> pd.DataFrame:
        """Read some columns into memory, one row for each world; texts are categories.

        Raises
        ------
        InputError
            If there is no such column.
        """
        self._demand(columns)
        return _as_frame(self.dataset.to_table(columns=list(columns)))

    def ended(self, ending: str, columns: Sequence[str]) -> pd.DataFrame:
        """Read some columns of the worlds that ended in one way, by the name of the `Ending`.

        Raises
        ------
        InputError
            If there is no such column or ending.
        """
        import pyarrow.dataset as ds  # noqa: PLC0415  (slow to import)

        self._demand(columns)
        if ending not in Ending.__members__:
            raise InputError([Problem(one_of("ending", ending, Ending.__members__))])
        these = ds.field("ending") == ending
        return _as_frame(self.dataset.to_table(columns=list(columns), filter=these))

    def batches(self, columns: Sequence[str]) -> Iterator[pd.DataFrame]:
        """Read some columns part by part, for runs larger than memory.

        Raises
        ------
        InputError
            If there is no such column.
        """
        import pyarrow as pa  # noqa: PLC0415  (slow to import)

        self._demand(columns)
        for batch in self.dataset.to_batches(columns=list(columns)):
            if batch.num_rows:
                yield _as_frame(pa.Table.from_batches([batch]))

    def to_xarray(self) -> xr.Dataset:
        """Return the table as an `xarray.Dataset`: `utility` by world and party, everything else by world.

        Raises
        ------
        InputError
            If xarray is not installed.
        """
        try:
            from xarray import Dataset  # noqa: PLC0415  (an optional extra)
        except ImportError as error:
            raise InputError([Problem("to_xarray needs xarray: install guarantee-sim[xarray]")]) from error
        parties = list(self.case.parties)
        values = self.table.set_index("world")
        spread = [f"utility_{party}" for party in parties]
        plain = {
            name: column.astype(object) if column.dtype == "category" else column
            for name, column in values.drop(columns=spread).items()
        }
        return Dataset(
            {
                "utility": (("world", "party"), values[spread].to_numpy()),
                **{str(name): ("world", column.to_numpy()) for name, column in plain.items()},
            },
            coords={"world": values.index.to_numpy(), "party": parties},
            attrs={"scenario": self.case.name, "seed": self.seed, "version": self.version},
        )

    def _demand(self, columns: Sequence[str]) -> None:
        known = self.dataset.schema.names
        if unknown := [Problem(one_of("column", name, known)) for name in columns if name not in known]:
            raise InputError(unknown)


def _as_frame(table: Any) -> pd.DataFrame:
    return table.unify_dictionaries().to_pandas()
