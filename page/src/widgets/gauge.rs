//! The one picture: solid for points that are sure, hatched for what is still open, one mark for the line. Drawn with
//! SVG's own attributes, since the page's policy allows no inline style.

use jifen::points::{Points, PointsRange};

use crate::elements::markup::Markup;
use crate::elements::write_html;
use crate::text::messages::format;
use crate::text::phrases::{Phrases, figure};

/// What a total is drawn and written against.
pub(crate) struct Mark {
    pub(crate) name: String,
    pub(crate) points: Points,
}

/// Writes the gauge. `id` tells its parts from those of another gauge on the page; `total` is `None` before any answer.
pub(crate) fn gauge(
    markup: &mut Markup,
    id: &str,
    total: Option<PointsRange>,
    mark: &Mark,
    phrases: &Phrases<'_>,
) {
    let scale = Scale::new(total, mark);
    let sure = total.map_or(0, |total| scale.place(total.low));
    let open = total.map_or(0, |total| scale.place(total.high)) - sure;
    let (hatch, round) = ([id, "-hatch"].concat(), [id, "-round"].concat());
    let label = total.map(|total| {
        let parts = [figure(total.low), figure(total.high), figure(mark.points)];
        format(phrases.messages.gauge, &[&parts[0], &parts[1], &mark.name, &parts[2]])
    });
    let (left, width) = (percent(sure), percent(open));
    write_html!(markup,
        svg(
            class = "gauge", width = "100%", height = "40", focusable = "false",
            role = label.is_some().then_some("img"), aria-label = label.as_deref(),
            aria-hidden = label.is_none().then_some("true")
        ) {
            defs {
                pattern(
                    id = &hatch, width = "8", height = "8", patternUnits = "userSpaceOnUse",
                    patternTransform = "rotate(45)"
                ) {
                    { rect(markup, "gauge-stripe", ["0", "0", "4", "8"]); }
                }
                clipPath(id = &round) {
                    rect { { place(markup, ["0", "6", "100%", "12"]); markup.static_attr("rx", "6"); } }
                }
            }
            g(clip-path = ["url(#", &round, ")"].concat()) {
                { rect(markup, "gauge-track", ["0", "6", "100%", "12"]); }
                rect {
                    { place(markup, [&left, "6", &width, "12"]); }
                    { markup.attr("fill", &["url(#", &hatch, ")"].concat()); }
                }
                { rect(markup, "gauge-sure", ["0", "6", &left, "12"]); }
            }
            svg(x = percent(scale.place(mark.points)), overflow = "visible") {
                { rect(markup, "gauge-mark", ["-1", "0", "2", "24"]); }
                text(class = "gauge-label", y = "38", text-anchor = "middle") { (figure(mark.points)) }
            }
        }
    );
}

fn rect(markup: &mut Markup, class: &'static str, at: [&str; 4]) {
    markup.element("rect", class, |markup| place(markup, at));
}

fn place(markup: &mut Markup, at: [&str; 4]) {
    for (name, value) in ["x", "y", "width", "height"].into_iter().zip(at) {
        markup.attr(name, value);
    }
}

/// From points to a place on the gauge, in hundredths of a percent.
struct Scale {
    end: i64,
}

impl Scale {
    /// Room for one and a half lines, or for more where the points are more.
    fn new(total: Option<PointsRange>, mark: &Mark) -> Scale {
        let line = mark.points.hundredths();
        let most = total.map_or(0, |total| total.low.hundredths());
        Scale { end: (line + line / 2).max(most.saturating_add(most / 10)).max(1) }
    }

    fn place(&self, points: Points) -> i64 {
        let points = points.hundredths().clamp(0, self.end);
        points.saturating_mul(10_000) / self.end
    }
}

fn percent(place: i64) -> String {
    let rest = (place % 100).to_string();
    let zero = if rest.len() == 1 { "0" } else { "" };
    [&(place / 100).to_string(), ".", zero, &rest, "%"].concat()
}
