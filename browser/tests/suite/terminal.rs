//! The page, opened by a link, shows what the core and the worked examples say.

use anyhow::{Result, ensure};
use jifen::assess::Verdict;
use jifen::scheme::Language;
use jifen_browser::page::Page;
use jifen_browser::rules;
use jifen_browser::stage::Suite;

/// One in so many of the examples that are plainly enough or not enough.
const STRIDE: usize = 9;

pub(crate) fn add(suite: &mut Suite) -> Result<()> {
    let scheme = rules::scheme(rules::SCHEME)?;
    let examples = rules::examples(&scheme)?;
    let plain = |verdict| matches!(verdict, Verdict::Pass | Verdict::Short);
    // Without an answer the page shows no result to compare.
    let chosen = examples.into_iter().filter(|one| !one.answers.is_empty()).enumerate();
    let chosen =
        chosen.filter(|(place, one)| !plain(one.verdict) && place % 2 == 0 || place % STRIDE == 0);
    for (place, (_, example)) in chosen.enumerate() {
        let scheme = scheme.clone();
        let language = if place % 3 == 0 { Language::En } else { Language::Zh };
        suite.add(format!("terminal::{}", example.name), move |stage| {
            let page = Page::open(stage, &rules::fragment(&scheme, &example.answers, language))?;
            page.unfold_lists()?;
            let seen = page.seen()?;
            rules::agree(&seen, &scheme, &example.assessment, language)?;
            ensure!(
                seen.low == example.total.low.to_string(),
                "the example says {:?}",
                example.total
            );
            ensure!(
                seen.high == example.total.high.to_string(),
                "the example says {:?}",
                example.total
            );
            ensure!(
                seen.verdict == example.verdict.as_str(),
                "the example says {:?}",
                example.verdict
            );
            ensure!(seen.troubles.is_empty(), "the link was not read: {}", seen.troubles);
            Ok(())
        });
    }
    Ok(())
}
