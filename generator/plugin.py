"""The only module that knows MkDocs: the plugin, and running MkDocs for `praktijken build` and `serve`."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from jinja2 import TemplateError
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.base import Config
from mkdocs.config.config_options import Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files

from generator.catalogue import Catalogue
from generator.diagnostics import has_errors
from generator.load import load
from generator.publish.site import fill_site
from generator.reporters import as_text
from generator.view.types import Site

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

UNUSED = ("assets/javascripts/", "assets/stylesheets/palette")
FORGES = {"github": "github", "gitlab": "gitlab", "codeberg.org": "forgejo", "forgejo": "forgejo", "gitea": "forgejo"}
"""The kind of a forge by a part of its host name; another is named in mkdocs.yml."""
WATCHED = ("practices", "congresses", "schema")
ROOT_VARIABLE = "PRAKTIJKEN_ROOT"
"""Environment variable that mkdocs.yml reads for the plugin's `root`; MkDocs reloads its file at each change."""


class PraktijkenConfig(Config):
    """Options of the plugin in mkdocs.yml."""

    root = Type(str, default="")
    """Folder with practices/, congresses/ and schema/; by default that of mkdocs.yml."""


class PraktijkenPlugin(BasePlugin[PraktijkenConfig]):
    """Loads the catalogue before the theme runs, and fills the shell after it."""

    catalogue: Catalogue | None = None
    """Set by `build_site`, which has loaded and checked it already."""

    def on_config(self, config: MkDocsConfig) -> None:
        """Refuse to build while records have errors; MkDocs has not touched the old site yet."""
        if self.catalogue is None:
            self._loaded, diagnostics = load(self._root(config))
            if has_errors(diagnostics):
                raise PluginError(f"De site is niet gebouwd.\n{as_text(diagnostics)}")
        else:
            self._loaded = self.catalogue

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Leave out the scripts and the palette of the theme, which no page loads, and its source maps."""
        for file in [file for file in files if file.src_uri.startswith(UNUSED) or file.src_uri.endswith(".map")]:
            files.remove(file)
        return files

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Add everything that records become."""
        try:
            fill_site(Path(config.site_dir), self._loaded, _site(config))
        except (FileNotFoundError, ValueError) as error:
            raise PluginError(f"De schil (docs/schil.md) is niet goed: {error}") from error

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, **_: Any) -> LiveReloadServer:
        """Rebuild when a record, a vocabulary or a template changes; while one has errors, the last good site stays."""
        server.builder = partial(_rebuild, server.builder)
        for folder in [*(self._root(config) / name for name in WATCHED), Path(__file__).parent / "templates"]:
            if folder.is_dir():
                server.watch(str(folder))
        return server

    def _root(self, config: MkDocsConfig) -> Path:
        here = Path(config.config_file_path or "mkdocs.yml").resolve().parent
        return here / self.config.root


def build_site(config_file: Path, folder: Path, catalogue: Catalogue) -> None:
    """Render the theme's pages and the catalogue into an empty folder. Raises ThemeError with the reason."""
    config = load_config(str(config_file), site_dir=str(folder), strict=True)
    _plugin(config).catalogue = catalogue
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build(config)
    except (Abort, PluginError, TemplateError) as error:
        raise ThemeError(f"{type(error).__name__}: {error}") from error
    finally:
        config.plugins.on_shutdown()


def serve_site(config_file: Path, root: Path, address: str) -> None:
    """Serve the site with live reload until interrupted. Raises ThemeError with the reason."""
    from mkdocs.commands.serve import serve  # only who looks on needs a server

    os.environ[ROOT_VARIABLE] = str(root.resolve())
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    try:
        serve(str(config_file), dev_addr=address)
    except (Abort, PluginError, OSError) as error:
        raise ThemeError(str(error)) from error


def _rebuild(builder: Callable[[], None]) -> None:
    """Build anew. MkDocs has printed why it could not, and would let the browser wait until it can."""
    try:
        builder()
    except Abort:
        words = "De pagina's zijn nog die van voor deze wijziging. Verbeter het bestand; de rest gaat vanzelf."
        print(words, file=sys.stderr)


def read_site(config_file: Path) -> Site:
    """Return name, address and repository of the site as mkdocs.yml and the environment give them."""
    return _site(load_config(str(config_file)))


class ThemeError(Exception):
    """The theme could not render the hand-written pages."""


def _plugin(config: MkDocsConfig) -> PraktijkenPlugin:
    plugin = config.plugins["praktijken"]
    assert isinstance(plugin, PraktijkenPlugin)
    return plugin


def _site(config: MkDocsConfig) -> Site:
    url = config.site_url or ""
    setting = {
        name: str(config.extra.get(name) or "") for name in ("repository", "forge", "branch", "mail", "publisher")
    }
    return Site(
        config.site_name,
        url if not url or url.endswith("/") else f"{url}/",
        setting["repository"],
        setting["forge"] or _forge_of(setting["repository"]),
        setting["branch"] or "main",
        setting["mail"],
        setting["publisher"],
    )


def _forge_of(repository: str) -> str:
    """Tell the kind of forge by its address; empty when that says nothing."""
    host = urlsplit(repository).hostname or ""
    return next((forge for part, forge in FORGES.items() if part in host), "")
