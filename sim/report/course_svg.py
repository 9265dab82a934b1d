"""One party's course as an inline SVG: marks told apart without colour, labels beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sim.report.course_words import in_words
from sim.report.courses import Curves, Point
from sim.report.html import Html, tag

WIDTH, HEIGHT = 380, 190
LEFT, RIGHT, TOP, BOTTOM = 26, 104, 8, 30
APART = 12
"""How far apart labels are at least."""
MARK = 2.6
Label = tuple[float, str]


def course_svg(curves: Curves, rounds: int, place: int) -> Html:
    """Draw a party's curves over `rounds` rounds; `place` makes its ids its own."""
    axes = _Axes(rounds)
    title, told = f"course-{place}-title", f"course-{place}-words"
    return tag(
        "svg",
        tag("title", f"What the packages are worth to {curves.party}, round by round", id=title),
        tag("desc", in_words(curves), id=told),
        *axes.frame(),
        *(axes.cross(point) for point in curves.barred),
        *(axes.circle(point, MARK, "other") for point in curves.others),
        axes.line(curves.no_deal, "no-deal"),
        axes.line(curves.line, "own"),
        *(axes.circle(point, MARK - 0.8, "dot") for point in curves.line),
        *([axes.circle(curves.agreed, MARK + 3, "agreed")] if curves.agreed else []),
        *axes.labels(list(_labels(curves))),
        viewBox=f"0 0 {WIDTH} {HEIGHT}",
        role="img",
        aria_labelledby=f"{title} {told}",
    )


def _labels(curves: Curves) -> Iterator[Label]:
    """Name every curve at the height at which it ends, and say how high that is."""
    others = curves.others or curves.barred
    ends = ((curves.line_is, curves.line), ("no deal", curves.no_deal))
    yield from ((points[-1][1], f"{name} {points[-1][1]:.2f}") for name, points in ends if points)
    if others:
        yield others[-1][1], curves.others_are
    if curves.agreed:
        yield curves.agreed[1], f"agreed {curves.agreed[1]:.2f}"


class _Axes:
    """Turns rounds and utilities into places in the picture."""

    def __init__(self, rounds: int) -> None:
        self.rounds = rounds
        self.right = WIDTH - RIGHT
        self.bottom = HEIGHT - BOTTOM

    def frame(self) -> Iterator[Html]:
        """Draw the axes: utility from 0 to 1, and the rounds."""
        yield tag("path", d=f"M{LEFT},{TOP}V{self.bottom}H{self.right}", class_="frame")
        for utility in (0, 0.5, 1):
            place = self._place((1, utility))[1] + 4
            yield _text(LEFT - 4, place, f"{utility:g}", anchor="end")
        for round_ in sorted({1, self.rounds}):
            across = self._place((round_, 0))[0]
            yield _text(across, self.bottom + 13, str(round_), anchor="middle")
        yield _text((LEFT + self.right) / 2, HEIGHT - 4, "round", anchor="middle")

    def line(self, points: Sequence[Point], class_: str) -> Html:
        """Join points."""
        if not points:
            return Html()
        places = [self._place(point) for point in points]
        if len(places) == 1 and class_ == "no-deal":  # one round: a dash to be seen
            places = [(LEFT, places[0][1]), (self.right, places[0][1])]
        return tag("polyline", points=" ".join(f"{x:.1f},{y:.1f}" for x, y in places), class_=class_)

    def circle(self, point: Point, radius: float, class_: str) -> Html:
        """Mark a point."""
        across, down = self._place(point)
        return tag("circle", cx=f"{across:.1f}", cy=f"{down:.1f}", r=f"{radius:g}", class_=class_)

    def cross(self, point: Point) -> Html:
        """Mark a point that is out of the question."""
        (x, y), arm = self._place(point), MARK - 0.4
        lines = (
            f"M{x - arm:.1f},{y - arm:.1f}l{2 * arm:g},{2 * arm:g}m0,{-2 * arm:g}l{-2 * arm:g},{2 * arm:g}"
        )
        return tag("path", d=lines, class_="crossing")

    def labels(self, labels: Sequence[Label]) -> Iterator[Html]:
        """Write labels beside the axes, moved apart where they would touch."""
        lowest = self.bottom - APART * (len(labels) - 1)
        place = -float("inf")
        for number, (utility, text) in enumerate(sorted(labels, key=lambda label: -label[0])):
            wanted = min(self._place((1, utility))[1] + 4, lowest + APART * number)
            place = max(wanted, place + APART)
            yield _text(self.right + 10, place, text)

    def _place(self, point: Point) -> tuple[float, float]:
        along = (point[0] - 1) / (self.rounds - 1) if self.rounds > 1 else 0.5
        room = self.right - LEFT - 16
        utility = min(max(point[1], 0), 1)  # what no deal is worth may leave the range
        return LEFT + 8 + along * room, TOP + (1 - utility) * (self.bottom - TOP)


def _text(x: float, y: float, text: str, anchor: str = "start") -> Html:
    return tag("text", text, x=f"{x:.1f}", y=f"{y:.1f}", text_anchor=anchor)
