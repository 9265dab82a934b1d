import json
import subprocess
import sys
from pathlib import Path

import pytest
from calling import files_in
from domains import grocery, linear, negmas, put

from sim.language import load

PRICE = {"type": "ContiguousIssue", "name": "price", "values": [1, 3]}
DISCOUNT = '<discount_factor value="0.8"/>\n'


def trade(folder):
    parties = [linear(name, [1.0], [{"type": "IdentityFun"}]) for name in ("one", "two")]
    return negmas(folder, [PRICE], *parties)


def test_an_imported_domain_says_at_its_head_what_it_is_and_what_it_is_not(cli):
    called = cli("import", grocery(Path("in"), DISCOUNT))
    assert (called.code, called.err) == (0, "The scenario is in Grocery.yaml\n")
    assert called.out.splitlines()[:2] == [
        "Grocery (Genius): 2 issues, 4 packages, 2 parties",
        "Not represented:",
    ]
    head = Path("Grocery.yaml").read_text("utf-8").split("\n\n")[0].splitlines()
    assert head == [
        "# Imported from Genius: domain.xml, mary.xml, sam.xml.",
        "# Nothing in it is uncertain, so one world tells all; where numbers become ranges, ask for more.",
        "# Not represented:",
        "#   - discount factor 0.8: utilities do not lose worth with time here (mary.xml, line 14)",
        "#   - discount factor 0.8: utilities do not lose worth with time here (sam.xml, line 14)",
    ]


def test_an_imported_domain_checks_and_runs(cli, sketched):
    cli("import", grocery(Path("in")))
    assert "4 of 4 packages cross nobody's red line" in cli("check", "Grocery.yaml").out
    assert cli("run", "Grocery.yaml", "--quiet").code == 0


def test_import_tells_programs(cli):
    told = cli("import", trade(Path("in")), "--out", "out/trade.yaml", "--as-of", "2024-05-06", "--json").told
    assert told == {
        "scenario": "Trade",
        "format": "negmas",
        "files": ["in/Trade.yml", "in/one.yml", "in/two.yml"],
        "issues": 1,
        "packages": 3,
        "parties": [{"party": name, "name": name, "offset": 0.0, "scale": 3.0} for name in ("one", "two")],
        "notes": [
            {
                "what": "in another form",
                "text": "utilities are those of the file, divided by 3",
                "file": f"in/{name}.yml",
                "line": 0,
            }
            for name in ("one", "two")
        ],
        "out": "out/trade.yaml",
    }
    assert str(load("out/trade.yaml").as_of) == "2024-05-06"


def test_import_into_a_folder(cli):
    Path("out").mkdir()
    assert cli("import", trade(Path("in")), "--out", "out").err == "The scenario is in out/Trade.yaml\n"


def test_import_overwrites_no_file(cli):
    put(Path(), "Trade.yaml", "mine")
    called = cli("import", trade(Path("in")))
    assert (called.code, called.out) == (2, "")
    assert called.err == "a file is there already and is not overwritten (Trade.yaml)\n"
    assert Path("Trade.yaml").read_text("utf-8") == "mine"


def test_many_domains_end_with_a_table(cli):
    grocery(Path("in/a/Grocery"), DISCOUNT)
    trade(Path("in/b/Trade"))
    put(Path("in/b/bad"), "d.xml", "<negotiation_template>")
    called = cli("import", "in", "--out", "out")
    assert called.code == 0
    rows = [line.split() for line in called.out.splitlines()]
    assert rows[1:4] == [
        ["a/Grocery", "loaded", "with", "notes", "2", "4", "2"],
        ["b/Trade", "loaded", "1", "3", "2"],
        ["b/bad", "not", "loaded"],
    ]
    assert called.out.endswith("3 domains: 1 loaded, 1 loaded with notes, 1 not loaded\n")
    assert "b/bad: not XML: no element found (d.xml, line 1)" in called.out
    assert sorted(files_in(Path("out"))) == ["a/Grocery.yaml", "b/Trade.yaml"]


def test_many_domains_for_programs(cli):
    trade(Path("in/b/Trade"))
    put(Path("in/b/bad"), "d.xml", "<negotiation_template>")
    told = cli("import", "in/b/Trade", "in/b/bad", "--out", "out", "--json").told
    assert told["counts"] == {"loaded": 1, "loaded with notes": 0, "not loaded": 1}
    good, bad = told["domains"]
    assert (good["status"], good["out"], good["packages"]) == ("loaded", "out/Trade.yaml", 3)
    assert bad == {
        "domain": "in/b/bad/d.xml",
        "status": "not loaded",
        "problems": [{"message": "not XML: no element found", "file": "in/b/bad/d.xml", "line": 1}],
        "out": None,
    }


def test_several_conflicts_in_a_folder(cli):
    movers = [{"name": "x", "options": [0], "preferences": [[[0, "Y"]]]}]
    text = json.dumps({"options": [{"name": "a"}], "infeasibles": [], "decisionMakers": movers})
    for name in ("one", "other"):
        put(Path("in/saved"), f"{name}.gmcr", text)
    called = cli("import", "in", "--out", "out")
    assert [line.split()[0] for line in called.out.splitlines()[1:3]] == ["one.gmcr", "other.gmcr"]
    assert sorted(files_in(Path("out"))) == ["saved/one.yaml", "saved/other.yaml"]
    assert load("out/saved/one.yaml").title == "one"


ALONE = "only 1 party is here, which has nobody to negotiate with"


def test_a_party_alone_is_noted(cli):
    called = cli("import", trade(Path("in")), "--profile", "one")
    assert f"Doubtful:\n  {ALONE} (in/Trade.yml)" in called.out
    text = Path("Trade.yaml").read_text("utf-8")
    assert f"# Doubtful:\n#   - {ALONE} (Trade.yml)\n" in text
    assert "1 issue, 3 packages and 1 party." in " ".join(text.split())


@pytest.mark.parametrize(
    ("buyer", "said"),
    [
        ("!!python/object/apply:os.system [touch ran]\n", "!!python/object/apply:os.system is code"),
        ("# mine\n!!python/object:os.x {a: 1}\n", "!!python/object:os.x is code"),
        ("!mine [1]\n", "!mine is code"),
        ("type: BuyerFunction\nvalues: []\n", "BuyerFunction is no sum over issues"),
        ("type: Profile\n", "Profile is no sum over issues"),
        ("weights: [1]\nvalues: [[1, 2, 3]]\n", "a utility function without a type, expected `type: Linear"),
    ],
)
def test_no_party_is_lost_in_silence(cli, buyer, said):
    put(trade(Path("in/a")), "buyer.yml", buyer)
    trade(Path("in/b"))
    called = cli("import", "in/a")
    assert (called.code, called.out) == (2, "")
    assert said in called.err
    assert f"(in/a/buyer.yml, line {2 if buyer.startswith('#') else 1})" in called.err
    assert not Path("ran").exists()
    rows = [line.split() for line in cli("import", "in", "--out", "out").out.splitlines()]
    assert rows[1:3] == [["a", "not", "loaded"], ["b", "loaded", "1", "3", "2"]]


@pytest.mark.parametrize("text", ["- 1\n- 2\n", "author: me\n", ""])
def test_a_file_that_is_no_profile_is_noted(cli, text):
    put(trade(Path("in/a")), "buyer.yml", text)
    trade(Path("in/b"))
    told = cli("import", "in", "--out", "out")
    rows = [line.split() for line in told.out.splitlines()]
    assert rows[1:3] == [["a", "loaded", "with", "notes", "1", "3", "2"], ["b", "loaded", "1", "3", "2"]]
    assert "a: a file beside the domain that is no profile, left out (buyer.yml)" in told.out


def test_nothing_loaded_is_a_failure(cli):
    for name in ("one", "other"):
        put(Path("in", name), "d.xml", "<negotiation_template>")
    assert cli("import", "in", "--out", "out").code == 2
    assert not Path("out").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("nowhere elsewhere", "no file or folder is here (nowhere)\nno file or folder is here (elsewhere)"),
        ("in", "2 domains are here, expected --out FOLDER"),
        ("in --out file", "2 domains are here, expected a folder (file)"),
        ("in --out out --profile one", "--profile with 2 domains, expected a single domain"),
        ("in/a --format genius", "no negotiation domain is here, expected files of Genius (.xml)"),
        ("in/a --format xml", "unknown format 'xml', expected one of genius, negmas, geniusweb, gmcr"),
        ("in/a --as-of today", "--as-of 'today', expected a date like 2025-08-21"),
        ("in/a --steps 1", "steps is 1, expected 2 to 1,000"),
        ("in/a --profile three", "unknown profile 'three'"),
        ("in/a in/b --out taken", "a file is there already and is not overwritten (taken/a.yaml)"),
    ],
)
def test_bad_input_is_told_and_nothing_is_written(cli, tmp_path, arguments, said):
    trade(Path("in/a"))
    trade(Path("in/b"))
    put(Path(), "file", "mine")
    put(Path("taken"), "a.yaml", "mine")
    before = files_in(tmp_path)
    called = cli("import", *arguments.split())
    assert (called.code, called.out) == (2, "")
    assert said in called.err
    assert "Traceback" not in called.err
    assert files_in(tmp_path) == before


def test_what_our_language_refuses_is_not_written(cli):
    parties = [linear(f"p{number}", [1.0], [{"type": "IdentityFun"}]) for number in range(65)]
    called = cli("import", negmas(Path("in"), [PRICE], *parties))
    assert called.code == 2
    assert "65 parties, expected at most 64" in called.err
    assert "(Trade.yaml, line" in called.err
    assert not Path("Trade.yaml").exists()


def test_a_domain_of_ten_billion_packages_is_imported_as_it_is_read(cli):
    issues = [{"type": "ContiguousIssue", "name": f"i{place}", "values": 10} for place in range(10)]
    told = cli(
        "import",
        negmas(Path("in"), issues, linear("one", [1.0] * 10, [{"type": "IdentityFun"}] * 10)),
        "--json",
    ).told
    assert told["packages"] == 10**10


def test_import_loads_neither_mesa_nor_matplotlib(tmp_path):
    program = f"""
import sys
from sim.cli import main
sys.argv = ["sim", "import", {str(trade(tmp_path / "in"))!r}, "--out", {str(tmp_path / "out.yaml")!r}]
try:
    main()
except SystemExit as left:
    assert not left.code
print("LOADED", *(name for name in ("mesa", "matplotlib", "numba", "yaml") if name in sys.modules))"""
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert told.stdout.splitlines()[-1] == "LOADED yaml"
