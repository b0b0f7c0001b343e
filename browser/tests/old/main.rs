//! The built page in the oldest browsers that it is for, and in one that is older still. `cargo xtask test old` runs it.

use anyhow::{Context, Result, ensure};
use jifen::scheme::Language;
use jifen_browser::old_chromium::{OldPage, versions};
use jifen_browser::rules;
use jifen_browser::suite::failed;
use libtest_mimic::{Arguments, Trial};
use serde_json::json;

/// The oldest version that runs everything: README says so.
const OLDEST: u32 = 67;

fn main() -> Result<()> {
    let mut trials = Vec::new();
    for (version, program) in versions()? {
        let mut add = |name: &str, test: fn(&str) -> Result<()>| {
            let program = program.clone();
            trials.push(Trial::test(format!("Chromium {version}: {name}"), move || {
                test(&program).map_err(|error| failed(&error))
            }));
        };
        if version < OLDEST {
            add("it runs or says that it does not", runs_or_says_so);
            continue;
        }
        add("an answer counts at once", answers);
        add("examples of every scheme come out", examples);
        add("what leads on is there", outlook);
        add("answers stay when the page is loaded anew", reload);
        add("cities are compared and changed, in both languages", cities);
        add("answers are handed on and printed", handed_on);
    }
    let mut arguments = Arguments::from_args();
    // Each test starts a browser of its own.
    arguments.test_threads = arguments.test_threads.or(Some(2));
    libtest_mimic::run(&arguments, trials).exit()
}

/// Nothing may go wrong unseen.
fn ensure_sound(page: &OldPage) -> Result<()> {
    let faults = page.faults();
    // What a policy says that an old browser does not know is told, and left out.
    let faults: Vec<_> =
        faults.iter().filter(|fault| !fault.contains("Content Security Policy")).collect();
    ensure!(faults.is_empty(), "the page reports {faults:?}");
    Ok(())
}

fn open(program: &str, fragment: &str) -> Result<OldPage> {
    let page = OldPage::open(program, fragment)?;
    page.wait_for("the page runs, and nothing more comes", |seen| seen.ready && seen.settled)?;
    Ok(page)
}

fn answers(program: &str) -> Result<()> {
    let page = open(program, "#v=2&s=shanghai&l=zh")?;
    for (place, text) in ["1990", "1", "2"].into_iter().enumerate() {
        let field = format!("[data-question='birth-date'] label:nth-of-type({}) input", place + 1);
        page.type_into(&field, text)?;
    }
    page.wait_for("the age counts", |seen| seen.summary.starts_with("30 "))?;
    page.press("[data-question='education'] input[value='bachelor']")?;
    page.press("[data-question='academic-degree'] input[value='bachelor']")?;
    page.press("[data-question='education-accepted'] input[value='yes']")?;
    page.wait_for("schooling counts", |seen| {
        seen.summary.starts_with("120 ") && seen.answered.len() == 4
    })?;
    ensure_sound(&page)
}

fn examples(program: &str) -> Result<()> {
    let page = open(program, "#v=2&s=shanghai&l=zh")?;
    for entry in rules::catalogue()?.entries {
        let scheme = rules::scheme(&entry.id)?;
        let mut examples = rules::examples(&scheme)?;
        examples.retain(|example| !example.answers.is_empty());
        let Some(example) = examples.last() else { continue };
        page.go_to(&rules::fragment(&scheme, &example.answers, Language::Zh))?;
        let seen = page.wait_for("the result is there", |seen| seen.ready && seen.settled)?;
        let (low, high) = (example.total.low.to_string(), example.total.high.to_string());
        ensure!(
            seen.low == low && seen.high == high,
            "{}: {} to {}",
            entry.id,
            seen.low,
            seen.high
        );
        let verdict = example.verdict.as_str();
        ensure!(seen.verdict == verdict, "{}: {verdict} and not {}", entry.id, seen.verdict);
    }
    ensure_sound(&page)
}

fn outlook(program: &str) -> Result<()> {
    let page = open(program, rules::TWO_ANSWERS)?;
    let there = "return [!!document.querySelector('#plan svg'), document.querySelectorAll('#guide [data-part]').length > 2]";
    ensure!(page.run(there, &json!([]))? == json!([true, true]), "no forecast, or no guide");
    ensure_sound(&page)
}

fn reload(program: &str) -> Result<()> {
    let page = open(program, "#v=2&s=shanghai&l=zh")?;
    page.press("[data-question='education'] input[value='master']")?;
    let seen = page.wait_for("it is in the address", |seen| seen.says("education=master"))?;
    page.call("Page.reload", json!({}))?;
    page.wait_for("it is there again", |again| again.ready && again.answered == seen.answered)?;
    ensure_sound(&page)
}

fn cities(program: &str) -> Result<()> {
    let page = open(program, &format!("{}&l=zh", rules::TWO_ANSWERS))?;
    page.press("[role='tab'][data-city='beijing']")?;
    page.wait_for("another city", |seen| seen.scheme == "beijing" && seen.ready)?;
    page.press("[role='tab'][data-city='_compare']")?;
    page.wait_for("all cities", |seen| seen.body.contains("每组里差得少的在前"))?;
    page.go_to(&format!("{}&l=en", rules::TWO_ANSWERS))?;
    let seen = page.wait_for("English", |seen| seen.ready && seen.language == "en")?;
    ensure!(seen.body.contains("Threshold 120"), "{}", seen.body);
    ensure_sound(&page)
}

fn handed_on(program: &str) -> Result<()> {
    let page = open(program, rules::TWO_ANSWERS)?;
    page.press(".share summary")?;
    page.press("#picture summary")?;
    page.wait_for("a picture of the address", |_| {
        let path = "return !!document.querySelector('#picture svg')";
        page.run(path, &json!([])).is_ok_and(|there| there == true)
    })?;
    page.press("#copy")?;
    page.wait_for("it is told", |_| {
        let told = "return document.getElementById('share-told').textContent !== ''";
        page.run(told, &json!([])).is_ok_and(|told| told == true)
    })?;
    page.press("#print")?;
    page.wait_for("the sheet", |_| {
        page.run("return !!document.querySelector('.paper')", &json!([]))
            .is_ok_and(|there| there == true)
    })?;
    let paper = page.call("Page.printToPDF", json!({ "preferCSSPageSize": true }))?;
    let paper = paper["data"].as_str().context("no paper")?;
    ensure!(paper.len() > 20_000, "the sheet is nearly empty");
    ensure_sound(&page)
}

/// Whatever it cannot read, the form is never there and dead.
fn runs_or_says_so(program: &str) -> Result<()> {
    let page = OldPage::open(program, "#v=2&s=shanghai&l=zh")?;
    page.wait_for("it runs or says that it does not", |seen| {
        seen.ready || seen.body.contains("页面没能启动")
    })?;
    Ok(())
}
