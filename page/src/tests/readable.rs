//! What stands around the numbers, of somebody of every scheme at several stages, read as a person reads it: no broken
//! sentence, no number without its sense, no heading over nothing.

use std::collections::BTreeMap;
use std::fs;
use std::rc::Rc;

use jifen::answers::{Answers, Plain};
use jifen::compare::compared;
use jifen::link::Link;
use jifen::scheme::Language;
use jifen_check::CasesFile;
use jiff::civil::{Date, date};
use yew::prelude::*;

use super::{CHECKED, rules};
use crate::device::Device;
use crate::documents::document::html_of;
use crate::elements::markup::render;
use crate::state::assessed::Assessed;
use crate::state::leading::Leading;
use crate::state::progress::Progress;
use crate::state::{Current, Start, State};
use crate::text::phrases::Phrases;
use crate::views::compare;
use crate::views::outlook;
use crate::views::outlook::computed::Outlook;
use crate::views::outlook::forecast::sentence;
use crate::views::printout;
use crate::views::result;
use crate::widgets::ui::Ui;

const ON: Date = date(2026, 11, 26);

const LANGUAGES: [Language; 2] = [Language::Zh, Language::En];

/// Returns a person of a scheme before any answer, after four, with all answered as most examples are, and as the example
/// with the most points.
fn stages(position: usize) -> Vec<(&'static str, Rc<Assessed>)> {
    // The edition of the day; the guide is bound to the one that is written whole.
    let scheme = Rc::new(CHECKED.editions[position].on(ON).clone());
    let whole = scheme.edition.id == CHECKED.schemes[position].edition.id;
    let guide = whole.then(|| Rc::new(CHECKED.guides[position].clone()));
    let cases = fs::read_to_string(rules().join(&scheme.id).join("cases.toml"));
    let cases: CasesFile = toml::from_str(&cases.expect("it can be read")).expect("it fits");
    let person = |mut plain: BTreeMap<String, Plain>| {
        plain.retain(|id, _| scheme.question(id).is_some());
        let answers = Answers::read(&scheme, plain, ON).unwrap_or_default();
        Rc::new(Assessed::new(scheme.clone(), guide.clone(), answers, ON))
    };
    let all = cases.cases.iter().map(|case| {
        let mut plain = cases.defaults.clone();
        plain.retain(|id, _| !case.omit.contains(id));
        plain.extend(case.answers.clone());
        person(plain)
    });
    let most =
        all.filter(|one| one.assessment.open.is_empty()).max_by_key(|one| one.assessment.total.low);
    let full = person(cases.defaults.clone());
    let mut four = Rc::new(Assessed::new(scheme.clone(), guide.clone(), Answers::default(), ON));
    let empty = four.clone();
    let from = most.clone().unwrap_or_else(|| full.clone());
    let mut leading = Leading::default();
    let mut given = 0;
    while given < 4 {
        let Some(next) = Progress::of(&four, &leading).next else { break };
        match from.answer(next) {
            Some(value) => {
                let mut answers = four.answers.clone();
                answers.set(&scheme.questions[next].id, Some(value.clone()));
                four = Rc::new(four.with(answers));
                given += 1;
            }
            None => leading.set_aside.push(scheme.questions[next].id.clone()),
        }
    }
    let mut stages = vec![("empty", empty), ("four", four), ("full", full)];
    stages.extend(most.map(|most| ("most", most)));
    stages
}

#[derive(Clone, Properties)]
struct Shown {
    assessed: Rc<Assessed>,
    language: Language,
}

impl PartialEq for Shown {
    fn eq(&self, _: &Shown) -> bool {
        // It is written once.
        true
    }
}

/// Bar, result, what next, the card of the comparison, and the printout.
#[component]
fn Written(props: &Shown) -> Html {
    let Shown { assessed, language } = props.clone();
    let start = Start {
        on: ON,
        catalogue: None,
        rules: Ok(vec![assessed.scheme.clone()]),
        link: Link::default(),
        problems: Vec::new(),
        device: Device::default(),
    };
    let current = use_reducer(|| Current(State::begin(start).into()));
    let state = current.0.clone();
    let ui = Ui::new(language, state.later, current.dispatcher());
    let arrived = state.later.arrived().expect("natively the program is one whole");
    let phrases = Phrases::new(&assessed.scheme, language);
    let progress = Progress::of(&assessed, &state.leading);
    let outlook = Outlook::of(assessed.clone(), &[], &[]);
    let coming = outlook::OutlookProps {
        of: outlook::OutlookOf {
            assessed: assessed.clone(),
            paused: Vec::new(),
            ahead: Vec::new(),
        },
        unfolded: true,
        ui: ui.clone(),
    };
    let brief = Assessed::brief(assessed.scheme.clone(), assessed.answers.clone(), ON);
    let row = compared(&brief.scheme, &brief.answers, &brief.assessment, brief.shown());
    render(|markup| {
        result::bar(markup, &state, &assessed, &progress, &ui);
        result::result(markup, &state, &assessed, &progress, &ui);
        if assessed.begun() {
            outlook::write(markup, &outlook, &coming);
            printout::later(markup, &assessed, &state, phrases, arrived);
        }
        compare::later(markup, &state, &[(brief, row)], &ui, arrived);
    })
}

/// Elements of a line; every other begins a new one.
const WITHIN_LINES: [&str; 8] = ["span", "strong", "b", "em", "a", "text", "label", "input"];

/// Returns what a person reads, line by line; a heading begins with a mark.
fn text_of(assessed: &Rc<Assessed>, language: Language) -> String {
    let html = html_of(html! { <Written assessed={assessed.clone()} {language} /> });
    let mut text = String::new();
    let mut rest = html.as_str();
    while let Some((before, after)) = rest.split_once('<') {
        text.push_str(before);
        let (tag, after) = after.split_once('>').unwrap_or((after, ""));
        let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap_or_default();
        if !WITHIN_LINES.contains(&name) {
            text.push('\n');
        }
        if ["h3", "h4"].contains(&name) && !tag.starts_with('/') {
            text.push_str("# ");
        }
        rest = after;
    }
    text.push_str(rest);
    let plain = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#x27;", "'"), ("&amp;", "&")];
    let text = plain.iter().fold(text, |text, (coded, plain)| text.replace(coded, plain));
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

/// Returns what is wrong with a line.
fn wrong(line: &str, language: Language) -> Option<&'static str> {
    let broken = [
        "{", "}", "；；", "；。", "。。", "，。", "：：", "; ;", ". .", "、、", "“”", "（）", "()",
    ];
    if broken.iter().any(|part| line.contains(part)) {
        return Some("a part is missing");
    }
    if line.contains('∞') {
        return Some("nobody says without end");
    }
    let ends = ["；", "、", ";"];
    if ends.iter().any(|end| line.ends_with(end) || line.starts_with(end)) {
        return Some("a part is missing at an end");
    }
    if line.contains("：是”") || line.contains("的话") && line.contains("结果是") {
        return Some("an answer is no word of a sentence");
    }
    let months = |after: &str| {
        let before = line.split(after).next().filter(|before| before.len() < line.len());
        let digits = before.map(|before| before.trim_end_matches(|one: char| one.is_ascii_digit()));
        digits.and_then(|rest| line[rest.len()..].split(after).next()?.parse::<u32>().ok())
    };
    let far = [" 个月后", " months from now"].iter().filter_map(|after| months(after));
    if far.into_iter().any(|months| months >= 24) {
        return Some("many months are years");
    }
    for (more, all, end) in [("再满 ", "（共 ", "）"), ("再多 ", "（共 ", "）")] {
        let parts = line.split_once(more).and_then(|(_, rest)| rest.split_once(all));
        let all = parts.and_then(|(more, rest)| Some((more, rest.split(end).next()?)));
        if all.is_some_and(|(more, all)| more == all) {
            return Some("the same is said twice");
        }
    }
    let begins = line.chars().next().is_some_and(|first| first.is_ascii_lowercase());
    if language == Language::En && begins && line.contains(": ") {
        return Some("a sentence begins with a small letter");
    }
    None
}

#[test]
fn what_is_generated_reads_as_whole_sentences() {
    for position in 0..CHECKED.schemes.len() {
        for (stage, assessed) in stages(position) {
            for language in LANGUAGES {
                let text = text_of(&assessed, language);
                let tag = if language == Language::Zh { "zh" } else { "en" };
                let place = [&assessed.scheme.id, " ", stage, " ", tag].concat();
                keep(&place, &text);
                for line in text.lines() {
                    let wrong = wrong(line, language);
                    assert_eq!(wrong, None, "{place}: {line}");
                }
            }
        }
    }
}

#[test]
fn what_comes_next_is_never_a_heading_over_nothing() {
    for position in 0..CHECKED.schemes.len() {
        for (stage, assessed) in stages(position).into_iter().filter(|(_, one)| one.begun()) {
            for language in LANGUAGES {
                let phrases = Phrases::new(&assessed.scheme, language);
                let outlook = Outlook::of(assessed.clone(), &[], &[]);
                let text = text_of(&assessed, language);
                let heading = outlook::conclusion::heading(&outlook.advice, phrases.messages);
                let heading = ["# ", heading, "\n"].concat();
                let after = text.split(&heading).nth(1).unwrap_or_default();
                let forecast = ["# ", phrases.messages.forecast].concat();
                let place = [&assessed.scheme.id, " ", stage].concat();
                assert!(!after.is_empty() && !after.starts_with(&forecast), "{place}: {heading}");
                // On paper too.
                let said = sentence(&outlook, &phrases);
                let said = said.trim_end_matches(['。', '.']);
                assert!(text.matches(said).count() >= 2, "{place}: {said}");
            }
        }
    }
}

/// Writes a text into the folder that `JIFEN_READ` names, for whoever wants to read it all.
fn keep(place: &str, text: &str) {
    if let Ok(folder) = std::env::var("JIFEN_READ") {
        let file = [place.replace(' ', "-").as_str(), ".txt"].concat();
        fs::write(std::path::Path::new(&folder).join(file), text).expect("it can be written");
    }
}
