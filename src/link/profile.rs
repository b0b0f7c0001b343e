//! Answers for every city, as addresses and files write them.

use jiff::civil::Date;

use super::code::{Place, place};
use super::value::{read, read_date, written, written_date};
use super::{LinkProblem, shortened};
use crate::answers::{Answers, Value};
use crate::scheme::{Question, Scheme, Scope};

/// What the names of days begin with that only a guide asks for.
const DAY: &str = "day.";

/// Answers for every city, as an address writes them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Profile {
    /// In the order of their places.
    entries: Vec<Entry>,
}

#[derive(Clone, Debug)]
struct Entry {
    place: Place,
    /// The question as it was named, or its code while no scheme has told more.
    name: String,
    value: String,
}

/// An answer is the same under its name and under its code.
impl PartialEq for Entry {
    fn eq(&self, other: &Entry) -> bool {
        self.place == other.place && self.value == other.value
    }
}

impl Eq for Entry {}

impl Profile {
    /// Whether nothing is answered anywhere.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Notes an answer, or takes it back.
    pub fn set(&mut self, scheme: &Scheme, question: &Question, value: Option<&Value>) {
        self.put(key(scheme, question), value.map(|value| written(question, value)));
    }

    /// Notes an entry of an address or a file; `false` where it is no name, or has been said before.
    pub(super) fn add(&mut self, name: &str, value: &str) -> bool {
        // Such a letter begins the next entry of an address.
        let fits = !value.contains(|one: char| one.is_ascii_uppercase() || one == '_');
        let Some(place) = place(name).filter(|_| fits) else { return false };
        let found = self.find(&place);
        if let Err(at) = found {
            let (name, value) = (name.to_owned(), value.to_owned());
            self.entries.insert(at, Entry { place, name, value });
        }
        found.is_err()
    }

    /// Every entry: where it stands, its name, what it says.
    pub(super) fn entries(&self) -> impl Iterator<Item = (&Place, &str, &str)> {
        self.entries.iter().map(|one| (&one.place, one.name.as_str(), one.value.as_str()))
    }

    /// Where an entry stands, or would stand.
    fn find(&self, place: &Place) -> Result<usize, usize> {
        self.entries.binary_search_by(|one| one.place.cmp(place))
    }

    /// The entry under a name. One that was given under another name is none, even if their codes are the same.
    fn under(&self, name: &str) -> Option<usize> {
        let at = self.find(&place(name)?).ok()?;
        let given = &self.entries[at].name;
        (given == name || given.contains('_')).then_some(at)
    }

    fn put(&mut self, name: String, value: Option<String>) {
        let Some(place) = place(&name) else { return };
        match (self.find(&place), value) {
            (Ok(at), Some(value)) => self.entries[at] = Entry { place, name, value },
            (Err(at), Some(value)) => self.entries.insert(at, Entry { place, name, value }),
            (Ok(at), None) => {
                self.entries.remove(at);
            }
            (Err(_), None) => {}
        }
    }

    /// The answers to a scheme's questions on a day. An answer that does not fit its question is reported and
    /// dropped; an entry for a question that the scheme does not ask is reported and kept.
    pub fn answers(&mut self, scheme: &Scheme, on: Date) -> (Answers, Vec<LinkProblem>) {
        let mut answers = Answers::default();
        let mut troubles = Vec::new();
        let mut known = Vec::with_capacity(scheme.questions.len());
        for question in &scheme.questions {
            let key = key(scheme, question);
            if let Some(at) = self.under(&key) {
                let given = &self.entries[at].value;
                let value = read(question, given).filter(|value| value.fits(question, on).is_ok());
                if let Some(value) = &value {
                    // From now on it stands under its name, as it is written today.
                    let entry = &mut self.entries[at];
                    entry.name.clone_from(&key);
                    entry.value = written(question, value);
                } else {
                    let (question, given) = (question.id.clone(), shortened(given));
                    troubles.push(LinkProblem::Unfit { question, given });
                    self.entries.remove(at);
                }
                answers.set(&question.id, value);
            }
            known.push(key);
        }
        let here = |one: &&Entry| {
            let group = one.place.group();
            (group.is_empty() || group == scheme.city.id) && !known.contains(&one.name)
        };
        let strange = self.entries.iter().filter(here);
        troubles.extend(strange.map(|one| LinkProblem::NotAsked(one.name.clone())));
        (answers, troubles)
    }

    /// The answers to the questions of several schemes on a day, scheme by scheme. An entry that only some of them
    /// do not ask is no trouble.
    pub fn answers_to_all<'a>(
        &mut self,
        schemes: impl Iterator<Item = &'a Scheme> + Clone,
        on: Date,
    ) -> (Vec<Answers>, Vec<LinkProblem>) {
        let mut all = Vec::new();
        let mut troubles = Vec::new();
        for scheme in schemes.clone() {
            let (answers, told) = self.answers(scheme, on);
            all.push(answers);
            for trouble in told {
                let asked = |id: &String| {
                    let here = place(id);
                    let asks = |scheme: &Scheme| {
                        let mut questions = scheme.questions.iter();
                        questions.any(|question| place(&key(scheme, question)) == here)
                    };
                    schemes.clone().any(asks)
                };
                let elsewhere = matches!(&trouble, LinkProblem::NotAsked(id) if asked(id));
                if !elsewhere && !troubles.contains(&trouble) {
                    troubles.push(trouble);
                }
            }
        }
        (all, troubles)
    }

    /// A day that the guide of a scheme asks for.
    pub fn day(&self, scheme: &Scheme, id: &str) -> Option<Date> {
        let at = self.under(&day_key(scheme, id))?;
        read_date(&self.entries[at].value)
    }

    /// Names such a day, or takes it back.
    pub fn set_day(&mut self, scheme: &Scheme, id: &str, day: Option<Date>) {
        self.put(day_key(scheme, id), day.map(written_date));
    }

    /// How many answers hold in every city.
    pub fn shared(&self) -> usize {
        self.entries.iter().filter(|one| one.place.group().is_empty()).count()
    }
}

/// Where the answer to a question stands.
fn key(scheme: &Scheme, question: &Question) -> String {
    match question.scope {
        Scope::Person => question.id.clone(),
        Scope::City => format!("{}.{}", scheme.city.id, question.id),
    }
}

/// Where a day stands that the guide of a scheme asks for: beside the answers, since nothing is assessed by it.
fn day_key(scheme: &Scheme, id: &str) -> String {
    [&scheme.city.id, ".", DAY, id].concat()
}
