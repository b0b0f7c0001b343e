//! The coming days of a procedure, as far as they are known.

use jifen::answers::Value;
use jifen::outlook::next_days;
use jifen::scheme::{Guide, Holidays, Question, Round, Window};
use jiff::civil::Date;

use crate::state::assessed::Assessed;

/// Returns the stages that have coming days, with the first and the last of these.
pub(crate) fn next_rounds<'a>(
    guide: &'a Guide,
    assessed: &'a Assessed,
    holidays: &'a Holidays,
) -> impl Iterator<Item = (&'a Round, (Date, Date))> {
    guide.rounds.iter().filter_map(move |round| {
        let windows = round.windows.iter().filter_map(|window| of_round(window, assessed));
        let mut days =
            windows.filter_map(|window| next_days(&window, assessed.assessment.on, holidays));
        Some((round, days.next()?))
    })
}

/// Returns a window as far as it is known. Where the person's round stays what it is, days of every year are those of that
/// year, and none are concluded of a year that is open or begins after the rules have ended.
fn of_round(window: &Window, assessed: &Assessed) -> Option<Window> {
    let scheme = &assessed.scheme;
    let staying = scheme.questions.iter().position(Question::is_staying_round);
    let Some(round) = staying.filter(|_| window.year.is_none()) else {
        return Some(window.clone());
    };
    let year = match assessed.answer(round) {
        Some(Value::Number(year)) => Some(*year),
        _ => assessed.presumed(round),
    };
    let year = i16::try_from(year?).ok()?;
    let ended = scheme.edition.to.is_some_and(|to| to.year() < year);
    (!ended).then(|| Window { year: Some(year), ..window.clone() })
}
