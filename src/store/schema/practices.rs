//! Good practices.

use diesel::table;

table! {
    use crate::store::types::{DbJson, DbTime, DbUuid};
    use diesel::sql_types::{BigInt, Nullable, Text};

    practice (id) {
        id -> DbUuid,
        city_id -> DbUuid,
        state -> Text,
        body -> DbJson,
        reason -> Nullable<Text>,
        version -> BigInt,
        created_by -> Nullable<DbUuid>,
        created_at -> DbTime,
        updated_at -> DbTime,
        basis -> Text,
    }
}

table! {
    use crate::store::types::{DbUuid};
    use diesel::sql_types::{Text};

    practice_theme (theme, practice_id) {
        theme -> Text,
        practice_id -> DbUuid,
    }
}
