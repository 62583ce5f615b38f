"""8xx: warnings to authors, of what is allowed and perhaps not meant."""

from collections.abc import Mapping
from types import MappingProxyType

from kieumau.messages.message import Message
from kieumau.messages.message import message as _m

__all__ = ["WARNINGS"]

WARNINGS: Mapping[str, Message] = MappingProxyType(
    {
        "KM-801": _m(
            "chỉ tiêu «{id}» không bao giờ đạt được: không số liệu nào trong giới hạn đã khai thỏa mãn yêu cầu này",
            "the indicator «{id}» can never be met: no figures within their bounds satisfy what it asks",
            "Xem lại ngưỡng và chiều so sánh, hoặc min và max của số liệu; các điều kiện của chỉ tiêu có thể loại trừ nhau.",
            "Look at the threshold and the operator's direction, at the measures' min and max, and whether its conditions exclude each other.",
        ),
        "KM-802": _m(
            "chỉ tiêu «{id}» không có trường hợp nào không đạt: mọi số liệu trong giới hạn đã khai đều thỏa mãn",
            "the indicator «{id}» can never fail: all figures within their bounds satisfy what it asks",
            "Xem lại ngưỡng và chiều so sánh, applies_when, hoặc min và max của số liệu.",
            "Look at the threshold and the operator's direction, at applies_when, and at the measures' min and max.",
        ),
        "KM-803": _m(
            "thắt chặt «{id}» ở đây không thay đổi gì: «{plugin}» đã yêu cầu {already}",
            "tightening «{id}» here changes nothing: «{plugin}» already asks for {already}",
            "Bỏ điều kiện này, hoặc đặt điều kiện chặt hơn.",
            "Remove this condition, or ask for something stricter.",
        ),
        "KM-804": _m(
            "chỉ tiêu «{id}» không yêu cầu gì thêm so với chỉ tiêu «{other}»",
            "the indicator «{id}» asks nothing that «{other}» does not ask already",
            "Bỏ chỉ tiêu này; nếu chỉ muốn nêu thêm căn cứ hoặc hướng dẫn thì dùng clarify.",
            "Remove it; to add a citation or guidance use clarify.",
        ),
        "KM-805": _m(
            "không quy tắc nào dùng số liệu «{name}» ({id})",
            "no rule uses the measure «{name}» ({id})",
            "Bỏ số liệu này khỏi measures.yaml, hoặc viết điều kiện dùng đến nó; phường không nên phải báo số liệu không ai cần.",
            "Remove it from measures.yaml, or write the condition it is for; no ward should have to report what nobody needs.",
        ),
        "KM-806": _m(
            "chưa trường hợp mẫu nào cho biết chỉ tiêu bổ sung «{id}» đạt hay không đạt",
            "no case decides the added indicator «{id}»",
            "Thêm vào thư mục cases một trường hợp có đủ số liệu của chỉ tiêu này.",
            "Add a case to the folder cases that supplies the facts of this indicator.",
        ),
        "KM-807": _m(
            "chưa trường hợp mẫu nào cho thấy «{id}» được miễn",
            "no case shows «{id}» as waived",
            "Thêm một trường hợp được miễn: không đủ yêu cầu của chỉ tiêu nhưng đúng điều kiện miễn, mong đợi findings: {{{id}: waived}}.",
            "Add a case that is released: it fails the indicator, satisfies the waiver, and expects findings: {{{id}: waived}}.",
        ),
        "KM-808": _m(
            "bộ «{id}» chưa có trường hợp mẫu nào",
            "the plugin «{id}» has no cases",
            "Tạo thư mục cases với một tệp .yaml: ít nhất một phường đạt, và với mỗi ngưỡng một phường thiếu một chút.",
            "Make a folder cases with a .yaml file: at least one ward that meets the set and, for each threshold, one just short of it.",
        ),
        "KM-809": _m(
            "«{id}» dẫn {instrument}, nhưng văn bản này chỉ có hiệu lực {force}; quy tắc còn áp dụng cả {outside}",
            "«{id}» cites {instrument}, which is in force {force} only; the rule also holds {outside}",
            "Sửa from/until của quy tắc cho khớp, dẫn văn bản có hiệu lực khi đó, hoặc sửa ngày hiệu lực của văn bản trong plugin.yaml.",
            "Fit the rule's from/until to it, cite the instrument in force then, or mend the instrument's dates in plugin.yaml.",
        ),
        "KM-810": _m(
            "chưa trường hợp mẫu nào chạm ngưỡng này: {test}",
            "no case comes to this threshold: {test}",
            "Thêm một trường hợp có số liệu đúng bằng ngưỡng, hoặc chỉ thiếu một đơn vị là đạt.",
            "Add a case exactly at the threshold, or one unit short of it.",
        ),
        "KM-811": _m(
            "ngưỡng của chỉ tiêu «{id}» là giả định (assumed)",
            "the threshold of «{id}» is assumed",
            "Chỉ tiêu này được tính và hiển thị nhưng không quyết định kết luận. Khi tìm được văn bản, sửa ngưỡng, citation và fidelity.",
            "It is evaluated and shown but decides nothing. Once a source is found, mend the threshold, the citation and fidelity.",
        ),
        "KM-812": _m(
            "thắt chặt «{id}» ở đây không thay đổi gì: mọi số liệu trong giới hạn đã khai đều thỏa mãn điều kiện thêm",
            "tightening «{id}» here changes nothing: all figures within their bounds satisfy the added condition",
            "Xem lại ngưỡng và chiều so sánh, hoặc min và max của số liệu.",
            "Look at the threshold and the operator's direction, and at the measures' min and max.",
        ),
        "KM-813": _m(
            "chưa trường hợp mẫu nào cho biết phần thắt chặt «{id}» đạt hay không đạt",
            "no case decides this tightening of «{id}»",
            "Thêm vào thư mục cases một trường hợp có đủ số liệu của điều kiện này, vào ngày mục này có hiệu lực.",
            "Add a case to the folder cases that supplies the facts of this condition, on a date this entry is in force.",
        ),
        "KM-814": _m(
            "điểm của «{id}» ({points} điểm) không bao giờ làm đổi kết quả: các phần còn lại đã đủ mức {threshold} điểm, hoặc cộng thêm vẫn không đủ",
            "the points of «{id}» ({points}) never change the result: the rest reaches {threshold} without them, or misses it even with them",
            "Xem lại mức điểm và điểm của từng phần; nếu chỉ để theo dõi thì ghi points: 0.",
            "Look at the score and at what each part is worth; what is only to be shown carries points: 0.",
        ),
    }
)
"""In the order of the codes."""
