//! The nearest ways to the line: what to change, what that brings and costs, and when it can be so.

use jifen::outlook::{Act, Advice, Suggestion, SuggestionKind};
use jifen::points::PointsRange;
use jifen::scheme::{Change, LeadTime, Unit};
use jiff::civil::Date;

use crate::elements::markup::Markup;
use crate::elements::write_html;
use crate::text::messages::{Messages, format};
use crate::text::phrases::{Phrases, begin, day, figure, gain};
use crate::views::outlook::computed::Outlook;
use crate::views::outlook::conclusion::{conclusion, distances, heading, unreliable};
use crate::views::outlook::plan::{Plan, plan};
use crate::widgets::labelled::subsection;
use crate::widgets::ui::Ui;

/// As many of many conditions are named.
const NAMED: usize = 3;

/// Writes the advice: what can be concluded, then what to look up, what to do and what only takes time.
pub(super) fn advice(markup: &mut Markup, outlook: &Outlook, phrases: &Phrases<'_>, ui: &Ui) {
    let (messages, advice) = (phrases.messages, &outlook.advice);
    let item = SuggestionItem { outlook, phrases, ui };
    let past = match outlook.assessed.undeducted {
        Some(_) => messages.advice_distances_undeducted,
        None => messages.advice_distances,
    };
    subsection(markup, "advice", heading(advice, messages), |markup| {
        write_html!(markup,
            { listed(markup, past, &distances(outlook, phrases), phrases); }
            { conclusion(markup, outlook, phrases); }
            { unreliable(markup, outlook, phrases); }
            if !advice.suggestions.is_empty() {
                p(class = "quiet") { (messages.advice_help) }
            }
            { group(markup, messages.advice_look_up, Act::LookUp, &item); }
            { group(markup, messages.advice_do, Act::Do, &item); }
            { group(markup, messages.advice_only_time, Act::Wait, &item); }
            { unplanned(markup, advice, phrases); }
        );
    });
}

/// Writes in one sentence what gives points and nobody plans.
fn unplanned(markup: &mut Markup, advice: &Advice, phrases: &Phrases<'_>) {
    let questions =
        advice.unplanned.iter().filter_map(|position| phrases.scheme.questions.get(*position));
    let nouns: Vec<String> = questions.map(|question| phrases.noun(question)).collect();
    let text = format(phrases.messages.advice_unplanned, &[&nouns.join(phrases.messages.comma)]);
    write_html!(markup,
        if !nouns.is_empty() {
            p(class = "quiet", data-advice = "unplanned") { (text) }
        }
    );
}

/// Writes the suggestions of one sort of act under its heading; most of many stand folded.
fn group(markup: &mut Markup, heading: &str, act: Act, item: &SuggestionItem<'_>) {
    let suggestions = item.outlook.advice.suggestions.iter();
    let suggestions: Vec<&Suggestion> = suggestions.filter(|one| one.act == act).collect();
    let (first, rest) = suggestions.split_at(suggestions.len().min(FIRST));
    let messages = item.phrases.messages;
    write_html!(markup,
        if !first.is_empty() {
            h4 { (heading) }
            { item.list(markup, first); }
            if !rest.is_empty() {
                details(class = "zeros") {
                    summary { (format(messages.advice_more, &[&rest.len().to_string()])) }
                    { item.list(markup, rest); }
                }
            }
        }
    );
}

/// As many of a sort stand open; a person who wants more unfolds the rest.
const FIRST: usize = 4;

/// Returns the stable name of what a suggestion achieves.
fn kind_name(kind: &SuggestionKind) -> &'static str {
    match kind {
        SuggestionKind::Reaches(_) => "reaches",
        SuggestionKind::MeetsCondition(_) => "meets",
        SuggestionKind::Closer => "closer",
    }
}

/// What a suggestion is written with.
struct SuggestionItem<'a> {
    outlook: &'a Outlook,
    phrases: &'a Phrases<'a>,
    ui: &'a Ui,
}

impl SuggestionItem<'_> {
    fn list(&self, markup: &mut Markup, suggestions: &[&Suggestion]) {
        write_html!(markup,
            ul(class = "passages") {
                for suggestion in suggestions {
                    li(data-suggestion = kind_name(&suggestion.kind)) {
                        { self.item(markup, suggestion); }
                    }
                }
            }
        );
    }

    /// Writes a suggestion: what to do, what comes of it, and what else changes.
    fn item(&self, markup: &mut Markup, suggestion: &Suggestion) {
        let (phrases, messages) = (self.phrases, self.phrases.messages);
        let scheme = phrases.scheme;
        let when = when(suggestion, self.outlook.assessed.assessment.on, phrases);
        let brings: Vec<String> =
            suggestion.accompanying.iter().filter_map(|step| phrases.step(step)).collect();
        let shifts = suggestion.shifts.iter().filter_map(|shift| {
            let indicator = scheme.indicators.get(shift.indicator)?;
            let (before, after) = (at_least(shift.before, phrases), at_least(shift.after, phrases));
            // An open answer may leave what is sure where it was.
            (shift.before.low != shift.after.low).then(|| {
                format(messages.changes, &[&phrases.text(&indicator.name), &before, &after])
            })
        });
        let shifts: Vec<String> = shifts.collect();
        let conditions =
            suggestion.lacks.iter().filter_map(|position| scheme.conditions.get(*position));
        let lacks: Vec<String> =
            conditions.map(|condition| phrases.text(&condition.name).into_owned()).collect();
        let lacks = shortened(lacks, messages);
        let opens = suggestion.opens.iter().filter_map(|position| scheme.questions.get(*position));
        let opens: Vec<String> = opens.map(|question| phrases.noun(question)).collect();
        let outcome = [&outcome(suggestion, phrases), messages.separator, &when].concat();
        let words = Plan { steps: steps(suggestion, phrases), outcome };
        write_html!(markup,
            b { (&words.steps) }
            p { (&words.outcome) }
            { listed(markup, messages.advice_brings, &brings, phrases); }
            { listed(markup, messages.advice_shifts, &shifts, phrases); }
            { listed(markup, messages.advice_lacks, &lacks, phrases); }
            { listed(markup, messages.advice_opens, &opens, phrases); }
            { plan(markup, suggestion, &words, self.outlook, phrases, self.ui); }
        );
    }
}

/// Returns names, or the first of many and how many they are.
fn shortened(mut names: Vec<String>, messages: &Messages) -> Vec<String> {
    let count = names.len();
    if count <= NAMED + 1 {
        return names;
    }
    names.truncate(NAMED);
    vec![format(messages.and_others, &[&names.join(messages.comma), &count.to_string()])]
}

/// Writes a paragraph that lists what its name says; nothing where there is nothing.
fn listed(markup: &mut Markup, name: &str, items: &[String], phrases: &Phrases<'_>) {
    write_html!(markup,
        if !items.is_empty() {
            p(class = "quiet") {
                (name)
                (phrases.messages.colon)
                (items.join(phrases.messages.separator))
            }
        }
    );
}

/// Returns what to do.
pub(crate) fn steps(suggestion: &Suggestion, phrases: &Phrases<'_>) -> String {
    let messages = phrases.messages;
    let mut steps: Vec<String> =
        suggestion.steps.iter().filter_map(|step| phrases.step(step)).collect();
    if suggestion.waits {
        steps.push(format(messages.advice_wait, &[&day(suggestion.day, messages)]));
    }
    begin(steps.join(messages.separator))
}

/// Returns what a suggestion achieves.
pub(crate) fn outcome(suggestion: &Suggestion, phrases: &Phrases<'_>) -> String {
    let messages = phrases.messages;
    match suggestion.kind {
        SuggestionKind::Reaches(line) => {
            let total = at_least(suggestion.total, phrases);
            // Passing the line of a year that is over admits nobody.
            let sentence = match phrases.scheme.line.threshold {
                Some(_) => messages.advice_total,
                None => messages.advice_mark,
            };
            let target = phrases.target().map(|target| target.within(phrases));
            format(sentence, &[&total, &target.unwrap_or_else(|| figure(line))])
        }
        SuggestionKind::MeetsCondition(position) => {
            let condition = phrases.scheme.conditions.get(position);
            let name = condition.map(|condition| phrases.text(&condition.name).into_owned());
            format(messages.advice_condition, &[&name.unwrap_or_default()])
        }
        SuggestionKind::Closer => format(messages.advice_gain, &[&gain(suggestion.gain)]),
    }
}

/// Returns when it can be so, seen from a day: never a promise where nobody knows how long it takes.
pub(crate) fn when(suggestion: &Suggestion, on: Date, phrases: &Phrases<'_>) -> String {
    let messages = phrases.messages;
    let mut parts: Vec<String> = Vec::new();
    if suggestion.day > on {
        let months = phrases.number(suggestion.months, Unit::Months, 0);
        parts.push(format(messages.advice_earliest, &[&day(suggestion.day, messages), &months]));
    } else if !suggestion.lead_unknown {
        let now = match suggestion.act {
            Act::LookUp => messages.advice_now_if_so,
            Act::Do | Act::Wait => messages.advice_now,
        };
        parts.push(now.to_owned());
    }
    let steps = suggestion.steps.iter().chain(&suggestion.accompanying);
    let questions = steps
        .filter_map(|step| Some((phrases.scheme.questions.get(step.question)?, step.option())));
    let (mut employer, mut stated_lead) = (false, false);
    for (question, option) in questions {
        if let Some(LeadTime::Stated(stated)) = question.lead_to(option) {
            let grade = phrases.grade(stated.basis.grade);
            let months = phrases.number(stated.months.into(), Unit::Months, 0);
            parts.push(format(messages.advice_lead, &[&months, grade]));
            stated_lead = true;
        }
        employer |= matches!(question.changes, Change::Effort(effort) if effort.needs_employer());
    }
    if suggestion.lead_unknown {
        let unknown = match stated_lead {
            true => messages.advice_lead_rest_unknown,
            false => messages.advice_lead_unknown,
        };
        parts.push(unknown.to_owned());
    }
    if employer {
        parts.push(messages.advice_employer.to_owned());
    }
    let coming = |to: &Date| suggestion.after_edition && *to >= on;
    if let Some(to) = phrases.scheme.edition.to.filter(coming) {
        parts.push(format(messages.advice_after_edition, &[&day(to, messages)]));
    }
    if let Some(last) = suggestion.after_round {
        let over = if last < on { messages.advice_round_over } else { messages.advice_after_round };
        parts.push(format(over, &[&day(last, messages)]));
    }
    parts.join(messages.separator)
}

/// Returns the lower end of a range, with the words for "or more" where it is open.
fn at_least(range: PointsRange, phrases: &Phrases<'_>) -> String {
    match range.certain() {
        Some(points) => figure(points),
        None => [&figure(range.low), " ", phrases.messages.short_more].concat(),
    }
}
