### Machine translation; it awaits review by a native speaker. The words used are listed in public.ftl.

## All pages of the area
my-area = เมืองของฉัน
my-area-home = ภาพรวม
my-area-suggestions = คำแนะนำ
my-area-ask = ขอหาหุ้นส่วน
my-area-proposals = คำเชิญ
my-area-profile = ข้อมูลประจำเมือง
my-kind = { $code ->
    [peer_learning] การเรียนรู้ระหว่างเมือง
    [sister_city] เมืองพี่เมืองน้อง
   *[mutual_aid] การช่วยเหลือซึ่งกันและกันยามวิกฤต
}
my-theme = ประเด็น
my-theme-all = ทุกประเด็น
my-kind-label = ประเภทความเป็นหุ้นส่วน
my-show = แสดง
my-of-hundred = { $shown } จาก 100
my-sure = { $code ->
    [well] ค่อนข้างแน่ใจ
    [partly] แน่ใจพอสมควร
   *[little] เป็นเพียงข้อบ่งชี้เบื้องต้น
}
my-days = { $shown } วัน

## Overview
my-home-title = ภาพรวมของ { $city }
my-home-waiting = มี { $number } เรื่องรอ { $city } อยู่
my-home-nothing = ไม่มีเรื่องใดรอ { $city } อยู่
my-home-waits = เรื่องที่รอคุณ
my-home-next = สิ่งที่ควรทำต่อไป
my-task-answer = { $partner } และเมืองของคุณได้รับเชิญให้ทำงานร่วมกัน
my-task-answer-until = โปรดตอบภายในวันที่ { $date } เหลืออีก { $days }
my-task-answer-do = อ่านและตอบ
my-task-returned = สำนักเลขาธิการส่งข้อมูลประจำเมืองของคุณกลับมา
my-task-returned-why = เหตุผล: {"“"}{ $reason }{"”"}
my-task-returned-do = แก้ไขข้อมูลประจำเมือง
my-task-draft = ข้อมูลประจำเมืองของคุณเป็นฉบับร่างที่ยังไม่ได้ส่ง
my-task-draft-do = ตรวจดูแล้วส่ง
my-task-profile = เมืองของคุณยังไม่ได้บอกว่าต้องการสิ่งใดและให้สิ่งใดได้ เพียงสิบนาทีก็ทำให้ทุกคำแนะนำดีขึ้น
my-task-profile-do = กรอกข้อมูลประจำเมือง
my-task-old = ข้อมูลประจำเมืองของคุณเป็นของวันที่ { $date } โปรดดูว่ายังถูกต้องหรือไม่
my-task-old-do = ดูอีกครั้ง
my-task-look = ดูว่าเมืองใดเหมาะกับเมืองของคุณ และบอกว่าคุณชอบเมืองใด
my-task-look-do = ดูคำแนะนำ
my-home-standing = สถานะ
my-home-profile = ข้อมูลประจำเมือง
my-profile-state = { $code ->
    [none] ยังไม่มี
    [imported] พบในแหล่งสาธารณะ เมืองของคุณยังไม่ได้ยืนยัน
    [draft] ฉบับร่าง ยังไม่ได้ส่ง
    [submitted] ส่งแล้ว สำนักเลขาธิการกำลังดู
    [verified] สำนักเลขาธิการยืนยันแล้ว
   *[returned] ถูกส่งกลับพร้อมเหตุผล
}
my-home-requests = คำขอ
my-home-requests-none = ไม่มี คุณขอให้สำนักเลขาธิการหาหุ้นส่วนได้ทุกเมื่อ
my-home-invitations = คำเชิญ
my-home-invitations-none = ยังไม่มี คำเชิญจะมาเมื่อคนสองคนของสำนักเลขาธิการเห็นชอบการจับคู่แล้ว
my-home-partnerships = ความเป็นหุ้นส่วน
my-home-partnerships-none = ยังไม่มีที่เกิดขึ้นผ่าน Kembar
my-home-partnership = { $partner }: { $kind } { $state ->
    [exploring] กำลังทำความรู้จักกัน
    [preparing] กำลังเตรียมข้อตกลง
    [active] กำลังดำเนินงาน
    [dormant] หยุดพักอยู่
    [completed] เสร็จสิ้นแล้ว
    [emeritus] คงไว้เป็นเกียรติ
   *[ended] สิ้นสุดแล้ว
} ตั้งแต่ พ.ศ. { $year }
my-request-state = { $code ->
    [open] รอสำนักเลขาธิการ
    [in_review] สำนักเลขาธิการกำลังดำเนินการ
    [answered] ตอบแล้ว
   *[withdrawn] ถอนแล้ว
}
my-invitation-state = { $code ->
    [unanswered] รอคำตอบของคุณ
    [waiting] คุณตอบรับแล้ว กำลังรออีกเมืองหนึ่ง
    [accepted] ทั้งสองเมืองตอบรับแล้ว สำนักเลขาธิการจะเผยแพร่
    [published] ทั้งสองเมืองตอบรับแล้ว เผยแพร่แล้ว
    [declined] ถูกปฏิเสธ
    [expired] ไม่ได้ตอบทันเวลา
   *[withdrawn] สำนักเลขาธิการถอนแล้ว
}
my-home-gaps = ห่างจากเป้าหมายเพียงใด
my-home-gaps-note = 0 คือถึงเป้าหมาย 100 คือห่างจากเป้าหมายที่สุดเท่าที่จะเป็นได้ แต่ละเสาเป็นค่าเฉลี่ยของประเด็นที่ทราบ
my-home-gap-known = จาก { $known } ใน { $total } ประเด็น
my-home-gap-how = จากตัวเลขใด
my-home-gap-none = ไม่ทราบประเด็นใดของเสานี้ ตัวเลขของเมืองเองจะเปลี่ยนเรื่องนี้ได้
my-home-gap-assessed = การประเมินตนเอง: ระดับ { $level } จาก 5, { $year }

## Suggestions
my-suggest-title = { $kind ->
    [peer_learning] ใครสอนเราได้
    [sister_city] ใครเหมาะเป็นเมืองพี่เมืองน้องของเรา
   *[mutual_aid] ใครช่วยเราได้ยามวิกฤต และเราช่วยใครได้
}
my-suggest-title-about = ใครสอนเราได้เรื่อง{ $theme }
my-number = { $shown }
my-suggest-lead = { $number } เมือง{ $kind ->
    [peer_learning] สอน { $city } ได้เรื่อง{ $theme }
    [sister_city] เป็นเมืองพี่เมืองน้องของ { $city } ได้
   *[mutual_aid] อยู่เคียงข้าง { $city } ได้ยามวิกฤต
} ที่เหมาะที่สุดคือ { $best }
my-suggest-any-need = สิ่งที่เมืองมองหา
my-suggest-none = { $kind ->
    [peer_learning] ไม่ทราบว่ามีเมืองใดสอน { $city } ได้เรื่อง{ $theme }
    [sister_city] ไม่ทราบว่ามีเมืองใดเป็นเมืองพี่เมืองน้องของ { $city } ได้
   *[mutual_aid] ไม่ทราบว่ามีเมืองใดอยู่เคียงข้าง { $city } ได้ยามวิกฤต
}
my-suggest-none-what = ลองดูประเด็นอื่น หรือถามสำนักเลขาธิการ เพราะคนรู้มากกว่าข้อมูล
my-suggest-inactive = ขณะนี้ { $city } ไม่ได้เข้าร่วม จึงไม่มีคำแนะนำ หากไม่ถูกต้องโปรดถามสำนักเลขาธิการ
my-suggest-first = แสดง { $shown } เมืองแรก
my-suggest-among = ค้นหาจาก { $shown } เมืองที่เหมาะที่สุด จากทั้งหมด { $all } เมือง
my-suggest-alike = อีก { $shown } เมืองคล้ายเมืองของคุณ แต่{ $kind ->
    [peer_learning] ยังไม่ทราบว่าจะเรียนรู้อะไรได้จากที่นั่น
   *[other] ยังไม่ทราบว่าฝ่ายใดจะได้ประโยชน์อะไร
}
my-suggest-alike-what = เมืองเหล่านี้เข้ากันได้ตามลักษณะ คือ ขนาด ระดับการพัฒนา ภาษา และระยะทาง แต่ยังไม่ทราบว่าความต้องการของฝ่ายหนึ่งตรงกับสิ่งที่อีกฝ่ายทำได้ การจับคู่จึงเป็นเพียงสัญลักษณ์ บ่อยครั้งเป็นเพราะข้อมูลยังขาด ไม่ใช่เพราะเมือง
my-suggest-alike-do = บอกสิ่งที่เมืองต้องการและสิ่งที่ให้ได้
my-suggest-against = ข้อที่ไม่สนับสนุน:
my-suggest-against-none = ไม่ทราบข้อที่ไม่สนับสนุน
my-suggest-km = ห่าง { $shown } กม.
my-suggest-km-unknown = ไม่ทราบระยะทาง
my-suggest-shares = ใช้{ $languages }ร่วมกัน
my-suggest-shares-none = ไม่ทราบภาษาที่ใช้ร่วมกัน
my-suggest-why = เพราะเหตุใด
my-say = { $code ->
    [interested] สนใจ
    [not_interested] ยังไม่ใช่ตอนนี้
   *[already_partners] เป็นหุ้นส่วนอยู่แล้ว
}
my-said = { $code ->
    [interested] คุณบอกว่า: สนใจ
    [not_interested] คุณบอกว่า: ยังไม่ใช่ตอนนี้
   *[already_partners] คุณบอกว่า: เป็นหุ้นส่วนอยู่แล้ว
} เมื่อวันที่ { $date }
my-say-about = คุณคิดอย่างไรกับ { $city }
my-say-change = เปลี่ยนเป็น:
my-suggest-ask = ถามสำนักเลขาธิการ
my-suggest-ask-city = ขอ { $city }
my-suggest-left = ที่ไม่ได้แสดง
my-suggest-left-rule = { $shown } เมือง{ $code ->
    [inactive_member] ที่ไม่ได้เข้าร่วม
    [same_country] ในประเทศของคุณเอง
    [existing_tie] ที่มีความสัมพันธ์ประเภทนี้กับคุณแล้ว
    [barred] ที่สำนักเลขาธิการไม่อนุญาต
    [cooling_period] ที่ปฏิเสธเมื่อไม่นานมานี้
    [not_interested] ที่คุณบอกว่า{"“"}ยังไม่ใช่ตอนนี้{"”"}
    [no_own_slot] เพราะคุณรับหุ้นส่วนเพิ่มไม่ได้แล้ว
    [no_slot] ที่รับหุ้นส่วนเพิ่มไม่ได้แล้ว
    [no_head_start] ที่ไม่ปรากฏว่าก้าวหน้ากว่าคุณ
   *[theme_not_shared] ที่จะไม่ได้ประโยชน์ร่วมกับคุณในประเด็นนี้
}
my-suggest-improve = สิ่งใดจะทำให้รายการนี้ดีขึ้น
my-suggest-improve-points = ทำให้คะแนนเปลี่ยนได้ถึง { $shown } คะแนน
my-suggest-improve-none = ไม่มีสิ่งใดของคุณที่ขาดและจะเปลี่ยนรายการนี้
my-suggest-spoken = สิ่งที่คุณบอกไว้
my-bad-question = ไม่มีประเด็นหรือประเภทความเป็นหุ้นส่วนเช่นนี้

## Why
my-why-title = เหตุใดจึงเป็น { $city }
my-why-title-not = เหตุใดจึงไม่ใช่ { $city }
my-why-not = เมืองนี้ไม่ถูกแนะนำ เพราะ:
my-why-ranks = { $other } อยู่อันดับที่ { $rank } สำหรับ { $city } ส่วน { $city } อยู่อันดับที่ { $reverse } สำหรับ { $other }
my-why-bounds = หากทราบทุกอย่าง คะแนนจะอยู่ระหว่าง { $low } ถึง { $high }
my-why-bounds-none = ไม่มีสิ่งที่ขาดใดเปลี่ยนคะแนนได้
my-why-survival = เมื่อเปลี่ยนน้ำหนักและตัวเลขเล็กน้อย เมืองนี้ยังอยู่ในรายการ { $shown } จาก 100 ครั้ง
my-why-for = ข้อที่สนับสนุน
my-why-gains = { $city } ได้
my-why-both = ทั้งสองเมือง
my-why-gains-none = ไม่ทราบ
my-why-against = ข้อที่ไม่สนับสนุน
my-why-change = สิ่งใดจะเปลี่ยนผล
my-why-change-none = ไม่พบการเปลี่ยนแปลงเพียงข้อเดียวที่ทำให้อันดับเปลี่ยน
my-why-change-line = { $change }: อันดับที่ { $rank } ได้ { $score } จาก 100
my-why-carries = คะแนนมาจากสิ่งใด
my-why-factor = ส่วน
my-why-points = คะแนน
my-why-evidence = หลักฐาน
my-why-evidence-none = ไม่มีหลักฐานที่บันทึกไว้ เท่าที่ทราบ การจับคู่นี้เป็นเพียงสัญลักษณ์
my-why-needs = { $city } ต้องการ:
my-why-gives = { $city } ให้ได้:
my-why-derived = อนุมาน
my-why-of-five = ระดับ { $shown } จาก 5
my-why-of-three = { $shown } จาก 3
my-why-rank = อันดับที่ { $shown }
my-why-country = ค่าของประเทศ
my-why-missing = สิ่งที่ยังไม่ทราบ
my-why-missing-none = ไม่มีสิ่งใดที่จะเปลี่ยนคะแนน
my-why-missing-line = { $what }: ถึง { $points } คะแนน
my-why-model = คำนวณด้วยแบบจำลอง { $model } จากข้อมูลของวันที่ { $date } คนเป็นผู้ตัดสินใจ
my-why-back = กลับไปที่รายการ
my-why-page = หน้าสาธารณะของ { $city }

## Asking for partners
my-ask-title = ขอหาหุ้นส่วน
my-ask-lead = เพียงสองคำถาม สำนักเลขาธิการจะตอบเป็นข้อความหรือเป็นคำเชิญ โดยตั้งเป้าไว้ไม่เกินสี่สัปดาห์
my-ask-named = คุณกำลังขอ { $city }
my-ask-wants = คุณต้องการแก้ปัญหาหรือสร้างสิ่งใด
my-ask-wants-hint = หนึ่งหรือสองประโยค ระบุชื่อเมืองหากมีในใจ
my-ask-gives = คุณให้สิ่งใดได้
my-ask-gives-hint = สิ่งที่ผู้อื่นเรียนรู้จากคุณได้ หรือเวลาและคนที่คุณจัดให้ได้
my-ask-prefilled = เขียนไว้ให้คุณจากสิ่งที่ทราบ แก้ไขได้ตามต้องการ
my-ask-wants-draft = { $kind ->
    [peer_learning] เราต้องการเรียนรู้จาก { $city } เรื่อง{ $theme }
    [sister_city] เราต้องการให้ { $city } เป็นเมืองพี่เมืองน้อง
   *[mutual_aid] เราต้องการตกลงกับ { $city } เรื่องการช่วยเหลือกันยามวิกฤต
}
my-ask-gives-draft = เราแสดงสิ่งที่เราได้ทำมาให้ดูได้: { $titles }
my-ask-what-we-seek = สิ่งที่เรามองหา
my-ask-theme-unknown = ไม่ได้ระบุ
my-ask-send = ส่งให้สำนักเลขาธิการ
my-ask-own = คำขอของคุณ
my-ask-own-none = คุณยังไม่ได้ขอสิ่งใด
my-ask-on = ขอเมื่อวันที่ { $date }
my-ask-waits = รอมาแล้ว { $days } เป้าหมายคือไม่เกิน 28 วัน
my-ask-gives-label = สิ่งตอบแทน:
my-ask-answer = คำตอบของสำนักเลขาธิการ { $date }:
my-ask-answer-invited = ตอบด้วยคำเชิญแล้ว ดู
my-ask-withdraw = ถอนคำขอ
my-ask-withdraw-sure = สำนักเลขาธิการจะหยุดดำเนินการ คุณขอใหม่ได้ทุกเมื่อ
my-ask-withdraw-do = ใช่ ถอนคำขอ
my-changed = สิ่งนี้เปลี่ยนไปหลังจากที่คุณเปิด จึงยังไม่ได้ทำสิ่งใด นี่คือสภาพปัจจุบัน
my-fault = { $field ->
    [theme] ไม่มีประเด็นเช่นนี้ หรือระบุไว้สองครั้ง
    [kind] ไม่มีประเภทความเป็นหุ้นส่วนเช่นนี้
    [slots] เขียนจำนวนเต็มตั้งแต่ 1 ถึง 100 หรือเว้นว่าง
    [quota] เขียนจำนวนเต็มตั้งแต่ 0 ถึง 100 หรือเว้นว่าง
    [level] เลือกระดับตั้งแต่ 0 ถึง 5
    [link] เขียนที่อยู่ที่ขึ้นต้นด้วย https:// หรือ http:// โดยไม่เว้นวรรค
    [year] เขียนปี ค.ศ. ตั้งแต่ 1990 เป็นต้นไปที่ไม่อยู่ในอนาคต
    [target_year] เขียนปี ค.ศ. ตั้งแต่ 1990 ถึง 2100 พร้อมตัวเลข
    [number] เขียนตัวเลข เช่น 12.5
    [reason_code] เลือกเหตุผล
    [practice] เลือกแนวปฏิบัติของเมืองเอง
    [title] เขียนชื่อเรื่องไม่เกิน 300 ตัวอักษร
    [themes] เลือกหนึ่งถึงห้าประเด็น ประเด็นละหนึ่งครั้ง
    [result] บอกผลลัพธ์ หรือเลือก{"“"}มีคำอธิบาย{"”"}
    [source] บอกว่าเขียนไว้ที่ใด ไม่เกิน 2,000 ตัวอักษร
   *[text] เขียนบางสิ่งที่นี่ ไม่เกิน 4,000 ตัวอักษรและไม่มีอักขระควบคุมที่ซ่อนอยู่
}

## Invitations
my-invited-title = คำเชิญ
my-invited-lead = มี { $number } คำเชิญรอคำตอบของคุณ
my-invited-lead-none = ไม่มีคำเชิญใดรอคำตอบของคุณ
my-invited-none-what = คำเชิญจะมาเมื่อคนสองคนของสำนักเลขาธิการเห็นชอบการจับคู่แล้ว คุณเริ่มได้เอง: ขอหาหุ้นส่วน
my-invited-due = รอคำตอบ
my-invited-others = ตอบแล้วหรือสิ้นสุดแล้ว
my-invited-on = ได้รับเชิญเมื่อวันที่ { $date }
my-proposal-title = ทำงานร่วมกับ { $partner } หรือไม่
my-proposal-said = { $partner } และเมืองของคุณ
my-proposal-accept = ตอบรับ …
my-proposal-decline = ปฏิเสธ …
my-proposal-own-yes = เมืองของคุณตอบรับเมื่อวันที่ { $date }
my-proposal-own-no = เมืองของคุณปฏิเสธเมื่อวันที่ { $date }
my-proposal-other-no = { $partner } ปฏิเสธเมื่อวันที่ { $date }
my-proposal-other-yes = { $partner } ตอบรับเมื่อวันที่ { $date }
my-proposal-reason = { $code ->
    [no_capacity] ขณะนี้ไม่มีเวลาหรือคน
    [other_priorities] มีเรื่องสำคัญอื่น
    [already_partners] เป็นหุ้นส่วนอยู่แล้ว
    [not_a_fit] ไม่เหมาะกัน
    [legal] เหตุผลทางกฎหมาย
   *[other] เหตุผลอื่น
}
my-proposal-now = { $standing ->
    [unanswered] ได้ถามทั้งสองเมืองแล้ว คำตอบของ { $partner } จะแสดงเมื่อสิ้นสุดแล้วเท่านั้น
    [waiting] บันทึกการตอบรับของคุณแล้ว ความเป็นหุ้นส่วนเริ่มเมื่อ { $partner } ตอบรับด้วย คำตอบของเมืองนั้นจะแสดงเมื่อสิ้นสุดแล้วเท่านั้น
    [accepted] ความเป็นหุ้นส่วนเริ่มแล้ว สำนักเลขาธิการจะเผยแพร่ภายหลัง
    [published] ความเป็นหุ้นส่วนเริ่มและเผยแพร่แล้ว เหตุผลที่เลือกสองเมืองนี้ยังคงเปิดอ่านได้ตลอดไป
    [declined] การจับคู่นี้ไม่เกิดขึ้น สำนักเลขาธิการจะดูคู่ที่ดีรองลงไปเอง
    [expired] หมดเวลาตอบแล้ว ขอหาหุ้นส่วนใหม่ได้หากคุณยังสนใจ
   *[withdrawn] สำนักเลขาธิการถอนการจับคู่นี้แล้ว
}
my-proposal-why = เหตุใดจึงเป็นสองเมืองนี้
my-proposal-public = ประโยคที่สาธารณชนจะอ่าน ตามที่สำนักเลขาธิการเขียน:
my-proposal-partners = ดูความเป็นหุ้นส่วนของคุณ
my-accept-title = ตอบรับ { $partner } หรือไม่
my-accept-next = ขั้นตอนต่อไป
my-accept-both = หาก { $partner } ตอบรับด้วย ความเป็นหุ้นส่วนจะเริ่มขึ้น
my-accept-public = จากนั้นจะเผยแพร่ทันที ที่นี่และในเว็บไซต์อื่น: สองเมือง ประเด็น และเหตุผลที่เลือก โดยไม่ระบุชื่อบุคคลใด
my-accept-held = จะไม่เผยแพร่เอง สำนักเลขาธิการจะเผยแพร่ภายหลัง
my-accept-meet = สำนักเลขาธิการจะนำสองหน่วยงานมาพบกัน และถามว่าแต่ละประเทศต้องมีขั้นตอนทางกฎหมายใด
my-accept-back = คุณถอนการตอบรับเองไม่ได้ สำนักเลขาธิการถอนให้ได้หากคุณขอ
my-accept-do = ใช่ เราต้องการ
my-decline-title = ปฏิเสธ { $partner } หรือไม่
my-decline-next = การจับคู่จะสิ้นสุดทันที { $partner } จะได้รับแจ้งว่าคุณปฏิเสธและเพราะเหตุใด การจับคู่นี้จะไม่ถูกแนะนำอีกระยะหนึ่ง
my-decline-code = เหตุผล
my-decline-choose = โปรดเลือก
my-decline-words = ด้วยคำของคุณเอง
my-decline-words-hint = อีกเมืองหนึ่งและสำนักเลขาธิการจะได้อ่าน
my-decline-do = ปฏิเสธ
my-answer-not-yet = ยังก่อน กลับไปที่คำเชิญ
my-proposals-back = คำเชิญทั้งหมด
