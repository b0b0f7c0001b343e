//! The way to the comparison, through it and back, and the file that it takes.

use std::fs;

use anyhow::{Context, Result, ensure};
use jifen::link::COMPARE;
use jifen::scheme::Language;
use jifen_browser::artifacts::dist;
use jifen_browser::context::TestContext;
use jifen_browser::engine::Engine;
use jifen_browser::keyboard::{key, press_keys};
use jifen_browser::page::Page;
use jifen_browser::pointer::Pointer;
use jifen_browser::viewport::Viewport;
use serde_json::Value;
use xtask::server::{Options, Reply};

use super::cards::{Card, THREE, address, cards, lists_all};

fn files(page: &Page<'_>) -> Vec<String> {
    let mut files: Vec<String> = page.site.requests();
    // The guide comes when it comes: nobody waits for it.
    files.retain(|path| path.ends_with(".pack") && !path.ends_with(".guide.pack"));
    let name = |path: &String| path.rsplit('/').next().unwrap_or_default().to_owned();
    let mut files: Vec<String> = files.iter().map(name).collect();
    if page.browser.engine() == Engine::WebKit {
        // It asks again for the one file that the page lets it fetch ahead.
        let mut before = 0;
        files.retain(|name| name != "catalogue.pack" || std::mem::replace(&mut before, 1) == 0);
    }
    files
}

pub(super) fn there_and_back(context: &TestContext) -> Result<()> {
    let page = Page::open_in(context, Viewport::PHONE, &format!("#v=1&s=shanghai&{THREE}"))?;
    ensure!(files(&page) == ["catalogue.pack", "shanghai.pack"], "at first: {:?}", files(&page));
    // The tab is in sight without scrolling.
    Pointer::Touch.press(page.browser, "#tab-_compare")?;
    cards(&page)?;
    let all = ["catalogue.pack", "shanghai.pack", "all.pack"];
    ensure!(files(&page) == all, "for the comparison: {:?}", files(&page));
    page.press("[data-compared='tianjin'] button")?;
    let there = page.wait_for("the city is open", |seen| {
        seen.scheme == "tianjin" && seen.hash.contains("s=tianjin")
    })?;
    ensure!(there.answered.contains(&"education".to_owned()), "answered: {:?}", there.answered);
    let top = "return document.querySelector('#panel').getBoundingClientRect().top";
    let top = page.browser.execute(top, Value::Null)?.as_f64().context("no panel")?;
    ensure!(top.abs() < 740.0, "the city opens out of sight, {top} px away");
    page.press("#tab-beijing")?;
    page.wait_for("another city is open", |seen| {
        seen.scheme == "beijing" && !seen.asked.is_empty()
    })?;
    page.press("#to-comparison")?;
    cards(&page)?;
    ensure!(files(&page) == all, "everything was here: {:?}", files(&page));
    page.browser.reload()?;
    page.wait_until_ready()?;
    cards(&page)?;
    page.press("#reset")?;
    page.wait_for("everything is cleared", |seen| {
        seen.body.contains("已清空") && !seen.says("education")
    })?;
    ensure!(cards(&page)?.iter().all(Card::is_silent), "answers still count");
    page.press("#undo-reset")?;
    page.wait_for("the answers are back", |seen| seen.says("education"))?;
    ensure!(cards(&page)?.iter().all(|card| card.class != "unasked"), "the answers do not count");
    Ok(())
}

pub(super) fn by_keyboard(context: &TestContext) -> Result<()> {
    let page = Page::open(context, &format!("#v=1&s=shanghai&{THREE}"))?;
    page.tab_to("the tabs", |focus| focus.role == "tab")?;
    for (pressed, open) in [(key::END, COMPARE), (key::RIGHT, "shanghai"), (key::LEFT, COMPARE)] {
        press_keys(page.browser, &pressed.to_string())?;
        page.wait_for(open, |seen| seen.scheme == open)?;
    }
    let cards = cards(&page)?;
    page.focus_comes_to("#tab-_compare")?;
    let mut first = page.tab()?.context("Tab leads nowhere")?;
    // What says that the answers came with a link stands before the cards.
    if first.id == "start-own" {
        first = page.tab()?.context("Tab leads nowhere")?;
    }
    let second = page.tab()?.context("Tab leads nowhere")?;
    for (focus, card) in [first, second].iter().zip(&cards) {
        let name = focus.text.split_whitespace().collect::<Vec<_>>().join(" ");
        ensure!(card.text.starts_with(name.trim_end_matches(['›', ' '])), "{focus:#?}, {card:?}");
    }
    press_keys(page.browser, &key::ENTER.to_string())?;
    page.wait_for("the second city is open", |seen| seen.scheme == cards[1].scheme)?;
    page.focus_comes_to("#panel")
}

pub(super) fn fails(context: &TestContext) -> Result<()> {
    context.expect_console_message("404");
    let missing = Reply { status: 404, media_type: "text/plain".into(), body: Vec::new() };
    let mut cut = fs::read(dist()?.join("rules/all.pack"))?;
    cut.truncate(cut.len() / 2);
    let cut = Reply { status: 200, media_type: "application/octet-stream".into(), body: cut };
    let path = "rules/all.pack".to_owned();
    let options = Options { replies: [(path.clone(), missing)].into(), ..Options::default() };
    let page = Page::load(context, Viewport::DESKTOP, options, &address(THREE, Language::Zh))?;
    page.wait_for("the failure is told", |seen| {
        seen.ready && seen.body.contains("网站回答了 404")
    })?;
    ensure!(
        page.snapshot()?.body.contains("您的回答都还在"),
        "nothing says that the answers are kept"
    );
    page.site.reply_with(&path, Some(cut));
    page.press("#retry")?;
    page.wait_for("the other failure is told", |seen| seen.body.contains("没有传完整"))?;
    page.press("#tab-shanghai")?;
    page.wait_for("a city still opens", |seen| {
        seen.scheme == "shanghai" && !seen.asked.is_empty()
    })?;
    page.site.reply_with(&path, None);
    page.press("#tab-_compare")?;
    lists_all(&cards(&page)?, Language::Zh)
}
