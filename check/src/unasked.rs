//! The questions that an edition need not ask any more: it inherits the form of the whole edition, and not all that the
//! form asks still decides something.

use jifen::scheme::{Question, Ref, Reference, Scheme, Visit};

/// Returns the ids of the questions that nothing in an edition uses; `asked` are those that its form asks.
pub(super) fn unasked(scheme: &Scheme, mut asked: Vec<Question>) -> Vec<String> {
    let mut unasked = Vec::new();
    loop {
        let used = used(scheme, &asked);
        let (still, gone): (Vec<_>, Vec<_>) =
            asked.into_iter().partition(|question| used.contains(&question.id));
        if gone.is_empty() {
            return unasked;
        }
        // What only decided whether one of these is asked decides nothing now.
        unasked.extend(gone.into_iter().map(|question| question.id));
        asked = still;
    }
}

fn used(scheme: &Scheme, asked: &[Question]) -> Vec<String> {
    let mut used = Vec::new();
    let mut note = |reference: Reference<'_, &jifen::scheme::Ref>| {
        if let Reference::Question(question) = reference {
            used.push(question.id().to_owned());
        }
    };
    scheme.conditions.visit(&mut note);
    scheme.indicators.visit(&mut note);
    scheme.notices.visit(&mut note);
    asked.iter().for_each(|question| question.visit(&mut note));
    for follows in &scheme.follows {
        let asked = |one: &Ref| asked.iter().any(|question| question.id == one.id());
        if follows.questions.iter().any(asked) {
            follows.months.visit(&mut note);
        }
    }
    used
}
