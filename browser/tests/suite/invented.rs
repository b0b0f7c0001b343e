//! Examples: invented people that fill the form, and never pass for the person.

use anyhow::{Result, ensure};
use jifen_browser::axe;
use jifen_browser::context::TestContext;
use jifen_browser::page::Page;
use jifen_browser::pointer::Pointer;
use jifen_browser::suite::Suite;
use jifen_browser::viewport::Viewport;
use jifen_browser::wait::until;
use serde_json::Value;

pub(crate) fn add(suite: &mut Suite) {
    suite.add("invented::an example fills the form, says so, and leaves it", fills);
}

/// A language, what the mark says, and what stands before the verdict in the bar.
const LANGUAGES: [(&str, &str, &str); 2] = [
    ("zh", "这是例子，不是您的情况", "例子："),
    ("en", "This is an example, not you", "Example: "),
];

fn fills(context: &TestContext) -> Result<()> {
    for (language, mark, in_bar) in LANGUAGES {
        let page =
            Page::open_in(context, Viewport::PHONE, &format!("#v=1&s=shanghai&l={language}"))?;
        // The bar leads to them; on a phone it is always in sight.
        Pointer::Touch.press(page.browser, "#to-examples")?;
        until("the examples are there", || {
            let there = "return document.querySelectorAll('.examples [data-example]').length > 1";
            Ok((page.browser.execute(there, Value::Null)? == true).then_some(()))
        })?;
        page.browser.show_full_page(Viewport::PHONE)?;
        axe::inspect(page.browser, "the examples")?;
        page.browser.set_viewport(Viewport::PHONE)?;
        Pointer::Touch.press(page.browser, ".examples [data-example='bachelor-with-degree']")?;
        let seen = page.wait_for("the form is filled", |seen| seen.low == "123")?;
        ensure!(seen.result.contains(mark), "nothing says so: {:?}", seen.result);
        ensure!(page.text(".bar-words")?.starts_with(in_bar), "nor does the bar");
        page.focus_comes_to("#result")?;
        page.wait_for("it is said", |seen| seen.spoken.starts_with(in_bar.trim_end()))?;
        page.browser.show_full_page(Viewport::PHONE)?;
        axe::inspect(page.browser, "an example's result")?;
        page.browser.set_viewport(Viewport::PHONE)?;

        // A reload and a link know it.
        page.browser.reload()?;
        page.wait_for("it is marked again", |seen| seen.ready && seen.result.contains(mark))?;

        Pointer::Touch.press(page.browser, "#question-employer-files input[value=no]")?;
        page.wait_for("it is an ordinary form", |seen| {
            seen.verdict != "pass" && !seen.result.contains(mark)
        })?;
        ensure!(page.text("#example-mark")?.is_empty(), "the mark is still there");
        Pointer::Touch.press(page.browser, "#question-employer-files input[value=yes]")?;
        page.wait_for("it is the example again", |seen| seen.result.contains(mark))?;

        Pointer::Touch.press(page.browser, "#leave-example")?;
        let seen = page.wait_for("the form is empty", |seen| seen.answered.is_empty())?;
        ensure!(seen.verdict == "none" && !seen.hash.contains("_="), "left behind: {}", seen.hash);
        page.focus_comes_to("#form")?;
    }
    Ok(())
}
