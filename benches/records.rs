//! How long a pasted record takes to read: by its head, and without one. `cargo xtask bench` runs it.

use divan::{Bencher, black_box};
use jifen::records::{periods, read};

fn main() {
    divan::main();
}

/// A table of so many lines: a month, its base, what was paid, an employer.
fn table(lines: usize) -> String {
    let line = |line: usize| {
        let (year, month) = (1990 + line / 12 % 100, line % 12 + 1);
        format!("{year}-{month:02} {}.00 994.72 248.68 正常应缴 某某有限公司\n", 8000 + line / 12)
    };
    (0..lines).map(line).collect()
}

#[divan::bench(args = [5_000, 20_000])]
fn headed(bencher: Bencher<'_, '_>, lines: usize) {
    let head = "缴费年月 缴费基数 单位缴费 个人缴费 缴费类型 缴费单位名称\n";
    let text = head.to_owned() + &table(lines);
    bencher.bench_local(|| read(black_box(&text)));
}

/// As copied from a PDF that leaves empty cells out: the line does not show which cell stands where.
#[divan::bench(args = [5_000, 20_000])]
fn with_holes(bencher: Bencher<'_, '_>, lines: usize) {
    let head = "序号 缴费年月 缴费基数 单位缴费 个人缴费 缴费类型 缴费单位名称 备注\n";
    let text = head.to_owned() + &table(lines);
    bencher.bench_local(|| read(black_box(&text)));
}

#[divan::bench(args = [5_000, 20_000])]
fn without_head(bencher: Bencher<'_, '_>, lines: usize) {
    let text = table(lines);
    bencher.bench_local(|| read(black_box(&text)));
}

#[divan::bench(args = [5_000, 20_000])]
fn joined(bencher: Bencher<'_, '_>, lines: usize) {
    let rows = read(&table(lines)).rows;
    bencher.bench_local(|| periods(black_box(&rows)));
}
