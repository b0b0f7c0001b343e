//! What stands before the nearest ways: their heading, how far it is, and what can be concluded.

use jifen::outlook::{Advice, Conclusion, Suggestion, SuggestionKind};
use jifen::points::Points;
use jifen::scheme::Validity;

use crate::elements::markup::Markup;
use crate::elements::write_html;
use crate::text::messages::{Messages, format};
use crate::text::phrases::{Phrases, day, figure};
use crate::views::outlook::computed::Outlook;

/// As many of the open questions that matter are named.
const NAMED: usize = 3;

/// Returns the heading: without a line to reach, nothing is a way to anything.
pub(crate) fn heading(advice: &Advice, messages: &Messages) -> &'static str {
    let reaches = |one: &Suggestion| matches!(one.kind, SuggestionKind::Reaches(_));
    match advice.conclusion {
        Conclusion::Enough => messages.advice_settled,
        Conclusion::More if advice.suggestions.iter().any(reaches) => messages.advice,
        Conclusion::More => messages.advice_more_heading,
        Conclusion::NoWay | Conclusion::Open | Conclusion::Ways => messages.advice,
    }
}

/// Writes, before suggestions by rules that cannot be relied on, that they cannot.
pub(super) fn unreliable(markup: &mut Markup, outlook: &Outlook, phrases: &Phrases<'_>) {
    let messages = phrases.messages;
    let words = match outlook.assessed.assessment.validity {
        Validity::Ended => {
            let to = phrases.scheme.edition.to;
            to.map(|to| format(messages.advice_ended, &[&day(to, messages)]))
        }
        Validity::Doubtful => Some(messages.advice_doubtful.to_owned()),
        // Whoever opens a draft or an edition to come asks what it would make of them.
        Validity::InForce | Validity::NotYet | Validity::Draft => None,
    };
    write_html!(markup,
        if let Some(words) = words.filter(|_| !outlook.advice.suggestions.is_empty()) {
            p { (words) }
        }
    );
}

/// Writes what can be concluded. While open answers could change it, that is which of them.
pub(super) fn conclusion(markup: &mut Markup, outlook: &Outlook, phrases: &Phrases<'_>) {
    let (messages, advice) = (phrases.messages, &outlook.advice);
    let assessment = &outlook.assessed.assessment;
    let silent = advice.suggestions.is_empty();
    let text = match advice.conclusion {
        Conclusion::Enough => messages.advice_enough,
        Conclusion::NoWay if assessment.left_out.high > Points::ZERO => messages.advice_left_out,
        Conclusion::NoWay => messages.advice_no_way,
        Conclusion::More if silent && assessment.open.is_empty() => messages.advice_more_none,
        Conclusion::More if silent => messages.advice_more_open,
        Conclusion::Open | Conclusion::Ways | Conclusion::More => "",
    };
    let matters = matter_most(advice, phrases);
    write_html!(markup,
        if !text.is_empty() {
            p(data-conclusion = advice.conclusion.as_str()) { (text) }
        }
        if advice.conclusion == Conclusion::Open && !matters.is_empty() {
            p(data-conclusion = "open") {
                (messages.advice_open)
                (messages.colon)
                (matters.join(messages.separator))
            }
        }
    );
}

/// Returns the open questions that matter most, each with what it can still move.
fn matter_most(advice: &Advice, phrases: &Phrases<'_>) -> Vec<String> {
    let messages = phrases.messages;
    let named = advice.deciding.iter().take(NAMED).filter_map(|deciding| {
        let noun = phrases.noun(phrases.scheme.questions.get(deciding.question)?);
        Some(match deciding.points > Points::ZERO {
            true if deciding.points.is_unbounded() => {
                format(messages.advice_open_unbounded, &[&noun])
            }
            true => format(messages.advice_open_points, &[&noun, &figure(deciding.points)]),
            false => format(messages.advice_open_condition, &[&noun]),
        })
    });
    named.collect()
}

/// Returns how far it is to the latest past cut-off and, where that is not reached, which one is; every other stands
/// among the rounds.
pub(super) fn distances(outlook: &Outlook, phrases: &Phrases<'_>) -> Vec<String> {
    let cutoffs = outlook.assessed.scheme.line.cutoffs();
    let both = cutoffs.iter().zip(&outlook.advice.distances).rev();
    let mut comparable = both.filter(|(cutoff, _)| !cutoff.other_rules);
    let latest = comparable.next();
    let reached = latest.filter(|(_, distance)| **distance > Points::ZERO);
    let reached = reached.and_then(|_| comparable.find(|(_, distance)| **distance <= Points::ZERO));
    let words = latest.into_iter().chain(reached);
    let words = words.map(|(cutoff, distance)| match *distance > Points::ZERO {
        true => format(phrases.messages.advice_distance, &[&cutoff.round, &figure(*distance)]),
        false => format(phrases.messages.advice_reached, &[&cutoff.round]),
    });
    words.collect()
}
