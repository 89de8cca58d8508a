### Machine translation; it awaits review by a native speaker. The words used are listed in explanations.ftl.

# What sets a group of cities apart: phrases for a list.
group-above-population = ประชากรมาก
group-below-population = ประชากรน้อย
group-above-human-development = การพัฒนามนุษย์สูง
group-below-human-development = การพัฒนามนุษย์ต่ำ
group-above-coastal = ติดชายฝั่ง
group-below-coastal = อยู่ในแผ่นดิน
group-above-elevation = อยู่บนที่สูง
group-below-elevation = อยู่บนที่ต่ำ
group-above-latitude = ห่างจากเส้นศูนย์สูตรกว่า
group-below-latitude = ใกล้เส้นศูนย์สูตร
group-above-flood = เสี่ยงน้ำท่วมมาก
group-below-flood = เสี่ยงน้ำท่วมน้อย
group-above-cyclone = เสี่ยงพายุหมุนมาก
group-below-cyclone = เสี่ยงพายุหมุนน้อย
group-above-earthquake = เสี่ยงแผ่นดินไหวมาก
group-below-earthquake = เสี่ยงแผ่นดินไหวน้อย
group-above-tsunami = เสี่ยงสึนามิมาก
group-below-tsunami = เสี่ยงสึนามิน้อย
group-above-volcano = เสี่ยงภูเขาไฟมาก
group-below-volcano = เสี่ยงภูเขาไฟน้อย
group-above-drought = เสี่ยงภัยแล้งมาก
group-below-drought = เสี่ยงภัยแล้งน้อย
group-above-heat = เสี่ยงความร้อนมาก
group-below-heat = เสี่ยงความร้อนน้อย
group-above-landslide = เสี่ยงดินถล่มมาก
group-below-landslide = เสี่ยงดินถล่มน้อย
group-above-sea-level = เสี่ยงระดับน้ำทะเลสูงขึ้นมาก
group-below-sea-level = เสี่ยงระดับน้ำทะเลสูงขึ้นน้อย
group-above-urban-growth = เติบโตเร็ว
group-below-urban-growth = เติบโตช้า
group-above-level = ระดับการปกครองสูงกว่า
group-below-level = ระดับการปกครองต่ำกว่า
group-above-pillar-ps = เน้นประเด็นการเมืองและความมั่นคง
group-below-pillar-ps = มีประเด็นการเมืองและความมั่นคงน้อย
group-above-pillar-ec = เน้นประเด็นเศรษฐกิจ
group-below-pillar-ec = มีประเด็นเศรษฐกิจน้อย
group-above-pillar-sc = เน้นประเด็นสังคมและวัฒนธรรม
group-below-pillar-sc = มีประเด็นสังคมและวัฒนธรรมน้อย
group-above-pillar-cn = เน้นประเด็นความเชื่อมโยง
group-below-pillar-cn = มีประเด็นความเชื่อมโยงน้อย
group-above-theme = ทำงานจริงจังในประเด็น “{ $theme }”
group-around = แถบ { $city }
group-ordinary = ใกล้ค่าเฉลี่ยในทุกด้าน

# What to keep in mind about a group.
group-note-dissolved = เมื่อสุ่มเมืองใหม่ เมืองเหล่านี้ไม่รวมกันเป็นกลุ่มนี้อีก จึงไม่นับเป็นกลุ่ม และเมืองในนี้ไม่มีกลุ่ม
group-note-one-country = { $cities } จาก { $size } เมืองของกลุ่มนี้อยู่ใน{ $country } กลุ่มนี้จึงอาจไม่ได้บอกอะไรมากไปกว่านั้น

# Why there are so many groups.
groups-why-best = { $groups } กลุ่ม: ในบรรดาจำนวนกลุ่มที่มีเมืองมากพออยู่ในกลุ่มที่คงตัวและไม่มีกลุ่มใดใหญ่เกินประโยชน์ จำนวนนี้แยกเมืองได้ดีที่สุด (ค่าซิลูเอตเฉลี่ย { $silhouette } ร้อยละ { $held } ของเมืองอยู่ในกลุ่มที่คงตัว)
groups-why-finest = { $groups } กลุ่ม: เป็นการแบ่งที่ละเอียดที่สุดที่ยังคงตัว และเท่าที่ข้อมูลบอกได้ แยกเมืองได้ดีไม่แพ้จำนวนอื่น (ค่าซิลูเอตเฉลี่ย { $silhouette } ร้อยละ { $held } ของเมืองอยู่ในกลุ่มที่คงตัว)
groups-why-clear = { $groups } กลุ่ม ซึ่งเมืองแยกกันเองอย่างชัดเจน (ค่าซิลูเอตเฉลี่ย { $silhouette } ร้อยละ { $held } ของเมืองอยู่ในกลุ่มที่คงตัว)
groups-why-coarse = { $groups } กลุ่ม: ไม่มีการแบ่งที่ละเอียดกว่านี้ที่คงตัวสำหรับเมืองจำนวนมากพอ จึงมีกลุ่มหนึ่งที่ใหญ่เกินควร (ค่าซิลูเอตเฉลี่ย { $silhouette } ร้อยละ { $held } ของเมืองอยู่ในกลุ่มที่คงตัว)
groups-why-most-held = { $groups } กลุ่ม: ไม่มีจำนวนกลุ่มใดคงตัวสำหรับเมืองจำนวนมากพอ จำนวนนี้คงตัวสำหรับเมืองมากที่สุด (ร้อยละ { $held } ของเมือง ค่าซิลูเอตเฉลี่ย { $silhouette })
groups-why-none-holds = ไม่มีกลุ่ม: ไม่ว่าจะแบ่งเป็นกี่กลุ่ม เมื่อสุ่มเมืองใหม่ก็ไม่พบกลุ่มเดิมอีก (ลองครั้งสุดท้าย { $groups } กลุ่ม ค่าซิลูเอตเฉลี่ย { $silhouette } ร้อยละ { $held } ของเมืองอยู่ในกลุ่มที่คงตัว)
groups-why-wished = { $groups } กลุ่มตามที่ขอ (ค่าซิลูเอตเฉลี่ย { $silhouette } ร้อยละ { $held } ของเมืองอยู่ในกลุ่มที่คงตัว)
groups-why-too-few = มีข้อมูลเพียงพอสำหรับ { $cities } เมือง แต่การแบ่งกลุ่มต้องมีอย่างน้อย { $least } เมือง

# The place of a city among groups that were found without it.
assignment-in = { $city } ใกล้กลุ่ม { $group } ที่สุด โดยห่างจากศูนย์กลางกลุ่ม { $distance } ขณะที่ปกติเมืองในกลุ่มห่าง { $typical } (ทราบร้อยละ { $known } ของสิ่งที่เปรียบเทียบ)
assignment-far = { $city } อยู่ห่างจากทุกกลุ่ม กลุ่มที่ใกล้ที่สุดคือกลุ่ม { $group } ที่ระยะ { $distance } ขณะที่ปกติเมืองในกลุ่มห่าง { $typical } (ทราบร้อยละ { $known } ของสิ่งที่เปรียบเทียบ)
assignment-little-known = มีข้อมูลของ { $city } น้อยเกินกว่าจะจัดกลุ่มได้ คือร้อยละ { $known } ของสิ่งที่เปรียบเทียบ กลุ่มที่ใกล้ที่สุดคือกลุ่ม { $group } ที่ระยะ { $distance } ขณะที่ปกติเมืองในกลุ่มห่าง { $typical }
assignment-no-groups = ไม่มีกลุ่มที่จะจัด { $city } เข้าไปได้ (ทราบร้อยละ { $known } ของสิ่งที่เปรียบเทียบ)
