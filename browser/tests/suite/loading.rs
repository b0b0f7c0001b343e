//! While the page loads: there is something to read at once, and nothing jumps.

use anyhow::{Result, ensure};
use jifen::scheme::Language;
use jifen_browser::artifacts::dist;
use jifen_browser::context::TestContext;
use jifen_browser::page::Page;
use jifen_browser::rules;
use jifen_browser::suite::Suite;
use jifen_browser::viewport::Viewport;
use serde_json::Value;

const FRAGMENTS: [(&str, &str); 3] = [
    ("empty", ""),
    ("English", "#v=1&l=en"),
    ("filled", "#v=1&s=shanghai&birth-date=19900101&education=bachelor"),
];

pub(crate) fn add(suite: &mut Suite) {
    suite.add("loading::the first paint asks the first question", first_paint);
    for (viewport, size) in [("phone", Viewport::PHONE), ("desk", Viewport::DESKTOP)] {
        for (name, fragment) in FRAGMENTS {
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
