"""Files of worlds tell by their names whether they are whole."""

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.ensemble import shards

TABLE = pa.table({"world": [3, 4], "ending": ["AGREED", "DEADLINE"], "utility_a": [0.1, 1 / 3]})


def test_a_table_is_read_as_it_was_written():
    assert shards.decode(shards.encode(TABLE)).equals(TABLE)


def test_the_same_table_has_the_same_bytes_and_another_table_others():
    data = shards.encode(TABLE)
    assert data == shards.encode(TABLE)
    assert data != shards.encode(TABLE.slice(0, 1))


@pytest.fixture
def kept(tmp_path):
    shards.keep(shards.encode(TABLE), tmp_path, 7)
    (path,) = tmp_path.iterdir()
    return path


def test_a_file_is_whole_and_known_by_its_number(kept):
    assert shards.is_whole(kept)
    assert shards.whole(kept.parent) == shards.listed(kept.parent) == {7: kept}


@given(place=st.integers(0, 10_000), bit=st.integers(0, 7))
def test_a_single_bit_that_flips_is_noticed(tmp_path_factory, place, bit):
    folder = tmp_path_factory.mktemp("flip")
    shards.keep(shards.encode(TABLE), folder, 0)
    (path,) = folder.iterdir()
    data = bytearray(path.read_bytes())
    data[place % len(data)] ^= 1 << bit
    path.write_bytes(data)
    assert not shards.is_whole(path)
    assert shards.whole(folder) == {}


def test_a_whole_file_is_found_beside_a_damaged_one_of_the_same_chunk(kept):
    damaged = kept.with_name(f"part-000007.{'f' * 16}.parquet")
    damaged.write_bytes(b"half")
    assert shards.whole(kept.parent) == {7: kept}


@pytest.mark.parametrize(
    "name", ["part-7.parquet", "part-000007.parquet", "notes.txt", "part-000007.xyz.parquet"]
)
def test_other_names_are_of_no_chunk(kept, name):
    (kept.parent / name).write_bytes(b"")
    assert shards.index_of(kept.parent / name) is None
    assert shards.listed(kept.parent) == {7: kept}


def test_what_cannot_be_read_is_not_whole(kept):
    assert not shards.is_whole(kept.parent / f"part-000008.{'0' * 16}.parquet")


def test_a_failed_write_leaves_nothing(tmp_path, monkeypatch):
    def full(self, target):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pathlib.Path.replace", full)
    with pytest.raises(OSError, match="No space left"):
        shards.keep(b"worlds", tmp_path, 0)
    assert list(tmp_path.iterdir()) == []


def test_the_checksum_depends_on_all_bytes_and_on_the_order_of_the_chunks(tmp_path):
    one, other = tmp_path / "part-000000.a", tmp_path / "part-000001.b"
    one.write_bytes(b"1")
    other.write_bytes(b"2")
    before = shards.checksum([one, other])
    assert before == shards.checksum([other, one])
    one.write_bytes(b"2")
    other.write_bytes(b"1")
    assert shards.checksum([one, other]) != before
