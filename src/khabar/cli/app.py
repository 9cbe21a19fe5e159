"""The application that the commands join, and the options that several of them take."""

from pathlib import Path
from typing import Annotated

from cyclopts import App, Parameter

from khabar import __version__

Store = Annotated[
    Path, Parameter(name=["--store", "-s"], env_var="KHABAR_STORE", help="The store, one file.")
]
Sources = Annotated[str, Parameter(allow_leading_hyphen=True)]
ColumnOf = Annotated[tuple[str, ...], Parameter(name="--column", negative="", consume_multiple=False)]
Own = Annotated[
    Path | None,
    Parameter(name="--world", env_var="KHABAR_WORLD", help="A folder of your own rows of the world tables."),
]
NamesModel = Annotated[
    Path | None,
    Parameter(
        name="--names-model",
        env_var="KHABAR_NAMES_MODEL",
        help="A folder with a token-classification model (ONNX) that proposes names.",
    ),
]
Json = Annotated[bool, Parameter(name="--json", negative="", help="Print records as JSON Lines.")]
Limit = Annotated[int, Parameter(help="At most so many rows.")]
Offset = Annotated[int, Parameter(help="Leave out so many rows first.")]
DEFAULT_STORE = Path("khabar.db")

app = App(name="khabar", version=__version__, help="Arabic news pages into a record that can be checked.")
