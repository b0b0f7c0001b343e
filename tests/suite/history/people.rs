//! People with histories.

use std::sync::LazyLock;

use jifen::answers::{Answers, Period, Plain, Value};
use jifen::scheme::{AnswerKind, Month, Scheme};
use jiff::civil::{Date, date};
use proptest::prelude::*;

use crate::people::{SCHEMES, answers_of, day};

/// The schemes with histories; a history is of use in every one.
pub(super) static WITH_HISTORIES: LazyLock<Vec<&'static Scheme>> = LazyLock::new(|| {
    let scheme = |scheme: &&'static Scheme| !scheme.follows.is_empty();
    SCHEMES.iter().filter(scheme).collect()
});

pub(super) fn scheme(id: &str) -> &'static Scheme {
    SCHEMES.iter().find(|scheme| scheme.id == id).expect("a scheme")
}

pub(super) fn answers(scheme: &Scheme, on: Date, json: &str) -> Answers {
    let plain: std::collections::BTreeMap<String, Plain> =
        serde_json::from_str(json).expect("an object of answers");
    Answers::read(scheme, plain, on).expect("answers that fit")
}

/// Periods of the last twenty years or so, some of which lie over each other, some of which go on.
fn periods(kind: &'static AnswerKind, on: Date) -> BoxedStrategy<Value> {
    let AnswerKind::Periods { most, kinds, base, .. } = kind else {
        return Just(Value::Periods(Vec::new())).boxed();
    };
    let now = Month::of(on);
    let period = (0..260_i64, 0..90_i64, 0..kinds.len(), 0..4_u8, 4_000..40_000_i64);
    let period = period.prop_map(move |(ago, length, one, told, yuan)| {
        let from = now.plus(-ago);
        let to = Some(from.plus(length)).filter(|to| *to <= now && length % 7 != 0);
        let base = (*base && told > 0).then_some(yuan);
        Period { from, to, kind: kinds[one].id.clone(), base }
    });
    proptest::collection::vec(period, 0..usize::from(*most).min(8)).prop_map(Value::periods).boxed()
}

/// Somebody with histories, some of whose other answers are given by hand.
pub(super) fn somebody(scheme: &'static Scheme) -> impl Strategy<Value = (Date, Answers)> {
    day(date(2024, 1, 1), date(2029, 12, 31)).prop_flat_map(move |on| {
        let histories = scheme.questions.iter().filter(|one| !one.kind.period_kinds().is_empty());
        let histories: Vec<_> = histories
            .map(|one| {
                proptest::option::weighted(0.9, periods(&one.kind, on))
                    .prop_map(|value| (one.id.clone(), value))
            })
            .collect();
        let by_hand = proptest::collection::vec(0..4_u8, scheme.questions.len());
        (answers_of(scheme, on), histories, by_hand).prop_map(
            move |(mut answers, histories, by_hand)| {
                for (position, by_hand) in by_hand.into_iter().enumerate() {
                    if scheme.follows_of(position).is_some() && by_hand > 0 {
                        answers.set(&scheme.questions[position].id, None);
                    }
                }
                for (id, value) in histories {
                    answers.set(&id, value);
                }
                (on, answers)
            },
        )
    })
}

pub(super) fn anybody() -> impl Strategy<Value = (&'static Scheme, Date, Answers)> {
    (0..WITH_HISTORIES.len()).prop_flat_map(|index| {
        let scheme = WITH_HISTORIES[index];
        somebody(scheme).prop_map(move |(on, answers)| (scheme, on, answers))
    })
}
