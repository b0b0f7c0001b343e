//! The rules that the built page has, and the worked examples to hold it against.

use std::fs;

use anyhow::{Context, Result, anyhow, ensure};
use jifen::answers::Answers;
use jifen::assess::{Assessment, ConditionState, Verdict, assess};
use jifen::link::Link;
use jifen::points::PointsRange;
use jifen::scheme::{Catalogue, Language, Scheme};
use jifen_check::CasesFile;
use jiff::civil::{Date, date};

use crate::artifacts::{dist, root};
use crate::snapshot::Snapshot;

/// The day on which the page opens in these tests.
pub const TODAY: Date = date(2026, 11, 24);

/// The scheme that the examples are about.
pub const SCHEME: &str = "shanghai";

/// A worked example.
#[derive(Clone, Debug)]
pub struct Example {
    /// Who the person is.
    pub name: String,
    /// What the person told.
    pub answers: Answers,
    /// What the example's source says the total is.
    pub total: PointsRange,
    /// And the verdict.
    pub verdict: Verdict,
    /// What the core makes of it.
    pub assessment: Assessment,
}

/// Returns every scheme that the built page has.
///
/// # Errors
/// When its catalogue cannot be read.
pub fn catalogue() -> Result<Catalogue> {
    let pack = fs::read(dist()?.join("rules/catalogue.pack"))?;
    Catalogue::from_pack(&pack).context("the catalogue is not of this build: build the page again")
}

/// Returns a scheme as the built page has it.
///
/// # Errors
/// When its pack cannot be read.
pub fn scheme(id: &str) -> Result<Scheme> {
    let pack = fs::read(dist()?.join(format!("rules/{id}.pack")))?;
    Scheme::from_pack(&pack).context("the pack is not of this build: build the page again")
}

/// Returns the worked examples beside a scheme's rules, of the day on which the page opens.
///
/// # Errors
/// When they do not fit the rules of the built page.
pub fn examples(scheme: &Scheme) -> Result<Vec<Example>> {
    let file = cases(scheme)?;
    let cases = file.cases.into_iter().filter(|case| case.on == TODAY);
    let example = |case: jifen_check::Case| {
        let mut plain = file.defaults.clone();
        plain.retain(|id, _| !case.omit.contains(id));
        plain.extend(case.answers);
        let answers = Answers::read(scheme, plain, TODAY)
            .map_err(|faults| anyhow!("{}: {faults:?}: build the page again", case.name))?;
        let assessment = assess(scheme, &answers, TODAY);
        let total = case.total.range();
        Ok(Example { name: case.name, answers, total, verdict: case.verdict, assessment })
    };
    cases.map(example).collect()
}

/// Returns the people of a scheme's cases, whatever their day, as far as their answers fit on the day of these tests.
///
/// # Errors
/// When the cases cannot be read.
pub fn people(scheme: &Scheme) -> Result<Vec<Answers>> {
    let file = cases(scheme)?;
    let answers = file.cases.into_iter().filter_map(|case| {
        let mut plain = file.defaults.clone();
        plain.retain(|id, _| !case.omit.contains(id));
        plain.extend(case.answers);
        Answers::read(scheme, plain, TODAY).ok()
    });
    Ok(answers.collect())
}

fn cases(scheme: &Scheme) -> Result<CasesFile> {
    let path = root().join("rules").join(&scheme.id).join("cases.toml");
    Ok(toml::from_str(&fs::read_to_string(path)?)?)
}

/// Returns the address of the page with these answers.
#[must_use]
pub fn fragment(scheme: &Scheme, answers: &Answers, language: Language) -> String {
    let mut link = Link {
        scheme: Some(scheme.id.clone()),
        edition: Some(scheme.edition.id.clone()),
        language: Some(language),
        ..Link::default()
    };
    for question in &scheme.questions {
        link.profile.set(scheme, question, answers.get(&question.id));
    }
    format!("#{}", link.write())
}

/// Somebody with two answers, as the first version wrote it.
pub const TWO_ANSWERS: &str = "#v=1&s=shanghai&e=2023&birth-date=19900101&education=bachelor";

/// Returns a fragment as the page writes it today.
#[must_use]
pub fn rewritten(fragment: &str) -> String {
    format!("#{}", Link::read(fragment).0.write())
}

/// The words of a state in a language.
fn words(state: ConditionState, veto: bool, language: Language) -> &'static [&'static str] {
    match (state, language) {
        (ConditionState::Met, Language::Zh) => &["符合"],
        (ConditionState::Met, Language::En) => &["Met"],
        (ConditionState::Unmet, Language::Zh) if veto => &["一票否决"],
        (ConditionState::Unmet, Language::En) if veto => &["Veto"],
        (ConditionState::Unmet, Language::Zh) => &["不符合"],
        (ConditionState::Unmet, Language::En) => &["Not met"],
        (ConditionState::Unknown, Language::Zh) => &["未回答", "未定"],
        (ConditionState::Unknown, Language::En) => &["Open", "Not settled"],
        (ConditionState::NotApplicable, Language::Zh) => &["不适用"],
        (ConditionState::NotApplicable, Language::En) => &["Not applicable"],
    }
}

/// Holds everything that the page shows of a result against an assessment.
///
/// # Errors
/// When they differ; the message names every difference.
pub fn agree(
    seen: &Snapshot,
    scheme: &Scheme,
    wanted: &Assessment,
    language: Language,
) -> Result<()> {
    let mut faults = Vec::new();
    let mut differ = |what: &str, seen: &str, wanted: &str| {
        if seen != wanted {
            faults.push(format!("{what}: the page shows {seen:?}, the rules give {wanted:?}"));
        }
    };
    differ("low", &seen.low, &wanted.total.low.to_string());
    differ("high", &seen.high, &wanted.total.high.to_string());
    differ("verdict", &seen.verdict, wanted.verdict.as_str());
    differ("conditions", &seen.conditions.len().to_string(), &scheme.conditions.len().to_string());
    differ("indicators", &seen.indicators.len().to_string(), &scheme.indicators.len().to_string());
    for (condition, result) in scheme.conditions.iter().zip(&wanted.conditions) {
        let Some(item) = seen.conditions.iter().find(|item| item.id == condition.id) else {
            differ(&condition.id, "nothing", "a condition");
            continue;
        };
        let words = words(result.state, condition.veto, language);
        differ(&condition.id, &item.state, result.state.as_str());
        if !words.iter().any(|word| item.text.ends_with(word)) {
            differ(&condition.id, &item.text, &words.join(" / "));
        }
        if !item.text.contains(condition.name.read(language)) {
            differ(&condition.id, &item.text, condition.name.read(language));
        }
    }
    for (indicator, result) in scheme.indicators.iter().zip(&wanted.indicators) {
        let Some(item) = seen.indicators.iter().find(|item| item.id == indicator.id) else {
            differ(&indicator.id, "nothing", "an indicator");
            continue;
        };
        let PointsRange { low, high } = result.points;
        let points = if low == high { low.to_string() } else { format!("{low}..{high}") };
        differ(&indicator.id, &item.points, &points);
        let counted = result.counted.map_or("open", |counted| if counted { "yes" } else { "no" });
        differ(&indicator.id, &item.counted, counted);
        let shown = high.to_string().replace('-', "−");
        if !item.text.ends_with(&shown) {
            differ(&indicator.id, &item.text, &shown);
        }
        if !item.text.contains(indicator.name.read(language)) {
            differ(&indicator.id, &item.text, indicator.name.read(language));
        }
    }
    ensure!(faults.is_empty(), "the page and the rules differ:\n{}", faults.join("\n"));
    Ok(())
}
