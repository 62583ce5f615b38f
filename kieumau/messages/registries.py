"""28x and 29x: registries of wards, and the statuses of their units."""

from collections.abc import Mapping
from types import MappingProxyType

from kieumau.messages.message import Message
from kieumau.messages.message import message as _m

__all__ = ["REGISTRIES"]

REGISTRIES: Mapping[str, Message] = MappingProxyType(
    {
        "KM-280": _m(
            "đơn vị «{id}» ghi hai lần (lần đầu ở {first})",
            "the unit «{id}» is written twice (first at {first})",
            "Mỗi phường một id riêng; phường lập mới là một đơn vị khác, kể cả khi giữ tên hoặc mã cũ.",
            "Each ward has an id of its own; one newly formed is another unit, even with an old name or code.",
        ),
        "KM-281": _m(
            "mã «{ward}» thuộc cả «{one}» lẫn «{other}» trong cùng một ngày",
            "the code «{ward}» belongs to «{one}» and to «{other}» on one and the same day",
            "Sửa mã, hoặc ghi until: của đơn vị cũ bằng from: của đơn vị mới.",
            "Mend a code, or let until: of the older unit be from: of the newer.",
        ),
        "KM-282": _m(
            "lineage nêu đơn vị «{id}» không có trong units",
            "lineage names a unit «{id}» that is not among the units",
            "Ghi id của đơn vị trong units; đơn vị trước không phải là phường thì ghi name: xã ...",
            "Write the id of one of the units; an earlier unit that was no ward goes under name:.",
        ),
        "KM-283": _m(
            "«{predecessor}» không thể nhập vào «{unit}»: thời gian của hai đơn vị không nối nhau",
            "«{predecessor}» cannot have gone into «{unit}»: their times do not follow each other",
            "Nhập cả đơn vị thì until: của đơn vị trước phải đúng bằng from: của đơn vị sau; nhập một phần thì đơn vị trước không được kết thúc sớm hơn.",
            "Where all of it went, until: of the earlier unit is from: of the later; where a part went, the earlier one may not have ended before.",
        ),
        "KM-284": _m(
            "lineage của «{unit}» đi vòng trở lại chính nó",
            "the lineage of «{unit}» leads back to itself",
            "Bỏ một mắt trong vòng; đơn vị sau không thể là nguồn gốc của đơn vị trước.",
            "Drop one link of the circle; a later unit cannot be what an earlier one was made of.",
        ),
        "KM-285": _m(
            "không có đơn vị cấp huyện «{district}» trong suốt thời gian của «{id}»",
            "there is no district «{district}» for all the time of «{id}»",
            "Khai báo mã này trong districts với from/until đủ dài, hoặc sửa district; sau ngày bỏ cấp huyện thì không ghi district.",
            "Declare the code under districts for that time, or mend district; after districts were abolished write none.",
        ),
        "KM-286": _m(
            "đơn vị «{id}» không ghi cấp huyện, trong khi thời gian đó vẫn có cấp huyện",
            "the unit «{id}» names no district while there were districts",
            "Ghi district: mã cấp huyện; nếu khi đó không còn cấp huyện thì ghi district_level: {{until: ngày bỏ cấp huyện}}.",
            "Write district:, its code; where there were none any more, write district_level: {{until: the day they ended}}.",
        ),
        "KM-287": _m(
            "hai số lượng cùng nói về một ngày (số trước ở {first})",
            "two counts speak of the same day (the other at {first})",
            "Sửa from/until để mỗi ngày chỉ có một số.",
            "Mend from/until so that each day has one count.",
        ),
        "KM-288": _m(
            "các huyện cộng lại là {sum}, không bằng tổng số {total}",
            "the districts add up to {sum}, not to the total of {total}",
            "Sửa số của từng huyện hoặc total; chưa biết số theo huyện thì bỏ districts.",
            "Mend the districts or total; where they are not known, leave districts out.",
        ),
        "KM-289": _m(
            "ngày {day} danh sách có {listed} phường nhưng counts ghi {counted}, hoặc số theo huyện không khớp",
            "on {day} {listed} wards are listed but counts says {counted}, or the districts differ",
            "Sửa danh sách hoặc số lượng; danh sách không đủ mọi phường thì đừng ghi, chỉ ghi counts.",
            "Mend the list or the count; a list that does not hold every ward is better left out for counts.",
        ),
        "KM-290": _m(
            "covers bao gồm ngày {day} nhưng không có phường hay số lượng nào cho ngày đó",
            "covers includes {day}, yet no ward and no count is known for that day",
            "Thu hẹp covers, hoặc bổ sung units hay counts.",
            "Narrow covers, or add units or counts.",
        ),
        "KM-291": _m(
            "không có đơn vị «{id}» trong danh sách phường",
            "there is no unit «{id}» in the registry",
            "Ghi id của đơn vị (không phải tên hay mã); xem registry.yaml.",
            "Write the unit's id (not its name or code); see registry.yaml.",
        ),
        "KM-292": _m(
            "mỗi dòng lineage cần đúng một trong predecessor và name",
            "each line of lineage needs exactly one of predecessor and name",
            "Đơn vị trước là phường trong units: predecessor: id; là xã hay thị trấn: name: tên.",
            "An earlier ward among the units: predecessor: its id; a commune or township: name: what it was called.",
        ),
        "KM-293": _m(
            "«{id}» được ghi là đã công nhận nhưng không nêu quyết định",
            "«{id}» is said to be recognised, but no decision is named",
            "Thêm decision: số quyết định và decision_date: ngày; chưa có quyết định thì chưa phải được công nhận.",
            "Add decision: its number and decision_date:; without a decision a unit is not recognised.",
        ),
        "KM-294": _m(
            "trạng thái của «{id}» bắt đầu ngoài thời gian của đơn vị ({valid})",
            "the status of «{id}» begins outside the time of the unit ({valid})",
            "Sửa from, hoặc ghi id của đơn vị có vào ngày đó; đơn vị mới lập không thừa hưởng trạng thái của đơn vị cũ.",
            "Mend from, or write the id of the unit of that day; a new unit does not take over an old one's status.",
        ),
        "KM-295": _m(
            "trạng thái của «{id}» ghi hai lần cho cùng một thời gian (lần đầu ở {first})",
            "the status of «{id}» is written twice for one time (first at {first})",
            "Giữ lại một dòng, hoặc sửa from/until.",
            "Keep one, or mend from/until.",
        ),
        "KM-296": _m(
            "bảng có phường của hai tỉnh: {first} và {other}",
            "the table holds wards of two provinces: {first} and {other}",
            "Mỗi tỉnh một tệp.",
            "One file a province.",
        ),
    }
)
