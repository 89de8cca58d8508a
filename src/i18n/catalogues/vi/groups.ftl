### Machine translation; it awaits review by a native speaker. The words used are listed in explanations.ftl.

# What sets a group of cities apart: phrases for a list.
group-above-population = dân số đông
group-below-population = dân số ít
group-above-human-development = phát triển con người cao
group-below-human-development = phát triển con người thấp
group-above-coastal = ven biển
group-below-coastal = trong nội địa
group-above-elevation = ở vùng cao
group-below-elevation = ở vùng thấp
group-above-latitude = xa xích đạo hơn
group-below-latitude = gần xích đạo
group-above-flood = nguy cơ lũ lụt cao
group-below-flood = nguy cơ lũ lụt thấp
group-above-cyclone = nguy cơ bão cao
group-below-cyclone = nguy cơ bão thấp
group-above-earthquake = nguy cơ động đất cao
group-below-earthquake = nguy cơ động đất thấp
group-above-tsunami = nguy cơ sóng thần cao
group-below-tsunami = nguy cơ sóng thần thấp
group-above-volcano = nguy cơ núi lửa cao
group-below-volcano = nguy cơ núi lửa thấp
group-above-drought = nguy cơ hạn hán cao
group-below-drought = nguy cơ hạn hán thấp
group-above-heat = nguy cơ nắng nóng cao
group-below-heat = nguy cơ nắng nóng thấp
group-above-landslide = nguy cơ sạt lở đất cao
group-below-landslide = nguy cơ sạt lở đất thấp
group-above-sea-level = nguy cơ nước biển dâng cao
group-below-sea-level = nguy cơ nước biển dâng thấp
group-above-urban-growth = tăng trưởng nhanh
group-below-urban-growth = tăng trưởng chậm
group-above-level = cấp chính quyền cao hơn
group-below-level = cấp chính quyền thấp hơn
group-above-pillar-ps = chú trọng các chủ đề chính trị và an ninh
group-below-pillar-ps = ít chủ đề chính trị và an ninh
group-above-pillar-ec = chú trọng các chủ đề kinh tế
group-below-pillar-ec = ít chủ đề kinh tế
group-above-pillar-sc = chú trọng các chủ đề văn hóa và xã hội
group-below-pillar-sc = ít chủ đề văn hóa và xã hội
group-above-pillar-cn = chú trọng các chủ đề kết nối
group-below-pillar-cn = ít chủ đề kết nối
group-above-theme = tích cực về “{ $theme }”
group-around = quanh { $city }
group-ordinary = gần mức trung bình về mọi mặt

# What to keep in mind about a group.
group-note-dissolved = Khi lấy mẫu lại, các thành phố không tạo thành nhóm này nữa: đây không phải là một nhóm, và các thành phố của nó không thuộc nhóm nào.
group-note-one-country = { $cities } trong { $size } thành phố của nhóm ở { $country }: nhóm này có thể không nói lên điều gì hơn thế.

# Why there are so many groups.
groups-why-best = { $groups } nhóm: trong các số nhóm mà ở đó đủ nhiều thành phố thuộc nhóm ổn định và không nhóm nào quá lớn để còn hữu ích, số này phân tách tốt nhất (silhouette trung bình { $silhouette }; { $held }% số thành phố thuộc nhóm ổn định).
groups-why-finest = { $groups } nhóm: cách chia nhỏ nhất còn ổn định, và theo những gì dữ liệu cho thấy thì phân tách các thành phố tốt không kém cách nào khác (silhouette trung bình { $silhouette }; { $held }% số thành phố thuộc nhóm ổn định).
groups-why-clear = { $groups } nhóm, do các thành phố tự phân tách mà thành (silhouette trung bình { $silhouette }; { $held }% số thành phố thuộc nhóm ổn định).
groups-why-coarse = { $groups } nhóm: không cách chia nhỏ hơn nào ổn định với đủ nhiều thành phố, nên có một nhóm lớn hơn mức nên có (silhouette trung bình { $silhouette }; { $held }% số thành phố thuộc nhóm ổn định).
groups-why-most-held = { $groups } nhóm: không số nhóm nào ổn định với đủ nhiều thành phố; số này ổn định với nhiều thành phố nhất ({ $held }% số thành phố; silhouette trung bình { $silhouette }).
groups-why-none-holds = Không có nhóm nào: dù chia thành bao nhiêu, khi lấy mẫu lại các thành phố đều không tìm lại được nhóm nào (lần thử cuối là { $groups }; silhouette trung bình { $silhouette }, { $held }% số thành phố thuộc nhóm ổn định).
groups-why-wished = { $groups } nhóm, theo yêu cầu (silhouette trung bình { $silhouette }; { $held }% số thành phố thuộc nhóm ổn định).
groups-why-too-few = Mới có đủ thông tin về { $cities } thành phố, trong khi việc chia nhóm cần ít nhất { $least }.

# The place of a city among groups that were found without it.
assignment-in = { $city } gần nhóm { $group } nhất: cách tâm nhóm { $distance }, trong khi mức thông thường của các thành phố trong nhóm là { $typical } (biết { $known }% những gì được so sánh).
assignment-far = { $city } ở xa mọi nhóm: gần nhất là nhóm { $group }, cách { $distance }, trong khi mức thông thường của các thành phố trong nhóm là { $typical } (biết { $known }% những gì được so sánh).
assignment-little-known = Biết quá ít về { $city } để xếp nhóm: { $known }% những gì được so sánh. Gần nhất là nhóm { $group }, cách { $distance }, trong khi mức thông thường của các thành phố trong nhóm là { $typical }.
assignment-no-groups = Không có nhóm nào để xếp { $city } vào (biết { $known }% những gì được so sánh về thành phố này).
