### Machine translation; it awaits review by a native speaker. The words used are listed in explanations.ftl.

# Why a pair is no candidate.
rule-same-city = { $city } មិនអាចជាដៃគូរបស់ខ្លួនឯងបានទេ។
rule-inactive-member = { $city } មិនមែនជាសមាជិកសកម្មទេ។
rule-same-country = ទីក្រុងទាំងពីរស្ថិតនៅ{ $country } ខណៈដែលការផ្គូផ្គងប្រភេទនេះភ្ជាប់ប្រទេសពីរ។
rule-existing-tie = { $city } និង { $other } មានទំនាក់ទំនងប្រភេទនេះរួចហើយ។
rule-barred = លេខាធិការដ្ឋានបានហាមមិនឱ្យផ្គូផ្គង { $city } និង { $other }។
rule-cooling-period = សំណើរវាង { $city } និង { $other } ត្រូវបានបដិសេធកាលពីពេលថ្មីៗនេះ ទីក្រុងទាំងពីរនឹងមិនត្រូវបានសួរម្តងទៀតមុន{ $until } ទេ។
rule-not-interested = { $city } បានប្រាប់ថាមិនចាប់អារម្មណ៍នឹង { $other } ទេ។
rule-no-own-slot = { $city } ផ្ទាល់មិនអាចទទួលដៃគូបន្ថែមទៀតទេ។
rule-no-slot = { $city } មិនអាចទទួលដៃគូបន្ថែមទៀតទេ។
rule-no-head-start = មិនទាន់ដឹងថា { $other } រីកចម្រើនជាង { $city } លើប្រធានបទណាមួយដែល { $city } ត្រូវការ ហើយ { $other } ស្ម័គ្រចិត្តបង្រៀនទេ។
rule-theme-not-shared = ទាំង { $city } និង { $other } នឹងមិនទទួលបានប្រយោជន៍លើប្រធានបទដែលបានសួរទេ ហើយវាមិនមែនជាអាទិភាពរបស់ទីក្រុងទាំងពីរទេ។

# The same rules, as labels of a count.
excluded-same-city = ទីក្រុងតែមួយ
excluded-inactive-member = មិនមែនជាសមាជិកសកម្ម
excluded-same-country = នៅក្នុងប្រទេសតែមួយ
excluded-existing-tie = មានទំនាក់ទំនងប្រភេទនេះរួចហើយ
excluded-barred = ហាមដោយលេខាធិការដ្ឋាន
excluded-cooling-period = ត្រូវបានបដិសេធថ្មីៗ
excluded-not-interested = ទីក្រុងមិនចាប់អារម្មណ៍
excluded-no-own-slot = ទីក្រុងនេះមិនអាចទទួលដៃគូបន្ថែមទៀត
excluded-no-slot = មិនអាចទទួលដៃគូបន្ថែមទៀត
excluded-no-head-start = មិនរីកចម្រើនជាងលើប្រធានបទណាដែលត្រូវការ
excluded-theme-not-shared = មិនមែនជាប្រធានបទរួម
