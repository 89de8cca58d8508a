# Nama hal-hal yang disebut dalam penjelasan.
date = { $day } { $month } { $year }

kind-peer-learning = pembelajaran antarkota
kind-sister-city = kota kembar
kind-mutual-aid = saling bantu

factor-benefit = manfaat
factor-head-start = keunggulan mentor
factor-transferability = keteralihan
factor-affinity = kedekatan
factor-proximity = jarak dan waktu
factor-availability = kesiapan
factor-shared-priorities = prioritas bersama
factor-mutual-benefit = manfaat timbal balik
factor-context-similarity = kemiripan konteks
factor-hazard-complementarity = ancaman yang berbeda
factor-reach = jangkauan bantuan
factor-response-capacity = kapasitas tanggap darurat

reading-context = konteks
reading-complementarity = saling melengkapi
reading-feasibility = kelayakan

mode-study-visit = Kunjungan belajar
mode-secondment = Penugasan sementara
mode-training = Pelatihan
mode-webinar = Webinar
mode-joint-project = Proyek bersama

trait-population = jumlah penduduk
trait-human-development = pembangunan manusia
trait-coastal = letak di pesisir
trait-elevation = ketinggian
trait-latitude = zona iklim
trait-flood = keterpaparan banjir
trait-cyclone = keterpaparan siklon
trait-earthquake = keterpaparan gempa bumi
trait-tsunami = keterpaparan tsunami
trait-volcano = keterpaparan gunung api
trait-drought = keterpaparan kekeringan
trait-heat = keterpaparan panas
trait-landslide = keterpaparan tanah longsor
trait-sea-level = keterpaparan kenaikan muka laut
trait-urban-growth = pertumbuhan
trait-level = tingkat pemerintahan

gap-basis-city-indicators = indikator kota sendiri
gap-basis-assessment = penilaian mandiri kota
gap-basis-country-indicators = indikator negara, sebagai pengganti
gap-basis-missing = belum diketahui

evidence-priority = prioritas
evidence-indicator = indikator
evidence-assessment = penilaian mandiri
evidence-self-declared = keterangan kota sendiri
evidence-verified = diverifikasi sekretariat
evidence-practice = praktik dengan hasil terdokumentasi
evidence-practice-described = praktik yang diuraikan
evidence-award = penghargaan
evidence-good-indicator = indikator yang baik
evidence-offer = ditawarkan oleh kota
evidence-hazard = keterpaparan bahaya

side-learns = belajar
side-teaches = mengajar

country-BN = Brunei Darussalam
country-ID = Indonesia
country-KH = Kamboja
country-LA = Laos
country-MM = Myanmar
country-MY = Malaysia
country-PH = Filipina
country-SG = Singapura
country-TH = Thailand
country-TL = Timor-Leste
country-VN = Vietnam

language-en = bahasa Inggris
language-id = bahasa Indonesia
language-ms = bahasa Melayu
language-jv = bahasa Jawa
language-su = bahasa Sunda
language-zh = bahasa Tionghoa
language-cmn = bahasa Mandarin
language-ta = bahasa Tamil
language-th = bahasa Thai
language-lo = bahasa Lao
language-km = bahasa Khmer
language-vi = bahasa Vietnam
language-my = bahasa Burma
language-fil = bahasa Filipino
language-tl = bahasa Tagalog
language-ceb = bahasa Cebuano
language-hil = bahasa Hiligaynon
language-ilo = bahasa Ilokano
language-tet = bahasa Tetun
language-pt = bahasa Portugis
language-fr = bahasa Prancis
language-ar = bahasa Arab
language-ja = bahasa Jepang
language-ko = bahasa Korea
language-es = bahasa Spanyol

month-1 = Januari
month-2 = Februari
month-3 = Maret
month-4 = April
month-5 = Mei
month-6 = Juni
month-7 = Juli
month-8 = Agustus
month-9 = September
month-10 = Oktober
month-11 = November
month-12 = Desember
