//! The page neither loses what a person did nor leaks it: typing, presses, the way back, links that came damaged.

use anyhow::{Context, Result, ensure};
use jifen::scheme::Language;
use jifen_browser::context::TestContext;
use jifen_browser::engine::Engine;
use jifen_browser::keyboard::{key, press_keys};
use jifen_browser::page::Page;
use jifen_browser::pointer::Pointer;
use jifen_browser::rules::{self, TWO_ANSWERS};
use jifen_browser::suite::Suite;
use jifen_browser::viewport::Viewport;
use jifen_browser::wait::until;
use serde_json::{Value, json};

pub(crate) fn add(suite: &mut Suite) {
    for (name, press) in PRESSES {
        suite.add_everywhere(format!("keeping::the press after typing is not lost: {name}"), {
            move |context| pressed(context, press)
        });
    }
    suite.add_everywhere("keeping::what follows from typing is the next stop of Tab", tabbed);
    suite.add_everywhere("keeping::typing counts while typing, and a reload keeps it", typed);
    suite.add_everywhere("keeping::numbers count as people write them", written);
    suite.add_everywhere("keeping::the way back leads to the view before", back);
    suite.add_everywhere("keeping::a damaged link says so", damaged);
    suite.add("keeping::the browser's language decides, without a flash of another", language);
}

/// What is typed into which field, and what is pressed then, below what follows from the typing.
#[derive(Clone, Copy)]
struct Press {
    fragment: &'static str,
    question: &'static str,
    field: usize,
    text: &'static str,
    then: [&'static str; 2],
    follows: Option<&'static str>,
}

const PRESSES: [(&str, Press); 3] = [
    (
        "Shenzhen, a rented home",
        Press {
            fragment: "#v=2&s=shenzhen",
            question: "registered-rental-months",
            field: 1,
            text: "6",
            then: ["insured-now", "yes"],
            follows: Some("rental-unbroken"),
        },
    ),
    (
        "Shanghai, months at 0.8 times",
        Press {
            fragment: "#v=2&s=shanghai",
            question: "base-months-08-of-48",
            field: 1,
            text: "3",
            then: ["spouse-local", "no"],
            follows: Some("base-months-1-of-48"),
        },
    ),
    (
        "a month that there is not",
        Press {
            fragment: "#v=2&s=shanghai",
            question: "birth-date",
            field: 2,
            text: "13",
            then: ["education", "bachelor"],
            follows: None,
        },
    ),
];

fn field(question: &str, place: usize) -> String {
    format!("[data-question='{question}'] label:nth-of-type({place}) input")
}

/// Puts the keyboard into a field and types there, without leaving it.
fn type_into(page: &Page<'_>, field: &str, text: &str) -> Result<()> {
    page.press(field)?;
    page.focus_comes_to(field)?;
    press_keys(page.browser, text)
}

fn pressed(context: &TestContext, press: Press) -> Result<()> {
    let [question, option] = press.then;
    // A finger is only pretended where the engine can.
    let fingers: &[Pointer] = match context.browser.engine() {
        Engine::Chromium => &[Pointer::Mouse, Pointer::Touch],
        _ => &[Pointer::Mouse],
    };
    for pointer in fingers {
        // At once, and long after what follows is there.
        for wait in [0, 900] {
            let viewport =
                if *pointer == Pointer::Touch { Viewport::PHONE } else { Viewport::DESKTOP };
            context.browser.goto("about:blank")?;
            let page = Page::open_in(context, viewport, press.fragment)?;
            page.wait_until_ready()?;
            type_into(&page, &field(press.question, press.field), press.text)?;
            std::thread::sleep(std::time::Duration::from_millis(wait));
            let find = "return document.querySelector(arguments[0]).closest('label')";
            let input = format!("[data-question='{question}'] input[value='{option}']");
            let label = page.browser.find_by_script(find, Value::from(input))?;
            pointer.press_element(page.browser, &label.context("nothing to press")?)?;
            page.wait_for(&format!("{option} is chosen, {wait} ms after typing"), |seen| {
                let asked = |id: &str| seen.asked.iter().any(|asked| asked == id);
                seen.answered.iter().any(|answered| answered == question)
                    && press.follows.is_none_or(asked)
            })?;
        }
    }
    Ok(())
}

fn tabbed(context: &TestContext) -> Result<()> {
    let page = Page::open(context, "#v=2&s=shanghai")?;
    page.wait_until_ready()?;
    type_into(&page, &field("base-months-08-of-48", 1), "3")?;
    let mut stops = Vec::new();
    while stops.last().is_none_or(|stop| stop != "spouse-local") && stops.len() < 12 {
        let focus = page.tab()?.context("the keyboard is lost")?;
        stops.push(focus.question);
    }
    let followed = stops.iter().any(|stop| stop == "base-months-1-of-48");
    ensure!(followed, "the question that follows was passed by: {stops:?}");
    Ok(())
}

fn typed(context: &TestContext) -> Result<()> {
    let page = Page::open(context, "")?;
    page.wait_until_ready()?;
    let birth = |place| field("birth-date", place);
    for (place, text) in [(1, "1992"), (2, "5")] {
        type_into(&page, &birth(place), text)?;
    }
    let fields = || -> Result<Value> {
        let script = "return [...document.querySelectorAll('[data-question=birth-date] input')].map((one) => one.value)";
        page.browser.execute(script, Value::Null)
    };
    // Half a date counts for nothing, and stays where it stands.
    let half = "return String(history.state).includes('1992\\u001f5')";
    until("it is kept", || Ok((page.browser.execute(half, Value::Null)? == true).then_some(())))?;
    page.browser.reload()?;
    let seen = page.wait_until_ready()?;
    ensure!(seen.answered.is_empty() && fields()? == json!(["1992", "5", ""]), "{}", fields()?);
    // The keyboard stays in the field.
    type_into(&page, &birth(3), "10")?;
    page.wait_for("it counts", |seen| seen.says("birth-date=19920510"))?;
    page.browser.reload()?;
    let seen = page.wait_until_ready()?;
    ensure!(seen.says("birth-date=19920510"), "a reload lost it: {}", seen.hash);
    // So is what is taken back.
    page.press(&birth(3))?;
    page.browser.execute("document.querySelector(arguments[0]).select()", json!([birth(3)]))?;
    press_keys(page.browser, &format!("{}{}", key::BACKSPACE, key::TAB))?;
    page.wait_for("half a date does not count", |seen| seen.answered.is_empty())?;
    page.press("#reset")?;
    until("clearing takes it away", || Ok((fields()? == json!(["", "", ""])).then_some(())))?;
    page.browser.reload()?;
    page.wait_until_ready()?;
    ensure!(fields()? == json!(["", "", ""]), "half a date came back: {}", fields()?);
    Ok(())
}

fn written(context: &TestContext) -> Result<()> {
    let page = Page::open(context, "#v=2&s=shanghai")?;
    page.wait_until_ready()?;
    for (text, months) in [("3年2个月", 38), ("５", 60), ("一年半", 18), ("5 years", 60)] {
        let field = field("insured-months", 1);
        page.press(&field)?;
        page.browser.execute("document.querySelector(arguments[0]).select()", json!([field]))?;
        press_keys(page.browser, text)?;
        let wanted = format!("insured-months={months}");
        page.wait_for(&format!("{text} counts"), |seen| seen.says(&wanted))?;
    }
    for (text, words) in [("1.3", "整数"), ("-5", "-5 年"), ("99", "99 年，"), ("abc", "读不懂")]
    {
        let field = field("insured-months", 1);
        page.press(&field)?;
        page.browser.execute("document.querySelector(arguments[0]).select()", json!([field]))?;
        press_keys(page.browser, text)?;
        page.browser.execute("document.activeElement.blur()", Value::Null)?;
        let fault = "[data-question='insured-months'] .fault";
        let fault = format!("return document.querySelector(\"{fault}\").innerText");
        let mut said = String::new();
        let told = until("it is told", || {
            said = page.browser.execute(&fault, Value::Null)?.as_str().unwrap_or("").to_owned();
            Ok(said.contains(words).then_some(()))
        });
        told.with_context(|| format!("{text}: {said:?}"))?;
        ensure!(!said.contains("年 超"), "a stray space: {said}");
    }
    Ok(())
}

fn back(context: &TestContext) -> Result<()> {
    context.browser.goto("about:blank")?;
    let page = Page::open(context, "")?;
    page.wait_until_ready()?;
    let open = |scheme: &str| {
        page.wait_for(&format!("{scheme} is open"), |seen| {
            seen.ready && seen.scheme == scheme && !seen.asked.is_empty()
        })
    };
    // The address follows a moment later.
    let kept = |when: &str| {
        page.wait_for(&format!("all is there {when}"), |seen| {
            seen.language == "en" && seen.says("education=master") && seen.hash.contains("l=en")
        })
    };
    page.press("#tab-beijing")?;
    open("beijing")?;
    page.press("[data-question='education'] label:has([value='master'])")?;
    page.wait_for("it counts", |seen| seen.says("education=master"))?;
    page.press("#tab-tianjin")?;
    open("tianjin")?;
    page.press("#language")?;
    page.wait_for("the page is English", |seen| seen.language == "en")?;
    for scheme in ["beijing", "shanghai"] {
        page.browser.back()?;
        open(scheme)?;
        kept("after going back")?;
        page.browser.reload()?;
        open(scheme)?;
        let seen = kept("after a reload")?;
        ensure!(!seen.body.contains("somebody else"), "one's own answers are said to be another's");
    }
    for scheme in ["beijing", "tianjin"] {
        page.browser.forward()?;
        open(scheme)?;
    }
    // What is cleared does not come back.
    page.press("#reset-at-end")?;
    page.wait_for("all is cleared", |seen| seen.answered.is_empty())?;
    for scheme in ["beijing", "shanghai"] {
        page.browser.back()?;
        open(scheme)?;
        page.wait_for("nothing comes back", |seen| {
            seen.answered.is_empty() && !seen.hash.contains("_=")
        })?;
    }
    // Only past the first view lies what was there before the page.
    page.browser.back()?;
    let address = "return location.href";
    until("the page is left", || {
        Ok((page.browser.execute(address, Value::Null)? == "about:blank").then_some(()))
    })
}

fn damaged(context: &TestContext) -> Result<()> {
    let scheme = rules::scheme(rules::SCHEME)?;
    let example = rules::examples(&scheme)?.into_iter().next().context("no examples")?;
    let whole = rules::fragment(&scheme, &example.answers, Language::Zh);
    let open = |fragment: &str| -> Result<_> {
        context.browser.goto("about:blank")?;
        Page::open(context, fragment)?.wait_until_ready()
    };
    let right = open(&whole)?;
    ensure!(right.problems.is_empty() && right.body.contains("来自您打开的链接"), "{}", right.body);
    for glued in ["。", "）", "?from=singlemessage&isappinstalled=0"] {
        let seen = open(&format!("{whole}{glued}"))?;
        ensure!(seen.problems.is_empty(), "{glued}: {}", seen.problems);
        ensure!((&seen.low, &seen.verdict) == (&right.low, &right.verdict), "{glued}: {seen:#?}");
    }
    for part in [3, 5, 7, 9] {
        let cut = whole.len() * part / 10;
        let seen = open(&whole[..cut])?;
        ensure!(seen.problems.contains("不完整"), "cut at {cut}, and it says {:?}", seen.problems);
    }
    let altered = whole.replacen("bachelor", "doctor00", 1);
    if altered != whole {
        ensure!(open(&altered)?.problems.contains("变了样"), "an altered link is taken as it is");
    }
    ensure!(open(TWO_ANSWERS)?.body.contains("旧式"), "an old link is taken for a whole one");
    // A chat that writes # as %23 makes a query of the answers.
    let seen = open(&format!("?from=timeline{}", whole.replacen('#', "%23", 1)))?;
    ensure!(seen.problems.contains("%23") && seen.low == right.low, "{:?}", seen.problems);
    let address = context.browser.execute("return location.href", Value::Null)?;
    ensure!(!address.to_string().contains("%23"), "the address stays wrong: {address}");
    Ok(())
}

fn language(context: &TestContext) -> Result<()> {
    // What is seen before the program runs.
    let early = "addEventListener('DOMContentLoaded', () => {
        const app = document.getElementById('app');
        if (app) window.early = [document.documentElement.lang, getComputedStyle(app).visibility];
      })";
    context.browser.add_init_script(early)?;
    for (languages, fragment, wanted) in [
        ("['zh-CN', 'en']", "", "zh-Hans"),
        ("['en-GB', 'zh']", "", "en"),
        ("['fr']", "", "en"),
        ("['fr', 'zh-TW']", "", "zh-Hans"),
        ("['en-GB']", "#v=2&s=shanghai&l=zh", "zh-Hans"),
        ("['zh-CN']", "#v=2&s=shanghai&l=en", "en"),
    ] {
        context.browser.add_init_script(&format!(
            "Object.defineProperty(Navigator.prototype, 'languages', {{ configurable: true, get: () => {languages} }})"
        ))?;
        context.browser.goto("about:blank")?;
        let page = Page::open(context, fragment)?;
        let seen = page.wait_until_ready()?;
        ensure!(seen.language == wanted, "{languages} {fragment}: {}", seen.language);
        ensure!(seen.hash.contains("l=") == fragment.contains("l="), "{languages}: {}", seen.hash);
        let early = page.browser.execute("return window.early", Value::Null)?;
        let shown =
            if wanted == "en" { json!(["en", "hidden"]) } else { json!(["zh-Hans", "visible"]) };
        ensure!(early == shown, "{languages} {fragment}: first {early}");
    }
    Ok(())
}
