//! The pillars and themes that everything else speaks of, read from `models/taxonomy/<version>.toml`.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::error::ModelError;
use crate::domain::code::ThemeCode;

/// A text in each language the taxonomy must speak.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Labels {
    /// English.
    pub en: String,
    /// Bahasa Indonesia.
    pub id: String,
}

impl Labels {
    /// The text in a language by its primary subtag; English where there is none.
    pub fn of(&self, language: &str) -> &str {
        if language.split('-').next() == Some("id") { &self.id } else { &self.en }
    }
}

/// One of the four pillars of the ASEAN Community Vision 2045.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Pillar {
    /// `PS`, `EC`, `SC` or `CN`.
    pub code: String,
    /// Readable code, such as `socio-cultural`.
    pub slug: String,
    /// Name.
    pub label: Labels,
    /// Meaning in one line.
    pub meaning: Labels,
}

/// A theme with its crosswalk to other frames.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Theme {
    /// Code, such as `solid-waste`; for ever the same.
    #[cfg_attr(feature = "server", schema(value_type = String))]
    pub code: ThemeCode,
    /// Place in the printed taxonomy, such as `SC1`.
    pub number: String,
    /// Its pillar's code.
    pub pillar: String,
    /// Name.
    pub label: Labels,
    /// Meaning in one line.
    pub meaning: Labels,
    /// Goals of the 2030 Agenda, 1 to 17.
    pub sdg: Vec<u8>,
    /// Priorities of the Sendai Framework, 1 to 4.
    pub sendai: Vec<u8>,
    /// Strategic goals of the UCLG ASPAC Manifesto 2021-2025, 1 to 5.
    pub uclg_aspac: Vec<u8>,
    /// Focus area of the ASEAN Smart Cities Network.
    pub ascn: String,
    /// Areas of the ASEAN Connectivity Strategic Plan, 1 to 6.
    pub csp: Vec<u8>,
    /// Clauses of the declarations: `PP-n`, `KL-n`, `EGM`, `ASCN`.
    pub clauses: Vec<String>,
}

/// Two themes that are near to one another.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Near {
    /// The two.
    #[cfg_attr(feature = "server", schema(value_type = Vec<String>))]
    pub themes: [ThemeCode; 2],
    /// Between 0 and 1.
    pub similarity: f64,
    /// Why.
    pub reason: String,
}

/// A code that is no longer used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Retired {
    /// The old code.
    #[cfg_attr(feature = "server", schema(value_type = String))]
    pub code: ThemeCode,
    /// What replaces it.
    #[cfg_attr(feature = "server", schema(value_type = String))]
    pub replaced_by: ThemeCode,
    /// The taxonomy's version from which it is retired.
    pub since: String,
    /// Why.
    pub reason: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct TaxonomyFile {
    version: String,
    pillars: Vec<Pillar>,
    themes: Vec<Theme>,
    #[serde(default)]
    near: Vec<Near>,
    #[serde(default)]
    retired: Vec<Retired>,
}

/// A checked taxonomy. Themes have a fixed order, and an index in it that the dense tables use.
#[derive(Debug, Clone, PartialEq)]
pub struct Taxonomy {
    version: String,
    pillars: Vec<Pillar>,
    themes: Vec<Theme>,
    near: Vec<Near>,
    retired: Vec<Retired>,
    index: BTreeMap<ThemeCode, usize>,
    /// For each theme its near ones with their similarity, itself left out.
    neighbours: Vec<Vec<(usize, f64)>>,
    pillar_mass: Vec<f64>,
}

impl Taxonomy {
    /// Reads and checks a taxonomy.
    ///
    /// # Errors
    /// [`ModelError::Unreadable`] where the text is no TOML of this shape, [`ModelError::Unsound`] with every fault where it contradicts itself.
    pub fn parse(text: &str) -> Result<Taxonomy, ModelError> {
        let unreadable = |e: toml::de::Error| ModelError::Unreadable { file: "the taxonomy", detail: e.to_string() };
        let file: TaxonomyFile = toml::from_str(text).map_err(unreadable)?;
        let faults = faults_of(&file);
        if !faults.is_empty() {
            return Err(ModelError::Unsound { model: format!("taxonomy {}", file.version), faults });
        }
        let mut index: BTreeMap<ThemeCode, usize> = file.themes.iter().enumerate().map(|(i, theme)| (theme.code.clone(), i)).collect();
        let mut neighbours = vec![Vec::new(); file.themes.len()];
        for near in &file.near {
            let [a, b] = [index[&near.themes[0]], index[&near.themes[1]]];
            neighbours[a].push((b, near.similarity));
            neighbours[b].push((a, near.similarity));
        }
        for list in &mut neighbours {
            list.sort_by_key(|(theme, _)| *theme);
        }
        for retired in &file.retired {
            let successor = index[&retired.replaced_by];
            index.insert(retired.code.clone(), successor);
        }
        let TaxonomyFile { version, pillars, themes, near, retired } = file;
        let pillar_mass = pillar_mass(&themes, &pillars);
        Ok(Taxonomy { version, pillars, themes, near, retired, index, neighbours, pillar_mass })
    }

    /// Its version.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// The pillars, in order.
    pub fn pillars(&self) -> &[Pillar] {
        &self.pillars
    }

    /// The themes, in order.
    pub fn themes(&self) -> &[Theme] {
        &self.themes
    }

    /// The near pairs, as written.
    pub fn near(&self) -> &[Near] {
        &self.near
    }

    /// The retired codes.
    pub fn retired(&self) -> &[Retired] {
        &self.retired
    }

    /// Whether the taxonomy in force has this theme; a retired code is not in force.
    pub fn has(&self, code: &ThemeCode) -> bool {
        self.index.get(code).is_some_and(|&i| self.themes[i].code == *code)
    }

    /// The theme of a code, or what replaces it where the code is retired.
    pub fn theme(&self, code: &ThemeCode) -> Option<&Theme> {
        self.index_of(code).map(|i| &self.themes[i])
    }

    /// The place of a theme in the order; a retired code gives its replacement's.
    pub fn index_of(&self, code: &ThemeCode) -> Option<usize> {
        self.index.get(code).copied()
    }

    /// The place of a theme's pillar in the order of the pillars.
    pub fn pillar_of(&self, theme: usize) -> usize {
        self.pillars.iter().position(|pillar| pillar.code == self.themes[theme].pillar).unwrap_or_default()
    }

    /// The themes near to one, with their similarity; itself left out.
    pub fn neighbours(&self, theme: usize) -> &[(usize, f64)] {
        &self.neighbours[theme]
    }

    /// For each theme its share of a mass that is equal for every pillar, scaled so that the mean is 1.
    pub fn pillar_mass(&self) -> &[f64] {
        &self.pillar_mass
    }
}

fn pillar_mass(themes: &[Theme], pillars: &[Pillar]) -> Vec<f64> {
    let size = |pillar: &str| themes.iter().filter(|theme| theme.pillar == pillar).count() as f64;
    let each = themes.len() as f64 / pillars.len() as f64;
    themes.iter().map(|theme| each / size(&theme.pillar)).collect()
}

fn faults_of(file: &TaxonomyFile) -> Vec<String> {
    let mut faults = Vec::new();
    let codes: BTreeSet<&ThemeCode> = file.themes.iter().map(|theme| &theme.code).collect();
    if codes.len() != file.themes.len() || file.themes.is_empty() {
        faults.push("theme codes must be there and differ".to_owned());
    }
    for pillar in &file.pillars {
        if !file.themes.iter().any(|theme| theme.pillar == pillar.code) {
            faults.push(format!("pillar {} has no theme", pillar.code));
        }
    }
    for theme in &file.themes {
        check_theme(&mut faults, file, theme);
    }
    check_near(&mut faults, file, &codes);
    for retired in &file.retired {
        if codes.contains(&retired.code) || !codes.contains(&retired.replaced_by) {
            faults.push(format!(
                "retired code {} must not be a theme, and its replacement {} must be one",
                retired.code, retired.replaced_by
            ));
        }
    }
    faults
}

fn check_theme(faults: &mut Vec<String>, file: &TaxonomyFile, theme: &Theme) {
    let mut require = |holds: bool, what: &str| {
        if !holds {
            faults.push(format!("theme {}: {what}", theme.code));
        }
    };
    require(file.pillars.iter().any(|pillar| pillar.code == theme.pillar), "its pillar is not among the pillars");
    let texts = [&theme.label.en, &theme.label.id, &theme.meaning.en, &theme.meaning.id];
    require(texts.iter().all(|text| !text.trim().is_empty()), "label and meaning must be there in each language");
    let within = |list: &[u8], max: u8| list.iter().all(|n| (1..=max).contains(n));
    require(!theme.sdg.is_empty() && within(&theme.sdg, 17), "sdg must name goals between 1 and 17");
    require(within(&theme.sendai, 4), "sendai must be between 1 and 4");
    require(!theme.uclg_aspac.is_empty() && within(&theme.uclg_aspac, 5), "uclg_aspac must be between 1 and 5");
    require(within(&theme.csp, 6), "csp must be between 1 and 6");
    require(["CS", "HW", "SS", "QE", "BI", "II"].contains(&theme.ascn.as_str()), "ascn must be one of CS, HW, SS, QE, BI, II");
    require(
        !theme.clauses.is_empty() && theme.clauses.iter().all(|clause| is_clause(clause)),
        "clauses must be PP-1 to PP-16, PP-preamble, KL-1 to KL-6, EGM or ASCN",
    );
}

/// The declarations have 16 clauses (Phnom Penh) and 6 commitments (Kuala Lumpur).
fn is_clause(text: &str) -> bool {
    let numbered =
        |prefix: &str, max: u8| text.strip_prefix(prefix).and_then(|n| n.parse::<u8>().ok()).is_some_and(|n| (1..=max).contains(&n));
    ["PP-preamble", "EGM", "ASCN"].contains(&text) || numbered("PP-", 16) || numbered("KL-", 6)
}

fn check_near(faults: &mut Vec<String>, file: &TaxonomyFile, codes: &BTreeSet<&ThemeCode>) {
    let mut seen = BTreeSet::new();
    let mut sums: BTreeMap<&ThemeCode, f64> = BTreeMap::new();
    for near in &file.near {
        let [a, b] = [&near.themes[0], &near.themes[1]];
        let is_new = seen.insert((a.min(b), a.max(b)));
        let are_themes = a != b && codes.contains(a) && codes.contains(b);
        let is_share = near.similarity > 0.0 && near.similarity < 1.0;
        if !are_themes || !is_new || !is_share {
            faults.push(format!("near {a} and {b}: must be two different themes, named once, with a similarity between 0 and 1"));
        }
        *sums.entry(a).or_default() += near.similarity;
        *sums.entry(b).or_default() += near.similarity;
    }
    // A matrix with ones on its diagonal and row sums below 2 is positive definite, and so the soft cosine stays within 0 and 1.
    for (code, sum) in sums.iter().filter(|(_, sum)| **sum >= 1.0) {
        faults.push(format!("theme {code}: the similarities of its near themes sum to {sum:.2}, and must stay below 1"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matching::samples::TAXONOMY;

    #[test]
    fn the_taxonomy_has_forty_themes_under_four_pillars() {
        let taxonomy = Taxonomy::parse(TAXONOMY).unwrap();
        assert_eq!((taxonomy.themes().len(), taxonomy.pillars().len()), (40, 4));
        let mass = taxonomy.pillar_mass();
        for pillar in 0..4 {
            let sum: f64 = (0..40).filter(|&t| taxonomy.pillar_of(t) == pillar).map(|t| mass[t]).sum();
            assert!((sum - 10.0).abs() < 1e-9, "each pillar carries a quarter");
        }
    }

    #[test]
    fn a_retired_code_leads_to_what_replaces_it() {
        let text = format!(
            "{TAXONOMY}\n[[retired]]\ncode = \"garbage\"\nreplaced_by = \"solid-waste\"\nsince = \"2045-2\"\nreason = \"renamed\"\n"
        );
        let taxonomy = Taxonomy::parse(&text).unwrap();
        let old: ThemeCode = "garbage".parse().unwrap();
        assert_eq!(taxonomy.theme(&old).unwrap().code.as_str(), "solid-waste");
        assert!(!taxonomy.has(&old), "a retired code is understood and no longer offered");
    }

    #[test]
    fn every_fault_of_a_taxonomy_is_named_at_once() {
        let text = TAXONOMY.replacen("\"PP-9\"", "\"PP-17\"", 1).replacen("sdg = [12]", "sdg = [18]", 1);
        let Err(ModelError::Unsound { faults, .. }) = Taxonomy::parse(&text) else { panic!("a clause 17 does not exist") };
        assert_eq!(faults.len(), 2, "{faults:?}");
    }
}
