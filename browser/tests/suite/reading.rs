//! What can be read without scripts.

use std::fs;

use anyhow::{Result, ensure};
use jifen::scheme::Language;
use jifen_browser::artifacts::dist;
use jifen_browser::axe;
use jifen_browser::browser::Browser;
use jifen_browser::context::TestContext;
use jifen_browser::page::Page;
use jifen_browser::rules;
use jifen_browser::suite::Suite;
use jifen_browser::viewport::Viewport;
use serde_json::{Value, json};
use xtask::server::Options;

pub(crate) fn add(suite: &mut Suite) {
    suite.add("reading::without scripts the page says what to do", no_scripts);
    suite.add("reading::every point and every clause is in the readable rules", complete);
    suite.add("reading::the readable rules lead on", ways_on);
    suite.add("reading::axe on the readable rules", accessible);
    suite.add("reading::the readable rules fit a narrow phone", narrow);
}

fn text(browser: &Browser) -> Result<String> {
    let text = browser.execute("return document.body.innerText", Value::Null)?;
    Ok(text.as_str().unwrap_or_default().to_owned())
}

fn no_scripts(context: &TestContext) -> Result<()> {
    context.browser.cdp("Emulation.setScriptExecutionDisabled", json!({ "value": true }))?;
    context.expect_console_message("preload");
    let page = Page::load(context, Viewport::PHONE, Options::default(), "")?;
    let seen = text(page.browser)?;
    for words in ["这一页需要 JavaScript", "This page needs JavaScript", "出生日期"] {
        ensure!(seen.contains(words), "{words:?} is not in {seen:?}");
    }
    ensure!(!seen.contains("页面没能启动"), "it says that it could not start");
    // What was not run stays as it is; axe itself needs scripts.
    context.browser.cdp("Emulation.setScriptExecutionDisabled", json!({ "value": false }))?;
    // For axe, nothing within such an element is ever shown.
    let unwrap = "document.querySelectorAll('noscript').forEach((one) => one.replaceWith(...one.childNodes))";
    let before = text(page.browser)?;
    page.browser.execute(unwrap, Value::Null)?;
    ensure!(text(page.browser)? == before, "it was not shown");
    axe::inspect(page.browser, "the page without scripts")?;
    page.press(".failure a")?;
    ensure!(text(page.browser)?.contains("各城市积分规则"), "the link does not lead to the rules");
    Ok(())
}

fn complete(context: &TestContext) -> Result<()> {
    let page = Page::load(context, Viewport::DESKTOP, Options::default(), "rules/")?;
    for entry in rules::catalogue()?.entries {
        let scheme = rules::scheme(&entry.id)?;
        for (language, ending) in [(Language::Zh, "html"), (Language::En, "en.html")] {
            page.browser.goto(&page.address(&format!("rules/{}.{ending}", entry.id)))?;
            let lang = page.browser.execute("return document.documentElement.lang", Value::Null)?;
            let wanted = if language == Language::Zh { "zh-Hans" } else { "en" };
            ensure!(lang == wanted, "{ending} says it is in {lang}");
            for indicator in &scheme.indicators {
                let script = "return document.getElementById(arguments[0])?.innerText ?? ''";
                let seen = page.browser.execute(script, json!([indicator.id]))?;
                let seen = seen.as_str().unwrap_or_default();
                let filled = |text: &jifen::scheme::Text| {
                    text.read(language).replace("{city}", scheme.city.name.read(language))
                };
                let document =
                    indicator.cite.document.position().map(|position| &scheme.documents[position]);
                let mut wanted = vec![filled(&indicator.name), filled(&indicator.rule)];
                wanted.extend(document.map(|document| filled(&document.title)));
                wanted.extend(document.and_then(|document| document.number.clone()));
                wanted.extend(indicator.cite.article.as_ref().map(filled));
                for words in wanted {
                    ensure!(
                        seen.contains(&words),
                        "{}: {words:?} is not in {seen:?}",
                        indicator.id
                    );
                }
                ensure!(
                    seen.chars().any(|letter| letter.is_ascii_digit()),
                    "{} has no points",
                    indicator.id
                );
            }
        }
    }
    shanghai(&page)
}

/// Values that are known, whatever the rules say of themselves.
fn shanghai(page: &Page<'_>) -> Result<()> {
    page.browser.goto(&page.address("rules/shanghai.html"))?;
    let seen = text(page.browser)?;
    let known = [
        ("age", &["30", "29", "27", "5"][..]),
        ("education", &["50", "60", "90", "100", "110"]),
        ("skill", &["15", "30", "60", "100", "140"]),
        ("insurance-base", &["25", "50", "100", "120"]),
    ];
    for (id, points) in known {
        let cells = "return [...document.querySelectorAll(`#${arguments[0]} td`)].map((one) => one.innerText)";
        let cells: Vec<String> = serde_json::from_value(page.browser.execute(cells, json!([id]))?)?;
        for wanted in points {
            let found = cells.iter().any(|cell| cell.trim_end_matches([' ', '分']) == *wanted);
            ensure!(found, "{id}: no row gives {wanted}: {cells:?}");
        }
    }
    for words in ["120 分", "沪府规〔2022〕21号", "第二条"] {
        ensure!(seen.contains(words), "{words:?} is not in the rules");
    }
    Ok(())
}

fn ways_on(context: &TestContext) -> Result<()> {
    let page = Page::open(context, "#v=1&s=shanghai&education=bachelor")?;
    page.press("footer a")?;
    ensure!(text(page.browser)?.contains("规则全文"), "the foot does not lead to the rules");
    page.press("nav a[hreflang='en']")?;
    ensure!(text(page.browser)?.contains("the rules in full"), "there is no way to English");
    page.press("nav a")?;
    let seen = page.wait_until_ready()?;
    ensure!(
        seen.language == "en" && seen.scheme == "shanghai",
        "back: {:?} {:?}",
        seen.language,
        seen.scheme
    );
    Ok(())
}

/// The addresses of all readable pages.
fn all() -> Result<Vec<String>> {
    let mut pages = Vec::new();
    for entry in fs::read_dir(dist()?.join("rules"))? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name.ends_with(".html") {
            pages.push(format!("rules/{name}"));
        }
    }
    pages.sort();
    ensure!(pages.len() >= 4, "there are only {pages:?}");
    Ok(pages)
}

fn accessible(context: &TestContext) -> Result<()> {
    let page = Page::load(context, Viewport::DESKTOP, Options::default(), "rules/")?;
    for address in all()? {
        page.browser.goto(&page.address(&address))?;
        axe::inspect(page.browser, &address)?;
    }
    Ok(())
}

fn narrow(context: &TestContext) -> Result<()> {
    let page = Page::load(context, Viewport::NARROW, Options::default(), "rules/")?;
    for address in all()? {
        page.browser.goto(&page.address(&address))?;
        let width =
            page.browser.execute("return document.documentElement.scrollWidth", Value::Null)?;
        ensure!(width.as_u64() <= Some(320), "{address} is {width} px wide on a screen of 320");
    }
    Ok(())
}
