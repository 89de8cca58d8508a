### Machine translation; it awaits review by a native speaker. The words used are listed in explanations.ftl.

# What sets a group of cities apart: phrases for a list.
group-above-population = ប្រជាជនច្រើន
group-below-population = ប្រជាជនតិច
group-above-human-development = ការអភិវឌ្ឍមនុស្សខ្ពស់
group-below-human-development = ការអភិវឌ្ឍមនុស្សទាប
group-above-coastal = នៅតាមឆ្នេរសមុទ្រ
group-below-coastal = នៅក្នុងដីគោក
group-above-elevation = នៅតំបន់ខ្ពស់
group-below-elevation = នៅតំបន់ទាប
group-above-latitude = ឆ្ងាយពីខ្សែអេក្វាទ័រជាង
group-below-latitude = ជិតខ្សែអេក្វាទ័រ
group-above-flood = ប្រឈមនឹងទឹកជំនន់ខ្លាំង
group-below-flood = ប្រឈមនឹងទឹកជំនន់តិច
group-above-cyclone = ប្រឈមនឹងព្យុះស៊ីក្លូនខ្លាំង
group-below-cyclone = ប្រឈមនឹងព្យុះស៊ីក្លូនតិច
group-above-earthquake = ប្រឈមនឹងរញ្ជួយដីខ្លាំង
group-below-earthquake = ប្រឈមនឹងរញ្ជួយដីតិច
group-above-tsunami = ប្រឈមនឹងរលកស៊ូណាមិខ្លាំង
group-below-tsunami = ប្រឈមនឹងរលកស៊ូណាមិតិច
group-above-volcano = ប្រឈមនឹងភ្នំភ្លើងខ្លាំង
group-below-volcano = ប្រឈមនឹងភ្នំភ្លើងតិច
group-above-drought = ប្រឈមនឹងគ្រោះរាំងស្ងួតខ្លាំង
group-below-drought = ប្រឈមនឹងគ្រោះរាំងស្ងួតតិច
group-above-heat = ប្រឈមនឹងកម្តៅខ្លាំង
group-below-heat = ប្រឈមនឹងកម្តៅតិច
group-above-landslide = ប្រឈមនឹងការបាក់ដីខ្លាំង
group-below-landslide = ប្រឈមនឹងការបាក់ដីតិច
group-above-sea-level = ប្រឈមនឹងការឡើងកម្ពស់ទឹកសមុទ្រខ្លាំង
group-below-sea-level = ប្រឈមនឹងការឡើងកម្ពស់ទឹកសមុទ្រតិច
group-above-urban-growth = កើនឡើងលឿន
group-below-urban-growth = កើនឡើងយឺត
group-above-level = ថ្នាក់រដ្ឋបាលខ្ពស់ជាង
group-below-level = ថ្នាក់រដ្ឋបាលទាបជាង
group-above-pillar-ps = ផ្តោតលើប្រធានបទនយោបាយ និងសន្តិសុខ
group-below-pillar-ps = មានប្រធានបទនយោបាយ និងសន្តិសុខតិច
group-above-pillar-ec = ផ្តោតលើប្រធានបទសេដ្ឋកិច្ច
group-below-pillar-ec = មានប្រធានបទសេដ្ឋកិច្ចតិច
group-above-pillar-sc = ផ្តោតលើប្រធានបទសង្គម និងវប្បធម៌
group-below-pillar-sc = មានប្រធានបទសង្គម និងវប្បធម៌តិច
group-above-pillar-cn = ផ្តោតលើប្រធានបទការតភ្ជាប់
group-below-pillar-cn = មានប្រធានបទការតភ្ជាប់តិច
group-above-theme = សកម្មលើប្រធានបទ «{ $theme }»
group-around = នៅជុំវិញ { $city }
group-ordinary = ជិតមធ្យមភាគលើគ្រប់ចំណុច

# What to keep in mind about a group.
group-note-dissolved = នៅពេលជ្រើសទីក្រុងម្តងទៀតដោយចៃដន្យ ទីក្រុងទាំងនេះមិនបង្កើតបានជាក្រុមនេះទៀតទេ៖ វាមិនមែនជាក្រុមទេ ហើយទីក្រុងរបស់វាមិនមានក្រុមឡើយ។
group-note-one-country = ទីក្រុង { $cities } ក្នុងចំណោម { $size } នៃក្រុមនេះស្ថិតនៅ{ $country }៖ ក្រុមនេះប្រហែលជាមិនបង្ហាញអ្វីលើសពីនេះទេ។

# Why there are so many groups.
groups-why-best = { $groups } ក្រុម៖ ក្នុងចំណោមចំនួនដែលមានទីក្រុងគ្រប់គ្រាន់ស្ថិតក្នុងក្រុមដែលមានស្ថិរភាព និងគ្មានក្រុមណាធំពេកដល់បាត់ប្រយោជន៍ ចំនួននេះបែងចែកទីក្រុងបានល្អបំផុត (ស៊ីលូអែតមធ្យម { $silhouette }; { $held }% នៃទីក្រុងស្ថិតក្នុងក្រុមដែលមានស្ថិរភាព)។
groups-why-finest = { $groups } ក្រុម៖ ជាការបែងចែកល្អិតបំផុតដែលនៅមានស្ថិរភាព ហើយតាមដែលទិន្នន័យអាចបង្ហាញ វាបែងចែកទីក្រុងបានល្អមិនចាញ់ចំនួនផ្សេងទេ (ស៊ីលូអែតមធ្យម { $silhouette }; { $held }% នៃទីក្រុងស្ថិតក្នុងក្រុមដែលមានស្ថិរភាព)។
groups-why-clear = { $groups } ក្រុម ដែលទីក្រុងបែងចែកគ្នាដោយខ្លួនឯងយ៉ាងច្បាស់ (ស៊ីលូអែតមធ្យម { $silhouette }; { $held }% នៃទីក្រុងស្ថិតក្នុងក្រុមដែលមានស្ថិរភាព)។
groups-why-coarse = { $groups } ក្រុម៖ គ្មានការបែងចែកល្អិតជាងនេះដែលមានស្ថិរភាពសម្រាប់ទីក្រុងគ្រប់គ្រាន់ទេ ដូច្នេះក្រុមមួយធំជាងអ្វីដែលគួរមាន (ស៊ីលូអែតមធ្យម { $silhouette }; { $held }% នៃទីក្រុងស្ថិតក្នុងក្រុមដែលមានស្ថិរភាព)។
groups-why-most-held = { $groups } ក្រុម៖ គ្មានចំនួនក្រុមណាដែលមានស្ថិរភាពសម្រាប់ទីក្រុងគ្រប់គ្រាន់ទេ ចំនួននេះមានស្ថិរភាពសម្រាប់ទីក្រុងច្រើនជាងគេ ({ $held }% នៃទីក្រុង; ស៊ីលូអែតមធ្យម { $silhouette })។
groups-why-none-holds = គ្មានក្រុមទេ៖ មិនថាបែងចែកជាប៉ុន្មានក្រុម នៅពេលជ្រើសទីក្រុងម្តងទៀតដោយចៃដន្យ គ្មានក្រុមណាត្រូវបានរកឃើញវិញទេ (ចុងក្រោយបានសាកល្បង { $groups } ក្រុម; ស៊ីលូអែតមធ្យម { $silhouette }, { $held }% នៃទីក្រុងស្ថិតក្នុងក្រុមដែលមានស្ថិរភាព)។
groups-why-wished = { $groups } ក្រុម តាមការស្នើសុំ (ស៊ីលូអែតមធ្យម { $silhouette }; { $held }% នៃទីក្រុងស្ថិតក្នុងក្រុមដែលមានស្ថិរភាព)។
groups-why-too-few = មានព័ត៌មានគ្រប់គ្រាន់អំពីទីក្រុងតែ { $cities } ប៉ុណ្ណោះ ខណៈដែលការបែងចែកក្រុមត្រូវការយ៉ាងតិច { $least }។

# The place of a city among groups that were found without it.
assignment-in = { $city } នៅជិតក្រុម { $group } បំផុត៖ ចម្ងាយ { $distance } ពីចំណុចកណ្តាល ខណៈដែលជាធម្មតាទីក្រុងក្នុងក្រុមនេះមានចម្ងាយ { $typical } (ដឹង { $known }% នៃអ្វីដែលប្រៀបធៀប)។
assignment-far = { $city } នៅឆ្ងាយពីគ្រប់ក្រុម៖ ក្រុមដែលជិតបំផុតគឺក្រុម { $group } ចម្ងាយ { $distance } ខណៈដែលជាធម្មតាទីក្រុងក្នុងក្រុមនេះមានចម្ងាយ { $typical } (ដឹង { $known }% នៃអ្វីដែលប្រៀបធៀប)។
assignment-little-known = ព័ត៌មានអំពី { $city } តិចពេកមិនអាចដាក់ក្នុងក្រុមបានទេ៖ { $known }% នៃអ្វីដែលប្រៀបធៀប។ ក្រុមដែលជិតបំផុតគឺក្រុម { $group } ចម្ងាយ { $distance } ខណៈដែលជាធម្មតាទីក្រុងក្នុងក្រុមនេះមានចម្ងាយ { $typical }។
assignment-no-groups = គ្មានក្រុមណាដែលអាចដាក់ { $city } ចូលបានទេ (ដឹង { $known }% នៃអ្វីដែលប្រៀបធៀបអំពីវា)។
