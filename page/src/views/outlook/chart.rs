//! The forecast as a picture: points over ten years, the line, past cut-offs, the end of the edition. Drawn with
//! SVG's own attributes, since the page's policy allows no inline style.

use jifen::outlook::{End, LineMovement, Month};
use jifen::points::{Points, PointsRange};
use jiff::civil::Date;

use crate::elements::markup::Markup;
use crate::elements::write_html;
use crate::text::messages::format;
use crate::text::phrases::{Phrases, day, figure};
use crate::views::outlook::computed::Outlook;

/// The height of the plot, in pixels.
const HEIGHT: i64 = 168;
/// Where the plot begins, in pixels from the top.
const TOP: i64 = 20;

/// Ten years in days, with a little room.
const DAYS: i64 = 3_653;

/// Writes the picture, with its scale beside it and what its lines mean below it, so that no word lies on a line;
/// `sentence` is what it says to who does not see it.
pub(super) fn chart(markup: &mut Markup, outlook: &Outlook, sentence: &str, phrases: &Phrases<'_>) {
    let target = phrases.target();
    let levels = levels(outlook);
    let band = band(outlook, phrases);
    let lows = levels.iter().map(|level| level.low);
    let scale = Scale::new(lows.chain(target.as_ref().map(|target| target.points)));
    let until = outlook.days_after(outlook.forecast.until.0);
    write_html!(markup,
        div(class = "chart-row") {
            svg(class = "chart-scale", width = "44", height = "216", aria-hidden = "true") {
                for points in scale.marks() {
                    { word(markup, "chart-year", ["38", &scale.beside(points)], "end", &figure(points)); }
                }
            }
            svg(class = "chart", width = "100%", height = "216", role = "img", aria-label = sentence) {
                svg(
                    y = TOP.to_string(), width = "100%", height = HEIGHT.to_string(),
                    viewBox = ["0 0 ", &DAYS.to_string(), " 1000"].concat(), preserveAspectRatio = "none"
                ) {
                    for points in scale.marks() {
                        { across(markup, "chart-cutoff", scale.height(points)); }
                    }
                    { band_shape(markup, &band, &scale); }
                    { open_points(markup, &levels, &scale); }
                    if let Some(target) = &target {
                        { across(markup, "chart-line", scale.height(target.points)); }
                    }
                    { sure_points(markup, "chart-sure", &until_day(&levels, until), until, &scale); }
                    if outlook.ends_early() {
                        { sure_points(markup, "chart-beyond", &from_day(&levels, until), DAYS, &scale); }
                        { stroke(markup, "chart-end", [&until.to_string(), "0", &until.to_string(), "1000"]); }
                    }
                }
                { years(markup, outlook); }
            }
        }
        { legend(markup, outlook, &levels, !band.is_empty(), phrases); }
    );
}

/// Writes what the lines mean: where the points begin and end, the line, its movement, the end of what is known.
fn legend(
    markup: &mut Markup,
    outlook: &Outlook,
    levels: &[Level],
    band: bool,
    phrases: &Phrases<'_>,
) {
    let messages = phrases.messages;
    let ends = levels.first().zip(levels.last());
    let you = ends.map(|(first, last)| {
        let range = |level: &Level| phrases.range(PointsRange { low: level.low, high: level.high });
        format(messages.chart_you, &[&range(first), &range(last)])
    });
    let (until, end) = outlook.forecast.until;
    let end = match end {
        End::Years => None,
        End::Edition => Some(format(messages.chart_edition_end, &[&day(until, messages)])),
        End::Round if until <= outlook.assessed.assessment.on => {
            Some(messages.chart_round_over.to_owned())
        }
        End::Round => Some(format(messages.chart_round_end, &[&day(until, messages)])),
    };
    let entries = [
        ("chart-key-you", you),
        ("chart-key-line", phrases.target().map(|target| target.label())),
        ("chart-key-band", band.then(|| messages.chart_band.to_owned())),
        ("chart-key-end", end),
    ];
    write_html!(markup,
        ul(class = "chart-keys quiet") {
            for (class, words) in entries {
                if let Some(words) = words {
                    li(class = class) { (words) }
                }
            }
        }
    );
}

/// Returns where the line of a ranking may be on the first day of each year to come, had it gone on as in the past.
fn band(outlook: &Outlook, phrases: &Phrases<'_>) -> Vec<Level> {
    let Some(movement) = LineMovement::of(&phrases.scheme.line) else { return Vec::new() };
    let first = outlook.assessed.assessment.on.year();
    let year = |year: i16| {
        let day = Date::new(year, 1, 1).ok()?;
        let PointsRange { low, high } = movement.band(year);
        Some(Level { from: outlook.days_after(day), low, high })
    };
    (first..=first + 10).filter_map(year).collect()
}

fn band_shape(markup: &mut Markup, band: &[Level], scale: &Scale) {
    if band.is_empty() {
        return;
    }
    let mut points = String::new();
    for level in band {
        push(&mut points, level.from, scale.height(level.low));
    }
    for level in band.iter().rev() {
        push(&mut points, level.from, scale.height(level.high));
    }
    write_html!(markup, polygon(class = "chart-band", points = points););
}

/// Returns the levels up to a day.
fn until_day(levels: &[Level], day: i64) -> Vec<Level> {
    levels.iter().filter(|level| level.from <= day).copied().collect()
}

/// Returns the levels from a day on, the first of them that which holds on the day.
fn from_day(levels: &[Level], day: i64) -> Vec<Level> {
    let holds = levels.iter().rposition(|level| level.from <= day).unwrap_or(0);
    let levels = levels.get(holds..).unwrap_or_default().iter();
    levels.map(|level| Level { from: level.from.max(day), ..*level }).collect()
}

/// The points from a day on, until they change.
#[derive(Clone, Copy)]
struct Level {
    /// Days after the first of the forecast.
    from: i64,
    low: Points,
    high: Points,
}

fn levels(outlook: &Outlook) -> Vec<Level> {
    let stages = outlook.stages.iter().map(|stage| (stage.from, &stage.forecast));
    let all: Vec<_> =
        [(outlook.assessed.assessment.on, &outlook.forecast)].into_iter().chain(stages).collect();
    // Each edition's points up to the first day of the next.
    let known = all.iter().enumerate().flat_map(|(position, (_, forecast))| {
        let next = all.get(position + 1).map(|(from, _)| *from);
        let events = forecast.events.iter().map(|event| &event.after);
        let days = forecast.months.first().into_iter().chain(events);
        days.take_while(move |month| next.is_none_or(|next| month.day < next))
    });
    let level = |month: &Month| {
        // A ranking by part of the points is held against that part.
        let points = month.ranked.unwrap_or(month.total);
        Level { from: outlook.days_after(month.day), low: points.low, high: points.high }
    };
    known.map(level).collect()
}

/// Writes the points that are sure, as a line that rises and falls by steps up to a day.
fn sure_points(
    markup: &mut Markup,
    class: &'static str,
    levels: &[Level],
    last: i64,
    scale: &Scale,
) {
    let mut points = String::new();
    for (position, level) in levels.iter().enumerate() {
        let height = scale.height(level.low);
        let end = levels.get(position + 1).map_or(last, |next| next.from);
        push(&mut points, level.from, height);
        push(&mut points, end.max(level.from), height);
    }
    write_html!(markup,
        polyline(class = class, points = points, vector-effect = "non-scaling-stroke");
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

    /// Returns three round numbers of points to mark.
    fn marks(&self) -> Vec<Points> {
        let span = (self.most - self.least) / 3;
        let mut step = 100;
        while step * 10 <= span {
            step *= 10;
        }
        let step = [5, 2, 1].into_iter().map(|times| step * times).find(|step| *step <= span);
        let step = step.unwrap_or(100);
        let first = self.least.div_euclid(step) + 1;
        let marks = (first..).map(|count| count.saturating_mul(step));
        marks.take_while(|mark| *mark < self.most).map(Points::from_hundredths).collect()
    }

    /// Returns where words beside a line of this height stand, in pixels.
    fn beside(&self, points: Points) -> String {
        (TOP + self.height(points) * HEIGHT / 1_000 + 4).to_string()
    }
}
