//! What the words of a tie mean: its kind, whether it stands, and until when.
//!
//! It must not know cities. The words come from press reports and differ; the rules are here in one place, and the words are kept.

use crate::text_enum;

text_enum! {
    /// What sort of tie two local governments have.
    TieKind {
        /// Sister cities or twins: `sister city`, `sister province`, `twinning`.
        SisterCity = "sister_city",
        /// Friendship cities.
        Friendship = "friendship",
        /// An agreement to cooperate in named fields: `cooperation agreement`, `city MoU`.
        Cooperation = "cooperation",
        /// Anything else.
        Other = "other",
    }
}

text_enum! {
    /// Whether a tie is in force.
    TieStanding {
        /// It was concluded. Whether it is still lived is not known.
        Concluded = "concluded",
        /// It is proposed, announced, planned or stated in a letter of intent.
        Intended = "intended",
        /// There is contact without any agreement.
        Informal = "informal",
    }
}

const INTENDED: [&str; 5] = ["proposed", "announced", "planned", "letter of intent", "intended"];
const INFORMAL: [&str; 1] = ["no formal agreement"];

impl TieKind {
    /// The kind that the words of a source mean.
    pub fn of(words: &str) -> TieKind {
        let words = words.to_lowercase();
        let has = |word: &str| words.contains(word);
        if has("sister") || has("twinning") {
            TieKind::SisterCity
        } else if has("friendship") {
            TieKind::Friendship
        } else if has("cooperation") || has("mou") {
            TieKind::Cooperation
        } else {
            TieKind::Other
        }
    }
}

impl TieStanding {
    /// The standing that the words of a source mean; without a word on it, the tie was concluded.
    pub fn of(words: &str) -> TieStanding {
        let words = words.to_lowercase();
        if INTENDED.iter().any(|word| words.contains(word)) {
            TieStanding::Intended
        } else if INFORMAL.iter().any(|word| words.contains(word)) {
            TieStanding::Informal
        } else {
            TieStanding::Concluded
        }
    }
}

/// The last year of a term written as `2023-2027`.
pub(super) fn last_year(words: &str) -> Option<u16> {
    let (before, after) = words.split_once('-')?;
    let year = |text: &str| text.parse::<u16>().ok().filter(|year| super::table::YEARS.contains(year));
    let first = year(before.get(before.len().checked_sub(4)?..)?)?;
    year(after.get(..4)?).filter(|last| *last >= first)
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("sister city", TieKind::SisterCity, TieStanding::Concluded)]
    #[case("sister province/city", TieKind::SisterCity, TieStanding::Concluded)]
    #[case("twinning", TieKind::SisterCity, TieStanding::Concluded)]
    #[case("sister city (letter of intent)", TieKind::SisterCity, TieStanding::Intended)]
    #[case("friendship (planned signing)", TieKind::Friendship, TieStanding::Intended)]
    #[case("cooperation agreement 2023-2027", TieKind::Cooperation, TieStanding::Concluded)]
    #[case("other (city MoU)", TieKind::Cooperation, TieStanding::Concluded)]
    #[case("other (twin border cities, no formal agreement stated)", TieKind::Other, TieStanding::Informal)]
    fn the_words_of_a_tie_say_its_kind_and_whether_it_stands(#[case] words: &str, #[case] kind: TieKind, #[case] standing: TieStanding) {
        assert_eq!((TieKind::of(words), TieStanding::of(words)), (kind, standing));
    }

    #[test]
    fn a_term_is_read_from_two_years_only() {
        assert_eq!(last_year("cooperation agreement 2023-2027"), Some(2027));
        assert_eq!(last_year("sister-city"), None);
        assert_eq!(last_year("agreement 2027-2023"), None);
        assert_eq!(last_year("naïve-2027"), None);
    }
}
