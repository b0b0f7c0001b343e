//! Editions side by side: resolved from differences, chosen by the day, and held against each other.

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use jifen::answers::{Answers, Value};
use jifen::assess::assess;
use jifen::diff::{Addend, Ends, Part, changes, effect};
use jifen::outlook::later_stages;
use jifen::points::Points;
use jifen::scheme::{
    EditionKind, Editions, Entry, Grade, Guide, Reference, Scheme, Validity, Visit,
};
use jifen_check::{Checked, Depth, check, check_scheme};
use jiff::civil::{Date, date};
use proptest::prelude::*;
use tempfile::TempDir;

use crate::people::{answers_of, chance, day};
use crate::rules::{editions, folder};

/// A newcomer's edition: a copy of Shanghai's rules from 2028 on, with one value changed.
const NEXT: &str = r#"document = [{ id = "measures-2028", title = { zh = "2028 年的办法", en = "Measures of 2028" }, grade = "derived" }]
[edition]
name = { zh = "2028 年版", en = "2028 edition" }
from = "2028-01-01"
checked = "2026-11-26"
cite = { document = "measures-2028", grade = "derived" }
[[indicator]]
id = "spouse"
cap = 44
cite = { document = "measures-2028", grade = "derived" }
[[case]]
like = "Married to a local for 11 years: the cap"
total = 74
verdict = "short"
"#;

/// A draft that adds, changes and takes away a little of everything.
const DRAFT: &str = r#"floor = { points = 10, cite = { document = "proposal", grade = "derived" } }
document = [{ id = "proposal", title = { zh = "征求意见稿", en = "Draft for comment" }, grade = "derived" }]
[edition]
name = { zh = "征求意见稿", en = "Draft" }
kind = "draft"
checked = "2026-11-26"
cite = { document = "proposal", grade = "derived" }
[line]
threshold = 125
cite = { document = "proposal", grade = "derived" }
[[indicator]]
id = "spouse"
cap = 20
cite = { document = "proposal", grade = "derived" }
[[indicator]]
id = "everybody"
after = "spouse"
group = "bonus"
name = { zh = "人人都有", en = "For everybody" }
rule = { zh = "加 1 分。", en = "1 point." }
score = { fixed = 1 }
cite = { document = "proposal", grade = "derived" }
[[removed]]
kind = "indicator"
id = "honour"
why = { zh = "不再计分。", en = "No longer scored." }
cite = { document = "proposal", grade = "derived" }
[[case]]
like = "Married to a local for 11 years: the cap"
on = "2027-01-01"
total = 51
verdict = "short"
"#;

/// Every scheme of the project, and Shanghai with two more editions.
static SCHEMES: LazyLock<Vec<Editions>> = LazyLock::new(|| {
    let mut schemes = editions();
    let copy = with_editions(&[("2028.toml", NEXT), ("draft.toml", DRAFT)]);
    let checked = check_scheme(copy.path(), "shanghai", Depth::Usual);
    let faults: Vec<String> = checked.faults.iter().map(ToString::to_string).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n\n"));
    schemes.extend(checked.editions);
    schemes
});

/// A copy of the shared rules and of Shanghai, with more editions.
fn with_editions(files: &[(&str, &str)]) -> TempDir {
    let copy = TempDir::new().expect("a temporary folder");
    let scheme = copy.path().join("shanghai");
    fs::create_dir_all(scheme.join("editions")).expect("a folder");
    for name in ["questions.toml", "holidays.toml"] {
        fs::copy(folder().join(name), copy.path().join(name)).expect("a copy");
    }
    for name in ["scheme.toml", "cases.toml", "guide.toml"] {
        fs::copy(folder().join("shanghai").join(name), scheme.join(name)).expect("a copy");
    }
    for (name, text) in files {
        fs::write(scheme.join("editions").join(name), text).expect("an edition");
    }
    copy
}

fn shanghai() -> &'static Editions {
    SCHEMES.last().expect("the copy with more editions")
}

/// The faults of Shanghai with an edition over it: file, line, and what is wrong.
fn faults(edition: &str) -> Vec<(String, usize, String)> {
    let copy = with_editions(&[("2028.toml", edition)]);
    let Checked { faults, .. } = check_scheme(copy.path(), "shanghai", Depth::Usual);
    let file = |path: &Path| path.file_name().expect("a name").to_string_lossy().into_owned();
    faults.into_iter().map(|fault| (file(&fault.file), fault.line, fault.what)).collect()
}

#[test]
fn an_edition_with_one_changed_value_is_one_short_file() {
    assert!(NEXT.lines().count() < 15);
    let next = shanghai().get("2028").expect("the newcomer's edition");
    let changes = changes(&shanghai().whole, next);
    assert_eq!(changes.len(), 1, "{changes:?}");
    assert_eq!(changes[0].id, Some("spouse"));
    let cap = |part: Option<Part<'_>>| match part {
        Some(Part::Indicator(indicator)) => indicator.cap.map(|cap| cap.hundredths()),
        other => panic!("{other:?}"),
    };
    assert_eq!((cap(changes[0].before), cap(changes[0].after)), (Some(4000), Some(4400)));
    assert_eq!(changes[0].cite().map(|cite| cite.document.id()), Some("measures-2028"));
}

/// What only rests on something else, or is said beside the rules, is told apart from what is otherwise.
#[test]
fn a_clause_is_no_change_of_substance() {
    let whole = &shanghai().whole;
    let mut other = whole.clone();
    for indicator in &mut other.indicators {
        indicator.cite.article = None;
    }
    other.conditions[0].cite.grade = Grade::OneSource;
    other.parameters[0].values[0].cite.grade = Grade::OneSource;
    other.notices[0].text.en.push('.');
    other.indicators[0].cap = other.indicators[0].cap.map(|cap| cap + Points::whole(1));
    let changes = changes(whole, &other);
    let (of_clause, real): (Vec<_>, Vec<_>) =
        changes.iter().partition(|change| change.is_of_clause_only());
    let (beside, real): (Vec<_>, Vec<_>) =
        real.into_iter().partition(|change| change.is_beside_the_rules());
    assert_eq!(real.len(), 1, "{real:?}");
    assert_eq!(real[0].id, Some(whole.indicators[0].id.as_str()));
    assert_eq!(beside.len(), 1, "{beside:?}");
    assert!(of_clause.len() > 5, "{of_clause:?}");
    assert!(of_clause.iter().any(|change| matches!(change.after, Some(Part::Parameter(_)))));
    // The files of the project have some of both.
    let guangzhou = SCHEMES.iter().find(|one| one.whole.id == "guangzhou").expect("it is there");
    let changes = changes_of(guangzhou);
    assert!(changes.iter().any(|change| change.is_of_clause_only()));
    assert!(!changes.iter().all(|change| change.is_of_clause_only()));
}

/// What changed from the earliest edition to the one that is written whole.
fn changes_of(editions: &Editions) -> Vec<jifen::diff::Change<'_>> {
    changes(editions.in_time()[0], &editions.whole)
}

#[test]
fn an_edition_made_of_differences_is_the_same_as_one_written_whole() {
    let copy = with_editions(&[]);
    let file = copy.path().join("shanghai/scheme.toml");
    let text = fs::read_to_string(&file).expect("the file");
    let next = shanghai().get("2028").expect("the newcomer's edition");
    let before = text.find("[edition]").expect("an edition");
    let after = text[before..].find("\n# ──").expect("what follows it") + before;
    let edition = NEXT.lines().skip(2).take(4).collect::<Vec<_>>().join("\n");
    let document = "[[document]]\nid = \"measures-2028\"\ntitle = { zh = \"2028 年的办法\", en = \"Measures of 2028\" }\ngrade = \"derived\"\n";
    let mut whole =
        format!("{}[edition]\nid = \"2028\"\n{edition}\n{}", &text[..before], &text[after..]);
    let form = whole.find("[[section]]").expect("a form");
    whole.insert_str(form, document);
    let spouse = whole.find("id = \"spouse\"\ngroup").expect("the indicator");
    let cap = whole[spouse..].find("cap = 40\n").expect("its cap") + spouse;
    let end = whole[cap..].find("\n\n").expect("its end") + cap;
    whole.replace_range(
        cap..end,
        "cap = 44\ncite = { document = \"measures-2028\", grade = \"derived\" }",
    );
    fs::write(&file, whole).expect("the whole edition");
    let written = check_scheme(copy.path(), "shanghai", Depth::Usual).schemes;
    assert_eq!(written.first(), Some(next));
}

#[test]
fn the_edition_follows_the_day_and_a_draft_is_never_chosen() {
    let editions = shanghai();
    let on = |day: Date| editions.on(day).edition.id.as_str();
    assert_eq!(on(date(2010, 1, 1)), "2023", "before the first, the first");
    assert_eq!(on(date(2027, 12, 31)), "2023");
    assert_eq!(on(date(2028, 1, 1)), "2028");
    assert_eq!(on(date(2090, 1, 1)), "2028", "past the end, the last");
    for editions in SCHEMES.iter() {
        let entry = Entry::from(editions);
        let mut day = date(2010, 1, 1);
        while day < date(2040, 1, 1) {
            let chosen = editions.on(day);
            assert_eq!(chosen.edition.kind, EditionKind::Adopted, "{} on {day}", entry.id);
            let by_catalogue = entry.edition(None, day).map(|edition| edition.id.as_str());
            assert_eq!(by_catalogue, Some(chosen.edition.id.as_str()), "{} on {day}", entry.id);
            day = day.saturating_add(jiff::Span::new().days(13));
        }
    }
}

#[test]
fn a_diff_of_an_edition_with_itself_is_empty() {
    for scheme in SCHEMES.iter().flat_map(Editions::all) {
        assert!(changes(scheme, scheme).is_empty(), "{} {}", scheme.id, scheme.edition.id);
    }
}

#[test]
fn a_diff_names_what_is_added_changed_and_gone() {
    let draft = shanghai().get("draft").expect("the draft");
    let found = changes(&shanghai().whole, draft);
    let parts: Vec<_> = found
        .iter()
        .map(|change| {
            let key = change.part().map_or("", Part::key);
            (key, change.id.unwrap_or_default(), change.before.is_some(), change.after.is_some())
        })
        .collect();
    for expected in [
        ("line", "", true, true),
        ("floor", "", true, true),
        ("indicator", "spouse", true, true),
        ("indicator", "everybody", false, true),
        ("indicator", "honour", true, false),
        // Nothing else asks for it.
        ("question", "honour", true, false),
    ] {
        assert!(parts.contains(&expected), "{expected:?} is not in {parts:?}");
    }
    let gone = found.iter().find(|change| change.removed.is_some()).expect("what is gone");
    assert_eq!(gone.id, Some("honour"));
}

#[test]
fn faults_of_an_edition_stand_where_their_cause_is() {
    let found = |before: &str, after: &str| {
        assert!(NEXT.contains(before), "the edition holds no `{before}`");
        faults(&NEXT.replacen(before, after, 1))
    };
    let cite = "cap = 44\ncite = { document = \"measures-2028\", grade = \"derived\" }\n";
    let removed = |kind: &str, id: &str| {
        format!(
            "{cite}[[removed]]\nkind = \"{kind}\"\nid = \"{id}\"\nwhy = {{ zh = \"无\", en = \"Gone\" }}\ncite = {{ document = \"measures-2028\", grade = \"derived\" }}\n"
        )
    };
    let broken = [
        (cite, "cap = 44\n".to_owned(), 7, "this changes a rule and does not say on what clause"),
        ("cap = 44", "cap = 40".to_owned(), 9, "`cap` is what it is anyway"),
        ("from = \"2028-01-01\"\n", String::new(), 2, "an adopted edition has no first day"),
        ("from = \"2028-01-01\"", "from = \"2027-06-01\"".to_owned(), 2, "`2023` and `2028` hold on the same days"),
        ("[edition]\n", "[edition]\nid = \"2029\"\n".to_owned(), 3, "the file of this edition is called `2028`"),
        (cite, removed("indicator", "nobody"), 11, "the scheme has no indicator `nobody`"),
        ("cap = 44", "cap = 44\nafter = \"nobody\"".to_owned(), 10, "there is no such indicator to stand after"),
        ("cap = 44", "cap = 44\nwithout = [\"nothing\"]".to_owned(), 10, "this item has no such key"),
        ("like = \"Married", "like = \"Wedded".to_owned(), 12, "no case of cases.toml has this name"),
        ("[[case]]", "[[indicator]]\nid = \"spouse\"\ncap = 45\ncite = { document = \"measures-2028\", grade = \"derived\" }\n[[case]]".to_owned(), 11, "the id `spouse` stands twice"),
        ("[[case]]", "[[shade]]\n[[case]]".to_owned(), 11, "unknown field `shade`"),
    ];
    for (before, after, line, what) in broken {
        let found = found(before, &after);
        let told = found
            .iter()
            .any(|(file, at, said)| file == "2028.toml" && *at == line && said.starts_with(what));
        assert!(told, "{what} at line {line}: {found:?}");
    }
    // What the edition takes away and inherits all the same is told where it is inherited, with the edition's name.
    let found = found(cite, &removed("document", "practice"));
    assert!(
        found.iter().any(|(file, _, said)| file == "scheme.toml"
            && said == "with the edition `2028` over it: `practice` is no document"),
        "{found:?}"
    );
    // What it changes needs a case of its own, and what it inherits does not.
    let without = NEXT.split("[[case]]").next().expect("the rest");
    let found = faults(without);
    assert_eq!(
        found,
        [("2028.toml".to_owned(), 9, "no case reaches the cap of `spouse`".to_owned())]
    );
}

#[test]
fn a_forecast_goes_on_by_the_edition_that_follows() {
    let editions = shanghai();
    let given = [
        ("birth-date".to_owned(), Value::Date(date(1990, 1, 1))),
        ("spouse-local".to_owned(), Value::Flag(true)),
        ("marriage-date".to_owned(), Value::Date(date(2015, 11, 24))),
    ];
    let answers: Answers = given.into_iter().collect();
    let on = date(2026, 11, 24);
    let stages = later_stages(editions, editions.on(on), &answers, on, &[]);
    let [stage] = &stages[..] else { panic!("{} editions follow", stages.len()) };
    assert_eq!((stage.scheme.edition.id.as_str(), stage.from), ("2028", date(2028, 1, 1)));
    let months = &stage.forecast.months;
    let (first, last) = (months.first().expect("a month"), months.last().expect("a month"));
    let there = assess(stage.scheme, &stage.answers, stage.from);
    assert_eq!((first.day, first.total), (stage.from, there.total));
    assert!(last.day <= date(2036, 11, 24), "{}", last.day);
    assert!(months.iter().all(|month| month.validity == Validity::InForce));
    // What is supposed of a draft is not followed by what is adopted.
    let draft = editions.get("draft").expect("the draft");
    assert!(later_stages(editions, draft, &answers, on, &[]).is_empty());
}

#[test]
fn a_guide_says_of_another_edition_only_what_that_decides() {
    let guides = check(folder()).expect("the rules can be read");
    for (editions, guide) in guides.editions.iter().zip(&guides.guides) {
        let pack = guide.to_pack().expect("a read guide can be packed");
        for scheme in &editions.others {
            let guide = Guide::from_pack(&pack, scheme).expect("the same guide");
            let mut unbound = Vec::new();
            guide.clashes.visit(&mut |reference| {
                if let Reference::Question(question) = reference
                    && question.position().is_none()
                {
                    unbound.push(question.id().to_owned());
                }
            });
            assert!(unbound.is_empty(), "{} {}: {unbound:?}", scheme.id, scheme.edition.id);
        }
    }
}

fn two_editions() -> impl Strategy<Value = (&'static Scheme, &'static Scheme)> {
    let pairs: Vec<(&Scheme, &Scheme)> = SCHEMES
        .iter()
        .filter(|editions| !editions.others.is_empty())
        .flat_map(|editions| {
            editions.all().flat_map(|from| editions.all().map(move |to| (from, to)))
        })
        .collect();
    prop::sample::select(pairs)
}

/// Two editions, a day, and answers to some of the questions of each.
fn person() -> impl Strategy<Value = (&'static Scheme, &'static Scheme, Date, Answers, Answers)> {
    (two_editions(), day(date(2024, 1, 1), date(2029, 12, 31))).prop_flat_map(|((from, to), on)| {
        (Just(from), Just(to), Just(on), answers_of(from, on), answers_of(to, on))
    })
}

proptest! {
    #![proptest_config(chance(500))]

    #[test]
    fn the_points_of_a_diff_add_up_to_the_difference_of_the_totals(
        (from, to, on, one, other) in person()
    ) {
        let (before, after) = (assess(from, &one, on), assess(to, &other, on));
        let effect = effect((from, &before), (to, &after));
        let sum: Ends = effect.points.iter().map(|change| change.after - change.before).sum();
        let (before, after) = (effect.before.total, effect.after.total);
        let lines = || effect.points.iter().flat_map(|change| [change.before, change.after]);
        let known = |end: fn(Ends) -> Points, totals: [Points; 2]| {
            lines().map(end).chain(totals).all(|points| !points.is_unbounded())
        };
        if known(|ends| ends.low, [before.low, after.low]) {
            prop_assert_eq!(sum.low, after.low - before.low);
        }
        if known(|ends| ends.high, [before.high, after.high]) {
            prop_assert_eq!(sum.high, after.high - before.high);
        }
        // Only a floor lifts: everything else has a line of its own.
        let lifts = effect.points.iter().any(|change| matches!(change.addend, Addend::Floor));
        prop_assert!(!lifts || from.floor.is_some() || to.floor.is_some());
    }
}
