//! The page in one file, opened from a disk.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use jifen::assess::assess;
use jifen::scheme::Language;
use jifen_browser::axe;
use jifen_browser::engine::Engine;
use jifen_browser::hand::Hand;
use jifen_browser::page::{Page, Screen};
use jifen_browser::rules;
use jifen_browser::stage::{Stage, Suite, single_file};
use jifen_browser::wait::until;
use jiff::civil::Date;
use serde_json::{Value, json};
use url::Url;
use xtask::server::{Options, Server};

pub(crate) fn add(suite: &mut Suite) {
    suite.add("disk::an example by mouse, then every other city", whole);
    suite.add("disk::the address keeps the answers", address);
    suite.add("disk::nothing leads to a file that is not there", links);
    suite.add_in(&[Engine::Firefox], "disk::the real clock", elsewhere);
    suite.add("disk::the policy allows no request at all", policy);
}

/// The file alone in a folder, under a name that a person might give it.
fn alone(name: &str) -> Result<PathBuf> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&folder)?;
    let file = folder.join("积分 估算.html");
    fs::copy(single_file()?, &file)?;
    Ok(file)
}

fn address_of(file: &Path) -> Result<String> {
    Ok(Url::from_file_path(file).ok().context("no absolute path")?.to_string())
}

/// Opens the file beside a server that must never be asked.
fn open<'stage>(stage: &'stage Stage, file: &Path, fragment: &str) -> Result<Page<'stage>> {
    let folder = file.parent().context("no folder")?;
    let site = Server::start(folder, Options::default())?;
    let page = Page { browser: &stage.browser, site };
    page.show_on(Screen::DESK)?;
    page.browser.requests()?;
    page.browser.go(&(address_of(file)? + fragment))?;
    page.ready()?;
    Ok(page)
}

fn asks_for_nothing_else(page: &Page<'_>, file: &Path) -> Result<()> {
    let asked = page.browser.requests()?;
    let own = address_of(file)?;
    ensure!(asked.iter().any(|one| one.url.starts_with(&own)), "the requests were not watched");
    let others: Vec<_> = asked
        .iter()
        .filter(|one| !one.url.starts_with(&own) && !one.url.starts_with("data:"))
        .collect();
    ensure!(others.is_empty(), "the file asks for {others:?}");
    ensure!(page.site.requests().is_empty(), "the file asks a server");
    Ok(())
}

fn whole(stage: &Stage) -> Result<()> {
    let file = alone("whole")?;
    let page = open(stage, &file, "#v=1&s=shanghai")?;
    let scheme = rules::scheme(rules::SCHEME)?;
    let example = rules::examples(&scheme)?.into_iter().next().context("no examples")?;
    page.fill(Hand::Mouse, &scheme, &example.answers)?;
    let total = example.total.low.to_string();
    page.when("the total is settled", |seen| seen.low == total && seen.high == total)?;
    page.unfold_lists()?;
    rules::agree(&page.seen()?, &scheme, &example.assessment, Language::Zh)?;
    axe::inspect(page.browser, "the page from a disk")?;
    for entry in rules::catalogue()?.entries {
        page.browser.run("location.hash = `#v=1&s=${arguments[0]}`", json!([entry.id]))?;
        page.when(&entry.id, |seen| seen.scheme == entry.id && !seen.asked.is_empty())?;
    }
    asks_for_nothing_else(&page, &file)
}

fn address(stage: &Stage) -> Result<()> {
    let file = alone("address")?;
    let page = open(stage, &file, "#v=1&s=shanghai&l=en&education=bachelor")?;
    let before = page.when("the answer is read", |seen| seen.answered == ["education"])?;
    ensure!(before.language == "en", "the page speaks {}", before.language);
    page.press("#language")?;
    page.when("the address follows", |seen| {
        seen.language == "zh-Hans" && !seen.hash.contains("l=en")
    })?;
    page.browser.reload()?;
    let after = page.ready()?;
    ensure!(after.answered == ["education"] && after.low == before.low, "it became {after:#?}");
    asks_for_nothing_else(&page, &file)
}

fn links(stage: &Stage) -> Result<()> {
    let file = alone("links")?;
    let page = open(stage, &file, "#v=1&s=shanghai&education=bachelor")?;
    let shown = "return [...document.querySelectorAll('a[href]')]
        .filter((link) => link.checkVisibility())
        .map((link) => link.getAttribute('href'))
        .filter((address) => !address.startsWith('#') && !/^https:\\/\\/[^/]+\\.gov\\.cn\\//.test(address))";
    let shown = page.browser.run(shown, Value::Null)?;
    ensure!(shown == json!([]), "these lead nowhere: {shown}");
    let offered = page
        .browser
        .run("return document.getElementById('offline').checkVisibility()", Value::Null)?;
    ensure!(offered == false, "a file from a disk offers to be kept");
    Ok(())
}

/// Nothing sets the clock of a file, so what is shown is held against the core, on the day it is.
fn elsewhere(stage: &Stage) -> Result<()> {
    let file = alone("elsewhere")?;
    let site = Server::start(file.parent().context("no folder")?, Options::default())?;
    let page = Page { browser: &stage.browser, site };
    let scheme = rules::scheme(rules::SCHEME)?;
    let example = rules::examples(&scheme)?.into_iter().next().context("no examples")?;
    let fragment = rules::fragment(&scheme, &example.answers, Language::Zh);
    page.browser.go(&(address_of(&file)? + &fragment))?;
    let seen = page.when("the total is there", |seen| seen.ready && !seen.low.is_empty())?;
    let today =
        "const now = new Date(); return [now.getFullYear(), now.getMonth() + 1, now.getDate()]";
    let (year, month, day) = serde_json::from_value(page.browser.run(today, Value::Null)?)?;
    let total = assess(&scheme, &example.answers, Date::new(year, month, day)?).total;
    let (low, high) = (total.low.to_string(), total.high.to_string());
    ensure!(seen.low == low && seen.high == high, "{low} to {high}, and shown {}", seen.summary);

    page.press("[data-question='education'] label")?;
    page.when("an answer counts", |now| now.hash != seen.hash && now.says("education"))?;
    for entry in rules::catalogue()?.entries {
        page.browser.run("location.hash = `#v=1&s=${arguments[0]}`", json!([entry.id]))?;
        page.when(&entry.id, |seen| seen.scheme == entry.id && !seen.asked.is_empty())?;
    }
    let loaded = "return performance.getEntriesByType('resource').map((one) => one.name)";
    let loaded: Vec<String> = serde_json::from_value(page.browser.run(loaded, Value::Null)?)?;
    let others: Vec<_> = loaded.iter().filter(|name| !name.starts_with("data:")).collect();
    ensure!(others.is_empty() && page.site.requests().is_empty(), "it loads {others:?}");
    Ok(())
}

fn policy(stage: &Stage) -> Result<()> {
    stage.expect_message("Content Security Policy");
    let file = alone("policy")?;
    let page = open(stage, &file, "")?;
    for (kind, ask) in [
        ("connect-src", "const ask = new XMLHttpRequest(); ask.open('GET', address); ask.send();"),
        ("img-src", "new Image().src = address;"),
        (
            "script-src-elem",
            "const script = document.createElement('script');
            script.src = address; document.head.append(script);",
        ),
        (
            "frame-src",
            "const frame = document.createElement('iframe');
            frame.src = address; document.body.append(frame);",
        ),
    ] {
        let script = format!(
            "const [address, done] = arguments;
            document.addEventListener('securitypolicyviolation',
              (event) => done(event.effectiveDirective), {{ once: true }});
            try {{ {ask} }} catch {{ }}"
        );
        let blocked = page.browser.run_later(&script, json!([page.site.address()]))?;
        ensure!(blocked == kind, "{blocked} instead of {kind}");
    }
    until("no server is asked", || Ok(page.site.requests().is_empty().then_some(())))
}
