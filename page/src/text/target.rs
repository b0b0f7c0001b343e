//! What a total is held against, and how a total reads beside it.

use jifen::points::{Points, PointsRange};
use jifen::scheme::{Cutoff, Language, Target};

use crate::text::messages::{Messages, format};
use crate::text::phrases::{Phrases, figure};

/// What a total is held against, by name: a fixed line, or a cut-off of a ranking.
pub(crate) struct NamedTarget {
    pub(crate) name: String,
    pub(crate) points: Points,
}

impl NamedTarget {
    /// Returns its name and its points.
    pub(crate) fn label(&self) -> String {
        [&self.name, " ", &figure(self.points)].concat()
    }

    /// Returns the same within a sentence.
    pub(crate) fn within(&self, phrases: &Phrases<'_>) -> String {
        match phrases.language {
            Language::Zh => self.label(),
            Language::En => {
                let mut letters = self.name.chars();
                let first = letters.next().map(|first| first.to_lowercase().to_string());
                let name = [&first.unwrap_or_default(), letters.as_str()].concat();
                ["the ", &name, " (", &figure(self.points), ")"].concat()
            }
        }
    }
}

impl Phrases<'_> {
    /// Returns the fixed line of the scheme or else its latest cut-off; `None` where it has neither.
    pub(crate) fn target(&self) -> Option<NamedTarget> {
        let line = &self.scheme.line;
        Some(match line.target()? {
            Target::Threshold(points) => {
                NamedTarget { name: self.text(&line.name).into_owned(), points }
            }
            Target::Cutoff(cutoff) => self.cutoff(cutoff),
        })
    }

    /// Returns a past cut-off as what a total is held against.
    pub(crate) fn cutoff(&self, cutoff: &Cutoff) -> NamedTarget {
        let name = format(self.messages.cutoff, &[&cutoff.round]);
        NamedTarget { name, points: cutoff.points }
    }

    /// Returns what decides in the scheme: its line with its points, or how it goes without one.
    pub(crate) fn line(&self) -> String {
        let line = &self.scheme.line;
        let name = self.text(&line.name);
        match line.threshold {
            Some(points) => [&name, self.messages.colon, &self.points(points)].concat(),
            None => name.into_owned(),
        }
    }
}

/// Returns what stands beside the lower end of a total; `undeducted` where deductions are open and left out of it, so
/// that it is no least.
pub(crate) fn beside_low(
    total: PointsRange,
    target: Option<&NamedTarget>,
    undeducted: bool,
    messages: &Messages,
) -> String {
    let beside = if total.certain().is_some() {
        messages.points_unit.to_owned()
    } else if total.high.is_unbounded() || is_wide(total, target) {
        messages.or_more.to_owned()
    } else {
        format(messages.up_to, &[&figure(total.high)])
    };
    if undeducted { beside + messages.before_deductions } else { beside }
}

/// Returns whether a total is so open that its upper end says nothing.
pub(crate) fn is_wide(total: PointsRange, target: Option<&NamedTarget>) -> bool {
    let spread = total.high - total.low;
    target.is_some_and(|target| total.high > target.points.times(2) && spread > target.points)
}
