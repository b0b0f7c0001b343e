//! The whole page in one HTML file that opens from a disk: what `dist/` holds, without a single address.

use crate::build;
use crate::project::Project;
use anyhow::{Context, Result, bail, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};
use std::fs;
use std::io::Write;
use std::path::Path;

/// The chore: builds the page, then puts it into one file.
pub(crate) fn single_file(project: &Project) -> Result<()> {
    build::build(project)?;
    assemble(project)
}

/// Puts the page that is in `dist/` into `target/single-file/jifen.html`.
pub(crate) fn assemble(project: &Project) -> Result<()> {
    let starter = fs::read_to_string(project.root.join("web/single-file.js"))?;
    let page = whole(&project.dist(), &starter)?;
    let file = project.single_file();
    fs::create_dir_all(file.parent().unwrap_or(&project.root))?;
    fs::write(&file, &page)?;
    println!("{} ({} bytes)", file.display(), page.len());
    Ok(())
}

fn whole(dist: &Path, starter: &str) -> Result<String> {
    let file = |name: &str| {
        let path = dist.join(name.trim_start_matches("./"));
        fs::read(&path)
            .with_context(|| format!("the page names {}, which is not there", path.display()))
    };
    let words = |name: &str| Ok::<_, anyhow::Error>(String::from_utf8(file(name)?)?);
    let mut html = words("index.html").context("run `cargo xtask build` first")?;

    let mut head = String::new();
    let mut style = String::new();
    for link in take(&mut html, "link", ">")? {
        let address = attribute(&link, "href").unwrap_or_default();
        match attribute(&link, "rel") {
            Some("stylesheet") => style += &words(address)?,
            Some("icon") => head = format!("<link rel=icon href=\"{}\">", image(&file(address)?)),
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

    let mut classic = String::new();
    for script in take(&mut html, "script", "</script>")? {
        // A module of the site's own fetches; the starter stands in for it.
        if attribute(&script, "type") != Some("module") {
            classic += &words(attribute(&script, "src").context("a script without an address")?)?;
        }
    }
    let (mut program, mut wasm) = (String::new(), Vec::new());
    let mut policies = 0;
    for meta in take(&mut html, "meta", ">")? {
        if attribute(&meta, "name") == Some("program") {
            program = words(attribute(&meta, "content").unwrap_or_default())?;
            wasm = file(attribute(&meta, "data-wasm").unwrap_or_default())?;
        } else if meta.to_ascii_lowercase().contains("content-security-policy") {
            policies += 1;
        } else if !meta.contains("charset") {
            head += &meta;
        }
    }
    ensure!(policies == 1, "the page has {policies} policies; one is to be replaced");
    ensure!(
        program.contains("__wbg_init as default") && !program.starts_with("import"),
        "wasm-bindgen's script has changed its shape: web/single-file.js calls __wbg_init"
    );
    program = format!("{program}\n{starter}");

    let policy = format!(
        "default-src 'none'; script-src 'wasm-unsafe-eval' '{}' '{}'; style-src '{}'; img-src data:; \
         base-uri 'none'; form-action 'none'",
        digest(&classic)?,
        digest(&program)?,
        digest(&style)?
    );
    let mut data = element("program.wasm", &wasm)?;
    for entry in fs::read_dir(dist.join("rules"))? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name.ends_with(".pack") {
            data += &element(&format!("rules/{name}"), &fs::read(&path)?)?;
        }
    }
    let head = format!(
        "<meta charset=utf-8><meta http-equiv=Content-Security-Policy content=\"{policy}\">{head}\
         <style>{style}</style>"
    );
    let tail = format!("{data}<script>{classic}</script><script type=module>{program}</script>");
    insert(&mut html, "<title", &head)?;
    match html.rfind("</body>") {
        Some(at) => html.insert_str(at, &tail),
        None => html += &tail,
    }
    Ok(html)
}

/// Takes every element of a name out of the page.
fn take(html: &mut String, name: &str, end: &str) -> Result<Vec<String>> {
    let begin = format!("<{name} ");
    let mut taken = Vec::new();
    while let Some(at) = html.find(&begin) {
        let length = html[at..].find(end).with_context(|| format!("{begin} has no end"))?;
        taken.push(html.drain(at..at + length + end.len()).collect());
    }
    Ok(taken)
}

/// What an element's start says, with or without quotes.
fn attribute<'a>(element: &'a str, name: &str) -> Option<&'a str> {
    let start = &element[..=element.find('>')?];
    let (_, value) = start.split_once(&format!(" {name}="))?;
    match value.strip_prefix('"') {
        Some(quoted) => quoted.split('"').next(),
        None => value.split([' ', '>']).next(),
    }
}

fn insert(html: &mut String, before: &str, what: &str) -> Result<()> {
    let Some(at) = html.find(before) else { bail!("the page has no {before}") };
    html.insert_str(at, what);
    Ok(())
}

fn image(svg: &[u8]) -> String {
    format!("data:image/svg+xml;base64,{}", STANDARD.encode(svg))
}

/// By which a policy allows one text and no other.
fn digest(text: &str) -> Result<String> {
    // Browsers would end the element there, or read another line end than was counted.
    for surprise in ["</script", "</style", "<!--", "\r"] {
        ensure!(!text.contains(surprise), "{surprise:?} cannot stand inside of a page");
    }
    Ok(format!("sha256-{}", STANDARD.encode(Sha256::digest(text))))
}

/// A file as an element that no browser runs. Packed, all of it is less than half as long.
fn element(name: &str, content: &[u8]) -> Result<String> {
    let mut packed = GzEncoder::new(Vec::new(), Compression::best());
    packed.write_all(content)?;
    let text = STANDARD.encode(packed.finish()?);
    Ok(format!("<script type=application/gzip id={name}>{text}</script>"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_are_read_with_and_without_quotes() {
        let link = "<link href=./a.css rel=\"stylesheet\">";
        assert_eq!(attribute(link, "href"), Some("./a.css"));
        assert_eq!(attribute(link, "rel"), Some("stylesheet"));
        assert_eq!(attribute(link, "type"), None);
    }

    #[test]
    fn elements_are_taken_out() {
        let mut html = "a<link href=b>c<link href=d>e".to_owned();
        assert_eq!(take(&mut html, "link", ">").unwrap(), ["<link href=b>", "<link href=d>"]);
        assert_eq!(html, "ace");
    }

    #[test]
    fn what_would_end_an_element_is_refused() {
        assert!(digest("let end = '</script>'").is_err());
        assert!(digest("let end = 1").is_ok());
    }
}
