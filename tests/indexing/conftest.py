"""An archive of four articles, with and without its index."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from rag.index import build_index
from rag.settings import Settings
from tests.indexing.houses import encoder_of, furnish


@pytest.fixture(autouse=True)
def one_encoder(monkeypatch: pytest.MonkeyPatch) -> None:
    """Load the model once for all tests of a run."""
    monkeypatch.setattr("rag.index.load_encoder", encoder_of)
    monkeypatch.setattr("rag.verify.load_encoder", encoder_of)


@pytest.fixture
def house(tmp_path: Path) -> Settings:
    """Four articles and one file that cannot be read."""
    return furnish(tmp_path)


@pytest.fixture(scope="session")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """An index that tests copy and harm."""
    settings = furnish(tmp_path_factory.mktemp("whole"))
    build_index(settings)
    return settings


@pytest.fixture
def built(house: Settings, whole: Settings) -> Settings:
    """The same with its index, copied: for tests of what comes after a first build."""
    shutil.copytree(whole.index, house.index)
    return house
