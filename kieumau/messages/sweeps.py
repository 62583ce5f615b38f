"""Sweeps: which threshold is moved, and where to."""

from collections.abc import Mapping
from types import MappingProxyType

from kieumau.messages.message import Message
from kieumau.messages.message import message as _m

__all__ = ["SWEEPS"]

SWEEPS: Mapping[str, Message] = MappingProxyType(
    {
        "KM-780": _m(
            "bộ này không có chỉ tiêu nào mang mã «{id}»",
            "there is no indicator «{id}» in these criteria",
            "Các chỉ tiêu có ngưỡng thử được: {swept}.",
            "Indicators whose threshold can be moved: {swept}.",
        ),
        "KM-781": _m(
            "chỉ tiêu «{id}» không có đúng một ngưỡng bằng số",
            "indicator «{id}» does not have exactly one numeric threshold",
            "Chọn một chỉ tiêu so một số liệu với một con số (≥, >, ≤, <): {swept}.",
            "Choose one that compares one measure with one number (≥, >, ≤, <): {swept}.",
        ),
        "KM-782": _m(
            "không đọc được ngưỡng cần thử: «{text}»",
            "the thresholds to try cannot be read: «{text}»",
            "Ghi mã chỉ tiêu, dấu = rồi các mức, ví dụ dan-hai-long=80..99, dan-hai-long=80..99:0.5 hoặc dan-hai-long=80;85;90.",
            "Write the indicator's id, = and the points: dan-hai-long=80..99, dan-hai-long=80..99:0.5 or dan-hai-long=80;85;90.",
        ),
        "KM-783": _m(
            "«{text}» đọc được hai cách: một số lẻ, hoặc hai mức {one} và {other}",
            "«{text}» reads two ways: one decimal number, or two points, {one} and {other}",
            "Ghi {one};{other} nếu là hai mức, {one}.{other} nếu là số lẻ.",
            "Write {one};{other} for two points, {one}.{other} for a decimal.",
        ),
        "KM-784": _m(
            "quá nhiều mức để thử: {n}, nhiều nhất là {most}",
            "too many points to try: {n}, at the most {most}",
            "Thu hẹp khoảng, hoặc ghi bước lớn hơn sau dấu hai chấm, ví dụ 80..99:1.",
            "Try a smaller range, or a larger step after a colon, for instance 80..99:1.",
        ),
        "KM-785": _m(
            "khoảng «{text}» không có mức nào: đầu phải không lớn hơn cuối, bước phải lớn hơn 0",
            "the range «{text}» has no points: it must not end before it begins, and its step must be above 0",
            "Ghi mức nhỏ trước, ví dụ 80..99 hoặc 80..99:0.5.",
            "Write the smaller one first: 80..99, or 80..99:0.5.",
        ),
        "KM-786": _m(
            "mỗi lần thử nhiều nhất {most} ngưỡng, của các chỉ tiêu khác nhau; đã ghi: {ids}",
            "at most {most} thresholds can be moved at once, of different indicators; given: {ids}",
            "Bỏ bớt --threshold; các mức của một chỉ tiêu ghi chung một lần.",
            "Leave some out; write all the points of one indicator together.",
        ),
        "KM-787": _m(
            "số liệu của {n} phường có hơn 15 chữ số, không đọc được thành bảng",
            "the figures of some wards have more than 15 digits and cannot be read as a frame ({n})",
            "Xem lại các số đó; dùng kieumau evaluate cho từng phường nếu các số là đúng.",
            "Look at those figures; if they are right, use kieumau evaluate for each ward.",
        ),
    }
)
