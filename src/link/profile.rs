//! Answers for every city, as addresses and files write them.

use jiff::civil::Date;

use super::code::EntryKey;
use super::problem::{LinkProblem, shortened};
use super::value::{read, read_date, written, written_date};
use crate::answers::{Answers, Value};
use crate::scheme::{Question, Scheme, Scope};

/// What the names of days begin with that only a guide asks for.
const DAY: &str = "day.";

/// Stands for no answer, where an address says how answers differ from others.
const OPEN: &str = "--";

/// Answers for every city, as an address writes them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Profile {
    /// In the order of their keys.
    entries: Vec<Entry>,
}

#[derive(Clone, Debug)]
struct Entry {
    key: EntryKey,
    /// The question as it was named, or its code while no scheme has told more.
    name: String,
    value: String,
}

/// An answer is the same under its name and under its code.
impl PartialEq for Entry {
    fn eq(&self, other: &Entry) -> bool {
        self.key == other.key && self.value == other.value
    }
}

impl Eq for Entry {}

impl Profile {
    /// Returns whether nothing is answered anywhere.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Returns how many answers there are in all cities, and days that guides ask for.
    pub(super) fn count(&self) -> usize {
        self.entries.len()
    }

    /// Sets an answer, or takes it back.
    pub fn set(&mut self, scheme: &Scheme, question: &Question, value: Option<&Value>) {
        self.put(name_of(scheme, question), value.map(|value| written(question, value)));
    }

    /// Adds an entry of an address or a file; `false` where it is no name, or has been said before.
    pub(super) fn add(&mut self, name: &str, value: &str) -> bool {
        // Such a letter begins the next entry of an address.
        let fits =
            !value.contains(|character: char| character.is_ascii_uppercase() || character == '_');
        let Some(key) = EntryKey::of(name).filter(|_| fits) else { return false };
        let found = self.find(&key);
        if let Err(index) = found {
            let (name, value) = (name.to_owned(), value.to_owned());
            self.entries.insert(index, Entry { key, name, value });
        }
        found.is_err()
    }

    /// Returns how these answers differ from others, where only those have an answer too.
    pub(super) fn alterations(&self, others: &Profile) -> Profile {
        let mut alterations = self.clone();
        alterations.entries.retain(|entry| !others.entries.contains(entry));
        for entry in others.entries.iter().filter(|entry| self.find(&entry.key).is_err()) {
            alterations.put(entry.name.clone(), Some(OPEN.to_owned()));
        }
        alterations
    }

    /// Returns these answers with what differs.
    pub(super) fn altered(&self, alterations: &Profile) -> Profile {
        let mut altered = self.clone();
        for Entry { name, value, .. } in &alterations.entries {
            altered.put(name.clone(), (value != OPEN).then(|| value.clone()));
        }
        altered
    }

    /// Returns every entry: its key, its name, what it says.
    pub(super) fn entries(&self) -> impl Iterator<Item = (&EntryKey, &str, &str)> {
        self.entries.iter().map(|entry| (&entry.key, entry.name.as_str(), entry.value.as_str()))
    }

    /// Returns the index of an entry, or the one at which it would be inserted.
    fn find(&self, key: &EntryKey) -> Result<usize, usize> {
        self.entries.binary_search_by(|entry| entry.key.cmp(key))
    }

    /// Returns the index of the entry under a name. One that was given under another name is none, even if their codes
    /// are the same.
    fn find_name(&self, name: &str) -> Option<usize> {
        let index = self.find(&EntryKey::of(name)?).ok()?;
        let given = &self.entries[index].name;
        (given == name || given.contains('_')).then_some(index)
    }

    fn put(&mut self, name: String, value: Option<String>) {
        let Some(key) = EntryKey::of(&name) else { return };
        match (self.find(&key), value) {
            (Ok(index), Some(value)) => self.entries[index] = Entry { key, name, value },
            (Err(index), Some(value)) => self.entries.insert(index, Entry { key, name, value }),
            (Ok(index), None) => {
                self.entries.remove(index);
            }
            (Err(_), None) => {}
        }
    }

    /// Returns the answers to a scheme's questions on a day. An answer that does not fit its question is reported and
    /// dropped; an entry for a question that the scheme does not ask is reported and kept.
    pub fn answers(&mut self, scheme: &Scheme, on: Date) -> (Answers, Vec<LinkProblem>) {
        let mut answers = Answers::default();
        let mut problems = Vec::new();
        let mut known = Vec::with_capacity(scheme.questions.len());
        for question in &scheme.questions {
            let name = name_of(scheme, question);
            if let Some(index) = self.find_name(&name) {
                let given = &self.entries[index].value;
                let value = read(question, given).filter(|value| value.fits(question, on).is_ok());
                if let Some(value) = &value {
                    // From now on it stands under its name, as it is written today.
                    let entry = &mut self.entries[index];
                    entry.name.clone_from(&name);
                    entry.value = written(question, value);
                } else {
                    let (question, given) = (question.id.clone(), shortened(given));
                    problems.push(LinkProblem::Unfit { question, given });
                    self.entries.remove(index);
                }
                answers.set(&question.id, value);
            }
            known.push(name);
        }
        let strange = self.entries.iter().filter(|entry| {
            let group = entry.key.group();
            (group.is_empty() || group == scheme.city.id) && !known.contains(&entry.name)
        });
        problems.extend(strange.map(|entry| LinkProblem::NotAsked(entry.name.clone())));
        (answers, problems)
    }

    /// Returns the answers to the questions of several schemes on a day, scheme by scheme. An entry that only some of
    /// them do not ask is no problem.
    pub fn answers_to_all<'a>(
        &mut self,
        schemes: impl Iterator<Item = &'a Scheme> + Clone,
        on: Date,
    ) -> (Vec<Answers>, Vec<LinkProblem>) {
        let mut all = Vec::new();
        let mut problems = Vec::new();
        for scheme in schemes.clone() {
            let (answers, of_scheme) = self.answers(scheme, on);
            all.push(answers);
            for problem in of_scheme {
                let asked = |name: &String| {
                    let key = EntryKey::of(name);
                    let asks = |scheme: &Scheme| {
                        let mut questions = scheme.questions.iter();
                        questions.any(|question| EntryKey::of(&name_of(scheme, question)) == key)
                    };
                    schemes.clone().any(asks)
                };
                let elsewhere = matches!(&problem, LinkProblem::NotAsked(name) if asked(name));
                if !elsewhere && !problems.contains(&problem) {
                    problems.push(problem);
                }
            }
        }
        (all, problems)
    }

    /// Returns a day that the guide of a scheme asks for.
    pub fn day(&self, scheme: &Scheme, id: &str) -> Option<Date> {
        let index = self.find_name(&name_of_day(scheme, id))?;
        read_date(&self.entries[index].value)
    }

    /// Sets such a day, or takes it back.
    pub fn set_day(&mut self, scheme: &Scheme, id: &str, day: Option<Date>) {
        self.put(name_of_day(scheme, id), day.map(written_date));
    }

    /// Returns how many answers hold in every city.
    pub fn shared(&self) -> usize {
        self.entries.iter().filter(|entry| entry.key.group().is_empty()).count()
    }
}

/// Names the entry of the answer to a question.
fn name_of(scheme: &Scheme, question: &Question) -> String {
    match question.scope {
        Scope::Person => question.id.clone(),
        Scope::City => format!("{}.{}", scheme.city.id, question.id),
    }
}

/// Names the entry of a day that the guide of a scheme asks for. It stands beside the answers, since nothing is assessed
/// by it.
fn name_of_day(scheme: &Scheme, id: &str) -> String {
    [&scheme.city.id, ".", DAY, id].concat()
}
