//! The committed snapshot, what may lie over it, and what is aimed at.

use super::measure::{APART, Bytes, COUNTER, EMBED, RULES, Sizes, VISIT};
use anyhow::{Result, bail};
use std::collections::BTreeMap;

/// Where the snapshot stands.
pub(super) const SNAPSHOT: &str = "sizes.txt";
/// The aim for everything a first visit fetches, compressed.
const FIRST_VISIT: u64 = 110_000;
/// All schemes in one file, and the catalogue: schemes share questions, so that together they take far less than one
/// by one.
const ALL_RULES: u64 = 60_000;
/// The script that other people's pages load, compressed.
const HOST_SCRIPT: u64 = 1_000;
/// How often the first visit holds the bare counter, in hundredths.
const TIMES_THE_COUNTER: u64 = 230;
/// How far a size may lie over the snapshot: compilers differ a little.
const GROWTH_PERCENT: u64 = 1;
/// Growth of a few bytes in a tiny file is no news.
const GROWTH_BYTES: u64 = 256;

impl Sizes {
    /// Reads a snapshot.
    pub(super) fn read(snapshot: &str) -> Result<Self> {
        let mut rows = BTreeMap::new();
        let table = snapshot.lines().filter(|line| !line.starts_with('#'));
        for line in table.skip(1) {
            let mut words: Vec<&str> = line.split_whitespace().collect();
            let brotli = words.pop().and_then(|word| word.parse().ok());
            let raw = words.pop().and_then(|word| word.parse().ok());
            let (Some(raw), Some(brotli)) = (raw, brotli) else {
                bail!("{SNAPSHOT} has a line without two numbers: “{line}”");
            };
            rows.insert(words.join(" "), Bytes { raw, brotli });
        }
        Ok(Self { rows })
    }

    /// Returns the text of the snapshot: the table, and what it is for.
    pub(super) fn snapshot(&self) -> String {
        format!(
            "# Written by `cargo xtask size`; `cargo xtask size --check` fails where a size has grown.\n\
             # Let pass: {GROWTH_PERCENT} %, or {GROWTH_BYTES} bytes, since compilers differ a little.\n\
             # The aim for the first visit: {FIRST_VISIT} bytes brotli.\n\
             {}{self}\n",
            self.ratio_line().map_or_else(String::new, |line| format!("# {line}\n"))
        )
    }

    /// Returns the bytes of a first visit, compressed.
    pub(super) fn visit(&self) -> u64 {
        self.rows.get(VISIT).copied().unwrap_or_default().brotli
    }

    /// Returns how often the first visit holds the bare counter, compressed and in hundredths, where both were measured.
    fn ratio(&self) -> Option<u64> {
        let counter = self.rows.get(COUNTER)?.brotli;
        (self.visit() * 100).checked_div(counter)
    }

    /// Returns what there is to say of that.
    pub(super) fn ratio_line(&self) -> Option<String> {
        let times = |ratio: u64| ratio as f64 / 100.0;
        let (ratio, aim) = (times(self.ratio()?), times(TIMES_THE_COUNTER));
        Some(format!("{VISIT}: {ratio:.2} times the bare counter; the aim is {aim:.2} times"))
    }

    /// Returns a line where a first visit has grown at all.
    pub(super) fn visit_growth(&self, before: &Self) -> Option<String> {
        let (now, was) = (self.visit(), before.visit());
        (now > was).then(|| format!("{VISIT}: {now} bytes brotli, was {was}"))
    }

    /// Returns the aims that are missed, each by its row and with what is missing.
    pub(super) fn missed(&self) -> Vec<(&'static str, String)> {
        let sizes = [(VISIT, FIRST_VISIT), (RULES, ALL_RULES), (EMBED, HOST_SCRIPT)];
        let sizes = sizes.into_iter().filter_map(|(name, aim)| {
            let size = self.rows.get(name).copied().unwrap_or_default().brotli;
            let over = size.checked_sub(aim).filter(|over| *over > 0)?;
            Some((name, format!("{name}: {size} bytes brotli; the aim is {aim}, {over} less")))
        });
        let ratio = self.ratio().filter(|ratio| *ratio > TIMES_THE_COUNTER);
        let ratio = ratio.and_then(|_| Some((COUNTER, self.ratio_line()?)));
        sizes.chain(ratio).collect()
    }

    /// Returns what misses an aim that the snapshot met, or has grown, each in one line.
    pub(super) fn faults(&self, before: &Self) -> Vec<String> {
        let missed: Vec<&str> = before.missed().into_iter().map(|(name, _)| name).collect();
        // A snapshot without the counter says nothing of it.
        let said = |name: &str| name != COUNTER || before.ratio().is_some();
        let left = self.missed().into_iter();
        let left = left.filter(|(name, _)| !missed.contains(name) && said(name));
        let mut faults: Vec<String> = left.map(|(_, line)| line).collect();
        if let (Some(now), Some(was)) = (self.ratio(), before.ratio())
            && now > was + was * GROWTH_PERCENT / 100
        {
            faults.push(format!("{VISIT}: {now} hundredths of the bare counter, was {was}"));
        }
        for (name, now) in &self.rows {
            // A new scheme makes all rules together larger, and rightly so; the counter is no part of the page.
            let Some(was) =
                before.rows.get(name).filter(|_| ![RULES, APART, COUNTER].contains(&name.as_str()))
            else {
                continue;
            };
            let allowed = (was.brotli * GROWTH_PERCENT / 100).max(GROWTH_BYTES);
            if now.brotli > was.brotli + allowed {
                faults.push(format!("{name}: {} bytes brotli, was {}", now.brotli, was.brotli));
            }
        }
        faults
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sizes(rows: &[(&str, u64)]) -> Sizes {
        let rows = rows.iter().map(|&(name, brotli)| {
            let bytes = Bytes { raw: brotli * 3, brotli };
            (name.to_owned(), bytes)
        });
        Sizes { rows: rows.collect() }
    }

    #[test]
    fn a_snapshot_reads_back() {
        let written = sizes(&[("start.js", 700), (VISIT, 90_000), (RULES, 40_000)]);
        let read = Sizes::read(&written.snapshot()).unwrap();
        assert_eq!(read.rows, written.rows);
    }

    #[test]
    fn growth_and_budgets_are_reported() {
        let before = sizes(&[("start.js", 700), (VISIT, 90_000), (RULES, 40_000)]);
        let grown = sizes(&[("start.js", 800), (VISIT, 95_000), (RULES, 59_000)]);
        let faults = grown.faults(&before);
        assert_eq!(faults.len(), 1, "{faults:?}");
        assert!(faults[0].starts_with(VISIT));
    }

    #[test]
    fn a_budget_once_met_is_held() {
        let met = sizes(&[(VISIT, 110_000), (RULES, 60_000), (EMBED, 1_000)]);
        let over = sizes(&[(VISIT, 110_001), (RULES, 60_001), (EMBED, 1_001)]);
        assert_eq!(over.faults(&met).len(), 3);
        assert_eq!(over.missed().len(), 3);
        assert!(over.faults(&over).is_empty(), "what was never met is told, not held");
    }

    #[test]
    fn a_first_visit_does_not_creep_up() {
        let before = sizes(&[(VISIT, 100_000)]);
        let little = sizes(&[(VISIT, 100_900)]);
        assert_eq!(little.faults(&before), [""; 0], "compilers differ a little");
        assert!(little.visit_growth(&before).is_some(), "the snapshot does not follow");
        assert_eq!(before.visit_growth(&little), None);
        assert_eq!(sizes(&[(VISIT, 101_100)]).faults(&before).len(), 1);
    }

    #[test]
    fn the_page_is_held_against_the_bare_counter() {
        let was = sizes(&[(VISIT, 90_000), (COUNTER, 30_000)]);
        assert!(was.snapshot().contains("# first visit: 3.00 times the bare counter"));
        assert_eq!(was.missed().len(), 1, "3 times is more than the aim");
        let lighter = sizes(&[(VISIT, 90_000), (COUNTER, 28_000)]);
        assert_eq!(lighter.faults(&was).len(), 1, "the counter got lighter and the page did not");
        let heavier = sizes(&[(VISIT, 90_000), (COUNTER, 33_000)]);
        assert_eq!(heavier.faults(&was), [""; 0]);
        assert_eq!(sizes(&[(VISIT, 90_000)]).ratio_line(), None);
    }

    #[test]
    fn what_is_missing_to_an_aim_is_said() {
        let lines = sizes(&[(VISIT, 256_727)]).missed();
        assert_eq!(lines.len(), 1);
        assert!(lines[0].1.ends_with("256727 bytes brotli; the aim is 110000, 146727 less"));
    }
}
