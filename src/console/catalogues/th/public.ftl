### Machine translation; it awaits review by a native speaker.
### One word for one thing:
###   city เมือง · local government องค์กรปกครองส่วนท้องถิ่น · partner หุ้นส่วน · partnership ความเป็นหุ้นส่วน · tie ความสัมพันธ์ที่มีอยู่
###   peer learning การเรียนรู้ระหว่างเมือง · sister city เมืองพี่เมืองน้อง · mutual aid การช่วยเหลือซึ่งกันและกัน
###   theme ประเด็น · pillar เสา · priority เรื่องสำคัญ · capacity ขีดความสามารถ · good practice แนวปฏิบัติที่ดี · indicator ตัวชี้วัด · figure ตัวเลข
###   suggestion คำแนะนำ · recommend เสนอ · review การพิจารณา · approve อนุมัติ · evidence หลักฐาน · secretariat สำนักเลขาธิการ
###   focal point ผู้ประสานงานของเมือง · profile ข้อมูลประจำเมือง · network เครือข่าย · hazard ภัย · unverified ยังไม่ยืนยัน · not known ไม่ทราบ
### Years are of the Buddhist era, which Thai readers and Thai authorities use; what a source says in its own words keeps its own years.

## Every page
site-name = Kembar
skip-to-content = ข้ามไปยังเนื้อหา
nav-label = เมนูหลัก
nav-cities = เมือง
nav-partnerships = ความเป็นหุ้นส่วน
nav-practices = แนวปฏิบัติที่ดี
nav-about-data = เกี่ยวกับข้อมูล
nav-developers = สำหรับนักพัฒนา
language-label = ภาษา
demo-notice = นี่คือการสาธิตด้วยข้อมูลสาธารณะ ไม่มีข้อความใดในนี้เป็นคำแถลงอย่างเป็นทางการของเมืองใดหรือของ ASEAN
footer-what = Kembar เสนอเมืองหุ้นส่วนพร้อมบอกเหตุผล คนเป็นผู้ตัดสินใจ และทั้งสองเมืองต้องเห็นชอบก่อนที่จะเผยแพร่สิ่งใด
footer-data = ตัวเลขมาจากที่ใด
footer-api = เอกสาร API
footer-open-data = ความเป็นหุ้นส่วนที่เผยแพร่แล้วในรูปแบบข้อมูล
not-known = ไม่ทราบ
unverified = ยังไม่ยืนยัน
unverified-title = เขียนจากความจำ ยังไม่มีแหล่งที่มา ดูว่าหมายความว่าอย่างไร
source-label = แหล่งที่มา:
source-city = เมืองแจ้งเอง
in-year = ใน พ.ศ. { $year }
count-cities = { $shown } เมือง
count-partnerships = { $shown } ความเป็นหุ้นส่วน
count-practices = { $shown } แนวปฏิบัติที่ดี
date-long = { $day } { $month ->
    [1] มกราคม
    [2] กุมภาพันธ์
    [3] มีนาคม
    [4] เมษายน
    [5] พฤษภาคม
    [6] มิถุนายน
    [7] กรกฎาคม
    [8] สิงหาคม
    [9] กันยายน
    [10] ตุลาคม
    [11] พฤศจิกายน
   *[12] ธันวาคม
} { $year }

## Names of codes
pillar-name = { $code ->
    [political-security] การเมืองและความมั่นคง
    [economic] เศรษฐกิจ
    [socio-cultural] สังคมและวัฒนธรรม
   *[connectivity] ความเชื่อมโยง
}
country-name = { $code ->
    [BN] บรูไนดารุสซาลาม
    [KH] กัมพูชา
    [ID] อินโดนีเซีย
    [LA] สปป. ลาว
    [MY] มาเลเซีย
    [MM] เมียนมา
    [PH] ฟิลิปปินส์
    [SG] สิงคโปร์
    [TH] ไทย
    [TL] ติมอร์-เลสเต
    [VN] เวียดนาม
    [AU] ออสเตรเลีย
    [CN] จีน
    [CU] คิวบา
    [DE] เยอรมนี
    [GB] สหราชอาณาจักร
    [JP] ญี่ปุ่น
    [KR] เกาหลีใต้
    [MX] เม็กซิโก
    [NL] เนเธอร์แลนด์
    [PW] ปาเลา
    [TW] ไต้หวัน
    [US] สหรัฐอเมริกา
    [UZ] อุซเบกิสถาน
   *[other] { $name }
}
level-name = { $code ->
    [capital] เมืองหลวง
    [city] นคร
    [municipality] เทศบาล
    [province] จังหวัด
    [special-region] เขตพิเศษ
    [state] รัฐ
    [regency] อำเภอปกครองตนเอง
   *[other] { $name }
}
language-name = { $code ->
    [ban] ภาษาบาหลี
    [bjn] ภาษาบันจาร์
    [bug] ภาษาบูกิส
    [ceb] ภาษาเซบัวโน
    [en] ภาษาอังกฤษ
    [fil] ภาษาฟิลิปีโน
    [hil] ภาษาฮีลีไกโนน
    [iba] ภาษาอีบัน
    [id] ภาษาอินโดนีเซีย
    [ilo] ภาษาอีโลกาโน
    [jv] ภาษาชวา
    [km] ภาษาเขมร
    [lo] ภาษาลาว
    [mad] ภาษามาดูรา
    [min] ภาษามีนังกาเบา
    [ms] ภาษามลายู
    [my] ภาษาพม่า
    [nod] ภาษาคำเมือง
    [pt] ภาษาโปรตุเกส
    [sou] ภาษาปักษ์ใต้
    [su] ภาษาซุนดา
    [ta] ภาษาทมิฬ
    [tet] ภาษาเตตุม
    [th] ภาษาไทย
    [tts] ภาษาอีสาน
    [vi] ภาษาเวียดนาม
    [war] ภาษาวาไร
    [zh] ภาษาจีน
   *[other] { $code }
}
hazard-name = { $code ->
    [flood] น้ำท่วม
    [cyclone] พายุหมุน
    [earthquake] แผ่นดินไหว
    [tsunami] สึนามิ
    [volcano] ภูเขาไฟ
    [drought] ภัยแล้ง
    [heat] ความร้อน
    [landslide] ดินถล่ม
   *[sea_level] ระดับน้ำทะเลสูงขึ้น
}
hazard-level = { $level ->
    [0] ไม่มีหรือแทบไม่มี
    [1] ต่ำ
    [2] ปานกลาง
   *[3] สูง
}
hazard-score = { $level } จาก 3
unit-name = { $code ->
    [u-0-to-1] จาก 1
    [u-0-to-10-higher-is-worse] จาก 10 ยิ่งสูงยิ่งแย่
    [u-0-to-10-higher-is-cleaner] จาก 10 ยิ่งสูงยิ่งโปร่งใส
    [u-0-to-100] จาก 100
    [u-pct-of-people] % ของประชากร
    [u-pct-a-year] % ต่อปี
    [u-pct-of-urban-people] % ของประชากรเมือง
    [u-per-100-000-people] ต่อประชากร 100,000 คน
    [u-articles] บทความ
    [u-pct-of-gdp] % ของ GDP
    [u-pct-of-manufactured-exports] % ของสินค้าอุตสาหกรรมส่งออก
    [u-thousand-people] พันคน
    [u-t-co2-a-person] ตัน CO2 ต่อคน
    [u-international-dollars] ดอลลาร์สากล
    [u-share-of-free-flow-time] ส่วนของเวลาเมื่อถนนโล่ง
    [u-pct-of-driving-time] % ของเวลาขับรถ
    [u-people] คน
   *[other] { $name }
}
tie-kind-name = { $code ->
    [sister_city] เมืองพี่เมืองน้อง
    [friendship] มิตรภาพ
    [cooperation] ข้อตกลงความร่วมมือ
   *[other] { $name }
}
kind-name = { $code ->
    [peer_learning] การเรียนรู้ระหว่างเมือง
    [mutual_aid] การช่วยเหลือซึ่งกันและกัน
   *[sister_city] เมืองพี่เมืองน้อง
}

## Home
home-title = เมืองหุ้นส่วนสำหรับองค์กรปกครองส่วนท้องถิ่นในอาเซียน
home-heading = ค้นหาเมืองที่ช่วยเมืองของคุณได้ และรู้ว่าเพราะเหตุใด
home-lead = Kembar ค้นหาเมืองหุ้นส่วนให้องค์กรปกครองส่วนท้องถิ่นในอาเซียน และบอกว่าเหมาะกันเพราะเหตุใด: แต่ละเมืองเก่งเรื่องใด มองหาสิ่งใด และสิ่งใดที่ยังไม่ทราบ
search-label = ชื่อเมืองหรือชื่อในภาษาท้องถิ่น
search-button = ค้นหา
search-all = หรือดูทั้งหมด { $shown } เมือง
home-countries = เมืองตามประเทศ
home-themes = เมืองตามประเด็น
home-themes-note = ตัวเลขบอกจำนวนเมืองที่มีแนวปฏิบัติที่ดีหรือเรื่องสำคัญที่ประกาศไว้ในประเด็นนั้น
home-partnerships = ความเป็นหุ้นส่วนที่เผยแพร่แล้ว
home-partnerships-none = ยังไม่มี
home-partnerships-none-why = ความเป็นหุ้นส่วนจะปรากฏที่นี่เมื่อผู้พิจารณาสองคนเห็นชอบและทั้งสองเมืองตอบรับแล้วเท่านั้น
home-how = ความเป็นหุ้นส่วนเกิดขึ้นอย่างไร
home-how-ask = เมืองหนึ่งขอ
home-how-ask-text = เพียงสองคำถาม: คุณต้องการแก้ปัญหาหรือสร้างสิ่งใด และคุณให้สิ่งใดได้
home-how-propose = Kembar แนะนำ
home-how-propose-text = ทุกคำแนะนำมาพร้อมเหตุผล ข้อที่ไม่สนับสนุน และสิ่งที่ยังไม่ทราบ
home-how-review = คนสองคนพิจารณา
home-how-review-text = คนหนึ่งเสนอ อีกคนหนึ่งอนุมัติ ไม่มีใครอนุมัติข้อเสนอของตนเอง
home-how-agree = ทั้งสองเมืองเห็นชอบ
home-how-agree-text = จากนั้นความเป็นหุ้นส่วนจึงเผยแพร่ และเหตุผลที่เลือกสองเมืองนี้ยังคงเปิดอ่านได้
home-for = ไปต่อที่ใด
home-for-cities = สำหรับเมือง
home-for-cities-text = ผู้ประสานงานของเมืองดูแลข้อมูลประจำเมืองและขอหาหุ้นส่วน ดูว่าวันนี้เมืองของคุณแสดงอยู่อย่างไร
home-for-cities-link = ค้นหาเมืองของคุณ
home-for-portals = สำหรับเว็บท่า
home-for-portals-text = แสดงความเป็นหุ้นส่วนที่เผยแพร่แล้วบนเว็บไซต์ของคุณ การอ่านไม่ต้องใช้กุญแจ แต่กุญแจช่วยเพิ่มขีดจำกัด
home-for-portals-link = ความเป็นหุ้นส่วนที่เผยแพร่แล้วในรูปแบบ JSON
home-for-developers = สำหรับนักพัฒนา
home-for-developers-text = ส่วนต่อประสาน HTTP เดียวสำหรับเมือง คำแนะนำ การพิจารณา และความเป็นหุ้นส่วน อธิบายไว้ด้วย OpenAPI 3.1
home-for-developers-docs = อ่านเอกสาร
home-for-developers-openapi = openapi.json

## Partnerships
partnership-learns = { $first } เรียนรู้จาก { $second }
partnership-equal = { $first } และ { $second }
partnership-about = เรื่อง{ $theme }
partnership-since = ตั้งแต่วันที่ { $date }
partnership-why = เหตุใดจึงเป็นสองเมืองนี้
partnership-cities = สองเมืองนี้
partnership-practices = สิ่งที่ทั้งสองเมืองแสดงได้ในประเด็นนี้
partnership-as-data = ความเป็นหุ้นส่วนนี้ในรูปแบบข้อมูล
partnerships-title = รายการความเป็นหุ้นส่วน
partnerships-heading = เมืองที่ร่วมมือกัน
partnerships-lead = ความเป็นหุ้นส่วนแต่ละรายการผ่านการเห็นชอบจากผู้พิจารณาสองคน และทั้งสองเมืองตอบรับแล้ว
partnerships-kind = ประเภท
partnerships-apply = แสดงความเป็นหุ้นส่วน
partnerships-none = ไม่มีความเป็นหุ้นส่วน
partnerships-none-what = ไม่มีรายการที่เผยแพร่ซึ่งตรงกับทุกเงื่อนไขนี้พร้อมกัน ลองตัดเงื่อนไขหนึ่งออก
practices-title = แนวปฏิบัติที่ดีของเมือง
practices-heading = สิ่งที่เมืองต่าง ๆ แสดงได้
practices-lead = เมืองทำอะไร ได้ผลอย่างไร และเรื่องนั้นเขียนไว้ที่ใด ควรถามเมืองก่อนนำไปทำตาม
practices-apply = แสดงแนวปฏิบัติ
practices-none = ไม่มีแนวปฏิบัติ
practices-none-what = ยังไม่มีเมืองใดเผยแพร่แนวปฏิบัติที่ตรงกับทุกเงื่อนไขนี้พร้อมกัน ลองตัดเงื่อนไขหนึ่งออก
practices-none-yet = ยังไม่มีเมืองใดเผยแพร่

## Directory
list-title = เมือง
list-heading = เมืองในอาเซียน
list-none = ไม่มีเมืองที่ตรงกัน
list-none-what = ทำเนียบไม่มีเมืองที่ตรงกับทุกเงื่อนไขนี้พร้อมกัน ลองตัดเงื่อนไขหนึ่งออก หรือค้นหาจากบางส่วนของชื่อ
list-clear = แสดงทุกเมือง
list-show-all = แสดงทั้งหมด
list-filter = จำกัดรายการให้แคบลง
list-country = ประเทศ
list-network = เครือข่าย
list-theme = ประเด็น
list-any = ใดก็ได้
list-apply = แสดงเมือง
list-remove = นำออก
list-name-filter = ชื่อ: { $name }
list-offers = แสดงให้ดูได้
list-seeks = มองหา
list-nothing-known = ยังไม่ทราบแนวปฏิบัติหรือเรื่องสำคัญ
list-ended = องค์กรปกครองส่วนท้องถิ่นนี้สิ้นสุดแล้ว
list-next = หน้าถัดไป
list-first = กลับไปหน้าแรกของรายการ
list-more-themes = และอีก { $shown } ประเด็น
list-people = { $shown } คน

## A city
city-title = { $name }, { $country }
city-lead-both = { $name } มีสิ่งที่แสดงให้ดูได้มากที่สุดเรื่อง{ $offer } เมืองนี้มองหาความช่วยเหลือ{ $count ->
    [1] เรื่อง{ $seek }
   *[other] ใน { $count } ประเด็น ก่อนอื่นคือ{ $seek }
}
city-lead-offer = { $name } มีสิ่งที่แสดงให้ดูได้มากที่สุดเรื่อง{ $offer } ยังไม่ทราบว่าเมืองนี้มองหาสิ่งใด
city-lead-seek = { $name } มองหาความช่วยเหลือ{ $count ->
    [1] เรื่อง{ $seek }
   *[other] ใน { $count } ประเด็น ก่อนอื่นคือ{ $seek }
} ยังไม่ทราบว่าเมืองนี้แสดงสิ่งใดให้ดูได้
city-lead-none = ยังไม่ทราบว่า { $name } เก่งเรื่องใดและมองหาสิ่งใด
city-dissolved = { $name } ไม่ได้เป็นองค์กรปกครองส่วนท้องถิ่นของตนเองแล้ว
city-dissolved-kept = ประวัติของเมืองยังเปิดอ่านได้ที่นี่ เมืองนี้จะไม่ถูกแนะนำเป็นหุ้นส่วน
city-dissolved-successor = ผู้สืบทอดคือ
city-dissolved-note = สิ่งที่เกิดขึ้นต่อมา:
city-dissolved-no-successor = ไม่ทราบผู้สืบทอด
city-suspended = ขณะนี้ { $name } ไม่ได้เข้าร่วม
city-suspended-what = เมืองนี้จะไม่ถูกแนะนำเป็นหุ้นส่วนจนกว่าจะเข้าร่วมอีกครั้ง
city-facts = ภาพรวม
city-on-this-page = ในหน้านี้
city-country = ประเทศ
city-level = ระดับ
city-population = ประชากร
city-languages = ภาษา
city-time-zone = เขตเวลา
city-networks = เครือข่าย
city-note = ควรทราบ
city-part-of = เป็นส่วนหนึ่งของ
city-offers = เมืองนี้เก่งเรื่องใด
city-offers-none = ยังไม่ทราบแนวปฏิบัติที่ดีของเมืองนี้ ซึ่งไม่ได้บอกอะไรเกี่ยวกับงานของเมือง บอกเพียงสิ่งที่รวบรวมได้
city-result = ผลลัพธ์
city-result-none = ไม่มีผลลัพธ์ที่บันทึกไว้
city-award-only = เป็นเพียงการยกย่อง: รางวัลบอกอะไรได้น้อยกว่าผลลัพธ์ที่บันทึกไว้เป็นเอกสาร
city-problem = ปัญหา
city-year-unknown = ไม่ทราบปี
city-seeks = เมืองนี้มองหาสิ่งใด
city-seeks-none = ยังไม่ทราบเรื่องสำคัญที่เมืองนี้ประกาศไว้
city-seeks-unsaid = ระบุว่าเป็นเรื่องสำคัญ โดยไม่ได้กล่าวอะไรเพิ่มเติม
city-partnerships = ความเป็นหุ้นส่วน
city-partnerships-none = ยังไม่มีความเป็นหุ้นส่วนของเมืองนี้ที่เกิดขึ้นผ่าน Kembar
city-ties = ความสัมพันธ์ที่มีอยู่แล้ว
city-ties-note = ความสัมพันธ์ที่ทราบจากแหล่งสาธารณะ ความสัมพันธ์ที่ไม่ปรากฏที่นี่อาจมีอยู่ก็ได้
city-ties-none = ไม่ทราบความสัมพันธ์ที่มีอยู่แล้วของเมืองนี้
city-ties-with = กับ
city-ties-kind = ประเภท
city-ties-since = ตั้งแต่ พ.ศ.
city-source = แหล่งที่มา
city-reviews = รายงานทบทวนโดยสมัครใจระดับท้องถิ่น (VLR)
city-reviews-none = ไม่ทราบรายงานทบทวนโดยสมัครใจระดับท้องถิ่นของเมืองนี้
city-review-sdgs = เป้าหมายที่ครอบคลุม: { $list }
city-indicators = ตัวชี้วัด
city-indicators-none = ไม่ทราบตัวชี้วัดของเมืองนี้
city-indicators-own-none = ไม่ทราบตัวเลขของเมืองเอง
city-indicators-stand-ins = ตัวเลขของประเทศ { $shown } รายการ: { $country }
city-indicators-note = หากไม่มีตัวเลขของเมือง จะใช้ตัวเลขของประเทศแทนและทำเครื่องหมายไว้
city-indicator = ตัวชี้วัด
city-value = ค่า
city-year = ปี พ.ศ.
city-country-value = ค่าของประเทศ: { $country }
city-hazards = ภัย
city-hazards-note = คะแนน 0 ถึง 3 เป็นการประเมินเพื่อเปรียบเทียบเมือง ไม่ใช่ผลการวัด
city-hazards-none = ไม่ทราบภัยของเมืองนี้
city-hazard = ภัย
city-hazard-score = ผลประเมิน
city-reach = วิธีติดต่อ
city-office = หน่วยงาน
city-website = เว็บไซต์
city-email = อีเมลของหน่วยงาน
city-phone = โทรศัพท์ของหน่วยงาน
city-reach-none = ไม่ทราบหน่วยงานของเมืองนี้ที่ดูแลความเป็นหุ้นส่วน สำนักเลขาธิการส่งต่อข้อความให้ได้
city-as-data = หน้านี้ในรูปแบบข้อมูล
city-correct = มีสิ่งใดผิดหรือไม่ ผู้ประสานงานของเมืองแก้ไขได้

## About the data
data-title = เกี่ยวกับข้อมูล
data-heading = ตัวเลขมาจากที่ใด
data-lead = ตัวเลขทุกตัวมีปีและแหล่งที่มากำกับ สิ่งที่ขาดแสดงว่าขาด ไม่แสดงเป็นศูนย์
data-covers = ทำเนียบมีองค์กรปกครองส่วนท้องถิ่น { $cities } แห่งใน { $countries } ประเทศ
data-memory = แนวปฏิบัติที่ดีและเรื่องสำคัญที่ประกาศไว้ { $shown } จาก { $total } รายการเขียนจากความจำ และทำเครื่องหมายว่ายังไม่ยืนยัน
data-unverified = “ยังไม่ยืนยัน” หมายความว่าอย่างไร
data-unverified-text = ผู้ที่รู้จักเมืองนั้นเขียนไว้จากความจำ และยังไม่พบแหล่งที่มา อาจถูกต้องก็ได้ ข้อมูลเช่นนี้มีน้ำหนักน้อยกว่าในคำแนะนำ และมีเครื่องหมายทุกที่ที่แสดง เมื่อมีแหล่งที่มา เครื่องหมายจะหายไป
data-derived = สิ่งใดเป็นการอนุมาน
data-derived-text = ขีดความสามารถอาจอนุมานจากแนวปฏิบัติที่ดีที่มีแหล่งที่มา และความต้องการอาจอนุมานจากเรื่องสำคัญที่เมืองประกาศไว้ ข้อสรุปเช่นนี้แสดงว่าเป็นการอนุมาน รางวัลเพียงอย่างเดียวเป็นหลักฐานที่อ่อนกว่าผลลัพธ์ที่บันทึกไว้เป็นเอกสาร
data-country = “ค่าของประเทศ” หมายความว่าอย่างไร
data-country-text = ตัวเลขจำนวนมากเผยแพร่เฉพาะระดับประเทศ หากเมืองไม่มีตัวเลขของตนเอง จะใช้ตัวเลขของประเทศแทนและทำเครื่องหมายไว้ ตัวเลขนี้บอกได้น้อยว่าเมืองหนึ่งต่างจากเมืองอื่นอย่างไร จึงมีความเชื่อมั่นต่ำกว่า
data-judged = สิ่งใดเป็นการประเมิน
data-judged-text = คะแนนภัย 0 ถึง 3 ประเมินไว้เพื่อเปรียบเทียบเมือง ไม่ใช่ผลการวัด และไม่ใช่ฐานสำหรับการวางแผน
data-missing = สิ่งใดขาดอยู่
data-missing-text = แนวปฏิบัติ ความสัมพันธ์ หรือเรื่องสำคัญที่ไม่ปรากฏที่นี่อาจมีอยู่ก็ได้ เพราะรายการเหล่านี้มีเฉพาะสิ่งที่รวบรวมจากแหล่งสาธารณะ ตัวเลขที่ขาดทำให้ความเชื่อมั่นของคำแนะนำลดลง และจะไม่เติมด้วยการเดา
data-ended = เมืองที่สิ้นสุดแล้ว
data-ended-text = องค์กรปกครองส่วนท้องถิ่นอาจรวมกันและสิ้นสุดลง เช่น เวียดนามยกเลิกการปกครองระดับอำเภอเมื่อวันที่ 1 กรกฎาคม 2568 เมืองเช่นนี้ยังมีหน้าของตน ชี้ไปยังผู้สืบทอด และจะไม่ถูกแนะนำ
data-sources = แหล่งที่มาและสัญญาอนุญาต
data-source = แหล่งที่มา
data-used-for = ใช้สำหรับ
data-licence = สัญญาอนุญาต
data-use = { $code ->
    [places] ชื่อ ที่ตั้ง เขตเวลา และจำนวนประชากร
    [urban-population] ประชากรของเขตเมือง
    [world-bank] ตัวชี้วัดของประเทศ
    [human-development] การพัฒนามนุษย์ของประเทศ
    [risk] ความเสี่ยงจากภัยพิบัติของประเทศ
    [outlines] แนวชายฝั่งและพรมแดนบนแผนที่
    [ties] ความสัมพันธ์ที่มีอยู่ระหว่างเมือง
   *[profiles] แนวปฏิบัติ เรื่องสำคัญ ความสัมพันธ์ รายงานทบทวน และเครือข่ายของเมืองในอาเซียน
}
data-each-row = แต่ละรายการระบุแหล่งสาธารณะของตนเอง
data-licence-each = เงื่อนไขของแหล่งนั้น

## When something is wrong
error-not-found = ไม่มีหน้านี้
error-not-found-what = อาจพิมพ์ที่อยู่ผิด หรือหน้านี้ไม่เคยเผยแพร่ ไม่มีสิ่งใดเปลี่ยนแปลง
error-bad-request = ที่อยู่นี้ขอสิ่งที่เป็นไปไม่ได้
error-bad-request-what = ไม่มีสิ่งใดเปลี่ยนแปลง สิ่งที่ผิดคือ:
error-bad-cursor = ตำแหน่งในรายการ (cursor) ไม่ใช่ของรายการนี้ หรือที่อยู่ถูกเปลี่ยนระหว่างทาง
error-too-many = คำขอมากเกินไปในคราวเดียว
error-too-many-what = โปรดรอหนึ่งนาทีแล้วเปิดหน้านี้อีกครั้ง ไม่มีสิ่งใดสูญหาย
error-unavailable = Kembar มีผู้ใช้มากหรือกำลังปรับปรุง
error-unavailable-what = ไม่มีสิ่งใดสูญหาย โปรดเปิดหน้านี้อีกครั้งในหนึ่งนาที
error-internal = เกิดข้อผิดพลาดทางฝั่งเรา
error-internal-what = สิ่งที่คุณกรอกไม่ได้เปลี่ยนแปลง เราบันทึกเรื่องนี้ไว้แล้ว โปรดลองอีกครั้ง หากเกิดขึ้นอีก โปรดแจ้งหมายเลขนี้แก่สำนักเลขาธิการ:
error-to-home = ไปหน้าแรก
error-to-cities = ค้นหาเมือง
map-partnerships = แผนที่ความเป็นหุ้นส่วนที่เผยแพร่แล้ว
map-cities = แผนที่ของเมืองเหล่านี้
map-most = แผนที่แสดงเมืองที่ใหญ่ที่สุด { $shown } เมืองในจำนวนนี้
map-table = แผนที่ในรูปแบบตาราง
map-city = เมือง
map-size = { $class ->
    [1] น้อยกว่า 250,000 คน
    [2] น้อยกว่า 1 ล้านคน
    [3] น้อยกว่า 5 ล้านคน
    [4] 5 ล้านคนขึ้นไป
   *[0] ไม่ทราบจำนวนประชากร
}
