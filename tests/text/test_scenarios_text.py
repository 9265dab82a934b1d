from pathlib import Path

from sim.language.head import Head
from sim.language.shelf import shelf
from sim.text.scenarios_text import scenarios_text


def test_each_has_a_line_under_its_group(shown):
    lines = [line.rstrip() for line in shown(scenarios_text(shelf()), 200).splitlines()]
    assert lines[0] == "As positions stood on a day"
    assert "Published cases" in lines
    for one in shelf():
        assert [line for line in lines if line.split()[:1] == [one.name]] == [
            next(line for line in lines if line.endswith(one.head.asks))
        ]


def test_names_are_whole_in_a_narrow_terminal(shown):
    text = shown(scenarios_text(shelf()), 60)
    assert all(f"  {one.name} " in text for one in shelf())


def test_what_looks_like_markup_is_shown(flowing):
    one = type(shelf()[0])("a", Path("a.yaml"), Head(asks="[bold]x[/bold]?"))
    assert "[bold]x[/bold]?" in flowing(scenarios_text([one]))
