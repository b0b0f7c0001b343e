//! The guide under the estimate, and what it says to one person.

use anyhow::{Context, Result, ensure};
use jifen::scheme::{Guide, GuidePart, Language};
use jifen_browser::artifacts::dist;
use jifen_browser::axe;
use jifen_browser::context::TestContext;
use jifen_browser::page::Page;
use jifen_browser::rules;
use jifen_browser::suite::Suite;
use jifen_browser::viewport::Viewport;
use jifen_browser::wait::until;
use serde_json::{Value, json};
use xtask::server::{Options, Reply};

/// Someone in Shanghai with too few months, insured twice.
const SHORT: &str = "v=1&s=shanghai&birth-date=19831001&education=associate\
    &shanghai.insured-months=4&shanghai.insured-now=1&shanghai.insured-months-of-12=4\
    &shanghai.insured-elsewhere=1";

pub(crate) fn add(suite: &mut Suite) {
    suite.add("guide::every part of every scheme is there, in both languages", every_part);
    suite.add_everywhere("guide::the finder says what the answers show", finder);
    suite.add_everywhere("guide::papers follow from what is claimed", papers);
    suite.add("guide::answers that clash are named with what settles them", clashes);
    suite.add("guide::a guide that fails leaves the estimate alone", fails);
    suite.add("guide::days follow from a day, keep in the address, and go into a calendar", days);
    suite.add("guide::coming rounds go into a calendar", rounds);
    suite.add("guide::official addresses open elsewhere and say how old they are", channels);
}

fn guide(id: &str) -> Result<Guide> {
    let bytes = std::fs::read(dist()?.join(format!("rules/{id}.guide.pack")))?;
    Guide::from_pack(&bytes, &rules::scheme(id)?).context("a guide that cannot be read")
}

fn whole(page: &Page<'_>) -> Result<String> {
    let text = page.browser.execute(
        "return document.getElementById('guide').innerText.replace(/\\s+/g, ' ')",
        Value::Null,
    )?;
    Ok(text.as_str().unwrap_or_default().to_owned())
}

fn open<'context>(
    context: &'context TestContext,
    viewport: Viewport,
    fragment: &str,
) -> Result<Page<'context>> {
    let page = Page::open_in(context, viewport, fragment)?;
    guide_is_there(&page)?;
    Ok(page)
}

/// It comes after the rules.
fn guide_is_there(page: &Page<'_>) -> Result<()> {
    let there = "return document.querySelectorAll('#guide [data-part]').length";
    let there = |page: &Page<'_>| page.browser.execute(there, Value::Null);
    until("the guide is there", || {
        Ok(there(page)?
            .as_u64()
            .is_some_and(|parts| parts >= GuidePart::ALL.len() as u64)
            .then_some(()))
    })
}

fn every_part(context: &TestContext) -> Result<()> {
    for entry in rules::catalogue()?.entries {
        let guide = guide(&entry.id)?;
        for (language, tag) in [(Language::Zh, "zh"), (Language::En, "en")] {
            let page = open(context, Viewport::DESKTOP, &format!("#v=1&s={}&l={tag}", entry.id))?;
            page.unfold_all()?;
            let seen = whole(&page)?;
            let mut wanted: Vec<&str> = Vec::new();
            wanted.extend(guide.steps.iter().map(|step| step.text.read(language)));
            wanted.extend(guide.channels.iter().map(|channel| channel.name.read(language)));
            wanted.extend(guide.rounds.iter().map(|round| round.name.read(language)));
            wanted.extend(guide.statuses.iter().map(|status| status.next.read(language)));
            wanted.extend(guide.families.iter().map(|family| family.shows.read(language)));
            wanted.extend(guide.appeal.iter().map(|way| way.text.read(language)));
            wanted.extend(guide.unknown.iter().map(|part| part.why.read(language)));
            for words in wanted {
                let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
                ensure!(seen.contains(&words), "{} in {tag}: {words:?} is missing", entry.id);
            }
        }
    }
    Ok(())
}

fn finder(context: &TestContext) -> Result<()> {
    for (tag, found) in [("zh", "按您的回答，已经能看出"), ("en", "Your answers already show")]
    {
        let page = open(context, Viewport::PHONE, &format!("#{SHORT}&l={tag}"))?;
        page.unfold("[data-part='families']")?;
        let seen = whole(&page)?;
        ensure!(seen.contains(found), "nothing is found: {seen}");
        page.unfold_all()?;
        let causes = page.browser.execute(
            "return Object.fromEntries([...document.querySelectorAll('[data-cause]')]
              .map((one) => [one.dataset.cause, one.className]))",
            Value::Null,
        )?;
        let applying = causes.as_object().into_iter().flatten();
        let applying = applying.filter(|(_, class)| **class == "unmet").count();
        ensure!(applying >= 2, "too few months and two insurances, but: {causes}");
        page.browser.show_full_page(Viewport::PHONE)?;
        axe::inspect(page.browser, "the finder")?;
    }
    Ok(())
}

fn listed(page: &Page<'_>) -> Result<Vec<String>> {
    let papers =
        "return [...document.querySelectorAll('[data-paper]')].map((one) => one.dataset.paper)";
    Ok(serde_json::from_value(page.browser.execute(papers, Value::Null)?)?)
}

fn papers(context: &TestContext) -> Result<()> {
    let guide = guide("shanghai")?;
    let education = rules::scheme("shanghai")?;
    let education = education.indicators.iter().position(|indicator| indicator.id == "education");
    let only_for = |paper: &&jifen::scheme::Material| {
        let indicators: Vec<_> =
            paper.indicators.iter().map(|indicator| indicator.position()).collect();
        indicators == [education] && paper.conditions.is_empty() && paper.when.is_none()
    };
    let paper = guide.materials.iter().find(only_for).context("no paper for schooling alone")?;
    let page = open(context, Viewport::DESKTOP, "#v=1&s=shanghai&birth-date=19900101")?;
    page.unfold("[data-part='papers']")?;
    let before = listed(&page)?;
    ensure!(!before.is_empty() && !before.contains(&paper.id), "before: {before:?}");
    page.press("[data-question='education'] label:has([value='bachelor'])")?;
    page.wait_for("schooling counts", |seen| seen.answered.contains(&"education".to_owned()))?;
    let after = listed(&page)?;
    ensure!(after.contains(&paper.id), "{} is not among {after:?}", paper.id);
    Ok(())
}

fn clashes(context: &TestContext) -> Result<()> {
    let page = open(
        context,
        Viewport::DESKTOP,
        "#v=1&s=shanghai&birth-date=20000101&shanghai.insured-months=400",
    )?;
    let seen = page.wait_for("the clash is named", |seen| seen.result.contains("对不上"))?;
    let clash = "return document.querySelector('[data-clash]')?.innerText ?? ''";
    let clash = page.browser.execute(clash, Value::Null)?;
    ensure!(clash.as_str().is_some_and(|words| words.contains("拿什么材料说明")), "{clash}");
    axe::inspect(page.browser, "clashes")?;
    page.press("[data-question='insured-months'] .clear")?;
    let after = page.wait_for("the clash is gone", |seen| !seen.result.contains("对不上"))?;
    ensure!(after.result != seen.result, "nothing changed");
    let twice = "#v=2&s=shanghai&shanghai.base-history=202301-202402.202305-202307-elsewhere";
    let page = open(context, Viewport::PHONE, twice)?;
    page.wait_for("the months are named", |seen| seen.result.contains("2023年5月至2023年7月"))?;
    Ok(())
}

fn fails(context: &TestContext) -> Result<()> {
    context.expect_console_message("404");
    let missing = Reply { status: 404, media_type: "text/plain".into(), body: Vec::new() };
    let replies = [("rules/shanghai.guide.pack".to_owned(), missing)].into();
    let options = Options { replies, ..Options::default() };
    let page = Page::load(context, Viewport::PHONE, options, &format!("#{SHORT}"))?;
    let seen =
        page.wait_for("the failure is told", |seen| seen.body.contains("办事指南没有读到"))?;
    ensure!(seen.verdict == "ineligible", "the estimate became {}", seen.verdict);
    page.browser.show_full_page(Viewport::PHONE)?;
    axe::inspect(page.browser, "a guide that failed")?;
    page.site.reply_with("rules/shanghai.guide.pack", None);
    page.press("#retry-guide")?;
    page.wait_for("the guide is there", |seen| seen.body.contains("怎样申请"))?;
    Ok(())
}

fn channels(context: &TestContext) -> Result<()> {
    let page = open(context, Viewport::DESKTOP, "#v=1&s=shanghai")?;
    page.unfold("[data-part='channels']")?;
    let links = page.browser.execute(
        "return [...document.querySelectorAll('[data-part=channels] li')].map((one) => ({
          href: one.querySelector('a')?.getAttribute('href') ?? '', rel: one.querySelector('a')?.rel ?? '',
          target: one.querySelector('a')?.target ?? '', dated: /资料日期 20\\d\\d/.test(one.innerText),
        }))",
        json!([]),
    )?;
    let links = links.as_array().cloned().unwrap_or_default();
    ensure!(links.len() >= 10, "only {links:?}");
    for link in links {
        ensure!(link["dated"] == true, "{link} has no date");
        let href = link["href"].as_str().unwrap_or_default();
        let site = href.starts_with("http");
        ensure!(
            !site || link["rel"].as_str().is_some_and(|rel| rel.contains("noreferrer")),
            "{link}"
        );
        ensure!(!site || link["target"] == "_blank", "{link} replaces the page");
    }
    Ok(())
}

/// Names a day, as a person would with the browser's own field for days.
fn name_day(page: &Page<'_>, question: &str, day: &str) -> Result<()> {
    page.browser.execute(
        "const field = document.querySelector(`[data-day='${arguments[0]}']`);
        field.value = arguments[1];
        field.dispatchEvent(new Event('change', { bubbles: true }));",
        json!([question, day]),
    )?;
    Ok(())
}

/// The file behind a link that gives one, and its name.
fn file(page: &Page<'_>, calendar: &str) -> Result<(String, icalendar::Calendar)> {
    let link = "const link = document.querySelector(`[data-calendar='${arguments[0]}']`);
        return link ? [link.download, decodeURIComponent(link.href.split(',')[1])] : null";
    let link = page.browser.execute(link, json!([calendar]))?;
    let text = link[1].as_str().context("no calendar file")?;
    let calendar = text.parse().map_err(|error: String| anyhow::anyhow!("no calendar: {error}"))?;
    Ok((link[0].as_str().unwrap_or_default().to_owned(), calendar))
}

fn days(context: &TestContext) -> Result<()> {
    for (language, result, unknown) in [
        ("zh", "2026 年 12 月 24 日", "2027 年的放假安排还没有"),
        ("en", "24 December 2026", "public holidays of 2027 are not known"),
    ] {
        let page = open(context, Viewport::PHONE, &format!("#v=1&s=shanghai&l={language}"))?;
        page.unfold("[data-part='days']")?;
        // 22 working days, without a holiday on the way.
        name_day(&page, "submission-day", "2026-11-24")?;
        let plain = |text: &str| text.replace(' ', "");
        page.wait_for("the day is computed and in the address", |seen| {
            plain(&seen.body).contains(&plain(result))
                && seen.says("shanghai.day.submission-day=20261124")
        })?;
        let (name, calendar) = file(&page, "submission-day")?;
        ensure!(name == "shanghai-submission-day.ics", "{name}");
        let events = calendar.components.len();
        ensure!(events == 1, "{events} events");
        let written = calendar.to_string();
        ensure!(written.contains("20261224") && written.contains("VALARM"), "{written}");
        // The next count leads into a year whose holidays nobody has announced.
        name_day(&page, "submission-day", "2026-12-20")?;
        page.wait_for("it says that it cannot", |seen| seen.body.contains(unknown))?;
        page.browser.reload()?;
        page.wait_until_ready()?;
        guide_is_there(&page)?;
        page.unfold("[data-part='days']")?;
        page.wait_for("it is still named", |seen| seen.body.contains(unknown))?;
        ensure!(page.snapshot()?.problems.is_empty(), "the address is in trouble");
        page.browser.show_full_page(Viewport::PHONE)?;
        axe::inspect(page.browser, "days")?;
    }
    Ok(())
}

fn rounds(context: &TestContext) -> Result<()> {
    // Tianjin's two rounds are the same days every year.
    let page = open(context, Viewport::DESKTOP, "#v=1&s=tianjin")?;
    page.unfold("[data-part='days']")?;
    let (_, calendar) = file(&page, "rounds")?;
    let written = calendar.to_string();
    ensure!(calendar.components.len() >= 3, "{written}");
    for day in ["20261231", "20270101", "20270701"] {
        ensure!(written.contains(day), "{day} is not in {written}");
    }
    Ok(())
}
