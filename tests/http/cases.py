"""How a .case file reads: steps between lines of `===`, each a request, `---` and the answer.

    # Words after a hash at the start of a line are for people.
    POST /ask/name
    Accept-Language: cy
                                  (an empty line, then the body; lines are joined without line end)
    name=Zoe&
    contact=zoe%40example.org
    ---
    303
    Location: /ask/where          (a header that contains these words)
                                  (an empty line, then what the body holds)
    Ask for a walk                (these words)
    ! kerb_crawling               (not these words)
    token = /walk/([A-Za-z0-9_-]{27})   (a regular expression over headers and body; its first
                                   group is {{token}} in what follows)

A body that is sent is a form, unless Content-Type says otherwise. Cookies are kept from step to step
of a file and sent back as a browser would; `Cookie:` in a step replaces them. `{{totp:SECRET}}` is
the six figures of the moment for a base32 secret (RFC 6238), `{{totp:SECRET:1}}` the next ones.
"""
import base64
import hashlib
import hmac
import http.client
import re
import struct
import time


class Wrong(Exception):
    """What is wrong with an answer, or with the file."""


def totp(secret, ahead):
    plain = secret.replace(" ", "")
    key = base64.b32decode(plain + "=" * (-len(plain) % 8))
    step = int(time.time()) // 30 + ahead
    digest = hmac.new(key, struct.pack(">Q", step), hashlib.sha1).digest()
    offset = digest[-1] & 15
    number = struct.unpack(">I", digest[offset:offset + 4])[0] & 0x7FFFFFFF
    return f"{number % 1000000:06d}"


def filled(text, variables):
    def value(match):
        name = match.group(1)
        if name.startswith("totp:"):
            secret, _, ahead = name[5:].partition(":")
            return totp(variables.get(secret, secret), int(ahead or 0))
        if name not in variables:
            raise Wrong(f"nothing was captured as {{{{{name}}}}}")
        return variables[name]
    return re.sub(r"\{\{([\w:]+)\}\}", value, text)


def split_blank(lines):
    """What stands before the first empty line, and after it."""
    if "" not in lines:
        return lines, []
    at = lines.index("")
    return lines[:at], lines[at + 1:]


def steps_of(text):
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    for step in "\n".join(lines).split("\n===\n"):
        if step.count("\n---\n") != 1:
            raise Wrong("a step needs a request, a line of ---, and the answer")
        request, answer = step.split("\n---\n")
        yield request.strip("\n").split("\n"), answer.strip("\n").split("\n")


def send(lines, port, cookies):
    head, body = split_blank(lines)
    method, target = head[0].split(" ", 1)
    headers = dict(line.split(": ", 1) for line in head[1:])
    content = "".join(body).encode() if body else None
    if content is not None:
        headers.setdefault("Content-Type", "application/x-www-form-urlencoded")
    if cookies:
        headers.setdefault("Cookie", "; ".join(f"{name}={value}" for name, value in cookies.items()))
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    try:
        connection.request(method, target, body=content, headers=headers)
        answer = connection.getresponse()
        return answer.status, answer.getheaders(), answer.read().decode("utf-8", "replace")
    finally:
        connection.close()


def keep_cookies(headers, cookies):
    for name, value in headers:
        if name.lower() == "set-cookie":
            key, content = value.split(";", 1)[0].split("=", 1)
            cookies[key] = content
            if "Max-Age=0" in value:
                del cookies[key]


def check(lines, status, headers, body, variables):
    head, fragments = split_blank(lines)
    if str(status) != head[0]:
        title = re.search(r"<h1[^>]*>(.*?)</h1>", body, re.S)
        raise Wrong(f"status {status} instead of {head[0]}" + (f" ({title.group(1)})" if title else ""))
    shown = "\n".join(f"{name}: {value}" for name, value in headers)
    for line in head[1:]:
        name, words = filled(line, variables).split(": ", 1)
        if not any(key.lower() == name.lower() and words in value for key, value in headers):
            raise Wrong(f"no header {name} with '{words}' among\n{shown}")
    for line in filter(None, fragments):
        capture = re.fullmatch(r"(\w+) = (.+)", line)
        if capture:
            found = re.search(capture.group(2), shown + "\n\n" + body)
            if not found:
                raise Wrong(f"nothing matches {capture.group(2)}")
            variables[capture.group(1)] = found.group(1)
        elif line.startswith("! "):
            if filled(line[2:], variables) in body:
                raise Wrong(f"the body holds '{line[2:]}'")
        elif filled(line, variables) not in body:
            raise Wrong(f"the body does not hold '{line}'")


def fault_of(path, port, variables):
    """None if every step of the file goes as it says, else what does not."""
    cookies, number = {}, 0
    try:
        for number, (request, answer) in enumerate(steps_of(path.read_text(encoding="utf-8")), 1):
            status, headers, body = send([filled(line, variables) for line in request], port, cookies)
            keep_cookies(headers, cookies)
            check(answer, status, headers, body, variables)
    except (Wrong, OSError, http.client.HTTPException) as wrong:
        return f"step {number}: {wrong}"
    return None
