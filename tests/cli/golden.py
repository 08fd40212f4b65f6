"""Golden tests of commands: a .case file holds command lines and what they must print.

    # a comment
    $ walktalk --db {{db}} migrate
    Migrated to version …
    $ walktalk --db {{db}} migrate --to nowhere
    …
    [2]

A line that begins with `$ ` is run by bash in an empty folder of the case's own, where `walktalk`
is the program under test and $ROOT the repository. The lines that follow are what it prints,
standard output and errors together: `…` stands for any text within a line, a line of only `…` for
any number of lines. `[N]` as last line is the exit code, where it is not 0. A case that names
{{db}} runs once on each database.
"""
import os
import pathlib
import re
import shlex
import subprocess
import tempfile
import uuid

ROOT = pathlib.Path(__file__).resolve().parents[2]
LONGEST_COMMAND = 120  # seconds


class Step:
    """One command with the lines and exit code that it must give."""

    def __init__(self, command, line):
        self.command, self.line, self.output, self.code = command, line, [], 0


def steps_of(text):
    steps = []
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("$ "):
            steps.append(Step(line[2:], number))
        elif steps:
            code = re.fullmatch(r"\[(\d+)\]", line)
            if code:
                steps[-1].code = int(code[1])
            else:
                steps[-1].output.append(line)
        elif line and not line.startswith("#"):
            raise ValueError(f"line {number} stands before any command: {line}")
    for step in steps:  # blank lines and comments may part one command from the next
        while step.output and (not step.output[-1] or step.output[-1].startswith("# ")):
            step.output.pop()
    return steps


def matches(expected, printed):
    """Whether the lines `printed` are those `expected`, with `…` as wildcard."""
    pattern = "".join(
        r"(?:.*\n)*?" if line == "…" else ".*?".join(map(re.escape, line.split("…"))) + r"\n"
        for line in expected)
    return re.fullmatch(pattern, "".join(line + "\n" for line in printed)) is not None


def without_trailing_blanks(lines):
    while lines and not lines[-1].strip():
        lines = lines[:-1]
    return lines


def run_step(step, db, folder, environment):
    """None if the step went as written, else what was seen."""
    command = step.command.replace("{{db}}", shlex.quote(db))
    try:
        done = subprocess.run(["bash", "-c", command], cwd=folder, env=environment, text=True,
                              errors="replace", stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, timeout=LONGEST_COMMAND, check=False)
    except subprocess.TimeoutExpired:
        return f"line {step.line}: {step.command}\n  still ran after {LONGEST_COMMAND} s"
    printed = without_trailing_blanks(done.stdout.splitlines())
    if matches(step.output, printed) and done.returncode == step.code:
        return None
    shown = [*(f"  - {line}" for line in step.output), *(f"  + {line}" for line in printed)]
    if done.returncode != step.code:
        shown.append(f"  exit code {done.returncode}, expected {step.code}")
    return "\n".join([f"line {step.line}: {step.command}", *shown])


def run_case(path, db, walktalk):
    """None if every command of the case did as written, else the first that did not."""
    with tempfile.TemporaryDirectory(prefix="walktalk-case-") as folder:
        programs = pathlib.Path(folder) / "bin"
        work = pathlib.Path(folder) / "work"
        programs.mkdir()
        work.mkdir()
        (programs / "walktalk").symlink_to(walktalk)
        environment = {name: value for name, value in os.environ.items()
                       if not name.startswith("WALKTALK_")}
        environment.update(PATH=f"{programs}:{os.environ['PATH']}", ROOT=str(ROOT), LC_ALL="C.UTF-8",
                           WALKTALK=str(walktalk))
        for step in steps_of(path.read_text()):
            wrong = run_step(step, db, work, environment)
            if wrong:
                return wrong
    return None


class Postgres:
    """A database of its own on the server at `url`, dropped at the end."""

    def __init__(self, url):
        self.url, self.name = url, f"case_{uuid.uuid4().hex}"

    def sql(self, statement):
        subprocess.run(["psql", "-qX", self.url, "-c", statement], check=True)

    def __enter__(self):
        self.sql(f"CREATE DATABASE {self.name}")
        return re.sub(r"/[^/]*$", f"/{self.name}", self.url)

    def __exit__(self, *_):
        self.sql(f"DROP DATABASE {self.name} WITH (FORCE)")


def runs_of(path, postgres):
    """(name, runner of the case given the program) for each database; no runner: skipped."""
    name = path.stem
    if "{{db}}" not in path.read_text():
        yield name, lambda walktalk: run_case(path, "", walktalk)
        return
    yield f"{name} (SQLite)", lambda walktalk: run_case(path, "sqlite:case.db", walktalk)

    def on_postgres(walktalk):
        with Postgres(postgres) as url:
            return run_case(path, url, walktalk)

    yield f"{name} (PostgreSQL)", on_postgres if postgres else None
