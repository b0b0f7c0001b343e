//! An edition that says only what differs, laid over the one that is written whole: on the values of the files, so that
//! each keeps its place in the file it came from.

use std::borrow::Cow;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};

/// The lists whose items go by ids, and whether an item says what it rests on.
const LISTS: [(&str, bool); 10] = [
    ("document", false),
    ("source", false),
    ("parameter", true),
    ("question", false),
    ("section", false),
    ("condition", true),
    ("indicator", true),
    ("together", true),
    ("notice", true),
    ("left-out", false),
];

/// What belongs to the cases of an edition, where they stand in its file.
const CASES: [&str; 2] = ["case", "defaults"];

/// Something that is wrong with a difference, whatever the two make together.
#[derive(Debug)]
pub(super) struct Remark {
    /// The bytes that say it.
    pub(super) at: Range<usize>,
    pub(super) what: String,
    pub(super) why: &'static str,
    pub(super) help: &'static str,
}

/// Lays an edition over the scheme that is written whole. `id` is the name of the edition's file.
pub(super) fn scheme<'a>(
    mut whole: DeTable<'a>,
    mut edition: DeTable<'a>,
    id: &str,
    remarks: &mut Vec<Remark>,
) -> DeTable<'a> {
    whole.remove("edition");
    whole.remove("removed");
    for key in CASES {
        edition.remove(key);
    }
    identify(&mut edition, id, remarks);
    take_away(&mut whole, &edition, remarks);
    for (key, value) in edition {
        let list = LISTS.iter().find(|(list, _)| *list == key.get_ref().as_ref());
        match (list, key.get_ref().as_ref()) {
            (Some((_, cited)), _) => lay_list(&mut whole, key, value, *cited, remarks),
            (None, "line" | "floor") => lay_table(&mut whole, key, value, remarks),
            (None, "edition" | "removed") => put(&mut whole, key, value),
            (None, "city") => remarks.push(Remark {
                at: key.span(),
                what: "an edition names no city".to_owned(),
                why: "all editions of a scheme are those of one city",
                help: "delete it",
            }),
            (None, _) => {
                if whole.get(key.get_ref().as_ref()).is_some_and(|known| same(known, &value)) {
                    remarks.push(repeats(&key));
                }
                put(&mut whole, key, value);
            }
        }
    }
    whole
}

/// Lays the cases of an edition over those of its scheme: the defaults stay unless it has its own, and a case that is
/// `like` one of them takes over what it does not say itself. Its day is then the edition's first, `from`.
pub(super) fn cases<'a>(
    mut whole: DeTable<'a>,
    edition: DeTable<'a>,
    remarks: &mut Vec<Remark>,
) -> DeTable<'a> {
    let known = whole.remove("case");
    let known = known.as_ref().and_then(|known| known.get_ref().as_array());
    let first_day = edition.get("edition").and_then(|edition| edition.get_ref().get("from"));
    let first_day = first_day.cloned();
    for (key, mut value) in edition {
        match (key.get_ref().as_ref(), value.get_mut()) {
            ("case", DeValue::Array(cases)) => {
                for case in cases.iter_mut() {
                    if let DeValue::Table(case) = case.get_mut() {
                        lay_case(case, known.map_or(&[][..], |known| known), &first_day, remarks);
                    }
                }
                put(&mut whole, key, value);
            }
            ("case" | "defaults", _) => put(&mut whole, key, value),
            _ => {}
        }
    }
    whole
}

fn lay_case<'a>(
    case: &mut DeTable<'a>,
    known: &[Spanned<DeValue<'a>>],
    first_day: &Option<Spanned<DeValue<'a>>>,
    remarks: &mut Vec<Remark>,
) {
    let Some((key, like)) = case.remove_entry("like") else { return };
    let tables = || known.iter().filter_map(|case| case.get_ref().as_table());
    let name = |table: &&DeTable<'a>| table.get("name").is_some_and(|name| same(name, &like));
    let Some(person) = tables().find(name) else {
        remarks.push(Remark {
            at: key.span().start..like.span().end,
            what: "no case of cases.toml has this name".to_owned(),
            why: "there is nobody whom the case could be like",
            help: "write the name of one of them, or the case without `like`",
        });
        return;
    };
    for key in ["name", "source", "kind", "omit"] {
        if let Some((key, value)) = person.get_key_value(key) {
            case.entry(key.clone()).or_insert(value.clone());
        }
    }
    if let Some((key, answers)) = person.get_key_value("answers") {
        match case.get_mut("answers").map(Spanned::get_mut) {
            None => put(case, key.clone(), answers.clone()),
            Some(DeValue::Table(own)) => {
                for (question, answer) in answers.get_ref().as_table().into_iter().flatten() {
                    own.entry(question.clone()).or_insert(answer.clone());
                }
            }
            Some(_) => {}
        }
    }
    if let Some(day) = first_day {
        case.entry(Spanned::new(key.span(), Cow::Borrowed("on"))).or_insert(day.clone());
    }
}

/// Gives an edition the name of its file as its id.
fn identify(edition: &mut DeTable<'_>, id: &str, remarks: &mut Vec<Remark>) {
    let Some((key, value)) = edition.get_key_value("edition") else {
        remarks.push(Remark {
            at: 0..0,
            what: "the file does not say what edition it is".to_owned(),
            why: "an edition has a name, days and a source",
            help: "begin with [edition]",
        });
        return;
    };
    let span = key.span();
    let given = value.get_ref().get("id").map(|given| (given.span(), given.get_ref().as_str()));
    if let Some((at, given)) = given {
        if given != Some(id) {
            remarks.push(Remark {
                at,
                what: format!("the file of this edition is called `{id}`"),
                why: "an edition is known by the name of its file",
                help: "rename one of the two, or leave the id out",
            });
        }
        return;
    }
    if let Some(DeValue::Table(table)) = edition.get_mut("edition").map(Spanned::get_mut) {
        let id = DeValue::String(Cow::Owned(id.to_owned()));
        table.insert(Spanned::new(span.clone(), Cow::Borrowed("id")), Spanned::new(span, id));
    }
}

/// Takes away what an edition no longer has.
fn take_away(whole: &mut DeTable<'_>, edition: &DeTable<'_>, remarks: &mut Vec<Remark>) {
    let removed = edition.get("removed").and_then(|removed| removed.get_ref().as_array());
    for item in removed.into_iter().flatten() {
        let text = |key| item.get_ref().get(key).and_then(|value| value.get_ref().as_str());
        // What cannot be read is refused where it is read.
        let Some(kind) = text("kind") else { continue };
        if kind == "floor" {
            if whole.remove("floor").is_none() {
                remarks.push(nothing_to_remove(item.span(), "the scheme has no floor".to_owned()));
            }
            continue;
        }
        let Some(id) = text("id") else { continue };
        let known = whole.get_mut(kind).map(Spanned::get_mut);
        let list = match known {
            Some(DeValue::Array(list)) if LISTS.iter().any(|(list, _)| *list == kind) => list,
            _ => continue,
        };
        let before = list.len();
        let left = std::mem::replace(list, DeArray::new()).into_iter();
        *list = left.filter(|item| id_of(item.get_ref()) != Some(id)).collect();
        if list.len() == before {
            let what = format!("the scheme has no {kind} `{id}`");
            remarks.push(nothing_to_remove(item.span(), what));
        }
    }
}

fn nothing_to_remove(at: Range<usize>, what: String) -> Remark {
    Remark {
        at,
        what,
        why: "nothing is taken away, so something is said that did not happen",
        help: "correct the id, or delete it",
    }
}

/// Lays the items of a list over those of the whole scheme.
fn lay_list<'a>(
    whole: &mut DeTable<'a>,
    key: Spanned<Cow<'a, str>>,
    value: Spanned<DeValue<'a>>,
    cited: bool,
    remarks: &mut Vec<Remark>,
) {
    let span = value.span();
    let items = match value.into_inner() {
        DeValue::Array(items) => items,
        // Refused where the list is read.
        other => return put(whole, key, Spanned::new(span, other)),
    };
    let known = whole.remove(key.get_ref().as_ref()).map(Spanned::into_inner);
    let mut list: Vec<Spanned<DeValue<'a>>> = match known {
        Some(DeValue::Array(known)) => known.into_iter().collect(),
        _ => Vec::new(),
    };
    let mut said: Vec<String> = Vec::new();
    for item in items {
        let at = item.span();
        let mut given = match item.into_inner() {
            DeValue::Table(given) => given,
            other => {
                list.push(Spanned::new(at, other));
                continue;
            }
        };
        let id = given.get("id").and_then(|id| id.get_ref().as_str()).map(str::to_owned);
        let after = given.remove("after");
        let position = id.as_ref().and_then(|id| position(&list, id));
        let again = id.as_ref().is_some_and(|id| said.contains(id));
        if let Some(id) = id.as_ref().filter(|_| again) {
            remarks.push(Remark {
                at,
                what: format!("the id `{id}` stands twice"),
                why: "an id names one thing, and what differs in it is said once",
                help: "write both as one",
            });
            continue;
        }
        said.extend(id.clone());
        let item = match position {
            Some(position) => {
                let mut known = list.remove(position);
                lay_item(&mut known, given, &at, after.is_some(), cited, remarks);
                (known, position)
            }
            None => (Spanned::new(at, DeValue::Table(given)), list.len()),
        };
        let (item, mut place) = item;
        if let Some(after) = after {
            match after.get_ref().as_str().and_then(|after| self::position(&list, after)) {
                Some(before) => place = before + 1,
                None => remarks.push(Remark {
                    at: after.span(),
                    what: format!("there is no such {} to stand after", key.get_ref()),
                    why: "its place would be anybody's guess",
                    help: "correct the id, or leave `after` out: what is new then stands last",
                }),
            }
        }
        list.insert(place.min(list.len()), item);
    }
    put(whole, key, Spanned::new(span, DeValue::Array(list.into_iter().collect())));
}

/// Lays what an edition says of an item over what is known of it: every key that is given replaces the known one whole,
/// and what is listed under `without` goes.
fn lay_item<'a>(
    known: &mut Spanned<DeValue<'a>>,
    mut given: DeTable<'a>,
    at: &Range<usize>,
    moved: bool,
    cited: bool,
    remarks: &mut Vec<Remark>,
) {
    let DeValue::Table(mut table) = std::mem::replace(known.get_mut(), DeValue::Boolean(false))
    else {
        return;
    };
    let without = given.remove("without");
    let mut changes = moved || without.is_some();
    for key in without.iter().flat_map(|without| without.get_ref().as_array()).flatten() {
        if key.get_ref().as_str().and_then(|key| table.remove(key)).is_none() {
            remarks.push(nothing_to_remove(key.span(), "this item has no such key".to_owned()));
        }
    }
    if cited && !given.contains_key("cite") {
        remarks.push(Remark {
            at: at.clone(),
            what: "this changes a rule and does not say on what clause".to_owned(),
            why: "a change of the rules rests on what changed them, not on what stood before",
            help: "add `cite`",
        });
    }
    for (key, value) in given {
        if key.get_ref() != "id" {
            let repeated =
                table.get(key.get_ref().as_ref()).is_some_and(|known| same(known, &value));
            changes |= !repeated;
            if repeated && key.get_ref() != "cite" {
                remarks.push(repeats(&key));
            }
        }
        put(&mut table, key, value);
    }
    if !changes {
        remarks.push(Remark {
            at: at.clone(),
            what: "this changes nothing".to_owned(),
            why: "an edition says only what differs, so that a reader sees the change",
            help: "delete it",
        });
    }
    *known = Spanned::new(at.clone(), DeValue::Table(table));
}

fn lay_table<'a>(
    whole: &mut DeTable<'a>,
    key: Spanned<Cow<'a, str>>,
    value: Spanned<DeValue<'a>>,
    remarks: &mut Vec<Remark>,
) {
    let at = value.span();
    match (whole.remove(key.get_ref().as_ref()), value.into_inner()) {
        (Some(mut known), DeValue::Table(given)) => {
            lay_item(&mut known, given, &at, false, true, remarks);
            put(whole, key, known);
        }
        (_, other) => put(whole, key, Spanned::new(at, other)),
    }
}

fn repeats(key: &Spanned<Cow<'_, str>>) -> Remark {
    Remark {
        at: key.span(),
        what: format!("`{}` is what it is anyway", key.get_ref()),
        why: "an edition says only what differs, so that a reader sees the change",
        help: "delete it",
    }
}

/// Puts a value under a key, in the place of the known one and of its key, which stands in another file.
fn put<'a>(table: &mut DeTable<'a>, key: Spanned<Cow<'a, str>>, value: Spanned<DeValue<'a>>) {
    table.remove(key.get_ref().as_ref());
    table.insert(key, value);
}

fn position(list: &[Spanned<DeValue<'_>>], id: &str) -> Option<usize> {
    list.iter().position(|item| id_of(item.get_ref()) == Some(id))
}

fn id_of<'v>(item: &'v DeValue<'_>) -> Option<&'v str> {
    item.as_table()?.get("id")?.get_ref().as_str()
}

/// Whether two values say the same, wherever they stand.
fn same(one: &Spanned<DeValue<'_>>, other: &Spanned<DeValue<'_>>) -> bool {
    match (one.get_ref(), other.get_ref()) {
        (DeValue::Table(one), DeValue::Table(other)) => {
            one.len() == other.len()
                && one.iter().all(|(key, value)| {
                    other.get(key.get_ref().as_ref()).is_some_and(|other| same(value, other))
                })
        }
        (DeValue::Array(one), DeValue::Array(other)) => {
            one.len() == other.len()
                && one.iter().zip(other.iter()).all(|(one, other)| same(one, other))
        }
        (DeValue::String(one), DeValue::String(other)) => one == other,
        (DeValue::Integer(one), DeValue::Integer(other)) => one.to_string() == other.to_string(),
        (DeValue::Float(one), DeValue::Float(other)) => one.to_string() == other.to_string(),
        (DeValue::Boolean(one), DeValue::Boolean(other)) => one == other,
        (DeValue::Datetime(one), DeValue::Datetime(other)) => one == other,
        _ => false,
    }
}
