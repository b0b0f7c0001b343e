//! The forecast as a picture: points over ten years, the line, past cut-offs, the end of the edition. Drawn with
//! SVG's own attributes, since the page's policy allows no inline style.

use jifen::points::Points;
use jiff::civil::Date;

use crate::elements::markup::Markup;
use crate::text::phrases::{Phrases, figure};
use crate::views::outlook::Outlook;
use crate::views::outlook::ahead::{days_after, held};

/// The height of the plot, in pixels, and where it begins.
const HEIGHT: i64 = 168;
const TOP: i64 = 20;

/// Ten years in days, with a little room.
const DAYS: i64 = 3_653;

pub(super) fn chart(markup: &mut Markup, outlook: &Outlook, sentence: &str, phrases: &Phrases<'_>) {
    let line = held(outlook, phrases);
    let steps = steps(outlook);
    let lows = steps.iter().map(|step| step.low);
    let scale = Scale::new(lows.chain(line.as_ref().map(|line| line.points)));
    markup.element("svg", "chart", |markup| {
        markup.static_attr("width", "100%");
        markup.static_attr("height", "216");
        markup.static_attr("role", "img");
        markup.attr("aria-label", sentence);
        markup.element("svg", "", |markup| {
            markup.attr("y", &TOP.to_string());
            markup.static_attr("width", "100%");
            markup.attr("height", &HEIGHT.to_string());
            markup.attr("viewBox", &["0 0 ", &DAYS.to_string(), " 1000"].concat());
            markup.static_attr("preserveAspectRatio", "none");
            for cutoff in phrases.scheme.line.cutoffs() {
                across(markup, "chart-cutoff", scale.place(cutoff.points));
            }
            polygon(markup, &steps, &scale);
            if let Some(line) = &line {
                across(markup, "chart-line", scale.place(line.points));
            }
            outline(markup, &steps, &scale);
            if let Some(to) =
                phrases.scheme.edition.to.filter(|to| *to > outlook.assessed.assessment.on)
            {
                let at = days_after(outlook, to).to_string();
                stroke(markup, "chart-end", [&at, "0", &at, "1000"]);
            }
        });
        years(markup, outlook);
        if let Some(line) = &line {
            let label = [&line.name, " ", &figure(line.points)].concat();
            // Where the points begin above the line, its name stands below.
            let below = steps.first().is_some_and(|step| step.low >= line.points);
            let height = if below { scale.below(line.points) } else { scale.above(line.points) };
            word(markup, "chart-label", ["0", &height], "start", &label);
        }
        if let Some(last) = steps.last() {
            let label = figure(last.low);
            word(markup, "chart-label", ["100%", &scale.above(last.low)], "end", &label);
        }
    });
}

/// The points from a day on.
struct Step {
    day: i64,
    low: Points,
    high: Points,
}

fn steps(outlook: &Outlook) -> Vec<Step> {
    let first = outlook.forecast.months.first();
    let events = outlook.forecast.events.iter().map(|event| &event.after);
    let step = |month: &jifen::outlook::Month| {
        // A ranking by part of the points is held against that part.
        let points = month.ranked.unwrap_or(month.total);
        Step { day: days_after(outlook, month.day), low: points.low, high: points.high }
    };
    first.into_iter().chain(events).map(step).collect()
}

/// Sure points as a line of steps.
fn outline(markup: &mut Markup, steps: &[Step], scale: &Scale) {
    let mut points = String::new();
    for (place, step) in steps.iter().enumerate() {
        let until = steps.get(place + 1).map_or(DAYS, |next| next.day);
        let height = scale.place(step.low);
        push(&mut points, step.day, height);
        push(&mut points, until, height);
    }
    markup.element("polyline", "chart-sure", |markup| {
        markup.attr("points", &points);
        markup.static_attr("vector-effect", "non-scaling-stroke");
    });
}

/// What is still open, between the surely lowest and the surely highest.
fn polygon(markup: &mut Markup, steps: &[Step], scale: &Scale) {
    if steps.iter().all(|step| step.low == step.high) {
        return;
    }
    let mut points = String::new();
    let until = |place: usize| steps.get(place + 1).map_or(DAYS, |next| next.day);
    for (place, step) in steps.iter().enumerate() {
        push(&mut points, step.day, scale.place(step.low));
        push(&mut points, until(place), scale.place(step.low));
    }
    for (place, step) in steps.iter().enumerate().rev() {
        push(&mut points, until(place), scale.place(step.high));
        push(&mut points, step.day, scale.place(step.high));
    }
    markup.element("polygon", "chart-open", |markup| markup.attr("points", &points));
}

fn push(points: &mut String, across: i64, down: i64) {
    points.push_str(&across.to_string());
    points.push(',');
    points.push_str(&down.to_string());
    points.push(' ');
}

fn across(markup: &mut Markup, class: &'static str, height: i64) {
    let height = height.to_string();
    stroke(markup, class, ["0", &height, &DAYS.to_string(), &height]);
}

fn stroke(markup: &mut Markup, class: &'static str, ends: [&str; 4]) {
    markup.element("line", class, |markup| {
        for (name, value) in ["x1", "y1", "x2", "y2"].into_iter().zip(ends) {
            markup.attr(name, value);
        }
        markup.static_attr("vector-effect", "non-scaling-stroke");
    });
}

/// Every second year where it begins.
fn years(markup: &mut Markup, outlook: &Outlook) {
    let begin = outlook.assessed.assessment.on.year();
    for year in (begin + 1..begin + 11).step_by(2) {
        let Ok(first) = Date::new(year, 1, 1) else { continue };
        let place = days_after(outlook, first) * 100 / DAYS;
        if (4..=96).contains(&place) {
            let place = [place.to_string().as_str(), "%"].concat();
            let down = (TOP + HEIGHT + 18).to_string();
            word(markup, "chart-year", [&place, &down], "middle", &year.to_string());
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
    markup.element("text", class, |markup| {
        markup.attr("x", at[0]);
        markup.attr("y", at[1]);
        markup.static_attr("text-anchor", anchor);
        markup.text(words);
    });
}

/// From points to a place from the top, in thousandths of the plot.
struct Scale {
    least: i64,
    most: i64,
}

impl Scale {
    /// Room for all of these, and a quarter around them, at least ten points.
    fn new(points: impl Iterator<Item = Points>) -> Scale {
        let (mut least, mut most) = (i64::MAX, i64::MIN);
        for one in points {
            least = least.min(one.hundredths());
            most = most.max(one.hundredths());
        }
        let room = (most.saturating_sub(least) / 4).max(1_000);
        Scale { least: least.saturating_sub(room), most: most.saturating_add(room) }
    }

    fn place(&self, points: Points) -> i64 {
        let span = (self.most - self.least).max(1);
        let place = (self.most - points.hundredths()).saturating_mul(1_000) / span;
        place.clamp(-1_000, 2_000)
    }

    /// Where words above a line of this height stand, in pixels.
    fn above(&self, points: Points) -> String {
        (TOP + self.place(points) * HEIGHT / 1_000 - 6).to_string()
    }

    /// Where words below such a line stand.
    fn below(&self, points: Points) -> String {
        (TOP + self.place(points) * HEIGHT / 1_000 + 17).to_string()
    }
}
