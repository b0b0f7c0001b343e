//! What next: the forecast, and two sets of answers side by side.

use anyhow::{Result, ensure};
use jifen_browser::axe;
use jifen_browser::context::TestContext;
use jifen_browser::page::Page;
use jifen_browser::suite::Suite;
use jifen_browser::viewport::Viewport;
use jifen_browser::wait::until;
use serde_json::{Value, json};

/// A degree, 43 years old at the end of November 2026, every condition met, and so many insured months: none go on.
fn graduate(insured_months: u8) -> String {
    let insured = format!("insured-months={insured_months}&");
    SHORT
        .replace("birth-date=19900601", "birth-date=19830601")
        .replace("education=associate", "education=bachelor&academic-degree=bachelor")
        .replace("insured-months=60&", &insured)
}

/// What is said as long as insurance goes on.
const GOING_ON: &str = "能保持到这一版规则到期";

pub(crate) fn add(suite: &mut Suite) {
    suite.add_everywhere("outlook::the day on which 120 points become 119, and why", ageing);
    suite.add_everywhere("outlook::what goes on can be switched off", switched);
    suite.add("outlook::the picture has its table, and both their names", table);
    suite.add_everywhere(
        "outlook::advice names the ways back, and taking one gives what it promises",
        advice,
    );
    suite.add("outlook::who passes is told nothing to do", nothing_to_do);
    suite.add_everywhere("outlook::two sets of answers side by side", kept);
}

fn words(page: &Page<'_>, selector: &str) -> Result<String> {
    let text = "return document.querySelector(arguments[0])?.innerText.replace(/\\s+/g, ' ') ?? ''";
    let text = page.browser.execute(text, json!([selector]))?;
    Ok(text.as_str().unwrap_or_default().to_owned())
}

fn sentence(page: &Page<'_>, holds: impl Fn(&str) -> bool) -> Result<String> {
    until("the forecast says it", || {
        let seen = words(page, "#forecast-sentence")?;
        Ok(holds(&seen).then_some(seen))
    })
}

fn ageing(context: &TestContext) -> Result<()> {
    for (language, wanted) in
        [("zh", ["2027 年 6 月 1 日", "年龄 30 → 29"]), ("en", ["1 June 2027", "Age 30 → 29"])]
    {
        let page =
            Page::open_in(context, Viewport::PHONE, &format!("#{}&l={language}", graduate(0)))?;
        let seen = sentence(&page, |seen| seen.contains("30 → 29"))?;
        // The last day on which it is kept is the day before the birthday.
        let last = if language == "zh" { "2027 年 5 月 31 日" } else { "31 May 2027" };
        let plain = |text: &str| text.replace(' ', "");
        ensure!(plain(&seen).contains(&plain(last)), "{seen:?} does not name {last:?}");
        page.press("#forecast-table > summary")?;
        // Each year is folded.
        let table =
            "return document.querySelector('#forecast-table').textContent.replace(/\\s+/g, ' ')";
        let table = page.browser.execute(table, Value::Null)?;
        let table = table.as_str().unwrap_or_default().to_owned();
        for words in wanted {
            ensure!(plain(&table).contains(&plain(words)), "{words:?} is not in {table:?}");
        }
        page.browser.show_full_page(Viewport::PHONE)?;
        axe::inspect(page.browser, "the forecast")?;
    }
    Ok(())
}

fn switched(context: &TestContext) -> Result<()> {
    let page = Page::open(context, &format!("#{}", graduate(11)))?;
    let seen = sentence(&page, |seen| seen.contains("120"))?;
    ensure!(seen.contains(GOING_ON), "with insurance going on: {seen:?}");
    page.press("label:has([data-going-on='insured-months'])")?;
    let seen = sentence(&page, |seen| seen.contains("能保持到") && !seen.contains(GOING_ON))?;
    ensure!(seen.contains("年龄 30 → 29"), "without: {seen:?}");
    page.press("label:has([data-going-on='insured-months'])")?;
    sentence(&page, |seen| seen.contains(GOING_ON))?;
    Ok(())
}

fn table(context: &TestContext) -> Result<()> {
    let page = Page::open(context, &format!("#{}", graduate(11)))?;
    let seen = sentence(&page, |seen| !seen.is_empty())?;
    let picture = page.browser.execute(
        "const picture = document.querySelector('#forecast svg.chart');
        return [picture.getAttribute('role'), picture.getAttribute('aria-label').replace(/\\s+/g, ' ')]",
        Value::Null,
    )?;
    ensure!(picture == json!(["img", seen]), "the picture is {picture}, the sentence {seen:?}");
    page.press("#forecast-table > summary")?;
    let rows = "return document.querySelectorAll('#forecast-table tbody tr').length";
    let rows = page.browser.execute(rows, Value::Null)?.as_u64().unwrap_or_default();
    let told = words(&page, "#forecast-table > summary")?;
    ensure!(rows > 9 && told.contains(&rows.to_string()), "{rows} rows, but {told:?}");
    Ok(())
}

fn kept(context: &TestContext) -> Result<()> {
    let page = Page::open(context, &format!("#{}", graduate(11)))?;
    page.press("#keep")?;
    page.wait_for("they are kept", |seen| seen.result.contains("已记下现在的回答"))?;
    page.press("[data-question='education'] label:has([value='associate'])")?;
    page.wait_for("the answer counts", |seen| seen.says("education=associate"))?;
    let table = words(&page, ".differences")?;
    for wanted in ["大学本科", "大专", "教育背景 90 50", "总分"] {
        ensure!(table.contains(wanted), "{wanted:?} is not in {table:?}");
    }
    axe::inspect(page.browser, "side by side")?;
    // The address follows a moment later.
    page.wait_for("the address holds both", |seen| seen.hash.contains("&__="))?;
    page.browser.reload()?;
    page.wait_until_ready()?;
    let reloaded = words(&page, ".differences")?;
    ensure!(reloaded == table, "after a reload {reloaded:?}, before it {table:?}");
    page.press("#take-kept")?;
    let seen = page.wait_for("the kept ones are back", |seen| seen.says("education=bachelor"))?;
    ensure!(!seen.result.contains("已记下"), "they are still compared");
    page.focus_comes_to("#kept")
}

/// S5 of the facts without its base months: 95 points of 120, every condition met.
const SHORT: &str = "v=1&s=shanghai&birth-date=19900601&education=associate&shanghai.education-accepted=1\
    &skill-level=none&professional-title=none&shanghai.insured-months=60&shanghai.insured-now=1\
    &shanghai.insured-months-of-12=12&shanghai.base-months-08-of-48=0&shanghai.spouse-local=0\
    &recent-full-time-graduate=0&shanghai.shortage-major=0&shanghai.honour=none\
    &shanghai.public-service-months=0&shanghai.suburb-months=0&shanghai.entrepreneur=0\
    &shanghai.innovation-agent=0&shanghai.owns-company=0&detention-records=-&crime-records=-\
    &serious-crime=0&shanghai.false-filing-records=-&shanghai.residence-permit=valid\
    &shanghai.household=elsewhere&shanghai.employer-files=1&shanghai.outside-branch=0\
    &shanghai.insured-elsewhere=0";

fn advice(context: &TestContext) -> Result<()> {
    for (language, school, degree) in [
        ("zh", "学历：大学本科", "学位：学士"),
        ("en", "Schooling: Undergraduate", "degree: Bachelor"),
    ] {
        let page = Page::open_in(context, Viewport::PHONE, &format!("#{SHORT}&l={language}"))?;
        let seen = page.snapshot()?;
        ensure!(seen.verdict == "short" && seen.low == "95", "{} {}", seen.verdict, seen.low);
        let told = until("advice is given", || {
            let told = words(&page, "#advice")?;
            Ok(told.contains(school).then_some(told))
        })?;
        ensure!(told.contains(degree), "{degree:?} is not in {told:?}");
        page.browser.show_full_page(Viewport::PHONE)?;
        axe::inspect(page.browser, "advice")?;
    }
    // What it promises comes true.
    let page = Page::open(
        context,
        &format!(
            "#{}",
            SHORT.replace("education=associate", "education=bachelor&academic-degree=bachelor")
        ),
    )?;
    let seen = page.wait_for("it passes", |seen| seen.verdict == "pass")?;
    ensure!(seen.low == "135", "{}", seen.low);
    Ok(())
}

fn nothing_to_do(context: &TestContext) -> Result<()> {
    let passing =
        SHORT.replace("education=associate", "education=bachelor&academic-degree=bachelor");
    let page = Page::open(context, &format!("#{passing}"))?;
    let told = until("the outlook is made", || {
        let told = words(&page, "#advice")?;
        Ok((!told.is_empty()).then_some(told))
    })?;
    let suggestions = "return document.querySelectorAll('[data-suggestion]').length";
    ensure!(page.browser.execute(suggestions, Value::Null)? == 0, "{told}");
    Ok(())
}
