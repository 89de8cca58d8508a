### Machine translation; it awaits review by a native speaker.
### One word for one thing:
###   city thành phố · local government chính quyền địa phương · partner đối tác · partnership quan hệ đối tác · tie mối quan hệ sẵn có
###   peer learning học hỏi giữa các thành phố · sister city thành phố kết nghĩa · mutual aid tương trợ
###   theme chủ đề · pillar trụ cột · priority ưu tiên · capacity năng lực · good practice thực hành tốt · indicator chỉ số · figure số liệu
###   suggestion gợi ý · recommend kiến nghị · review xét duyệt · approve phê duyệt · evidence bằng chứng · secretariat ban thư ký
###   focal point cán bộ đầu mối · profile hồ sơ · network mạng lưới · hazard hiểm họa · unverified chưa xác minh · not known chưa biết

## Every page
site-name = Kembar
skip-to-content = Chuyển đến nội dung
nav-label = Trình đơn chính
nav-cities = Thành phố
nav-partnerships = Quan hệ đối tác
nav-practices = Thực hành tốt
nav-about-data = Về dữ liệu
nav-developers = Dành cho nhà phát triển
language-label = Ngôn ngữ
demo-notice = Đây là bản trình diễn dùng dữ liệu công khai. Không nội dung nào ở đây là phát ngôn chính thức của một thành phố hay của ASEAN.
footer-what = Kembar đề xuất thành phố đối tác và nói rõ lý do. Con người quyết định, và cả hai thành phố phải đồng ý trước khi bất cứ điều gì được công bố.
footer-data = Số liệu lấy từ đâu
footer-api = Tài liệu API
footer-open-data = Quan hệ đối tác đã công bố dưới dạng dữ liệu
not-known = chưa biết
unverified = chưa xác minh
unverified-title = Viết theo trí nhớ, chưa có nguồn. Điều này nghĩa là gì
source-label = Nguồn:
source-city = Do chính thành phố cho biết
in-year = năm { $year }
count-cities = { $shown } thành phố
count-partnerships = { $shown } quan hệ đối tác
count-practices = { $shown } thực hành tốt
date-long = { $day } tháng { $month }, { $year }

## Names of codes
pillar-name = { $code ->
    [political-security] Chính trị và An ninh
    [economic] Kinh tế
    [socio-cultural] Văn hóa và Xã hội
   *[connectivity] Kết nối
}
country-name = { $code ->
    [BN] Brunei Darussalam
    [KH] Campuchia
    [ID] Indonesia
    [LA] Lào
    [MY] Malaysia
    [MM] Myanmar
    [PH] Philippines
    [SG] Singapore
    [TH] Thái Lan
    [TL] Timor-Leste
    [VN] Việt Nam
    [AU] Úc
    [CN] Trung Quốc
    [CU] Cuba
    [DE] Đức
    [GB] Vương quốc Anh
    [JP] Nhật Bản
    [KR] Hàn Quốc
    [MX] Mexico
    [NL] Hà Lan
    [PW] Palau
    [TW] Đài Loan
    [US] Hoa Kỳ
    [UZ] Uzbekistan
   *[other] { $name }
}
level-name = { $code ->
    [capital] thủ đô
    [city] thành phố
    [municipality] đô thị tự trị
    [province] tỉnh
    [special-region] đặc khu
    [state] bang
    [regency] huyện
   *[other] { $name }
}
language-name = { $code ->
    [ban] tiếng Bali
    [bjn] tiếng Banjar
    [bug] tiếng Bugis
    [ceb] tiếng Cebuano
    [en] tiếng Anh
    [fil] tiếng Filipino
    [hil] tiếng Hiligaynon
    [iba] tiếng Iban
    [id] tiếng Indonesia
    [ilo] tiếng Ilocano
    [jv] tiếng Java
    [km] tiếng Khmer
    [lo] tiếng Lào
    [mad] tiếng Madura
    [min] tiếng Minangkabau
    [ms] tiếng Mã Lai
    [my] tiếng Miến Điện
    [nod] tiếng Bắc Thái
    [pt] tiếng Bồ Đào Nha
    [sou] tiếng Nam Thái
    [su] tiếng Sunda
    [ta] tiếng Tamil
    [tet] tiếng Tetum
    [th] tiếng Thái
    [tts] tiếng Isan
    [vi] tiếng Việt
    [war] tiếng Waray
    [zh] tiếng Trung
   *[other] { $code }
}
hazard-name = { $code ->
    [flood] Lũ lụt
    [cyclone] Bão
    [earthquake] Động đất
    [tsunami] Sóng thần
    [volcano] Núi lửa
    [drought] Hạn hán
    [heat] Nắng nóng
    [landslide] Sạt lở đất
   *[sea_level] Nước biển dâng
}
hazard-level = { $level ->
    [0] không có hoặc hầu như không
    [1] thấp
    [2] trung bình
   *[3] cao
}
hazard-score = { $level } trên 3
unit-name = { $code ->
    [u-0-to-1] trên 1
    [u-0-to-10-higher-is-worse] trên 10, càng cao càng xấu
    [u-0-to-10-higher-is-cleaner] trên 10, càng cao càng trong sạch
    [u-0-to-100] trên 100
    [u-pct-of-people] % dân số
    [u-pct-a-year] % mỗi năm
    [u-pct-of-urban-people] % dân đô thị
    [u-per-100-000-people] trên 100.000 dân
    [u-articles] bài báo
    [u-pct-of-gdp] % GDP
    [u-pct-of-manufactured-exports] % hàng chế tạo xuất khẩu
    [u-thousand-people] nghìn người
    [u-t-co2-a-person] tấn CO2 mỗi người
    [u-international-dollars] đô la quốc tế
    [u-share-of-free-flow-time] phần thời gian so với khi thông thoáng
    [u-pct-of-driving-time] % thời gian lái xe
    [u-people] người
   *[other] { $name }
}
tie-kind-name = { $code ->
    [sister_city] thành phố kết nghĩa
    [friendship] hữu nghị
    [cooperation] thỏa thuận hợp tác
   *[other] { $name }
}
kind-name = { $code ->
    [peer_learning] học hỏi giữa các thành phố
    [mutual_aid] tương trợ
   *[sister_city] thành phố kết nghĩa
}

## Home
home-title = Thành phố đối tác cho chính quyền địa phương ASEAN
home-heading = Tìm thành phố có thể giúp thành phố của bạn, và biết vì sao.
home-lead = Kembar tìm thành phố đối tác cho các chính quyền địa phương ASEAN và nói rõ vì sao phù hợp: mỗi thành phố giỏi điều gì, đang tìm kiếm điều gì, và điều gì chưa biết.
search-label = Tên thành phố hoặc tên gọi tại địa phương
search-button = Tìm
search-all = hoặc xem tất cả { $shown } thành phố
home-countries = Thành phố theo quốc gia
home-themes = Thành phố theo chủ đề
home-themes-note = Con số cho biết có bao nhiêu thành phố có thực hành tốt hoặc ưu tiên đã nêu trong chủ đề đó.
home-partnerships = Quan hệ đối tác đã công bố
home-partnerships-none = Chưa có.
home-partnerships-none-why = Một quan hệ đối tác chỉ xuất hiện ở đây khi hai người xét duyệt đã chấp thuận và cả hai thành phố đã đồng ý.
home-how = Quan hệ đối tác hình thành như thế nào
home-how-ask = Một thành phố đề nghị
home-how-ask-text = Chỉ cần hai câu hỏi: thành phố muốn giải quyết hoặc xây dựng điều gì, và có thể chia sẻ điều gì?
home-how-propose = Kembar gợi ý
home-how-propose-text = Mỗi gợi ý đều kèm lý do, những điểm bất lợi và những điều chưa biết.
home-how-review = Hai người xét duyệt
home-how-review-text = Một người kiến nghị, một người khác phê duyệt. Không ai phê duyệt kiến nghị của chính mình.
home-how-agree = Cả hai thành phố đồng ý
home-how-agree-text = Chỉ khi đó quan hệ đối tác mới được công bố, và lý do chọn hai thành phố luôn có thể đọc lại.
home-for = Đi tiếp từ đây
home-for-cities = Dành cho thành phố
home-for-cities-text = Cán bộ đầu mối giữ hồ sơ của thành phố và đề nghị tìm đối tác. Hãy xem thành phố của bạn hiện được giới thiệu ra sao.
home-for-cities-link = Tìm thành phố của bạn
home-for-portals = Dành cho cổng thông tin
home-for-portals-text = Hiển thị quan hệ đối tác đã công bố trên trang của bạn. Không cần khóa để đọc; có khóa thì giới hạn cao hơn.
home-for-portals-link = Quan hệ đối tác đã công bố dạng JSON
home-for-developers = Dành cho nhà phát triển
home-for-developers-text = Một giao diện HTTP cho thành phố, gợi ý, xét duyệt và quan hệ đối tác, mô tả bằng OpenAPI 3.1.
home-for-developers-docs = Đọc tài liệu
home-for-developers-openapi = openapi.json

## Partnerships
partnership-learns = { $first } học hỏi { $second }
partnership-equal = { $first } và { $second }
partnership-about = về { $theme }
partnership-since = từ ngày { $date }
partnership-why = Vì sao là hai thành phố này
partnership-cities = Hai thành phố
partnership-practices = Hai thành phố có gì để chia sẻ về chủ đề này
partnership-as-data = Quan hệ đối tác này dưới dạng dữ liệu
partnerships-title = Danh sách quan hệ đối tác
partnerships-heading = Các thành phố cùng hợp tác
partnerships-lead = Mỗi quan hệ đối tác dưới đây đã được hai người xét duyệt chấp thuận, và cả hai thành phố đã đồng ý.
partnerships-kind = Loại
partnerships-apply = Xem quan hệ đối tác
partnerships-none = Không có quan hệ đối tác nào.
partnerships-none-what = Không có gì đã công bố đáp ứng tất cả các điều kiện này cùng lúc. Hãy bỏ bớt một điều kiện.
practices-title = Thực hành tốt của các thành phố
practices-heading = Các thành phố có gì để chia sẻ
practices-lead = Thành phố đã làm gì, kết quả ra sao, và điều đó được ghi ở đâu. Hãy hỏi thành phố trước khi làm theo.
practices-apply = Xem thực hành tốt
practices-none = Không có thực hành nào.
practices-none-what = Chưa có thành phố nào công bố thực hành đáp ứng tất cả các điều kiện này cùng lúc. Hãy bỏ bớt một điều kiện.
practices-none-yet = Chưa có thành phố nào công bố.

## Directory
list-title = Thành phố
list-heading = Các thành phố ASEAN
list-none = Không có thành phố nào phù hợp.
list-none-what = Danh bạ không có thành phố nào đáp ứng tất cả các điều kiện này cùng lúc. Hãy bỏ bớt một điều kiện, hoặc tìm theo một phần của tên.
list-clear = Xem tất cả thành phố
list-show-all = Xem tất cả
list-filter = Thu hẹp danh sách
list-country = Quốc gia
list-network = Mạng lưới
list-theme = Chủ đề
list-any = bất kỳ
list-apply = Xem thành phố
list-remove = bỏ
list-name-filter = Tên: { $name }
list-offers = Có thể chia sẻ
list-seeks = Đang tìm kiếm
list-nothing-known = Chưa biết thực hành hay ưu tiên nào.
list-ended = Chính quyền địa phương này đã chấm dứt
list-next = Trang sau
list-first = Về trang đầu
list-more-themes = và { $shown } chủ đề khác
list-people = { $shown } người

## A city
city-title = { $name }, { $country }
city-lead-both = { $name } có nhiều điều để chia sẻ nhất về { $offer }. Thành phố này tìm sự hỗ trợ { $count ->
    [1] về { $seek }.
   *[other] trong { $count } chủ đề, trước hết là { $seek }.
}
city-lead-offer = { $name } có nhiều điều để chia sẻ nhất về { $offer }. Chưa biết thành phố này tìm kiếm điều gì.
city-lead-seek = { $name } tìm sự hỗ trợ { $count ->
    [1] về { $seek }.
   *[other] trong { $count } chủ đề, trước hết là { $seek }.
} Chưa biết thành phố này có thể chia sẻ điều gì.
city-lead-none = Chưa biết { $name } giỏi điều gì và đang tìm kiếm điều gì.
city-dissolved = { $name } không còn là một chính quyền địa phương riêng
city-dissolved-kept = Lịch sử của thành phố vẫn đọc được ở đây. Thành phố không được gợi ý làm đối tác.
city-dissolved-successor = Nơi kế thừa là
city-dissolved-note = Diễn biến sau đó:
city-dissolved-no-successor = Chưa biết nơi kế thừa.
city-suspended = { $name } hiện không tham gia
city-suspended-what = Thành phố không được gợi ý làm đối tác cho đến khi tham gia trở lại.
city-facts = Tổng quan
city-on-this-page = Trên trang này
city-country = Quốc gia
city-level = Cấp
city-population = Dân số
city-languages = Ngôn ngữ
city-time-zone = Múi giờ
city-networks = Mạng lưới
city-note = Cần biết
city-part-of = Thuộc
city-offers = Thành phố giỏi điều gì
city-offers-none = Chưa biết thực hành tốt nào của thành phố này. Điều đó không nói gì về công việc của thành phố, chỉ nói về những gì đã thu thập được.
city-result = Kết quả
city-result-none = Chưa ghi nhận kết quả nào.
city-award-only = Chỉ là sự ghi nhận: một giải thưởng nói lên ít hơn một kết quả được ghi lại trong tài liệu.
city-problem = Vấn đề
city-year-unknown = chưa biết năm
city-seeks = Thành phố đang tìm kiếm điều gì
city-seeks-none = Chưa biết ưu tiên đã nêu nào của thành phố này.
city-seeks-unsaid = Được nêu là ưu tiên, không nói gì thêm.
city-partnerships = Quan hệ đối tác
city-partnerships-none = Chưa có quan hệ đối tác nào của thành phố này hình thành qua Kembar.
city-ties = Các mối quan hệ sẵn có
city-ties-note = Các mối quan hệ được biết từ nguồn công khai. Mối quan hệ không có ở đây vẫn có thể tồn tại.
city-ties-none = Chưa biết mối quan hệ sẵn có nào của thành phố này.
city-ties-with = Với
city-ties-kind = Loại
city-ties-since = Từ năm
city-source = Nguồn
city-reviews = Báo cáo Rà soát Tự nguyện cấp Địa phương (VLR)
city-reviews-none = Chưa biết Báo cáo Rà soát Tự nguyện cấp Địa phương nào của thành phố này.
city-review-sdgs = Các mục tiêu được đề cập: { $list }
city-indicators = Chỉ số
city-indicators-none = Chưa biết chỉ số nào của thành phố này.
city-indicators-own-none = Chưa biết số liệu nào của riêng thành phố.
city-indicators-stand-ins = { $shown } số liệu của cả nước: { $country }
city-indicators-note = Khi không có số liệu của thành phố, số liệu của cả nước được dùng thay và được đánh dấu.
city-indicator = Chỉ số
city-value = Giá trị
city-year = Năm
city-country-value = Giá trị của cả nước: { $country }
city-hazards = Hiểm họa
city-hazards-note = Điểm từ 0 đến 3 là nhận định để so sánh các thành phố, không phải kết quả đo.
city-hazards-none = Chưa biết các hiểm họa của thành phố này.
city-hazard = Hiểm họa
city-hazard-score = Nhận định
city-reach = Cách liên hệ
city-office = Cơ quan
city-website = Trang web
city-email = Thư điện tử của cơ quan
city-phone = Điện thoại của cơ quan
city-reach-none = Chưa biết cơ quan nào của thành phố phụ trách quan hệ đối tác. Ban thư ký có thể chuyển lời nhắn.
city-as-data = Trang này dưới dạng dữ liệu
city-correct = Có điều gì sai? Cán bộ đầu mối của thành phố có thể sửa.

## About the data
data-title = Về dữ liệu
data-heading = Số liệu lấy từ đâu
data-lead = Mỗi số liệu đều kèm năm và nguồn. Những gì còn thiếu được nêu là thiếu, không bao giờ thay bằng số không.
data-covers = Danh bạ có { $cities } chính quyền địa phương của { $countries } quốc gia.
data-memory = { $shown } trong số { $total } thực hành tốt và ưu tiên đã nêu được viết theo trí nhớ và được đánh dấu là chưa xác minh.
data-unverified = “Chưa xác minh” nghĩa là gì
data-unverified-text = Một người hiểu rõ thành phố đã viết lại theo trí nhớ, và chưa tìm được nguồn. Thông tin có thể đúng. Nó có trọng số thấp hơn trong gợi ý và luôn được đánh dấu ở mọi nơi. Khi có nguồn, dấu này được bỏ.
data-derived = Điều gì được suy ra
data-derived-text = Năng lực có thể suy ra từ một thực hành tốt có nguồn, và nhu cầu từ một ưu tiên mà thành phố đã nêu. Kết luận như vậy được ghi rõ là suy ra. Chỉ riêng một giải thưởng là bằng chứng yếu hơn một kết quả được ghi lại trong tài liệu.
data-country = “Giá trị của cả nước” nghĩa là gì
data-country-text = Nhiều số liệu chỉ được công bố cho cả nước. Khi thành phố không có số liệu riêng, số liệu của cả nước được dùng thay và được đánh dấu. Nó ít nói lên điều khiến một thành phố khác biệt, nên độ tin cậy thấp hơn.
data-judged = Điều gì là nhận định
data-judged-text = Điểm hiểm họa từ 0 đến 3 là nhận định để so sánh các thành phố. Đó không phải kết quả đo và không phải căn cứ để lập quy hoạch.
data-missing = Điều gì còn thiếu
data-missing-text = Một thực hành, một mối quan hệ hay một ưu tiên không có ở đây vẫn có thể tồn tại: các danh sách này gồm những gì đã thu thập từ nguồn công khai. Số liệu còn thiếu làm giảm độ tin cậy của gợi ý. Chúng không bao giờ được điền bằng phỏng đoán.
data-ended = Những thành phố đã chấm dứt
data-ended-text = Chính quyền địa phương có thể sáp nhập và chấm dứt. Chẳng hạn, Việt Nam đã bỏ cấp huyện vào ngày 1 tháng 7, 2025. Thành phố như vậy vẫn giữ trang của mình, dẫn đến nơi kế thừa và không được gợi ý.
data-sources = Nguồn và giấy phép
data-source = Nguồn
data-used-for = Dùng cho
data-licence = Giấy phép
data-use = { $code ->
    [places] Tên gọi, vị trí, múi giờ và dân số
    [urban-population] Dân số vùng đô thị
    [world-bank] Chỉ số của các quốc gia
    [human-development] Phát triển con người của các quốc gia
    [risk] Rủi ro thiên tai của các quốc gia
    [outlines] Đường bờ biển và biên giới trên bản đồ
    [ties] Các mối quan hệ sẵn có giữa các thành phố
   *[profiles] Thực hành, ưu tiên, mối quan hệ, báo cáo rà soát và mạng lưới của các thành phố ASEAN
}
data-each-row = Mỗi mục nêu nguồn công khai của riêng nó
data-licence-each = Điều khoản của nguồn đó

## When something is wrong
error-not-found = Trang này không tồn tại
error-not-found-what = Địa chỉ có thể bị gõ sai, hoặc trang chưa bao giờ được công khai. Không có gì bị thay đổi.
error-bad-request = Địa chỉ này hỏi một điều không thể có
error-bad-request-what = Không có gì bị thay đổi. Điểm sai là:
error-bad-cursor = Vị trí trong danh sách (cursor) không thuộc danh sách này, hoặc địa chỉ đã bị thay đổi trên đường đi.
error-too-many = Quá nhiều yêu cầu cùng lúc
error-too-many-what = Xin đợi một phút rồi tải lại trang. Không có gì bị mất.
error-unavailable = Kembar đang bận hoặc đang được cập nhật
error-unavailable-what = Không có gì bị mất. Xin tải lại trang sau một phút.
error-internal = Có lỗi xảy ra ở phía chúng tôi
error-internal-what = Những gì bạn đã nhập không bị thay đổi. Lỗi đã được ghi lại; xin thử lại. Nếu lặp lại, hãy báo cho ban thư ký số này:
error-to-home = Về trang đầu
error-to-cities = Tìm thành phố
map-partnerships = Bản đồ các quan hệ hợp tác đã công bố
map-cities = Bản đồ các thành phố này
map-most = Bản đồ cho thấy { $shown } thành phố lớn nhất trong số đó.
map-table = Bản đồ dưới dạng bảng
map-city = Thành phố
map-size = { $class ->
    [1] dưới 250.000 dân
    [2] dưới 1 triệu dân
    [3] dưới 5 triệu dân
    [4] từ 5 triệu dân trở lên
   *[0] chưa biết số dân
}
