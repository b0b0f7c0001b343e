//! A device remembers answers if somebody asks for it, and forgets them at once when asked.

use anyhow::{Result, ensure};
use jifen_browser::axe;
use jifen_browser::page::{Page, Screen};
use jifen_browser::rules::TWO;
use jifen_browser::stage::{Stage, Suite};
use jifen_browser::wait::until;
use serde_json::{Value, json};
use xtask::server::{Options, Reply};

pub(crate) fn add(suite: &mut Suite) {
    suite.add(
        "remember::nothing without being asked, the address when asked, nothing when erased",
        whole,
    );
    suite.add("remember::clear all clears what is remembered", clear);
    suite.add("remember::the answers of a link do not replace those remembered", other);
    suite.add("remember::a browser that forbids it, or is full, is told of", refused);
    suite.add("remember::never within another page", framed);
    suite.add("remember::erased in one tab, another one does not write it again", tabs);
}

/// Everything in the local storage.
fn stored(page: &Page<'_>) -> Result<Value> {
    page.browser.run("return Object.entries(localStorage)", Value::Null)
}

fn says(page: &Page<'_>, words: &str) -> Result<()> {
    page.when(words, |seen| seen.body.contains(words)).map(drop)
}

fn remember(page: &Page<'_>) -> Result<()> {
    page.press("label:has(#remember)")?;
    until("it is remembered", || Ok((stored(page)? != json!([])).then_some(())))
}

fn whole(stage: &Stage) -> Result<()> {
    let page = Page::open(stage, TWO)?;
    ensure!(stored(&page)? == json!([]), "kept without being asked: {}", stored(&page)?);
    remember(&page)?;
    says(&page, "已记在这台设备")?;
    let hash = page.seen()?.hash;
    ensure!(stored(&page)? == json!([["jifen", hash]]), "kept: {}", stored(&page)?);
    page.press("[data-question='education'] label:has([value='master'])")?;
    until("it follows", || {
        let hash = page.seen()?.hash;
        Ok((hash.contains("master") && stored(&page)? == json!([["jifen", hash]])).then_some(()))
    })?;

    // Opened without a fragment.
    page.browser.go("about:blank")?;
    page.browser.go(&page.address(""))?;
    let seen = page.when("the answers are back", |seen| seen.says("education=master"))?;
    ensure!(seen.body.contains("上次记下的回答"), "nothing is said: {}", seen.body);
    axe::inspect(page.browser, "restored")?;
    page.press("#erase-restored")?;
    says(&page, "已从这台设备上删掉")?;
    ensure!(stored(&page)? == json!([]), "still kept: {}", stored(&page)?);
    let stop = page.stop()?;
    ensure!(stop.is_some_and(|stop| stop.id == "remember"), "the keyboard is lost");
    ensure!(page.seen()?.says("education=master"), "the page lost its answers");

    // The other ways to erase.
    remember(&page)?;
    page.press("#erase")?;
    until("it is erased", || Ok((stored(&page)? == json!([])).then_some(())))?;
    remember(&page)?;
    page.press("label:has(#remember)")?;
    until("it is erased", || Ok((stored(&page)? == json!([])).then_some(())))?;
    page.browser.go("about:blank")?;
    page.browser.go(&page.address(""))?;
    let seen = page.ready()?;
    ensure!(seen.answered.is_empty(), "it comes back: {:?}", seen.answered);
    for screen in [Screen::PHONE, Screen::DESK] {
        for language in ["", "&l=en"] {
            let page = Page::open_on(stage, screen, &format!("{TWO}{language}"))?;
            remember(&page)?;
            page.show_whole(screen)?;
            axe::inspect(page.browser, "remembered")?;
            page.press("#erase")?;
        }
    }
    Ok(())
}

fn clear(stage: &Stage) -> Result<()> {
    let page = Page::open(stage, TWO)?;
    remember(&page)?;
    page.press("#reset")?;
    page.when("everything is cleared", |seen| seen.answered.is_empty())?;
    until(
        "nothing is remembered",
        || Ok((stored(&page)? == json!([["jifen", ""]])).then_some(())),
    )?;
    page.browser.reload()?;
    let seen = page.ready()?;
    ensure!(seen.answered.is_empty() && !seen.body.contains("上次记下的回答"), "{seen:#?}");
    page.press("[data-question='education'] label:has([value='master'])")?;
    until("new answers are", || Ok(stored(&page)?.to_string().contains("master").then_some(())))?;
    page.press("#erase")?;
    Ok(())
}

fn other(stage: &Stage) -> Result<()> {
    let page = Page::open(stage, TWO)?;
    remember(&page)?;
    let kept = stored(&page)?;
    // Pasted into the same tab, then opened anew.
    for _ in 0..2 {
        page.browser.go(&page.address("#v=1&s=shanghai&education=doctor"))?;
        page.when("the link is followed", |seen| seen.says("education=doctor"))?;
        page.press("[data-question='education'] label:has([value='master'])")?;
        page.when("it counts", |seen| seen.says("education=master"))?;
        says(&page, "另记着一份")?;
        ensure!(stored(&page)? == kept, "replaced by {}", stored(&page)?);
        page.browser.go("about:blank")?;
    }
    page.browser.go(&page.address(""))?;
    page.when("one's own are back", |seen| seen.says("education=bachelor"))?;
    page.press("#erase")?;
    Ok(())
}

fn refused(stage: &Stage) -> Result<()> {
    for refusal in [
        "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }",
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })",
    ] {
        stage.browser.on_each_page(refusal)?;
        for (language, words) in [("", "没有记成"), ("&l=en", "Not remembered")] {
            let page = Page::open(stage, &format!("{TWO}{language}"))?;
            page.press("label:has(#remember)")?;
            says(&page, words)?;
            let seen = page.seen()?;
            ensure!(seen.answered.len() == 2, "answers are lost: {:?}", seen.answered);
            let ticked = "return document.getElementById('remember').checked";
            ensure!(page.browser.run(ticked, Value::Null)? == false, "it looks remembered");
        }
    }
    Ok(())
}

fn framed(stage: &Stage) -> Result<()> {
    let frame = format!(
        "<!doctype html><title>Host</title><link rel='icon' href='data:,'><iframe src='index.html{TWO}' title='jifen'></iframe>"
    );
    let reply = Reply { status: 200, media_type: "text/html".into(), body: frame.into_bytes() };
    let options =
        Options { replies: [("host.html".to_owned(), reply)].into(), ..Options::default() };
    let page = Page::load(stage, Screen::DESK, options, "host.html")?;
    until("the frame runs", || {
        let there = "const inside = document.querySelector('iframe').contentDocument;
            return inside.querySelector('#summary') !== null";
        Ok((page.browser.run(there, Value::Null)? == true).then_some(()))
    })?;
    let offered = "return document.querySelector('iframe').contentDocument.querySelector('#remember') !== null";
    ensure!(page.browser.run(offered, Value::Null)? == false, "a frame offers to remember");
    ensure!(stored(&page)? == json!([]), "kept: {}", stored(&page)?);
    Ok(())
}

fn tabs(stage: &Stage) -> Result<()> {
    let page = Page::open(stage, TWO)?;
    remember(&page)?;
    let first = page.browser.open_tab()?;
    page.browser.go(&page.address(""))?;
    page.when("the answers are there", |seen| seen.says("education=bachelor"))?;
    page.press("#erase")?;
    until("it is erased", || Ok((stored(&page)? == json!([])).then_some(())))?;
    page.browser.leave_tab(&first)?;
    page.press("[data-question='education'] label:has([value='master'])")?;
    page.when("it counts", |seen| seen.says("education=master"))?;
    ensure!(stored(&page)? == json!([]), "written again: {}", stored(&page)?);
    let ticked = "return document.getElementById('remember').checked";
    until("the box says so", || Ok((page.browser.run(ticked, Value::Null)? == false).then_some(())))
}
