//! What is to come for a person, computed once and drawn by every part of the outlook.

use std::rc::Rc;

use jifen::outlook::{Advice, End, Forecast, advise, forecast, going_on, outcome};
use jiff::civil::Date;
use yew::Properties;

use crate::state::assessed::Assessed;
use crate::widgets::ui::Ui;

/// What the outlook is computed for.
#[derive(Clone, Properties)]
pub(crate) struct OutlookProps {
    pub(crate) assessed: Rc<Assessed>,
    /// The ids of questions whose facts will not go on.
    pub(crate) paused: Vec<String>,
    /// Whether the table behind the forecast's picture is unfolded.
    pub(crate) unfolded: bool,
    pub(crate) ui: Ui,
}

impl PartialEq for OutlookProps {
    fn eq(&self, other: &OutlookProps) -> bool {
        Rc::ptr_eq(&self.assessed, &other.assessed)
            && self.paused == other.paused
            && self.unfolded == other.unfolded
            && self.ui == other.ui
    }
}

/// What is to come for a person.
pub(crate) struct Outlook {
    pub(super) assessed: Rc<Assessed>,
    /// Positions of the questions whose facts could go on, and whether they are taken to.
    pub(super) going: Vec<(usize, bool)>,
    pub(super) forecast: Forecast,
    pub(crate) advice: Advice,
}

impl Outlook {
    /// Computes what is to come while the facts of the `paused` questions, by id, do not go on.
    pub(crate) fn of(assessed: Rc<Assessed>, paused: &[String]) -> Outlook {
        let (scheme, answers, on) = (&assessed.scheme, assessed.supposed(), assessed.assessment.on);
        let goes = |position: usize| !paused.contains(&scheme.questions[position].id);
        let going = going_on(scheme, answers, on).into_iter();
        let going: Vec<_> = going.map(|position| (position, goes(position))).collect();
        let stopped = going.iter().filter(|(_, goes)| !goes);
        let stopped: Vec<_> = stopped.map(|(position, _)| *position).collect();
        let mut forecast = forecast(scheme, answers, on, &stopped);
        // What is only supposed is drawn, and nothing is concluded from it.
        if assessed.undeducted.is_some() {
            forecast.outcome = outcome(scheme, &assessed.answers, on, &stopped);
        }
        let advice = advise(scheme, answers, on);
        Outlook { going, forecast, advice, assessed }
    }

    /// Returns what the forecast concludes.
    #[cfg(test)]
    pub(crate) fn outcome(&self) -> &jifen::outlook::Outcome {
        &self.forecast.outcome
    }

    /// Returns whether the rules, or the round, end before the forecast does.
    pub(super) fn ends_early(&self) -> bool {
        self.forecast.until.1 != End::Years
    }

    /// Returns how many days a date lies after the first of the forecast; 0 for one before it.
    pub(super) fn days_after(&self, date: Date) -> i64 {
        days_between(self.assessed.assessment.on, date).max(0)
    }
}

/// Returns how many days lie between two dates; negative where the second comes first.
pub(crate) fn days_between(from: Date, to: Date) -> i64 {
    from.duration_until(to).as_hours() / 24
}
