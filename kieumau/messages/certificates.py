"""6xx, from 680: certificates."""

from collections.abc import Mapping
from types import MappingProxyType

from kieumau.messages.message import Message
from kieumau.messages.message import message as _m

__all__ = ["CERTIFICATES"]

CERTIFICATES: Mapping[str, Message] = MappingProxyType(
    {
        "KM-680": _m(
            "đây không phải chứng thư dạng kieumau/certificate/1: {why}",
            "this is no kieumau/certificate/1: {why}",
            "Dùng tệp do kieumau evaluate --format certificate ghi ra, còn đủ từ đầu đến cuối.",
            "Use a file that kieumau evaluate --format certificate wrote, from beginning to end.",
        ),
        "KM-681": _m(
            "chứng thư thuộc dạng «{found}», bản kieumau này chỉ đọc «{known}»",
            "the certificate is a «{found}», and this kieumau reads «{known}»",
            "Dùng bản kieumau mới hơn để kiểm tra.",
            "Verify it with a newer kieumau.",
        ),
        "KM-682": _m(
            "bộ «{id}» không cho ra kết luận này từ số liệu của nó",
            "«{id}» does not come to this verdict from its facts",
            "Đánh giá lại số liệu rồi cấp chứng thư cho kết luận mới.",
            "Evaluate the facts again, and certify the verdict that gives.",
        ),
        "KM-683": _m(
            "nội dung không ở dạng chuẩn RFC 8785: khác từ chỗ này",
            "the text is not in RFC 8785 form: it differs from here on",
            "Tệp đã được định dạng lại sau khi ghi; lấy lại tệp gốc.",
            "It was reformatted after it was written; get the original file.",
        ),
        "KM-684": _m(
            "mã băm ghi là {said}, tính ra {found}",
            "the digest stated is {said}, and it comes to {found}",
            "Nội dung đã thay đổi sau khi cấp chứng thư; không dựa vào tệp này.",
            "The content changed after it was certified; do not rely on this file.",
        ),
        "KM-685": _m(
            "mã băm quy tắc ghi là {said}, chương trình kèm theo tính ra {found}",
            "the standard's digest is stated as {said}, and the program in it comes to {found}",
            "Quy tắc trong tệp không phải của bộ tiêu chí nêu tên; không dựa vào tệp này.",
            "The rules in the file are not those of the standard it names; do not rely on it.",
        ),
        "KM-686": _m(
            "không suy ra được «{where}»: ghi {said}, tính ra {found}",
            "«{where}» does not follow: stated is {said}, and it comes to {found}",
            "Chứng thư tự mâu thuẫn; không dựa vào tệp này.",
            "The certificate contradicts itself; do not rely on this file.",
        ),
        "KM-687": _m(
            "còn {n} chỗ khác không suy ra được",
            "{n} more do not follow",
            "Xem đủ bằng --format json.",
            "See them all with --format json.",
        ),
        "KM-688": _m(
            "không nạp được bộ «{id}» ở đây nên không tính lại được",
            "«{id}» does not load here, so nothing was replayed",
            "Cài bộ đó, hoặc chỉ thư mục của nó bằng --standard; chưa nói được chứng thư đúng hay sai.",
            "Install it, or name its folder with --standard; this says nothing for or against it.",
        ),
        "KM-689": _m(
            "bộ tiêu chí ở đây không phải bộ đã dùng: {what} khác ({before} → {now})",
            "the standard here is not the one certified: {what} ({before} → {now})",
            "Cài đúng phiên bản ghi trong chứng thư. Cùng phiên bản mà khác mã băm thì một trong hai đã bị sửa.",
            "Install the versions it names. The same versions with another digest: one of the two was changed.",
        ),
        "KM-690": _m(
            "tính lại không khớp: {what} ghi là {before}, tính lại là {now}",
            "the replay differs: {what} is {before} in the certificate and comes to {now}",
            "Bộ tiêu chí vẫn như cũ, nên chứng thư đã bị sửa; không dựa vào tệp này.",
            "The standard is as it was, so the certificate was changed; do not rely on it.",
        ),
        "KM-691": _m(
            "chứng thư không có chữ ký",
            "the certificate carries no signature",
            "Xin bản có chữ ký, hoặc bỏ --public-key.",
            "Ask for the signed one, or leave --public-key out.",
        ),
        "KM-692": _m(
            "chữ ký không khớp với nội dung",
            "the signature is not of this content",
            "Nội dung hoặc chữ ký đã thay đổi sau khi ký; không dựa vào tệp này.",
            "The content or the signature changed after signing; do not rely on this file.",
        ),
        "KM-693": _m(
            "chứng thư được ký bằng khóa khác: {found}",
            "it is signed with another key: {found}",
            "Hỏi người ký khóa công khai của họ qua một đường khác.",
            "Ask the signer for their public key by another way.",
        ),
        "KM-694": _m(
            "không dùng được khóa trong tệp này: {why}",
            "the key in this file cannot be used: {why}",
            "Cần khóa Ed25519 dạng PEM: khóa bí mật để ký, khóa công khai để kiểm tra.",
            "An Ed25519 key in PEM is needed: a private one to sign, a public one to verify.",
        ),
        "KM-695": _m(
            "khóa được bảo vệ bằng mật khẩu: {why}",
            "the key is protected by a password: {why}",
            "Chạy trong cửa sổ lệnh để được hỏi mật khẩu.",
            "Run it in a terminal, where the password is asked for.",
        ),
        "KM-696": _m(
            "chứng thư không tự khớp nên không ký",
            "the certificate does not hold together and is not signed",
            "Xem vì sao: kieumau verify {file} --no-replay.",
            "See why: kieumau verify {file} --no-replay.",
        ),
        "KM-697": _m(
            "đã có tệp này; khóa không bao giờ được ghi đè",
            "this file is there already; keys are never written over",
            "Chọn tên khác.",
            "Choose another name.",
        ),
        "KM-698": _m(
            "trong chứng thư, «{where}» ghi {said}: không có nghĩa",
            "in the certificate «{where}» is {said}, which makes no sense",
            "kieumau không ghi ra chứng thư như vậy; không dựa vào tệp này.",
            "kieumau writes no such certificate; do not rely on this file.",
        ),
    }
)
