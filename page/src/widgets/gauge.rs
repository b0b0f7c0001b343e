//! The one picture: solid for points that are sure, hatched for what is still open, one mark for the line. Drawn with
//! SVG's own attributes, since the page's policy allows no inline style.

use jifen::assess::Verdict;
use jifen::points::{Points, PointsRange};
use jifen::scheme::Validity;

use crate::elements::markup::Markup;
use crate::elements::write_html;
use crate::state::assessed::Assessed;
use crate::text::messages::format;
use crate::text::phrases::{Phrases, figure};
use crate::text::target::NamedTarget;

/// How much a filled gauge says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum GaugeTone {
    /// Points on the way to a line that decides.
    Deciding,
    /// Points beside the line of a past round, which decides nothing.
    Past,
    /// Points that help nobody: a condition fails, or the rules cannot be relied on.
    Idle,
}

impl GaugeTone {
    /// Returns what the points of an assessment say beside the line.
    pub(crate) fn of(assessed: &Assessed) -> GaugeTone {
        let assessment = &assessed.assessment;
        let unreliable = assessment.validity != Validity::InForce;
        if unreliable || assessment.verdict == Verdict::Ineligible {
            GaugeTone::Idle
        } else if assessed.scheme.line.ranking.is_some() {
            GaugeTone::Past
        } else {
            GaugeTone::Deciding
        }
    }

    fn class(self) -> &'static str {
        match self {
            GaugeTone::Deciding => "gauge",
            GaugeTone::Past => "gauge past",
            GaugeTone::Idle => "gauge idle",
        }
    }
}

/// Writes the gauge. `id` tells its parts from those of another gauge on the page; `total` is `None` before any answer.
pub(crate) fn gauge(
    markup: &mut Markup,
    id: &str,
    total: Option<PointsRange>,
    target: &NamedTarget,
    tone: GaugeTone,
    phrases: &Phrases<'_>,
) {
    let scale = Scale::new(total, target);
    let sure = total.map_or(0, |total| scale.offset(total.low));
    let open = total.map_or(0, |total| scale.offset(total.high)) - sure;
    let (hatch, round) = ([id, "-hatch"].concat(), [id, "-round"].concat());
    let label = total.map(|total| {
        let [low, high, points] = [total.low, total.high, target.points].map(figure);
        if total.high.is_unbounded() {
            return format(phrases.messages.gauge_unbounded, &[&low, &target.name, &points]);
        }
        format(phrases.messages.gauge, &[&low, &high, &target.name, &points])
    });
    let (left, width) = (percent(sure), percent(open));
    write_html!(markup,
        svg(
            class = tone.class(), width = "100%", height = "40", focusable = "false",
            role = label.is_some().then_some("img"), aria-label = label.as_deref(),
            aria-hidden = label.is_none().then_some("true")
        ) {
            defs {
                pattern(
                    id = &hatch, width = "8", height = "8", patternUnits = "userSpaceOnUse",
                    patternTransform = "rotate(45)"
                ) {
                    { rectangle(markup, "gauge-stripe", ["0", "0", "4", "8"]); }
                }
                clipPath(id = &round) {
                    rect(x = "0", y = "6", width = "100%", height = "12", rx = "6");
                }
            }
            g(clip-path = ["url(#", &round, ")"].concat()) {
                { rectangle(markup, "gauge-track", ["0", "6", "100%", "12"]); }
                rect(
                    x = &left, y = "6", width = &width, height = "12", fill = ["url(#", &hatch, ")"].concat()
                );
                { rectangle(markup, "gauge-sure", ["0", "6", &left, "12"]); }
            }
            svg(x = percent(scale.offset(target.points)), overflow = "visible") {
                { rectangle(markup, "gauge-mark", ["-1", "0", "2", "24"]); }
                text(class = "gauge-label", y = "38", text-anchor = "middle") { (figure(target.points)) }
            }
        }
    );
}

fn rectangle(markup: &mut Markup, class: &'static str, [x, y, width, height]: [&str; 4]) {
    write_html!(markup, rect(class = class, x = x, y = y, width = width, height = height););
}

/// From points to an offset from the left of the gauge, in hundredths of a percent.
struct Scale {
    end: i64,
}

impl Scale {
    /// Makes room for one and a half lines, or for more where the points are more.
    fn new(total: Option<PointsRange>, target: &NamedTarget) -> Scale {
        let line = target.points.hundredths();
        let most = total.map_or(0, |total| total.low.hundredths());
        Scale { end: (line + line / 2).max(most.saturating_add(most / 10)).max(1) }
    }

    fn offset(&self, points: Points) -> i64 {
        let points = points.hundredths().clamp(0, self.end);
        points.saturating_mul(10_000) / self.end
    }
}

/// Returns hundredths of a percent as a percentage with two decimals.
fn percent(hundredths: i64) -> String {
    let rest = (hundredths % 100).to_string();
    let zero = if rest.len() == 1 { "0" } else { "" };
    [&(hundredths / 100).to_string(), ".", zero, &rest, "%"].concat()
}
