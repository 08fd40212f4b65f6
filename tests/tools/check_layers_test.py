import unittest

from support import ROOT, Tree, load

check_layers = load("tools/check_layers")
LAYERS = (ROOT / "tools/layers.txt").read_text()


def breaches(files):
    with Tree({"tools/layers.txt": LAYERS, **files}) as root:
        return list(check_layers.breaches(root))


class Layers(unittest.TestCase):
    def test_a_folder_includes_itself_and_everything_further_left(self):
        self.assertEqual(breaches({"src/matching/plan.cpp":
                                   '#include "matching/plan.hpp"\n#include "daylight/sun.hpp"\n'
                                   '#include "base/id.hpp"\n#include <vector>\n'}), [])

    def test_no_folder_includes_one_further_right(self):
        self.assertEqual(breaches({"src/geo/point.cpp": '\n#include "store/db.hpp"\n'}),
                         ["src/geo/point.cpp:2: geo may not include store"])

    def test_siblings_never_include_each_other(self):
        self.assertEqual(breaches({"src/store/db.cpp": '#include "notify/mail.hpp"\n'}),
                         ["src/store/db.cpp:1: store may not include notify"])

    def test_pages_and_commands_reach_the_store_only_through_app(self):
        for folder in ("web", "cli"):
            self.assertEqual(breaches({f"src/{folder}/a.cpp": '#include "store/db.hpp"\n'}),
                             [f"src/{folder}/a.cpp:1: {folder} may not include store"])

    def test_main_may_include_everything(self):
        self.assertEqual(breaches({"src/main.cpp":
                                   '#include "web/a.hpp"\n#include "store/a.hpp"\n'}), [])

    def test_each_driver_has_one_owner(self):
        for header, owner in (("soci/soci.h", "store"), ("sqlite3.h", "store"),
                              ("libpq-fe.h", "store"), ("restinio/all.hpp", "web"),
                              ("osmium/io/any_input.hpp", "streets")):
            file = {f"src/{owner}/a.cpp": f"#include <{header}>\n",
                    "src/app/a.cpp": f"#include <{header}>\n"}
            self.assertEqual(breaches(file),
                             [f"src/app/a.cpp:1: only {owner} may include <{header}>"])

    def test_pure_folders_have_no_input_and_no_clock(self):
        text = "#include <fstream>\nauto t = std::chrono::system_clock::now();\n// system_clock::now\n"
        self.assertEqual(breaches({"src/routing/a.cpp": text, "src/streets/a.cpp": text}),
                         ["src/routing/a.cpp:1: routing is pure; it may not include <fstream>",
                          "src/routing/a.cpp:2: routing is pure; it may not use _clock::now"])

    def test_the_clock_itself_is_an_exception(self):
        text = "auto t = std::chrono::system_clock::now();\n"
        self.assertEqual(breaches({"src/base/time.cpp": text}), [])

    def test_an_unknown_folder_is_a_breach(self):
        self.assertEqual(breaches({"src/misc/a.cpp": ""}),
                         ["src/misc/a.cpp:1: its folder is in no tier of tools/layers.txt"])

    def test_a_rule_that_is_not_understood_stops(self):
        with Tree({"tools/layers.txt": "teir base\n"}) as root, self.assertRaises(SystemExit):
            list(check_layers.breaches(root))
