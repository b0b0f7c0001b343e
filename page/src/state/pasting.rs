//! What pasted records make of a history, for the person to confirm.

use jifen::answers::Period;
use jifen::records::{Coverage, Insurance, Kind, Per, Reading, Row, Subject, read_of};
use jifen::scheme::{AnswerKind, Choice, Month};
use jiff::civil::Date;

/// The kind of months that were paid late.
const ARREARS: &str = "arrears";

/// The kind of months that were paid in time, and whose base was raised later.
const TOPPED_UP: &str = "topped-up";

/// How many months a record may be behind and still go on without a word: the last one is often not booked yet.
const BEHIND: i64 = 1;

/// What was read, and what of it makes periods.
pub(crate) struct Pasted {
    pub(crate) reading: Reading,
    /// In the order of their months.
    pub(crate) periods: Vec<Period>,
    /// How many months they hold.
    pub(crate) months: usize,
    /// What of the records makes no month: not paid, paid back, or not told month by month.
    pub(crate) left_out: Vec<([Month; 2], Kind, Coverage)>,
    /// Months of which the record names an insurance as paid and not another that it names elsewhere.
    pub(crate) not_all: Vec<[Month; 2]>,
    /// Whether the last period is likely to go on.
    pub(crate) goes_on: bool,
    /// Whether there are more periods than the question takes.
    pub(crate) too_many: bool,
}

/// A month of a record: which it is, of which kind, on which base in yuan.
type Told = (Month, String, Option<i64>);

impl Pasted {
    /// Reads records as an answer to a question for a history in a city, by its Chinese name.
    pub(crate) fn of(text: &str, city: &str, kind: &AnswerKind, on: Date) -> Pasted {
        let reading = read_of(text, city);
        let (kinds, most, wants_base) = match kind {
            AnswerKind::Periods { kinds, most, base, .. } => (kinds.as_slice(), *most, *base),
            _ => (&[][..], 0, false),
        };
        let mut left_out = Vec::new();
        let mut told: Vec<Told> = Vec::new();
        let now = Month::of(on);
        let named = insurances(&reading.rows);
        let mut paid: Vec<(Month, Vec<Insurance>)> = Vec::new();
        let rows = reading.rows.iter().filter(|_| reading.subject == Subject::Insurance);
        let (top_ups, rows): (Vec<&Row>, Vec<&Row>) =
            rows.partition(|row| row.kind == Kind::TopUp && wants_base);
        for row in rows {
            let kind = kind_of(row, kinds).filter(|_| row.to <= now);
            let Some(kind) = kind else {
                left_out.push(([row.from, row.to], row.kind, row.coverage));
                continue;
            };
            let base = if wants_base { base(row) } else { None };
            let months = (0..i64::from(row.months())).map(|month| row.from.plus(month));
            // The base is that of the pension, where insurances are told apart.
            let base = base
                .filter(|_| row.insurance.is_none_or(|one| Some(one) == named.first().copied()));
            for month in months {
                tell(&mut told, (month, kind.clone(), base));
                note(&mut paid, month, row.insurance);
            }
        }
        // What raises a base may stand before or after the month itself.
        for row in top_ups {
            let of_base = row.insurance.is_none_or(|one| Some(one) == named.first().copied());
            if !of_base || !raise(&mut told, row, kinds) {
                left_out.push(([row.from, row.to], row.kind, row.coverage));
            }
        }
        // One answer stands for all of them, so a month has to be there in each.
        let lacks = |month: Month| {
            let of = paid.iter().find(|(known, _)| *known == month);
            let of = of.map_or(&[][..], |(_, of)| of);
            !of.is_empty() && named.iter().any(|insurance| !of.contains(insurance))
        };
        let (not_all, told): (Vec<Told>, Vec<Told>) =
            told.into_iter().partition(|(month, ..)| lacks(*month));
        let not_all =
            joined(not_all.into_iter().map(|(month, ..)| (month, String::new(), None)).collect());
        let not_all = not_all.iter().map(|one| [one.from, one.to.unwrap_or(one.from)]).collect();
        let months = told.len();
        let periods = joined(told);
        let last = periods.last().and_then(|period| period.to);
        Pasted {
            reading,
            months,
            left_out,
            not_all,
            goes_on: last.is_some_and(|last| last.plus(BEHIND) >= now),
            too_many: periods.len() > usize::from(most),
            periods,
        }
    }

    /// Returns the periods, the last of which may go on.
    pub(crate) fn used(&self, goes_on: bool) -> Vec<Period> {
        let mut periods = self.periods.clone();
        if let Some(last) = periods.last_mut().filter(|_| goes_on) {
            last.to = None;
        }
        periods
    }
}

/// Notes a month. Told twice, what is less counts: months paid late, and the lower base.
fn tell(told: &mut Vec<Told>, (month, kind, base): Told) {
    match told.binary_search_by_key(&month, |(month, ..)| *month) {
        Err(place) => told.insert(place, (month, kind, base)),
        Ok(place) => {
            let (_, known, lowest) = &mut told[place];
            if kind == ARREARS {
                *known = kind;
            }
            *lowest = match (*lowest, base) {
                (Some(one), Some(other)) => Some(one.min(other)),
                (one, other) => one.or(other),
            };
        }
    }
}

/// Raises the base of months that were paid in time to that of a top-up, and returns whether it was clear that this is meant:
/// each of its months is there with a lower base, so that it is no difference, and there is a kind for such.
fn raise(told: &mut [Told], row: &Row, kinds: &[Choice]) -> bool {
    let (Some(paid), Some(raised)) = (kinds.first(), base(row)) else { return false };
    let months = (0..i64::from(row.months())).map(|month| row.from.plus(month));
    let place = |month: Month| {
        let place = told.binary_search_by_key(&month, |(month, ..)| *month).ok()?;
        let (_, kind, lower) = &told[place];
        let in_time = *kind == paid.id || kind == TOPPED_UP;
        (in_time && lower.is_some_and(|lower| lower < raised)).then_some(place)
    };
    let Some(places) = months.map(place).collect::<Option<Vec<usize>>>() else { return false };
    let clear = row.coverage == Coverage::Each && kinds.iter().any(|kind| kind.id == TOPPED_UP);
    for place in places.into_iter().filter(|_| clear) {
        (told[place].1, told[place].2) = (TOPPED_UP.to_owned(), Some(raised));
    }
    clear
}

fn joined(told: Vec<Told>) -> Vec<Period> {
    let mut periods: Vec<Period> = Vec::new();
    for (month, kind, base) in told {
        let follows = periods.last_mut().filter(|last| {
            let next = last.to.map(|to| to.plus(1)) == Some(month);
            next && last.kind == kind && last.base == base
        });
        match follows {
            Some(last) => last.to = Some(month),
            None => periods.push(Period { from: month, to: Some(month), kind, base }),
        }
    }
    periods
}

/// Returns the insurances that records tell apart, the pension first.
fn insurances(rows: &[Row]) -> Vec<Insurance> {
    let mut named: Vec<Insurance> = Vec::new();
    for insurance in rows.iter().filter_map(|row| row.insurance) {
        if !named.contains(&insurance) {
            named.push(insurance);
        }
    }
    if let Some(place) = named.iter().position(|one| *one == Insurance::Pension) {
        named.swap(0, place);
    }
    named
}

/// Notes that an insurance was paid in a month; rows that name none stand for all.
fn note(paid: &mut Vec<(Month, Vec<Insurance>)>, month: Month, insurance: Option<Insurance>) {
    let place = paid.binary_search_by_key(&month, |(month, _)| *month);
    let place = place.unwrap_or_else(|place| {
        paid.insert(place, (month, Vec::new()));
        place
    });
    paid[place].1.extend(insurance);
}

/// Returns the kind of the months of a row; `None` where they are no months that were paid, each by itself.
fn kind_of(row: &Row, kinds: &[Choice]) -> Option<String> {
    let kind = match row.kind {
        Kind::Paid => kinds.first(),
        Kind::BackPaid => kinds.iter().find(|kind| kind.id == ARREARS),
        _ => None,
    };
    kind.filter(|_| row.coverage == Coverage::Each).map(|kind| kind.id.clone())
}

/// Returns the base of each month of a row, in whole yuan.
fn base(row: &Row) -> Option<i64> {
    let base = row.base?;
    let months = if base.per == Per::Year { i64::from(row.months()).max(1) } else { 1 };
    Some(base.fen / 100 / months)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jifen::records::UnreadReason;
    use jifen::scheme::Text;
    use jiff::civil::date;

    fn question() -> AnswerKind {
        let kind = |id: &str| Choice {
            id: id.to_owned(),
            name: Text { zh: id.to_owned(), en: id.to_owned() },
            lead: None,
        };
        let kinds = vec![kind("paid"), kind("topped-up"), kind("arrears")];
        AnswerKind::Periods { most: 4, kinds, base: true, records: true }
    }

    fn periods(text: &str) -> (Vec<String>, Pasted) {
        let pasted = Pasted::of(text, "上海", &question(), date(2026, 11, 24));
        (pasted.used(pasted.goes_on).iter().map(Period::written).collect(), pasted)
    }

    #[test]
    fn months_with_their_bases_become_periods() {
        let (periods, pasted) = periods(
            "年月 缴费基数 养老 医疗 失业\n202608 12500.0 1000.0 250.0 62.5\n202609 12600.0 1008.0 252.0 63.0\n202610 12600.0 1008.0 252.0 63.0\n",
        );
        assert_eq!(periods, ["2026-08/2026-08 paid 12500", "2026-09/.. paid 12600"]);
        assert_eq!(pasted.months, 3);
        assert!(pasted.goes_on && !pasted.too_many);
    }

    #[test]
    fn months_paid_late_and_months_not_paid_are_told_apart() {
        let (periods, pasted) = periods(
            "序号 年月 参保情况 补缴退账年月\n1 202112 已记账\n2 202201 已记账 202311\n3 202202 未缴费\n4 202203 已记账\n",
        );
        assert_eq!(
            periods,
            ["2021-12/2021-12 paid", "2022-01/2022-01 arrears", "2022-03/2022-03 paid"]
        );
        assert_eq!(pasted.left_out.len(), 1);
        assert!(!pasted.goes_on);
    }

    #[test]
    fn a_month_has_to_be_there_in_every_insurance_that_is_told() {
        let (periods, pasted) = periods(
            "险种 年月 缴费基数\n养老保险 202601 12000\n养老保险 202602 12000\n养老保险 202603 12000\n医疗保险 202602 11000\n医疗保险 202603 11000\n",
        );
        assert_eq!(periods, ["2026-02/2026-03 paid 12000"]);
        assert_eq!(pasted.not_all.len(), 1);
    }

    #[test]
    fn a_top_up_raises_the_base_of_months_that_were_paid() {
        let (periods, pasted) = periods(include_str!("../../../tests/records/top-ups.txt"));
        assert_eq!(periods, ["2024-07/2024-08 topped-up 12307", "2024-09/2024-09 paid 12307"]);
        // 500 is a difference, or something else: the month stays as it was, and the row is named.
        assert_eq!(pasted.left_out.len(), 1);
        let before = "年月 缴费基数 缴费类型\n202407 12307 补差\n202407 12000 正常应缴\n";
        assert_eq!(self::periods(before).0, ["2024-07/2024-07 topped-up 12307"]);
        // Months that are not there, or were paid late, are not made so by a top-up.
        let late =
            "年月 缴费基数 缴费类型\n202407 12000 补缴\n202407-202408 12307 缴费基数调整补收\n";
        let (periods, pasted) = self::periods(late);
        assert_eq!(periods, ["2024-07/2024-07 arrears 12000"]);
        assert_eq!(pasted.left_out.len(), 1);
    }

    #[test]
    fn a_row_of_a_whole_year_is_its_months() {
        let (periods, pasted) = periods(
            "年份 月数 年缴费基数\n2023年 12 108000.00\n2024年 12 114000.00\n2025年 11 110000.00\n",
        );
        assert_eq!(periods, ["2023-01/2023-12 paid 9000", "2024-01/2024-12 paid 9500"]);
        assert_eq!((pasted.months, pasted.left_out.len()), (24, 1));
    }

    #[test]
    fn months_of_another_place_are_told_and_not_used() {
        let (periods, pasted) = periods(
            "缴费年月 参保地 缴费基数 缴费状态\n202601 苏州市 12000 已缴\n202602 上海市 12000 已缴\n202603 苏州 12000 已缴\n202604 徐汇区 12000 已缴\n",
        );
        assert_eq!(
            periods,
            ["2026-02/2026-02 paid 12000", "2026-04/2026-04 paid 12000"],
            "a district may be of the city"
        );
        let unread = pasted.reading.unread.iter();
        let elsewhere = unread.filter(|one| one.reason == UnreadReason::Elsewhere);
        assert_eq!(elsewhere.map(|one| one.line).collect::<Vec<_>>(), [2, 4]);
    }

    #[test]
    fn a_page_of_something_else_makes_nothing() {
        let (periods, pasted) = periods("今天天气很好。\n欢迎光临");
        assert!(periods.is_empty());
        assert_eq!(pasted.reading.subject, Subject::Other);
    }
}
