//! From the files of a scheme to a scheme.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::Fault;
use super::source_file::{KeyPath, SourceFile};
use jifen::points::Points;
use jifen::scheme::{City, Document, Edition, Guide, Line, Question, Scheme, Text};

/// The lists of a scheme file; each item is read on its own.
const LISTS: [&str; 8] =
    ["document", "question", "section", "condition", "indicator", "together", "notice", "left-out"];

/// What a scheme file holds beside its lists.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Head {
    city: City,
    name: Text,
    purpose: Text,
    edition: Edition,
    line: Line,
    #[serde(default)]
    floor: Option<Points>,
}

/// The questions that schemes share.
#[derive(Debug)]
pub(super) struct SharedQuestions {
    pub(super) source: SourceFile,
    pub(super) questions: Vec<(usize, Question)>,
}

/// A scheme with the file it came from.
#[derive(Debug)]
pub(super) struct SchemeSource {
    pub(super) source: SourceFile,
    pub(super) scheme: Scheme,
    /// Where each of the scheme's lists keeps its items in the file, since a bad item is left out.
    pub(super) places: KeyPaths,
    /// The ids of the questions that the scheme's own file defines.
    pub(super) own: Vec<String>,
}

impl SchemeSource {
    /// The file and the place that define a question.
    pub(super) fn question_place<'a>(
        &'a self,
        shared: &'a SharedQuestions,
        id: &str,
    ) -> (&'a SourceFile, KeyPath) {
        if let Some(position) = self.own.iter().position(|own| own == id) {
            return (&self.source, self.places.of("question", position));
        }
        let index = shared.questions.iter().find(|(_, one)| one.id == id).map(|(index, _)| *index);
        (&shared.source, KeyPath::root().key("question").at(index.unwrap_or_default()))
    }
}

/// The places of list items in the file, by list and position in the scheme.
#[derive(Debug, Default)]
pub(super) struct KeyPaths {
    lists: BTreeMap<&'static str, Vec<usize>>,
}

impl KeyPaths {
    /// The place of an item.
    pub(super) fn of(&self, list: &'static str, position: usize) -> KeyPath {
        let index = self.lists.get(list).and_then(|indices| indices.get(position));
        KeyPath::root().key(list).at(index.copied().unwrap_or(position))
    }

    fn keep<T>(&mut self, list: &'static str, items: Vec<(usize, T)>) -> Vec<T> {
        let (indices, items) = items.into_iter().unzip();
        self.lists.insert(list, indices);
        items
    }
}

/// Reads the shared questions of a rules folder.
pub(super) fn shared_questions(rules: &Path, faults: &mut Vec<Fault>) -> Option<SharedQuestions> {
    let source =
        SourceFile::open(&rules.join("questions.toml")).map_err(|fault| faults.push(fault)).ok()?;
    let questions = source.items("question", faults);
    Some(SharedQuestions { source, questions })
}

/// The scheme folders of a rules folder, by name.
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

/// Reads the scheme of a folder.
pub(super) fn scheme(
    folder: &Path,
    shared: &[(usize, Question)],
    faults: &mut Vec<Fault>,
) -> Option<SchemeSource> {
    let source =
        SourceFile::open(&folder.join("scheme.toml")).map_err(|fault| faults.push(fault)).ok()?;
    let mut places = KeyPaths::default();
    let documents: Vec<Document> = places.keep("document", source.items("document", faults));
    let own: Vec<Question> = places.keep("question", source.items("question", faults));
    let sections = places.keep("section", source.items("section", faults));
    let conditions = places.keep("condition", source.items("condition", faults));
    let indicators = places.keep("indicator", source.items("indicator", faults));
    let together = places.keep("together", source.items("together", faults));
    let notices = places.keep("notice", source.items("notice", faults));
    let left_out = places.keep("left-out", source.items("left-out", faults));
    let head: Head = source.rest(&LISTS, faults)?;
    let mut scheme = Scheme {
        id: folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default(),
        questions: Vec::new(),
        city: head.city,
        name: head.name,
        purpose: head.purpose,
        edition: head.edition,
        line: head.line,
        floor: head.floor,
        documents,
        sections,
        conditions,
        indicators,
        combinations: together,
        notices,
        left_out,
        fingerprint: None,
    };
    scheme.questions = in_form_order(&scheme, &own, shared);
    scheme.bind();
    // Every scheme that was read can be packed.
    scheme.stamp().unwrap_or_default();
    let own = own.into_iter().map(|question| question.id).collect();
    Some(SchemeSource { source, scheme, places, own })
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
    let source =
        SourceFile::open(&folder.join("guide.toml")).map_err(|fault| faults.push(fault)).ok()?;
    let mut guide: Guide = source.rest(&[], faults)?;
    guide.bind(scheme);
    Some(GuideSource { source, guide })
}

/// The questions that the form names, in its order, with the city's name in their words.
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
