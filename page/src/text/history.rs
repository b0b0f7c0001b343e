//! Histories in words: months, periods, and how a figure came about.

use jifen::answers::{Period, grouped};
use jifen::assess::{Figure, HistoryNote};
use jifen::scheme::{Month, Question};

use crate::text::entry::EntryError;
use crate::text::messages::{HistoryMessages, format, history_messages};
use crate::text::months;
use crate::text::phrases::Phrases;

/// How many stretches of months are told one by one.
const TOLD: usize = 6;

/// The words for histories of one scheme.
pub(crate) struct HistoryPhrases<'a> {
    pub(crate) messages: &'static HistoryMessages,
    pub(crate) phrases: &'a Phrases<'a>,
}

impl<'a> HistoryPhrases<'a> {
    pub(crate) fn new(phrases: &'a Phrases<'a>) -> HistoryPhrases<'a> {
        HistoryPhrases { messages: history_messages(phrases.language), phrases }
    }

    /// Returns a month in words.
    pub(crate) fn month(&self, month: Month) -> String {
        months::month(month, self.phrases.language)
    }

    /// Returns months from the first to the last, in words.
    pub(crate) fn span(&self, span: [Month; 2]) -> String {
        months::span(span, self.phrases.language)
    }

    /// Returns stretches of months; of many the last ones, since those decide.
    pub(crate) fn spans(&self, spans: &[[Month; 2]]) -> String {
        let skipped = spans.len().saturating_sub(TOLD);
        let told: Vec<String> = spans[skipped..].iter().map(|span| self.span(*span)).collect();
        let told = told.join(self.phrases.messages.comma);
        if skipped > 0 { ["…", self.phrases.messages.comma, &told].concat() } else { told }
    }

    /// Returns a period of a question in words.
    pub(crate) fn period(&self, question: &Question, period: &Period) -> String {
        self.phrases.period(question, period)
    }

    /// Returns what is wrong with what was typed into the fields of a period.
    pub(crate) fn fault(&self, error: EntryError) -> String {
        let messages = self.messages;
        match error {
            EntryError::FirstMonth => messages.fault_first.to_owned(),
            EntryError::LateMonth(month) => format(messages.fault_late, &[&self.month(month)]),
            EntryError::EarlyMonth(month) => format(messages.fault_early, &[&self.month(month)]),
            EntryError::Backwards => messages.fault_backwards.to_owned(),
            _ => messages.fault_month.to_owned(),
        }
    }

    /// Returns how a figure came about, sentence by sentence.
    pub(crate) fn how(&self, figure: &Figure) -> Vec<String> {
        let messages = self.messages;
        let mut sentences = vec![match figure.span {
            (Some(from), to) => format(messages.looked_at, &[&self.span([from, to])]),
            (None, to) => format(messages.looked_up_to, &[&self.month(to)]),
        }];
        sentences.push(match figure.counted.is_empty() {
            true => messages.nothing_counted.to_owned(),
            false => format(messages.counted, &[&self.spans(&figure.counted)]),
        });
        if figure.counted.last().is_some_and(|[_, to]| to.plus(1) == figure.span.1) {
            sentences.push(messages.present_month.to_owned());
        }
        let skipped = figure.short.len().saturating_sub(TOLD);
        sentences.extend(figure.short[skipped..].iter().map(|(span, yuan)| {
            format(messages.short, &[&self.span(*span), &grouped(&yuan.to_string())])
        }));
        if !figure.open.is_empty() {
            sentences.push(format(messages.unknown, &[&self.spans(&figure.open)]));
        }
        sentences
    }

    /// Returns what is worth a second look, in words. `periods` are those of the question.
    pub(crate) fn note(
        &self,
        note: &HistoryNote,
        question: &Question,
        periods: &[Period],
    ) -> String {
        let messages = self.messages;
        // Periods are named by their months: in the fields they stand as they were typed.
        let named = |place: usize| {
            periods
                .get(place)
                .map_or(String::new(), |one| months::named(one, self.phrases.language))
        };
        let kind = |place: usize| {
            let mut kinds = question.kind.period_kinds().iter();
            let kind = kinds.find(|kind| Some(&kind.id) == periods.get(place).map(|one| &one.kind));
            kind.map_or(String::new(), |kind| self.phrases.text(&kind.name).into_owned())
        };
        match note {
            HistoryNote::Overlap { periods: [one, other], months } => {
                let (first, second) = (kind(*one), kind(*other));
                if first == second {
                    let parts = [self.span(*months), named(*one), named(*other)];
                    format(messages.overlap, &[&parts[0], &parts[1], &parts[2]])
                } else {
                    format(messages.overlap_kinds, &[&self.span(*months), &first, &second])
                }
            }
            HistoryNote::Break { months } => format(messages.gap, &[&self.span(*months)]),
            HistoryNote::NoBase { period } => format(messages.no_base, &[&named(*period)]),
            HistoryNote::Beyond { period, months, limits } => {
                let [least, most] = limits.map(|limit| grouped(&limit.to_string()));
                let parts = [named(*period), self.span(*months)];
                format(messages.beyond, &[&parts[0], &parts[1], &least, &most])
            }
            HistoryNote::TooYoung { period, from } => {
                format(messages.too_young, &[&named(*period), &self.month(*from)])
            }
        }
    }
}
