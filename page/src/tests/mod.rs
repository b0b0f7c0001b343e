//! What the page says of people whom the real rules assess: facts in, sentences out, in both languages.

mod comparison;
mod corrections;
mod editions;
mod examples;
mod facts;
mod forecasts;
mod glosses;
mod histories;
mod leading;
mod readable;
mod rounds;
mod spoken;
mod truth;
mod verdicts;
mod words;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::LazyLock;

use jifen::answers::{Answers, Plain};
use jifen::scheme::{Language, Scheme};
use jifen_check::{CasesFile, Checked};
use jiff::civil::Date;

use crate::state::assessed::Assessed;
use crate::state::leading::Leading;
use crate::state::progress::Progress;
use crate::text::phrases::Phrases;

/// The real rules.
static CHECKED: LazyLock<Checked> =
    LazyLock::new(|| jifen_check::load(&rules()).expect("the rules are sound"));

fn rules() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../rules")
}

fn scheme(id: &str) -> &'static Scheme {
    CHECKED.schemes.iter().find(|scheme| scheme.id == id).expect("there is such a scheme")
}

fn date(written: &str) -> Date {
    written.parse().expect("it is a date")
}

/// A person: whoever all examples of a scheme start from, with other answers and without some.
struct Person {
    scheme: &'static str,
    on: &'static str,
    /// The other answers, as in `cases.toml`.
    answers: &'static str,
    /// Questions left open.
    open: &'static [&'static str],
}

/// Leaves every question open.
const EVERYTHING: &[&str] = &["*"];

/// What all examples of a scheme start from.
fn defaults(scheme: &str) -> BTreeMap<String, Plain> {
    let cases = fs::read_to_string(rules().join(scheme).join("cases.toml"));
    let cases: CasesFile = toml::from_str(&cases.expect("it can be read")).expect("it fits");
    cases.defaults
}

/// How far somebody is who set nothing aside.
fn progress(assessed: &Assessed) -> Progress {
    Progress::of(assessed, &Leading::default())
}

impl Person {
    fn assessed(&self) -> Rc<Assessed> {
        let scheme = scheme(self.scheme);
        let mut plain = defaults(self.scheme);
        plain.extend(toml::from_str::<BTreeMap<String, Plain>>(self.answers).expect("it fits"));
        plain.retain(|id, _| self.open != EVERYTHING && !self.open.contains(&id.as_str()));
        let on = date(self.on);
        let answers = Answers::read(scheme, plain, on).expect("the answers fit the questions");
        Rc::new(Assessed::new(Rc::new(scheme.clone()), None, answers, on))
    }

    /// Asserts what the page says of this person in Chinese and in English.
    #[track_caller]
    fn assert_said(
        &self,
        say: impl Fn(&Rc<Assessed>, &Phrases<'_>) -> String,
        expected: [&str; 2],
    ) {
        let assessed = self.assessed();
        let said = [Language::Zh, Language::En]
            .map(|language| say(&assessed, &Phrases::new(&assessed.scheme, language)));
        assert_eq!(said, expected, "of {} with {}", self.scheme, self.answers);
    }
}
