use super::exact::PARTS;
use super::*;
use crate::matching::rounds::work::Work;

fn solve(lp: &mut Lp) -> Outcome {
    lp.solve(&mut Work::new(1_000_000, &mut || false))
}

fn bound(lp: &mut Lp) -> i128 {
    let multipliers = lp.exact_multipliers();
    lp.exact_bound(&multipliers)
}

/// Three cities, each with one place, and three pairings with these profits.
fn triangle(profits: [i64; 3], least: i64) -> (Lp, [u32; 3]) {
    let mut lp = Lp::default();
    let rows = [0, 1, 2].map(|_| lp.add_row(&[], (least, 1)));
    let column = |i: usize| vec![(rows[i], 1.0), (rows[(i + 1) % 3], 1.0)];
    let variables = [0, 1, 2].map(|i| lp.add_column(column(i), profits[i], (0, 1)));
    (lp, variables)
}

#[test]
fn a_triangle_is_half_integral() {
    let (mut lp, variables) = triangle([10, 10, 9], 0);
    assert_eq!(solve(&mut lp), Outcome::Optimal);
    assert!(variables.iter().all(|variable| (lp.value(*variable) - 0.5).abs() < 1e-9));
    assert_eq!(bound(&mut lp) * 2, 29 * PARTS);
}

#[test]
fn a_new_row_is_met_from_where_the_programme_stands() {
    let (mut lp, variables) = triangle([10, 10, 9], 0);
    solve(&mut lp);
    let entries: Vec<(u32, f64)> = variables.iter().map(|variable| (*variable, 1.0)).collect();
    lp.add_row(&entries, (0, 1));
    assert_eq!(solve(&mut lp), Outcome::Optimal);
    assert_eq!(bound(&mut lp), 10 * PARTS);
}

#[test]
fn what_cannot_be_met_is_proved_in_integers() {
    let (mut lp, variables) = triangle([1, 1, 1], 1);
    lp.set_bounds(variables[0], (0, 0));
    lp.set_bounds(variables[1], (0, 0));
    let Outcome::Infeasible(weights) = solve(&mut lp) else { panic!("one pairing cannot serve three cities") };
    assert!(lp.proves_infeasible(&weights));
}

#[test]
fn equal_profits_without_end_do_not_stop_it() {
    let mut lp = Lp::default();
    let cities = 40;
    let rows: Vec<u32> = (0..cities).map(|_| lp.add_row(&[], (0, 2))).collect();
    for a in 0..cities {
        for b in a + 1..cities {
            lp.add_column(vec![(rows[a], 1.0), (rows[b], 1.0)], 5, (0, 1));
        }
    }
    assert_eq!(solve(&mut lp), Outcome::Optimal);
    assert_eq!(bound(&mut lp), 5 * 40 * PARTS);
}
