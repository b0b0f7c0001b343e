//! The few things that chores do to a built page's HTML.

use anyhow::{Context, Result, bail};

/// Takes every element of a name out of the page.
pub(crate) fn take_elements(html: &mut String, name: &str, end: &str) -> Result<Vec<String>> {
    let begin = format!("<{name} ");
    let mut taken = Vec::new();
    while let Some(at) = html.find(&begin) {
        let length = html[at..].find(end).with_context(|| format!("{begin} has no end"))?;
        taken.push(html.drain(at..at + length + end.len()).collect());
    }
    Ok(taken)
}

/// Returns what an element's start says under a name, with or without quotes.
pub(crate) fn attribute<'a>(element: &'a str, name: &str) -> Option<&'a str> {
    let start = &element[..=element.find('>')?];
    let (_, value) = start.split_once(&format!(" {name}="))?;
    match value.strip_prefix('"') {
        Some(quoted) => quoted.split('"').next(),
        None => value.split([' ', '>']).next(),
    }
}

/// Puts something in front of the first element of a kind.
pub(crate) fn insert_before(html: &mut String, element: &str, inserted: &str) -> Result<()> {
    let Some(at) = html.find(element) else { bail!("the page has no {element}") };
    html.insert_str(at, inserted);
    Ok(())
}

/// Puts something in the place of the first element that begins and ends so.
pub(crate) fn replace(html: &mut String, begin: &str, end: &str, with: &str) -> Result<()> {
    let at = html.find(begin).with_context(|| format!("the page has no {begin}"))?;
    let length = html[at..].find(end).with_context(|| format!("{begin} has no end"))?;
    html.replace_range(at..at + length + end.len(), with);
    Ok(())
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
        assert_eq!(
            take_elements(&mut html, "link", ">").unwrap(),
            ["<link href=b>", "<link href=d>"]
        );
        assert_eq!(html, "ace");
    }
}
