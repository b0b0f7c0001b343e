//! A scheme as the page fetches it: postcard behind a small header, so that a page never reads a pack
//! that was cut, is something else, or belongs to another build.

use jiff::civil::Date;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::{City, Guide, Holidays, Scheme, Text};

/// The layout of packs. Raised whenever a type of this room changes; a test holds it to the rule schema.
pub const FORMAT: u16 = 3;

/// The first bytes of every pack.
const MAGIC: &[u8; 5] = b"JIFEN";

/// The files beside the packs of single schemes; no scheme has such an id.
pub const RESERVED: [&str; 2] = ["all", "catalogue"];

/// The bytes before the contents: magic, format, checksum.
const HEADER: usize = MAGIC.len() + 2 + 4;

/// What a page needs to know of all schemes before it fetches one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Catalogue {
    /// Every scheme, in the order of the tabs.
    pub entries: Vec<Entry>,
    /// Public holidays, for counting working days.
    pub holidays: Holidays,
}

/// A scheme in the catalogue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The scheme's id; its pack is `<id>.pack`.
    pub id: String,
    /// The city whose tab holds it.
    pub city: City,
    /// What the scheme is called.
    pub name: Text,
    /// The edition's id.
    pub edition: String,
    /// Last day of the edition, where there is one.
    #[serde(with = "super::day::optional")]
    pub to: Option<Date>,
    /// The day on which the facts were last checked.
    #[serde(with = "super::day")]
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
    /// The scheme as a pack.
    ///
    /// # Errors
    /// Where the contents cannot be written, which no scheme that was read from a file meets.
    pub fn to_pack(&self) -> Result<Vec<u8>, postcard::Error> {
        pack(self)
    }

    /// The scheme of a pack, bound.
    ///
    /// # Errors
    /// Where the bytes are not a whole pack of this build.
    pub fn from_pack(bytes: &[u8]) -> Result<Scheme, PackError> {
        let mut scheme: Scheme = unpack(bytes)?;
        scheme.bind();
        Ok(scheme)
    }

    /// Several schemes as one pack: they share questions and words, so that together they are far smaller.
    ///
    /// # Errors
    /// As [`Scheme::to_pack`].
    pub fn all_to_pack(schemes: &[Scheme]) -> Result<Vec<u8>, postcard::Error> {
        pack(&schemes)
    }

    /// The schemes of a pack of several, bound, in their order.
    ///
    /// # Errors
    /// Where the bytes are not a whole pack of this build.
    pub fn all_from_pack(bytes: &[u8]) -> Result<Vec<Scheme>, PackError> {
        let mut schemes: Vec<Scheme> = unpack(bytes)?;
        schemes.iter_mut().for_each(Scheme::bind);
        Ok(schemes)
    }
}

impl Catalogue {
    /// The catalogue as a pack.
    ///
    /// # Errors
    /// Where the contents cannot be written, which no catalogue of read schemes meets.
    pub fn to_pack(&self) -> Result<Vec<u8>, postcard::Error> {
        pack(self)
    }

    /// The catalogue of a pack.
    ///
    /// # Errors
    /// Where the bytes are not a whole pack of this build.
    pub fn from_pack(bytes: &[u8]) -> Result<Catalogue, PackError> {
        unpack(bytes)
    }
}

impl Guide {
    /// The guide as a pack.
    ///
    /// # Errors
    /// Where the contents cannot be written, which no guide that was read from a file meets.
    pub fn to_pack(&self) -> Result<Vec<u8>, postcard::Error> {
        pack(self)
    }

    /// The guide of a pack, bound to its scheme.
    ///
    /// # Errors
    /// Where the bytes are not a whole pack of this build.
    pub fn from_pack(bytes: &[u8], scheme: &Scheme) -> Result<Guide, PackError> {
        let mut guide: Guide = unpack(bytes)?;
        guide.bind(scheme);
        Ok(guide)
    }
}

impl From<&Scheme> for Entry {
    fn from(scheme: &Scheme) -> Entry {
        Entry {
            id: scheme.id.clone(),
            city: scheme.city.clone(),
            name: scheme.name.clone(),
            edition: scheme.edition.id.clone(),
            to: scheme.edition.to,
            checked: scheme.edition.checked,
        }
    }
}

fn pack(contents: &impl Serialize) -> Result<Vec<u8>, postcard::Error> {
    let contents = postcard::to_allocvec(contents)?;
    let mut bytes = Vec::with_capacity(HEADER + contents.len());
    bytes.extend_from_slice(MAGIC);
    bytes.extend_from_slice(&FORMAT.to_le_bytes());
    bytes.extend_from_slice(&crc32fast::hash(&contents).to_le_bytes());
    bytes.extend_from_slice(&contents);
    Ok(bytes)
}

fn unpack<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, PackError> {
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
    postcard::from_bytes(contents).map_err(|_| PackError::Damaged)
}
