## All pages of rounds
round-state-name = { $code ->
    [draft] sedang disusun
    [computing] sedang dihitung
    [computed] sudah dihitung
    [in_review] dalam antrean peninjauan
    [closed] ditutup
   *[failed] tidak membuahkan hasil
}
round-state-says = { $code ->
    [draft] Putaran ini sedang disusun; susunan yang sekarang belum dihitung.
    [computing] Putaran ini sedang dihitung.
    [computed] Putaran ini sudah dihitung dan menunggu Anda: lihat analisisnya, lalu ubah atau lepaskan.
    [in_review] Pasangan-pasangannya sudah menjadi usulan dalam antrean peninjauan.
    [closed] Putaran ini sudah ditutup.
   *[failed] Perhitungan terakhirnya tidak membuahkan hasil; lihat sebabnya, ubah, lalu hitung lagi.
}
round-all-themes = semua tema
round-by = { $name }, { $date }
round-by-command-line = operator
round-not-known = tidak diketahui
round-pair-and = { $first } dan { $second }
round-pair-learns = { $first } belajar dari { $second }
round-count-pairings = { $count ->
   *[other] { $shown } pasangan
}
round-count-cities = { $count ->
   *[other] { $shown } kota
}
round-count-points = { $number } poin
round-run = Perhitungan { $number }
round-changed-meanwhile = Ada yang lebih cepat: putaran ini telah berubah sejak Anda membukanya, jadi tidak ada yang disimpan. Di sini tampak keadaannya sekarang; ulangi yang masih Anda inginkan.
round-not-now = Ini tidak dapat dilakukan selama putaran berada dalam keadaannya sekarang; tidak ada yang berubah. Mungkin keadaannya sudah berganti sejak Anda membuka halaman ini.
round-not-like-this = Tidak ada yang berubah, karena putaran menjadi tidak sesuai dengan kota-kotanya: { $what }

## The list
round-list-title = Putaran penjodohan
round-list-lead = Sebuah putaran mencari himpunan pasangan terbaik untuk banyak kota sekaligus. Tidak ada yang keluar sebelum putaran dilepaskan.
round-list-newest = Putaran terbaru adalah “{ $name }”. { $says }
round-list-none = Belum ada putaran.
round-list-none-here = Tidak ada putaran dalam keadaan ini.
round-list-none-what = Susunlah satu: tentukan kota mana yang ikut dan aturan apa yang berlaku, lalu Kembar mencari himpunan pasangan terbaik dan menjelaskan biaya tiap aturan.
round-list-new = Susun putaran
round-list-all = Semua
round-list-states = Putaran menurut keadaan
round-list-name = Putaran
round-list-kind = Jenis dan tema
round-list-state = Keadaan
round-list-result = Hasil terbaru
round-list-made = Disusun oleh
round-list-result-says = { $pairings }; { $covered } dari { $cities } kota mendapat mitra
round-list-result-none = Tidak ada himpunan pasangan yang memenuhi semua aturan
round-list-not-computed = Belum dihitung
round-list-next = Putaran yang lebih lama
round-list-first = Putaran terbaru

## Setting a round up
round-form-new = Susun putaran
round-form-edit = Ubah “{ $name }”
round-form-lead = Nama dan jenis sudah cukup. Selebihnya pilihan; tiap aturan yang Anda tambahkan dapat membuat kota tidak kebagian, dan analisis menjelaskan biayanya.
round-form-edit-lead = Hasil perhitungan sebelumnya tetap disimpan. Setelah diubah, putaran harus dihitung lagi sebelum dapat dilepaskan.
round-form-what = Apa yang dipasangkan
round-form-name = Nama putaran
round-form-name-hint = Misalnya “Manila 2026”.
round-form-kind = Jenis pasangan
round-form-theme = Tema
round-form-theme-hint = Dengan tema, pasangan dinilai dari apa yang dapat dilakukan kedua kota satu sama lain dalam tema itu.
round-form-scope = Kota mana yang ikut
round-form-scope-hint = Jika tidak ada yang dicentang, semua anggota aktif ikut. Sebuah kota harus sesuai dengan setiap daftar yang ada centangnya.
round-form-networks = Jejaring
round-form-countries = Negara
round-form-levels = Tingkat pemerintahan daerah
round-form-cities = Kota yang dipilih sendiri
round-form-cities-hint = Satu kota per baris, dengan namanya. Kota-kota ini ikut di samping yang sesuai dengan daftar; jika tidak ada daftar yang dicentang, hanya merekalah putaran ini.
round-form-without = Kota yang dikeluarkan sendiri
round-form-without-hint = Satu kota per baris, dengan namanya.
round-form-objective = Apa yang terbaik
round-objective-name = { $code ->
    [coverage_then_score] Tidak ada yang tertinggal, lalu kecocokan terbaik
    [coverage_then_worst_then_score] Tidak ada yang tertinggal, lalu tidak ada pasangan yang lemah
   *[score] Hanya kecocokan terbaik
}
round-objective-hint = { $code ->
    [coverage_then_score] Pertama, sebanyak mungkin kota mendapat mitra. Di antara semua himpunan seperti itu dipilih yang jumlah nilainya tertinggi. Pilihan yang lazim.
    [coverage_then_worst_then_score] Pertama, sebanyak mungkin kota mendapat mitra. Lalu pasangan terlemah dibuat sebaik mungkin, dan baru setelah itu jumlah nilai dihitung. Cocok bila tidak ada kota yang boleh merasa kurang beruntung.
   *[score] Jumlah nilai tertinggi, walaupun ada kota yang tidak mendapat mitra.
}
round-form-places = Tempat untuk tiap kota
round-form-places-hint = Daya tampung menurut profil kota itu sendiri lebih menentukan daripada angka-angka ini.
round-form-most = Mitra yang boleh dimiliki sebuah kota
round-form-most-hint = Kosong berarti 1; untuk pembelajaran sejawat, sesuai dua angka di bawah.
round-form-least = Mitra yang harus dimiliki tiap kota
round-form-least-hint = Aturan keras: jika tidak dapat dipenuhi, tidak ada hasil, dan Anda diberi tahu kota mana yang kekurangan. Kosong berarti 0.
round-form-learner = Pembelajaran sejawat: mitra tempat sebuah kota boleh belajar
round-form-learner-hint = Kosong berarti 1.
round-form-mentor = Pembelajaran sejawat: mitra yang boleh diajar sebuah kota
round-form-mentor-hint = Kosong berarti 2.
round-form-own = Angka lain untuk kota tertentu
round-form-city = Kota
round-form-may = Boleh
round-form-must = Harus
round-form-may-learn = Boleh belajar dari
round-form-may-teach = Boleh mengajar
round-form-rules = Aturan
round-form-rules-hint = Aturan yang dikosongkan tidak berlaku.
round-form-country-cap = Pasangan dengan kota dari tiap negara, paling banyak
round-form-country-caps = Batas lain untuk negara tertentu
round-form-country = Negara
round-form-other-country = Negara lainnya
round-form-at-most = Paling banyak
round-form-pair-cap = Pasangan antara dua negara mana pun, paling banyak
round-form-pair-caps = Batas lain untuk dua negara tertentu
round-form-shares = Pasangan yang mempertemukan kota yang berbeda, paling sedikit
round-form-shares-hint = Dalam persen dari semua pasangan. Kota yang datanya tidak diketahui tidak pernah dihitung berbeda.
round-grouping-name = { $code ->
    [income] pendapatan negara
    [country] negara
    [size] ukuran
    [level] tingkat pemerintahan
   *[capital] ibu kota atau bukan
}
round-grouping-unlike = { $code ->
    [income] Negara dengan kelompok pendapatan berbeda
    [country] Negara yang berbeda
    [size] Ukuran yang berbeda
    [level] Tingkat pemerintahan yang berbeda
   *[capital] Ibu kota dengan kota yang bukan ibu kota
}
round-form-minimum = Tidak ada pasangan di bawah nilai ini
round-form-minimum-hint = Dari 0 sampai 100. Pasangan yang dikunci dikecualikan.
round-form-ratio = Penduduk kota yang lebih besar paling banyak sekian kali kota yang lebih kecil
round-form-ratio-hint = Misalnya 5. Jika jumlah penduduk tidak diketahui, aturan ini tidak menghalangi apa pun.
round-form-same-level = Pasangkan hanya kota dengan tingkat pemerintahan yang sama
round-form-pairs = Pasangan tertentu
round-form-locked = Pasangan ini harus ada
round-form-barred = Pasangan ini tidak boleh ada
round-form-pairs-hint = Untuk pembelajaran sejawat, kota yang belajar disebut lebih dulu.
round-form-other = Kota lainnya
round-form-fine = Pengaturan halus
round-form-candidates = Mitra terbaik yang dipertimbangkan untuk tiap kota
round-form-candidates-hint = Dari 1 sampai 100; biasanya 30.
round-form-alternates = Mitra terbaik berikutnya yang disimpan untuk tiap pasangan
round-form-alternates-hint = Dari 0 sampai 10; biasanya 3. Yang berikutnya diajukan bila sebuah kota menolak.
round-form-more = Tambah baris
round-form-save = Simpan putaran
round-form-cancel = Kembali tanpa menyimpan
round-form-kept-yours = Ada yang lebih cepat: putaran ini telah berubah sejak Anda membukanya, jadi tidak ada yang disimpan. Tulisan Anda tetap ada di bawah; jika disimpan sekarang, perubahan orang lain itu akan tergantikan.
round-form-see-now = Lihat putaran dalam keadaannya sekarang

## What stands against a plan
round-fault-name = Beri putaran nama paling panjang 120 karakter.
round-fault-kind = Pilih jenis pasangan yang dikenal oleh model yang berlaku.
round-fault-theme = Pilih tema dari daftar, atau semua tema.
round-fault-objective = Pilih apa yang terbaik.
round-fault-whole = Tulis bilangan bulat, misalnya 2, atau kosongkan.
round-fault-number = Tulis sebuah angka, misalnya 2,5, atau kosongkan.
round-fault-candidates = Tulis bilangan bulat dari 1 sampai 100.
round-fault-alternates = Tulis bilangan bulat dari 0 sampai 10.
round-fault-minimum = Nilai adalah angka dari 0 sampai 100.
round-fault-ratio = Tulis 1 atau lebih: kota yang lebih besar tidak pernah lebih kecil dari yang lain.
round-fault-share = Tulis persentase dari 0 sampai 100 dengan paling banyak satu angka desimal.
round-fault-alike = Semua kota dalam putaran ini sama dalam hal ini ({ $what }), atau datanya tidak diketahui: tidak ada pasangan yang dapat dihitung dan tidak ada kota yang dipasangkan.
round-fault-scope = Kurang dari dua anggota aktif yang sesuai dengan pilihan ini. Sebuah putaran memerlukan dua atau lebih: kurangi centang, atau tambahkan kota sendiri.
round-fault-unknown = Tidak ada kota bernama “{ $name }”. Tulis seperti dalam direktori.
round-fault-ambiguous = Lebih dari satu kota bernama “{ $name }”. Tulis salah satu: { $choices }.
round-fault-not-active = { $name } sekarang bukan anggota aktif dan tidak ikut dalam putaran mana pun.
round-fault-not-in = { $name } tidak ikut dalam putaran ini. Tambahkan pada daftar kota di atas, atau hapus dari sini.
round-fault-picked-and-out = { $name } dipilih sekaligus dikeluarkan.
round-fault-least = Sebuah kota tidak mungkin harus memiliki mitra lebih banyak daripada yang diperbolehkan.
round-fault-roles = Belajar dan mengajar hanya ada pada pembelajaran sejawat. Untuk jenis lain gunakan “Mitra yang boleh dimiliki sebuah kota”.
round-fault-twice = Ini disebut dua kali.
round-fault-one-city = Ini satu kota yang disebut dua kali.
round-fault-locked-barred = Pasangan ini dikunci sekaligus dilarang.
round-fault-rule = Pasangan ini tidak dapat dikunci: { $rule }.
round-fault-half = Isi seluruh baris, atau kosongkan.
round-fault-too-many = Paling banyak 20.000 isian.
round-fault-contradiction = Aturan-aturannya saling bertentangan: { $what }
round-fault-other = { $what }

## One round
round-round-what = { $kind } · { $theme }
round-round-compute = Hitung putaran
round-round-compute-again = Hitung lagi
round-round-compute-note = Dengan ini belum ada yang masuk ke antrean peninjauan.
round-round-edit = Ubah susunan
round-round-analysis = Lihat analisis
round-round-release = Lepaskan ke antrean peninjauan…
round-round-recall = Tarik kembali pelepasan…
round-round-close = Tutup putaran…
round-round-cancel = Hentikan perhitungan
round-round-stopping = Seseorang telah menghentikan perhitungan; perhitungan berakhir dalam beberapa detik.
round-round-progress = Kemajuan
round-round-progress-note = Anda boleh meninggalkan halaman ini: perhitungan tetap berjalan. Halaman ini menampilkan keadaan terbaru dengan sendirinya.
round-round-look = Lihat lagi
round-stage-says = { $code ->
    [waiting] Menunggu giliran.
    [candidates] Langkah 1 dari 5: pasangan mana yang mungkin dan berapa nilainya.
    [solving] Langkah 2 dari 5: mencari himpunan pasangan terbaik.
    [analysing] Langkah 3 dari 5: seperti apa himpunan itu dan berapa biaya tiap aturan.
    [explaining] Langkah 4 dari 5: alasan tiap pasangan.
    [keeping] Langkah 5 dari 5: menyimpan hasil.
   *[done] Selesai.
}
round-stage-done = { $done } dari { $total } pasangan.
round-round-failed = Mengapa perhitungan tidak membuahkan hasil
round-round-failed-note = Tidak ada hal lain yang berubah, dan perhitungan sebelumnya tetap disimpan. Ubah susunannya, lalu hitung lagi.
round-round-failed-workers = Program berhenti beberapa kali di tengah pekerjaan ini, sehingga pekerjaan dihentikan. Pengelola layanan dapat melihat sebabnya dalam catatan sistem.
round-round-failed-undecided = Pencarian berakhir sebelum menemukan himpunan pasangan yang memenuhi semua aturan dan sebelum dipastikan bahwa himpunan itu tidak ada. Turunkan batas minimum atau bagian, atau naikkan suatu batas.
round-round-failed-record = Sebagaimana tercatat
round-round-outlook = Sebelum dihitung
round-outlook-fine = { $cities } ikut, dengan { $candidates } untuk dipilih. Tidak tampak hal yang membuat suatu kota tidak mendapat mitra; hanya perhitungan yang dapat memastikannya.
round-outlook-warns = { $cities } ikut, dengan { $candidates } untuk dipilih. Ini sudah terlihat tanpa menghitung:
round-outlook-possible = { $count ->
   *[other] { $shown } kemungkinan pasangan
}
round-outlook-without = { $count ->
   *[other] { $cities } tidak akan mendapat mitra: tidak ada satu pun mitra yang mungkin.
}
round-outlook-short = Tidak mungkin dengan susunan ini: { $city } harus memiliki { $least } sedangkan yang dapat dipilih hanya { $candidates }.
round-outlook-crowded = { $count ->
   *[other] { $country }: batas-batas hanya menyisakan tempat untuk { $room } dari { $cities } kotanya.
}
round-outlook-faulty = Dengan susunan ini, putaran tidak dapat dihitung:
round-round-plan = Yang diminta
round-plan-every-member = semua anggota aktif
round-plan-made = Disusun
round-plan-released = Dilepaskan
round-plan-own = { $city } (harus { $must }, boleh { $may })
round-plan-own-roles = { $city } (belajar dari { $learner }, mengajar { $mentor })
round-plan-cap = { $country } { $most }
round-plan-usual = seperti biasa
round-plan-percent = { $share } %
round-plan-yes = ya
round-round-runs = Yang sudah dihitung
round-round-runs-none = Belum ada.
round-run-when = Kapan
round-run-result = Hasil
round-run-score = Jumlah nilai
round-run-proved = { $code ->
    [optimal] terbukti: tidak ada himpunan yang lebih baik
    [infeasible] terbukti: tidak ada himpunan yang memenuhi semua aturan
   *[feasible] belum terbukti sebagai yang terbaik
}
round-run-more = Lainnya
round-run-analysis = Analisis perhitungan { $number }
round-run-compare = Yang berubah dari perhitungan { $before } ke { $number }
round-run-file = Berkas { $format } perhitungan { $number }
round-in-review-says = { $proposals } menunggu dalam antrean peninjauan; belum ada yang diputuskan, sehingga pelepasan masih dapat ditarik kembali.
round-in-review-touched = { $proposals } berasal dari putaran ini; { $touched } sudah diputuskan atau diubah, sehingga pelepasan tidak dapat lagi ditarik seluruhnya. Usulan satu per satu masih dapat ditarik.
round-count-proposals = { $count ->
   *[other] { $shown } usulan
}
round-stale-result = Susunan telah berubah sejak perhitungan { $number }. Hitung putaran lagi untuk melihat akibat perubahannya.
round-read-only-note = Petugas menyusun, menghitung, dan melepaskan putaran; Anda melihat apa yang mereka lihat.

## Asking back
round-release-title = Lepaskan “{ $name }”?
round-release-lead = { $proposals } akan masuk ke antrean peninjauan. Tidak ada kota yang diberi tahu sebelum dua peninjau sepakat, dan Anda dapat menarik kembali pelepasan sampai ada yang memutuskan.
round-release-nothing = Tidak ada yang akan masuk ke antrean peninjauan: semua pasangan perhitungan ini terhalang. Ubah putaran, lalu hitung lagi.
round-release-skipped = { $count ->
   *[other] { $shown } pasangan tertinggal:
}
round-skipped-twin = { $pair }: pasangan ini sudah berjalan.
round-skipped-city = { $pair }: salah satu kotanya bukan lagi anggota aktif.
round-release-unproved = Belum terbukti bahwa inilah himpunan terbaik; mungkin ada yang lebih baik.
round-release-button = Lepaskan { $proposals }
round-release-back = Belum
round-recall-title = Tarik kembali pelepasan “{ $name }”?
round-recall-lead = { $proposals } akan ditarik, dan putaran kembali seperti saat dihitung. Putaran dapat diubah dan dilepaskan lagi.
round-recall-reason = Mengapa?
round-recall-reason-hint = Disimpan bersama tiap usulan dan dalam catatan audit; kota tidak pernah melihatnya.
round-recall-reason-fault = Jelaskan dengan kata-kata mengapa pelepasan ditarik kembali, paling panjang 4.000 karakter.
round-recall-button = Tarik kembali
round-close-title = Tutup “{ $name }”?
round-close-lead = Putaran tidak dapat lagi diubah, dihitung, atau dilepaskan. Semuanya tetap dapat dibaca, dan usulannya berjalan sendiri.
round-close-button = Tutup putaran
round-group-value = { $code ->
    [low] pendapatan rendah
    [lower_middle] pendapatan menengah bawah
    [upper_middle] pendapatan menengah atas
    [high] pendapatan tinggi
    [small] kecil, di bawah 250.000 penduduk
    [medium] sedang, 250.000 sampai 1 juta
    [large] besar, 1 sampai 5 juta
    [very_large] sangat besar, di atas 5 juta
    [yes] ibu kota
    [no] bukan ibu kota
   *[other] { $name }
}

## The analysis of a run
round-analysis-title = Analisis “{ $name }”, perhitungan { $number }
round-head-all = Semua { $cities } mendapat mitra.
round-head-one = { $covered } dari { $cities } mendapat mitra. Satu yang tertinggal adalah { $city }, karena { $why }.
round-head-some = { $covered } dari { $cities } mendapat mitra; { $left } tertinggal, { $most } di antaranya karena { $why }.
round-head-alike = { $covered } dari { $cities } mendapat mitra; { $left } tertinggal karena { $why }.
round-head-infeasible = Tidak ada himpunan pasangan yang memenuhi semua aturan: { $short } tidak bisa mendapat mitra sebanyak yang dituntut aturan. Yang dapat membantu tertulis di bawah.
round-head-infeasible-rules = Tidak ada himpunan pasangan yang memenuhi semua aturan: pasangan yang dikunci dan bagian-bagian saling bertentangan. Yang dapat membantu tertulis di bawah.
round-proof-optimal = Terbukti bahwa tidak ada himpunan pasangan lain yang lebih baik menurut yang Anda minta.
round-proof-infeasible = Ini terbukti, bukan dugaan.
round-proof-coverage = Belum terbukti sebagai yang terbaik: himpunan lain mungkin mencakup sampai { $bound }, atau di antara yang mencakup sama banyak bernilai sampai { $percent } % lebih tinggi.
round-proof-score = Belum terbukti sebagai yang terbaik: himpunan lain mungkin bernilai sampai { $percent } % lebih tinggi.
round-why-says = { $code ->
    [no_candidate] tidak ada kota lain dalam putaran yang mungkin menjadi mitra
    [barred] semua mitra yang mungkin dilarang
    [no_quota] profil sendiri tidak menyisakan tempat kosong
    [partners_without_quota] tidak satu pun mitra yang mungkin punya tempat
    [partners_full] mitra yang mungkin sudah dipakai oleh pasangan yang lebih berguna bagi putaran
    [country_pair_cap] batas untuk dua negara sudah tercapai
    [country_cap] batas untuk suatu negara sudah tercapai
    [share] pasangan itu akan melanggar bagian kota yang berbeda
   *[no_gain] pasangan dengannya akan menurunkan jumlah nilai
}
round-part-paired = Siapa yang dipasangkan
round-part-left-out = Siapa yang tertinggal, dan mengapa
round-part-short = Siapa yang kekurangan, dan apa yang membantu
round-part-prices = Biaya tiap aturan
round-part-against = Dibandingkan cara yang lebih sederhana
round-part-fair = Seberapa merata mitra terbagi
round-part-stable = Seberapa stabil hasilnya
round-part-blocking = Siapa yang lebih memilih satu sama lain
round-part-scores = Seberapa cocok pasangan-pasangan itu
round-part-more = Kota ketiga dan kohor
round-part-method = Bagaimana ini dihitung
round-analysis-jump = Di halaman ini
round-analysis-changed = Susunan telah berubah sejak perhitungan ini. Ubah lagi, atau hitung putaran untuk melihat akibatnya.
round-paired-none = Tidak ada yang dipasangkan.
round-paired-more = { $count ->
   *[other] { $shown } pasangan lagi ada dalam berkas.
}
round-paired-place = No.
round-paired-pair = Pasangan
round-paired-countries = Negara
round-paired-score = Nilai dari 100
round-paired-kept = Tetap ada
round-paired-kept-says = { $percent } % pengulangan
round-paired-state = Usulan
round-paired-locked = dikunci
round-paired-barred = dilarang untuk perhitungan berikutnya
round-paired-locked-next = dikunci untuk perhitungan berikutnya
round-deed-lock = Kunci
round-deed-bar = Larang
round-deed-of = { $deed }: { $pair }
round-paired-deeds = Untuk perhitungan berikutnya
round-paired-deeds-note = Pasangan yang dikunci harus ada dalam perhitungan berikutnya, yang dilarang tidak boleh ada.
round-proposal-state-name = { $code ->
    [proposed] diusulkan
    [recommended] direkomendasikan
    [approved] disetujui
    [invited] diundang
    [accepted] diterima
    [published] dipublikasikan
    [deferred] ditunda
    [returned] dikembalikan
    [rejected] tidak disetujui
    [withdrawn] ditarik
    [expired] kedaluwarsa
   *[declined] ditolak kota
}
round-left-none = Tidak ada: setiap kota dalam putaran mendapat mitra.
round-left-odd = Dengan satu mitra masing-masing, jumlah kota yang ganjil selalu menyisakan satu. Putaran memilih kota yang ketiadaannya paling sedikit merugikan.
round-left-city = Kota
round-left-why = Mengapa
round-left-near = Mitra terbaik yang mungkin
round-left-help = Yang dapat membuatnya ikut
round-left-more = { $count ->
   *[other] Dan { $shown } kota lagi.
}
round-near-barred = { $partner } ({ $score }): dilarang
round-near-costs = { $partner } ({ $score }): lebih merugikan kota lain daripada manfaatnya
round-near-behind = { $partner } ({ $score }); terhalang oleh: { $limits }
round-near-none = tidak ada
round-help-nothing = Tidak ada satu langkah pun yang dicoba berhasil.
round-limit-max = tempat { $city }
round-limit-learn = tempat { $city } boleh belajar
round-limit-mentor = tempat { $city } boleh mengajar
round-limit-pair-cap = batas untuk { $first } dan { $second }
round-limit-country-cap = batas untuk { $country }
round-limit-share = bagian pasangan yang berbeda ({ $what })
round-limit-lock = pasangan terkunci { $pair }
round-limit-min = jumlah mitra yang harus dimiliki { $city }
round-limit-few = { $city } punya terlalu sedikit mitra yang mungkin dibanding yang diharuskan
round-short-says = { $city } kekurangan { $missing }; yang menghalangi: { $held }.
round-short-nothing = tidak ada yang dekat
round-relax-solves = { $change }: putaran menjadi mungkin.
round-relax-helps = { $change }: masih kurang { $missing }.
round-relax-none = Tidak ada satu langkah pun yang dicoba membantu. Turunkan beberapa batas minimum, atau hapus aturan, lalu hitung lagi.
round-change-raise-most = Satu tempat lagi untuk { $city }
round-change-raise-learner = { $city } boleh belajar dari satu kota lagi
round-change-raise-mentor = { $city } boleh mengajar satu kota lagi
round-change-lower-least = { $city } harus punya satu mitra lebih sedikit
round-change-raise-country = Satu pasangan lagi dengan { $country }
round-change-raise-countries = Satu pasangan lagi antara { $first } dan { $second }
round-change-lower-share = Turunkan bagian yang berbeda ({ $what }) ke kelipatan 5 % berikutnya
round-change-unlock = Lepaskan kunci { $pair }
round-change-unbar = Perbolehkan lagi { $pair }
round-change-drop = { $code ->
    [minima] Hapus semua batas minimum
    [locks] Lepaskan semua kunci
    [bars] Hapus semua larangan
    [country_caps] Hapus batas untuk negara
   *[country_pair_caps] Hapus batas untuk dua negara
}
round-price-none = Tidak ada aturan yang dapat menimbulkan biaya.
round-price-rule = Aturan
round-price-cities = Kota tambahan
round-price-pairings = Pasangan tambahan
round-price-points = Poin tambahan
round-price-without = Tiap aturan pernah dihilangkan sekali dan putaran dihitung ulang. Kolom-kolom menunjukkan hasilnya.
round-price-free = { $rule } tidak menimbulkan biaya.
round-price-cost = { $rule } menimbulkan biaya { $what }.
round-price-mixed = { $rule } menimbulkan biaya { $what }, dan menghasilkan { $saved }.
round-price-quotas = Satu tempat lagi untuk setiap kota akan menghasilkan { $what }.
round-price-quotas-free = Satu tempat lagi untuk setiap kota tidak akan menghasilkan apa-apa.
round-price-at-least = paling sedikit; belum terbukti
round-price-not-tried = { $count ->
   *[other] { $shown } aturan lain mengikat dan tidak dicoba.
}
round-price-change = Ubah
round-list-last = { $first } dan { $last }
round-rule-minima = Batas minimum
round-rule-locks = Pasangan yang dikunci
round-rule-bars = Pasangan yang dilarang
round-rule-pair-caps = Batas untuk dua negara
round-rule-country-caps = Batas untuk negara
round-rule-share = Bagian pasangan yang berbeda ({ $what })
round-rule-pair-cap = Batas untuk { $first } dan { $second }
round-rule-country-cap = Batas untuk { $country }
round-rule-lock = Kunci { $pair }
round-rule-bar = Larangan { $pair }
round-rule-minimum = Batas minimum { $city }
round-against-this = Putaran ini
round-against-greedy = Pasangan terbaik lebih dulu, berulang-ulang
round-against-free = Tanpa aturan apa pun selain jumlah tempat
round-against-way = Cara
round-against-cities = Kota yang mendapat mitra
round-against-pairings = Pasangan
round-against-score = Jumlah nilai
round-against-more = Memilih pasangan terbaik satu demi satu akan membuat { $cities } lagi tidak mendapat mitra; selisih poinnya { $points }.
round-against-points = Memilih pasangan terbaik satu demi satu akan mencakup kota sama banyak dan kehilangan { $points }.
round-against-same = Memilih pasangan terbaik satu demi satu akan memberi hasil yang sama di sini.
round-against-fewer = Memilih pasangan terbaik satu demi satu akan menjangkau { $cities } lagi, tetapi tidak dalam batas yang harus dijaga putaran.
round-against-breaks = Cara itu juga akan melanggar suatu aturan.
round-fair-even = { $code ->
    [very] Sangat merata: hampir setiap kota yang dapat dipasangkan punya mitra sama banyak (Gini { $number }; 0 berarti merata sempurna, 1 berarti satu kota memiliki semuanya).
    [quite] Merata: sedikit kota punya mitra lebih banyak daripada yang lain (Gini { $number }; 0 berarti merata sempurna, 1 berarti satu kota memiliki semuanya).
    [one] Tidak merata karena keadaan: tidak ada kota dengan lebih dari satu mitra, dan sebagian tidak punya (Gini { $number }; 0 berarti merata sempurna, 1 berarti satu kota memiliki semuanya).
    [somewhat] Agak tidak merata: sebagian kota punya beberapa mitra dan yang lain tidak punya (Gini { $number }; 0 berarti merata sempurna, 1 berarti satu kota memiliki semuanya).
   *[not] Tidak merata: beberapa kota memiliki sebagian besar mitra (Gini { $number }; 0 berarti merata sempurna, 1 berarti satu kota memiliki semuanya).
}
round-fair-most = Rata-rata { $mean } mitra per kota, paling banyak { $most }.
round-fair-by = Menurut { $what }
round-fair-group = Kelompok
round-fair-covered = Mendapat mitra
round-fair-covered-says = { $covered } dari { $cities }
round-fair-pairings = Mitra
round-fair-score = Nilai rata-rata
round-stable-says = Bila setiap nilai bergeser dalam ketidakpastiannya, rata-rata { $percent } % pasangan tetap sama ({ $draws } pengulangan). Pasangan yang mudah berubah patut dicermati.
round-stable-weakest = Paling tidak pasti: { $pairs }.
round-stable-unknown = Tidak diketahui: nilai dalam putaran ini tidak memiliki ketidakpastian, atau tidak ada waktu untuk mengulanginya.
round-blocking-none = Tidak ada dua kota yang sama-sama lebih memilih satu sama lain daripada hasil ini.
round-blocking-says = { $count ->
   *[other] { $shown } pasang kota sama-sama lebih memilih satu sama lain daripada hasil ini. Putaran melewatinya karena kota lain mendapat manfaat lebih besar.
}
round-blocking-shown = { $count ->
   *[other] { $shown } dengan manfaat terbesar:
}
round-blocking-gain = yang pertama mendapat tambahan { $first }, yang kedua { $second }
round-scores-says = Nilai berkisar dari { $least } sampai { $most } dari 100; separuhnya antara { $low } dan { $high }, nilai tengahnya { $median }.
round-scores-range = Nilai
round-scores-from-to = { $from } sampai { $to }
round-more-none = Tidak ada pasangan yang kekurangan hal yang dapat dibawa kota ketiga, dan tidak terbentuk kohor di sekitar satu tema.
round-more-third = { $pair } kekurangan { $lacks }; { $third } dapat membawanya.
round-more-language = bahasa bersama
round-more-cohort = { $learners } dapat belajar bersama dari { $mentors } (nilai rata-rata { $score }).
round-method-model = Model
round-method-program = Program
round-method-when = Dihitung
round-method-took = dalam { $seconds } detik
round-method-data = Hash data
round-method-result = Hash hasil
round-method-note = Masukan perhitungan ini disimpan: bila dihitung lagi, hasilnya sama persis.
round-method-unproved = Sebagian perbandingan di atas tidak dibuktikan sampai tuntas; tambahannya paling sedikit seperti yang ditunjukkan.

## Two runs side by side
round-compare-title = Yang berubah dari perhitungan { $from } ke perhitungan { $to }
round-compare-same = Tidak ada: kedua perhitungan punya pasangan yang sama.
round-compare-lead = { $kept } tetap, { $gone } hilang, dan { $added } baru.
round-compare-totals = Kota yang mendapat mitra: { $cities }. Jumlah nilai: { $points }.
round-compare-worst = Pasangan terlemah: { $points }.
round-compare-choose = Bandingkan perhitungan lain
round-compare-from = Dari perhitungan
round-compare-to = Ke perhitungan
round-compare-button = Bandingkan
round-compare-one = Baru ada satu perhitungan. Ubah susunannya dan hitung lagi; lalu halaman ini menunjukkan perubahannya.
round-compare-rules = Aturan yang berbeda
round-compare-rules-none = Tidak ada: aturannya sama. Yang berbeda adalah data asal nilai-nilainya.
round-compare-before = Sebelum
round-compare-after = Sesudah
round-compare-added = Pasangan yang baru
round-compare-gone = Pasangan yang hilang
round-compare-kept = Pasangan yang tetap
round-compare-none = tidak ada
round-compare-gained = Sekarang mendapat mitra: { $cities }.
round-compare-lost = Sekarang tidak mendapat mitra: { $cities }.
round-gone-why = { $code ->
    [city_left] sebuah kota tidak lagi dalam putaran
    [no_candidate] tidak lagi termasuk pasangan yang mungkin
    [barred] pasangan itu dilarang
    [quota] jumlah tempat diturunkan
    [score] nilainya turun dari { $from } ke { $to }
   *[given_up] pasangan lain lebih berguna bagi putaran
}
round-added-why = { $code ->
    [new_city] sebuah kota baru dalam putaran
    [new_candidate] baru termasuk pasangan yang mungkin
    [bar_lifted] pasangan itu tidak lagi dilarang
    [locked] pasangan itu dikunci
    [quota] jumlah tempat dinaikkan
    [score] nilainya naik dari { $from } ke { $to }
   *[chosen] sekarang lebih berguna bagi putaran
}
round-field-places = { $code ->
    [min] { $city }: harus memiliki
    [max] { $city }: boleh memiliki
    [learn_max] { $city }: boleh belajar dari
    [mentor_max] { $city }: boleh mengajar
   *[groups] { $city }: kelompoknya
}
