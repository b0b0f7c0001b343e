//! From the files of a scheme to a scheme.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::Fault;
use super::key_path::KeyPath;
use super::layers::Joint;
use super::reader::{Items, Reader, Unreadable};
use super::source_file::{CASES, EDITIONS, SourceFile};
use super::unasked::unasked;
use jifen::scheme::{
    City, Document, Edition, Filing, Floor, Guide, Line, Purpose, Question, Removed, RemovedKind,
    Scheme, Section, Text,
};

/// What a scheme file holds beside its lists.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct SchemeTable {
    city: City,
    name: Text,
    purpose: Text,
    purposes: Vec<Purpose>,
    edition: Edition,
    #[serde(default)]
    filing: Option<Filing>,
    line: Line,
    #[serde(default)]
    floor: Option<Floor>,
}

/// What the file of shared questions holds beside them.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NothingElse {}

/// The questions that schemes share.
#[derive(Debug)]
pub(super) struct SharedQuestions {
    pub(super) source: SourceFile,
    pub(super) questions: Vec<(usize, Question)>,
    pub(super) unreadable: Unreadable,
}

/// An edition of a scheme with the files it came from.
#[derive(Clone, Debug)]
pub(super) struct SchemeSource {
    /// The file that is written whole; for another edition with the file of what differs over it.
    pub(super) source: SourceFile,
    pub(super) scheme: Scheme,
    /// Where each of the scheme's lists keeps its items in the file, since a bad item is left out.
    pub(super) places: KeyPaths,
    /// The questions that the scheme's own file defines, as it writes them.
    pub(super) own: Vec<Question>,
    /// The edition that it says the difference to, where it does not say everything itself.
    pub(super) whole: Option<Box<Scheme>>,
    /// What the file holds and what cannot be read, with the shared questions that the form names in vain.
    pub(super) unreadable: Unreadable,
}

impl SchemeSource {
    /// Returns the file and the place that define a question.
    pub(super) fn question_place<'a>(
        &'a self,
        shared: &'a SharedQuestions,
        id: &str,
    ) -> (&'a SourceFile, KeyPath) {
        if let Some(position) = self.own.iter().position(|own| own.id == id) {
            return (&self.source, self.places.of("question", position));
        }
        let list = KeyPath::root().key("question");
        let index = shared.questions.iter().find(|(_, question)| question.id == id);
        (&shared.source, index.map_or(list.clone(), |(index, _)| list.at(*index)))
    }

    /// Returns the place of the section that asks a question.
    pub(super) fn section_place(&self, id: &str) -> KeyPath {
        let asks = |section: &Section| section.questions.iter().any(|asked| asked.id() == id);
        let position = self.scheme.sections.iter().position(asks);
        position.map_or_else(KeyPath::root, |position| self.places.of("section", position))
    }
}

/// The places of list items in the file, by list and position in the scheme.
#[derive(Clone, Debug, Default)]
pub(super) struct KeyPaths {
    lists: BTreeMap<&'static str, Vec<usize>>,
}

impl KeyPaths {
    /// Returns the place of an item.
    pub(super) fn of(&self, list: &str, position: usize) -> KeyPath {
        let index = self.lists.get(list).and_then(|indices| indices.get(position));
        KeyPath::root().key(list).at(index.copied().unwrap_or(position))
    }

    /// Keeps some items of a list, and their places with them.
    fn retain<T>(
        &mut self,
        list: &'static str,
        items: &mut Vec<T>,
        keep: impl Fn(&T, &KeyPath) -> bool,
    ) {
        let kept: Vec<bool> = (items.iter().enumerate())
            .map(|(position, item)| keep(item, &self.of(list, position)))
            .collect();
        let mut of_items = kept.iter();
        items.retain(|_| of_items.next() != Some(&false));
        let mut of_places = kept.iter();
        let places = self.lists.get_mut(list);
        if let Some(places) = places {
            places.retain(|_| of_places.next() != Some(&false));
        }
    }
}

/// A scheme file while its lists are read.
struct SchemeLists<'a> {
    reader: Reader<'a>,
    faults: &'a mut Vec<Fault>,
    places: KeyPaths,
    unreadable: Unreadable,
}

impl SchemeLists<'_> {
    /// Reads a list, and notes where its items stand and which cannot be read.
    fn list<T: DeserializeOwned>(&mut self, list: &'static str) -> Vec<T> {
        let Items { read, unreadable } = self.reader.list(list, self.faults);
        let (indices, items) = read.into_iter().unzip();
        self.places.lists.insert(list, indices);
        self.unreadable.extend(unreadable);
        items
    }
}

/// Reads the shared questions of a rules folder.
pub(super) fn shared_questions(rules: &Path, faults: &mut Vec<Fault>) -> Option<SharedQuestions> {
    let source = SourceFile::open(&rules.join("questions.toml"), faults)?;
    let mut reader = Reader::of(&source);
    let Items { read, unreadable } = reader.list("question", faults);
    let _: Option<NothingElse> = reader.rest(faults);
    Some(SharedQuestions { source, questions: read, unreadable })
}

/// Returns the scheme folders of a rules folder, by name.
pub(super) fn scheme_folders(rules: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut folders = Vec::new();
    for entry in fs::read_dir(rules)? {
        let path = entry?.path();
        if path.is_dir() {
            folders.push(path);
        }
    }
    folders.sort();
    Ok(folders)
}

/// Returns the files of a scheme's editions: the one that is written whole, then the others by name.
pub(super) fn edition_files(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut others = Vec::new();
    let editions = folder.join(EDITIONS);
    if editions.is_dir() {
        for entry in fs::read_dir(editions)? {
            others.push(entry?.path());
        }
    }
    others.retain(|path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.ends_with(".toml") && !name.ends_with(&format!(".{CASES}"))
    });
    others.sort();
    others.insert(0, folder.join("scheme.toml"));
    Ok(others)
}

/// Reads the edition of a folder's scheme that is written whole.
pub(super) fn scheme(
    folder: &Path,
    shared: &SharedQuestions,
    faults: &mut Vec<Fault>,
) -> Option<SchemeSource> {
    let source = SourceFile::open(&folder.join("scheme.toml"), faults)?;
    edition(folder, source, None, shared, faults)
}

/// Reads an edition that says only what differs from the whole one.
pub(super) fn other_edition(
    folder: &Path,
    whole: &SchemeSource,
    file: &Path,
    shared: &SharedQuestions,
    faults: &mut Vec<Fault>,
) -> Option<SchemeSource> {
    let id = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let source = whole.source.under(file, Joint::Edition(id), faults)?;
    edition(folder, source, Some(&whole.scheme), shared, faults)
}

/// Reads an edition from its file, or from the two that make it together.
fn edition(
    folder: &Path,
    source: SourceFile,
    whole: Option<&Scheme>,
    shared: &SharedQuestions,
    faults: &mut Vec<Fault>,
) -> Option<SchemeSource> {
    let mut lists = SchemeLists {
        reader: Reader::of(&source),
        faults,
        places: KeyPaths::default(),
        unreadable: Unreadable::default(),
    };
    let documents: Vec<Document> = lists.list("document");
    let sources = lists.list("source");
    let parameters = lists.list("parameter");
    let mut own: Vec<Question> = lists.list("question");
    let before = std::mem::take(&mut lists.unreadable);
    let sections: Vec<Section> = lists.list("section");
    if !lists.unreadable.is_empty() {
        // Any question may be one that the form asks there.
        lists.unreadable.note(None);
    }
    lists.unreadable.extend(before);
    let conditions = lists.list("condition");
    let indicators = lists.list("indicator");
    let together = lists.list("together");
    let notices = lists.list("notice");
    let left_out = lists.list("left-out");
    let growths = lists.list("growth");
    let follows = lists.list("follows");
    let removed = lists.list("removed");
    let SchemeLists { reader, faults, mut places, mut unreadable } = lists;
    let table: SchemeTable = reader.rest(faults)?;
    let mut scheme = Scheme {
        id: folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default(),
        questions: Vec::new(),
        city: table.city,
        name: table.name,
        purpose: table.purpose,
        purposes: table.purposes,
        edition: table.edition,
        filing: table.filing,
        line: table.line,
        floor: table.floor,
        documents,
        sources,
        parameters,
        sections,
        conditions,
        indicators,
        combinations: together,
        growths,
        follows,
        notices,
        left_out,
        removed,
        fingerprint: None,
    };
    if whole.is_some() {
        leave_unasked(&source, &mut scheme, &mut own, &mut places, shared);
    }
    scheme.questions = in_form_order(&scheme, &own, &shared.questions);
    scheme.bind();
    let named = scheme.sections.iter().flat_map(|section| &section.questions);
    for question in named.filter(|question| question.position().is_none()) {
        unreadable.note_shared(&shared.unreadable, question.id());
    }
    if let Err(error) = scheme.stamp() {
        faults.push(source.fault(
            &KeyPath::root(),
            format!("the scheme cannot be packed: {error}"),
            "a page could not fetch it, and no printed sheet could be held against it",
            "report it: whatever can be read should fit into a pack",
        ));
    }
    let whole = whole.cloned().map(Box::new);
    Some(SchemeSource { source, scheme, places, own, whole, unreadable })
}

/// Takes what nothing uses any more out of the form that an edition inherits.
fn leave_unasked(
    source: &SourceFile,
    scheme: &mut Scheme,
    own: &mut Vec<Question>,
    places: &mut KeyPaths,
    shared: &SharedQuestions,
) {
    let asked = in_form_order(scheme, own, &shared.questions);
    let mut gone = unasked(scheme, asked);
    let is_question = |removed: &&Removed| removed.kind == RemovedKind::Question;
    gone.extend(scheme.removed.iter().filter(is_question).filter_map(|item| item.id.clone()));
    for (position, section) in scheme.sections.iter_mut().enumerate() {
        if !source.holds(&places.of("section", position).key("questions")) {
            for list in [&mut section.questions, &mut section.alike] {
                list.retain(|question| !gone.iter().any(|id| id == question.id()));
            }
        }
    }
    for (position, follows) in scheme.follows.iter_mut().enumerate() {
        if !source.holds(&places.of("follows", position).key("questions")) {
            follows.questions.retain(|question| !gone.iter().any(|id| id == question.id()));
        }
    }
    places.retain("follows", &mut scheme.follows, |follows, place| {
        source.holds(place) || !follows.questions.is_empty()
    });
    places.retain("section", &mut scheme.sections, |section, place| {
        source.holds(place) || !section.questions.is_empty()
    });
    places.retain("question", own, |question, place| {
        source.holds(place) || !gone.contains(&question.id)
    });
}

/// A guide with the file it came from.
#[derive(Debug)]
pub(super) struct GuideSource {
    pub(super) source: SourceFile,
    pub(super) guide: Guide,
}

/// Reads the guide of a scheme's folder.
pub(super) fn guide(
    folder: &Path,
    scheme: &Scheme,
    faults: &mut Vec<Fault>,
) -> Option<GuideSource> {
    let source = SourceFile::open(&folder.join("guide.toml"), faults)?;
    let mut guide: Guide = Reader::of(&source).rest(faults)?;
    guide.bind(scheme);
    Some(GuideSource { source, guide })
}

/// Returns the questions that the form names, in its order, with the city's name in their words.
fn in_form_order(scheme: &Scheme, own: &[Question], shared: &[(usize, Question)]) -> Vec<Question> {
    let mut questions: Vec<Question> = Vec::new();
    for reference in scheme.sections.iter().flat_map(|section| &section.questions) {
        let shared = shared.iter().map(|(_, question)| question);
        let named = own.iter().chain(shared).find(|question| question.id == reference.id());
        let Some(question) = named else { continue };
        if questions.iter().any(|known| known.id == question.id) {
            continue;
        }
        let mut question = question.clone();
        let city = &scheme.city.name;
        for text in std::iter::once(&mut question.ask).chain(&mut question.help) {
            text.zh = text.zh.replace("{city}", &city.zh);
            text.en = text.en.replace("{city}", &city.en);
        }
        questions.push(question);
    }
    questions
}
