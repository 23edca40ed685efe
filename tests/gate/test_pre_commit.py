"""The hooks as a project uses them: pre-commit clones the repository, installs it into an environment and runs it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from repositories import Tree

ROOT = Path(__file__).parents[2]
SHIPPED = (".pre-commit-hooks.yaml", "pyproject.toml", "README.md", "LICENSE", "src", "rules")
PRE_COMMIT = shutil.which("pre-commit", path=str(Path(sys.executable).parent)) or shutil.which("pre-commit")
OFFLINE = ("Temporary failure in name resolution", "NewConnectionError", "Network is unreachable")
INN = "# Inn\n\nThe Crow inn has 120 rooms.\n"


def installed(tree: Tree) -> None:
    """Write git's hook and build the environment; without a network there is nothing to install from."""
    for words in (["install"], ["install-hooks"]):
        done = subprocess.run([str(PRE_COMMIT), *words], cwd=tree.root, capture_output=True, text=True, check=False)
        told = done.stdout + done.stderr
        if done.returncode and "CI" not in os.environ and any(sign in told for sign in OFFLINE):
            pytest.skip("needs a network to install from")
        assert done.returncode == 0, told


@pytest.mark.skipif(PRE_COMMIT is None, reason="needs pre-commit")
def test_pre_commit_installs_and_runs_the_hooks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PRE_COMMIT_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("PATH", f"{Path(str(PRE_COMMIT)).parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.delenv("PYTHONPATH", raising=False)
    hooks = Tree(tmp_path / "hooks")
    for name in SHIPPED:
        source = ROOT / name
        copy = shutil.copytree if source.is_dir() else shutil.copy
        copy(source, hooks.root / name)
    revision = hooks.commit({})
    project = Tree(tmp_path / "project")
    settings = (
        f"repos:\n- repo: {hooks.root}\n  rev: {revision}\n  hooks:\n  - id: claimcheck\n  - id: claimcheck-all\n"
    )
    project.commit({"inn.md": INN, "web.md": INN, ".pre-commit-config.yaml": settings})
    installed(project)
    project.write({"inn.md": INN.replace("120", "134")})
    project.git("add", "-A")
    with pytest.raises(AssertionError) as refused:
        project.git("commit", "-q", "-m", "raise one")
    told = str(refused.value)
    assert "web.md:3:18: error: “120” is stale" in told
    assert "inn.md:3:18: error: room (Crow): “134” in inn.md; “120” in web.md [value-conflict]" in told
    project.write({"web.md": INN.replace("120", "134")})
    project.git("add", "-A")
    project.git("commit", "-q", "-m", "raise both")
    assert project.git("log", "-1", "--format=%s") == "raise both"
