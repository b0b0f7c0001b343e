//! The whole page in one HTML file that opens from a disk: what `dist/` holds, without a single address.

use crate::build;
use crate::html::{attribute, insert_before, take_elements};
use crate::project::Project;
use anyhow::{Context, Result, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};
use std::fs;
use std::io::Write;
use std::path::Path;

/// Builds the page, then puts it into one file.
pub(crate) fn single_file(project: &Project) -> Result<()> {
    build::build(project, None)?;
    assemble(project)
}

/// Puts the page that is in `dist/` into `target/single-file/jifen.html`.
pub(crate) fn assemble(project: &Project) -> Result<()> {
    let starter = fs::read_to_string(project.root.join("web/single-file.js"))?;
    let page = inline_everything(&project.dist(), &starter)?;
    let file = project.single_file();
    fs::create_dir_all(file.parent().unwrap_or(&project.root))?;
    fs::write(&file, &page)?;
    println!("{} ({} bytes)", file.display(), page.len());
    Ok(())
}

/// The built site, whose files go into the page.
struct Site<'a> {
    dist: &'a Path,
}

impl Site<'_> {
    fn bytes(&self, name: &str) -> Result<Vec<u8>> {
        let path = self.dist.join(name.trim_start_matches("./"));
        fs::read(&path)
            .with_context(|| format!("the page names {}, which is not there", path.display()))
    }

    fn text(&self, name: &str) -> Result<String> {
        Ok(String::from_utf8(self.bytes(name)?)?)
    }
}

/// Returns the page of a site with everything in it that it would fetch.
fn inline_everything(dist: &Path, starter: &str) -> Result<String> {
    let site = Site { dist };
    let mut html = site.text("index.html").context("run `cargo xtask build` first")?;
    let (icon, style) = take_links(&mut html, &site)?;
    let classic = take_classic_scripts(&mut html, &site)?;
    let Meta { rest, program, wasm, later } = take_meta(&mut html, &site)?;
    ensure!(
        program.contains("__wbg_init as default") && !program.starts_with("import"),
        "wasm-bindgen's script has changed its shape: web/single-file.js calls __wbg_init"
    );
    let program = format!("{program}\n{starter}");
    let policy = format!(
        "default-src 'none'; script-src 'wasm-unsafe-eval' '{}' '{}'; style-src '{}'; img-src data:; \
         base-uri 'none'; form-action 'none'",
        source_digest(&classic)?,
        source_digest(&program)?,
        source_digest(&style)?
    );
    let head = format!(
        "<meta charset=utf-8><meta http-equiv=Content-Security-Policy content=\"{policy}\">{icon}{rest}\
         <style>{style}</style>"
    );
    let parts = [data_element("program.wasm", &wasm)?, data_element("later.wasm", &later)?];
    let data = [parts.concat(), packs(dist)?].concat();
    let tail = format!("{data}<script>{classic}</script><script type=module>{program}</script>");
    insert_before(&mut html, "<title", &head)?;
    match html.rfind("</body>") {
        Some(at) => html.insert_str(at, &tail),
        None => html += &tail,
    }
    Ok(html)
}

/// Takes the links out of the page; returns its icon as an element, and its style.
fn take_links(html: &mut String, site: &Site<'_>) -> Result<(String, String)> {
    let (mut icon, mut style) = (String::new(), String::new());
    for link in take_elements(html, "link", ">")? {
        let address = attribute(&link, "href").unwrap_or_default();
        match attribute(&link, "rel") {
            Some("stylesheet") => style += &site.text(address)?,
            Some("icon") => {
                icon = format!("<link rel=icon href=\"{}\">", image_address(&site.bytes(address)?));
            }
            // Manifest and preloads: nothing is fetched here.
            _ => {}
        }
    }
    ensure!(
        !style.contains("url("),
        "a style sheet names an address, which this file cannot fetch"
    );
    // What leads to other files of the site.
    style += ".published{display:none}";
    Ok((icon, style))
}

/// Takes the scripts out of the page; returns what stands in those that are no modules.
fn take_classic_scripts(html: &mut String, site: &Site<'_>) -> Result<String> {
    let mut classic = String::new();
    for script in take_elements(html, "script", "</script>")? {
        // A module of the site's own fetches; the starter stands in for it.
        if attribute(&script, "type") != Some("module") {
            classic +=
                &site.text(attribute(&script, "src").context("a script without an address")?)?;
        }
    }
    Ok(classic)
}

/// What the page says in `meta` elements.
#[derive(Default)]
struct Meta {
    /// Those that stay.
    rest: String,
    /// wasm-bindgen's script.
    program: String,
    /// The first part of the program itself.
    wasm: Vec<u8>,
    /// What it does without at first.
    later: Vec<u8>,
}

/// Takes the `meta` elements out of the page; the policy, and what names the program, are replaced.
fn take_meta(html: &mut String, site: &Site<'_>) -> Result<Meta> {
    let mut taken = Meta::default();
    let mut policies = 0;
    for meta in take_elements(html, "meta", ">")? {
        if attribute(&meta, "name") == Some("program") {
            taken.program = site.text(attribute(&meta, "content").unwrap_or_default())?;
            taken.wasm = site.bytes(attribute(&meta, "data-wasm").unwrap_or_default())?;
            taken.later = site.bytes(attribute(&meta, "data-later").unwrap_or_default())?;
        } else if meta.to_ascii_lowercase().contains("content-security-policy") {
            policies += 1;
        } else if !meta.contains("charset") {
            taken.rest += &meta;
        }
    }
    ensure!(policies == 1, "the page has {policies} policies; one is to be replaced");
    Ok(taken)
}

/// Returns every pack as an element.
fn packs(dist: &Path) -> Result<String> {
    let mut elements = String::new();
    for entry in fs::read_dir(dist.join("rules"))? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name.ends_with(".pack") {
            elements += &data_element(&format!("rules/{name}"), &fs::read(&path)?)?;
        }
    }
    Ok(elements)
}

fn image_address(svg: &[u8]) -> String {
    format!("data:image/svg+xml;base64,{}", STANDARD.encode(svg))
}

/// Returns the source expression by which a policy allows this one text and no other.
fn source_digest(text: &str) -> Result<String> {
    // Browsers would end the element there, or read another line end than was counted.
    for surprise in ["</script", "</style", "<!--", "\r"] {
        ensure!(!text.contains(surprise), "{surprise:?} cannot stand inside of a page");
    }
    Ok(format!("sha256-{}", STANDARD.encode(Sha256::digest(text))))
}

/// Returns a file as an element that no browser runs, compressed to less than half.
fn data_element(name: &str, content: &[u8]) -> Result<String> {
    let mut compressed = GzEncoder::new(Vec::new(), Compression::best());
    compressed.write_all(content)?;
    let text = STANDARD.encode(compressed.finish()?);
    Ok(format!("<script type=application/gzip id={name}>{text}</script>"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_end_an_element_is_refused() {
        assert!(source_digest("let end = '</script>'").is_err());
        assert!(source_digest("let end = 1").is_ok());
    }
}
