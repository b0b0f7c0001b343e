//! While the page loads: there is something to read at once, and nothing jumps.

use anyhow::{Result, ensure};
use jifen::scheme::Language;
use jifen_browser::artifacts::dist;
use jifen_browser::context::TestContext;
use jifen_browser::page::Page;
use jifen_browser::pointer::Pointer;
use jifen_browser::rules;
use jifen_browser::suite::Suite;
use jifen_browser::viewport::Viewport;
use jifen_browser::wait::until;
use serde_json::Value;
use xtask::server::Options;

const ADDRESSES: [(&str, &str); 4] = [
    ("empty", ""),
    ("of a city", "beijing/en/"),
    ("English", "#v=1&l=en"),
    ("filled", "#v=1&s=shanghai&birth-date=19900101&education=bachelor"),
];

pub(crate) fn add(suite: &mut Suite) {
    suite.add("loading::the first paint asks the first question", first_paint);
    suite.add("loading::what is answered before the program is there counts", early);
    suite.add("loading::where answers are still to come nothing can be answered yet", not_yet);
    suite.add("loading::the city and the language asked for are painted", painted);
    for (viewport, size) in [("phone", Viewport::PHONE), ("desk", Viewport::DESKTOP)] {
        for (name, fragment) in ADDRESSES {
            suite.add(format!("loading::nothing jumps: {name}, {viewport}"), move |context| {
                steady(context, size, fragment)
            });
        }
    }
}

fn first_paint(_: &TestContext) -> Result<()> {
    let html = std::fs::read_to_string(dist()?.join("index.html"))?;
    let entries = rules::catalogue()?.entries;
    let scheme = rules::scheme(&entries[0].id)?;
    let ask = scheme.questions[0].ask.read(Language::Zh);
    let ask = ask.replace("{city}", scheme.city.name.read(Language::Zh));
    let first = scheme.sections[0].questions[0]
        .position()
        .map(|position| scheme.questions[position].ask.read(Language::Zh).to_owned());
    for words in [Some(ask), first, Some("答完第一题".to_owned())].into_iter().flatten() {
        ensure!(html.contains(&words), "index.html does not say {words:?}");
    }
    ensure!(html.contains("inert"), "what does not work yet can be pressed");
    Ok(())
}

/// A script that holds a file of the program back, by how its name ends, until the test lets it arrive.
pub(crate) fn held_back(end: &str) -> String {
    format!(
        "const fetched = window.fetch;
        window.fetch = (...what) => String(what[0]).includes('{end}')
          ? new Promise((resolve) => {{ window.arrive = () => resolve(fetched(...what)); }})
          : fetched(...what);"
    )
}

/// The program's first part, or all of it.
pub(crate) const PROGRAM: &str = "_bg.wasm";

/// Lets it arrive.
pub(crate) fn arrive(page: &Page<'_>) -> Result<()> {
    until("the program is asked for", || {
        let arrives = "if (!window.arrive) return false; window.arrive(); return true";
        Ok((page.browser.execute(arrives, Value::Null)? == true).then_some(()))
    })
}

/// Waits until answers are taken before it is there.
pub(crate) fn takes_answers(page: &Page<'_>) -> Result<()> {
    until("answers are taken", || {
        let open = "return !document.querySelector('#app[inert]')";
        Ok((page.browser.execute(open, Value::Null)? == true).then_some(()))
    })
}

fn early(context: &TestContext) -> Result<()> {
    context.browser.add_init_script(&held_back(PROGRAM))?;
    let page = Page::load(context, Viewport::PHONE, Options::default(), "")?;
    takes_answers(&page)?;
    for (place, text) in ["1990", "1", "2"].into_iter().enumerate() {
        let field = format!("[data-question='birth-date'] label:nth-of-type({}) input", place + 1);
        Pointer::Touch.press(page.browser, &field)?;
        Pointer::Touch.type_text(page.browser, text)?;
    }
    for option in ["master", "bachelor"] {
        Pointer::Touch.press(
            page.browser,
            &format!("[data-question='education'] label:has([value='{option}'])"),
        )?;
    }
    page.press("[data-none-of='records']")?;
    let seen = page.snapshot()?;
    ensure!(!seen.ready && seen.answered.is_empty(), "the program is there already");
    arrive(&page)?;
    // The address follows a moment after the form.
    page.wait_for("the last one chosen counts", |seen| {
        seen.summary.starts_with("30 ") && seen.says("education=bachelor")
    })?;
    for id in ["birth-date", "education", "serious-crime"] {
        page.wait_for(&format!("{id} is answered"), |seen| {
            seen.answered.iter().any(|one| one == id) || seen.says(id)
        })?;
    }
    // A city, too.
    let page = Page::load(context, Viewport::PHONE, Options::default(), "")?;
    takes_answers(&page)?;
    page.press("[role='tab'][data-city='beijing']")?;
    Pointer::Touch
        .press(page.browser, "[data-question='education'] label:has([value='bachelor'])")?;
    arrive(&page)?;
    page.wait_for("it is open, and what was answered after it counts", |seen| {
        seen.ready && seen.scheme == "beijing" && seen.says("education=bachelor")
    })?;
    Ok(())
}

fn not_yet(context: &TestContext) -> Result<()> {
    context.browser.add_init_script(&held_back(PROGRAM))?;
    let page = Page::load(context, Viewport::PHONE, Options::default(), rules::TWO_ANSWERS)?;
    until("the program is asked for", || {
        Ok((page.browser.execute("return !!window.arrive", Value::Null)? == true).then_some(()))
    })?;
    let inert = page.browser.execute("return document.getElementById('app').inert", Value::Null)?;
    ensure!(inert == true, "the form can be answered that answers are still to come for");
    arrive(&page)?;
    page.wait_for("they are there", |seen| seen.ready && seen.answered.len() == 2)?;
    Ok(())
}

fn painted(context: &TestContext) -> Result<()> {
    context.browser.add_init_script(&held_back(PROGRAM))?;
    for (fragment, language, words) in [
        ("#v=2&s=beijing&l=zh", "zh-Hans", "您在北京的参保经历"),
        ("#v=2&s=beijing&l=en", "en", "When were you born?"),
        ("#v=2&l=en", "en", "Shanghai residence permit points"),
    ] {
        let page = Page::load(context, Viewport::PHONE, Options::default(), fragment)?;
        let seen = page.wait_for("it can be read", |seen| {
            seen.body.contains(words) && seen.language == language
        })?;
        ensure!(!seen.ready, "the program is there already");
        takes_answers(&page)?;
        Pointer::Touch
            .press(page.browser, "[data-question='education'] label:has([value='bachelor'])")?;
        arrive(&page)?;
        page.wait_for("it counts", |seen| seen.ready && seen.says("education=bachelor"))?;
    }
    Ok(())
}

fn steady(context: &TestContext, viewport: Viewport, fragment: &str) -> Result<()> {
    context.browser.add_init_script(
        "window.shifts = [];
        new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map((shift) => ({
          value: shift.value,
          moved: shift.sources.map((one) => one.node && (one.node.outerHTML ?? one.node.data).slice(0, 120)),
        })))).observe({ type: 'layout-shift', buffered: true });",
    )?;
    let page = Page::open_in(context, viewport, fragment)?;
    // Two animation frames after the program has taken over, everything is where it stays.
    let shifts = page.browser.execute_async(
        "const done = arguments[arguments.length - 1];
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(window.shifts), 0)));",
        Value::Null,
    )?;
    let none = shifts.as_array().is_some_and(Vec::is_empty);
    ensure!(none, "on {viewport:?} these moved: {shifts:#}");
    Ok(())
}
