//! Lives: how the counts of somebody may go on who goes on as now, where the answers leave open which months fell out of a
//! window, and which of two homes was lived in.

use jifen::answers::{Answers, Value, scale};
use jifen::assess::assess;
use jifen::outlook::project;
use jifen::scheme::{self, AnswerKind, Growth, Predicate, Question};
use jiff::Unit;
use jiff::civil::Date;

use crate::people::Person;

/// Lives a life from the day of the answers to another: chance decides what the answers leave open.
pub(crate) fn lived(whole: &Person, to: Date, chance: u64) -> Answers {
    let mut chance = chance | 1;
    live(whole, to, true, move |most: i64| {
        // Knuth's multiplier: any spread will do.
        chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        i64::try_from(chance >> 33).unwrap_or(0) % (most + 1)
    })
}

/// Lives the lives in which each count that is left open comes to the least or to the most, and of two homes perhaps
/// neither is lived in; `None` where the answers do not say whether a count goes on at all.
pub(crate) fn extremes(person: &Person, to: Date) -> Option<Vec<Answers>> {
    let Person { scheme, on, answers } = person;
    let later = project(scheme, answers, *on, to, &[]);
    let undetermined = |question: &&Question| {
        later.get(&question.id).is_none() && answers.get(&question.id).is_some()
    };
    if scheme.questions.iter().find(undetermined).is_none() {
        return Some(vec![later]);
    }
    let known = |growth: &Growth| match &growth.only_while {
        Some(Predicate::Yes(question)) => {
            question.position().is_some_and(|one| answers.get(&scheme.questions[one].id).is_some())
        }
        _ => true,
    };
    let lives = (0..1_u32 << 6).map(|ends| {
        let mut ends = ends;
        let mut next = move |most: i64| {
            let end = if ends & 1 == 0 { 0 } else { most };
            ends >>= 1;
            end
        };
        live(person, to, false, &mut next)
    });
    scheme.growths.iter().all(known).then(|| {
        let mut different: Vec<Answers> = Vec::new();
        for life in lives {
            if !different.contains(&life) {
                different.push(life);
            }
        }
        different
    })
}

/// Lives a life in which `choose` says how much of what may be is so, from nothing to all. Where two counts share the time,
/// `one_goes_on` says whether it is certain that one of them does.
fn live(
    whole: &Person,
    to: Date,
    one_goes_on: bool,
    mut choose: impl FnMut(i64) -> i64,
) -> Answers {
    let Person { scheme, on, answers } = whole;
    let mut later = project(scheme, answers, *on, to, &[]);
    for growth in &scheme.growths {
        let questions = growth.questions.iter().filter_map(|one| one.position());
        let questions = questions.map(|position| &scheme.questions[position]);
        let by_calendar = questions.clone().any(|question| question.calendar_months);
        let months = months_passed(whole, to, by_calendar);
        let mut left = months;
        let open: Vec<_> = questions
            .filter(|one| later.get(&one.id).is_none())
            .filter_map(|one| Some((one, answers.get(&one.id)?.clone())))
            .collect();
        for (index, (question, mut value)) in open.iter().cloned().enumerate() {
            // Of two that grow one takes all of the time; what is full already takes some too.
            let all = one_goes_on && open.len() == growth.questions.len();
            let last = growth.one_at_a_time && all && index + 1 == open.len();
            let (count, max) = match (&mut value, &question.kind) {
                (Value::Number(number), AnswerKind::Number { max, .. }) => (number, *max),
                (Value::MonthCounts(counts), AnswerKind::MonthCounts { max, .. }) => {
                    (counts.last_mut().expect("something began"), *max)
                }
                other => panic!("{other:?} does not grow"),
            };
            *count = match growth.of_last {
                Some(window) => {
                    let most = if goes_on(whole, growth) { months } else { 0 };
                    let gained = if is_asked(whole, question) { most } else { choose(most) };
                    slid(*count, i64::from(window), months, gained, &mut choose)
                }
                None => {
                    let share = if last { left } else { choose(left) };
                    left -= share;
                    *count + share
                }
            };
            *count = (*count).min(max);
            later.set(&question.id, Some(value));
        }
    }
    // What else is left open may not be asked, and then nobody has said whether it goes on.
    for question in &scheme.questions {
        let open = later.get(&question.id).is_none();
        let (true, Some(Value::Number(number)), AnswerKind::Number { unit, max, decimals, .. }) =
            (open, answers.get(&question.id), &question.kind)
        else {
            continue;
        };
        let months = months_passed(whole, to, question.calendar_months);
        let passed = if *unit == scheme::Unit::Months { months } else { months / 12 };
        let step = scale(*decimals);
        let grown = (number + choose(passed) * step).min(max * step);
        later.set(&question.id, Some(Value::Number(grown)));
    }
    later
}

/// Whether a question is asked for certain.
fn is_asked(person: &Person, question: &Question) -> bool {
    let open = person.with(question, None).assess().open;
    open.into_iter().any(|position| person.scheme.questions[position].id == question.id)
}

/// Slides a window: of the months counted now, which stand anywhere in it, at least so many are still in it as do not fit
/// into what left it, and at most as many as do fit into what stayed.
fn slid(
    start: i64,
    window: i64,
    months: i64,
    gained: i64,
    choose: &mut impl FnMut(i64) -> i64,
) -> i64 {
    let left = months.min(window);
    let (least, most) = ((start - left).max(0), start.min(window - left));
    least + choose((most - least).max(0)) + gained.min(window)
}

/// Whether the months of a count go on; nothing else that decides is open once all is answered.
fn goes_on(whole: &Person, growth: &Growth) -> bool {
    let Some(Predicate::Yes(question)) = &growth.only_while else { return true };
    let asked = question.position().map(|position| &whole.scheme.questions[position]);
    asked.is_some_and(|asked| whole.answers.get(&asked.id) == Some(&Value::Flag(true)))
}

/// The months that count up to a day: full ones, or those of the calendar that have begun, or, where a scheme counts up to a
/// round, twelve for each.
fn months_passed(person: &Person, to: Date, by_calendar: bool) -> i64 {
    let on = person.on;
    let Some(rounds) = rounds_passed(person, to) else {
        let begun = i64::from(to.year() - on.year()) * 12 + i64::from(to.month() - on.month());
        let full = on.until((Unit::Month, to)).expect("days in order").get_months();
        return if by_calendar { begun } else { i64::from(full) };
    };
    rounds * 12
}

/// The rounds that pass up to a day, from the one that was named or is presumed; `None` where a scheme counts up to none.
pub(crate) fn rounds_passed(person: &Person, to: Date) -> Option<i64> {
    let Person { scheme, on, answers } = person;
    let round = scheme.questions.iter().position(Question::is_round)?;
    let year = |answers: &Answers, day: Date| match answers.get(&scheme.questions[round].id) {
        Some(Value::Number(year)) => Some(*year),
        _ => {
            let presumed = assess(scheme, answers, day).presumed;
            presumed.iter().find(|(question, _)| *question == round).map(|(_, year)| *year)
        }
    };
    let later = year(&project(scheme, answers, *on, to, &[]), to);
    Some(later.zip(year(answers, *on)).map_or(0, |(later, now)| later - now))
}
