//! What is to come for a person, computed once and drawn by every part of the outlook.

use std::rc::Rc;

use jifen::outlook::{
    Advice, End, Forecast, advise_in_slices, at_once, forecast_in_slices, going_on, stage_in_slices,
};
use jifen::scheme::Scheme;
use jiff::civil::Date;
use yew::Properties;

use crate::state::assessed::Assessed;
use crate::views::outlook::pace::pace;
use crate::widgets::ui::Ui;

/// What the outlook is computed of.
#[derive(Clone)]
pub(crate) struct OutlookOf {
    pub(crate) assessed: Rc<Assessed>,
    /// The ids of questions whose facts will not go on.
    pub(crate) paused: Vec<String>,
    /// The editions that follow the open one, as far as their rules are here.
    pub(crate) ahead: Vec<Rc<Scheme>>,
}

impl PartialEq for OutlookOf {
    fn eq(&self, other: &OutlookOf) -> bool {
        Rc::ptr_eq(&self.assessed, &other.assessed)
            && self.paused == other.paused
            && self.ahead.iter().map(Rc::as_ptr).eq(other.ahead.iter().map(Rc::as_ptr))
    }
}

/// What the outlook is handed.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct OutlookProps {
    pub(crate) of: OutlookOf,
    /// Whether the table behind the forecast's picture is unfolded.
    pub(crate) unfolded: bool,
    pub(crate) ui: Ui,
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
    /// Computes what is to come while the facts of the `paused` questions, by id, do not go on; by the rules of the editions
    /// that follow, where they are known.
    pub(crate) fn of(assessed: Rc<Assessed>, paused: &[String], ahead: &[Rc<Scheme>]) -> Outlook {
        at_once(Outlook::in_slices(assessed, paused, ahead, false))
    }

    /// Computes the same, in slices if the browser is to have its turn in between.
    pub(super) async fn in_slices(
        assessed: Rc<Assessed>,
        paused: &[String],
        ahead: &[Rc<Scheme>],
        slices: bool,
    ) -> Outlook {
        let pause = &mut pace(slices);
        let (scheme, answers, on) = (&assessed.scheme, assessed.supposed(), assessed.assessment.on);
        let goes = |position: usize| !paused.contains(&scheme.questions[position].id);
        let going = going_on(scheme, answers, on).into_iter();
        let going: Vec<_> = going.map(|position| (position, goes(position))).collect();
        let stopped = going.iter().filter(|(_, goes)| !goes);
        let stopped: Vec<_> = stopped.map(|(position, _)| *position).collect();
        let mut forecast = forecast_in_slices(scheme, answers, on, &stopped, pause).await;
        // What is only supposed is drawn, and nothing is concluded from it.
        if assessed.undeducted.is_some() {
            let answered = &assessed.answers;
            forecast.outcome =
                forecast_in_slices(scheme, answered, on, &stopped, pause).await.outcome;
        }
        let advice = advise_in_slices(scheme, answers, on, pause).await;
        let mut stages = Vec::new();
        for next in ahead {
            let answered = &assessed.answers;
            let stage = stage_in_slices(next, scheme, answered, on, &stopped, pause).await;
            stages.extend(stage.map(|stage| LaterStage {
                scheme: next.clone(),
                from: stage.from,
                forecast: stage.forecast,
            }));
        }
        Outlook { going, forecast, stages, advice, assessed }
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
