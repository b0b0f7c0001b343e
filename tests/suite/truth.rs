//! Nothing is said that is not so: what is concluded early holds of every completion of the answers, and of every life
//! that goes on as the rules say counts do.

use jifen::answers::{Answers, Value};
use jifen::assess::{ConditionState, Verdict, assess};
use jifen::outlook::{
    End, Forecast, LineMovement, Outcome, Period, advise, forecast, going_on, project,
};
use jifen::points::Points;
use jifen::scheme::{Scheme, Validity};
use jiff::Span;
use jiff::civil::{Date, date};
use proptest::prelude::*;

use crate::lives::lived;
use crate::people::{Person, SCHEMES, chance, person, person_and_before, person_before_of};

fn ahead(person: &Person) -> Forecast {
    forecast(person.scheme, &person.answers, person.on, &[])
}

/// The days on which a forecast says that everything is met.
fn met(ahead: &Forecast) -> Option<Period> {
    match &ahead.outcome {
        Outcome::Met(spell) => Some(Period { from: spell.from, to: spell.to }),
        _ => None,
    }
}

/// Whether everything that the rules ask for is surely met on a day, by a forecast of somebody who answered all.
fn is_met(whole: &Person, ahead: &Forecast, day: Date) -> Option<bool> {
    let within = day <= ahead.until.0;
    // A ranking never passes, and a forecast notes no days of it but those of its outcome.
    let passes = |period: &Period| period.from <= day && period.to.is_none_or(|to| day <= to);
    (within && whole.scheme.line.ranking.is_none()).then(|| ahead.passes.iter().any(passes))
}

/// What a forecast concludes from some of the answers holds once all are given.
fn is_never_taken_back(whole: &Person, before: &Person) -> Result<(), TestCaseError> {
    let (early, late) = (ahead(before), ahead(whole));
    prop_assert_eq!(early.until, late.until);
    match &early.outcome {
        Outcome::NoLine | Outcome::Unreliable => prop_assert_eq!(&early.outcome, &late.outcome),
        Outcome::Never { unmet } => {
            prop_assert!(matches!(late.outcome, Outcome::Never { .. }), "{:?}", late.outcome);
            let Outcome::Never { unmet: later } = &late.outcome else { return Ok(()) };
            prop_assert!(unmet.iter().all(|condition| later.contains(condition)));
        }
        Outcome::Met(spell) => {
            let Outcome::Met(then) = &late.outcome else {
                return Err(TestCaseError::fail(format!("{:?} became {:?}", spell, late.outcome)));
            };
            prop_assert!(then.from <= spell.from);
            if spell.soonest {
                prop_assert_eq!(then.from, spell.from);
            }
            let first = Some(spell.from);
            let last = spell.to.or(Some(late.until.0));
            for day in first.into_iter().chain(last) {
                prop_assert_ne!(is_met(whole, &late, day), Some(false), "on {}", day);
            }
            if let Some(after) = spell.to.filter(|_| spell.ends).and_then(|to| to.tomorrow().ok()) {
                prop_assert_ne!(is_met(whole, &late, after), Some(true), "on {}", after);
            }
            if let Some(again) = spell.again {
                prop_assert_ne!(is_met(whole, &late, again), Some(false), "on {}", again);
            }
        }
        Outcome::Open { questions, counts } => {
            // Something is named that decides, unless the sources themselves are of two minds: then it stays open.
            let open = before.assess().open;
            prop_assert!(questions.iter().all(|question| open.contains(question)));
            let named = !questions.is_empty() || !counts.is_empty();
            prop_assert!(
                named || matches!(late.outcome, Outcome::Open { .. }),
                "{:?}",
                late.outcome
            );
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(chance(300))]

    #[test]
    fn no_forecast_is_taken_back((whole, before) in person_and_before()) {
        is_never_taken_back(&whole, &before)?;
    }

    /// The same of people who meet most conditions, so that a line is often all that is left.
    #[test]
    fn no_forecast_of_somebody_close_is_taken_back(
        (whole, before) in (0..SCHEMES.len()).prop_flat_map(|scheme| person_before_of(&SCHEMES[scheme])),
    ) {
        is_never_taken_back(&whole, &before)?;
    }

    /// Lives that go on as the rules say stay within what is forecast, whatever months fall out of a window and
    /// whichever of two homes is lived in.
    #[test]
    fn every_life_stays_within_the_forecast(
        (whole, before) in person_and_before(),
        month in 1_usize..60,
        chance in any::<u64>(),
    ) {
        let early = ahead(&before);
        let then = early.months[month];
        let life = lived(&whole, then.day, chance);
        let so = assess(whole.scheme, &life, then.day);
        prop_assert!(then.total.low <= so.total.low && so.total.high <= then.total.high, "{:?}: {:?}", then, so.total);
        match then.verdict {
            Verdict::Pass => prop_assert_eq!(so.verdict, Verdict::Pass),
            Verdict::Short => prop_assert!(matches!(so.verdict, Verdict::Short | Verdict::Ineligible)),
            Verdict::Ineligible => prop_assert_eq!(so.verdict, Verdict::Ineligible),
            Verdict::Undecided => {}
        }
    }

    /// Nobody passes by rules that have ended, may have been repealed or are not yet in force, nor by a ranking; nor does
    /// advice or a forecast say so of any later day.
    #[test]
    fn nobody_passes_by_rules_that_cannot_be_relied_on(whole in person()) {
        let passes = whole.assess().verdict == Verdict::Pass;
        let edition = &whole.scheme.edition;
        prop_assert!(!passes || edition.validity(whole.on) == Validity::InForce);
        prop_assert!(!passes || whole.scheme.line.ranking.is_none());
        let ahead = ahead(&whole);
        for month in &ahead.months {
            prop_assert_eq!(month.validity, edition.validity(month.day));
            prop_assert!(month.verdict != Verdict::Pass || month.validity == Validity::InForce);
        }
        for period in ahead.passes.iter().copied().chain(met(&ahead)) {
            let last = period.to.unwrap_or(ahead.until.0).min(ahead.until.0);
            prop_assert_eq!(edition.validity(last), Validity::InForce);
        }
        for suggestion in advise(whole.scheme, &whole.answers, whole.on).suggestions {
            let relied_on = edition.validity(suggestion.day) == Validity::InForce;
            prop_assert!(suggestion.verdict != Verdict::Pass || relied_on, "{suggestion:?}");
        }
    }
}

fn scheme(id: &str) -> &'static Scheme {
    SCHEMES.iter().find(|scheme| scheme.id == id).expect("a scheme of the project")
}

fn read(scheme: &Scheme, on: Date, json: &str) -> Answers {
    let plain: std::collections::BTreeMap<String, jifen::answers::Plain> =
        serde_json::from_str(json).expect("an object");
    Answers::read(scheme, plain, on).expect("answers that fit")
}

const TODAY: Date = date(2026, 11, 24);

#[test]
fn after_one_answer_nothing_is_concluded() {
    for scheme in
        SCHEMES.iter().filter(|scheme| scheme.edition.validity(TODAY) == Validity::InForce)
    {
        let answers = read(scheme, TODAY, r#"{"birth-date": "1992-05-10"}"#);
        let outcome = forecast(scheme, &answers, TODAY, &[]).outcome;
        assert!(
            matches!(outcome, Outcome::Open { .. } | Outcome::NoLine),
            "{} concludes {outcome:?} from a birthday",
            scheme.id
        );
    }
}

#[test]
fn paid_months_do_not_grow_while_nothing_is_paid() {
    let shanghai = scheme("shanghai");
    let json = r#"{"insured-now": false, "insured-months": 11, "insured-months-of-12": 5}"#;
    let answers = read(shanghai, TODAY, json);
    for month in 1..=120 {
        let day = TODAY.checked_add(Span::new().months(month)).expect("a day");
        let later = project(shanghai, &answers, TODAY, day, &[]);
        assert_eq!(later.get("insured-months"), Some(&Value::Number(11)), "{day}");
        let of_12 = later.get("insured-months-of-12");
        assert!(of_12.is_none_or(|one| matches!(one, Value::Number(..=5))), "{day}: {of_12:?}");
    }
}

#[test]
fn one_month_is_of_one_kind() {
    let beijing = scheme("beijing");
    let json = r#"{"insured-now": true, "insured-at-year-end": 200, "insured-in-a-row": 200, "back-paid-months": 0,
        "own-home-months": [50], "other-home-months": [50],
        "outer-home": true, "outer-work-live-months": 12, "outer-live-months": 12}"#;
    let answers = read(beijing, TODAY, json);
    let ahead = forecast(beijing, &answers, TODAY, &[]);
    let moved = |indicator: &str| {
        let position =
            beijing.indicators.iter().position(|one| one.id == indicator).expect("an indicator");
        let events = ahead.events.iter().filter(|event| event.after.day <= date(2027, 6, 1));
        let mut moves =
            events.flat_map(|event| &event.indicators).filter(|moved| moved.indicator == position);
        let last = moves.next_back().expect("it moves");
        (last.from.low, last.to.high)
    };
    let hundredths = Points::from_hundredths;
    assert_eq!(moved("home"), (hundredths(625), hundredths(725)));
    assert!(moved("outer-area").1 <= hundredths(800), "{:?}", moved("outer-area"));
}

#[test]
fn a_window_loses_its_oldest_month_as_it_gains_one() {
    let shanghai = scheme("shanghai");
    let json = r#"{"birth-date": "1983-05-17", "insured-now": true, "insured-months": 20, "insured-months-of-12": 12,
        "professional-title": "middle", "skill-level": "none", "skill-accepted": true, "months-at-1x-of-12": 5}"#;
    let answers = read(shanghai, TODAY, json);
    let ahead = forecast(shanghai, &answers, TODAY, &[]);
    let title = shanghai.indicators.iter().position(|one| one.id == "skill").expect("titles");
    let mut moves = ahead
        .events
        .iter()
        .flat_map(|event| event.indicators.iter().map(move |one| (event.after.day, one)));
    let (day, first) = moves.find(|(_, one)| one.indicator == title).expect("it moves");
    assert_eq!((day, first.to.low), (date(2026, 12, 24), Points::ZERO));
    assert!(first.to.high > Points::ZERO);
    let sure = ahead
        .events
        .iter()
        .flat_map(|event| event.indicators.iter().map(move |one| (event.after.day, one)));
    let sure =
        sure.filter(|(_, one)| one.indicator == title).find(|(_, one)| one.to.low > Points::ZERO);
    // Six new months are six of the last twelve whatever fell out.
    assert_eq!(sure.expect("it is sure in the end").0, date(2027, 5, 24));
}

#[test]
fn whether_a_count_goes_on_that_may_not_be_asked_nobody_has_said() {
    let shanghai = scheme("shanghai");
    let months = |title: &str| {
        let json = format!(
            r#"{{"insured-now": true, "skill-level": "none", "months-at-1x-of-12": 5{title}}}"#
        );
        let answers = read(shanghai, TODAY, &json);
        let later = project(shanghai, &answers, TODAY, date(2028, 11, 24), &[]);
        (later.get("months-at-1x-of-12").cloned(), going_on(shanghai, &answers, TODAY).len())
    };
    assert_eq!(months(r#", "professional-title": "middle""#), (Some(Value::Number(12)), 1));
    // Without a certificate the months are not asked: those that were answered have fallen out by then.
    assert_eq!(months(r#", "professional-title": "none""#), (None, 0));
    assert_eq!(months(""), (None, 1));
}

#[test]
fn two_homes_share_the_insured_months() {
    let beijing = scheme("beijing");
    let home = beijing.indicators.iter().position(|one| one.id == "home").expect("an indicator");
    for (json, (low, high)) in [
        // 19 homes of 2, 5, 8 … months are each rounded up by a third of a hundredth.
        (r#"{"insured-at-year-end": 120}"#, (0, 1006)),
        (r#"{"insured-at-year-end": 120, "own-home-months": [30]}"#, (250, 635)),
        // Months of an own home only take the place of rented ones, which bring less.
        (r#"{"insured-at-year-end": 120, "other-home-months": [60]}"#, (250, 1006)),
        (r#"{"insured-at-year-end": 120, "other-home-months": [200]}"#, (500, 1006)),
        (r#"{"own-home-months": [30]}"#, (0, 2635)),
    ] {
        let points = assess(beijing, &read(beijing, TODAY, json), TODAY).indicators[home].points;
        assert_eq!((points.low.hundredths(), points.high.hundredths()), (low, high), "{json}");
    }
}

#[test]
fn a_round_that_was_named_moves_from_its_own_end() {
    let beijing = scheme("beijing");
    let answers =
        read(beijing, TODAY, r#"{"round": 2028, "insured-now": true, "insured-at-year-end": 100}"#);
    for (to, months) in
        [(date(2027, 12, 31), 100), (date(2028, 5, 1), 100), (date(2029, 1, 1), 112)]
    {
        let later = project(beijing, &answers, TODAY, to, &[]);
        assert_eq!(later.get("insured-at-year-end"), Some(&Value::Number(months)), "{to}");
    }
}

#[test]
fn a_line_that_moves_gives_a_band() {
    let movement = LineMovement::of(&scheme("beijing").line).expect("a line with a past");
    assert_eq!((movement.since, movement.latest), (2020, 2026));
    let band = movement.band(2028);
    assert!(band.low > movement.points && band.high > band.low);
    for scheme in SCHEMES.iter().filter(|scheme| scheme.line.ranking.is_some()) {
        let ahead = forecast(scheme, &Answers::default(), TODAY, &[]);
        assert!(ahead.passes.is_empty(), "{}", scheme.id);
        for (cutoff, periods) in scheme.line.cutoffs().iter().zip(&ahead.cutoffs) {
            assert!(!cutoff.other_rules || periods.is_empty(), "{}", scheme.id);
        }
    }
}

#[test]
fn cutoffs_of_other_rules_are_neither_reached_nor_missed() {
    let beijing = scheme("beijing");
    for json in [r#"{}"#, r#"{"insured-at-year-end": 0}"#] {
        let assessment = assess(beijing, &read(beijing, TODAY, json), TODAY);
        for (cutoff, standing) in beijing.line.cutoffs().iter().zip(&assessment.standings) {
            assert_eq!(standing.comparable, !cutoff.other_rules);
            assert!(standing.comparable || standing.reached.is_none());
        }
    }
}

#[test]
fn a_round_that_never_moves_is_the_last_that_is_spoken_of() {
    let schemes = SCHEMES.iter().filter(|scheme| {
        scheme.questions.iter().any(|one| one.presume.is_some() && !one.is_round())
    });
    for scheme in schemes {
        let Some(on) = scheme.edition.from else { continue };
        let ahead = forecast(scheme, &Answers::default(), on, &[]);
        let bounded = matches!(ahead.until.1, End::Round | End::Edition);
        assert!(
            bounded && ahead.until.0.year() <= on.year() + 1,
            "{}: {:?}",
            scheme.id,
            ahead.until
        );
    }
}

#[test]
fn a_condition_that_is_never_met_is_named() {
    let shanghai = scheme("shanghai");
    let answers = read(shanghai, TODAY, r#"{"serious-crime": true}"#);
    let Outcome::Never { unmet } = forecast(shanghai, &answers, TODAY, &[]).outcome else {
        panic!("a veto holds for good");
    };
    assert!(!unmet.is_empty());
    let states = assess(shanghai, &answers, TODAY).conditions;
    assert!(unmet.iter().all(|condition| states[*condition].state == ConditionState::Unmet));
}
