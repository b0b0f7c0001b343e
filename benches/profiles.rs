//! How long an assessment and advice take for people who answered everything. `cargo xtask bench` runs it.

use std::path::Path;

use divan::{Bencher, black_box};
use jifen::answers::{Answers, Plain};
use jifen::assess::{assess, summarize};
use jifen::outlook::advise;
use jifen::scheme::Scheme;
use jifen_check::check;
use jiff::civil::{Date, date};

const ON: Date = date(2026, 11, 24);

/// Junior college and three years insured: 89 points, 31 short, every question answered.
const SHORT: &str = r#"{
    "birth-date": "1990-01-01", "education": "associate", "education-accepted": true,
    "skill-level": "none", "professional-title": "none", "insured-months": 36, "insured-now": true,
    "insured-months-of-12": 11, "base-months-08-of-48": 0, "spouse-local": false,
    "recent-full-time-graduate": false, "shortage-major": false, "honour": "none",
    "public-service-months": 0, "suburb-months": 0, "entrepreneur": false, "innovation-agent": false,
    "owns-company": false, "detention-records": ["2024-05-01"], "crime-records": [], "serious-crime": false,
    "false-filing-records": [], "residence-permit": "valid", "household": "elsewhere", "employer-files": true,
    "outside-branch": false, "insured-elsewhere": false
}"#;

/// Everything opened that a person can open, everything begun, and conditions to meet.
const FULL: &str = r#"{
    "birth-date": "1980-12-01", "education": "bachelor", "academic-degree": "none", "education-accepted": true,
    "skill-level": "level-3", "professional-title": "junior", "skill-accepted": false, "months-at-1x-of-12": 3,
    "insured-months": 47, "insured-now": true, "insured-months-of-12": 4, "base-months-08-of-48": 36,
    "base-months-1-of-48": 20, "base-months-2-of-48": 0, "base-months-3-of-36": 0, "spouse-local": true,
    "marriage-date": "2023-02-01", "recent-full-time-graduate": false, "shortage-major": false,
    "honour": "none", "public-service-months": 13, "suburb-months": 7, "entrepreneur": false,
    "innovation-agent": false, "owns-company": true, "company-share": 50, "company-tax-average": 150000,
    "company-local-staff-average": 8, "detention-records": ["2024-05-01", "2023-01-01"],
    "crime-records": [], "serious-crime": false, "false-filing-records": [], "residence-permit": "valid",
    "household": "elsewhere", "employer-files": true, "outside-branch": false, "insured-elsewhere": false
}"#;

fn main() {
    divan::main();
}

fn shanghai() -> Scheme {
    let rules = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/rules"));
    let mut schemes = check(rules).expect("the rules can be read").schemes.into_iter();
    schemes.find(|scheme| scheme.id == "shanghai").expect("the rules hold Shanghai")
}

fn answers(scheme: &Scheme, json: &str) -> Answers {
    let plain: std::collections::BTreeMap<String, Plain> =
        serde_json::from_str(json).expect("an object of answers");
    Answers::read(scheme, plain, ON).expect("answers that fit")
}

#[divan::bench(args = ["short", "full"])]
fn assessment(bencher: Bencher<'_, '_>, person: &str) {
    let scheme = shanghai();
    let answers = answers(&scheme, json(person));
    bencher.bench_local(|| assess(black_box(&scheme), black_box(&answers), ON));
}

#[divan::bench(args = ["short", "full"])]
fn summary(bencher: Bencher<'_, '_>, person: &str) {
    let scheme = shanghai();
    let answers = answers(&scheme, json(person));
    bencher.bench_local(|| summarize(black_box(&scheme), black_box(&answers), ON));
}

#[divan::bench(args = ["short", "full"])]
fn advice(bencher: Bencher<'_, '_>, person: &str) {
    let scheme = shanghai();
    let answers = answers(&scheme, json(person));
    bencher.bench_local(|| advise(black_box(&scheme), black_box(&answers), ON));
}

fn json(person: &str) -> &'static str {
    if person == "full" { FULL } else { SHORT }
}
