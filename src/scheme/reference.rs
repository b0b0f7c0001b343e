//! A name in a rule file for a thing that is defined elsewhere.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The id of a question, an option, an indicator or a document, and where the scheme holds it once bound.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(from = "String", into = "String")]
#[schemars(with = "String")]
pub struct Ref {
    id: String,
    position: Option<u16>,
}

impl Ref {
    /// Returns the id as the rule file writes it.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Returns where the scheme holds the thing: `None` for an id that nothing defines (the lint refuses it).
    pub fn position(&self) -> Option<usize> {
        self.position.map(usize::from)
    }

    /// Notes where the thing is.
    pub(super) fn bind(&mut self, position: Option<usize>) {
        self.position = position.and_then(|position| u16::try_from(position).ok());
    }
}

impl From<String> for Ref {
    fn from(id: String) -> Ref {
        Ref { id, position: None }
    }
}

impl From<Ref> for String {
    fn from(reference: Ref) -> String {
        reference.id
    }
}
