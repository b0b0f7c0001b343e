//! The cities as tabs, with a catalogue of three cities made from one.

use anyhow::{Context, Result, ensure};
use jifen::scheme::{Catalogue, Entry, Text};
use jifen_browser::artifacts::dist;
use jifen_browser::axe;
use jifen_browser::context::TestContext;
use jifen_browser::keyboard::{key, press_keys};
use jifen_browser::page::Page;
use jifen_browser::rules;
use jifen_browser::suite::Suite;
use jifen_browser::viewport::Viewport;
use serde_json::{Value, json};
use xtask::server::{Options, Reply};

const CITIES: [&str; 3] = ["shanghai", "second", "third"];

pub(crate) fn add(suite: &mut Suite) {
    suite.add_everywhere("tabs::the keyboard moves between cities", by_keyboard);
    suite.add_everywhere("tabs::a person answers once for every city", shared);
    suite
        .add("tabs::on a phone the open city is seen whole, fields have room, and nothing counts as answered", phone);
    suite.add("tabs::a city that fails leaves the others usable", one_fails);
}

fn cities() -> Result<Options> {
    let first = rules::scheme(rules::SCHEME)?;
    let mut catalogue = Catalogue { entries: Vec::new(), holidays: Default::default() };
    let mut options = Options::default();
    let mut serve = |path: String, body: Vec<u8>| {
        let reply = Reply { status: 200, media_type: "application/octet-stream".into(), body };
        options.replies.insert(path, reply);
    };
    for (place, id) in (1..).zip(CITIES) {
        let mut scheme = first.clone();
        id.clone_into(&mut scheme.id);
        id.clone_into(&mut scheme.city.id);
        scheme.city.tab = place;
        scheme.city.name = Text { zh: format!("第{place}城"), en: format!("City {place}") };
        catalogue.entries.push(Entry::from(&scheme));
        serve(format!("rules/{id}.pack"), scheme.to_pack()?);
        serve(
            format!("rules/{id}.guide.pack"),
            std::fs::read(dist()?.join("rules/shanghai.guide.pack"))?,
        );
    }
    serve("rules/catalogue.pack".to_owned(), catalogue.to_pack()?);
    Ok(options)
}

/// The tabs: which is chosen, which can be reached by Tab, and what the panel is named by.
fn state(page: &Page<'_>) -> Result<Value> {
    page.browser.execute(
        "const tabs = [...document.querySelectorAll('[role=tablist] > [role=tab]')];
        const panel = document.querySelector('[role=tabpanel]');
        return {
          names: tabs.map((tab) => tab.innerText.trim()),
          chosen: tabs.filter((tab) => tab.ariaSelected === 'true').map((tab) => tab.id),
          stops: tabs.filter((tab) => tab.tabIndex === 0).map((tab) => tab.id),
          controls: tabs.every((tab) => tab.getAttribute('aria-controls') === panel.id),
          panel: panel.getAttribute('aria-labelledby'),
          focus: document.activeElement.id,
        }",
        Value::Null,
    )
}

fn by_keyboard(context: &TestContext) -> Result<()> {
    let page = Page::load(context, Viewport::DESKTOP, cities()?, "")?;
    page.wait_until_ready()?;
    let first = page.tab_to("the tabs", |focus| focus.role == "tab")?;
    ensure!(first.id == "tab-shanghai", "the first stop is {first:#?}");
    let steps = [
        (key::RIGHT, "second"),
        (key::RIGHT, "third"),
        (key::LEFT, "second"),
        (key::LEFT, "shanghai"),
        (key::RIGHT, "second"),
        (key::HOME, "shanghai"),
    ];
    for (pressed, city) in steps {
        press_keys(page.browser, &pressed.to_string())?;
        page.wait_for(city, |seen| seen.scheme == city && !seen.asked.is_empty())?;
        let tab = format!("tab-{city}");
        let wanted = json!({
            "names": ["第1城", "第2城", "第3城", "比较各城"], "chosen": [tab], "stops": [tab], "controls": true, "panel": tab, "focus": tab,
        });
        let found = state(&page)?;
        ensure!(found == wanted, "after {city}: {found}, not {wanted}");
    }
    let next = page.tab()?.context("Tab leads nowhere")?;
    ensure!(next.role != "tab", "Tab does not leave the tabs: {next:#?}");
    axe::inspect(page.browser, "the page of three cities")
}

fn shared(context: &TestContext) -> Result<()> {
    let page = Page::load(
        context,
        Viewport::PHONE,
        cities()?,
        "#v=1&s=shanghai&education=bachelor&shanghai.insured-months=40",
    )?;
    let first = page.wait_until_ready()?;
    ensure!(first.answered == ["education", "insured-months"], "{:?}", first.answered);
    page.press("#tab-second")?;
    let second =
        page.wait_for("the second city", |seen| seen.scheme == "second" && !seen.asked.is_empty())?;
    ensure!(second.answered == ["education"], "in the second city: {:?}", second.answered);
    ensure!(second.says("shanghai.insured-months=40"), "the first city's answer is lost");
    page.press("#tab-shanghai")?;
    let back = page
        .wait_for("the first city", |seen| seen.scheme == "shanghai" && !seen.asked.is_empty())?;
    ensure!(back.answered == first.answered, "back in the first city: {:?}", back.answered);
    let asked = page.site.requests();
    let packs = asked.iter().filter(|path| path.ends_with("third.pack")).count();
    ensure!(packs == 0, "a city was fetched that nobody opened");
    Ok(())
}

fn phone(context: &TestContext) -> Result<()> {
    for scheme in rules::catalogue()?.entries {
        let address = format!("#v=2&s={}&l=en", scheme.id);
        let page = Page::open_in(context, Viewport::PHONE, &address)?;
        page.wait_until_ready()?;
        let seen = page.browser.execute(
            "const box = (selector) => document.querySelector(selector).getBoundingClientRect();
            const tab = box('.tabs [aria-selected=true]'), chips = [...document.querySelectorAll('.schemes .chip')];
            const counts = [...document.querySelectorAll('.section .count [aria-hidden]')];
            return {
              tab: tab.left >= 0 && tab.right <= box('[data-city=_compare]').left + 1,
              chips: chips.every((chip) => chip.offsetWidth <= chip.parentElement.clientWidth),
              close: [...document.querySelectorAll('.question')].filter((question) => {
                const field = question.querySelector('.chip span, .chip-button, input:not([type=radio], [type=checkbox])');
                const bottom = question.querySelector('legend').getBoundingClientRect().bottom;
                return field && field.getBoundingClientRect().top < bottom + 7;
              }).map((question) => question.dataset.question),
              counts: counts.filter((count) => !count.innerText.startsWith('0/')).length,
            }",
            Value::Null,
        )?;
        let wanted = json!({ "tab": true, "chips": true, "close": [], "counts": 0 });
        ensure!(seen == wanted, "{}: {seen}", scheme.id);
    }
    Ok(())
}

fn one_fails(context: &TestContext) -> Result<()> {
    context.expect_console_message("404");
    let page =
        Page::load(context, Viewport::DESKTOP, cities()?, "#v=1&s=shanghai&education=bachelor")?;
    page.wait_until_ready()?;
    let missing = Reply { status: 404, media_type: "text/plain".into(), body: Vec::new() };
    page.site.reply_with("rules/second.pack", Some(missing));
    page.press("#tab-second")?;
    page.wait_for("the failure is told", |seen| seen.body.contains("网站回答了 404"))?;
    page.press("#tab-third")?;
    let third =
        page.wait_for("the third city", |seen| seen.scheme == "third" && !seen.asked.is_empty())?;
    ensure!(third.answered == ["education"], "the answers became {:?}", third.answered);
    page.press("#tab-second")?;
    page.wait_for("the failure is told again", |seen| seen.body.contains("网站回答了 404"))?;
    Ok(())
}
