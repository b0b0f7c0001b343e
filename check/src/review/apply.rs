//! From marks to changes of the rule file's text: only what was marked changes, every other byte stays.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use jiff::civil::Date;
use toml::de::DeTable;

use super::error::ReviewError;
use super::lines::Line;
use super::literal::quoted;
use super::marks::Mark;
use crate::key_path::{KeyPath, KeyStep};
use crate::source_file::SourceFile;
use crate::written;

/// What a worksheet came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reviewed {
    /// How many values changed.
    pub corrected: usize,
    /// How many statements and rows are graded `official` that were not before.
    pub raised: usize,
    /// Whether every line was marked, so that the day was written as well.
    pub whole: bool,
    /// What was not raised although something of it was marked, and why.
    pub notes: Vec<String>,
}

/// A rule file while it changes.
pub(super) struct Changes<'a> {
    source: &'a SourceFile,
    table: &'a DeTable<'a>,
    lines: &'a [Line],
    marks: &'a BTreeMap<usize, Mark>,
    /// What takes the place of which bytes.
    edits: Vec<(Range<usize>, String)>,
    reviewed: Reviewed,
}

impl<'a> Changes<'a> {
    /// Returns the text of the file with what was marked, and what that came to.
    ///
    /// # Errors
    /// Where a mark cannot be applied.
    pub(super) fn apply(
        source: &'a SourceFile,
        table: &'a DeTable<'a>,
        lines: &'a [Line],
        marks: &'a BTreeMap<usize, Mark>,
        on: Date,
    ) -> Result<(String, Reviewed), ReviewError> {
        let (edits, reviewed) = (Vec::new(), Reviewed::default());
        let mut changes = Changes { source, table, lines, marks, edits, reviewed };
        for (position, mark) in marks {
            if let (Some(literal), Some(value)) = (&mark.correct, &lines[*position].value) {
                changes.edits.push((value.bytes.clone(), literal.clone()));
                changes.reviewed.corrected += 1;
            }
        }
        let evidence: BTreeSet<_> =
            marks.keys().filter_map(|position| lines[*position].evidence.as_ref()).collect();
        for evidence in evidence {
            changes.raise(evidence)?;
        }
        if !lines.is_empty() && marks.len() == lines.len() {
            changes.reviewed.whole = true;
            let checked = KeyPath::root().key("edition").key("checked");
            changes.replace(&checked, quoted(&on.to_string()));
        }
        Ok((changes.text(), changes.reviewed))
    }

    /// Raises the grade of what was marked as a whole, else that of the rows that were.
    fn raise(&mut self, evidence: &KeyPath) -> Result<(), ReviewError> {
        let resting: Vec<usize> = (0..self.lines.len())
            .filter(|position| self.lines[*position].evidence.as_ref() == Some(evidence))
            .collect();
        let marked: Vec<usize> =
            resting.iter().copied().filter(|position| self.marks.contains_key(position)).collect();
        let grade = self.text_at(evidence, "grade").unwrap_or_default();
        let Some(first) = marked.first().copied() else { return Ok(()) };
        if marked.len() == resting.len() {
            if grade == "conflicting" {
                let why = "sources disagree here; take the readings away by hand and say in the note which one lost";
                return Err(self.refused(first, why));
            }
            let article = self.article(&marked)?;
            if grade != "official" {
                self.replace(&evidence.key("grade"), quoted("official"));
                self.reviewed.raised += 1;
            }
            if let Some(article) = article {
                self.write_article(evidence, article);
            }
            return Ok(());
        }
        if grade == "official" {
            return Ok(());
        }
        let rows: BTreeSet<KeyPath> =
            marked.iter().filter_map(|position| row_of(&self.lines[*position].place)).collect();
        let mut raised = 0;
        for row in rows {
            let of_row =
                |position: &&usize| row_of(&self.lines[**position].place).as_ref() == Some(&row);
            let values: Vec<usize> = marked.iter().filter(of_row).copied().collect();
            if values.len() == resting.iter().filter(of_row).count() {
                self.cite_row(&row, evidence, &values)?;
                raised += values.len();
            }
        }
        if raised < marked.len() {
            let about = written::address(self.table, evidence);
            let (marked, resting) = (marked.len(), resting.len());
            self.reviewed.notes.push(format!(
                "{about} stays {grade}: {marked} of the {resting} lines that rest on it were marked"
            ));
        }
        Ok(())
    }

    /// Gives a row a citation of its own: the text was read for this row only.
    fn cite_row(
        &mut self,
        row: &KeyPath,
        evidence: &KeyPath,
        values: &[usize],
    ) -> Result<(), ReviewError> {
        let article = self.article(values)?;
        let document = self.text_at(evidence, "document").unwrap_or_default();
        let mut cite = format!("document = {}", quoted(document));
        if let Some((zh, en)) = article {
            cite += &format!(", article = {}", in_both(&zh, &en));
        }
        let Some(points) = self.bytes(&row.key("points")) else { return Ok(()) };
        let text = format!(", cite = {{ {cite}, grade = \"official\" }}");
        self.edits.push((points.end..points.end, text));
        self.reviewed.raised += 1;
        Ok(())
    }

    /// Returns the article that marked lines name; they share one citation, so they name one.
    fn article(&self, marked: &[usize]) -> Result<Option<(String, String)>, ReviewError> {
        let mut article = None;
        for position in marked {
            let given = self.marks.get(position).and_then(|mark| mark.article.as_ref());
            match (&article, given) {
                (Some(known), Some(given)) if known != given => {
                    let why = "it names another article than the lines it shares a citation with";
                    return Err(self.refused(*position, why));
                }
                (None, Some(given)) => article = Some(given.clone()),
                _ => {}
            }
        }
        Ok(article)
    }

    fn write_article(&mut self, evidence: &KeyPath, (zh, en): (String, String)) {
        let place = evidence.key("article");
        let holder = written::at(self.table, &place);
        if holder.is_some() {
            for (key, text) in [("zh", zh), ("en", en)] {
                let known = holder.and_then(|holder| written::text(holder, key));
                if known != Some(text.as_str()) {
                    self.replace(&place.key(key), quoted(&text));
                }
            }
            return;
        }
        // Only a citation has articles; a document is a whole.
        let Some(document) = self.bytes(&evidence.key("document")) else { return };
        let article = format!("article = {}", in_both(&zh, &en));
        let before = &self.source.text()[..document.start];
        let line = before.rsplit('\n').next().unwrap_or_default();
        let indent: String = line.chars().take_while(|c| c.is_whitespace()).collect();
        let own_line = line.trim_start().starts_with("document");
        let inline =
            self.bytes(evidence).is_some_and(|cite| self.source.text()[cite].starts_with('{'));
        let comma = if inline { "," } else { "" };
        let space = if own_line { format!("\n{indent}") } else { " ".to_owned() };
        self.edits.push((document.end..document.end, format!("{comma}{space}{article}")));
    }

    fn replace(&mut self, place: &KeyPath, literal: String) {
        if let Some(bytes) = self.bytes(place) {
            self.edits.push((bytes, literal));
        }
    }

    fn bytes(&self, place: &KeyPath) -> Option<Range<usize>> {
        written::bytes(self.table, place)
    }

    fn text_at(&self, place: &KeyPath, key: &str) -> Option<&'a str> {
        written::text(written::at(self.table, place)?, key)
    }

    fn refused(&self, position: usize, why: &str) -> ReviewError {
        ReviewError::Line {
            line: self.marks.get(&position).map_or(0, |mark| mark.at),
            id: self.lines[position].id.clone(),
            why: why.to_owned(),
        }
    }

    fn text(&self) -> String {
        let mut edits = self.edits.clone();
        edits.sort_by_key(|(bytes, _)| std::cmp::Reverse((bytes.start, bytes.end)));
        let mut text = self.source.text().to_owned();
        for (bytes, new) in edits {
            text.replace_range(bytes, &new);
        }
        text
    }
}

/// Returns the row of a table that a value stands in.
fn row_of(place: &KeyPath) -> Option<KeyPath> {
    let rows =
        place.steps.iter().rposition(|step| matches!(step, KeyStep::Key(key) if key == "rows"))?;
    let steps = place.steps.get(..rows + 2)?;
    matches!(steps.last(), Some(KeyStep::Index(_))).then(|| KeyPath { steps: steps.to_vec() })
}

fn in_both(zh: &str, en: &str) -> String {
    format!("{{ zh = {}, en = {} }}", quoted(zh), quoted(en))
}
