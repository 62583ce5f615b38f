"""What editors show of each field of a plugin's files, in Vietnamese and English."""

from collections.abc import Mapping
from types import MappingProxyType

from kieumau.wording import Text

__all__ = [
    "CONFIDENCE",
    "COUNTED",
    "EVIDENCE",
    "FIDELITY",
    "IF_ZERO",
    "KIND",
    "OUTCOME",
    "PART",
    "PER",
    "PERIOD",
    "PLUGIN_KIND",
    "RECORDED_BY",
    "RULE",
    "SEEN",
    "STATUS",
    "STATUS_KIND",
    "W",
]


def _words(**said: tuple[str, str]) -> Mapping[str, Text]:
    return MappingProxyType({key.rstrip("_"): Text(*pair) for key, pair in said.items()})


FIDELITY = _words(
    text=("ngưỡng nêu trong văn bản được dẫn", "the threshold is in the cited document"),
    reported=("báo chí nêu", "as the press reports it"),
    derived=("suy từ một câu không có con số", "puts a sentence without a number into operation"),
    assumed=("giữ chỗ, không tham gia kết luận", "a placeholder; takes no part in the outcome"),
)
SEEN = _words(
    quoted=("đã thấy nguyên văn", "the words themselves were seen"),
    summary=("chỉ thấy tóm tắt", "a summary was seen"),
    unseen=("chưa thấy", "not seen"),
)
RULE = _words(
    all=("đạt khi mọi mục đạt", "met when all are met"),
    any=("đạt khi có một mục đạt", "met when one is met"),
)
EVIDENCE = _words(
    source=("nguồn số liệu", "the source"),
    document=("văn bản kèm theo", "a document"),
    url=("địa chỉ web", "a web address"),
    date=("ngày lập hoặc công bố", "the date it was collected or published"),
)
PLUGIN_KIND = _words(
    base=("bộ gốc", "issues the criteria"),
    refinement=("cụ thể hóa một bộ khác", "refines another plugin"),
)
KIND = _words(
    integer=("số nguyên", "a whole number"),
    number=("số, có thể có phần thập phân", "a number, perhaps with decimals"),
    percent=("tỷ lệ phần trăm", "a percentage"),
    choice=("chọn một trong danh sách", "one of a list"),
    date=("ngày", "a date"),
)
KIND = MappingProxyType({**KIND, "yes/no": Text("có hoặc không", "yes or no")})
IF_ZERO = _words(
    not_applicable=("không phát sinh", "does not arise"),
    unknown=("chưa đủ căn cứ", "undetermined"),
    met=("đạt", "met"),
    unmet=("không đạt", "not met"),
)
RECORDED_BY = _words(
    unit=("Công an phường tự khai", "the police unit itself"),
    province=("cấp tỉnh ghi nhận", "the province"),
    ward=("phường ghi nhận", "the ward"),
    survey=("khảo sát", "a survey"),
    system=("hệ thống phần mềm", "a software system"),
)
PERIOD = _words(
    year=("cả năm", "the year"),
    quarter=("quý", "a quarter"),
    month=("tháng", "a month"),
    point=("tại thời điểm cuối kỳ", "the state at the period's end"),
)
OUTCOME = _words(
    met=("đạt", "met"),
    not_met=("không đạt", "not met"),
    undetermined=("chưa đủ căn cứ", "undetermined"),
)
STATUS = MappingProxyType(
    {
        **OUTCOME,
        "not_applicable": Text("không phát sinh", "does not arise"),
        "waived": Text("được miễn", "waived"),
    }
)
COUNTED = _words(
    meeting=("đơn vị đạt tiêu chí", "units that meet the criteria"),
    recognised=("đơn vị được công nhận", "units recognised by decision"),
    registered=("đơn vị đăng ký, được chọn xây dựng", "units registered or chosen"),
)
PER = _words(
    province=("tính trên cả tỉnh", "over the whole province"),
    district=("từng quận, huyện", "each district apart"),
)

W = _words(
    # Mọi tệp / any file
    id=("Mã: a-z, 0-9 và gạch nối.", "Id: a-z, 0-9 and hyphens."),
    title=("Tên, tiếng Việt và tiếng Anh.", "Title, in Vietnamese and English."),
    note=("Ghi chú.", "A note."),
    from_=("Ngày bắt đầu có hiệu lực.", "First day in force."),
    from_file=(
        "Ngày bắt đầu có hiệu lực của mọi mục trong tệp.",
        "First day in force of every entry of the file.",
    ),
    until=("Ngày đầu tiên hết hiệu lực.", "First day no longer in force."),
    citation=("Căn cứ: một hoặc nhiều chỗ trong văn bản.", "One or several places in documents."),
    instrument=("Mã văn bản khai trong plugin.yaml.", "A document listed in plugin.yaml, by id."),
    place=("Phần, mục, điều, khoản, điểm.", "The place in the document."),
    cited_url=("Nơi đã đọc.", "Where it was read."),
    quote=("Nguyên văn, chỉ khi đã thấy.", "The words themselves, only when seen."),
    fidelity=("Ngưỡng từ đâu ra.", "Where the threshold comes from."),
    fidelity_rule=("Quy tắc này từ đâu ra.", "Where this rule comes from."),
    seen=("Đã thấy bao nhiêu của chỗ được dẫn.", "How much of the cited place was seen."),
    transferred=(
        "Con số vốn đặt cho đối tượng nào, nếu không phải Công an phường.",
        "What the number was set for, when not a ward police unit.",
    ),
    # plugin.yaml
    version=("Phiên bản của dữ liệu.", "Version of the data."),
    kind_plugin=("Bộ gốc, hay cụ thể hóa một bộ khác.", "A base, or a refinement of another."),
    refines=("Mã của bộ được cụ thể hóa.", "The id of the plugin refined."),
    reconstruction=(
        "Bộ gốc tái lập từ nguồn công khai.",
        "A base reconstructed from public sources.",
    ),
    invented=(
        "Ví dụ giả định: mọi bản in đều ghi rõ.",
        "An invented example: every rendering says so.",
    ),
    scope=("Dùng ở đâu; không ghi là cả nước.", "Where it is for; left out: the whole country."),
    provinces=("Các tỉnh, thành phố.", "The provinces."),
    province_code=(
        "Mã tỉnh chính thức, trong dấu nháy.",
        "The province's official code, in quotes.",
    ),
    name=("Tên.", "Name."),
    instruments=("Văn bản làm căn cứ.", "The documents rules rest on."),
    number=("Số, ký hiệu văn bản.", "The document's number."),
    issuer=("Cơ quan ban hành.", "Who issued it."),
    issued=("Ngày ban hành.", "When it was issued."),
    url=("Nơi đăng toàn văn.", "Where it is published."),
    coverage=(
        "Điều đã biết nhưng chủ ý không đưa vào.",
        "What is known but deliberately not a rule here.",
    ),
    item=("Ký hiệu của mục.", "What the item is called."),
    reason=("Vì sao.", "Why."),
    # measures.yaml
    measures=("Các số liệu.", "The measures."),
    measure_id=("Mã số liệu: a-z, 0-9 và gạch dưới.", "Measure id: a-z, 0-9 and underscores."),
    measure_name=(
        "Tên số liệu, dùng nguyên văn trong điều kiện.",
        "The measure's name, as conditions write it.",
    ),
    kind=("Loại giá trị.", "What sort of value it takes."),
    unit=("Đơn vị tính.", "The unit."),
    min=("Giá trị nhỏ nhất.", "The least value."),
    max=("Giá trị lớn nhất.", "The greatest value."),
    decimals=("Số chữ số thập phân, tối đa 6.", "Digits after the point, 6 at most."),
    period_of=("Giá trị nói về khoảng thời gian nào.", "The span one value is about."),
    collection=("Thu thập thế nào.", "How it is collected."),
    recorded_by=("Ai ghi nhận.", "Who records it."),
    caution=("Số liệu có thể gây hiểu sai thế nào.", "How the figure can mislead."),
    choices=("Các giá trị được chọn.", "The values to choose from."),
    sum=("Tổng của các số liệu.", "The sum of measures."),
    difference=("Hiệu: of trừ less.", "The difference: of minus less."),
    ratio=("Tỷ số: of chia to.", "The ratio: of by to."),
    change=("Mức thay đổi (%) từ from đến to.", "The change in percent from from to to."),
    if_zero=("Khi mẫu số bằng 0 thì sao.", "What holds when the denominator is 0."),
    part=("Mã một số liệu.", "A measure's id."),
    # rules/*.yaml
    set=("Bộ tiêu chí do bộ gốc ban hành.", "The set a base issues."),
    criteria=("Các tiêu chí.", "The criteria."),
    criterion=("Một tiêu chí mới.", "A criterion of one's own."),
    indicators=("Các chỉ tiêu.", "The indicators."),
    indicator=("Một chỉ tiêu mới.", "An indicator of one's own."),
    rule=("Đạt khi mọi, một, hay ít nhất mấy mục đạt.", "Met when all, any or at least k are."),
    rule_at_least=("Đạt khi có ít nhất ngần này mục đạt.", "Met when at least so many are."),
    rule_score=("Đạt khi đủ ngần này điểm.", "Met when the points reach this."),
    points=("Số điểm khi đạt.", "Points it earns when met."),
    requires=("Điều kiện phải đạt.", "What is required."),
    applies_when=("Chỉ xét khi điều kiện này đúng.", "Only judged when this holds."),
    all=("Mọi điều kiện đúng.", "All hold."),
    any=("Ít nhất một điều kiện đúng.", "One holds."),
    not_=("Điều kiện không đúng.", "It does not hold."),
    at_least=("Ít nhất bao nhiêu điều kiện đúng.", "At least so many hold."),
    of=("Các điều kiện.", "The conditions."),
    allows=("Lớp trên được làm gì với mục này.", "What layers above may do to it."),
    allows_narrower=("Thu hẹp quyền của lớp trên; không mở rộng.", "May narrow, never widen."),
    allows_add=("Được thêm vào không.", "Whether something may be added."),
    allows_tighten=("Được thắt chặt không, tới đâu.", "Whether it may be tightened, how far."),
    allows_clarify=("Được làm rõ không.", "Whether it may be clarified."),
    allows_waive=("Được miễn không.", "Whether it may be waived."),
    allows_also=("Được đòi thêm điều kiện không.", "Whether a further condition may be asked."),
    up_to=("Chỉ được nâng tới mức này.", "The strictest threshold allowed."),
    add=("Bổ sung chỉ tiêu hoặc tiêu chí.", "Add indicators or criteria."),
    tighten=("Thắt chặt: chỉ được chặt hơn.", "Tighten: only ever stricter."),
    clarify=("Làm rõ: hướng dẫn và minh chứng.", "Clarify: guidance and evidence."),
    waive=("Miễn có căn cứ.", "Waive, with a legal basis."),
    to_criterion=("Thêm vào tiêu chí nào.", "The criterion it is added to."),
    target=("Mã chỉ tiêu của lớp dưới.", "An indicator of the layers below, by id."),
    to=("Ngưỡng mới, chặt hơn: 95%, 12 người.", "The new, stricter threshold: 95%, 12."),
    also=("Đòi thêm điều kiện này.", "A further condition."),
    guidance=("Hướng dẫn cách hiểu, cách tính.", "How to read or count it."),
    evidence=("Minh chứng cần kèm.", "Evidence asked for."),
    evidence_of=("Số liệu của chỉ tiêu.", "A measure of the indicator."),
    needs=("Cần loại minh chứng nào.", "The kind of evidence."),
    when=("Chỉ miễn khi điều kiện này đúng.", "Waived only when this holds."),
    basis=("Vì sao được miễn.", "Why it is waived."),
    # cases/*.yaml
    cases=("Các trường hợp mẫu.", "The cases."),
    ward=("Phường của các trường hợp trong tệp.", "The ward of the file's cases."),
    ward_code=("Mã phường, trong dấu nháy.", "The ward's code, in quotes."),
    ward_name=("Tên phường.", "The ward's name."),
    period=("Kỳ số liệu, tính cả hai ngày.", "The period, both days included."),
    period_from=("Ngày đầu kỳ.", "First day."),
    period_to=("Ngày cuối kỳ.", "Last day."),
    sentence=("Trường hợp này nói lên điều gì.", "What the case says, as a sentence."),
    on=("Theo quy định ngày này; không ghi là ngày cuối kỳ.", "As in force on this date."),
    assumed=(
        "Chỉ tiêu giả định: show chỉ nêu, count có tính.",
        "Assumed indicators: shown or counted.",
    ),
    like=(
        "Lấy số liệu của trường hợp này ở trên rồi đổi.",
        "Start from that earlier case's facts.",
    ),
    facts=("Số liệu, hoặc tên một tệp số liệu.", "The facts, or the name of a facts file."),
    expect=("Kết quả phải ra.", "What it must come to."),
    outcome=("Kết luận phải ra.", "The outcome it must have."),
    findings=(
        "Kết quả từng tiêu chí, chỉ tiêu, theo mã.",
        "Statuses of criteria and indicators, by id.",
    ),
    missing=("Mã các số liệu còn thiếu, đúng thứ tự.", "The missing measures, in order."),
    # targets.yaml
    targets=(
        "Các mục tiêu, hoặc unknown khi chưa biết.",
        "The targets, or unknown where not known.",
    ),
    targets_reason=("Vì sao chưa biết mục tiêu.", "Why the targets are not known."),
    by=("Ngày xét mục tiêu.", "The day it is judged on."),
    count=("Đếm những đơn vị nào.", "Which units count."),
    goal_least=("Ít nhất: tỷ lệ (30%) hoặc số đơn vị.", "At least: a share (30%) or units."),
    goal_exactly=("Đúng số đơn vị này.", "Exactly so many units."),
    goal_more=("Nhiều hơn mục tiêu trước, theo mã.", "More than an earlier target, by id."),
    per=("Tính trên đâu.", "Over which units."),
    except_=("Quận, huyện có mục tiêu riêng.", "Districts with a goal of their own."),
    group=("Mã quận, huyện.", "The district's code."),
    # registry.yaml, statuses.yaml
    unit_id=("Mã riêng của phường, không dùng lại.", "The ward's identity, never used again."),
    district=("Mã cấp huyện; bỏ trống khi không có.", "The district's code; none where none."),
    successor=("Phường sau khi sắp xếp.", "The unit it became part of."),
    predecessor=("Phường trước đó, theo id.", "The earlier ward, by its id."),
    predecessor_name=("Xã, thị trấn trước đó.", "An earlier unit that was no ward."),
    lineage_part=("Nhập cả hay một phần.", "All of it, or what part."),
    total=("Số phường.", "How many wards."),
    count_districts=("Số phường theo mã huyện.", "How many by district code."),
    covers=("Thời gian danh sách có dữ liệu.", "The time the registry knows."),
    district_level=("Thời gian còn cấp huyện.", "The time there were districts."),
    districts=("Các đơn vị cấp huyện.", "The districts."),
    units=("Từng phường theo thời gian.", "The wards over time."),
    counts=("Số phường theo thời gian.", "How many wards over time."),
    lineage=("Phường nào từ đâu mà ra.", "What each ward was made of."),
    not_established=("Những điều chưa xác minh được.", "What could not be established."),
    confidence=("Chắc đến mức nào.", "How sure it is."),
    status_unit=("Phường, theo id trong danh sách.", "The ward, by its id in the registry."),
    status_kind=("Đăng ký hay được công nhận.", "Registered or recognised."),
    held=("Không: biết chắc là không có.", "No: it is known not to have it."),
    year=("Công nhận cho năm nào.", "The year it is recognised for."),
    decision=("Số quyết định công nhận.", "The number of the decision."),
    decision_date=("Ngày quyết định.", "The day of the decision."),
    statuses=("Từng đơn vị đăng ký, được công nhận.", "Registrations and recognitions."),
    complete=("Danh sách nào được coi là đủ.", "Which lists are taken as complete."),
)
CONFIDENCE = _words(
    high=("cao: nguồn chính thức hoặc nhiều nguồn", "official, or several sources"),
    medium=("trung bình: một nguồn", "one source"),
    low=("thấp: suy ra", "an inference"),
)
PART = _words(
    whole=("nhập cả", "all of it"),
    area=("toàn bộ diện tích", "the area"),
    people=("một phần dân số", "some of the people"),
    partial=("một phần", "a part"),
)
STATUS_KIND = _words(
    registered=("đăng ký xây dựng", "registered"),
    recognised=("được công nhận", "recognised by decision"),
)
