//! The figures that change with the years, and the multiples that questions ask for.

use crate::Fault;
use crate::findings::Findings;
use crate::key_path::KeyPath;
use crate::read::{SchemeSource, SharedQuestions};
use jifen::scheme::{
    AnswerKind, Grade, Limits, Multiple, Parameter, ParameterValue, Question, Scheme, Unit,
};

/// The largest multiple, in percent: nobody pays on more.
const MOST_PERCENT: i64 = 1_000;

/// Lints the parameters of a scheme, and what its questions ask of them.
pub(super) fn check(read: &SchemeSource, shared: &SharedQuestions, faults: &mut Vec<Fault>) {
    let scheme = &read.scheme;
    for (position, parameter) in scheme.parameters.iter().enumerate() {
        let place = read.places.of("parameter", position);
        let findings = Findings { source: &read.source, faults };
        let mut lint = ParameterLint { parameter, place, findings };
        lint.values();
        lint.is_used(scheme);
    }
    for (position, question) in scheme.questions.iter().enumerate() {
        let Some(multiple) = &question.multiple else { continue };
        let (source, place) = read.question_place(shared, &question.id);
        let mut findings = Findings { source, faults };
        let windowed = scheme.window_of(position).is_some();
        multiples(question, windowed, multiple, &place.key("multiple"), &mut findings);
    }
}

fn multiples(
    question: &Question,
    windowed: bool,
    multiple: &Multiple,
    place: &KeyPath,
    findings: &mut Findings<'_>,
) {
    if !(1..=MOST_PERCENT).contains(&multiple.percent) {
        findings.refuse(
            &place.key("percent"),
            format!("{} percent is no multiple that anybody reaches", multiple.percent),
            "80 stands for 0.8 times the figure",
            "write the percentage",
        );
    }
    let months = matches!(question.kind, AnswerKind::Number { unit: Unit::Months, .. });
    if !months || !windowed {
        findings.refuse(
            place,
            format!("`{}` does not count some of the last months", question.id),
            "which figures a month is held against follows from the months that are counted",
            "let it count months, and name it in a [[growth]] with `of-last`",
        );
    }
}

struct ParameterLint<'a> {
    parameter: &'a Parameter,
    place: KeyPath,
    findings: Findings<'a>,
}

impl ParameterLint<'_> {
    fn is_used(&mut self, scheme: &Scheme) {
        let id = &self.parameter.id;
        let names = |question: &Question| {
            question.multiple.as_ref().is_some_and(|multiple| multiple.of.id() == id)
        };
        if !scheme.questions.iter().any(names) {
            self.findings.refuse(
                &self.place,
                format!("no question asks for a multiple of `{id}`"),
                "figures that nothing is held against only have to be kept up",
                "name it in a question's `multiple`, or delete it",
            );
        }
    }

    fn values(&mut self) {
        let parameter = self.parameter;
        if parameter.values.is_empty() {
            self.findings.refuse(
                &self.place.key("values"),
                format!("`{}` has no figure", parameter.id),
                "nothing can be held against it",
                "write its figures in order",
            );
        }
        let mut before: Option<&ParameterValue> = None;
        for (index, value) in parameter.values.iter().enumerate() {
            let place = self.place.key("values").at(index);
            let follows = before.is_none_or(|before| before.to.plus(1) == value.from);
            if !follows || value.from > value.to {
                self.findings.refuse(
                    &place.key("from"),
                    format!("{} to {} does not follow on the months before", value.from, value.to),
                    "each month has one figure, or says that none was found",
                    "begin in the month after the last one; say of months in between that nothing was found, by leaving out `yuan`",
                );
            }
            before = Some(value);
            self.figure(value, &place);
            if let Some(limits) = &value.limits {
                self.limits(value, limits, &place.key("limits"));
            }
        }
    }

    fn figure(&mut self, value: &ParameterValue, place: &KeyPath) {
        if value.readings().any(|yuan| yuan <= 0) {
            self.findings.refuse(
                &place.key("yuan"),
                "no wage and less".to_owned(),
                "a figure in yuan is more than nothing",
                "correct it, or leave it out where it was not found",
            );
        }
        let disagree = value.cite.grade == Grade::Conflicting;
        let others = !value.or_yuan.is_empty();
        let differ = value.or_yuan.iter().all(|other| Some(*other) != value.yuan);
        if disagree != others || others && (value.yuan.is_none() || !differ) {
            self.findings.refuse(
                &place.key("or-yuan"),
                "the figures and the grade do not go together".to_owned(),
                "where sources disagree each figure is shown, and only there",
                "give `yuan` and other figures in `or-yuan` with the grade `conflicting`, one figure with any other",
            );
        }
    }

    fn limits(&mut self, value: &ParameterValue, limits: &Limits, place: &KeyPath) {
        let within = |yuan: i64| limits.least <= yuan && yuan <= limits.most;
        if limits.least <= 0 || limits.least > limits.most || !value.readings().all(within) {
            self.findings.refuse(
                place,
                format!("{} to {} are no limits of the figure", limits.least, limits.most),
                "a month is paid on the least, the most or something in between",
                "correct the limits or the figure",
            );
        }
    }
}
