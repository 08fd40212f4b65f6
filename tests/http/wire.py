"""What a .case file cannot say: bytes on the wire, many connections, and a drawn map of the test's own.

Each function that starts with `test_` is a case. It is given the port of a server on a fresh
installation whose map has one tile: zoom 10, column 512, row 511 (from the north).
"""
import contextlib
import gzip
import http.client
import os
import pathlib
import re
import socket
import sqlite3
import subprocess
import sys
import tempfile
import urllib.parse

import cases

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/support"))
import site_under_test  # noqa: E402  (from a folder beside ours)

# Layer `streets`, version 2, without features.
TILE = gzip.compress(b"\x1a\x0b\x0a\x07streets\x78\x02")
HALF_OPEN = 500
FIRST_PAGE_LIMIT = 60_000  # bytes, all that a first visit to the form loads


def make_map(path):
    with contextlib.closing(sqlite3.connect(path)) as database:
        database.execute("CREATE TABLE metadata (name TEXT, value TEXT)")
        database.execute("INSERT INTO metadata VALUES ('maxzoom', '12')")
        database.execute("CREATE TABLE tiles (zoom_level INTEGER, tile_column INTEGER, "
                         "tile_row INTEGER, tile_data BLOB)")
        # MBTiles counts rows from the south: of 1024, 512 there is 511 from the north.
        database.execute("INSERT INTO tiles VALUES (10, 512, 512, ?)", (TILE,))
        database.commit()


def ask(port, method, path, body=None, **headers):
    """(status, headers, body) as sent, not unpacked."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    try:
        connection.request(method, path, body, {k.replace("_", "-"): v for k, v in headers.items()})
        answer = connection.getresponse()
        return answer.status, answer.headers, answer.read()
    finally:
        connection.close()


def must(is_so, words):
    if not is_so:
        raise cases.Wrong(words)


def test_a_tile_is_sent_as_it_is_stored(port):
    status, headers, body = ask(port, "GET", "/tiles/10/512/511.pbf")
    must(status == 200, f"status {status}")
    must(body == TILE, "the tile's bytes were changed on the way")
    must(headers["Content-Type"] == "application/vnd.mapbox-vector-tile", headers["Content-Type"])
    must(headers["Content-Encoding"] == "gzip", "the browser is not told that it is packed")
    must(headers.get_all("Cache-Control") == ["public, max-age=86400"], str(headers))
    page = ask(port, "GET", "/help")[1]
    for name in ("Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy"):
        must(headers[name] and headers[name] == page[name], f"{name} is not that of a page")


def test_a_place_without_a_tile_is_empty_and_beyond_the_world_is_none(port):
    for path, expected in (
            ("10/0/0.pbf", 204),       # on the map, with nothing to draw
            ("12/4095/4095.pbf", 204),
            ("12/4096/0.pbf", 404),    # beyond its last column
            ("10/512/1024.pbf", 404),
            ("13/0/0.pbf", 404),       # beyond its last zoom
            ("-1/0/0.pbf", 404),
            ("10/512/511.png", 404),
            ("10/512/x.pbf", 404),
            ("10/512/99999999999999999999.pbf", 404)):
        status, headers, body = ask(port, "GET", f"/tiles/{path}")
        must(status == expected, f"{path}: {status} instead of {expected}")
        if expected == 204:
            must(body == b"" and "Content-Encoding" not in headers, f"{path}: {headers}")
        else:
            must("max-age" not in headers["Cache-Control"], f"{path}: kept although it is not there")


def test_head_tells_the_length_of_get(port):
    for path in ("/", "/help", "/ask/age", "/tiles/10/512/511.pbf", "/nothing-here", "/healthz"):
        for encoding in ("identity", "gzip"):
            got = ask(port, "GET", path, Accept_Encoding=encoding)
            head = ask(port, "HEAD", path, Accept_Encoding=encoding)
            must(head[0] == got[0] and head[2] == b"", f"HEAD {path}: {head[0]}")
            for name in ("Content-Length", "Content-Type", "Content-Encoding"):
                must(head[1][name] == got[1][name],
                     f"HEAD {path} ({encoding}): {name} {head[1][name]}, not {got[1][name]}")
            must(int(got[1]["Content-Length"]) == len(got[2]), f"GET {path}: a wrong length")


def test_too_long_a_form_is_answered_with_a_page_that_says_so(port):
    body = urllib.parse.urlencode({"name": "a" * 70_000})
    status, headers, page = ask(
        port, "POST", "/ask/you", body, Content_Type="application/x-www-form-urlencoded")
    text = page.decode()
    must(status == 413, f"status {status}")
    must(headers["Content-Type"].startswith("text/html"), headers["Content-Type"])
    must("That is too much at once" in text and "aaaa" not in text, "the page does not say it")
    must(text.count("<h1") == 1, "not one heading")


def test_what_no_form_sends_is_refused_before_it_is_read(port):
    with socket.create_connection(("127.0.0.1", port), timeout=20) as connection:
        connection.sendall(
            b"POST /ask/you HTTP/1.1\r\nHost: a\r\nContent-Length: 8388609\r\n\r\n")
        answer = b""
        while part := connection.recv(4096):
            answer += part
    must(answer.startswith(b"HTTP/1.1 413 "), f"answered {answer[:60]!r}")


def test_a_visitor_is_served_beside_500_half_open_connections(port):
    with contextlib.ExitStack() as open_ones:
        for _ in range(HALF_OPEN):
            connection = open_ones.enter_context(
                socket.create_connection(("127.0.0.1", port), timeout=20))
            connection.sendall(b"POST /ask/age HTTP/1.1\r\nHost: a\r\nContent-Le")
        browser = site_under_test.Browser(port)
        browser.must(200, "GET", "/")
        browser.must(303, "POST", "/ask/age", {"age": "yes"})
        browser.must(200, "GET", "/ask/you")


def test_the_first_page_of_the_form_is_light(port):
    """As a browser with gzip loads it: the page and all it names. Sizes are facts, not timings."""
    _, headers, page = ask(port, "GET", "/ask", Accept_Encoding="gzip, br")
    must(headers["Location"] == "/ask/age", "the form starts elsewhere")
    _, headers, page = ask(port, "GET", "/ask/age", Accept_Encoding="gzip, br")
    total = len(page)
    if headers["Content-Encoding"] == "gzip":
        page = gzip.decompress(page)
    linked = set(re.findall(r'(?:src|href)="(/assets/[^"]+)"', page.decode()))
    must(len(linked) == 3, f"it loads {sorted(linked)}")
    for path in linked:
        status, headers, body = ask(port, "GET", path, Accept_Encoding="gzip, br")
        must(status == 200 and headers["Content-Encoding"] == "gzip", f"{path}: {status} {headers}")
        text = gzip.decompress(body).decode()
        must(not re.search(r"url\((?!\"?data:)|@import|@font-face", text), f"{path} loads more")
        total += len(body)
    must(total < FIRST_PAGE_LIMIT, f"the first page weighs {total} bytes")


def run(pattern, program):
    """(name, what is wrong or None) of every case whose name holds `pattern`."""
    chosen = [(f"wire/{name[5:]}", test) for name, test in sorted(globals().items())
              if name.startswith("test_") and pattern in f"wire/{name[5:]}"]
    if not chosen:
        return []
    with tempfile.TemporaryDirectory() as data:
        database = f"sqlite:{data}/test.db"
        subprocess.run([program, "migrate"], check=True, stdout=subprocess.DEVNULL,
                       env=dict(os.environ, WALKTALK_DB=database, WALKTALK_DATA_DIR=data))
        make_map(pathlib.Path(data) / "tiles.mbtiles")
        server = site_under_test.Server(program, database, data)
        results = []
        for name, test in chosen:
            try:
                test(server.port)
                results.append((name, None))
            except (cases.Wrong, RuntimeError, OSError, http.client.HTTPException) as wrong:
                results.append((name, f"{type(wrong).__name__}: {wrong}"))
        server.stop()
        if server.process.returncode != 0:
            results.append(("wire", f"the server ended with {server.process.returncode}"))
    return results
