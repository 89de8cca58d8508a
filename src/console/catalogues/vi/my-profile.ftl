### Machine translation; it awaits review by a native speaker. The words used are listed in public.ftl.

## The profile
my-profile-title = { $city } cần gì và có thể chia sẻ gì
my-profile-lead = { $state ->
    [none] Chưa có gì được nêu. Sáu bước ngắn; mỗi bước được lưu riêng.
    [imported] Những gì có ở đây được tìm thấy trong nguồn công khai. Hãy xem lại, sửa và nộp: khi đó đây là lời của thành phố bạn.
    [draft] Đây là bản nháp. Chỉ những gì đã nộp mới được tính cho các gợi ý.
    [submitted] Hồ sơ đã được nộp. Ban thư ký đang xem; bạn vẫn có thể sửa tiếp trong một bản nháp mới.
    [verified] Ban thư ký đã xác minh. Một thay đổi sẽ mở bản nháp mới; cho đến khi bản đó được xác minh, bản này vẫn có hiệu lực.
   *[returned] Ban thư ký đã gửi trả. Hãy sửa những gì được nêu rồi nộp lại.
}
my-profile-reason = Ban thư ký viết ngày { $date }:
my-profile-since = tính đến { $date }
my-profile-old = Hồ sơ đã hơn một năm. Hãy xem lại: câu trả lời cũ làm gợi ý kém chắc chắn hơn.
my-profile-used = Các gợi ý dùng bản { $number }.
my-profile-used-none = Các gợi ý chưa dùng hồ sơ nào của thành phố bạn.
my-profile-steps = Các bước
my-profile-step = { $code ->
    [about] Về thành phố
    [needs] Bạn cần gì
    [offers] Bạn chia sẻ gì
    [capacities] Bạn đã tiến đến đâu, và cho bao nhiêu đối tác
    [office] Ngôn ngữ và cơ quan
   *[check] Kiểm tra và nộp
}
my-profile-count = { $shown } mục
my-profile-empty = chưa có gì
my-profile-improves = Các gợi ý sẽ tốt hơn nếu biết:
my-profile-improves-points = { $what } (đến { $shown } điểm)
my-profile-improves-none = Không còn thiếu gì ở đây có thể làm thay đổi gợi ý.
my-profile-go = Đi tiếp: { $step }
my-profile-back = Mọi bước
my-profile-step-of = Bước { $shown } trên { $total }
my-profile-about-note = Ban thư ký giữ các mục này. Nếu có mục sai, hãy đề nghị ban thư ký sửa.
my-profile-about-ask = Đề nghị sửa
my-profile-coast = Ven biển
my-profile-yes = có
my-profile-no = không
my-profile-unsaid = chưa nêu
my-profile-needs-note = Quan trọng nhất trước. Để bỏ một mục, đừng chọn chủ đề.
my-profile-need = Nhu cầu { $number }
my-profile-need-what = Bạn muốn giải quyết hoặc xây dựng điều gì?
my-profile-offers-note = Những chủ đề mà bạn sẽ hướng dẫn thành phố khác. Để bỏ một mục, đừng chọn chủ đề.
my-profile-offer = Chia sẻ { $number }
my-profile-offer-what = Bạn có thể chia sẻ điều gì?
my-profile-offer-slots = Cùng lúc cho bao nhiêu thành phố?
my-profile-modes = Bằng cách nào? Không chọn nghĩa là cách nào cũng được.
my-profile-mode = { $code ->
    [study_visit] chuyến tham quan học tập
    [secondment] biệt phái cán bộ
    [training] tập huấn
    [webinar] hội thảo trực tuyến
   *[joint_project] dự án chung
}
my-profile-capacities-note = Lời của chính bạn về việc đã tiến đến đâu. Ban thư ký có thể xác minh, khi đó nó có trọng số lớn hơn.
my-profile-capacity = Chủ đề { $number }
my-profile-level = Bạn đã tiến đến đâu?
my-profile-level-name = { $level ->
    [0] 0: chưa có gì
    [1] 1: những bước đầu
    [2] 2: có kế hoạch
    [3] 3: đang thực hiện
    [4] 4: có kết quả
   *[5] 5: nơi khác đến học hỏi
}
my-profile-shown-by = Điều gì cho thấy việc đó?
my-profile-link = Một trang cho thấy việc đó
my-profile-practice = Một thực hành tốt của bạn cho thấy việc đó
my-profile-none-of = không có
my-profile-quotas = Cùng lúc cho bao nhiêu đối tác?
my-profile-quota = { $code ->
    [partners] Thành phố kết nghĩa
    [learners] Thành phố học hỏi bạn
   *[mentors] Thành phố hướng dẫn bạn
}
my-profile-office = Có cơ quan phụ trách quan hệ quốc tế không?
my-profile-languages = Bạn có thể làm việc với bên khác bằng những ngôn ngữ nào? Không chọn nghĩa là ngôn ngữ của chính thành phố.
my-profile-languages-later = Hãy nêu một nhu cầu hoặc một điều chia sẻ trước; ngôn ngữ đi kèm với chúng.
my-profile-contact = Cách liên hệ với bạn
my-profile-save = Lưu và đi tiếp
my-profile-more = Lưu và thêm nữa
my-profile-stale = Có người đã lưu hồ sơ sau khi bạn mở, nên nội dung này chưa được lưu. Những gì bạn viết được giữ trong biểu mẫu dưới đây; nội dung đang được lưu ở bên dưới. Hãy lưu lại để thay bằng nội dung của bạn.
my-profile-saved-now = Nội dung đang được lưu
my-profile-check-lead = { $state ->
    [draft] Đã đúng chưa? Hãy nộp: ban thư ký sẽ xem, và từ nay hồ sơ được tính cho các gợi ý.
    [none] Chưa có gì để nộp. Hãy bắt đầu với những gì bạn cần.
   *[other] Không có bản nháp nào để nộp. Hãy lưu một bước để bắt đầu.
}
my-profile-submit = Nộp
my-profile-nothing = Bản nháp chưa nêu gì: hãy nêu ít nhất một nhu cầu, một điều chia sẻ hoặc một chủ đề bạn đang thực hiện.
my-profile-change = Sửa
