//! A program that does not arrive: the page says so in both languages and leads to what can still be read.

use std::fs;

use anyhow::{Context, Result, bail, ensure};
use jifen_browser::artifacts::dist;
use jifen_browser::axe;
use jifen_browser::context::TestContext;
use jifen_browser::page::Page;
use jifen_browser::rules;
use jifen_browser::suite::Suite;
use jifen_browser::viewport::Viewport;
use jifen_browser::wait::until;
use serde_json::Value;
use xtask::server::{Options, Reply};

use crate::loading::{arrive, held_back};

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
    suite.add("program::what comes later does not arrive", without_later);
    suite.add("program::what comes later is on its way", before_later);
    suite.add("program::what comes later takes the keyboard from nobody", stays);
    suite.add("program::a door leads to what is on its way", door);
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
    until("it says that it is not ready", || says("正在准备。可以先答")(&page))?;
    until("it says that it takes long", || says("网络很慢")(&page))?;
    ensure!(page.snapshot()?.body.contains("The network is slow"), "it is not told in English");
    axe::inspect(page.browser, "a page that does not get ready")?;
    let hash = page.browser.execute("return location.hash", Value::Null)?;
    page.press("#very-slow button")?;
    until("it says so again", || says("正在准备。可以先答")(&page))?;
    let after = page.browser.execute("return location.hash", Value::Null)?;
    ensure!(hash == after, "the address was {hash} and is {after}");
    Ok(())
}

/// The file of the program's later part.
fn later_file() -> Result<String> {
    for entry in fs::read_dir(dist()?)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name.ends_with(LATER) {
            return Ok(name);
        }
    }
    bail!("the program has no later part")
}

/// Form, bar and result work without it; each place that it would draw says so, and how to ask again.
fn without_later(context: &TestContext) -> Result<()> {
    context.expect_console_message("");
    let file = later_file()?;
    let options = Options { replies: [(file.clone(), missing())].into(), ..Options::default() };
    let page = Page::load(context, Viewport::PHONE, options, rules::TWO_ANSWERS)?;
    let failed = "页面的这一部分没有读到";
    page.wait_for("the outlook is told to be missing, and the guide", |seen| {
        seen.ready && seen.result.contains(failed) && seen.body.contains("办事指南没有读到")
    })?;
    page.press("[data-question='education'] label:has([value='master'])")?;
    page.wait_for("answers count", |seen| seen.says("education=master"))?;
    axe::inspect(page.browser, "a page without its later part")?;
    page.unfold(".share")?;
    ensure!(page.text(".share")?.contains(failed), "sharing does not say that it is missing");
    page.press("#print")?;
    page.wait_for("the sheet is told to be awaited", |seen| seen.result.contains("稍等再按一次"))?;
    page.wait_for("it is missing again", |seen| seen.result.contains(failed))?;
    page.press("#result > .later-failed [data-retry-later]")?;
    page.wait_for("and again", |seen| seen.result.contains(failed))?;
    page.focus_comes_to("#result")?;
    page.press("#tab-_compare")?;
    page.wait_for("the comparison is told to be missing", |seen| {
        seen.body.contains("您的回答都还在") && seen.ready
    })?;

    page.site.reply_with(&file, None);
    page.press("#retry")?;
    page.wait_for("the cities are compared", |seen| seen.body.contains("关于您本人的"))?;
    page.press("#tab-shanghai")?;
    page.wait_for("all of it is there", |seen| {
        seen.body.contains("怎样申请")
            && seen.result.contains("往后十年")
            && !seen.body.contains(failed)
    })?;
    Ok(())
}

/// How the name of the program's later part ends.
const LATER: &str = "_later.wasm";

/// What arrives stands between other parts of the result, which stay.
fn stays(context: &TestContext) -> Result<()> {
    context.browser.add_init_script(&held_back(LATER))?;
    let page = Page::load(context, Viewport::DESKTOP, Options::default(), rules::TWO_ANSWERS)?;
    page.wait_for("the result is there", |seen| seen.ready && !seen.low.is_empty())?;
    page.browser.execute("document.getElementById('keep').focus()", Value::Null)?;
    page.focus_comes_to("#keep")?;
    arrive(&page)?;
    page.wait_for("all is there", |seen| seen.settled)?;
    let focus = page.focus()?.context("the keyboard is lost")?;
    ensure!(focus.id == "keep", "the keyboard went to {focus:#?}");
    Ok(())
}

/// A door leads as far as there is something, and on when there is more, unless the person has gone elsewhere.
fn door(context: &TestContext) -> Result<()> {
    context.browser.add_init_script(&held_back(LATER))?;
    let focus = "return document.activeElement.closest('[data-part]')?.dataset.part ?? ''";
    for (goes_on, part) in [(true, "papers"), (false, "")] {
        let page = Page::load(context, Viewport::PHONE, Options::default(), "#v=2&s=shanghai")?;
        page.wait_until_ready()?;
        page.press("[data-door=bring]")?;
        page.focus_comes_to("#guide")?;
        if !goes_on {
            page.press("[data-question='education'] label:has([value='master'])")?;
        }
        arrive(&page)?;
        page.wait_for("the guide is there", |seen| seen.settled)?;
        until("the keyboard is where the person is", || {
            Ok((page.browser.execute(focus, Value::Null)? == part).then_some(()))
        })?;
        page.browser.goto("about:blank")?;
    }
    Ok(())
}

/// While it is on its way, the page can be answered; what was unfolded meanwhile is drawn once it is there.
fn before_later(context: &TestContext) -> Result<()> {
    context.browser.add_init_script(&held_back(LATER))?;
    let page = Page::load(context, Viewport::PHONE, Options::default(), "#v=2&s=shanghai&l=en")?;
    page.wait_for("it can be answered", |seen| seen.ready)?;
    page.press("[data-question='education'] label:has([value='master'])")?;
    let seen = page.wait_for("answers count", |seen| seen.says("education=master"))?;
    ensure!(!seen.result.contains("Getting closer"), "the later part is there already");
    ensure!(!seen.body.contains("could not be loaded"), "it is told to be missing");
    page.unfold(".share")?;
    ensure!(page.text(".share")?.contains("Loading"), "nothing says that it is on its way");
    page.press("#tab-_compare")?;
    page.wait_for("the comparison waits", |seen| seen.body.contains("Loading the rules"))?;
    page.browser.execute("window.arrive()", Value::Null)?;
    page.wait_for("the cities are compared", |seen| seen.body.contains("about you"))?;
    page.press("#tab-shanghai")?;
    page.wait_for("all of it is there", |seen| {
        seen.body.contains("Copy the link") && seen.result.contains("Getting closer")
    })?;
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
