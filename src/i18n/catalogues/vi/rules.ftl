### Machine translation; it awaits review by a native speaker. The words used are listed in explanations.ftl.

# Why a pair is no candidate.
rule-same-city = { $city } không thể là đối tác của chính mình.
rule-inactive-member = { $city } không phải là thành viên đang hoạt động.
rule-same-country = Cả hai đều ở { $country }, trong khi loại ghép cặp này nối hai quốc gia.
rule-existing-tie = { $city } và { $other } đã có mối quan hệ loại này.
rule-barred = Ban thư ký đã loại trừ việc ghép cặp { $city } và { $other }.
rule-cooling-period = Một đề xuất giữa { $city } và { $other } đã bị từ chối cách đây chưa lâu; hai bên sẽ không được hỏi lại trước ngày { $until }.
rule-not-interested = { $city } đã cho biết không quan tâm đến { $other }.
rule-no-own-slot = Bản thân { $city } không còn có thể nhận thêm đối tác.
rule-no-slot = { $city } không còn có thể nhận thêm đối tác.
rule-no-head-start = Chưa có gì cho thấy { $other } đi trước { $city } ở chủ đề nào mà { $city } cần và { $other } sẵn sàng chia sẻ kinh nghiệm.
rule-theme-not-shared = Cả { $city } lẫn { $other } đều không có lợi ở chủ đề được hỏi, và chủ đề đó không phải là ưu tiên của cả hai.

# The same rules, as labels of a count.
excluded-same-city = cùng một thành phố
excluded-inactive-member = không phải thành viên đang hoạt động
excluded-same-country = ở cùng một nước
excluded-existing-tie = đã có mối quan hệ loại này
excluded-barred = bị ban thư ký loại trừ
excluded-cooling-period = bị từ chối cách đây chưa lâu
excluded-not-interested = thành phố không quan tâm
excluded-no-own-slot = thành phố này không còn nhận thêm đối tác
excluded-no-slot = không còn nhận thêm đối tác
excluded-no-head-start = không đi trước ở chủ đề nào được cần đến
excluded-theme-not-shared = chủ đề không phải của chung
