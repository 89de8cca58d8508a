//! The matching models that are bundled with the program.

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

/// The model that `models/current` names.
///
/// # Errors
/// A missing file or an unsound model: the program was built from a broken tree.
pub fn current() -> Result<Model, NoModel> {
    named(file("current")?.trim())
}

/// The bundled model of this name.
///
/// # Errors
/// As [`current`].
pub fn named(name: &str) -> Result<Model, NoModel> {
    let part = |file_name: &str| file(&format!("{name}/{file_name}"));
    let model = part("model.toml")?;
    let taxonomy = taxonomy_of(&model).ok_or_else(|| NoModel::Missing(format!("{name}/model.toml: taxonomy")))?;
    let (taxonomy, indicators, factors) = (file(&format!("taxonomy/{taxonomy}.toml"))?, part("indicators.toml")?, part("factors.toml")?);
    let (parameters, golden) = (part("parameters.json")?, part("golden.json")?);
    let files = ModelFiles {
        taxonomy: &taxonomy,
        model: &model,
        indicators: &indicators,
        factors: &factors,
        parameters: &parameters,
        golden: &golden,
    };
    Ok(Model::parse(&files)?)
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
