//! What frames on other sites say beyond what the public pages say.

use super::words;

words! {
    /// Something that is said in a frame on another site.
    EmbedWord in "embeds" for everybody:
    Of = "embed-of" ["city"],
    From = "embed-from" ["site"],
    AsOf = "embed-as-of" ["date"],
    Withdrawn = "embed-withdrawn" [],
    WithdrawnOn = "embed-withdrawn-on" ["date"],
    Missing = "embed-missing" [],
    MissingWhy = "embed-missing-why" [],
}
