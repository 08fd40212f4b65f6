"""What the tests of tools/ share: loading a tool as a module, and small trees of files."""
import importlib.machinery
import importlib.util
import pathlib
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]


def load(path):
    """The script `path` (from the repository's root) as a module; its main() does not run."""
    name = path.replace("/", "_")
    loader = importlib.machinery.SourceFileLoader(name, str(ROOT / path))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader(name, loader))
    loader.exec_module(module)
    return module


class Tree:
    """A temporary folder with the files given; a context manager that yields its path."""

    def __init__(self, files):
        self.files = files
        self.folder = tempfile.TemporaryDirectory()

    def __enter__(self):
        root = pathlib.Path(self.folder.name)
        for name, text in self.files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        return root

    def __exit__(self, *_):
        self.folder.cleanup()
