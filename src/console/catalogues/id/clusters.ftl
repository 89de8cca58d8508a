clusters-title = Kota mana yang serupa?
clusters-lead-groups = { $count ->
   *[other] Di antara { $cities } kota aktif ada { $shown } kelompok kota yang sejenis.
}
clusters-lead-none = { $cities } kota aktif tidak terbagi ke dalam kelompok yang bertahan.
clusters-lead-ungrouped = { $count ->
    [0] Setiap kota berada di salah satunya.
   *[other] { $shown } kota tidak berada di kelompok mana pun.
}
clusters-wait = Data telah berubah, jadi kelompoknya sedang dicari lagi. Ini memerlukan beberapa detik, dan hanya untuk pertama kali.
clusters-wait-again = Lihat lagi
clusters-find = Cari sebuah kota
clusters-find-city = Kota
clusters-find-button = Tampilkan
clusters-find-nobody = tidak ada kota tertentu
clusters-find-unknown = Tidak ada kota aktif dengan nama itu. Pilih satu dari daftar.
clusters-sought-in = { $city } berada di kelompok { $group }. Dari yang dibandingkan, { $known } % diketahui tentangnya.
clusters-sought-out = { $city } tidak berada di kelompok mana pun. Dari yang dibandingkan, { $known } % diketahui tentangnya.
clusters-sought-medoid = { $city } mewakili kelompok ini: kota yang paling dekat dengan semua kota lain di dalamnya.
clusters-sought-between = { $city } lebih dekat dengan kelompok lain daripada kelompoknya sendiri: berhati-hatilah menafsirkan tempatnya.
clusters-sought-distance = Jaraknya { $distance } dari tengah kelompok; separuh kelompok berada dalam jarak { $typical }.
clusters-groups = Kelompok
clusters-group-name = { $number } · { $name }
clusters-group-cities = { $count ->
   *[other] { $shown } kota
}
clusters-stays = { $code ->
    [stable] bertahan baik: bila diambil ulang, { $stability } % tetap bersama
    [pattern] bertahan sejauh ini: bila diambil ulang, { $stability } % tetap bersama; jangan bersandar padanya saja
   *[none] tidak bertahan: bila diambil ulang, { $stability } % tetap bersama
}
clusters-typical = Yang mewakilinya
clusters-apart = Yang membedakannya
clusters-apart-by = { $code ->
    [above] { $deviations } simpangan baku di atas rata-rata semua, diketahui untuk { $known } % kotanya
   *[below] { $deviations } simpangan baku di bawah rata-rata semua, diketahui untuk { $known } % kotanya
}
clusters-apart-nothing = tidak ada yang diketahui dari cukup banyak kotanya
clusters-countries = Negara
clusters-country-cities = { $country }: { $shown }
clusters-known-label = Diketahui
clusters-known-share = { $known } % dari yang dibandingkan
clusters-members = Kota-kotanya, yang paling khas lebih dahulu
clusters-members-more = { $count ->
   *[other] dan { $shown } lagi, yang dapat Anda cari di atas
}
clusters-dissolved = Bukan kelompok
clusters-dissolved-what = Kota-kota ini pernah muncul bersama. Bila diambil ulang, tidak lagi: ini bukan kelompok, dan kota-kotanya tidak berkelompok.
clusters-ungrouped = Kota di luar kelompok
clusters-ungrouped-what = Ini bukan kesalahan mereka: tidak ada himpunan kota yang bertahan dan serupa dengannya, atau terlalu sedikit yang diketahui.
clusters-map-title = Peta kemiripan
clusters-map-none = Kotanya terlalu sedikit untuk sebuah peta, atau kota-kotanya tidak berbeda.
clusters-map-honest = Yang berdekatan itu serupa, sejauh dapat ditunjukkan bidang datar: peta ini menunjukkan { $shown } % dari semua perbedaan antarkota, dan { $rest } % tidak ada padanya. Dua kota yang bersebelahan masih dapat berbeda.
clusters-map-not-known = Kedua arah dihitung dari semua yang dibandingkan; keduanya bukan ukuran, dan tidak ada ujung yang lebih baik. Yang tidak diketahui tentang sebuah kota diletakkan pada rata-rata semua, sehingga kota yang sedikit diketahui berada dekat tengah.
clusters-axis-across = Mendatar, { $shown } % dari perbedaan
clusters-axis-up = Tegak, { $shown } % dari perbedaan
clusters-axis-right = di kanan
clusters-axis-left = di kiri
clusters-axis-top = di atas
clusters-axis-bottom = di bawah
clusters-axis-nothing = tidak ada yang menonjol
clusters-map-cut = { $count ->
   *[other] { $shown } kota tidak digambar supaya peta dapat dibaca; kota itu ada di kelompok di bawah.
}
clusters-map-table = Peta sebagai tabel
clusters-column-city = Kota
clusters-column-group = Kelompok
clusters-no-group = di luar kelompok
clusters-how = Bagaimana kelompok ditemukan
clusters-how-what = Ditemukan pada { $fitted } dari { $cities } kota aktif menurut sifat dan kegiatannya, lalu diambil ulang { $resamples } kali untuk melihat mana yang bertahan. Kelompok yang ditemukan kembali dengan kesamaan kurang dari 60 % bukan kelompok.
clusters-tried = Jumlah kelompok yang dicoba
clusters-tried-groups = Banyak kelompok
clusters-tried-held = Kota dalam kelompok yang bertahan
clusters-tried-apart = Seberapa terpisah (silhouette, −1 sampai 1)
clusters-tried-same = Sama bila diambil ulang (indeks Rand, 1 berarti sama)
clusters-tried-chosen = diambil
clusters-how-model = Model matematis { $model } · data { $data } · benih { $seed }
