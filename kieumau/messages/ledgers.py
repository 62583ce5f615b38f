"""67x: what does not hold in a ledger; from 983: ledgers that cannot be read or written."""

from collections.abc import Mapping
from types import MappingProxyType

from kieumau.messages.message import Message
from kieumau.messages.message import message as _m

__all__ = ["LEDGERS", "LEDGER_CHECKS"]

LEDGER_CHECKS: Mapping[str, Message] = MappingProxyType(
    {
        "KM-670": _m(
            "chỗ của mục {seq} không phải một mục của sổ cái: {why}",
            "where entry {seq} should stand there is no entry: {why}",
            "Nội dung đã bị sửa ngoài kieumau; so với bản sao hoặc bản trích cũ hơn.",
            "It was changed by other means than kieumau; compare with a copy or an older export.",
        ),
        "KM-671": _m(
            "chỗ này phải là mục {expected} nhưng lại là mục {seq}",
            "entry {seq} stands where entry {expected} belongs",
            "Có mục đã bị xóa, chèn thêm hoặc đổi chỗ; so với bản sao hoặc bản trích cũ hơn.",
            "Entries were taken out, put in or moved; compare with a copy or an older export.",
        ),
        "KM-672": _m(
            "mục {seq} không nối vào mục {before}: mã băm của mục trước không khớp",
            "entry {seq} does not follow from entry {before}: the hash of the entry before differs",
            "Một trong hai mục đã bị thay; so với bản sao hoặc bản trích cũ hơn.",
            "One of the two was replaced; compare with a copy or an older export.",
        ),
        "KM-673": _m(
            "mục {seq} đã bị sửa: nội dung không khớp mã băm của nó",
            "entry {seq} was changed: its content does not agree with its hash",
            "Không dựa vào mục này; so với bản sao hoặc bản trích cũ hơn.",
            "Do not rely on this entry; compare with a copy or an older export.",
        ),
        "KM-674": _m(
            "chứng thư của mục {seq} không phải chứng thư đã ghi",
            "the certificate of entry {seq} is not the one that was recorded",
            "Không dựa vào chứng thư này; so với bản gốc của phường hoặc bản trích cũ hơn.",
            "Do not rely on it; compare with the ward's original or an older export.",
        ),
        "KM-675": _m(
            "chứng thư của mục {seq} không còn nguyên vẹn: {why}",
            "the certificate of entry {seq} is not intact: {why}",
            "Không dựa vào chứng thư này; so với bản gốc của phường hoặc bản trích cũ hơn.",
            "Do not rely on it; compare with the ward's original or an older export.",
        ),
        "KM-676": _m(
            "mục {seq} ghi trường {name} là «{said}» còn chứng thư ghi «{found}»",
            "entry {seq} says of {name} «{said}», and its certificate «{found}»",
            "Mục này được ghi bằng cách khác chứ không phải bằng kieumau; không dựa vào nó.",
            "It was written by other means than kieumau; do not rely on it.",
        ),
        "KM-677": _m(
            "không có mục nào mang mã băm đã biết {head}",
            "no entry has the hash that was known, {head}",
            "Sổ cái đã bị cắt bớt ở cuối hoặc viết lại từ trước mục đó, hoặc đây là sổ cái khác.",
            "The end was cut off, or all was rewritten from before that entry, or this is another ledger.",
        ),
        "KM-678": _m(
            "trong chứng thư của mục {seq} không suy ra được «{where}»",
            "in the certificate of entry {seq}, «{where}» does not follow",
            "Xem đủ bằng kieumau verify với chứng thư của mục này.",
            "See it in full with kieumau verify and this entry's certificate.",
        ),
        "KM-679": _m(
            "bảng của sổ cái không còn như khi kieumau tạo: {names}",
            "the ledger's table is not as kieumau made it: {names}",
            "Ai đó đã gỡ phần chống sửa, xóa; kiểm tra với mã băm cuối đã ghi lại: --head.",
            "Somebody removed what keeps it from being changed; verify against a head written down: --head.",
        ),
    }
)
LEDGERS: Mapping[str, Message] = MappingProxyType(
    {
        "KM-983": _m(
            "đây không phải sổ cái: {why}",
            "this is no ledger: {why}",
            "Chọn tệp khác, hoặc một tên chưa có để lập sổ cái mới; không có gì bị thay đổi.",
            "Choose another file, or a name that is not taken for a new ledger; nothing was changed.",
        ),
        "KM-984": _m(
            "sổ cái thuộc dạng «{found}», bản kieumau này chỉ đọc «{known}»",
            "the ledger is a «{found}», and this kieumau reads «{known}»",
            "Dùng bản kieumau mới hơn.",
            "Use a newer kieumau.",
        ),
        "KM-985": _m(
            "đây là bản trích của sổ cái, không ghi thêm vào được",
            "this is an export of a ledger, and nothing is added to it",
            "Ghi vào chính sổ cái (tệp SQLite hoặc PostgreSQL).",
            "Write to the ledger itself (a SQLite file or PostgreSQL).",
        ),
        "KM-986": _m(
            "không ghi được vào sổ cái: {why}",
            "the ledger cannot be written to: {why}",
            "Không có gì được ghi. Kiểm tra quyền ghi, chỗ trống trên đĩa và thư mục chứa nó rồi chạy lại.",
            "Nothing was recorded. Check the permissions, the free space and its folder, and run again.",
        ),
        "KM-987": _m(
            "chương trình khác đang dùng sổ cái; đã chờ {seconds} giây",
            "another program is using the ledger; it was waited for {seconds} s",
            "Không có gì được ghi; chạy lại sau.",
            "Nothing was recorded; run again later.",
        ),
        "KM-988": _m(
            "không đọc được địa chỉ PostgreSQL này",
            "this PostgreSQL address cannot be read",
            "Ghi postgresql://người_dùng@máy:cổng/tên; ký tự đặc biệt trong mật khẩu ghi dạng %40, hoặc để mật khẩu trong ~/.pgpass.",
            "Write postgresql://user@host:port/name; write special characters of a password as %40, or keep it in ~/.pgpass.",
        ),
        "KM-989": _m(
            "PostgreSQL không phục vụ được: {why}",
            "PostgreSQL cannot serve this: {why}",
            "Không có gì được ghi. Kiểm tra máy chủ, tên cơ sở dữ liệu, người dùng, mật khẩu và quyền.",
            "Nothing was recorded. Check the server, the database's name, the user, the password and the privileges.",
        ),
        "KM-990": _m(
            "mất kết nối trong lúc PostgreSQL đang ghi; chưa biết đã ghi được hay chưa (mã băm {hash})",
            "the connection went while PostgreSQL was recording; whether it did is not known (hash {hash})",
            "Xem mã băm ấy có trong sổ cái không: kieumau ledger verify --head {hash}; nếu không thì chạy lại.",
            "See whether that hash is in the ledger: kieumau ledger verify --head {hash}; if not, run again.",
        ),
        "KM-991": _m(
            "chứng thư này không được ghi vào sổ cái: {why}",
            "this certificate is not recorded: {why}",
            "Ghi chứng thư đúng như kieumau evaluate --format certificate cấp; không có gì được ghi.",
            "Record it as kieumau evaluate --format certificate gave it; nothing was recorded.",
        ),
        "KM-992": _m(
            "sổ cái không có mục {seq} (mục cuối là {last})",
            "the ledger has no entry {seq} (the last is {last})",
            "Xem danh sách: kieumau ledger show.",
            "See the list: kieumau ledger show.",
        ),
        "KM-993": _m(
            "sổ cái bị hỏng, từ đây không đọc được nữa: {why}",
            "the ledger is damaged and cannot be read any further: {why}",
            "Đừng ghi thêm; giữ lại tệp và dùng bản sao hoặc bản trích gần nhất.",
            "Write no more to it; keep the file and go back to the latest copy or export.",
        ),
        "KM-994": _m(
            "mục cuối của sổ cái không khớp mã băm của nó, nên không ghi tiếp vào sau nó",
            "the last entry does not agree with its hash, and nothing is put after it",
            "Không có gì được ghi. Xem chỗ sai bằng kieumau ledger verify.",
            "Nothing was recorded. See what is wrong with kieumau ledger verify.",
        ),
        "KM-995": _m(
            "một lần ghi dở để lại {journal}; phải hoàn lại lần ghi đó trước khi đọc, mà ở đây không ghi được",
            "a run that was broken off left {journal}; it must be undone before reading, and nothing can be written here",
            "Chép cả hai tệp vào một thư mục ghi được rồi kiểm tra ở đó.",
            "Copy both files to a folder that can be written to, and verify there.",
        ),
        "KM-996": _m(
            "«{found}» không phải mã băm của một mục",
            "«{found}» is no entry's hash",
            "Ghi đủ 64 chữ số thập lục phân mà kieumau in ra khi ghi hoặc kiểm tra.",
            "Write all 64 hexadecimal digits that kieumau printed when it recorded or verified.",
        ),
        "KM-997": _m(
            "sổ cái ở đây chưa có mục nào",
            "the ledger here has no entries",
            "Sổ cái được lập khi ghi mục đầu tiên: kieumau evaluate --ledger; nếu lẽ ra phải có mục thì đây là sổ cái khác hoặc đã bị xóa trắng.",
            "A ledger is made with its first entry: kieumau evaluate --ledger; if there should be some, this is another ledger or it was emptied.",
        ),
    }
)
