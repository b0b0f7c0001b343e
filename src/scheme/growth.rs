//! How counts grow: what the rules say of months and years beside that they pass.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::visit::{Reference, visit};
use super::{Predicate, Ref};

/// How the answers to some questions grow while the person goes on as now. Without such an entry a count grows by
/// every month, or year, that passes. A question stands in at most one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Growth {
    /// The questions; all of them grow with time.
    pub questions: Vec<Ref>,
    /// They grow only while this holds: no paid months while nothing is paid.
    #[serde(default)]
    pub only_while: Option<Predicate>,
    /// A month counts for one of these questions only: of two homes one lives in one. Which of them grows is not said
    /// by the answers, so each grows by nothing up to all of the time.
    #[serde(default)]
    pub one_at_a_time: bool,
    /// They count within the last so many months: such a window loses its oldest month as it gains one, and which
    /// months those are the answers do not say.
    #[serde(default)]
    pub of_last: Option<u16>,
}

visit!(Growth, |growth, visitor| {
    let Growth { questions, only_while, .. } = growth;
    for question in questions {
        visitor(Reference::Question(question));
    }
    only_while.visit(visitor);
});
