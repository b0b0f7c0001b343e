//! What to change, said in words.

use jifen::assess::{Fix, FixStep, Need};
use jifen::scheme::{AnswerKind, Change};

use crate::text::messages::format;
use crate::text::phrases::{Phrases, begin, day};

impl Phrases<'_> {
    /// Returns the changes that a fix takes, as one sentence.
    pub(crate) fn fix(&self, fix: &Fix) -> String {
        let steps = fix.steps.iter().filter_map(|step| self.step(step));
        begin(steps.collect::<Vec<_>>().join(self.messages.separator))
    }

    /// Returns one change; `None` where it does not fit the question.
    pub(crate) fn step(&self, step: &FixStep) -> Option<String> {
        let question = self.scheme.questions.get(step.question)?;
        let (noun, messages) = (self.noun(question), self.messages);
        let set = match question.changes {
            Change::LookUp => messages.fix_look_up,
            _ => messages.fix_set,
        };
        Some(match (&step.need, &question.kind) {
            (Need::Flag(flag), _) => {
                format(set, &[&noun, if *flag { messages.yes } else { messages.no }])
            }
            (Need::OneOf(_), AnswerKind::Choice(choices)) => {
                let nearest = choices.get(step.option()?)?;
                format(set, &[&noun, &self.text(&nearest.name)])
            }
            (Need::Number { from, to }, kind) => {
                let (unit, decimals) = kind.unit()?;
                let number = |number| self.number_of(question, number, unit, decimals);
                let more =
                    if question.counts_time() { messages.fix_more_time } else { messages.fix_more };
                if to < from {
                    format(messages.fix_less, &[&noun, &number(*to)])
                } else if *from == 0 {
                    // “A year more, a year in all” says the same twice.
                    format(messages.fix_reach, &[&noun, &number(*to)])
                } else {
                    format(more, &[&noun, &number(to - from), &number(*to)])
                }
            }
            (Need::Day(until), _) => format(messages.fix_wait, &[&day(*until, messages)]),
            _ => return None,
        })
    }
}
