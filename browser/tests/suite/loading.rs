//! While the page loads: there is something to read at once, and nothing jumps.

use anyhow::{Result, ensure};
use jifen::scheme::Language;
use jifen_browser::page::{Page, Screen};
use jifen_browser::rules;
use jifen_browser::stage::{Stage, Suite, dist};
use serde_json::Value;

const FRAGMENTS: [(&str, &str); 3] = [
    ("empty", ""),
    ("English", "#v=1&l=en"),
    ("filled", "#v=1&s=shanghai&birth-date=19900101&education=bachelor"),
];

pub(crate) fn add(suite: &mut Suite) {
    suite.add("loading::the first paint asks the first question", first_paint);
    for (screen, size) in [("phone", Screen::PHONE), ("desk", Screen::DESK)] {
        for (name, fragment) in FRAGMENTS {
            suite.add(format!("loading::nothing jumps: {name}, {screen}"), move |stage| {
                steady(stage, size, fragment)
            });
        }
    }
}

fn first_paint(_: &Stage) -> Result<()> {
    let html = std::fs::read_to_string(dist()?.join("index.html"))?;
    let entries = rules::catalogue()?.entries;
    let scheme = rules::scheme(&entries[0].id)?;
    let ask = scheme.questions[0].ask.read(Language::Zh);
    let ask = ask.replace("{city}", scheme.city.name.read(Language::Zh));
    let first = scheme.sections[0].questions[0]
        .position()
        .map(|one| scheme.questions[one].ask.read(Language::Zh).to_owned());
    for words in [Some(ask), first, Some("答完第一题".to_owned())].into_iter().flatten() {
        ensure!(html.contains(&words), "index.html does not say {words:?}");
    }
    ensure!(html.contains("inert"), "what does not work yet can be pressed");
    Ok(())
}

fn steady(stage: &Stage, screen: Screen, fragment: &str) -> Result<()> {
    stage.browser.on_each_page(
        "window.shifts = [];
        new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map((shift) => ({
          value: shift.value,
          moved: shift.sources.map((one) => one.node && (one.node.outerHTML ?? one.node.data).slice(0, 120)),
        })))).observe({ type: 'layout-shift', buffered: true });",
    )?;
    let page = Page::open_on(stage, screen, fragment)?;
    // Two frames after the program has taken over, everything is where it stays.
    let shifts = page.browser.run_later(
        "const done = arguments[arguments.length - 1];
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(window.shifts), 0)));",
        Value::Null,
    )?;
    let none = shifts.as_array().is_some_and(Vec::is_empty);
    ensure!(none, "on {screen:?} these moved: {shifts:#}");
    Ok(())
}
