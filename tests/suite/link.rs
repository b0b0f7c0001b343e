//! The page's address: what it writes it reads back, and nothing that anyone writes into it does harm.

use std::path::Path;
use std::sync::LazyLock;

use jifen::answers::{Answers, Value};
use jifen::link::{LONGEST, Link, Profile, Trouble};
use jifen::scheme::{Kind, Language, Scheme};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::prelude::*;

const ON: Date = date(2026, 11, 24);

static SCHEMES: LazyLock<Vec<Scheme>> = LazyLock::new(|| {
    let rules = Path::new(env!("CARGO_MANIFEST_DIR")).join("rules");
    jifen::check::check(&rules).expect("the rules can be read").schemes
});

/// An answer that fits a question, chosen by a number.
fn fitting(kind: &Kind, seed: u64) -> Value {
    let within = |low: i64, high: i64| low + (seed % (high - low + 1).unsigned_abs()) as i64;
    match kind {
        Kind::YesNo => Value::Flag(seed.is_multiple_of(2)),
        Kind::Choice(choices) => Value::Option(choices[seed as usize % choices.len()].id.clone()),
        Kind::Number { min, max, decimals, .. } => {
            let step = 10_i64.pow(u32::from(*decimals));
            Value::Number(within(min * step, max * step))
        }
        Kind::Date { min, max } => {
            let days = min.until(max.unwrap_or(ON)).unwrap().get_days();
            Value::Date(min.checked_add(within(0, days.into()).days()).unwrap())
        }
        Kind::Dates { most } => {
            let count = seed % (u64::from(*most) + 1);
            let mut dates: Vec<Date> = (0..count)
                .map(|one| ON.checked_sub((one * 37).cast_signed().days()).unwrap())
                .collect();
            dates.sort_unstable();
            Value::Dates(dates)
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
    #[test]
    fn an_address_reads_back(
        which in any::<prop::sample::Index>(),
        seeds in prop::collection::vec(prop::option::of(any::<u64>()), 120),
        english in any::<bool>(),
    ) {
        let scheme = which.get(&SCHEMES);
        let (profile, answers) = profile(scheme, &seeds);
        let link = Link {
            scheme: Some(scheme.id.clone()),
            edition: Some(scheme.edition.id.clone()),
            language: english.then_some(Language::En),
            seal: None,
            profile,
        };
        let written = link.write();
        prop_assert!(written.len() < LONGEST);
        let (mut read, troubles) = Link::read(&written);
        prop_assert_eq!(&read, &link);
        prop_assert_eq!(troubles, []);
        prop_assert_eq!(read.profile.answers(scheme, ON), (answers, vec![]));
        prop_assert_eq!(read.write(), written);
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
        let (mut link, troubles) = Link::read(&text);
        let (answers, more) = link.profile.answers(&SCHEMES[0], ON);
        // Every part is used, kept or named.
        let named = troubles.len() + more.len() + answers.iter().count();
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
    let (mut link, troubles) = Link::read(&text);
    let unreadable = |part: &str| Trouble::Unreadable(part.to_owned());
    assert_eq!(
        troubles,
        [
            Trouble::OtherVersion("9".to_owned()),
            unreadable("l=fr"),
            unreadable("education=bachelor"),
            unreadable("="),
            unreadable("x"),
        ]
    );
    let (answers, troubles) = link.profile.answers(scheme, ON);
    assert_eq!(answers.iter().count(), 1);
    let unfit = |question: &str, given: &str| Trouble::Unfit {
        question: question.to_owned(),
        given: given.to_owned(),
    };
    assert_eq!(
        troubles,
        [
            unfit("birth-date", "19890230"),
            unfit("insured-months", "9999"),
            Trouble::NotAsked(format!("{city}.nothing")),
            Trouble::NotAsked("stray".to_owned()),
        ]
    );
    // Entries of other cities stay as they are.
    assert!(link.write().contains("&atlantis.home=7"));
    assert!(!link.write().contains("19890230"));
}

#[test]
fn a_place_on_the_page_is_no_address() {
    assert_eq!(Link::read("#result"), (Link::default(), vec![]));
    assert_eq!(Link::read(""), (Link::default(), vec![]));
}

#[test]
fn messengers_may_encode_it() {
    let (link, troubles) = Link::read("#v%3D1%26s%3Dsomewhere%26home.rooms%3D2");
    assert_eq!(link.scheme.as_deref(), Some("somewhere"));
    assert_eq!(link.write(), "v=1&s=somewhere&home.rooms=2");
    assert_eq!(troubles, []);
}

#[test]
fn an_endless_address_is_cut_and_said_so() {
    let text = format!("v=1&s=somewhere&{}", "a=1&".repeat(1_000_000));
    let (link, troubles) = Link::read(&text);
    assert_eq!(link.scheme.as_deref(), Some("somewhere"));
    assert_eq!(troubles[0], Trouble::TooLong);
}
