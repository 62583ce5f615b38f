"""The words of a report that is filed: what a sheet says beyond the text."""

from enum import unique

from kieumau.render.terms import Terms

__all__ = ["SheetTerm"]


@unique
class SheetTerm(Terms):
    """One phrase in both languages."""

    SHEET = ("Phiếu đánh giá", "Assessment sheet")
    ANNEX = ("Phụ lục: giải trình và căn cứ", "Annex: explanation and sources")
    SEVERAL = ("Phiếu đánh giá {n} phường", "Assessment sheets of {n:ward|wards}")
    CONTENTS = ("Mục lục", "Contents")
    IN_ALL = ("Kết quả chung: {counts}.", "In all: {counts}.")
    N_OUTCOME = ("{n} {outcome}", "{n} {outcome}")

    # --- tables
    CRITERION = ("Tiêu chí", "Criterion")
    STANDING = ("Kết quả", "Result")
    FIGURE = ("Số liệu", "Figure")
    VALUE = ("Giá trị", "Value")
    SOURCE = ("Nguồn, minh chứng", "Source, evidence")
    NO_SOURCE = ("chưa nêu nguồn", "no source given")
    NOBODY = ("chưa nêu", "not stated")

    # --- sections
    NOTHING_MISSING = (
        "Không thiếu số liệu nào mà kết luận cần đến.",
        "No figure the outcome needs is missing.",
    )
    RESTS_ON = ("Những điều kết luận dựa vào", "What the outcome rests on")
    RESTS_ON_NONE = (
        "Không dựa vào ngưỡng giả định, số liệu tự khai hay số liệu chưa chính xác nào.",
        "On no assumed threshold, no self-reported figure and no inexact one.",
    )
    ASSUMED = ("Ngưỡng giả định", "Assumed threshold")
    INEXACT = ("Số liệu chưa chính xác", "Inexact figure")
    FACTS = ("Số liệu và nguồn", "Figures and their sources")
    NO_FACTS = ("Chưa có số liệu nào được cung cấp.", "No figure was supplied.")
    VERDICT_DIGEST = (
        "Mã băm của kết luận dạng JSON (SHA-256)",
        "Digest of the verdict as JSON (SHA-256)",
    )

    # --- how to check it
    CHECK = ("Cách kiểm tra lại", "How to check it again")
    CHECK_AGAIN = (
        "Tính lại từ tệp số liệu; tệp ghi ra phải có đúng mã băm của kết luận nêu trên",
        "From the facts file; what is written must have the digest of the verdict named above",
    )
    CHECK_REPLAY = (
        "Tính lại một kết luận đã lưu dạng JSON và so từng byte",
        "A saved verdict: reached again and compared byte by byte",
    )
    CHECK_CERTIFICATE = (
        "Kiểm tra một chứng thư đã lưu",
        "A saved certificate",
    )
    CHECK_FOLDER = (
        "Bộ chưa cài đặt thì ghi thư mục của bộ sau --criteria.",
        "A plugin that is not installed is named after --criteria by its folder.",
    )

    # --- signing
    SIGN_UNIT = ("Đại diện Công an phường", "For the ward police")
    SIGN_ASSESSOR = ("Cán bộ thẩm định", "Assessing officer")
    SIGN_HOW = ("(Ký, ghi rõ họ tên)", "(Signature and full name)")
    SIGN_FOR = (
        "Ký xác nhận cho kết luận có mã băm (SHA-256): {digest}; giải trình ở phụ lục kèm theo.",
        "Signed for the verdict with the digest (SHA-256) {digest}; explained in the annex.",
    )
    SIGN_WHERE = (
        "………………, ngày …… tháng …… năm ………",
        "Place: ………………, date: …… / …… / ………",
    )
