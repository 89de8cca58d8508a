//! How many groups: by silhouette and by what holds, both.
//!
//! Peer groups are the more useful the finer they are, as long as they are there; a group of half of all cities is of no use to anybody.
//! So the rule is:
//!
//! 1. Take the numbers of groups at which at least `held_share` of the cities stand in groups that hold.
//! 2. Unless the best of these has a silhouette of at least `clear_from` (then the cities part by themselves, and that is what they are), keep
//!    those at which no group has more than `largest_share` of the cities; where there is none, all.
//! 3. Of these take the greatest whose mean silhouette is within `silhouette_errors` standard errors of the best: the data cannot tell them
//!    apart by it.
//!
//! Where no number of groups holds so much, the one that holds most is taken, of equals the one with the better silhouette, then the smaller.

use super::answer::Candidate;
use crate::matching::message::Message;
use crate::matching::settings::ClusterSettings;

/// The place of the chosen candidate, and why. `None` where there is none to choose from.
pub fn choose(candidates: &[Candidate], settings: &ClusterSettings) -> Option<(usize, Message)> {
    let holding: Vec<usize> = (0..candidates.len()).filter(|&c| candidates[c].held >= settings.held_share).collect();
    let by_silhouette = |&a: &usize, &b: &usize| candidates[a].silhouette.total_cmp(&candidates[b].silhouette).then(b.cmp(&a));
    let Some(clearest) = holding.iter().copied().max_by(by_silhouette) else { return most_held(candidates) };
    let is_clear = candidates[clearest].silhouette >= settings.clear_from;
    let fine: Vec<usize> = holding.iter().copied().filter(|&c| is_clear || candidates[c].largest <= settings.largest_share).collect();
    let is_coarse = fine.is_empty();
    let holding = if is_coarse { holding } else { fine };
    let best = holding.iter().copied().max_by(by_silhouette)?;
    let least = candidates[best].silhouette - settings.silhouette_errors * candidates[best].silhouette_error;
    let chosen = holding.into_iter().rfind(|&c| candidates[c].silhouette >= least)?;
    let key = match (is_clear, is_coarse, chosen == best) {
        (true, _, _) => "groups-why-clear",
        (false, true, _) => "groups-why-coarse",
        (false, false, true) => "groups-why-best",
        (false, false, false) => "groups-why-finest",
    };
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
        Candidate { groups, silhouette, silhouette_error: 0.01, rand: held, held, smallest: 5, largest: 1.0 / groups as f64 }
    }

    fn chosen(candidates: &[Candidate]) -> (usize, String) {
        let (place, why) = choose(candidates, &model().settings().clusters).unwrap();
        (candidates[place].groups, why.key)
    }

    #[test]
    fn of_numbers_that_the_silhouette_cannot_tell_apart_the_finest_that_holds_is_taken() {
        let found = chosen(&[candidate(3, 0.190, 1.0), candidate(4, 0.175, 0.95), candidate(5, 0.185, 0.5)]);
        assert_eq!(found, (4, "groups-why-finest".to_owned()));
    }

    #[test]
    fn a_clearly_better_silhouette_wins_over_finer_groups() {
        assert_eq!(chosen(&[candidate(3, 0.40, 1.0), candidate(5, 0.20, 1.0)]), (3, "groups-why-best".to_owned()));
    }

    #[test]
    fn a_division_into_halves_gives_way_to_finer_groups_that_hold_and_stands_where_there_are_none() {
        let (halves, finer) = (candidate(2, 0.40, 1.0), candidate(4, 0.20, 1.0));
        assert_eq!(chosen(&[halves.clone(), finer.clone()]).0, 4);
        assert_eq!(chosen(&[halves, Candidate { held: 0.5, ..finer }]), (2, "groups-why-coarse".to_owned()));
    }

    #[test]
    fn halves_that_part_by_themselves_are_not_cut_further() {
        assert_eq!(chosen(&[candidate(2, 0.80, 1.0), candidate(4, 0.60, 1.0)]), (2, "groups-why-clear".to_owned()));
    }

    #[test]
    fn where_nothing_holds_the_least_bad_is_taken_and_called_so() {
        assert_eq!(chosen(&[candidate(2, 0.2, 0.3), candidate(3, 0.1, 0.6)]), (3, "groups-why-most-held".to_owned()));
        assert_eq!(chosen(&[candidate(2, 0.2, 0.0), candidate(3, 0.1, 0.0)]), (2, "groups-why-none-holds".to_owned()));
        assert!(choose(&[], &model().settings().clusters).is_none());
    }
}
