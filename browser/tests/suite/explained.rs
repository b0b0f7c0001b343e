//! Words that are explained where they stand.

use anyhow::{Context, Result, ensure};
use jifen_browser::axe;
use jifen_browser::context::TestContext;
use jifen_browser::focus::Focus;
use jifen_browser::keyboard::{key, press_keys};
use jifen_browser::page::Page;
use jifen_browser::suite::Suite;
use jifen_browser::viewport::Viewport;
use jifen_browser::wait::until;
use serde_json::Value;

pub(crate) fn add(suite: &mut Suite) {
    suite.add("explained::a word is opened by keyboard, read, and closed", by_keyboard);
    suite.add("explained::a word of a rule is explained under it", of_a_rule);
    suite.add("explained::words arrive without moving the page", still);
}

/// A page in a language, what its first question about schooling asks, and how the meaning of the word begins.
const PAGES: [(&str, &str, &str, &str); 2] = [
    ("#v=1&s=shanghai&l=zh", "您的最高学历？", "学历", "读到哪一级毕业"),
    ("#v=1&s=shanghai&l=en", "What is your highest schooling?", "schooling", "The level of school"),
];

/// What stands open under the legend of the schooling question; empty where nothing does.
const OPEN: &str = "const legend = document.querySelector('#question-education legend');
    const note = legend.nextElementSibling;
    return note && note.matches('.gloss-meaning[role=note]') ? note.innerText : ''";

fn words_are_there(page: &Page<'_>) -> Result<()> {
    until("the words are explained", || {
        let there = "return !!document.querySelector('#question-education legend .gloss')";
        Ok((page.browser.execute(there, Value::Null)? == true).then_some(()))
    })
}

fn shows(page: &Page<'_>, begins: &str) -> Result<()> {
    until("the meaning is there, or gone", || {
        let open = page.browser.execute(OPEN, Value::Null)?;
        let open = open.as_str().unwrap_or_default().to_owned();
        Ok((if begins.is_empty() { open.is_empty() } else { open.starts_with(begins) })
            .then_some(()))
    })
}

fn by_keyboard(context: &TestContext) -> Result<()> {
    for (address, ask, word, begins) in PAGES {
        let page = Page::open_in(context, Viewport::NARROW, address)?;
        words_are_there(&page)?;
        let before = page.snapshot()?;
        let legend = "return document.querySelector('#question-education legend').textContent";
        let legend = page.browser.execute(legend, Value::Null)?;
        ensure!(legend.as_str() == Some(ask), "the legend reads {legend}");
        let here = |focus: &Focus| focus.question == "education" && focus.text == word;
        page.tab_to("the word", here)?;
        for (opens, closes) in [(key::ENTER, key::ESCAPE), (' ', ' ')] {
            press_keys(page.browser, &opens.to_string())?;
            shows(&page, begins)?;
            let said = "const word = document.activeElement;
                const note = document.getElementById(word.getAttribute('aria-controls'));
                return word.getAttribute('aria-expanded') === 'true' && !!note";
            ensure!(page.browser.execute(said, Value::Null)? == true, "{address}: it is not said");
            let wide = "return document.documentElement.scrollWidth <= innerWidth";
            ensure!(page.browser.execute(wide, Value::Null)? == true, "{address}: it is too wide");
            page.browser.show_full_page(Viewport::NARROW)?;
            axe::inspect(page.browser, "a word with its meaning")?;
            page.browser.set_viewport(Viewport::NARROW)?;
            press_keys(page.browser, &closes.to_string())?;
            shows(&page, "")?;
            let focus = page.focus()?.context("the keyboard is lost")?;
            ensure!(here(&focus), "the keyboard went from the word to {focus:#?}");
        }
        let after = page.snapshot()?;
        ensure!(before.hash == after.hash, "a word changed the address");
        ensure!(before.answered == after.answered, "a word changed an answer");
    }
    Ok(())
}

fn of_a_rule(context: &TestContext) -> Result<()> {
    for (language, begins) in [("zh", "市里每年公布的一个数"), ("en", "A figure that the city")]
    {
        let address = format!("#v=1&s=shanghai&l={language}&education=bachelor");
        let page = Page::open_in(context, Viewport::PHONE, &address)?;
        page.unfold("[data-indicator='insurance-base']")?;
        page.press("[data-indicator='insurance-base'] [data-gloss='average-wage']")?;
        page.wait_for("the meaning stands under the rule", |seen| {
            let item = seen.indicators.iter().find(|item| item.id == "insurance-base");
            item.is_some_and(|item| item.whole.contains(begins))
        })?;
    }
    Ok(())
}

/// They come with the guide, after the form: nothing that stands there already may move.
fn still(context: &TestContext) -> Result<()> {
    for (address, ..) in PAGES {
        for viewport in [Viewport::PHONE, Viewport::DESKTOP] {
            let page = Page::open_in(context, viewport, address)?;
            words_are_there(&page)?;
            let lines = "const lines = (of) => [...document.querySelectorAll(of)].map((one) => {
                  const plain = one.cloneNode(true);
                  plain.textContent = one.textContent;
                  one.after(plain);
                  const same = [one, plain].map((each) => each.getBoundingClientRect().height);
                  plain.remove();
                  return Math.abs(same[0] - same[1]) < 1 ? null : one.textContent;
                }).filter(Boolean);
                return lines('.question > p.quiet').slice(0, 3)";
            let moved = page.browser.execute(lines, Value::Null)?;
            ensure!(moved == serde_json::json!([]), "{address}: other lines in {moved}");
        }
    }
    Ok(())
}
