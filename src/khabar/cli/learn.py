"""The command that builds a model that ships with the package; for developers."""

from pathlib import Path

from khabar.cli.app import app
from khabar.cli.console import complain, told


@app.command
def train(data: Path, *, out: Path = Path("names.msgpack.gz")) -> int:
    """Build the model of names again; needs the extra khabar[train].

    Parameters
    ----------
    data
        A folder with `anercorp.txt` (the training file of ANERcorp), `corpus/*.txt` (our own articles) and
        `texts.jsonl` (raw Arabic news, field `text`).
    out
        The model's file.
    """
    with told():
        try:
            from khabar.training import names
        except ImportError as error:
            complain(f"{error.name} is missing; training needs: pip install 'khabar[train]'")
            return 1
        names.build(data, out, complain)
        return 0
    return 1
