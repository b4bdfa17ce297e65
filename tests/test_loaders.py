"""Nothing in the code turns data into objects or commands: no pickle, no eval, no shell, no foreign code."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

pytestmark = pytest.mark.figure("S8")

ROOT = Path(__file__).resolve().parent.parent
FILES = [
    ROOT / "app.py",
    *(f for folder in ("rag", "models", "bench", "audit") for f in sorted((ROOT / folder).rglob("*.py"))),
]
# Modules whose every use can make objects or run code out of bytes.
MODULES = {
    "pickle", "cPickle", "_pickle", "dill", "cloudpickle", "marshal", "shelve", "joblib", "jsonpickle",
    "langchain_core.load", "langchain.load",
}  # fmt: skip
CALLS = {
    "eval", "exec", "compile", "__import__", "torch.load", "torch.hub.load", "yaml.load", "yaml.load_all",
    "yaml.unsafe_load", "yaml.unsafe_load_all", "yaml.full_load", "yaml.full_load_all", "os.system",
    "os.popen", "pandas.read_pickle", "pd.read_pickle",
}  # fmt: skip
TRUE = {"shell", "trust_remote_code", "allow_pickle", "allow_dangerous_deserialization"}


def forbidden(source: str) -> list[str]:
    """Return what a Python source imports, calls or allows that it is not to."""
    found: list[str] = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names if _is_forbidden(alias.name)]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
            found += [name for name in names if _is_forbidden(name) or name in CALLS]
        elif isinstance(node, ast.Call):
            name = ast.unparse(node.func)
            # A multiprocessing link pickles with send and recv, and does not with send_bytes and recv_bytes.
            found += [name] if name.endswith((".send", ".recv")) and "multiprocessing" in source else []
            found += [name] if name in CALLS else []
            for given in node.keywords:
                off = isinstance(given.value, ast.Constant) and given.value.value is False
                found += [f"{given.arg}={ast.unparse(given.value)}"] if given.arg in TRUE and not off else []
    return found


def _is_forbidden(module: str) -> bool:
    return any(module == each or module.startswith(f"{each}.") for each in MODULES)


@pytest.mark.parametrize("file", FILES, ids=lambda f: str(f.relative_to(ROOT)))
def test_no_forbidden_loader(file: Path) -> None:
    assert forbidden(file.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "source",
    [
        "import pickle",
        "import os, pickle as p",
        "from pickle import loads",
        "from multiprocessing.connection import Connection\nConnection(1).recv()",
        "from multiprocessing.connection import Connection\nself.link.send(x)",
        "from langchain_core.load import load",
        "from torch import load",
        "torch.load(f)",
        "yaml.load(f, Loader=yaml.Loader)",
        "eval(x)",
        "exec(x)",
        "subprocess.run(x, shell=True)",
        "subprocess.run(x, shell=flag)",
        "AutoModel.from_pretrained(x, trust_remote_code=True)",
        "np.load(f, allow_pickle=True)",
        "import joblib",
        "import marshal",
    ],
)
def test_each_of_them_would_be_seen(source: str) -> None:
    assert forbidden(source)


@pytest.mark.parametrize(
    "source",
    [
        "np.load(f, allow_pickle=False)",
        "json.load(f)",
        "yaml.parse(f)",
        "re.compile(x)",
        "model.eval()",
        "run(x)",
    ],
)
def test_ordinary_code_is_not(source: str) -> None:
    assert forbidden(source) == []
