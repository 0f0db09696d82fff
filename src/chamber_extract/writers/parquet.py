"""Parquet, by pyarrow: one table a file, with real decimals, dates and lists."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from chamber_extract.errors import UsageError
from chamber_extract.models import Dataset
from chamber_extract.writers.flat import Column, table
from chamber_extract.writers.options import Options, headings

# Of the 38 digits of a decimal so many stand behind the point, more where a number needs them.
SCALE = 10


def parquet(dataset: Dataset, options: Options) -> Iterator[bytes]:
    """One table; the mentions of all tables where none is named."""
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise UsageError("parquet needs pyarrow: pip install 'chamber-extract[parquet]'") from error
    name = options.table or "mentions"
    shape = table(name)
    rows = list(shape.rows(dataset))
    names = headings(name, options.headers)
    arrays, fields = [], []
    for i, column in enumerate(shape.columns):
        values = [row[i] for row in rows]
        kind = _type(pyarrow, column, values)
        arrays.append(pyarrow.array(values, kind))
        about = {"description": column.description}
        fields.append(pyarrow.field(names[i], kind, nullable=not column.required, metadata=about))
    buffer = io.BytesIO()
    schema = pyarrow.schema(fields, metadata={"schema_version": dataset.schema_version})
    pyarrow.parquet.write_table(pyarrow.Table.from_arrays(arrays, schema=schema), buffer, compression="zstd")
    yield buffer.getvalue()


def _type(pyarrow: Any, column: Column, values: Sequence[Any]) -> Any:
    match column.kind:
        case "number":
            return pyarrow.decimal128(38, max([SCALE, *(_places(v) for v in values if v is not None)]))
        case "integer":
            return pyarrow.int64()
        case "boolean":
            return pyarrow.bool_()
        case "date":
            return pyarrow.date32()
        case "list":
            return pyarrow.list_(pyarrow.string())
    return pyarrow.string()


def _places(number: Decimal) -> int:
    return max(0, -int(number.as_tuple().exponent))
