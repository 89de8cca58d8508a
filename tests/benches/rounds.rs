//! How long matching rounds take to solve with proof, and what the process holds at most. Prints a table; judges nothing, because machines
//! differ.
//!
//! `cargo bench --no-default-features --bench rounds [-- CITIES...] [--write FOLDER]`; what is written, `rounds_elsewhere.py` gives to other solvers. Two sorts of scores: *random*, where every pair of cities is as
//! likely a candidate as any other, and *near*, where candidates are the most alike and alikeness carries over, as it does between real
//! cities; the latter has far more odd rings. A row that is not proved within [`LONGEST`] says how far it is from the best possible.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::{Duration, Instant};

use kembar::matching::rounds::{Candidate, Instance, Node, Objective, RoundKind, Solution, USUAL_STEPS, solve};
use rand::{Rng, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;

/// Candidates of each city, on average.
const CANDIDATES: usize = 30;
/// A round that takes longer is stopped.
const LONGEST: Duration = Duration::from_secs(60);
const COUNTRIES: [&str; 11] = ["BN", "ID", "KH", "LA", "MM", "MY", "PH", "SG", "TH", "TL", "VN"];

#[derive(Clone, Copy)]
struct Case {
    kind: RoundKind,
    near: bool,
    quota: u32,
    cap: Option<u32>,
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().collect();
    let given: Vec<usize> = arguments.iter().filter_map(|argument| argument.parse().ok()).collect();
    let folder = arguments.iter().skip_while(|argument| *argument != "--write").nth(1);
    let counts = if given.is_empty() { vec![1_000, 10_000] } else { given };
    println!(
        "{:>6} {:13} {:6} {:>5} {:>4} {:>7} {:>9} {:10} {:>8} {:>7} {:>8} {:>8} {:>11}",
        "cities", "kind", "scores", "quota", "cap", "edges", "time", "status", "covered", "gap", "steps", "blocking", "peak memory"
    );
    for count in counts {
        for case in cases(count) {
            report(count, case, folder.map(Path::new))?;
        }
    }
    Ok(())
}

/// Caps scale with the number of cities, so that they bind alike.
fn cases(count: usize) -> Vec<Case> {
    let case = |kind, near, quota, cap| Case { kind, near, quota, cap };
    let (sisters, peers) = (RoundKind::SisterCity, RoundKind::PeerLearning);
    let tight = Some((count / 300).max(1) as u32);
    let middle = Some((count / 50).max(1) as u32);
    vec![
        case(sisters, false, 1, None),
        case(sisters, false, 3, None),
        case(sisters, true, 1, None),
        case(sisters, true, 3, None),
        case(peers, true, 2, None),
        case(sisters, false, 3, tight),
        case(sisters, true, 3, middle),
    ]
}

fn report(count: usize, case: Case, folder: Option<&Path>) -> Result<(), Box<dyn std::error::Error>> {
    let round = round(count, case);
    let start = Instant::now();
    let solution = solve(&round, USUAL_STEPS, &mut || start.elapsed() > LONGEST)?;
    let time = start.elapsed();
    if let Some(folder) = folder {
        write(&folder.join(name(count, case)), &round, &solution, time)?;
    }
    let kind = if case.kind == RoundKind::SisterCity { "sister_city" } else { "peer_learning" };
    println!(
        "{count:>6} {kind:13} {:6} {:>5} {:>4} {:>7} {time:>9.2?} {:10} {:>8} {:>7.0e} {:>8} {:>8} {:>11}",
        if case.near { "near" } else { "random" },
        case.quota,
        case.cap.map_or("-".to_owned(), |cap| cap.to_string()),
        round.edges.len(),
        format!("{:?}", solution.status).to_lowercase(),
        solution.covered,
        solution.gap,
        solution.steps,
        solution.blocking_pairs,
        peak_memory(),
    );
    Ok(())
}

fn name(count: usize, case: Case) -> String {
    let kind = if case.kind == RoundKind::SisterCity { "sister_city" } else { "peer_learning" };
    let (scores, cap) = (if case.near { "near" } else { "random" }, case.cap.map_or("-".to_owned(), |cap| cap.to_string()));
    format!("{count:06} {kind} {scores} quota {} cap {cap}.json", case.quota)
}

/// For other solvers: the round and what this one made of it.
fn write(file: &Path, round: &Instance, solution: &Solution, time: Duration) -> Result<(), Box<dyn std::error::Error>> {
    let text = serde_json::json!({"round": round, "status": solution.status, "covered": solution.covered, "score": solution.score,
        "seconds": time.as_secs_f64()});
    Ok(std::fs::write(file, text.to_string())?)
}

fn round(count: usize, case: Case) -> Instance {
    let mut rng = Xoshiro256PlusPlus::seed_from_u64(1);
    let pairs = if case.near { near(count, &mut rng) } else { random(count, &mut rng) };
    let directed = case.kind == RoundKind::PeerLearning;
    let id = |city: usize| format!("city-{city:06}");
    let quota = |wanted: bool| wanted.then_some(case.quota);
    let node = |city| Node {
        id: id(city),
        country: COUNTRIES[rng.gen_range(0..COUNTRIES.len())].to_owned(),
        min: 0,
        max: quota(!directed),
        learn_max: quota(directed),
        mentor_max: quota(directed),
        groups: BTreeMap::new(),
    };
    let nodes = (0..count).map(node).collect();
    let edge = |((a, b), score): ((usize, usize), f64)| {
        let (a, b) = if directed && (a + b) % 2 == 1 { (b, a) } else { (a, b) };
        Candidate { a: id(a), b: id(b), score, spread: None }
    };
    Instance {
        kind: case.kind,
        nodes,
        edges: pairs.into_iter().map(edge).collect(),
        locked: Vec::new(),
        barred: Vec::new(),
        country_cap: None,
        country_caps: Vec::new(),
        country_pair_cap: case.cap,
        country_pair_caps: Vec::new(),
        shares: Vec::new(),
        objective: Objective::CoverageThenScore,
    }
}

fn random(count: usize, rng: &mut Xoshiro256PlusPlus) -> BTreeMap<(usize, usize), f64> {
    let mut pairs = BTreeMap::new();
    for a in 0..count {
        for _ in 0..CANDIDATES / 2 {
            let b = rng.gen_range(0..count);
            if a != b {
                pairs.entry((a.min(b), a.max(b))).or_insert(rng.gen_range(0.0..100.0));
            }
        }
    }
    pairs
}

/// Each city's nearest ones of a cloud of points, and a few more in the list of others.
fn near(count: usize, rng: &mut Xoshiro256PlusPlus) -> BTreeMap<(usize, usize), f64> {
    let points: Vec<[f64; 3]> = (0..count).map(|_| [rng.r#gen(), rng.r#gen(), rng.r#gen()]).collect();
    let mut pairs = BTreeMap::new();
    for a in 0..count {
        let distance = |b: usize| (0..3).map(|k| (points[a][k] - points[b][k]).powi(2)).sum::<f64>().sqrt();
        let mut others: Vec<(f64, usize)> = (0..count).filter(|b| *b != a).map(|b| (distance(b), b)).collect();
        let keep = (CANDIDATES * 4 / 5).min(others.len().saturating_sub(1));
        others.select_nth_unstable_by(keep, |x, y| x.0.total_cmp(&y.0));
        for (distance, b) in others.into_iter().take(keep) {
            pairs.insert((a.min(b), a.max(b)), 100.0 * (-3.0 * distance).exp());
        }
    }
    pairs
}

/// The most memory that the process has held so far, input included; Linux says it.
fn peak_memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))
        .and_then(|rest| rest.trim().trim_end_matches(" kB").parse::<u64>().ok());
    peak.map_or("unknown".to_owned(), |kib| format!("{} MiB", kib / 1024))
}
