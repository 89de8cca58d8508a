//! What is wrong with a form, in the reader's words, each beside the field that it is about.

use crate::console::pages::my_city::{FieldFault, FieldFaults};
use crate::console::word::MyCityWord;
use crate::console::words::{Language, Part};
use crate::domain::fault::Faults;

/// A field of a form, as a pointer names it.
pub(super) struct Field {
    /// The name of the field in the form.
    pub(super) name: String,
    /// What it is called beside the field.
    pub(super) label: String,
    /// Which kind of field, for what would be right.
    pub(super) sort: &'static str,
}

/// The faults in words. `field_of` finds the field of a pointer; each field is named once.
pub(super) fn in_words(found: Faults, lang: Language, field_of: &dyn Fn(&str, Language) -> Field) -> FieldFaults {
    let mut faults: Vec<FieldFault> = Vec::new();
    for fault in found.into_vec() {
        let Field { name, label, sort } = field_of(&fault.pointer, lang);
        if faults.iter().all(|known| known.field != name) {
            faults.push(FieldFault { field: name, label, said: lang.fill(MyCityWord::Fault, &[("field", Part::Text(sort))]) });
        }
    }
    FieldFaults(faults)
}

/// The fields of a request.
pub(super) fn ask_field(pointer: &str, lang: Language) -> Field {
    let (name, word, sort) = match pointer.split('/').nth(1).unwrap_or_default() {
        "wants" => ("wants", MyCityWord::AskWants, "text"),
        "gives" => ("gives", MyCityWord::AskGives, "text"),
        "kind" => ("kind", MyCityWord::KindLabel, "kind"),
        _ => ("theme", MyCityWord::Theme, "theme"),
    };
    Field { name: name.to_owned(), label: lang.say(word), sort }
}

/// The fields of a no.
pub(super) fn decline_field(pointer: &str, lang: Language) -> Field {
    let (name, word, sort) = match pointer {
        "/reason_code" => ("reason_code", MyCityWord::DeclineCode, "reason_code"),
        _ => ("reason", MyCityWord::DeclineWords, "text"),
    };
    Field { name: name.to_owned(), label: lang.say(word), sort }
}
