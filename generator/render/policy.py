"""The security policy of the site, once, in the forms that hosts read: `_headers` and an nginx snippet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.render.output import OutputFile, text_file

CONTENT_SECURITY_POLICY: Mapping[str, str] = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}


def headers() -> dict[str, str]:
    """Return the response headers for every page."""
    return {
        "Content-Security-Policy": _policy(CONTENT_SECURITY_POLICY),
        "Cross-Origin-Opener-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
    }


def data_headers() -> dict[str, str]:
    """Return what the open data needs besides: any site may read it."""
    return {"Access-Control-Allow-Origin": "*"}


def embed_headers() -> dict[str, str]:
    """Return what differs for the cards that others may frame: they run no script, so nothing can be click-jacked."""
    policy = {**CONTENT_SECURITY_POLICY, "script-src": "'none'", "frame-ancestors": "*"}
    return {"Content-Security-Policy": _policy(policy), **data_headers()}


def _policy(directives: Mapping[str, str]) -> str:
    return "; ".join(f"{name} {value}" for name, value in directives.items())


EMBED_PATH = "/embed/*"
DATA_PATHS = (
    "/api/*",
    "/schema/*",
    "/praktijken.csv",
    "/praktijken.xlsx",
    "/praktijken.ods",
    "/data/dcat.jsonld",
    "/llms.txt",
    "/feed.xml",
    "/wijzigingen.xml",
    "/themas/*/feed.xml",
    "/gemeenten/*/feed.xml",
)


def render_policy() -> Iterator[OutputFile]:
    """Yield `_headers` (for static hosts) and `nginx-headers.conf` (to include in a server block)."""
    yield text_file("_headers", _static_host())
    yield text_file("nginx-headers.conf", _nginx())


def _static_host() -> str:
    """Return `_headers`. All blocks that fit a path count, so a card first lets go of the common policy ("!")."""
    blocks = [("/*", headers()), *((path, data_headers()) for path in DATA_PATHS)]
    text = [f"{path}\n{_lines(block)}" for path, block in blocks]
    return "\n".join((*text, f"{EMBED_PATH}\n  ! Content-Security-Policy\n{_lines(embed_headers())}"))


def _lines(block: Mapping[str, str]) -> str:
    return "".join(f"  {name}: {value}\n" for name, value in block.items())


def _nginx() -> str:
    """An `add_header` in a location hides those around it, so the locations repeat them all."""
    use = "# Include in the server block that serves this folder. A location with an add_header of its own drops these."
    paths = "|".join(map(_pattern, DATA_PATHS))
    places = {
        f"location ~ ^/({paths})": headers() | data_headers(),
        f"location ^~ {EMBED_PATH.removesuffix('*')}": headers() | embed_headers(),
    }
    made = [f"{place} {{\n{_add_headers(block, '  ')}}}\n" for place, block in places.items()]
    return f"{use}\n{_add_headers(headers())}{''.join(made)}"


def _add_headers(block: Mapping[str, str], indent: str = "") -> str:
    return "".join(f'{indent}add_header {name} "{value}" always;\n' for name, value in block.items())


def _pattern(path: str) -> str:
    """Return a path of `_headers` as a regular expression of nginx, without the slash it starts with."""
    escaped = path.lstrip("/").replace(".", r"\.")
    return escaped.removesuffix("*") if path.endswith("*") else escaped.replace("*", "[^/]+") + "$"
