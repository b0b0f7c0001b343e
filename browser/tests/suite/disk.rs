//! The page in one file, opened from a disk.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use jifen::assess::assess;
use jifen::scheme::Language;
use jifen_browser::artifacts::single_file;
use jifen_browser::axe;
use jifen_browser::context::TestContext;
use jifen_browser::engine::Engine;
use jifen_browser::page::Page;
use jifen_browser::pointer::Pointer;
use jifen_browser::rules;
use jifen_browser::suite::Suite;
use jifen_browser::viewport::Viewport;
use jifen_browser::wait::until;
use jiff::civil::Date;
use serde_json::{Value, json};
use url::Url;
use xtask::server::Options;

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
fn open<'context>(
    context: &'context TestContext,
    file: &Path,
    fragment: &str,
) -> Result<Page<'context>> {
    let folder = file.parent().context("no folder")?;
    let site = context.browser.serve(folder, Options::default())?;
    let page = Page { browser: &context.browser, site };
    page.browser.set_viewport(Viewport::DESKTOP)?;
    page.browser.requests()?;
    page.browser.goto(&(address_of(file)? + fragment))?;
    page.wait_until_ready()?;
    Ok(page)
}

fn asks_for_nothing_else(page: &Page<'_>, file: &Path) -> Result<()> {
    let asked = page.browser.requests()?;
    let own = address_of(file)?;
    ensure!(
        asked.iter().any(|request| request.url.starts_with(&own)),
        "the requests were not watched"
    );
    let others: Vec<_> = asked
        .iter()
        .filter(|request| !request.url.starts_with(&own) && !request.url.starts_with("data:"))
        .collect();
    ensure!(others.is_empty(), "the file asks for {others:?}");
    ensure!(page.site.requests().is_empty(), "the file asks a server");
    Ok(())
}

fn whole(context: &TestContext) -> Result<()> {
    let file = alone("whole")?;
    let page = open(context, &file, "#v=1&s=shanghai")?;
    let scheme = rules::scheme(rules::SCHEME)?;
    let example = rules::examples(&scheme)?.into_iter().next().context("no examples")?;
    page.fill(Pointer::Mouse, &scheme, &example.answers)?;
    let total = example.total.low.to_string();
    page.wait_for("the total is settled", |seen| seen.low == total && seen.high == total)?;
    page.unfold_lists()?;
    rules::agree(&page.snapshot()?, &scheme, &example.assessment, Language::Zh)?;
    axe::inspect(page.browser, "the page from a disk")?;
    for entry in rules::catalogue()?.entries {
        page.browser.execute("location.hash = `#v=1&s=${arguments[0]}`", json!([entry.id]))?;
        page.wait_for(&entry.id, |seen| seen.scheme == entry.id && !seen.asked.is_empty())?;
    }
    asks_for_nothing_else(&page, &file)
}

fn address(context: &TestContext) -> Result<()> {
    let file = alone("address")?;
    let page = open(context, &file, "#v=1&s=shanghai&l=en&education=bachelor")?;
    let before = page.wait_for("the answer is read", |seen| seen.answered == ["education"])?;
    ensure!(before.language == "en", "the page speaks {}", before.language);
    page.press("#language")?;
    page.wait_for("the address follows", |seen| {
        seen.language == "zh-Hans" && !seen.hash.contains("l=en")
    })?;
    page.browser.reload()?;
    let after = page.wait_until_ready()?;
    ensure!(after.answered == ["education"] && after.low == before.low, "it became {after:#?}");
    asks_for_nothing_else(&page, &file)
}

fn links(context: &TestContext) -> Result<()> {
    let file = alone("links")?;
    let page = open(context, &file, "#v=1&s=shanghai&education=bachelor")?;
    let shown = "return [...document.querySelectorAll('a[href]')]
        .filter((link) => link.checkVisibility())
        .map((link) => link.getAttribute('href'))
        .filter((address) => !address.startsWith('#') && !/^https?:\\/\\/[^/]+\\.gov\\.cn\\//.test(address))";
    let shown = page.browser.execute(shown, Value::Null)?;
    ensure!(shown == json!([]), "these lead nowhere: {shown}");
    let offered = page
        .browser
        .execute("return document.getElementById('offline').checkVisibility()", Value::Null)?;
    ensure!(offered == false, "a file from a disk offers to be kept");
    Ok(())
}

/// Nothing sets the clock of a file, so what is shown is held against the core, on the day it is.
fn elsewhere(context: &TestContext) -> Result<()> {
    let file = alone("elsewhere")?;
    let folder = file.parent().context("no folder")?;
    let site = context.browser.serve(folder, Options::default())?;
    let page = Page { browser: &context.browser, site };
    let scheme = rules::scheme(rules::SCHEME)?;
    let example = rules::examples(&scheme)?.into_iter().next().context("no examples")?;
    let fragment = rules::fragment(&scheme, &example.answers, Language::Zh);
    page.browser.goto(&(address_of(&file)? + &fragment))?;
    let seen = page.wait_for("the total is there", |seen| seen.ready && !seen.low.is_empty())?;
    let today = "const now = new Date(Date.now() + 8 * 3600 * 1000);
        return [now.getUTCFullYear(), now.getUTCMonth() + 1, now.getUTCDate()]";
    let (year, month, day) = serde_json::from_value(page.browser.execute(today, Value::Null)?)?;
    let total = assess(&scheme, &example.answers, Date::new(year, month, day)?).total;
    let (low, high) = (total.low.to_string(), total.high.to_string());
    ensure!(seen.low == low && seen.high == high, "{low} to {high}, and shown {}", seen.summary);

    page.press("[data-question='education'] label")?;
    page.wait_for("an answer counts", |now| now.hash != seen.hash && now.says("education"))?;
    for entry in rules::catalogue()?.entries {
        page.browser.execute("location.hash = `#v=1&s=${arguments[0]}`", json!([entry.id]))?;
        page.wait_for(&entry.id, |seen| seen.scheme == entry.id && !seen.asked.is_empty())?;
    }
    let loaded = "return performance.getEntriesByType('resource').map((one) => one.name)";
    let loaded: Vec<String> = serde_json::from_value(page.browser.execute(loaded, Value::Null)?)?;
    let others: Vec<_> = loaded.iter().filter(|name| !name.starts_with("data:")).collect();
    ensure!(others.is_empty() && page.site.requests().is_empty(), "it loads {others:?}");
    Ok(())
}

fn policy(context: &TestContext) -> Result<()> {
    context.expect_console_message("Content Security Policy");
    let file = alone("policy")?;
    let page = open(context, &file, "")?;
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
        let blocked = page.browser.execute_async(&script, json!([page.site.address()]))?;
        ensure!(blocked == kind, "{blocked} instead of {kind}");
    }
    until("no server is asked", || Ok(page.site.requests().is_empty().then_some(())))
}
