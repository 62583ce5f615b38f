"""6xx: programs and engines."""

from collections.abc import Mapping
from types import MappingProxyType

from kieumau.messages.message import Message
from kieumau.messages.message import message as _m

__all__ = ["PROGRAMS"]

PROGRAMS: Mapping[str, Message] = MappingProxyType(
    {
        "KM-601": _m(
            "không nạp được durable_rules: {reason}",
            "durable_rules does not import: {reason}",
            """Cài bằng «pip install 'kieumau[rete]'»; với Python 3.13 trở lên, dựng lại với CPPFLAGS='-O2 -DPyEval_CallObject(f,a)=PyObject_CallObject(f,a)' (docs/dependencies.md). Hoặc dùng engine="plain": kết quả như nhau.""",
            """Install it with "pip install 'kieumau[rete]'"; on Python 3.13 or later build it with CPPFLAGS='-O2 -DPyEval_CallObject(f,a)=PyObject_CallObject(f,a)' (docs/dependencies.md). Or use engine="plain": the results are the same.""",
        ),
        "KM-602": _m(
            "bộ tiêu chí có {found} {what}, durable_rules chỉ chạy được đến {most}",
            "the standard has {found} {what}, durable_rules bears {most}",
            """Dùng engine="plain": kết quả như nhau, không có giới hạn này.""",
            """Use engine="plain": the results are the same, without this limit.""",
        ),
        "KM-603": _m(
            "durable_rules báo lỗi khi chạy một đơn vị ({what}); kết quả đã bị bỏ",
            "durable_rules failed while running a ward ({what}); its answer was thrown away",
            """Đánh giá lại với engine="plain"; nếu lỗi lặp lại, báo cho chúng tôi kèm mã này.""",
            """Evaluate again with engine="plain"; if it fails repeatedly, report it with this code.""",
        ),
        "KM-604": _m(
            "đối tượng Rete chỉ dùng được trong luồng đã tạo ra nó",
            "a Rete belongs to the thread that made it",
            "Dùng ReteFor: mỗi luồng có một Rete riêng, sao chép và lưu được.",
            "Use ReteFor: it gives each thread a Rete of its own, and can be copied and pickled.",
        ),
        "KM-605": _m(
            "Rete bị gọi trong khi chính nó đang chạy một đơn vị",
            "a Rete was called while it is running a ward",
            "Không đánh giá trong trình xử lý tín hiệu hay hàm hủy; hãy làm sau khi lần gọi trước kết thúc.",
            "Do not evaluate in a signal handler or a finaliser; do it after the call under way returns.",
        ),
        "KM-606": _m(
            "không có cách chạy «{name}»",
            "there is no engine «{name}»",
            "Chọn auto, rete hoặc plain.",
            "Choose auto, rete or plain.",
        ),
        "KM-607": _m(
            "không đọc được bảng dữ liệu kiểu {found}: {why}",
            "a {found} cannot be read as a frame: {why}",
            "Đưa vào bảng của polars, pandas, pyarrow, DuckDB hoặc Spark.",
            "Give a table of polars, pandas, pyarrow, DuckDB or Spark.",
        ),
        "KM-608": _m(
            "bảng thiếu {n} cột mà bộ tiêu chí cần: {columns}",
            "the frame lacks columns the standard needs ({n}): {columns}",
            """Thêm các cột này, hoặc ghi missing="unknown" để coi là chưa biết ở mọi dòng.""",
            """Add the columns, or say missing="unknown" to take them as unknown in every row.""",
        ),
        "KM-609": _m(
            "cột «{column}» có kiểu {found}, không đọc được làm «{name}» ({kind})",
            "column «{column}» is of type {found} and cannot be read as «{name}» ({kind})",
            "Đổi cột sang kiểu phù hợp: {fitting}.",
            "Give the column a fitting type: {fitting}.",
        ),
        "KM-610": _m(
            "bảng đã có cột mang tên dành cho kết quả: {columns}",
            "the frame already has columns with names kept for results: {columns}",
            "Bỏ hoặc đổi tên các cột đó rồi đánh giá lại.",
            "Drop or rename them and evaluate again.",
        ),
        "KM-611": _m(
            "cột «{column}» ghi số đã làm tròn dạng văn bản; cả bảng thì không đọc dạng này",
            "column «{column}» holds rounded figures as text, which whole frames cannot read",
            "Ghi bằng hai cột __min và __max, hoặc đánh giá tệp bằng kieumau batch.",
            "Write two columns, __min and __max, or evaluate the file with kieumau batch.",
        ),
        "KM-612": _m(
            "cột «{column}» không có cột «{wanted}» đi cùng",
            "column «{column}» has no «{wanted}» beside it",
            "Khoảng giá trị cần cả hai cột __min và __max.",
            "An interval needs both columns, __min and __max.",
        ),
        "KM-613": _m(
            "không đối chiếu được cột «{column}» với các phần của nó bằng số nguyên 64 bit",
            "column «{column}» cannot be held against its parts in 64-bit integers",
            "Bỏ cột này (được tính từ các phần), hoặc giảm max, decimals của số liệu.",
            "Drop the column (it follows from its parts), or lower max or decimals of the measures.",
        ),
        "KM-614": _m(
            "cột «{column}» và cột «{first}» cùng là một số liệu",
            "columns «{column}» and «{first}» are one measure",
            "Giữ lại một cột.",
            "Keep one of them.",
        ),
        "KM-621": _m(
            "phép thử trên {measures} vượt quá số nguyên 64 bit",
            "a test over {measures} does not fit 64-bit integers",
            "Giảm max hoặc decimals của các số liệu này.",
            "Lower max or decimals of these measures.",
        ),
        "KM-622": _m(
            "hai điều kiện khác nhau cùng mã bước «{id}»",
            "two different conditions have one step id «{id}»",
            "Viết khác đi một trong hai điều kiện.",
            "Write one of them differently.",
        ),
        "KM-623": _m(
            "«{name}» dẫn xuất qua quá nhiều số liệu dẫn xuất khác",
            "«{name}» is derived through too many derived measures",
            "Tính thẳng từ các số liệu gốc.",
            "Derive it from base measures directly.",
        ),
        "KM-624": _m(
            "phiên làm việc chỉ thay đổi được trong luồng đã mở nó",
            "a session can be changed only in the thread that opened it",
            "Gọi assert_facts, correct và close trong luồng đó (hoặc mở một phiên khác ở đây); đọc facts, verdict() và save() thì luồng nào cũng được.",
            "Call assert_facts, correct and close in that thread, or open another session here; facts, verdict() and save() may be read in any.",
        ),
        "KM-625": _m(
            "phiên làm việc không dùng tiếp được trong tiến trình con (fork)",
            "a session cannot go on in a child process (after a fork)",
            "Mở phiên mới trong tiến trình con: standard.session(session.facts).",
            "Open one in the child: standard.session(session.facts).",
        ),
        "KM-626": _m(
            "phiên làm việc đã đóng, không nhận thêm số liệu",
            "the session is closed; nothing more can arrive",
            "Mở phiên mới từ số liệu đã có: standard.session(session.facts).",
            "Open one from the facts so far: standard.session(session.facts).",
        ),
        "KM-627": _m(
            "phiên làm việc không sao chép hay tuần tự hóa (pickle) được",
            "a session cannot be copied or pickled",
            "Sao chép session.facts, hoặc lưu bằng session.save(tệp) rồi mở bằng Session.load(tệp, bộ).",
            "Copy session.facts, or keep it with session.save(path) and open it with Session.load(path, standard).",
        ),
        "KM-628": _m(
            "phiên làm việc đang thay đổi thì bị gọi từ chính nơi nghe sự kiện của nó",
            "a session was called by its own listener while it is being changed",
            "Ghi lại sự kiện, rồi gọi phiên sau khi lần thay đổi kết thúc.",
            "Note the events, and call the session once the change is done.",
        ),
        "KM-629": _m(
            "«{name}» đã ghi nhận: {was}; không đổi thành: {now}",
            "«{name}» is on record as: {was}; it cannot become: {now}",
            "Số liệu đến sau chỉ được bổ sung phần còn thiếu hoặc thu hẹp khoảng. Số cũ sai thì sửa bằng correct().",
            "What arrives may fill in what is missing or narrow an interval. If the earlier figure is wrong, replace it with correct().",
        ),
        "KM-630": _m(
            "«{name}» đã có minh chứng khác",
            "«{name}» already has other evidence",
            "Thay minh chứng bằng correct(), ghi lại cả giá trị.",
            "Replace the evidence with correct(), giving the value again.",
        ),
        "KM-631": _m(
            "phiên này được lưu theo bộ «{id}» ngày {on} (mã băm {kept}…), không phải «{now}» ({digest}…)",
            "the session was kept under «{id}» of {on} (digest {kept}…), which is not «{now}» ({digest}…)",
            "Nạp đúng bộ và ngày đó; muốn chuyển sang bộ khác thì mở phiên mới từ số liệu trong tệp.",
            "Load that standard as of that date; to change over, open a new session from the facts in the file.",
        ),
        "KM-632": _m(
            "mở phiên cần một Ward và một Period, hoặc một FactSet; đã đưa vào: {found}",
            "a session is opened with a Ward and a Period, or with a FactSet; given: {found}",
            "Ví dụ: standard.session(Ward('00001', 'Phường Mẫu', '42'), Period(ngày đầu, ngày cuối)).",
            "For example: standard.session(Ward('00001', 'Phường Mẫu', '42'), Period(first, last)).",
        ),
        "KM-633": _m(
            "bộ dữ kiện đưa vào là của phường khác hoặc kỳ khác với phiên của {ward}",
            "the fact set is of another ward or period than the session of {ward}",
            "Mỗi phường, mỗi kỳ một phiên.",
            "Open a session for each ward and period.",
        ),
        "KM-634": _m(
            "cần số liệu dạng {{mã: giá trị}}, các Fact hoặc một FactSet, không phải {found}",
            "facts are needed as {{id: value}}, as Fact values or as a FactSet, not {found}",
            "Ví dụ: session.assert_facts({{'so_ho': 2000}}).",
            "For example: session.assert_facts({{'so_ho': 2000}}).",
        ),
        "KM-635": _m(
            "«{title}» đã {was}; với số liệu mới thì không còn như vậy: các số liệu mâu thuẫn với nhau",
            "«{title}» was {was} and, with what has arrived, no longer is: the facts contradict one another",
            "Kiểm tra các số dẫn xuất được ghi trực tiếp; số nào sai thì sửa bằng correct().",
            "Check the derived figures given directly; replace what is wrong with correct().",
        ),
    }
)
