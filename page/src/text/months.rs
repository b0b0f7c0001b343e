//! Months and the months of a period in words.

use jifen::answers::{Period, grouped};
use jifen::scheme::{Language, Month};

use crate::text::messages::{Messages, format, history_messages, messages};

/// Returns a month: `2021年12月`, `December 2021`.
pub(crate) fn month(month: Month, language: Language) -> String {
    let name = match language {
        Language::Zh => month.number().to_string(),
        Language::En => {
            let number = i8::try_from(month.number()).unwrap_or(1);
            month_name(number, messages(language)).to_owned()
        }
    };
    format(history_messages(language).month, &[&month.year().to_string(), &name])
}

/// Returns months from the first to the last.
pub(crate) fn span([from, to]: [Month; 2], language: Language) -> String {
    if from == to {
        return month(from, language);
    }
    let parts = [from, to].map(|one| month(one, language));
    format(history_messages(language).span, &[&parts[0], &parts[1]])
}

/// Returns the months of a period.
pub(crate) fn named(period: &Period, language: Language) -> String {
    match period.to {
        Some(to) => span([period.from, to], language),
        None => format(history_messages(language).since, &[&month(period.from, language)]),
    }
}

/// Returns the base of a period.
pub(crate) fn base(base: i64, language: Language) -> String {
    format(history_messages(language).on_base, &[&grouped(&base.to_string())])
}

/// Returns a month, 1 to 12, as the language writes it.
pub(crate) fn month_name(month: i8, messages: &Messages) -> &'static str {
    messages.months.split(' ').nth(month.unsigned_abs().into()).unwrap_or_default()
}
