//! What is wrong with a form, beside the field that it is about and above the form.

/// What is wrong with one field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldFault {
    /// The name of the field.
    pub field: String,
    /// What it is called.
    pub label: String,
    /// What would be right.
    pub said: String,
}

/// What is wrong with a form.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FieldFaults(pub Vec<FieldFault>);

impl FieldFaults {
    /// What is wrong with this field.
    pub(super) fn at(&self, field: &str) -> Option<&str> {
        self.0.iter().find(|fault| fault.field == field).map(|fault| fault.said.as_str())
    }

    /// Everything, each with the name of its field.
    pub(super) fn summary(&self) -> Vec<String> {
        self.0.iter().map(|fault| format!("{}: {}", fault.label, fault.said)).collect()
    }
}
