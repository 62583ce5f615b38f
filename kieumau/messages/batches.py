"""64x to 66x: files of many wards."""

from collections.abc import Mapping
from types import MappingProxyType

from kieumau.messages.message import Message
from kieumau.messages.message import message as _m

__all__ = ["BATCHES"]

BATCHES: Mapping[str, Message] = MappingProxyType(
    {
        "KM-640": _m(
            "không đọc được tệp Parquet: {why}",
            "the Parquet file cannot be read: {why}",
            "Xuất lại tệp, hoặc lưu thành CSV.",
            "Export it again, or save it as CSV.",
        ),
        "KM-641": _m(
            "tệp có {rows} dòng, đọc một lần được nhiều nhất {most}",
            "the file has {rows} rows; at most {most} are read at once",
            "Đánh giá tệp lớn bằng kieumau batch.",
            "Evaluate large files with kieumau batch.",
        ),
    }
)
