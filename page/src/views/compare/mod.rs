//! The cities beside each other: one card for each scheme, in groups that are never mixed, since a ranking is no line.

mod rounds;

use jifen::compare::{Against, Class, Compared};
use jifen::points::PointsRange;
use jifen::scheme::{Purpose, Validity};

use crate::device::later::Arrived;
use crate::elements::markup::Markup;
use crate::elements::write_html;
use crate::state::assessed::Assessed;
use crate::state::leading::Leading;
use crate::state::progress::Progress;
use crate::state::{Action, State};
use crate::text::messages::{Messages, format};
use crate::text::phrases::{Phrases, day, figure};
use crate::text::target::NamedTarget;
use crate::views::compare::rounds::{ranked, remarks};
use crate::views::leading::purpose_name;
use crate::views::result::summary::left_out;
use crate::views::result::{headline, left};
use crate::widgets::gauge::{GaugeTone, gauge};
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
        Class::Unreliable => {
            ["unreliable", messages.compare_unreliable, messages.compare_unreliable_help]
        }
    }
}

/// Writes the comparison.
#[inline(never)]
pub(crate) fn later(
    markup: &mut Markup,
    state: &State,
    rows: &[(Assessed, Compared)],
    ui: &Ui,
    _: Arrived,
) {
    let messages = ui.messages();
    let shared = state.profile.shared().to_string();
    let known = match shared.as_str() {
        "0" => messages.compare_none.to_owned(),
        _ => format(messages.compare_known, &[&shared]),
    };
    // What the person wants the points for chooses the schemes, as it chooses the tabs.
    let concerns =
        |(assessed, _): &&(Assessed, Compared)| state.leading.concerns(&assessed.scheme.purposes);
    let shown: Vec<&(Assessed, Compared)> = rows.iter().filter(concerns).collect();
    let undeducted = shown.iter().any(|(assessed, _)| assessed.undeducted.is_some());
    let open = if undeducted && !state.profile.is_empty() { messages.deductions_open } else { "" };
    write_html!(markup,
        div(class = "compare", id = "compare") {
            div(class = "edition") {
                h2 { (messages.compare) }
                p { (known) }
                p { ([messages.compare_how, messages.space, open].concat()) }
            }
            for rows in shown.chunk_by(|(_, row), (_, next)| row.class == next.class) {
                { cards(markup, rows, &state.leading, ui); }
            }
        }
    );
}

/// Writes a group under its heading; its rows are all of one class.
fn cards(markup: &mut Markup, rows: &[&(Assessed, Compared)], leading: &Leading, ui: &Ui) {
    let Some((_, first)) = rows.first() else { return };
    let [class_name, heading, help] = group(first.class, ui.messages());
    write_html!(markup,
        div(class = "part", key = class_name) {
            h3 { (heading) }
            if !help.is_empty() {
                p(class = "quiet") { (help) }
            }
            ul(class = "rows") {
                for (assessed, compared) in rows {
                    { card(markup, class_name, assessed, compared, leading, ui); }
                }
            }
        }
    );
}

/// Writes the card of a scheme.
fn card(
    markup: &mut Markup,
    class_name: &'static str,
    assessed: &Assessed,
    compared: &Compared,
    leading: &Leading,
    ui: &Ui,
) {
    let scheme = &assessed.scheme;
    let phrases = Phrases::new(scheme, ui.language);
    let class = match compared.class {
        Class::Passes => "row met",
        Class::Short | Class::Unmet => "row unmet",
        _ => "row unknown",
    };
    let points = compared.points;
    write_html!(markup,
        li(
            class = class, key = &scheme.id, data-compared = &scheme.id, data-class = class_name,
            data-low = points.low.to_string(), data-high = points.high.to_string()
        ) {
            div(class = "row-name") {
                h4 { { way_in(markup, assessed, &phrases, ui); } }
                p(class = "quiet") { (purposes(&scheme.purposes, phrases.messages)) }
                { edition_warning(markup, assessed, &phrases); }
            }
            if !assessed.begun() {
                p(class = "row-why quiet") { (phrases.line()) }
            } else {
                let target = target(assessed, compared, &phrases);
                div(class = "row-points") {
                    { sure(markup, assessed, points, target.as_ref(), &phrases); }
                    if let Some(target) = &target {
                        { gauge(markup, &scheme.id, Some(points), target, GaugeTone::of(assessed), &phrases); }
                    }
                }
                { reasons(markup, assessed, compared, leading, &phrases); }
            }
        }
    );
}

/// Returns what the points of a scheme are wanted for.
fn purposes(purposes: &[Purpose], messages: &Messages) -> String {
    if purposes.is_empty() {
        return messages.purposes_unknown.to_owned();
    }
    let names: Vec<&str> =
        purposes.iter().map(|purpose| purpose_name(*purpose, messages)).collect();
    [messages.purpose, messages.colon, &names.join(messages.comma)].concat()
}

/// Writes the points that are sure, and the line: the upper end of honours without a cap would only be noise.
fn sure(
    markup: &mut Markup,
    assessed: &Assessed,
    points: PointsRange,
    target: Option<&NamedTarget>,
    phrases: &Phrases<'_>,
) {
    let messages = phrases.messages;
    let beside = match (points.certain(), assessed.undeducted.is_some()) {
        (_, true) => messages.sure_before_deductions,
        (Some(_), false) => messages.points_unit,
        (None, false) => messages.or_more,
    };
    write_html!(markup,
        p {
            strong { (figure(points.low)) }
            (" ")
            span { (beside) }
            if let Some(target) = target {
                (" ")
                span(class = "line") { (target.label()) }
            }
        }
    );
}

/// As many questions are named that decide most.
const MOST_DECIDING: usize = 3;

/// Writes the verdict of a card, and what stands behind it.
fn reasons(
    markup: &mut Markup,
    assessed: &Assessed,
    compared: &Compared,
    leading: &Leading,
    phrases: &Phrases<'_>,
) {
    let progress = Progress::of(assessed, leading);
    let sign = match compared.class {
        Class::Passes => "✓",
        Class::Short | Class::Unmet => "✕",
        _ => "○",
    };
    let deciding = match assessed.settled() {
        true => Vec::new(),
        false => assessed.most_deciding(),
    };
    let deciding = deciding
        .iter()
        .take(MOST_DECIDING)
        .filter_map(|one| assessed.scheme.questions.get(one.question));
    let deciding: Vec<String> = deciding.map(|question| phrases.noun(question)).collect();
    let remarks = match (compared.class, compared.against) {
        (Class::Ranks, Against::Cutoff(_)) => remarks(assessed, compared, phrases),
        _ => String::new(),
    };
    write_html!(markup,
        div(class = "row-why") {
            p(class = "row-verdict") {
                span(class = "sign", aria-hidden = "true") { (sign) }
                span(class = "word") { (verdict(assessed, compared, phrases)) }
            }
            p(class = "quiet") { (counts(compared, &progress, phrases)) }
            if !deciding.is_empty() {
                p(class = "quiet") {
                    (format(phrases.messages.compare_deciding, &[&deciding.join(phrases.messages.comma)]))
                }
            }
            if !remarks.is_empty() {
                p(class = "quiet") { (remarks) }
            }
            for sentence in left_out(assessed, phrases) {
                p(class = "quiet") { (sentence) }
            }
        }
    );
}

/// Writes the way into the city.
fn way_in(markup: &mut Markup, assessed: &Assessed, phrases: &Phrases<'_>, ui: &Ui) {
    let scheme = &assessed.scheme;
    let visit = ui.callback(Action::Visit(scheme.id.clone()));
    write_html!(markup,
        button(type = "button", onclick = visit) {
            b { (scheme.city.name.read(phrases.language)) }
            (" ")
            span(class = "name") { (phrases.text(&scheme.name)) }
        }
    );
}

/// Writes a warning where the edition is not in force.
fn edition_warning(markup: &mut Markup, assessed: &Assessed, phrases: &Phrases<'_>) {
    let (messages, edition, on) =
        (phrases.messages, &assessed.scheme.edition, assessed.assessment.on);
    let (sentence, day_of) = match edition.validity(on) {
        Validity::Ended => (messages.compare_over, edition.to),
        Validity::NotYet => (messages.not_yet, edition.from),
        _ => return,
    };
    let Some(day_of) = day_of else { return };
    let warning = format(sentence, &[&day(day_of, messages)]);
    write_html!(markup, p(class = "row-over") { (warning) });
}

/// Returns what the points of a card are drawn against.
fn target(assessed: &Assessed, compared: &Compared, phrases: &Phrases<'_>) -> Option<NamedTarget> {
    match compared.against {
        Against::Threshold(_) => phrases.target(),
        Against::Cutoff(_) => {
            assessed.scheme.line.latest().map(|(_, latest)| phrases.cutoff(latest))
        }
        Against::Nothing => None,
    }
}

/// Returns the verdict in a few words; a ranking is told by its past cut-offs.
pub(crate) fn verdict(assessed: &Assessed, compared: &Compared, phrases: &Phrases<'_>) -> String {
    let messages = phrases.messages;
    let lacks = compared.missing.map(|missing| figure(missing.high));
    let reaches = lacks.as_deref() == Some("0") || matches!(compared.against, Against::Cutoff(_));
    // The points of the card leave open deductions out: what they reach is not said as if there were none.
    if assessed.undeducted.is_some() && reaches {
        return headline(assessed, phrases);
    }
    match (compared.class, compared.against, lacks) {
        (Class::MayPass | Class::Ranks, Against::Threshold(_), Some(lacks)) if lacks != "0" => {
            format(messages.compare_lacks, &[&lacks])
        }
        (Class::Ranks, Against::Threshold(line), _) => {
            format(messages.reached_then_rank, &[&figure(line)])
        }
        (Class::Ranks, Against::Cutoff(_), _) => ranked(assessed, compared, phrases),
        // Not every scheme without a line ranks: its own words say how it goes.
        (Class::Ranks, Against::Nothing, _) => {
            phrases.text(&assessed.scheme.line.name).into_owned()
        }
        _ => headline(assessed, phrases),
    }
}

/// Returns how many conditions stand how, and how much is left to answer.
pub(crate) fn counts(compared: &Compared, progress: &Progress, phrases: &Phrases<'_>) -> String {
    let messages = phrases.messages;
    let counted = [
        (compared.met, messages.count_met),
        (compared.unmet, messages.count_unmet),
        (compared.open, messages.count_open),
    ];
    let counted = counted.into_iter().filter(|(count, _)| *count > 0);
    let counted: Vec<String> =
        counted.map(|(count, sentence)| format(sentence, &[&count.to_string()])).collect();
    let left = left(progress, phrases);
    let conditions = [messages.conditions, messages.colon, &counted.join(messages.comma)].concat();
    let parts = if counted.is_empty() { vec![left] } else { vec![conditions, left] };
    parts.join(&[messages.stop, messages.space].concat()) + messages.stop
}
