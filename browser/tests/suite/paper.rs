//! The sheet to hand over at the counter: what is on it, what is not, and how many pages it takes.

use anyhow::{Context, Result, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use jifen::assess::ConditionState;
use jifen::digest::digest;
use jifen::link::{Link, Seal};
use jifen::points::PointsRange;
use jifen::scheme::{Guide, Language, Scheme};
use jifen_browser::artifacts::dist;
use jifen_browser::axe;
use jifen_browser::context::TestContext;
use jifen_browser::page::Page;
use jifen_browser::qr;
use jifen_browser::rules::{self, Example, TODAY};
use jifen_browser::suite::Suite;
use jifen_browser::viewport::Viewport;
use jifen_browser::wait::until;
use serde_json::{Value, json};

/// Pages for a full form: result, clauses and answers on the first; the rest on what follows.
const PAGES: usize = 2;

pub(crate) fn add(suite: &mut Suite) {
    suite.add("paper::everything a counter needs, black on white, and nothing else", whole);
    suite.add("paper::the first page ends with the answers", first_page);
    suite.add("paper::every scheme prints on two pages or three", every_scheme);
    suite.add("paper::the browser's own printing makes the sheet", by_itself);
    suite.add("paper::the button prints the sheet", button);
    suite.add("paper::an address says whether it agrees with a sheet", sealed);
}

fn example(scheme: &Scheme, enough: bool) -> Result<Example> {
    let wanted = if enough { "exactly on the line" } else { "31 short" };
    let examples = rules::examples(scheme)?;
    examples.into_iter().find(|example| example.name.contains(wanted)).context("no such example")
}

/// Opens a person's page, on a screen that prefers a dark page, and lets it know that it is about to be printed.
fn printed<'context>(context: &'context TestContext, fragment: &str) -> Result<Page<'context>> {
    let page = Page::open(context, fragment)?;
    let dark = json!([{ "name": "prefers-color-scheme", "value": "dark" }]);
    let media = json!({ "media": "print", "features": dark });
    page.browser.cdp("Emulation.setEmulatedMedia", media)?;
    page.browser.execute("window.dispatchEvent(new Event('beforeprint'))", Value::Null)?;
    until("the sheet is made", || Ok((!paper(&page)?.is_empty()).then_some(())))?;
    Ok(page)
}

fn paper(page: &Page<'_>) -> Result<String> {
    let text = "return document.querySelector('#paper')?.innerText.replace(/\\s+/g, ' ') ?? ''";
    let text = page.browser.execute(text, Value::Null)?;
    Ok(text.as_str().unwrap_or_default().to_owned())
}

fn whole(context: &TestContext) -> Result<()> {
    let scheme = rules::scheme(rules::SCHEME)?;
    let pack = std::fs::read(dist()?.join("rules/shanghai.guide.pack"))?;
    let guide = Guide::from_pack(&pack, &scheme).context("the guide is not of this build")?;
    let example = example(&scheme, false)?;
    let code = digest(&scheme, &example.answers, TODAY).context("no digest")?;
    let code = format!("{code:016x}");
    let code = [&code[..4], &code[4..8], &code[8..12], &code[12..]].join(" ");
    for language in [Language::Zh, Language::En] {
        let fragment = rules::fragment(&scheme, &example.answers, language);
        let page = printed(context, &fragment)?;
        let seen = paper(&page)?;
        let text = |text: &jifen::scheme::Text| {
            let text = text.read(language).replace("{city}", scheme.city.name.read(language));
            text.split_whitespace().collect::<Vec<_>>().join(" ")
        };
        let mut wanted = vec![page.site.address(), code.clone(), text(&scheme.name)];
        wanted.push("沪府规〔2022〕21号".to_owned());
        wanted.push(page.snapshot()?.headline);
        let days = match language {
            Language::Zh => ["2026年11月24日", "89", "不符合"],
            Language::En => ["24 November 2026", "89", "not that the answers are true"],
        };
        wanted.extend(days.iter().map(|words| (*words).to_owned()).take(2));
        for (condition, result) in scheme.conditions.iter().zip(&example.assessment.conditions) {
            let word = match (result.state, language) {
                (ConditionState::Met, Language::Zh) => " 符合",
                (ConditionState::Met, Language::En) => " Met",
                (ConditionState::NotApplicable, Language::Zh) => " 不适用",
                (ConditionState::NotApplicable, Language::En) => " Not applicable",
                _ => continue,
            };
            let mut name = text(&condition.name);
            // Whoever reads English has to name it in Chinese at the counter.
            if language == Language::En && name.is_ascii() {
                name += &[" ", condition.name.read(Language::Zh)].concat();
            }
            wanted.push(name + word);
        }
        for (indicator, result) in scheme.indicators.iter().zip(&example.assessment.indicators) {
            wanted.push(text(&indicator.name));
            if result.points != PointsRange::ZERO {
                wanted.extend(indicator.cite.article.as_ref().map(text));
            }
        }
        for position in &example.assessment.asked {
            // A noun begins the line there.
            let noun = text(&scheme.questions[*position].noun);
            wanted.push(noun.chars().skip(1).collect());
        }
        wanted.extend(scheme.left_out.iter().flat_map(|item| [text(&item.name), text(&item.why)]));
        wanted.extend(guide.steps.iter().map(|step| text(&step.name)));
        let everybody_brings = guide.materials.iter().filter(|material| {
            material.conditions.is_empty()
                && material.indicators.is_empty()
                && material.when.is_none()
        });
        wanted.extend(everybody_brings.map(|material| text(&material.name)));
        let missing: Vec<_> = wanted.iter().filter(|words| !seen.contains(*words)).collect();
        ensure!(missing.is_empty(), "{language:?}: not on the sheet: {missing:#?}\n{seen}");
        ensure!(!seen.contains("birth-date"), "the answers' part of the address is on the sheet");

        // A camera leads back to the same answers, and to what the sheet says of them.
        let drawn = page.browser.execute(
            "const code = document.getElementById('paper-code');
            return [code.querySelector('path').getAttribute('d'), code.viewBox.baseVal.width]",
            Value::Null,
        )?;
        let modules = usize::try_from(drawn[1].as_u64().context("no size")?)?;
        let read = qr::decode(drawn[0].as_str().context("no path")?, modules)?;
        let back = read.strip_prefix(&page.address("#")).with_context(|| read.clone())?;
        let (mut link, problems) = Link::read(back);
        ensure!(problems.is_empty(), "{problems:?}");
        let seal = Seal {
            on: TODAY,
            digest: digest(&scheme, &example.answers, TODAY).context("no digest")?,
        };
        ensure!(link.seal == Some(seal), "{:?} instead of {seal:?}", link.seal);
        ensure!(link.profile.answers(&scheme, TODAY).0 == example.answers, "other answers");

        let shown = "return [...document.querySelectorAll('body *')]
            .filter((one) => one.getClientRects().length && !one.closest('#paper') && !one.querySelector('#paper'))
            .map((one) => one.outerHTML.slice(0, 120))";
        let shown = page.browser.execute(shown, Value::Null)?;
        ensure!(shown == json!([]), "beside the sheet is seen: {shown:#}");
        let controls = "return document.querySelectorAll('#paper :is(button, input, select, textarea, nav, a, summary)').length";
        ensure!(page.browser.execute(controls, Value::Null)? == 0, "the sheet has controls");
        let colours = "const set = new Set();
            for (const one of document.querySelectorAll('html, body, .page, #paper, #paper *')) {
              const style = getComputedStyle(one);
              set.add(style.color); set.add(style.backgroundColor);
            }
            return [...set].sort()";
        let colours = page.browser.execute(colours, Value::Null)?;
        let fine = ["rgb(0, 0, 0)", "rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"];
        let odd = colours.as_array().context("no colours")?.iter();
        let odd: Vec<_> =
            odd.filter(|colour| !fine.contains(&colour.as_str().unwrap_or(""))).collect();
        ensure!(odd.is_empty(), "the sheet has other colours than black on white: {odd:?}");

        let pages = pages(&page, &format!("paper-{language:?}"))?;
        ensure!((1..=PAGES).contains(&pages), "{language:?}: {pages} pages");
    }
    Ok(())
}

/// How many pages the browser's own printing makes.
fn pages(page: &Page<'_>, name: &str) -> Result<usize> {
    page.browser.cdp("Emulation.setEmulatedMedia", json!({ "media": "" }))?;
    let wanted = json!({ "preferCSSPageSize": true, "printBackground": false });
    let file = page.browser.cdp("Page.printToPDF", wanted)?;
    let file = STANDARD.decode(file["data"].as_str().context("no PDF")?)?;
    if let Some(folder) = std::env::var_os("JIFEN_PAPER") {
        let folder = std::path::PathBuf::from(folder);
        std::fs::write(folder.join(format!("{name}.pdf")), &file)?;
    }
    let kinds = file.windows(11).filter(|part| part.starts_with(b"/Type /Page"));
    let lists = file.windows(12).filter(|part| part.starts_with(b"/Type /Pages"));
    Ok(kinds.count() - lists.count())
}

/// What a clerk needs stands on one page: as wide and as high as A4 without its margins, at 96 pixels an inch.
fn first_page(context: &TestContext) -> Result<()> {
    let scheme = rules::scheme(rules::SCHEME)?;
    for (language, enough) in
        [(Language::Zh, false), (Language::Zh, true), (Language::En, false), (Language::En, true)]
    {
        let fragment = rules::fragment(&scheme, &example(&scheme, enough)?.answers, language);
        let page = printed(context, &fragment)?;
        page.browser.set_viewport(Viewport { width: 688, height: 1024, touch: false })?;
        let end = "const list = document.querySelector('#paper .paper-answers');
            const paper = document.querySelector('#paper');
            return list.getBoundingClientRect().bottom - paper.getBoundingClientRect().top";
        let end = page.browser.execute(end, Value::Null)?.as_f64().context("no answers")?;
        ensure!(end < 1024.0, "{language:?}: the answers end at {end} px of 1024");
    }
    Ok(())
}

fn every_scheme(context: &TestContext) -> Result<()> {
    for entry in rules::catalogue()?.entries {
        let scheme = rules::scheme(&entry.id)?;
        let people = rules::people(&scheme)?;
        let most = people.iter().max_by_key(|answers| answers.iter().count()).context("nobody")?;
        let fragment = rules::fragment(&scheme, most, Language::En);
        let page = printed(context, &fragment)?;
        let seen = paper(&page)?;
        ensure!(seen.contains(scheme.name.en.as_str()), "{}: {seen}", scheme.id);
        let pages = pages(&page, &format!("paper-{}", scheme.id))?;
        // Somebody with every indicator at once takes one more.
        ensure!((1..=PAGES + 1).contains(&pages), "{}: {pages} pages", scheme.id);
    }
    Ok(())
}

/// The browser's own printing makes the sheet, without anybody's press.
fn by_itself(context: &TestContext) -> Result<()> {
    let page = Page::open(context, "#v=1&s=shanghai&education=bachelor")?;
    ensure!(paper(&page)?.is_empty(), "a sheet before anybody prints");
    pages(&page, "paper-by-itself")?;
    let there = "return !!document.querySelector('#paper')";
    ensure!(page.browser.execute(there, Value::Null)? == json!(true), "printing makes no sheet");
    Ok(())
}

fn button(context: &TestContext) -> Result<()> {
    context.browser.add_init_script(
        "window.print = () => { window.printed = !!document.querySelector('#paper'); }",
    )?;
    let page = Page::open(context, "#v=1&s=shanghai")?;
    let there = "return !!document.querySelector('#print')";
    ensure!(page.browser.execute(there, Value::Null)? == json!(false), "nothing to print yet");
    let page = Page::open(context, "#v=1&s=shanghai&education=bachelor")?;
    page.press("#print")?;
    until("it is printed", || {
        Ok((page.browser.execute("return window.printed", Value::Null)? == json!(true))
            .then_some(()))
    })?;
    // On the screen there is no sheet.
    let shown = "return document.querySelector('#paper').getClientRects().length";
    ensure!(page.browser.execute(shown, Value::Null)? == 0, "the sheet is seen on the screen");
    Ok(())
}

fn sealed(context: &TestContext) -> Result<()> {
    let scheme = rules::scheme(rules::SCHEME)?;
    let example = example(&scheme, true)?;
    let on = jiff::civil::date(2026, 11, 20);
    let right = digest(&scheme, &example.answers, on).context("no digest")?;
    let address = |digest| {
        let fragment = rules::fragment(&scheme, &example.answers, Language::En);
        let (mut link, _) = Link::read(&fragment);
        link.seal = Some(Seal { on, digest });
        format!("#{}", link.write())
    };
    let note = |page: &Page<'_>| -> Result<String> {
        let note = "return document.querySelector('#seal')?.innerText ?? ''";
        Ok(page.browser.execute(note, Value::Null)?.as_str().unwrap_or_default().to_owned())
    };
    let page = Page::open(context, &address(right))?;
    let told = note(&page)?;
    ensure!(told.contains("This agrees") && told.contains("120 points"), "{told:?}");
    ensure!(told.contains("20 November 2026"), "{told:?}");
    axe::inspect(page.browser, "a sheet that agrees")?;
    // It stays in the address until an answer changes.
    ensure!(page.snapshot()?.hash.contains("&d=20261120-"), "{}", page.snapshot()?.hash);
    page.press("[data-question='education'] label:has([value='bachelor'])")?;
    let seen = page.wait_for("it is another answer", |seen| seen.says("education=bachelor"))?;
    ensure!(!seen.hash.contains("&d=") && note(&page)?.is_empty(), "{}", seen.hash);
    let page = Page::open(context, &address(right ^ 1))?;
    let told = note(&page)?;
    ensure!(told.contains("does not agree") && told.contains("120 points"), "{told:?}");
    axe::inspect(page.browser, "a sheet that does not agree")?;
    page.unfold("li:has(> #check-code)")?;
    let code = format!("{:016x}", digest(&scheme, &example.answers, TODAY).context("no digest")?);
    let seen = page.snapshot()?.result.replace(' ', "");
    ensure!(seen.contains(&code), "{code} is not on the page");
    Ok(())
}
