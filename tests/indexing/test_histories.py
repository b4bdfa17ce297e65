"""Any history of files and builds."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from rag.index import build_index, verify_index
from rag.settings import Settings
from tests.indexing.houses import SUBJECTS, prose, stored, write


class Archive(RuleBasedStateMachine):
    """Files come, change and go; after every build the index holds what a dictionary says."""

    @initialize()
    def begin(self) -> None:
        import tempfile

        self.home = tempfile.TemporaryDirectory()
        home = Path(self.home.name)
        self.house = Settings(corpus=home / "corpus", index=home / "index")
        self.files = {"tetap.txt": prose("garam", 150)}
        write(self.house.corpus, "tetap.txt", self.files["tetap.txt"])
        self.built: dict[str, str] = {}

    @rule(
        name=st.sampled_from("abcd"),
        subject=st.sampled_from(SUBJECTS[:4]),
        words=st.sampled_from([12, 150, 400]),
    )
    def put(self, name: str, subject: str, words: int) -> None:
        self.files[f"{name}.txt"] = prose(subject, words)
        write(self.house.corpus, f"{name}.txt", prose(subject, words))

    @rule(name=st.sampled_from("abcd"))
    def drop(self, name: str) -> None:
        if self.files.pop(f"{name}.txt", None):
            (self.house.corpus / f"{name}.txt").unlink()

    @rule(full=st.booleans())
    def build(self, full: bool) -> None:
        report = build_index(self.house, full=full)
        first: dict[str, str] = {}
        for path in sorted(self.files):
            first.setdefault(self.files[path], path)
        now = {path: text for text, path in first.items()}
        assert (report.added, report.removed) == (
            len(now.keys() - self.built.keys()),
            len(self.built.keys() - now.keys()),
        )
        assert report.articles + len(report.refused) == len(self.files)
        assert verify_index(self.house) == []
        self.built = now

    @invariant()
    def index_holds_what_was_built(self) -> None:
        if getattr(self, "built", None):
            assert stored(self.house) == {path: text.strip() for path, text in self.built.items()}

    def teardown(self) -> None:
        self.home.cleanup()


@pytest.mark.figure("R7")
def test_any_history_of_files_and_builds(monkeypatch: pytest.MonkeyPatch) -> None:
    from hypothesis.stateful import run_state_machine_as_test

    limits = settings(
        max_examples=8,
        stateful_step_count=14,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        derandomize=True,
    )
    run_state_machine_as_test(Archive, settings=limits)
