### Machine translation; it awaits review by a native speaker. The words used are listed in explanations.ftl.
### What the model's own files name in English and Bahasa Indonesia, by its codes, which never change their meaning.
### Years are of the Buddhist era and say so.

# Pillars.
pillar-PS = การเมืองและความมั่นคง
pillar-EC = เศรษฐกิจ
pillar-SC = สังคมและวัฒนธรรม
pillar-CN = ความเชื่อมโยง

# Themes.
theme-integrity = ความสุจริต หลักนิติธรรม และการบริหารที่เปิดเผย
theme-e-services = บริการสาธารณะดิจิทัล
theme-participation = การมีส่วนร่วมของประชาชน
theme-public-safety = ความปลอดภัยสาธารณะและการตอบสนองเหตุฉุกเฉิน
theme-transnational-crime = ยาเสพติด การค้ามนุษย์ และอาชญากรรมไซเบอร์
theme-peace-cohesion = สันติภาพและความสมานฉันท์ในสังคม
theme-city-diplomacy = การทูตเมืองและการเรียนรู้ระหว่างเมือง
theme-sdg-localisation = การนำ SDG และ ACV สู่ท้องถิ่น
theme-msme = ธุรกิจขนาดเล็ก ตลาด และผู้ค้า
theme-tourism = การท่องเที่ยวอย่างยั่งยืน
theme-creative-economy = เศรษฐกิจสร้างสรรค์
theme-municipal-finance = การคลังท้องถิ่นและการลงทุน
theme-circular-economy = เศรษฐกิจหมุนเวียน
theme-food-agri = อาหารและเกษตรในเมือง
theme-energy = การเปลี่ยนผ่านสู่พลังงานสะอาด
theme-skills-jobs = ทักษะและการจ้างงานเยาวชน
theme-solid-waste = ขยะมูลฝอยและพลาสติก
theme-water-sanitation = น้ำประปา น้ำเสีย และสุขาภิบาล
theme-air-quality = คุณภาพอากาศและหมอกควัน
theme-climate-mitigation = เมืองคาร์บอนต่ำ
theme-climate-adaptation = การปรับตัวต่อการเปลี่ยนแปลงสภาพภูมิอากาศ
theme-disaster-resilience = การลดความเสี่ยงจากภัยพิบัติ
theme-green-biodiversity = พื้นที่สีเขียวและธรรมชาติ
theme-health = สุขภาพและโภชนาการ
theme-education = การศึกษาและการเรียนรู้ตลอดชีวิต
theme-heritage-culture = มรดกและวัฒนธรรม
theme-housing-slums = ที่อยู่อาศัยและการตั้งถิ่นฐาน
theme-gender = ความเสมอภาคระหว่างเพศและความปลอดภัย
theme-youth-children = เยาวชนและเด็ก
theme-ageing-disability = ผู้สูงอายุและคนพิการ
theme-poverty-protection = ความยากจนและการคุ้มครองทางสังคม
theme-public-transport = ขนส่งสาธารณะ
theme-traffic = การจราจรและความปลอดภัยทางถนน
theme-walk-cycle = การเดินและการใช้จักรยาน
theme-smart-platform = แพลตฟอร์มข้อมูลเมืองอัจฉริยะ
theme-digital-inclusion = การเข้าถึงดิจิทัลอย่างทั่วถึง
theme-urban-planning = การวางผังเมืองและที่ดิน
theme-urban-infrastructure = การระบายน้ำ การป้องกันน้ำท่วม และถนน
theme-logistics-cross-border = โลจิสติกส์ ท่าเรือ และชายแดน
theme-business-permits = การอนุญาตและกฎระเบียบทางธุรกิจ

# Indicators.
indicator-wdi_urban_pop_pct = ประชากรเมือง
indicator-wdi_urban_growth_pct = การเพิ่มของประชากรเมือง
indicator-wdi_pm25_exposure = การสัมผัสฝุ่นละเอียด (PM2.5)
indicator-wdi_urban_slum_pct = ประชากรเมืองที่อยู่ในชุมชนแออัด
indicator-wdi_urban_electricity_pct = การเข้าถึงไฟฟ้าในเมือง
indicator-wdi_road_mortality_100k = การเสียชีวิตจากการจราจรทางถนน
indicator-wdi_sci_articles = บทความวิทยาศาสตร์
indicator-wdi_urban_pop_below5m_pct = ประชากรเมืองที่อยู่ต่ำกว่าระดับ 5 เมตร
indicator-wdi_rnd_pct_gdp = รายจ่ายด้านการวิจัยและพัฒนา
indicator-wdi_hightech_exports_pct = การส่งออกสินค้าเทคโนโลยีขั้นสูง
indicator-wdi_gini = ดัชนีจีนีด้านรายได้
indicator-wdi_poverty_320_pct = ผู้มีรายได้ต่ำกว่า 3.20 ดอลลาร์ต่อวัน
indicator-hdi = ดัชนีการพัฒนามนุษย์
indicator-inform2025_risk = ความเสี่ยงวิกฤตด้านมนุษยธรรม
indicator-inform2025_hazard = ภัยและความเสี่ยง
indicator-inform2025_natural = ภัยธรรมชาติ
indicator-inform2025_earthquake = ความเสี่ยงแผ่นดินไหว
indicator-inform2025_river_flood = ความเสี่ยงน้ำท่วมจากแม่น้ำ
indicator-inform2025_tsunami = ความเสี่ยงสึนามิ
indicator-inform2025_cyclone = ความเสี่ยงพายุหมุน
indicator-inform2025_coastal_flood = ความเสี่ยงน้ำท่วมชายฝั่ง
indicator-inform2025_drought = ความเสี่ยงภัยแล้ง
indicator-inform2025_epidemic = ภัยโรคระบาด
indicator-inform2025_vulnerability = ความเปราะบาง
indicator-inform2025_lack_coping = การขาดขีดความสามารถในการรับมือ
indicator-inform2025_drr_gap = ช่องว่างด้านการลดความเสี่ยงจากภัยพิบัติ
indicator-inform2025_governance_gap = ช่องว่างด้านธรรมาภิบาล
indicator-inform2025_communication_gap = ช่องว่างด้านการสื่อสาร
indicator-inform2025_infrastructure_gap = ช่องว่างด้านโครงสร้างพื้นฐานทางกายภาพ
indicator-inform2025_health_access_gap = ช่องว่างด้านการเข้าถึงบริการสุขภาพ
indicator-cpi2017_0_10 = ภาพลักษณ์ความปลอดคอร์รัปชัน
indicator-wup_pop_2020_k = ประชากรของเขตเมืองต่อเนื่อง พ.ศ. 2563
indicator-wup_pop_2030_k = ประชากรของเขตเมืองต่อเนื่อง คาดการณ์สำหรับ พ.ศ. 2573
indicator-wup_growth_2010_20_pct = การเติบโตของเขตเมืองต่อเนื่อง พ.ศ. 2553 ถึง 2563
indicator-elevation_m = ความสูงจากระดับน้ำทะเล
indicator-co2_scope1_t = การปล่อยก๊าซภายในเมือง (ขอบเขตที่ 1)
indicator-co2_scope1_t_per_cap = การปล่อยก๊าซภายในเมืองต่อคน (ขอบเขตที่ 1)
indicator-nang_temp_c = อุณหภูมิเฉลี่ย
indicator-nang_gdp_ppp_per_cap = ผลิตภัณฑ์ของเมืองต่อคนตามอำนาจซื้อ
indicator-nang_congestion_tomtom = เวลาเดินทางที่เพิ่มขึ้นเพราะการจราจร
indicator-nang_congestion_inrix_pct = เวลาที่อยู่ในสภาพรถติด
indicator-nang_household_size = ขนาดครัวเรือน
