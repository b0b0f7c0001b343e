//! Every case, taken away.

use std::collections::{BTreeMap, HashSet};

use super::subject::Subject;
use crate::cases::CaseRun;
use crate::coverage::{self, Missed};
use crate::findings::Findings;

/// Reports every case that alone reaches something, if nothing names what it reached once the case is gone.
pub(super) fn check(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let Subject { read, runs, .. } = subject;
    let everything = coverage::missed(read, &[]);
    let missed_alone: Vec<HashSet<Missed>> =
        runs.iter().map(|run| coverage::missed(read, &[run]).into_iter().collect()).collect();
    // For each thing that can be reached: the only case that reaches it, if there is one.
    let only = |target: &Missed| {
        let mut reaching = (0..runs.len()).filter(|run| !missed_alone[*run].contains(target));
        reaching.next().filter(|_| reaching.next().is_none())
    };
    let mut reached_only: BTreeMap<usize, Vec<&Missed>> = BTreeMap::new();
    for target in &everything {
        if let Some(run) = only(target) {
            reached_only.entry(run).or_default().push(target);
        }
    }
    for (position, targets) in reached_only {
        let (before, from) = runs.split_at(position);
        let left: Vec<&CaseRun<'_>> = before.iter().chain(from.iter().skip(1)).collect();
        let named = coverage::missed(read, &left);
        for target in targets.into_iter().filter(|target| !named.contains(target)) {
            let (run, (_, what)) = (&runs[position], target);
            findings.refuse(
                &run.place,
                format!(
                    "only “{}” reaches {what}, and nothing would say so without it",
                    run.case.name
                ),
                "a rule that no example has tried is a guess",
                "report it: the coverage of cases does not see this rule",
            );
        }
    }
}
