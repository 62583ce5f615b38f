"""9xx: workbooks: tables of rules and cases, the workbook itself, and forms for facts."""

from collections.abc import Mapping
from types import MappingProxyType

from kieumau.messages.message import Message
from kieumau.messages.message import message as _m

__all__ = ["WORKBOOKS"]

WORKBOOKS: Mapping[str, Message] = MappingProxyType(
    {
        "KM-900": _m(
            "đây không phải sổ tính do kieumau table lập",
            "this is no workbook made by kieumau table",
            "Lập sổ tính từ thư mục của bộ: kieumau table THƯ-MỤC -o bo.xlsx. Phiếu số liệu của phường thì dùng kieumau evaluate.",
            "Make one of the plugin's folder: kieumau table FOLDER -o rules.xlsx. Facts forms are for kieumau evaluate.",
        ),
        "KM-901": _m(
            "sổ tính này thuộc dạng «{found}», phiên bản kieumau này chỉ đọc {known}",
            "the workbook is of the format «{found}»; this version of kieumau reads {known}",
            "Cập nhật kieumau rồi nhập lại.",
            "Update kieumau and import it again.",
        ),
        "KM-902": _m(
            "tệp này viết theo cách không sửa từng chỗ được",
            "this file is written in a way that cannot be changed in place",
            "Sửa tệp này bằng trình soạn thảo rồi lập lại bảng: kieumau table.",
            "Change this file in an editor and make the table again: kieumau table.",
        ),
        "KM-903": _m(
            "phần ghi lại tệp gốc «{name}» trong trang ẩn của sổ tính đã bị sửa",
            "what the hidden sheet keeps of the file «{name}» was changed",
            "Lấy lại bản sổ tính trước khi trang ẩn bị sửa, hoặc lập lại: kieumau table.",
            "Fetch the workbook as it was before, or make it again: kieumau table.",
        ),
        "KM-904": _m(
            "không thấy dòng tên cột trong trang tính «{name}»",
            "no row of headings is found on the sheet «{name}»",
            "Chép lại dòng tên cột từ một sổ tính mới lập bằng: kieumau table.",
            "Copy the row of headings from a workbook freshly made by kieumau table.",
        ),
        "KM-905": _m(
            "trang tính thiếu cột «{column}»",
            "the sheet lacks the column «{column}»",
            "Đặt lại cột đó (chép từ một sổ tính mới lập), rồi nhập lại; không nhập gì khi thiếu cột.",
            "Put it back (copy it from a fresh workbook) and import again; nothing is imported without it.",
        ),
        "KM-906": _m(
            "không có cột nào tên «{found}», và thiếu cột «{column}»",
            "there is no column «{found}», and the column «{column}» is missing",
            "Đặt lại tên cột như cũ; không nhập gì khi thiếu cột.",
            "Name the column as before; nothing is imported while one is missing.",
        ),
        "KM-907": _m(
            "tệp JSON không đưa vào sổ tính được",
            "a JSON file cannot be put into a workbook",
            "Đổi tệp này sang YAML (.yaml) rồi chạy lại; nội dung giữ nguyên.",
            "Turn it into YAML (.yaml) and run again; it says the same.",
        ),
        "KM-908": _m(
            "trang tính «{name}» không thuộc sổ tính này nên được bỏ qua",
            "the sheet «{name}» is none of this workbook's and is passed over",
            "Nếu đó là trang tính của bộ đã bị đổi tên thì đặt lại tên cũ.",
            "If it is one of the plugin's that was renamed, name it as before.",
        ),
        "KM-909": _m(
            "có hai cột cùng tên «{name}»",
            "two columns are named «{name}»",
            "Giữ lại một cột.",
            "Keep one of them.",
        ),
        "KM-910": _m(
            "«{found}» không phải một ngày",
            "«{found}» is not a date",
            "Ghi ngày/tháng/năm đủ bốn chữ số: 31/12/2025.",
            "Write day/month/year in full: 31/12/2025.",
        ),
        "KM-911": _m(
            "«{found}» không có trong danh sách của ô này",
            "«{found}» is not in this cell's list",
            "Chọn một trong: {allowed}.",
            "Choose one of: {allowed}.",
        ),
        "KM-912": _m(
            "dòng này chưa chọn loại mục",
            "this row does not say what kind of entry it is",
            "Chọn một loại trong danh sách của ô; hoặc xóa cả dòng nếu không cần.",
            "Choose one of the cell's list, or clear the row if it is not needed.",
        ),
        "KM-913": _m(
            "sổ tính thiếu trang tính «{name}»",
            "the workbook lacks the sheet «{name}»",
            "Đặt lại trang tính đó; muốn bỏ mục nào thì chọn «bỏ» ở cột cuối của mục ấy.",
            "Put it back; to remove entries, choose «remove» in their last column.",
        ),
        "KM-914": _m(
            "không đọc được công thức «{found}»",
            "the derivation «{found}» cannot be read",
            "Ghi theo mã số liệu: a / b; a + b; a - b; hoặc a → b.",
            "Write it with ids: a / b; a + b; a - b; or a → b.",
        ),
        "KM-915": _m(
            "không đọc được dòng «{found}», hoặc mã đó đã có ở dòng trên",
            "the line «{found}» cannot be read, or its id is on a line above",
            "Mỗi dòng ghi: mã = giá trị; mỗi mã một lần.",
            "A line says: id = value; each id once.",
        ),
        "KM-916": _m(
            "nội dung nhiều dòng của ô này sai cách viết: {why}",
            "the lines of this cell are not well formed: {why}",
            "Xem cách viết ở trang tính «Hướng dẫn»; các dòng con lùi vào hai dấu cách.",
            "See the sheet «How to»; inner lines are indented by two spaces.",
        ),
        "KM-917": _m(
            "«{id}» có hai dòng (dòng đầu ở {first})",
            "«{id}» has two rows (first at {first})",
            "Giữ lại một dòng, hoặc đặt mã khác cho dòng này.",
            "Keep one of them, or give this one another id.",
        ),
        "KM-918": _m(
            "«{column}» của một mục đã có thì không đổi được",
            "«{column}» of an entry there already cannot be changed",
            "Ghi lại như cũ; muốn đổi thì bỏ mục này và thêm một mục mới.",
            "Put it back; to change it, remove the entry and add a new one.",
        ),
        "KM-919": _m(
            "mục loại «{kind}» không có «{column}»",
            "an entry of the kind «{kind}» has no «{column}»",
            "Xóa ô này, hoặc ghi vào đúng cột.",
            "Clear the cell, or write in the column it belongs to.",
        ),
        "KM-920": _m(
            "dòng này chưa có mã",
            "this row has no id",
            "Ghi mã của mục; muốn bỏ mục thì chọn «bỏ» ở cột cuối.",
            "Give its id; to remove the entry choose «remove» in the last column.",
        ),
        "KM-921": _m(
            "bộ này không có tiêu chí «{id}»",
            "this plugin has no criterion «{id}»",
            "Ghi mã một tiêu chí của bộ này; thêm chỉ tiêu vào tiêu chí của lớp dưới thì chọn loại «bổ sung chỉ tiêu».",
            "Name a criterion of this plugin; for one of the layer below choose «added indicator».",
        ),
        "KM-922": _m(
            "tệp này đã thay đổi sau khi lập sổ tính",
            "this file has changed since the workbook was made",
            "Lập lại sổ tính từ thư mục hiện nay, hoặc thêm --force để lấy theo sổ tính.",
            "Make the workbook again of the folder as it is, or add --force to let the workbook count.",
        ),
        "KM-950": _m(
            "đây không phải sổ tính Excel (.xlsx)",
            "this is no Excel workbook (.xlsx)",
            "Đổi tên đuôi tệp không biến nó thành sổ tính: mở bằng Excel hoặc LibreOffice, rồi lưu dạng .xlsx.",
            "A new ending does not make a workbook: open it in Excel or LibreOffice and save it as .xlsx.",
        ),
        "KM-951": _m(
            "đây là tệp Office dạng cũ (.xls), không đọc được",
            "this is a file of the old Office format (.xls), which is not read",
            "Mở bằng Excel hoặc LibreOffice, chọn Lưu thành và chọn dạng .xlsx.",
            "Open it in Excel or LibreOffice and save it as .xlsx.",
        ),
        "KM-952": _m(
            "sổ tính này được đặt mật khẩu nên không đọc được",
            "this workbook is protected by a password and cannot be read",
            "Mở bằng mật khẩu, bỏ mật khẩu mở tệp, rồi lưu lại.",
            "Open it with the password, take the password off, and save it.",
        ),
        "KM-953": _m(
            "đây là sổ tính nhị phân (.xlsb), không đọc được",
            "this is a binary workbook (.xlsb), which is not read",
            "Mở bằng Excel, chọn Lưu thành và chọn dạng .xlsx.",
            "Open it in Excel and save it as .xlsx.",
        ),
        "KM-954": _m(
            "đây là tệp OpenDocument (.ods), không đọc được",
            "this is an OpenDocument file (.ods), which is not read",
            "Mở bằng LibreOffice, chọn Lưu thành và chọn dạng Excel (.xlsx).",
            "Open it in LibreOffice and save it as Excel (.xlsx).",
        ),
        "KM-955": _m(
            "sổ tính bị hỏng hoặc bị cắt cụt",
            "the workbook is damaged or cut short",
            "Lấy lại bản gốc; có thể việc tải hoặc chép tệp chưa xong.",
            "Fetch the original again; a download or copy may not have finished.",
        ),
        "KM-956": _m(
            "sổ tính bung ra quá {most} MB",
            "the workbook unpacks to more than {most} MB",
            "Đây có thể là tệp độc hại; nếu không, chia thành nhiều tệp.",
            "It may be malicious; if it is not, split it into several files.",
        ),
        "KM-957": _m(
            "phần «{part}» của sổ tính có khai báo kiểu tài liệu (DOCTYPE), không chương trình bảng tính nào ghi như vậy",
            "the part «{part}» of the workbook declares a document type, which no spreadsheet program does",
            "Tệp có thể độc hại; không dùng tệp này.",
            "It may be malicious; do not use it.",
        ),
        "KM-958": _m(
            "phần «{part}» của sổ tính bị thiếu hoặc bị hỏng",
            "the part «{part}» of the workbook is missing or damaged",
            "Mở bằng Excel hoặc LibreOffice rồi lưu lại, hoặc lấy lại bản gốc.",
            "Open it in Excel or LibreOffice and save it again, or fetch the original.",
        ),
        "KM-959": _m(
            "sổ tính không có trang tính nào hiện ra",
            "the workbook has no visible sheet",
            "Lấy lại bản gốc, hoặc lập phiếu mới bằng: kieumau template.",
            "Fetch the original, or make a new form: kieumau template.",
        ),
        "KM-960": _m(
            "ô này là công thức chưa có kết quả",
            "this cell is a formula without a result",
            "Mở tệp bằng Excel hoặc LibreOffice rồi lưu lại, hoặc thay công thức bằng giá trị.",
            "Open the file in Excel or LibreOffice and save it, or put the value in its place.",
        ),
        "KM-961": _m(
            "ô này báo lỗi {found}",
            "this cell shows the error {found}",
            "Sửa công thức, hoặc thay bằng giá trị; chưa có số liệu thì để trống.",
            "Mend the formula or put the value in its place; leave it empty without a figure.",
        ),
        "KM-962": _m(
            "các ô từ đây đến {last} bị gộp, không rõ giá trị là của ô nào",
            "the cells from here to {last} are merged, so it is not clear whose the value is",
            "Bỏ gộp ô rồi ghi giá trị vào từng ô.",
            "Unmerge them and write the value in each cell.",
        ),
        "KM-963": _m(
            "ô này không phải một ngày trọn: {found}",
            "this cell is not a whole day: {found}",
            "Ghi ngày, không kèm giờ, từ 01/03/1900 trở đi; ngày sớm hơn thì ghi dạng văn bản 31/12/1899.",
            "Write a day without a time, from 01/03/1900 on; an earlier one as text: 31/12/1899.",
        ),
        "KM-964": _m(
            "không đọc được giá trị của ô này: «{found}»",
            "the value of this cell cannot be read: «{found}»",
            "Xóa ô rồi gõ lại giá trị.",
            "Clear the cell and type the value again.",
        ),
        "KM-965": _m(
            "ô này lấy số từ một tệp khác, không kiểm tra được ở đây",
            "this cell takes its value from another file, which cannot be checked here",
            "Chép rồi dán dạng giá trị (Paste Special, Values) vào chính ô này.",
            "Copy it and paste it as a value (Paste Special, Values) into this cell.",
        ),
        "KM-966": _m(
            "sổ tính có quá {most} ô có dữ liệu",
            "the workbook holds more than {most} cells",
            "Chia thành nhiều tệp.",
            "Split it into several files.",
        ),
        "KM-967": _m(
            "một ô của sổ tính dài quá {most} ký tự",
            "a cell of the workbook is longer than {most} characters",
            "Tệp có thể độc hại hoặc bị hỏng; lấy lại bản gốc.",
            "It may be malicious or damaged; fetch the original.",
        ),
        "KM-970": _m(
            "không nhận ra phiếu số liệu trong sổ tính này",
            "no facts form is recognised in this workbook",
            "Lập phiếu bằng: kieumau template BỘ --output phieu.xlsx; hoặc ghi một dòng tên cột có ward_code và id của các số liệu.",
            "Make one: kieumau template STANDARD --output form.xlsx; or write a row of column names with ward_code and the measures' ids.",
        ),
        "KM-971": _m(
            "phiếu này thuộc dạng «{found}», phiên bản kieumau này chỉ đọc {known}",
            "the form is of the format «{found}»; this version of kieumau reads {known}",
            "Cập nhật kieumau, hoặc lập phiếu mới rồi chép số liệu sang.",
            "Update kieumau, or make a new form and copy the figures over.",
        ),
        "KM-972": _m(
            "chưa điền «{name}»",
            "«{name}» is not filled in",
            "Điền ô này; thiếu nó thì không biết số liệu là của phường nào, kỳ nào.",
            "Fill it in; without it nobody knows which ward or period the figures are of.",
        ),
        "KM-973": _m(
            "«{name}» được điền nhiều cách cùng lúc: {ways}",
            "«{name}» is filled in in several ways at once: {ways}",
            "Chỉ để một: giá trị, khoảng tạm tính, hoặc lý do chưa rõ.",
            "Keep one: the value, the provisional range, or the reason why it is not known.",
        ),
        "KM-974": _m(
            "khoảng tạm tính của «{name}» mới có một đầu",
            "the provisional range of «{name}» has one end only",
            "Điền cả hai cột «Tạm tính», hoặc ghi một giá trị vào cột «GIÁ TRỊ».",
            "Fill in both ends, or write one value under «VALUE».",
        ),
        "KM-975": _m(
            "ô giá trị của «{name}» ghi «{found}»",
            "the value of «{name}» is given as «{found}»",
            "Để trống ô này và ghi lý do vào cột «Chưa rõ: ghi lý do»; không có gì để ghi thì để trống cả hai.",
            "Leave it empty and give the reason under «Not known: say why»; with nothing to say leave both empty.",
        ),
        "KM-976": _m(
            "tỷ lệ «{name}» ghi là {found}: không rõ là {found}% hay {percent}%",
            "the percentage «{name}» is {found}: either {found}% or {percent}%",
            "Gõ cả dấu %, ví dụ 95%, hoặc định dạng ô là phần trăm.",
            "Type the sign, as 95%, or format the cell as a percentage.",
        ),
        "KM-977": _m(
            "«{name}» có minh chứng hoặc ghi chú nhưng chưa có giá trị; dòng này được bỏ qua",
            "«{name}» has evidence or a note but no value; the line is passed over",
            "Điền giá trị, hoặc ghi lý do vào cột «Chưa rõ: ghi lý do».",
            "Fill in the value, or the reason under «Not known: say why».",
        ),
        "KM-978": _m(
            "«{name}» có hai dòng (dòng đầu ở {first})",
            "«{name}» has two lines (first at {first})",
            "Giữ lại một dòng.",
            "Keep one.",
        ),
        "KM-979": _m(
            "tệp này có {n} phường, chỗ này chỉ nhận một",
            "the file holds {n} wards where one is wanted",
            "Dùng FactSet.read_all(tệp), hoặc kieumau evaluate, lệnh này nhận nhiều phường.",
            "Use FactSet.read_all(path), or kieumau evaluate, which takes several.",
        ),
        "KM-980": _m(
            "dòng này có số liệu nhưng không có mã số liệu ở cột cuối",
            "this line is filled in but has no measure id in its last column",
            "Chép mã từ phiếu gốc, hoặc lập phiếu mới: kieumau template BỘ --output phieu.xlsx.",
            "Copy the id from the original form, or make a new one: kieumau template STANDARD --output form.xlsx.",
        ),
        "KM-981": _m(
            "thiếu cột «{column}» của phiếu",
            "the form's column «{column}» is missing",
            "Lập phiếu mới (kieumau template BỘ --output phieu.xlsx) rồi chép số liệu sang.",
            "Make a new form (kieumau template STANDARD --output form.xlsx) and copy the figures over.",
        ),
        "KM-982": _m(
            "cột «Đã làm tròn?» của «{name}» ghi «{found}»",
            "«Rounded?» of «{name}» says «{found}»",
            "Chọn «có» khi cột «GIÁ TRỊ» là một con số đã làm tròn, nếu không thì để trống.",
            "Choose «yes» where «VALUE» holds a rounded figure; else leave it empty.",
        ),
    }
)
