# Mengapa sebuah pasangan bukan calon.
rule-same-city = { $city } tidak dapat menjadi mitranya sendiri.
rule-inactive-member = { $city } bukan anggota aktif.
rule-same-country = Keduanya berada di { $country }, sedangkan pasangan jenis ini mempertemukan dua negara.
rule-existing-tie = { $city } dan { $other } sudah memiliki hubungan jenis ini.
rule-barred = Sekretariat telah menutup kemungkinan pasangan { $city } dan { $other }.
rule-cooling-period = Usulan antara { $city } dan { $other } belum lama ini ditolak; keduanya tidak akan ditanyai lagi sebelum { $until }.
rule-not-interested = { $city } menyatakan tidak berminat pada { $other }.
rule-no-own-slot = { $city } sendiri tidak memiliki tempat kosong lagi.
rule-no-slot = { $city } tidak memiliki tempat kosong lagi.
rule-no-head-start = { $other } tidak diketahui lebih maju daripada { $city } dalam tema yang dibutuhkan { $city } dan bersedia diajarkan { $other }.
rule-theme-not-shared = Baik { $city } maupun { $other } tidak memperoleh manfaat dalam tema yang diminta, dan tema itu bukan prioritas keduanya.

# Aturan yang sama, sebagai label hitungan.
excluded-same-city = kota yang sama
excluded-inactive-member = bukan anggota aktif
excluded-same-country = di negara yang sama
excluded-existing-tie = hubungan jenis ini sudah ada
excluded-barred = ditutup oleh sekretariat
excluded-cooling-period = belum lama ditolak
excluded-not-interested = tidak diminati kota ini
excluded-no-own-slot = kota ini tidak memiliki tempat lagi
excluded-no-slot = tidak ada tempat lagi
excluded-no-head-start = tidak lebih maju dalam tema yang dibutuhkan
excluded-theme-not-shared = tema tidak menjadi kepentingan bersama
