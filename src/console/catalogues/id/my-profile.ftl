## Profil
my-profile-title = Yang dibutuhkan dan dapat diberikan { $city }
my-profile-lead = { $state ->
    [none] Belum ada apa-apa. Enam langkah singkat; masing-masing tersimpan sendiri.
    [imported] Isi ini ditemukan di sumber publik. Periksa, perbaiki, lalu serahkan: setelah itu berlaku sebagai pernyataan kota Anda.
    [draft] Ini masih draf. Hanya yang diserahkan yang dihitung dalam saran.
    [submitted] Sudah diserahkan. Sekretariat sedang memeriksanya; Anda tetap dapat mengubahnya sebagai draf baru.
    [verified] Sekretariat sudah memverifikasinya. Perubahan memulai draf baru; sampai diverifikasi, yang ini yang berlaku.
   *[returned] Sekretariat mengembalikannya. Ubah yang disebutnya lalu serahkan lagi.
}
my-profile-reason = Sekretariat menulis pada { $date }:
my-profile-since = per { $date }
my-profile-old = Sudah lebih dari setahun. Periksa kembali: jawaban lama membuat saran kurang pasti.
my-profile-used = Saran memakai revisi { $number }.
my-profile-used-none = Saran belum memakai profil kota Anda.
my-profile-steps = Langkah
my-profile-step = { $code ->
    [about] Tentang kota
    [needs] Yang Anda butuhkan
    [offers] Yang Anda tawarkan
    [capacities] Sejauh mana, dan untuk berapa
    [office] Bahasa dan kantor
   *[check] Periksa dan serahkan
}
my-profile-count = { $shown } isian
my-profile-empty = belum ada
my-profile-improves = Saran akan lebih baik bila diketahui:
my-profile-improves-points = { $what } (sampai { $shown } poin)
my-profile-improves-none = Tidak ada lagi yang kurang di sini yang akan mengubah saran.
my-profile-go = Lanjut: { $step }
my-profile-back = Semua langkah
my-profile-step-of = Langkah { $shown } dari { $total }
my-profile-about-note = Isian ini dikelola sekretariat. Bila ada yang keliru, mintalah diperbaiki.
my-profile-about-ask = Minta perbaikan
my-profile-coast = Di pesisir
my-profile-yes = ya
my-profile-no = tidak
my-profile-unsaid = tidak disebut
my-profile-needs-note = Yang terpenting lebih dulu. Untuk menghapus, kosongkan temanya.
my-profile-need = Kebutuhan { $number }
my-profile-need-what = Apa yang ingin Anda pecahkan atau bangun?
my-profile-offers-note = Tema yang bersedia Anda ajarkan kepada kota lain. Untuk menghapus, kosongkan temanya.
my-profile-offer = Tawaran { $number }
my-profile-offer-what = Apa yang dapat Anda tunjukkan?
my-profile-offer-slots = Untuk berapa kota sekaligus?
my-profile-modes = Dengan cara apa? Kosong berarti cara apa pun.
my-profile-mode = { $code ->
    [study_visit] kunjungan belajar
    [secondment] penugasan sementara
    [training] pelatihan
    [webinar] webinar
   *[joint_project] proyek bersama
}
my-profile-capacities-note = Pernyataan Anda sendiri tentang kemajuan Anda. Sekretariat dapat memverifikasinya, sehingga bobotnya lebih besar.
my-profile-capacity = Tema { $number }
my-profile-level = Sejauh mana Anda?
my-profile-level-name = { $level ->
    [0] 0: belum ada
    [1] 1: langkah awal
    [2] 2: ada rencana
    [3] 3: berjalan
    [4] 4: dengan hasil
   *[5] 5: kota lain datang belajar
}
my-profile-shown-by = Apa buktinya?
my-profile-link = Halaman yang menunjukkannya
my-profile-practice = Praktik kota Anda yang menunjukkannya
my-profile-none-of = tidak ada
my-profile-quotas = Untuk berapa mitra sekaligus?
my-profile-quota = { $code ->
    [partners] Kota kembar
    [learners] Kota yang belajar dari Anda
   *[mentors] Kota yang mengajari Anda
}
my-profile-office = Apakah ada kantor hubungan internasional?
my-profile-languages = Dalam bahasa apa Anda dapat bekerja dengan kota lain? Kosong berarti bahasa kota sendiri.
my-profile-languages-later = Sebutkan dulu kebutuhan atau tawaran; bahasanya melekat padanya.
my-profile-contact = Cara kota lain menghubungi Anda
my-profile-save = Simpan dan lanjut
my-profile-more = Simpan dan tambah
my-profile-stale = Seseorang menyimpan profil setelah Anda membukanya, jadi ini belum tersimpan. Tulisan Anda tetap ada di formulir; yang tersimpan sekarang ada di bawahnya. Simpan lagi untuk menggantinya dengan tulisan Anda.
my-profile-saved-now = Yang tersimpan sekarang
my-profile-check-lead = { $state ->
    [draft] Apakah sudah benar? Serahkan: sekretariat memeriksanya, dan sejak itu dihitung dalam saran.
    [none] Belum ada yang diserahkan. Mulailah dengan kebutuhan Anda.
   *[other] Tidak ada draf untuk diserahkan. Simpan satu langkah untuk memulainya.
}
my-profile-submit = Serahkan
my-profile-nothing = Draf belum berisi apa-apa: sebutkan sedikitnya satu kebutuhan, tawaran, atau tema yang sedang Anda kerjakan.
my-profile-change = Ubah
