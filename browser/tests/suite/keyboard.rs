//! What the keyboard leads to, apart from filling in the form.

use anyhow::{Context, Result, ensure};
use jifen_browser::context::TestContext;
use jifen_browser::focus::Focus;
use jifen_browser::keyboard::{key, press_keys};
use jifen_browser::page::Page;
use jifen_browser::suite::Suite;
use jifen_browser::viewport::Viewport;

pub(crate) fn add(suite: &mut Suite) {
    suite.add("keyboard::the first stop skips to the result", skip);
    suite.add("keyboard::an arrow walks through the options of a question", arrows);
    suite.add("keyboard::nothing pressed loses the keyboard", never_lost);
    suite.add("keyboard::the whole page can be walked on a phone", walk);
}

fn skip(context: &TestContext) -> Result<()> {
    let page = Page::open(context, "#v=1&s=shanghai&education=bachelor")?;
    let first = page.tab()?.context("Tab leads nowhere")?;
    ensure!(first.text == "跳到估算结果", "the first stop is {first:#?}");
    press_keys(page.browser, &key::ENTER.to_string())?;
    page.focus_comes_to("#result")?;
    ensure!(page.snapshot()?.says("education=bachelor"), "the skip link took the answers away");
    let next = page.tab()?.context("Tab leads nowhere from the result")?;
    ensure!(next.in_result, "after the skip, Tab leads to {next:#?}");
    Ok(())
}

fn arrows(context: &TestContext) -> Result<()> {
    let page = Page::open(context, "#v=1&s=shanghai")?;
    // Its word is explained, and is a stop before the options.
    page.tab_to("the schooling question", |focus| {
        focus.question == "education" && focus.tag == "input"
    })?;
    let expected = ["secondary", "associate", "bachelor"];
    for option in expected {
        press_keys(page.browser, &key::DOWN.to_string())?;
        page.wait_for(option, |seen| seen.says(&format!("education={option}")))?;
    }
    let mut back = page.tab_back()?.context("the keyboard is lost")?;
    while back.question == "education" {
        back = page.tab_back()?.context("the keyboard is lost")?;
    }
    ensure!(back.question == "birth-date", "backward from schooling leads to {back:#?}");
    Ok(())
}

/// Buttons that go away when pressed must hand the keyboard on.
fn never_lost(context: &TestContext) -> Result<()> {
    let page = Page::open(context, "#v=1&s=shanghai&education=bachelor&nonsense")?;
    let press = |what: &str, text: &str, keys: &str| -> Result<()> {
        page.browser
            .execute("document.querySelector('#app a').focus()", serde_json::Value::Null)?;
        page.tab_to(what, |focus| focus.text.starts_with(text))?;
        press_keys(page.browser, keys)?;
        let focus = page.focus()?;
        ensure!(focus.is_some(), "the keyboard is lost after pressing {what}");
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

fn walk(context: &TestContext) -> Result<()> {
    let page = Page::open_in(context, Viewport::PHONE, "#v=1&s=shanghai&l=en&education=bachelor")?;
    let last = walk_through(&page)?;
    ensure!(last.iter().any(|focus| focus.id == "to-result"), "the bar at the end is not reached");
    Ok(())
}

/// Walks with Tab from the page's beginning to its end: each stop is marked, in sight, and after the one before.
pub(crate) fn walk_through(page: &Page<'_>) -> Result<Vec<Focus>> {
    let mut stops: Vec<Focus> = Vec::new();
    while let Some(focus) = page.tab()? {
        let before = stops.last().map_or(0, |before| before.order);
        // Year, month and day of the browser's own field are stops of one element.
        if focus.input_type == "date" && focus.order == before {
            continue;
        }
        ensure!(focus.order > before, "the keyboard goes back to {focus:#?}");
        stops.push(focus);
    }
    Ok(stops)
}
