//! Other editions and drafts, what a change of rules does, addresses of single rules, and what to report where one is
//! wrong.

use anyhow::{Context, Result, ensure};
use jifen::scheme::{EditionKind, Language, Scheme};
use jifen_browser::axe;
use jifen_browser::context::TestContext;
use jifen_browser::page::Page;
use jifen_browser::rules;
use jifen_browser::suite::Suite;
use jifen_browser::viewport::Viewport;
use jifen_browser::wait::until;
use serde_json::{Value, json};

pub(crate) fn add(suite: &mut Suite) {
    for (language, name) in [(Language::Zh, "Chinese"), (Language::En, "English")] {
        suite.add_everywhere(
            format!("editions::a draft is opened, compared and shared in {name}"),
            move |context| draft(context, language),
        );
        suite.add_everywhere(
            format!("editions::an address leads to a rule in {name}"),
            move |context| rule(context, language),
        );
        suite.add(
            format!("editions::a report says which rule, and no answer, in {name}"),
            move |context| report(context, language),
        );
    }
    suite.add("editions::going back leads to the edition before", back);
}

/// A scheme that has a draft, and the draft's id.
fn with_draft() -> Result<(String, String)> {
    let entries = rules::catalogue()?.entries;
    let drafts = entries.iter().flat_map(|entry| {
        let drafts = entry.editions.iter().filter(|edition| edition.kind == EditionKind::Draft);
        drafts.map(|draft| (entry.id.clone(), draft.id.clone()))
    });
    drafts.into_iter().next().context("no scheme has a draft")
}

fn suffix(language: Language) -> &'static str {
    match language {
        Language::Zh => "&l=zh",
        Language::En => "&l=en",
    }
}

fn edition_shown(page: &Page<'_>) -> Result<String> {
    let shown = "return document.querySelector('#edition')?.dataset.edition ?? ''";
    let shown = page.browser.execute(shown, Value::Null)?;
    Ok(shown.as_str().unwrap_or_default().to_owned())
}

fn wait_for_edition(page: &Page<'_>, id: &str) -> Result<()> {
    until("the edition is shown", || Ok((edition_shown(page)? == id).then_some(())))
}

fn draft(context: &TestContext, language: Language) -> Result<()> {
    let (scheme, draft) = with_draft()?;
    let address = format!("#v=1&s={scheme}{}&birth-date=19850101&sex=female", suffix(language));
    let page = Page::open_in(context, Viewport::PHONE, &address)?;
    let before = edition_shown(&page)?;
    ensure!(before != draft, "a draft is used by itself");
    page.press("#editions > summary")?;
    page.press(&format!("[data-compare-edition='{draft}']"))?;
    until(
        "the changes are shown",
        || Ok((page.text(".changes-effect")?.len() > 20).then_some(())),
    )?;
    let said = page.text("#changes")?;
    let words = match language {
        Language::Zh => "有没有通过没有查到",
        Language::En => "whether it was adopted was not found",
    };
    ensure!(said.contains(words), "the draft is not called one: {said}");
    axe::inspect(page.browser, "the changes")?;
    page.press(&format!("[data-open-edition='{draft}']"))?;
    wait_for_edition(&page, &draft)?;
    ensure!(page.text("#out-of-force")?.contains(words), "the draft is open without a warning");
    let seen =
        page.wait_for("the address names it", |seen| seen.hash.contains(&format!("&e={draft}")))?;
    ensure!(seen.verdict != "pass", "somebody passes by a draft");
    // Whoever gets the address sees the same.
    let other = Page::open_in(context, Viewport::PHONE, &seen.hash)?;
    wait_for_edition(&other, &draft)?;
    let same = other.snapshot()?;
    ensure!(same.headline == seen.headline, "{:?} became {:?}", seen.headline, same.headline);
    Ok(())
}

/// A scheme of the catalogue and one of its conditions.
fn one_rule() -> Result<(Scheme, String)> {
    let scheme = rules::scheme(rules::SCHEME)?;
    let rule = scheme.indicators.last().context("nothing is scored")?.id.clone();
    Ok((scheme, rule))
}

fn rule(context: &TestContext, language: Language) -> Result<()> {
    let (scheme, rule) = one_rule()?;
    let address = format!("#v=2&s={}&r={rule}{}", scheme.id, suffix(language));
    let page = Page::open_in(context, Viewport::PHONE, &address)?;
    until("the rule is unfolded and on the screen", || {
        let seen = "
            const rule = document.getElementById(arguments[0]);
            const box = rule?.getBoundingClientRect();
            return Boolean(rule?.open) && box.top > -4 && box.top < innerHeight";
        let seen = page.browser.execute(seen, json!([format!("indicator-{rule}")]))?;
        Ok((seen == true).then_some(()))
    })?;
    // A rule that is not there is said to be none.
    let lost = format!("#v=2&s={}&r=no-such-rule{}", scheme.id, suffix(language));
    let page = Page::open_in(context, Viewport::PHONE, &lost)?;
    ensure!(page.text("#troubles")?.contains("no-such-rule"), "nothing is said of the rule");
    Ok(())
}

fn report(context: &TestContext, language: Language) -> Result<()> {
    let (scheme, rule) = one_rule()?;
    let address = format!("#v=2&s={}&r={rule}{}", scheme.id, suffix(language));
    let page = Page::open_in(context, Viewport::PHONE, &address)?;
    page.press(&format!("#correction-{rule} > summary"))?;
    let report = until("the report is there", || {
        let report = page.text("pre.report")?;
        Ok((!report.is_empty()).then_some(report))
    })?;
    for part in [rule.as_str(), &scheme.id, &scheme.edition.id] {
        ensure!(report.contains(part), "{part:?} is missing: {report}");
    }
    axe::inspect(page.browser, "a report")?;
    Ok(())
}

fn back(context: &TestContext) -> Result<()> {
    let (scheme, draft) = with_draft()?;
    let page = Page::open(context, &format!("#v=1&s={scheme}&l=zh&sex=female"))?;
    let before = edition_shown(&page)?;
    page.press("#editions > summary")?;
    page.press(&format!("[data-open-edition='{draft}']"))?;
    wait_for_edition(&page, &draft)?;
    page.browser.execute("history.back()", Value::Null)?;
    wait_for_edition(&page, &before)
}
