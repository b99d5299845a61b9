"""A stand-in for GitHub's command `gh`: what the workflows ask of it, answered from files in $GH_STATE.

`pulls.json` and `comments.json` are lists as GitHub's API gives them; `artifacts/<name>.zip` are archives. Every
filter of `--jq` is run by jq itself.
"""

from __future__ import annotations

import json
import os
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import jq

STATE = Path(os.environ["GH_STATE"])


def main() -> None:
    """Answer one command, or stop with an error for what no workflow should ask."""
    match sys.argv[1:3]:
        case ["auth", "setup-git"]:
            pass
        case ["pr", "list"]:
            options = parse(sys.argv[3:], "--repo", "--head", "--state", "--json", "--limit")
            pulls = [pull for pull in read("pulls.json") if options.head in (None, pull["head"]["ref"])]
            answer([{name: pull[name] for name in options.json.split(",")} for pull in pulls], options)
        case ["pr", "create"]:
            options = parse(sys.argv[3:], "--repo", "--head", "--base", "--title", "--body")
            pulls = read("pulls.json")
            number = 100 + len(pulls)
            new = {"number": number, "head": {"ref": options.head}, "isCrossRepository": False}
            write("pulls.json", [*pulls, {**new, "title": options.title, "body": options.body}])
        case ["api", *_]:
            call(sys.argv[2:])
        case other:
            sys.exit(f"gh: {other}")


def call(arguments: list[str]) -> None:
    """Answer a call of the API."""
    parser = ArgumentParser()
    parser.add_argument("--method", default="GET")
    parser.add_argument("--paginate", action="store_true")
    parser.add_argument("--silent", action="store_true")
    parser.add_argument("-f", action="append", default=[])
    parser.add_argument("-F", action="append", default=[])
    parser.add_argument("--jq", default=".")
    parser.add_argument("address")
    options = parser.parse_args(arguments)
    given = dict(pair.split("=", 1) for pair in options.f)
    address = urlsplit(options.address)
    match options.method, address.path.split("/")[3:]:
        case "GET", ["pulls"]:
            answer([pull for pull in read("pulls.json") if pull["head"]["label"] == given["head"]], options)
        case "GET", ["compare", span]:
            (pull,) = (pull for pull in read("pulls.json") if f"main...{pull['head']['sha']}" == span)
            answer({"files": [{"filename": name} for name in pull["files"]]}, options)
        case "GET", ["actions", "runs", _, "artifacts"]:
            name = parse_qs(address.query)["name"][0]
            paths = [path for path in archives() if path.stem == name]
            sized = [{"id": archives().index(path), "size_in_bytes": path.stat().st_size} for path in paths]
            answer({"artifacts": sized}, options)
        case "GET", ["actions", "artifacts", id, "zip"]:
            sys.stdout.buffer.write(archives()[int(id)].read_bytes())
        case "GET", ["issues", number, "comments"]:
            answer([comment for comment in read("comments.json") if comment["on"] == number], options)
        case "POST", ["issues", number, "comments"]:
            comments = read("comments.json")
            new = {
                "id": 900 + len(comments),
                "on": number,
                "user": {"login": "github-actions[bot]"},
                "body": body(options),
            }
            write("comments.json", [*comments, new])
        case "PATCH", ["issues", "comments", id]:
            comments = read("comments.json")
            changed = [{**c, "body": body(options)} if str(c["id"]) == id else c for c in comments]
            write("comments.json", changed)
        case other:
            sys.exit(f"gh api: {other}")


def parse(arguments: list[str], *names: str) -> Namespace:
    """Read options that each take a value."""
    parser = ArgumentParser()
    for name in (*names, "--jq"):
        parser.add_argument(name)
    return parser.parse_args(arguments)


def body(options: Namespace) -> str:
    """Return the text of a comment, which comes from a file."""
    (given,) = options.F
    assert given.startswith("body=@")
    return Path(given.removeprefix("body=@")).read_text("utf-8")


def answer(found: Any, options: Namespace) -> None:
    """Print what the filter makes of an answer, texts without quotes."""
    for item in jq.compile(options.jq).input_value(found):
        print(item if isinstance(item, str) else json.dumps(item))


def archives() -> list[Path]:
    """Return the archives in a fixed order; their number is their place."""
    return sorted((STATE / "artifacts").glob("*.zip"))


def read(name: str) -> list[dict[str, Any]]:
    """Return what GitHub knows of something."""
    path = STATE / name
    found: list[dict[str, Any]] = json.loads(path.read_text("utf-8")) if path.exists() else []
    return found


def write(name: str, value: Any) -> None:
    """Let GitHub know something."""
    (STATE / name).write_text(json.dumps(value), "utf-8")


if __name__ == "__main__":
    main()
