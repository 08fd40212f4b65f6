import os
import subprocess
import sys
import unittest

from support import ROOT, Tree

sys.path.insert(0, str(ROOT / "tests/cli"))
import golden  # noqa: E402

# Stands in for the program: prints its arguments, and fails when told to.
ECHO = '#!/bin/sh\necho "got $*"\n[ "$1" != fail ] || { echo "to stderr" >&2; exit 2; }\n'


def run(case, db=None, pattern=""):
    """(exit code, output) of tests/cli/run over one case."""
    with Tree({"echo": ECHO, "cases/one.case": case}) as root:
        (root / "echo").chmod(0o755)
        environment = dict(os.environ, WALKTALK=str(root / "echo"), WALKTALK_CASES=str(root / "cases"))
        environment.pop("WALKTALK_TEST_POSTGRES", None)
        if db:
            environment["WALKTALK_TEST_POSTGRES"] = db
        done = subprocess.run([ROOT / "tests/cli/run", pattern], env=environment, text=True,
                              capture_output=True, check=False)
    return done.returncode, done.stdout


class Matches(unittest.TestCase):
    def test_an_ellipsis_stands_for_text_within_a_line(self):
        self.assertTrue(golden.matches(["took … s", "a (b)"], ["took 3 s", "a (b)"]))
        self.assertFalse(golden.matches(["took … s"], ["took 3", "s"]))

    def test_a_line_of_an_ellipsis_stands_for_any_number_of_lines(self):
        for middle in ([], ["x"], ["x", "", "y"]):
            self.assertTrue(golden.matches(["a", "…", "b"], ["a", *middle, "b"]))
        self.assertFalse(golden.matches(["a", "…", "b"], ["a", "x"]))

    def test_nothing_expected_means_nothing_printed(self):
        self.assertTrue(golden.matches([], []))
        self.assertFalse(golden.matches([], ["surprise"]))


class Run(unittest.TestCase):
    def test_passes_when_output_and_exit_code_are_as_written(self):
        case = "# says\n$ walktalk a b\ngot a b\n\n# next\n$ walktalk fail\ngot fail\nto stderr\n[2]\n"
        self.assertEqual(run(case), (0, "1 passed, 0 failed, 0 skipped\n"))

    def test_fails_on_other_output_and_shows_both(self):
        code, output = run("$ walktalk a\ngot b\n")
        self.assertEqual(code, 1)
        self.assertIn("  - got b\n  + got a\n", output)

    def test_fails_on_another_exit_code(self):
        code, output = run("$ walktalk fail\n…\n")
        self.assertEqual(code, 1)
        self.assertIn("exit code 2, expected 0", output)

    def test_commands_of_a_case_share_an_empty_folder(self):
        self.assertEqual(run("$ ls\n$ touch here\n$ ls\nhere\n")[0], 0)

    def test_a_case_that_names_the_database_runs_on_each(self):
        case = "$ walktalk {{db}}\ngot …sql…:…\n"
        self.assertEqual(run(case)[1].splitlines()[-1], "1 passed, 0 failed, 1 skipped")

    def test_each_run_on_postgres_has_a_database_of_its_own(self):
        server = os.environ.get("WALKTALK_TEST_POSTGRES")
        if not server:
            self.skipTest("no PostgreSQL server (WALKTALK_TEST_POSTGRES is not set)")
        case = ('$ case {{db}} in sqlite:*) touch t;; *) psql -qX {{db}} -c "CREATE TABLE t (x int)";; esac\n'
                "$ walktalk {{db}}\ngot …\n")
        for _ in range(2):
            self.assertEqual(run(case, server), (0, "2 passed, 0 failed, 0 skipped\n"))

    def test_a_pattern_chooses_by_name(self):
        self.assertEqual(run("$ false\n", pattern="two"), (0, "0 passed, 0 failed, 0 skipped\n"))
