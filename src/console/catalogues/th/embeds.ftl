### Machine translation; it awaits review by a native speaker. The words used are listed in public.ftl.

embed-of = ความเป็นหุ้นส่วนของ { $city }
embed-from = เผยแพร่โดย { $site }
embed-as-of = ข้อมูล ณ วันที่ { $date }
embed-withdrawn = ความเป็นหุ้นส่วนนี้ถูกถอนแล้ว
embed-withdrawn-on = เคยเผยแพร่ที่นี่และถูกถอนเมื่อวันที่ { $date }
embed-missing = ไม่มีสิ่งที่จะแสดงที่นี่
embed-missing-why = ที่อยู่ของกรอบนี้ไม่ถูกต้อง หรือสิ่งที่เคยแสดงถูกถอนไปนานแล้ว
