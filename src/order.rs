//! Order for the few rows of a table. The general sort takes some three kilobytes of program for every type.

/// Returns the same items, the smallest key first; items with equal keys stay in their order.
pub(crate) fn by_key<T, K: Ord>(
    items: impl IntoIterator<Item = T>,
    key: impl Fn(&T) -> K,
) -> Vec<T> {
    let mut ordered: Vec<(K, T)> = Vec::new();
    for item in items {
        let key = key(&item);
        let index = ordered.iter().position(|(other, _)| *other > key);
        ordered.insert(index.unwrap_or(ordered.len()), (key, item));
    }
    ordered.into_iter().map(|(_, item)| item).collect()
}

#[cfg(test)]
mod tests {
    use super::by_key;

    #[test]
    fn equal_items_stay_in_their_order() {
        let items = [(3, 'a'), (1, 'b'), (3, 'c'), (2, 'd'), (1, 'e')];
        let ordered: String = by_key(items, |item| item.0).into_iter().map(|item| item.1).collect();
        assert_eq!(ordered, "bedac");
    }
}
