### Machine translation; it awaits review by a native speaker. The words used are listed in explanations.ftl.

# Names of what explanations speak of. Months are numbered in Vietnamese.
date = { $day } { $month }, { $year }

kind-peer-learning = học hỏi giữa các thành phố
kind-sister-city = thành phố kết nghĩa
kind-mutual-aid = tương trợ

factor-benefit = lợi ích
factor-head-start = mức đi trước
factor-transferability = khả năng áp dụng
factor-affinity = sự gần gũi
factor-proximity = khoảng cách và thời gian
factor-availability = mức sẵn sàng
factor-shared-priorities = ưu tiên chung
factor-mutual-benefit = lợi ích hai chiều
factor-context-similarity = bối cảnh tương đồng
factor-hazard-complementarity = hiểm họa khác nhau
factor-reach = trong tầm giúp đỡ
factor-response-capacity = năng lực ứng phó

reading-context = bối cảnh
reading-complementarity = bổ trợ cho nhau
reading-feasibility = tính khả thi

mode-study-visit = Chuyến tham quan học tập
mode-secondment = Biệt phái cán bộ
mode-training = Tập huấn
mode-webinar = Hội thảo trực tuyến
mode-joint-project = Dự án chung

trait-population = dân số
trait-human-development = phát triển con người
trait-coastal = vị trí so với bờ biển
trait-elevation = độ cao
trait-latitude = vùng khí hậu
trait-flood = nguy cơ lũ lụt
trait-cyclone = nguy cơ bão
trait-earthquake = nguy cơ động đất
trait-tsunami = nguy cơ sóng thần
trait-volcano = nguy cơ núi lửa
trait-drought = nguy cơ hạn hán
trait-heat = nguy cơ nắng nóng
trait-landslide = nguy cơ sạt lở đất
trait-sea-level = nguy cơ nước biển dâng
trait-urban-growth = tốc độ tăng trưởng
trait-level = cấp chính quyền

gap-basis-city-indicators = chỉ số của chính thành phố
gap-basis-assessment = tự đánh giá của thành phố
gap-basis-country-indicators = chỉ số của cả nước, dùng thay thế
gap-basis-missing = chưa biết

evidence-priority = một ưu tiên
evidence-indicator = một chỉ số
evidence-assessment = một bản tự đánh giá
evidence-self-declared = lời của chính thành phố
evidence-verified = đã được ban thư ký xác minh
evidence-practice = một thực hành có kết quả được ghi lại trong tài liệu
evidence-practice-described = một thực hành được mô tả
evidence-award = một giải thưởng
evidence-good-indicator = một chỉ số tốt
evidence-offer = do thành phố đề nghị chia sẻ
evidence-hazard = nguy cơ trước một hiểm họa

side-learns = học hỏi
side-teaches = hướng dẫn

country-BN = Brunei Darussalam
country-ID = Indonesia
country-KH = Campuchia
country-LA = Lào
country-MM = Myanmar
country-MY = Malaysia
country-PH = Philippines
country-SG = Singapore
country-TH = Thái Lan
country-TL = Timor-Leste
country-VN = Việt Nam

language-en = tiếng Anh
language-id = tiếng Indonesia
language-ms = tiếng Mã Lai
language-jv = tiếng Java
language-su = tiếng Sunda
language-zh = tiếng Trung
language-cmn = tiếng Quan thoại
language-ta = tiếng Tamil
language-th = tiếng Thái
language-lo = tiếng Lào
language-km = tiếng Khmer
language-vi = tiếng Việt
language-my = tiếng Miến Điện
language-fil = tiếng Filipino
language-tl = tiếng Tagalog
language-ceb = tiếng Cebuano
language-hil = tiếng Hiligaynon
language-ilo = tiếng Ilocano
language-tet = tiếng Tetum
language-pt = tiếng Bồ Đào Nha
language-fr = tiếng Pháp
language-ar = tiếng Ả Rập
language-ja = tiếng Nhật
language-ko = tiếng Hàn
language-es = tiếng Tây Ban Nha

month-1 = tháng 1
month-2 = tháng 2
month-3 = tháng 3
month-4 = tháng 4
month-5 = tháng 5
month-6 = tháng 6
month-7 = tháng 7
month-8 = tháng 8
month-9 = tháng 9
month-10 = tháng 10
month-11 = tháng 11
month-12 = tháng 12
