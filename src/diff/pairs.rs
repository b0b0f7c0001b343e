//! The items of two editions, side by side.

/// Returns what each of two lists has under an id: those of the second list in its order, then those that it lacks.
pub(super) fn pairs<'a, T>(
    from: &'a [T],
    to: &'a [T],
    id: impl Fn(&T) -> &String,
) -> Vec<(Option<&'a T>, Option<&'a T>)> {
    let in_list = |list: &'a [T], wanted: &T| list.iter().find(|item| id(item) == id(wanted));
    let mut pairs: Vec<_> = to.iter().map(|after| (in_list(from, after), Some(after))).collect();
    let gone = from.iter().filter(|before| in_list(to, before).is_none());
    pairs.extend(gone.map(|before| (Some(before), None)));
    pairs
}
