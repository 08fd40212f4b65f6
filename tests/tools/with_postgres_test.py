import os
import pathlib
import subprocess
import unittest

from support import ROOT, Tree


def run(*arguments, **environment):
    """(exit code, output) of tools/with_postgres, in an environment without a server."""
    inherited = {name: value for name, value in os.environ.items() if name != "WALKTALK_TEST_POSTGRES"}
    done = subprocess.run([ROOT / "tools/with_postgres", *arguments], env={**inherited, **environment},
                          text=True, capture_output=True, check=False)
    return done.returncode, done.stdout


@unittest.skipUnless(pathlib.Path("/usr/lib/postgresql").is_dir(), "PostgreSQL is not installed")
class WithPostgres(unittest.TestCase):
    def test_serves_the_command_and_leaves_nothing_behind(self):
        with Tree({}) as folder:
            folder.chmod(0o755)
            (folder / "tmp").mkdir()
            (folder / "tmp").chmod(0o1777)
            code, output = run("sh", "-c", 'psql -qXAt "$WALKTALK_TEST_POSTGRES" -c "show fsync"; exit 7',
                               TMPDIR=str(folder / "tmp"))
            self.assertEqual((code, output), (7, "off\n"))
            self.assertEqual(list((folder / "tmp").iterdir()), [])

    def test_durable_keeps_fsync(self):
        self.assertEqual(run("--durable", "sh", "-c", 'psql -qXAt "$WALKTALK_TEST_POSTGRES" -c "show fsync"'),
                         (0, "on\n"))


class WithGivenServer(unittest.TestCase):
    def test_a_server_that_is_named_already_is_used(self):
        self.assertEqual(run("sh", "-c", 'echo "$WALKTALK_TEST_POSTGRES"',
                             WALKTALK_TEST_POSTGRES="postgresql://given/db"), (0, "postgresql://given/db\n"))
