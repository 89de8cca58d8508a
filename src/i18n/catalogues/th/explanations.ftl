### Machine translation; it awaits review by a native speaker.
### One word for one thing:
###   city เมือง · local government องค์กรปกครองส่วนท้องถิ่น · partner หุ้นส่วน · partnership ความเป็นหุ้นส่วน · tie ความสัมพันธ์ที่มีอยู่
###   peer learning การเรียนรู้ระหว่างเมือง · sister city เมืองพี่เมืองน้อง · mutual aid การช่วยเหลือซึ่งกันและกัน
###   theme ประเด็น · pillar เสา · priority เรื่องสำคัญ · capacity ขีดความสามารถ · good practice แนวปฏิบัติที่ดี · indicator ตัวชี้วัด
###   suggestion คำแนะนำ · proposal ข้อเสนอ · review การพิจารณา · score คะแนน · evidence หลักฐาน · secretariat สำนักเลขาธิการ
###   focal point ผู้ประสานงานของเมือง · profile ข้อมูลประจำเมือง · network เครือข่าย · hazard ภัย · exposure ความเสี่ยง · peer group กลุ่มเมืองที่คล้ายกัน

# What speaks for a pairing.
reason-learns-verified = { $learner } เรียนรู้จาก { $giver } ได้ในประเด็น “{ $theme }” ซึ่งเป็นขีดความสามารถที่สำนักเลขาธิการยืนยันแล้ว
reason-learns-practice = { $learner } เรียนรู้จาก { $giver } ได้ในประเด็น “{ $theme }” โดย “{ $title }” มีผลลัพธ์ที่บันทึกไว้เป็นเอกสาร
reason-learns-described = { $learner } เรียนรู้จาก { $giver } ได้ในประเด็น “{ $theme }” โดย “{ $title }” แสดงให้เห็นวิธีดำเนินการ
reason-learns-award = { $learner } เรียนรู้จาก { $giver } ได้ในประเด็น “{ $theme }” ซึ่งเป็นเรื่องที่เมืองนี้ได้รับการยกย่อง: “{ $title }”
reason-learns-stated = { $learner } เรียนรู้จาก { $giver } ได้ในประเด็น “{ $theme }” ตามคำบอกของ { $giver } เอง
reason-learns-indicator = ตัวชี้วัดที่ดีบ่งชี้ว่า { $learner } เรียนรู้จาก { $giver } ได้ในประเด็น “{ $theme }”
reason-helps-verified = ในยามวิกฤต { $giver } ช่วย { $learner } ได้ในประเด็น “{ $theme }” ซึ่งเป็นขีดความสามารถที่สำนักเลขาธิการยืนยันแล้ว
reason-helps-practice = ในยามวิกฤต { $giver } ช่วย { $learner } ได้ในประเด็น “{ $theme }” โดย “{ $title }” มีผลลัพธ์ที่บันทึกไว้เป็นเอกสาร
reason-helps-described = ในยามวิกฤต { $giver } ช่วย { $learner } ได้ในประเด็น “{ $theme }” โดย “{ $title }” แสดงให้เห็นสิ่งที่เมืองนี้ได้ทำมา
reason-helps-award = ในยามวิกฤต { $giver } ช่วย { $learner } ได้ในประเด็น “{ $theme }” ซึ่งเป็นเรื่องที่เมืองนี้ได้รับการยกย่อง: “{ $title }”
reason-helps-stated = ในยามวิกฤต { $giver } ช่วย { $learner } ได้ในประเด็น “{ $theme }” ตามคำบอกของ { $giver } เอง
reason-helps-indicator = ตัวชี้วัดที่ดีบ่งชี้ว่าในยามวิกฤต { $giver } ช่วย { $learner } ได้ในประเด็น “{ $theme }”
reason-different-threat = { $city } มี{ $hazard }สูง ส่วน { $other } ไม่สูง เมืองหนึ่งจึงช่วยได้เมื่ออีกเมืองหนึ่งประสบภัย
reason-shared-priority = “{ $theme }” เป็นเรื่องสำคัญของทั้งสองเมือง
reason-alike = ทั้งสองเมืองคล้ายกันในด้าน{ $first }
reason-alike-in-two = ทั้งสองเมืองคล้ายกันในด้าน{ $first }และ{ $second }
reason-language = ทั้งสองเมืองทำงานด้วย{ $language }
reason-close-languages = ภาษาของทั้งสองเมืองใกล้เคียงกันพอที่จะเข้าใจกันได้
reason-bridge-language = ทั้งสองเมืองทำงานด้วย{ $language }ได้
reason-network = ทั้งสองเมืองอยู่ใน { $network }
reason-near = ทั้งสองเมืองอยู่ห่างกันเพียง { $km } กม.
reason-mode = { $mode }ในประเด็น “{ $theme }” เป็นสิ่งที่เมืองหนึ่งต้องการและอีกเมืองหนึ่งเสนอให้
reason-slots = { $city } ยังรับเมืองหุ้นส่วนได้อีก { $slots } เมือง

# What speaks against it.
against-symbolic = ยังไม่พบประเด็นใดที่ฝ่ายใดฝ่ายหนึ่งจะได้ประโยชน์ เท่าที่ทราบ การจับคู่นี้เป็นเพียงสัญลักษณ์
against-not-ahead = ไม่ปรากฏว่า { $other } ก้าวหน้ากว่า { $city } ในเรื่องนี้ จึงจะเป็นการแลกเปลี่ยนระหว่างเมืองที่ทัดเทียมกัน
against-memory = สิ่งที่ { $city } ทำได้ในประเด็น “{ $theme }” อาศัยความรู้ทั่วไปที่ยังไม่มีผู้ใดยืนยัน
against-own-word = สิ่งที่ { $city } ทำได้ในประเด็น “{ $theme }” อาศัยคำบอกของเมืองเองเท่านั้น
against-award = { $city } ได้รับรางวัลในประเด็น “{ $theme }” แต่ไม่มีวิธีการที่บันทึกไว้เป็นเอกสาร
against-indicator = การที่ { $city } จะสอนประเด็น “{ $theme }” ได้นั้น มีเพียงตัวชี้วัดที่บ่งชี้
against-one-sided = เท่าที่ทราบ มีเพียง { $city } ที่ได้ประโยชน์
against-joint-threat = ทั้งสองเมืองมี{ $hazard }สูง และอาจประสบภัยพร้อมกัน
against-no-language = ทั้งสองเมืองไม่มีภาษาทำงานร่วมกัน จึงต้องใช้ล่าม
against-clock = เวลาของทั้งสองเมืองต่างกัน { $hours } ชั่วโมง
against-far = ทั้งสองเมืองอยู่ห่างกัน { $km } กม.
against-unlike = ทั้งสองเมืองแตกต่างกันมากในด้าน{ $trait }
against-no-office = { $city } ไม่มีหน่วยงานด้านความสัมพันธ์ระหว่างประเทศ
against-slow-answers = { $city } ตอบเพียง { $answered } จาก { $asked } คำขอ
against-country-value = ใช้ค่าของทั้งประเทศแทนค่าของ { $city } เอง
against-little-known = ทราบเพียงร้อยละ { $percent } ของข้อมูลที่ใช้คิดคะแนน

# What is not known.
missing-priorities = รายการเรื่องสำคัญทั้งหมดของ { $city }
missing-capacity = สิ่งที่ { $city } ทำได้ในประเด็น “{ $theme }”
missing-capacities = สิ่งที่ { $city } ทำได้ใน { $count } ประเด็นที่เป็นที่ต้องการ
missing-offers = ประเด็นที่ { $city } ยินดีสอน
missing-trait = { $trait }ของ { $city }
missing-languages = ภาษาทำงานของ { $city }
missing-networks = เครือข่ายของ { $city }
missing-place = ที่ตั้งของ { $city }
missing-clock = เขตเวลาของ { $city }
missing-slots = จำนวนเมืองหุ้นส่วนที่ { $city } รับได้
missing-office = { $city } มีหน่วยงานด้านความสัมพันธ์ระหว่างประเทศหรือไม่
missing-answers = { $city } ตอบคำขออย่างไร

# Changes that would have changed the outcome.
change-verify = หากสำนักเลขาธิการยืนยันระดับ { $level } ของ { $city } ในประเด็น “{ $theme }”
change-open = หาก { $city } ยินดีสอนประเด็น “{ $theme }”
change-slots = หาก { $city } ยังรับเมืองหุ้นส่วนได้อีก { $slots } เมือง
change-office = หาก { $city } มีหน่วยงานด้านความสัมพันธ์ระหว่างประเทศ
change-language = หาก { $city } ทำงานด้วย{ $language }ด้วย
change-without-evidence = หากไม่มีหลักฐานของ { $city } ในประเด็น “{ $theme }”

# The paragraph.
text-peer-learning = ในฐานะแหล่งเรียนรู้ { $other } อยู่อันดับที่ { $rank } สำหรับ { $city } โดยได้ { $score } จาก 100 คะแนน
text-sister-city = ในฐานะเมืองพี่เมืองน้อง { $other } อยู่อันดับที่ { $rank } สำหรับ { $city } โดยได้ { $score } จาก 100 คะแนน
text-mutual-aid = ในฐานะหุ้นส่วนช่วยเหลือซึ่งกันและกันยามวิกฤต { $other } อยู่อันดับที่ { $rank } สำหรับ { $city } โดยได้ { $score } จาก 100 คะแนน
text-excluded = ไม่แนะนำ { $other } ให้แก่ { $city } เพราะมีกฎข้อหนึ่งไม่อนุญาต มิฉะนั้นจะอยู่อันดับที่ { $rank } โดยได้ { $score } จาก 100 คะแนน
text-well-known = ผลนี้อาศัยข้อมูลร้อยละ { $percent } ของที่ใช้คิดคะแนน ซึ่งเป็นฐานที่มั่นคง
text-partly-known = ผลนี้อาศัยข้อมูลร้อยละ { $percent } ของที่ใช้คิดคะแนน สิ่งที่ยังขาดระบุไว้ด้านล่าง
text-little-known = ผลนี้อาศัยข้อมูลเพียงร้อยละ { $percent } ของที่ใช้คิดคะแนน จึงควรถือเป็นเพียงข้อบ่งชี้เบื้องต้น

# A third city for a pair that lacks one thing.
trio-lacks-theme = ทั้ง { $city } และ { $other } ต้องการประเด็น “{ $theme }” แต่ไม่ปรากฏว่าเมืองใดสอนอีกเมืองหนึ่งได้
trio-lacks-language = { $city } และ { $other } ไม่มีภาษาทำงานร่วมกัน
trio-teaches-both = { $third } สอนได้ทั้ง { $city } และ { $other } ในประเด็น “{ $theme }”
trio-bridges-languages = { $third } มีภาษาร่วมกับ { $city } ภาษาหนึ่ง และกับ { $other } อีกภาษาหนึ่ง

# Cities that no cohort has room for.
cohort-left-ungrouped = เมืองนี้ไม่ได้อยู่ในกลุ่มเมืองที่คล้ายกันกลุ่มใดที่คงตัว
cohort-left-no-mentor = ไม่ปรากฏว่ามีเมืองใดในกลุ่มเมืองที่คล้ายกันสอนประเด็นนี้ได้
cohort-left-over = เมืองพี่เลี้ยงในกลุ่มเมืองที่คล้ายกันไม่มีที่ว่างแล้ว หรือไม่ได้ก้าวหน้ากว่าเมืองนี้
