### Machine translation; it awaits review by a native speaker.
### One word for one thing:
###   city thành phố · local government chính quyền địa phương · partner đối tác · partnership quan hệ đối tác · tie mối quan hệ sẵn có
###   peer learning học hỏi giữa các thành phố · sister city thành phố kết nghĩa · mutual aid tương trợ
###   theme chủ đề · pillar trụ cột · priority ưu tiên · capacity năng lực · good practice thực hành tốt · indicator chỉ số
###   suggestion gợi ý · proposal đề xuất · review xét duyệt · score điểm · evidence bằng chứng · secretariat ban thư ký
###   focal point cán bộ đầu mối · profile hồ sơ · network mạng lưới · hazard hiểm họa · exposure nguy cơ · peer group nhóm tương đồng

# What speaks for a pairing.
reason-learns-verified = { $learner } có thể học hỏi { $giver } về “{ $theme }”, một năng lực đã được ban thư ký xác minh.
reason-learns-practice = { $learner } có thể học hỏi { $giver } về “{ $theme }”: “{ $title }” có kết quả được ghi lại trong tài liệu.
reason-learns-described = { $learner } có thể học hỏi { $giver } về “{ $theme }”: “{ $title }” cho thấy việc này đã được làm như thế nào.
reason-learns-award = { $learner } có thể học hỏi { $giver } về “{ $theme }”, lĩnh vực mà thành phố này đã được vinh danh: “{ $title }”.
reason-learns-stated = Theo lời của chính { $giver }, { $learner } có thể học hỏi { $giver } về “{ $theme }”.
reason-learns-indicator = Các chỉ số tốt cho thấy { $learner } có thể học hỏi { $giver } về “{ $theme }”.
reason-helps-verified = Khi có khủng hoảng, { $giver } có thể giúp { $learner } về “{ $theme }”, một năng lực đã được ban thư ký xác minh.
reason-helps-practice = Khi có khủng hoảng, { $giver } có thể giúp { $learner } về “{ $theme }”: “{ $title }” có kết quả được ghi lại trong tài liệu.
reason-helps-described = Khi có khủng hoảng, { $giver } có thể giúp { $learner } về “{ $theme }”: “{ $title }” cho thấy những gì thành phố này đã làm.
reason-helps-award = Khi có khủng hoảng, { $giver } có thể giúp { $learner } về “{ $theme }”, lĩnh vực mà thành phố này đã được vinh danh: “{ $title }”.
reason-helps-stated = Theo lời của chính { $giver }, khi có khủng hoảng { $giver } có thể giúp { $learner } về “{ $theme }”.
reason-helps-indicator = Các chỉ số tốt cho thấy { $giver } có thể giúp { $learner } về “{ $theme }” khi có khủng hoảng.
reason-different-threat = { $city } có { $hazard } cao, còn { $other } thì không: bên này có thể giúp khi bên kia gặp nạn.
reason-shared-priority = “{ $theme }” là ưu tiên của cả hai.
reason-alike = Hai thành phố giống nhau về { $first }.
reason-alike-in-two = Hai thành phố giống nhau về { $first } và { $second }.
reason-language = Cả hai đều làm việc bằng { $language }.
reason-close-languages = Ngôn ngữ của hai bên đủ gần để hiểu nhau.
reason-bridge-language = Cả hai đều có thể làm việc bằng { $language }.
reason-network = Cả hai đều thuộc { $network }.
reason-near = Hai thành phố chỉ cách nhau { $km } km.
reason-mode = { $mode } về “{ $theme }” là điều một bên cần và bên kia sẵn sàng thực hiện.
reason-slots = { $city } còn có thể nhận thêm { $slots } đối tác.

# What speaks against it.
against-symbolic = Chưa biết chủ đề nào mang lại lợi ích cho bên nào: theo những gì được biết, cặp này chỉ mang tính biểu tượng.
against-not-ahead = Chưa có gì cho thấy { $other } đi trước { $city } ở chủ đề này: đây sẽ là trao đổi giữa hai bên ngang nhau.
against-memory = Năng lực của { $city } về “{ $theme }” dựa trên hiểu biết chung mà chưa ai xác minh.
against-own-word = Năng lực của { $city } về “{ $theme }” chỉ dựa trên lời của chính thành phố này.
against-award = Với { $city }, về “{ $theme }” có một giải thưởng nhưng không có cách làm được ghi lại trong tài liệu.
against-indicator = Việc { $city } có thể chia sẻ kinh nghiệm về “{ $theme }” chỉ được suy ra từ các chỉ số.
against-one-sided = Theo những gì được biết, chỉ { $city } có lợi.
against-joint-threat = Cả hai đều có { $hazard } cao và có thể gặp nạn cùng một lúc.
against-no-language = Hai bên không có chung ngôn ngữ làm việc; sẽ cần phiên dịch.
against-clock = Giờ của hai nơi lệch nhau { $hours } tiếng.
against-far = Hai thành phố cách nhau { $km } km.
against-unlike = Hai thành phố khác nhau nhiều về { $trait }.
against-no-office = { $city } không có cơ quan phụ trách quan hệ quốc tế.
against-slow-answers = { $city } chỉ trả lời { $answered } trong { $asked } yêu cầu.
against-country-value = Giá trị của cả nước được dùng thay cho giá trị của riêng { $city }.
against-little-known = Mới chỉ biết { $percent }% những gì cần để tính điểm.

# What is not known.
missing-priorities = danh sách đầy đủ các ưu tiên của { $city }
missing-capacity = năng lực của { $city } về “{ $theme }”
missing-capacities = năng lực của { $city } trong { $count } chủ đề cần đến
missing-offers = những chủ đề mà { $city } sẵn sàng chia sẻ kinh nghiệm
missing-trait = { $trait } của { $city }
missing-languages = các ngôn ngữ làm việc của { $city }
missing-networks = các mạng lưới mà { $city } tham gia
missing-place = vị trí của { $city }
missing-clock = múi giờ của { $city }
missing-slots = { $city } có thể nhận bao nhiêu đối tác
missing-office = { $city } có cơ quan phụ trách quan hệ quốc tế hay không
missing-answers = { $city } trả lời các yêu cầu như thế nào

# Changes that would have changed the outcome.
change-verify = nếu ban thư ký xác minh mức { $level } của { $city } về “{ $theme }”
change-open = nếu { $city } sẵn sàng chia sẻ kinh nghiệm về “{ $theme }”
change-slots = nếu { $city } còn có thể nhận thêm { $slots } đối tác
change-office = nếu { $city } có cơ quan phụ trách quan hệ quốc tế
change-language = nếu { $city } cũng làm việc bằng { $language }
change-without-evidence = nếu không có bằng chứng của { $city } về “{ $theme }”

# The paragraph.
text-peer-learning = Với tư cách nơi để học hỏi, { $other } đứng thứ { $rank } đối với { $city }, với { $score } trên 100 điểm.
text-sister-city = Với tư cách thành phố kết nghĩa, { $other } đứng thứ { $rank } đối với { $city }, với { $score } trên 100 điểm.
text-mutual-aid = Với tư cách đối tác tương trợ khi có khủng hoảng, { $other } đứng thứ { $rank } đối với { $city }, với { $score } trên 100 điểm.
text-excluded = { $other } không được gợi ý cho { $city } vì có một quy tắc không cho phép; nếu không, thành phố này sẽ đứng thứ { $rank }, với { $score } trên 100 điểm.
text-well-known = Kết quả này dựa trên { $percent }% thông tin cần để tính điểm, một cơ sở vững chắc.
text-partly-known = Kết quả này dựa trên { $percent }% thông tin cần để tính điểm; những gì còn thiếu được nêu bên dưới.
text-little-known = Kết quả này chỉ dựa trên { $percent }% thông tin cần để tính điểm và nên được xem là gợi ý ban đầu.

# A third city for a pair that lacks one thing.
trio-lacks-theme = Cả { $city } và { $other } đều quan tâm đến “{ $theme }”, nhưng chưa có gì cho thấy bên nào có thể hướng dẫn bên kia.
trio-lacks-language = { $city } và { $other } không có chung ngôn ngữ làm việc.
trio-teaches-both = { $third } có thể hướng dẫn cả { $city } và { $other } về “{ $theme }”.
trio-bridges-languages = { $third } có chung một ngôn ngữ với { $city } và một ngôn ngữ với { $other }.

# Cities that no cohort has room for.
cohort-left-ungrouped = thành phố này không nằm trong nhóm tương đồng ổn định nào
cohort-left-no-mentor = chưa biết thành phố nào trong nhóm tương đồng có thể hướng dẫn chủ đề này
cohort-left-over = các thành phố hướng dẫn trong nhóm tương đồng không còn chỗ, hoặc không đi trước thành phố này
