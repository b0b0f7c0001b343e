//! The forecast as a picture: points over ten years, the line, past cut-offs, the end of the edition. Drawn with
//! SVG's own attributes, since the page's policy allows no inline style.

use jifen::outlook::Month;
use jifen::points::Points;
use jiff::civil::Date;

use crate::elements::markup::Markup;
use crate::elements::write_html;
use crate::text::phrases::{Phrases, figure};
use crate::views::outlook::computed::Outlook;

/// The height of the plot, in pixels.
const HEIGHT: i64 = 168;
/// Where the plot begins, in pixels from the top.
const TOP: i64 = 20;

/// Ten years in days, with a little room.
const DAYS: i64 = 3_653;

/// Writes the picture; `sentence` is what it says to who does not see it.
pub(super) fn chart(markup: &mut Markup, outlook: &Outlook, sentence: &str, phrases: &Phrases<'_>) {
    let target = phrases.target();
    let levels = levels(outlook);
    let lows = levels.iter().map(|level| level.low);
    let scale = Scale::new(lows.chain(target.as_ref().map(|target| target.points)));
    let edition_end = phrases.scheme.edition.to.filter(|to| *to > outlook.assessed.assessment.on);
    write_html!(markup,
        svg(class = "chart", width = "100%", height = "216", role = "img", aria-label = sentence) {
            svg(
                y = TOP.to_string(), width = "100%", height = HEIGHT.to_string(),
                viewBox = ["0 0 ", &DAYS.to_string(), " 1000"].concat(), preserveAspectRatio = "none"
            ) {
                for cutoff in phrases.scheme.line.cutoffs() {
                    { across(markup, "chart-cutoff", scale.height(cutoff.points)); }
                }
                { open_points(markup, &levels, &scale); }
                if let Some(target) = &target {
                    { across(markup, "chart-line", scale.height(target.points)); }
                }
                { sure_points(markup, &levels, &scale); }
                if let Some(to) = edition_end {
                    let end = outlook.days_after(to).to_string();
                    { stroke(markup, "chart-end", [&end, "0", &end, "1000"]); }
                }
            }
            { years(markup, outlook); }
            if let Some(target) = &target {
                let points = target.points;
                // Where the points begin above the line, its name stands below.
                let below = levels.first().is_some_and(|level| level.low >= points);
                let height = if below { scale.below(points) } else { scale.above(points) };
                { word(markup, "chart-label", ["0", &height], "start", &target.label()); }
            }
            if let Some(last) = levels.last() {
                let label = figure(last.low);
                { word(markup, "chart-label", ["100%", &scale.above(last.low)], "end", &label); }
            }
        }
    );
}

/// The points from a day on, until they change.
struct Level {
    /// Days after the first of the forecast.
    from: i64,
    low: Points,
    high: Points,
}

fn levels(outlook: &Outlook) -> Vec<Level> {
    let first = outlook.forecast.months.first();
    let events = outlook.forecast.events.iter().map(|event| &event.after);
    let level = |month: &Month| {
        // A ranking by part of the points is held against that part.
        let points = month.ranked.unwrap_or(month.total);
        Level { from: outlook.days_after(month.day), low: points.low, high: points.high }
    };
    first.into_iter().chain(events).map(level).collect()
}

/// Writes the points that are sure, as a line that rises and falls by steps.
fn sure_points(markup: &mut Markup, levels: &[Level], scale: &Scale) {
    let mut points = String::new();
    for (position, level) in levels.iter().enumerate() {
        let height = scale.height(level.low);
        push(&mut points, level.from, height);
        push(&mut points, end(levels, position), height);
    }
    write_html!(markup,
        polyline(class = "chart-sure", points = points, vector-effect = "non-scaling-stroke");
    );
}

/// Writes what is still open, between the surely lowest and the surely highest.
fn open_points(markup: &mut Markup, levels: &[Level], scale: &Scale) {
    if levels.iter().all(|level| level.low == level.high) {
        return;
    }
    let mut points = String::new();
    for (position, level) in levels.iter().enumerate() {
        push(&mut points, level.from, scale.height(level.low));
        push(&mut points, end(levels, position), scale.height(level.low));
    }
    for (position, level) in levels.iter().enumerate().rev() {
        push(&mut points, end(levels, position), scale.height(level.high));
        push(&mut points, level.from, scale.height(level.high));
    }
    write_html!(markup, polygon(class = "chart-open", points = points););
}

/// Returns the day on which a level ends: that on which the next begins.
fn end(levels: &[Level], position: usize) -> i64 {
    levels.get(position + 1).map_or(DAYS, |next| next.from)
}

/// Adds a point of the plot.
fn push(points: &mut String, across: i64, down: i64) {
    points.push_str(&across.to_string());
    points.push(',');
    points.push_str(&down.to_string());
    points.push(' ');
}

/// Writes a line across the plot.
fn across(markup: &mut Markup, class: &'static str, height: i64) {
    let height = height.to_string();
    stroke(markup, class, ["0", &height, &DAYS.to_string(), &height]);
}

fn stroke(markup: &mut Markup, class: &'static str, ends: [&str; 4]) {
    let [x1, y1, x2, y2] = ends;
    write_html!(markup,
        line(class = class, x1 = x1, y1 = y1, x2 = x2, y2 = y2, vector-effect = "non-scaling-stroke");
    );
}

/// Writes every second year where it begins.
fn years(markup: &mut Markup, outlook: &Outlook) {
    let begin = outlook.assessed.assessment.on.year();
    for year in (begin + 1..begin + 11).step_by(2) {
        let Ok(first) = Date::new(year, 1, 1) else { continue };
        let percent = outlook.days_after(first) * 100 / DAYS;
        if (4..=96).contains(&percent) {
            let across = [percent.to_string().as_str(), "%"].concat();
            let down = (TOP + HEIGHT + 18).to_string();
            word(markup, "chart-year", [&across, &down], "middle", &year.to_string());
        }
    }
}

fn word(
    markup: &mut Markup,
    class: &'static str,
    at: [&str; 2],
    anchor: &'static str,
    words: &str,
) {
    write_html!(markup, text(class = class, x = at[0], y = at[1], text-anchor = anchor) { (words) });
}

/// From points to a height, counted from the top in thousandths of the plot.
struct Scale {
    least: i64,
    most: i64,
}

impl Scale {
    /// Makes room for all of these, and a quarter around them, at least ten points.
    fn new(points: impl Iterator<Item = Points>) -> Scale {
        let (mut least, mut most) = (i64::MAX, i64::MIN);
        for points in points {
            least = least.min(points.hundredths());
            most = most.max(points.hundredths());
        }
        let room = (most.saturating_sub(least) / 4).max(1_000);
        Scale { least: least.saturating_sub(room), most: most.saturating_add(room) }
    }

    fn height(&self, points: Points) -> i64 {
        let span = (self.most - self.least).max(1);
        let height = (self.most - points.hundredths()).saturating_mul(1_000) / span;
        height.clamp(-1_000, 2_000)
    }

    /// Returns where words above a line of this height stand, in pixels.
    fn above(&self, points: Points) -> String {
        (TOP + self.height(points) * HEIGHT / 1_000 - 6).to_string()
    }

    /// Returns where words below such a line stand, in pixels.
    fn below(&self, points: Points) -> String {
        (TOP + self.height(points) * HEIGHT / 1_000 + 17).to_string()
    }
}
