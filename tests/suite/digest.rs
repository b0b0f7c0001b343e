//! The digest of a printed sheet: the same for the same rules, answers and day, another for any others.

use jifen::answers::Answers;
use jifen::digest::{digest, statement};
use jifen::link::{Link, Seal, read_digest, written_digest};
use jifen::scheme::{Language, Scheme};
use jiff::civil::date;
use proptest::prelude::*;
use serde_json::Value as Json;
use sha2::{Digest, Sha256};

use crate::people::{SCHEMES, chance, person};
use crate::rules::schemes;

/// The digest as somebody would work it out who only knows its description.
fn by_hand(scheme: &Scheme, answers: &Answers, on: &str) -> u64 {
    let hex = |bytes: &[u8]| bytes.iter().map(|one| format!("{one:02x}")).collect::<String>();
    let pack = scheme.to_pack().expect("a pack");
    let mut text = format!("jifen-1\nrules {}\non {on}\n", hex(&Sha256::digest(pack)));
    let mut link = Link::default();
    for question in &scheme.questions {
        if let Some(value) = answers.get(&question.id) {
            link.profile = jifen::link::Profile::default();
            link.profile.set(scheme, question, Some(value));
            let file: Json = serde_json::from_str(&link.to_file()).expect("JSON");
            let mut values = file["answers"].as_object().expect("answers").values();
            let value = values.next().and_then(Json::as_str).expect("an answer");
            text += &format!("{} {value}\n", question.id);
        }
    }
    u64::from_str_radix(&hex(&Sha256::digest(text))[..16], 16).expect("digits")
}

proptest! {
    #![proptest_config(chance(200))]
    #[test]
    fn any_other_answer_or_day_has_another_digest(
        person in person(),
        place in any::<prop::sample::Index>(),
        other in person(),
    ) {
        let of = |answers: &Answers, on| digest(person.scheme, answers, on).expect("a digest");
        let whole = of(&person.answers, person.on);
        prop_assert_eq!(whole, of(&person.answers.clone(), person.on));
        // Nobody here has a history.
        let asked: Vec<_> =
            person.scheme.questions.iter().filter(|one| one.kind.period_kinds().is_empty()).collect();
        let question = *place.get(&asked);
        let without = person.with(question, None);
        prop_assert_ne!(whole, of(&without.answers, person.on));
        let tomorrow = person.on.tomorrow().expect("a day");
        prop_assert_ne!(whole, of(&person.answers, tomorrow));
        // Another value for one question, taken from another person who is asked the same.
        let value = other.answers.get(&question.id).cloned();
        if value.is_some() && value.as_ref() != person.answers.get(&question.id) {
            prop_assert_ne!(whole, of(&person.with(question, value).answers, person.on));
        }
        // What another scheme asks does not matter.
        let mut more = person.answers.clone();
        more.set("asked-by-nobody", Some(jifen::answers::Value::Flag(true)));
        prop_assert_eq!(whole, of(&more, person.on));
    }

    #[test]
    fn nothing_that_is_typed_does_harm(text in "\\PC{0,60}", hex in "[0-9a-fA-F -]{0,40}") {
        for given in [text.as_str(), hex.as_str()] {
            if let Some(read) = read_digest(given) {
                prop_assert_eq!(read_digest(&written_digest(read)), Some(read));
                let digits = given.chars().filter(char::is_ascii_hexdigit).count();
                prop_assert_eq!(digits, 16);
            }
            let (link, _) = Link::read(&format!("#v=1&s=a&d={given}"));
            if let Some(seal) = link.seal {
                prop_assert_eq!(Link::read(&link.write()).0.seal, Some(seal));
            }
        }
    }
}

#[test]
fn anyone_can_work_it_out() {
    for scheme in SCHEMES.iter() {
        for example in crate::people::some_answers(scheme, 3) {
            let computed = digest(scheme, &example, date(2026, 11, 24));
            assert_eq!(computed, Some(by_hand(scheme, &example, "20261124")), "{}", scheme.id);
        }
    }
}

/// Every number in the rules of every scheme, one after the other, and the edition.
#[test]
fn any_other_rule_has_another_digest() {
    let on = date(2026, 11, 24);
    for scheme in schemes() {
        let whole = digest(&scheme, &Answers::default(), on).expect("a digest");
        let json = serde_json::to_value(&scheme).expect("JSON");
        let mut numbers = Vec::new();
        for part in ["indicator", "condition", "line", "together", "edition"] {
            places(&json[part], format!("/{part}"), &mut numbers);
        }
        let mut changed = 0;
        for place in &numbers {
            let mut other = json.clone();
            let value = other.pointer_mut(place).expect("a value");
            *value = match value.as_f64() {
                Some(_) if value.is_i64() => (value.as_i64().unwrap_or_default() + 1).into(),
                Some(number) => (number + 1.0).into(),
                None => Json::from("another"),
            };
            // Some numbers can only be what they are, such as those of a date.
            let Ok(mut other) = serde_json::from_value::<Scheme>(other) else { continue };
            other.bind();
            other.stamp().expect("a pack");
            assert_ne!(digest(&other, &Answers::default(), on), Some(whole), "{place}");
            changed += 1;
        }
        assert!(changed > 10, "{}: {changed} of {}", scheme.id, numbers.len());
    }
}

/// Where the numbers stand, and the name of the edition.
fn places(json: &Json, at: String, found: &mut Vec<String>) {
    match json {
        Json::Number(_) => found.push(at),
        Json::Array(list) => {
            for (place, one) in list.iter().enumerate() {
                places(one, format!("{at}/{place}"), found);
            }
        }
        Json::Object(map) => {
            for (key, one) in map {
                places(one, format!("{at}/{key}"), found);
            }
        }
        _ if at == "/edition/id" => found.push(at),
        _ => {}
    }
}

#[test]
fn rules_of_no_known_pack_have_no_digest() {
    let json = serde_json::to_string(&schemes()[0]).expect("JSON");
    let read: Scheme = serde_json::from_str(&json).expect("a scheme");
    assert_eq!(statement(&read, &Answers::default(), date(2026, 1, 1)), None);
    assert_eq!(digest(&read, &Answers::default(), date(2026, 1, 1)), None);
}

#[test]
fn a_digest_reads_as_people_copy_it() {
    let digest = Some(0x0123_4567_89ab_cdef);
    for given in ["0123456789abcdef", "0123 4567 89AB CDEF", " 0123-4567-89ab-cdef "] {
        assert_eq!(read_digest(given), digest, "{given}");
    }
    for given in
        ["", "0123456789abcde", "0123456789abcdef0", "+123456789abcdef", "０123456789abcdef"]
    {
        assert_eq!(read_digest(given), None, "{given}");
    }
}

#[test]
fn an_address_carries_it_and_refuses_any_other_writing() {
    let seal = Seal { on: date(2026, 11, 24), digest: 0x0f };
    let link = Link {
        scheme: Some("shanghai".to_owned()),
        language: Some(Language::En),
        seal: Some(seal),
        ..Link::default()
    };
    let written = link.write();
    assert_eq!(written, "v=2&s=shanghai&l=en&d=20261124-000000000000000f");
    assert_eq!(Link::read(&written), (link, vec![]));
    for given in ["20261124", "20261324-000000000000000f", "20261124-f", "-", "20261124-000f-", "x"]
    {
        let (link, troubles) = Link::read(&format!("v=1&s=shanghai&d={given}"));
        assert_eq!((link.seal, troubles.len()), (None, 1), "{given}");
    }
}
