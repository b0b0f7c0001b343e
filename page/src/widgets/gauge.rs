//! The one picture: solid for points that are sure, hatched for what is still open, one mark for the line. Drawn with
//! SVG's own attributes, since the page's policy allows no inline style.

use jifen::points::{Points, PointsRange};

use crate::elements::markup::Markup;
use crate::text::messages::format;
use crate::text::phrases::{Phrases, figure};
use crate::text::target::NamedTarget;

/// Draws the gauge. `id` tells its parts from those of another gauge on the page; `total` is `None` before any answer.
pub(crate) fn gauge(
    markup: &mut Markup,
    id: &str,
    total: Option<PointsRange>,
    target: &NamedTarget,
    phrases: &Phrases<'_>,
) {
    let scale = Scale::new(total, target);
    let sure = total.map_or(0, |total| scale.offset(total.low));
    let open = total.map_or(0, |total| scale.offset(total.high)) - sure;
    let (hatch, round) = ([id, "-hatch"].concat(), [id, "-round"].concat());
    markup.element("svg", "gauge", |markup| {
        markup.static_attr("width", "100%");
        markup.static_attr("height", "40");
        markup.static_attr("focusable", "false");
        match total {
            Some(total) => {
                let [low, high, points] = [total.low, total.high, target.points].map(figure);
                let parts = [low.as_str(), &high, &target.name, &points];
                markup.static_attr("role", "img");
                markup.attr("aria-label", &format(phrases.messages.gauge, &parts));
            }
            None => markup.static_attr("aria-hidden", "true"),
        }
        markup.element("defs", "", |markup| {
            markup.element("pattern", "", |markup| {
                markup.attr("id", &hatch);
                markup.static_attr("width", "8");
                markup.static_attr("height", "8");
                markup.static_attr("patternUnits", "userSpaceOnUse");
                markup.static_attr("patternTransform", "rotate(45)");
                rectangle(markup, "gauge-stripe", ["0", "0", "4", "8"]);
            });
            markup.element("clipPath", "", |markup| {
                markup.attr("id", &round);
                markup.element("rect", "", |markup| {
                    bounds(markup, ["0", "6", "100%", "12"]);
                    markup.static_attr("rx", "6");
                });
            });
        });
        let (left, width) = (percent(sure), percent(open));
        markup.element("g", "", |markup| {
            markup.attr("clip-path", &["url(#", &round, ")"].concat());
            rectangle(markup, "gauge-track", ["0", "6", "100%", "12"]);
            markup.element("rect", "", |markup| {
                bounds(markup, [&left, "6", &width, "12"]);
                markup.attr("fill", &["url(#", &hatch, ")"].concat());
            });
            rectangle(markup, "gauge-sure", ["0", "6", &left, "12"]);
        });
        markup.element("svg", "", |markup| {
            markup.attr("x", &percent(scale.offset(target.points)));
            markup.static_attr("overflow", "visible");
            rectangle(markup, "gauge-mark", ["-1", "0", "2", "24"]);
            markup.element("text", "gauge-label", |markup| {
                markup.static_attr("y", "38");
                markup.static_attr("text-anchor", "middle");
                markup.text(&figure(target.points));
            });
        });
    });
}

fn rectangle(markup: &mut Markup, class: &'static str, at: [&str; 4]) {
    markup.element("rect", class, |markup| bounds(markup, at));
}

fn bounds(markup: &mut Markup, at: [&str; 4]) {
    for (name, value) in ["x", "y", "width", "height"].into_iter().zip(at) {
        markup.attr(name, value);
    }
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
