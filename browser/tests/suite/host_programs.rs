//! Browsers within other programs, and programs that change the page: no printing, no clipboard that answers, words that a
//! translator has put its own in place of.

use anyhow::{Context, Result, ensure};
use jifen_browser::context::TestContext;
use jifen_browser::page::Page;
use jifen_browser::rules::TWO_ANSWERS;
use jifen_browser::suite::Suite;
use jifen_browser::viewport::Viewport;
use jifen_browser::wait::until;
use serde_json::Value;

pub(crate) fn add(suite: &mut Suite) {
    suite.add(
        "host_programs::a browser that does not print is told of, and what else can be done",
        no_printing,
    );
    suite.add("host_programs::a clipboard that never answers is told of", silent_clipboard);
    suite.add("host_programs::what cannot be saved there can be done elsewhere", no_download);
    suite.add("host_programs::a translated page stays true", translated);
}

fn says(page: &Page<'_>, selector: &str, words: &str) -> Result<()> {
    until(&format!("{words} is said"), || Ok(page.text(selector)?.contains(words).then_some(())))
}

fn no_printing(context: &TestContext) -> Result<()> {
    context.browser.add_init_script("window.print = () => {}")?;
    for (language, words) in [("&l=zh", "不能打印"), ("&l=en", "may not print")] {
        let page = Page::open_in(context, Viewport::PHONE, &format!("{TWO_ANSWERS}{language}"))?;
        page.press("#print")?;
        says(&page, "#print-told", words)?;
    }
    // One that prints says nothing of the kind.
    context.browser.add_init_script(
        "window.print = () => { window.dispatchEvent(new Event('beforeprint')); window.printed = true; }",
    )?;
    let page = Page::open_in(context, Viewport::PHONE, TWO_ANSWERS)?;
    page.press("#print")?;
    until("it prints", || {
        let printed = page.browser.execute("return window.printed === true", Value::Null)?;
        Ok((printed == true).then_some(()))
    })?;
    let later = "const done = arguments[0]; setTimeout(() => done(document.querySelector('#print-told').textContent), 2500)";
    let said = page.browser.execute_async(later, Value::Null)?;
    ensure!(said == "", "it is said that nothing was printed: {said}");
    Ok(())
}

fn silent_clipboard(context: &TestContext) -> Result<()> {
    context.browser.add_init_script(
        "Object.defineProperty(navigator, 'clipboard', {
          configurable: true, value: { writeText: () => new Promise(() => {}) },
        })",
    )?;
    let page = Page::open_in(context, Viewport::PHONE, TWO_ANSWERS)?;
    page.unfold(".share")?;
    page.press("#copy")?;
    says(&page, "#share-told", "没有复制成")?;
    let by_hand = "return document.getElementById('by-hand').value";
    let address = page.browser.execute(by_hand, Value::Null)?;
    ensure!(address.as_str().is_some_and(|address| address.contains("#v=")), "{address}");
    Ok(())
}

fn no_download(context: &TestContext) -> Result<()> {
    let page = Page::open_in(context, Viewport::PHONE, TWO_ANSWERS)?;
    page.unfold(".share")?;
    page.press("#save")?;
    says(&page, "#share-told", "聊天软件里常常不能下载")
}

/// What translators of pages do to every text that they are not forbidden.
const TRANSLATE: &str = "
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) {
      const text = walker.currentNode;
      if (text.nodeValue.trim() && !text.parentElement.closest('[translate=no], script, noscript, textarea, option')) texts.push(text);
    }
    for (const text of texts) {
      const [outer, inner] = [document.createElement('font'), document.createElement('font')];
      inner.textContent = '¿' + text.nodeValue + '?';
      outer.append(inner);
      text.replaceWith(outer);
    }
    return texts.length";

fn translated(context: &TestContext) -> Result<()> {
    let page = Page::open(context, &format!("{TWO_ANSWERS}&l=zh"))?;
    let texts = page.browser.execute(TRANSLATE, Value::Null)?;
    ensure!(texts.as_u64().context("no number")? > 100, "hardly anything was translated: {texts}");
    let before = page.snapshot()?;
    page.press("[data-question='academic-degree'] label:nth-of-type(2)")?;
    page.press("[data-question='education-accepted'] label:nth-of-type(1)")?;
    let seen = page.wait_for("the answers count", |seen| seen.summary.starts_with("120 "))?;
    ensure!(seen.summary != before.summary && seen.headline != before.headline, "{}", seen.summary);
    ensure!(
        !seen.result.contains('¿'),
        "what follows from answers was translated: {}",
        seen.result
    );
    page.press("#clear, #reset")?;
    page.wait_for("nothing is answered", |seen| {
        seen.verdict == "none" && seen.answered.is_empty()
    })?;
    page.press("[role='tab'][data-city='beijing']")?;
    let seen = page.wait_for("another city", |seen| {
        seen.scheme == "beijing" && seen.settled && !seen.asked.is_empty()
    })?;
    ensure!(seen.form.contains("北京"), "the form is another city's: {}", seen.form);
    ensure!(!seen.form.contains("上海"), "the form is another city's: {}", seen.form);
    Ok(())
}
