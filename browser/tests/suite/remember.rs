//! A device remembers answers if somebody asks for it, and forgets them at once when asked.

use anyhow::{Result, ensure};
use jifen_browser::axe;
use jifen_browser::context::TestContext;
use jifen_browser::page::Page;
use jifen_browser::rules::TWO_ANSWERS;
use jifen_browser::suite::Suite;
use jifen_browser::viewport::Viewport;
use jifen_browser::wait::until;
use serde_json::{Value, json};
use xtask::server::{Options, Reply};

pub(crate) fn add(suite: &mut Suite) {
    suite.add(
        "remember::nothing without being asked, the address when asked, nothing when erased",
        whole,
    );
    suite.add("remember::clear all ends remembering", clear);
    suite.add("remember::the answers of a link do not replace those remembered", other);
    suite.add("remember::a browser that forbids it, or is full, is told of", refused);
    suite.add("remember::never within another page", framed);
    suite.add("remember::erased in one tab, another one does not write it again", tabs);
}

/// Everything in the local storage.
fn stored(page: &Page<'_>) -> Result<Value> {
    page.browser.execute("return Object.entries(localStorage)", Value::Null)
}

fn says(page: &Page<'_>, words: &str) -> Result<()> {
    page.wait_for(words, |seen| seen.body.contains(words)).map(drop)
}

fn remember(page: &Page<'_>) -> Result<()> {
    page.press("label:has(#remember)")?;
    until("it is remembered", || Ok((stored(page)? != json!([])).then_some(())))
}

fn whole(context: &TestContext) -> Result<()> {
    let page = Page::open(context, TWO_ANSWERS)?;
    ensure!(stored(&page)? == json!([]), "kept without being asked: {}", stored(&page)?);
    remember(&page)?;
    says(&page, "已记在这台设备")?;
    let hash = page.snapshot()?.hash;
    ensure!(stored(&page)? == json!([["jifen", hash]]), "kept: {}", stored(&page)?);
    page.press("[data-question='education'] label:has([value='master'])")?;
    until("it follows", || {
        let hash = page.snapshot()?.hash;
        Ok((hash.contains("master") && stored(&page)? == json!([["jifen", hash]])).then_some(()))
    })?;

    // Opened without a fragment.
    page.browser.goto("about:blank")?;
    page.browser.goto(&page.address(""))?;
    let seen = page.wait_for("the answers are back", |seen| seen.says("education=master"))?;
    ensure!(seen.body.contains("上次记下的回答"), "nothing is said: {}", seen.body);
    axe::inspect(page.browser, "restored")?;
    page.press("#erase-restored")?;
    says(&page, "已从这台设备上删掉")?;
    ensure!(stored(&page)? == json!([]), "still kept: {}", stored(&page)?);
    page.focus_comes_to("#remember")?;
    ensure!(page.snapshot()?.says("education=master"), "the page lost its answers");

    // The other ways to erase.
    remember(&page)?;
    page.press("#erase")?;
    until("it is erased", || Ok((stored(&page)? == json!([])).then_some(())))?;
    remember(&page)?;
    page.press("label:has(#remember)")?;
    until("it is erased", || Ok((stored(&page)? == json!([])).then_some(())))?;
    page.browser.goto("about:blank")?;
    page.browser.goto(&page.address(""))?;
    let seen = page.wait_until_ready()?;
    ensure!(seen.answered.is_empty(), "it comes back: {:?}", seen.answered);
    for viewport in [Viewport::PHONE, Viewport::DESKTOP] {
        for language in ["", "&l=en"] {
            let page = Page::open_in(context, viewport, &format!("{TWO_ANSWERS}{language}"))?;
            remember(&page)?;
            page.browser.show_full_page(viewport)?;
            axe::inspect(page.browser, "remembered")?;
            page.press("#erase")?;
        }
    }
    Ok(())
}

fn clear(context: &TestContext) -> Result<()> {
    let page = Page::open(context, TWO_ANSWERS)?;
    remember(&page)?;
    page.press("#reset")?;
    page.wait_for("everything is cleared", |seen| seen.answered.is_empty())?;
    until("nothing is remembered", || Ok((stored(&page)? == json!([])).then_some(())))?;
    says(&page, "以后不再记")?;
    page.browser.reload()?;
    let seen = page.wait_until_ready()?;
    ensure!(seen.answered.is_empty() && !seen.body.contains("上次记下的回答"), "{seen:#?}");
    // Whoever comes next is not remembered.
    page.press("[data-question='education'] label:has([value='master'])")?;
    page.wait_for("it counts", |seen| seen.says("education=master"))?;
    ensure!(stored(&page)? == json!([]), "the next person is remembered: {}", stored(&page)?);
    // The same from the end of the page, where the keyboard comes back to its head.
    remember(&page)?;
    page.press("#reset-at-end")?;
    until("nothing is remembered", || Ok((stored(&page)? == json!([])).then_some(())))?;
    page.focus_comes_to("#reset")
}

fn other(context: &TestContext) -> Result<()> {
    let page = Page::open(context, TWO_ANSWERS)?;
    remember(&page)?;
    let kept = stored(&page)?;
    // Pasted into the same tab, then opened anew.
    for _ in 0..2 {
        page.browser.goto(&page.address("#v=1&s=shanghai&education=doctor"))?;
        page.wait_for("the link is followed", |seen| seen.says("education=doctor"))?;
        page.press("[data-question='education'] label:has([value='master'])")?;
        page.wait_for("it counts", |seen| seen.says("education=master"))?;
        says(&page, "另记着一份")?;
        ensure!(stored(&page)? == kept, "replaced by {}", stored(&page)?);
        page.browser.goto("about:blank")?;
    }
    page.browser.goto(&page.address(""))?;
    page.wait_for("one's own are back", |seen| seen.says("education=bachelor"))?;
    page.press("#erase")?;
    Ok(())
}

fn refused(context: &TestContext) -> Result<()> {
    for refusal in [
        "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }",
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })",
    ] {
        context.browser.add_init_script(refusal)?;
        for (language, words) in [("", "没有记成"), ("&l=en", "Not remembered")] {
            let page = Page::open(context, &format!("{TWO_ANSWERS}{language}"))?;
            page.press("label:has(#remember)")?;
            says(&page, words)?;
            let seen = page.snapshot()?;
            ensure!(seen.answered.len() == 2, "answers are lost: {:?}", seen.answered);
            let ticked = "return document.getElementById('remember').checked";
            ensure!(page.browser.execute(ticked, Value::Null)? == false, "it looks remembered");
        }
    }
    Ok(())
}

fn framed(context: &TestContext) -> Result<()> {
    let frame = format!(
        "<!doctype html><title>Host</title><link rel='icon' href='data:,'><iframe src='index.html{TWO_ANSWERS}' title='jifen'></iframe>"
    );
    let reply = Reply { status: 200, media_type: "text/html".into(), body: frame.into_bytes() };
    let options =
        Options { replies: [("host.html".to_owned(), reply)].into(), ..Options::default() };
    let page = Page::load(context, Viewport::DESKTOP, options, "host.html")?;
    until("the frame runs", || {
        let there = "const inside = document.querySelector('iframe').contentDocument;
            return inside.querySelector('#summary') !== null";
        Ok((page.browser.execute(there, Value::Null)? == true).then_some(()))
    })?;
    let offered = "return document.querySelector('iframe').contentDocument.querySelector('#remember') !== null";
    ensure!(page.browser.execute(offered, Value::Null)? == false, "a frame offers to remember");
    ensure!(stored(&page)? == json!([]), "kept: {}", stored(&page)?);
    Ok(())
}

fn tabs(context: &TestContext) -> Result<()> {
    let page = Page::open(context, TWO_ANSWERS)?;
    remember(&page)?;
    let first = page.browser.open_tab()?;
    page.browser.goto(&page.address(""))?;
    page.wait_for("the answers are there", |seen| seen.says("education=bachelor"))?;
    page.press("#erase")?;
    until("it is erased", || Ok((stored(&page)? == json!([])).then_some(())))?;
    page.browser.close_tab(&first)?;
    page.press("[data-question='education'] label:has([value='master'])")?;
    page.wait_for("it counts", |seen| seen.says("education=master"))?;
    ensure!(stored(&page)? == json!([]), "written again: {}", stored(&page)?);
    let ticked = "return document.getElementById('remember').checked";
    until("the box says so", || {
        Ok((page.browser.execute(ticked, Value::Null)? == false).then_some(()))
    })
}
