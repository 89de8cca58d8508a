//! The matching models that are bundled with the program.

use std::collections::{BTreeMap, BTreeSet};

use rust_embed::RustEmbed;

use crate::matching::model::{Model, ModelFiles};

/// The folder `models/` as it was when the program was built.
#[derive(RustEmbed)]
#[folder = "models/"]
struct Folder;

/// Why no model can be used.
#[derive(Debug, thiserror::Error)]
pub enum NoModel {
    /// A file is not there.
    #[error("the bundled models lack the file {0}")]
    Missing(String),
    /// The model is not sound.
    #[error(transparent)]
    Unsound(#[from] crate::matching::error::ModelError),
}

/// The texts of a model's files, by file name; the taxonomy as `taxonomy.toml`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ModelTexts(pub BTreeMap<String, String>);

/// The files of a model, in the order of [`ModelFiles`].
const FILES: [&str; 6] = ["taxonomy.toml", "model.toml", "indicators.toml", "factors.toml", "parameters.json", "golden.json"];

impl ModelTexts {
    /// The checked model.
    ///
    /// # Errors
    /// A missing file or an unsound model.
    pub fn parse(&self) -> Result<Model, NoModel> {
        let text = |name: &str| self.0.get(name).map(String::as_str).ok_or_else(|| NoModel::Missing(name.to_owned()));
        let [taxonomy, model, indicators, factors, parameters, golden] = FILES;
        let (taxonomy, model, indicators) = (text(taxonomy)?, text(model)?, text(indicators)?);
        let (factors, parameters, golden) = (text(factors)?, text(parameters)?, text(golden)?);
        Ok(Model::parse(&ModelFiles { taxonomy, model, indicators, factors, parameters, golden })?)
    }
}

/// The name in `models/current`.
///
/// # Errors
/// The program was built from a broken tree.
pub fn current_name() -> Result<String, NoModel> {
    Ok(file("current")?.trim().to_owned())
}

/// The model that `models/current` names.
///
/// # Errors
/// A missing file or an unsound model: the program was built from a broken tree.
pub fn current() -> Result<Model, NoModel> {
    bundled(&current_name()?)?.parse()
}

/// Names of the bundled models.
pub fn names() -> Vec<String> {
    let names = Folder::iter().filter_map(|path| path.strip_suffix("/model.toml").map(str::to_owned));
    names.collect::<BTreeSet<_>>().into_iter().collect()
}

/// The bundled model of this name.
///
/// # Errors
/// As [`current`].
pub fn bundled(name: &str) -> Result<ModelTexts, NoModel> {
    let head = file(&format!("{name}/model.toml"))?;
    let taxonomy = taxonomy_of(&head).ok_or_else(|| NoModel::Missing(format!("{name}/model.toml: taxonomy")))?;
    let mut texts = BTreeMap::from([(FILES[0].to_owned(), file(&format!("taxonomy/{taxonomy}.toml"))?)]);
    for part in &FILES[1..] {
        texts.insert((*part).to_owned(), file(&format!("{name}/{part}"))?);
    }
    Ok(ModelTexts(texts))
}

fn file(path: &str) -> Result<String, NoModel> {
    let found = Folder::get(path).ok_or_else(|| NoModel::Missing(path.to_owned()))?;
    String::from_utf8(found.data.into_owned()).map_err(|error| NoModel::Missing(format!("{path}: {error}")))
}

/// The version of the taxonomy that a model speaks of.
fn taxonomy_of(model: &str) -> Option<String> {
    let table: toml::Table = toml::from_str(model).ok()?;
    table.get("taxonomy")?.as_str().map(str::to_owned)
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_current_model_is_sound() {
        let model = super::current().unwrap();
        assert!(model.hash().starts_with("sha256:"), "{}", model.hash());
        assert!((32..=40).contains(&model.taxonomy().themes().len()));
    }
}
