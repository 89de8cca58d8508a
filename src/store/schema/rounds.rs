//! The tables of rounds and of the long work behind them.

use diesel::table;

table! {
    use crate::store::types::{DbTime, DbUuid};
    use diesel::sql_types::{BigInt, Bool, Nullable, Text};

    job (id) {
        id -> DbUuid,
        kind -> Text,
        object_id -> DbUuid,
        state -> Text,
        stage -> Text,
        done -> BigInt,
        total -> BigInt,
        attempts -> BigInt,
        leased_by -> Nullable<Text>,
        leased_until -> Nullable<DbTime>,
        is_cancelled -> Bool,
        failure -> Nullable<Text>,
        created_by -> Text,
        created_at -> DbTime,
        started_at -> Nullable<DbTime>,
        ended_at -> Nullable<DbTime>,
        version -> BigInt,
    }
}

table! {
    use crate::store::types::{DbJson, DbTime, DbUuid};
    use diesel::sql_types::{BigInt, Nullable, Text};

    round (id) {
        id -> DbUuid,
        name -> Text,
        kind -> Text,
        theme -> Nullable<Text>,
        state -> Text,
        plan -> DbJson,
        runs -> BigInt,
        job_id -> Nullable<DbUuid>,
        created_by -> Text,
        created_at -> DbTime,
        updated_at -> DbTime,
        released_at -> Nullable<DbTime>,
        released_by -> Nullable<Text>,
        version -> BigInt,
    }
}

table! {
    use crate::store::types::{DbJson, DbTime, DbUuid};
    use diesel::sql_types::{BigInt, Double, Text};

    round_run (round_id, number) {
        round_id -> DbUuid,
        number -> BigInt,
        job_id -> DbUuid,
        plan -> DbJson,
        model_name -> Text,
        model_hash -> Text,
        snapshot_hash -> Text,
        input -> Text,
        input_hash -> Text,
        steps -> BigInt,
        program -> Text,
        result -> Text,
        result_hash -> Text,
        analysis -> DbJson,
        status -> Text,
        pairs -> BigInt,
        covered -> BigInt,
        cities -> BigInt,
        score -> Double,
        created_at -> DbTime,
        seconds -> Double,
    }
}

table! {
    use crate::store::types::{DbJson, DbUuid};
    use diesel::sql_types::{BigInt, Double};

    round_pairing (round_id, run, place) {
        round_id -> DbUuid,
        run -> BigInt,
        place -> BigInt,
        first_id -> DbUuid,
        second_id -> DbUuid,
        score -> Double,
        explanation -> DbJson,
        alternates -> DbJson,
    }
}
