//! How quickly the page follows on a slow processor. It is told and not asserted: what a machine takes depends on the machine,
//! and `benches/measured.txt` has what one took. Asserted is what no speed changes: that every answer counts.

use anyhow::{Context, Result, ensure};
use jifen_browser::context::TestContext;
use jifen_browser::page::Page;
use jifen_browser::pointer::Pointer;
use jifen_browser::suite::Suite;
use jifen_browser::viewport::Viewport;
use serde_json::json;

/// How many times slower the processor is made.
const SLOWER: u32 = 6;
/// How many answers are given.
const ANSWERS: usize = 50;

pub(crate) fn add(suite: &mut Suite) {
    suite.add("pace::50 answers on a slow processor", answers);
}

/// Chooses other options of a full form one after the other, each when what followed from the one before has come to rest, and
/// notes how long it takes to the next frame, and which tasks were long.
const MEASURE: &str = "
    const told = arguments[arguments.length - 1];
    const long = [];
    new PerformanceObserver((list) => list.getEntries().forEach((task) => long.push(task.duration)))
      .observe({ type: 'longtask' });
    const frame = () => new Promise((next) => requestAnimationFrame(() => setTimeout(next)));
    const fields = () => [...document.querySelectorAll('#form [data-question] input[type=radio]')];
    const questions = [...new Set(fields().map((field) => field.closest('[data-question]').dataset.question))];
    (async () => {
      const times = [];
      let counted = 0;
      for (let turn = 0; times.length < arguments[0]; turn += 1) {
        const question = questions[turn % questions.length];
        const field = fields().find((one) => one.closest(`[data-question='${question}']`) && !one.checked);
        if (!field) continue;
        const value = field.value;
        // What this script takes to look for it is no part of what is measured.
        await new Promise((next) => setTimeout(next, 20));
        const start = performance.now();
        field.click();
        await frame();
        times.push(performance.now() - start);
        const now = fields().find((one) => one.closest(`[data-question='${question}']`) && one.value === value);
        counted += now && now.checked;
        await new Promise((next) => setTimeout(next, 600));
      }
      times.sort((a, b) => a - b);
      told({ counted, median: times[times.length >> 1], longest: times[times.length - 1],
        tasks: long.map(Math.round).sort((a, b) => b - a) });
    })()";

fn answers(context: &TestContext) -> Result<()> {
    let page = Page::open_in(context, Viewport::PHONE, "#v=2&s=shanghai")?;
    Pointer::Touch.press(page.browser, "#to-examples")?;
    page.wait_for("examples are there", |seen| seen.asked.len() > 1)?;
    Pointer::Touch.press(page.browser, ".examples [data-example]")?;
    let seen = page.wait_for("the form is full", |seen| seen.verdict == "pass")?;
    ensure!(seen.answered.len() > 10, "only {} answers", seen.answered.len());
    page.browser.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": SLOWER }))?;
    let told = page.browser.execute_async(MEASURE, json!([ANSWERS]))?;
    page.browser.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": 1 }))?;
    println!("{ANSWERS} answers, a processor {SLOWER} times slower: {told}");
    let counted = told["counted"].as_u64().context("nothing was told")?;
    ensure!(counted == ANSWERS as u64, "{counted} of {ANSWERS} answers count");
    Ok(())
}
