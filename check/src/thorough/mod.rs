//! Rules changed one thing at a time, in memory: something has to notice each change, else nothing holds what is
//! written there.

mod cases;
mod citations;
mod numbers;
mod scheme_value;
mod subject;

use super::Fault;
use super::cases::CaseRun;
use super::findings::Findings;
use super::read::{SchemeSource, SharedQuestions};
use jifen::scheme::Guide;
use scheme_value::SchemeValue;
use subject::Subject;

/// Reports every change of a sound scheme that nothing notices.
pub(super) fn check(
    read: &SchemeSource,
    shared: &SharedQuestions,
    guide: Option<&Guide>,
    runs: &[CaseRun<'_>],
    faults: &mut Vec<Fault>,
) {
    let subject = Subject { read, shared, guide, runs };
    let mut findings = Findings { source: &read.source, faults };
    // A scheme that cannot be written has its fault already.
    if let Ok(mut value) = SchemeValue::of(&read.scheme) {
        numbers::check(&subject, &mut value, &mut findings);
        citations::check(&mut value, &mut findings);
    }
    cases::check(&subject, &mut findings);
}
