//! The pages of the estimator: that of the root, `<scheme>/` and `<scheme>/en/`, and `en/` without a scheme. Each is that of
//! the root with a title, a description and a first paint of its own; they use the files of the root and bring none.

use crate::html::{attribute, insert_before, replace, take_elements};
use anyhow::{Context, Result, bail, ensure};
use std::fs;
use std::path::Path;
use xtask::files;

/// Where the first paint goes; not a comment, because those are left out of the small page.
const FIRST_PAINT: &str = "{first paint}";
/// Where the ids of the schemes go that have pages; with commas, since the small page has no quotes there.
const SCHEMES: &str = "{painted}";
/// The last folder of an English page.
const ENGLISH: &str = "en/";
/// The map of the site, for search engines.
const MAP: &str = "sitemap.xml";

/// A page: its folder within the site, which is empty for the root, and its HTML.
pub(crate) type Page = (String, String);

/// Puts the pages together, that of the root first: `html` is its frame, with marks where its paint goes, and `staging` holds
/// what each has of its own. `address` is that of the site, where it is known.
pub(crate) fn compose(html: &str, staging: &Path, address: Option<&str>) -> Result<Vec<Page>> {
    for mark in [FIRST_PAINT, SCHEMES] {
        ensure!(
            html.matches(mark).count() == 1,
            "index.html must hold {mark} exactly once: the first paint goes there"
        );
    }
    let staged = staging.join("pages");
    let files = files::read_all(&staged)?;
    let paths = files.keys().filter_map(|file| file.strip_suffix("head.html"));
    let paths: Vec<&str> = [""].into_iter().chain(paths).collect();
    let schemes = paths.iter().filter_map(|path| path.strip_suffix('/'));
    let schemes: Vec<&str> =
        schemes.filter(|scheme| !scheme.ends_with("/en") && *scheme != "en").collect();
    let html = html.replace(SCHEMES, &schemes.join(","));
    let read = |path: &Path| {
        fs::read_to_string(path).with_context(|| format!("{} is missing", path.display()))
    };
    let page = |path: &&str| {
        let own = staged.join(path);
        let (mut html, paint) = if path.is_empty() {
            (html.clone(), read(&staging.join("page.html"))?)
        } else {
            let head = read(&own.join("head.html"))?;
            (in_folder(&html, path, head.trim())?, read(&own.join("paint.html"))?)
        };
        refuse_blocked(&paint)?;
        if let Some(address) = address {
            insert_before(&mut html, "<title", &relations(address, path))?;
        }
        Ok(((*path).to_owned(), html.replace(FIRST_PAINT, paint.trim())))
    };
    paths.iter().map(page).collect()
}

/// Writes the pages into a site.
pub(crate) fn write(pages: &[Page], site: &Path) -> Result<()> {
    for (folder, _) in pages.iter().filter_map(|(path, _)| path.split_once('/')) {
        ensure!(
            !site.join(folder).exists(),
            "the site has a folder `{folder}` already: no scheme can have that id"
        );
    }
    for (path, html) in pages {
        let folder = site.join(path);
        fs::create_dir_all(&folder)?;
        fs::write(folder.join("index.html"), html)?;
    }
    Ok(())
}

/// Writes the map of a site whose address is known.
pub(crate) fn write_map(pages: &[Page], site: &Path, address: &str) -> Result<()> {
    let places = pages.iter().map(|(path, _)| format!("<url><loc>{address}{path}</loc></url>\n"));
    let map = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{}</urlset>\n",
        places.collect::<String>()
    );
    Ok(fs::write(site.join(MAP), map)?)
}

/// Reads the address of a site; it ends in `/`.
pub(crate) fn site_address(text: &str) -> Result<String, String> {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let fits = |letter: char| letter.is_ascii_alphanumeric() || "-._~:/%[]".contains(letter);
    let whole = rest.is_some_and(|rest| {
        rest.starts_with(|first: char| first.is_ascii_alphanumeric() || first == '[')
            && rest.chars().all(fits)
    });
    if whole {
        Ok([text.trim_end_matches('/'), "/"].concat())
    } else {
        Err("a whole address is wanted, without ? and #, such as https://example.org/points/"
            .to_owned())
    }
}

/// Returns the page of the root for a folder: its files are found from there, and its head is its own.
fn in_folder(html: &str, path: &str, head: &str) -> Result<String> {
    let up = "../".repeat(path.matches('/').count());
    let mut html =
        html.replace("=./", &["=", &up].concat()).replace("=\"./", &["=\"", &up].concat());
    let mut metas = take_elements(&mut html, "meta", ">")?;
    metas.retain(|meta| attribute(meta, "name") != Some("description"));
    replace(&mut html, "<title>", "</title>", &[&metas.concat(), head].concat())?;
    let language = if is_english(path) { "en" } else { "zh-Hans" };
    // By this the page knows what its path names.
    replace(&mut html, "<html", ">", &format!("<html lang=\"{language}\" data-page=\"{path}\">"))?;
    Ok(html)
}

fn is_english(path: &str) -> bool {
    path == ENGLISH || path.ends_with("/en/")
}

/// Returns the elements that say which address of a page is the one, and where it is in each language.
fn relations(address: &str, path: &str) -> String {
    let chinese = if is_english(path) { path.strip_suffix(ENGLISH).unwrap_or(path) } else { path };
    let mut links = format!(
        "<link rel=\"canonical\" href=\"{address}{path}\">\
         <link rel=\"alternate\" hreflang=\"zh-Hans\" href=\"{address}{chinese}\">\
         <link rel=\"alternate\" hreflang=\"en\" href=\"{address}{chinese}{ENGLISH}\">"
    );
    if chinese.is_empty() {
        // The root speaks the language of the browser.
        links += &format!("<link rel=\"alternate\" hreflang=\"x-default\" href=\"{address}\">");
    }
    links
}

/// Refuses what the page's content security policy would block, and nobody would notice until later.
fn refuse_blocked(paint: &str) -> Result<()> {
    for blocked in [" style=", "<style", "<script"] {
        if let Some(at) = paint.find(blocked) {
            let rest: String = paint[at..].chars().take(60).collect();
            bail!(
                "The first paint has “{}…”, which the page's content security policy blocks.\n\
                 Use a class and a style sheet; in drawings, use SVG's own attributes.",
                rest.trim()
            );
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As the frame is written, and as it is once it has been made small.
    const FRAMES: [&str; 2] = [
        "<html lang=\"zh-Hans\"><head><meta charset=\"utf-8\"><title>All</title>\
         <meta name=\"description\" content=\"all\"><link href=\"./a.css\"></head><a href=\"rules/\">{first paint}</a></html>",
        "<html lang=zh-Hans><meta charset=utf-8><title>All</title><meta content=all name=description>\
         <link href=./a.css><a href=\"rules/\">{first paint}</a>",
    ];

    #[test]
    fn a_page_in_a_folder_has_its_own_head_and_the_files_of_the_root() {
        for frame in FRAMES {
            let head = "<title>One</title><meta name=\"description\" content=\"one\">";
            let html = in_folder(frame, "shenzhen/en/", head).unwrap();
            assert!(html.starts_with("<html lang=\"en\" data-page=\"shenzhen/en/\">"), "{html}");
            assert!(html.find("charset") < html.find(head) && html.contains(head), "{html}");
            assert!(!html.contains("All") && !html.contains("content=all"), "{html}");
            assert!(html.contains("../../a.css") && html.contains("{first paint}"), "{html}");
            let html = in_folder(frame, "shenzhen/", head).unwrap();
            assert!(html.starts_with("<html lang=\"zh-Hans\" data-page=\"shenzhen/\">"), "{html}");
            assert!(html.contains("=../a.css") || html.contains("=\"../a.css"), "{html}");
        }
    }

    #[test]
    fn each_page_names_its_own_address_and_that_in_either_language() {
        let both = |path| relations("https://example.org/points/", path);
        for path in ["shenzhen/", "shenzhen/en/", "", "en/"] {
            let links = both(path);
            let canonical = format!("rel=\"canonical\" href=\"https://example.org/points/{path}\"");
            assert!(links.contains(&canonical), "{links}");
            let root = !path.contains("shenzhen");
            let chinese = if root { "" } else { "shenzhen/" };
            for (language, place) in
                [("zh-Hans", chinese.to_owned()), ("en", format!("{chinese}en/"))]
            {
                let alternate =
                    format!("hreflang=\"{language}\" href=\"https://example.org/points/{place}\"");
                assert!(links.contains(&alternate), "{links}");
            }
            assert_eq!(links.contains("x-default"), root);
        }
    }

    #[test]
    fn an_address_is_whole_and_ends_in_a_slash() {
        for text in ["https://example.org/points", "https://example.org/points/"] {
            assert_eq!(site_address(text).as_deref(), Ok("https://example.org/points/"));
        }
        for text in [
            "example.org",
            "/points/",
            "https://",
            "https:///a",
            "https://a.org/?b",
            "https://a.org/#",
            "https://a.org/\"x",
        ] {
            assert!(site_address(text).is_err(), "{text}");
        }
    }

    #[test]
    fn inline_style_is_refused() {
        assert!(refuse_blocked("<p class=\"a\">style=</p>").is_ok());
        assert!(refuse_blocked("<p style=\"color:red\">a</p>").is_err());
    }
}
