nav-workspace = Masuk
nav-desk = Meja kerja
nav-review = Tinjauan
nav-requests = Permintaan
nav-my-city = Kota saya
nav-account = Akun saya
nav-members = Anggota
nav-users = Daftar akun
nav-models = Model
nav-audit = Catatan audit
nav-rounds = Putaran
nav-clusters = Kota serupa
sign-out = Keluar
signed-in-as = { $name }, { $role }
role-name = { $code ->
    [admin] administrator
    [officer] petugas
    [approver] pemberi persetujuan
    [focal_point] narahubung
    [observer] pengamat
   *[other] { $name }
}
done = { $code ->
    [saved] Tersimpan.
    [profile-verified] Profil telah diverifikasi.
    [profile-returned] Profil telah dikembalikan; kota melihat alasannya.
    [undone] Keputusan Anda dibatalkan.
    [password-changed] Kata sandi Anda telah diganti. Semua sesi Anda yang lain telah berakhir.
    [plan-changed] Susunan telah diubah. Hitung putaran lagi untuk melihat akibatnya.
    [round-released] Pasangan-pasangannya sudah masuk ke antrean peninjauan.
    [round-recalled] Pelepasan telah ditarik kembali; tidak ada kota yang diberi tahu.
    [interested] Dicatat: Anda tertarik. Sekretariat melihatnya.
    [not-now] Dicatat: tidak sekarang. Kota ini keluar dari daftar; Anda dapat mengubahnya di akhir halaman.
    [already-partners] Dicatat: sudah bermitra. Kota ini keluar dari daftar; Anda dapat mengubahnya di akhir halaman.
    [asked] Permintaan Anda sudah di sekretariat.
    [request-withdrawn] Permintaan Anda ditarik kembali.
    [said-yes] Persetujuan Anda dicatat.
    [said-no] Penolakan Anda dicatat. Terima kasih atas alasannya.
    [handed-in] Profil Anda sudah diserahkan. Sekretariat memeriksanya.
    [signed-out] Anda telah keluar.
   *[other] { $name }
}
faults-heading = { $count ->
   *[other] Belum ada yang disimpan: { $shown } hal perlu diperiksa lagi
}

## Signing in
sign-in-title = Masuk
sign-in-lead = Untuk narahubung kota anggota dan untuk sekretariat.
sign-in-expired = Sesi Anda telah berakhir. Tulisan Anda tetap disimpan: masuklah, lalu Anda dapat mengirimkannya lagi.
sign-in-email = Alamat surel
sign-in-password = Kata sandi
sign-in-button = Masuk
sign-in-wrong = Alamat surel atau kata sandi salah. Tidak ada yang berubah; cobalah lagi.
sign-in-wait = { $count ->
   *[other] Terlalu banyak percobaan. Tunggu { $shown } detik, lalu cobalah lagi.
}
sign-in-busy = Terlalu banyak orang sedang masuk saat ini. Cobalah lagi beberapa detik lagi.
sign-in-no-account = Belum punya akun? Sekretariat menunjuk satu narahubung untuk setiap kota anggota dan mengundangnya.
sign-in-invitation = Saya punya undangan
kept-title = Anda sudah masuk. Kirim tulisan Anda?
kept-lead = Sesi Anda berakhir sebelum ini dapat disimpan. Tidak ada yang hilang dan belum ada yang dikirim.
kept-send = Kirim sekarang
kept-drop = Jangan kirim

## An invitation
invitation-title = Terima undangan Anda
invitation-lead = Pilih kata sandi, dan Anda langsung masuk. Undangan hanya berlaku satu kali.
invitation-code = Kode undangan
invitation-password = Kata sandi Anda
invitation-password-hint = Sedikitnya 8 karakter; lebih baik sebuah frasa dengan 15 karakter atau lebih.
invitation-button = Terima
invitation-bad = Undangan ini tidak berlaku: sudah dipakai, sudah kedaluwarsa, atau kodenya tidak lengkap. Mintalah yang baru kepada sekretariat.
password-fault = { $code ->
    [too-short] Kata sandi baru memerlukan sedikitnya 8 karakter; lebih baik frasa 15 karakter atau lebih.
    [too-long] Kata sandi baru paling banyak 128 karakter.
    [control] Kata sandi baru tidak boleh berisi karakter kendali.
    [tried-first] Kata sandi baru termasuk yang pertama kali dicoba orang, atau mirip dengannya.
    [predictable] Kata sandi baru hanya pengulangan atau deretan huruf atau angka yang berurutan.
    [known] Kata sandi baru tidak berisi lebih dari { $name }, yang diketahui orang lain: tambahkan kata Anda sendiri atau pilih yang lain.
    [not-present] Kata sandi saat ini tidak benar.
   *[other] { $name }
}

## The own account
account-title = Akun Anda
account-name = Nama
account-email = Alamat surel
account-role = Peran
account-city = Kota
account-password = Ganti kata sandi
account-password-now = Kata sandi sekarang
account-password-new = Kata sandi baru
account-password-change = Ganti kata sandi
account-password-note = Semua sesi Anda yang lain berakhir.
account-session = Sesi ini
account-session-note = Sesi berakhir sendiri setengah jam setelah halaman terakhir, dan dua belas jam setelah Anda masuk.

## When something is wrong
error-forbidden = Ini bukan untuk Anda
error-forbidden-what = Akun Anda tidak berhak membuka halaman ini. Jika seharusnya berhak, hubungi sekretariat.
error-forged = Ini tidak berasal dari halaman Anda
error-forged-what = Tidak ada yang berubah. Kembalilah, muat ulang halamannya, dan ulangi yang Anda inginkan.
error-conflict = Ada yang lebih cepat
error-conflict-what = Data ini telah berubah sejak Anda membukanya, jadi tidak ada yang disimpan. Lihat keadaannya sekarang, lalu ulangi yang masih Anda inginkan.
