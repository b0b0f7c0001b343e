//! Records as people paste them: each layout that is known, in invented lines, and what damage makes of it.
//!
//! Beside each text of `tests/records/` stands what is read from it. With `JIFEN_WRITE_RECORDS=1` the readings of now are
//! written there, to be looked at.

mod chance;

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use jifen::records::{
    Coverage, Kind, MOST_BYTES, MOST_LINES, Per, Reading, Row, Subject, UnreadReason, periods,
    read, read_of,
};

fn texts() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/records");
    let entries =
        fs::read_dir(folder).expect("the records").map(|entry| entry.expect("one").path());
    let mut texts: Vec<PathBuf> =
        entries.filter(|path| path.extension().is_some_and(|end| end == "txt")).collect();
    texts.sort();
    texts
}

fn row(row: &Row) -> String {
    let mut told = match row.from == row.to {
        true => row.from.to_string(),
        false => format!("{} to {}", row.from, row.to),
    };
    if row.kind != Kind::Paid {
        write!(told, " {:?}", row.kind).expect("text");
    }
    if let Some(base) = row.base {
        let per = if base.per == Per::Year { " a year" } else { "" };
        write!(told, " {}.{:02}{per}", base.fen / 100, base.fen % 100).expect("text");
    }
    match row.coverage {
        Coverage::Each => {}
        Coverage::Some(months) => write!(told, " {months} of them").expect("text"),
        Coverage::Untold => told.push_str(" perhaps"),
    }
    if let Some(insurance) = row.insurance {
        write!(told, " {insurance:?}").expect("text");
    }
    if row.guessed {
        told.push_str(" guessed");
    }
    told
}

/// A reading as lines that a person can check.
fn told(reading: &Reading) -> String {
    let mut told = format!("{:?}\n", reading.subject);
    for one in &reading.rows {
        writeln!(told, "{}: {}", one.line, row(one)).expect("text");
    }
    for total in &reading.totals {
        let until = total.until.map(|until| format!(" until {until}")).unwrap_or_default();
        writeln!(told, "{}: {} in all{until}", total.line, total.months).expect("text");
    }
    for unread in &reading.unread {
        writeln!(told, "{}: {:?} in {}", unread.line, unread.reason, unread.shown).expect("text");
    }
    for line in &reading.employers {
        writeln!(told, "{line}: employers").expect("text");
    }
    let periods = periods(&reading.rows);
    if periods.len() < reading.rows.len() {
        periods.iter().for_each(|one| writeln!(told, "period {}", row(one)).expect("text"));
    }
    told
}

#[test]
fn every_layout_is_read_as_it_stands_beside_it() {
    let texts = texts();
    assert!(texts.len() > 30);
    for path in texts {
        let text = fs::read_to_string(&path).expect("a text");
        let beside = path.with_extension("read");
        let told = told(&read(&text));
        if std::env::var_os("JIFEN_WRITE_RECORDS").is_some() {
            fs::write(&beside, &told).expect("written");
        }
        let expected = fs::read_to_string(&beside).unwrap_or_default();
        assert_eq!(told, expected, "{}", path.display());
    }
}

#[test]
fn nobody_is_named_in_what_is_returned() {
    let planted = [
        "310101199001011234",
        "31010119900101123X",
        "13800138000",
        "张某甲",
        "某某科技",
        "12345678",
        "19900101",
    ];
    for path in texts() {
        let text = fs::read_to_string(&path).expect("a text");
        for line in text.lines() {
            for one in planted {
                for spoiled in [
                    format!("{line} {one}"),
                    format!("{one}\t{line}"),
                    line.replace("正常", one),
                    format!("缴费类型：{one} {line}"),
                    format!("缴费年月：202301\n缴费类型：{one}\n{line}"),
                ] {
                    let text = format!("年月 缴费基数 缴费类型\n{spoiled}\n202301 {one} {one}\n");
                    let reading = format!("{:?}", read(&text));
                    assert!(!reading.contains(one), "{one} of {text} is in {reading}");
                }
            }
        }
    }
}

#[test]
fn what_is_too_long_is_said() {
    let line = "202301 12434\n";
    assert_eq!(read(&line.repeat(MOST_LINES)).stopped, None);
    let longer = read(&line.repeat(MOST_LINES + 1));
    assert_eq!((longer.stopped, longer.rows.len()), (Some(MOST_LINES + 1), MOST_LINES));
    let wide = "某".repeat(500);
    let heavy = read(&format!("{line}{wide}\n").repeat(MOST_BYTES / 1500));
    assert!(heavy.stopped.is_some());
    let cells = "202301 ".repeat(5000);
    assert_eq!(read(&cells).unread[0].reason, UnreadReason::TooWide);
    assert_eq!(read(&"某".repeat(MOST_BYTES)).stopped, Some(1));
}

#[test]
fn a_place_counts_where_a_city_is_asked_about() {
    let rows = [
        ("苏州市", false),
        ("江苏省苏州市", false),
        ("苏州", false),
        ("上海市", true),
        ("上海市浦东新区", true),
        ("浦东新区", true),
        ("市本级", true),
        ("310115", true),
        ("", true),
    ];
    for (place, counts) in rows {
        let table = format!("缴费年月\t参保地\t缴费基数\t缴费状态\n202601\t{place}\t12000\t已缴\n");
        let card = format!("缴费年月：202601\n参保地：{place}\n缴费基数：12000\n缴费状态：已缴\n");
        for text in [table, card] {
            let reading = read_of(&text, "上海");
            assert_eq!(reading.rows.len(), usize::from(counts), "{text:?}: {reading:?}");
            let reasons: Vec<_> = reading.unread.iter().map(|one| one.reason).collect();
            assert_eq!(reasons.contains(&UnreadReason::Elsewhere), !counts, "{text:?}");
            assert_eq!(read(&text).rows.len(), 1, "no city is asked about: {text:?}");
        }
    }
    // Months and places show nothing of a payment.
    assert_eq!(read_of("缴费年月 参保地\n202601 上海市\n", "上海").rows, []);
}

#[test]
fn nothing_is_nothing() {
    for text in ["", "\n\n\r\n", "\u{feff}", "------", "|||", ",,,,", "年月", "年月 缴费基数"]
    {
        assert_eq!(read(text), Reading::default(), "{text:?}");
        assert_eq!(read(text).subject, Subject::Other);
    }
}
