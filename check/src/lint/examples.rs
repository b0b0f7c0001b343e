//! Examples: cases whose answers fill the form, all of it and nothing beside it.

use super::parts::{identity, words};
use crate::Fault;
use crate::cases::CaseRun;
use crate::findings::Findings;
use crate::read::SchemeSource;
use crate::source_file::SourceFile;
use jifen::link::{Link, Profile};
use jifen::scheme::{Example, Scheme};

/// Returns the examples among the cases of a scheme, and reports what in them does not fill its form.
pub(crate) fn examples(
    runs: &[CaseRun<'_>],
    read: &SchemeSource,
    source: &SourceFile,
    faults: &mut Vec<Fault>,
) -> Vec<Example> {
    let scheme = &read.scheme;
    let mut examples: Vec<Example> = Vec::new();
    for run in runs {
        let Some(named) = &run.case.example else { continue };
        let place = run.place.key("example");
        let again = examples.iter().any(|example| example.id == named.id);
        words(source, &place, serde_json::to_value(&named.name), faults);
        identity(source, &place, &named.id, again, faults);
        let mut findings = Findings { source, faults };
        if read.whole.is_some() {
            findings.refuse(
                &place,
                format!("“{}” is an example of another edition", run.case.name),
                "the page fills its form by the edition that is written whole",
                "make it a case alone, or an example of cases.toml",
            );
        }
        let answers = profile(run, scheme, &mut findings);
        for open in &run.assessment.open {
            let question = &scheme.questions[*open];
            findings.refuse(
                &place,
                format!("“{}” leaves `{}` open", run.case.name, question.id),
                "an example shows a form that is filled",
                "answer it",
            );
        }
        let link = Link { profile: answers, ..Link::default() };
        let answers = link.write();
        examples.push(Example { id: named.id.clone(), name: named.name.clone(), answers });
    }
    examples
}

/// Returns the answers that an example gives by itself; of the defaults, those that its form asks for.
fn profile(run: &CaseRun<'_>, scheme: &Scheme, findings: &mut Findings<'_>) -> Profile {
    let mut profile = Profile::default();
    for (position, question) in scheme.questions.iter().enumerate() {
        let Some(value) = run.answers.get(&question.id) else { continue };
        if run.assessment.asked.contains(&position) {
            profile.set(scheme, question, Some(value));
        } else if run.case.answers.contains_key(&question.id) {
            findings.refuse(
                &run.place.key("answers").key(&question.id),
                format!("“{}” answers `{}`, which it is not asked", run.case.name, question.id),
                "the form would not show the answer",
                "delete it",
            );
        }
    }
    profile
}
