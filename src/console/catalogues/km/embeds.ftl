### Machine translation; it awaits review by a native speaker. The words used are listed in public.ftl.

embed-of = ភាពជាដៃគូរបស់ { $city }
embed-from = ផ្សព្វផ្សាយដោយ { $site }
embed-as-of = គិតត្រឹម{ $date }
embed-withdrawn = ភាពជាដៃគូនេះត្រូវបានដកវិញហើយ
embed-withdrawn-on = វាធ្លាប់បានផ្សព្វផ្សាយនៅទីនេះ ហើយត្រូវបានដកវិញនៅ{ $date }។
embed-missing = គ្មានអ្វីត្រូវបង្ហាញនៅទីនេះទេ
embed-missing-why = អាសយដ្ឋាននៃស៊ុមនេះមិនត្រឹមត្រូវ ឬអ្វីដែលវាធ្លាប់បង្ហាញត្រូវបានដកវិញយូរមកហើយ។
