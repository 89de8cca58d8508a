## The desk
desk-nav-explain = Dua kota mana pun
desk-state = { $code ->
    [proposed] diusulkan
    [recommended] direkomendasikan
    [approved] disetujui
    [invited] di tangan kota
    [accepted] diterima keduanya
    [published] diterbitkan
    [deferred] ditunda
    [returned] dikembalikan
    [rejected] ditolak
    [withdrawn] ditarik
    [expired] tidak dijawab pada waktunya
    [declined] ditolak oleh kota
   *[other] { $name }
}
desk-deed = { $code ->
    [recommend] Rekomendasikan
    [approve] Setujui
    [publish] Terbitkan
    [defer] Tunda
    [return] Kembalikan
    [reject] Tolak
    [withdraw] Tarik
    [edit] Ubah
   *[other] { $name }
}
desk-did = { $code ->
    [create] diusulkan
    [recommend] direkomendasikan
    [approve] disetujui, kedua kota ditanya
    [publish] diterbitkan
    [defer] ditunda
    [return] dikembalikan
    [reject] ditolak
    [withdraw] ditarik
    [edit] diubah
    [undo] dibatalkan
    [accept] diterima sebuah kota
    [decline] ditolak sebuah kota
    [expire] tidak dijawab pada waktunya
   *[other] { $name }
}
desk-reason = { $code ->
    [fits_need] sesuai kebutuhan
    [weak_evidence] bukti lemah
    [outdated_data] data usang
    [better_alternative] ada pilihan lebih baik
    [no_capacity] tidak ada kapasitas
    [political] alasan politik
    [duplicate] rangkap
    [barred_pair] kedua kota ini jangan lagi
    [other_priorities] prioritas lain
    [already_partners] sudah bermitra
    [not_a_fit] tidak cocok
    [legal] alasan hukum
    [other] alasan lain
   *[other] { $name }
}
desk-turn = { $code ->
    [recommend] giliran Anda merekomendasikan
    [approve] giliran Anda menyetujui
    [publish] giliran Anda menerbitkan
    [rework] giliran Anda memperbaiki
    [own_hands] perlu mata lain: Anda ikut menanganinya
   *[other] { $name }
}
desk-sure = { $code ->
    [sure] cukup pasti
    [fairly] agak pasti
   *[other] belum pasti
}
desk-days = { $count ->
   *[other] { $shown } hari
}
desk-pair = { $first } ↔ { $second }
desk-score = { $score } dari 100
desk-bounds = { $low } sampai { $high }
desk-no-score = tanpa nilai: sebuah aturan mengeluarkan pasangan ini
desk-you = Anda
desk-clock = waktu

## After a decision
just-did = { $pair }: { $did }.
just-undo = Batalkan
just-until = sampai { $time } UTC

## The review queue
queue-title = Antrean tinjauan
queue-waits = { $count ->
   *[other] { $shown } menunggu Anda
}
queue-under-review = { $count ->
   *[other] { $shown } sedang ditinjau
}
queue-oldest = tertua { $days }
queue-aim = target di bawah { $days }
queue-none = Tidak ada yang menunggu Anda.
queue-none-here = Tidak ada usulan seperti itu.
queue-none-what = Lihat semua yang sedang ditinjau, mulai sebuah putaran, atau jelaskan dua kota mana pun dan usulkan.
queue-views = Tampilan tersimpan
queue-view = { $code ->
    [waiting] Menunggu saya
    [all_review] Semua yang ditinjau
    [overdue] Lewat waktu
    [made] Buatan saya
    [claimed] Sedang saya lihat
    [deferred] Ditunda
    [invited] Di tangan kota
    [accepted] Untuk diterbitkan
    [published] Diterbitkan
   *[other] { $name }
}
views-own = Tampilan Anda sendiri
views-name = Nama untuk saringan yang sekarang
views-save = Simpan sebagai tampilan
views-new-name = Nama baru untuk { $name }
views-rename = Ganti nama
views-remove = Hapus
views-remove-this = Hapus { $name }
views-fault-name = Beri tampilan ini nama yang dapat dibaca, paling panjang 60 huruf.
views-fault-exists = Anda sudah punya tampilan dengan nama ini. Pilih nama lain.
views-fault-many = Anda sudah punya 20 tampilan dan tidak ada tempat lagi. Hapus salah satu dahulu.
desk-file-as = Sebagai berkas:
queue-filter = Persempit antrean
queue-state = Keadaan
queue-state-waiting = menunggu saya
queue-state-review = sedang ditinjau
queue-state-all = semua
queue-kind = Jenis
queue-round = Putaran
queue-whose = Milik
queue-whose-made = buatan saya
queue-whose-claimed = sedang saya lihat
queue-least = Nilai mulai
queue-overdue = Hanya yang lewat waktu
queue-sort = Urutan
queue-order = { $code ->
    [age] tertua dulu
    [newest] terbaru dulu
    [score] nilai tertinggi dulu
   *[other] { $name }
}
queue-found = { $count ->
   *[other] { $shown } usulan
}
queue-pick = Pilih { $pair }
queue-column-pair = Pasangan
queue-column-score = Nilai
queue-column-pillars = Pilar
queue-column-age = Umur
queue-column-state = Keadaan
queue-recommended-by = direkomendasikan oleh { $name }
queue-made-by-you = buatan Anda
queue-claimed-by = sedang dilihat { $name }
queue-is-overdue = lewat waktu
queue-with-picked = Dengan yang dipilih:
queue-preview-first = Pratinjau ditampilkan dulu.
queue-reload = Mulai lagi dari halaman pertama.

## A proposal
proposal-made = diusulkan { $date } oleh { $name }
proposal-survival = tetap di daftar dalam { $shown } dari 100 uji dengan data yang digoyang
proposal-ranks = { $other } nomor { $rank } bagi { $city }; { $city } nomor { $reverse } bagi { $other }.
proposal-symbolic = Tidak ada tema yang diketahui menguntungkan salah satu pihak: pasangan ini hanya simbolis.
proposal-meeting = kebutuhan { $need } dari 100 · tawaran { $offer } dari 100
proposal-gains-heading = Apa yang diperoleh masing-masing
proposal-gains = { $city } memperoleh
proposal-gains-none = Tidak ada yang diketahui.
proposal-needs = Mengapa dibutuhkan
proposal-offers = Mengapa dapat diajarkan
proposal-of-country = angka negara
proposal-for-against = Mendukung dan menentang
proposal-for = Mendukung
proposal-against = Menentang
proposal-nothing = Tidak ada yang diketahui.
proposal-rules = Sebuah aturan mengeluarkan pasangan ini:
proposal-factors = Apa yang menopang nilai
proposal-factor = Faktor
proposal-bar = Bagian
proposal-points = Poin
proposal-most = Dari paling banyak
proposal-within = Antara
proposal-known = Diketahui
proposal-missing = Apa yang belum diketahui
proposal-missing-none = Semua dasar nilai ini diketahui.
proposal-missing-moves = dapat menggeser nilai hingga { $shown }
proposal-changes = Apa yang akan mengubahnya
proposal-change-effect = nilai { $score }, nomor { $rank }
proposal-unreadable = Penjelasan yang disimpan bersama usulan ini tidak dapat ditampilkan oleh versi layanan ini. Penjelasan itu tetap tersimpan; API memberikannya apa adanya.
proposal-decide = Keputusan Anda
proposal-recommend-means = Usulan diteruskan kepada pemberi persetujuan.
proposal-approve-means = Kedua kota langsung ditanya.
proposal-publish-means = Semua orang langsung dapat membacanya.
proposal-own-hands = Empat mata: Anda membuat, mengubah, atau merekomendasikan usulan ini, jadi pemberi persetujuan lain yang memutuskan.
proposal-rework = Usulan dikembalikan: ubahlah, maka diusulkan lagi; atau tolaklah.
proposal-not-yours = Keadaannya { $state }: kata berikutnya bukan dari Anda.
proposal-looks-on = Keadaannya { $state }. Peran Anda membaca dan tidak memutuskan.
proposal-claim-warning = Orang lain sedang melihat ini. Anda tetap dapat memutuskan; bicarakan dulu.
proposal-claim = Ambil selama 30 menit
proposal-let-go = Lepaskan
proposal-take-over = Ambil alih
proposal-undo = Batalkan keputusan Anda
proposal-otherwise = Putuskan lain
proposal-what = Apa
proposal-reason-code = Alasan utama
proposal-choose = Pilih satu
proposal-reason = Dengan kata-kata Anda
proposal-reason-hint = Dalam bahasa apa pun. Tetap tercatat dalam riwayat.
proposal-decide-button = Putuskan
proposal-edit = Ubah
proposal-summary = Yang akan dibaca publik
proposal-hold = Tahan penerbitan sampai pemberi persetujuan menerbitkannya
proposal-held = Penerbitan ditahan: pemberi persetujuan menerbitkannya setelah kedua kota menerima.
proposal-not-held = Menjadi publik ketika kedua kota telah menerima.
proposal-edit-button = Simpan
proposal-edit-means = Rekomendasi dimulai lagi: yang ditinjau telah berubah.
proposal-request = Kota meminta:
proposal-beside = Berdampingan saat ini
proposal-beside-note = Menurut data saat ini. Dasar perhitungan nilai ada di atas, sebagaimana waktu itu.
proposal-distance = Jarak
proposal-shared-languages = Bahasa bersama
proposal-no-shared-language = tidak ada yang diketahui
proposal-ties = Hubungan antara keduanya
proposal-no-ties = tidak ada yang diketahui
proposal-figure = Angka
proposal-instead = Sebagai gantinya
proposal-instead-none = Tidak ada kota lain yang mungkin.
proposal-any-city = Mengapa keduanya dan bukan yang lain?
proposal-history = Riwayat
proposal-seen = Versi
proposal-model = Model
proposal-data = data
proposal-stale = Orang lain lebih cepat: usulan telah berubah sejak Anda membukanya. Di bawah ini keadaannya sekarang; yang Anda tulis tetap ada.
proposal-not-now = Keadaannya tidak memungkinkan hal ini sekarang. Di bawah ini keadaannya sekarang; yang Anda tulis tetap ada.
proposal-fault-code = Alasan utama: pilih satu.
proposal-fault-reason = Dengan kata-kata Anda: jelaskan alasannya, paling banyak 4.000 huruf, dalam bahasa apa pun.
proposal-fault-summary = Yang akan dibaca publik: tulis 1 sampai 500 huruf.

## Several at once
bulk-title = Putuskan beberapa
bulk-preview = { $deed }: { $going } dari { $all } dapat dilakukan. Belum ada yang dilakukan.
bulk-done = { $deed }: selesai untuk { $going } dari { $all }.
bulk-becomes = Menjadi
bulk-stays = tetap
bulk-why-not = { $code ->
    [changed] seseorang telah mengubahnya sejak Anda melihat
    [four_eyes] empat mata: Anda ikut menanganinya
    [role] bukan wewenang peran Anda
    [state] keadaannya tidak memungkinkan
    [gone] sudah tidak ada
   *[other] { $name }
}
bulk-reason-hint = Kata-kata yang sama masuk ke riwayat masing-masing.
bulk-cancel = Kembali tanpa melakukan apa pun
bulk-none = Tidak ada yang dapat dilakukan.
bulk-back = Kembali ke antrean
bulk-fault-pick = Pilih 1 sampai 200 usulan dalam antrean.

## The desk at a glance
overview-title = Meja kerja Anda
overview-open = Buka antrean tinjauan
overview-first = Yang pertama
overview-else = Juga menunggu
overview-overdue = { $late } dari { $all } yang ditinjau lebih tua dari { $days }
overview-to-publish = { $count ->
   *[other] { $shown } pasangan yang diterima menunggu diterbitkan
}
overview-requests-count = { $count ->
   *[other] { $shown } permintaan kota menunggu
}
overview-rounds = Putaran
overview-funnel = Sejauh mana usulan sampai
overview-coverage = { $partnered } dari { $members } anggota memiliki kemitraan melalui Kembar; { $hoping } lainnya ada dalam usulan yang berjalan.
overview-reached = Mencapai
overview-count = Usulan
overview-stage = { $code ->
    [made] diusulkan
    [recommended] direkomendasikan
    [approved] disetujui
    [accepted] diterima keduanya
    [published] diterbitkan
   *[other] { $name }
}
overview-of = dari { $all }

## Any two cities
explain-lead = Pilih dua kota, lalu baca mengapa keduanya cocok atau tidak.
explain-first = Kota
explain-second = Dengan
explain-button = Jelaskan
explain-possible = { $city } dan { $other } dapat dipasangkan.
explain-not = { $city } dan { $other } tidak disarankan satu sama lain.
explain-there = Sudah ada usulan untuk keduanya: { $state }.
explain-override = Mengapa tetap diusulkan?
explain-propose = Jadikan usulan
explain-propose-means = Yang Anda lihat di sini disimpan bersamanya.
explain-unknown = Salah satu kota, jenis, atau tema tidak dikenal di sini. Pilih dari daftar.
explain-exists = Pasangan ini sudah berjalan; tautan di atas menuju ke sana. Tidak ada yang dibuat.
explain-fault-override = Sebuah aturan mengeluarkan pasangan ini: jelaskan mengapa tetap Anda usulkan.

## Requests of cities
requests-title = Permintaan kota
requests-none = Tidak ada permintaan seperti itu. Narahubung bertanya di halamannya sendiri.
request-state = { $code ->
    [open] terbuka
    [in_review] ditinjau
    [answered] dijawab
    [withdrawn] ditarik
   *[other] { $name }
}
request-waiting = Menunggu
request-found = { $count ->
   *[other] { $shown } permintaan
}
request-title = { $city } mencari mitra
request-wants = Yang ingin dipecahkan atau dibangun
request-gives = Yang dapat diberikan
request-answer = Jawaban dengan kata-kata
request-find = Lihat mitra untuk kota ini
request-your-answer = Jawaban Anda
request-hint = Kota membacanya. Undangan kemitraan juga menjawab permintaan.
request-send = Jawab
request-stale = Orang lain lebih cepat: permintaan telah berubah sejak Anda membukanya. Yang Anda tulis tetap ada di bawah.
request-over = Kota telah menarik permintaan ini. Yang Anda tulis tetap ada di bawah.
request-fault = Jawaban Anda: tulis 1 sampai 4.000 huruf.

## Keys
keys-title = Papan ketik
keys-note = Tombol bekerja di luar kolom teks, hanya di peramban ini. Ketik huruf lain untuk menggantinya. Ctrl+Enter mengirim yang sedang Anda tulis.
keys-on = Gunakan tombol
keys-deed = { $code ->
    [next] berikutnya
    [previous] sebelumnya
    [open] buka
    [select] pilih
    [yes] rekomendasikan atau setujui
    [reject] tolak
    [defer] tunda
    [claim] ambil atau lepaskan
    [undo] batalkan
    [search] persempit
    [help] bantuan ini
   *[other] { $name }
}
keys-close = Tutup
keys-reset = Tombol biasa
keys-cancel = Batal
