//! The way to a value of a rule file: the keys and positions that lead to it.

/// A place in a rule file.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct KeyPath {
    pub(super) steps: Vec<KeyStep>,
}

/// One step of the way.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum KeyStep {
    /// Into the value of a key.
    Key(String),
    /// Into the item of a list.
    Index(usize),
}

impl KeyPath {
    /// Returns the place of the whole file.
    pub(super) fn root() -> KeyPath {
        KeyPath::default()
    }

    /// Returns the place of a key's value.
    pub(super) fn key(&self, key: &str) -> KeyPath {
        self.then(KeyStep::Key(key.to_owned()))
    }

    /// Returns the place of a list's item.
    pub(super) fn at(&self, index: usize) -> KeyPath {
        self.then(KeyStep::Index(index))
    }

    fn then(&self, step: KeyStep) -> KeyPath {
        let mut steps = self.steps.clone();
        steps.push(step);
        KeyPath { steps }
    }
}
