"""The open data keeps its promises: described, valid, typed, and never less than it was."""

from __future__ import annotations

import csv
import io
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, cast

import openpyxl
import pyshacl
import pytest
import yaml
from conftest import PUBLIC_URL
from jsonschema import Draft202012Validator, FormatChecker
from openapi_spec_validator import OpenAPIV31SpecValidator
from python_calamine import CalamineWorkbook
from rdflib import DCAT, DCTERMS, FOAF, RDF, Graph, Namespace, URIRef
from rdflib.namespace import DefinedNamespace
from support.hosting import headers_of, read_headers
from support.site import PROJECT, build, records

from generator.render.spreadsheets import Sheet, ods, xlsx
from generator.render.table import COLUMNS, csv_text

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
"""rdflib's own reader of JSON-LD still uses it."""

API = "api/v1"
IDS = tuple(records())
CONTRACT = Path(__file__).with_name("api_v1_contract.txt")
NUMBERS = COLUMNS[COLUMNS.index("periode_van") :]
DATES = ("toegevoegd_op", "gecontroleerd_op")
AUTHORITY = "https://identifier.overheid.nl/tooi/id/gemeente/gm0484"
VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
HOSTILE = ("{0}#", "=1+1", "+31", "-2", "@SOM(A1)", "\t=1", "&lt;<b>&", "twee\nregels", "klok\x07\ufffe", "’é€😀", "")


def load_json(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))


@pytest.fixture(scope="module")
def description(public_site: Path) -> Any:
    return load_json(public_site / API / "openapi.json")


# OpenAPI


def test_the_description_is_valid_openapi(site: Path, description: Any) -> None:
    OpenAPIV31SpecValidator(description).validate()
    OpenAPIV31SpecValidator(load_json(site / API / "openapi.json")).validate()
    assert description["servers"] == [{"url": PUBLIC_URL.rstrip("/")}]


def strict(node: Any) -> Any:
    """Forbid, in a schema, every key that it does not describe."""
    if isinstance(node, list):
        return [strict(item) for item in node]
    if not isinstance(node, dict):
        return node
    closed = {"additionalProperties": False} if "properties" in node and node.get("type") == "object" else {}
    return {key: strict(value) for key, value in node.items()} | closed


def schema_of(description: Any, model: str) -> Draft202012Validator:
    document = strict(description) | {"$ref": f"#/components/schemas/{model}"}
    return Draft202012Validator(document, format_checker=FormatChecker())


def described_files(description: Any, site: Path) -> Iterator[tuple[str, Path]]:
    """Yield each JSON file that the description names, with the name of its model."""
    for path, operations in description["paths"].items():
        content = operations["get"]["responses"]["200"]["content"]
        for file in sorted(site.glob(path.lstrip("/").replace("{id}", "*"))):
            if "application/json" in content:
                schema = content["application/json"]["schema"]
                yield schema.get("$ref", "/Praktijk").rpartition("/")[2], file


def test_every_file_is_as_it_is_described(description: Any, public_site: Path) -> None:
    files = list(described_files(description, public_site))
    assert len(files) >= len(IDS) + 2
    assert {file for _, file in files} == set((public_site / API).rglob("*.json")) - {
        public_site / API / "openapi.json"
    }
    validators = {model: schema_of(description, model) for model, _ in files}
    problems = [
        f"{file.name}: {error.json_path} {error.message[:200]}"
        for model, file in files
        for error in validators[model].iter_errors(load_json(file))
    ]
    assert not problems


def test_what_is_left_of_a_withdrawn_practice_is_as_described(moved_site: Path) -> None:
    description = load_json(moved_site / API / "openapi.json")
    files = [load_json(path) for path in sorted((moved_site / API / "praktijken").glob("*.json"))]
    gone = [file for file in files if file["status"] == "ingetrokken"]
    assert gone
    both = Draft202012Validator(
        strict(description)
        | {"oneOf": [{"$ref": f"#/components/schemas/{model}"} for model in ("Praktijk", "Ingetrokken")]},
        format_checker=FormatChecker(),
    )
    assert not [error.message[:200] for file in files for error in both.iter_errors(file)]


def test_every_path_that_is_described_has_a_file(description: Any, public_site: Path) -> None:
    paths = [path.lstrip("/").replace("{id}", IDS[0]) for path in description["paths"]]
    assert not [path for path in paths if not (public_site / path).is_file()]


def test_a_wrong_file_is_noticed(description: Any, public_site: Path) -> None:
    practice = load_json(public_site / API / "praktijken" / f"{IDS[0]}.json")
    validator = schema_of(description, "Praktijk")
    for wrong in ({"onbeschreven": 1}, {"titel": 3}, {"toegevoegd_op": "gisteren"}, {"zie_ook": [{}]}):
        assert list(validator.iter_errors(practice | wrong)), wrong
    del practice["bronnen"]
    assert list(validator.iter_errors(practice))


def test_the_schemas_lie_where_they_stay(site: Path) -> None:
    for path in sorted((PROJECT / "schema").glob("*.schema.json")):
        published = (site / "schema" / path.name).read_text("utf-8")
        assert published == path.read_text("utf-8")
        Draft202012Validator.check_schema(json.loads(published))


# The contract


def promises(description: Any) -> Iterator[str]:
    """Yield a line per field that readers may count on: where it is, what it is, and whether it is always there."""
    for path in description["paths"]:
        yield f"{path}: adres"
    for name, model in sorted(description["components"]["schemas"].items()):
        for field, schema in model.get("properties", {}).items():
            always = "altijd" if field in model.get("required", ()) else "soms"
            yield f"{name}.{field}: {kind(schema)}, {always}"
    yield from (f"csv: kolom {column}" for column in COLUMNS)


def kind(schema: Any) -> str:
    if "$ref" in schema:
        return str(schema["$ref"].rpartition("/")[2])
    if "const" in schema:
        return json.dumps(schema["const"])
    for choice in ("anyOf", "oneOf"):
        if choice in schema:
            return " of ".join(dict.fromkeys(map(kind, schema[choice])))
    if schema.get("type") == "array":
        return f"lijst van {kind(schema['items'])}"
    return str(schema.get("format") or schema["type"])


def broken(promised: set[str], kept: set[str]) -> list[str]:
    """Return the promises that are no longer kept; a field that was there sometimes may be there always."""
    return sorted(line for line in promised - kept if line.replace(", soms", ", altijd") not in kept)


def test_no_field_of_v1_changed_or_went(description: Any) -> None:
    promised = set(CONTRACT.read_text("utf-8").splitlines())
    assert not broken(promised, set(promises(description)))


def test_the_contract_holds_every_field(description: Any) -> None:
    """What is added becomes a promise too: write these lines into the contract, and tell it in docs/data.md."""
    added = set(promises(description)) - set(CONTRACT.read_text("utf-8").splitlines())
    assert not sorted(added)


def test_a_broken_promise_is_noticed(description: Any) -> None:
    kept = set(promises(description))
    gone, changed = "Praktijk.titel: string, altijd", "Praktijk.weerstand: lijst van Resistance, altijd"
    assert {gone, changed} <= kept
    assert broken(kept, kept - {gone}) == [gone]
    assert broken(kept, kept - {changed} | {changed.replace("altijd", "soms")}) == [changed]
    assert not broken(kept, kept | {"Praktijk.nieuw: string, soms"})


def test_the_changes_of_the_api_are_told(description: Any) -> None:
    text = (PROJECT / "docs" / "data.md").read_text("utf-8")
    assert f"**{description['info']['version']}**" in text.partition("## Wat er veranderde")[2]


# Spreadsheets


def read_sheets(data: bytes, kind: str) -> list[list[Any]]:
    """Read the first sheet of a workbook with another library than made it."""
    if kind == "xlsx":
        sheet = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
        return [[cell.value for cell in row] for row in sheet.iter_rows()]
    rows = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python(skip_empty_area=False)
    return [[None if cell == "" else cell for cell in row] for row in rows]


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_a_spreadsheet_opens_with_types_that_are_right(public_site: Path, kind: str) -> None:
    names, *rows = read_sheets((public_site / f"praktijken.{kind}").read_bytes(), kind)
    assert tuple(names) == COLUMNS
    cells = [dict(zip(names, row, strict=True)) for row in rows]
    assert [row["id"] for row in cells] == list(IDS)
    seen = set()
    for row in cells:
        for name, value in row.items():
            if value is not None:
                seen.add(name)
                wanted = (int, float) if name in NUMBERS else date if name in DATES else str
                assert isinstance(value, wanted), (name, value)
    assert seen >= {"periode_van", "eenmalig_van", "toegevoegd_op", "gecontroleerd_op", "titel"}


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_a_spreadsheet_says_what_the_records_say(public_site: Path, kind: str) -> None:
    names, *rows = read_sheets((public_site / f"praktijken.{kind}").read_bytes(), kind)
    with (public_site / "praktijken.csv").open(encoding="utf-8-sig", newline="") as file:
        plain = list(csv.DictReader(file))
    for row, expected in zip(rows, plain, strict=True):
        for name, cell in zip(names, row, strict=True):
            found = cell.date() if hasattr(cell, "date") else int(cell) if cell == cell and is_whole(cell) else cell
            assert str("" if found is None else found) == expected[name], (expected["id"], name)


def is_whole(cell: Any) -> bool:
    return isinstance(cell, float) and cell.is_integer()


@pytest.mark.parametrize(("kind", "make"), [("xlsx", xlsx), ("ods", ods)])
def test_no_text_of_a_record_is_run(kind: str, make: Any) -> None:
    data = make([Sheet("Blad", ("tekst", "getal"), [(text, 1) for text in HOSTILE])])
    found = [row[0] for row in read_sheets(data, kind)[1:]]
    expected = [text.replace("\x07", "").replace("\ufffe", "") or None for text in HOSTILE]
    assert [value and value.strip() for value in found] == [value and value.strip() for value in expected]
    if kind == "xlsx":
        sheet = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
        assert {cell.data_type for row in sheet.iter_rows(min_row=2, max_col=1) for cell in row} <= {
            "s",
            "inlineStr",
            "n",
        }
    assert b"formula" not in data


def test_csv_holds_any_text_and_runs_none() -> None:
    texts = (*HOSTILE, 'zegt "ja", zei hij', "een\r\nregel", '"', ",", "\r", " begin")
    told = csv_text([(text, 1.5, None, date(2026, 11, 22)) for text in texts])
    found = list(csv.reader(io.StringIO(told, newline=""), strict=True))[1:]
    assert [row[0].removeprefix("'") for row in found] == list(texts)
    assert {tuple(row[1:]) for row in found} == {("1.5", "", "2026-11-22")}
    assert not [row[0] for row in found if row[0][:1] in "=+-@\t\r" and row[0]]


# DCAT


@pytest.fixture(scope="module")
def catalog(public_site: Path) -> Graph:
    return Graph().parse(public_site / "data" / "dcat.jsonld", format="json-ld", publicID=PUBLIC_URL)


SHAPES = """
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix vcard: <http://www.w3.org/2006/vcard/ns#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
[] a sh:NodeShape ; sh:targetClass dcat:Catalog ;
  sh:property [ sh:path dct:title ; sh:minCount 1 ], [ sh:path dct:description ; sh:minCount 1 ],
    [ sh:path dct:publisher ; sh:minCount 1 ; sh:maxCount 1 ; sh:class foaf:Agent ],
    [ sh:path dcat:contactPoint ; sh:minCount 1 ; sh:maxCount 1 ],
    [ sh:path dcat:dataset ; sh:minCount 1 ; sh:class dcat:Dataset ] .
[] a sh:NodeShape ; sh:targetClass dcat:Dataset ;
  sh:property [ sh:path dct:identifier ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:anyURI ],
    [ sh:path dct:title ; sh:minCount 1 ; sh:maxCount 1 ], [ sh:path dct:description ; sh:minCount 1 ; sh:maxCount 1 ],
    [ sh:path dct:language ; sh:minCount 1 ; sh:nodeKind sh:IRI ],
    [ sh:path dcat:theme ; sh:minCount 1 ; sh:nodeKind sh:IRI ],
    [ sh:path dct:modified ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:date ],
    [ sh:path dct:publisher ; sh:minCount 1 ; sh:maxCount 1 ; sh:class foaf:Agent ],
    [ sh:path dct:creator ; sh:minCount 1 ], [ sh:path dct:accessRights ; sh:minCount 1 ; sh:nodeKind sh:IRI ],
    [ sh:path dcat:contactPoint ; sh:minCount 1 ; sh:maxCount 1 ;
      sh:node [ sh:property [ sh:path vcard:fn ; sh:minCount 1 ], [ sh:path vcard:hasURL ; sh:minCount 1 ] ] ],
    [ sh:path dcat:distribution ; sh:minCount 1 ; sh:class dcat:Distribution ] .
[] a sh:NodeShape ; sh:targetClass dcat:Distribution ;
  sh:property [ sh:path dcat:accessURL ; sh:minCount 1 ; sh:maxCount 1 ; sh:nodeKind sh:IRI ],
    [ sh:path dct:title ; sh:minCount 1 ], [ sh:path dct:description ; sh:minCount 1 ],
    [ sh:path dct:license ; sh:minCount 1 ; sh:maxCount 1 ; sh:nodeKind sh:IRI ],
    [ sh:path dct:format ; sh:minCount 1 ; sh:maxCount 1 ; sh:nodeKind sh:IRI ],
    [ sh:path dct:language ; sh:minCount 1 ; sh:nodeKind sh:IRI ] .
"""
"""What is mandatory in DCAT-AP-DONL 1.1 (its table of properties, but for `authority`, which only a publisher can give)
and in DCAT-AP-NL 3.0 (the minCount and maxCount of Geonovum's shapes), in own words."""


def conforms(graph: Graph) -> bool:
    shapes = Graph().parse(data=SHAPES, format="turtle")
    return bool(pyshacl.validate(graph, shacl_graph=shapes, inference="none")[0])


def test_the_data_set_has_what_the_dutch_profiles_ask(catalog: Graph) -> None:
    assert conforms(catalog)
    for property in (DCTERMS.title, DCAT.theme, DCTERMS.license, DCAT.contactPoint):
        poorer = Graph() + catalog
        poorer.remove((None, property, None))
        assert not conforms(poorer), property


def test_the_data_set_uses_terms_that_exist(catalog: Graph) -> None:
    """rdflib knows the terms of these vocabularies; a slip of the pen is none of them."""
    for namespace in cast("list[type[DefinedNamespace]]", [DCAT, DCTERMS, FOAF]):
        used = {term for triple in catalog for term in (triple[1], triple[2]) if str(term).startswith(str(namespace))}
        assert used
        assert not [term for term in used if term not in namespace]


def test_the_data_set_leads_to_files(catalog: Graph, public_site: Path) -> None:
    places = [str(place).removeprefix(PUBLIC_URL) for place in catalog.objects(None, DCAT.downloadURL)]
    assert len(places) == 4
    assert not [place for place in places if not (public_site / place).is_file()]


def test_a_publisher_is_the_authority(authority_site: Path) -> None:
    graph = Graph().parse(authority_site / "data" / "dcat.jsonld", format="json-ld", publicID=PUBLIC_URL)
    (dataset,) = graph.subjects(RDF.type, DCAT.Dataset)
    authority = URIRef("http://standaarden.overheid.nl/owms/terms/authority")
    assert list(graph.objects(dataset, authority)) == [URIRef(AUTHORITY)]
    assert list(graph.objects(dataset, DCTERMS.publisher)) == [URIRef(AUTHORITY)]
    assert conforms(graph)


@pytest.fixture(scope="module")
def authority_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small catalogue, published by a municipality."""
    root = tmp_path_factory.mktemp("uitgever")
    shutil.copytree(PROJECT / "practices" / "huizen", root / "practices" / "huizen")
    return build(root / "site", root, SITE_URL=PUBLIC_URL, PUBLISHER_URI=AUTHORITY)


# The page about it


def example(language: str, origin: str) -> str:
    """Return the example in a language from the page about open data, for the site at an address."""
    text = (PROJECT / "docs" / "data.md").read_text("utf-8")
    return text.partition(f"```{language}\n")[2].partition("```")[0].replace("https://ADRES/", origin)


def test_the_python_of_the_page_runs(origin: str) -> None:
    done = subprocess.run([sys.executable, "-c", example("python", origin)], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    assert "Leertafel praktijken/leertafel/" in done.stdout


@pytest.mark.skipif(not shutil.which("curl"), reason="curl is not installed")
def test_the_command_of_the_page_runs(origin: str) -> None:
    done = subprocess.run(["bash", "-c", example("sh", origin)], capture_output=True, text=True, timeout=60)
    assert json.loads(done.stdout)["id"] == "leertafel"


# The rest


def test_language_models_are_led_to_what_exists(public_site: Path) -> None:
    text = (public_site / "llms.txt").read_text("utf-8")
    links = [part.partition(")")[0] for part in text.split("](")[1:]]
    assert text.startswith("# Gouden Praktijken\n\n> ")
    assert len(links) > 20
    for link in links:
        path = public_site / link.removeprefix(PUBLIC_URL)
        assert path.is_file() or (path / "index.html").is_file(), link


def test_the_catalogue_can_be_cited() -> None:
    citation = yaml.safe_load((PROJECT / "CITATION.cff").read_text("utf-8"))
    assert {"cff-version", "message", "title", "authors", "license", "type"} <= set(citation)
    assert citation["cff-version"] == "1.2.0"
    assert citation["title"] in (PROJECT / "docs" / "data.md").read_text("utf-8")


def test_other_sites_may_read_all_open_data(site: Path, description: Any) -> None:
    rules = read_headers(site)
    paths = [path.replace("{id}", IDS[0]) for path in description["paths"]]
    for path in [*paths, "/api/v1/openapi.json", "/schema/practice.schema.json", "/data/dcat.jsonld", "/llms.txt"]:
        assert headers_of(rules, path)["Access-Control-Allow-Origin"] == "*", path
