"""A client of Open311 GeoReport v2 that believes nothing: each answer is held against the specification.

http://wiki.open311.org/GeoReport_v2 and http://wiki.open311.org/Service_Discovery. Each function
that starts with `test_` is a case, given a server on a fresh installation and the key of a partner.
Every resource is asked for in XML and in JSON, and both must say the same.
"""
import http.client
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import urllib.parse
import xml.etree.ElementTree as ElementTree

import cases

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/support"))
import site_under_test  # noqa: E402  (from a folder beside ours)

PATH = "/open311/v2/"
TYPES = {"xml": "text/xml", "json": "application/json"}
# W3C's profile of ISO 8601 with time and offset, as the specification wants every moment.
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)")
LISTS = {"services": "service", "service_requests": "request", "errors": "error",
         "attributes": "attribute", "values": "value", "endpoints": "endpoint", "formats": "format"}
SERVICE = {"service_code", "service_name", "description", "metadata", "type", "keywords", "group"}
ATTRIBUTE = {"variable", "code", "datatype", "required", "datatype_description", "order",
             "description"}
DATATYPES = {"string", "number", "datetime", "text", "singlevaluelist", "multivaluelist"}
REQUEST = {"service_request_id", "status", "service_name", "service_code", "agency_responsible",
           "requested_datetime", "updated_datetime", "address"}
REQUEST_MAY = {"status_notes", "description", "service_notice", "expected_datetime", "address_id",
               "zipcode", "lat", "long", "media_url"}
AREA = (0.0, 1.0)
NETWORK = """<?xml version="1.0"?><osm version="0.6">
<node id="1" version="1" lat="0.5000" lon="0.5000"/><node id="2" version="1" lat="0.5000" lon="0.5020"/>
<node id="3" version="1" lat="0.7000" lon="0.7000"/><node id="4" version="1" lat="0.7000" lon="0.7020"/>
<way id="10" version="1"><nd ref="1"/><nd ref="2"/><tag k="highway" v="residential"/>
<tag k="name" v="Market &amp; Mill Street"/></way>
<way id="11" version="1"><nd ref="3"/><nd ref="4"/><tag k="highway" v="residential"/>
<tag k="name" v="Quiet Lane"/></way><way id="12" version="1"><nd ref="2"/><nd ref="3"/>
<tag k="highway" v="residential"/><tag k="name" v="Long Road"/></way></osm>"""


def must(is_so, words):
    if not is_so:
        raise cases.Wrong(words)


def as_tree(element):
    """XML as JSON would say it: lists by their names, all else as text."""
    if element.tag in LISTS:
        for item in element:
            must(item.tag == LISTS[element.tag], f"<{item.tag}> in <{element.tag}>")
        return [as_tree(item) for item in element]
    if len(element):
        must(len({child.tag for child in element}) == len(element), f"twice in <{element.tag}>")
        return {child.tag: as_tree(child) for child in element}
    return element.text or ""


def as_text(value):
    if isinstance(value, dict):
        return {key: as_text(member) for key, member in value.items()}
    if isinstance(value, list):
        return [as_text(item) for item in value]
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else value if isinstance(value, str) else json.dumps(value)


class Client:
    def __init__(self, port, key):
        self.port = port
        self.key = key

    def ask(self, method, resource, file_format, fields=None):
        """(status, tree); the envelope has been checked."""
        target = f"{PATH}{resource}.{file_format}"
        body, headers = None, {}
        if fields is not None and method == "POST":
            body = urllib.parse.urlencode(fields)
            headers["Content-Type"] = "application/x-www-form-urlencoded; charset=utf-8"
        elif fields:
            target += "?" + urllib.parse.urlencode(fields)
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            connection.request(method, target, body, headers)
            answer = connection.getresponse()
            kind, raw = answer.headers["Content-Type"], answer.read()
        finally:
            connection.close()
        what = f"{method} {target}: {answer.status}"
        must(kind.lower() == f"{TYPES[file_format]}; charset=utf-8", f"{what} is {kind}")
        text = raw.decode("utf-8")  # UTF-8 is required everywhere
        if file_format == "json":
            tree = json.loads(text)
        else:
            must(re.match(r'<\?xml version="1.0" encoding="utf-8"\?>', text, re.I), f"{what}: {text[:60]}")
            tree = as_tree(ElementTree.fromstring(raw))
        if answer.status >= 400:
            check_errors(tree, answer.status, what)
        return answer.status, tree

    def get(self, resource, expected=200, /, **fields):
        """The tree, the same in both formats."""
        trees = []
        for file_format in TYPES:
            got, tree = self.ask("GET", resource, file_format, fields)
            must(got == expected, f"GET {resource}.{file_format} {fields}: {got} instead of {expected}")
            trees.append(tree)
        must(as_text(trees[0]) == as_text(trees[1]), f"{resource}: {trees[0]} is not {trees[1]}")
        return trees[1]

    def post(self, file_format="xml", status=201, **fields):
        got, tree = self.ask("POST", "requests", file_format, {"api_key": self.key} | fields)
        must(got == status, f"POST {fields}: {got} instead of {status}: {tree}")
        return tree

    def report(self, file_format="json", lat="0.5001", **fields):
        """The token of a report that was taken."""
        sent = {"service_code": "lighting", "lat": lat, "long": "0.5010"} | fields
        tree = self.post(file_format, **sent)
        must(isinstance(tree, list) and len(tree) == 1, f"one request is answered with {tree}")
        must("service_request_id" not in tree[0], "a number before it may be listed")
        return tree[0]["token"]


def check_errors(tree, status, what):
    must(isinstance(tree, list) and tree, f"{what}: no errors in {tree}")
    for error in tree:
        must(set(error) == {"code", "description"}, f"{what}: {error}")
        must(str(error["code"]) == str(status) and error["description"], f"{what}: {error}")


def check_request(request):
    must(REQUEST <= set(request) <= REQUEST | REQUEST_MAY, f"fields {sorted(request)}")
    must(re.fullmatch(r"\d+", request["service_request_id"]), request["service_request_id"])
    must(request["status"] in ("open", "closed"), request["status"])
    for name in request:
        if name.endswith("_datetime"):
            must(MOMENT.fullmatch(request[name]), f"{name} is {request[name]}")
    must(("lat" in request) == ("long" in request), "half a point")
    for name in ("lat", "long"):
        if name in request:
            must(AREA[0] <= request[name] <= AREA[1], f"{name} is {request[name]}")


def test_discovery_names_the_endpoint_and_its_formats(client):
    tree = client.get("discovery")
    must({"changeset", "contact", "key_service", "endpoints"} == set(tree), sorted(tree))
    must(MOMENT.fullmatch(tree["changeset"]), tree["changeset"])
    for endpoint in tree["endpoints"]:
        must({"specification", "url", "changeset", "type", "formats"} == set(endpoint), str(endpoint))
        must(endpoint["specification"] == "http://wiki.open311.org/GeoReport_v2", str(endpoint))
        must(endpoint["type"] in ("production", "test", "dev"), endpoint["type"])
        must(set(endpoint["formats"]) == set(TYPES.values()), str(endpoint["formats"]))
        must(endpoint["url"].endswith("/open311/v2"), endpoint["url"])


def test_services_and_their_definitions(client):
    services = client.get("services")
    must(len(services) == 17, f"{len(services)} services")
    for service in services:
        must(set(service) == SERVICE, str(service))
        must(service["metadata"] is True and service["type"] == "batch", str(service))
        must(service["service_name"] and service["description"], str(service))
        definition = client.get(f"services/{service['service_code']}")
        must(set(definition) == {"service_code", "attributes"}, str(definition))
        must(definition["service_code"] == service["service_code"], str(definition))
        for order, attribute in enumerate(definition["attributes"], 1):
            must(set(attribute) - {"values"} == ATTRIBUTE, str(attribute))
            must(attribute["datatype"] in DATATYPES, attribute["datatype"])
            must(attribute["order"] == order, str(attribute))
            is_list = attribute["datatype"].endswith("list")
            must(is_list == bool(attribute.get("values")), str(attribute))
            for value in attribute.get("values", []):
                must(set(value) == {"key", "name"} and value["name"], str(value))
    client.get("services/nothing", 404)
    client.get("services", 404, jurisdiction_id="elsewhere.example")
    client.get("services", jurisdiction_id="127.0.0.1")


def test_a_report_needs_a_key_a_service_and_a_place(client):
    place = {"lat": "0.5001", "long": "0.5010"}
    for file_format in TYPES:
        for status, fields in (
                (403, {"api_key": "forged", "service_code": "path"} | place),
                (403, {"api_key": "", "service_code": "path"} | place),
                (400, place),
                (404, {"service_code": "potholes"} | place),
                (400, {"service_code": "path"}),
                (400, {"service_code": "path", "lat": "x", "long": "y"}),
                (400, {"service_code": "path", "lat": "0.5001"}),
                (400, {"service_code": "path", "lat": "0.5001", "address_string": "Quiet Lane"}),
                (400, {"service_code": "path", "address_string": "Nowhere Street"}),
                (400, {"service_code": "path", "lat": "51.5", "long": "-0.1"}),
                (400, {"service_code": "path", "attribute[severity]": "4"} | place),
                (400, {"service_code": "path", "attribute[felt]": "often"} | place),
                (404, {"service_code": "path", "jurisdiction_id": "elsewhere"} | place)):
            client.post(file_format, status, **fields)
    must(client.get("requests") == [], "something was recorded")


def test_a_report_is_listed_once_enough_people_spoke_and_no_sooner(client):
    first = client.report("xml", **{"attribute[external_id]": "FMS/1", "attribute[severity]": "3",
                                    "description": "Caf\u00e9 SECRET", "email": "ana@example.org",
                                    "first_name": "Ana", "phone": "+447700900000"})
    again = client.report("json", **{"attribute[external_id]": "FMS/1", "attribute[severity]": "3"})
    must(first == again, "the same report was taken twice")
    client.post("json", 409, service_code="path", lat="0.5001", long="0.5010",
                **{"attribute[external_id]": "FMS/1"})
    for _ in range(3):
        client.report()
    must(client.get("requests") == [], "four reports are listed")
    token = client.get(f"tokens/{first}")
    must(token == [{"token": first}], f"{token} before it may be listed")
    client.report()
    listed = client.get("requests")
    must(len(listed) == 5, f"{len(listed)} are listed")
    for request in listed:
        check_request(request)
        must(request["requested_datetime"][8:10] == "01", "the day it was raised is told")
        must(request["address"] == "Market & Mill Street, Ward", request["address"])
        must(abs(request["lat"] - 0.5) < 1e-6 and abs(request["long"] - 0.501) < 1e-6,
             "not the middle of the segment")
        must("SECRET" not in json.dumps(request) and "ana@" not in json.dumps(request), str(request))
    token = client.get(f"tokens/{first}")
    must(set(token[0]) == {"token", "service_request_id"}, str(token))
    number = token[0]["service_request_id"]
    one = client.get(f"requests/{number}")
    must(one == [request for request in listed if request["service_request_id"] == number], str(one))
    # Far from the others it is told by its ward alone.
    client.report(lat="0.7001", long="0.7010", service_code="path")
    far = client.get("requests", service_code="path")
    must(len(far) == 1 and "lat" not in far[0] and far[0]["address"] == "Ward", str(far))
    # By an address that means one place.
    client.post("json", 201, service_code="path", address_string="Quiet Lane")
    must(len(client.get("requests", service_code="path")) == 2, "it was not recorded")


def test_filters_and_pages_choose_and_never_tell_more(client):
    everything = client.get("requests")
    must(len(everything) == 7, f"{len(everything)}")
    ids = [request["service_request_id"] for request in everything]
    must(client.get("requests", page_size="4") == everything[:4], "the first page")
    must(client.get("requests", page_size="4", page="2") == everything[4:], "the second page")
    must(client.get("requests", page_size="4", page="99") == [], "a page beyond the last")
    must(client.get("requests", page="1000", page_size="200") == [], "a page beyond the limit")
    some = client.get("requests", service_request_id=f"{ids[0]},{ids[3]},1,nonsense")
    must([request["service_request_id"] for request in some] == [ids[0], ids[3]], str(some))
    must(len(client.get("requests", service_code="lighting,path")) == 7, "two services")
    must(client.get("requests", status="closed") == [], "closed")
    must(len(client.get("requests", status="open,closed")) == 7, "open and closed")
    month = everything[0]["requested_datetime"]
    must(len(client.get("requests", start_date=month, end_date=month)) == 7, "from and to its month")
    must(client.get("requests", start_date="2001-01-01T00:00:00Z",
                    end_date="2001-03-01T00:00:00Z") == [], "another year")
    for wrong in ({"page": "0"}, {"page_size": "many"}, {"start_date": "yesterday"},
                  {"end_date": "2026-13-01T00:00:00Z"}, {"status": "shut"}):
        client.get("requests", 400, **wrong)
    client.get("requests", 404, service_code="potholes")
    client.get("requests", 400, service_request_id=",".join(["1"] * 51))


def test_what_is_not_there_is_an_error_in_the_format_asked_for(client):
    for resource in ("requests/1", "requests/abc", "tokens/o311-nothing", "tokens/abc", "nothing",
                     "nothing/at/all"):
        client.get(resource, 404)


def make_installation(program, database, data):
    """A force with one ward, two streets and a partner. Returns the partner's key."""
    environment = dict(os.environ, WALKTALK_DB=database, WALKTALK_DATA_DIR=data)

    def run_program(*arguments):
        return subprocess.run([program, *arguments], env=environment, check=True, text=True,
                              stdout=subprocess.PIPE).stdout

    run_program("migrate")
    run_program("settings", "set", "demonstration", "true")  # where nobody waits for Monday
    site_under_test.make_installation(program, database, data)
    streets = pathlib.Path(data) / "streets.osm"
    streets.write_text(NETWORK, encoding="utf-8")
    run_program("map", "import", str(streets))
    run_program("partners", "add", "FixMyStreet", "--kind", "other")
    return run_program("partners", "key", "FixMyStreet").strip().splitlines()[-1]


def run(pattern, program):
    """(name, what is wrong or None) of every case, in the order of this file: they share one server."""
    chosen = [(f"open311/{name[5:]}", test) for name, test in globals().items()
              if name.startswith("test_")]
    if not any(pattern in name for name, _ in chosen):
        return []
    with tempfile.TemporaryDirectory() as data:
        database = f"sqlite:{data}/test.db"
        key = make_installation(program, database, data)
        server = site_under_test.Server(program, database, data)
        client = Client(server.port, key)
        results = []
        for name, test in chosen:
            try:
                test(client)
                results.append((name, None))
            except (cases.Wrong, RuntimeError, OSError, ValueError, KeyError,
                    ElementTree.ParseError, http.client.HTTPException) as wrong:
                results.append((name, f"{type(wrong).__name__}: {wrong}"))
        server.stop()
        if server.process.returncode != 0:
            results.append(("open311", f"the server ended with {server.process.returncode}"))
    return results
