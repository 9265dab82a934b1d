#!/bin/sh
# Make .venv hold this project and what it needs, as pinned in constraints.txt.
#
#     tools/bootstrap.sh [run | dev | docs | peers]
#
# `run` installs what the program needs, `dev` and `docs` add that extra to the same .venv. `peers` makes
# .venv-peers instead: other programs to measure beside this one, as pinned in tests/benchmarks/peers.txt.
# The file .venv/.ready-NAME says that NAME is complete; make compares its time with pyproject.toml
# and constraints.txt. While .venv is being changed these files wait in .venv/.unfinished, so that
# a .venv left by an interrupted set-up is seen for what it is and made anew. The same for .venv-peers.
set -eu
cd "$(dirname "$0")/.."

want=${1:-run}
venv=.venv pins=constraints.txt
[ "$want" != peers ] || venv=.venv-peers pins=tests/benchmarks/peers.txt
needed="Python 3.12 or newer"
remedy="install one from python.org or your system's packages, or install uv, or name one: make PYTHON=/path/to/python3"

fail() {
    echo "guarantee-sim: $1" >&2
    exit 1
}

is_new_enough() { "$1" -c 'import sys; raise SystemExit(sys.version_info < (3, 12))' >/dev/null 2>&1; }
can_make_venvs() { "$1" -c 'import ensurepip, venv' >/dev/null 2>&1; }
version_of() { "$1" -c 'import sys; print("%d.%d.%d" % tuple(sys.version_info[:3]))' 2>/dev/null; }
has_uv() { command -v uv >/dev/null 2>&1; }

# Sets `python` to the first interpreter that serves, or to nothing where uv has to help.
# Each is run, not only looked up: version managers leave names in the PATH that do not work.
find_python() {
    python='' bare='' old=''
    if [ -n "${PYTHON:-}" ]; then
        set -- "$PYTHON"
    else
        set -- python3.13 python3.12 python3.14 python3 python
    fi
    for candidate; do
        if ! is_new_enough "$candidate"; then
            found=$(version_of "$candidate") && old="${old:-Python $found ($candidate)}"
        elif ! can_make_venvs "$candidate"; then
            bare=${bare:-$candidate}
        else
            # The interpreter behind a shim or an active .venv, which may be about to be removed.
            python=$("$candidate" -c 'import sys; print(sys._base_executable)')
            return
        fi
    done
    if has_uv && { [ -n "$bare" ] || [ -z "${PYTHON:-}" ]; }; then
        return
    elif [ -n "$bare" ]; then
        fail "$bare (Python $(version_of "$bare")) lacks the modules that make virtual environments; add them (on Debian and Ubuntu: apt install python3-venv) or install uv."
    fi
    fail "$needed is needed, but ${old:-no Python that runs} was found${PYTHON:+ as PYTHON}; $remedy."
}

make_venv() {
    rm -rf "$venv"
    mkdir "$venv"
    begin
    if [ -n "$python" ]; then
        "$python" -m venv "$venv"
    else
        uv venv --quiet --allow-existing --seed --python "${bare:-$(cat .python-version)}" "$venv"
    fi
}

begin() {
    mkdir "$venv/.unfinished"
    echo $$ >"$venv/.unfinished/pid"
    move_ready "$venv" "$venv/.unfinished"
}

end() {
    move_ready "$venv/.unfinished" "$venv"
    rm -r "$venv/.unfinished"
}

move_ready() {
    for file in "$1"/.ready-*; do
        [ ! -e "$file" ] || mv "$file" "$2"/
    done
}

# An environment serves if its set-up came to an end, it was made in this folder (its scripts hold the
# path), its Python runs and is new enough, and it has pip.
is_usable() {
    [ ! -e "$venv/.unfinished" ] &&
        { [ ! -e "$venv/.made-in" ] || [ "$(cat "$venv/.made-in")" = "$(pwd -P)" ]; } &&
        is_new_enough "$venv/bin/python" &&
        "$venv/bin/python" -m pip --version >/dev/null 2>&1
}

install() {
    case $want in
        peers) set -- --requirement "$pins" ;;
        run) set -- --constraint "$pins" --editable . ;;
        *) set -- --constraint "$pins" --editable ".[$want]" ;;
    esac
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check "$@"
}

case $want in
    run | dev | docs | peers) ;;
    *) fail "unknown set-up '$want', expected one of run, dev, docs, peers" ;;
esac
trap 'echo "guarantee-sim: interrupted; the next call starts $venv afresh." >&2; exit 130' INT TERM

other=$(cat "$venv/.unfinished/pid" 2>/dev/null || true)
if [ -n "$other" ] && kill -0 "$other" 2>/dev/null; then
    fail "process $other is setting $venv up already: wait for it, or remove $venv if it does no such thing."
elif is_usable; then
    begin
    fresh=false
else
    find_python
    make_venv || fail "could not make $venv with ${python:-uv}; see above."
    fresh=true
fi
echo "Setting up $venv for '$want' (Python $(version_of "$venv/bin/python"), versions as in $pins) ..."

status=0
install || status=$?
if [ "$status" -ne 0 ]; then
    # pip fetches everything before it changes anything: what was complete before still is.
    if [ "$fresh" = false ] && [ "$status" -lt 128 ]; then
        end
    fi
    fail "the installation did not succeed; see above."
fi
pwd -P >"$venv/.made-in"
end
[ "$want" = peers ] || touch "$venv/.ready-run"
touch "$venv/.ready-$want"
