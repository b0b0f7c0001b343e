//! The address holds the answers, and no address is ever fatal.

use anyhow::{Result, ensure};
use jifen_browser::context::TestContext;
use jifen_browser::page::Page;
use jifen_browser::rules::{self, TWO_ANSWERS};
use jifen_browser::snapshot::Snapshot;
use jifen_browser::suite::Suite;
use jifen_browser::wait::until;
use serde_json::{Value, json};

pub(crate) fn add(suite: &mut Suite) {
    suite.add_everywhere(
        "address::clear all clears the answers and the address, and can be undone",
        clear,
    );
    suite.add_everywhere("address::an answer can be taken back", take_back);
    suite.add_everywhere("address::who leaves right after an answer comes back to it", left);
    suite.add_everywhere("address::back, forward and a pasted address bring answers back", follow);
    for (name, fragment, words) in ODD {
        suite.add(format!("address::odd: {name}"), move |context| odd(context, fragment, words));
    }
    suite.add_everywhere("address::odd: 10 kB of garbage", garbage);
}

fn clear(context: &TestContext) -> Result<()> {
    let page = Page::open(context, TWO_ANSWERS)?;
    page.press("#reset")?;
    let cleared = |seen: &Snapshot| seen.verdict == "none" && seen.hash.is_empty();
    let empty = page.wait_for("everything is cleared, the address too", cleared)?;
    ensure!(empty.answered.is_empty(), "still answered: {:?}", empty.answered);
    page.press("#undo-reset")?;
    let back = rules::rewritten(TWO_ANSWERS);
    page.wait_for("the answers are back", |seen| seen.verdict != "none" && seen.hash == back)?;
    page.press("#reset")?;
    page.wait_for("everything is cleared again", cleared)?;
    page.browser.reload()?;
    let again = page.wait_until_ready()?;
    ensure!(again.answered.is_empty(), "a reload brings back {:?}", again.answered);
    Ok(())
}

fn take_back(context: &TestContext) -> Result<()> {
    let page = Page::open(context, TWO_ANSWERS)?;
    page.press("[data-question='education'] > button")?;
    page.wait_for("one is left", |seen| {
        seen.answered == ["birth-date"] && !seen.says("education")
    })?;
    page.press("[data-question='birth-date'] > button")?;
    page.wait_for("none is left", |seen| {
        seen.answered.is_empty() && seen.verdict == "none" && seen.hash.is_empty()
    })?;
    let typed = page.browser.execute(
        "return [...document.querySelectorAll('#form input[type=text]')].map((one) => one.value).join('')",
        serde_json::Value::Null,
    )?;
    ensure!(typed == "", "the fields still say {typed}");
    Ok(())
}

/// An answer is noted in the address a moment after it, but not too late.
fn left(context: &TestContext) -> Result<()> {
    let page = Page::open(context, "#v=2&s=shanghai")?;
    // A page that hears of this is not kept alive for who comes back.
    let answer_and_leave = "
        addEventListener('unload', () => {});
        document.querySelector(\"[data-question='education'] input[value='master']\").click();
        setTimeout(() => { location.href = arguments[0]; })";
    let elsewhere = page.address("rules/shanghai.html");
    page.browser.execute(answer_and_leave, json!([elsewhere]))?;
    until("the page is left", || {
        let place =
            "return location.pathname.includes('/rules/') && document.readyState === 'complete'";
        Ok((page.browser.execute(place, Value::Null)? == true).then_some(()))
    })?;
    page.browser.back()?;
    page.wait_for("the answer is there", |seen| {
        seen.ready && seen.says("education=master") && seen.answered == ["education"]
    })?;
    Ok(())
}

fn follow(context: &TestContext) -> Result<()> {
    let page = Page::open(context, TWO_ANSWERS)?;
    page.browser.goto(&page.address("#v=1&s=shanghai&education=master"))?;
    page.wait_for("the pasted address is followed", |seen| seen.answered == ["education"])?;
    page.browser.back()?;
    page.wait_for("back leads to the first answers", |seen| {
        seen.answered == ["birth-date", "education"]
    })?;
    page.browser.forward()?;
    page.wait_for("forward leads to the others", |seen| seen.says("education=master"))?;
    page.browser.reload()?;
    let seen = page.wait_until_ready()?;
    ensure!(seen.answered == ["education"], "after a reload: {:?}", seen.answered);
    Ok(())
}

/// What an address says, and what the page must say of it in Chinese and in English. All of them name a schooling.
const ODD: [(&str, &str, [&str; 2]); 7] = [
    (
        "another version",
        "v=9&s=shanghai&education=bachelor",
        ["另一个版本（9）", "another version of the page (9)"],
    ),
    (
        "an unknown scheme",
        "v=1&s=atlantis&education=bachelor",
        ["没有“atlantis”", "no scheme “atlantis”"],
    ),
    ("another edition", "v=1&s=shanghai&e=2013&education=bachelor", ["2013 版", "2013 edition"]),
    (
        "an unknown question",
        "v=1&s=shanghai&education=bachelor&shoe-size=44",
        ["“shoe-size”这里不问", "“shoe-size” is not asked here"],
    ),
    (
        "an answer that does not fit",
        "v=1&s=shanghai&education=bachelor&birth-date=19901399",
        ["19901399", "19901399"],
    ),
    (
        "a part that says nothing",
        "v=1&s=shanghai&education=bachelor&%3Cscript%3E",
        ["<script>", "<script>"],
    ),
    (
        "an answer given twice",
        "v=1&s=shanghai&education=bachelor&education=doctor",
        ["education=doctor", "education=doctor"],
    ),
];

fn odd(context: &TestContext, fragment: &str, words: [&str; 2]) -> Result<()> {
    // The page asks for the rules of the scheme before it knows that there is none.
    context.expect_console_message("rules/atlantis.pack");
    for (words, language) in words.into_iter().zip(["zh", "en"]) {
        let page = Page::open(context, &format!("#{fragment}&l={language}"))?;
        let seen = page.wait_until_ready()?;
        ensure!(seen.problems.contains(words), "{words:?} is not said, but {:?}", seen.problems);
        ensure!(
            seen.answered.contains(&"education".to_owned()),
            "the rest is lost: {:?}",
            seen.answered
        );
        page.wait_for("the address keeps the rest", |seen| seen.says("education=bachelor"))?;
        page.press("#troubles button")?;
        page.wait_for("the notice is closed", |seen| seen.problems.is_empty())?;
    }
    Ok(())
}

fn garbage(context: &TestContext) -> Result<()> {
    let garbage = "&%F0%9F%92%A9=%00&a.b.c=".repeat(600);
    let page = Page::open(context, &format!("#v=1&s=shanghai&education=bachelor{garbage}"))?;
    let seen = page.wait_until_ready()?;
    ensure!(seen.answered == ["education"], "the rest is lost: {:?}", seen.answered);
    ensure!(
        seen.problems.contains("链接太长"),
        "nothing says that it is too long: {:?}",
        seen.problems
    );
    let wide = page.browser.execute(
        "return document.documentElement.scrollWidth > innerWidth",
        serde_json::Value::Null,
    )?;
    ensure!(wide == false, "the notice is wider than the page");
    Ok(())
}
