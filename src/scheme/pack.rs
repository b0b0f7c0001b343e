//! A scheme as the page fetches it: postcard behind a small header, so that a page never reads a pack
//! that was cut, is something else, or belongs to another build.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use thiserror::Error;

use super::editions::{begin, used_on};
use super::{
    City, Edition, EditionKind, Editions, Guide, Holidays, Purpose, Scheme, Text, Validity,
};

/// The layout of packs. Raised whenever the layout of a type of this room changes; a test holds it to the schemas of all
/// that packs hold.
pub const FORMAT: u16 = 7;

/// The first bytes of every pack.
const MAGIC: &[u8; 5] = b"JIFEN";

/// The files beside the packs of single schemes; no scheme has such an id.
pub const RESERVED: [&str; 2] = ["all", "catalogue"];

/// The bytes before the contents: magic, format, checksum.
const HEADER: usize = MAGIC.len() + 2 + 4;

/// What a page needs to know of all schemes before it fetches one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Catalogue {
    /// Every scheme, in the order of the tabs.
    pub entries: Vec<Entry>,
    /// Public holidays, for counting working days.
    pub holidays: Holidays,
}

/// A scheme in the catalogue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Entry {
    /// The scheme's id; its pack is `<id>.pack`, and `<id>@<edition>.pack` for all editions but the first.
    pub id: String,
    /// The city whose tab holds it.
    pub city: City,
    /// What the scheme is called.
    pub name: Text,
    /// What people want its points for; empty where that was not found.
    pub purposes: Vec<Purpose>,
    /// Its editions, so that one can be chosen before its rules are fetched: the one that is written whole first.
    pub editions: Vec<EditionEntry>,
}

/// An edition in the catalogue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct EditionEntry {
    /// The edition's id.
    pub id: String,
    /// What it is called.
    pub name: Text,
    /// Whether it has been adopted.
    pub kind: EditionKind,
    /// Its first day; a draft need not have one.
    #[schemars(with = "Option<String>")]
    #[serde(with = "super::date_serde::optional")]
    pub from: Option<Date>,
    /// Its last day, where there is one.
    #[schemars(with = "Option<String>")]
    #[serde(with = "super::date_serde::optional")]
    pub to: Option<Date>,
    /// The day on which the facts were last checked.
    #[schemars(with = "String")]
    #[serde(with = "super::date_serde")]
    pub checked: Date,
}

/// Why bytes are not a pack that this build can read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum PackError {
    /// The bytes do not begin as a pack does: an error page, another file.
    #[error("this is not a rule pack")]
    Foreign,
    /// A pack of another build.
    #[error("this rule pack has format {found}; this build reads format {FORMAT}")]
    OtherBuild {
        /// The format of the pack.
        found: u16,
    },
    /// The contents are cut short or changed.
    #[error("this rule pack is damaged")]
    Damaged,
}

impl Scheme {
    /// Writes the scheme as a pack.
    ///
    /// # Errors
    /// Where the contents cannot be written, which no scheme that was read from a file meets.
    pub fn to_pack(&self) -> Result<Vec<u8>, postcard::Error> {
        pack(self)
    }

    /// Reads the scheme of a pack and binds it.
    ///
    /// # Errors
    /// Where the bytes are not a whole pack of this build.
    pub fn from_pack(bytes: &[u8]) -> Result<Scheme, PackError> {
        let mut scheme: Scheme = unpack(bytes)?;
        scheme.bind();
        scheme.fingerprint = Some(Sha256::digest(bytes).into());
        Ok(scheme)
    }

    /// Notes which pack would hold these rules, where they were not read from one.
    ///
    /// # Errors
    /// As [`Scheme::to_pack`].
    pub fn stamp(&mut self) -> Result<(), postcard::Error> {
        self.fingerprint = Some(Sha256::digest(self.to_pack()?).into());
        Ok(())
    }

    /// Writes several schemes as one pack: they share questions and words, so that together they are far smaller.
    ///
    /// # Errors
    /// As [`Scheme::to_pack`].
    pub fn all_to_pack(schemes: &[&Scheme]) -> Result<Vec<u8>, postcard::Error> {
        pack(&schemes)
    }

    /// Reads the schemes of a pack of several and binds them, in their order.
    ///
    /// # Errors
    /// Where the bytes are not a whole pack of this build.
    pub fn all_from_pack(bytes: &[u8]) -> Result<Vec<Scheme>, PackError> {
        let mut rest = contents(bytes)?;
        let count: usize = next(&mut rest)?;
        let mut schemes = Vec::new();
        for _ in 0..count {
            let before = rest;
            let mut scheme: Scheme = next(&mut rest)?;
            scheme.bind();
            // As it stands in the pack of its own.
            let own = before.get(..before.len() - rest.len()).unwrap_or_default();
            let hasher = Sha256::new().chain_update(header(own)).chain_update(own);
            scheme.fingerprint = Some(hasher.finalize().into());
            schemes.push(scheme);
        }
        Ok(schemes)
    }
}

impl EditionEntry {
    /// Returns whether a day lies within the edition's dates; what else is in doubt of it only its rules know.
    pub fn validity(&self, on: Date) -> Validity {
        Validity::by_dates(self.kind, self.from, self.to, on)
    }
}

impl Entry {
    /// Returns the edition of an id; without one that is known, the edition that a day is assessed by.
    pub fn edition(&self, id: Option<&str>, on: Date) -> Option<&EditionEntry> {
        let named = self.editions.iter().find(|edition| id == Some(&edition.id));
        let begins = self.editions.iter().map(|edition| begin(edition.kind, edition.from));
        named.or_else(|| self.editions.get(used_on(begins, on).unwrap_or(0)))
    }

    /// Returns whether there is an edition of an id.
    pub fn knows(&self, edition: &str) -> bool {
        self.editions.iter().any(|known| known.id == edition)
    }

    /// Returns the name of the file with an edition's rules, as far as the dot.
    pub fn file(&self, edition: &str) -> String {
        let whole = self.editions.first().is_none_or(|first| first.id == edition);
        if whole { self.id.clone() } else { other_file(&self.id, edition) }
    }
}

impl Editions {
    /// Returns every edition with the name of the file that holds its rules, as far as the dot.
    pub fn files(&self) -> impl Iterator<Item = (String, &Scheme)> {
        let others = self.others.iter();
        let others = others.map(|scheme| (other_file(&scheme.id, &scheme.edition.id), scheme));
        std::iter::once((self.whole.id.clone(), &self.whole)).chain(others)
    }
}

fn other_file(scheme: &str, edition: &str) -> String {
    [scheme, "@", edition].concat()
}

impl Catalogue {
    /// Returns what is known of a scheme.
    pub fn entry(&self, scheme: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.id == scheme)
    }

    /// Writes the catalogue as a pack.
    ///
    /// # Errors
    /// Where the contents cannot be written, which no catalogue of read schemes meets.
    pub fn to_pack(&self) -> Result<Vec<u8>, postcard::Error> {
        pack(self)
    }

    /// Reads the catalogue of a pack.
    ///
    /// # Errors
    /// Where the bytes are not a whole pack of this build.
    pub fn from_pack(bytes: &[u8]) -> Result<Catalogue, PackError> {
        unpack(bytes)
    }
}

impl Guide {
    /// Writes the guide as a pack.
    ///
    /// # Errors
    /// Where the contents cannot be written, which no guide that was read from a file meets.
    pub fn to_pack(&self) -> Result<Vec<u8>, postcard::Error> {
        pack(self)
    }

    /// Reads the guide of a pack and binds it to its scheme.
    ///
    /// # Errors
    /// Where the bytes are not a whole pack of this build.
    pub fn from_pack(bytes: &[u8], scheme: &Scheme) -> Result<Guide, PackError> {
        let mut guide: Guide = unpack(bytes)?;
        guide.bind(scheme);
        guide.leave_out_undecided();
        Ok(guide)
    }
}

impl From<&Scheme> for Entry {
    fn from(scheme: &Scheme) -> Entry {
        Entry {
            id: scheme.id.clone(),
            city: scheme.city.clone(),
            name: scheme.name.clone(),
            purposes: scheme.purposes.clone(),
            editions: vec![EditionEntry::from(&scheme.edition)],
        }
    }
}

impl From<&Editions> for Entry {
    fn from(editions: &Editions) -> Entry {
        let of_each = editions.all().map(|scheme| EditionEntry::from(&scheme.edition));
        Entry { editions: of_each.collect(), ..Entry::from(&editions.whole) }
    }
}

impl From<&Edition> for EditionEntry {
    fn from(edition: &Edition) -> EditionEntry {
        EditionEntry {
            id: edition.id.clone(),
            name: edition.name.clone(),
            kind: edition.kind,
            from: edition.from,
            to: edition.to,
            checked: edition.checked,
        }
    }
}

fn pack(contents: &impl Serialize) -> Result<Vec<u8>, postcard::Error> {
    let contents = postcard::to_allocvec(contents)?;
    Ok([&header(&contents)[..], &contents].concat())
}

fn header(contents: &[u8]) -> [u8; HEADER] {
    let mut header = [0; HEADER];
    let format = FORMAT.to_le_bytes();
    let checksum = crc32fast::hash(contents).to_le_bytes();
    let bytes = MAGIC.iter().chain(&format).chain(&checksum);
    header.iter_mut().zip(bytes).for_each(|(byte, given)| *byte = *given);
    header
}

fn unpack<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, PackError> {
    next(&mut contents(bytes)?)
}

/// Reads the next value and moves on behind it.
fn next<T: DeserializeOwned>(rest: &mut &[u8]) -> Result<T, PackError> {
    let (value, after) = postcard::take_from_bytes(rest).map_err(|_| PackError::Damaged)?;
    *rest = after;
    Ok(value)
}

fn contents(bytes: &[u8]) -> Result<&[u8], PackError> {
    let rest = bytes.strip_prefix(MAGIC).ok_or(PackError::Foreign)?;
    let (format, rest) = rest.split_first_chunk().ok_or(PackError::Damaged)?;
    let found = u16::from_le_bytes(*format);
    if found != FORMAT {
        return Err(PackError::OtherBuild { found });
    }
    let (checksum, contents) = rest.split_first_chunk().ok_or(PackError::Damaged)?;
    if crc32fast::hash(contents) != u32::from_le_bytes(*checksum) {
        return Err(PackError::Damaged);
    }
    Ok(contents)
}
