//! The closed list of what can go wrong over HTTP, each with its status and its title in each language.
//!
//! A client switches on the code, so a code never changes its meaning and is never translated. This file knows nothing of requests.

use serde::{Deserialize, Serialize};

use super::language::TitleLanguage;
use super::problem_titles::titles;

macro_rules! problem_codes {
    ($($(#[$doc:meta])* $name:ident = $code:literal, $status:literal, $en:literal, $id:literal;)*) => {
        /// What went wrong, as a stable word. The list is closed: every refusal of the service carries one of these.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
        #[serde(rename_all = "snake_case")]
        pub enum ProblemCode {$(
            $(#[$doc])*
            $name,
        )*}

        impl ProblemCode {
            /// Every code, in the order of their statuses.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The word on the wire, such as `not_found`.
            pub const fn as_str(self) -> &'static str {
                match self {$(Self::$name => $code,)*}
            }

            /// The HTTP status that goes with it.
            pub const fn status(self) -> u16 {
                match self {$(Self::$name => $status,)*}
            }

            /// A short title that is the same for every occurrence.
            pub const fn title(self, language: TitleLanguage) -> &'static str {
                let [vi, th, km] = titles(self);
                match language {
                    TitleLanguage::English => match self {$(Self::$name => $en,)*},
                    TitleLanguage::Indonesian => match self {$(Self::$name => $id,)*},
                    TitleLanguage::Vietnamese => vi,
                    TitleLanguage::Thai => th,
                    TitleLanguage::Khmer => km,
                }
            }
        }
    };
}

problem_codes! {
    /// The message is not good HTTP, or its body broke off.
    MalformedRequest = "malformed_request", 400, "Malformed request", "Permintaan tidak terbaca";
    /// The body is not JSON.
    InvalidJson = "invalid_json", 400, "The body is not valid JSON", "Isi permintaan bukan JSON yang sah";
    /// A part of the path has a form that nothing here can have.
    InvalidPath = "invalid_path", 400, "Invalid path", "Alamat tidak sah";
    /// The query string cannot be read.
    InvalidQuery = "invalid_query", 400, "Invalid query", "Parameter pencarian tidak terbaca";
    /// A header field cannot be read.
    InvalidHeader = "invalid_header", 400, "Invalid header field", "Kolom header tidak sah";
    /// The cursor is not one that this list gave to this caller for these filters.
    InvalidCursor = "invalid_cursor", 400, "Invalid cursor", "Penanda halaman tidak sah";
    /// The operation needs an `Idempotency-Key`.
    IdempotencyKeyMissing = "idempotency_key_missing", 400, "Idempotency key missing", "Kunci idempotensi tidak ada";
    /// The `Idempotency-Key` is not a UUID.
    IdempotencyKeyInvalid = "idempotency_key_invalid", 400, "Invalid idempotency key", "Kunci idempotensi tidak sah";
    /// The caller is not known, or the credential is no longer good.
    Unauthenticated = "unauthenticated", 401, "Sign in first", "Silakan masuk terlebih dahulu";
    /// The caller may see this but not do that.
    Forbidden = "forbidden", 403, "Not allowed", "Tidak diizinkan";
    /// The caller took part in the step before, so another person has to take this one.
    FourEyes = "four_eyes", 403, "Another person has to do this", "Harus dilakukan oleh orang lain";
    /// The caller has to prove again who they are.
    StepUpRequired = "step_up_required", 403, "Confirm your identity", "Konfirmasi identitas Anda";
    /// Nothing here, or nothing that the caller may see.
    NotFound = "not_found", 404, "Not found", "Tidak ditemukan";
    /// The path is known, the method is not.
    MethodNotAllowed = "method_not_allowed", 405, "Method not allowed", "Metode tidak diizinkan";
    /// None of the formats that the caller accepts is offered.
    NotAcceptable = "not_acceptable", 406, "No acceptable format", "Tidak ada format yang sesuai";
    /// The body came too slowly.
    RequestTimeout = "request_timeout", 408, "The request took too long to arrive", "Permintaan terlalu lama diterima";
    /// The state of the thing does not permit this.
    WrongState = "wrong_state", 409, "Not possible in the present state", "Tidak mungkin dalam keadaan saat ini";
    /// The thing exists already.
    AlreadyExists = "already_exists", 409, "Already exists", "Sudah ada";
    /// A limit that was agreed upon, such as the number of partnerships, is reached.
    QuotaReached = "quota_reached", 409, "Quota reached", "Kuota tercapai";
    /// The first request with this `Idempotency-Key` is still running.
    IdempotencyKeyInUse = "idempotency_key_in_use", 409, "The first request is still running", "Permintaan pertama masih diproses";
    /// The thing was here and has gone for good.
    Gone = "gone", 410, "Gone", "Sudah tidak ada";
    /// Someone changed the thing since the caller read it.
    StaleVersion = "stale_version", 412, "Changed since you read it", "Sudah berubah sejak Anda membacanya";
    /// The body is larger than the operation takes.
    BodyTooLarge = "body_too_large", 413, "The body is too large", "Isi permintaan terlalu besar";
    /// The address is longer than 8 KiB.
    UriTooLong = "uri_too_long", 414, "The address is too long", "Alamat terlalu panjang";
    /// The body has a type or a coding that the operation does not take.
    UnsupportedMediaType = "unsupported_media_type", 415, "Unsupported media type", "Jenis media tidak didukung";
    /// The input was read and is wrong; `errors` names every fault.
    InvalidInput = "invalid_input", 422, "Invalid input", "Masukan tidak sah";
    /// The `Idempotency-Key` was used with another request before.
    IdempotencyKeyReused = "idempotency_key_reused", 422, "Idempotency key used for another request", "Kunci idempotensi sudah dipakai untuk permintaan lain";
    /// The operation needs `If-Match` with the version that the caller has seen.
    VersionRequired = "version_required", 428, "State the version you have seen", "Sebutkan versi yang Anda lihat";
    /// Too many requests in too short a time.
    TooManyRequests = "too_many_requests", 429, "Too many requests", "Terlalu banyak permintaan";
    /// The header section is too large.
    HeadersTooLarge = "headers_too_large", 431, "Header fields too large", "Kolom header terlalu besar";
    /// A fault of ours. The cause is in the log under the request's id.
    Internal = "internal", 500, "Internal error", "Kesalahan internal";
    /// Not offered by this service.
    NotImplemented = "not_implemented", 501, "Not implemented", "Belum tersedia";
    /// Something that the answer needs is not there for the moment.
    Unavailable = "unavailable", 503, "Temporarily unavailable", "Sementara tidak tersedia";
    /// The answer took longer than the service allows itself.
    DeadlineExceeded = "deadline_exceeded", 503, "The answer took too long", "Jawaban terlalu lama";
    /// More work is waiting than the service takes on.
    Overloaded = "overloaded", 503, "Overloaded", "Kelebihan beban";
    /// There is no room left to store anything.
    StorageFull = "storage_full", 507, "No room left", "Penyimpanan penuh";
}

impl ProblemCode {
    /// The `type` of RFC 9457, a reference relative to the service: `/problems/not_found`.
    pub fn type_uri(self) -> String {
        format!("/problems/{}", self.as_str())
    }

    /// The code with this word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|code| code.as_str() == word)
    }

    /// The code that says most about a bare status: what a framework answered by itself is told in these words.
    pub fn for_status(status: u16) -> Self {
        match status {
            500 => Self::Internal,
            400 => Self::MalformedRequest,
            409 => Self::WrongState,
            422 => Self::InvalidInput,
            503 => Self::Unavailable,
            known => Self::ALL.iter().copied().find(|code| code.status() == known).unwrap_or(if known < 500 {
                Self::MalformedRequest
            } else {
                Self::Internal
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_code_has_a_word_of_its_own_that_reads_back() {
        let words: BTreeSet<_> = ProblemCode::ALL.iter().map(|code| code.as_str()).collect();
        assert_eq!(words.len(), ProblemCode::ALL.len());
        for code in ProblemCode::ALL {
            assert_eq!(ProblemCode::parse(code.as_str()), Some(*code));
            let json = serde_json::to_string(code).expect("a word");
            assert_eq!(json, format!("\"{}\"", code.as_str()), "the word in JSON is the word of the type URI");
        }
    }

    #[test]
    fn every_code_is_told_in_every_language_and_is_an_error_status() {
        for code in ProblemCode::ALL {
            let titles: BTreeSet<_> = TitleLanguage::ALL.iter().map(|language| code.title(*language)).collect();
            assert_eq!(titles.len(), TitleLanguage::ALL.len(), "{code:?}");
            assert!((400..600).contains(&code.status()));
        }
    }

    #[test]
    fn no_two_codes_have_one_title() {
        for language in TitleLanguage::ALL {
            let titles: BTreeSet<_> = ProblemCode::ALL.iter().map(|code| code.title(*language)).collect();
            assert_eq!(titles.len(), ProblemCode::ALL.len(), "{language:?}");
        }
    }

    #[test]
    fn a_bare_status_finds_a_code_of_the_same_status_where_there_is_one() {
        for status in ProblemCode::ALL.iter().map(|code| code.status()) {
            assert_eq!(ProblemCode::for_status(status).status(), status);
        }
        assert_eq!(ProblemCode::for_status(418), ProblemCode::MalformedRequest);
        assert_eq!(ProblemCode::for_status(599), ProblemCode::Internal);
    }
}
