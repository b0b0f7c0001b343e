//! What one edition has otherwise than another, and what that does to the person.

use jifen::assess::Assessment;
use jifen::diff::{self, Addend, Change, Effect, Ends, Part};
use jifen::scheme::{EditionKind, Scheme};

use crate::device::later::Arrived;
use crate::elements::ids::CHANGES;
use crate::elements::markup::Markup;
use crate::elements::write_html;
use crate::state::Action;
use crate::state::assessed::Assessed;
use crate::state::focus::FocusTarget;
use crate::text::messages::{Messages, format};
use crate::text::phrases::{Phrases, figure};
use crate::views::problems::failure_words;
use crate::views::result::headline;
use crate::views::result::indicators::cap;
use crate::widgets::awaited::awaited;
use crate::widgets::citation::citation;
use crate::widgets::details::RenderContext;
use crate::widgets::table::{column_heads, row_head, tables};

/// Writes what changes between the open edition and the one beside it, where there is one.
pub(super) fn changes(markup: &mut Markup, context: &RenderContext<'_>) {
    let (state, messages) = (context.state, context.phrases.messages);
    let Some(other) = &state.other_edition else { return };
    let close = context.ui.callback(Action::PutBeside(None));
    let retry = context.ui.callback(Action::PutBeside(Some(other.id.clone())));
    write_html!(markup,
        section(
            class = "changes", id = CHANGES, tabindex = "-1", aria-labelledby = "changes-heading",
            data-beside = &other.id
        ) {
            if let Some(failure) = other.failure {
                h3(id = "changes-heading") { (messages.changes_heading) }
                p(class = "warning", role = "alert") { (failure_words(failure, messages)) }
                button(class = "chip-button", type = "button", data-retry-beside = "", onclick = retry) {
                    (messages.retry)
                }
            } else {
                match state.beside() {
                    Some(beside) => {
                        { awaited(markup, context.ui, || FocusTarget::element(CHANGES), |markup, arrived| later(markup, context, &beside, arrived)); }
                    }
                    None => {
                        h3(id = "changes-heading") { (messages.changes_heading) }
                        p(class = "quiet", role = "status") { (messages.loading) }
                    }
                }
            }
            p {
                button(class = "text jump", type = "button", data-close-changes = "", onclick = close) {
                    (messages.changes_close)
                }
            }
        }
    );
}

/// Writes all of it: the earlier edition first, a draft last.
#[inline(never)]
fn later(markup: &mut Markup, context: &RenderContext<'_>, beside: &Assessed, _: Arrived) {
    let (here, language) = (&**context.assessed, context.phrases.language);
    let messages = context.phrases.messages;
    let order = |assessed: &Assessed| (assessed.scheme.edition.kind, assessed.scheme.edition.from);
    let [from, to] = if order(here) <= order(beside) { [here, beside] } else { [beside, here] };
    let phrases = [from, to].map(|assessed| Phrases::new(&assessed.scheme, language));
    let names = [from, to].map(|assessed| assessed.scheme.edition.name.read(language));
    write_html!(markup,
        h3(id = "changes-heading") { (format(messages.from_to, &names)) }
        if to.scheme.edition.kind == EditionKind::Draft {
            p(class = "warning") { (messages.if_adopted) }
        }
        if here.begun() {
            { effect(markup, [from, to], &phrases); }
        } else {
            p(class = "quiet") { (messages.changes_unanswered) }
        }
        { between(markup, "h4", [&from.scheme, &to.scheme], &phrases); }
    );
}

/// Writes what the change makes of the person's points and states.
fn effect(markup: &mut Markup, [from, to]: [&Assessed; 2], phrases: &[Phrases<'_>; 2]) {
    let messages = phrases[0].messages;
    let effect = diff::effect((&from.scheme, &from.assessment), (&to.scheme, &to.assessment));
    let verdicts = [headline(from, &phrases[0]), headline(to, &phrases[1])];
    let columns = [messages.changes_heading, messages.before, messages.after];
    write_html!(markup,
        h4 { (messages.changes_for_you) }
        table(class = "changes-effect") {
            thead { tr { { column_heads(markup, &columns); } } }
            tbody {
                { row(markup, messages.total, [total(effect.before, &phrases[0]), total(effect.after, &phrases[1])]); }
                { row(markup, messages.changes_verdict, verdicts); }
                { points(markup, &effect, phrases); }
                { states(markup, &effect, phrases); }
            }
        }
    );
}

fn row(markup: &mut Markup, name: &str, [before, after]: [String; 2]) {
    write_html!(markup,
        tr {
            { row_head(markup, name); }
            td { (before) }
            td { (after) }
        }
    );
}

fn total(assessment: &Assessment, phrases: &Phrases<'_>) -> String {
    phrases.range(assessment.total)
}

fn points(markup: &mut Markup, effect: &Effect<'_>, [from, to]: &[Phrases<'_>; 2]) {
    for change in &effect.points {
        let name = match change.addend {
            Addend::Indicator(indicator) => to.text(&indicator.name),
            Addend::Combination(together) => to.text(&together.rule),
            Addend::Floor => to.messages.floor.into(),
        };
        row(markup, &name, [ends(change.before, from.messages), ends(change.after, to.messages)]);
    }
}

fn ends(ends: Ends, messages: &Messages) -> String {
    match ends.low == ends.high {
        true => figure(ends.low),
        false if ends.high.is_unbounded() => format(messages.from_on, &[&figure(ends.low)]),
        false => format(messages.between, &[&figure(ends.low), &figure(ends.high)]),
    }
}

fn states(markup: &mut Markup, effect: &Effect<'_>, [from, to]: &[Phrases<'_>; 2]) {
    for change in &effect.states {
        let states = [change.before, change.after].map(|state| {
            let word = state.map_or(from.messages.changes_absent, |state| from.state(state));
            word.to_owned()
        });
        row(markup, &to.text(&change.condition.name), states);
    }
}

/// Writes every part that is not the same in two editions, each under a heading: folded behind the rules what is said
/// beside them, and what only rests on something else.
pub(crate) fn between(
    markup: &mut Markup,
    heading: &'static str,
    [from, to]: [&Scheme; 2],
    phrases: &[Phrases<'_>; 2],
) {
    let messages = phrases[1].messages;
    let all = diff::changes(from, to);
    let none = all.is_empty();
    let (of_clause, all): (Vec<_>, Vec<_>) = all.into_iter().partition(Change::is_of_clause_only);
    let (beside, real): (Vec<_>, Vec<_>) = all.into_iter().partition(Change::is_beside_the_rules);
    write_html!(markup,
        if none {
            p { (messages.changes_none) }
        }
        for change in real {
            { one_change(markup, heading, &change, phrases); }
        }
        if !beside.is_empty() {
            details {
                summary { (format(messages.changes_beside, &[&beside.len().to_string()])) }
                div(class = "inside") {
                    for change in beside {
                        { one_change(markup, heading, &change, phrases); }
                    }
                }
            }
        }
        if !of_clause.is_empty() {
            details {
                summary { (format(messages.changes_clause_only, &[&of_clause.len().to_string()])) }
                div(class = "inside") {
                    for change in of_clause {
                        { clause_change(markup, heading, &change, phrases); }
                    }
                }
            }
        }
    );
}

/// Writes what a part that says the same rests on by both editions.
fn clause_change(
    markup: &mut Markup,
    heading: &'static str,
    change: &Change<'_>,
    [from, to]: &[Phrases<'_>; 2],
) {
    let messages = to.messages;
    title(markup, heading, change, to);
    let sides = [(messages.before, change.before, from), (messages.after, change.after, to)];
    for (side, part, phrases) in sides {
        if let Some(cite) = part.and_then(Part::cite) {
            write_html!(markup,
                p(class = "side") { b { (side) } }
                { citation(markup, phrases, cite); }
            );
        }
    }
}

/// Writes the name of what changed as a heading.
fn title(markup: &mut Markup, heading: &'static str, change: &Change<'_>, to: &Phrases<'_>) {
    let name = change.part().and_then(Part::name);
    let name = name.map_or(to.messages.floor.into(), |name| to.text(name));
    markup.element(heading, "", |markup| write_html!(markup, (name)));
}

fn one_change(
    markup: &mut Markup,
    heading: &'static str,
    change: &Change<'_>,
    [from, to]: &[Phrases<'_>; 2],
) {
    let messages = to.messages;
    title(markup, heading, change, to);
    let sides = [
        (messages.before, change.before, change.lacked, from),
        (messages.after, change.after, change.removed, to),
    ];
    for (side, part, absent, phrases) in sides {
        write_html!(markup,
            p(class = "side") { b { (side) } }
            match (part, absent) {
                (Some(part), _) => {
                    { said(markup, part, phrases); }
                }
                (None, Some(absent)) => {
                    p { (phrases.text(&absent.why)) }
                    { citation(markup, phrases, &absent.cite); }
                }
                (None, None) => {
                    p { (messages.changes_absent) }
                }
            }
        );
    }
}

/// Writes what an edition says of a part: in words, as a table, and by what clause.
fn said(markup: &mut Markup, part: Part<'_>, phrases: &Phrases<'_>) {
    let words = match part {
        Part::Line(_) => Some(phrases.line().into()),
        Part::Floor(floor) => {
            Some(format(phrases.messages.total_floor, &[&figure(floor.points)]).into())
        }
        Part::Combination(together) => Some(phrases.text(&together.rule)),
        Part::Question(question) => Some(phrases.text(&question.ask)),
        part => part.rule().map(|rule| phrases.text(rule)),
    };
    write_html!(markup,
        if let Some(words) = words {
            p { (words) }
        }
        if let Part::Indicator(indicator) = part {
            { tables(markup, &indicator.score, &[], phrases); }
            { cap(markup, indicator, phrases); }
        }
        if let Some(cite) = part.cite() {
            { citation(markup, phrases, cite); }
        }
    );
}
