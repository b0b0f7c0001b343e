//! Names of elements: places to go to, and the hooks of browser tests.

/// The element id of a condition's item.
pub(crate) fn condition_id(id: &str) -> String {
    format!("condition-{id}")
}

/// The element id of an indicator's item.
pub(crate) fn indicator_id(id: &str) -> String {
    format!("indicator-{id}")
}

/// The element id of a notice's item.
pub(crate) fn notice_id(id: &str) -> String {
    format!("notice-{id}")
}

/// The element id of a question.
pub(crate) fn question_id(id: &str) -> String {
    format!("question-{id}")
}

/// The element id of a section.
pub(crate) fn section_id(id: &str) -> String {
    format!("section-{id}")
}

/// The element id of a part of the guide.
pub(crate) fn guide_id(id: &str) -> String {
    format!("guide-{id}")
}

/// The element id of the field for a day that a guide asks for.
pub(crate) fn day_id(id: &str) -> String {
    format!("day-{id}")
}

/// The element id of a city's tab.
pub(crate) fn tab_id(city: &str) -> String {
    ["tab-", city].concat()
}

/// The element id of the table behind the forecast's picture.
pub(crate) const FORECAST_TABLE: &str = "forecast-table";
