//! Parts of the held-out cities for which the measures are also taken alone.

use super::world::World;

/// A part of the held-out cities.
pub struct Stratum {
    /// Its name in the report.
    pub name: String,
    /// Places of its cities among the held-out ones.
    pub members: Vec<usize>,
}

/// All parts of these cities: the world and ASEAN always, also when they are empty; others where they have a city.
pub fn strata(world: &World, held_out: &[usize]) -> Vec<Stratum> {
    let people = |at: usize| world.city(at).log_people.exp();
    let of = |name: &str, is_in: &dyn Fn(usize) -> bool| Stratum {
        name: name.to_owned(),
        members: (0..held_out.len()).filter(|at| is_in(held_out[*at])).collect(),
    };
    let (asean, capital) = (|at: usize| world.city(at).is_asean, |at: usize| world.city(at).is_capital());
    let mut strata = vec![
        of("world", &|_| true),
        of("asean", &asean),
        of("asean_not_capital", &|at| asean(at) && !capital(at)),
        of("capital", &capital),
        of("not_capital", &|at| !capital(at)),
        of("below_50_000", &|at| people(at) < 50_000.0),
        of("50_000_to_200_000", &|at| (50_000.0..200_000.0).contains(&people(at))),
        of("200_000_to_1_000_000", &|at| (200_000.0..1_000_000.0).contains(&people(at))),
        of("1_000_000_and_more", &|at| people(at) >= 1_000_000.0),
    ];
    let regions: std::collections::BTreeSet<&str> = world.countries().iter().filter_map(|country| country.region.as_deref()).collect();
    for region in regions {
        let name = format!("region_{}", region.to_lowercase().replace(' ', "_"));
        strata.push(of(&name, &|at| world.country_of(at).region.as_deref() == Some(region)));
    }
    let must_be_there = ["world", "asean", "asean_not_capital"];
    strata.retain(|stratum| must_be_there.contains(&stratum.name.as_str()) || !stratum.members.is_empty());
    strata
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matching::evaluation::WorldCity;
    use crate::matching::evaluation::made_world::city;

    #[test]
    fn the_world_and_asean_are_there_even_without_a_city() {
        let sized = |id, people, seat, is_asean| WorldCity { people: Some(people), seat, is_asean, ..city(id, "ID", 0.0, 0.0) };
        let cities = vec![sized(1, 2e6, 4, true), sized(2, 6e4, 0, true), sized(3, 1e4, 0, false)];
        let world = World::new(cities, Vec::new());
        let of = |held: &[usize]| -> Vec<(String, usize)> {
            strata(&world, held).into_iter().map(|stratum| (stratum.name, stratum.members.len())).collect()
        };
        let named = |pairs: &[(&str, usize)]| pairs.iter().map(|(name, count)| ((*name).to_owned(), *count)).collect::<Vec<_>>();
        let expected = [
            ("world", 3),
            ("asean", 2),
            ("asean_not_capital", 1),
            ("capital", 1),
            ("not_capital", 2),
            ("below_50_000", 1),
            ("50_000_to_200_000", 1),
            ("1_000_000_and_more", 1),
        ];
        assert_eq!(of(&[0, 1, 2]), named(&expected));
        assert_eq!(of(&[]), named(&[("world", 0), ("asean", 0), ("asean_not_capital", 0)]));
    }
}
