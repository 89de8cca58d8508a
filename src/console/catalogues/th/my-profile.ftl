### Machine translation; it awaits review by a native speaker. The words used are listed in public.ftl.

## The profile
my-profile-title = { $city } ต้องการสิ่งใดและให้สิ่งใดได้
my-profile-lead = { $state ->
    [none] ยังไม่ได้บอกสิ่งใด มีหกขั้นสั้น ๆ แต่ละขั้นบันทึกแยกกัน
    [imported] สิ่งที่อยู่ที่นี่พบในแหล่งสาธารณะ โปรดดู แก้ไข แล้วส่ง จากนั้นจะนับเป็นคำของเมืองคุณ
    [draft] นี่คือฉบับร่าง เฉพาะสิ่งที่ส่งแล้วเท่านั้นที่นับในคำแนะนำ
    [submitted] ส่งแล้ว สำนักเลขาธิการกำลังดู คุณแก้ต่อได้เป็นฉบับร่างใหม่
    [verified] สำนักเลขาธิการยืนยันแล้ว การแก้ไขจะเริ่มฉบับร่างใหม่ จนกว่าฉบับนั้นจะได้รับการยืนยัน ฉบับนี้ยังใช้อยู่
   *[returned] สำนักเลขาธิการส่งกลับมา โปรดแก้สิ่งที่ระบุแล้วส่งอีกครั้ง
}
my-profile-reason = สำนักเลขาธิการเขียนเมื่อวันที่ { $date }:
my-profile-since = ณ วันที่ { $date }
my-profile-old = ข้อมูลเก่ากว่าหนึ่งปีแล้ว โปรดดูอีกครั้ง คำตอบเก่าทำให้คำแนะนำแน่นอนน้อยลง
my-profile-used = คำแนะนำใช้ฉบับที่ { $number }
my-profile-used-none = คำแนะนำยังไม่ได้ใช้ข้อมูลประจำเมืองของคุณ
my-profile-steps = ขั้นตอน
my-profile-step = { $code ->
    [about] เกี่ยวกับเมือง
    [needs] สิ่งที่คุณต้องการ
    [offers] สิ่งที่คุณเสนอให้
    [capacities] คุณก้าวหน้าเพียงใด และรับได้กี่ราย
    [office] ภาษาและหน่วยงาน
   *[check] ตรวจดูแล้วส่ง
}
my-profile-count = { $shown } รายการ
my-profile-empty = ยังไม่มี
my-profile-improves = คำแนะนำจะดีขึ้นหากทราบ:
my-profile-improves-points = { $what } (ถึง { $shown } คะแนน)
my-profile-improves-none = ไม่มีสิ่งใดขาดที่นี่ที่จะเปลี่ยนคำแนะนำ
my-profile-go = ไปต่อ: { $step }
my-profile-back = ทุกขั้น
my-profile-step-of = ขั้นที่ { $shown } จาก { $total }
my-profile-about-note = สำนักเลขาธิการดูแลรายการเหล่านี้ หากมีข้อใดผิด โปรดขอให้แก้ไข
my-profile-about-ask = ขอให้แก้ไข
my-profile-coast = ติดชายฝั่ง
my-profile-yes = ใช่
my-profile-no = ไม่ใช่
my-profile-unsaid = ไม่ได้ระบุ
my-profile-needs-note = สำคัญที่สุดก่อน หากต้องการนำออก ไม่ต้องเลือกประเด็น
my-profile-need = ความต้องการที่ { $number }
my-profile-need-what = คุณต้องการแก้ปัญหาหรือสร้างสิ่งใด
my-profile-offers-note = ประเด็นที่คุณยินดีสอนเมืองอื่น หากต้องการนำออก ไม่ต้องเลือกประเด็น
my-profile-offer = สิ่งที่เสนอให้ข้อที่ { $number }
my-profile-offer-what = คุณแสดงสิ่งใดให้ดูได้
my-profile-offer-slots = ครั้งละกี่เมือง
my-profile-modes = ด้วยวิธีใด หากไม่เลือกหมายถึงวิธีใดก็ได้
my-profile-mode = { $code ->
    [study_visit] การศึกษาดูงาน
    [secondment] การส่งเจ้าหน้าที่ไปปฏิบัติงาน
    [training] การฝึกอบรม
    [webinar] การสัมมนาออนไลน์
   *[joint_project] โครงการร่วม
}
my-profile-capacities-note = คำของคุณเองว่าก้าวหน้าเพียงใด สำนักเลขาธิการยืนยันได้ ซึ่งทำให้มีน้ำหนักมากขึ้น
my-profile-capacity = ประเด็นที่ { $number }
my-profile-level = คุณก้าวหน้าเพียงใด
my-profile-level-name = { $level ->
    [0] 0: ยังไม่มี
    [1] 1: ก้าวแรก
    [2] 2: มีแผน
    [3] 3: กำลังดำเนินงาน
    [4] 4: มีผลลัพธ์
   *[5] 5: ผู้อื่นมาเรียนรู้
}
my-profile-shown-by = สิ่งใดแสดงให้เห็น
my-profile-link = หน้าที่แสดงให้เห็น
my-profile-practice = แนวปฏิบัติของคุณที่แสดงให้เห็น
my-profile-none-of = ไม่มี
my-profile-quotas = รับหุ้นส่วนครั้งละกี่ราย
my-profile-quota = { $code ->
    [partners] เมืองพี่เมืองน้อง
    [learners] เมืองที่เรียนรู้จากคุณ
   *[mentors] เมืองที่สอนคุณ
}
my-profile-office = มีหน่วยงานด้านความสัมพันธ์ระหว่างประเทศหรือไม่
my-profile-languages = คุณทำงานกับผู้อื่นด้วยภาษาใดได้ หากไม่เลือกหมายถึงภาษาของเมืองเอง
my-profile-languages-later = โปรดระบุความต้องการหรือสิ่งที่เสนอให้ก่อน ภาษาจะอยู่ด้วยกัน
my-profile-contact = ผู้อื่นติดต่อคุณได้อย่างไร
my-profile-save = บันทึกแล้วไปต่อ
my-profile-more = บันทึกแล้วเพิ่มอีก
my-profile-stale = มีคนบันทึกข้อมูลประจำเมืองหลังจากที่คุณเปิด สิ่งนี้จึงยังไม่ได้บันทึก สิ่งที่คุณเขียนยังอยู่ในแบบด้านล่าง สิ่งที่บันทึกไว้ขณะนี้อยู่ใต้แบบ บันทึกอีกครั้งเพื่อใช้ของคุณแทน
my-profile-saved-now = สิ่งที่บันทึกไว้ขณะนี้
my-profile-check-lead = { $state ->
    [draft] ถูกต้องหรือไม่ หากถูกต้องโปรดส่ง สำนักเลขาธิการจะดู และนับจากนี้จะใช้ในคำแนะนำ
    [none] ยังไม่มีสิ่งใดให้ส่ง เริ่มจากสิ่งที่คุณต้องการ
   *[other] ไม่มีฉบับร่างให้ส่ง บันทึกขั้นหนึ่งเพื่อเริ่ม
}
my-profile-submit = ส่ง
my-profile-nothing = ฉบับร่างยังไม่บอกสิ่งใด โปรดระบุอย่างน้อยหนึ่งความต้องการ สิ่งที่เสนอให้ หรือประเด็นที่คุณกำลังดำเนินงาน
my-profile-change = แก้ไข
