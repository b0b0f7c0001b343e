//! Binding: every reference learns where the scheme holds what it names.

use super::{
    AnswerKind, Citation, Combination, Condition, Indicator, Line, Notice, Ref, Scheme, Section,
};

/// A reference met while walking a rule.
pub enum Found<'a> {
    /// A question.
    Question(&'a mut Ref),
    /// An option of a question.
    Option {
        /// The question that defines the option.
        question: &'a Ref,
        /// The option.
        option: &'a mut Ref,
    },
    /// A document.
    Document(&'a mut Ref),
    /// An indicator.
    Indicator(&'a mut Ref),
    /// A condition.
    Condition(&'a mut Ref),
    /// The day of the assessment: no reference, but what makes a rule change with nothing but time.
    Today,
}

/// A part of a rule that holds references.
pub trait Bind {
    /// Hands every reference inside to `found`, in the order of the rule.
    fn bind(&mut self, found: &mut dyn FnMut(Found<'_>));
}

impl<T: Bind> Bind for Vec<T> {
    fn bind(&mut self, found: &mut dyn FnMut(Found<'_>)) {
        for part in self {
            part.bind(found);
        }
    }
}

impl<T: Bind> Bind for Option<T> {
    fn bind(&mut self, found: &mut dyn FnMut(Found<'_>)) {
        if let Some(part) = self {
            part.bind(found);
        }
    }
}

impl Bind for Citation {
    fn bind(&mut self, found: &mut dyn FnMut(Found<'_>)) {
        found(Found::Document(&mut self.document));
    }
}

impl Bind for Section {
    fn bind(&mut self, found: &mut dyn FnMut(Found<'_>)) {
        for question in &mut self.questions {
            found(Found::Question(question));
        }
    }
}

impl Bind for Condition {
    fn bind(&mut self, found: &mut dyn FnMut(Found<'_>)) {
        self.applies.bind(found);
        self.needs.bind(found);
        self.cite.bind(found);
    }
}

impl Bind for Indicator {
    fn bind(&mut self, found: &mut dyn FnMut(Found<'_>)) {
        self.score.bind(found);
        self.cite.bind(found);
    }
}

impl Bind for Combination {
    fn bind(&mut self, found: &mut dyn FnMut(Found<'_>)) {
        for indicator in &mut self.indicators {
            found(Found::Indicator(indicator));
        }
        self.cite.bind(found);
    }
}

impl Bind for Notice {
    fn bind(&mut self, found: &mut dyn FnMut(Found<'_>)) {
        self.when.bind(found);
        self.cite.bind(found);
    }
}

impl Bind for Line {
    fn bind(&mut self, found: &mut dyn FnMut(Found<'_>)) {
        self.cite.bind(found);
        for cutoff in self.ranking.iter_mut().flat_map(|ranking| &mut ranking.cutoffs) {
            cutoff.cite.bind(found);
        }
    }
}

/// The ids that a scheme defines, each at its position.
pub(super) struct Names {
    questions: Vec<String>,
    options: Vec<Vec<String>>,
    documents: Vec<String>,
    indicators: Vec<String>,
    conditions: Vec<String>,
}

impl Names {
    /// Of a whole scheme.
    pub(super) fn of(scheme: &Scheme) -> Names {
        let options = |kind: &AnswerKind| match kind {
            AnswerKind::Choice(choices) => choices.iter().map(|choice| choice.id.clone()).collect(),
            _ => Vec::new(),
        };
        Names {
            questions: scheme.questions.iter().map(|one| one.id.clone()).collect(),
            options: scheme.questions.iter().map(|one| options(&one.kind)).collect(),
            documents: scheme.documents.iter().map(|one| one.id.clone()).collect(),
            indicators: scheme.indicators.iter().map(|one| one.id.clone()).collect(),
            conditions: scheme.conditions.iter().map(|one| one.id.clone()).collect(),
        }
    }

    /// Binds every reference of a part and returns the questions met, each once, in order, and whether the part
    /// names the day of the assessment.
    pub(super) fn bind(&self, part: &mut impl Bind) -> (Vec<usize>, bool) {
        let place = |ids: &[String], id: &str| ids.iter().position(|one| one == id);
        let (mut uses, mut today) = (Vec::new(), false);
        part.bind(&mut |found| match found {
            Found::Question(question) => {
                question.bind(place(&self.questions, question.id()));
                uses.extend(question.position().filter(|position| !uses.contains(position)));
            }
            Found::Option { question, option } => {
                let options = question.position().map(|position| &self.options[position]);
                option.bind(options.and_then(|ids| place(ids, option.id())));
            }
            Found::Document(document) => document.bind(place(&self.documents, document.id())),
            Found::Indicator(indicator) => indicator.bind(place(&self.indicators, indicator.id())),
            Found::Condition(condition) => condition.bind(place(&self.conditions, condition.id())),
            Found::Today => today = true,
        });
        (uses, today)
    }
}
