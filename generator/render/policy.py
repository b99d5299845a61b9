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


def headers() -> Mapping[str, str]:
    """Return the response headers for every page."""
    policy = "; ".join(f"{name} {value}" for name, value in CONTENT_SECURITY_POLICY.items())
    return {
        "Content-Security-Policy": policy,
        "Cross-Origin-Opener-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
    }


def data_headers() -> Mapping[str, str]:
    """Return what the open data needs besides: any site may read it."""
    return {"Access-Control-Allow-Origin": "*"}


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
    blocks = [("/*", headers()), *((path, data_headers()) for path in DATA_PATHS)]
    return "\n".join(f"{path}\n" + "".join(f"  {name}: {value}\n" for name, value in h.items()) for path, h in blocks)


def _nginx() -> str:
    """An `add_header` in a location hides those around it, so the data locations repeat them all."""
    common = "".join(f'add_header {name} "{value}" always;\n' for name, value in headers().items())
    data = "".join(
        f'  add_header {name} "{value}" always;\n' for name, value in {**headers(), **data_headers()}.items()
    )
    paths = "|".join(map(_pattern, DATA_PATHS))
    use = "# Include in the server block that serves this folder. A location with an add_header of its own drops these."
    return f"{use}\n{common}location ~ ^/({paths}) {{\n{data}}}\n"


def _pattern(path: str) -> str:
    """Return a path of `_headers` as a regular expression of nginx, without the slash it starts with."""
    escaped = path.lstrip("/").replace(".", r"\.")
    return escaped.removesuffix("*") if path.endswith("*") else escaped.replace("*", "[^/]+") + "$"
