# Yang membedakan sekelompok kota: frasa untuk sebuah daftar.
group-above-population = berpenduduk banyak
group-below-population = berpenduduk sedikit
group-above-human-development = pembangunan manusia tinggi
group-below-human-development = pembangunan manusia rendah
group-above-coastal = di pesisir
group-below-coastal = di pedalaman
group-above-elevation = di dataran tinggi
group-below-elevation = di dataran rendah
group-above-latitude = lebih jauh dari khatulistiwa
group-below-latitude = dekat khatulistiwa
group-above-flood = rawan banjir
group-below-flood = jarang terpapar banjir
group-above-cyclone = rawan siklon
group-below-cyclone = jarang terpapar siklon
group-above-earthquake = rawan gempa bumi
group-below-earthquake = jarang terpapar gempa bumi
group-above-tsunami = rawan tsunami
group-below-tsunami = jarang terpapar tsunami
group-above-volcano = rawan letusan gunung api
group-below-volcano = jarang terpapar letusan gunung api
group-above-drought = rawan kekeringan
group-below-drought = jarang terpapar kekeringan
group-above-heat = rawan panas ekstrem
group-below-heat = jarang terpapar panas ekstrem
group-above-landslide = rawan tanah longsor
group-below-landslide = jarang terpapar tanah longsor
group-above-sea-level = rawan kenaikan muka laut
group-below-sea-level = jarang terpapar kenaikan muka laut
group-above-urban-growth = tumbuh cepat
group-below-urban-growth = tumbuh lambat
group-above-level = tingkat pemerintahan lebih tinggi
group-below-level = tingkat pemerintahan lebih rendah
group-above-pillar-ps = mengutamakan tema politik dan keamanan
group-below-pillar-ps = sedikit tema politik dan keamanan
group-above-pillar-ec = mengutamakan tema ekonomi
group-below-pillar-ec = sedikit tema ekonomi
group-above-pillar-sc = mengutamakan tema sosial budaya
group-below-pillar-sc = sedikit tema sosial budaya
group-above-pillar-cn = mengutamakan tema konektivitas
group-below-pillar-cn = sedikit tema konektivitas
group-above-theme = giat dalam “{ $theme }”
group-around = di sekitar { $city }
group-ordinary = mendekati rata-rata dalam segala hal

# Yang perlu diingat tentang sebuah kelompok.
group-note-dissolved = Bila kota-kota diambil ulang secara acak, kelompok ini tidak terbentuk lagi: ini bukan kelompok, dan kota-kotanya tidak berkelompok.
group-note-one-country = { $cities } dari { $size } kotanya berada di { $country }: kelompok ini mungkin tidak berarti lebih dari itu.

# Mengapa sekian kelompok.
groups-why-best = { $groups } kelompok: di antara jumlah yang membuat cukup banyak kota berada dalam kelompok yang bertahan dan tidak ada kelompok yang terlalu besar, jumlah ini memisahkan paling baik (rata-rata silhouette { $silhouette }; { $held } % kota dalam kelompok yang bertahan).
groups-why-finest = { $groups } kelompok: pembagian terhalus yang bertahan, dan sejauh yang dapat dibaca dari data, pemisahannya sebaik yang lain (rata-rata silhouette { $silhouette }; { $held } % kota dalam kelompok yang bertahan).
groups-why-clear = { $groups } kelompok: kota-kota memang terpisah dengan sendirinya (rata-rata silhouette { $silhouette }; { $held } % kota dalam kelompok yang bertahan).
groups-why-coarse = { $groups } kelompok: tidak ada pembagian lebih halus yang bertahan untuk cukup banyak kota, sehingga satu kelompok lebih besar daripada yang semestinya (rata-rata silhouette { $silhouette }; { $held } % kota dalam kelompok yang bertahan).
groups-why-most-held = { $groups } kelompok: tidak ada jumlah yang bertahan untuk cukup banyak kota; jumlah ini bertahan untuk paling banyak ({ $held } % kota; rata-rata silhouette { $silhouette }).
groups-why-none-holds = Tanpa kelompok: berapa pun jumlahnya, tidak satu pun terbentuk lagi bila kota-kota diambil ulang secara acak (terakhir dicoba { $groups }; rata-rata silhouette { $silhouette }, { $held } % kota dalam kelompok yang bertahan).
groups-why-wished = { $groups } kelompok, sesuai permintaan (rata-rata silhouette { $silhouette }; { $held } % kota dalam kelompok yang bertahan).
groups-why-too-few = Baru { $cities } kota yang cukup diketahui, padahal kelompok memerlukan sedikitnya { $least }.

# Tempat sebuah kota di antara kelompok yang dibentuk tanpanya.
assignment-in = { $city } paling dekat dengan kelompok { $group }: jaraknya { $distance } dari pusat, sedangkan jarak lazim kota-kotanya { $typical } ({ $known } % dari yang dibandingkan diketahui).
assignment-far = { $city } jauh dari setiap kelompok: yang terdekat ialah kelompok { $group } pada jarak { $distance }, sedangkan jarak lazim kota-kotanya { $typical } ({ $known } % dari yang dibandingkan diketahui).
assignment-little-known = Terlalu sedikit yang diketahui tentang { $city } untuk menempatkannya: { $known } % dari yang dibandingkan. Yang terdekat ialah kelompok { $group } pada jarak { $distance }, sedangkan jarak lazim kota-kotanya { $typical }.
assignment-no-groups = Tidak ada kelompok tempat { $city } dapat digolongkan ({ $known } % dari yang dibandingkan diketahui tentangnya).
