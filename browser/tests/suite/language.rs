//! Both languages are whole, and changing between them loses nothing.

use anyhow::{Result, ensure};
use jifen::scheme::Language;
use jifen_browser::context::TestContext;
use jifen_browser::page::Page;
use jifen_browser::rules;
use jifen_browser::snapshot::Snapshot;
use jifen_browser::suite::Suite;
use jifen_browser::viewport::Viewport;
use serde_json::Value;

pub(crate) fn add(suite: &mut Suite) {
    suite.add_everywhere("language::a switch keeps the answers, and is in the address", switch);
    suite.add("language::the English page speaks English", english);
    suite.add("language::the Chinese page speaks Chinese", chinese);
    suite.add("language::no English word is broken on a phone", unbroken);
}

fn switch(context: &TestContext) -> Result<()> {
    let page =
        Page::open(context, "#v=1&s=shanghai&education=bachelor&shanghai.insured-months=40")?;
    page.wait_until_ready()?;
    // What is said of a link that was opened goes with the first reload.
    page.browser.reload()?;
    page.wait_until_ready()?;
    let whole = |seen: &Snapshot| seen.body.contains("怎样申请") && seen.body.contains("往后十年");
    let before = page.wait_for("outlook and guide are there", whole)?;
    ensure!(before.language == "zh-Hans", "the language is {:?}", before.language);
    page.press("#language")?;
    let english = page.wait_for("the page is English, and its address says so", |seen| {
        seen.language == "en" && seen.hash.contains("l=en")
    })?;
    same(&before, &english)?;
    ensure!(english.title.contains("Points estimator"), "the title is {:?}", english.title);
    page.browser.reload()?;
    let again =
        page.wait_for("the page is English again", |seen| seen.ready && seen.language == "en")?;
    same(&before, &again)?;
    page.press("#language")?;
    let chinese = page.wait_for("the page is Chinese, and its address says so", |seen| {
        seen.language == "zh-Hans" && whole(seen) && !seen.hash.contains("l=en")
    })?;
    ensure!(chinese.body == before.body, "the Chinese page is not what it was");
    ensure!(chinese.title.contains("积分估算"), "the title is {:?}", chinese.title);
    Ok(())
}

fn same(before: &Snapshot, after: &Snapshot) -> Result<()> {
    let facts = |seen: &Snapshot| {
        let states: Vec<_> = seen.conditions.iter().map(|item| item.state.clone()).collect();
        let points: Vec<_> = seen.indicators.iter().map(|item| item.points.clone()).collect();
        (seen.low.clone(), seen.high.clone(), seen.answered.clone(), states, points)
    };
    ensure!(facts(before) == facts(after), "{:?} became {:?}", facts(before), facts(after));
    Ok(())
}

/// Words of the page itself: headings, buttons and names, without those marked as another language.
const SPOKEN: &str = "
    const chosen = 'h1, h2, h3, h4, legend, label, button, summary, th, [role=tab], footer p, #headline';
    const own = [...document.querySelectorAll(chosen)].filter((one) =>
        one.checkVisibility() && one.closest('[lang]') === document.documentElement);
    const names = [...document.querySelectorAll('[aria-label]')].map((one) => one.getAttribute('aria-label'));
    return own.map((one) => one.innerText).concat(names).map((text) => text.trim()).filter(Boolean)";

fn words(page: &Page<'_>) -> Result<Vec<String>> {
    page.unfold_all()?;
    Ok(serde_json::from_value(page.browser.execute(SPOKEN, Value::Null)?)?)
}

/// Words of which a part stands on another line. A longer one than these is an address.
const BROKEN: &str = "
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const broken = [];
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      if (!node.parentElement.checkVisibility()) continue;
      for (const word of node.data.matchAll(/[A-Za-z]{2,24}/g)) {
        const range = document.createRange();
        range.setStart(node, word.index);
        range.setEnd(node, word.index + word[0].length);
        const lines = new Set([...range.getClientRects()].map((box) => Math.round(box.top)));
        if (lines.size > 1 && !node.parentElement.closest('.address, pre')) broken.push(word[0]);
      }
    }
    return broken";

fn unbroken(context: &TestContext) -> Result<()> {
    let scheme = rules::scheme(rules::SCHEME)?;
    for example in rules::examples(&scheme)?.into_iter().take(2) {
        let fragment = rules::fragment(&scheme, &example.answers, Language::En);
        let page = Page::open_in(context, Viewport::PHONE, &fragment)?;
        page.wait_for("the outlook is there", |seen| seen.settled)?;
        page.unfold_all()?;
        let broken = page.browser.execute(BROKEN, Value::Null)?;
        ensure!(broken == serde_json::json!([]), "broken: {broken}");
    }
    Ok(())
}

fn is_han(letter: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&letter)
}

fn english(context: &TestContext) -> Result<()> {
    let page = Page::open(context, "#v=1&s=shanghai&l=en&education=bachelor")?;
    let strange: Vec<_> = words(&page)?
        .into_iter()
        .filter(|text| {
            // An official name may stand beside its translation.
            let latin = text.chars().filter(char::is_ascii_alphabetic).count();
            let han = text.chars().filter(|letter| is_han(*letter)).count();
            han > 0 && latin < han
        })
        .collect();
    ensure!(strange.is_empty(), "Chinese on the English page: {strange:#?}");
    let punctuation: Vec<_> = words(&page)?
        .into_iter()
        .filter(|text| text.contains(['，', '。', '：', '；', '？']))
        .collect();
    ensure!(punctuation.is_empty(), "Chinese punctuation on the English page: {punctuation:#?}");
    Ok(())
}

fn chinese(context: &TestContext) -> Result<()> {
    let page = Page::open(context, "#v=1&s=shanghai&education=bachelor")?;
    let strange: Vec<_> = words(&page)?
        .into_iter()
        .filter(|text| {
            text.chars().any(|letter| letter.is_ascii_alphabetic()) && !text.chars().any(is_han)
        })
        .collect();
    ensure!(strange.is_empty(), "English on the Chinese page: {strange:#?}");
    let scheme = rules::scheme(rules::SCHEME)?;
    let seen = page.snapshot()?;
    let asked = scheme.questions.iter().filter(|question| seen.asked.contains(&question.id));
    for question in asked {
        let ask =
            question.ask.read(Language::Zh).replace("{city}", scheme.city.name.read(Language::Zh));
        ensure!(seen.form.contains(&ask), "{ask:?} is not asked");
    }
    Ok(())
}
