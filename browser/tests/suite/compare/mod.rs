//! The cities beside each other.

mod cards;
mod moving;

use anyhow::{Context, Result, ensure};
use jifen::assess::{Verdict, assess};
use jifen::scheme::Language;
use jifen_browser::axe;
use jifen_browser::context::TestContext;
use jifen_browser::page::Page;
use jifen_browser::rules;
use jifen_browser::suite::Suite;
use jifen_browser::viewport::Viewport;
use serde_json::{Value, json};

use crate::reach::fits;
use cards::{Card, THREE, address, cards, lists_all};

pub(crate) fn add(suite: &mut Suite) {
    for (name, language) in [("zh", Language::Zh), ("en", Language::En)] {
        suite.add_everywhere(
            format!("compare::three answers say something of every scheme ({name})"),
            move |context| three_answers(context, language),
        );
        suite.add(format!("compare::who passes sees that first ({name})"), move |context| {
            passes(context, language)
        });
        suite.add(format!("compare::nothing answered is no verdict ({name})"), move |context| {
            nothing(context, language)
        });
        suite.add(format!("compare::the person stands between past rounds ({name})"), {
            move |context| ladder(context, language)
        });
    }
    suite.add_everywhere(
        "compare::there and back by hand, with one file for all",
        moving::there_and_back,
    );
    suite.add("compare::by keyboard alone", moving::by_keyboard);
    suite.add("compare::a file that does not arrive is told, and tried again", moving::fails);
    suite.add("compare::an odd address is reported", odd);
    for (name, viewport, dark) in [
        ("desk", Viewport::DESKTOP, false),
        ("dark desk", Viewport::DESKTOP, true),
        ("phone", Viewport::PHONE, false),
        ("dark phone", Viewport::PHONE, true),
        ("narrow phone", Viewport::NARROW, false),
    ] {
        suite.add(format!("compare::axe and width: {name}"), move |context| {
            accessible(context, name, viewport, dark)
        });
    }
}

fn three_answers(context: &TestContext, language: Language) -> Result<()> {
    let page = Page::open(context, &address(THREE, language))?;
    let cards = cards(&page)?;
    lists_all(&cards, language)?;
    for card in &cards {
        ensure!(card.low < card.high, "no range: {card:?}");
        // Rules that have ended stand by themselves, whatever is answered.
        let early = ["may-pass", "ranks", "unreliable"].contains(&card.class.as_str());
        ensure!(early, "too early: {card:?}");
    }
    let lacks = match language {
        Language::Zh => "还差",
        Language::En => "short so far",
    };
    ensure!(cards[0].text.contains(lacks), "what is missing is not said: {:?}", cards[0]);
    let seen = page.snapshot()?;
    let (shared, title) = match language {
        Language::Zh => ("3 个回答各城通用", "比较各城 · 积分估算"),
        Language::En => {
            ("3 answers about you count everywhere", "Compare cities · Points estimator")
        }
    };
    ensure!(seen.body.contains(shared), "what is known is not said: {:?}", seen.body);
    ensure!(seen.title == title, "the title is {:?}", seen.title);
    ensure!(
        seen.hash == rules::rewritten(&address(THREE, language)),
        "the address became {:?}",
        seen.hash
    );
    Ok(())
}

fn passes(context: &TestContext, language: Language) -> Result<()> {
    let scheme = rules::scheme(rules::SCHEME)?;
    let examples = rules::examples(&scheme)?;
    let example = examples
        .iter()
        .find(|example| example.verdict == Verdict::Pass)
        .context("nobody passes")?;
    let fragment = rules::fragment(&scheme, &example.answers, language);
    let page = Page::open(context, &fragment)?;
    page.press("#tab-_compare")?;
    let cards = cards(&page)?;
    lists_all(&cards, language)?;
    let first = &cards[0];
    ensure!(first.scheme == scheme.id && first.class == "passes", "first comes {first:?}");
    let words = match language {
        Language::Zh => "够了，达到标准分值 120",
        Language::En => "Enough: the threshold (120) is reached",
    };
    ensure!(first.text.contains(words), "{words:?} is not said: {first:?}");
    let headings = page.browser.execute(
        "return [...document.querySelectorAll('#compare h2, #compare h3, #compare h4')].map((one) => one.tagName).join('')",
        Value::Null,
    )?;
    let headings = headings.as_str().unwrap_or_default();
    ensure!(headings.starts_with("H2H3H4") && !headings.contains("H3H3"), "headings: {headings}");
    Ok(())
}

fn nothing(context: &TestContext, language: Language) -> Result<()> {
    let page = Page::open(context, &address("", language))?;
    let cards = cards(&page)?;
    lists_all(&cards, language)?;
    ensure!(cards.iter().all(Card::is_silent), "something is said: {cards:?}");
    let text: String = cards.iter().map(|card| card.text.as_str()).collect();
    for word in ["还差", "不够", "够了", "Enough", "short", "Not enough"] {
        ensure!(!text.contains(word), "{word:?} stands before the first answer");
    }
    Ok(())
}

/// Beijing's past rounds with somebody who stands between two of them.
fn ladder(context: &TestContext, language: Language) -> Result<()> {
    let scheme = rules::scheme("beijing")?;
    let rounds = &scheme.line.ranking.as_ref().context("no ranking")?.cutoffs;
    let people = rules::people(&scheme)?.into_iter().map(|answers| {
        let assessment = assess(&scheme, &answers, rules::TODAY);
        (answers, assessment)
    });
    let mut between = people.filter(|(_, assessment)| {
        let reached =
            |wanted| assessment.standings.iter().any(|standing| standing.reached == Some(wanted));
        let allowed = assessment.verdict == Verdict::Undecided;
        allowed && assessment.total.certain().is_some() && reached(true) && reached(false)
    });
    let (answers, assessment) = between.next().context("nobody stands between two rounds")?;
    let page = Page::open(context, &rules::fragment(&scheme, &answers, language))?;
    let read = "return [...document.querySelectorAll('#line .rounds > li')].map((one) => [one.id || one.dataset.round, one.innerText])";
    let ladder: Vec<(String, String)> =
        serde_json::from_value(page.browser.execute(read, Value::Null)?)?;
    // Lines that other rules set stand below.
    let below = assessment
        .standings
        .iter()
        .filter(|standing| !standing.comparable || standing.reached == Some(true));
    let place = rounds.len() - below.count();
    let mut wanted: Vec<&str> = rounds.iter().rev().map(|round| round.round.as_str()).collect();
    wanted.insert(place, "place");
    let found: Vec<&str> = ladder.iter().map(|(id, _)| id.as_str()).collect();
    ensure!(found == wanted, "{found:?}, not {wanted:?}");
    let total = assessment.total.low.to_string();
    ensure!(ladder[place].1.contains(&total), "{:?} is not {total}", ladder[place]);
    let weak = match language {
        Language::Zh => ["没有打开官方页面核对", "2024 114.46", "117.26"],
        Language::En => ["The official page was not opened", "2024 114.46", "117.26"],
    };
    let whole: String = ladder.into_iter().map(|(_, text)| text).collect();
    for words in weak {
        ensure!(whole.contains(words), "{words:?} is not said: {whole}");
    }

    page.press("#to-comparison")?;
    let cards = cards(&page)?;
    let card = cards.iter().find(|card| card.scheme == "beijing").context("no card")?;
    // The latest, and the newest that is reached.
    let latest = rounds.last().context("no round")?;
    for round in [latest, &rounds[rounds.len() - place - 1]] {
        let points = round.points.to_string();
        ensure!(card.text.contains(&points), "{points} is not said: {card:?}");
    }
    Ok(())
}

fn odd(context: &TestContext) -> Result<()> {
    let odd = "birth-date=1&education=bachelor&shoe-size=44&tianjin.insured-months=-4";
    for (language, words) in [
        (Language::Zh, ["出生日期", "“shoe-size”这里不问"]),
        (Language::En, ["date of birth", "“shoe-size” is not asked here"]),
    ] {
        let page = Page::open(context, &address(odd, language))?;
        cards(&page)?;
        let seen = page.snapshot()?;
        for words in words {
            ensure!(seen.problems.contains(words), "{words:?} is not said: {:?}", seen.problems);
        }
        ensure!(!seen.problems.contains("education"), "what is right is told: {:?}", seen.problems);
        ensure!(seen.says("education=bachelor"), "the address became {:?}", seen.hash);
    }
    Ok(())
}

fn accessible(context: &TestContext, name: &str, viewport: Viewport, dark: bool) -> Result<()> {
    if dark {
        let feature = json!({ "features": [{ "name": "prefers-color-scheme", "value": "dark" }] });
        context.browser.cdp("Emulation.setEmulatedMedia", feature)?;
    }
    let beijing = rules::scheme("beijing")?;
    let someone = rules::examples(&beijing)?.into_iter().next().context("no example")?;
    let full = rules::fragment(&beijing, &someone.answers, Language::En);
    let full = full.split_once("&l=en&").context("no answers")?.1.to_owned();
    for (answers, language) in [(THREE, Language::Zh), (&full, Language::En), ("", Language::Zh)] {
        let page = Page::open_in(context, viewport, &address(answers, language))?;
        cards(&page)?;
        fits(&page, &format!("the comparison on a {name}"))?;
        page.browser.show_full_page(viewport)?;
        axe::inspect(page.browser, &format!("the comparison on a {name}"))?;
    }
    Ok(())
}
