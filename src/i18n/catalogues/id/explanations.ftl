# Yang mendukung sebuah pasangan.
reason-learns-verified = { $learner } dapat belajar dari { $giver } dalam “{ $theme }”, kapasitas yang telah diverifikasi sekretariat.
reason-learns-practice = { $learner } dapat belajar dari { $giver } dalam “{ $theme }”: hasil “{ $title }” terdokumentasi.
reason-learns-described = { $learner } dapat belajar dari { $giver } dalam “{ $theme }”: “{ $title }” menunjukkan cara pelaksanaannya.
reason-learns-award = { $learner } dapat belajar dari { $giver } dalam “{ $theme }”, yang membuatnya meraih penghargaan: “{ $title }”.
reason-learns-stated = { $learner } dapat belajar dari { $giver } dalam “{ $theme }”, menurut keterangan { $giver } sendiri.
reason-learns-indicator = Indikator yang baik mengisyaratkan bahwa { $learner } dapat belajar dari { $giver } dalam “{ $theme }”.
reason-helps-verified = Dalam krisis { $giver } dapat membantu { $learner } di bidang “{ $theme }”, kapasitas yang telah diverifikasi sekretariat.
reason-helps-practice = Dalam krisis { $giver } dapat membantu { $learner } di bidang “{ $theme }”: “{ $title }” memiliki hasil terdokumentasi.
reason-helps-described = Dalam krisis { $giver } dapat membantu { $learner } di bidang “{ $theme }”: “{ $title }” menunjukkan apa yang telah dilakukannya.
reason-helps-award = Dalam krisis { $giver } dapat membantu { $learner } di bidang “{ $theme }”, yang membuatnya mendapat penghargaan: “{ $title }”.
reason-helps-stated = Dalam krisis { $giver } dapat membantu { $learner } di bidang “{ $theme }”, menurut keterangan { $giver } sendiri.
reason-helps-indicator = Indikator yang baik menunjukkan bahwa { $giver } dapat membantu { $learner } dalam krisis di bidang “{ $theme }”.
reason-different-threat = { $city } memiliki { $hazard } yang tinggi, { $other } tidak: yang satu dapat membantu ketika yang lain terkena.
reason-shared-priority = “{ $theme }” adalah prioritas keduanya.
reason-alike = Keduanya serupa dalam hal { $first }.
reason-alike-in-two = Keduanya serupa dalam hal { $first } dan { $second }.
reason-language = Keduanya bekerja dalam { $language }.
reason-close-languages = Bahasa keduanya cukup dekat untuk saling memahami.
reason-bridge-language = Keduanya dapat bekerja dalam { $language }.
reason-network = Keduanya anggota { $network }.
reason-near = Jarak keduanya hanya { $km } km.
reason-mode = { $mode } dicari oleh yang satu dan ditawarkan oleh yang lain dalam “{ $theme }”.
reason-slots = { $city } masih memiliki { $slots } tempat.

# Yang memberatkan.
against-symbolic = Belum diketahui tema yang menguntungkan salah satu pihak: sejauh yang diketahui, pasangan ini bersifat simbolis.
against-not-ahead = { $other } tidak diketahui lebih maju daripada { $city } dalam tema ini: ini akan menjadi pertukaran antarkota yang setara.
against-memory = Kemampuan { $city } dalam “{ $theme }” bersandar pada pengetahuan umum yang belum diverifikasi siapa pun.
against-own-word = Kemampuan { $city } dalam “{ $theme }” hanya berdasarkan keterangannya sendiri.
against-award = Untuk { $city } dalam “{ $theme }” ada penghargaan, tetapi tidak ada metode yang terdokumentasi.
against-indicator = Bahwa { $city } dapat mengajarkan “{ $theme }” hanya diisyaratkan oleh indikator.
against-one-sided = Sejauh yang diketahui, hanya { $city } yang memperoleh manfaat.
against-joint-threat = Keduanya memiliki { $hazard } yang tinggi dan dapat terkena pada waktu yang sama.
against-no-language = Keduanya tidak memiliki bahasa kerja yang sama; diperlukan juru bahasa.
against-clock = Waktu setempat keduanya berbeda { $hours } jam.
against-far = Jarak keduanya { $km } km.
against-unlike = Keduanya sangat berbeda dalam hal { $trait }.
against-no-office = { $city } tidak memiliki kantor hubungan internasional.
against-slow-answers = { $city } hanya menjawab { $answered } dari { $asked } permintaan.
against-country-value = Nilai tingkat negara dipakai sebagai pengganti nilai { $city } sendiri.
against-little-known = Baru { $percent } % dari informasi yang diperlukan skor ini yang diketahui.

# Yang belum diketahui.
missing-priorities = daftar lengkap prioritas { $city }
missing-capacity = kemampuan { $city } dalam “{ $theme }”
missing-capacities = kemampuan { $city } dalam { $count } tema yang dibutuhkan
missing-offers = tema yang bersedia diajarkan { $city }
missing-trait = { $trait } { $city }
missing-languages = bahasa kerja { $city }
missing-networks = jejaring { $city }
missing-place = letak { $city }
missing-clock = zona waktu { $city }
missing-slots = berapa mitra yang dapat dilayani { $city }
missing-office = apakah { $city } memiliki kantor hubungan internasional
missing-answers = bagaimana { $city } menjawab permintaan

# Perubahan yang akan mengubah hasil.
change-verify = jika sekretariat memverifikasi tingkat { $level } { $city } dalam “{ $theme }”
change-open = jika { $city } bersedia mengajarkan “{ $theme }”
change-slots = jika { $city } memiliki { $slots } tempat kosong
change-office = jika { $city } memiliki kantor hubungan internasional
change-language = jika keduanya bekerja dalam { $language }
change-without-evidence = tanpa bukti { $city } dalam “{ $theme }”

# Paragraf ringkas.
text-peer-learning = Sebagai tempat belajar, { $other } menempati urutan ke-{ $rank } bagi { $city }, dengan { $score } dari 100 poin.
text-sister-city = Sebagai kota kembar, { $other } menempati urutan ke-{ $rank } bagi { $city }, dengan { $score } dari 100 poin.
text-mutual-aid = Sebagai mitra saling bantu dalam krisis, { $other } berada di peringkat { $rank } untuk { $city }, dengan { $score } dari 100 poin.
text-excluded = { $other } tidak disarankan kepada { $city } karena terhalang sebuah aturan; tanpa aturan itu, { $other } akan menempati urutan ke-{ $rank } dengan { $score } dari 100 poin.
text-well-known = Ini bersandar pada { $percent } % dari informasi yang diperlukan skor, sebuah dasar yang kuat.
text-partly-known = Ini bersandar pada { $percent } % dari informasi yang diperlukan skor; yang belum ada disebutkan di bawah.
text-little-known = Ini baru bersandar pada { $percent } % dari informasi yang diperlukan skor dan sebaiknya dibaca sebagai petunjuk awal.

# Kota ketiga bagi pasangan yang kekurangan satu hal.
trio-lacks-theme = { $city } dan { $other } sama-sama menginginkan “{ $theme }”, dan tidak diketahui salah satunya dapat mengajar yang lain.
trio-lacks-language = { $city } dan { $other } tidak memiliki bahasa kerja bersama.
trio-teaches-both = { $third } dapat mengajar { $city } dan { $other } di bidang “{ $theme }”.
trio-bridges-languages = { $third } berbagi bahasa dengan { $city } dan dengan { $other }.

# Kota yang tidak mendapat tempat dalam kohor.
cohort-left-ungrouped = kota ini tidak berada dalam kelompok sebaya yang bertahan
cohort-left-no-mentor = tidak ada anggota kelompok sebayanya yang diketahui dapat mengajar tema ini
cohort-left-over = para mentor kelompok sebayanya tidak memiliki tempat lagi, atau tidak lebih maju darinya
