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
        "KM-643": _m(
            "kieumau batch không đọc loại tệp «{ending}»",
            "kieumau batch does not read files of the type «{ending}»",
            "Dùng một trong: {allowed}, hoặc một thư mục tệp Parquet.",
            "Give one of: {allowed}, or a folder of Parquet files.",
        ),
        "KM-644": _m(
            "một trang Excel chứa được nhiều nhất {most} phường",
            "an Excel sheet holds at most {most} wards",
            "Ghi ra .csv hoặc .parquet.",
            "Write .csv or .parquet.",
        ),
        "KM-645": _m(
            "lần chạy trước dừng giữa chừng, phần đã làm còn ở đây",
            "an earlier run stopped half-way; what it did is kept here",
            "Thêm --resume để làm tiếp, hoặc xóa thư mục này để làm lại từ đầu.",
            "Add --resume to go on with it, or remove this folder to begin again.",
        ),
        "KM-646": _m(
            "không có lần chạy nào dừng giữa chừng để làm tiếp",
            "there is no unfinished run to go on with",
            "Bỏ --resume để chạy từ đầu; -o phải là tệp của lần chạy đó.",
            "Leave --resume out to begin; -o must be the file of that run.",
        ),
        "KM-647": _m(
            "không làm tiếp được: đã thay đổi {what}",
            "cannot go on: changed since are {what}",
            "Chạy lại với đúng như lần trước, hoặc xóa thư mục này để làm lại từ đầu.",
            "Run as before, or remove this folder to begin again.",
        ),
        "KM-648": _m(
            "không ghi được loại tệp «{ending}»",
            "files of the type «{ending}» cannot be written",
            "Ghi ra một trong: {allowed}.",
            "Write one of: {allowed}.",
        ),
        "KM-649": _m(
            "không đọc được từ cơ sở dữ liệu: {why}",
            "the database cannot be read: {why}",
            "Kiểm tra địa chỉ, quyền đọc và câu truy vấn.",
            "Check the address, the permission to read and the query.",
        ),
        "KM-650": _m(
            "dòng này đánh giá cả bảng thì bị từ chối mà đánh giá riêng thì không",
            "this row is refused among others and not on its own",
            "Đây là lỗi của kieumau; đánh giá riêng phường này và báo lại.",
            "This is a bug of kieumau: evaluate the ward on its own, and report it.",
        ),
        "KM-651": _m(
            "có dòng dài quá {most} byte",
            "a line is longer than {most} bytes",
            "Tệp có thể không phải bảng, hoặc xuống dòng kiểu Mac cũ; lưu lại thành CSV UTF-8.",
            "It may be no table, or have the line ends of old Macs; save it as CSV UTF-8.",
        ),
        "KM-652": _m(
            "không có tệp Parquet nào ở đây",
            "there is no Parquet file here",
            "Ghi thư mục có tệp .parquet, hoặc một mẫu tên như «so-lieu/*.parquet».",
            "Give a folder that holds .parquet files, or a pattern such as «facts/*.parquet».",
        ),
        "KM-653": _m(
            "các cột khác với tệp đầu ({first}): {columns}",
            "its columns differ from those of the first file ({first}): {columns}",
            "Xuất lại cho các tệp cùng cột, cùng kiểu; hoặc đọc bằng --engine duckdb --query.",
            "Export them with the same columns and types, or read them with --engine duckdb --query.",
        ),
        "KM-654": _m(
            "không dòng đầu nào có kỳ số liệu đọc được, nên chưa biết quy định của ngày nào",
            "no period can be read in the first rows, so it is not known which day's rules to apply",
            "Ghi ngày bằng --on.",
            "Name the day with --on.",
        ),
        "KM-655": _m(
            "đọc từ cơ sở dữ liệu cần --table hoặc --query, chỉ một trong hai",
            "reading from a database needs --table or --query, one of them",
            'Ví dụ: --table so_lieu.phuong, hoặc --query "SELECT * FROM phuong".',
            'For example --table facts.wards, or --query "SELECT * FROM wards".',
        ),
        "KM-656": _m(
            "không làm tiếp được với cơ sở dữ liệu: không biết dữ liệu có đổi không",
            "a run from a database cannot be resumed: its rows may have changed",
            "Xóa thư mục này và chạy lại từ đầu, hoặc xuất dữ liệu ra tệp Parquet trước.",
            "Remove this folder and begin again, or export the rows to Parquet first.",
        ),
    }
)
