//! Documents: their contents lead somewhere, and every rule has an address in both languages.

use std::path::Path;

use jifen::scheme::{Catalogue, Entry, Language, Validity};
use jifen_check::Checked;

use super::document::{LANGUAGES, file_name};
use super::pages::{about, pages};
use super::reading::documents;
use crate::text::messages::{format, page_messages};
use crate::views::edition::full_name;

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

/// How an answer follows from a history can be read too, kind by kind, in both languages.
#[test]
fn every_answer_that_follows_says_how() {
    let rules = Path::new(env!("CARGO_MANIFEST_DIR")).join("../rules");
    let Checked { schemes, editions, guides, .. } =
        jifen_check::load(&rules).expect("the rules are sound");
    let documents = documents(&editions, &guides);
    let part = |id: &str, language| {
        let name = file_name(id, language);
        let (_, html) = documents.iter().find(|(file, _)| *file == name).expect("it is written");
        let part = html.split("id=\"part-follows\"").nth(1).expect("answers follow");
        part.split("</ul>").next().unwrap_or_default().to_owned()
    };
    for (scheme, language) in
        schemes.iter().flat_map(|one| LANGUAGES.map(|language| (one, language)))
    {
        let part = part(&scheme.id, language);
        assert_eq!(part.matches("<li").count(), scheme.follows.len(), "{}", scheme.id);
        assert!(!part.contains("“”"), "{}: {part}", scheme.id);
    }
    let zh = part("shanghai", Language::Zh);
    assert!(
        zh.contains("数“参保经历”里是“合同单位按时缴”或者“按时缴，后来补了基数差额”的月份，只看过完的最近 48 个月。"),
        "{zh}"
    );
    let en = part("tianjin", Language::En);
    assert!(en.contains("unbroken insured months: the months of “Paid in time by an employer” in the history of insurance, without a gap up to the end."), "{en}");
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

/// The page of each scheme says in its own language what it is, and of which days; one whose rules are over says so first.
#[test]
fn the_page_of_each_scheme_says_what_it_is() {
    let rules = Path::new(env!("CARGO_MANIFEST_DIR")).join("../rules");
    let Checked { editions, holidays, .. } =
        jifen_check::load(&rules).expect("the rules are sound");
    let (mut ended, mut seen) = (0, Vec::new());
    for (editions, language) in
        editions.iter().flat_map(|one| LANGUAGES.map(|language| (one, language)))
    {
        let checked = editions.whole.edition.checked;
        let scheme = editions.on(checked);
        let (title, description) = about(editions, language);
        let name = scheme.name.read(language);
        assert!(title.starts_with(name) && description.starts_with(name), "{title}: {description}");
        for words in [scheme.purpose.read(language), scheme.edition.name.read(language)] {
            assert!(description.contains(words), "{words} is not in {description}");
        }
        assert!(title.contains(scheme.city.name.read(language)), "{title} names no city");
        let to = scheme.edition.to.map(|to| to.year().to_string());
        assert!(to.is_none_or(|year| description.contains(&year)), "{description}");
        let words = page_messages(language);
        let says = |words| description.contains(&format(words, &[&full_name(scheme, language)]));
        let validity = scheme.edition.validity(checked);
        let (in_force, line) = (validity == Validity::InForce, scheme.line.threshold.is_some());
        // Whether points are enough is promised only where a line says so.
        assert_eq!(says(words.estimated), in_force && line, "{description}");
        assert_eq!(says(words.counted), in_force && !line, "{description}");
        ended += usize::from(validity == Validity::Ended);
        let spoken = description.chars().filter(|letter| ('一'..='龥').contains(letter)).count();
        assert_eq!(
            spoken * 2 > description.chars().count(),
            language == Language::Zh,
            "{description}"
        );
        assert!(!seen.contains(&title), "{title} stands twice");
        seen.push(title);
    }
    assert!(ended >= 2, "a scheme whose rules are over, in both languages");

    let catalogue = Catalogue { entries: editions.iter().map(Entry::from).collect(), holidays };
    let pages = pages(&catalogue, &editions);
    assert_eq!(pages.len(), 2 * editions.len() + 1);
    for page in &pages {
        let (path, up) = (page.path.as_str(), page.path.up());
        assert!(
            page.head.starts_with("<title>") && page.head.contains("name=\"description\""),
            "{}",
            page.head
        );
        let rules = format!("href=\"{up}rules/");
        assert!(page.paint.contains(&rules), "{path} does not lead to {rules}");
        let scheme = page.path.scheme().unwrap_or(&editions[0].whole.id);
        assert!(page.paint.contains(&format!("data-scheme=\"{scheme}\"")), "{path} shows another");
    }
}

/// What the page of the root says of itself is what the others are made from.
#[test]
fn the_root_says_what_the_english_page_says() {
    let index = include_str!("../../../index.html");
    assert!(index.contains(page_messages(Language::Zh).site), "index.html says something else");
}
