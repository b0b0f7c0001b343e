//! The cities beside each other: one card for each scheme, in groups that are never mixed, since a ranking is no line.

use jifen::compare::{Against, Class, Compared};
use jifen::scheme::Cutoff;

use crate::elements::markup::{EventKind, Markup};
use crate::state::assessed::Assessed;
use crate::state::{Action, State};
use crate::text::messages::{Messages, format};
use crate::text::phrases::{Phrases, day, figure};
use crate::text::target::NamedTarget;
use crate::views::result::score_line::remark;
use crate::views::result::verdict::{beside_cutoff, headline};
use crate::widgets::gauge::gauge;
use crate::widgets::total::total;
use crate::widgets::ui::Ui;

/// Returns a group: its name for tests, its heading, and what to know of it.
fn group(class: Class, messages: &'static Messages) -> [&'static str; 3] {
    match class {
        Class::Passes => ["passes", messages.compare_passes, ""],
        Class::MayPass => ["may-pass", messages.compare_may_pass, ""],
        Class::Ranks => ["ranks", messages.compare_ranks, messages.compare_ranks_help],
        Class::Short => ["short", messages.compare_short, ""],
        Class::Unmet => ["unmet", messages.compare_unmet, messages.compare_unmet_help],
        Class::Unasked => ["unasked", messages.compare_unasked, ""],
    }
}

/// Writes the comparison.
pub(crate) fn compare(markup: &mut Markup, state: &State, rows: &[(Assessed, Compared)], ui: &Ui) {
    let messages = ui.messages();
    let shared = state.profile.shared().to_string();
    let known = match shared.as_str() {
        "0" => messages.compare_none.to_owned(),
        _ => format(messages.compare_known, &[&shared]),
    };
    let undeducted = rows.iter().any(|(assessed, _)| assessed.undeducted.is_some());
    let open = if undeducted && !state.profile.is_empty() { messages.deductions_open } else { "" };
    markup.element("div", "compare", |markup| {
        markup.static_attr("id", "compare");
        markup.element("div", "edition", |markup| {
            markup.text_element("h2", "", messages.compare);
            markup.text_element("p", "", &known);
            markup.text_element("p", "", &[messages.compare_how, messages.space, open].concat());
        });
        for rows in rows.chunk_by(|(_, row), (_, next)| row.class == next.class) {
            let Some((_, first)) = rows.first() else { continue };
            let [class_name, heading, help] = group(first.class, messages);
            markup.element("div", "part", |markup| {
                markup.key(class_name);
                markup.text_element("h3", "", heading);
                if !help.is_empty() {
                    markup.text_element("p", "quiet", help);
                }
                markup.element("ul", "rows", |markup| {
                    for (assessed, compared) in rows {
                        card(markup, class_name, assessed, compared, ui);
                    }
                });
            });
        }
    });
}

/// Writes the card of a scheme.
fn card(
    markup: &mut Markup,
    class_name: &'static str,
    assessed: &Assessed,
    compared: &Compared,
    ui: &Ui,
) {
    let scheme = &assessed.scheme;
    let phrases = Phrases::new(scheme, ui.language);
    let (sign, class) = match compared.class {
        Class::Passes => ("✓", "row met"),
        Class::Short | Class::Unmet => ("✕", "row unmet"),
        _ => ("○", "row unknown"),
    };
    markup.element("li", class, |markup| {
        markup.key(&scheme.id);
        markup.attr("data-compared", &scheme.id);
        markup.static_attr("data-class", class_name);
        markup.attr("data-low", &compared.points.low.to_string());
        markup.attr("data-high", &compared.points.high.to_string());
        markup.element("div", "row-name", |markup| {
            markup.element("h4", "", |markup| way_in(markup, assessed, &phrases, ui));
            edition_warning(markup, assessed, &phrases);
        });
        if compared.class == Class::Unasked {
            markup.text_element("p", "row-why quiet", &phrases.line());
            return;
        }
        let target = target(assessed, compared, &phrases);
        markup.element("div", "row-points", |markup| {
            total(markup, "", compared.points, target.as_ref(), phrases.messages);
            if let Some(target) = &target {
                gauge(markup, &scheme.id, Some(compared.points), target, &phrases);
            }
        });
        markup.element("div", "row-why", |markup| {
            markup.element("p", "row-verdict", |markup| {
                markup.element("span", "sign", |markup| {
                    markup.static_attr("aria-hidden", "true");
                    markup.text(sign);
                });
                markup.text_element("span", "word", &verdict(assessed, compared, &phrases));
            });
            let remarks = match (compared.class, compared.against) {
                (Class::Ranks, Against::Cutoff(_)) => remarks(assessed, compared, &phrases),
                _ => String::new(),
            };
            markup.text_element("p", "quiet", &counts(assessed, compared, phrases.messages));
            if !remarks.is_empty() {
                markup.text_element("p", "quiet", &remarks);
            }
        });
    });
}

/// Writes the way into the city.
fn way_in(markup: &mut Markup, assessed: &Assessed, phrases: &Phrases<'_>, ui: &Ui) {
    let scheme = &assessed.scheme;
    markup.element("button", "", |markup| {
        markup.static_attr("type", "button");
        markup.on(EventKind::Click, ui.callback(Action::Visit(scheme.id.clone())));
        markup.text_element("b", "", scheme.city.name.read(phrases.language));
        markup.text(" ");
        markup.text_element("span", "name", &phrases.text(&scheme.name));
    });
}

/// Writes a warning where the edition is not in force.
fn edition_warning(markup: &mut Markup, assessed: &Assessed, phrases: &Phrases<'_>) {
    let (messages, edition, on) =
        (phrases.messages, &assessed.scheme.edition, assessed.assessment.on);
    let warning = match edition.to {
        Some(to) if on > to => format(messages.compare_over, &[&day(to, messages)]),
        _ if on < edition.from => format(messages.not_yet, &[&day(edition.from, messages)]),
        _ => return,
    };
    markup.text_element("p", "row-over", &warning);
}

/// Returns what the points of a card are drawn against.
fn target(assessed: &Assessed, compared: &Compared, phrases: &Phrases<'_>) -> Option<NamedTarget> {
    match compared.against {
        Against::Threshold(_) => phrases.target(),
        Against::Cutoff(_) => {
            assessed.scheme.line.cutoffs().last().map(|latest| phrases.cutoff(latest))
        }
        Against::Nothing => None,
    }
}

/// Returns the verdict in a few words; a ranking is told by its past cut-offs.
pub(crate) fn verdict(assessed: &Assessed, compared: &Compared, phrases: &Phrases<'_>) -> String {
    let messages = phrases.messages;
    let lacks = compared.missing.map(|missing| figure(missing.high));
    match (compared.class, compared.against, lacks) {
        (Class::MayPass | Class::Ranks, Against::Threshold(_), Some(lacks)) if lacks != "0" => {
            format(messages.compare_lacks, &[&lacks])
        }
        (Class::Ranks, Against::Threshold(line), _) => {
            format(messages.reached_then_rank, &[&figure(line)])
        }
        (Class::Ranks, Against::Cutoff(_), _) => ranked(assessed, compared, phrases),
        (Class::Ranks, Against::Nothing, _) => messages.compare_no_cutoff.to_owned(),
        _ => headline(assessed, phrases),
    }
}

/// Returns the past cut-offs between which the points lie, each with whether it is reached; `None` is open.
fn rounds<'a>(
    assessed: &'a Assessed,
    compared: &Compared,
) -> [Option<(&'a Cutoff, Option<bool>)>; 3] {
    let (points, cutoffs) = (compared.points, assessed.scheme.line.cutoffs());
    let at = |position: Option<usize>| cutoffs.get(position?);
    let open = |cutoff: &&Cutoff| points.low < cutoff.points && cutoff.points <= points.high;
    [
        at(compared.above).map(|cutoff| (cutoff, Some(true))),
        at(compared.below).map(|cutoff| (cutoff, Some(false))),
        cutoffs.last().filter(open).map(|cutoff| (cutoff, None)),
    ]
}

fn ranked(assessed: &Assessed, compared: &Compared, phrases: &Phrases<'_>) -> String {
    let rounds = rounds(assessed, compared).into_iter().flatten();
    let sentences = rounds
        .map(|(cutoff, reached)| beside_cutoff(cutoff, reached, compared.points.high, phrases));
    sentences.collect::<Vec<_>>().join(phrases.messages.separator)
}

/// Returns what is weak about the cut-offs that a card names.
fn remarks(assessed: &Assessed, compared: &Compared, phrases: &Phrases<'_>) -> String {
    let mut remarks = String::new();
    for (cutoff, _) in rounds(assessed, compared).into_iter().flatten() {
        let remark = remark(cutoff, phrases);
        if !remark.is_empty() {
            let messages = phrases.messages;
            remarks +=
                &[&cutoff.round, messages.colon, &remark, messages.stop, messages.space].concat();
        }
    }
    remarks
}

/// Returns how many conditions stand how, and how many questions are open.
fn counts(assessed: &Assessed, compared: &Compared, messages: &Messages) -> String {
    let counted = [
        (compared.met, messages.count_met),
        (compared.unmet, messages.count_unmet),
        (compared.open, messages.count_open),
    ];
    let counted = counted.into_iter().filter(|(count, _)| *count > 0);
    let counted: Vec<String> =
        counted.map(|(count, sentence)| format(sentence, &[&count.to_string()])).collect();
    let left = match assessed.assessment.open.len() {
        0 => messages.all_answered.to_owned(),
        left => format(messages.left, &[&left.to_string()]),
    };
    let conditions = [messages.conditions, messages.colon, &counted.join(messages.comma)].concat();
    let parts = if counted.is_empty() { vec![left] } else { vec![conditions, left] };
    parts.join(messages.separator) + messages.stop
}
