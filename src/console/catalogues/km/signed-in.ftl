### Machine translation; it awaits review by a native speaker. The words used are listed in public.ftl.

nav-workspace = ចូល
nav-account = គណនី
nav-users = គណនីអ្នកប្រើ
nav-models = គំរូ
nav-audit = កំណត់ហេតុសវនកម្ម
sign-out = ចាកចេញ
signed-in-as = { $name }, { $role }
role-name = { $code ->
    [admin] អ្នកគ្រប់គ្រងប្រព័ន្ធ
    [officer] មន្ត្រី
    [approver] អ្នកអនុម័ត
    [focal_point] មន្ត្រីបង្គោល
    [observer] អ្នកសង្កេតការណ៍
   *[other] { $name }
}
done = { $code ->
    [saved] បានរក្សាទុក។
    [password-changed] ពាក្យសម្ងាត់របស់អ្នកត្រូវបានប្តូរ។ វគ្គផ្សេងទៀតរបស់អ្នកទាំងអស់បានបញ្ចប់។
    [signed-out] អ្នកបានចាកចេញ។
   *[other] { $name }
}
faults-heading = { $count ->
   *[other] មិនទាន់បានរក្សាទុកអ្វីទេ៖ មានចំណុច { $shown } ត្រូវមើលម្តងទៀត
}

## Signing in
sign-in-title = ចូល
sign-in-lead = សម្រាប់មន្ត្រីបង្គោលនៃទីក្រុងសមាជិក និងសម្រាប់លេខាធិការដ្ឋាន។
sign-in-expired = វគ្គរបស់អ្នកបានបញ្ចប់។ អ្វីដែលអ្នកបានសរសេរត្រូវបានរក្សាទុក៖ សូមចូល រួចអ្នកអាចផ្ញើវាម្តងទៀត។
sign-in-email = អាសយដ្ឋានអ៊ីមែល
sign-in-password = ពាក្យសម្ងាត់
sign-in-button = ចូល
sign-in-wrong = អាសយដ្ឋានអ៊ីមែល ឬពាក្យសម្ងាត់មិនត្រឹមត្រូវ។ គ្មានអ្វីផ្សេងទៀតផ្លាស់ប្តូរទេ សូមសាកល្បងម្តងទៀត។
sign-in-wait = { $count ->
   *[other] សាកល្បងច្រើនដងពេក។ សូមរង់ចាំ { $shown } វិនាទី រួចសាកល្បងម្តងទៀត។
}
sign-in-busy = មានមនុស្សច្រើនពេកកំពុងចូលនៅពេលនេះ។ សូមសាកល្បងម្តងទៀតក្នុងពេលប៉ុន្មានវិនាទី។
sign-in-no-account = គ្មានគណនីមែនទេ? លេខាធិការដ្ឋានតែងតាំងមន្ត្រីបង្គោលម្នាក់សម្រាប់ទីក្រុងសមាជិកនីមួយៗ ហើយអញ្ជើញពួកគេ។
sign-in-invitation = ខ្ញុំមានការអញ្ជើញ
kept-title = អ្នកបានចូលហើយ។ ផ្ញើអ្វីដែលអ្នកបានសរសេរមែនទេ?
kept-lead = វគ្គរបស់អ្នកបានបញ្ចប់មុនពេលវាអាចរក្សាទុកបាន។ គ្មានអ្វីបាត់បង់ទេ ហើយមិនទាន់បានផ្ញើអ្វីទេ។
kept-send = ផ្ញើឥឡូវនេះ
kept-drop = កុំផ្ញើ

## An invitation
invitation-title = ទទួលយកការអញ្ជើញ
invitation-lead = ជ្រើសពាក្យសម្ងាត់ រួចអ្នកនឹងបានចូល។ ការអញ្ជើញប្រើបានតែម្តងគត់។
invitation-code = លេខកូដនៃការអញ្ជើញ
invitation-password = ពាក្យសម្ងាត់របស់អ្នក
invitation-password-hint = យ៉ាងតិច 8 តួអក្សរ ប្រសើរជាងនេះគឺឃ្លាដែលមាន 15 តួអក្សរឡើងទៅ។
invitation-button = ទទួលយក
invitation-bad = ការអញ្ជើញនេះប្រើមិនបានទេ៖ វាត្រូវបានប្រើរួច ផុតកំណត់ ឬលេខកូដមិនពេញលេញ។ សូមសុំការអញ្ជើញថ្មីពីលេខាធិការដ្ឋាន។

## The own account
account-title = គណនីរបស់អ្នក
account-name = ឈ្មោះ
account-email = អាសយដ្ឋានអ៊ីមែល
account-role = តួនាទី
account-city = ទីក្រុង
account-password = ប្តូរពាក្យសម្ងាត់របស់អ្នក
account-password-now = ពាក្យសម្ងាត់បច្ចុប្បន្ន
account-password-new = ពាក្យសម្ងាត់ថ្មី
account-password-change = ប្តូរពាក្យសម្ងាត់
account-password-note = វគ្គផ្សេងទៀតរបស់អ្នកទាំងអស់នឹងបញ្ចប់។
account-session = វគ្គនេះ
account-session-note = វាបញ្ចប់ដោយខ្លួនឯងកន្លះម៉ោងក្រោយទំព័រចុងក្រោយ និងដប់ពីរម៉ោងក្រោយពេលអ្នកបានចូល។

## When something is wrong
error-forbidden = អ្នកមិនអាចមើលទំព័រនេះបានទេ
error-forbidden-what = គណនីរបស់អ្នកគ្មានសិទ្ធិលើទំព័រនេះទេ។ បើគួរមាន សូមសួរលេខាធិការដ្ឋាន។
error-forged = សំណើនេះមិនមែនមកពីទំព័ររបស់អ្នកទេ
error-forged-what = គ្មានអ្វីផ្លាស់ប្តូរទេ។ សូមត្រឡប់ក្រោយ បើកទំព័រម្តងទៀត រួចធ្វើអ្វីដែលអ្នកចង់បានឡើងវិញ។
error-conflict = មានគេធ្វើមុនហើយ
error-conflict-what = វាបានផ្លាស់ប្តូរតាំងពីអ្នកបានបើក ដូច្នេះមិនទាន់បានរក្សាទុកអ្វីទេ។ សូមមើលវាដូចដែលវាមានឥឡូវនេះ រួចធ្វើអ្វីដែលអ្នកនៅតែចង់បានឡើងវិញ។
