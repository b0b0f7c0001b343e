//! A scheme from JSON: its shape, its size and its references are checked; the rule author's tool checks the rest.

use jifen::scheme::{
    Combination, Condition, Document, Indicator, Notice, Question, Scheme, Section, Visit,
};
use js_sys::{Array, JSON, JsString, Object, Reflect};
use serde::de::DeserializeOwned;
use wasm_bindgen::{JsCast, JsValue};

use crate::arguments::LONGEST_TEXT;
use crate::error::{ApiError, ErrorCode};
use crate::serialize::to_js;

/// Far more than any scheme has.
const LONGEST_JSON: u32 = 4 << 20;
/// About four times as deep as rules go. Reading and computing follow the depth, and the stack has an end.
const DEEPEST: usize = 64;

/// Reads, checks and binds a scheme.
///
/// # Errors
/// The first thing that keeps the scheme from being used.
pub(crate) fn scheme(given: &JsValue) -> Result<Scheme, ApiError> {
    // Through text, so that what is read has no getters, no proxies and no cycles.
    let json = match given.dyn_ref::<JsString>() {
        Some(text) => text.clone(),
        None => JSON::stringify(given)
            .ok()
            .filter(|text| text.is_string())
            .ok_or_else(|| invalid("it cannot be written as JSON"))?,
    };
    if json.length() > LONGEST_JSON {
        return Err(invalid("it is longer than 4 million characters"));
    }
    let json = String::from(json);
    if depth(&json) > DEEPEST {
        return Err(invalid(&format!("it is nested more than {DEEPEST} levels deep")));
    }
    let plain = JSON::parse(&json)
        .map_err(|error| invalid(&format!("it is no JSON ({})", words(&error))))?;
    let mut scheme: Scheme = serde_wasm_bindgen::from_value(plain.clone()).map_err(|error| {
        let why = misfit(&plain).unwrap_or_else(|| words(&error.into()));
        invalid(&format!("its shape is wrong ({why})"))
    })?;
    let read = to_js(&scheme).map_err(|_| invalid("its numbers are too large"))?;
    if let Some(place) = unread(&plain, &read) {
        let place = shortened(place.trim_start_matches('.'));
        return Err(invalid(&format!("`{place}` is nothing that a scheme has")));
    }
    if let Some(id) = bad_id(&scheme) {
        let id = shortened(id);
        return Err(invalid(&format!("`{id}` is no id of lower-case letters, digits and hyphens")));
    }
    scheme.bind();
    let unbound = unbound(&scheme);
    if unbound.is_empty() {
        return Ok(scheme);
    }
    let unbound = shortened(&unbound.join(", "));
    Err(invalid(&format!("it names what it does not define: {unbound}")))
}

fn invalid(what: &str) -> ApiError {
    let message = format!(
        "this is no scheme: {what}; give the JSON of one as `export --json` of the rule author's tool writes it, after `check` found no fault"
    );
    ApiError::new(ErrorCode::InvalidScheme, message)
}

/// Returns the message of an error; nothing where it has none.
fn words(error: &JsValue) -> String {
    let message = Reflect::get(error, &"message".into()).ok();
    message
        .and_then(|message| message.as_string())
        .map_or_else(String::new, |text| shortened(&text))
}

/// Returns the first item of a list that does not fit, with its place: the reader itself names none.
fn misfit(scheme: &JsValue) -> Option<String> {
    item_misfit::<Document>(scheme, "document")
        .or_else(|| item_misfit::<Question>(scheme, "question"))
        .or_else(|| item_misfit::<Section>(scheme, "section"))
        .or_else(|| item_misfit::<Condition>(scheme, "condition"))
        .or_else(|| item_misfit::<Indicator>(scheme, "indicator"))
        .or_else(|| item_misfit::<Combination>(scheme, "together"))
        .or_else(|| item_misfit::<Notice>(scheme, "notice"))
}

fn item_misfit<T: DeserializeOwned>(scheme: &JsValue, list: &str) -> Option<String> {
    let items: Array = Reflect::get(scheme, &list.into()).ok()?.dyn_into().ok()?;
    items.iter().enumerate().find_map(|(index, item)| {
        let error = serde_wasm_bindgen::from_value::<T>(item).err()?;
        Some(format!("{list}[{index}]: {}", words(&error.into())))
    })
}

/// Cuts a text to a length that a person reads.
fn shortened(text: &str) -> String {
    text.chars().take(300).collect()
}

/// Returns an id that is no safe key of an object; answers are kept under ids.
fn bad_id(scheme: &Scheme) -> Option<&str> {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    let good = |id: &str| (1..=LONGEST_TEXT as usize).contains(&id.len()) && id.bytes().all(plain);
    let ids = scheme.questions.iter().map(|question| &question.id).chain([&scheme.id]);
    ids.map(String::as_str).find(|id| !good(id))
}

/// Returns how deep the brackets of a JSON text go.
fn depth(json: &str) -> usize {
    let (mut depth, mut deepest, mut quoted, mut escaped) = (0_usize, 0, false, false);
    for byte in json.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' => quoted = !quoted,
            _ if quoted => {}
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        deepest = deepest.max(depth);
    }
    deepest
}

/// Returns the first part of what was given that the scheme read from it lacks. A misspelt field would otherwise count
/// as absent, and a cap or a condition that is absent makes a person pass.
fn unread(given: &JsValue, read: &JsValue) -> Option<String> {
    if let Some(list) = given.dyn_ref::<Array>() {
        return (0..list.length()).find_map(|index| {
            unread(&list.get(index), &property(read, &index.into()))
                .map(|place| format!("[{index}]{place}"))
        });
    }
    let object = given.dyn_ref::<Object>()?;
    Object::keys(object).iter().find_map(|key| {
        let known = read.dyn_ref::<Object>().filter(|read| Object::has_own(read, &key));
        let place = match known {
            Some(read) => unread(&property(object, &key), &property(read, &key))?,
            None => String::new(),
        };
        Some(format!(".{}{place}", key.as_string().unwrap_or_default()))
    })
}

/// Returns a property of parsed JSON; undefined where it has none. Nothing in it can throw.
fn property(object: &JsValue, key: &JsValue) -> JsValue {
    Reflect::get(object, key).unwrap_or(JsValue::UNDEFINED)
}

/// The ids that no part of the scheme defines.
fn unbound(scheme: &Scheme) -> Vec<String> {
    let mut unbound = Vec::new();
    scheme.visit(&mut |reference| {
        let named = reference.named().filter(|named| named.position().is_none());
        unbound.extend(named.map(|named| format!("`{}`", named.id())));
    });
    unbound
}
