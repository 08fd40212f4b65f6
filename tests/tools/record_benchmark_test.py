import subprocess
import unittest

from support import ROOT, Tree, load

record_benchmark = load("tools/record_benchmark")


class WithSection(unittest.TestCase):
    def test_a_new_file_gets_a_title(self):
        text = record_benchmark.with_section("", "serve", "## serve\n\nfast\n")
        self.assertTrue(text.startswith("# Benchmarks\n"))
        self.assertTrue(text.endswith("\n\n## serve\n\nfast\n"))

    def test_only_its_own_section_is_replaced(self):
        text = "# Benchmarks\n\n## plan\n\nold plan\n\n## serve\n\nold serve\n"
        self.assertEqual(record_benchmark.with_section(text, "plan", "## plan\n\nnew\n"),
                         "# Benchmarks\n\n## plan\n\nnew\n\n## serve\n\nold serve\n")

    def test_writing_twice_changes_nothing(self):
        once = record_benchmark.with_section("", "a", "## a\n\nx\n")
        self.assertEqual(record_benchmark.with_section(once, "a", "## a\n\nx\n"), once)


class Run(unittest.TestCase):
    def record(self, command):
        with Tree({"b.md": "# Benchmarks\n"}) as root:
            done = subprocess.run([ROOT / "tools/record_benchmark", "x", root / "b.md", "sh", "-c", command],
                                  capture_output=True, text=True, check=False)
            return done.returncode, done.stdout, (root / "b.md").read_text()

    def test_the_table_is_shown_and_written_with_machine_date_versions_and_command(self):
        code, shown, text = self.record("echo '| a | 1 |'")
        self.assertEqual((code, shown), (0, "| a | 1 |\n"))
        for part in ("## x\n\n| a | 1 |\n", "- Machine: ", "- Date: ", "- Versions: ", "`./dev bench x`"):
            self.assertIn(part, text)

    def test_a_benchmark_that_fails_writes_nothing(self):
        self.assertEqual(self.record("echo half; exit 3"), (1, "half\n", "# Benchmarks\n"))
