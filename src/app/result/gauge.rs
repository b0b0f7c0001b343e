//! The one picture: solid for points that are sure, hatched for what is still open, one mark for the line. Drawn with
//! SVG's own attributes, since the page's policy allows no inline style.

use jifen::points::{Points, Range};
use yew::prelude::*;

use super::Mark;
use crate::app::say::{Say, figure};
use crate::app::words::fill;

/// The gauge. `id` tells its parts from those of another gauge on the page; `total` is `None` before any answer.
pub(super) fn gauge(
    id: &'static str,
    total: Option<Range>,
    mark: Option<&Mark>,
    say: &Say<'_>,
) -> Html {
    let scale = Scale::new(total, mark);
    let sure = total.map_or(0, |total| scale.place(total.low));
    let open = total.map_or(0, |total| scale.place(total.high)) - sure;
    let label = total.zip(mark).map(|(total, mark)| {
        let parts = [figure(total.low), figure(total.high), figure(mark.points)];
        fill(say.words.gauge, &[&parts[0], &parts[1], &mark.name, &parts[2]])
    });
    let hatch = format!("{id}-hatch");
    let round = format!("{id}-round");
    html! {
        <svg class="gauge" width="100%" height="40" role={if label.is_some() { "img" } else { "presentation" }}
            aria-label={label} aria-hidden={total.is_none().then_some("true")} focusable="false">
            <defs>
                <pattern id={hatch.clone()} width="8" height="8" patternUnits="userSpaceOnUse"
                    patternTransform="rotate(45)">
                    <rect class="gauge-stripe" width="4" height="8" />
                </pattern>
                <clipPath id={round.clone()}>
                    <rect x="0" y="6" width="100%" height="12" rx="6" />
                </clipPath>
            </defs>
            <g clip-path={format!("url(#{round})")}>
                <rect class="gauge-track" x="0" y="6" width="100%" height="12" />
                <rect class="gauge-open" x={percent(sure)} y="6" width={percent(open)} height="12" />
                <rect x={percent(sure)} y="6" width={percent(open)} height="12" fill={format!("url(#{hatch})")} />
                <rect class="gauge-sure" x="0" y="6" width={percent(sure)} height="12" />
            </g>
            if let Some(mark) = mark {
                <svg x={percent(scale.place(mark.points))} overflow="visible">
                    <rect class="gauge-mark" x="-1" y="0" width="2" height="24" />
                    <text class="gauge-label" x="0" y="38" text-anchor="middle">{ figure(mark.points) }</text>
                </svg>
            }
        </svg>
    }
}

/// From points to a place on the gauge, in hundredths of a percent.
struct Scale {
    end: i64,
}

impl Scale {
    /// Room for one and a half lines, or for more where the points are more.
    fn new(total: Option<Range>, mark: Option<&Mark>) -> Scale {
        let most = |range: Range| {
            range.low.hundredths().max(range.certain().map_or(0, Points::hundredths))
        };
        let line = mark.map_or(0, |mark| mark.points.hundredths());
        let most = total.map_or(0, most);
        Scale { end: (line + line / 2).max(most.saturating_add(most / 10)).max(1) }
    }

    fn place(&self, points: Points) -> i64 {
        let points = i128::from(points.hundredths().clamp(0, self.end));
        (points * 10_000 / i128::from(self.end)) as i64
    }
}

fn percent(place: i64) -> String {
    format!("{}.{:02}%", place / 100, place % 100)
}
