//! The page, opened by a link, shows what the core and the worked examples say.

use anyhow::{Result, ensure};
use jifen::assess::Verdict;
use jifen::scheme::Language;
use jifen_browser::page::Page;
use jifen_browser::rules;
use jifen_browser::suite::Suite;

/// One in so many of the examples that are plainly enough or not enough.
const STRIDE: usize = 9;

pub(crate) fn add(suite: &mut Suite) -> Result<()> {
    let scheme = rules::scheme(rules::SCHEME)?;
    let examples = rules::examples(&scheme)?;
    let plain = |verdict| matches!(verdict, Verdict::Pass | Verdict::Short);
    // Without an answer the page shows no result to compare.
    let chosen = examples.into_iter().filter(|example| !example.answers.is_empty()).enumerate();
    let chosen = chosen.filter(|(index, example)| {
        !plain(example.verdict) && index % 2 == 0 || index % STRIDE == 0
    });
    for (index, (_, example)) in chosen.enumerate() {
        let scheme = scheme.clone();
        let language = if index % 3 == 0 { Language::En } else { Language::Zh };
        suite.add(format!("terminal::{}", example.name), move |context| {
            let page = Page::open(context, &rules::fragment(&scheme, &example.answers, language))?;
            page.unfold_lists()?;
            let seen = page.snapshot()?;
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
                seen.verdict == rules::name(example.verdict),
                "the example says {:?}",
                example.verdict
            );
            ensure!(seen.problems.is_empty(), "the link was not read: {}", seen.problems);
            Ok(())
        });
    }
    Ok(())
}
