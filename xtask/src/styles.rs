//! The styles of a built page as one file: ten of them are ten requests before anything can be painted.

use crate::html::{attribute, insert_before, take_elements};
use anyhow::{Context, Result};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::Path;
use xtask::files;

/// Puts the style sheets that the page names, in their order, into one whose name tells its content.
pub(crate) fn join(site: &Path) -> Result<()> {
    let page = site.join("index.html");
    let mut html = fs::read_to_string(&page)?;
    let (mut joined, mut others) = (String::new(), String::new());
    for link in take_elements(&mut html, "link", ">")? {
        if attribute(&link, "rel") != Some("stylesheet") {
            others += &link;
            continue;
        }
        let path = site.join(attribute(&link, "href").context("a style without an address")?);
        joined += fs::read_to_string(&path)
            .with_context(|| format!("the page names {}, which is not there", path.display()))?
            .trim();
        fs::remove_file(&path)?;
    }
    let name = format!("style-{}.css", files::short(&Sha256::digest(&joined)));
    fs::write(site.join(&name), joined)?;
    insert_before(&mut html, "<script", &format!("<link href=./{name} rel=stylesheet>{others}"))?;
    fs::write(&page, html)?;
    Ok(())
}
