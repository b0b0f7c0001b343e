//! What must be the same in every engine, and is tested by nothing else: the published examples of every scheme, one
//! of them filled in by hand, words put together by an input method, and the sheet of paper.

use anyhow::{Context, Result, ensure};
use jifen::scheme::Language;
use jifen_browser::context::TestContext;
use jifen_browser::engine::Engine;
use jifen_browser::keyboard::{key, press_keys};
use jifen_browser::page::Page;
use jifen_browser::pointer::Pointer;
use jifen_browser::rules;
use jifen_browser::suite::Suite;
use jifen_browser::viewport::Viewport;
use jifen_browser::wait::until;
use serde_json::{Value, json};

use crate::reach::fits;

pub(crate) fn add(suite: &mut Suite) -> Result<()> {
    for entry in rules::catalogue()?.entries {
        let name = format!("engines::examples through the address: {}", entry.id);
        suite.add_everywhere(name, move |context| examples(context, &entry.id));
    }
    for (name, viewport) in [("desk", Viewport::DESKTOP), ("phone", Viewport::PHONE)] {
        // Chromium fills in every published example, by mouse, finger and keyboard.
        let name = format!("engines::an example by hand on a {name}");
        suite.add_in(&[Engine::Firefox, Engine::WebKit], name, move |context| {
            by_hand(context, viewport)
        });
    }
    suite.add_everywhere("engines::an input method neither loses nor doubles a word", composed);
    suite.add("engines::Chromium's own input method", composed_for_real);
    suite.add_everywhere("engines::on paper stands the sheet alone, and fits", on_paper);
    Ok(())
}

/// The first example of a scheme on a desk in Chinese, the last on a phone in English.
fn examples(context: &TestContext, id: &str) -> Result<()> {
    let scheme = rules::scheme(id)?;
    let mut examples = rules::examples(&scheme)?;
    examples.retain(|example| !example.answers.is_empty());
    let ends = examples.first().into_iter().chain(examples.last());
    let ways = [(Viewport::DESKTOP, Language::Zh), (Viewport::PHONE, Language::En)];
    for ((viewport, language), example) in ways.into_iter().zip(ends) {
        let fragment = rules::fragment(&scheme, &example.answers, language);
        let page = Page::open_in(context, viewport, &fragment)?;
        page.unfold_lists()?;
        let seen = page.snapshot()?;
        rules::agree(&seen, &scheme, &example.assessment, language)?;
        ensure!(seen.low == example.total.low.to_string(), "{:?} is published", example.total);
        ensure!(seen.high == example.total.high.to_string(), "{:?} is published", example.total);
        let verdict = example.verdict.as_str();
        ensure!(seen.verdict == verdict, "{verdict} is published, not {}", seen.verdict);
        ensure!(seen.problems.is_empty(), "the link was not read: {}", seen.problems);
        fits(&page, &format!("{id} on {viewport:?}"))?;
    }
    Ok(())
}

fn by_hand(context: &TestContext, viewport: Viewport) -> Result<()> {
    let scheme = rules::scheme(rules::SCHEME)?;
    let example = rules::examples(&scheme)?.into_iter().next().context("no examples")?;
    let page = Page::open_in(context, viewport, "#v=1&s=shanghai&l=en")?;
    page.fill(Pointer::Mouse, &scheme, &example.answers)?;
    let total = example.total.low.to_string();
    page.wait_for("the total is settled", |seen| seen.low == total && seen.high == total)?;
    page.unfold_lists()?;
    rules::agree(&page.snapshot()?, &scheme, &example.assessment, Language::En)?;
    // The address alone brings it all back.
    page.browser.reload()?;
    let again = page.wait_until_ready()?;
    ensure!(again.low == total && again.verdict == example.verdict.as_str(), "{again:#?}");
    Ok(())
}

/// What an input method does to a field: it starts, puts words there again and again, each time all of them, and ends.
/// The engines differ in which event comes last, hence both orders.
const COMPOSE: &str = "
    const [selector, steps, endsFirst] = arguments;
    const field = document.querySelector(selector);
    const compose = (type, data) => field.dispatchEvent(new CompositionEvent(type, { data, bubbles: true }));
    const input = (isComposing, data) => field.dispatchEvent(new InputEvent('input',
      { inputType: 'insertCompositionText', isComposing, data, bubbles: true }));
    const turn = () => new Promise((resume) => setTimeout(resume, 20));
    const done = arguments[arguments.length - 1];
    (async () => {
      field.focus();
      compose('compositionstart', '');
      const seen = [];
      for (const words of steps) {
        compose('compositionupdate', words);
        field.value = words;
        input(true, words);
        await turn();
        seen.push(field.value);
      }
      const last = steps.at(-1);
      if (endsFirst) { compose('compositionend', last); input(false, last); }
      else { input(true, last); compose('compositionend', last); }
      await turn();
      seen.push(field.value);
      field.dispatchEvent(new Event('change', { bubbles: true }));
      field.blur();
      await turn();
      return seen;
    })().then(done, (error) => done(String(error)));";

fn composed(context: &TestContext) -> Result<()> {
    for ends_first in [false, true] {
        let page = Page::open(context, "#v=1&s=shanghai")?;
        let compose = |field: usize, steps: Value| {
            let field = format!("[data-question='birth-date'] label:nth-of-type({field}) input");
            page.browser.execute_async(COMPOSE, json!([field, steps, ends_first]))
        };
        // Digits of full width, one after the other.
        for (field, steps) in [
            (1, json!(["１", "１９", "１９９", "１９９０"])),
            (2, json!(["３"])),
            (3, json!(["１", "１５"])),
        ] {
            let seen = compose(field, steps.clone())?;
            let mut wanted = steps.as_array().cloned().unwrap_or_default();
            wanted.extend(wanted.last().cloned());
            ensure!(seen == json!(wanted), "typed {wanted:?}, and the field held {seen}");
        }
        let seen = page.wait_for("the day counts", |seen| seen.says("birth-date"))?;
        ensure!(seen.says("birth-date=19900315"), "it became {:?}", seen.hash);

        // A whole date, spoken: it goes into three fields, but not while it is still being put together.
        let page = Page::open(context, "#v=1&s=shanghai")?;
        let field = "[data-question='birth-date'] label:nth-of-type(1) input";
        let steps = json!(["1990", "1990年3月1", "1990年3月15日"]);
        let seen = page.browser.execute_async(COMPOSE, json!([field, steps, ends_first]))?;
        for (place, wanted) in [(0, "1990"), (1, "1990年3月1"), (2, "1990年3月15日")] {
            ensure!(seen[place] == wanted, "{wanted} was taken away while it was typed: {seen}");
        }
        let seen = page.wait_for("the day counts", |seen| seen.says("birth-date"))?;
        ensure!(seen.says("birth-date=19900315"), "it became {:?}", seen.hash);
        let fields = "return [...document.querySelectorAll('[data-question=birth-date] input')].map((one) => one.value)";
        let fields = page.browser.execute(fields, Value::Null)?;
        ensure!(fields == json!(["1990", "3", "15"]), "the fields hold {fields}");
    }
    Ok(())
}

/// The same through Chromium's own input method, on a number and on a date.
fn composed_for_real(context: &TestContext) -> Result<()> {
    let page = Page::open(context, "#v=1&s=shanghai")?;
    for (field, steps) in [
        ("[data-question='insured-months'] label:nth-of-type(1) input", ["１", "１１"]),
        (
            "[data-question='birth-date'] label:nth-of-type(1) input",
            ["1990年3月1", "1990年3月15日"],
        ),
    ] {
        page.press(field)?;
        for words in steps {
            let caret = words.encode_utf16().count();
            page.browser.cdp(
                "Input.imeSetComposition",
                json!({ "text": words, "selectionStart": caret, "selectionEnd": caret }),
            )?;
        }
        page.browser.cdp("Input.insertText", json!({ "text": steps[1] }))?;
        press_keys(page.browser, &key::TAB.to_string())?;
    }
    page.wait_for("both count", |seen| seen.answered.len() == 2)?;
    for wanted in ["birth-date=19900315", "insured-months=132"] {
        page.wait_for(&format!("{wanted} is in the address"), |seen| seen.says(wanted))?;
    }
    Ok(())
}

/// Shows on the screen what is written for paper. Only Chromium can pretend to be paper, and only for itself.
const PAPER: &str = "
    let rules = 0;
    for (const sheet of document.styleSheets)
      for (const rule of sheet.cssRules)
        if (rule.media?.mediaText === 'print') { rule.media.mediaText = 'all'; rules += rule.cssRules.length; }
    return rules";

fn on_paper(context: &TestContext) -> Result<()> {
    // A4 without its margins.
    let paper = Viewport { width: 680, height: 900, touch: false };
    let scheme = rules::scheme(rules::SCHEME)?;
    for (language, tag) in [(Language::Zh, "zh"), (Language::En, "en")] {
        let fragment = format!("#v=1&s=shanghai&l={tag}&education=bachelor");
        let page = Page::open_in(context, paper, &fragment)?;
        page.browser.execute("dispatchEvent(new Event('beforeprint'))", Value::Null)?;
        let rules = page.browser.execute(PAPER, Value::Null)?;
        ensure!(rules.as_u64() >= Some(5), "only {rules} rules are for paper");
        let sheet = "return document.getElementById('paper')?.checkVisibility() ?? false";
        until("the sheet is seen", || {
            Ok((page.browser.execute(sheet, Value::Null)? == true).then_some(()))
        })?;
        let beside = "return [...document.querySelectorAll('body *')]
            .filter((one) => one.getClientRects().length && !one.closest('#paper') && !one.querySelector('#paper'))
            .map((one) => one.outerHTML.slice(0, 120))";
        let beside = page.browser.execute(beside, Value::Null)?;
        ensure!(beside == json!([]), "on paper stands {beside}");
        let sheet = page
            .browser
            .execute("return document.getElementById('paper').innerText", Value::Null)?;
        let sheet = sheet.as_str().context("no words")?;
        for indicator in &scheme.indicators {
            let name = indicator.name.read(language);
            ensure!(sheet.contains(name), "{name} is not on the sheet");
        }
        fits(&page, "the sheet")?;
    }
    Ok(())
}
