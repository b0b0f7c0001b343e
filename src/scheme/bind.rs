//! Binding: every reference learns where the scheme holds what it names.

use super::visit::{Reference, VisitMut};
use super::{AnswerKind, Question, Scheme};

/// The ids that a scheme defines, each at its position.
pub(super) struct Names {
    questions: Vec<String>,
    options: Vec<Vec<String>>,
    documents: Vec<String>,
    indicators: Vec<String>,
    conditions: Vec<String>,
}

impl Names {
    /// Collects the ids of a scheme.
    pub(super) fn of(scheme: &Scheme) -> Names {
        let options = |question: &Question| match &question.kind {
            AnswerKind::Choice(choices) => choices.iter().map(|choice| choice.id.clone()).collect(),
            _ => Vec::new(),
        };
        Names {
            questions: scheme.questions.iter().map(|question| question.id.clone()).collect(),
            options: scheme.questions.iter().map(options).collect(),
            documents: scheme.documents.iter().map(|document| document.id.clone()).collect(),
            indicators: scheme.indicators.iter().map(|indicator| indicator.id.clone()).collect(),
            conditions: scheme.conditions.iter().map(|condition| condition.id.clone()).collect(),
        }
    }

    /// Binds every reference inside.
    pub(super) fn bind(&self, part: &mut impl VisitMut) {
        let position = |ids: &[String], id: &str| ids.iter().position(|known| known == id);
        part.visit(&mut |reference| match reference {
            Reference::Question(question) => {
                question.bind(position(&self.questions, question.id()))
            }
            Reference::Option { question, option } => {
                let options = question.position().map(|position| &self.options[position]);
                option.bind(options.and_then(|ids| position(ids, option.id())));
            }
            Reference::Document(document) => {
                document.bind(position(&self.documents, document.id()))
            }
            Reference::Indicator(indicator) => {
                indicator.bind(position(&self.indicators, indicator.id()));
            }
            Reference::Condition(condition) => {
                condition.bind(position(&self.conditions, condition.id()));
            }
            Reference::Today => {}
        });
    }
}

/// The positions of the questions that a bound part rests on, each once, in order, and whether it also rests on the
/// day of the assessment. By the walk that binding takes, so that a page carries no other.
pub(super) fn uses(part: &mut impl VisitMut) -> (Vec<usize>, bool) {
    let (mut uses, mut today) = (Vec::new(), false);
    part.visit(&mut |reference| match reference {
        Reference::Question(question) => {
            uses.extend(question.position().filter(|position| !uses.contains(position)));
        }
        Reference::Today => today = true,
        _ => {}
    });
    (uses, today)
}
