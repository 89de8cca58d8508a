### Machine translation; it awaits review by a native speaker. The words used are listed in public.ftl.

nav-workspace = เข้าสู่ระบบ
nav-desk = โต๊ะทำงาน
nav-review = การพิจารณา
nav-requests = คำขอ
nav-account = บัญชีของฉัน
nav-members = สมาชิก
nav-users = บัญชีผู้ใช้
nav-models = แบบจำลอง
nav-audit = บันทึกการตรวจสอบ
nav-rounds = รอบการจับคู่
sign-out = ออกจากระบบ
signed-in-as = { $name }, { $role }
role-name = { $code ->
    [admin] ผู้ดูแลระบบ
    [officer] เจ้าหน้าที่
    [approver] ผู้อนุมัติ
    [focal_point] ผู้ประสานงานของเมือง
    [observer] ผู้สังเกตการณ์
   *[other] { $name }
}
done = { $code ->
    [saved] บันทึกแล้ว
    [profile-verified] ข้อมูลประจำเมืองได้รับการยืนยันแล้ว
    [profile-returned] ส่งข้อมูลประจำเมืองกลับแล้ว เมืองจะเห็นเหตุผล
    [undone] ยกเลิกการตัดสินใจของคุณแล้ว
    [password-changed] เปลี่ยนรหัสผ่านของคุณแล้ว การเข้าใช้อื่นทั้งหมดของคุณสิ้นสุดลง
    [signed-out] คุณออกจากระบบแล้ว
   *[other] { $name }
}
faults-heading = { $count ->
   *[other] ยังไม่ได้บันทึกสิ่งใด: มี { $shown } ข้อที่ต้องดูอีกครั้ง
}

## Signing in
sign-in-title = เข้าสู่ระบบ
sign-in-lead = สำหรับผู้ประสานงานของเมืองสมาชิกและสำหรับสำนักเลขาธิการ
sign-in-expired = การเข้าใช้ของคุณสิ้นสุดแล้ว สิ่งที่คุณเขียนยังเก็บไว้ เข้าสู่ระบบแล้วส่งอีกครั้งได้
sign-in-email = ที่อยู่อีเมล
sign-in-password = รหัสผ่าน
sign-in-button = เข้าสู่ระบบ
sign-in-wrong = ที่อยู่อีเมลหรือรหัสผ่านไม่ถูกต้อง ไม่มีสิ่งอื่นเปลี่ยนแปลง โปรดลองอีกครั้ง
sign-in-wait = { $count ->
   *[other] ลองหลายครั้งเกินไป โปรดรอ { $shown } วินาทีแล้วลองอีกครั้ง
}
sign-in-busy = ขณะนี้มีผู้เข้าสู่ระบบมากเกินไป โปรดลองอีกครั้งในไม่กี่วินาที
sign-in-no-account = ไม่มีบัญชีใช่ไหม สำนักเลขาธิการแต่งตั้งผู้ประสานงานหนึ่งคนสำหรับแต่ละเมืองสมาชิกและส่งคำเชิญให้
sign-in-invitation = ฉันมีคำเชิญ
kept-title = คุณเข้าสู่ระบบแล้ว ส่งสิ่งที่คุณเขียนหรือไม่
kept-lead = การเข้าใช้ของคุณสิ้นสุดก่อนที่จะบันทึกได้ ไม่มีสิ่งใดสูญหายและยังไม่ได้ส่งสิ่งใด
kept-send = ส่งเลย
kept-drop = ไม่ส่ง

## An invitation
invitation-title = ตอบรับคำเชิญ
invitation-lead = ตั้งรหัสผ่านแล้วคุณจะเข้าสู่ระบบทันที คำเชิญใช้ได้ครั้งเดียว
invitation-code = รหัสคำเชิญ
invitation-password = รหัสผ่านของคุณ
invitation-password-hint = อย่างน้อย 8 ตัวอักษร ถ้าเป็นวลียาว 15 ตัวอักษรขึ้นไปจะดีกว่า
invitation-button = ตอบรับ
invitation-bad = คำเชิญนี้ใช้ไม่ได้: ใช้ไปแล้ว หมดอายุ หรือรหัสไม่ครบ โปรดขอคำเชิญใหม่จากสำนักเลขาธิการ
password-fault = { $code ->
    [too-short] รหัสผ่านใหม่ต้องมีอย่างน้อย 8 ตัวอักษร ถ้าเป็นวลียาว 15 ตัวอักษรขึ้นไปจะดีกว่า
    [too-long] รหัสผ่านใหม่มีได้ไม่เกิน 128 ตัวอักษร
    [control] รหัสผ่านใหม่ต้องไม่มีอักขระควบคุม
    [tried-first] รหัสผ่านใหม่เป็นหนึ่งในรหัสที่คนมักลองก่อน หรือใกล้เคียง
    [predictable] รหัสผ่านใหม่เป็นการซ้ำ หรือเป็นแถวของตัวอักษรหรือตัวเลขที่เรียงกัน
    [known] รหัสผ่านใหม่แทบไม่มีอะไรนอกจาก { $name } ซึ่งผู้อื่นรู้ โปรดเพิ่มคำของคุณเองหรือเลือกคำอื่น
    [not-present] รหัสผ่านปัจจุบันไม่ถูกต้อง
   *[other] { $name }
}

## The own account
account-title = บัญชีของคุณ
account-name = ชื่อ
account-email = ที่อยู่อีเมล
account-role = บทบาท
account-city = เมือง
account-password = เปลี่ยนรหัสผ่านของคุณ
account-password-now = รหัสผ่านปัจจุบัน
account-password-new = รหัสผ่านใหม่
account-password-change = เปลี่ยนรหัสผ่าน
account-password-note = การเข้าใช้อื่นทั้งหมดของคุณจะสิ้นสุดลง
account-session = การเข้าใช้ครั้งนี้
account-session-note = จะสิ้นสุดเองครึ่งชั่วโมงหลังหน้าสุดท้ายที่เปิด และสิบสองชั่วโมงหลังจากเข้าสู่ระบบ

## When something is wrong
error-forbidden = คุณดูหน้านี้ไม่ได้
error-forbidden-what = บัญชีของคุณไม่มีสิทธิ์ในหน้านี้ หากควรมี โปรดสอบถามสำนักเลขาธิการ
error-forged = คำขอนี้ไม่ได้มาจากหน้าของคุณ
error-forged-what = ไม่มีสิ่งใดเปลี่ยนแปลง กลับไปเปิดหน้าเดิมอีกครั้งแล้วทำสิ่งที่คุณต้องการใหม่
error-conflict = มีคนทำก่อนแล้ว
error-conflict-what = สิ่งนี้เปลี่ยนไปหลังจากที่คุณเปิด จึงยังไม่ได้บันทึกสิ่งใด ดูสภาพปัจจุบันแล้วทำสิ่งที่คุณยังต้องการอีกครั้ง
