//! The forecast: when the line is reached and for how long, a picture, what changes on which day, and what is taken
//! to go on.

use jifen::outlook::{End, Forecast, LineMovement, Outcome, Spell};
use jifen::scheme::Validity;
use jiff::civil::Date;

use crate::elements::markup::Markup;
use crate::elements::write_html;
use crate::state::Action;
use crate::text::messages::format;
use crate::text::phrases::{Phrases, begin, day, figure};
use crate::views::outlook::chart::chart;
use crate::views::outlook::computed::{LaterStage, Outlook, OutlookProps};
use crate::views::outlook::events::{events, losses};
use crate::widgets::chip::chip;
use crate::widgets::labelled::subsection;

/// Writes the forecast.
pub(super) fn forecast(
    markup: &mut Markup,
    outlook: &Outlook,
    phrases: &Phrases<'_>,
    props: &OutlookProps,
) {
    let messages = phrases.messages;
    let sentence = sentence(outlook, phrases);
    subsection(markup, "forecast", messages.forecast, |markup| {
        write_html!(markup,
            p(class = "headline", id = "forecast-sentence") { (sentence) }
            p(class = "quiet") {
                if LineMovement::of(&phrases.scheme.line).is_some() {
                    (messages.forecast_band)
                    (messages.space)
                }
                (messages.forecast_help)
                if outlook.assessed.undeducted.is_some() {
                    (messages.space)
                    (messages.deductions_open)
                }
            }
            { chart(markup, outlook, &sentence, phrases); }
            for stage in &outlook.stages {
                p(class = "quiet", data-edition-from = stage.from.to_string()) {
                    (next_edition(stage, phrases))
                }
            }
            if outlook.stages.is_empty() && outlook.ends_early() && outlook.forecast.outcome != Outcome::Unreliable {
                p(class = "quiet", id = "forecast-beyond") {
                    (format(messages.forecast_beyond, &[&day(outlook.forecast.until.0, messages)]))
                }
            }
            { switches(markup, outlook, phrases, props); }
            { events(markup, outlook, phrases, props); }
        );
    });
}

/// Writes what the person can say will not go on.
fn switches(markup: &mut Markup, outlook: &Outlook, phrases: &Phrases<'_>, props: &OutlookProps) {
    write_html!(markup,
        if !outlook.going.is_empty() {
            fieldset(class = "going-on") {
                legend(class = "quiet") { (phrases.messages.going_on) }
                div(class = "chips") {
                    for (position, _) in &outlook.going {
                        { switch(markup, *position, phrases, props); }
                    }
                }
            }
        }
    );
}

fn switch(markup: &mut Markup, position: usize, phrases: &Phrases<'_>, props: &OutlookProps) {
    let question = &phrases.scheme.questions[position];
    // As the person says, also while what follows from it is being computed.
    let goes = !props.of.paused.contains(&question.id);
    let pause = props.ui.callback(Action::Pause { question: question.id.clone(), paused: goes });
    chip(markup, "checkbox", &begin(phrases.noun(question)), goes, pause, |markup| {
        markup.attr("data-going-on", &question.id);
    });
}

/// Returns what the coming years come down to, as far as it is certain.
pub(crate) fn sentence(outlook: &Outlook, phrases: &Phrases<'_>) -> String {
    let assessment = &outlook.assessed.assessment;
    concluded(&outlook.forecast, assessment.on, assessment.validity, phrases)
}

/// Returns when the rules change, and what follows by the new ones.
pub(crate) fn next_edition(stage: &LaterStage, phrases: &Phrases<'_>) -> String {
    let messages = phrases.messages;
    let new = Phrases::new(&stage.scheme, phrases.language);
    let validity = stage.scheme.edition.validity(stage.from);
    let sentence = concluded(&stage.forecast, stage.from, validity, &new);
    let sentence = sentence.trim_end_matches(['。', '.']);
    let name = new.text(&stage.scheme.edition.name);
    format(messages.forecast_next_edition, &[&day(stage.from, messages), &name, sentence])
}

/// Returns what a forecast from a day on comes down to, by rules that are as valid on it as is said.
fn concluded(forecast: &Forecast, on: Date, validity: Validity, phrases: &Phrases<'_>) -> String {
    let messages = phrases.messages;
    let line = phrases.target().map(|target| target.within(phrases)).unwrap_or_default();
    let unreliable = match validity {
        Validity::InForce => None,
        Validity::Ended => Some(messages.forecast_ended),
        Validity::Doubtful => Some(messages.forecast_doubtful),
        Validity::NotYet => Some(messages.forecast_not_yet),
        Validity::Draft => Some(messages.forecast_draft),
    };
    let clauses = match &forecast.outcome {
        Outcome::Unreliable | Outcome::NoLine if unreliable.is_some() => {
            return unreliable.unwrap_or_default().to_owned();
        }
        Outcome::NoLine => return without_line(phrases),
        Outcome::Unreliable => return messages.forecast_ended.to_owned(),
        Outcome::Met(spell) => met(forecast, on, spell, &line, phrases),
        Outcome::Never { unmet } => {
            let within = within(forecast, on, phrases);
            let conditions = unmet.iter().filter_map(|unmet| phrases.scheme.conditions.get(*unmet));
            let names: Vec<_> = conditions.map(|one| phrases.text(&one.name)).collect();
            vec![match names.is_empty() {
                true => format(messages.forecast_never, &[&line, &within]),
                false => format(messages.forecast_unmet, &[&names.join(messages.comma), &within]),
            }]
        }
        Outcome::Open { questions, counts } => vec![open(questions, counts, &line, phrases)],
    };
    begin(clauses.join(messages.clause_comma))
}

/// Returns that no year is named where a ranking decides, and how its line has moved.
fn without_line(phrases: &Phrases<'_>) -> String {
    let (messages, line) = (phrases.messages, &phrases.scheme.line);
    if line.latest().is_none() {
        return messages.forecast_no_line.to_owned();
    }
    let moved = LineMovement::of(line).map(|movement| {
        let yearly = [movement.yearly.low, movement.yearly.high].map(figure);
        format(messages.forecast_moved, &[&movement.since.to_string(), &yearly[0], &yearly[1]])
    });
    [messages.forecast_rank, messages.space, &moved.unwrap_or_default()].concat()
}

/// Returns until when nothing else comes.
fn within(forecast: &Forecast, on: Date, phrases: &Phrases<'_>) -> String {
    let (messages, (until, end)) = (phrases.messages, forecast.until);
    match end {
        End::Years => messages.forecast_within_years.to_owned(),
        End::Edition => format(messages.forecast_within_edition, &[&day(until, messages)]),
        End::Round if until <= on => messages.forecast_round_over.to_owned(),
        End::Round => format(messages.forecast_within_round, &[&day(until, messages)]),
    }
}

/// Returns from when everything is met, and until when.
fn met(
    forecast: &Forecast,
    on: Date,
    spell: &Spell,
    line: &str,
    phrases: &Phrases<'_>,
) -> Vec<String> {
    let (messages, (until, end)) = (phrases.messages, forecast.until);
    let now = spell.from == on;
    let with = |sentence, date: Date| format(sentence, &[line, &day(date, messages)]);
    let first = match (now, spell.to, end) {
        (true, Some(to), _) if spell.ends => with(messages.forecast_until, to),
        (true, Some(to), _) => with(messages.forecast_at_least, to),
        (true, None, End::Years) => format(messages.forecast_always, &[line]),
        (true, None, End::Edition) => with(messages.forecast_to_edition, until),
        (true, None, End::Round) => with(messages.forecast_to_round, until),
        (false, ..) if spell.soonest => with(messages.forecast_from, spell.from),
        (false, ..) => with(messages.forecast_from_latest, spell.from),
    };
    let until = spell.to.filter(|_| !now).map(|to| {
        let kept = match spell.ends {
            true => messages.forecast_then_until,
            false => messages.forecast_then_at_least,
        };
        format(kept, &[&day(to, messages)])
    });
    let reason = spell.to.filter(|_| spell.ends).and_then(|to| losses(forecast, to, phrases));
    let again = spell.again.map(|again| format(messages.forecast_again, &[&day(again, messages)]));
    let ranked = phrases.scheme.line.ranking.is_some();
    let ranked = ranked.then(|| messages.forecast_then_rank.to_owned());
    [Some(first), until, reason, again, ranked].into_iter().flatten().collect()
}

/// As many of the questions that decide are named.
const NAMED: usize = 3;

/// Returns what decides.
fn open(questions: &[usize], counts: &[usize], line: &str, phrases: &Phrases<'_>) -> String {
    let messages = phrases.messages;
    let names = |positions: &[usize]| {
        let questions = positions.iter().filter_map(|one| phrases.scheme.questions.get(*one));
        let names: Vec<String> = questions.take(NAMED).map(|one| phrases.noun(one)).collect();
        names.join(messages.comma)
    };
    match (questions.len(), counts.len()) {
        (0, 0) => messages.sources_open.to_owned(),
        (0, _) => format(messages.forecast_depends, &[line, &names(counts)]),
        (1..=NAMED, _) => format(messages.forecast_open, &[line, &names(questions)]),
        _ => format(messages.forecast_open_more, &[line, &names(questions)]),
    }
}
