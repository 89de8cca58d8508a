## Semua halaman bagian ini
my-area = Kota saya
my-area-home = Ikhtisar
my-area-suggestions = Saran
my-area-ask = Minta mitra
my-area-proposals = Undangan
my-area-profile = Profil
my-kind = { $code ->
    [peer_learning] pembelajaran antarkota
    [sister_city] kota kembar
   *[mutual_aid] saling bantu dalam krisis
}
my-theme = Tema
my-theme-all = semua tema
my-kind-label = Jenis kemitraan
my-show = Tampilkan
my-of-hundred = { $shown } dari 100
my-sure = { $code ->
    [well] cukup pasti
    [partly] agak pasti
   *[little] baru petunjuk awal
}
my-days = { $shown } hari

## Ikhtisar
my-home-title = { $city } sekilas
my-home-waiting = { $number } { $count ->
   *[other] hal
} menunggu { $city }.
my-home-nothing = Tidak ada yang menunggu { $city }.
my-home-waits = Yang menunggu Anda
my-home-next = Langkah terbaik berikutnya
my-task-answer = { $partner } dan kota Anda diundang untuk bekerja sama.
my-task-answer-until = Jawab sampai { $date }: tersisa { $days }.
my-task-answer-do = Baca dan jawab
my-task-returned = Sekretariat mengembalikan profil Anda.
my-task-returned-why = Katanya: {"“"}{ $reason }{"”"}
my-task-returned-do = Perbaiki profil
my-task-draft = Profil Anda masih draf dan belum diserahkan.
my-task-draft-do = Periksa dan serahkan
my-task-profile = Kota Anda belum menyatakan kebutuhan dan yang dapat diberikannya. Sepuluh menit membuat setiap saran lebih baik.
my-task-profile-do = Isi profil
my-task-old = Profil Anda bertanggal { $date }. Periksa apakah masih berlaku.
my-task-old-do = Periksa kembali
my-task-look = Lihat kota yang cocok dengan kota Anda, dan katakan mana yang Anda sukai.
my-task-look-do = Lihat saran
my-home-standing = Keadaan sekarang
my-home-profile = Profil
my-profile-state = { $code ->
    [none] belum ada
    [imported] ditemukan di sumber publik, belum dibenarkan kota Anda
    [draft] draf, belum diserahkan
    [submitted] sudah diserahkan, sedang diperiksa sekretariat
    [verified] sudah diverifikasi sekretariat
   *[returned] dikembalikan dengan alasan
}
my-home-requests = Permintaan
my-home-requests-none = Tidak ada. Anda dapat meminta mitra kepada sekretariat kapan saja.
my-home-invitations = Undangan
my-home-invitations-none = Belum ada. Undangan datang setelah dua orang sekretariat menyetujui sebuah pasangan.
my-home-partnerships = Kemitraan
my-home-partnerships-none = Belum ada yang terwujud melalui Kembar.
my-home-partnership = { $partner }: { $kind }, { $state ->
    [exploring] saling mengenal
    [preparing] perjanjian disiapkan
    [active] berjalan
    [dormant] tidak aktif
    [completed] selesai
    [emeritus] dikenang
   *[ended] berakhir
}, sejak { $year }
my-request-state = { $code ->
    [open] menunggu sekretariat
    [in_review] sedang dikerjakan sekretariat
    [answered] sudah dijawab
   *[withdrawn] ditarik kembali
}
my-invitation-state = { $code ->
    [unanswered] menunggu jawaban Anda
    [waiting] Anda setuju; menunggu kota lain
    [accepted] keduanya setuju; sekretariat yang menerbitkannya
    [published] keduanya setuju; sudah terbit untuk umum
    [declined] ditolak
    [expired] tidak dijawab pada waktunya
   *[withdrawn] ditarik oleh sekretariat
}
my-home-gaps = Seberapa jauh dari sasaran
my-home-gaps-note = 0 berarti sudah mencapai sasaran, 100 sejauh mungkin darinya. Tiap pilar adalah rata-rata tema yang diketahui.
my-home-gap-known = dari { $known } dari { $total } tema
my-home-gap-how = Dari angka mana
my-home-gap-none = Belum ada tema pilar ini yang diketahui. Satu angka dari kota Anda mengubahnya.
my-home-gap-assessed = Penilaian diri: tingkat { $level } dari 5, { $year }

## Saran
my-suggest-title = { $kind ->
    [peer_learning] Siapa yang dapat mengajari kita?
    [sister_city] Siapa yang cocok sebagai kota kembar?
   *[mutual_aid] Siapa yang dapat saling membantu dengan kita dalam krisis?
}
my-suggest-title-about = Siapa yang dapat mengajari kita tentang { $theme }?
my-number = { $count ->
    [1] Satu
    [2] Dua
    [3] Tiga
    [4] Empat
    [5] Lima
    [6] Enam
    [7] Tujuh
    [8] Delapan
    [9] Sembilan
    [10] Sepuluh
   *[other] { $shown }
}
my-suggest-lead = { $number } { $count ->
   *[other] kota
} { $kind ->
    [peer_learning] dapat mengajari { $city } tentang { $theme }
    [sister_city] dapat menjadi kota kembar { $city }
   *[mutual_aid] dapat membantu { $city } dalam krisis
}. Yang terbaik adalah { $best }.
my-suggest-any-need = hal yang dicarinya
my-suggest-none = { $kind ->
    [peer_learning] Belum diketahui kota yang dapat mengajari { $city } tentang { $theme }.
    [sister_city] Belum diketahui kota yang dapat menjadi kota kembar { $city }.
   *[mutual_aid] Belum diketahui kota yang dapat membantu { $city } dalam krisis.
}
my-suggest-none-what = Lihat tema lain, atau tanyakan kepada sekretariat: orang tahu lebih banyak daripada data.
my-suggest-inactive = { $city } sedang tidak ikut serta, jadi tidak ada saran. Tanyakan kepada sekretariat bila ini keliru.
my-suggest-first = Ditampilkan { $shown } yang pertama.
my-suggest-among = Dicari di antara { $shown } yang paling cocok, dari { $all }.
my-suggest-alike = { $shown } kota lain mirip dengan kota Anda, tetapi { $kind ->
    [peer_learning] belum diketahui apa yang dapat Anda pelajari di sana
   *[other] belum diketahui apa keuntungan bagi kedua pihak
}
my-suggest-alike-what = Mereka cocok menurut keadaannya: ukuran, pembangunan, bahasa, kedekatan. Belum diketahui kebutuhan salah satu kota yang terjawab oleh kemampuan kota lain, jadi pasangannya bersifat simbolis. Sering kali yang kurang adalah data, bukan kotanya.
my-suggest-alike-do = Sebutkan apa yang Anda butuhkan dan dapat berikan
my-suggest-against = Memberatkan:
my-suggest-against-none = Tidak ada yang diketahui memberatkan.
my-suggest-km = berjarak { $shown } km
my-suggest-km-unknown = jarak tidak diketahui
my-suggest-shares = berbagi bahasa { $languages }
my-suggest-shares-none = bahasa bersama tidak diketahui
my-suggest-why = Mengapa
my-say = { $code ->
    [interested] Tertarik
    [not_interested] Tidak sekarang
   *[already_partners] Sudah bermitra
}
my-said = { $code ->
    [interested] Jawaban Anda: tertarik
    [not_interested] Jawaban Anda: tidak sekarang
   *[already_partners] Jawaban Anda: sudah bermitra
}, { $date }.
my-say-about = Apa pendapat Anda tentang { $city }?
my-say-change = Ubah:
my-suggest-ask = Minta kepada sekretariat
my-suggest-ask-city = Minta { $city }
my-suggest-left = Tidak ditampilkan
my-suggest-left-rule = { $shown } { $code ->
    [inactive_member] { $count ->
       *[other] kota yang tidak ikut serta
    }
    [same_country] kota dari negara Anda sendiri
    [existing_tie] yang sudah punya ikatan semacam ini dengan Anda
    [barred] yang dikecualikan sekretariat
    [cooling_period] yang ditolak belum lama ini
    [not_interested] yang Anda jawab {"“"}tidak sekarang{"”"}
    [no_own_slot] karena Anda tidak punya tempat kosong
    [no_slot] tanpa tempat kosong
    [no_head_start] yang tidak diketahui lebih maju
   *[theme_not_shared] yang tidak memperoleh apa-apa bersama Anda dalam tema ini
}
my-suggest-improve = Yang akan memperbaiki daftar ini
my-suggest-improve-points = dapat mengubah skor sampai { $shown } poin
my-suggest-improve-none = Tidak ada data Anda yang kurang yang akan mengubahnya.
my-suggest-spoken = Yang sudah Anda katakan
my-bad-question = Tidak ada tema atau jenis kemitraan seperti itu.

## Mengapa
my-why-title = Mengapa { $city }?
my-why-title-not = Mengapa bukan { $city }?
my-why-not = Kota ini tidak disarankan, karena:
my-why-ranks = { $other } nomor { $rank } bagi { $city }. { $city } nomor { $reverse } bagi { $other }.
my-why-bounds = Bila semuanya diketahui, skornya antara { $low } dan { $high }.
my-why-bounds-none = Tidak ada kekurangan data yang dapat mengubah skor.
my-why-survival = Dengan bobot dan angka yang sedikit berbeda, kota ini tetap di daftar dalam { $shown } dari 100 percobaan.
my-why-for = Yang mendukung
my-why-gains = { $city } memperoleh
my-why-both = Keduanya
my-why-gains-none = Belum ada yang diketahui.
my-why-against = Yang memberatkan
my-why-change = Yang akan mengubahnya
my-why-change-none = Tidak ditemukan satu perubahan pun yang menggeser tempatnya.
my-why-change-line = { $change }: tempat { $rank }, { $score } dari 100
my-why-carries = Yang membentuk skor
my-why-factor = Bagian
my-why-points = Poin
my-why-evidence = Dasarnya
my-why-evidence-none = Tidak ada bukti tercatat: sejauh diketahui pasangan ini bersifat simbolis.
my-why-needs = { $city } membutuhkannya:
my-why-gives = { $city } dapat memberikannya:
my-why-derived = disimpulkan
my-why-of-five = tingkat { $shown } dari 5
my-why-of-three = { $shown } dari 3
my-why-rank = nomor { $shown }
my-why-country = nilai negara
my-why-missing = Yang belum diketahui
my-why-missing-none = Tidak ada yang akan mengubah skor.
my-why-missing-line = { $what }: sampai { $points } poin
my-why-model = Dihitung oleh model { $model } dari data { $date }. Manusia yang memutuskan.
my-why-back = Kembali ke daftar
my-why-page = Halaman publik { $city }

## Meminta mitra
my-ask-title = Minta mitra
my-ask-lead = Dua pertanyaan cukup. Sekretariat menjawab dengan kata-kata atau dengan undangan; sasarannya kurang dari empat minggu.
my-ask-named = Anda meminta { $city }.
my-ask-wants = Apa yang ingin Anda pecahkan atau bangun?
my-ask-wants-hint = Satu atau dua kalimat. Sebut nama kota bila ada yang Anda pikirkan.
my-ask-gives = Apa yang dapat Anda berikan?
my-ask-gives-hint = Apa saja yang dapat dipelajari kota lain dari Anda, atau waktu dan orang yang dapat Anda sediakan.
my-ask-prefilled = Ditulis untuk Anda dari yang diketahui; ubahlah sesuka Anda.
my-ask-wants-draft = { $kind ->
    [peer_learning] Kami ingin belajar dari { $city } tentang { $theme }.
    [sister_city] Kami ingin menjadi kota kembar { $city }.
   *[mutual_aid] Kami ingin bersepakat dengan { $city } untuk saling membantu dalam krisis.
}
my-ask-gives-draft = Kami dapat menunjukkan yang sudah kami lakukan: { $titles }.
my-ask-what-we-seek = hal yang kami cari
my-ask-theme-unknown = tidak disebut
my-ask-send = Kirim ke sekretariat
my-ask-own = Permintaan Anda
my-ask-own-none = Anda belum meminta apa pun.
my-ask-on = diminta pada { $date }
my-ask-waits = menunggu { $days }; sasarannya kurang dari 28 hari
my-ask-gives-label = Sebagai imbalan:
my-ask-answer = Jawaban sekretariat, { $date }:
my-ask-answer-invited = Dijawab dengan undangan: lihat
my-ask-withdraw = Tarik kembali
my-ask-withdraw-sure = Sekretariat berhenti mengerjakannya. Anda dapat meminta lagi kapan saja.
my-ask-withdraw-do = Ya, tarik kembali
my-changed = Ini sudah berubah sejak Anda membukanya, jadi tidak ada yang dilakukan. Beginilah keadaannya sekarang.
my-fault = { $field ->
    [theme] Tema itu tidak ada, atau tertulis dua kali.
    [kind] Jenis kemitraan itu tidak ada.
    [slots] Tulis bilangan bulat 1 sampai 100, atau kosongkan.
    [quota] Tulis bilangan bulat 0 sampai 100, atau kosongkan.
    [level] Pilih tingkat 0 sampai 5.
    [link] Tulis alamat yang diawali https:// atau http://, tanpa spasi.
    [year] Tulis tahun mulai 1990 yang tidak di masa depan.
    [target_year] Tulis tahun 1990 sampai 2100, beserta angkanya.
    [number] Tulis sebuah angka, misalnya 12,5.
    [reason_code] Pilih sebuah alasan.
    [practice] Pilih salah satu praktik kota Anda.
    [title] Tulis judul paling banyak 300 karakter.
    [themes] Pilih satu sampai lima tema, masing-masing sekali.
    [result] Ceritakan hasilnya, atau pilih {"“"}diuraikan{"”"}.
    [source] Sebutkan di mana ini tertulis, paling banyak 2.000 karakter.
   *[text] Tulis sesuatu di sini, paling banyak 4.000 karakter dan tanpa karakter kendali tersembunyi.
}

## Undangan
my-invited-title = Undangan
my-invited-lead = { $number } { $count ->
   *[other] undangan
} menunggu jawaban Anda.
my-invited-lead-none = Tidak ada undangan yang menunggu jawaban Anda.
my-invited-none-what = Undangan datang setelah dua orang sekretariat menyetujui sebuah pasangan. Anda dapat memulainya: mintalah mitra.
my-invited-due = Perlu dijawab
my-invited-others = Sudah dijawab atau berakhir
my-invited-on = diundang pada { $date }
my-proposal-title = Bekerja sama dengan { $partner }?
my-proposal-said = { $partner } dan kota Anda
my-proposal-accept = Setuju …
my-proposal-decline = Tolak …
my-proposal-own-yes = Kota Anda setuju pada { $date }.
my-proposal-own-no = Kota Anda menolak pada { $date }.
my-proposal-other-no = { $partner } menolak pada { $date }.
my-proposal-other-yes = { $partner } setuju pada { $date }.
my-proposal-reason = { $code ->
    [no_capacity] belum ada waktu atau orang
    [other_priorities] prioritas lain
    [already_partners] sudah bermitra
    [not_a_fit] tidak cocok
    [legal] alasan hukum
   *[other] alasan lain
}
my-proposal-now = { $standing ->
    [unanswered] Kedua kota telah ditanya. Jawaban { $partner } baru ditampilkan setelah selesai.
    [waiting] Persetujuan Anda dicatat. Kemitraan dimulai bila { $partner } juga setuju; jawabannya baru ditampilkan setelah selesai.
    [accepted] Kemitraan telah dimulai. Sekretariat menerbitkannya kemudian.
    [published] Kemitraan telah dimulai dan terbit untuk umum. Alasan Anda berdua dipilih tetap dapat dibaca selamanya.
    [declined] Pasangan ini batal. Sekretariat akan melihat pilihan terbaik berikutnya.
    [expired] Waktu menjawab sudah habis. Mintalah mitra lagi bila Anda masih tertarik.
   *[withdrawn] Sekretariat menarik pasangan ini.
}
my-proposal-why = Mengapa Anda berdua
my-proposal-public = Kalimat yang akan dibaca umum, seperti ditulis sekretariat:
my-proposal-partners = Lihat kemitraan Anda
my-accept-title = Setuju dengan { $partner }?
my-accept-next = Yang terjadi berikutnya
my-accept-both = Bila { $partner } juga setuju, kemitraan dimulai.
my-accept-public = Kemitraan itu langsung terbit untuk umum, di sini dan di situs lain: kedua kota, temanya, dan mengapa Anda berdua dipilih. Tidak ada nama orang.
my-accept-held = Kemitraan itu tidak langsung terbit: sekretariat menerbitkannya kemudian.
my-accept-meet = Sekretariat mempertemukan kedua kantor dan menanyakan langkah hukum yang diperlukan tiap negara.
my-accept-back = Anda tidak dapat menarik persetujuan sendiri. Sekretariat dapat, bila Anda memintanya.
my-accept-do = Ya, kami mau
my-decline-title = Menolak { $partner }?
my-decline-next = Pasangan ini langsung berakhir. { $partner } diberi tahu bahwa Anda menolak, dan alasannya. Pasangan yang sama tidak disarankan lagi untuk sementara.
my-decline-code = Alasan
my-decline-choose = pilih satu
my-decline-words = Dengan kata-kata Anda sendiri
my-decline-words-hint = Kota lain dan sekretariat membacanya.
my-decline-do = Tolak
my-answer-not-yet = Belum: kembali ke undangan
my-proposals-back = Semua undangan
