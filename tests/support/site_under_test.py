"""A walktalk server under test, and the form of `/ask` filled in over HTTP without a browser."""
import http.client
import os
import re
import signal
import subprocess
import tempfile
import urllib.parse

HEADERS = {"Content-Type": "application/x-www-form-urlencoded"}
AREAS = """{"features":[{"properties":{"name":"South","code":"south"},"geometry":{"type":"Polygon",
"coordinates":[[[0,0],[1,0],[1,1],[0,1],[0,0]]]}}]}"""
WARDS = AREAS.replace('"code":"south"', '"code":"ward"').replace('"name":"South"', '"name":"Ward"')
PLACES = "name,lat,lon\nMarket Square,0.5,0.5\n"


class Server:
    """`walktalk serve` on a free port; `kill` is the power cut."""

    def __init__(self, walktalk, database, data_dir, *options):
        # One address sends a whole load here.
        environment = dict(os.environ, WALKTALK_DB=database, WALKTALK_DATA_DIR=data_dir,
                           WALKTALK_LIMITS="off")
        self.process = subprocess.Popen(
            [walktalk, "serve", "--listen", "127.0.0.1:0", *options],
            env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        line = self.process.stdout.readline()
        found = re.search(r"http://127\.0\.0\.1:(\d+)", line)
        if not found:
            raise RuntimeError("the server did not start")
        self.port = int(found[1])

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self):
        self.process.terminate()
        self.process.wait()


def make_installation(walktalk, database, data_dir):
    """An empty force with one ward around 0.5, 0.5."""
    environment = dict(os.environ, WALKTALK_DB=database, WALKTALK_DATA_DIR=data_dir)

    def run(*arguments):
        subprocess.run([walktalk, *arguments], env=environment, check=True,
                       stdout=subprocess.DEVNULL)

    run("migrate")
    with tempfile.TemporaryDirectory() as folder:
        for name, text, command in (
                ("bcu.geojson", AREAS, ("areas", "import", "{}", "--kind", "bcu")),
                ("ward.geojson", WARDS, ("areas", "import", "{}", "--kind", "ward")),
                ("places.csv", PLACES, ("places", "import", "{}"))):
            path = os.path.join(folder, name)
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)
            run(*(part.format(path) for part in command))


class Browser:
    """Cookies and one connection; follows nothing by itself."""

    def __init__(self, port, cookies=None):
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
        self.cookies = dict(cookies or {})

    def ask(self, method, path, fields=None):
        body = urllib.parse.urlencode(fields, doseq=True) if fields is not None else None
        headers = dict(HEADERS) if body is not None else {}
        if self.cookies:
            headers["Cookie"] = "; ".join(f"{k}={v}" for k, v in self.cookies.items())
        self.connection.request(method, path, body, headers)
        response = self.connection.getresponse()
        text = response.read().decode()
        for cookie in response.headers.get_all("Set-Cookie") or []:
            name, value = cookie.split(";", 1)[0].split("=", 1)
            if value and "Max-Age=0" not in cookie:
                self.cookies[name] = value
            else:
                self.cookies.pop(name, None)
        return response.status, response.headers.get("Location", ""), text

    def must(self, status, *arguments):
        got, location, text = self.ask(*arguments)
        if got != status:
            raise RuntimeError(f"{arguments[0]} {arguments[1]}: {got} instead of {status}")
        return location, text


def filled_draft(port):
    """Cookies of a form that lacks nothing but its sending."""
    browser = Browser(port)
    browser.must(303, "POST", "/ask/age", {"age": "yes"})
    browser.must(303, "POST", "/ask/you", {"name": "Ana", "contact_by": "none"})
    browser.must(303, "POST", "/ask/where", {"do": "map", "lat": "0.5", "lon": "0.5"})
    _, page = browser.must(200, "GET", "/ask/when")
    times = re.findall(r'name="free_times" id="[^"]*" value="([^"]*)"', page)
    browser.must(303, "POST", "/ask/when", {"free_times": times[:4], "light": "dark"})
    browser.must(303, "POST", "/ask/more", {"party": "1"})
    return dict(browser.cookies)


def checked_draft(port, draft):
    """The same with a key of its own, ready for `POST /ask/check`: (cookies, fields)."""
    browser = Browser(port, draft)
    _, page = browser.must(200, "GET", "/ask/check")
    key = re.search(r'name="idempotency" value="([^"]*)"', page)
    return dict(browser.cookies), {"idempotency": key[1]}
