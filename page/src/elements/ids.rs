//! Names of elements: places to go to, and the hooks of browser tests.

use jifen::scheme::GuidePart;

/// The button that clears all answers.
pub(crate) const RESET: &str = "reset";

/// The same at the end of the page.
pub(crate) const RESET_AT_END: &str = "reset-at-end";

/// The same beside the words that somebody else's answers are shown.
pub(crate) const START_OWN: &str = "start-own";

/// The answers kept beside those of the form.
pub(crate) const KEPT: &str = "kept";

/// What the tabs lead to.
pub(crate) const PANEL: &str = "panel";

/// What an edition has otherwise than the open one.
pub(crate) const CHANGES: &str = "changes";

/// Where a person looks up the word that an office shows.
pub(crate) const WORDS: &str = "words";

/// The choice to remember answers on the device.
pub(crate) const REMEMBER: &str = "remember";

/// Returns the element id of a question.
pub(crate) fn question_id(id: &str) -> String {
    ["question-", id].concat()
}

/// Returns the element id of a section of the form.
pub(crate) fn section_id(id: &str) -> String {
    ["section-", id].concat()
}

/// Returns the element id of the field for a day that a guide asks for.
pub(crate) fn day_id(id: &str) -> String {
    ["day-", id].concat()
}

/// Returns the element id of a city's tab.
pub(crate) fn tab_id(city: &str) -> String {
    ["tab-", city].concat()
}

/// The guide.
pub(crate) const GUIDE: &str = "guide";

/// The days to remember, among the parts of the guide.
pub(crate) const DAYS: &str = "days";

/// The words that are explained, among the parts of the guide.
pub(crate) const GLOSSARY: &str = "glossary";

/// Returns a part of the guide, in the names of elements.
pub(crate) fn guide_part(part: GuidePart) -> &'static str {
    match part {
        GuidePart::Steps => "steps",
        GuidePart::Channels => "channels",
        GuidePart::Rounds => "rounds",
        GuidePart::Materials => "papers",
        GuidePart::Processing => "processing",
        GuidePart::Statuses => "statuses",
        GuidePart::Families => "families",
        GuidePart::Result => "notice-of-result",
        GuidePart::Validity => "validity",
        GuidePart::Renewal => "renewal",
        GuidePart::Appeal => "appeal",
    }
}
