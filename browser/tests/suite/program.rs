//! A program that does not arrive: the page says so in both languages and leads to what can still be read.

use std::fs;

use anyhow::{Context, Result, ensure};
use jifen_browser::artifacts::dist;
use jifen_browser::axe;
use jifen_browser::context::TestContext;
use jifen_browser::page::Page;
use jifen_browser::suite::Suite;
use jifen_browser::viewport::Viewport;
use jifen_browser::wait::until;
use serde_json::Value;
use xtask::server::{Options, Reply};

pub(crate) fn add(suite: &mut Suite) {
    for ending in ["_bg.wasm", ".js"] {
        let program = move |name: &str| name.starts_with("jifen-") && name.ends_with(ending);
        suite.add(format!("program::{ending} is missing"), move |context| {
            broken(context, program, &missing())
        });
        suite.add(format!("program::{ending} is a web page"), move |context| {
            broken(context, program, &web_page())
        });
    }
    let starter = |name: &str| name.starts_with("start") && name.ends_with(".js");
    suite.add("program::the starter is missing", move |context| {
        broken(context, starter, &missing())
    });
    suite.add("program::the starter cannot be read", move |context| {
        broken(context, starter, &unreadable())
    });
    suite.add("program::a file never arrives", hangs);
}

/// A script that the browser is too old to read.
fn unreadable() -> Reply {
    Reply { status: 200, media_type: "text/javascript".into(), body: b"later syntax ?.".to_vec() }
}

/// What never arrives tells nobody: the page does, and leads on.
fn hangs(context: &TestContext) -> Result<()> {
    // A minute of waiting in a few seconds.
    context.browser.add_init_script(
        "const later = window.setTimeout;
        window.setTimeout = (then, milliseconds) => later(then, milliseconds / 10);
        const fetched = window.fetch;
        window.arrives = false;
        window.fetch = (...what) => window.arrives ? fetched(...what) : new Promise(() => {});",
    )?;
    let page = Page::load(context, Viewport::PHONE, Options::default(), "#s=shanghai")?;
    let says = |words: &'static str| {
        move |page: &Page<'_>| Ok(page.snapshot()?.body.contains(words).then_some(()))
    };
    until("it says that it is not ready", || says("正在准备，还不能回答")(&page))?;
    until("it says that it takes long", || says("网络很慢")(&page))?;
    ensure!(page.snapshot()?.body.contains("The network is slow"), "it is not told in English");
    axe::inspect(page.browser, "a page that does not get ready")?;
    let hash = page.browser.execute("return location.hash", Value::Null)?;
    page.press("#very-slow button")?;
    until("it says so again", || says("正在准备，还不能回答")(&page))?;
    let after = page.browser.execute("return location.hash", Value::Null)?;
    ensure!(hash == after, "the address was {hash} and is {after}");
    Ok(())
}

fn missing() -> Reply {
    Reply { status: 404, media_type: "text/plain".into(), body: b"not here".to_vec() }
}

fn web_page() -> Reply {
    Reply { status: 200, media_type: "text/html".into(), body: b"<!DOCTYPE html>Sign in".to_vec() }
}

fn broken(context: &TestContext, is_meant: impl Fn(&str) -> bool, reply: &Reply) -> Result<()> {
    // Whatever goes wrong here, the browser says so in words of its own.
    context.expect_console_message("");
    let names =
        fs::read_dir(dist()?)?.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()));
    let names = names.collect::<Result<Vec<_>>>()?;
    let file =
        names.iter().find(|name| is_meant(name)).context("the program's file is not there")?;
    let options = Options { replies: [(file.clone(), reply.clone())].into(), ..Options::default() };
    let page = Page::load(context, Viewport::PHONE, options, "")?;
    let shown = || Ok(page.snapshot()?.body.contains("页面没能启动").then_some(()));
    until("the failure is told", shown)?;
    let seen = page.snapshot()?;
    ensure!(seen.body.contains("The page could not start"), "it is not told in English");
    ensure!(!seen.body.contains("undefined"), "it says {:?}", seen.body);
    ensure!(seen.form.contains("出生日期"), "the first paint is gone");

    axe::inspect(page.browser, "a page that could not start")?;

    page.press("#failure a")?;
    let heading = || {
        let heading = page
            .browser
            .execute("return document.querySelector('h1')?.innerText ?? ''", Value::Null)?;
        Ok((heading == "各城市积分规则").then_some(()))
    };
    until("the link leads to the rules", heading)?;
    page.browser.back()?;
    until("the failure is told again", shown)?;

    page.site.reply_with(file, None);
    page.press("#failure-retry")?;
    let seen = page.wait_for("the page runs", |seen| seen.ready && !seen.asked.is_empty())?;
    ensure!(!seen.body.contains("页面没能启动"), "the failure is still told");
    Ok(())
}
