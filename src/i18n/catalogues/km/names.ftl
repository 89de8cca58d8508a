### Machine translation; it awaits review by a native speaker. The words used are listed in explanations.ftl.

# Names of what explanations speak of. Digits are Arabic ones, as Cambodian sites for foreign readers write them.
date = ថ្ងៃទី { $day } ខែ{ $month } ឆ្នាំ { $year }

kind-peer-learning = ការរៀនពីគ្នារវាងទីក្រុង
kind-sister-city = ទីក្រុងបងប្អូន
kind-mutual-aid = ជំនួយទៅវិញទៅមក

factor-benefit = ប្រយោជន៍
factor-head-start = ភាពរីកចម្រើនជាង
factor-transferability = លទ្ធភាពយកទៅអនុវត្ត
factor-affinity = ភាពជិតស្និទ្ធ
factor-proximity = ចម្ងាយ និងពេលវេលា
factor-availability = ភាពត្រៀមខ្លួន
factor-shared-priorities = អាទិភាពរួម
factor-mutual-benefit = ប្រយោជន៍ទៅវិញទៅមក
factor-context-similarity = បរិបទស្រដៀងគ្នា
factor-hazard-complementarity = គ្រោះថ្នាក់ខុសគ្នា
factor-reach = ក្នុងចម្ងាយអាចជួយបាន
factor-response-capacity = សមត្ថភាពឆ្លើយតប

reading-context = បរិបទ
reading-complementarity = ការបំពេញគ្នាទៅវិញទៅមក
reading-feasibility = លទ្ធភាពអនុវត្ត

mode-study-visit = ទស្សនកិច្ចសិក្សា
mode-secondment = ការចាត់មន្ត្រីទៅបម្រើការងារ
mode-training = ការបណ្តុះបណ្តាល
mode-webinar = សិក្ខាសាលាតាមអនឡាញ
mode-joint-project = គម្រោងរួម

trait-population = ចំនួនប្រជាជន
trait-human-development = ការអភិវឌ្ឍមនុស្ស
trait-coastal = ទីតាំងធៀបនឹងឆ្នេរសមុទ្រ
trait-elevation = រយៈកម្ពស់
trait-latitude = តំបន់អាកាសធាតុ
trait-flood = ការប្រឈមនឹងទឹកជំនន់
trait-cyclone = ការប្រឈមនឹងព្យុះស៊ីក្លូន
trait-earthquake = ការប្រឈមនឹងរញ្ជួយដី
trait-tsunami = ការប្រឈមនឹងរលកស៊ូណាមិ
trait-volcano = ការប្រឈមនឹងភ្នំភ្លើង
trait-drought = ការប្រឈមនឹងគ្រោះរាំងស្ងួត
trait-heat = ការប្រឈមនឹងកម្តៅ
trait-landslide = ការប្រឈមនឹងការបាក់ដី
trait-sea-level = ការប្រឈមនឹងការឡើងកម្ពស់ទឹកសមុទ្រ
trait-urban-growth = កំណើន
trait-level = ថ្នាក់រដ្ឋបាល

gap-basis-city-indicators = សូចនាកររបស់ទីក្រុងផ្ទាល់
gap-basis-assessment = ការវាយតម្លៃខ្លួនឯងរបស់ទីក្រុង
gap-basis-country-indicators = សូចនាកររបស់ប្រទេសដែលប្រើជំនួស
gap-basis-missing = មិនទាន់ដឹង

evidence-priority = អាទិភាពមួយ
evidence-indicator = សូចនាករមួយ
evidence-assessment = ការវាយតម្លៃខ្លួនឯង
evidence-self-declared = ការបញ្ជាក់របស់ទីក្រុងផ្ទាល់
evidence-verified = បានផ្ទៀងផ្ទាត់ដោយលេខាធិការដ្ឋាន
evidence-practice = ការអនុវត្តមួយដែលមានលទ្ធផលកត់ត្រាជាឯកសារ
evidence-practice-described = ការអនុវត្តមួយដែលមានការពិពណ៌នា
evidence-award = រង្វាន់មួយ
evidence-good-indicator = សូចនាករល្អមួយ
evidence-offer = ផ្តល់ជូនដោយទីក្រុង
evidence-hazard = ការប្រឈមនឹងគ្រោះថ្នាក់មួយ

side-learns = រៀន
side-teaches = បង្រៀន

country-BN = ប្រ៊ុយណេដារូសាឡឹម
country-ID = ឥណ្ឌូនេស៊ី
country-KH = កម្ពុជា
country-LA = ឡាវ
country-MM = មីយ៉ាន់ម៉ា
country-MY = ម៉ាឡេស៊ី
country-PH = ហ្វីលីពីន
country-SG = សិង្ហបុរី
country-TH = ថៃ
country-TL = ទីម័រឡេស្តេ
country-VN = វៀតណាម

language-en = ភាសាអង់គ្លេស
language-id = ភាសាឥណ្ឌូនេស៊ី
language-ms = ភាសាម៉ាឡេ
language-jv = ភាសាជ្វា
language-su = ភាសាស៊ុនដា
language-zh = ភាសាចិន
language-cmn = ភាសាចិនកុកងឺ
language-ta = ភាសាតាមីល
language-th = ភាសាថៃ
language-lo = ភាសាឡាវ
language-km = ភាសាខ្មែរ
language-vi = ភាសាវៀតណាម
language-my = ភាសាភូមា
language-fil = ភាសាហ្វីលីពីន
language-tl = ភាសាតាកាឡុក
language-ceb = ភាសាសេប៊ូអាណូ
language-hil = ភាសាហ៊ីលីហ្គៃណុន
language-ilo = ភាសាអ៊ីឡូកាណូ
language-tet = ភាសាតេទុម
language-pt = ភាសាព័រទុយហ្គាល់
language-fr = ភាសាបារាំង
language-ar = ភាសាអារ៉ាប់
language-ja = ភាសាជប៉ុន
language-ko = ភាសាកូរ៉េ
language-es = ភាសាអេស្ប៉ាញ

month-1 = មករា
month-2 = កុម្ភៈ
month-3 = មីនា
month-4 = មេសា
month-5 = ឧសភា
month-6 = មិថុនា
month-7 = កក្កដា
month-8 = សីហា
month-9 = កញ្ញា
month-10 = តុលា
month-11 = វិច្ឆិកា
month-12 = ធ្នូ
