users-title = Akun
users-lead = { $count ->
   *[other] { $shown } akun ditampilkan.
}
users-filter-role = Peran
users-filter-state = Keadaan
users-any = Semua
users-apply = Tampilkan
users-none = Tidak ada akun seperti itu. Pilih peran atau keadaan lain.
users-invite = Undang seseorang
users-name = Nama
users-email = Alamat surel
users-role = Peran
users-for = Untuk
users-state = Keadaan
users-seen = Terakhir masuk
users-never-seen = belum pernah
users-more = Akun lainnya
user-state = { $code ->
    [invited] diundang, belum diterima
    [active] aktif
    [disabled] ditutup
   *[other] { $name }
}
new-user-title = Undang seseorang
new-user-lead = Tidak ada surel yang dikirim dari sini: serahkan kepada mereka sebuah kode untuk membuat kata sandi.
new-user-city = Kota
new-user-city-hint = Hanya untuk narahubung: nama pendek kota dalam alamatnya, misalnya surabaya.
new-user-country = Negara
new-user-country-hint = Hanya untuk pengamat yang boleh melihat satu negara saja: dua huruf, misalnya ID.
new-user-language = Bahasa
new-user-language-any = menurut peramban mereka
new-user-button = Undang
invited-title = Serahkan kode ini kepada { $name }
invited-lead = Kode ini hanya tampil sekali dan tidak disimpan di mana pun. Siapa pun yang memegangnya dapat membuat kata sandi, jadi serahkan langsung atau lewat cara yang Anda percayai.
invited-code = Kode undangan
invited-until = Berlaku satu kali, sampai { $date }.
invited-where = Dimasukkan di
invited-back = Kembali ke daftar akun
user-title = { $name }
user-save = Simpan
user-save-note = Peran, kota, atau negara yang lain, atau akun yang ditutup, mengakhiri semua sesi orang ini.
user-invite-heading = Undangan baru
user-invite-note = Untuk yang kehilangan kode atau kata sandi. Kode lama berakhir; kata sandi sekarang berlaku sampai diganti.
user-invite-button = Buat undangan baru
user-own = Ini akun Anda sendiri. Administrator lain dapat mengubahnya.
models-title = Model pencocokan
models-lead = Saran berasal dari { $name }.
models-lead-none = Belum ada model yang berlaku.
models-name = Nama
models-state = Keadaan
models-origin = Asal
models-since = Sejak
model-state = { $code ->
    [candidate] calon, belum pernah dipakai
    [active] berlaku
    [retired] tidak dipakai lagi, dapat dipakai kembali
   *[other] { $name }
}
model-origin = { $code ->
    [bundled] datang bersama program
    [trained] dilatih dari keputusan layanan ini
   *[other] { $name }
}
model-title = Model { $name }
model-hash = Sidik isi
model-measured = Hasil pengukuran
model-measured-note = Diukur pada { $date }, dengan perintah dalam kartu modelnya.
model-unmeasured = Model ini belum diukur. Ukurlah sebelum dipakai.
model-lists-of = Daftar: { $kind }
model-covered = kota yang mendapat saran
model-suggested = kota yang disarankan kepada kota lain
model-gini = Gini seberapa sering kota disarankan (0 berarti merata)
model-stable = saran yang bertahan pada galat kecil data (median)
model-partnerships = Kemitraan nyata yang ditemukan kembali
model-among = Di antara
model-stratum = { $code ->
    [world] kota di dunia
    [asean] kota ASEAN
    [asean_not_capital] kota ASEAN yang bukan ibu kota
   *[other] { $name }
}
model-recall = dalam sepuluh teratas (selang 95 %)
model-recall-best = cara sederhana terbaik
model-auc = AUC (selang 95 %)
model-activate = Berlakukan model ini
model-activate-note = Sejak itu saran berasal dari model ini. Usulan yang sudah ada tetap memakai modelnya, dan Anda dapat kembali kapan saja.
model-activate-reason = Alasannya, untuk catatan audit
model-activate-button = Berlakukan
model-in-force = Model ini sedang berlaku.
audit-title = Catatan audit
audit-lead = Setiap perubahan pada layanan, yang terbaru lebih dulu. Setiap catatan terikat pada yang sebelumnya, sehingga tidak ada yang dapat dihilangkan diam-diam.
audit-verify = Periksa rantainya
audit-sound = { $count ->
   *[other] Rantainya utuh: { $shown } catatan, tidak ada yang berubah.
}
audit-head = Simpan kepala ini di luar layanan: catatan { $seq }, { $hash }.
audit-broken = Rantai terputus pada catatan { $seq }: catatan telah diubah dari luar. Biarkan basis data apa adanya dan lihat cadangannya.
audit-kind = Jenis hal
audit-object = Id-nya
audit-actor = Oleh siapa
audit-when = Kapan
audit-what = Apa
audit-why = Mengapa
audit-none = Tidak ada catatan seperti itu.
audit-older = Catatan yang lebih lama
