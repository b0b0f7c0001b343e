//! The page's address: what it writes it reads back, and nothing that anyone writes into it does harm.

use std::path::Path;
use std::sync::LazyLock;

use jifen::answers::{Answers, Period, Value, scale};
use jifen::assess::{Verdict, assess};
use jifen::link::{FileError, LARGEST_FILE, LONGEST, Link, LinkProblem, Profile, code};
use jifen::scheme::{AnswerKind, Language, Month, Scheme};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::prelude::*;

use crate::people::chance;

const ON: Date = date(2026, 11, 24);

static SCHEMES: LazyLock<Vec<Scheme>> = LazyLock::new(|| {
    let rules = Path::new(env!("CARGO_MANIFEST_DIR")).join("rules");
    jifen_check::check(&rules).expect("the rules can be read").schemes
});

/// An answer that fits a question, chosen by a number.
fn fitting(kind: &AnswerKind, seed: u64) -> Value {
    let within = |low: i64, high: i64| low + (seed % (high - low + 1).unsigned_abs()) as i64;
    match kind {
        AnswerKind::YesNo => Value::Flag(seed.is_multiple_of(2)),
        AnswerKind::Choice(choices) => {
            Value::Option(choices[seed as usize % choices.len()].id.clone())
        }
        AnswerKind::Number { min, max, decimals, .. } => {
            let step = scale(*decimals);
            Value::Number(within(min * step, max * step))
        }
        AnswerKind::Date { min, max } => {
            let days = min.until(max.unwrap_or(ON)).unwrap().get_days();
            Value::Date(min.checked_add(within(0, days.into()).days()).unwrap())
        }
        AnswerKind::Dates { most } => {
            let count = seed % (u64::from(*most) + 1);
            let mut dates: Vec<Date> = (0..count)
                .map(|one| ON.checked_sub((one * 37).cast_signed().days()).unwrap())
                .collect();
            dates.sort_unstable();
            Value::Dates(dates)
        }
        AnswerKind::MonthCounts { most, max } => {
            let count = seed % (u64::from(*most) + 1);
            Value::month_counts((0..count).map(|one| 1 + ((seed + one * 37) as i64 & 511) % max))
        }
        AnswerKind::Periods { most, kinds, base, .. } => {
            let count = seed % (u64::from(*most) + 1);
            let period = |one: u64| {
                let from =
                    Month::new(2026, 11).unwrap().plus(-((seed / 7 + one * 29) as i64 & 511));
                let open = (seed + one).is_multiple_of(3);
                let to = (!open).then(|| from.plus((one as i64 * 5) % 40).min(Month::of(ON)));
                let kind = kinds[((seed + one) % kinds.len() as u64) as usize].id.clone();
                let paid =
                    (*base && !(seed + one).is_multiple_of(4)).then_some(5_000 + one as i64 * 731);
                Period { from, to, kind, base: paid }
            };
            Value::periods((0..count).map(period))
        }
    }
}

fn profile(scheme: &Scheme, seeds: &[Option<u64>]) -> (Profile, Answers) {
    let (mut profile, mut answers) = (Profile::default(), Answers::default());
    for (question, seed) in scheme.questions.iter().zip(seeds) {
        let value = seed.map(|seed| fitting(&question.kind, seed));
        profile.set(scheme, question, value.as_ref());
        answers.set(&question.id, value);
    }
    (profile, answers)
}

proptest! {
    #![proptest_config(chance(1000))]

    #[test]
    fn an_address_reads_back(
        which in any::<prop::sample::Index>(),
        seeds in prop::collection::vec(prop::option::of(any::<u64>()), 120),
        kept in prop::option::of(prop::collection::vec(prop::option::of(any::<u64>()), 120)),
        language in 0..3_usize,
    ) {
        let scheme = which.get(&SCHEMES);
        let (profile, answers) = profile(scheme, &seeds);
        let link = Link {
            scheme: Some(scheme.id.clone()),
            edition: Some(scheme.edition.id.clone()),
            language: [None, Some(Language::Zh), Some(Language::En)][language],
            rule: None,
            seal: None,
            profile,
            kept: kept.map(|seeds| self::profile(scheme, &seeds).0),
        };
        let written = link.write();
        prop_assert!(written.len() < LONGEST);
        let (mut read, problems) = Link::read(&written);
        prop_assert_eq!(&read, &link);
        prop_assert_eq!(problems, []);
        prop_assert_eq!(read.profile.answers(scheme, ON), (answers, vec![]));
        prop_assert_eq!(read.write(), written);
    }

    #[test]
    fn answers_kept_beside_take_as_much_room_as_they_differ(
        which in any::<prop::sample::Index>(),
        seeds in prop::collection::vec(prop::option::of(any::<u64>()), 120),
        changed in 0..120_usize,
        instead in prop::option::of(any::<u64>()),
    ) {
        let scheme = which.get(&SCHEMES);
        let alone = Link { profile: profile(scheme, &seeds).0, ..Link::default() };
        let mut others = seeds;
        others[changed] = instead;
        let kept = Some(profile(scheme, &others).0);
        let beside = Link { kept, ..alone.clone() }.write();
        prop_assert!(beside.len() < alone.write().len() + 350, "{beside}");
        // A link whose end is missing holds what is left of both, and no difference that nobody made.
        let (cut, _) = Link::read(&beside[..beside.len() - beside.len() / 5]);
        let kept = cut.kept.clone().unwrap_or(cut.profile.clone());
        let differ = scheme.questions.iter().enumerate().filter(|(_, question)| {
            let answer = |profile: &Profile| profile.clone().answers(scheme, ON).0.get(&question.id).cloned();
            answer(&kept) != answer(&cut.profile)
        });
        prop_assert!(differ.count() <= 1, "{beside}");
    }

    #[test]
    fn a_file_reads_back(
        which in any::<prop::sample::Index>(),
        seeds in prop::collection::vec(prop::option::of(any::<u64>()), 120),
        kept in prop::option::of(prop::collection::vec(prop::option::of(any::<u64>()), 120)),
        language in prop::sample::select(vec![Language::Zh, Language::En]),
    ) {
        let scheme = which.get(&SCHEMES);
        let (profile, answers) = profile(scheme, &seeds);
        let link = Link {
            scheme: Some(scheme.id.clone()),
            edition: Some(scheme.edition.id.clone()),
            language: Some(language),
            rule: None,
            seal: None,
            profile,
            kept: kept.map(|seeds| self::profile(scheme, &seeds).0),
        };
        let written = link.to_file();
        prop_assert!(written.len() < LARGEST_FILE);
        let (mut read, problems) = Link::from_file(&written).expect("a file of this program");
        prop_assert_eq!(&read, &link);
        prop_assert_eq!(problems, []);
        prop_assert_eq!(read.profile.answers(scheme, ON), (answers, vec![]));
        prop_assert_eq!(read.to_file(), written.clone());
        // Others read it as JSON, with questions under their full ids.
        let json: serde_json::Value = serde_json::from_str(&written).expect("JSON");
        let entries = json["answers"].as_object().expect("an object");
        let full = |key: &str| {
            let id = key.rsplit_once('.').map_or(key, |(_, id)| id);
            scheme.question(id).is_some()
        };
        prop_assert!(entries.keys().all(|key| full(key)));
        // What came through an address is written the same once the scheme is known.
        let (mut through, _) = Link::read(&link.write());
        through.language = Some(language);
        through.profile.answers(scheme, ON);
        if let Some(kept) = &mut through.kept {
            kept.answers(scheme, ON);
        }
        prop_assert_eq!(through.to_file(), written);
    }

    #[test]
    fn any_text_is_read_as_a_file(text in "\\PC{0,400}") {
        prop_assert!(Link::from_file(&text).is_err() || text.contains("jifen"));
    }

    #[test]
    fn a_file_broken_anywhere_is_read(
        which in any::<prop::sample::Index>(),
        seeds in prop::collection::vec(prop::option::of(any::<u64>()), 120),
        at in any::<prop::sample::Index>(),
        instead in "[\\{\\}\\[\\]\":,\\\\ a-z0-9_€]{0,6}",
    ) {
        let scheme = which.get(&SCHEMES);
        let link = Link { profile: profile(scheme, &seeds).0, ..Link::default() };
        let mut text = link.to_file();
        let at = at.index(text.len());
        text.replace_range(at..(at + 3).min(text.len()), &instead);
        if let Ok((mut read, _)) = Link::from_file(&text) {
            read.profile.answers(scheme, ON);
            prop_assert_eq!(&Link::read(&read.write()).0.profile, &read.profile);
        }
    }

    #[test]
    fn any_text_is_read(text in "\\PC{0,400}") {
        let (mut link, _) = Link::read(&text);
        link.profile.answers(&SCHEMES[0], ON);
        prop_assert_eq!(Link::read(&link.write()).0, link);
    }

    #[test]
    fn anything_like_an_address_is_read(
        parts in prop::collection::vec("[#&=%v]?[a-z.%-]{0,12}[=&%]{0,2}[0-9A-Za-z.%_-]{0,12}", 0..40),
    ) {
        let text = parts.join("&");
        let (mut link, problems) = Link::read(&text);
        let (answers, more) = link.profile.answers(&SCHEMES[0], ON);
        // Every part is used, kept or named.
        let named = problems.len() + more.len() + answers.iter().count();
        prop_assert!(named <= text.len());
    }
}

#[test]
fn what_cannot_be_used_is_named_and_the_rest_is_used() {
    let scheme = &SCHEMES[0];
    let city = &scheme.city.id;
    let text = format!(
        "#v=9&s={}&l=fr&birth-date=19890230&education=doctor&education=bachelor&{city}.nothing=1&stray=2\
         &atlantis.home=7&{city}.insured-months=9999&=&x",
        scheme.id
    );
    let (mut link, problems) = Link::read(&text);
    let unreadable = |part: &str| LinkProblem::Unreadable(part.to_owned());
    assert_eq!(
        problems,
        [
            LinkProblem::OtherVersion("9".to_owned()),
            unreadable("l=fr"),
            unreadable("education=bachelor"),
            unreadable("="),
            unreadable("x"),
            LinkProblem::Unmarked,
        ]
    );
    let (answers, problems) = link.profile.answers(scheme, ON);
    assert_eq!(answers.iter().count(), 1);
    let unfit = |question: &str, given: &str| LinkProblem::Unfit {
        question: question.to_owned(),
        given: given.to_owned(),
    };
    assert_eq!(
        problems,
        [
            unfit("birth-date", "19890230"),
            unfit("insured-months", "9999"),
            LinkProblem::NotAsked("stray".to_owned()),
            LinkProblem::NotAsked(format!("{city}.nothing")),
        ]
    );
    // Entries of other cities stay as they are.
    assert!(link.write().contains(&format!("&atlantis_={}7", code("home"))));
    assert!(!link.write().contains("19890230"));
}

#[test]
fn a_place_on_the_page_is_no_address() {
    assert_eq!(Link::read("#result"), (Link::default(), vec![]));
    assert_eq!(Link::read(""), (Link::default(), vec![]));
}

#[test]
fn messengers_may_encode_it() {
    let (link, problems) = Link::read("#v%3D1%26s%3Dsomewhere%26home.rooms%3D2");
    assert_eq!(link.scheme.as_deref(), Some("somewhere"));
    assert!(link.write().ends_with(&format!("&s=somewhere&home_={}2", code("rooms"))));
    assert_eq!(problems, [LinkProblem::Unmarked]);
}

#[test]
fn an_endless_address_is_cut_and_said_so() {
    let text = format!("v=1&s=somewhere&{}", "a=1&".repeat(1_000_000));
    let (link, problems) = Link::read(&text);
    assert_eq!(link.scheme.as_deref(), Some("somewhere"));
    assert_eq!(problems[0], LinkProblem::TooLong);
}

/// A profile that answers everything, as people have: the defaults and one change after the other.
#[test]
fn a_full_form_fits_into_a_short_address() {
    let rules = Path::new(env!("CARGO_MANIFEST_DIR")).join("rules");
    for scheme in SCHEMES.iter() {
        let path = rules.join(&scheme.id).join("cases.toml");
        let text = std::fs::read_to_string(path).expect("the cases");
        let file: jifen_check::CasesFile = toml::from_str(&text).expect("the cases");
        let mut longest = 0;
        for case in &file.cases {
            let mut plain = file.defaults.clone();
            plain.extend(case.answers.clone());
            let Ok(answers) = Answers::read(scheme, plain, case.on) else { continue };
            let mut link = Link {
                scheme: Some(scheme.id.clone()),
                edition: Some(scheme.edition.id.clone()),
                language: Some(Language::En),
                ..Link::default()
            };
            for question in &scheme.questions {
                link.profile.set(scheme, question, answers.get(&question.id));
            }
            let length = link.write().len() + 1;
            // A history beside a whole form may take as much again.
            if answers.iter().any(|(_, value)| matches!(value, Value::Periods(_))) {
                assert!(length < 600, "{}: an address takes {length} characters", scheme.id);
            } else {
                longest = longest.max(length);
            }
        }
        assert!(longest > 0, "{}: no case is a full form", scheme.id);
        assert!(longest < 300, "{}: an address takes {longest} characters", scheme.id);
    }
}

#[test]
fn every_question_has_a_code_of_its_own() {
    let mut codes = std::collections::BTreeMap::new();
    for question in SCHEMES.iter().flat_map(|scheme| &scheme.questions) {
        let other = codes.insert(code(&question.id), &question.id);
        assert!(
            other.is_none_or(|other| *other == question.id),
            "{} and {other:?} have one code",
            question.id
        );
    }
    // Links that people have must not change their meaning.
    assert_eq!(["education", "insured-months"].map(code), ["Sg4", "Fj7"]);
}

#[test]
fn the_first_version_is_still_read() {
    let scheme = &SCHEMES[0];
    let city = &scheme.city.id;
    let first = format!("v=1&s={}&{city}.insured-months=40&education=bachelor", scheme.id);
    let (mut old, problems) = Link::read(&first);
    assert_eq!(problems, [LinkProblem::Unmarked]);
    let mut new = Link::read(&old.write()).0;
    assert_eq!(old, new);
    let answers = old.profile.answers(scheme, ON);
    assert_eq!(answers.0.iter().count(), 2);
    assert_eq!(answers, new.profile.answers(scheme, ON));
}

#[test]
fn of_a_file_what_cannot_be_used_is_named_and_the_rest_is_used() {
    let scheme = &SCHEMES[0];
    let city = &scheme.city.id;
    let text = format!(
        "\u{feff}{{\"jifen\": 9, \"scheme\": \"{}\", \"language\": \"fr\", \"more\": [{{\"a\": [1]}}, 2],
         \"answers\": {{\"education\": \"bachelor\", \"education\": \"doctor\", \"{city}.insured-months\": 40,
         \"{city}.insured-now\": true, \"Bad Key\": \"1\", \"birth-date\": \"<script>\", \"deep\": {{\"x\": 1}}}}",
        scheme.id
    );
    let (mut link, problems) = Link::from_file(&text).expect("a file of this program");
    let unreadable = |part: &str| LinkProblem::Unreadable(part.to_owned());
    assert_eq!(
        problems,
        [
            LinkProblem::OtherVersion("9".to_owned()),
            unreadable("language=fr"),
            unreadable("more"),
            unreadable("education=doctor"),
            unreadable("Bad Key=1"),
            unreadable("birth-date=<script>"),
            unreadable("deep"),
            LinkProblem::Cut,
        ]
    );
    let (answers, problems) = link.profile.answers(scheme, ON);
    assert_eq!(answers.iter().count(), 3);
    assert_eq!(problems, []);
}

#[test]
fn a_file_may_be_written_with_escapes() {
    let scheme = &SCHEMES[0];
    let city = &scheme.city.id;
    let file = |value: &str| {
        let text = format!(
            r#"{{"jifen": "2", "answers": {{"\u0065ducation": "{value}", "{city}.insured-now": "1"}}}}"#
        );
        Link::from_file(&text).expect("a file of this program")
    };
    let (mut link, problems) = file(r"b\u0061chelor");
    assert_eq!(problems, []);
    let education = link.profile.answers(scheme, ON).0.get("education").cloned();
    assert_eq!(education, Some(Value::Option("bachelor".to_owned())));
    // What fits no question is named as it was meant, and the rest is used.
    for (value, meant) in [
        (r"\u5b66\u58EB", "学士"),
        (r"\ud83d\udE00!", "😀!"),
        (r#"a\"b\\c\/d"#, r#"a"b\c/d"#),
        (r"\n\t", "\n\t"),
        (r"\ud83d", "\u{fffd}"),
        (r"\ud83d\u0041", "\u{fffd}A"),
        (r"\ude00", "\u{fffd}"),
        (r"\u+041", "\u{fffd}+041"),
        (r"\u00", "\u{fffd}00"),
        (r"\x41", "\u{fffd}41"),
    ] {
        let (mut link, problems) = file(value);
        assert_eq!(problems, [LinkProblem::Unreadable(format!("education={meant}"))], "{value}");
        assert_eq!(link.profile.answers(scheme, ON).0.iter().count(), 1, "{value}");
    }
}

#[test]
fn other_files_are_refused() {
    let deep = "{\"a\":".repeat(10_000);
    for text in
        ["", "null", "[]", "{}", "{\"answers\": {}}", "BEGIN:VCALENDAR", "\u{0}\u{1}", &deep]
    {
        assert_eq!(Link::from_file(text), Err(FileError::Foreign), "{:.20}", text);
    }
    assert_eq!(Link::from_file(&" ".repeat(LARGEST_FILE + 1)), Err(FileError::Huge));
}

/// The people of a scheme's cases, as far as they answer everything that a link can hold, with their links.
fn full_links(scheme: &Scheme) -> Vec<(Link, Date)> {
    let rules = Path::new(env!("CARGO_MANIFEST_DIR")).join("rules");
    let path = rules.join(&scheme.id).join("cases.toml");
    let text = std::fs::read_to_string(path).expect("the cases");
    let file: jifen_check::CasesFile = toml::from_str(&text).expect("the cases");
    let people = file.cases.iter().filter_map(|case| {
        let mut plain = file.defaults.clone();
        plain.extend(case.answers.clone());
        let answers = Answers::read(scheme, plain, case.on).ok()?;
        let mut link = Link {
            scheme: Some(scheme.id.clone()),
            edition: Some(scheme.edition.id.clone()),
            ..Link::default()
        };
        for question in &scheme.questions {
            link.profile.set(scheme, question, answers.get(&question.id));
        }
        Some((link, case.on))
    });
    people.collect()
}

/// What a page says of a link: the verdict by the scheme that it opens; `None` where it says a word beside it.
fn shown(fragment: &str, on: Date) -> Option<Verdict> {
    let (mut link, mut problems) = Link::read(fragment);
    let named = SCHEMES.iter().find(|scheme| Some(&scheme.id) == link.scheme.as_ref());
    problems.extend(match (named, &link.scheme) {
        (None, Some(id)) => Some(LinkProblem::UnknownScheme(id.clone())),
        _ => None,
    });
    let scheme = named.unwrap_or(&SCHEMES[0]);
    let other = link.edition.as_ref().filter(|edition| **edition != scheme.edition.id);
    problems.extend(other.map(|edition| LinkProblem::OtherEdition(edition.clone())));
    let (answers, more) = link.profile.answers(scheme, on);
    problems.extend(more);
    problems.is_empty().then(|| assess(scheme, &answers, on).verdict)
}

/// Cut after each byte, with and without something glued to the cut, as this version and as the one without a mark
/// wrote it: wherever another verdict comes of it, the page says a word.
#[test]
fn a_link_cut_anywhere_shows_no_other_verdict_in_silence() {
    for scheme in SCHEMES.iter() {
        let mut verdicts = Vec::new();
        let nothing = assess(scheme, &Answers::default(), ON).verdict;
        for (link, on) in full_links(scheme) {
            let whole = link.write();
            let verdict = shown(&whole, on).expect("nothing to say of a whole link");
            // One person for each verdict is enough for a scheme.
            if verdicts.contains(&verdict) {
                continue;
            }
            verdicts.push(verdict);
            let (before, after) = whole.split_once("&c=").expect("a mark");
            let (_, after) = after.split_once('&').expect("what it speaks of");
            let unmarked = [before, "&", after].concat();
            let glue: &[&str] = &["", "。", "?from=timeline"];
            for (text, glue) in [(&whole, glue), (&unmarked, &glue[..1])] {
                for end in 0..text.len() {
                    for glued in glue {
                        let cut = [&text[..end], glued].concat();
                        let other = shown(&cut, on);
                        let fine = other.is_none_or(|other| other == verdict || other == nothing);
                        assert!(fine, "{}: {cut}", scheme.id);
                    }
                }
            }
        }
        assert!(!verdicts.is_empty(), "{}: no case is a full form", scheme.id);
    }
}

#[test]
fn words_glued_to_a_link_lose_nothing() {
    for scheme in SCHEMES.iter() {
        let Some((link, _)) = full_links(scheme).pop() else { continue };
        for glued in [
            "。",
            "）",
            ")",
            "?from=singlemessage&isappinstalled=0",
            "，你看看",
            " ",
            "%E3%80%82",
            ".",
        ] {
            let (read, problems) = Link::read(&[&link.write(), glued].concat());
            assert_eq!((&read, problems), (&link, vec![]), "{}: {glued}", scheme.id);
        }
    }
    // Without a mark the words are named, and what stands before them is used.
    for (glued, named) in [("%E3%80%82", "。"), ("?from=timeline", "?from=timeline"), (")", ")")] {
        let (link, problems) = Link::read(&["v=1&s=somewhere&education=bachelor", glued].concat());
        let plain = Link::read("v=1&s=somewhere&education=bachelor").0;
        assert_eq!(link, plain, "{glued}");
        assert_eq!(problems[0], LinkProblem::Unreadable(named.to_owned()));
    }
}

proptest! {
    #![proptest_config(chance(1000))]

    /// One letter of a link becomes another one. Of a scheme that there is not, the page says so itself.
    #[test]
    fn an_altered_link_is_said_to_be_one(
        which in any::<prop::sample::Index>(),
        seeds in prop::collection::vec(prop::option::of(any::<u64>()), 120),
        at in any::<prop::sample::Index>(),
        letter in "[a-z0-9A-Z]",
    ) {
        let scheme = which.get(&SCHEMES);
        let link = Link { scheme: Some(scheme.id.clone()), profile: profile(scheme, &seeds).0, ..Link::default() };
        let mut text = link.write();
        let at = at.index(text.len());
        text.replace_range(at..=at, &letter);
        let (mut read, mut problems) = Link::read(&text);
        let altered = read != link;
        problems.extend(read.profile.answers(scheme, ON).1);
        let there_is = |id: &String| SCHEMES.iter().any(|scheme| scheme.id == *id);
        let told = !problems.is_empty() || !read.scheme.iter().all(there_is);
        prop_assert!(!altered || told, "{text}");
    }
}
