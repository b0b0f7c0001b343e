//! Documents: their contents lead somewhere, and every rule has an address in both languages.

use std::path::Path;

use jifen::scheme::Language;
use jifen_check::Checked;

use super::document::{LANGUAGES, file_name};
use super::reading::documents;

/// Returns what stands between quotes behind each mention of an attribute.
fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    let parts = html.split(attribute).skip(1);
    parts.filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn contents_lead_to_every_rule_and_no_address_stands_for_two() {
    let rules = Path::new(env!("CARGO_MANIFEST_DIR")).join("../rules");
    let Checked { schemes, editions, guides, .. } =
        jifen_check::load(&rules).expect("the rules are sound");
    let documents = documents(&editions, &guides);
    for (scheme, language) in
        schemes.iter().flat_map(|one| LANGUAGES.map(|language| (one, language)))
    {
        let name = file_name(&scheme.id, language);
        let (_, html) = documents.iter().find(|(file, _)| *file == name).expect("it is written");
        let ids = values(html, " id=\"");
        for (position, id) in ids.iter().enumerate() {
            assert!(!ids[..position].contains(id), "{name}: `{id}` stands twice");
        }
        let contents =
            html.split("class=\"contents\"").nth(1).and_then(|rest| rest.split("</nav>").next());
        let linked = values(contents.expect("there are contents"), " href=\"#");
        for id in &linked {
            assert!(ids.contains(id), "{name}: nothing at `{id}`");
        }
        let conditions = scheme.conditions.iter().map(|one| &one.id);
        let indicators = scheme.indicators.iter().map(|one| &one.id);
        let notices = scheme.notices.iter().map(|one| &one.id);
        for id in conditions.chain(indicators).chain(notices) {
            assert!(linked.contains(&id.as_str()), "{name}: `{id}` is missing in the contents");
        }
        assert_eq!(language == Language::En, name.ends_with(".en.html"));
    }
}

/// A grade that nobody could check is no grade: two sources are named wherever they are said to agree.
#[test]
fn sources_that_agree_are_named_where_it_says_so() {
    let rules = Path::new(env!("CARGO_MANIFEST_DIR")).join("../rules");
    let Checked { editions, guides, .. } = jifen_check::load(&rules).expect("the rules are sound");
    for (name, html) in documents(&editions, &guides) {
        let [agree, named, kinds] = match name.ends_with(".en.html") {
            true => ["Two or more sources agree", "According to ", " ("],
            false => ["两个以上来源一致", "来源是", "（"],
        };
        for (place, _) in html.match_indices(agree) {
            // A note may say so too, of a part that is read elsewhere.
            let before = &html[..place];
            let dated = ["，", ", "].iter().filter_map(|mark| before.strip_suffix(mark));
            let dated =
                dated.into_iter().any(|date| date.ends_with(|last: char| last.is_ascii_digit()));
            if !dated && ![">", "</b>：", "</b>: "].iter().any(|mark| before.ends_with(mark)) {
                continue;
            }
            let rest = &html[place + agree.len()..];
            let sentence = rest.split(named).next().unwrap_or_default();
            // Only marks and tags lie between the two.
            assert!(sentence.len() < 20, "{name}: {agree}{}", &sentence[..sentence.len().min(200)]);
            let sources = rest[sentence.len()..].split("</").next().unwrap_or_default();
            assert!(sources.matches(kinds).count() >= 2, "{name}: {sources}");
        }
    }
}
