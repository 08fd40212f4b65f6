"""The feed of answers, read by a validator that others wrote (xmllint) under atom.rng: what RFC 4287
asks of an Atom document. What a schema cannot say of one, its section is named beside.

Each function that starts with `test_` is a case; it is given the port of a server with a demonstration.
"""
import http.client
import os
import pathlib
import subprocess
import sys
import tempfile
from xml.etree import ElementTree

import cases

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/support"))
import site_under_test  # noqa: E402  (from a folder beside ours)

SCHEMA = pathlib.Path(__file__).with_name("atom.rng")
TOWN = ROOT / "tests/support/grid_town.osm"
ATOM = "{http://www.w3.org/2005/Atom}"


def fault_of(document):
    """What the validator says; empty if the document is right."""
    done = subprocess.run(["xmllint", "--relaxng", str(SCHEMA), "--noout", "-"], input=document,
                          capture_output=True, check=False)
    return "" if done.returncode == 0 else done.stderr.decode("utf-8", "replace")[:600]


def feed_at(port, query=""):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request("GET", "/concerns/feed.atom" + query)
    answer = connection.getresponse()
    body = answer.read()
    if answer.status != 200 or answer.getheader("Content-Type") != "application/atom+xml":
        raise cases.Wrong(f"{answer.status} {answer.getheader('Content-Type')}")
    return body


def require_valid(document):
    if fault := fault_of(document):
        raise cases.Wrong(fault)


def test_feed_with_entries(port):
    document = feed_at(port)
    require_valid(document)
    feed = ElementTree.fromstring(document)
    entries = feed.findall(ATOM + "entry")
    if not entries:
        raise cases.Wrong("the demonstration has no answers")
    for part in (feed, *entries):  # 4.1.1, 4.1.2: an author somewhere, an alternate without content
        if part.find(ATOM + "author") is None:
            raise cases.Wrong("no author")
        if part.find(ATOM + "link[@rel='alternate']") is None:
            raise cases.Wrong("no link to a page")
    ids = [entry.findtext(ATOM + "id") for entry in entries]  # 4.2.6
    if len(set(ids)) != len(ids):
        raise cases.Wrong("two entries share an id")
    if feed.find(ATOM + "link[@rel='self']") is None:  # 4.1.1
        raise cases.Wrong("no link to itself")


def test_feed_without_entries(port):
    document = feed_at(port, "?category=kerb_crawling&state=not_ours")
    require_valid(document)
    if b"<entry>" in document:
        raise cases.Wrong("the demonstration has such an answer")


def test_validator_refuses_what_is_wrong(port):
    document = feed_at(port)
    for old, new in ((b"<updated>", b"<updated>yesterday "), (b"<id>", b"<id></id><id>"),
                     (b"<title>", b"<headline/><title>"), (b" href=", b" to=")):
        if not fault_of(document.replace(old, new)):
            raise cases.Wrong(f"{new.decode()} is taken")


def run(pattern, program):
    """(name, what is wrong or None) of every case."""
    chosen = [(f"atom/{name[5:]}", test) for name, test in globals().items()
              if name.startswith("test_") and pattern in f"atom/{name[5:]}"]
    if not chosen:
        return []
    with tempfile.TemporaryDirectory() as data:
        database = f"sqlite:{data}/test.db"
        environment = dict(os.environ, WALKTALK_DB=database, WALKTALK_DATA_DIR=data)
        subprocess.run([program, "demo", "--map", str(TOWN)], env=environment, check=True,
                       stdout=subprocess.DEVNULL)
        server = site_under_test.Server(program, database, data)
        results = []
        for name, test in chosen:
            try:
                test(server.port)
                results.append((name, None))
            except (cases.Wrong, OSError, ElementTree.ParseError, http.client.HTTPException) as wrong:
                results.append((name, f"{type(wrong).__name__}: {wrong}"))
        server.stop()
        return results
