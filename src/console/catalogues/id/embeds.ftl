### What frames on other sites say.

embed-of = Kemitraan { $city }
embed-from = Diterbitkan oleh { $site }
embed-as-of = per { $date }
embed-withdrawn = Kemitraan ini telah ditarik kembali
embed-withdrawn-on = Kemitraan ini pernah terbit di sini dan ditarik kembali pada { $date }.
embed-missing = Tidak ada yang dapat ditampilkan di sini
embed-missing-why = Alamat bingkai ini tidak tepat, atau isinya sudah lama ditarik kembali.
