"""The sizes in which pictures are tried: every case in the smallest, the usual ones in all; more at need."""

from examples import TIMES

SIZES = {"small": (5, 3.5), "default": None, "large": (13, 8)}


def tried(cases, in_all=("usual",)):
    """Return pairs of a case and a size; with more `EXAMPLES` than every day, every case in every size."""
    return [
        (case, size) for case in cases for size in SIZES if TIMES > 1 or case in in_all or size == "small"
    ]
