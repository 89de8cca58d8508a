### Machine translation; it awaits review by a native speaker. The words used are listed in public.ftl.

## All pages of the area
my-area = Thành phố của tôi
my-area-home = Tổng quan
my-area-suggestions = Gợi ý
my-area-ask = Đề nghị tìm đối tác
my-area-proposals = Lời mời
my-area-profile = Hồ sơ
my-kind = { $code ->
    [peer_learning] học hỏi giữa các thành phố
    [sister_city] thành phố kết nghĩa
   *[mutual_aid] tương trợ khi có khủng hoảng
}
my-theme = Chủ đề
my-theme-all = mọi chủ đề
my-kind-label = Loại quan hệ đối tác
my-show = Xem
my-of-hundred = { $shown } trên 100
my-sure = { $code ->
    [well] khá chắc chắn
    [partly] tương đối chắc chắn
   *[little] chỉ là gợi ý ban đầu
}
my-days = { $shown } ngày

## Overview
my-home-title = { $city }: tổng quan
my-home-waiting = { $number } việc đang chờ { $city }.
my-home-nothing = Không có việc gì đang chờ { $city }.
my-home-waits = Việc đang chờ bạn
my-home-next = Việc nên làm tiếp theo
my-task-answer = { $partner } và thành phố của bạn được mời hợp tác với nhau.
my-task-answer-until = Trả lời trước ngày { $date }: còn { $days }.
my-task-answer-do = Đọc và trả lời
my-task-returned = Ban thư ký đã gửi trả hồ sơ của bạn.
my-task-returned-why = Lý do: {"“"}{ $reason }{"”"}
my-task-returned-do = Sửa hồ sơ
my-task-draft = Hồ sơ của bạn là bản nháp chưa nộp.
my-task-draft-do = Kiểm tra và nộp
my-task-profile = Thành phố của bạn chưa cho biết cần gì và có thể chia sẻ gì. Mười phút sẽ giúp mọi gợi ý tốt hơn.
my-task-profile-do = Điền hồ sơ
my-task-old = Hồ sơ của bạn là của ngày { $date }. Hãy xem còn đúng không.
my-task-old-do = Xem lại
my-task-look = Xem những thành phố nào phù hợp với thành phố của bạn, và cho biết bạn thích thành phố nào.
my-task-look-do = Xem các gợi ý
my-home-standing = Tình hình
my-home-profile = Hồ sơ
my-profile-state = { $code ->
    [none] chưa có gì
    [imported] lấy từ nguồn công khai, thành phố của bạn chưa xác nhận
    [draft] bản nháp, chưa nộp
    [submitted] đã nộp, ban thư ký đang xem
    [verified] đã được ban thư ký xác minh
   *[returned] bị gửi trả kèm lý do
}
my-home-requests = Đề nghị
my-home-requests-none = Chưa có. Bạn có thể đề nghị ban thư ký tìm đối tác bất cứ lúc nào.
my-home-invitations = Lời mời
my-home-invitations-none = Chưa có. Lời mời đến khi hai người của ban thư ký đã đồng ý với một cặp.
my-home-partnerships = Quan hệ đối tác
my-home-partnerships-none = Chưa có quan hệ nào hình thành qua Kembar.
my-home-partnership = { $partner }: { $kind }, { $state ->
    [exploring] đang tìm hiểu nhau
    [preparing] đang chuẩn bị thỏa thuận
    [active] đang hoạt động
    [dormant] tạm lắng
    [completed] đã hoàn thành
    [emeritus] giữ như một vinh dự
   *[ended] đã kết thúc
}, từ năm { $year }
my-request-state = { $code ->
    [open] đang chờ ban thư ký
    [in_review] ban thư ký đang xử lý
    [answered] đã được trả lời
   *[withdrawn] đã rút lại
}
my-invitation-state = { $code ->
    [unanswered] đang chờ bạn trả lời
    [waiting] bạn đã đồng ý; đang chờ thành phố kia
    [accepted] cả hai đã đồng ý; ban thư ký sẽ công bố
    [published] cả hai đã đồng ý; đã được công bố
    [declined] đã bị từ chối
    [expired] không được trả lời kịp thời
   *[withdrawn] ban thư ký đã rút lại
}
my-home-gaps = Còn cách mục tiêu bao xa
my-home-gaps-note = 0 là đạt mục tiêu, 100 là xa mục tiêu nhất có thể. Mỗi trụ cột là trung bình của các chủ đề đã biết.
my-home-gap-known = từ { $known } trong { $total } chủ đề
my-home-gap-how = Từ những số liệu nào
my-home-gap-none = Chưa biết chủ đề nào của trụ cột này. Một số liệu của riêng thành phố sẽ thay đổi điều đó.
my-home-gap-assessed = Tự đánh giá: mức { $level } trên 5, { $year }

## Suggestions
my-suggest-title = { $kind ->
    [peer_learning] Ai có thể hướng dẫn chúng ta?
    [sister_city] Ai phù hợp làm thành phố kết nghĩa với chúng ta?
   *[mutual_aid] Ai có thể giúp chúng ta khi có khủng hoảng, và ngược lại?
}
my-suggest-title-about = Ai có thể hướng dẫn chúng ta về { $theme }?
my-number = { $shown }
my-suggest-lead = { $number } thành phố { $kind ->
    [peer_learning] có thể hướng dẫn { $city } về { $theme }
    [sister_city] có thể là thành phố kết nghĩa của { $city }
   *[mutual_aid] có thể sát cánh với { $city } khi có khủng hoảng
}. Phù hợp nhất là { $best }.
my-suggest-any-need = điều thành phố đang tìm kiếm
my-suggest-none = { $kind ->
    [peer_learning] Chưa biết thành phố nào có thể hướng dẫn { $city } về { $theme }.
    [sister_city] Chưa biết thành phố nào có thể là thành phố kết nghĩa của { $city }.
   *[mutual_aid] Chưa biết thành phố nào có thể sát cánh với { $city } khi có khủng hoảng.
}
my-suggest-none-what = Hãy xem chủ đề khác, hoặc hỏi ban thư ký: con người biết nhiều hơn dữ liệu.
my-suggest-inactive = { $city } hiện không tham gia, nên không có gợi ý nào. Hãy hỏi ban thư ký nếu điều này không đúng.
my-suggest-first = Đang hiển thị { $shown } thành phố đầu tiên.
my-suggest-among = Tìm trong { $shown } thành phố phù hợp nhất, trên tổng số { $all }.
my-suggest-alike = Thêm { $shown } thành phố giống thành phố của bạn, nhưng { $kind ->
    [peer_learning] chưa biết bạn có thể học được gì ở đó
   *[other] chưa biết bên nào sẽ được lợi gì
}
my-suggest-alike-what = Các thành phố này phù hợp về đặc điểm: quy mô, mức phát triển, ngôn ngữ, khoảng cách. Chưa biết nhu cầu nào của một bên gặp điều mà bên kia làm được, nên việc ghép cặp chỉ mang tính biểu tượng. Thường đó là thiếu thông tin, không phải do thành phố.
my-suggest-alike-do = Hãy cho biết bạn cần gì và có thể cho gì
my-suggest-against = Bất lợi:
my-suggest-against-none = Chưa biết điểm bất lợi nào.
my-suggest-km = cách { $shown } km
my-suggest-km-unknown = chưa biết khoảng cách
my-suggest-shares = có chung { $languages }
my-suggest-shares-none = chưa biết ngôn ngữ chung nào
my-suggest-why = Vì sao
my-say = { $code ->
    [interested] Quan tâm
    [not_interested] Chưa phải lúc này
   *[already_partners] Đã là đối tác
}
my-said = { $code ->
    [interested] Bạn đã cho biết: quan tâm
    [not_interested] Bạn đã cho biết: chưa phải lúc này
   *[already_partners] Bạn đã cho biết: đã là đối tác
}, { $date }.
my-say-about = Bạn nghĩ gì về { $city }?
my-say-change = Đổi lại:
my-suggest-ask = Hỏi ban thư ký
my-suggest-ask-city = Đề nghị { $city }
my-suggest-left = Không hiển thị
my-suggest-left-rule = { $shown } thành phố { $code ->
    [inactive_member] không tham gia
    [same_country] cùng nước với bạn
    [existing_tie] đã có mối quan hệ loại này với bạn
    [barred] bị ban thư ký loại trừ
    [cooling_period] đã từ chối cách đây chưa lâu
    [not_interested] mà bạn đã nói {"“"}chưa phải lúc này{"”"}
    [no_own_slot] vì bạn không còn nhận thêm đối tác
    [no_slot] không còn nhận thêm đối tác
    [no_head_start] chưa có gì cho thấy là đi trước bạn
   *[theme_not_shared] không có lợi gì cùng bạn ở chủ đề này
}
my-suggest-improve = Điều gì sẽ làm danh sách này tốt hơn
my-suggest-improve-points = có thể làm điểm thay đổi đến { $shown } điểm
my-suggest-improve-none = Không thiếu điều gì của bạn có thể làm thay đổi danh sách.
my-suggest-spoken = Những gì bạn đã cho biết
my-bad-question = Không có chủ đề hay loại quan hệ đối tác như vậy.

## Why
my-why-title = Vì sao là { $city }?
my-why-title-not = Vì sao không phải { $city }?
my-why-not = Thành phố này không được gợi ý, vì:
my-why-ranks = { $other } đứng thứ { $rank } đối với { $city }. { $city } đứng thứ { $reverse } đối với { $other }.
my-why-bounds = Nếu biết tất cả, điểm sẽ nằm trong khoảng từ { $low } đến { $high }.
my-why-bounds-none = Không điều còn thiếu nào có thể làm điểm thay đổi.
my-why-survival = Với trọng số và số liệu hơi khác đi, thành phố này vẫn ở trong danh sách ở { $shown } trên 100 lần thử.
my-why-for = Điểm thuận lợi
my-why-gains = { $city } được lợi
my-why-both = Cả hai
my-why-gains-none = Chưa biết gì.
my-why-against = Điểm bất lợi
my-why-change = Điều gì sẽ làm thay đổi
my-why-change-none = Không tìm thấy thay đổi đơn lẻ nào làm đổi thứ hạng của thành phố này.
my-why-change-line = { $change }: thứ { $rank }, { $score } trên 100
my-why-carries = Điểm số dựa trên điều gì
my-why-factor = Phần
my-why-points = Điểm
my-why-evidence = Căn cứ
my-why-evidence-none = Chưa ghi nhận bằng chứng nào: theo những gì được biết, cặp này chỉ mang tính biểu tượng.
my-why-needs = { $city } cần:
my-why-gives = { $city } có thể chia sẻ:
my-why-derived = suy ra
my-why-of-five = mức { $shown } trên 5
my-why-of-three = { $shown } trên 3
my-why-rank = thứ { $shown }
my-why-country = giá trị của cả nước
my-why-missing = Điều gì chưa biết
my-why-missing-none = Không có gì có thể làm điểm thay đổi.
my-why-missing-line = { $what }: đến { $points } điểm
my-why-model = Tính bằng mô hình { $model } từ dữ liệu ngày { $date }. Con người quyết định.
my-why-back = Về danh sách
my-why-page = Trang công khai của { $city }

## Asking for partners
my-ask-title = Đề nghị tìm đối tác
my-ask-lead = Hai câu hỏi là đủ. Ban thư ký trả lời bằng lời hoặc bằng một lời mời, với mục tiêu dưới bốn tuần.
my-ask-named = Bạn đang đề nghị { $city }.
my-ask-wants = Bạn muốn giải quyết hoặc xây dựng điều gì?
my-ask-wants-hint = Một hoặc hai câu. Hãy nêu tên thành phố nếu bạn đã nghĩ đến.
my-ask-gives = Bạn có thể chia sẻ điều gì?
my-ask-gives-hint = Bất cứ điều gì người khác có thể học từ bạn, hoặc thời gian và con người bạn có thể dành ra.
my-ask-prefilled = Đã viết sẵn cho bạn từ những gì được biết; hãy sửa tùy ý.
my-ask-wants-draft = { $kind ->
    [peer_learning] Chúng tôi muốn học hỏi { $city } về { $theme }.
    [sister_city] Chúng tôi muốn { $city } là thành phố kết nghĩa.
   *[mutual_aid] Chúng tôi muốn thỏa thuận với { $city } về việc giúp nhau khi có khủng hoảng.
}
my-ask-gives-draft = Chúng tôi có thể chia sẻ những gì đã làm: { $titles }.
my-ask-what-we-seek = điều chúng tôi đang tìm kiếm
my-ask-theme-unknown = chưa nêu
my-ask-send = Gửi ban thư ký
my-ask-own = Các đề nghị của bạn
my-ask-own-none = Bạn chưa đề nghị gì.
my-ask-on = đề nghị ngày { $date }
my-ask-waits = đã chờ { $days }; mục tiêu là dưới 28 ngày
my-ask-gives-label = Đổi lại:
my-ask-answer = Trả lời của ban thư ký, { $date }:
my-ask-answer-invited = Đã trả lời bằng một lời mời: xem
my-ask-withdraw = Rút lại
my-ask-withdraw-sure = Ban thư ký sẽ ngừng xử lý. Bạn có thể đề nghị lại bất cứ lúc nào.
my-ask-withdraw-do = Vâng, rút lại
my-changed = Nội dung này đã thay đổi kể từ khi bạn mở, nên chưa làm gì cả. Đây là tình trạng hiện nay.
my-fault = { $field ->
    [theme] Không có chủ đề như vậy, hoặc chủ đề được nêu hai lần.
    [kind] Không có loại quan hệ đối tác như vậy.
    [slots] Hãy viết một số nguyên từ 1 đến 100, hoặc để trống.
    [quota] Hãy viết một số nguyên từ 0 đến 100, hoặc để trống.
    [level] Hãy chọn mức từ 0 đến 5.
    [link] Hãy viết một địa chỉ bắt đầu bằng https:// hoặc http://, không có dấu cách.
    [year] Hãy viết một năm từ 1990 trở đi và không ở tương lai.
    [target_year] Hãy viết một năm từ 1990 đến 2100, cùng với số liệu.
    [number] Hãy viết một số, chẳng hạn 12.5.
    [reason_code] Hãy chọn một lý do.
    [practice] Hãy chọn một thực hành của chính thành phố.
    [title] Hãy viết tiêu đề dài nhất 300 ký tự.
    [themes] Hãy chọn từ một đến năm chủ đề, mỗi chủ đề một lần.
    [result] Hãy cho biết kết quả, hoặc chọn {"“"}có mô tả{"”"}.
    [source] Hãy cho biết được viết ở đâu, nhiều nhất 2.000 ký tự.
   *[text] Hãy viết gì đó ở đây, nhiều nhất 4.000 ký tự và không có ký tự điều khiển ẩn.
}

## Invitations
my-invited-title = Lời mời
my-invited-lead = { $number } lời mời đang chờ bạn trả lời.
my-invited-lead-none = Không có lời mời nào đang chờ bạn trả lời.
my-invited-none-what = Lời mời đến khi hai người của ban thư ký đã đồng ý với một cặp. Bạn có thể chủ động: hãy đề nghị tìm đối tác.
my-invited-due = Cần trả lời
my-invited-others = Đã trả lời hoặc đã kết thúc
my-invited-on = được mời ngày { $date }
my-proposal-title = Hợp tác với { $partner }?
my-proposal-said = { $partner } và thành phố của bạn
my-proposal-accept = Đồng ý …
my-proposal-decline = Từ chối …
my-proposal-own-yes = Thành phố của bạn đã đồng ý ngày { $date }.
my-proposal-own-no = Thành phố của bạn đã từ chối ngày { $date }.
my-proposal-other-no = { $partner } đã từ chối ngày { $date }.
my-proposal-other-yes = { $partner } đã đồng ý ngày { $date }.
my-proposal-reason = { $code ->
    [no_capacity] hiện không có thời gian hoặc nhân lực
    [other_priorities] ưu tiên khác
    [already_partners] đã là đối tác
    [not_a_fit] không phù hợp
    [legal] lý do pháp lý
   *[other] lý do khác
}
my-proposal-now = { $standing ->
    [unanswered] Cả hai thành phố đã được hỏi. Câu trả lời của { $partner } chỉ được cho biết khi đã kết thúc.
    [waiting] Sự đồng ý của bạn đã được ghi nhận. Quan hệ đối tác bắt đầu khi { $partner } cũng đồng ý; câu trả lời của họ chỉ được cho biết khi đã kết thúc.
    [accepted] Quan hệ đối tác đã bắt đầu. Ban thư ký sẽ công bố sau.
    [published] Quan hệ đối tác đã bắt đầu và được công bố. Lý do hai bên được chọn luôn có thể đọc lại.
    [declined] Việc ghép cặp không thành. Ban thư ký tự xem xét lựa chọn tốt tiếp theo.
    [expired] Thời hạn trả lời đã hết. Hãy đề nghị lại nếu bạn vẫn quan tâm.
   *[withdrawn] Ban thư ký đã rút lại việc ghép cặp.
}
my-proposal-why = Vì sao là hai thành phố này
my-proposal-public = Câu mà công chúng sẽ đọc, do ban thư ký viết:
my-proposal-partners = Xem các quan hệ đối tác của bạn
my-accept-title = Đồng ý với { $partner }?
my-accept-next = Điều gì xảy ra tiếp theo
my-accept-both = Nếu { $partner } cũng đồng ý, quan hệ đối tác bắt đầu.
my-accept-public = Khi đó quan hệ được công bố ngay, ở đây và trên các trang khác: hai thành phố, chủ đề, và lý do được chọn. Không nêu tên người nào.
my-accept-held = Quan hệ không tự được công bố: ban thư ký sẽ công bố sau.
my-accept-meet = Ban thư ký kết nối hai cơ quan và hỏi mỗi nước cần những bước pháp lý nào.
my-accept-back = Bạn không thể tự rút lại sự đồng ý. Ban thư ký có thể làm việc đó nếu bạn đề nghị.
my-accept-do = Vâng, chúng tôi muốn
my-decline-title = Từ chối { $partner }?
my-decline-next = Việc ghép cặp kết thúc ngay. { $partner } được báo rằng bạn đã từ chối, và vì sao. Cặp này sẽ không được gợi ý lại trong một thời gian.
my-decline-code = Lý do
my-decline-choose = hãy chọn
my-decline-words = Bằng lời của bạn
my-decline-words-hint = Thành phố kia và ban thư ký sẽ đọc.
my-decline-do = Từ chối
my-answer-not-yet = Chưa: về lại lời mời
my-proposals-back = Mọi lời mời
