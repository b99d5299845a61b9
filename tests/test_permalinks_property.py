"""Whatever happens to a catalogue, every address that was ever published leads in one step to the right page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from support.examples import BASIS, PROJECT

from generator.catalogue import Catalogue
from generator.diagnostics import has_errors
from generator.load import load
from generator.moves.plan import Plan, plan_merge, plan_rename, plan_withdrawal
from generator.moves.preview import preview
from generator.permalinks.addresses import emptied_municipalities, find_addresses
from generator.permalinks.listing import read_permalinks, write_permalinks
from generator.registers.municipalities import Abolished, Municipalities
from generator.render.redirects import render_redirects
from generator.render.templates import CONTENT, PageFiller
from generator.view.types import Site

RECORD = (BASIS / "practices/huizen/buurtkamer.yml").read_text("utf-8")
CONGRESS = """\
titel: {title}
samenvatting: Een dag waarop gemeenten lieten zien wat er in hun buurten gebeurt.
bijeenkomsten:
  - {{datum: 2024-05-30, plaats: Huizen, status: doorgegaan}}
organisatoren: [gemeente Huizen]
praktijken: {practices}
bronnen:
  - {{titel: Programma, uitgever: gemeente Huizen, datum: 2024-05, soort: verslag}}
toegevoegd_op: 2026-11-22
"""
REGISTERS = load(PROJECT)[0].registers
TOWNS = sorted(REGISTERS.municipalities.present)[:4]
SITE = Site("Gouden Praktijken", "https://voorbeeld.test/onder/", "")
NUMBER = st.integers(0, 1000)


@dataclass
class Thing:
    """A practice or congress as a reader knows it, whatever its id; the model to which the site is held."""

    title: str
    address: str
    withdrawn: bool = False
    published: set[str] = field(default_factory=set)


class Moves(RuleBasedStateMachine):
    """Adds, renames, merges, withdraws and reorganises municipalities, and publishes in between."""

    def __init__(self) -> None:
        super().__init__()
        self.catalogue = Catalogue(registers=REGISTERS)
        self.things: list[Thing] = []
        self.count = 0
        self.lists: dict[str, str] = {}
        """Code of the municipality of today, by published slug; empty when it was divided."""

    def alive(self, section: str = "") -> list[Thing]:
        return [thing for thing in self.things if not thing.withdrawn and thing.address.startswith(section)]

    def take(self, files: Mapping[str, bytes | None]) -> None:
        """Change files; what a command changes never gives a fault."""
        self.catalogue, problems = preview(self.catalogue, files)
        assert not has_errors(problems), problems

    def fresh(self) -> str:
        self.count += 1
        return f"ding-{self.count}"

    @rule(town=st.sampled_from(TOWNS), number=NUMBER, refers=st.booleans(), at_once=st.booleans())
    def add(self, town: str, number: int, refers: bool, at_once: bool) -> None:
        present = self.catalogue.registers.municipalities.resolve(town)
        if present is None:
            return
        id, others = self.fresh(), self.alive("praktijken")
        text = RECORD.replace("titel: Buurtkamer", f"titel: Praktijk {id}").replace("GM0406", present.code)
        text = text.replace("naam: gemeente Huizen\n", f"naam: gemeente {present.naam}\n", 1)
        if refers and others:
            other = others[number % len(others)].address.partition("/")[2]
            text += f"zie_ook:\n  - id: {other}\n    reden: Het lijkt op elkaar.\n"
        self.take({f"practices/{present.slug}/{id}.yml": text.encode()})
        self.things.append(Thing(f"Praktijk {id}", f"praktijken/{id}"))
        if at_once:
            self.publish()

    @rule()
    def add_congress(self) -> None:
        id = self.fresh()
        practices = [thing.address.partition("/")[2] for thing in self.alive("praktijken")]
        text = CONGRESS.format(title=f"Congres {id}", practices=f"[{', '.join(practices)}]")
        self.take({f"congresses/{id}.yml": text.encode()})
        self.things.append(Thing(f"Congres {id}", f"congressen/{id}"))

    @precondition(lambda self: self.alive())
    @rule(number=NUMBER, back=st.booleans())
    def rename(self, number: int, back: bool) -> None:
        thing = self.alive()[number % len(self.alive())]
        section = thing.address.partition("/")[0]
        earlier = sorted(thing.published - {thing.address})
        new = earlier[number % len(earlier)] if back and earlier else f"{section}/{self.fresh()}"
        plan = plan_rename(self.catalogue, thing.address, new, {})
        assert plan.refusal == ""
        self.take(plan.files)
        thing.address = new

    @precondition(lambda self: len(self.alive("praktijken")) > 1)
    @rule(number=NUMBER, other=NUMBER)
    def merge(self, number: int, other: int) -> None:
        practices = self.alive("praktijken")
        old, into = practices[number % len(practices)], practices[other % len(practices)]
        self.carry_out(plan_merge(self.catalogue, old.address, into.address))

    @precondition(lambda self: self.alive())
    @rule(number=NUMBER, other=st.none() | NUMBER)
    def withdraw(self, number: int, other: int | None) -> None:
        thing = self.alive()[number % len(self.alive())]
        kin = self.alive(thing.address.partition("/")[0])
        instead = "" if other is None else kin[other % len(kin)].address.partition("/")[2]
        plan = plan_withdrawal(self.catalogue, thing.address, "Op verzoek weggehaald.", date(2027, 1, 31), instead)
        if self.carry_out(plan):
            thing.withdrawn = True

    def carry_out(self, plan: Plan) -> bool:
        """Change what a plan changes, when it does not refuse (as it may: merged already, or still followed)."""
        self.take(plan.files)
        return not plan.refusal

    @rule(number=NUMBER, into=NUMBER, divided=st.booleans())
    def reorganise(self, number: int, into: int, divided: bool) -> None:
        """One municipality goes up in another, or is divided over two; its practices get the folder of the first."""
        register = self.catalogue.registers.municipalities
        towns = [code for code in TOWNS if code in register.present]
        if len(towns) < 3:
            return
        old = towns[number % len(towns)]
        rest = [code for code in towns if code != old]
        heirs = tuple(rest[(into + step) % len(rest)] for step in range(2 if divided else 1))
        gone = register.present[old]
        self.move_records(gone.naam, old, heirs[0])
        present = {code: town for code, town in register.present.items() if code != old}
        abolished = {
            code: replace(
                row, successors=tuple(dict.fromkeys(c for s in row.successors for c in (heirs if s == old else (s,))))
            )
            for code, row in register.abolished.items()
        }
        abolished[old] = Abolished(old, gone.naam, "2027-01-01", heirs, divided)
        changed = Municipalities(present, abolished, register.nicknames)
        self.catalogue = replace(self.catalogue, registers=replace(self.catalogue.registers, municipalities=changed))
        self.take({})
        for slug, codes in list(self.lists.items()):
            named = dict.fromkeys(c for code in codes.split() for c in (heirs if code == old else (code,)))
            self.lists[slug] = " ".join(named)

    def move_records(self, name: str, old: str, heir: str) -> None:
        town = self.catalogue.registers.municipalities.present[heir]
        files: dict[str, bytes | None] = {}
        for id, document in self.catalogue.documents.items():
            text = document.text
            if old in text:
                text = text.replace(old, heir).replace(f"naam: gemeente {name}\n", f"naam: gemeente {town.naam}\n", 1)
                files[document.path] = None
                files[f"practices/{town.slug}/{id}.yml"] = text.encode()
        self.take(files)

    @rule()
    def publish(self) -> None:
        """Put the site on line, and let `permalinks` write down what is new."""
        published = {*self.catalogue.published, *find_addresses(self.catalogue)}
        text = write_permalinks(published)
        self.catalogue = replace(self.catalogue, published=read_permalinks(text)[0])
        for thing in self.things:
            thing.published.add(thing.address)
        for practice in self.catalogue.practices.values():
            for code in practice.gemeenten:
                town = self.catalogue.registers.municipalities.present[code]
                self.lists.setdefault(town.slug, code)

    @invariant()
    def no_practice_was_replaced_by_one_that_was_replaced(self) -> None:
        practices = self.catalogue.practices
        replaced = {id: p.vervangen_door for id, p in practices.items() if p.vervangen_door}
        assert not replaced.keys() & replaced.values()

    @invariant()
    def everything_published_leads_to_the_right_page(self) -> None:
        hosts = Hosts(self.catalogue)
        for thing in self.things:
            for address in thing.published:
                section, _, id = address.partition("/")
                for path in (f"{address}/", f"{'p' if section == 'praktijken' else 'c'}/{id}/"):
                    assert hosts.title(path) == (thing.title, thing.withdrawn), path
        for slug, codes in self.lists.items():
            present = self.catalogue.registers.municipalities.present
            wanted = {present[code].naam for code in codes.split()}
            assert hosts.towns(f"gemeenten/{slug}/") == wanted, slug


class Hosts:
    """The three ways in which an address is answered: a page that leads on, `_redirects`, and the map of nginx."""

    def __init__(self, catalogue: Catalogue) -> None:
        filler = PageFiller(f"<title>{{{{ page.title }}}}</title>{CONTENT}", SITE)
        files = {file.path: file.data.decode() for file in render_redirects(catalogue, filler, SITE)}
        self.catalogue = catalogue
        self.made = {path.removesuffix("index.html"): text for path, text in files.items() if path.endswith(".html")}
        self.leading = {
            path: m[1] for path, text in self.made.items() if (m := re.search(r"url=(?:\.\./)*([^\"]+)", text))
        }
        self.static = [line.split()[:2] for line in files["_redirects"].splitlines()]
        lines = (line.strip().rstrip(";").split() for line in files["nginx-redirects.conf"].splitlines())
        self.nginx = [line for line in lines if len(line) == 2 and line[0].startswith(("/", "~"))]
        register = catalogue.registers.municipalities
        slugs = {register.present[code].slug for p in catalogue.practices.values() for code in p.gemeenten}
        slugs |= set(emptied_municipalities(catalogue))
        self.pages = {f"praktijken/{id}/": p.titel for id, p in catalogue.practices.items()}
        self.pages |= {f"congressen/{id}/": c.titel for id, c in catalogue.congresses.items()}
        self.pages |= {f"gemeenten/{t.slug}/": t.naam for t in register.present.values() if t.slug in slugs}

    def end(self, path: str) -> str:
        """Return where a path ends, after one step at most, and the same on every host."""
        assert not (path in self.pages and path in self.made), "a page and a redirect at one address"
        ends = {self.leading.get(path, path), self._by_rules(path), self._by_map(path)}
        # A rule for today's short links sends a former one on as well, but only when no rule of its own comes first.
        assert len(ends) == 1, (path, ends)
        [end] = ends
        assert end not in self.leading, f"{path} takes more than one step"
        assert end in self.pages or end in self.made, f"{path} leads to nothing"
        return end

    def title(self, path: str) -> tuple[str, bool]:
        """Return the title of the thing that an address leads to, and whether it says that it was withdrawn."""
        end = self.end(path)
        if end in self.pages:
            return self.pages[end], False
        found = re.search(r"<title>(.*) is ingetrokken</title>", self.made[end])
        assert found is not None
        return found[1], True

    def towns(self, path: str) -> set[str]:
        """Return the municipalities that an address leads to, or between which its page lets the reader choose."""
        end = self.end(path)
        if end in self.pages:
            return {self.pages[end]}
        named = re.findall(r'href="(?:\.\./)*(gemeenten/[^"]+/)"', self.made[end])
        return {self.pages[url] for url in named}

    def _by_rules(self, path: str) -> str:
        for old, new in self.static:
            if found := re.fullmatch(re.escape(old).replace(":id", "([^/]+)"), f"/onder/{path}"):
                return new.replace(":id", found[1] if found.groups() else "").removeprefix("/onder/")
        return path

    def _by_map(self, path: str) -> str:
        exact = {old: new for old, new in self.nginx if not old.startswith("~")}
        if (asked := f"/onder/{path}") in exact:
            return exact[asked].removeprefix("/onder/")
        for old, new in self.nginx:
            if old.startswith("~") and (found := re.search(old[1:], asked)):
                return new.replace("$1", found[1]).removeprefix("/onder/")
        return path


TestMoves = Moves.TestCase
TestMoves.settings = settings(
    max_examples=25,
    stateful_step_count=25,
    deadline=None,
    derandomize=True,
    phases=[Phase.generate, Phase.shrink],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
