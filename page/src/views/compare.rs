//! The cities beside each other: one card for each scheme, in groups that are never mixed, since a ranking is no line.

use jifen::compare::{Against, Class, Compared};
use jifen::scheme::Cutoff;

use crate::elements::markup::{EventKind, Markup};
use crate::state::assessed::View;
use crate::state::{Action, State};
use crate::text::messages::{Words, fill};
use crate::text::phrases::{Say, day, figure};
use crate::views::result::{Mark, beside, headline, mark, remark};
use crate::widgets::gauge::gauge;
use crate::widgets::ui::{Ui, go_to};

/// A group: its name for tests, its heading, and what to know of it.
fn group(class: Class, words: &'static Words) -> [&'static str; 3] {
    match class {
        Class::Passes => ["passes", words.compare_passes, ""],
        Class::MayPass => ["may-pass", words.compare_may_pass, ""],
        Class::Ranks => ["ranks", words.compare_ranks, words.compare_ranks_help],
        Class::Short => ["short", words.compare_short, ""],
        Class::Unmet => ["unmet", words.compare_unmet, words.compare_unmet_help],
        Class::Unasked => ["unasked", words.compare_unasked, ""],
    }
}

/// The comparison.
pub(crate) fn compare(markup: &mut Markup, state: &State, rows: &[(View, Compared)], ui: &Ui) {
    let words = ui.words();
    let shared = state.profile.shared().to_string();
    let known = match shared.as_str() {
        "0" => words.compare_none.to_owned(),
        _ => fill(words.compare_known, &[&shared]),
    };
    let undeducted = rows.iter().any(|(view, _)| view.undeducted.is_some());
    let open = if undeducted && !state.profile.is_empty() { words.deductions_open } else { "" };
    markup.element("div", "compare", |markup| {
        markup.static_attr("id", "compare");
        markup.element("div", "edition", |markup| {
            markup.text_element("h2", "", words.compare);
            markup.text_element("p", "", &known);
            markup.text_element("p", "", &[words.compare_how, words.space, open].concat());
        });
        for part in rows.chunk_by(|one, next| one.1.class == next.1.class) {
            let Some((_, first)) = part.first() else { continue };
            let [name, heading, help] = group(first.class, words);
            markup.element("div", "part", |markup| {
                markup.key(name);
                markup.text_element("h3", "", heading);
                if !help.is_empty() {
                    markup.text_element("p", "quiet", help);
                }
                markup.element("ul", "rows", |markup| {
                    for (view, compared) in part {
                        row(markup, name, view, compared, ui);
                    }
                });
            });
        }
    });
}

fn row(markup: &mut Markup, class: &'static str, view: &View, compared: &Compared, ui: &Ui) {
    let scheme = &view.scheme;
    let say = Say::new(scheme, ui.language);
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
            markup.element("h4", "", |markup| open(markup, view, &say, ui));
            edition(markup, view, &say);
        });
        if compared.class == Class::Unasked {
            markup.text_element("p", "row-why quiet", &line(view, &say));
            return;
        }
        let mark = held_against(view, compared, &say);
        markup.element("div", "row-points", |markup| {
            markup.element("p", "", |markup| {
                let points = compared.points;
                markup.text_element("strong", "", &figure(points.low));
                markup.text(" ");
                markup.text_element("span", "", &beside(points, mark.as_ref(), say.words));
                if let Some(mark) = &mark {
                    markup.text(" ");
                    let mark = [&mark.name, " ", &figure(mark.points)].concat();
                    markup.text_element("span", "line", &mark);
                }
            });
            if let Some(mark) = &mark {
                gauge(markup, &scheme.id, Some(compared.points), mark, &say);
            }
        });
        markup.element("div", "row-why", |markup| {
            markup.element("p", "row-verdict", |markup| {
                markup.element("span", "sign", |markup| {
                    markup.static_attr("aria-hidden", "true");
                    markup.text(sign);
                });
                markup.text_element("span", "word", &verdict(view, compared, &say));
            });
            let remarks = match (compared.class, compared.against) {
                (Class::Ranks, Against::Cutoff(_)) => remarks(view, compared, &say),
                _ => String::new(),
            };
            markup.text_element("p", "quiet", &counts(view, compared, say.words));
            if !remarks.is_empty() {
                markup.text_element("p", "quiet", &remarks);
            }
        });
    });
}

/// The way into the city.
fn open(markup: &mut Markup, view: &View, say: &Say<'_>, ui: &Ui) {
    let scheme = &view.scheme;
    let (ui, id) = (ui.clone(), scheme.id.clone());
    markup.element("button", "", |markup| {
        markup.static_attr("type", "button");
        markup.on(EventKind::Click, move |_: yew::Event| {
            // The button goes; the panel stays.
            go_to("panel");
            ui.act(Action::Open(id.clone()));
        });
        markup.text_element("b", "", scheme.city.name.read(say.language));
        markup.text(" ");
        markup.text_element("span", "name", &say.text(&scheme.name));
    });
}

/// That the edition is not in force.
fn edition(markup: &mut Markup, view: &View, say: &Say<'_>) {
    let (words, edition, on) = (say.words, &view.scheme.edition, view.assessment.on);
    let warning = match edition.to {
        Some(to) if on > to => fill(words.compare_over, &[&day(to, words)]),
        _ if on < edition.from => fill(words.not_yet, &[&day(edition.from, words)]),
        _ => return,
    };
    markup.text_element("p", "row-over", &warning);
}

/// What the points of a row are drawn against.
fn held_against(view: &View, compared: &Compared, say: &Say<'_>) -> Option<Mark> {
    let cutoffs = cutoffs(view);
    match (compared.against, cutoffs.last()) {
        (Against::Cutoff(points), Some(cutoff)) => {
            Some(Mark { name: fill(say.words.cutoff, &[&cutoff.round]), points })
        }
        (Against::Nothing, _) => None,
        _ => mark(&view.scheme, say),
    }
}

fn cutoffs(view: &View) -> &[Cutoff] {
    view.scheme.line.ranking.as_ref().map_or(&[], |ranking| &ranking.cutoffs)
}

/// What decides in the scheme.
fn line(view: &View, say: &Say<'_>) -> String {
    let name = say.text(&view.scheme.line.name);
    match view.scheme.line.threshold {
        Some(points) => [&name, say.words.colon, &say.points(points)].concat(),
        None => name.into_owned(),
    }
}

/// The row in a few words; a ranking is told by its past cut-offs.
fn verdict(view: &View, compared: &Compared, say: &Say<'_>) -> String {
    let words = say.words;
    let lacks = compared.missing.map(|missing| figure(missing.high));
    match (compared.class, compared.against, lacks) {
        (Class::MayPass | Class::Ranks, Against::Threshold(_), Some(lacks)) if lacks != "0" => {
            fill(words.compare_lacks, &[&lacks])
        }
        (Class::Ranks, Against::Threshold(line), _) => {
            fill(words.reached_then_rank, &[&figure(line)])
        }
        (Class::Ranks, Against::Cutoff(_), _) => ranked(view, compared, say),
        (Class::Ranks, Against::Nothing, _) => words.compare_no_cutoff.to_owned(),
        _ => headline(view, say),
    }
}

/// The past cut-offs between which the points lie, each with what is said of it.
fn rounds<'a>(
    view: &'a View,
    compared: &Compared,
    words: &Words,
) -> [Option<(&'a Cutoff, &'static str)>; 3] {
    let (points, cutoffs) = (compared.points, cutoffs(view));
    let at = |place: Option<usize>| cutoffs.get(place?);
    let undecided = |cutoff: &&Cutoff| points.low < cutoff.points && cutoff.points <= points.high;
    [
        at(compared.above).map(|cutoff| (cutoff, words.ranked_above)),
        at(compared.below).map(|cutoff| (cutoff, words.ranked_below)),
        cutoffs.last().filter(undecided).map(|cutoff| (cutoff, words.ranked_open)),
    ]
}

fn ranked(view: &View, compared: &Compared, say: &Say<'_>) -> String {
    let said = |(cutoff, sentence): (&Cutoff, &str)| {
        let lacks = figure(cutoff.points - compared.points.high);
        fill(sentence, &[&cutoff.round, &figure(cutoff.points), &lacks])
    };
    let told = rounds(view, compared, say.words).into_iter().flatten().map(said);
    told.collect::<Vec<_>>().join(say.words.separator)
}

/// What is weak about the cut-offs that a row names.
fn remarks(view: &View, compared: &Compared, say: &Say<'_>) -> String {
    let mut remarks = String::new();
    for (cutoff, _) in rounds(view, compared, say.words).into_iter().flatten() {
        let remark = remark(cutoff, say);
        if !remark.is_empty() {
            let words = say.words;
            remarks += &[&cutoff.round, words.colon, &remark, words.stop, words.space].concat();
        }
    }
    remarks
}

/// Conditions and questions, counted.
fn counts(view: &View, compared: &Compared, words: &Words) -> String {
    let counted = [
        (compared.met, words.count_met),
        (compared.unmet, words.count_unmet),
        (compared.open, words.count_open),
    ];
    let counted = counted.into_iter().filter(|(count, _)| *count > 0);
    let counted: Vec<String> =
        counted.map(|(count, sentence)| fill(sentence, &[&count.to_string()])).collect();
    let left = match view.assessment.open.len() {
        0 => words.all_answered.to_owned(),
        left => fill(words.left, &[&left.to_string()]),
    };
    let conditions = [words.conditions, words.colon, &counted.join(words.comma)].concat();
    let parts = if counted.is_empty() { vec![left] } else { vec![conditions, left] };
    parts.join(words.separator) + words.stop
}
