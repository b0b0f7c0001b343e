//! What is to come for a person, computed once and drawn by every part of the outlook.

use std::rc::Rc;

use jifen::outlook::{Advice, End, Forecast, advise, forecast, going_on, outcome, stage};
use jifen::scheme::Scheme;
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
    /// The editions that follow the open one, as far as their rules are here.
    pub(crate) ahead: Vec<Rc<Scheme>>,
    /// Whether the table behind the forecast's picture is unfolded.
    pub(crate) unfolded: bool,
    pub(crate) ui: Ui,
}

impl PartialEq for OutlookProps {
    fn eq(&self, other: &OutlookProps) -> bool {
        Rc::ptr_eq(&self.assessed, &other.assessed)
            && self.paused == other.paused
            && self.ahead.iter().map(Rc::as_ptr).eq(other.ahead.iter().map(Rc::as_ptr))
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
    /// What the editions bring that follow, one after the other.
    pub(crate) stages: Vec<LaterStage>,
    pub(crate) advice: Advice,
}

/// What an edition brings that follows the open one.
pub(crate) struct LaterStage {
    pub(super) scheme: Rc<Scheme>,
    /// The day on which the rules change.
    pub(super) from: Date,
    pub(crate) forecast: Forecast,
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
        Outlook { going, forecast, stages: Vec::new(), advice, assessed }
    }

    /// The same where the rules of the editions that follow are known: a forecast goes on by them.
    pub(crate) fn followed_by(mut self, ahead: &[Rc<Scheme>]) -> Outlook {
        let (first, answers) = (&self.assessed.scheme, &self.assessed.answers);
        let stopped = self.going.iter().filter(|(_, goes)| !goes);
        let stopped: Vec<_> = stopped.map(|(position, _)| *position).collect();
        let stages = ahead.iter().filter_map(|next| {
            let stage = stage(next, first, answers, self.assessed.assessment.on, &stopped)?;
            Some(LaterStage { scheme: next.clone(), from: stage.from, forecast: stage.forecast })
        });
        self.stages = stages.collect();
        self
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
