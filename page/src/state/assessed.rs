//! The open scheme with what the person told, and what follows from it.

use std::rc::Rc;

use jifen::answers::{Answers, Value};
use jifen::assess::{
    Assessment, ConditionState, Figure, HistoryNote, assess, completed, figures, history_notes,
    supposed,
};
use jifen::digest::digest;
use jifen::examine::{Examination, examine};
use jifen::link::written_digest;
use jifen::points::PointsRange;
use jifen::scheme::{Example, Group, Guide, Scheme};
use jiff::civil::Date;

use crate::state::examples::{FilledForm, filled};

/// The open scheme with what the person told and what follows from it.
pub(crate) struct Assessed {
    pub(crate) scheme: Rc<Scheme>,
    /// What the person gave.
    pub(crate) given: Answers,
    /// The same with what follows from histories.
    pub(crate) answers: Answers,
    /// What histories say of the questions that follow from them.
    figures: Vec<Figure>,
    pub(crate) assessment: Rc<Assessment>,
    /// The same without the deductions that are not answered yet, where there are such: only ever shown beside
    /// the words that say so. No verdict rests on it.
    pub(crate) undeducted: Option<Rc<Assessment>>,
    /// The answers that the latter supposes.
    supposed: Option<Answers>,
    /// How to go about it, once it has arrived.
    pub(crate) guide: Option<Rc<Guide>>,
    /// What the guide says to this person.
    pub(crate) examination: Option<Examination>,
    /// The examples of the guide that fill the form.
    examples: Rc<[FilledForm]>,
    /// For each section, whether one press may answer all of it with none.
    foldable: Rc<[bool]>,
    /// The points shown for somebody whom no section concerns that may be answered so; none where that says no more.
    pub(crate) without_rare: Option<PointsRange>,
}

impl Assessed {
    pub(crate) fn new(
        scheme: Rc<Scheme>,
        guide: Option<Rc<Guide>>,
        answers: Answers,
        on: Date,
    ) -> Assessed {
        let foldable = (0..scheme.sections.len()).map(|section| foldable(&scheme, section, on));
        let foldable = foldable.collect();
        let examples = guide.as_ref().map_or_else(Rc::default, |guide| filled(&scheme, guide, on));
        Assessed::computed(scheme, guide, foldable, examples, answers, on)
    }

    /// The scheme without its form.
    pub(crate) fn brief(scheme: Rc<Scheme>, answers: Answers, on: Date) -> Assessed {
        Assessed::computed(scheme, None, Rc::default(), Rc::default(), answers, on)
    }

    /// The same scheme with other answers.
    pub(crate) fn with(&self, answers: Answers) -> Assessed {
        let (scheme, guide) = (self.scheme.clone(), self.guide.clone());
        let (foldable, examples) = (self.foldable.clone(), self.examples.clone());
        Assessed::computed(scheme, guide, foldable, examples, answers, self.assessment.on)
    }

    /// The digest of what is shown; none where nobody knows which pack holds the rules.
    pub(crate) fn digest(&self) -> Option<u64> {
        digest(&self.scheme, &self.given, self.assessment.on)
    }

    /// The same as a person copies it, in groups of four digits.
    pub(crate) fn check_code(&self) -> Option<String> {
        let digits = written_digest(self.digest()?);
        let mut code = String::with_capacity(digits.len() + 3);
        for (place, digit) in digits.chars().enumerate() {
            if place > 0 && place % 4 == 0 {
                code.push(' ');
            }
            code.push(digit);
        }
        Some(code)
    }

    /// The same once the guide has arrived.
    pub(crate) fn guided(&self, guide: Rc<Guide>) -> Assessed {
        let (scheme, answers, on) = (self.scheme.clone(), self.given.clone(), self.assessment.on);
        let examples = filled(&scheme, &guide, on);
        Assessed::computed(scheme, Some(guide), self.foldable.clone(), examples, answers, on)
    }

    fn computed(
        scheme: Rc<Scheme>,
        guide: Option<Rc<Guide>>,
        foldable: Rc<[bool]>,
        examples: Rc<[FilledForm]>,
        given: Answers,
        on: Date,
    ) -> Assessed {
        let answers = completed(&scheme, &given, on).into_owned();
        let figures = figures(&scheme, &given, on);
        let assessment = assess(&scheme, &answers, on);
        let examination =
            guide.as_ref().map(|guide| examine(&scheme, guide, &answers, &assessment));
        let supposed = supposed(&scheme, &answers, &assessment);
        let undeducted =
            supposed.as_ref().map(|answers| Rc::new(assess(&scheme, answers, assessment.on)));
        let mut assessed = Assessed {
            scheme,
            given,
            answers,
            figures,
            assessment: assessment.into(),
            undeducted,
            supposed,
            guide,
            examination,
            examples,
            foldable,
            without_rare: None,
        };
        assessed.without_rare = assessed.total_without_rare();
        assessed
    }

    fn total_without_rare(&self) -> Option<PointsRange> {
        let mut answers = self.supposed().clone();
        for (position, none) in self.rare_sections().flat_map(|section| self.nones(section)) {
            answers.set(&self.scheme.questions[position].id, Some(none));
        }
        if answers == *self.supposed() {
            return None;
        }
        let total = assess(&self.scheme, &answers, self.assessment.on).total;
        (total != self.shown().total).then_some(total)
    }

    /// The assessment whose points are shown: without the deductions that are not answered yet.
    pub(crate) fn shown(&self) -> &Assessment {
        self.undeducted.as_ref().unwrap_or(&self.assessment)
    }

    /// Whether the scheme counts points at all: one may ask for conditions alone.
    pub(crate) fn counts_points(&self) -> bool {
        !self.scheme.indicators.is_empty()
    }

    /// The sections that may be answered as a whole with none.
    pub(crate) fn rare_sections(&self) -> impl Iterator<Item = usize> {
        (0..self.foldable.len()).filter(|section| self.foldable[*section])
    }

    /// Whether a section may be answered as a whole with none.
    pub(crate) fn foldable(&self, section: usize) -> bool {
        self.foldable.get(section).copied().unwrap_or_default()
    }

    /// Whether anything is answered that this scheme asks: before that, nothing is shown that looks like a verdict.
    pub(crate) fn begun(&self) -> bool {
        self.assessment.asked.iter().any(|position| self.answer(*position).is_some())
    }

    /// The examples that fill the form, each with its position in the guide.
    pub(crate) fn examples(&self) -> impl Iterator<Item = (usize, &Example)> {
        let filled = self.examples.iter();
        filled.filter_map(|form| Some((form.position, self.example_at(form.position)?)))
    }

    /// The example whose answers are exactly those given, if any: nobody may take its result for their own.
    pub(crate) fn example(&self) -> Option<&Example> {
        let form = self.examples.iter().find(|form| form.answers == self.given)?;
        self.example_at(form.position)
    }

    /// What an example answers, by its position in the guide.
    pub(crate) fn example_answers(&self, position: usize) -> Option<&Answers> {
        let form = self.examples.iter().find(|form| form.position == position)?;
        Some(&form.answers)
    }

    fn example_at(&self, position: usize) -> Option<&Example> {
        self.guide.as_ref()?.examples.get(position)
    }

    /// The answers that the total shown rests on: deductions that are not answered are supposed to be none.
    pub(crate) fn supposed(&self) -> &Answers {
        self.supposed.as_ref().unwrap_or(&self.answers)
    }

    /// The answer to a question, given or following from a history.
    pub(crate) fn answer(&self, position: usize) -> Option<&Value> {
        self.answers.get(&self.scheme.questions.get(position)?.id)
    }

    /// What the person gave as the answer to a question.
    pub(crate) fn given(&self, position: usize) -> Option<&Value> {
        self.given.get(&self.scheme.questions.get(position)?.id)
    }

    /// What a history says of a question.
    pub(crate) fn figure(&self, position: usize) -> Option<&Figure> {
        self.figures.iter().find(|figure| figure.question == position)
    }

    /// What in the history that answers a question is worth a second look; the first few, since more would bury it.
    pub(crate) fn notes(&self, position: usize) -> Vec<HistoryNote> {
        const MOST: usize = 6;
        let mut notes = history_notes(&self.scheme, position, &self.given, self.assessment.on);
        notes.truncate(MOST);
        notes
    }

    /// What a question is taken to say while it is not answered.
    pub(crate) fn presumed(&self, position: usize) -> Option<i64> {
        let presumed = self.assessment.presumed.iter().find(|(one, _)| *one == position);
        presumed.map(|(_, number)| *number)
    }

    /// The questions of a section that are shown.
    pub(crate) fn asked_in(&self, section: usize) -> Vec<usize> {
        let questions = self.scheme.sections.get(section).map_or(&[][..], |one| &one.questions);
        let positions = questions.iter().filter_map(|question| question.position());
        positions.filter(|position| self.assessment.asked.contains(position)).collect()
    }

    /// The open questions of a section, each with the answer that says none.
    pub(crate) fn nones(&self, section: usize) -> Vec<(usize, Value)> {
        let asked = self.asked_in(section).into_iter();
        let open = asked.filter(|position| self.assessment.open.contains(position));
        // What a history limits is not none.
        let open = open.filter(|position| self.figure(*position).is_none_or(|one| one.low == 0));
        open.filter_map(|position| {
            Some((position, Value::none(&self.scheme.questions[position].kind)?))
        })
        .collect()
    }
}

/// Whether a section may be answered as a whole with none: three questions or more, all of which have such an
/// answer, all about bonus points, deductions and conditions that none does not break. So a press on one button
/// never gives away a base indicator or a condition.
fn foldable(scheme: &Scheme, section: usize, on: Date) -> bool {
    let Some(section) = scheme.sections.get(section) else { return false };
    let positions: Vec<_> = section.questions.iter().filter_map(|one| one.position()).collect();
    let first = |position: &&usize| scheme.questions[**position].when.is_none();
    let mut answers = Answers::default();
    let mut count = 0;
    for position in positions.iter().filter(first) {
        let question = &scheme.questions[*position];
        let Some(value) = Value::none(&question.kind) else { return false };
        answers.set(&question.id, Some(value));
        count += 1;
    }
    let base = scheme.indicators.iter().filter(|one| one.group == Group::Base);
    let in_base = base.flat_map(|one| &one.uses).any(|used| positions.contains(used));
    if count < 3 || in_base {
        return false;
    }
    let conditions = assess(scheme, &answers, on).conditions;
    conditions.iter().all(|one| one.state != ConditionState::Unmet)
}
