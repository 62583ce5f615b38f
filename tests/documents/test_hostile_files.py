# ruff: noqa: D103 (the names say it)
"""Files as editors, hands and attackers leave them: refused at a place, or read right."""

import os
import time
from pathlib import Path

import pytest

from kieumau import Diagnostic, DocumentError, FactSet
from kieumau.documents import files
from kieumau.documents.files import read_document
from kieumau.documents.json_nodes import read_json
from kieumau.documents.nodes import Node
from kieumau.documents.yaml_events import read_yaml

FACTS = """\
ward: {code: "00001", name: Phường Mẫu, province: "42"}
period: {from: 2023-01-01, to: 2023-12-31}
facts:
  số hộ: 1818
"""
DEEP = 10_000
QUICK = 2.0


def first(error: pytest.ExceptionInfo[DocumentError]) -> Diagnostic:
    """Return the first problem, which must say something in both languages."""
    (problem, *_) = error.value.diagnostics
    assert problem.message("vi") != problem.message("en")
    assert problem.hint("vi")
    return problem


def refused(text: str, ending: str = "yaml") -> Diagnostic:
    """Return the first problem of a text."""
    read = read_json if ending == "json" else read_yaml
    with pytest.raises(DocumentError) as error:
        read(text, f"f.{ending}")
    return first(error)


@pytest.mark.parametrize(
    ("text", "code", "place", "hint"),
    [
        ("a: >= 90%", "KM-124", "f.yaml:1:5", "tên số liệu"),
        ("a: b: c", "KM-111", "f.yaml:1:5", "a: 'b: c'"),
        ("- b: c: d", "KM-111", "f.yaml:1:7", "- b: 'c: d'"),
        ("a: @b", "KM-111", "f.yaml:1:4", "a: '@b'"),
        ("a: %b", "KM-111", "f.yaml:1:4", "a: '%b'"),
        ("a: `b`", "KM-111", "f.yaml:1:4", "a: '`b`'"),
        ('a: "b" c', "KM-111", "f.yaml:1:8", "a: '\"b\" c'"),
        ("a: 'b", "KM-111", "f.yaml:1:4", "a: 'b'"),
        ("a: !b c", "KM-116", "f.yaml:1:4", "nháy đơn"),
        ("a: !!python/object:os.system x", "KM-116", "f.yaml:1:4", "Xóa nhãn"),
        ("a: &b c", "KM-115", "f.yaml:1:4", "nháy đơn"),
        ("a: *b", "KM-115", "f.yaml:1:4", "nháy đơn"),
        ("*b", "KM-115", "f.yaml:1:1", "nháy đơn"),
        ("a: {<<: b}", "KM-118", "f.yaml:1:5", "Viết lại"),
        ("%YAML 1.2\n---\na: b", "KM-114", "f.yaml", "%"),
        ("%TAG ! x:\n---\na: b", "KM-114", "f.yaml", "%"),
        ("a: b\n---\nc: d", "KM-113", "f.yaml:2:1", "Tách"),
        ("a: b\n\tc: d", "KM-112", "f.yaml:2:1", "Space"),
        ("a:\tb: c", "KM-112", "f.yaml:1:3", "Space"),
        ("a:\n  b: 1\n   c: 2", "KM-122", "f.yaml:3:4", "2 dấu cách, thẳng với dòng 2"),
        ("- a: 1\n   b: 2", "KM-122", "f.yaml:2:4", "2 dấu cách, thẳng với dòng 1"),
        ("a:\n    b: 1\n  c: 2", "KM-128", "f.yaml:2:5", "2 dấu cách"),
        ("a: [b, c", "KM-110", "f.yaml:1", "ngoặc"),
        ("a\nb: c", "KM-110", "f.yaml:2:2", "dấu hai chấm"),
        ("a: b\nc\nd: e", "KM-110", "f.yaml:2:1", "dấu hai chấm"),
        (": x", "KM-117", "f.yaml:1", "nháy đơn"),
        ("? [a]\n: b", "KM-117", "f.yaml:1:3", "nháy đơn"),
        ("{[a]: b}", "KM-117", "f.yaml:1:2", "nháy đơn"),
        ("số hộ: 1\nSỐ  HỘ: 2", "KM-119", "f.yaml:2:1", "Giữ lại"),
        ("hoà: 1\nhòa: 2", "KM-119", "f.yaml:2:1", "Giữ lại"),
        ('a: "\\e[31m"', "KM-123", "f.yaml:1:4", "gõ lại"),
        ("a: b\u202ec", "KM-123", "f.yaml:1:5", "gõ lại"),
        ("a: b\0", "KM-123", "f.yaml:1:5", "gõ lại"),
        ('a: "\\ud800"', "KM-123", "f.yaml:1:4", "gõ lại"),
        ("[" * DEEP, "KM-106", "f.yaml:1:34", "phẳng"),
        ("{a: " * DEEP, "KM-106", "f.yaml:1", "phẳng"),
        ("- " * DEEP, "KM-106", "f.yaml:1", "phẳng"),
        ("".join(" " * depth + "a:\n" for depth in range(100)), "KM-106", "f.yaml:33", "phẳng"),
        ("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]", "KM-115", "f.yaml:1:4", "Viết lại"),
    ],
)
def test_yaml_that_is_not_plain_is_refused_where_it_stands(text, code, place, hint):
    began = time.perf_counter()
    problem = refused(text)
    assert problem.code == code
    assert str(problem.place).startswith(place)
    said = f"{problem.message('vi')} {problem.hint('vi')}"
    assert hint in said
    assert time.perf_counter() - began < QUICK


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("[" * DEEP, "KM-106", "f.json:1:34"),
        ('{"a":' * DEEP, "KM-106", "f.json:1"),
        ('{"a": 1, "A": 2}', "KM-119", "f.json:1:10"),
        ('{"a": NaN}', "KM-120", "f.json:1:7"),
        ('{"a": Infinity}', "KM-120", "f.json:1:7"),
        ('{"a": -Infinity}', "KM-120", "f.json:1:7"),
        ('{"a": 1e400}', "KM-107", "f.json:1:7"),
        ('{"a": 1e5}', "KM-107", "f.json:1:7"),
        ('{"a": ' + "9" * 5000 + "}", "KM-107", "f.json:1:7"),
        ('{"a": 0.' + "9" * 5000 + "}", "KM-107", "f.json:1:7"),
        ('{"a": 01}', "KM-120", "f.json:1:8"),
        ('{"a": 1,}', "KM-120", "f.json:1:8"),
        ("[1, ]", "KM-120", "f.json:1:3"),
        ("{'a': 1}", "KM-120", "f.json:1:2"),
        ('{"a" 1}', "KM-120", "f.json:1:6"),
        ('{"a": "b', "KM-120", "f.json:1:7"),
        ('{"a": "b\n"}', "KM-120", "f.json:1:9"),
        ('{"a": "\\x"}', "KM-120", "f.json:1:8"),
        ('{"a": "\\ud800"}', "KM-123", "f.json:1:7"),
        ('{"\\udc00": 1}', "KM-123", "f.json:1:2"),
        ('{"a": "\\u001b[31m"}', "KM-123", "f.json:1:7"),
        ('{"a": "\\u202e"}', "KM-123", "f.json:1:7"),
        ("", "KM-120", "f.json:1:1"),
        ("// x\n{}", "KM-120", "f.json:1:1"),
        ("{} {}", "KM-120", "f.json:1:4"),
        ("tru", "KM-120", "f.json:1:1"),
    ],
)
def test_json_that_is_not_exact_is_refused_where_it_stands(text, code, place):
    began = time.perf_counter()
    problem = refused(text, "json")
    assert problem.code == code
    assert str(problem.place).startswith(place)
    assert time.perf_counter() - began < QUICK


@pytest.mark.parametrize("text", ["true", "[]", '"a"', "1", "null", '{"__proto__": 1}'])
def test_json_values_of_every_sort_are_read(text):
    assert read_json(text, "f.json")


def test_yaml_scalars_keep_what_was_typed():
    text = "a: [010, 1:30, 0x1F, 1_818, 2.10, .inf, yes, 00001, 2023-01-01, ~]\n"
    (_, value), *_ = read_yaml(text, "f.yaml")  # type: ignore[misc]
    assert [each.text for each in value.items] == [
        "010", "1:30", "0x1F", "1_818", "2.10", ".inf", "yes", "00001", "2023-01-01", "~",
    ]  # fmt: skip
    assert [each.null for each in value.items] == [False] * 9 + [True]


def test_keys_of_any_sort_stay_text():
    read = read_yaml("1: x\nyes: x\n1.5: x\nnull: x\n__proto__: x\n", "f.yaml")
    assert [key.text for key, _ in read] == ["1", "yes", "1.5", "null", "__proto__"]  # type: ignore[misc]


@pytest.mark.parametrize("text", ["", "# chỉ có lời ghi\n", "\n\n", "---\n", "~\n", "null\n"])
def test_an_empty_file_asks_for_what_should_stand_in_it(text, tmp_path):
    path = tmp_path / "x.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DocumentError) as error:
        FactSet.read(path)
    problem = first(error)
    assert problem.code == "KM-202"
    assert problem.place.line


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_marks_line_ends_and_composition_make_no_difference(mark, end, form, tmp_path):
    import unicodedata

    path = tmp_path / "x.yaml"
    text = unicodedata.normalize(form, FACTS).encode().replace(b"\n", end)
    path.write_bytes(mark + text)
    ward = FactSet.read(path)
    assert ward.ward.name == "Phường Mẫu"
    assert ward["số hộ"].value == 1818


def test_a_file_that_is_not_utf_8_says_where(tmp_path):
    path = tmp_path / "x.yaml"
    path.write_bytes(FACTS.encode().replace("số".encode(), b"s\xf4"))
    with pytest.raises(DocumentError) as error:
        FactSet.read(path)
    assert first(error).code == "KM-105"
    assert str(first(error).place).endswith("x.yaml:4:4")
    assert "0xF4" in first(error).message()
    path.write_bytes(FACTS.encode("utf-16"))
    with pytest.raises(DocumentError) as error:
        FactSet.read(path)
    assert first(error).code == "KM-105"


@pytest.mark.parametrize("ending", ["yaml", "json", "txt"])
def test_a_file_that_is_missing_a_folder_or_huge_is_named(ending, tmp_path):
    path = tmp_path / f"x.{ending}"
    for make, code in (
        (lambda: None, "KM-101"),
        (path.mkdir, "KM-103"),
        (lambda: (path.rmdir(), path.write_bytes(b"a" * 10_000_000)), "KM-104"),
    ):
        make()
        with pytest.raises(DocumentError) as error:
            FactSet.read(path)
        assert first(error).code == code
        assert str(first(error).place) == str(path)


def test_what_may_not_be_read_says_so(tmp_path, monkeypatch):
    path = tmp_path / "x.yaml"
    path.write_text(FACTS, encoding="utf-8")

    def closed(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", closed)
    with pytest.raises(DocumentError) as error:
        FactSet.read(path)
    assert first(error).code == "KM-102"
    assert "Permission denied" in first(error).message()


@pytest.mark.parametrize("name", ["a\0b.yaml", "a" * 5000 + ".yaml"])
def test_a_name_no_file_can_have_is_no_crash(name):
    with pytest.raises(DocumentError) as error:
        FactSet.read(name)
    assert first(error).code in ("KM-101", "KM-102")


@pytest.mark.skipif(not os.path.exists("/dev/zero"), reason="no such device")  # noqa: PTH110
def test_a_device_without_end_is_not_read_to_its_end():
    with pytest.raises(DocumentError) as error:
        read_document(Path("/dev/zero"))
    assert first(error).code == "KM-104"


def test_the_largest_yaml_taken_is_small_enough_to_wait_for():
    assert files._MOST_YAML <= files.MOST_BYTES // 4


def test_a_text_over_several_lines_is_one_line():
    node: Node = read_yaml("a: >-\n  một\n  hai\nb: |\n  ba\n  bốn\nc: năm\n  sáu\n", "f.yaml")
    assert [value.text for _, value in node] == ["một hai", "ba\nbốn\n", "năm sáu"]  # type: ignore[misc, union-attr]


def test_no_file_takes_the_place_of_a_device(tmp_path):
    """Renaming over one would: a pipe here, as easily /dev/null by who may do that."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for write in (
        lambda: files.write_text(pipe, "x"),
        lambda: files.write_all({tmp_path / "a": b"x", pipe: b"x"}),
    ):
        with pytest.raises(DocumentError) as error:
            write()
        assert first(error).code == "KM-721"
    assert pipe.is_fifo()
    assert [*tmp_path.iterdir()] == [pipe]


def test_to_a_name_no_file_can_have_nothing_is_written():
    with pytest.raises(DocumentError) as error:
        files.write_text(files.real_path("a\0b"), "x")
    assert first(error).code == "KM-121"
