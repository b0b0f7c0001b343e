//! The cities beside each other: one card for each scheme, in groups that are never mixed, since a ranking is no line.

use jifen::compare::{Against, Class, Compared};
use jifen::scheme::Cutoff;

use crate::elements::markup::{EventKind, Markup};
use crate::state::assessed::Assessed;
use crate::state::{Action, State};
use crate::text::messages::{Messages, format};
use crate::text::phrases::{Phrases, day, figure};
use crate::views::result::{Mark, beside, headline, mark, remark};
use crate::widgets::gauge::gauge;
use crate::widgets::ui::{Ui, go_to};

/// A group: its name for tests, its heading, and what to know of it.
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

/// The comparison.
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
        for part in rows.chunk_by(|one, next| one.1.class == next.1.class) {
            let Some((_, first)) = part.first() else { continue };
            let [name, heading, help] = group(first.class, messages);
            markup.element("div", "part", |markup| {
                markup.key(name);
                markup.text_element("h3", "", heading);
                if !help.is_empty() {
                    markup.text_element("p", "quiet", help);
                }
                markup.element("ul", "rows", |markup| {
                    for (assessed, compared) in part {
                        row(markup, name, assessed, compared, ui);
                    }
                });
            });
        }
    });
}

fn row(
    markup: &mut Markup,
    class: &'static str,
    assessed: &Assessed,
    compared: &Compared,
    ui: &Ui,
) {
    let scheme = &assessed.scheme;
    let phrases = Phrases::new(scheme, ui.language);
    let (sign, colour) = match compared.class {
        Class::Passes => ("✓", "row met"),
        Class::Short | Class::Unmet => ("✕", "row unmet"),
        _ => ("○", "row unknown"),
    };
    markup.element("li", colour, |markup| {
        markup.key(&scheme.id);
        markup.attr("data-compared", &scheme.id);
        markup.static_attr("data-class", class);
        markup.attr("data-low", &compared.points.low.to_string());
        markup.attr("data-high", &compared.points.high.to_string());
        markup.element("div", "row-name", |markup| {
            markup.element("h4", "", |markup| open(markup, assessed, &phrases, ui));
            edition(markup, assessed, &phrases);
        });
        if compared.class == Class::Unasked {
            markup.text_element("p", "row-why quiet", &line(assessed, &phrases));
            return;
        }
        let mark = held_against(assessed, compared, &phrases);
        markup.element("div", "row-points", |markup| {
            markup.element("p", "", |markup| {
                let points = compared.points;
                markup.text_element("strong", "", &figure(points.low));
                markup.text(" ");
                markup.text_element("span", "", &beside(points, mark.as_ref(), phrases.messages));
                if let Some(mark) = &mark {
                    markup.text(" ");
                    let mark = [&mark.name, " ", &figure(mark.points)].concat();
                    markup.text_element("span", "line", &mark);
                }
            });
            if let Some(mark) = &mark {
                gauge(markup, &scheme.id, Some(compared.points), mark, &phrases);
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

/// The way into the city.
fn open(markup: &mut Markup, assessed: &Assessed, phrases: &Phrases<'_>, ui: &Ui) {
    let scheme = &assessed.scheme;
    let (ui, id) = (ui.clone(), scheme.id.clone());
    markup.element("button", "", |markup| {
        markup.static_attr("type", "button");
        markup.on(EventKind::Click, move |_: yew::Event| {
            // The button goes; the panel stays.
            go_to("panel");
            ui.act(Action::Open(id.clone()));
        });
        markup.text_element("b", "", scheme.city.name.read(phrases.language));
        markup.text(" ");
        markup.text_element("span", "name", &phrases.text(&scheme.name));
    });
}

/// That the edition is not in force.
fn edition(markup: &mut Markup, assessed: &Assessed, phrases: &Phrases<'_>) {
    let (messages, edition, on) =
        (phrases.messages, &assessed.scheme.edition, assessed.assessment.on);
    let warning = match edition.to {
        Some(to) if on > to => format(messages.compare_over, &[&day(to, messages)]),
        _ if on < edition.from => format(messages.not_yet, &[&day(edition.from, messages)]),
        _ => return,
    };
    markup.text_element("p", "row-over", &warning);
}

/// What the points of a row are drawn against.
fn held_against(assessed: &Assessed, compared: &Compared, phrases: &Phrases<'_>) -> Option<Mark> {
    let cutoffs = assessed.scheme.line.cutoffs();
    match (compared.against, cutoffs.last()) {
        (Against::Cutoff(points), Some(cutoff)) => {
            Some(Mark { name: format(phrases.messages.cutoff, &[&cutoff.round]), points })
        }
        (Against::Nothing, _) => None,
        _ => mark(&assessed.scheme, phrases),
    }
}

/// What decides in the scheme.
fn line(assessed: &Assessed, phrases: &Phrases<'_>) -> String {
    let name = phrases.text(&assessed.scheme.line.name);
    match assessed.scheme.line.threshold {
        Some(points) => [&name, phrases.messages.colon, &phrases.points(points)].concat(),
        None => name.into_owned(),
    }
}

/// The row in a few words; a ranking is told by its past cut-offs.
fn verdict(assessed: &Assessed, compared: &Compared, phrases: &Phrases<'_>) -> String {
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

/// The past cut-offs between which the points lie, each with what is said of it.
fn rounds<'a>(
    assessed: &'a Assessed,
    compared: &Compared,
    messages: &Messages,
) -> [Option<(&'a Cutoff, &'static str)>; 3] {
    let (points, cutoffs) = (compared.points, assessed.scheme.line.cutoffs());
    let at = |place: Option<usize>| cutoffs.get(place?);
    let undecided = |cutoff: &&Cutoff| points.low < cutoff.points && cutoff.points <= points.high;
    [
        at(compared.above).map(|cutoff| (cutoff, messages.ranked_above)),
        at(compared.below).map(|cutoff| (cutoff, messages.ranked_below)),
        cutoffs.last().filter(undecided).map(|cutoff| (cutoff, messages.ranked_open)),
    ]
}

fn ranked(assessed: &Assessed, compared: &Compared, phrases: &Phrases<'_>) -> String {
    let said = |(cutoff, sentence): (&Cutoff, &str)| {
        let lacks = figure(cutoff.points - compared.points.high);
        format(sentence, &[&cutoff.round, &figure(cutoff.points), &lacks])
    };
    let told = rounds(assessed, compared, phrases.messages).into_iter().flatten().map(said);
    told.collect::<Vec<_>>().join(phrases.messages.separator)
}

/// What is weak about the cut-offs that a row names.
fn remarks(assessed: &Assessed, compared: &Compared, phrases: &Phrases<'_>) -> String {
    let mut remarks = String::new();
    for (cutoff, _) in rounds(assessed, compared, phrases.messages).into_iter().flatten() {
        let remark = remark(cutoff, phrases);
        if !remark.is_empty() {
            let messages = phrases.messages;
            remarks +=
                &[&cutoff.round, messages.colon, &remark, messages.stop, messages.space].concat();
        }
    }
    remarks
}

/// Conditions and questions, counted.
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
