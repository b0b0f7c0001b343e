//! The figures that months are held against, year by year.

use jifen::answers::{grouped, unscaled};
use jifen::scheme::{Month, Multiple, Parameter, ParameterValue, Question, Scheme};
use jiff::civil::Date;

use crate::elements::markup::Markup;
use crate::elements::write_html;
use crate::text::messages::{Messages, format};
use crate::text::months::month_name;
use crate::text::phrases::Phrases;
use crate::widgets::citation::citation;
use crate::widgets::labelled::labelled;
use crate::widgets::table::{column_heads, row_head};

/// Writes what the months of a question reach or exceed, in yuan, for the months that are counted on a day; nothing
/// where a question asks for no multiple.
pub(crate) fn multiple(markup: &mut Markup, question: &Question, on: Date, phrases: &Phrases<'_>) {
    let scheme = phrases.scheme;
    let Some((multiple, parameter)) = asked(scheme, question) else { return };
    let window = scheme.question(&question.id).and_then(|position| scheme.window_of(position));
    let Some(window) = window else { return };
    let last = Month::of(on);
    let first = last.plus(1 - i64::from(window));
    let times = unscaled(multiple.percent, 2);
    write_html!(markup,
        details(class = "figures") {
            summary { (format(phrases.messages.multiple_in_yuan, &[&times])) }
            div(class = "inside") {
                { table(markup, parameter, multiple.percent, [first, last], phrases); }
                p { (phrases.text(&parameter.note)) }
                { citation(markup, phrases, &parameter.cite); }
            }
        }
    );
}

/// Returns the multiple that a question asks for, and the figures it is of.
fn asked<'a>(scheme: &'a Scheme, question: &'a Question) -> Option<(&'a Multiple, &'a Parameter)> {
    let multiple = question.multiple.as_ref()?;
    Some((multiple, scheme.parameters.get(multiple.of.position()?)?))
}

/// The months of a figure, and what it is in yuan.
struct Row<'a> {
    span: [Month; 2],
    yuan: String,
    /// None for months of which no source tells anything.
    value: Option<&'a ParameterValue>,
}

/// Writes a percentage of a parameter for the months from the first to the last, and below where the figures come from.
pub(crate) fn table(
    markup: &mut Markup,
    parameter: &Parameter,
    percent: i64,
    span: [Month; 2],
    phrases: &Phrases<'_>,
) {
    let messages = phrases.messages;
    let rows = rows(parameter, percent, span, messages);
    write_html!(markup,
        table {
            thead {
                tr {
                    { column_heads(markup, &[messages.figure_months, messages.figure_yuan]); }
                }
            }
            tbody {
                for row in &rows {
                    tr {
                        { row_head(markup, &months(row.span, messages)); }
                        td { (&row.yuan) }
                    }
                }
            }
        }
        ul(class = "quiet") {
            for (span, source) in evidence(&rows, phrases) {
                { labelled(markup, "li", "", messages, [&months(span, messages), &source]); }
            }
        }
    );
}

/// Returns what each month from the first to the last is held against.
fn rows<'a>(
    parameter: &'a Parameter,
    percent: i64,
    [first, last]: [Month; 2],
    messages: &Messages,
) -> Vec<Row<'a>> {
    let known = parameter.during(first, last).map(|value| Row {
        span: [value.from.max(first), value.to.min(last)],
        yuan: yuan(value, percent, messages),
        value: Some(value),
    });
    let mut rows: Vec<Row<'a>> = known.collect();
    // The newest figures are published late.
    let untold = parameter.values.last().map(|value| value.to.plus(1).max(first));
    rows.extend(untold.filter(|from| *from <= last).map(|from| Row {
        span: [from, last],
        yuan: messages.figure_not_found.to_owned(),
        value: None,
    }));
    rows
}

/// Returns where figures come from, once for months that follow each other and have the same sources.
fn evidence(rows: &[Row<'_>], phrases: &Phrases<'_>) -> Vec<([Month; 2], String)> {
    let mut evidence: Vec<([Month; 2], String)> = Vec::new();
    for row in rows {
        let Some(source) = row.value.map(|value| source(value, phrases)) else { continue };
        match evidence.last_mut() {
            Some((span, same)) if *same == source => span[1] = row.span[1],
            _ => evidence.push((row.span, source)),
        }
    }
    evidence
}

/// Returns how well a figure was checked, by whom it is told, and what a reader must know about it.
fn source(value: &ParameterValue, phrases: &Phrases<'_>) -> String {
    let (cite, messages) = (&value.cite, phrases.messages);
    let note = cite.note.as_ref().map(|note| phrases.text(note).into_owned());
    let named = phrases.sources(cite.grade, &cite.sources).filter(|_| value.yuan.is_some());
    let grade = Some(phrases.grade(cite.grade).to_owned()).filter(|_| value.yuan.is_some());
    let sentences: Vec<String> = grade.into_iter().chain(named).chain(note).collect();
    sentences.join(&[messages.stop, messages.space].concat())
}

/// Returns a percentage of a figure, of every figure where sources disagree.
fn yuan(value: &ParameterValue, percent: i64, messages: &Messages) -> String {
    let exactly = |yuan: i64| grouped(&unscaled(yuan.saturating_mul(percent), 2));
    let readings: Vec<String> = value.readings().map(exactly).collect();
    if readings.is_empty() {
        return messages.figure_not_found.to_owned();
    }
    format(messages.figure, &[&readings.join(messages.or)])
}

/// Returns the months from one to another, as the language writes them.
fn months([from, to]: [Month; 2], messages: &Messages) -> String {
    let month = |month: Month| {
        let number = i8::try_from(month.number()).unwrap_or_default();
        let parts = [month.year().to_string(), month_name(number, messages).to_owned()];
        format(messages.year_month, &[&parts[0], &parts[1]])
    };
    if from == to {
        return month(from);
    }
    format(messages.figure_from_to, &[&month(from), &month(to)])
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use jifen::scheme::Language;

    use super::*;

    /// One time the figure itself, in percent.
    const ONCE: i64 = 100;

    #[test]
    fn the_sources_of_figures_are_told_once_for_the_months_that_have_the_same() {
        let rules = Path::new(env!("CARGO_MANIFEST_DIR")).join("../rules");
        let checked = jifen_check::load(&rules).expect("the rules are sound");
        let known = |scheme: &&Scheme| !scheme.parameters.is_empty();
        for scheme in checked.schemes.iter().filter(known) {
            let (phrases, parameter) = (Phrases::new(scheme, Language::En), &scheme.parameters[0]);
            let span = [parameter.values[0].from, parameter.values[0].from.plus(200)];
            let rows = rows(parameter, ONCE, span, phrases.messages);
            let evidence = evidence(&rows, &phrases);
            assert!(evidence.len() < rows.len() - 1, "{} for {}", evidence.len(), rows.len());
            for pair in evidence.windows(2) {
                assert_eq!(pair[0].0[1].plus(1), pair[1].0[0]);
                assert_ne!(pair[0].1, pair[1].1);
            }
        }
    }

    fn said(question: &str, on: &str, language: Language) -> Vec<[String; 2]> {
        let rules = Path::new(env!("CARGO_MANIFEST_DIR")).join("../rules");
        let checked = jifen_check::load(&rules).expect("the rules are sound");
        let holds = |scheme: &&Scheme| scheme.question(question).is_some();
        let scheme = checked.schemes.iter().find(holds).expect("a scheme asks it");
        let position = scheme.question(question).expect("it asks it");
        let asking = &scheme.questions[position];
        let (multiple, parameter) = asked(scheme, asking).expect("it asks for a multiple");
        let last = Month::of(on.parse().expect("a day"));
        let first = last.plus(1 - i64::from(scheme.window_of(position).expect("a window")));
        let phrases = Phrases::new(scheme, language);
        let rows = rows(parameter, multiple.percent, [first, last], phrases.messages);
        rows.into_iter().map(|row| [months(row.span, phrases.messages), row.yuan]).collect()
    }

    #[test]
    fn a_multiple_is_told_in_yuan_for_the_months_that_are_counted() {
        let rows = said("base-months-08-of-48", "2026-11-24", Language::Zh);
        let expected = [
            ["2022年12月至2023年6月", "9,116.8 元"],
            ["2023年7月至2024年6月", "9,746.4 元"],
            ["2024年7月至2025年6月", "9,845.6 元"],
            ["2025年7月至2026年6月", "9,947.2 元"],
            ["2026年7月至2026年11月", "10,061.6 元"],
        ];
        assert_eq!(rows, expected);
        let rows = said("base-months-3-of-36", "2026-11-24", Language::En);
        assert_eq!(rows[0], ["December 2023 to June 2024", "36,549 yuan"]);
        assert_eq!(rows.len(), 4);
    }

    #[test]
    fn months_whose_figure_nobody_has_told_say_so_and_sources_that_disagree_both_speak() {
        let rows = said("months-at-1x-of-12", "2027-08-01", Language::Zh);
        assert_eq!(rows.last(), Some(&["2027年7月至2027年8月".into(), "没有查到".into()]));
        assert_eq!(rows.len(), 2);
        let rows = said("months-at-1x-of-12", "2029-01-01", Language::En);
        assert_eq!(rows, [["February 2028 to January 2029", "not found"]]);
        let rows = said("base-months-1-of-48", "2022-12-31", Language::En);
        assert_eq!(rows[0], ["January 2019 to March 2019", "7,132 yuan"]);
        assert_eq!(rows[1], ["April 2019", "not found"]);
        assert_eq!(rows[2], ["May 2019 to June 2020", "8,211 or 8,765 yuan"]);
    }
}
