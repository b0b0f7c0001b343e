//! `jifen` for JavaScript: points, conditions and clauses as plain objects, the same as the terminal prints.
//!
//! A crate of its own, because what a library exports to JavaScript stays in every module that links it.
//! Arguments are checked here, by hand: a caller may pass anything, and nothing it passes may stop the module.

use jifen::report;
use wasm_bindgen::prelude::*;

mod arguments;
mod batch;
#[cfg(all(test, not(target_arch = "wasm32")))]
mod declarations;
mod error;
mod load;
mod person;
mod registry;
mod serialize;

use error::returned;
pub use person::{Person, prepare};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("types.d.ts");

/// Returns every scheme this module holds: those built in, and those loaded since.
///
/// # Errors
/// None, but for numbers of a loaded scheme that do not fit into those of JavaScript.
#[wasm_bindgen(unchecked_return_type = "Scheme[]")]
pub fn schemes() -> Result<JsValue, JsValue> {
    let schemes = registry::all();
    let summaries: Vec<_> =
        schemes.iter().map(|editions| report::scheme_summary(editions)).collect();
    returned(&summaries)
}

/// Returns the questions of a scheme, in the order of its form: in the edition that the options name, else in the one that
/// is written whole.
///
/// # Errors
/// Throws a `JifenError`: `unknown-scheme`, `unknown-edition`.
#[wasm_bindgen(unchecked_return_type = "Question[]")]
pub fn questions(
    #[wasm_bindgen(unchecked_param_type = "string")] scheme: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "EditionOptions")] options: JsValue,
) -> Result<JsValue, JsValue> {
    let editions = registry::find(&scheme)?;
    let scheme = match arguments::edition(&options)? {
        Some(id) => registry::named_edition(&editions, &id)?,
        None => &editions.whole,
    };
    returned(&report::question_summaries(scheme))
}

/// Assesses answers by a scheme on a day. Unanswered questions give ranges; the few that are presumed are named.
///
/// # Errors
/// Throws a `JifenError`: `unknown-scheme`, `unknown-edition`, `missing-day`, `invalid-day`, `invalid-answers`, `unknown-question`,
/// `wrong-kind`, `unknown-option`, `out-of-range`.
#[wasm_bindgen(unchecked_return_type = "AssessmentReport")]
pub fn assess(
    #[wasm_bindgen(unchecked_param_type = "string")] scheme: JsValue,
    #[wasm_bindgen(unchecked_param_type = "Answers")] answers: JsValue,
    #[wasm_bindgen(unchecked_param_type = "AssessOptions")] options: JsValue,
) -> Result<JsValue, JsValue> {
    prepare(scheme, answers, options)?.explain()
}

/// Finds the nearest ways to the line: every change a person can make, every pair of them, and waiting, each tried on
/// the rules on the day on which it can be so.
///
/// # Errors
/// Throws a `JifenError`, as `assess` does.
#[wasm_bindgen(unchecked_return_type = "AdviceReport")]
pub fn advise(
    #[wasm_bindgen(unchecked_param_type = "string")] scheme: JsValue,
    #[wasm_bindgen(unchecked_param_type = "Answers")] answers: JsValue,
    #[wasm_bindgen(unchecked_param_type = "AssessOptions")] options: JsValue,
) -> Result<JsValue, JsValue> {
    prepare(scheme, answers, options)?.advice()
}

/// Looks ten years ahead while the person goes on as now: points and verdict on each day on which they change, what that
/// comes down to as far as it is certain and, from the day on which another edition begins, the same by its rules.
///
/// # Errors
/// Throws a `JifenError`, as `assess` does.
#[wasm_bindgen(unchecked_return_type = "ForecastReport")]
pub fn forecast(
    #[wasm_bindgen(unchecked_param_type = "string")] scheme: JsValue,
    #[wasm_bindgen(unchecked_param_type = "Answers")] answers: JsValue,
    #[wasm_bindgen(unchecked_param_type = "ForecastOptions")] options: JsValue,
) -> Result<JsValue, JsValue> {
    let editions = registry::find(&scheme)?;
    let on = arguments::day(&options)?;
    let scheme = registry::edition(&editions, arguments::edition(&options)?.as_deref(), on)?;
    let paused = arguments::paused(scheme, &options)?;
    let answers =
        arguments::answers(scheme, &answers, on).map_err(|errors| error::thrown(&errors))?;
    returned(&report::forecast_by_editions(&editions, scheme, &answers, on, &paused))
}

/// Says what one edition of a scheme has otherwise than another; with answers, also what that does to the person on the
/// day that the options name. What one edition does not ask, or asks otherwise, is open to it.
///
/// # Errors
/// Throws a `JifenError`: `unknown-edition` and, with answers, as `assess` does.
#[wasm_bindgen(unchecked_return_type = "DiffReport")]
pub fn diff(
    #[wasm_bindgen(unchecked_param_type = "string")] scheme: JsValue,
    #[wasm_bindgen(unchecked_param_type = "string")] from: JsValue,
    #[wasm_bindgen(unchecked_param_type = "string")] to: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "Answers")] answers: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "AssessOptions")] options: JsValue,
) -> Result<JsValue, JsValue> {
    let editions = registry::find(&scheme)?;
    let named =
        |id: &JsValue| registry::named_edition(&editions, &arguments::text(id).unwrap_or_default());
    let (from, to) = (named(&from)?, named(&to)?);
    if answers.is_undefined() || answers.is_null() {
        return returned(&report::diff(from, to, None));
    }
    let on = arguments::day(&options)?;
    let (one, other) = arguments::answers_to_both(from, to, &answers, on)
        .map_err(|errors| error::thrown(&errors))?;
    let (before, after) =
        (jifen::assess::assess(from, &one, on), jifen::assess::assess(to, &other, on));
    let effect = jifen::diff::effect((from, &before), (to, &after));
    returned(&report::diff(from, to, Some(&effect)))
}

/// Adds an edition to a scheme, or replaces the one of the same id, until the page is closed; a scheme of a new id is
/// added. Returns the scheme's summary. `json` is
/// what `export --json` of the rule author's tool wrote, as text or parsed.
///
/// # Errors
/// Throws a `JifenError`: `invalid-scheme`.
#[wasm_bindgen(js_name = loadScheme, unchecked_return_type = "Scheme")]
pub fn load_scheme(
    #[wasm_bindgen(unchecked_param_type = "string | object")] json: JsValue,
) -> Result<JsValue, JsValue> {
    let editions = registry::insert(load::scheme(&json)?);
    returned(&report::scheme_summary(&editions))
}
