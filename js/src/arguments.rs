//! The arguments of a caller: a day and answers, out of values that may be anything.
//!
//! Whatever can run the caller's code (a getter, a proxy) is called so that what it throws comes back as an error.

use jifen::answers::{AnswerError, Answers, Plain, Value};
use jifen::scheme::{AnswerKind, Scheme};
use jiff::civil::Date;
use js_sys::{Array, JsString, Reflect};
use wasm_bindgen::prelude::*;

use crate::error::{ApiError, ErrorCode};

/// No id, date or decimal is as long; a longer string is cut, so that it is refused without being copied whole.
pub(crate) const LONGEST_TEXT: u32 = 200;
/// Reading stops here: an object of rubbish is not worth a report of its size.
const MOST_ERRORS: usize = 32;
/// The most records that any question can ask for.
pub(crate) const LONGEST_LIST: usize = 255;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = "
/** Answers by question id. A question that is missing, `null` or `undefined` is not answered. */
export interface Answers {
    readonly [question: string]: Answer;
}

/** `true` or `false`, an option's id, a number in the question's unit, a decimal string, a day, or a list of days. */
export type Answer = boolean | string | number | readonly Day[] | null | undefined;

export interface EditionOptions {
    /** The id of an edition; without one, `assess` and `advise` take the edition that the day is assessed by. */
    edition?: string;
}

export interface AssessOptions extends EditionOptions {
    /** The day of the assessment. Required: nothing here reads a clock, so the same call always gives the same result. */
    on: Day;
}

export interface ForecastOptions extends AssessOptions {
    /** The ids of questions whose facts will not go on, of those that `goingOn` of a forecast lists. */
    paused?: readonly string[];
}
";

#[wasm_bindgen]
extern "C" {
    /// Returns own enumerable string keys.
    #[wasm_bindgen(catch, js_namespace = Object, js_name = keys)]
    fn own_keys(object: &JsValue) -> Result<Array, JsValue>;

    #[wasm_bindgen(catch, js_namespace = Array, js_name = isArray)]
    fn is_array(value: &JsValue) -> Result<bool, JsValue>;

    /// Returns `[object Object]` for a plain object of any window or frame, but not for a `Map`, a `Date`, a list.
    #[wasm_bindgen(catch, js_namespace = ["Object", "prototype", "toString"], js_name = call)]
    fn class_name(value: &JsValue) -> Result<JsValue, JsValue>;
}

/// Returns a string; a long one cut and marked.
pub(crate) fn text(value: &JsValue) -> Option<String> {
    let text = value.dyn_ref::<JsString>()?;
    if text.length() <= LONGEST_TEXT {
        return text.as_string();
    }
    text.slice(0, LONGEST_TEXT).as_string().map(|start| start + "…")
}

fn is_plain_object(value: &JsValue) -> bool {
    value.is_object() && class_name(value).is_ok_and(|name| name == "[object Object]")
}

/// Reads the day of the assessment.
pub(crate) fn day(options: &JsValue) -> Result<Date, ApiError> {
    const ASK: &str = "give the day of the assessment as { on: \"YYYY-MM-DD\" }";
    let missing = |what: &str| {
        let why =
            "this package never reads a clock, so that the same call always gives the same result";
        ApiError::new(ErrorCode::MissingDay, format!("{what}: {ASK}; {why}"))
    };
    if !options.is_object() {
        return Err(missing("there are no options"));
    }
    let on = Reflect::get(options, &"on".into()).map_err(|_| missing("`on` cannot be read"))?;
    if on.is_undefined() || on.is_null() {
        return Err(missing("`on` is missing"));
    }
    let given = text(&on);
    let day = given.as_deref().and_then(|text| text.parse::<Date>().ok());
    // A date with a time or a zone behind it would mean another day elsewhere.
    day.filter(|day| Some(day.to_string()) == given).ok_or_else(|| {
        let what =
            given.map_or("`on` is not a string".into(), |given| format!("`{given}` is no day"));
        ApiError::new(ErrorCode::InvalidDay, format!("{what}; {ASK}"))
    })
}

/// Reads the edition that options name; none where they name none.
pub(crate) fn edition(options: &JsValue) -> Result<Option<String>, ApiError> {
    if !options.is_object() {
        return Ok(None);
    }
    let unreadable = |what: &str| {
        let message = format!("{what}: give the id of an edition, as `schemes()` lists them");
        ApiError::new(ErrorCode::UnknownEdition, message)
    };
    let edition = Reflect::get(options, &"edition".into())
        .map_err(|_| unreadable("`edition` cannot be read"))?;
    if edition.is_undefined() || edition.is_null() {
        return Ok(None);
    }
    text(&edition).map(Some).ok_or_else(|| unreadable("`edition` is not a string"))
}

/// Reads the questions whose facts will not go on, by their ids.
pub(crate) fn paused(scheme: &Scheme, options: &JsValue) -> Result<Vec<usize>, ApiError> {
    const ASK: &str = "give the ids of questions, as `goingOn` of a forecast lists them";
    let wrong = |what: &str| ApiError::new(ErrorCode::UnknownQuestion, format!("{what}: {ASK}"));
    let given =
        Reflect::get(options, &"paused".into()).map_err(|_| wrong("`paused` cannot be read"))?;
    if given.is_undefined() || given.is_null() {
        return Ok(Vec::new());
    }
    let list = given.dyn_ref::<Array>().ok_or_else(|| wrong("`paused` is no list"))?;
    let question = |index: u32| {
        let id = text(&list.get(index)).ok_or_else(|| wrong("`paused` holds what is no id"))?;
        let unknown = || wrong(&format!("the scheme asks no `{id}`"));
        scheme.question(&id).ok_or_else(unknown)
    };
    (0..list.length().min(LONGEST_LIST as u32)).map(question).collect()
}

/// Reads answers for two editions. What one of them cannot take is open to it; what neither can is an error.
///
/// # Errors
/// As [`answers`].
pub(crate) fn answers_to_both(
    from: &Scheme,
    to: &Scheme,
    given: &JsValue,
    on: Date,
) -> Result<(Answers, Answers), Vec<ApiError>> {
    let keys = keys(given)?;
    let (mut one, mut other) = (Answers::default(), Answers::default());
    let mut errors = Vec::new();
    for key in keys.iter() {
        let Some(id) = text(&key) else { continue };
        let read = [(from, &mut one), (to, &mut other)].map(|(scheme, answers)| {
            answer(scheme, &id, Reflect::get(given, &key), on).map(|read| answers.set(&id, read))
        });
        if let [Err(_), Err(error)] = read {
            errors.push(error.into());
        }
        if errors.len() >= MOST_ERRORS {
            break;
        }
    }
    if errors.is_empty() { Ok((one, other)) } else { Err(errors) }
}

/// Reads the answers of a plain object and holds them against the scheme's questions.
///
/// # Errors
/// Every answer that does not fit, until there are [`MOST_ERRORS`].
pub(crate) fn answers(
    scheme: &Scheme,
    given: &JsValue,
    on: Date,
) -> Result<Answers, Vec<ApiError>> {
    let keys = keys(given)?;
    let mut answers = Answers::default();
    let mut errors = Vec::new();
    for key in keys.iter() {
        let Some(id) = text(&key) else { continue };
        match answer(scheme, &id, Reflect::get(given, &key), on) {
            Ok(read) => answers.set(&id, read),
            Err(error) => errors.push(error.into()),
        }
        if errors.len() >= MOST_ERRORS {
            break;
        }
    }
    if errors.is_empty() { Ok(answers) } else { Err(errors) }
}

/// Returns the keys of the answers.
fn keys(given: &JsValue) -> Result<Array, Vec<ApiError>> {
    let invalid = |what: &str| {
        let message = format!(
            "{what}: give the answers as an object such as {{ \"question id\": value }}, or {{}} where nothing is answered"
        );
        vec![ApiError::new(ErrorCode::InvalidAnswers, message)]
    };
    if !is_plain_object(given) {
        return Err(invalid("the answers are no plain object"));
    }
    own_keys(given).map_err(|_| invalid("the answers cannot be listed"))
}

/// Reads the answer to a question; none where it is not answered. What cannot be read fits no question.
pub(crate) fn answer(
    scheme: &Scheme,
    id: &str,
    given: Result<JsValue, JsValue>,
    on: Date,
) -> Result<Option<Value>, AnswerError> {
    let Some(position) = scheme.question(id) else {
        let known = scheme.questions.iter().map(|question| question.id.clone()).collect();
        return Err(AnswerError::UnknownQuestion { question: id.to_owned(), known });
    };
    let question = &scheme.questions[position];
    let kind = &question.kind;
    let plain = given.ok().and_then(|value| plain(&value)).unwrap_or_else(|| mismatch(kind));
    let most = match (&plain, kind) {
        (Plain::List(list), AnswerKind::Dates { most }) if list.len() > LONGEST_LIST => {
            Some((*most, "dates"))
        }
        (Plain::Numbers(list), AnswerKind::MonthCounts { most, .. })
            if list.len() > LONGEST_LIST =>
        {
            Some((*most, "month counts"))
        }
        (Plain::List(list), AnswerKind::Periods { most, .. }) if list.len() > LONGEST_LIST => {
            Some((*most, "periods"))
        }
        _ => None,
    };
    if let Some((most, what)) = most {
        return Err(AnswerError::OutOfRange {
            question: id.to_owned(),
            given: format!("a list of too many {what}"),
            min: "none".to_owned(),
            max: format!("{most} {what}"),
        });
    }
    Value::read(question, plain, on)
}

/// Returns a value as the core reads it; `None` for what no answer looks like.
fn plain(value: &JsValue) -> Option<Plain> {
    if value.is_undefined() || value.is_null() {
        Some(Plain::Nothing)
    } else if let Some(flag) = value.as_bool() {
        Some(Plain::Flag(flag))
    } else if let Some(number) = value.as_f64() {
        Some(Plain::Number(number))
    } else if let Some(text) = text(value) {
        Some(Plain::Text(text))
    } else {
        let numbers = || list(value, |member| member.as_f64()).map(Plain::Numbers);
        list(value, text).map(Plain::List).or_else(numbers)
    }
}

/// Returns a list of strings or of numbers, read until it is longer than any answer may be.
fn list<T>(value: &JsValue, member: impl Fn(&JsValue) -> Option<T>) -> Option<Vec<T>> {
    if !is_array(value).unwrap_or(false) {
        return None;
    }
    let length = Reflect::get(value, &"length".into()).ok()?.as_f64()?;
    let count = length.min((LONGEST_LIST + 1) as f64) as u32;
    (0..count).map(|index| member(&Reflect::get_u32(value, index).ok()?)).collect()
}

/// Returns a value of a kind that the question surely refuses, so that the core says why.
fn mismatch(kind: &AnswerKind) -> Plain {
    match kind {
        AnswerKind::Dates { .. } | AnswerKind::MonthCounts { .. } | AnswerKind::Periods { .. } => {
            Plain::Flag(true)
        }
        _ => Plain::List(Vec::new()),
    }
}
