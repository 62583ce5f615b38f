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
    }
)
