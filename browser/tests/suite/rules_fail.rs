//! Rules that do not arrive, or arrive broken: the page says so, keeps the answers, and tries again.

use std::fs;

use anyhow::{Result, ensure};
use jifen::scheme::FORMAT;
use jifen_browser::artifacts::dist;
use jifen_browser::context::TestContext;
use jifen_browser::page::Page;
use jifen_browser::rules::SCHEME;
use jifen_browser::snapshot::Snapshot;
use jifen_browser::suite::Suite;
use jifen_browser::viewport::Viewport;
use serde_json::json;
use xtask::server::{Options, Reply};

const ANSWERS: &str = "#v=1&s=shanghai&education=bachelor&shanghai.insured-months=40";

/// What is wrong with a file.
#[derive(Clone, Copy)]
enum Fault {
    Missing,
    ErrorPage,
    Cut,
    Empty,
    Changed,
    OtherBuild,
}

const FAULTS: [(&str, Fault, [&str; 2]); 6] = [
    ("is missing", Fault::Missing, ["网站回答了 404", "answered 404"]),
    ("is an error page", Fault::ErrorPage, ["收到的不是规则文件", "not a rule file"]),
    ("is cut", Fault::Cut, ["没有传完整", "damaged"]),
    ("is empty", Fault::Empty, ["收到的不是规则文件", "not a rule file"]),
    ("has a changed byte", Fault::Changed, ["没有传完整", "damaged"]),
    ("is of another build", Fault::OtherBuild, ["网站刚刚更新", "just been updated"]),
];

pub(crate) fn add(suite: &mut Suite) {
    for file in [SCHEME, "catalogue"] {
        for (name, error, words) in FAULTS {
            suite.add(format!("rules fail::{file} {name}"), move |context| {
                broken(context, file, error, words)
            });
        }
    }
    suite.add("rules fail::once open, the page works without a network", no_network);
}

fn reply(file: &str, error: Fault) -> Result<Reply> {
    let mut body = fs::read(dist()?.join(file))?;
    let (mut status, mut media_type) = (200, "application/octet-stream");
    match error {
        Fault::Missing => (status, media_type, body) = (404, "text/plain", b"not here".to_vec()),
        Fault::ErrorPage => {
            (media_type, body) = ("text/html", b"<!DOCTYPE html><title>Sign in</title>".to_vec());
        }
        Fault::Cut => body.truncate(body.len() / 2),
        Fault::Empty => body.clear(),
        Fault::Changed => {
            let middle = body.len() / 2;
            body[middle] ^= 1;
        }
        Fault::OtherBuild => body[5..7].copy_from_slice(&(FORMAT + 1).to_le_bytes()),
    }
    Ok(Reply { status, media_type: media_type.to_owned(), body })
}

fn broken(context: &TestContext, file: &str, error: Fault, words: [&str; 2]) -> Result<()> {
    if matches!(error, Fault::Missing) {
        context.expect_console_message("404");
    }
    let path = format!("rules/{file}.pack");
    let replies = [(path.clone(), reply(&path, error)?)].into();
    let page =
        Page::load(context, Viewport::DESKTOP, Options { replies, ..Options::default() }, ANSWERS)?;
    let failed = |seen: &Snapshot, words: &str| seen.ready && seen.body.contains(words);
    let seen = page.wait_for("the failure is told", |seen| failed(seen, words[0]))?;
    ensure!(seen.body.contains("您的回答都还在"), "nothing says that the answers are kept");
    page.wait_for("the address keeps them", |seen| seen.says("education=bachelor"))?;
    let role =
        page.browser.execute("return document.getElementById('load-failure').role", json!([]))?;
    ensure!(role == "alert", "the failure is not announced");

    page.press("#language")?;
    let seen = page.wait_for("the failure is told in English", |seen| failed(seen, words[1]))?;
    ensure!(seen.body.contains("Your answers are kept"), "nothing says that the answers are kept");
    // Once more while the file is as it was.
    page.press("#retry")?;
    page.wait_for("the failure is told again", |seen| failed(seen, words[1]))?;

    page.site.reply_with(&path, None);
    page.press("#retry")?;
    let seen = page.wait_for("the form is there", |seen| !seen.asked.is_empty())?;
    ensure!(
        seen.answered == ["education", "insured-months"],
        "the answers became {:?}",
        seen.answered
    );
    ensure!(!seen.body.contains(words[1]), "the failure is still told");
    Ok(())
}

fn no_network(context: &TestContext) -> Result<()> {
    let page = Page::open(context, ANSWERS)?;
    page.browser.cdp("Network.enable", json!({}))?;
    page.browser.cdp(
        "Network.emulateNetworkConditions",
        json!({ "offline": true, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 }),
    )?;
    page.press("[data-question='academic-degree'] label")?;
    page.wait_for("the answer counts", |seen| seen.says("academic-degree=none"))?;
    page.press("#language")?;
    page.wait_for("the page is English", |seen| seen.language == "en")?;
    Ok(())
}
