//! What the keyboard leads to, apart from filling in the form.

use anyhow::{Context, Result, ensure};
use jifen_browser::hand::{key, strike};
use jifen_browser::keyboard::Stop;
use jifen_browser::page::{Page, Screen};
use jifen_browser::stage::{Stage, Suite};

pub(crate) fn add(suite: &mut Suite) {
    suite.add("keyboard::the first stop skips to the result", skip);
    suite.add("keyboard::an arrow walks through the options of a question", arrows);
    suite.add("keyboard::nothing pressed loses the keyboard", never_lost);
    suite.add("keyboard::the whole page can be walked on a phone", walk);
}

fn skip(stage: &Stage) -> Result<()> {
    let page = Page::open(stage, "#v=1&s=shanghai&education=bachelor")?;
    let first = page.tab()?.context("Tab leads nowhere")?;
    ensure!(first.text == "跳到估算结果", "the first stop is {first:#?}");
    strike(page.browser, &key::ENTER.to_string())?;
    let there = page.stop()?.context("the keyboard is lost")?;
    ensure!(there.id == "result", "the skip link leads to {there:#?}");
    ensure!(page.seen()?.says("education=bachelor"), "the skip link took the answers away");
    let next = page.tab()?.context("Tab leads nowhere from the result")?;
    ensure!(next.in_result, "after the skip, Tab leads to {next:#?}");
    Ok(())
}

fn arrows(stage: &Stage) -> Result<()> {
    let page = Page::open(stage, "#v=1&s=shanghai")?;
    page.tab_to("the schooling question", |stop| stop.question == "education")?;
    let expected = ["secondary", "associate", "bachelor"];
    for option in expected {
        strike(page.browser, &key::DOWN.to_string())?;
        page.when(option, |seen| seen.says(&format!("education={option}")))?;
    }
    let back = page.tab_back()?.context("the keyboard is lost")?;
    ensure!(back.question == "birth-date", "backward from schooling leads to {back:#?}");
    Ok(())
}

/// Buttons that go away when pressed must hand the keyboard on.
fn never_lost(stage: &Stage) -> Result<()> {
    let page = Page::open(stage, "#v=1&s=shanghai&education=bachelor&nonsense")?;
    let press = |what: &str, text: &str, keys: &str| -> Result<()> {
        page.browser.run("document.querySelector('#app a').focus()", serde_json::Value::Null)?;
        page.tab_to(what, |stop| stop.text.starts_with(text))?;
        strike(page.browser, keys)?;
        let stop = page.stop()?;
        ensure!(stop.is_some(), "the keyboard is lost after pressing {what}");
        Ok(())
    };
    press("the close button of the notice", "知道了", " ")?;
    press("the clear button of schooling", "清除回答", " ")?;
    press("none of these", "都没有", " ")?;
    press("undo", "撤销", " ")?;
    press("one by one", "有，逐项回答", " ")?;
    press("one by one, in the next such section", "有，逐项回答", " ")?;
    press("add a record", "添加一条", " ")?;
    press("remove the record", "删除第 1 条", " ")?;
    press("yes", "是", " ")?;
    press("the way to an open question", "去回答", "\u{e007}")?;
    press("clear all", "清空", " ")?;
    press("bring it back", "撤销", " ")?;
    Ok(())
}

fn walk(stage: &Stage) -> Result<()> {
    let page = Page::open_on(stage, Screen::PHONE, "#v=1&s=shanghai&l=en&education=bachelor")?;
    let last = walk_through(&page)?;
    ensure!(last.iter().any(|stop| stop.id == "to-result"), "the bar at the end is not reached");
    Ok(())
}

/// Walks with Tab from the page's beginning to its end: each stop is marked, in sight, and after the one before.
pub(crate) fn walk_through(page: &Page<'_>) -> Result<Vec<Stop>> {
    let mut stops: Vec<Stop> = Vec::new();
    while let Some(stop) = page.tab()? {
        let before = stops.last().map_or(0, |before| before.order);
        // Year, month and day of the browser's own field are stops of one element.
        if stop.sort == "date" && stop.order == before {
            continue;
        }
        ensure!(stop.order > before, "the keyboard goes back to {stop:#?}");
        stops.push(stop);
    }
    Ok(stops)
}
