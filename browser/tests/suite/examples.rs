//! Published worked examples, filled in by hand through the form.

use anyhow::{Context, Result, ensure};
use jifen::scheme::{Grade, Language, Scheme};
use jifen_browser::context::TestContext;
use jifen_browser::page::Page;
use jifen_browser::pointer::Pointer;
use jifen_browser::rules::{self, Example};
use jifen_browser::suite::Suite;
use jifen_browser::viewport::Viewport;

/// The name in the worked examples, the total as published, and whether that is enough.
pub(crate) const PUBLISHED: [(&str, &str, bool); 8] = [
    ("Undergraduate with a bachelor degree", "120", true),
    ("Undergraduate without degree, 36 months at 1x, 3 years insured", "149", true),
    ("Undergraduate without degree, 36 months at 0.8x, 3 years insured", "124", true),
    ("Junior college, 36 months at 1x, 3 years insured", "139", true),
    ("The same without the base points: 31 short", "89", false),
    ("Junior college, 36 months at 0.8x, 5 years insured: exactly on the line", "120", true),
    ("Secondary school, 36 months at 2x, 3 years insured", "139", true),
    ("Secondary school, 24 months at 3x in 3 years, 2 years insured", "156", true),
];

/// How an example is filled in.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Means {
    Pointer(Pointer, Viewport),
    Keyboard,
}

pub(crate) fn add(suite: &mut Suite) -> Result<()> {
    let scheme = rules::scheme(rules::SCHEME)?;
    let examples = rules::examples(&scheme)?;
    for (place, (name, total, enough)) in PUBLISHED.into_iter().enumerate() {
        let example = examples.iter().find(|example| example.name == name);
        let example = example.with_context(|| format!("cases.toml has no “{name}”"))?;
        ensure!(example.total.high.to_string() == total, "{name}: {total} was published");
        let ways = [
            ("mouse", Means::Pointer(Pointer::Mouse, Viewport::DESKTOP), Language::Zh),
            ("touch", Means::Pointer(Pointer::Touch, Viewport::PHONE), Language::En),
            ("keyboard", Means::Keyboard, Language::Zh),
        ];
        // By keyboard alone it is the same form again, at a walking pace.
        let ways = ways.into_iter().take(if place < 3 { 3 } else { 2 });
        for (how, means, language) in ways {
            let (scheme, example) = (scheme.clone(), example.clone());
            let title = format!("examples::{how}::{total} points ({})", place + 1);
            suite.add(title, move |context| {
                fill(context, &scheme, &example, means, language, enough)
            });
        }
    }
    Ok(())
}

fn fill(
    context: &TestContext,
    scheme: &Scheme,
    example: &Example,
    means: Means,
    language: Language,
    enough: bool,
) -> Result<()> {
    let fragment = match language {
        Language::Zh => format!("#v=1&s={}", scheme.id),
        Language::En => format!("#v=1&s={}&l=en", scheme.id),
    };
    let viewport =
        if let Means::Pointer(_, viewport) = means { viewport } else { Viewport::DESKTOP };
    let page = Page::open_in(context, viewport, &fragment)?;
    match means {
        Means::Pointer(pointer, _) => page.fill(pointer, scheme, &example.answers)?,
        Means::Keyboard => page.fill_by_keyboard(scheme, &example.answers)?,
    }

    let total = example.total.high.to_string();
    page.wait_for("the total is settled", |seen| seen.low == total && seen.high == total)?;
    page.unfold_lists()?;
    let seen = page.snapshot()?;
    rules::agree(&seen, scheme, &example.assessment, language)?;
    let lacks = (120 - total.parse::<i32>()?).to_string();
    let sentence = match (language, enough) {
        (Language::Zh, true) => "够了，达到标准分值 120".to_owned(),
        (Language::Zh, false) => format!("不够，还差 {lacks} 分"),
        (Language::En, true) => "Enough: the threshold (120) is reached".to_owned(),
        (Language::En, false) => format!("Not enough: {lacks} points short"),
    };
    ensure!(seen.headline == sentence, "the verdict reads {:?}, not {sentence:?}", seen.headline);
    ensure!(seen.summary.contains(&total), "the total is not in {:?}", seen.summary);
    for id in ["age", "education", "insured-years", "insurance-base"] {
        clause(&page, scheme, id, language)?;
    }
    Ok(())
}

/// Unfolds an indicator and looks for its rule, the document, and how well that was checked.
fn clause(page: &Page<'_>, scheme: &Scheme, id: &str, language: Language) -> Result<()> {
    page.unfold(&format!("[data-indicator='{id}']"))?;
    let indicator = scheme
        .indicators
        .iter()
        .find(|indicator| indicator.id == id)
        .context("no such indicator")?;
    let seen = page.snapshot()?;
    let item = seen.indicators.iter().find(|item| item.id == id).context("no such item")?;
    let grade = match (indicator.cite.grade, language) {
        (Grade::Official, Language::Zh) => "已核对官方文本",
        (Grade::Official, Language::En) => "Checked against an official text",
        (_, Language::Zh) => "来源",
        (_, Language::En) => "source",
    };
    let rule = indicator.rule.read(language).replace("{city}", scheme.city.name.read(language));
    for wanted in ["沪府规〔2022〕21号", grade, &rule] {
        ensure!(item.whole.contains(wanted), "{id} does not say {wanted:?} but {:?}", item.whole);
    }
    Ok(())
}
