//! The terminal's contract: JSON in, JSON out, a bad line answered and the rest going on.

mod program;

use std::path::Path;
use std::process::Output;

use program::{RULES, jifen};
use serde_json::{Value, json};

fn lines(output: &Output) -> Vec<Value> {
    let text = String::from_utf8(output.stdout.clone()).expect("UTF-8");
    text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

fn assess(input: &str) -> Vec<Value> {
    let output = jifen(&["assess", "shanghai", "--on", "2026-11-24"], input);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    lines(&output)
}

/// Someone who meets every condition and has nothing special, with some answers of their own.
fn profile(own: Value) -> String {
    let mut profile = json!({
        "birth-date": "1990-01-01", "education": "secondary", "skill-level": "none", "professional-title": "none",
        "insured-months": 0, "insured-now": true, "insured-months-of-12": 12, "base-months-08-of-48": 0,
        "spouse-local": false, "recent-full-time-graduate": false, "honour": "none", "public-service-months": 0,
        "suburb-months": 0, "entrepreneur": false, "innovation-agent": false, "owns-company": false,
        "detention-records": [], "crime-records": [], "serious-crime": false, "false-filing-records": [],
        "residence-permit": "valid", "household": "elsewhere", "employer-files": true, "outside-branch": false,
        "insured-elsewhere": false, "education-accepted": true, "shortage-major": false, "academic-degree": "none",
    });
    let (Value::Object(all), Value::Object(own)) = (&mut profile, own) else { panic!("objects") };
    all.extend(own);
    profile.to_string()
}

/// The published examples, in their order, and the fourth without its base.
#[test]
fn the_published_examples_come_out() {
    let people = [
        (json!({ "education": "bachelor", "academic-degree": "bachelor" }), 120, "pass"),
        (
            json!({ "education": "bachelor", "insured-months": 36, "base-months-08-of-48": 36, "base-months-1-of-48": 36, "base-months-2-of-48": 0, "base-months-3-of-36": 0 }),
            149,
            "pass",
        ),
        (
            json!({ "education": "bachelor", "insured-months": 36, "base-months-08-of-48": 36, "base-months-1-of-48": 0, "base-months-3-of-36": 0 }),
            124,
            "pass",
        ),
        (
            json!({ "education": "associate", "insured-months": 36, "base-months-08-of-48": 36, "base-months-1-of-48": 36, "base-months-2-of-48": 0, "base-months-3-of-36": 0 }),
            139,
            "pass",
        ),
        (
            json!({ "education": "associate", "insured-months": 60, "base-months-08-of-48": 36, "base-months-1-of-48": 0, "base-months-3-of-36": 0 }),
            120,
            "pass",
        ),
        (
            json!({ "insured-months": 36, "base-months-08-of-48": 36, "base-months-1-of-48": 36, "base-months-2-of-48": 36, "base-months-3-of-36": 0 }),
            139,
            "pass",
        ),
        (
            json!({ "insured-months": 24, "base-months-08-of-48": 24, "base-months-3-of-36": 24 }),
            156,
            "pass",
        ),
        (
            json!({ "education": "associate", "insured-months": 36, "base-months-08-of-48": 35 , "base-months-3-of-36": 0 }),
            89,
            "short",
        ),
    ];
    let input: String = people.iter().map(|(own, ..)| profile(own.clone()) + "\n").collect();
    for (line, (own, total, verdict)) in assess(&input).iter().zip(&people) {
        assert_eq!(line["total"], json!({ "low": total, "high": total }), "{own}");
        assert_eq!(line["verdict"], *verdict, "{own}");
        assert_eq!(line["open"], json!([]), "{own}");
        for condition in line["conditions"].as_array().expect("conditions") {
            assert!(
                matches!(condition["state"].as_str(), Some("met" | "not-applicable")),
                "{condition}"
            );
            assert!(condition["clause"]["grade"].is_string(), "{condition}");
        }
        for indicator in line["indicators"].as_array().expect("indicators") {
            assert!(
                indicator["clause"]["document"].is_string() && indicator["wants"]["zh"].is_string(),
                "{indicator}"
            );
        }
    }
}

#[test]
fn a_bad_line_is_answered_and_the_rest_go_on() {
    let input = [
        "{\"birth-date\": \"1990-01-01\"}",
        "{\"birthday\": \"1990-01-01\"}",
        "",
        "{\"education\": \"phd\", \"insured-months\": 601}",
        "not JSON",
        "{\"insured-months\": 1.5}",
        "{\"birth-date\": \"2026-11-25\"}",
        "{\"company-share\": \"33.33\"}",
        "{\"company-share\": \"33.333\"}",
    ]
    .join("\n");
    let lines = assess(&input);
    assert_eq!(lines.len(), 8, "an empty line is passed over");
    let error = |index: usize| lines[index]["error"].as_str().unwrap_or_default();
    assert!(lines[0]["error"].is_null());
    assert!(error(1).contains("`birthday`") && error(1).contains("birth-date"), "{}", error(1));
    assert!(
        error(2).contains("`phd`") && error(2).contains("bachelor, master, doctor"),
        "{}",
        error(2)
    );
    assert!(error(2).contains("from 0 to 600"), "{}", error(2));
    assert!(error(3).contains("JSON"), "{}", error(3));
    assert!(error(4).contains("a whole number"), "{}", error(4));
    assert!(error(5).contains("2026-11-24"), "{}", error(5));
    assert!(lines[6]["error"].is_null());
    assert!(error(7).contains("two decimals"), "{}", error(7));
}

#[test]
fn schemes_and_questions_are_listed() {
    let schemes: Value = serde_json::from_slice(&jifen(&["schemes"], "").stdout).expect("JSON");
    let shanghai = schemes
        .as_array()
        .expect("a list")
        .iter()
        .find(|one| one["id"] == "shanghai")
        .expect("a scheme");
    assert_eq!(shanghai["line"]["threshold"], 120);
    assert_eq!(shanghai["edition"]["to"], "2027-12-31");
    let questions: Value =
        serde_json::from_slice(&jifen(&["questions", "shanghai"], "").stdout).expect("JSON");
    let months = questions
        .as_array()
        .expect("a list")
        .iter()
        .find(|one| one["id"] == "insured-months")
        .expect("a question");
    assert_eq!((&months["kind"], &months["unit"]), (&json!("number"), &json!("months")));
    assert_eq!((&months["min"], &months["max"]), (&json!(0), &json!(600)));
    assert_eq!(months["usedBy"], json!(["insured-years"]));
    let education = questions
        .as_array()
        .expect("a list")
        .iter()
        .find(|one| one["id"] == "education")
        .expect("a question");
    assert!(
        education["options"]
            .as_array()
            .expect("options")
            .iter()
            .all(|one| one["zh"].is_string() && one["en"].is_string())
    );
}

#[test]
fn what_cannot_be_done_says_what_to_do() {
    let unknown = jifen(&["questions", "atlantis"], "");
    assert!(!unknown.status.success());
    assert!(String::from_utf8_lossy(&unknown.stderr).contains("the rules hold: "));
    let day = jifen(&["assess", "shanghai", "--on", "2026-13-01"], "");
    assert!(!day.status.success());
    let missing = jifen(&["check", "/nowhere/at/all"], "");
    assert!(!missing.status.success());
    assert!(String::from_utf8_lossy(&missing.stderr).contains("/nowhere/at/all"));
}

#[test]
fn a_forecast_names_the_day_the_reason_and_what_keeps_it() {
    let person = json!({ "birth-date": "1983-05-17", "education": "bachelor", "academic-degree": "bachelor", "insured-months": 11 });
    let forecast = |pause: &[&str]| {
        let mut arguments = vec!["forecast", "shanghai", "--on", "2026-11-24"];
        arguments.extend(pause);
        let output =
            jifen(&arguments, &format!("{}\n{{\"nothing\": 1}}\n", profile(person.clone())));
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let lines = lines(&output);
        assert_eq!(lines.len(), 2);
        assert!(lines[1]["error"].is_string());
        lines[0].clone()
    };
    let paused = forecast(&["--pause", "insured-months"]);
    assert_eq!(paused["paused"], json!(["insured-months"]));
    assert_eq!(paused["line"], json!([{ "from": "2026-11-24", "to": "2027-05-16" }]));
    let event = &paused["events"][0];
    assert_eq!(event["after"]["day"], "2027-05-17");
    assert_eq!(event["indicators"][0]["id"], "age");
    assert_eq!(event["indicators"][0]["because"], json!(["birth-date"]));
    assert_eq!(event["after"]["total"], json!({ "low": 119, "high": 119 }));
    let kept = forecast(&[]);
    assert_eq!(kept["line"], json!([{ "from": "2026-11-24", "to": null }]));
    assert_eq!(kept["months"].as_array().map(Vec::len), Some(121));
    let wrong = jifen(&["forecast", "shanghai", "--on", "2026-11-24", "--pause", "nothing"], "");
    assert!(!wrong.status.success());
    assert!(String::from_utf8_lossy(&wrong.stderr).contains("asks no `nothing`"));
}

#[test]
fn packs_and_json_are_exported() {
    let folder = tempfile::TempDir::new().expect("a folder");
    let path = folder.path().display().to_string();
    assert!(jifen(&["export", &path], "").status.success());
    let pack = std::fs::read(folder.path().join("shanghai.pack")).expect("a pack");
    assert!(jifen::scheme::Scheme::from_pack(&pack).is_ok());
    assert!(folder.path().join("catalogue.pack").exists());
    let all = std::fs::read(folder.path().join("all.pack")).expect("a pack of all");
    assert!(jifen::scheme::Scheme::all_from_pack(&all).is_ok_and(|all| all.len() > 1));
    assert!(jifen(&["export", &path, "--json"], "").status.success());
    let json = std::fs::read_to_string(folder.path().join("shanghai.json")).expect("JSON");
    assert!(serde_json::from_str::<jifen::scheme::Scheme>(&json).is_ok());
}

#[test]
fn a_printed_sheet_is_verified() {
    let scheme = jifen_check::load(Path::new(RULES))
        .expect("sound rules")
        .schemes
        .into_iter()
        .find(|one| one.id == "shanghai");
    let scheme = scheme.expect("Shanghai");
    let fragment = "v=1&s=shanghai&birth-date=19900101&education=bachelor&academic-degree=bachelor";
    let (mut link, _) = jifen::link::Link::read(fragment);
    let on = jiff::civil::date(2026, 11, 24);
    let (answers, _) = link.profile.answers(&scheme, on);
    let digest = jifen::digest::digest(&scheme, &answers, on).expect("a digest");
    let digest = jifen::link::written_digest(digest);
    let run = |arguments: &[&str]| {
        let output = jifen(&[&["verify"], arguments].concat(), "");
        let text = [output.stdout, output.stderr].concat();
        (output.status.code(), String::from_utf8(text).expect("UTF-8"))
    };
    let verify = |digest: &str, fragment: &str, on: &str| {
        run(&[fragment, "--on", on, &["--code=", digest].concat()])
    };
    let day = "2026-11-24";
    let grouped = format!("{} {}", digest[..4].to_uppercase(), &digest[4..]);
    let address = format!("https://example.org/points/#{fragment}&l=en&beijing.insured-months=3");
    for (digest, fragment) in [(&digest, fragment), (&grouped, &address)] {
        let (code, text) = verify(digest, fragment, day);
        assert_eq!(code, Some(0), "{text}");
        assert!(text.starts_with("same: "), "{text}");
        assert!(text.contains("verdict undecided") && text.contains("edition 2023"), "{text}");
    }
    // The picture on the sheet carries both.
    let sealed = format!("{address}&d=20261124-{digest}");
    let (code, text) = run(&[&sealed]);
    assert!(code == Some(0) && text.starts_with("same: "), "{text}");
    let (code, text) = run(&[&sealed.replace("bachelor&", "associate&")]);
    assert!(code == Some(1) && text.starts_with("different: "), "{text}");
    let (code, text) = run(&[&address]);
    assert!(code == Some(2) && text.contains("--code and --on"), "{text}");
    let other = fragment.replace("bachelor&", "associate&");
    for (fragment, on) in [(fragment, "2026-11-25"), (other.as_str(), day)] {
        let (code, text) = verify(&digest, fragment, on);
        assert_eq!(code, Some(1), "{text}");
        assert!(text.starts_with("different: ") && text.contains("total "), "{text}");
    }
    for (digest, fragment) in [
        ("", fragment),
        ("0123", fragment),
        ("%00\u{202e}😀", fragment),
        (&digest, ""),
        (&digest, "v=1&s=_compare"),
        (&digest, "v=1&s=../../etc"),
    ] {
        let (code, text) = verify(digest, fragment, day);
        assert_eq!(code, Some(2), "{text}");
        assert!(!text.contains("panicked") && !text.contains("same"), "{text}");
    }
}
