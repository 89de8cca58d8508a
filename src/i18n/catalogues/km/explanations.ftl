### Machine translation; it awaits review by a native speaker.
### One word for one thing:
###   city ទីក្រុង · local government រដ្ឋបាលមូលដ្ឋាន · partner ដៃគូ · partnership ភាពជាដៃគូ · tie ទំនាក់ទំនងដែលមានស្រាប់
###   peer learning ការរៀនពីគ្នារវាងទីក្រុង · sister city ទីក្រុងបងប្អូន · mutual aid ជំនួយទៅវិញទៅមក
###   theme ប្រធានបទ · pillar សសរស្តម្ភ · priority អាទិភាព · capacity សមត្ថភាព · good practice ការអនុវត្តល្អ · indicator សូចនាករ
###   suggestion ការណែនាំ · proposal សំណើ · review ការពិនិត្យ · score ពិន្ទុ · evidence ភស្តុតាង · secretariat លេខាធិការដ្ឋាន
###   focal point មន្ត្រីបង្គោល · profile ប្រវត្តិរូប · network បណ្តាញ · hazard គ្រោះថ្នាក់ · exposure ការប្រឈម · peer group ក្រុមទីក្រុងស្រដៀងគ្នា

# What speaks for a pairing.
reason-learns-verified = { $learner } អាចរៀនពី { $giver } លើប្រធានបទ «{ $theme }» ដែលជាសមត្ថភាពមួយលេខាធិការដ្ឋានបានផ្ទៀងផ្ទាត់រួចហើយ។
reason-learns-practice = { $learner } អាចរៀនពី { $giver } លើប្រធានបទ «{ $theme }»៖ «{ $title }» មានលទ្ធផលដែលបានកត់ត្រាជាឯកសារ។
reason-learns-described = { $learner } អាចរៀនពី { $giver } លើប្រធានបទ «{ $theme }»៖ «{ $title }» បង្ហាញពីរបៀបដែលបានធ្វើ។
reason-learns-award = { $learner } អាចរៀនពី { $giver } លើប្រធានបទ «{ $theme }» ដែលទីក្រុងនេះទទួលបានការលើកសរសើរ៖ «{ $title }»។
reason-learns-stated = { $learner } អាចរៀនពី { $giver } លើប្រធានបទ «{ $theme }» តាមការបញ្ជាក់របស់ { $giver } ផ្ទាល់។
reason-learns-indicator = សូចនាករល្អបង្ហាញថា { $learner } អាចរៀនពី { $giver } លើប្រធានបទ «{ $theme }»។
reason-helps-verified = ពេលមានវិបត្តិ { $giver } អាចជួយ { $learner } លើប្រធានបទ «{ $theme }» ដែលជាសមត្ថភាពមួយលេខាធិការដ្ឋានបានផ្ទៀងផ្ទាត់រួចហើយ។
reason-helps-practice = ពេលមានវិបត្តិ { $giver } អាចជួយ { $learner } លើប្រធានបទ «{ $theme }»៖ «{ $title }» មានលទ្ធផលដែលបានកត់ត្រាជាឯកសារ។
reason-helps-described = ពេលមានវិបត្តិ { $giver } អាចជួយ { $learner } លើប្រធានបទ «{ $theme }»៖ «{ $title }» បង្ហាញពីអ្វីដែលទីក្រុងនេះបានធ្វើ។
reason-helps-award = ពេលមានវិបត្តិ { $giver } អាចជួយ { $learner } លើប្រធានបទ «{ $theme }» ដែលទីក្រុងនេះទទួលបានការលើកសរសើរ៖ «{ $title }»។
reason-helps-stated = ពេលមានវិបត្តិ { $giver } អាចជួយ { $learner } លើប្រធានបទ «{ $theme }» តាមការបញ្ជាក់របស់ { $giver } ផ្ទាល់។
reason-helps-indicator = សូចនាករល្អបង្ហាញថា ពេលមានវិបត្តិ { $giver } អាចជួយ { $learner } លើប្រធានបទ «{ $theme }»។
reason-different-threat = { $city } មាន{ $hazard }ខ្ពស់ ចំណែក { $other } មិនខ្ពស់ទេ៖ ទីក្រុងមួយអាចជួយនៅពេលទីក្រុងមួយទៀតរងគ្រោះ។
reason-shared-priority = «{ $theme }» ជាអាទិភាពរបស់ទីក្រុងទាំងពីរ។
reason-alike = ទីក្រុងទាំងពីរស្រដៀងគ្នាលើ{ $first }។
reason-alike-in-two = ទីក្រុងទាំងពីរស្រដៀងគ្នាលើ{ $first } និង{ $second }។
reason-language = ទីក្រុងទាំងពីរធ្វើការជា{ $language }។
reason-close-languages = ភាសារបស់ទីក្រុងទាំងពីរជិតគ្នាល្មមអាចយល់គ្នាបាន។
reason-bridge-language = ទីក្រុងទាំងពីរអាចធ្វើការជា{ $language }។
reason-network = ទីក្រុងទាំងពីរជាសមាជិក { $network }។
reason-near = ទីក្រុងទាំងពីរនៅឆ្ងាយពីគ្នាត្រឹមតែ { $km } គ.ម. ប៉ុណ្ណោះ។
reason-mode = { $mode }លើប្រធានបទ «{ $theme }» ជាអ្វីដែលទីក្រុងមួយត្រូវការ ហើយទីក្រុងមួយទៀតផ្តល់ជូន។
reason-slots = { $city } នៅអាចទទួលដៃគូបាន { $slots } ទៀត។

# What speaks against it.
against-symbolic = មិនទាន់ស្គាល់ប្រធានបទណាដែលភាគីណាមួយនឹងទទួលបានប្រយោជន៍ទេ៖ តាមដែលដឹង ការផ្គូផ្គងនេះគ្រាន់តែជានិមិត្តរូប។
against-not-ahead = មិនទាន់ដឹងថា { $other } រីកចម្រើនជាង { $city } លើចំណុចនេះទេ៖ នេះនឹងជាការផ្លាស់ប្តូររវាងទីក្រុងស្មើគ្នា។
against-memory = សមត្ថភាពរបស់ { $city } លើប្រធានបទ «{ $theme }» ផ្អែកលើចំណេះដឹងទូទៅដែលមិនទាន់មាននរណាផ្ទៀងផ្ទាត់។
against-own-word = សមត្ថភាពរបស់ { $city } លើប្រធានបទ «{ $theme }» ផ្អែកតែលើការបញ្ជាក់របស់ខ្លួនឯងប៉ុណ្ណោះ។
against-award = { $city } មានរង្វាន់លើប្រធានបទ «{ $theme }» ប៉ុន្តែមិនមានវិធីធ្វើដែលបានកត់ត្រាជាឯកសារទេ។
against-indicator = មានតែសូចនាករប៉ុណ្ណោះដែលបង្ហាញថា { $city } អាចបង្រៀនប្រធានបទ «{ $theme }»។
against-one-sided = តាមដែលដឹង មានតែ { $city } ប៉ុណ្ណោះដែលទទួលបានប្រយោជន៍។
against-joint-threat = ទីក្រុងទាំងពីរមាន{ $hazard }ខ្ពស់ ហើយអាចរងគ្រោះក្នុងពេលតែមួយ។
against-no-language = ទីក្រុងទាំងពីរមិនមានភាសាការងាររួមទេ ត្រូវការអ្នកបកប្រែ។
against-clock = ម៉ោងនៃទីក្រុងទាំងពីរខុសគ្នា { $hours } ម៉ោង។
against-far = ទីក្រុងទាំងពីរនៅឆ្ងាយពីគ្នា { $km } គ.ម.។
against-unlike = ទីក្រុងទាំងពីរខុសគ្នាខ្លាំងលើ{ $trait }។
against-no-office = { $city } មិនមានការិយាល័យទំនាក់ទំនងអន្តរជាតិទេ។
against-slow-answers = { $city } បានឆ្លើយតែ { $answered } ក្នុងចំណោមសំណូមពរ { $asked }។
against-country-value = តម្លៃរបស់ប្រទេសទាំងមូលត្រូវបានប្រើជំនួសតម្លៃរបស់ { $city } ផ្ទាល់។
against-little-known = ដឹងបានតែ { $percent }% នៃព័ត៌មានដែលត្រូវការសម្រាប់ការដាក់ពិន្ទុ។

# What is not known.
missing-priorities = បញ្ជីអាទិភាពពេញលេញរបស់ { $city }
missing-capacity = សមត្ថភាពរបស់ { $city } លើប្រធានបទ «{ $theme }»
missing-capacities = សមត្ថភាពរបស់ { $city } លើប្រធានបទចំនួន { $count } ដែលត្រូវការ
missing-offers = ប្រធានបទដែល { $city } ស្ម័គ្រចិត្តបង្រៀន
missing-trait = { $trait }របស់ { $city }
missing-languages = ភាសាការងាររបស់ { $city }
missing-networks = បណ្តាញរបស់ { $city }
missing-place = ទីតាំងរបស់ { $city }
missing-clock = តំបន់ម៉ោងរបស់ { $city }
missing-slots = ចំនួនដៃគូដែល { $city } អាចទទួលបាន
missing-office = ថាតើ { $city } មានការិយាល័យទំនាក់ទំនងអន្តរជាតិឬទេ
missing-answers = របៀបដែល { $city } ឆ្លើយតបសំណូមពរ

# Changes that would have changed the outcome.
change-verify = ប្រសិនបើលេខាធិការដ្ឋានផ្ទៀងផ្ទាត់កម្រិត { $level } របស់ { $city } លើប្រធានបទ «{ $theme }»
change-open = ប្រសិនបើ { $city } ស្ម័គ្រចិត្តបង្រៀនប្រធានបទ «{ $theme }»
change-slots = ប្រសិនបើ { $city } នៅអាចទទួលដៃគូបាន { $slots } ទៀត
change-office = ប្រសិនបើ { $city } មានការិយាល័យទំនាក់ទំនងអន្តរជាតិ
change-language = ប្រសិនបើ { $city } ធ្វើការជា{ $language }ផងដែរ
change-without-evidence = ប្រសិនបើគ្មានភស្តុតាងរបស់ { $city } លើប្រធានបទ «{ $theme }»

# The paragraph.
text-peer-learning = ក្នុងនាមជាកន្លែងសម្រាប់រៀន { $other } ស្ថិតនៅលំដាប់ទី { $rank } សម្រាប់ { $city } ដោយទទួលបាន { $score } ពិន្ទុក្នុងចំណោម 100។
text-sister-city = ក្នុងនាមជាទីក្រុងបងប្អូន { $other } ស្ថិតនៅលំដាប់ទី { $rank } សម្រាប់ { $city } ដោយទទួលបាន { $score } ពិន្ទុក្នុងចំណោម 100។
text-mutual-aid = ក្នុងនាមជាដៃគូផ្តល់ជំនួយទៅវិញទៅមកពេលមានវិបត្តិ { $other } ស្ថិតនៅលំដាប់ទី { $rank } សម្រាប់ { $city } ដោយទទួលបាន { $score } ពិន្ទុក្នុងចំណោម 100។
text-excluded = { $other } មិនត្រូវបានណែនាំដល់ { $city } ទេ ដោយសារមានវិធានមួយហាមឃាត់ បើមិនដូច្នេះទេ វានឹងស្ថិតនៅលំដាប់ទី { $rank } ដោយទទួលបាន { $score } ពិន្ទុក្នុងចំណោម 100។
text-well-known = លទ្ធផលនេះផ្អែកលើ { $percent }% នៃព័ត៌មានដែលត្រូវការសម្រាប់ការដាក់ពិន្ទុ ដែលជាមូលដ្ឋានរឹងមាំ។
text-partly-known = លទ្ធផលនេះផ្អែកលើ { $percent }% នៃព័ត៌មានដែលត្រូវការសម្រាប់ការដាក់ពិន្ទុ អ្វីដែលនៅខ្វះមានបញ្ជាក់ខាងក្រោម។
text-little-known = លទ្ធផលនេះផ្អែកលើតែ { $percent }% នៃព័ត៌មានដែលត្រូវការសម្រាប់ការដាក់ពិន្ទុ ហើយគួរចាត់ទុកជាសញ្ញាដំបូងប៉ុណ្ណោះ។

# A third city for a pair that lacks one thing.
trio-lacks-theme = ទាំង { $city } និង { $other } ចង់បានប្រធានបទ «{ $theme }» ហើយមិនទាន់ដឹងថាទីក្រុងណាមួយអាចបង្រៀនទីក្រុងមួយទៀតបានទេ។
trio-lacks-language = { $city } និង { $other } មិនមានភាសាការងាររួមទេ។
trio-teaches-both = { $third } អាចបង្រៀនទាំង { $city } និង { $other } លើប្រធានបទ «{ $theme }»។
trio-bridges-languages = { $third } មានភាសារួមមួយជាមួយ { $city } និងមួយជាមួយ { $other }។

# Cities that no cohort has room for.
cohort-left-ungrouped = ទីក្រុងនេះមិនស្ថិតក្នុងក្រុមទីក្រុងស្រដៀងគ្នាណាមួយដែលមានស្ថិរភាពទេ
cohort-left-no-mentor = មិនទាន់ដឹងថាមានទីក្រុងណាក្នុងក្រុមទីក្រុងស្រដៀងគ្នាអាចបង្រៀនប្រធានបទនេះបានទេ
cohort-left-over = ទីក្រុងណែនាំក្នុងក្រុមទីក្រុងស្រដៀងគ្នាមិនមានកន្លែងទំនេរទៀតទេ ឬមិនរីកចម្រើនជាងទីក្រុងនេះទេ
