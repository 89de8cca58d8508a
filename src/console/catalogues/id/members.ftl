members-title = Kota anggota
members-lead = { $count ->
   *[other] { $shown } profil menunggu Anda.
}
members-lead-none = Tidak ada profil yang menunggu Anda.
members-waiting = Sudah diajukan dan menunggu
members-since = sejak { $date }
members-all = Semua anggota
members-city = Kota
members-country = Negara
members-name = Nama
members-state = Profil
members-answered = Terisi
members-answered-of = { $answered } dari { $all } bagian
members-changed = Terakhir diajukan
members-never = belum ada profil
members-stale = lebih dari dua tahun
members-none = Tidak ada anggota seperti itu. Hapus nama atau negaranya.
members-more = Anggota lainnya
members-filter = Tampilkan
revision-state = { $code ->
    [draft] sedang disusun
    [submitted] diajukan
    [verified] terverifikasi
    [returned] dikembalikan
   *[other] { $name }
}
revision-imported = dari sumber terbitan, belum dikonfirmasi kota
profile-title = Profil { $name }
profile-lead-waiting = { $count ->
   *[other] Diajukan pada { $date }: { $shown } hal berbeda dari yang terakhir diverifikasi.
}
profile-lead-nothing = Kota ini belum punya profil.
profile-lead-state = Revisi { $number }: { $state }.
profile-against = Dibandingkan dengan revisi { $number }, diverifikasi pada { $date }.
profile-against-nothing = Belum ada yang diverifikasi dari kota ini, jadi semuanya baru.
profile-same = Tidak ada yang berbeda dari yang terakhir diverifikasi.
profile-where = Bagian
profile-before = Terverifikasi sebelumnya
profile-now = Diajukan sekarang
profile-absent = tidak disebut
profile-part = { $code ->
    [priorities] Prioritas
    [capacities] Kapasitas
    [self_assessment] Penilaian diri
    [offers] Tawaran
    [needs] Kebutuhan
    [partners] Kota kembar sekaligus
    [learners] Pembelajar sekaligus
    [mentors] Mentor sekaligus
    [international_office] Kantor hubungan internasional
   *[other] { $name }
}
profile-rank = urutan { $rank }
profile-level = tingkat { $level } dari 5
profile-slots = { $count ->
   *[other] { $shown } mitra sekaligus
}
profile-mode = { $code ->
    [study_visit] kunjungan belajar
    [secondment] penugasan sementara
    [training] pelatihan
    [webinar] webinar
    [joint_project] proyek bersama
   *[other] { $name }
}
profile-yes = ya
profile-no = tidak
profile-warning-rows = { $count ->
   *[other] { $shown } kapasitas diklaim pada tingkat 4 atau 5 tanpa bukti.
}
profile-verify = Verifikasi
profile-verify-note = Sekretariat menjaminnya: sejak sekarang dipakai untuk pencocokan, dengan bobot lebih besar daripada yang belum terverifikasi.
profile-return = Kembalikan
profile-return-reason = Yang sebaiknya diubah kota
profile-returned = Dikembalikan pada { $date }:
profile-history = Revisi
profile-revision = Revisi { $number }
profile-public = Halaman publik
