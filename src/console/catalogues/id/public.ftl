## Every page
site-name = Kembar
skip-to-content = Langsung ke isi
nav-label = Utama
nav-cities = Kota
nav-partnerships = Kemitraan
nav-practices = Praktik baik
nav-about-data = Tentang data
nav-developers = Untuk pengembang
language-label = Bahasa
demo-notice = Ini peragaan dengan data publik. Tidak satu pun isinya merupakan pernyataan resmi suatu kota atau ASEAN.
footer-what = Kembar mengusulkan kota mitra dan menyebutkan alasannya. Manusia yang memutuskan, dan kedua kota harus setuju sebelum apa pun diumumkan.
footer-data = Dari mana angka-angka ini
footer-api = Dokumentasi API
footer-open-data = Kemitraan terbit sebagai data
not-known = belum diketahui
unverified = belum diverifikasi
unverified-title = Ditulis dari ingatan, belum ada sumber. Apa artinya
source-label = Sumber:
source-city = Dinyatakan oleh kota itu sendiri
in-year = pada { $year }
count-cities = { $shown } kota
count-partnerships = { $shown } kemitraan
count-practices = { $shown } praktik baik
date-long = { $day } { $month ->
    [1] Januari
    [2] Februari
    [3] Maret
    [4] April
    [5] Mei
    [6] Juni
    [7] Juli
    [8] Agustus
    [9] September
    [10] Oktober
    [11] November
   *[12] Desember
} { $year }

## Names of codes
pillar-name = { $code ->
    [political-security] Politik dan Keamanan
    [economic] Ekonomi
    [socio-cultural] Sosial Budaya
   *[connectivity] Konektivitas
}
country-name = { $code ->
    [BN] Brunei Darussalam
    [KH] Kamboja
    [ID] Indonesia
    [LA] Laos
    [MY] Malaysia
    [MM] Myanmar
    [PH] Filipina
    [SG] Singapura
    [TH] Thailand
    [TL] Timor-Leste
    [VN] Vietnam
    [AU] Australia
    [CN] Tiongkok
    [CU] Kuba
    [DE] Jerman
    [GB] Britania Raya
    [JP] Jepang
    [KR] Korea Selatan
    [MX] Meksiko
    [NL] Belanda
    [PW] Palau
    [TW] Taiwan
    [US] Amerika Serikat
    [UZ] Uzbekistan
   *[other] { $name }
}
level-name = { $code ->
    [capital] ibu kota
    [city] kota
    [municipality] munisipalitas
    [province] provinsi
    [special-region] daerah khusus
    [state] negara bagian
    [regency] kabupaten
   *[other] { $name }
}
language-name = { $code ->
    [ban] Bali
    [bjn] Banjar
    [bug] Bugis
    [ceb] Cebuano
    [en] Inggris
    [fil] Filipino
    [hil] Hiligaynon
    [iba] Iban
    [id] Indonesia
    [ilo] Ilokano
    [jv] Jawa
    [km] Khmer
    [lo] Lao
    [mad] Madura
    [min] Minangkabau
    [ms] Melayu
    [my] Burma
    [nod] Thai Utara
    [pt] Portugis
    [sou] Thai Selatan
    [su] Sunda
    [ta] Tamil
    [tet] Tetun
    [th] Thai
    [tts] Isan
    [vi] Vietnam
    [war] Waray
    [zh] Tionghoa
   *[other] { $code }
}
hazard-name = { $code ->
    [flood] Banjir
    [cyclone] Siklon
    [earthquake] Gempa bumi
    [tsunami] Tsunami
    [volcano] Gunung api
    [drought] Kekeringan
    [heat] Panas ekstrem
    [landslide] Tanah longsor
   *[sea_level] Kenaikan muka laut
}
hazard-level = { $level ->
    [0] tidak ada atau hampir tidak ada
    [1] rendah
    [2] sedang
   *[3] tinggi
}
hazard-score = { $level } dari 3
unit-name = { $code ->
    [u-0-to-1] dari 1
    [u-0-to-10-higher-is-worse] dari 10, makin tinggi makin buruk
    [u-0-to-10-higher-is-cleaner] dari 10, makin tinggi makin bersih
    [u-0-to-100] dari 100
    [u-pct-of-people] % penduduk
    [u-pct-a-year] % per tahun
    [u-pct-of-urban-people] % penduduk kota
    [u-per-100-000-people] per 100.000 penduduk
    [u-articles] artikel
    [u-pct-of-gdp] % PDB
    [u-pct-of-manufactured-exports] % ekspor manufaktur
    [u-thousand-people] ribu jiwa
    [u-t-co2-a-person] t CO2 per orang
    [u-international-dollars] dolar internasional
    [u-share-of-free-flow-time] bagian dari waktu tempuh lancar
    [u-pct-of-driving-time] % waktu berkendara
    [u-people] jiwa
   *[other] { $name }
}
tie-kind-name = { $code ->
    [sister_city] kota kembar
    [friendship] persahabatan
    [cooperation] perjanjian kerja sama
   *[other] { $name }
}
kind-name = { $code ->
    [peer_learning] pembelajaran antarkota
    [mutual_aid] saling bantu
   *[sister_city] kota kembar
}

## Home
home-title = Kota mitra bagi pemerintah daerah ASEAN
home-heading = Temukan kota yang dapat membantu kota Anda, beserta alasannya.
home-lead = Kembar mencarikan kota mitra bagi pemerintah daerah ASEAN dan menjelaskan mengapa cocok: apa keunggulan tiap kota, apa yang dicarinya, dan apa yang belum diketahui.
search-label = Nama kota atau nama setempat
search-button = Cari
search-all = atau lihat semua { $shown } kota
home-countries = Kota menurut negara
home-themes = Kota menurut tema
home-themes-note = Angka menunjukkan berapa kota yang memiliki praktik baik atau prioritas yang dinyatakan dalam tema itu.
home-partnerships = Kemitraan yang telah terbit
home-partnerships-none = Belum ada.
home-partnerships-none-why = Kemitraan baru tampil di sini setelah disetujui dua penelaah dan kedua kota menyatakan ya.
home-how = Bagaimana kemitraan terjadi
home-how-ask = Sebuah kota meminta
home-how-ask-text = Dua pertanyaan sudah cukup: apa yang ingin Anda selesaikan atau bangun, dan apa yang dapat Anda berikan?
home-how-propose = Kembar menyarankan
home-how-propose-text = Setiap saran disertai alasannya, hal yang memberatkannya, dan apa yang belum diketahui.
home-how-review = Dua orang menelaah
home-how-review-text = Satu merekomendasikan, yang lain menyetujui. Tak seorang pun menyetujui rekomendasinya sendiri.
home-how-agree = Kedua kota sepakat
home-how-agree-text = Barulah kemitraan diumumkan, dan alasan memilih keduanya tetap dapat dibaca.
home-for = Langkah berikutnya
home-for-cities = Untuk kota
home-for-cities-text = Narahubung Anda mengelola profil kota dan meminta mitra. Lihat bagaimana kota Anda ditampilkan saat ini.
home-for-cities-link = Cari kota Anda
home-for-portals = Untuk portal
home-for-portals-text = Tampilkan kemitraan yang telah terbit di situs Anda. Membaca tidak perlu kunci; kunci menaikkan batas.
home-for-portals-link = Kemitraan terbit sebagai JSON
home-for-developers = Untuk pengembang
home-for-developers-text = Satu antarmuka HTTP untuk kota, saran, telaah dan kemitraan, diuraikan dalam OpenAPI 3.1.
home-for-developers-docs = Baca dokumentasi
home-for-developers-openapi = openapi.json

## Partnerships
partnership-learns = { $first } belajar dari { $second }
partnership-equal = { $first } dan { $second }
partnership-about = tentang { $theme }
partnership-since = sejak { $date }
partnership-why = Mengapa keduanya
partnership-cities = Kedua kota
partnership-practices = Praktik keduanya di bidang ini
partnership-as-data = Kemitraan ini sebagai data
partnerships-title = Daftar kemitraan
partnerships-heading = Kota-kota yang bekerja sama
partnerships-lead = Setiap kemitraan ini telah disetujui dua penelaah, dan kedua kota telah menyatakan ya.
partnerships-kind = Jenis
partnerships-apply = Tampilkan kemitraan
partnerships-none = Tidak ada kemitraan.
partnerships-none-what = Tidak ada yang terbit yang memenuhi semuanya sekaligus. Hapus salah satu.
practices-title = Praktik baik kota
practices-heading = Yang dapat ditunjukkan kota
practices-lead = Apa yang dilakukan kota, apa hasilnya, dan di mana itu tertulis. Tanyakan dulu kepada kotanya sebelum meniru.
practices-apply = Tampilkan praktik
practices-none = Tidak ada praktik.
practices-none-what = Belum ada kota yang menerbitkan praktik yang memenuhi semuanya sekaligus. Hapus salah satu.
practices-none-yet = Belum ada kota yang menerbitkannya.

## Directory
list-title = Kota
list-heading = Kota-kota ASEAN
list-none = Tidak ada kota yang cocok.
list-none-what = Direktori tidak memuat kota yang memenuhi semuanya sekaligus. Hapus salah satu, atau cari sebagian namanya.
list-clear = Tampilkan semua kota
list-show-all = Tampilkan semua
list-filter = Persempit daftar
list-country = Negara
list-network = Jejaring
list-theme = Tema
list-any = semua
list-apply = Tampilkan kota
list-remove = hapus
list-name-filter = Nama: { $name }
list-offers = Dapat menunjukkan
list-seeks = Mencari
list-nothing-known = Belum ada praktik atau prioritas yang diketahui.
list-ended = Pemerintah daerah ini telah berakhir
list-next = Halaman berikutnya
list-first = Kembali ke halaman pertama
list-more-themes = dan { $shown } lagi
list-people = { $shown } jiwa

## A city
city-title = { $name }, { $country }
city-lead-both = { $name } paling banyak dapat menunjukkan tentang { $offer }. Kota ini mencari bantuan { $count ->
    [1] untuk { $seek }.
   *[other] dalam { $count } tema, terutama { $seek }.
}
city-lead-offer = { $name } paling banyak dapat menunjukkan tentang { $offer }. Apa yang dicarinya belum diketahui.
city-lead-seek = { $name } mencari bantuan { $count ->
    [1] untuk { $seek }.
   *[other] dalam { $count } tema, terutama { $seek }.
} Apa yang dapat ditunjukkannya belum diketahui.
city-lead-none = Apa keunggulan { $name } dan apa yang dicarinya belum diketahui.
city-dissolved = { $name } bukan lagi pemerintah daerah tersendiri
city-dissolved-kept = Riwayatnya tetap dapat dibaca di sini. Kota ini tidak disarankan sebagai mitra.
city-dissolved-successor = Penerusnya
city-dissolved-note = Kelanjutannya:
city-dissolved-no-successor = Penerusnya belum diketahui.
city-suspended = { $name } untuk sementara tidak ikut serta
city-suspended-what = Kota ini tidak disarankan sebagai mitra sampai ikut serta kembali.
city-facts = Sekilas
city-on-this-page = Di halaman ini
city-country = Negara
city-level = Tingkat
city-population = Penduduk
city-languages = Bahasa
city-time-zone = Zona waktu
city-networks = Jejaring
city-note = Perlu diketahui
city-part-of = Bagian dari
city-offers = Keunggulannya
city-offers-none = Belum ada praktik baik kota ini yang diketahui. Itu tidak menilai kerjanya, hanya apa yang telah terkumpul.
city-result = Hasil
city-result-none = Tidak ada hasil yang tercatat.
city-award-only = Hanya pengakuan: penghargaan berbicara lebih sedikit daripada hasil yang terdokumentasi.
city-problem = Masalah
city-year-unknown = tahun belum diketahui
city-seeks = Yang dicarinya
city-seeks-none = Belum ada prioritas yang dinyatakan kota ini.
city-seeks-unsaid = Disebut sebagai prioritas, tanpa uraian.
city-partnerships = Kemitraan
city-partnerships-none = Belum ada kemitraan kota ini yang terjadi melalui Kembar.
city-ties = Hubungan yang sudah ada
city-ties-note = Hubungan yang diketahui dari sumber publik. Yang tidak tercantum mungkin saja ada.
city-ties-none = Belum ada hubungan terdahulu kota ini yang diketahui.
city-ties-with = Dengan
city-ties-kind = Jenis
city-ties-since = Sejak
city-source = Sumber
city-reviews = Tinjauan Lokal Sukarela (VLR)
city-reviews-none = Belum ada Tinjauan Lokal Sukarela kota ini yang diketahui.
city-review-sdgs = Tujuan yang dicakup: { $list }
city-indicators = Indikator
city-indicators-none = Belum ada indikator kota ini yang diketahui.
city-indicators-own-none = Belum ada angka milik kota ini sendiri yang diketahui.
city-indicators-stand-ins = { $shown } angka negara: { $country }
city-indicators-note = Bila angka kota tidak ada, angka negaranya dipakai sebagai pengganti dan diberi tanda.
city-indicator = Indikator
city-value = Nilai
city-year = Tahun
city-country-value = Nilai negara: { $country }
city-hazards = Bahaya
city-hazards-note = Skor 0 sampai 3 adalah penilaian untuk membandingkan kota, bukan hasil pengukuran.
city-hazards-none = Bahaya kota ini belum diketahui.
city-hazard = Bahaya
city-hazard-score = Penilaian
city-reach = Cara menghubungi
city-office = Kantor
city-website = Situs web
city-email = Surel kantor
city-phone = Telepon kantor
city-reach-none = Kantor kota ini yang menangani kemitraan belum diketahui. Sekretariat dapat meneruskan pesan.
city-as-data = Halaman ini sebagai data
city-correct = Ada yang keliru? Narahubung kota dapat memperbaikinya.

## About the data
data-title = Tentang data
data-heading = Dari mana angka-angka ini
data-lead = Setiap angka disertai tahun dan sumbernya. Yang tidak ada ditampilkan sebagai tidak ada, tidak pernah sebagai nol.
data-covers = Direktori memuat { $cities } pemerintah daerah dari { $countries } negara.
data-memory = { $shown } dari { $total } praktik baik dan prioritas yang dinyatakan ditulis dari ingatan dan ditandai belum diverifikasi.
data-unverified = Apa arti “belum diverifikasi”
data-unverified-text = Seseorang yang mengenal kota itu menulisnya dari ingatan, dan sumbernya belum ditemukan. Bisa saja benar. Bobotnya lebih kecil dalam saran, dan selalu diberi tanda. Tanda hilang bila ada sumber.
data-derived = Apa yang disimpulkan
data-derived-text = Kapasitas dapat disimpulkan dari praktik baik yang bersumber, dan kebutuhan dari prioritas yang dinyatakan kota. Kesimpulan seperti itu ditampilkan sebagai disimpulkan. Penghargaan saja adalah bukti yang lebih lemah daripada hasil yang terdokumentasi.
data-country = Apa arti “nilai negara”
data-country-text = Banyak angka hanya terbit untuk negara. Bila kota tidak memiliki angka sendiri, angka negaranya dipakai dan diberi tanda. Angka itu sedikit saja membedakan satu kota dari yang lain, dan keyakinannya lebih rendah.
data-judged = Apa yang dinilai
data-judged-text = Skor bahaya 0 sampai 3 adalah penilaian untuk membandingkan kota. Skor itu bukan pengukuran dan bukan dasar perencanaan.
data-missing = Apa yang tidak ada
data-missing-text = Praktik, hubungan atau prioritas yang tidak tampil di sini mungkin saja ada: daftar ini memuat yang terkumpul dari sumber publik. Angka yang tidak ada menurunkan keyakinan suatu saran. Angka itu tidak pernah diisi dengan terkaan.
data-ended = Kota yang telah berakhir
data-ended-text = Pemerintah daerah bergabung dan berakhir. Vietnam, misalnya, menghapus tingkat distriknya pada 1 Juli 2025. Kota seperti itu tetap memiliki halaman, menunjuk penerusnya, dan tidak disarankan.
data-sources = Sumber dan lisensi
data-source = Sumber
data-used-for = Dipakai untuk
data-licence = Lisensi
data-use = { $code ->
    [places] Nama, letak, zona waktu dan jumlah penduduk
    [urban-population] Penduduk kawasan perkotaan
    [world-bank] Indikator negara
    [human-development] Pembangunan manusia negara
    [risk] Risiko bencana negara
    [outlines] Garis pantai dan batas pada peta
    [ties] Hubungan antarkota terdahulu
   *[profiles] Praktik, prioritas, hubungan, tinjauan dan jejaring kota-kota ASEAN
}
data-each-row = Setiap entri menyebut sumber publiknya sendiri
data-licence-each = Ketentuan sumber itu

## When something is wrong
error-not-found = Halaman ini tidak ada
error-not-found-what = Alamatnya mungkin salah ketik, atau halaman ini tidak pernah publik. Tidak ada yang berubah.
error-bad-request = Alamat ini meminta hal yang tidak mungkin
error-bad-request-what = Tidak ada yang berubah. Yang salah:
error-bad-cursor = Letak dalam daftar (cursor) bukan milik daftar ini, atau alamatnya berubah di perjalanan.
error-too-many = Terlalu banyak permintaan sekaligus
error-too-many-what = Tunggu sebentar lalu muat ulang halaman. Tidak ada yang hilang.
error-unavailable = Kembar sedang sibuk atau diperbarui
error-unavailable-what = Tidak ada yang hilang. Muat ulang halaman sebentar lagi.
error-internal = Terjadi kesalahan di pihak kami
error-internal-what = Yang Anda masukkan tidak berubah. Kesalahan ini tercatat; silakan coba lagi. Bila terulang, sampaikan nomor ini kepada sekretariat:
error-to-home = Ke halaman pertama
error-to-cities = Cari kota

## Maps
map-partnerships = Peta kemitraan yang telah diumumkan
map-cities = Peta kota-kota ini
map-most = Peta menampilkan { $shown } kota terbesar di antaranya.
map-table = Peta sebagai tabel
map-city = Kota
map-size = { $class ->
    [1] kurang dari 250.000 jiwa
    [2] kurang dari 1 juta
    [3] kurang dari 5 juta
    [4] 5 juta atau lebih
   *[0] jumlah penduduk tidak diketahui
}
