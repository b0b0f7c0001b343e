//! Of everything that was found, what is worth suggesting.

use super::candidate::{Candidate, Goal};
use super::context::Context;
use super::proposal::Proposal;
use super::search::{Closer, SearchResult, search};
use super::suggestion::{Suggestion, SuggestionKind};
use crate::order;
use crate::points::Points;
use crate::scheme::{Change, Scheme};

/// The most suggestions there are.
const MOST: usize = 12;
/// The most of them that change the same question.
const ALIKE: usize = 4;
/// The most ways that are named to meet a condition.
const WAYS: usize = 3;
/// The most steps that are named although they only come closer.
const CLOSER: usize = 6;

/// The proposals that are worth suggesting, each with what it achieves.
pub(super) struct Selection {
    proposals: Vec<(SuggestionKind, Proposal)>,
}

impl Selection {
    /// Searches for what reaches the line or meets one of the conditions and, where nothing does the first and
    /// everything the second, for what comes closer.
    pub(super) async fn of(
        context: &Context<'_>,
        line: Option<Points>,
        unmet: &[usize],
        pause: &mut impl AsyncFnMut(),
    ) -> Selection {
        let goals = line.map(Goal::Line).into_iter();
        let conditions = unmet.iter().map(|condition| Goal::Condition(*condition));
        let goals: Vec<Goal> = goals.chain(conditions).collect();
        let result = search(context, &goals, pause).await;
        let mut selection = Selection { proposals: Vec::new() };
        for goal in result.goals.iter().rev() {
            let (kind, most) = match goal.goal {
                Goal::Line(line) => (SuggestionKind::Reaches(line), MOST),
                Goal::Condition(condition) => (SuggestionKind::MeetsCondition(condition), WAYS),
                Goal::More(..) => continue,
            };
            let chosen = choose(context, &result, &goal.found, goal.goal, most, pause).await;
            selection.add(kind, chosen);
        }
        let mut kinds = selection.proposals.iter().map(|(kind, _)| *kind);
        let reaches = kinds.any(|kind| matches!(kind, SuggestionKind::Reaches(_)));
        let meets = |condition: &usize| {
            let meets = SuggestionKind::MeetsCondition(*condition);
            selection.proposals.iter().any(|(kind, _)| *kind == meets)
        };
        // Points are of no use to somebody who can never meet a condition.
        if !reaches && unmet.iter().all(meets) {
            selection.come_closer(context, &result, line, pause).await;
        }
        selection
    }

    fn add(&mut self, kind: SuggestionKind, proposals: Vec<Proposal>) {
        self.proposals.extend(proposals.into_iter().map(|proposal| (kind, proposal)));
    }

    async fn come_closer(
        &mut self,
        context: &Context<'_>,
        result: &SearchResult,
        line: Option<Points>,
        pause: &mut impl AsyncFnMut(),
    ) {
        let now = context.snapshot(&context.now);
        let points = context.total(&now).low;
        if line.is_some_and(|line| points >= line) {
            return;
        }
        let (pairs, singles): (Vec<Closer>, Vec<Closer>) =
            result.closer.iter().partition(|closer| closer.candidate.second.is_some());
        for (most, steps) in [(CLOSER, singles), (CLOSER / 2, pairs)] {
            let steps = order::by_key(steps, |closer| -closer.gain);
            for closer in steps.into_iter().take(most) {
                let goal = Goal::More(closer.sure, now.holds);
                let found = [closer.candidate];
                let chosen = choose(context, result, &found, goal, 1, pause).await;
                self.add(SuggestionKind::Closer, chosen);
            }
        }
    }

    /// Makes the suggestions: what reaches the line, then what meets a condition, then what only comes closer.
    pub(super) fn suggestions(self, context: &Context<'_>) -> Vec<Suggestion> {
        let mut proposals: Vec<(SuggestionKind, Proposal)> = Vec::new();
        for (kind, proposal) in self.proposals {
            let same = |(_, other): &&mut (SuggestionKind, Proposal)| {
                other.within(&proposal) && proposal.within(other)
            };
            match proposals.iter_mut().find(same) {
                // Conditions are looked at first, and the line last.
                Some((known, _)) if matches!(known, SuggestionKind::MeetsCondition(_)) => {
                    *known = kind;
                }
                Some(_) => {}
                None => proposals.push((kind, proposal)),
            }
        }
        let proposals = order::by_key(proposals, |(kind, proposal)| {
            let kind = match kind {
                SuggestionKind::Reaches(_) => 0,
                SuggestionKind::MeetsCondition(_) => 1,
                SuggestionKind::Closer => 2,
            };
            (kind, beyond_own_work(context.scheme, proposal.questions()), proposal.order())
        });
        let suggestions =
            proposals.iter().map(|(kind, proposal)| proposal.suggestion(context, *kind));
        // Points that an open answer could swallow are no gain.
        let sure = suggestions.filter(|suggestion| {
            suggestion.kind != SuggestionKind::Closer || suggestion.gain > Points::ZERO
        });
        sure.take(MOST).collect()
    }
}

/// Chooses of what was found: what is in the person's own hands first, then the fewest changes, then the soonest.
async fn choose(
    context: &Context<'_>,
    result: &SearchResult,
    found: &[Candidate],
    goal: Goal,
    most: usize,
    pause: &mut impl AsyncFnMut(),
) -> Vec<Proposal> {
    let found = order::by_key(found, |candidate| {
        let moves = candidate.moves().map(|index| &result.moves[index]);
        let questions = moves.clone().map(|change| change.question);
        let beyond = beyond_own_work(context.scheme, questions);
        let changes = candidate.moves().count() + usize::from(candidate.waits);
        let size: usize = moves.map(|change| change.size).sum();
        (beyond, changes, candidate.months, size)
    });
    let mut proposals: Vec<Proposal> = Vec::new();
    for candidate in found {
        pause().await;
        if proposals.len() >= most {
            break;
        }
        let Some(proposal) = Proposal::of(context, candidate, &result.moves) else { continue };
        let alike = |question: usize| {
            let changes = |other: &&Proposal| other.questions().any(|other| other == question);
            proposals.iter().filter(changes).count()
        };
        if proposal.questions().any(|question| alike(question) >= ALIKE) {
            continue;
        }
        let Some(proposal) = proposal.smallest(context, goal) else { continue };
        if !proposals.iter().any(|smaller| smaller.within(&proposal)) {
            proposals.retain(|larger| !proposal.within(larger));
            proposals.push(proposal);
        }
    }
    proposals
}

/// Returns how many of these changes take more than the person's own work.
fn beyond_own_work(scheme: &Scheme, questions: impl Iterator<Item = usize>) -> usize {
    let questions = questions.filter_map(|question| scheme.questions.get(question));
    let beyond = questions.filter(
        |question| matches!(question.changes, Change::Effort(effort) if effort.needs_means()),
    );
    beyond.count()
}
