"""The reference of the command line, from the application itself: what `--help` says, for all commands."""

from collections.abc import Iterator
from inspect import cleandoc

import typer

from generated.markdown import code, table
from sim.cli import main  # noqa: F401  (its import adds the commands)
from sim.cli.app import app


def commands_page() -> str:
    """Return a section for every command, in the order of its name, in Markdown."""
    return "\n".join(section for _, section in sorted(_sections()))


def _sections() -> Iterator[tuple[str, str]]:
    group = typer.main.get_command(app)
    over_all = group.context_class(group, info_name="sim")
    for name, command in group.commands.items():
        if not command.hidden:
            yield (
                name,
                _section(name, command, command.context_class(command, info_name=name, parent=over_all)),
            )


def _section(name, command, context) -> str:
    said = [parameter.get_help_record(context) for parameter in command.get_params(context)]
    arguments = [parameter.param_type_name == "argument" for parameter in command.get_params(context)]
    parts = [
        f"## sim {name}\n",
        f"{cleandoc(command.help)}\n",
        f"```text\n{_usage(name, said, arguments)}\n```\n",
    ]
    rows = [(code(_plain(written)), _text(does)) for written, does in said if written != "--help"]
    return "\n".join([*parts, table(["argument or option", "is"], rows) if rows else ""])


def _usage(name, said, arguments) -> str:
    """Return the command with its arguments, those in brackets that may be left out."""
    places = [
        _plain(written) for (written, _), is_argument in zip(said, arguments, strict=True) if is_argument
    ]
    return " ".join(["sim", name, *places, "[OPTIONS]"])


def _plain(written: str) -> str:
    """Leave out the type where the name says it all: `CASE <str>`."""
    name, _, kind = written.partition(" <")
    return name if kind and not name.startswith("-") else written


def _text(does: str) -> str:
    return does.replace("[required]", "").replace("[default:", "Default:").removesuffix("]")
