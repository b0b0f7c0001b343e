//! axe in every state of the page, and what a screen reader is told.

use crate::reach::fits;
use anyhow::{Result, ensure};
use jifen_browser::axe;
use jifen_browser::context::TestContext;
use jifen_browser::keyboard::{key, press_keys};
use jifen_browser::page::Page;
use jifen_browser::rules;
use jifen_browser::suite::Suite;
use jifen_browser::viewport::Viewport;
use serde_json::{Value, json};
use xtask::server::{Options, Reply};

/// Much answered, some of it still open.
const FILLED: &str = "v=1&s=shanghai&birth-date=19900101&education=bachelor&academic-degree=bachelor\
    &shanghai.insured-months=40&shanghai.insured-now=0&skill-level=level-2&crime-records=20240101\
    &shanghai.outside-branch=0&shanghai.residence-permit=suspended&shanghai.owns-company=1";

/// States of the page, by their address.
const STATES: [(&str, &str); 8] = [
    ("empty", ""),
    ("empty, English", "v=1&l=en"),
    ("filled", FILLED),
    ("a veto", "v=1&s=shanghai&serious-crime=1"),
    ("undecided", "v=1&s=shanghai&education=bachelor"),
    ("undecided, English", "v=1&s=shanghai&l=en&education=bachelor"),
    ("odd address", "v=9&s=atlantis&e=2013&birth-date=1&education=bachelor&%3C"),
    ("odd address, English", "v=9&s=atlantis&e=2013&l=en&birth-date=1&education=bachelor&%3C"),
];

pub(crate) fn add(suite: &mut Suite) -> Result<()> {
    for (name, address) in STATES {
        suite.add(format!("accessibility::axe: {name}"), move |context| {
            context.expect_console_message("rules/atlantis.pack");
            let page = Page::open(context, &format!("#{address}"))?;
            axe::inspect(page.browser, name)?;
            page.browser.show_full_page(Viewport::PHONE)?;
            axe::inspect(page.browser, &format!("{name}, on a phone"))
        });
    }
    for (name, kind, value) in [
        ("dark", "prefers-color-scheme", "dark"),
        ("more contrast", "prefers-contrast", "more"),
        ("forced colours", "forced-colors", "active"),
    ] {
        suite.add(format!("accessibility::axe: unfolded, {name}"), move |context| {
            let media = json!({ "features": [{ "name": kind, "value": value }] });
            context.browser.cdp("Emulation.setEmulatedMedia", media)?;
            unfolded(context, name, "")
        });
    }
    suite.add("accessibility::axe: unfolded", |context| unfolded(context, "unfolded", ""));
    suite.add("accessibility::axe: unfolded, English", |context| {
        unfolded(context, "English", "&l=en")
    });
    suite.add("accessibility::axe: unfolded, larger text", larger);
    suite.add("accessibility::axe: failure messages", failures);
    suite.add("accessibility::axe: what was typed does not fit", does_not_fit);
    suite.add("accessibility::axe: cleared", cleared);
    suite.add("accessibility::every question has a name, and so has each of its fields", names);
    suite.add("accessibility::one polite sentence after a pause", spoken);
    for entry in rules::catalogue()?.entries {
        suite.add(format!("accessibility::every scheme: {}", entry.id), move |context| {
            every_scheme(context, &entry.id)
        });
    }
    Ok(())
}

/// The whole of a scheme: its questions, its result with every rule and table, in both languages.
fn every_scheme(context: &TestContext, id: &str) -> Result<()> {
    let page =
        Page::open_in(context, Viewport::NARROW, &format!("#v=1&s={id}&l=en&birth-date=19900101"))?;
    page.unfold_all()?;
    fits(&page, &format!("{id} in English"))?;
    page.browser.show_full_page(Viewport::NARROW)?;
    axe::inspect(page.browser, &format!("{id} in English"))?;
    page.press("#language")?;
    page.wait_for("the page is Chinese", |seen| seen.language == "zh-Hans")?;
    fits(&page, &format!("{id} in Chinese"))
}

fn unfolded(context: &TestContext, name: &str, language: &str) -> Result<()> {
    let page = Page::open(context, &format!("#{FILLED}{language}"))?;
    page.unfold_all()?;
    axe::inspect(page.browser, name)
}

fn larger(context: &TestContext) -> Result<()> {
    let page = Page::open_in(context, Viewport::PHONE, &format!("#{FILLED}"))?;
    let size = "return parseFloat(getComputedStyle(document.querySelector('legend')).fontSize)";
    let before = page.browser.execute(size, Value::Null)?.as_f64();
    page.press("#larger")?;
    page.unfold_all()?;
    let pressed = page
        .browser
        .execute("return document.getElementById('larger').ariaPressed", Value::Null)?;
    ensure!(pressed == "true", "the button does not say that it is pressed");
    let after = page.browser.execute(size, Value::Null)?.as_f64();
    ensure!(after > before.map(|size| size * 1.2), "the text went from {before:?} to {after:?} px");
    page.browser.show_full_page(Viewport::PHONE)?;
    axe::inspect(page.browser, "larger text")
}

fn failures(context: &TestContext) -> Result<()> {
    context.expect_console_message("404");
    let missing = Reply { status: 404, media_type: "text/plain".into(), body: Vec::new() };
    for (language, words) in [("", "规则没有读到"), ("&l=en", "The rules could not be read")]
    {
        let replies = [("rules/shanghai.pack".to_owned(), missing.clone())].into();
        let options = Options { replies, ..Options::default() };
        let page = Page::load(context, Viewport::PHONE, options, &format!("#{FILLED}{language}"))?;
        page.wait_for("the failure is told", |seen| seen.body.contains(words))?;
        page.browser.show_full_page(Viewport::PHONE)?;
        axe::inspect(page.browser, words)?;
    }
    let page = Page::open_in(context, Viewport::PHONE, "")?;
    page.browser.execute("showFailure('not loaded: a file')", Value::Null)?;
    page.wait_for("the failure is told", |seen| seen.body.contains("页面没能启动"))?;
    axe::inspect(page.browser, "a page that stopped")?;
    let dead = page.browser.execute("return document.getElementById('app').inert", Value::Null)?;
    ensure!(dead == true, "what does not work any more can still be pressed");
    Ok(())
}

fn does_not_fit(context: &TestContext) -> Result<()> {
    for (language, words) in [("", "没有 13 月"), ("&l=en", "There is no month 13")] {
        let page = Page::open(context, &format!("#v=1&s=shanghai{language}"))?;
        page.press("[data-question='birth-date'] input")?;
        let tab = key::TAB;
        press_keys(page.browser, &format!("1990{tab}13{tab}1{tab}"))?;
        let seen = page.wait_for("the error is told", |seen| seen.form.contains(words))?;
        ensure!(!seen.answered.contains(&"birth-date".to_owned()), "it counts as answered");
        let told = page.browser.execute(
            "const input = document.querySelector('[aria-invalid=true]');
            return document.getElementById(input.getAttribute('aria-describedby')).innerText",
            Value::Null,
        )?;
        ensure!(
            told.as_str().is_some_and(|told| told.contains(words)),
            "the field is described by {told}"
        );
        axe::inspect(page.browser, words)?;
    }
    Ok(())
}

fn cleared(context: &TestContext) -> Result<()> {
    let page = Page::open_in(context, Viewport::PHONE, &format!("#{FILLED}"))?;
    page.press("#reset")?;
    page.wait_for("it says so", |seen| seen.body.contains("已清空"))?;
    page.browser.show_full_page(Viewport::PHONE)?;
    axe::inspect(page.browser, "cleared")
}

fn names(context: &TestContext) -> Result<()> {
    for language in ["zh", "en"] {
        let page = Page::open(context, &format!("#{FILLED}&l={language}"))?;
        page.press("[data-unfold]")?;
        let groups = named(&page)?;
        let asked = page.snapshot()?.asked.len();
        ensure!(groups >= asked, "{asked} questions, but only {groups} groups have a name");
    }
    Ok(())
}

/// Names as the browser computes them for a screen reader: each control has one, and there is one main part. Says how
/// many groups have a name.
pub(crate) fn named(page: &Page<'_>) -> Result<usize> {
    let tree = page.browser.cdp("Accessibility.getFullAXTree", json!({}))?;
    let nodes = tree["nodes"].as_array().cloned().unwrap_or_default();
    let role = |node: &Value| node["role"]["value"].as_str().unwrap_or_default().to_owned();
    let name = |node: &Value| node["name"]["value"].as_str().unwrap_or_default().trim().to_owned();
    let shown: Vec<_> = nodes.iter().filter(|node| node["ignored"] == false).collect();
    let controls = [
        "radio",
        "checkbox",
        "textbox",
        "Date",
        "button",
        "tab",
        "link",
        "image",
        "DisclosureTriangle",
    ];
    let controls = shown.iter().filter(|node| controls.contains(&role(node).as_str()));
    let nameless: Vec<_> =
        controls.filter(|node| name(node).is_empty()).map(|node| role(node)).collect();
    ensure!(nameless.is_empty(), "without a name: {nameless:?}");
    let landmarks = shown.iter().filter(|node| role(node) == "main").count();
    ensure!(landmarks == 1, "{landmarks} main landmarks");
    // A fold is a group too, and is named by its summary.
    Ok(shown.iter().filter(|node| role(node) == "group" && !name(node).is_empty()).count())
}

fn spoken(context: &TestContext) -> Result<()> {
    let page = Page::open(context, "#v=1&s=shanghai")?;
    page.browser.execute(
        "const spoken = document.getElementById('spoken');
        window.said = [];
        new MutationObserver(() => window.said.push(spoken.textContent))
          .observe(spoken, { childList: true, characterData: true, subtree: true });",
        Value::Null,
    )?;
    // Quicker than anybody answers.
    let press =
        "for (const value of arguments) document.querySelector(`#form [value=${value}]`).click()";
    page.browser.execute(press, json!(["secondary", "associate", "bachelor"]))?;
    let seen = page.wait_for("it is said", |seen| !seen.spoken.is_empty())?;
    let said: Vec<String> =
        serde_json::from_value(page.browser.execute("return window.said", Value::Null)?)?;
    ensure!(said == [seen.spoken.clone()], "said: {said:?}");
    ensure!(
        seen.spoken.contains(seen.headline.as_str()),
        "said {:?}, shown {:?}",
        seen.spoken,
        seen.headline
    );
    ensure!(seen.spoken.chars().count() < 80, "too long to listen to: {:?}", seen.spoken);
    let polite =
        "return document.querySelector('#spoken:is([role=status], [aria-live=polite])') !== null";
    ensure!(page.browser.execute(polite, Value::Null)? == true, "the region is not polite");
    page.browser.execute(press, json!(["here"]))?;
    page.wait_for("the next is said", |now| now.spoken != seen.spoken && !now.spoken.is_empty())?;
    Ok(())
}
