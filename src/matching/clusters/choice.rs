//! How many groups: by silhouette and by what holds, both.
//!
//! Peer groups are the more useful the finer they are, as long as they are there. So the rule is: of the numbers of groups at which at
//! least `held_share` of the cities stand in groups that hold, and whose mean silhouette is within `silhouette_errors` standard errors of
//! the best such one (the data cannot tell them apart by it), the greatest. Where no number of groups holds so much, the one that holds
//! most, and of equals the one with the better silhouette, then the smaller.

use super::answer::Candidate;
use crate::matching::message::Message;
use crate::matching::settings::ClusterSettings;

/// The place of the chosen candidate, and why. `None` where there is none to choose from.
pub fn choose(candidates: &[Candidate], settings: &ClusterSettings) -> Option<(usize, Message)> {
    let holding: Vec<usize> = (0..candidates.len()).filter(|&c| candidates[c].held >= settings.held_share).collect();
    let by_silhouette = |&a: &usize, &b: &usize| candidates[a].silhouette.total_cmp(&candidates[b].silhouette).then(b.cmp(&a));
    let Some(best) = holding.iter().copied().max_by(by_silhouette) else { return most_held(candidates) };
    let least = candidates[best].silhouette - settings.silhouette_errors * candidates[best].silhouette_error;
    let chosen = holding.into_iter().rfind(|&c| candidates[c].silhouette >= least)?;
    let key = if chosen == best { "groups-why-best" } else { "groups-why-finest" };
    Some((chosen, said(key, &candidates[chosen])))
}

fn most_held(candidates: &[Candidate]) -> Option<(usize, Message)> {
    let order = |&a: &usize, &b: &usize| {
        let (one, two) = (&candidates[a], &candidates[b]);
        one.held.total_cmp(&two.held).then(one.silhouette.total_cmp(&two.silhouette)).then(b.cmp(&a))
    };
    let chosen = (0..candidates.len()).max_by(order)?;
    let key = if candidates[chosen].held > 0.0 { "groups-why-most-held" } else { "groups-why-none-holds" };
    Some((chosen, said(key, &candidates[chosen])))
}

/// A reason with the figures of what was chosen.
pub fn said(key: &str, chosen: &Candidate) -> Message {
    let message = Message::new(key).number("groups", chosen.groups as f64, 0).number("silhouette", chosen.silhouette, 2);
    message.number("held", chosen.held * 100.0, 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matching::samples::model;

    fn candidate(groups: usize, silhouette: f64, held: f64) -> Candidate {
        Candidate { groups, silhouette, silhouette_error: 0.01, rand: held, held, smallest: 5 }
    }

    fn chosen(candidates: &[Candidate]) -> (usize, String) {
        let (place, why) = choose(candidates, &model().settings().clusters).unwrap();
        (candidates[place].groups, why.key)
    }

    #[test]
    fn of_numbers_that_the_silhouette_cannot_tell_apart_the_finest_that_holds_is_taken() {
        let found = chosen(&[candidate(2, 0.190, 1.0), candidate(4, 0.175, 0.95), candidate(5, 0.185, 0.5)]);
        assert_eq!(found, (4, "groups-why-finest".to_owned()));
    }

    #[test]
    fn a_clearly_better_silhouette_wins_over_finer_groups() {
        assert_eq!(chosen(&[candidate(2, 0.60, 1.0), candidate(4, 0.30, 1.0)]), (2, "groups-why-best".to_owned()));
    }

    #[test]
    fn where_nothing_holds_the_least_bad_is_taken_and_called_so() {
        assert_eq!(chosen(&[candidate(2, 0.2, 0.3), candidate(3, 0.1, 0.6)]), (3, "groups-why-most-held".to_owned()));
        assert_eq!(chosen(&[candidate(2, 0.2, 0.0), candidate(3, 0.1, 0.0)]), (2, "groups-why-none-holds".to_owned()));
        assert!(choose(&[], &model().settings().clusters).is_none());
    }
}
