### Machine translation; it awaits review by a native speaker. The words used are listed in public.ftl.

nav-workspace = Đăng nhập
nav-desk = Bàn làm việc
nav-review = Xét duyệt
nav-requests = Đề nghị
nav-my-city = Thành phố của tôi
nav-account = Tài khoản của tôi
nav-members = Thành viên
nav-users = Tài khoản người dùng
nav-models = Mô hình
nav-audit = Nhật ký kiểm toán
nav-rounds = Vòng ghép cặp
nav-clusters = Thành phố tương đồng
sign-out = Đăng xuất
signed-in-as = { $name }, { $role }
role-name = { $code ->
    [admin] quản trị viên
    [officer] chuyên viên
    [approver] người phê duyệt
    [focal_point] cán bộ đầu mối
    [observer] quan sát viên
   *[other] { $name }
}
done = { $code ->
    [saved] Đã lưu.
    [profile-verified] Hồ sơ đã được xác minh.
    [profile-returned] Hồ sơ đã được gửi trả; thành phố sẽ thấy lý do.
    [undone] Quyết định của bạn đã được hoàn tác.
    [interested] Đã ghi nhận: thành phố quan tâm. Ban thư ký sẽ thấy điều này.
    [not-now] Đã ghi nhận: chưa phải lúc. Thành phố này rời khỏi danh sách; có thể đổi lại ở cuối trang.
    [already-partners] Đã ghi nhận: đã là đối tác. Thành phố này rời khỏi danh sách; có thể đổi lại ở cuối trang.
    [asked] Đề nghị của thành phố đã đến ban thư ký.
    [request-withdrawn] Đề nghị đã được rút lại.
    [said-yes] Đã ghi nhận sự đồng ý.
    [said-no] Đã ghi nhận sự từ chối. Cảm ơn đã cho biết lý do.
    [handed-in] Hồ sơ đã được nộp. Ban thư ký sẽ xem xét.
    [password-changed] Mật khẩu của bạn đã được đổi. Mọi phiên khác của bạn đã kết thúc.
    [plan-changed] Thiết lập đã được đổi. Hãy tính lại vòng để xem kết quả.
    [round-released] Các cặp đã vào hàng đợi xét duyệt.
    [round-recalled] Đã rút lại việc chuyển giao; chưa thành phố nào biết.
    [signed-out] Bạn đã đăng xuất.
   *[other] { $name }
}
faults-heading = { $count ->
   *[other] Chưa lưu gì: có { $shown } điểm cần xem lại
}

## Signing in
sign-in-title = Đăng nhập
sign-in-lead = Dành cho cán bộ đầu mối của các thành phố thành viên và cho ban thư ký.
sign-in-expired = Phiên của bạn đã kết thúc. Những gì bạn viết vẫn được giữ: hãy đăng nhập rồi gửi lại.
sign-in-email = Địa chỉ thư điện tử
sign-in-password = Mật khẩu
sign-in-button = Đăng nhập
sign-in-wrong = Địa chỉ thư điện tử hoặc mật khẩu không đúng. Không có gì khác bị thay đổi; hãy thử lại.
sign-in-wait = { $count ->
   *[other] Quá nhiều lần thử. Hãy đợi { $shown } giây rồi thử lại.
}
sign-in-busy = Hiện có quá nhiều người đang đăng nhập. Hãy thử lại sau vài giây.
sign-in-no-account = Chưa có tài khoản? Ban thư ký chỉ định một cán bộ đầu mối cho mỗi thành phố thành viên và gửi lời mời.
sign-in-invitation = Tôi có lời mời
kept-title = Bạn đã đăng nhập. Gửi những gì bạn đã viết?
kept-lead = Phiên của bạn kết thúc trước khi nội dung này được lưu. Không có gì bị mất và chưa có gì được gửi đi.
kept-send = Gửi ngay
kept-drop = Không gửi

## An invitation
invitation-title = Chấp nhận lời mời
invitation-lead = Hãy chọn mật khẩu, rồi bạn được đăng nhập. Mỗi lời mời chỉ dùng được một lần.
invitation-code = Mã lời mời
invitation-password = Mật khẩu của bạn
invitation-password-hint = Ít nhất 8 ký tự; tốt hơn là một cụm từ dài từ 15 ký tự trở lên.
invitation-button = Chấp nhận
invitation-bad = Lời mời này không dùng được: đã được dùng, đã hết hạn, hoặc mã chưa đầy đủ. Hãy xin ban thư ký một lời mời mới.
password-fault = { $code ->
    [too-short] Mật khẩu mới cần ít nhất 8 ký tự; tốt hơn là một cụm từ dài từ 15 ký tự trở lên.
    [too-long] Mật khẩu mới chỉ được có nhiều nhất 128 ký tự.
    [control] Mật khẩu mới không được chứa ký tự điều khiển.
    [tried-first] Mật khẩu mới nằm trong số những mật khẩu thường bị thử trước tiên, hoặc gần giống.
    [predictable] Mật khẩu mới là sự lặp lại hoặc một dãy chữ hay số liền nhau.
    [known] Mật khẩu mới gần như chỉ gồm { $name }, điều người khác biết: hãy thêm từ của riêng bạn hoặc chọn từ khác.
    [not-present] Mật khẩu hiện tại không đúng.
   *[other] { $name }
}

## The own account
account-title = Tài khoản của bạn
account-name = Tên
account-email = Địa chỉ thư điện tử
account-role = Vai trò
account-city = Thành phố
account-password = Đổi mật khẩu
account-password-now = Mật khẩu hiện tại
account-password-new = Mật khẩu mới
account-password-change = Đổi mật khẩu
account-password-note = Mọi phiên khác của bạn sẽ kết thúc.
account-session = Phiên này
account-session-note = Phiên tự kết thúc nửa giờ sau trang cuối cùng, và mười hai giờ sau khi bạn đăng nhập.

## When something is wrong
error-forbidden = Bạn không được xem trang này
error-forbidden-what = Tài khoản của bạn không có quyền đối với trang này. Nếu cần có quyền, hãy hỏi ban thư ký.
error-forged = Yêu cầu này không đến từ trang của bạn
error-forged-what = Không có gì bị thay đổi. Hãy quay lại, tải lại trang và làm lại điều bạn muốn.
error-conflict = Đã có người nhanh hơn
error-conflict-what = Nội dung này đã thay đổi kể từ khi bạn mở, nên chưa lưu gì. Hãy xem nội dung hiện tại và làm lại những gì bạn vẫn muốn.
