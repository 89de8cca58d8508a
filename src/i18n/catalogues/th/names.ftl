### Machine translation; it awaits review by a native speaker. The words used are listed in explanations.ftl.

# Names of what explanations speak of. Years are of the Buddhist era, which Thai readers and Thai authorities use; the renderer counts them.
date = { $day } { $month } { $year }

kind-peer-learning = การเรียนรู้ระหว่างเมือง
kind-sister-city = เมืองพี่เมืองน้อง
kind-mutual-aid = การช่วยเหลือซึ่งกันและกัน

factor-benefit = ประโยชน์
factor-head-start = ความก้าวหน้ากว่า
factor-transferability = การนำไปใช้ได้
factor-affinity = ความใกล้ชิด
factor-proximity = ระยะทางและเวลา
factor-availability = ความพร้อม
factor-shared-priorities = เรื่องสำคัญร่วมกัน
factor-mutual-benefit = ประโยชน์ร่วมกัน
factor-context-similarity = บริบทที่คล้ายกัน
factor-hazard-complementarity = ภัยที่ต่างกัน
factor-reach = อยู่ในระยะช่วยเหลือ
factor-response-capacity = ขีดความสามารถในการรับมือ

reading-context = บริบท
reading-complementarity = การเติมเต็มกัน
reading-feasibility = ความเป็นไปได้

mode-study-visit = การศึกษาดูงาน
mode-secondment = การส่งเจ้าหน้าที่ไปปฏิบัติงาน
mode-training = การฝึกอบรม
mode-webinar = การสัมมนาออนไลน์
mode-joint-project = โครงการร่วม

trait-population = จำนวนประชากร
trait-human-development = การพัฒนามนุษย์
trait-coastal = ที่ตั้งเทียบกับชายฝั่ง
trait-elevation = ความสูงของพื้นที่
trait-latitude = เขตภูมิอากาศ
trait-flood = ความเสี่ยงน้ำท่วม
trait-cyclone = ความเสี่ยงพายุหมุน
trait-earthquake = ความเสี่ยงแผ่นดินไหว
trait-tsunami = ความเสี่ยงสึนามิ
trait-volcano = ความเสี่ยงภูเขาไฟ
trait-drought = ความเสี่ยงภัยแล้ง
trait-heat = ความเสี่ยงความร้อน
trait-landslide = ความเสี่ยงดินถล่ม
trait-sea-level = ความเสี่ยงระดับน้ำทะเลสูงขึ้น
trait-urban-growth = การเติบโต
trait-level = ระดับการปกครอง

gap-basis-city-indicators = ตัวชี้วัดของเมืองเอง
gap-basis-assessment = การประเมินตนเองของเมือง
gap-basis-country-indicators = ตัวชี้วัดของประเทศที่ใช้แทน
gap-basis-missing = ไม่ทราบ

evidence-priority = เรื่องสำคัญ
evidence-indicator = ตัวชี้วัด
evidence-assessment = การประเมินตนเอง
evidence-self-declared = คำบอกของเมืองเอง
evidence-verified = สำนักเลขาธิการยืนยันแล้ว
evidence-practice = แนวปฏิบัติที่มีผลลัพธ์บันทึกไว้เป็นเอกสาร
evidence-practice-described = แนวปฏิบัติที่มีคำอธิบาย
evidence-award = รางวัล
evidence-good-indicator = ตัวชี้วัดที่ดี
evidence-offer = เมืองเสนอให้
evidence-hazard = ความเสี่ยงต่อภัย

side-learns = เรียนรู้
side-teaches = สอน

country-BN = บรูไนดารุสซาลาม
country-ID = อินโดนีเซีย
country-KH = กัมพูชา
country-LA = สปป. ลาว
country-MM = เมียนมา
country-MY = มาเลเซีย
country-PH = ฟิลิปปินส์
country-SG = สิงคโปร์
country-TH = ไทย
country-TL = ติมอร์-เลสเต
country-VN = เวียดนาม

language-en = ภาษาอังกฤษ
language-id = ภาษาอินโดนีเซีย
language-ms = ภาษามลายู
language-jv = ภาษาชวา
language-su = ภาษาซุนดา
language-zh = ภาษาจีน
language-cmn = ภาษาจีนกลาง
language-ta = ภาษาทมิฬ
language-th = ภาษาไทย
language-lo = ภาษาลาว
language-km = ภาษาเขมร
language-vi = ภาษาเวียดนาม
language-my = ภาษาพม่า
language-fil = ภาษาฟิลิปีโน
language-tl = ภาษาตากาล็อก
language-ceb = ภาษาเซบัวโน
language-hil = ภาษาฮีลีไกโนน
language-ilo = ภาษาอีโลกาโน
language-tet = ภาษาเตตุม
language-pt = ภาษาโปรตุเกส
language-fr = ภาษาฝรั่งเศส
language-ar = ภาษาอาหรับ
language-ja = ภาษาญี่ปุ่น
language-ko = ภาษาเกาหลี
language-es = ภาษาสเปน

month-1 = มกราคม
month-2 = กุมภาพันธ์
month-3 = มีนาคม
month-4 = เมษายน
month-5 = พฤษภาคม
month-6 = มิถุนายน
month-7 = กรกฎาคม
month-8 = สิงหาคม
month-9 = กันยายน
month-10 = ตุลาคม
month-11 = พฤศจิกายน
month-12 = ธันวาคม
