//! The code that embeds: as an element, and as the configurator writes it.

use std::collections::BTreeMap;

use anyhow::{Result, ensure};
use jifen_browser::axe;
use jifen_browser::browser::Browser;
use jifen_browser::context::TestContext;
use jifen_browser::page::Page;
use jifen_browser::viewport::Viewport;
use jifen_browser::wait::until;
use serde_json::{Value, json};
use xtask::server::Options;

use super::colour::MEASURE;
use super::host::{Host, WIDE};

pub(super) fn element(context: &TestContext) -> Result<()> {
    let content = "<jifen-estimator scheme='shenzhen' language='en' accent='#7a1f5c'></jifen-estimator>\
                   <script src='{site}embed.js'></script><section></section>";
    let host = Host::open(&context.browser, WIDE, "127.0.0.1", content)?;
    let seen = host.enter_frame(0)?;
    ensure!(seen.scheme == "shenzhen" && seen.language == "en", "it opens as {seen:#?}");
    let found = context.browser.execute(MEASURE, Value::Null)?;
    ensure!(found[0] == "122,31,92", "its colour is {found}");
    host.wait_until_fitted(0)?;
    let moved = "document.querySelector('section').append(document.querySelector('jifen-estimator'));
        return [document.querySelectorAll('iframe').length, document.querySelector('section iframe').title]";
    let moved = host.execute_outside(moved)?;
    ensure!(moved == json!([1, "Points estimator"]), "there are {moved}");
    host.enter_frame(0)?;
    host.wait_until_fitted(0)?;
    // Made by a script of the page's own.
    host.execute_outside(
        "document.querySelector('section').replaceChildren(document.createElement('jifen-estimator'))",
    )?;
    let seen = host.enter_frame(0)?;
    ensure!(seen.scheme == "shanghai" && seen.language == "zh-Hans", "it opens as {seen:#?}");
    host.wait_until_fitted(0).map(drop)
}

fn text(browser: &Browser, id: &str) -> Result<String> {
    let text =
        browser.execute("return document.getElementById(arguments[0]).textContent", json!([id]))?;
    Ok(text.as_str().unwrap_or_default().to_owned())
}

/// Chooses as a person does, with the event that follows.
fn choose(browser: &Browser, choices: &BTreeMap<&str, &str>) -> Result<()> {
    let choose = "for (const [id, value] of Object.entries(arguments[0])) {
          const field = document.getElementById(id);
          field.value = value;
          field.dispatchEvent(new Event('change', { bubbles: true }));
        }";
    browser.execute(choose, json!([choices])).map(drop)
}

pub(super) fn configurator(context: &TestContext, name: &str) -> Result<()> {
    let browser = &context.browser;
    let host = Host::open(browser, WIDE, "127.0.0.1", "")?;
    browser.goto(&host.embedded.address(if name == "embed.html" { "" } else { "#v=1&l=en" }))?;
    host.embedded.wait_for("nothing more comes", |seen| seen.ready && seen.settled)?;
    host.embedded.press(&format!("footer a[href='{name}']"))?;
    let first = until("the code is there", || {
        Ok(Some(text(browser, "code")?).filter(|code| !code.is_empty()))
    });
    let site = host.embedded.site.address();
    let usual = if name == "embed.html" { "" } else { " data-language=\"en\"" };
    let wanted =
        format!("<script async src=\"{site}embed.js\" data-scheme=\"shanghai\"{usual}></script>");
    let first = first?;
    ensure!(first == wanted, "the code is {first}");
    let seen = host.enter_frame(0)?;
    ensure!(seen.scheme == "shanghai", "the preview is {seen:#?}");
    browser.leave_frames()?;

    let copied = "return document.getElementById('copied').dataset[arguments[0]]";
    for outcome in ["copied", "selected"] {
        if outcome == "selected" {
            browser.execute(
                "navigator.clipboard.writeText = () => Promise.reject(new Error())",
                Value::Null,
            )?;
        }
        host.embedded.press("#copy")?;
        let words = browser.execute(copied, json!([outcome]))?;
        until(&format!("it says {words}"), || {
            Ok((text(browser, "copied")? == words).then_some(()))
        })?;
    }
    let selected = browser.execute("return getSelection().toString()", Value::Null)?;
    ensure!(selected == first, "selected is {selected}");

    for kind in ["script", "element", "plain"] {
        browser.leave_frames()?;
        browser.goto(&host.embedded.address(name))?;
        until("the code is there", || {
            Ok(Some(text(browser, "code")?).filter(|code| !code.is_empty()))
        })?;
        let choices = [
            ("kind", kind),
            ("scheme", "beijing"),
            ("language", "en"),
            ("accent", "#7a1f5c"),
            ("width", "400"),
        ];
        choose(browser, &BTreeMap::from(choices))?;
        let code = text(browser, "code")?;
        let width = browser
            .execute("return document.querySelector('#preview iframe').clientWidth", Value::Null)?;
        ensure!(width == 400, "the preview is {width} px wide");
        let seen = host.enter_frame(0)?;
        ensure!(seen.scheme == "beijing" && seen.language == "en", "the preview is {seen:#?}");
        host.show("127.0.0.1", &code)?;
        let seen = host.enter_frame(0)?;
        ensure!(seen.scheme == "beijing" && seen.language == "en", "{code} gives {seen:#?}");
        let found = browser.execute(MEASURE, Value::Null)?;
        ensure!(found[0] == "122,31,92", "{code} gives {found}");
    }
    Ok(())
}

pub(super) fn spoken(context: &TestContext) -> Result<()> {
    for viewport in [Viewport::NARROW, Viewport::DESKTOP] {
        for name in ["embed.html", "embed.en.html"] {
            let page = Page::load(context, viewport, Options::default(), name)?;
            until("the code is there", || {
                Ok(Some(text(page.browser, "code")?).filter(|code| !code.is_empty()))
            })?;
            let wide = "return document.documentElement.scrollWidth - innerWidth";
            let wide = page.browser.execute(wide, Value::Null)?;
            ensure!(wide == 0, "{name} is {wide} px too wide");
            axe::inspect(page.browser, name)?;
        }
    }
    Ok(())
}
