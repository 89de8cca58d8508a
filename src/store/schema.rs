//! The tables as diesel sees them, equal on both databases. `tests/it/store` reads every column on both and fails on drift.

#![allow(missing_docs, reason = "the migrations say what each table and column is")]

use diesel::{allow_tables_to_appear_in_same_query, joinable, table};

mod desk;
mod practices;
mod rounds;

pub use desk::{import_upload, saved_view};
pub use practices::{practice, practice_theme};
pub use rounds::{job, round, round_pairing, round_run};

table! {
    use crate::store::types::{DbJson};
    use diesel::sql_types::{Nullable, Text};

    country (code) {
        code -> Text,
        iso3 -> Nullable<Text>,
        name -> Text,
        region -> Nullable<Text>,
        languages -> DbJson,
        income_group -> Nullable<Text>,
        capital -> Nullable<Text>,
        source -> Nullable<Text>,
    }
}

table! {
    use crate::store::types::{DbJson, DbTime, DbUuid};
    use diesel::sql_types::{BigInt, Bool, Double, Integer, Nullable, Text};

    city (id) {
        id -> DbUuid,
        slug -> Text,
        name -> Text,
        local_name -> Nullable<Text>,
        country -> Text,
        subdivision -> Nullable<Text>,
        lat -> Nullable<Double>,
        lon -> Nullable<Double>,
        population -> Nullable<BigInt>,
        population_year -> Nullable<Integer>,
        population_source -> Nullable<Text>,
        level -> Nullable<Text>,
        languages -> DbJson,
        time_zone -> Nullable<Text>,
        is_coastal -> Nullable<Bool>,
        elevation_m -> Nullable<Double>,
        networks -> DbJson,
        external_ids -> DbJson,
        status -> Text,
        successor_id -> Nullable<DbUuid>,
        successor_note -> Nullable<Text>,
        contact -> Nullable<Text>,
        notes -> Nullable<Text>,
        source -> Nullable<Text>,
        from_memory -> Bool,
        unverified -> DbJson,
        search_text -> Text,
        sort_key -> Text,
        version -> BigInt,
        created_at -> DbTime,
        updated_at -> DbTime,
    }
}

table! {
    use crate::store::types::{DbUuid};
    use diesel::sql_types::{Text};

    city_theme (city_id, theme) {
        city_id -> DbUuid,
        theme -> Text,
    }
}

table! {
    use crate::store::types::{DbUuid};
    use diesel::sql_types::{Text};

    city_network (city_id, network) {
        city_id -> DbUuid,
        network -> Text,
    }
}

table! {
    use crate::store::types::{DbUuid};
    use diesel::sql_types::{Bool, Integer, Nullable, Text};

    hazard (city_id, name) {
        city_id -> DbUuid,
        name -> Text,
        level -> Integer,
        source -> Nullable<Text>,
        from_memory -> Bool,
    }
}

table! {
    use crate::store::types::{DbJson, DbUuid};
    use diesel::sql_types::{Bool, Integer, Nullable, Text};

    vlr (id) {
        id -> DbUuid,
        city_id -> DbUuid,
        year -> Nullable<Integer>,
        title -> Text,
        sdgs -> DbJson,
        source -> Nullable<Text>,
        from_memory -> Bool,
    }
}

table! {
    use crate::store::types::{DbTime, DbUuid};
    use diesel::sql_types::{Bool, Double, Integer, Nullable, Text};

    indicator_value (id) {
        id -> DbUuid,
        city_id -> Nullable<DbUuid>,
        country -> Nullable<Text>,
        code -> Text,
        year -> Nullable<Integer>,
        value -> Double,
        unit -> Nullable<Text>,
        source -> Nullable<Text>,
        from_memory -> Bool,
        is_current -> Bool,
        entered_by -> Nullable<DbUuid>,
        entered_at -> DbTime,
    }
}

table! {
    use crate::store::types::{DbUuid};
    use diesel::sql_types::{BigInt, Double, Integer, Nullable, Text};

    indicator_target (city_id, code) {
        city_id -> DbUuid,
        code -> Text,
        baseline -> Nullable<Double>,
        baseline_year -> Nullable<Integer>,
        target -> Nullable<Double>,
        target_year -> Nullable<Integer>,
        version -> BigInt,
    }
}

table! {
    use crate::store::types::{DbUuid};
    use diesel::sql_types::{BigInt, Integer};

    profile (city_id) {
        city_id -> DbUuid,
        version -> BigInt,
        newest -> Integer,
    }
}

table! {
    use crate::store::types::{DbJson, DbTime, DbUuid};
    use diesel::sql_types::{Integer, Nullable, Text};

    profile_revision (id) {
        id -> DbUuid,
        city_id -> DbUuid,
        number -> Integer,
        state -> Text,
        body -> DbJson,
        origin -> Text,
        created_by -> Nullable<DbUuid>,
        created_at -> DbTime,
        submitted_at -> Nullable<DbTime>,
        decided_by -> Nullable<DbUuid>,
        decided_at -> Nullable<DbTime>,
        reason -> Nullable<Text>,
    }
}

table! {
    use crate::store::types::{DbTime, DbUuid};
    use diesel::sql_types::{BigInt, Nullable, Text};

    account (id) {
        id -> DbUuid,
        email -> Text,
        name -> Text,
        role -> Text,
        city_id -> Nullable<DbUuid>,
        country -> Nullable<Text>,
        language -> Nullable<Text>,
        password_hash -> Nullable<Text>,
        state -> Text,
        sessions_not_before -> Nullable<DbTime>,
        version -> BigInt,
        created_at -> DbTime,
        updated_at -> DbTime,
        last_login_at -> Nullable<DbTime>,
    }
}

table! {
    use crate::store::types::{DbTime, DbUuid};
    use diesel::sql_types::{Nullable, Text};

    invitation (token_hash) {
        token_hash -> Text,
        account_id -> DbUuid,
        expires_at -> DbTime,
        used_at -> Nullable<DbTime>,
    }
}

table! {
    use crate::store::types::{DbTime, DbUuid};
    use diesel::sql_types::{Bool, Nullable, Text};

    session (id) {
        id -> DbUuid,
        account_id -> DbUuid,
        family_hash -> Text,
        current_hash -> Text,
        previous_hash -> Nullable<Text>,
        rotated_at -> Nullable<DbTime>,
        grace_used -> Bool,
        created_at -> DbTime,
        expires_at -> DbTime,
        revoked_at -> Nullable<DbTime>,
        revoked_why -> Nullable<Text>,
    }
}

table! {
    use crate::store::types::{DbTime, DbUuid};
    use diesel::sql_types::Text;

    page_session (session_id) {
        session_id -> DbUuid,
        key_hash -> Text,
        seen_at -> DbTime,
    }
}

table! {
    use crate::store::types::{DbJson, DbTime, DbUuid};
    use diesel::sql_types::{BigInt, Text};

    portal (id) {
        id -> DbUuid,
        slug -> Text,
        settings -> DbJson,
        version -> BigInt,
        created_at -> DbTime,
        updated_at -> DbTime,
    }
}

table! {
    use crate::store::types::{DbTime, DbUuid};
    use diesel::sql_types::{Nullable, Text};

    portal_key (id) {
        id -> DbUuid,
        portal_id -> DbUuid,
        secret_hash -> Text,
        label -> Nullable<Text>,
        created_at -> DbTime,
        expires_at -> Nullable<DbTime>,
        revoked_at -> Nullable<DbTime>,
        last_used_at -> Nullable<DbTime>,
    }
}

table! {
    use crate::store::types::{DbJson, DbTime};
    use diesel::sql_types::{Text};

    setting (name) {
        name -> Text,
        value -> DbJson,
        updated_at -> DbTime,
    }
}

table! {
    use crate::store::types::{DbJson, DbTime};
    use diesel::sql_types::{Integer, Text};

    idempotency (principal, operation, request_key) {
        principal -> Text,
        operation -> Text,
        request_key -> Text,
        fingerprint -> Text,
        status -> Integer,
        headers -> DbJson,
        body -> Text,
        created_at -> DbTime,
    }
}

table! {
    use crate::store::types::{DbJson, DbTime, DbUuid};
    use diesel::sql_types::{BigInt, Nullable, Text};

    request (id) {
        id -> DbUuid,
        city_id -> DbUuid,
        kind -> Nullable<Text>,
        themes -> DbJson,
        wants -> Text,
        gives -> Text,
        state -> Text,
        answer -> Nullable<Text>,
        answered_by -> Nullable<DbUuid>,
        answered_at -> Nullable<DbTime>,
        created_by -> DbUuid,
        created_at -> DbTime,
        version -> BigInt,
    }
}

table! {
    use crate::store::types::{DbTime, DbUuid};
    use diesel::sql_types::{Nullable, Text};

    feedback (id) {
        id -> DbUuid,
        city_id -> DbUuid,
        other_id -> DbUuid,
        kind -> Text,
        theme -> Nullable<Text>,
        verdict -> Text,
        reason -> Nullable<Text>,
        created_by -> DbUuid,
        created_at -> DbTime,
    }
}

table! {
    use crate::store::types::{DbJson, DbTime, DbUuid};
    use diesel::sql_types::{BigInt, Bool, Double, Nullable, Text};

    proposal (id) {
        id -> DbUuid,
        kind -> Text,
        theme -> Nullable<Text>,
        first_id -> DbUuid,
        second_id -> DbUuid,
        state -> Text,
        version -> BigInt,
        request_id -> Nullable<DbUuid>,
        summary -> Text,
        explanation -> DbJson,
        content_hash -> Text,
        model_name -> Text,
        model_hash -> Text,
        snapshot_hash -> Text,
        score -> Nullable<Double>,
        alternates -> DbJson,
        is_held -> Bool,
        created_by -> DbUuid,
        last_edited_by -> DbUuid,
        recommended_by -> Nullable<DbUuid>,
        approved_by -> Nullable<DbUuid>,
        created_at -> DbTime,
        updated_at -> DbTime,
        invited_at -> Nullable<DbTime>,
        expires_at -> Nullable<DbTime>,
        published_at -> Nullable<DbTime>,
        round_id -> Nullable<DbUuid>,
    }
}

table! {
    use crate::store::types::{DbTime, DbUuid};
    use diesel::sql_types::{BigInt, Integer, Nullable, Text};

    proposal_step (proposal_id, number) {
        proposal_id -> DbUuid,
        number -> Integer,
        deed -> Text,
        from_state -> Text,
        to_state -> Text,
        version -> BigInt,
        actor_id -> Nullable<DbUuid>,
        actor_role -> Text,
        reason_code -> Nullable<Text>,
        reason -> Nullable<Text>,
        seen_hash -> Text,
        at -> DbTime,
    }
}

table! {
    use crate::store::types::{DbTime, DbUuid};
    use diesel::sql_types::{BigInt, Nullable, Text};

    review (id) {
        id -> DbUuid,
        proposal_id -> DbUuid,
        proposal_version -> BigInt,
        reviewer_id -> DbUuid,
        reviewer_role -> Text,
        decision -> Text,
        reason_code -> Nullable<Text>,
        reason -> Nullable<Text>,
        seen_hash -> Text,
        at -> DbTime,
    }
}

table! {
    use crate::store::types::{DbTime, DbUuid};
    use diesel::sql_types::{Nullable, Text};

    answer (id) {
        id -> DbUuid,
        proposal_id -> DbUuid,
        city_id -> DbUuid,
        word -> Text,
        reason_code -> Nullable<Text>,
        reason -> Nullable<Text>,
        answered_by -> DbUuid,
        at -> DbTime,
    }
}

table! {
    use crate::store::types::{DbTime, DbUuid};
    use diesel::sql_types::{BigInt, Bool, Integer, Nullable, Text};

    partnership (id) {
        id -> DbUuid,
        kind -> Text,
        theme -> Nullable<Text>,
        city_a_id -> DbUuid,
        city_b_id -> Nullable<DbUuid>,
        other_name -> Nullable<Text>,
        other_country -> Nullable<Text>,
        state -> Text,
        since_year -> Nullable<Integer>,
        source -> Nullable<Text>,
        from_memory -> Bool,
        proposal_id -> Nullable<DbUuid>,
        summary -> Nullable<Text>,
        published_at -> Nullable<DbTime>,
        withdrawn_at -> Nullable<DbTime>,
        version -> BigInt,
        created_at -> DbTime,
    }
}

table! {
    use crate::store::types::{DbJson, DbTime};
    use diesel::sql_types::{BigInt, Nullable, Text};

    audit_entry (seq) {
        seq -> BigInt,
        at -> DbTime,
        actor -> Text,
        role -> Text,
        action -> Text,
        object_kind -> Text,
        object_id -> Text,
        cities -> DbJson,
        before_hash -> Nullable<Text>,
        after_hash -> Nullable<Text>,
        reason -> Nullable<Text>,
        request_id -> Nullable<Text>,
        previous_hash -> Text,
        hash -> Text,
    }
}

table! {
    use crate::store::types::{DbJson, DbTime};
    use diesel::sql_types::{BigInt, Nullable, Text};

    model (name) {
        name -> Text,
        hash -> Text,
        origin -> Text,
        state -> Text,
        files -> DbJson,
        evaluation -> Nullable<DbJson>,
        created_by -> Text,
        created_at -> DbTime,
        activated_by -> Nullable<Text>,
        activated_at -> Nullable<DbTime>,
        version -> BigInt,
    }
}

joinable!(city_theme -> city (city_id));

joinable!(city_network -> city (city_id));

joinable!(hazard -> city (city_id));

joinable!(vlr -> city (city_id));

joinable!(profile_revision -> city (city_id));

joinable!(profile -> city (city_id));

joinable!(practice -> city (city_id));

joinable!(practice_theme -> practice (practice_id));

table! {
    use crate::store::types::{DbTime, DbUuid};

    review_claim (proposal_id) {
        proposal_id -> DbUuid,
        account_id -> DbUuid,
        until -> DbTime,
    }
}

joinable!(session -> account (account_id));

joinable!(page_session -> session (session_id));

joinable!(import_upload -> session (session_id));

joinable!(saved_view -> account (account_id));

joinable!(portal_key -> portal (portal_id));

joinable!(answer -> proposal (proposal_id));

joinable!(review -> proposal (proposal_id));

joinable!(proposal_step -> proposal (proposal_id));

joinable!(invitation -> account (account_id));

joinable!(request -> city (city_id));

allow_tables_to_appear_in_same_query!(
    country,
    city,
    city_theme,
    city_network,
    hazard,
    vlr,
    indicator_value,
    indicator_target,
    profile,
    profile_revision,
    practice,
    practice_theme,
    account,
    invitation,
    session,
    page_session,
    import_upload,
    saved_view,
    portal,
    portal_key,
    setting,
    idempotency,
    request,
    feedback,
    proposal,
    proposal_step,
    review,
    review_claim,
    answer,
    partnership,
    audit_entry,
    model,
    job,
    round,
    round_run,
    round_pairing
);
