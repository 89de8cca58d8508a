//! What the secretariat keeps for its own work at the desk.

use diesel::table;

table! {
    use crate::store::types::{DbTime, DbUuid};
    use diesel::sql_types::{Bool, Text};

    import_upload (session_id) {
        session_id -> DbUuid,
        what -> Text,
        file -> Text,
        content -> Text,
        is_sheet -> Bool,
        digest -> Text,
        created_at -> DbTime,
    }
}

table! {
    use crate::store::types::{DbTime, DbUuid};
    use diesel::sql_types::Text;

    saved_view (id) {
        id -> DbUuid,
        account_id -> DbUuid,
        name -> Text,
        query -> Text,
        created_at -> DbTime,
    }
}
