"""A table of inputs as arrays: numbers that can be cut anywhere, and categories."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd
from jaxtyping import Bool, Float, Int

from sim.errors import InputError, Problem


@dataclass(frozen=True, eq=False)
class Columns:
    """The inputs of some worlds, a row for each input so that one of them is read in one go.

    Parameters
    ----------
    number_names, numbers
        Inputs that are numbers.
    category_names, codes, categories
        Inputs that are events (false, true) or categories: each world's place in the input's categories.
    order
        The names of all inputs as they stand in the table.
    """

    number_names: tuple[str, ...]
    numbers: Float[np.ndarray, "numbers worlds"]
    category_names: tuple[str, ...]
    codes: Int[np.ndarray, "categoricals worlds"]
    categories: tuple[tuple[object, ...], ...]
    order: tuple[str, ...]

    @property
    def worlds(self) -> int:
        """How many worlds there are."""
        return self.numbers.shape[1]


def columns_of(inputs: pd.DataFrame) -> Columns:
    """Read a table of inputs: numbers, bool, and anything else as categories in sorted order.

    Raises
    ------
    InputError
        If a column has the name of another, or a value that is missing or infinite.

    Examples
    --------
    >>> read = columns_of(pd.DataFrame({"held": [True, False], "cost": [1.0, 2.0], "who": ["b", "a"]}))
    >>> read.number_names, read.category_names, read.categories
    (('cost',), ('held', 'who'), ((False, True), ('a', 'b')))
    """
    if problems := [*_twice(inputs), *_missing(inputs)]:
        raise InputError(problems)
    names = [str(name) for name in inputs.columns]
    is_number = [_is_number(inputs.iloc[:, place]) for place in range(len(names))]
    numbers = [place for place, so in enumerate(is_number) if so]
    others = [place for place, so in enumerate(is_number) if not so]
    read = [_coded(inputs.iloc[:, place]) for place in others]
    return Columns(
        number_names=tuple(names[place] for place in numbers),
        numbers=_stacked([inputs.iloc[:, place].to_numpy(float) for place in numbers], len(inputs), float),
        category_names=tuple(names[place] for place in others),
        codes=_stacked([codes for codes, _ in read], len(inputs), np.int64),
        categories=tuple(categories for _, categories in read),
        order=tuple(names),
    )


def marks_of(name: str, marks: object, worlds: int) -> Bool[np.ndarray, "worlds"]:
    """Read which worlds are marked: true or false, or 1 or 0, for each.

    Raises
    ------
    InputError
        If it is anything else.

    Examples
    --------
    >>> marks_of("covered", [1, 0], 2).tolist()
    [True, False]
    """
    read = np.asarray(marks)
    problems = []
    if read.shape != (worlds,):
        problems.append(
            Problem(f"{name} has the shape {read.shape}, expected ({worlds},) as the inputs have")
        )
    if not np.isin(read, (0, 1)).all():
        problems.append(Problem(f"{name} has other values than 0 and 1, expected 1 where a world is meant"))
    if problems:
        raise InputError(problems)
    return read.astype(bool)


def _is_number(column: pd.Series) -> bool:
    return pd.api.types.is_numeric_dtype(column) and not pd.api.types.is_bool_dtype(column)


def _coded(column: pd.Series) -> tuple[Int[np.ndarray, "worlds"], tuple[object, ...]]:
    if pd.api.types.is_bool_dtype(column):
        return column.to_numpy(bool).astype(np.int64), (False, True)
    read = pd.Categorical(column).remove_unused_categories()
    return read.codes.astype(np.int64), tuple(read.categories)


def _stacked(rows: list[np.ndarray], worlds: int, kind: type) -> np.ndarray:
    return np.array(rows, dtype=kind) if rows else np.empty((0, worlds), dtype=kind)


def _twice(inputs: pd.DataFrame) -> Iterator[Problem]:
    for name in dict.fromkeys(inputs.columns[inputs.columns.duplicated()]):
        yield Problem(f"two inputs are called {name!r}, expected a name for each")


def _missing(inputs: pd.DataFrame) -> Iterator[Problem]:
    for place, name in enumerate(inputs.columns):
        column = inputs.iloc[:, place]
        bad = ~np.isfinite(column.to_numpy(float)) if _is_number(column) else column.isna().to_numpy()
        if bad.any():
            worlds = f"{bad.sum():,} world{'s' if bad.sum() > 1 else ''}"
            yield Problem(f"the input {name!r} is missing or infinite in {worlds}, expected a value in each")
