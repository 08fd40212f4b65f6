"""wrk, as a function."""
import re
import subprocess


def wrk(url, connections, seconds, script=None, cookie=""):
    """(requests per second, p50, p99 in ms, what went wrong)"""
    command = ["wrk", "-t2", f"-c{connections}", f"-d{seconds}s", "--latency"]
    command += ["-s", script] if script else []
    command += ["-H", f"Cookie: {cookie}"] if cookie else []
    text = subprocess.run([*command, url], capture_output=True, text=True, check=True).stdout

    def milliseconds(percent):
        value, unit = re.search(rf"{percent}%\s+([\d.]+)(us|ms|s)", text).groups()
        return float(value) * {"us": 0.001, "ms": 1, "s": 1000}[unit]

    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", text)[1])
    wrong = re.search(r"(Non-2xx.*|Socket errors.*)", text)
    return rate, milliseconds(50), milliseconds(99), wrong[1] if wrong else ""
