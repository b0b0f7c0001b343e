//! What is shown before everything is answered.

use anyhow::{Context, Result, ensure};
use jifen::answers::{Answers, Value};
use jifen::assess::assess;
use jifen::scheme::Language;
use jifen_browser::context::TestContext;
use jifen_browser::page::Page;
use jifen_browser::pointer::Pointer;
use jifen_browser::rules;
use jifen_browser::suite::Suite;
use jiff::civil::date;

pub(crate) fn add(suite: &mut Suite) {
    suite.add("start::an empty form says nothing that looks like a verdict", empty);
    suite.add("start::two answers give a range", range);
    suite.add("start::enough, whatever is still open", pass_early);
    suite.add("start::never enough, whatever is still open", short_early);
    suite.add("start::a veto ends it at once", veto);
    suite.add("start::rules past their end are still used, and the page says so", expired);
    suite.add("start::the day is that in China, also where the device has another", another_day);
}

fn empty(context: &TestContext) -> Result<()> {
    for (fragment, invitation) in [("", "答完第一题"), ("#v=1&l=en", "Answer one question")] {
        let seen = Page::open(context, fragment)?.wait_until_ready()?;
        ensure!(seen.verdict == "none", "the verdict is {:?}", seen.verdict);
        ensure!(
            seen.low.is_empty() && seen.summary.is_empty(),
            "there is a total: {:?}",
            seen.summary
        );
        ensure!(seen.conditions.is_empty() && seen.indicators.is_empty(), "there are results");
        ensure!(seen.spoken.is_empty(), "something is announced: {:?}", seen.spoken);
        ensure!(seen.result.contains(invitation), "no invitation in {:?}", seen.result);
        for word in ["不够", "够了", "还差", "符合", "Not enough", "Enough", "short", "Not met"]
        {
            ensure!(!seen.result.contains(word), "{word:?} stands in the empty result");
        }
    }
    Ok(())
}

fn range(context: &TestContext) -> Result<()> {
    let scheme = rules::scheme(rules::SCHEME)?;
    let page = Page::open(context, "#v=1&s=shanghai")?;
    let question = |id: &str| {
        scheme.question(id).map(|position| &scheme.questions[position]).context("no question")
    };
    let birth = Value::Date(date(1990, 1, 1));
    page.answer(Pointer::Mouse, question("birth-date")?, &birth)?;
    let bachelor = Value::Option("bachelor".to_owned());
    page.answer(Pointer::Mouse, question("education")?, &bachelor)?;
    page.unfold_lists()?;
    let seen = page.snapshot()?;
    let mut answers = Answers::default();
    answers.set("birth-date", Some(birth));
    answers.set("education", Some(bachelor));
    let wanted = jifen::assess::assess(&scheme, &answers, rules::TODAY);
    rules::agree(&seen, &scheme, &wanted, Language::Zh)?;
    ensure!(seen.verdict == "undecided" && seen.low != seen.high, "no range: {:?}", seen.summary);
    ensure!(
        seen.headline.contains("题还没答完"),
        "the verdict does not say what is open: {:?}",
        seen.headline
    );
    Ok(())
}

/// The answers of an example without some of them.
fn without(name: &str, left_out: &[&str]) -> Result<(jifen::scheme::Scheme, Answers)> {
    let scheme = rules::scheme(rules::SCHEME)?;
    let example = rules::examples(&scheme)?.into_iter().find(|example| example.name == name);
    let mut answers = example.with_context(|| format!("no example “{name}”"))?.answers;
    for id in left_out {
        answers.set(id, None);
    }
    Ok((scheme, answers))
}

fn verdict(
    context: &TestContext,
    scheme: &jifen::scheme::Scheme,
    answers: &Answers,
    name: &str,
    zh: &str,
    en: &str,
) -> Result<()> {
    for (language, wanted) in [(Language::Zh, zh), (Language::En, en)] {
        let seen =
            Page::open(context, &rules::fragment(scheme, answers, language))?.wait_until_ready()?;
        ensure!(seen.verdict == name, "the verdict is {:?}: {:?}", seen.verdict, seen.headline);
        ensure!(seen.headline.contains(wanted), "the verdict reads {:?}", seen.headline);
    }
    Ok(())
}

fn pass_early(context: &TestContext) -> Result<()> {
    let (scheme, answers) = without(
        "Undergraduate with a bachelor degree",
        &["honour", "spouse-local", "entrepreneur"],
    )?;
    verdict(context, &scheme, &answers, "pass", "不管剩下的怎么答", "whatever is still open")
}

fn short_early(context: &TestContext) -> Result<()> {
    let (scheme, answers) = without("Age 45", &["spouse-local"])?;
    verdict(
        context,
        &scheme,
        &answers,
        "short",
        "怎么答都不够",
        "Not enough whatever is still open",
    )
}

fn veto(context: &TestContext) -> Result<()> {
    let scheme = rules::scheme(rules::SCHEME)?;
    let mut answers = Answers::default();
    answers.set("serious-crime", Some(Value::Flag(true)));
    verdict(context, &scheme, &answers, "ineligible", "一票否决", "veto")
}

fn expired(context: &TestContext) -> Result<()> {
    // The clock of the suite, some years on.
    context.browser.add_init_script("{ const now = Date.now.bind(Date); const Day = Date;
        globalThis.Date = class extends Day { constructor(...g) { g.length ? super(...g) : super(now() + 6e10); }
        static now() { return now() + 6e10; } }; }")?;
    for (fragment, words) in [
        ("#v=1&s=shanghai&education=bachelor", "到期"),
        ("#v=1&s=shanghai&l=en&education=bachelor", "ended on"),
    ] {
        let seen = Page::open(context, fragment)?.wait_until_ready()?;
        ensure!(seen.body.contains(words), "nothing says that the rules have ended");
        ensure!(!seen.indicators.is_empty(), "nothing is computed");
    }
    Ok(())
}

/// At four in the morning in China it is still the day before in universal time, where the suite's devices are.
fn another_day(context: &TestContext) -> Result<()> {
    context.browser.add_init_script("{ const Day = Date; const now = Day.UTC(2026, 10, 24, 20);
        globalThis.Date = class extends Day { constructor(...g) { g.length ? super(...g) : super(now); }
        static now() { return now; } }; }")?;
    for (fragment, words) in [
        ("#v=1&s=tianjin", "现在是2026年11月25日；您的设备上是2026年11月24日"),
        ("#v=1&s=tianjin&l=en", "which is 25 November 2026; on your device it is 24 November 2026"),
        ("#v=1&s=_compare", "现在是2026年11月25日"),
    ] {
        let page = Page::open(context, fragment)?;
        page.wait_for("the day is told", |seen| seen.body.contains(words))?;
    }
    // Born on 25 November 1990: 36 in China, and 35 on the device.
    let page = Page::open(context, "#v=1&s=tianjin&birth-date=19901125")?;
    let scheme = rules::scheme("tianjin")?;
    let mut answers = Answers::default();
    answers.set("birth-date", Some(Value::Date(date(1990, 11, 25))));
    let total = assess(&scheme, &answers, date(2026, 11, 25)).total;
    page.wait_for("the day in China counts", |seen| seen.low == total.low.to_string())?;
    Ok(())
}
