//! The one picture: solid for points that are sure, hatched for what is still open, one mark for the line. Drawn with
//! SVG's own attributes, since the page's policy allows no inline style.

use jifen::points::{Points, Range};

use super::Mark;
use crate::app::say::{Say, figure};
use crate::app::sheet::Sheet;
use crate::app::words::fill;

/// The gauge. `id` tells its parts from those of another gauge on the page; `total` is `None` before any answer.
pub(crate) fn gauge(sheet: &mut Sheet, id: &str, total: Option<Range>, mark: &Mark, say: &Say<'_>) {
    let scale = Scale::new(total, mark);
    let sure = total.map_or(0, |total| scale.place(total.low));
    let open = total.map_or(0, |total| scale.place(total.high)) - sure;
    let (hatch, round) = ([id, "-hatch"].concat(), [id, "-round"].concat());
    sheet.tag("svg", "gauge", |sheet| {
        sheet.fixed("width", "100%");
        sheet.fixed("height", "40");
        sheet.fixed("focusable", "false");
        match total {
            Some(total) => {
                let parts = [figure(total.low), figure(total.high), figure(mark.points)];
                let parts = [&parts[0], &parts[1], mark.name.as_str(), &parts[2]];
                sheet.fixed("role", "img");
                sheet.set("aria-label", &fill(say.words.gauge, &parts));
            }
            None => sheet.fixed("aria-hidden", "true"),
        }
        sheet.tag("defs", "", |sheet| {
            sheet.tag("pattern", "", |sheet| {
                sheet.set("id", &hatch);
                sheet.fixed("width", "8");
                sheet.fixed("height", "8");
                sheet.fixed("patternUnits", "userSpaceOnUse");
                sheet.fixed("patternTransform", "rotate(45)");
                rect(sheet, "gauge-stripe", ["0", "0", "4", "8"]);
            });
            sheet.tag("clipPath", "", |sheet| {
                sheet.set("id", &round);
                sheet.tag("rect", "", |sheet| {
                    place(sheet, ["0", "6", "100%", "12"]);
                    sheet.fixed("rx", "6");
                });
            });
        });
        let (left, width) = (percent(sure), percent(open));
        sheet.tag("g", "", |sheet| {
            sheet.set("clip-path", &["url(#", &round, ")"].concat());
            rect(sheet, "gauge-track", ["0", "6", "100%", "12"]);
            sheet.tag("rect", "", |sheet| {
                place(sheet, [&left, "6", &width, "12"]);
                sheet.set("fill", &["url(#", &hatch, ")"].concat());
            });
            rect(sheet, "gauge-sure", ["0", "6", &left, "12"]);
        });
        sheet.tag("svg", "", |sheet| {
            sheet.set("x", &percent(scale.place(mark.points)));
            sheet.fixed("overflow", "visible");
            rect(sheet, "gauge-mark", ["-1", "0", "2", "24"]);
            sheet.tag("text", "gauge-label", |sheet| {
                sheet.fixed("y", "38");
                sheet.fixed("text-anchor", "middle");
                sheet.text(&figure(mark.points));
            });
        });
    });
}

fn rect(sheet: &mut Sheet, class: &'static str, at: [&str; 4]) {
    sheet.tag("rect", class, |sheet| place(sheet, at));
}

fn place(sheet: &mut Sheet, at: [&str; 4]) {
    for (name, value) in ["x", "y", "width", "height"].into_iter().zip(at) {
        sheet.set(name, value);
    }
}

/// From points to a place on the gauge, in hundredths of a percent.
struct Scale {
    end: i64,
}

impl Scale {
    /// Room for one and a half lines, or for more where the points are more.
    fn new(total: Option<Range>, mark: &Mark) -> Scale {
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
