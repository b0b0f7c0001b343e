//! What is folded until somebody unfolds it.

use jifen::scheme::{GuidePart, Scheme};

use crate::elements::ids::{DAYS, GLOSSARY, guide_part, section_id};

/// Something that unfolds. What belongs to a rule is known by the rule's id, so it stays unfolded in another city that
/// has a rule of that id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Fold {
    /// What a condition says, and on which clause.
    Condition(String),
    /// The same of an indicator.
    Indicator(String),
    /// The same of a notice.
    Notice(String),
    /// What to report where a rule is wrong, by its id.
    Correction(String),
    /// The other editions of the open scheme.
    Editions,
    /// The fields of a question, by its id, that a history answers.
    ByHand(String),
    /// The place to paste records into, by the question of the history.
    Paste(String),
    /// A section of the form that concerns few people.
    Section(String),
    /// A part of the guide.
    GuidePart(GuidePart),
    /// The days to remember, in the guide.
    Days,
    /// The words that are explained, in the guide.
    Glossary,
    /// What a word means, by its place and its id.
    Gloss(String),
    /// The examples, near the head of the form.
    Examples,
    /// A family of causes, in the guide.
    Family(String),
    /// The check code of the result.
    CheckCode,
    /// What can be done with the answers as a whole.
    Share,
    /// The address as a picture.
    Picture,
    /// The table behind the forecast's picture.
    ForecastTable,
}

impl Fold {
    /// Returns what unfolds a rule of a scheme: a condition, an indicator or a notice, by its id.
    pub(crate) fn of_rule(scheme: &Scheme, id: &str) -> Option<Fold> {
        let is = |known: &String| known == id;
        let mut ids = scheme.conditions.iter().map(|condition| &condition.id);
        if ids.any(is) {
            return Some(Fold::Condition(id.to_owned()));
        }
        if scheme.indicators.iter().any(|indicator| is(&indicator.id)) {
            return Some(Fold::Indicator(id.to_owned()));
        }
        scheme.notices.iter().any(|notice| is(&notice.id)).then(|| Fold::Notice(id.to_owned()))
    }

    /// Returns the id of the element that unfolds.
    pub(crate) fn id(&self) -> String {
        let (kind, id) = match self {
            Fold::Condition(id) => ("condition-", id.as_str()),
            Fold::Indicator(id) => ("indicator-", id.as_str()),
            Fold::Notice(id) => ("notice-", id.as_str()),
            Fold::Correction(id) => ("correction-", id.as_str()),
            Fold::Editions => ("", "editions"),
            Fold::ByHand(id) => ("by-hand-", id.as_str()),
            Fold::Paste(id) => ("paste-", id.as_str()),
            Fold::Section(id) => return section_id(id),
            Fold::GuidePart(part) => ("guide-", guide_part(*part)),
            Fold::Days => ("guide-", DAYS),
            Fold::Glossary => ("guide-", GLOSSARY),
            Fold::Gloss(id) => ("gloss-", id.as_str()),
            Fold::Examples => ("", "examples"),
            Fold::Family(id) => ("guide-", id.as_str()),
            Fold::CheckCode => ("", "check-code"),
            Fold::Share => ("", "share"),
            Fold::Picture => ("", "picture"),
            Fold::ForecastTable => ("", "forecast-table"),
        };
        [kind, id].concat()
    }
}
