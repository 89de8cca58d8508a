import-way = Muat sebuah berkas
import-title = Muat sebuah berkas
import-lead = Anda melihat lebih dahulu apa yang akan diubah berkas itu. Tidak ada yang ditulis sebelum Anda menyetujuinya.
import-what = Isi berkas
import-what-name = { $code ->
    [cities] kota
    [profiles] profil (prioritas)
    [indicators] angka
    [practices] praktik baik
    [ties] kemitraan yang sudah ada
   *[other] { $name }
}
import-file = Berkas
import-file-hint = CSV dalam UTF-8 dengan koma, atau lembar sebar (.xlsx) yang lembar pertamanya dibaca; paling besar 10 MB. Baris pertama menamai kolom.
import-look = Tunjukkan yang akan berubah
import-another-file = Pilih berkas lain
import-columns = Kolom setiap jenis berkas
import-columns-required = harus ada
import-columns-optional = boleh ada
import-columns-note = Isian kosong berarti “tidak diketahui”: yang sudah diketahui tidak pernah terhapus. Yang diisi seseorang di sini sejak itu tetap disimpan.
import-fault-no-file = Pilih sebuah berkas.
import-fault-what = Pilih isi berkas itu.
import-fault-too-large = Berkas ini lebih dari 10 MB. Bagilah, lalu kirim bagian-bagiannya satu per satu.
import-fault-gone = Berkas ini tidak ada lagi di sini: sudah dimuat, diganti berkas lain, atau menunggu lebih dari setengah jam. Pilih lagi.
import-faulty = { $count ->
   *[other] Tidak satu pun dari { $file } dapat dimuat: ada { $shown } hal yang salah.
}
import-faulty-more = { $count ->
   *[other] dan { $shown } lagi yang tidak didaftar
}
import-faulty-note = Sebuah berkas dimuat seluruhnya atau tidak sama sekali. Perbaiki tempat-tempat ini dalam berkas Anda, lalu kirim lagi.
import-line = Baris teks
import-row = Baris
import-column = Kolom
import-found = Yang tertulis
import-wrong = Yang salah
import-whole-row = seluruhnya
import-nothing = tidak ada
import-would = { $file } akan membawa: { $counts }.
import-would-nothing = { $file } tidak akan mengubah apa pun: semuanya sudah diketahui di sini.
import-new = { $count ->
    [0] tidak ada yang baru
   *[other] { $shown } baru
}
import-changed = { $count ->
    [0] tidak ada yang berubah
   *[other] { $shown } berubah
}
import-same = { $count ->
    [0] tidak ada yang tetap
   *[other] { $shown } tetap
}
import-values = Dari angkanya: { $counts }.
import-stale = Data telah berubah sejak Anda melihatnya, jadi tidak ada yang dimuat. Inilah yang akan diubah berkas itu sekarang.
import-confirm = Muat
import-confirm-note = Semuanya sekaligus, atas nama Anda dalam log audit. Berkas ini menunggu di sini selama setengah jam.
import-changes = Yang baru dan yang berubah
import-changes-more = { $count ->
   *[other] dan { $shown } lagi, yang juga akan dimuat
}
import-change-what = Apa
import-change-new = baru
import-change-before = Sekarang
import-change-after = Nanti
import-field = Isian
import-notes = Perlu diketahui
import-note-rows = { $count ->
   *[other] { $shown } baris, di { $lines }
}
import-left-out = Kolom yang tidak diambil alih
import-done = { $file } telah dimuat: { $counts }.
import-done-note = Ini tercatat atas nama Anda dalam log audit. Saran memakainya mulai sekarang.
