//! The page leads: what stands on the first screen, the bar, doors and purposes, and how far it is to what is next.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use jifen::answers::{Answers, Value as Answer};
use jifen::scheme::{Language, Purpose};
use jifen_browser::context::TestContext;
use jifen_browser::fill::steps;
use jifen_browser::page::Page;
use jifen_browser::pointer::Pointer;
use jifen_browser::rules;
use jifen_browser::suite::Suite;
use jifen_browser::viewport::Viewport;
use jifen_browser::wait::until;
use serde_json::{Value, json};

pub(crate) fn add(suite: &mut Suite) {
    suite.add("leads::the first question stands on the first screen of a phone", first_screen);
    suite.add("leads::the bar leads on, to the result, and back to the question", bar);
    suite.add("leads::a purpose chooses the cities", purpose);
    suite.add("leads::the word of an app leads to what it means", word);
    suite.add("leads::what is next stands near the verdict", near);
    suite.add("leads::a parent knows in ten taps whether it is enough and what decides", parent);
    suite.add("leads::five insurances are answered in one press", alike);
    suite.add("leads::a question is set aside, and nobody is led to it again", aside);
    suite.add("leads::a suggestion is tried and taken back", attempt);
    suite.add("leads::the result is a few lines for a chat", chat);
    suite.add("leads::a rule has its own page", permalink);
}

/// The upper and lower edge of what a selector names, on the screen.
fn edges(page: &Page<'_>, selector: &str) -> Result<(f64, f64)> {
    let edges = "const box = document.querySelector(arguments[0])?.getBoundingClientRect();
        return box ? [box.top, box.bottom] : null";
    let edges = page.browser.execute(edges, json!([selector]))?;
    serde_json::from_value(edges).with_context(|| format!("nothing at {selector}"))
}

fn first_screen(context: &TestContext) -> Result<()> {
    for entry in rules::catalogue()?.entries {
        for language in ["", "&l=en"] {
            let address = format!("#v=1&s={}{language}", entry.id);
            let page = Page::open_in(context, Viewport::PHONE, &address)?;
            let (_, field) = edges(&page, ".question input")?;
            let (bar, _) = edges(&page, ".bar")?;
            ensure!(
                field <= bar,
                "{address}: the first field ends at {field}, the bar begins at {bar}"
            );
            for door in ["enough", "word", "bring"] {
                let (_, bottom) = edges(&page, &format!("[data-door={door}]"))?;
                ensure!(bottom <= bar, "{address}: the door {door} ends at {bottom}");
            }
        }
    }
    Ok(())
}

fn bar(context: &TestContext) -> Result<()> {
    let page = Page::open_in(context, Viewport::PHONE, "#v=1&s=shanghai&education=bachelor")?;
    let seen = page.snapshot()?;
    let words = page
        .browser
        .execute("return document.querySelector('.bar-words').innerText", Value::Null)?;
    ensure!(
        words.as_str() == Some(&seen.headline),
        "the bar says {words}, the verdict {:?}",
        seen.headline
    );
    let to = "return document.querySelector('#continue')?.dataset.to ?? ''";
    let next = page.browser.execute(to, Value::Null)?;
    let next = next.as_str().unwrap_or_default().to_owned();
    ensure!(!next.is_empty(), "nothing to go on with");
    page.press("#continue")?;
    let question = format!("#question-{next}");
    until("the question is on the screen", || {
        let (top, _) = edges(&page, &question)?;
        Ok((-2.0..300.0).contains(&top).then_some(()))
    })?;
    page.press("#to-result")?;
    until("the result is on the screen", || {
        let (top, _) = edges(&page, "#result")?;
        Ok((-2.0..300.0).contains(&top).then_some(()))
    })?;
    until("the bar leads back", || {
        Ok((page.browser.execute(to, Value::Null)? == json!(next)).then_some(()))
    })?;
    page.press("#continue")?;
    until("the question is on the screen again", || {
        let (top, _) = edges(&page, &question)?;
        Ok((-2.0..300.0).contains(&top).then_some(()))
    })?;
    Ok(())
}

fn purpose(context: &TestContext) -> Result<()> {
    let page = Page::open_in(context, Viewport::PHONE, "#v=1&s=shanghai")?;
    page.press(".purposes input[value=household]")?;
    page.wait_for("a city that gives a household", |seen| seen.scheme == "beijing")?;
    let shown =
        "return [...document.querySelectorAll('[role=tab]')].map((one) => one.dataset.city)";
    let shown: Vec<String> = serde_json::from_value(page.browser.execute(shown, Value::Null)?)?;
    for entry in rules::catalogue()?.entries {
        let serves = entry.purposes.is_empty() || entry.purposes.contains(&Purpose::Household);
        ensure!(
            !serves || shown.contains(&entry.city.id),
            "{} is missing: {shown:?}",
            entry.city.id
        );
    }
    ensure!(!shown.contains(&"shanghai".to_owned()), "Shanghai gives no household: {shown:?}");
    Ok(())
}

fn word(context: &TestContext) -> Result<()> {
    let page = Page::open_in(context, Viewport::PHONE, "#v=1&s=shanghai")?;
    page.press("[data-door=word]")?;
    page.press("#word")?;
    Pointer::Mouse.type_text(page.browser, "失效")?;
    until("what the word means is there", || {
        let found = "return document.querySelector('[data-found=void]')?.innerText ?? ''";
        let found = page.browser.execute(found, Value::Null)?;
        Ok(found.as_str().is_some_and(|found| found.contains("有效期")).then_some(()))
    })
}

/// Papers and steps stand at most two screens below the verdict, with every list as it opens: with all answered, and
/// with hardly anything.
fn near(context: &TestContext) -> Result<()> {
    for entry in rules::catalogue()?.entries {
        let scheme = rules::scheme(&entry.id)?;
        let example = rules::examples(&scheme)?.into_iter().next().context("no example")?;
        for language in [Language::Zh, Language::En] {
            let all = rules::fragment(&scheme, &example.answers, language);
            let first = scheme.questions.iter().find_map(|question| {
                let value = example.answers.get(&question.id)?.clone();
                let mut one = Answers::default();
                one.set(&question.id, Some(value));
                Some(one)
            });
            let first = rules::fragment(&scheme, &first.context("no answer")?, language);
            for fragment in [all, first] {
                let page = Page::open_in(context, Viewport::PHONE, &fragment)?;
                let (_, verdict) = edges(&page, "#headline")?;
                let (next, _) = edges(&page, "#next")?;
                let screens = (next - verdict) / f64::from(Viewport::PHONE.height);
                ensure!(
                    screens <= 2.0,
                    "{fragment}: what is next stands {screens:.1} screens below"
                );
            }
        }
    }
    Ok(())
}

/// Whether 120 is reached, and what decides, is told to a parent in ten taps, the dates typed.
fn parent(context: &TestContext) -> Result<()> {
    let scheme = rules::scheme(rules::SCHEME)?;
    let option = |id: &str| Answer::Option(id.to_owned());
    let born = || Answer::Date(jiff::civil::date(1990, 1, 2));
    let graduate = vec![
        ("birth-date", born()),
        ("education", option("bachelor")),
        ("academic-degree", option("bachelor")),
        ("education-accepted", Answer::Flag(true)),
    ];
    let worker = vec![
        ("birth-date", born()),
        ("education", option("associate")),
        ("education-accepted", Answer::Flag(true)),
        ("insured-months", Answer::Number(96)),
    ];
    for (answers, says) in [(graduate, "已够 120 分"), (worker, "还差 16 分")] {
        let began = Instant::now();
        let page = Page::open_in(context, Viewport::PHONE, "")?;
        let mut taps = 0;
        for (id, value) in answers {
            let question = scheme.question(id).and_then(|place| scheme.questions.get(place));
            let question = question.with_context(|| format!("there is no {id}"))?;
            taps += steps(question, &value)?.len();
            page.answer(Pointer::Touch, question, &value)?;
        }
        let seen = page.wait_for("it is told", |seen| seen.headline.contains(says))?;
        let on = "return document.querySelector('.bar #continue')?.innerText ?? ''";
        let on = page.browser.execute(on, Value::Null)?;
        ensure!(
            on.as_str().is_some_and(|on| on.starts_with("继续：")),
            "what decides is not said beside {:?}: {on}",
            seen.headline
        );
        ensure!(taps <= 10, "{taps} taps until {says:?}");
        let took = began.elapsed();
        ensure!(took < Duration::from_secs(60), "it took {took:?} until {says:?}");
    }
    Ok(())
}

fn alike(context: &TestContext) -> Result<()> {
    let page = Page::open(context, "#v=1&s=tianjin&tianjin.pension-months=40")?;
    page.press("[data-alike=insurance]")?;
    page.wait_for("all five are answered", |seen| {
        ["medical-months", "unemployment-months", "injury-months", "maternity-months"]
            .iter()
            .all(|id| seen.answered.iter().any(|answered| answered == id))
    })?;
    Ok(())
}

fn aside(context: &TestContext) -> Result<()> {
    let page = Page::open(context, "#v=1&s=shanghai&education=bachelor")?;
    let to = "return document.querySelector('#continue-here')?.dataset.to ?? ''";
    let first = page.browser.execute(to, Value::Null)?.as_str().unwrap_or_default().to_owned();
    page.press("#continue-here")?;
    page.press(&format!("[data-unsure='{first}']"))?;
    let seen = page.wait_for("it is set aside", |seen| seen.form.contains("放着没答"))?;
    ensure!(!seen.answered.contains(&first), "it is taken for answered");
    let next = page.browser.execute(to, Value::Null)?;
    ensure!(next != json!(first), "the person is led there again");
    Ok(())
}

fn attempt(context: &TestContext) -> Result<()> {
    let scheme = rules::scheme(rules::SCHEME)?;
    let examples = rules::examples(&scheme)?;
    let short = examples.iter().find(|one| one.verdict == jifen::assess::Verdict::Short);
    let fragment =
        rules::fragment(&scheme, &short.context("nobody is short")?.answers, Language::Zh);
    let page = Page::open(context, &fragment)?;
    let before = page.snapshot()?;
    page.press("[data-plan=try]")?;
    let tried = page.wait_for("what is tried stands beside", |seen| seen.hash != before.hash)?;
    ensure!(tried.result.contains("换回记下的"), "no way back: {:?}", tried.result);
    page.press("#take-kept")?;
    page.wait_for("it is as before", |seen| seen.hash == before.hash)?;
    Ok(())
}

fn chat(context: &TestContext) -> Result<()> {
    for (language, estimate) in [("", "这是估算"), ("&l=en", "This is an estimate")] {
        let address = format!("#v=1&s=shanghai{language}&education=bachelor");
        let page = Page::open_in(context, Viewport::PHONE, &address)?;
        page.unfold(".share")?;
        let seen = page.snapshot()?;
        let text = page
            .browser
            .execute("return document.querySelector('#chat-text').textContent", Value::Null)?;
        let text = text.as_str().unwrap_or_default();
        for words in [seen.headline.as_str(), estimate, "120", "#v="] {
            ensure!(text.contains(words), "{words:?} is not in {text:?}");
        }
    }
    Ok(())
}

fn permalink(context: &TestContext) -> Result<()> {
    let page = Page::open(context, "#v=1&s=shanghai&education=bachelor")?;
    page.unfold("[data-indicator=education]")?;
    let link = "return document.querySelector('[data-indicator=education] .permalink a')?.getAttribute('href') ?? ''";
    let link = page.browser.execute(link, Value::Null)?;
    let link = link.as_str().unwrap_or_default();
    ensure!(link == "rules/shanghai.html#education", "the rule's page is {link:?}");
    page.browser.goto(&page.address(link))?;
    let there = "const part = document.querySelector(':target'); return part ? part.innerText : ''";
    let there = page.browser.execute(there, Value::Null)?;
    ensure!(there.as_str().is_some_and(|text| text.contains("学历")), "it leads to {there}");
    Ok(())
}
