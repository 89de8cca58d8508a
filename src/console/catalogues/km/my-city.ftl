### Machine translation; it awaits review by a native speaker. The words used are listed in public.ftl.

## All pages of the area
my-area = ទីក្រុងរបស់ខ្ញុំ
my-area-home = ទិដ្ឋភាពទូទៅ
my-area-suggestions = ការណែនាំ
my-area-ask = ស្នើសុំដៃគូ
my-area-proposals = ការអញ្ជើញ
my-area-profile = ប្រវត្តិរូប
my-kind = { $code ->
    [peer_learning] ការរៀនពីគ្នារវាងទីក្រុង
    [sister_city] ទីក្រុងបងប្អូន
   *[mutual_aid] ជំនួយទៅវិញទៅមកពេលមានវិបត្តិ
}
my-theme = ប្រធានបទ
my-theme-all = គ្រប់ប្រធានបទ
my-kind-label = ប្រភេទភាពជាដៃគូ
my-show = បង្ហាញ
my-of-hundred = { $shown } លើ 100
my-sure = { $code ->
    [well] ប្រាកដគួរសម
    [partly] ប្រាកដល្មម
   *[little] គ្រាន់តែជាសញ្ញាដំបូង
}
my-days = { $shown } ថ្ងៃ

## Overview
my-home-title = ទិដ្ឋភាពទូទៅនៃ { $city }
my-home-waiting = មានរឿង { $number } កំពុងរង់ចាំ { $city }។
my-home-nothing = គ្មានរឿងណារង់ចាំ { $city } ទេ។
my-home-waits = អ្វីដែលរង់ចាំអ្នក
my-home-next = អ្វីដែលគួរធ្វើបន្ទាប់
my-task-answer = { $partner } និងទីក្រុងរបស់អ្នកត្រូវបានអញ្ជើញឱ្យធ្វើការជាមួយគ្នា។
my-task-answer-until = សូមឆ្លើយត្រឹម{ $date }៖ នៅសល់ { $days }។
my-task-answer-do = អាន ហើយឆ្លើយ
my-task-returned = លេខាធិការដ្ឋានបានផ្ញើប្រវត្តិរូបរបស់អ្នកត្រឡប់មកវិញ។
my-task-returned-why = មូលហេតុ៖ {"«"}{ $reason }{"»"}
my-task-returned-do = កែប្រវត្តិរូប
my-task-draft = ប្រវត្តិរូបរបស់អ្នកជាសេចក្តីព្រាងដែលមិនទាន់បានដាក់។
my-task-draft-do = ពិនិត្យ ហើយដាក់
my-task-profile = ទីក្រុងរបស់អ្នកមិនទាន់បានប្រាប់ថាត្រូវការអ្វី និងអាចផ្តល់អ្វីទេ។ ដប់នាទីធ្វើឱ្យការណែនាំទាំងអស់កាន់តែប្រសើរ។
my-task-profile-do = បំពេញប្រវត្តិរូប
my-task-old = ប្រវត្តិរូបរបស់អ្នកគឺនៃ{ $date }។ សូមមើលថានៅត្រឹមត្រូវឬទេ។
my-task-old-do = មើលឡើងវិញ
my-task-look = មើលថាទីក្រុងណាសមនឹងទីក្រុងរបស់អ្នក ហើយប្រាប់ថាអ្នកចូលចិត្តទីក្រុងណា។
my-task-look-do = មើលការណែនាំ
my-home-standing = ស្ថានភាព
my-home-profile = ប្រវត្តិរូប
my-profile-state = { $code ->
    [none] មិនទាន់មាន
    [imported] រកឃើញក្នុងប្រភពសាធារណៈ ទីក្រុងរបស់អ្នកមិនទាន់បញ្ជាក់
    [draft] សេចក្តីព្រាង មិនទាន់បានដាក់
    [submitted] បានដាក់ហើយ លេខាធិការដ្ឋានកំពុងមើល
    [verified] បានផ្ទៀងផ្ទាត់ដោយលេខាធិការដ្ឋាន
   *[returned] ត្រូវបានផ្ញើត្រឡប់ដោយមានមូលហេតុ
}
my-home-requests = សំណូមពរ
my-home-requests-none = គ្មានទេ។ អ្នកអាចស្នើសុំដៃគូពីលេខាធិការដ្ឋានបានគ្រប់ពេល។
my-home-invitations = ការអញ្ជើញ
my-home-invitations-none = មិនទាន់មាន។ ការអញ្ជើញមកដល់នៅពេលមនុស្សពីរនាក់នៃលេខាធិការដ្ឋានបានយល់ព្រមលើការផ្គូផ្គង។
my-home-partnerships = ភាពជាដៃគូ
my-home-partnerships-none = មិនទាន់មានអ្វីកើតឡើងតាមរយៈ Kembar ទេ។
my-home-partnership = { $partner }៖ { $kind } { $state ->
    [exploring] កំពុងស្គាល់គ្នា
    [preparing] កំពុងរៀបចំកិច្ចព្រមព្រៀង
    [active] កំពុងដំណើរការ
    [dormant] ស្ងប់ស្ងាត់
    [completed] បានបញ្ចប់ជោគជ័យ
    [emeritus] រក្សាទុកជាកិត្តិយស
   *[ended] បានបញ្ចប់
} តាំងពីឆ្នាំ { $year }
my-request-state = { $code ->
    [open] រង់ចាំលេខាធិការដ្ឋាន
    [in_review] លេខាធិការដ្ឋានកំពុងធ្វើ
    [answered] បានឆ្លើយ
   *[withdrawn] បានដកវិញ
}
my-invitation-state = { $code ->
    [unanswered] រង់ចាំចម្លើយរបស់អ្នក
    [waiting] អ្នកបានយល់ព្រម កំពុងរង់ចាំទីក្រុងមួយទៀត
    [accepted] ទីក្រុងទាំងពីរបានយល់ព្រម លេខាធិការដ្ឋាននឹងផ្សព្វផ្សាយ
    [published] ទីក្រុងទាំងពីរបានយល់ព្រម វាត្រូវបានផ្សព្វផ្សាយ
    [declined] ត្រូវបានបដិសេធ
    [expired] មិនបានឆ្លើយទាន់ពេល
   *[withdrawn] ដកវិញដោយលេខាធិការដ្ឋាន
}
my-home-gaps = នៅឆ្ងាយពីគោលដៅប៉ុណ្ណា
my-home-gaps-note = 0 គឺដល់គោលដៅ 100 គឺឆ្ងាយបំផុតពីគោលដៅ។ សសរស្តម្ភនីមួយៗជាមធ្យមភាគនៃប្រធានបទដែលដឹង។
my-home-gap-known = ពីប្រធានបទ { $known } ក្នុងចំណោម { $total }
my-home-gap-how = ពីតួលេខណាខ្លះ
my-home-gap-none = មិនទាន់ដឹងប្រធានបទណាមួយនៃសសរស្តម្ភនេះទេ។ តួលេខរបស់ទីក្រុងផ្ទាល់នឹងផ្លាស់ប្តូររឿងនេះ។
my-home-gap-assessed = ការវាយតម្លៃខ្លួនឯង៖ កម្រិត { $level } លើ 5, { $year }

## Suggestions
my-suggest-title = { $kind ->
    [peer_learning] នរណាអាចបង្រៀនយើង?
    [sister_city] នរណាសមជាទីក្រុងបងប្អូនរបស់យើង?
   *[mutual_aid] នរណាអាចជួយយើងពេលមានវិបត្តិ ហើយយើងអាចជួយគេ?
}
my-suggest-title-about = នរណាអាចបង្រៀនយើងអំពី{ $theme }?
my-number = { $shown }
my-suggest-lead = ទីក្រុង { $number } { $kind ->
    [peer_learning] អាចបង្រៀន { $city } អំពី{ $theme }
    [sister_city] អាចជាទីក្រុងបងប្អូនរបស់ { $city }
   *[mutual_aid] អាចឈរជាមួយ { $city } ពេលមានវិបត្តិ
}។ សមបំផុតគឺ { $best }។
my-suggest-any-need = អ្វីដែលទីក្រុងស្វែងរក
my-suggest-none = { $kind ->
    [peer_learning] មិនទាន់ដឹងទីក្រុងណាអាចបង្រៀន { $city } អំពី{ $theme } ទេ។
    [sister_city] មិនទាន់ដឹងទីក្រុងណាអាចជាទីក្រុងបងប្អូនរបស់ { $city } ទេ។
   *[mutual_aid] មិនទាន់ដឹងទីក្រុងណាអាចឈរជាមួយ { $city } ពេលមានវិបត្តិទេ។
}
my-suggest-none-what = សូមមើលប្រធានបទផ្សេង ឬសួរលេខាធិការដ្ឋាន៖ មនុស្សដឹងច្រើនជាងទិន្នន័យ។
my-suggest-inactive = { $city } មិនចូលរួមនៅពេលនេះទេ ដូច្នេះគ្មានការណែនាំទេ។ បើនេះមិនត្រឹមត្រូវ សូមសួរលេខាធិការដ្ឋាន។
my-suggest-first = បង្ហាញ { $shown } ដំបូង។
my-suggest-among = រកក្នុងចំណោម { $shown } ដែលសមបំផុត ក្នុងចំណោម { $all }។
my-suggest-alike = ទីក្រុង { $shown } ទៀតស្រដៀងនឹងទីក្រុងអ្នក ប៉ុន្តែ{ $kind ->
    [peer_learning] មិនទាន់ដឹងថាអ្នកអាចរៀនអ្វីពីទីនោះទេ
   *[other] មិនទាន់ដឹងថាភាគីណានឹងទទួលបានប្រយោជន៍អ្វីទេ
}
my-suggest-alike-what = ទីក្រុងទាំងនេះសមគ្នាតាមលក្ខណៈ៖ ទំហំ ការអភិវឌ្ឍ ភាសា និងចម្ងាយ។ មិនទាន់ដឹងថាតម្រូវការរបស់ភាគីមួយត្រូវនឹងអ្វីដែលភាគីម្ខាងទៀតអាចធ្វើបានទេ ដូច្នេះការផ្គូផ្គងគ្រាន់តែជានិមិត្តរូប។ ជាញឹកញាប់នេះមកពីខ្វះព័ត៌មាន មិនមែនមកពីទីក្រុងទេ។
my-suggest-alike-do = ប្រាប់អ្វីដែលអ្នកត្រូវការ និងអ្វីដែលអ្នកអាចផ្តល់
my-suggest-against = ចំណុចមិនគាំទ្រ៖
my-suggest-against-none = មិនទាន់ដឹងចំណុចមិនគាំទ្រទេ។
my-suggest-km = ចម្ងាយ { $shown } គ.ម.
my-suggest-km-unknown = មិនទាន់ដឹងចម្ងាយ
my-suggest-shares = ប្រើ{ $languages }រួមគ្នា
my-suggest-shares-none = មិនទាន់ដឹងភាសារួម
my-suggest-why = មូលហេតុ
my-say = { $code ->
    [interested] ចាប់អារម្មណ៍
    [not_interested] មិនទាន់ពេលនេះ
   *[already_partners] ជាដៃគូរួចហើយ
}
my-said = { $code ->
    [interested] អ្នកបានប្រាប់ថា៖ ចាប់អារម្មណ៍
    [not_interested] អ្នកបានប្រាប់ថា៖ មិនទាន់ពេលនេះ
   *[already_partners] អ្នកបានប្រាប់ថា៖ ជាដៃគូរួចហើយ
}, { $date }។
my-say-about = តើអ្នកគិតយ៉ាងណាចំពោះ { $city }?
my-say-change = ប្តូរទៅ៖
my-suggest-ask = សួរលេខាធិការដ្ឋាន
my-suggest-ask-city = ស្នើសុំ { $city }
my-suggest-left = មិនបានបង្ហាញ
my-suggest-left-rule = ទីក្រុង { $shown } { $code ->
    [inactive_member] ដែលមិនចូលរួម
    [same_country] ក្នុងប្រទេសរបស់អ្នក
    [existing_tie] ដែលមានទំនាក់ទំនងប្រភេទនេះជាមួយអ្នករួចហើយ
    [barred] ដែលលេខាធិការដ្ឋានហាម
    [cooling_period] ដែលបានបដិសេធថ្មីៗ
    [not_interested] ដែលអ្នកបានប្រាប់ថា {"«"}មិនទាន់ពេលនេះ{"»"}
    [no_own_slot] ដោយសារអ្នកមិនអាចទទួលដៃគូបន្ថែមទៀត
    [no_slot] ដែលមិនអាចទទួលដៃគូបន្ថែមទៀត
    [no_head_start] ដែលមិនទាន់ដឹងថារីកចម្រើនជាងអ្នក
   *[theme_not_shared] ដែលនឹងមិនទទួលបានប្រយោជន៍ជាមួយអ្នកលើប្រធានបទនេះ
}
my-suggest-improve = អ្វីដែលនឹងធ្វើឱ្យបញ្ជីនេះកាន់តែប្រសើរ
my-suggest-improve-points = អាចធ្វើឱ្យពិន្ទុប្រែប្រួលដល់ { $shown } ពិន្ទុ
my-suggest-improve-none = គ្មានអ្វីរបស់អ្នកដែលខ្វះ ហើយនឹងផ្លាស់ប្តូរវាទេ។
my-suggest-spoken = អ្វីដែលអ្នកបានប្រាប់
my-bad-question = គ្មានប្រធានបទ ឬប្រភេទភាពជាដៃគូបែបនេះទេ។

## Why
my-why-title = ហេតុអ្វី { $city }?
my-why-title-not = ហេតុអ្វីមិនមែន { $city }?
my-why-not = វាមិនត្រូវបានណែនាំទេ ពីព្រោះ៖
my-why-ranks = { $other } ស្ថិតនៅលំដាប់ទី { $rank } សម្រាប់ { $city }។ { $city } ស្ថិតនៅលំដាប់ទី { $reverse } សម្រាប់ { $other }។
my-why-bounds = បើដឹងទាំងអស់ ពិន្ទុនឹងស្ថិតរវាង { $low } និង { $high }។
my-why-bounds-none = គ្មានអ្វីដែលខ្វះអាចធ្វើឱ្យពិន្ទុប្រែប្រួលទេ។
my-why-survival = ដោយទម្ងន់ និងតួលេខខុសបន្តិចបន្តួច វានៅតែក្នុងបញ្ជី { $shown } ក្នុងចំណោម 100 ដង។
my-why-for = ចំណុចគាំទ្រ
my-why-gains = { $city } ទទួលបាន
my-why-both = ទីក្រុងទាំងពីរ
my-why-gains-none = មិនទាន់ដឹង។
my-why-against = ចំណុចមិនគាំទ្រ
my-why-change = អ្វីដែលនឹងផ្លាស់ប្តូរលទ្ធផល
my-why-change-none = រកមិនឃើញការផ្លាស់ប្តូរតែមួយដែលធ្វើឱ្យលំដាប់ប្រែប្រួលទេ។
my-why-change-line = { $change }៖ លំដាប់ទី { $rank }, { $score } លើ 100
my-why-carries = ពិន្ទុបានមកពីអ្វី
my-why-factor = ផ្នែក
my-why-points = ពិន្ទុ
my-why-evidence = ភស្តុតាង
my-why-evidence-none = គ្មានភស្តុតាងបានកត់ត្រាទេ៖ តាមដែលដឹង ការផ្គូផ្គងនេះគ្រាន់តែជានិមិត្តរូប។
my-why-needs = { $city } ត្រូវការ៖
my-why-gives = { $city } អាចផ្តល់៖
my-why-derived = សន្និដ្ឋាន
my-why-of-five = កម្រិត { $shown } លើ 5
my-why-of-three = { $shown } លើ 3
my-why-rank = លំដាប់ទី { $shown }
my-why-country = តម្លៃរបស់ប្រទេស
my-why-missing = អ្វីដែលមិនទាន់ដឹង
my-why-missing-none = គ្មានអ្វីដែលនឹងធ្វើឱ្យពិន្ទុប្រែប្រួលទេ។
my-why-missing-line = { $what }៖ ដល់ { $points } ពិន្ទុ
my-why-model = គណនាដោយគំរូ { $model } ពីទិន្នន័យនៃ{ $date }។ មនុស្សជាអ្នកសម្រេច។
my-why-back = ត្រឡប់ទៅបញ្ជី
my-why-page = ទំព័រសាធារណៈរបស់ { $city }

## Asking for partners
my-ask-title = ស្នើសុំដៃគូ
my-ask-lead = សំណួរពីរគឺគ្រប់គ្រាន់។ លេខាធិការដ្ឋានឆ្លើយជាពាក្យ ឬជាការអញ្ជើញ ដោយមានគោលដៅក្រោមបួនសប្តាហ៍។
my-ask-named = អ្នកកំពុងស្នើសុំ { $city }។
my-ask-wants = តើអ្នកចង់ដោះស្រាយ ឬសាងសង់អ្វី?
my-ask-wants-hint = មួយ ឬពីរប្រយោគ។ សូមបញ្ជាក់ឈ្មោះទីក្រុង បើអ្នកមានក្នុងចិត្ត។
my-ask-gives = តើអ្នកអាចផ្តល់អ្វី?
my-ask-gives-hint = អ្វីដែលអ្នកដទៃអាចរៀនពីអ្នក ឬពេលវេលា និងមនុស្សដែលអ្នកអាចទុកសម្រាប់។
my-ask-prefilled = បានសរសេរសម្រាប់អ្នកពីអ្វីដែលដឹង អាចកែតាមចិត្ត។
my-ask-wants-draft = { $kind ->
    [peer_learning] យើងចង់រៀនពី { $city } អំពី{ $theme }។
    [sister_city] យើងចង់បាន { $city } ជាទីក្រុងបងប្អូន។
   *[mutual_aid] យើងចង់ព្រមព្រៀងជាមួយ { $city } លើការជួយគ្នាពេលមានវិបត្តិ។
}
my-ask-gives-draft = យើងអាចបង្ហាញអ្វីដែលយើងបានធ្វើ៖ { $titles }។
my-ask-what-we-seek = អ្វីដែលយើងស្វែងរក
my-ask-theme-unknown = មិនបានបញ្ជាក់
my-ask-send = ផ្ញើទៅលេខាធិការដ្ឋាន
my-ask-own = សំណូមពររបស់អ្នក
my-ask-own-none = អ្នកមិនទាន់បានស្នើសុំអ្វីទេ។
my-ask-on = ស្នើសុំនៅ{ $date }
my-ask-waits = រង់ចាំ { $days } គោលដៅគឺក្រោម 28 ថ្ងៃ
my-ask-gives-label = ជាថ្នូរ៖
my-ask-answer = ចម្លើយរបស់លេខាធិការដ្ឋាន { $date }៖
my-ask-answer-invited = បានឆ្លើយដោយការអញ្ជើញ៖ សូមមើល
my-ask-withdraw = ដកវិញ
my-ask-withdraw-sure = លេខាធិការដ្ឋាននឹងឈប់ធ្វើ។ អ្នកអាចស្នើសុំម្តងទៀតបានគ្រប់ពេល។
my-ask-withdraw-do = បាទ/ចាស ដកវិញ
my-changed = វាបានផ្លាស់ប្តូរតាំងពីអ្នកបានបើក ដូច្នេះមិនទាន់បានធ្វើអ្វីទេ។ នេះជាស្ថានភាពឥឡូវនេះ។
my-fault = { $field ->
    [theme] គ្មានប្រធានបទបែបនេះទេ ឬវាត្រូវបានបញ្ជាក់ពីរដង។
    [kind] គ្មានប្រភេទភាពជាដៃគូបែបនេះទេ។
    [slots] សូមសរសេរចំនួនគត់ពី 1 ដល់ 100 ឬទុកចន្លោះ។
    [quota] សូមសរសេរចំនួនគត់ពី 0 ដល់ 100 ឬទុកចន្លោះ។
    [level] សូមជ្រើសកម្រិតពី 0 ដល់ 5។
    [link] សូមសរសេរអាសយដ្ឋានដែលចាប់ផ្តើមដោយ https:// ឬ http:// ដោយគ្មានដកឃ្លា។
    [year] សូមសរសេរឆ្នាំចាប់ពី 1990 ដែលមិនមែនជាអនាគត។
    [target_year] សូមសរសេរឆ្នាំពី 1990 ដល់ 2100 ជាមួយតួលេខរបស់វា។
    [number] សូមសរសេរលេខ ដូចជា 12.5។
    [reason_code] សូមជ្រើសមូលហេតុ។
    [practice] សូមជ្រើសការអនុវត្តមួយរបស់ទីក្រុងផ្ទាល់។
    [title] សូមសរសេរចំណងជើងមិនលើស 300 តួអក្សរ។
    [themes] សូមជ្រើសប្រធានបទពីមួយដល់ប្រាំ ម្តងមួយៗ។
    [result] សូមប្រាប់លទ្ធផល ឬជ្រើស {"«"}មានការពិពណ៌នា{"»"}។
    [source] សូមប្រាប់ថាវាសរសេរនៅទីណា មិនលើស 2,000 តួអក្សរ។
   *[text] សូមសរសេរអ្វីមួយនៅទីនេះ មិនលើស 4,000 តួអក្សរ និងគ្មានតួអក្សរបញ្ជាលាក់។
}

## Invitations
my-invited-title = ការអញ្ជើញ
my-invited-lead = មានការអញ្ជើញ { $number } រង់ចាំចម្លើយរបស់អ្នក។
my-invited-lead-none = គ្មានការអញ្ជើញរង់ចាំចម្លើយរបស់អ្នកទេ។
my-invited-none-what = ការអញ្ជើញមកដល់នៅពេលមនុស្សពីរនាក់នៃលេខាធិការដ្ឋានបានយល់ព្រមលើការផ្គូផ្គង។ អ្នកអាចផ្តើមបាន៖ ស្នើសុំដៃគូ។
my-invited-due = ត្រូវឆ្លើយ
my-invited-others = បានឆ្លើយ ឬបានបញ្ចប់
my-invited-on = បានអញ្ជើញនៅ{ $date }
my-proposal-title = ធ្វើការជាមួយ { $partner } ឬទេ?
my-proposal-said = { $partner } និងទីក្រុងរបស់អ្នក
my-proposal-accept = យល់ព្រម …
my-proposal-decline = បដិសេធ …
my-proposal-own-yes = ទីក្រុងរបស់អ្នកបានយល់ព្រមនៅ{ $date }។
my-proposal-own-no = ទីក្រុងរបស់អ្នកបានបដិសេធនៅ{ $date }។
my-proposal-other-no = { $partner } បានបដិសេធនៅ{ $date }។
my-proposal-other-yes = { $partner } បានយល់ព្រមនៅ{ $date }។
my-proposal-reason = { $code ->
    [no_capacity] ឥឡូវនេះគ្មានពេល ឬមនុស្ស
    [other_priorities] អាទិភាពផ្សេង
    [already_partners] ជាដៃគូរួចហើយ
    [not_a_fit] មិនសម
    [legal] មូលហេតុផ្លូវច្បាប់
   *[other] មូលហេតុផ្សេង
}
my-proposal-now = { $standing ->
    [unanswered] ទីក្រុងទាំងពីរត្រូវបានសួរ។ ចម្លើយរបស់ { $partner } ត្រូវបានបង្ហាញតែនៅពេលបញ្ចប់។
    [waiting] ការយល់ព្រមរបស់អ្នកត្រូវបានកត់ត្រា។ ភាពជាដៃគូចាប់ផ្តើមនៅពេល { $partner } យល់ព្រមដែរ ចម្លើយរបស់គេត្រូវបានបង្ហាញតែនៅពេលបញ្ចប់។
    [accepted] ភាពជាដៃគូបានចាប់ផ្តើម។ លេខាធិការដ្ឋាននឹងផ្សព្វផ្សាយពេលក្រោយ។
    [published] ភាពជាដៃគូបានចាប់ផ្តើម ហើយត្រូវបានផ្សព្វផ្សាយ។ មូលហេតុដែលជ្រើសទីក្រុងទាំងពីរនៅតែអាចអានបានជានិច្ច។
    [declined] ការផ្គូផ្គងមិនបានកើតឡើងទេ។ លេខាធិការដ្ឋានមើលជម្រើសល្អបន្ទាប់ដោយខ្លួនឯង។
    [expired] ពេលសម្រាប់ឆ្លើយបានផុតហើយ។ សូមស្នើសុំម្តងទៀត បើអ្នកនៅតែចាប់អារម្មណ៍។
   *[withdrawn] លេខាធិការដ្ឋានបានដកការផ្គូផ្គងវិញ។
}
my-proposal-why = ហេតុអ្វីទីក្រុងទាំងពីរនេះ
my-proposal-public = ប្រយោគដែលសាធារណជននឹងអាន ដូចលេខាធិការដ្ឋានបានសរសេរ៖
my-proposal-partners = មើលភាពជាដៃគូរបស់អ្នក
my-accept-title = យល់ព្រមជាមួយ { $partner } ឬទេ?
my-accept-next = អ្វីកើតឡើងបន្ទាប់
my-accept-both = បើ { $partner } យល់ព្រមដែរ ភាពជាដៃគូចាប់ផ្តើម។
my-accept-public = បន្ទាប់មកវាត្រូវបានផ្សព្វផ្សាយភ្លាម នៅទីនេះ និងលើគេហទំព័រផ្សេង៖ ទីក្រុងទាំងពីរ ប្រធានបទ និងមូលហេតុដែលជ្រើស។ គ្មានឈ្មោះបុគ្គលណាទេ។
my-accept-held = វាមិនត្រូវបានផ្សព្វផ្សាយដោយខ្លួនឯងទេ៖ លេខាធិការដ្ឋាននឹងផ្សព្វផ្សាយពេលក្រោយ។
my-accept-meet = លេខាធិការដ្ឋាននាំការិយាល័យទាំងពីរឱ្យជួបគ្នា ហើយសួរថាប្រទេសនីមួយៗត្រូវការជំហានផ្លូវច្បាប់អ្វី។
my-accept-back = អ្នកមិនអាចដកការយល់ព្រមវិញដោយខ្លួនឯងទេ។ លេខាធិការដ្ឋានអាចធ្វើបាន បើអ្នកស្នើសុំ។
my-accept-do = បាទ/ចាស យើងចង់
my-decline-title = បដិសេធ { $partner } ឬទេ?
my-decline-next = ការផ្គូផ្គងបញ្ចប់ភ្លាម។ { $partner } ត្រូវបានប្រាប់ថាអ្នកបដិសេធ និងមូលហេតុ។ ការផ្គូផ្គងនេះមិនត្រូវបានណែនាំម្តងទៀតមួយរយៈ។
my-decline-code = មូលហេតុ
my-decline-choose = សូមជ្រើស
my-decline-words = តាមពាក្យរបស់អ្នកផ្ទាល់
my-decline-words-hint = ទីក្រុងមួយទៀត និងលេខាធិការដ្ឋាននឹងអានវា។
my-decline-do = បដិសេធ
my-answer-not-yet = មិនទាន់៖ ត្រឡប់ទៅការអញ្ជើញ
my-proposals-back = ការអញ្ជើញទាំងអស់
