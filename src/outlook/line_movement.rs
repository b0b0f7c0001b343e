//! How the line of a ranking has moved: a band for what it may be, never a date.

use crate::points::{Points, PointsRange};
use crate::scheme::Line;

/// How much a yearly line has risen or fallen from one round to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineMovement {
    /// The first year looked at.
    pub since: i16,
    /// The latest year.
    pub latest: i16,
    /// The line of the latest year.
    pub points: Points,
    /// The least and the most it moved in a year.
    pub yearly: PointsRange,
}

impl LineMovement {
    /// Looks at the latest years in a row whose lines can be compared; `None` where there are fewer than three, since
    /// a single step shows no range.
    pub fn of(line: &Line) -> Option<LineMovement> {
        let mut rounds = (line.comparable().rev())
            .map_while(|(_, cutoff)| Some((cutoff.round.parse::<i16>().ok()?, cutoff.points)));
        let (latest, points) = rounds.next()?;
        let mut movement: Option<LineMovement> = None;
        let (mut later, mut steps) = ((latest, points), 0);
        for (year, points_then) in rounds {
            if year != later.0 - 1 {
                break;
            }
            let step = PointsRange::exactly(later.1 - points_then);
            let yearly = movement.map_or(step, |movement| movement.yearly.or(step));
            movement = Some(LineMovement { since: year, latest, points, yearly });
            later = (year, points_then);
            steps += 1;
        }
        movement.filter(|_| steps >= 2)
    }

    /// Returns where the line of a year would be, had it gone on as in the years looked at.
    pub fn band(&self, year: i16) -> PointsRange {
        let years = i64::from(year.saturating_sub(self.latest).max(0));
        PointsRange {
            low: self.points + self.yearly.low.times(years),
            high: self.points + self.yearly.high.times(years),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(cutoffs: &str) -> Line {
        let written = format!(
            r#"{{"name": {{"zh": "线", "en": "line"}}, "ranking": {{"cutoffs": [{cutoffs}]}},
                "cite": {{"document": "d", "grade": "official"}}}}"#
        );
        serde_json::from_str(&written).expect("a line")
    }

    fn cutoff(round: &str, points: f64, other_rules: bool) -> String {
        format!(
            r#"{{"round": "{round}", "points": {points}, "other-rules": {other_rules},
                "cite": {{"document": "d", "grade": "official"}}}}"#
        )
    }

    #[test]
    fn the_band_widens_by_the_least_and_the_most_a_year() {
        let rounds = [
            cutoff("2019", 10.0, true),
            cutoff("2020", 90.0, false),
            cutoff("2021", 92.5, false),
            cutoff("2022", 97.0, false),
        ];
        let movement = LineMovement::of(&line(&rounds.join(","))).expect("three years");
        assert_eq!((movement.since, movement.latest), (2020, 2022));
        let hundredths = |low, high| PointsRange {
            low: Points::from_hundredths(low),
            high: Points::from_hundredths(high),
        };
        assert_eq!(movement.yearly, hundredths(250, 450));
        assert_eq!(movement.band(2022), hundredths(9_700, 9_700));
        assert_eq!(movement.band(2024), hundredths(10_200, 10_600));
    }

    #[test]
    fn fewer_years_in_a_row_show_no_movement() {
        let two = [cutoff("2021", 92.5, false), cutoff("2022", 97.0, false)];
        assert_eq!(LineMovement::of(&line(&two.join(","))), None);
        let gap = [cutoff("2019", 90.0, false), two[0].clone(), two[1].clone()];
        assert_eq!(LineMovement::of(&line(&gap.join(","))), None);
        assert_eq!(LineMovement::of(&line(&cutoff("第一期", 92.5, false))), None);
    }
}
