import os
import subprocess
import unittest

from support import ROOT, Tree


def run(runners, pattern=""):
    """(exit code, last line) of tools/run_tests over runners of these bodies."""
    code, lines = all_of_run(runners, pattern)
    return code, lines[-1]


def all_of_run(runners, pattern=""):
    """(exit code, lines) of the same."""
    with Tree({f"{name}/run": f"#!/bin/sh\n{body}\n" for name, body in runners.items()}) as tests:
        for name in runners:
            (tests / name / "run").chmod(0o755)
        done = subprocess.run([ROOT / "tools/run_tests", pattern], text=True, capture_output=True,
                              env=dict(os.environ, WALKTALK_TESTS=str(tests)), check=False)
    return done.returncode, done.stdout.splitlines()


class RunTests(unittest.TestCase):
    def test_sums_over_all_runners(self):
        self.assertEqual(run({"a": "echo 2 passed, 0 failed, 1 skipped",
                              "b": "echo 3 passed, 0 failed, 0 skipped"}),
                         (0, "5 passed, 0 failed, 1 skipped"))

    def test_one_failure_fails_the_whole(self):
        self.assertEqual(run({"a": "echo 2 passed, 1 failed, 0 skipped; exit 1",
                              "b": "echo 3 passed, 0 failed, 0 skipped"}),
                         (1, "5 passed, 1 failed, 0 skipped"))

    def test_what_failed_is_said_once_more_at_the_end(self):
        code, lines = all_of_run({
            "a": "echo 'failed: desk.case: step 13: status 409'; echo 2 passed, 1 failed, 0 skipped; exit 1",
            "b": "echo 'failed: is in a name'; echo 3 passed, 0 failed, 0 skipped"})
        self.assertEqual((code, lines[-3:]), (1, [
            "failed: desk.case: step 13: status 409", "2 passed, 1 failed, 0 skipped",
            "5 passed, 1 failed, 0 skipped"]))

    def test_a_runner_that_dies_is_a_failure(self):
        self.assertEqual(run({"a": "exit 3"}), (1, "0 passed, 1 failed, 0 skipped"))
        self.assertEqual(run({"a": "echo 2 passed, 0 failed, 0 skipped; exit 3"}),
                         (1, "2 passed, 1 failed, 0 skipped"))

    def test_cases_that_nothing_runs_are_a_failure(self):
        with Tree({"http/one.case": "", "support/a.hpp": ""}) as tests:
            done = subprocess.run([ROOT / "tools/run_tests"], text=True, capture_output=True,
                                  env=dict(os.environ, WALKTALK_TESTS=str(tests)), check=False)
        self.assertEqual(done.stdout.splitlines()[-1], "0 passed, 1 failed, 0 skipped")

    def test_a_runner_that_counts_nothing_is_a_failure(self):
        self.assertEqual(run({"a": "echo all is well"})[0], 1)

    def test_a_pattern_that_matches_nothing_is_a_failure(self):
        self.assertEqual(run({"a": "echo 0 passed, 0 failed, 0 skipped"}, "nosuch"),
                         (1, "0 passed, 1 failed, 0 skipped"))

    def test_the_name_of_a_folder_runs_all_of_it_and_nothing_else(self):
        body = '[ -z "$1" ] && echo 2 passed, 0 failed, 0 skipped || echo 0 passed, 0 failed, 0 skipped'
        self.assertEqual(run({"http": body, "unit": body}, "http"), (0, "2 passed, 0 failed, 0 skipped"))
