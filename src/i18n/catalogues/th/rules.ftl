### Machine translation; it awaits review by a native speaker. The words used are listed in explanations.ftl.

# Why a pair is no candidate.
rule-same-city = { $city } เป็นหุ้นส่วนของตนเองไม่ได้
rule-inactive-member = { $city } ไม่ใช่สมาชิกที่ยังดำเนินการอยู่
rule-same-country = ทั้งสองเมืองอยู่ใน{ $country } แต่การจับคู่ประเภทนี้เชื่อมสองประเทศเข้าด้วยกัน
rule-existing-tie = { $city } และ { $other } มีความสัมพันธ์ประเภทนี้อยู่แล้ว
rule-barred = สำนักเลขาธิการไม่อนุญาตให้จับคู่ { $city } กับ { $other }
rule-cooling-period = ข้อเสนอระหว่าง { $city } กับ { $other } ถูกปฏิเสธไปเมื่อไม่นานมานี้ จะไม่ถามทั้งสองเมืองอีกก่อนวันที่ { $until }
rule-not-interested = { $city } แจ้งว่าไม่สนใจ { $other }
rule-no-own-slot = { $city } เองรับเมืองหุ้นส่วนเพิ่มไม่ได้แล้ว
rule-no-slot = { $city } รับเมืองหุ้นส่วนเพิ่มไม่ได้แล้ว
rule-no-head-start = ไม่ปรากฏว่า { $other } ก้าวหน้ากว่า { $city } ในประเด็นใดที่ { $city } ต้องการและ { $other } ยินดีสอน
rule-theme-not-shared = ทั้ง { $city } และ { $other } จะไม่ได้ประโยชน์ในประเด็นที่ขอ และประเด็นนั้นไม่ใช่เรื่องสำคัญของทั้งสองเมือง

# The same rules, as labels of a count.
excluded-same-city = เมืองเดียวกัน
excluded-inactive-member = ไม่ใช่สมาชิกที่ยังดำเนินการอยู่
excluded-same-country = อยู่ในประเทศเดียวกัน
excluded-existing-tie = มีความสัมพันธ์ประเภทนี้อยู่แล้ว
excluded-barred = สำนักเลขาธิการไม่อนุญาต
excluded-cooling-period = ถูกปฏิเสธเมื่อไม่นานมานี้
excluded-not-interested = เมืองนี้ไม่สนใจ
excluded-no-own-slot = เมืองนี้รับหุ้นส่วนเพิ่มไม่ได้แล้ว
excluded-no-slot = รับหุ้นส่วนเพิ่มไม่ได้แล้ว
excluded-no-head-start = ไม่ก้าวหน้ากว่าในประเด็นใดที่ต้องการ
excluded-theme-not-shared = ไม่ใช่ประเด็นร่วมกัน
