"""Papers as files: all at once into a folder that holds nothing, or not at all."""

import pytest

import sim
from sim.report.briefs import brief


@pytest.fixture(scope="module")
def small():
    return brief("published/prisoners-dilemma", worlds=2)


def test_all_files_appear_in_a_new_folder(small, tmp_path):
    files = small.write(tmp_path / "new" / "class")
    assert [file.name for file in files] == list(small.pages())
    assert {file.name: file.read_text("utf-8") for file in files} == small.pages()
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["class"]


def test_an_empty_folder_will_do(small, tmp_path):
    assert len(small.write(tmp_path, "md")) == 4


@pytest.mark.parametrize("there", ["file", "folder that holds something", "broken link"])
def test_what_is_there_stays(small, tmp_path, there):
    folder = tmp_path / "class"
    if there == "file":
        folder.touch()
    elif there == "broken link":
        folder.symlink_to("nowhere")
    else:
        folder.mkdir()
        (folder / "mine").touch()
    with pytest.raises(sim.InputError, match=r"already.*, expected a new or an empty folder \(.*class"):
        small.write(folder)
    assert [path.name for path in tmp_path.iterdir()] == ["class"]


def test_a_link_to_an_empty_folder_will_do(small, tmp_path):
    (tmp_path / "class").mkdir()
    (tmp_path / "link").symlink_to("class")
    assert small.write(tmp_path / "link", "md")[0].parent == tmp_path / "link"
    assert len(list((tmp_path / "class").iterdir())) == 4


def test_nothing_is_left_where_writing_fails(small, tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(sim.InputError, match="cannot write here"):
        small.write(tmp_path / "file" / "class")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_unknown_formats_are_refused(small, tmp_path):
    with pytest.raises(sim.InputError, match="unknown format 'pdf', expected one of html, md"):
        small.write(tmp_path / "class", "pdf")
    assert list(tmp_path.iterdir()) == []


def test_numbers_that_make_no_sense_are_refused():
    with pytest.raises(sim.InputError, match=r"seed is -1.*\n.*world is -2.*\n.*worlds is 0"):
        brief("published/prisoners-dilemma", seed=-1, world=-2, worlds=0)


def test_a_word_of_the_teachers_stands_on_every_paper(small):
    named = brief("published/prisoners-dilemma", worlds=2, code="Tuesday <9")
    assert all("classroom Tuesday &lt;9" in text for text in named.pages().values())
    assert not any("; classroom" in text for text in small.pages().values())
    assert named.command.endswith(" --seed 0 --world 0 --code 'Tuesday <9'")
    assert (named.as_dict()["classroom"], small.as_dict()["classroom"]) == ("Tuesday <9", None)


@pytest.mark.parametrize("code", ["", " ", "two\nlines", "x" * 31])
def test_what_is_no_word_is_refused(code):
    with pytest.raises(sim.InputError, match=r"code is .*, expected a word .* of at most 30 signs"):
        brief("published/prisoners-dilemma", worlds=1, code=code)
