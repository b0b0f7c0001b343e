//! Tables of chance are written in each way that is known, and read back to the same months; and whatever else is pasted,
//! nothing breaks.

use jifen::records::{Coverage, Kind, Row, Subject, periods, read};
use jifen::scheme::Month;
use proptest::prelude::*;

use crate::people::chance;

/// A stretch of months with one base, as a person might have it.
#[derive(Clone, Debug)]
struct Stretch {
    from: Month,
    months: u32,
    yuan: i64,
    late: bool,
}

/// Stretches that follow each other, with or without gaps.
fn stretches() -> impl Strategy<Value = Vec<Stretch>> {
    let one = (0_i64..9, 1_u32..40, 1_000_i64..60_000, any::<bool>());
    (2000_u32..2020, 1_u32..13, proptest::collection::vec(one, 1..8)).prop_map(
        |(year, number, parts)| {
            let mut from = Month::new(year, number).expect("a month");
            let stretch = |(gap, months, yuan, late): (i64, u32, i64, bool)| {
                from = from.plus(gap);
                let stretch = Stretch { from, months, yuan, late };
                from = from.plus(i64::from(months));
                stretch
            };
            parts.into_iter().map(stretch).collect()
        },
    )
}

impl Stretch {
    fn each(&self) -> impl Iterator<Item = Month> {
        (0..i64::from(self.months)).map(|later| self.from.plus(later))
    }

    fn last(&self) -> Month {
        self.from.plus(i64::from(self.months) - 1)
    }

    fn word(&self) -> &'static str {
        if self.late { "补缴" } else { "正常应缴" }
    }
}

fn written(month: Month, form: usize) -> String {
    let (year, number) = (month.year(), month.number());
    match form % 7 {
        0 => format!("{year}{number:02}"),
        1 => format!("{year}-{number:02}"),
        2 => format!("{year}/{number:02}"),
        3 => format!("{year}.{number:02}"),
        4 => format!("{year}年{number}月"),
        5 => format!("{year}年{number:02}月"),
        _ => format!("{year}{number:02}").replace('0', "O").replace('1', "l"),
    }
}

fn amount(yuan: i64, form: usize, separator: &str) -> String {
    let grouped = match yuan {
        ..1_000 => yuan.to_string(),
        _ => format!("{},{:03}", yuan / 1000, yuan % 1000),
    };
    match form % 4 {
        0 => format!("{yuan}"),
        1 => format!("{yuan}.00"),
        2 if separator != "," => format!("{grouped}.00"),
        2 => format!("\"{grouped}.00\""),
        _ => format!("{yuan}元"),
    }
}

/// Every month with what is told of it, in order.
type Months = Vec<(Month, i64, bool)>;

fn given(stretches: &[Stretch]) -> Months {
    let of =
        |one: &Stretch| one.each().map(|month| (month, one.yuan, one.late)).collect::<Vec<_>>();
    stretches.iter().flat_map(of).collect()
}

fn found(rows: &[Row]) -> Months {
    let mut found = Vec::new();
    for row in rows {
        assert_eq!(row.coverage, Coverage::Each, "{row:?}");
        let base = row.base.map_or(-100, |base| base.fen);
        let months = (0..i64::from(row.months())).map(|later| row.from.plus(later));
        found.extend(months.map(|month| (month, base / 100, row.kind == Kind::BackPaid)));
    }
    found.sort();
    found
}

const SEPARATORS: [&str; 4] = ["\t", " ", "   ", ","];

proptest! {
    #![proptest_config(chance(600))]

    #[test]
    fn a_table_of_months_reads_back(
        stretches in stretches(),
        forms in any::<(usize, usize)>(),
        order in Just(vec![0, 1, 2, 3]).prop_shuffle(),
        separator in 0..4_usize,
        headed in any::<bool>(),
        ending in 0..3_usize,
    ) {
        let separator = SEPARATORS[separator];
        let head = ["缴费年月", "缴费基数", "缴费类型", "单位名称"];
        let line = |cells: [String; 4]| order.iter().map(|at| cells[*at].clone()).collect::<Vec<_>>().join(separator);
        let mut lines = Vec::new();
        if headed {
            lines.push(line(head.map(str::to_owned)));
        }
        for one in &stretches {
            for month in one.each() {
                let base = amount(one.yuan, forms.1, separator);
                lines.push(line([written(month, forms.0), base, one.word().to_owned(), "某某公司".to_owned()]));
            }
        }
        let reading = read(&lines.join(["\n", "\r\n", "\n\n"][ending]));
        prop_assert_eq!(found(&reading.rows), given(&stretches));
        prop_assert_eq!(found(&periods(&reading.rows)), given(&stretches));
        prop_assert!(reading.unread.is_empty());
    }

    #[test]
    fn ranges_read_back(stretches in stretches(), forms in any::<(usize, usize)>(), dash in 0..5_usize, columns in any::<bool>(), separator in 0..4_usize) {
        let separator = SEPARATORS[separator];
        let mut text = match columns {
            true => ["开始年月", "终止年月", "月数", "缴费基数", "缴费性质"].join(separator),
            false => ["缴费起止年月", "月数", "缴费基数", "缴费性质"].join(separator),
        };
        for one in &stretches {
            let (from, to) = (written(one.from, forms.0), written(one.last(), forms.0));
            let range = match columns {
                true => [from, to].join(separator),
                false => [from, to].join(["-", "至", "~", "—", " - "][dash]),
            };
            let base = amount(one.yuan, forms.1, separator);
            let rest = [one.months.to_string(), base, one.word().to_owned()].join(separator);
            text = format!("{text}\n{range}{separator}{rest}");
        }
        let reading = read(&text);
        prop_assert_eq!(found(&reading.rows), given(&stretches), "{}", text);
    }

    #[test]
    fn groups_side_by_side_read_back(stretches in stretches(), groups in 1..4_usize, form in any::<usize>(), separator in 0..3_usize, headed in any::<bool>()) {
        let separator = SEPARATORS[separator];
        let months: Vec<(usize, (Month, bool))> = stretches
            .iter()
            .flat_map(|one| one.each().map(|month| (month, one.late)))
            .enumerate()
            .collect();
        let rows = months.len().div_ceil(groups);
        let head = ["序号", "年月", "参保情况", "补缴退账年月"].join(separator);
        let mut text = if headed { vec![head; groups].join(separator) } else { String::new() };
        for row in 0..rows {
            let cells = (0..groups).filter_map(|group| months.get(group * rows + row));
            let cells = cells.map(|(index, (month, late))| {
                let index = (index + 1).to_string();
                let paid = if *late { written(month.plus(3), form) } else { String::new() };
                [index, written(*month, form), "已记账".to_owned(), paid].join(separator)
            });
            text = format!("{text}\n{}", cells.collect::<Vec<_>>().join(separator));
        }
        let reading = read(&text);
        let told: Vec<(Month, bool)> = found(&reading.rows).into_iter().map(|(month, _, late)| (month, late)).collect();
        let given: Vec<(Month, bool)> = months.into_iter().map(|(_, month)| month).collect();
        prop_assert_eq!(told, given, "{}", text);
    }

    #[test]
    fn cards_and_lines_of_one_cell_read_back(
        stretches in stretches(),
        forms in any::<(usize, usize)>(),
        order in Just(vec![0, 1, 2, 3]).prop_shuffle(),
        layout in 0..4_usize,
    ) {
        let labels = ["缴费年月", "缴费基数", "缴费类型", "单位名称"];
        let mut text = String::new();
        if layout == 3 {
            order.iter().for_each(|at| text += &format!("{}\n", labels[*at]));
        }
        for one in &stretches {
            for month in one.each() {
                let base = amount(one.yuan, forms.1, " ");
                let values = [written(month, forms.0), base, one.word().to_owned(), "某某公司".to_owned()];
                for at in &order {
                    let (label, value) = (labels[*at], &values[*at]);
                    text += &match layout {
                        0 => format!("{label}：{value}\n"),
                        1 => format!("{label}: {value} "),
                        2 => format!("{label}\n{value}\n"),
                        _ => format!("{value}\n"),
                    };
                }
                text += if layout == 1 { "\n" } else { "" };
            }
        }
        let reading = read(&text);
        prop_assert_eq!(found(&reading.rows), given(&stretches), "{}", text);
    }

    #[test]
    fn any_text_is_read(text in r"(?s).{0,300}") {
        let reading = read(&text);
        periods(&reading.rows);
    }

    #[test]
    fn any_words_of_records_are_read(
        words in proptest::collection::vec(0..WORDS.len(), 0..120),
        gaps in proptest::collection::vec(0..6_usize, 120),
    ) {
        let gap = |at: usize| [" ", "  ", "\t", ",", "\n", "\n"][gaps[at]];
        let text: String = words.iter().enumerate().flat_map(|(at, word)| [WORDS[*word], gap(at)]).collect();
        let reading = read(&text);
        for row in reading.rows.iter().chain(&periods(&reading.rows)) {
            prop_assert!(row.from <= row.to && row.line >= 1);
            prop_assert!(row.base.is_none_or(|base| base.fen >= 10_000));
            prop_assert!(!matches!(row.coverage, Coverage::Some(months) if months >= row.months()));
        }
        prop_assert_eq!(reading.subject == Subject::Insurance, !reading.rows.is_empty());
    }
}

const WORDS: &[&str] = &[
    "年月",
    "序号",
    "缴费基数",
    "年缴费基数",
    "缴费类型",
    "补缴退账年月",
    "养老",
    "失业保险",
    "月数",
    "单位名称",
    "缴费起止时间",
    "开始年月",
    "终止年月",
    "202301",
    "2023-02",
    "2023年3月",
    "202313",
    "202301-202312",
    "2023.05至",
    "2023.01",
    "-",
    "——",
    "*",
    "12,434.00",
    "8000",
    "8000.50*",
    "12",
    "1",
    "正常",
    "补缴",
    "缴费基数调整补收",
    "欠缴",
    "某某公司",
    "合计",
    "累计缴费月数",
    "95",
    "个人所得税",
    "工资薪金",
    "2026.10.12",
    "310101199001011234",
    "元",
    "\"",
    "|",
    ";",
    "2O23Ol",
    "年",
    "月",
    "1900-00",
    "99999999999999999999",
    "-5.5",
    "险种",
];
