import unittest

from support import load

check_sizes = load("tools/check_sizes")


def breaches(name, text):
    return list(check_sizes.breaches_of_file(name, text))


def body(lines):
    return "    step();\n" * lines


class Sizes(unittest.TestCase):
    def test_a_file_has_at_most_500_lines(self):
        self.assertEqual(breaches("src/a.cpp", "\n" * 500), [])
        self.assertEqual(breaches("src/a.cpp", "\n" * 501),
                         ["src/a.cpp:501: 501 lines; a file has at most 500"])

    def test_a_function_has_at_most_80_lines_and_is_named_by_its_head(self):
        text = "namespace wt {{\n\nvoid f(int x)\n{{\n{}}}\n\n}}\n"
        self.assertEqual(breaches("src/a.cpp", text.format(body(77))), [])
        self.assertEqual(breaches("src/a.cpp", text.format(body(78))),
                         ["src/a.cpp:3: a function of 81 lines; at most 80"])

    def test_members_and_constructors_are_functions(self):
        text = f"class A : public B\n{{\n    A(int x) : x_{{x}}\n    {{\n{body(80)}    }}\n}};\n"
        self.assertEqual(len(breaches("src/a.hpp", text)), 1)

    def test_a_function_template_is_a_function(self):
        text = "template <class T>\nstd::vector<T> f(T x)\n{\n" + body(80) + "}\n"
        self.assertEqual(len(breaches("src/a.hpp", text)), 1)

    def test_a_class_or_table_of_many_lines_is_no_function(self):
        self.assertEqual(breaches("src/a.hpp", "struct A\n{\n" + "    int x;\n" * 90 + "};\n"), [])
        self.assertEqual(breaches("src/a.cpp", "int const kX[] = {\n" + "    f(1),\n" * 90 + "};\n"), [])

    def test_braces_in_literals_and_comments_do_not_count(self):
        text = 'void f()\n{\n    g("}", \'{\', R"(}})"); // }\n' + body(80) + "}\n"
        self.assertEqual(len(breaches("src/a.cpp", text)), 1)

    def test_a_digit_separator_opens_no_literal(self):
        text = "int const a = 6'371;\nvoid f()\n{\n" + body(80) + "}\n"
        self.assertEqual(breaches("src/a.cpp", text), ["src/a.cpp:2: a function of 83 lines; at most 80"])

    def test_typescript_and_python_functions_are_measured(self):
        self.assertEqual(len(breaches("ui/a.ts", "export function f(): void {\n" + body(80) + "}\n")), 1)
        self.assertEqual(len(breaches("tools/a.py", "def f():\n" + body(80))), 1)


class Words(unittest.TestCase):
    def test_words_that_promise_are_found(self):
        for word in ("TO" "DO", "FIX" "ME", "XX" "X", "HA" "CK", "Not " "implemented"):
            self.assertEqual(len(breaches("src/a.cpp", f"// {word}: later\n")), 1, word)

    def test_names_that_only_contain_one_are_fine(self):
        self.assertEqual(breaches("tools/a.sh", 'mktemp "a.XXXXXX"; HACKNEY=1\n'), [])

    def test_a_word_that_is_an_attribute_too_is_only_wrong_in_a_comment(self):
        word = "place" "holder"
        self.assertEqual(breaches("ui/a.ts", f"input.{word} = text;\n"), [])
        self.assertEqual(len(breaches("ui/a.ts", f"f(); // a {word}\n")), 1)

    def test_home_folders_are_found(self):
        home = "/ho" "me/ann/x"
        self.assertEqual(len(breaches("tools/a.sh", f"cd {home}\n")), 1)
        self.assertEqual(breaches("src/a.cpp", 'fetch("https://example.org/home/x/");\n'), [])
