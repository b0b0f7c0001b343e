//! Binding: every reference learns where the scheme holds what it names.

use super::visit::{Reference, VisitMut};
use super::{Guide, Question, Ref, Scheme};

impl Scheme {
    /// Tells every reference where the scheme holds what it names. An id that nothing defines stays unbound:
    /// it then counts as a question that is never asked, and the lint refuses it.
    pub fn bind(&mut self) {
        Names::of(self).bind(self);
        let mut guards = Vec::new();
        for question in &mut self.questions {
            (question.uses, question.today) = uses(question);
            guards.extend_from_slice(&question.uses);
        }
        for (position, question) in self.questions.iter_mut().enumerate() {
            question.guards = guards.contains(&position);
        }
        let mut counted = Vec::new();
        let mut note = |reference: Reference<'_, &mut Ref>| {
            if let Reference::CalendarMonths(question) = reference {
                counted.extend(question.position());
            }
        };
        self.conditions.visit(&mut note);
        self.indicators.visit(&mut note);
        for position in counted {
            self.questions[position].calendar_months = true;
        }
        for condition in &mut self.conditions {
            (condition.uses, condition.today) = uses(condition);
        }
        for indicator in &mut self.indicators {
            (indicator.uses, indicator.today) = uses(indicator);
        }
    }
}

impl Guide {
    /// Tells every reference where the scheme, or the guide itself, holds what it names.
    pub fn bind(&mut self, scheme: &Scheme) {
        Names::of(scheme).bind(self);
        for term in &mut self.terms {
            let questions = &self.questions;
            term.after.bind(questions.iter().position(|question| question.id == term.after.id()));
        }
    }
}

/// The ids that a scheme defines, each at its position.
struct Names {
    questions: Vec<String>,
    options: Vec<Vec<String>>,
    documents: Vec<String>,
    indicators: Vec<String>,
    conditions: Vec<String>,
    parameters: Vec<String>,
}

impl Names {
    /// Collects the ids of a scheme.
    fn of(scheme: &Scheme) -> Names {
        Names {
            questions: scheme.questions.iter().map(|question| question.id.clone()).collect(),
            options: scheme.questions.iter().map(Question::option_ids).collect(),
            documents: scheme.documents.iter().map(|document| document.id.clone()).collect(),
            indicators: scheme.indicators.iter().map(|indicator| indicator.id.clone()).collect(),
            conditions: scheme.conditions.iter().map(|condition| condition.id.clone()).collect(),
            parameters: scheme.parameters.iter().map(|parameter| parameter.id.clone()).collect(),
        }
    }

    /// Binds every reference inside.
    fn bind(&self, part: &mut impl VisitMut) {
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
            Reference::Parameter(parameter) => {
                parameter.bind(position(&self.parameters, parameter.id()));
            }
            Reference::CalendarMonths(_) | Reference::Today => {}
        });
    }
}

/// Returns the positions of the questions that a bound part rests on, each once, in order, and whether it also rests on
/// the day of the assessment. It takes the walk that binds, so that a page carries no other.
fn uses(part: &mut impl VisitMut) -> (Vec<usize>, bool) {
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
