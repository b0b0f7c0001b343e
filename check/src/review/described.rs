//! What a line of a worksheet is about, in the words of the rules.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::key_path::{KeyPath, KeyStep};
use crate::written;

/// A language of the worksheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Language {
    Zh,
    En,
}

/// What the keys of values mean to somebody who reads no rule files.
const KEYS: [(&str, &str, &str); 18] = [
    ("at-least", "至少", "at least"),
    ("at-most", "至多", "at most"),
    ("begun", "不满一年也算一年", "a year that has begun counts"),
    ("cap", "最高", "at most"),
    ("checked", "核对日期", "checked on"),
    ("each", "每满", "for every"),
    ("fixed", "数值", "value"),
    ("floor", "总分最低", "the total is at least"),
    ("from", "起", "from"),
    ("line", "分数线", "line"),
    ("number", "文号", "number"),
    ("otherwise", "其他情况的分", "points otherwise"),
    ("percent", "百分比", "percent"),
    ("points", "分", "points"),
    ("prorated", "零头按比例算", "parts count in proportion"),
    ("threshold", "分数线", "line"),
    ("to", "止", "to"),
    ("veto", "一票否决", "ends the application"),
];

impl Language {
    fn key(self) -> &'static str {
        match self {
            Language::Zh => "zh",
            Language::En => "en",
        }
    }

    /// Says what a key means; the key itself where nothing better is known.
    fn meaning(self, key: &str) -> &str {
        let known = KEYS.iter().find(|(name, ..)| *name == key);
        known.map_or(key, |(_, zh, en)| match self {
            Language::Zh => zh,
            Language::En => en,
        })
    }

    /// Says from where on a row of steps holds.
    fn row_of(self, from: &str) -> String {
        match self {
            Language::Zh => format!("{from} 起"),
            Language::En => format!("from {from}"),
        }
    }
}

/// Says what a line is about: what it stands in by name, its row, then its sentence or what the value is.
pub(super) fn describe(
    table: &DeTable<'_>,
    shared: &DeTable<'_>,
    place: &KeyPath,
    language: Language,
) -> String {
    let mut words: Vec<String> = Vec::new();
    let mut so_far = KeyPath::root();
    let mut options_of = None;
    for step in &place.steps {
        so_far.steps.push(step.clone());
        let Some(here) = written::at(table, &so_far) else { continue };
        match written::text(here, "option") {
            Some(option) => {
                let files = [table, shared];
                let name = options_of.and_then(|of| {
                    files.iter().find_map(|table| option_name(table, of, option, language))
                });
                words.push(name.unwrap_or(option).to_owned());
            }
            None => {
                let name = ["name", "title"].iter().find_map(|key| said(here, key, language));
                // An edition that says only what differs need not name what it changes.
                let id = written::text(here, "id").filter(|_| so_far.steps.len() == 2);
                let name = name.or(id);
                words.extend(name.map(str::to_owned));
            }
        }
        options_of = written::text(here, "of").or(options_of);
    }
    let here = written::at(table, place);
    let sentence = here
        .and_then(|here| ["rule", "text", "why"].iter().find_map(|key| said(here, key, language)));
    match sentence {
        Some(sentence) => words.push(sentence.to_owned()),
        None if is_value(here) => words.extend(value_words(table, place, language)),
        None => {}
    }
    if let (true, Some(KeyStep::Key(part))) = (words.is_empty(), place.steps.first()) {
        words.push(language.meaning(part).to_owned());
    }
    words.join(" · ").replace(['\n', '\t'], " ")
}

fn is_value(here: Option<&DeValue<'_>>) -> bool {
    !matches!(here, Some(DeValue::Table(_) | DeValue::Array(_)) | None)
}

/// Says what a value is: `points from 45`, `at least`.
fn value_words(table: &DeTable<'_>, place: &KeyPath, language: Language) -> Vec<String> {
    let keys: Vec<&str> = place
        .steps
        .iter()
        .filter_map(|step| match step {
            KeyStep::Key(key) => Some(key.as_str()),
            KeyStep::Index(_) => None,
        })
        .collect();
    let mut words = Vec::new();
    let (key, around) = match keys[..] {
        [.., around, "value"] => (around, None),
        [.., key] => {
            let mut around = place.clone();
            around.steps.pop();
            (key, written::at(table, &around))
        }
        [] => return words,
    };
    if key == "points"
        && let Some(DeValue::Integer(from)) =
            around.and_then(|row| row.as_table()?.get("from")).map(Spanned::get_ref)
    {
        words.push(language.row_of(from.as_str()));
    }
    words.push(language.meaning(key).to_owned());
    words
}

/// Returns the name of a choice's option, as the questions of a file give it.
fn option_name<'a>(
    table: &'a DeTable<'_>,
    question: &str,
    option: &str,
    language: Language,
) -> Option<&'a str> {
    let question = item(table.get("question")?, question)?.as_table()?;
    let kind = question.get("kind")?.get_ref().as_table()?;
    said(item(kind.get("choice")?, option)?, "name", language)
}

/// Returns the item of a list that has an id.
fn item<'a, 'i>(list: &'a Spanned<DeValue<'i>>, id: &str) -> Option<&'a DeValue<'i>> {
    let mut items = list.get_ref().as_array()?.iter().map(Spanned::get_ref);
    items.find(|item| written::text(item, "id") == Some(id))
}

/// Returns a text under a key, in a language.
fn said<'a>(value: &'a DeValue<'_>, key: &str, language: Language) -> Option<&'a str> {
    written::text(value.as_table()?.get(key)?.get_ref(), language.key())
}
