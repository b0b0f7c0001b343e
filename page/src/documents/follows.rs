//! How answers are counted from histories, a sentence each.

use jifen::scheme::{Count, Follows, Months, Ref};

use crate::elements::markup::Markup;
use crate::elements::write_html;
use crate::text::history::HistoryPhrases;
use crate::text::messages::{ReadingMessages, format, reading_messages};
use crate::text::phrases::Phrases;

/// The id of the part.
pub(super) const ID: &str = "part-follows";

/// Writes how each answer follows, where any do.
pub(super) fn follows(markup: &mut Markup, phrases: &Phrases<'_>) {
    let all = &phrases.scheme.follows;
    let words = reading_messages(phrases.language);
    let told = Told { phrases, words };
    write_html!(markup,
        if !all.is_empty() {
            h2(id = ID) { (words.follows) }
            p { (words.follows_text) }
            ul {
                for one in all {
                    li { (told.sentence(one)) }
                }
            }
        }
    );
}

struct Told<'a> {
    phrases: &'a Phrases<'a>,
    words: &'static ReadingMessages,
}

impl Told<'_> {
    fn sentence(&self, follows: &Follows) -> String {
        let words = self.words;
        let questions: Vec<String> =
            follows.questions.iter().map(|question| self.noun(question)).collect();
        let months = self.months(&follows.months);
        let count = match follows.count {
            Count::Months => words.follows_months,
            Count::Years => words.follows_years,
            Count::LongestRun => words.follows_longest,
            Count::Pieces => words.follows_pieces,
            Count::GoOn => words.follows_go_on,
        };
        let mut parts = vec![format(count, &[&months])];
        let number = |words, number: u16| format(words, &[&number.to_string()]);
        parts.extend(follows.last.map(|last| number(words.follows_last, last)));
        parts.extend(follows.until.as_ref().map(|_| words.follows_until.to_owned()));
        parts.extend(follows.present.then(|| words.follows_present.to_owned()));
        parts.extend(follows.at_least.map(|least| number(words.follows_at_least, least)));
        let messages = self.phrases.messages;
        let said = [&parts.join(words.follows_part), messages.stop].concat();
        [&questions.join(messages.separator), messages.colon, &said].concat()
    }

    fn months(&self, months: &Months) -> String {
        let words = self.words;
        let each = |parts: &[Months], join: &str| {
            parts.iter().map(|part| self.months(part)).collect::<Vec<_>>().join(join)
        };
        match months {
            Months::Of { history, kinds } => {
                let names: Vec<String> =
                    kinds.iter().map(|kind| self.kind(history, kind)).collect();
                let names = names.join(words.follows_or);
                format(words.follows_of, &[&self.noun(history), &names])
            }
            Months::Any(parts) => each(parts, words.follows_any),
            Months::All(parts) => each(parts, words.follows_all),
            Months::Without { of, without } => {
                format(words.follows_without, &[&self.months(of), &self.months(without)])
            }
            Months::Within { of, from, to } => {
                let histories = HistoryPhrases::new(self.phrases);
                let mut said = self.months(of);
                if let Some(from) = from {
                    said = format(words.follows_from, &[&said, &histories.month(*from)]);
                }
                if let Some(to) = to {
                    said = format(words.follows_to, &[&said, &histories.month(*to)]);
                }
                said
            }
            Months::Unbroken(of) => format(words.follows_unbroken, &[&self.months(of)]),
            Months::OnePiece(of) => self.months(of),
        }
    }

    fn noun(&self, question: &Ref) -> String {
        let question = question.position().and_then(|at| self.phrases.scheme.questions.get(at));
        question.map_or(String::new(), |question| self.phrases.noun(question))
    }

    fn kind(&self, history: &Ref, kind: &Ref) -> String {
        let asked = history.position().and_then(|at| self.phrases.scheme.questions.get(at));
        let mut kinds = asked.map_or(&[][..], |asked| asked.kind.period_kinds()).iter();
        let name = kinds.find(|one| one.id == kind.id());
        name.map_or(String::new(), |one| self.phrases.text(&one.name).into_owned())
    }
}
