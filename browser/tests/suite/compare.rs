//! The cities beside each other.

use std::fs;

use anyhow::{Context, Result, ensure};
use jifen::assess::{Verdict, assess};
use jifen::link::COMPARE;
use jifen::scheme::{Language, Scheme};
use jifen_browser::axe;
use jifen_browser::engine::Engine;
use jifen_browser::hand::{Hand, key, strike};
use jifen_browser::page::{Page, Screen};
use jifen_browser::rules;
use jifen_browser::stage::{Stage, Suite, dist};
use serde::Deserialize;
use serde_json::{Value, json};
use xtask::server::{Options, Reply};

use crate::reach::fits;

/// What can be said of anybody after a minute.
const THREE: &str = "academic-degree=bachelor&birth-date=19900101&education=bachelor";

pub(crate) fn add(suite: &mut Suite) {
    for (name, language) in [("zh", Language::Zh), ("en", Language::En)] {
        suite.add_everywhere(
            format!("compare::three answers say something of every scheme ({name})"),
            move |stage| three_answers(stage, language),
        );
        suite.add(format!("compare::who passes sees that first ({name})"), move |stage| {
            passes(stage, language)
        });
        suite.add(format!("compare::nothing answered is no verdict ({name})"), move |stage| {
            nothing(stage, language)
        });
        suite.add(format!("compare::the person stands between past rounds ({name})"), {
            move |stage| ladder(stage, language)
        });
    }
    suite.add_everywhere("compare::there and back by hand, with one file for all", there_and_back);
    suite.add("compare::by keyboard alone", by_keyboard);
    suite.add("compare::a file that does not arrive is told, and tried again", fails);
    suite.add("compare::an odd address is reported", odd);
    for (name, screen, dark) in [
        ("desk", Screen::DESK, false),
        ("dark desk", Screen::DESK, true),
        ("phone", Screen::PHONE, false),
        ("dark phone", Screen::PHONE, true),
        ("narrow phone", Screen::NARROW, false),
    ] {
        suite.add(format!("compare::axe and width: {name}"), move |stage| {
            accessible(stage, name, screen, dark)
        });
    }
}

fn address(answers: &str, language: Language) -> String {
    let language = if language == Language::En { "&l=en" } else { "" };
    format!("#v=1&s={COMPARE}{language}&{answers}")
}

/// A card.
#[derive(Debug, Deserialize)]
struct Row {
    scheme: String,
    class: String,
    low: f64,
    high: f64,
    text: String,
}

/// The cards in their order, once there are such.
fn rows(page: &Page<'_>) -> Result<Vec<Row>> {
    page.when("the cities are compared", |seen| seen.scheme == COMPARE && !seen.body.is_empty())?;
    jifen_browser::wait::until("the cards are there", || {
        let rows: Vec<Row> = serde_json::from_value(page.browser.run(
            "return [...document.querySelectorAll('#compare [data-compared]')].map((one) => ({
              scheme: one.dataset.compared, class: one.dataset.class,
              low: Number(one.dataset.low), high: Number(one.dataset.high),
              text: one.innerText.replace(/\\s+/g, ' ') }))",
            Value::Null,
        )?)?;
        Ok((!rows.is_empty()).then_some(rows))
    })
}

fn all() -> Result<Vec<Scheme>> {
    rules::catalogue()?.entries.iter().map(|entry| rules::scheme(&entry.id)).collect()
}

fn lists_all(rows: &[Row], language: Language) -> Result<()> {
    let schemes = all()?;
    ensure!(rows.len() == schemes.len(), "{} cards for {} schemes", rows.len(), schemes.len());
    for scheme in schemes {
        let row = rows.iter().find(|row| row.scheme == scheme.id).context(scheme.id.clone())?;
        for name in [scheme.city.name.read(language), scheme.name.read(language)] {
            ensure!(row.text.contains(name), "{} is not called {name:?}: {row:?}", scheme.id);
        }
        let ranks = scheme.line.ranking.is_some();
        ensure!(!ranks || row.class != "passes", "a ranking passes: {row:?}");
        let over = row.text.contains("已于") || row.text.contains("ended on");
        ensure!(over != scheme.edition.in_force(rules::TODAY), "the edition: {row:?}");
    }
    Ok(())
}

fn three_answers(stage: &Stage, language: Language) -> Result<()> {
    let page = Page::open(stage, &address(THREE, language))?;
    let rows = rows(&page)?;
    lists_all(&rows, language)?;
    for row in &rows {
        ensure!(row.low < row.high, "no range: {row:?}");
        ensure!(row.class == "may-pass" || row.class == "ranks", "too early: {row:?}");
    }
    let lacks = match language {
        Language::Zh => "还差",
        Language::En => "short so far",
    };
    ensure!(rows[0].text.contains(lacks), "what is missing is not said: {:?}", rows[0]);
    let seen = page.seen()?;
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

fn passes(stage: &Stage, language: Language) -> Result<()> {
    let scheme = rules::scheme(rules::SCHEME)?;
    let examples = rules::examples(&scheme)?;
    let example =
        examples.iter().find(|one| one.verdict == Verdict::Pass).context("nobody passes")?;
    let fragment = rules::fragment(&scheme, &example.answers, language);
    let fragment = fragment
        .replace(&format!("s={}&e={}", scheme.id, scheme.edition.id), &format!("s={COMPARE}"));
    let page = Page::open(stage, &fragment)?;
    let rows = rows(&page)?;
    lists_all(&rows, language)?;
    let first = &rows[0];
    ensure!(first.scheme == scheme.id && first.class == "passes", "first comes {first:?}");
    let words = match language {
        Language::Zh => "够了：120 分，达到 120 分",
        Language::En => "Enough: 120 points reach 120",
    };
    ensure!(first.text.contains(words), "{words:?} is not said: {first:?}");
    let headings = page.browser.run(
        "return [...document.querySelectorAll('#compare h2, #compare h3, #compare h4')].map((one) => one.tagName).join('')",
        Value::Null,
    )?;
    let headings = headings.as_str().unwrap_or_default();
    ensure!(headings.starts_with("H2H3H4") && !headings.contains("H3H3"), "headings: {headings}");
    Ok(())
}

fn nothing(stage: &Stage, language: Language) -> Result<()> {
    let page = Page::open(stage, &address("", language))?;
    let rows = rows(&page)?;
    lists_all(&rows, language)?;
    ensure!(rows.iter().all(|row| row.class == "unasked"), "something is said: {rows:?}");
    let text: String = rows.iter().map(|row| row.text.as_str()).collect();
    for word in ["还差", "不够", "够了", "Enough", "short", "Not enough"] {
        ensure!(!text.contains(word), "{word:?} stands before the first answer");
    }
    Ok(())
}

/// Beijing's past rounds with somebody who stands between two of them.
fn ladder(stage: &Stage, language: Language) -> Result<()> {
    let scheme = rules::scheme("beijing")?;
    let rounds = &scheme.line.ranking.as_ref().context("no ranking")?.cutoffs;
    let people = rules::people(&scheme)?.into_iter().map(|answers| {
        let assessment = assess(&scheme, &answers, rules::TODAY);
        (answers, assessment)
    });
    let mut between = people.filter(|(_, one)| {
        let reached = |wanted| one.standings.iter().any(|at| at.reached == Some(wanted));
        let allowed = one.verdict == Verdict::Undecided;
        allowed && one.total.certain().is_some() && reached(true) && reached(false)
    });
    let (answers, assessment) = between.next().context("nobody stands between two rounds")?;
    let page = Page::open(stage, &rules::fragment(&scheme, &answers, language))?;
    let read = "return [...document.querySelectorAll('#line .rounds > li')].map((one) => [one.id || one.dataset.round, one.innerText])";
    let ladder: Vec<(String, String)> =
        serde_json::from_value(page.browser.run(read, Value::Null)?)?;
    let reached = assessment.standings.iter().filter(|one| one.reached == Some(true));
    let place = rounds.len() - reached.count();
    let mut wanted: Vec<&str> = rounds.iter().rev().map(|round| round.round.as_str()).collect();
    wanted.insert(place, "place");
    let found: Vec<&str> = ladder.iter().map(|(id, _)| id.as_str()).collect();
    ensure!(found == wanted, "{found:?}, not {wanted:?}");
    let total = assessment.total.low.to_string();
    ensure!(ladder[place].1.contains(&total), "{:?} is not {total}", ladder[place]);
    let weak = match language {
        Language::Zh => ["没有核对过官方页面", "没有找到官方页面", "117.26"],
        Language::En => ["Not checked against an official page", "No official page", "117.26"],
    };
    let whole: String = ladder.into_iter().map(|(_, text)| text).collect();
    for words in weak {
        ensure!(whole.contains(words), "{words:?} is not said: {whole}");
    }

    page.press("#to-comparison")?;
    let rows = rows(&page)?;
    let row = rows.iter().find(|row| row.scheme == "beijing").context("no card")?;
    let (above, below) = (&rounds[rounds.len() - place - 1], &rounds[rounds.len() - place]);
    for round in [above, below] {
        let points = round.points.to_string();
        ensure!(row.text.contains(&points), "{points} is not said: {row:?}");
    }
    Ok(())
}

fn files(page: &Page<'_>) -> Vec<String> {
    let mut files: Vec<String> = page.site.requests();
    // The guide comes when it comes: nobody waits for it.
    files.retain(|path| path.ends_with(".pack") && !path.ends_with(".guide.pack"));
    let name = |path: &String| path.rsplit('/').next().unwrap_or_default().to_owned();
    let mut files: Vec<String> = files.iter().map(name).collect();
    if page.browser.engine() == Engine::WebKit {
        // It asks again for the one file that the page lets it fetch ahead.
        let mut before = 0;
        files.retain(|name| name != "catalogue.pack" || std::mem::replace(&mut before, 1) == 0);
    }
    files
}

fn there_and_back(stage: &Stage) -> Result<()> {
    let page = Page::open_on(stage, Screen::PHONE, &format!("#v=1&s=shanghai&{THREE}"))?;
    ensure!(files(&page) == ["catalogue.pack", "shanghai.pack"], "at first: {:?}", files(&page));
    // The tab is in sight without scrolling.
    Hand::Touch.press(page.browser, "#tab-_compare")?;
    rows(&page)?;
    let all = ["catalogue.pack", "shanghai.pack", "all.pack"];
    ensure!(files(&page) == all, "for the comparison: {:?}", files(&page));
    page.press("[data-compared='tianjin'] button")?;
    let there = page.when("the city is open", |seen| {
        seen.scheme == "tianjin" && seen.hash.contains("s=tianjin")
    })?;
    ensure!(there.answered.contains(&"education".to_owned()), "answered: {:?}", there.answered);
    let top = "return document.querySelector('#panel').getBoundingClientRect().top";
    let top = page.browser.run(top, Value::Null)?.as_f64().context("no panel")?;
    ensure!(top.abs() < 740.0, "the city opens out of sight, {top} px away");
    page.press("#tab-beijing")?;
    page.when("another city is open", |seen| seen.scheme == "beijing" && !seen.asked.is_empty())?;
    page.press("#to-comparison")?;
    rows(&page)?;
    ensure!(files(&page) == all, "everything was here: {:?}", files(&page));
    page.browser.reload()?;
    page.ready()?;
    rows(&page)?;
    page.press("#reset")?;
    page.when("everything is cleared", |seen| {
        seen.body.contains("已清空") && !seen.says("education")
    })?;
    ensure!(rows(&page)?.iter().all(|row| row.class == "unasked"), "answers still count");
    page.press("#undo-reset")?;
    page.when("the answers are back", |seen| seen.says("education"))?;
    ensure!(rows(&page)?.iter().all(|row| row.class != "unasked"), "the answers do not count");
    Ok(())
}

fn by_keyboard(stage: &Stage) -> Result<()> {
    let page = Page::open(stage, &format!("#v=1&s=shanghai&{THREE}"))?;
    page.tab_to("the tabs", |stop| stop.role == "tab")?;
    for (pressed, open) in [(key::END, COMPARE), (key::RIGHT, "shanghai"), (key::LEFT, COMPARE)] {
        strike(page.browser, &pressed.to_string())?;
        page.when(open, |seen| seen.scheme == open)?;
    }
    let rows = rows(&page)?;
    let here = page.stop()?.context("the keyboard is lost")?;
    ensure!(here.id == "tab-_compare", "the keyboard is at {here:#?}");
    let first = page.tab()?.context("Tab leads nowhere")?;
    let second = page.tab()?.context("Tab leads nowhere")?;
    for (stop, row) in [first, second].iter().zip(&rows) {
        let name = stop.text.split_whitespace().collect::<Vec<_>>().join(" ");
        ensure!(row.text.starts_with(name.trim_end_matches(['›', ' '])), "{stop:#?}, {row:?}");
    }
    strike(page.browser, &key::ENTER.to_string())?;
    page.when("the second city is open", |seen| seen.scheme == rows[1].scheme)?;
    let there = page.stop()?.context("the keyboard is lost")?;
    ensure!(there.id == "panel", "the keyboard is at {there:#?}");
    Ok(())
}

fn fails(stage: &Stage) -> Result<()> {
    stage.expect_message("404");
    let missing = Reply { status: 404, media_type: "text/plain".into(), body: Vec::new() };
    let mut cut = fs::read(dist()?.join("rules/all.pack"))?;
    cut.truncate(cut.len() / 2);
    let cut = Reply { status: 200, media_type: "application/octet-stream".into(), body: cut };
    let path = "rules/all.pack".to_owned();
    let options = Options { replies: [(path.clone(), missing)].into(), ..Options::default() };
    let page = Page::load(stage, Screen::DESK, options, &address(THREE, Language::Zh))?;
    page.when("the failure is told", |seen| seen.ready && seen.body.contains("网站回答了 404"))?;
    ensure!(page.seen()?.body.contains("您的回答都还在"), "nothing says that the answers are kept");
    page.site.reply_with(&path, Some(cut));
    page.press("#retry")?;
    page.when("the other failure is told", |seen| seen.body.contains("没有传完整"))?;
    page.press("#tab-shanghai")?;
    page.when("a city still opens", |seen| seen.scheme == "shanghai" && !seen.asked.is_empty())?;
    page.site.reply_with(&path, None);
    page.press("#tab-_compare")?;
    lists_all(&rows(&page)?, Language::Zh)
}

fn odd(stage: &Stage) -> Result<()> {
    let odd = "birth-date=1&education=bachelor&shoe-size=44&tianjin.insured-months=-4";
    for (language, words) in [
        (Language::Zh, ["您的出生日期", "“shoe-size”这里不问"]),
        (Language::En, ["When were you born", "“shoe-size” is not asked here"]),
    ] {
        let page = Page::open(stage, &address(odd, language))?;
        rows(&page)?;
        let seen = page.seen()?;
        for words in words {
            ensure!(seen.troubles.contains(words), "{words:?} is not said: {:?}", seen.troubles);
        }
        ensure!(!seen.troubles.contains("education"), "what is right is told: {:?}", seen.troubles);
        ensure!(seen.says("education=bachelor"), "the address became {:?}", seen.hash);
    }
    Ok(())
}

fn accessible(stage: &Stage, name: &str, screen: Screen, dark: bool) -> Result<()> {
    if dark {
        let feature = json!({ "features": [{ "name": "prefers-color-scheme", "value": "dark" }] });
        stage.browser.cdp("Emulation.setEmulatedMedia", feature)?;
    }
    let beijing = rules::scheme("beijing")?;
    let someone = rules::examples(&beijing)?.into_iter().next().context("no example")?;
    let full = rules::fragment(&beijing, &someone.answers, Language::En);
    let full = full.split_once("&l=en&").context("no answers")?.1.to_owned();
    for (answers, language) in [(THREE, Language::Zh), (&full, Language::En), ("", Language::Zh)] {
        let page = Page::open_on(stage, screen, &address(answers, language))?;
        rows(&page)?;
        fits(&page, &format!("the comparison on a {name}"))?;
        page.show_whole(screen)?;
        axe::inspect(page.browser, &format!("the comparison on a {name}"))?;
    }
    Ok(())
}
