//! Each kind of fault, at its line.

use std::fs;

use super::{Copy, Found, faults_with, line_of};

/// One change, and the words that its fault must hold.
#[test]
fn each_kind_of_fault_is_found_at_its_line() {
    let copy = Copy::new();
    let file = "shanghai/scheme.toml";
    let text = copy.text(file);
    let changes = [
        (
            "{ from = 44, points = 29 }",
            "{ from = 46, points = 29 }",
            "rows overlap|comes after the row from 46",
        ),
        ("{ from = 0, points = 30 }", "{ from = 18, points = 30 }", "starts at 18"),
        ("{ from = 61, points = 0,", "{ from = 611, points = 0,", "can never be reached"),
        ("{ from = 45, points = 27 }", "{ from = 45, points = 29 }", "same as the row before"),
        ("{ option = \"special\", points = 30 },", "", "no row for the option `special`"),
        (
            "{ option = \"special\", points = 30 }",
            "{ option = \"special\", points = 130 }",
            "under a cap of 110",
        ),
        (
            "of = { number = \"insured-months\" }, each = 12",
            "of = { number = \"insured-month\" }, each = 12",
            "`insured-month` is no question",
        ),
        (
            "options = [\"associate\"] } },\n        { yes",
            "options = [\"associated\"] } },\n        { yes",
            "`associated` is no option",
        ),
        (
            "indicators = [\"education\", \"skill\"]",
            "indicators = [\"education\", \"skills\"]",
            "`skills` is no indicator",
        ),
        (
            "name = { zh = \"年龄\", en = \"Age\" }",
            "name = { zh = \"年龄\" }",
            "missing field `en`",
        ),
        (
            "name = { zh = \"年龄\", en = \"Age\" }",
            "name = { zh = \"\", en = \"Age\" }",
            "the `zh` text is empty",
        ),
        ("to = \"2027-12-31\"\nchecked", "to = \"2022-12-31\"\nchecked", "comes before the start"),
        (
            "to = \"2027-12-31\"\nchecked",
            "to = \"2028-12-31\"\nchecked",
            "beyond the dates of its document",
        ),
        (
            "noun = { zh = \"单位代为申报\"",
            "noun = { zh = \"单位能代为申报吗？\"",
            "the noun of `employer-files` is a question",
        ),
        (
            "changes = { effort = \"employment\" }\nlead = \"not-found\"",
            "changes = { effort = \"employment\" }",
            "nothing says how long that takes",
        ),
        (
            "changes = \"look-up\"",
            "changes = \"look-up\"\nlead = \"not-found\"",
            "has a lead time and is not changed by effort",
        ),
        (
            "lead = \"not-found\"",
            "lead = { stated = { months = 121, basis = { grade = \"derived\", dated = \"2025\" } } }",
            "longer than 120 months",
        ),
        (
            "from = \"2022-07\", to",
            "from = \"2022-08\", to",
            "2022-08 to 2023-06 does not follow on the months before",
        ),
        ("from = \"2022-07\", to", "from = \"2022-7\", to", "a month is written as its year"),
        ("yuan = 11396,", "yuan = 0,", "no wage and less"),
        ("or-yuan = [9580],", "", "the figures and the grade do not go together"),
        ("least = 6520, most = 34188", "least = 34188, most = 6520", "are no limits of the figure"),
        (
            "of = \"average-wage\", percent = 80",
            "of = \"average-wages\", percent = 80",
            "`average-wages` is no parameter",
        ),
        (
            "of = \"average-wage\", percent = 80",
            "of = \"average-wage\", percent = 0",
            "0 percent is no multiple",
        ),
        (
            "unit = \"people\", min = 0, max = 10000",
            "unit = \"people\", step = 0, min = 0, max = 10000",
            "moves in steps of 0",
        ),
        ("\"school\", \"services\"", "\"school\", \"school\"", "a purpose stands twice"),
        ("\"school\", \"services\"", "\"school\", \"pension\"", "unknown variant `pension`"),
        ("points = -150", "points = 150", "points in this group"),
        ("grade = \"conflicting\",", "grade = \"two-sources\",", "readings and the grade"),
        (
            "id = \"measures-2022\"\ntitle",
            "id = \"measures-2023\"\ntitle",
            "`measures-2022` is no document",
        ),
        ("id = \"spouse\"", "id = \"age\"", "stands twice"),
        ("threshold = 120", "", "neither a threshold nor a ranking"),
        ("of-last = 12", "of-last = 13", "up to the months of `of-last`"),
        (
            "questions = [\"insured-months\"]\nonly-while",
            "questions = [\"insured-months-of-12\"]\nonly-while",
            "grows is said twice",
        ),
        (
            "questions = [\"insured-months\"]\nonly-while",
            "questions = [\"graduation-year\"]\nonly-while",
            "does not grow with time",
        ),
        (
            "questions = [\"insured-months\"]\nonly-while",
            "one-at-a-time = true\nquestions = [\"insured-months\"]\nonly-while",
            "said of 1 questions",
        ),
        (
            "questions = [\"insured-months\"]\nonly-while = { yes = \"insured-now\" }",
            "questions = [\"insured-months\"]",
            "says nothing of how a count grows",
        ),
        (
            "questions = [\"insured-months\"]\nonly-while = { yes = \"insured-now\" }",
            "questions = [\"insured-months\"]\nonly-while = { yes = \"education\" }",
            "no question of that kind|not a yes-no|yes",
        ),
        ("keep = \"highest\"", "keep = \"lowest\"", "unknown variant `lowest`"),
    ];
    for change in changes {
        found_at_its_line(&copy, file, &text, change);
    }
}

/// What an edition, a line and a window of other cities can get wrong.
#[test]
fn doubts_totals_and_windows_are_held_against_the_rest() {
    let copy = Copy::new();
    let changes = [
        ("chengdu", "since = \"2025-12-01\"", "since = \"2023-12-01\"", "edition is not in force"),
        (
            "beijing",
            "questions = [\"own-home-months\", \"other-home-months\"]\none-at-a-time = true",
            "questions = [\"own-home-months\", \"other-home-months\"]\nof-last = 600",
            "does not count up to the months of `of-last`",
        ),
        ("ningbo", "points = 300", "points = 100", "the table gives 100 points"),
        ("shanghai", "of-last = 36\n", "one-at-a-time = false\n", "can only be of the last"),
    ];
    for (scheme, before, after, words) in changes {
        let file = format!("{scheme}/scheme.toml");
        let changed = copy.text(&file).replacen(before, after, 1);
        let faults = faults_with(&copy, &file, &changed);
        assert!(faults.iter().any(|(_, _, what)| what.contains(words)), "{after}: {faults:?}");
    }
}

/// What pieces, readings, bounds and unknown points can get wrong.
#[test]
fn pieces_readings_and_bounds_can_hold() {
    let copy = Copy::new();
    let changes = [
        (
            "beijing",
            "month-counts = { most = 20, max = 600 }",
            "month-counts = { most = 21, max = 600 }",
            "takes 21 pieces",
        ),
        (
            "beijing",
            "of = \"own-home-months\", each = 12",
            "of = \"high-tax-years\", each = 12",
            "not a question for month counts",
        ),
        (
            "beijing",
            "each = 12, points = 1, limit",
            "each = 0, points = 1, limit",
            "1 points for every 0 months",
        ),
        (
            "beijing",
            "each = 12, points = 1, limit",
            "each = 12, points = -1, limit",
            "-1 points for every 12 months",
        ),
        ("beijing", "up-to = \"unknown\"", "up-to = { points = -1 }", "fewer points than none"),
        ("beijing", "up-to = \"unknown\"", "", "missing field `up-to`"),
        (
            "beijing",
            "up-to = { points = 0 }",
            "up-to = { points = 0 }\nwhen = { yes = \"outer-home\" }",
            "part that brings nothing",
        ),
        (
            "beijing",
            "up-to = \"unknown\"",
            "up-to = \"unknown\"\nwhen = { yes = \"outer-hom\" }",
            "`outer-hom` is no question",
        ),
        (
            "shenzhen",
            "needs = { either = [\n  { any = [{ yes = \"home-unbroken\" }, { yes = \"rental-unbroken\" }] },",
            "needs = { either = [",
            "fewer than two different readings",
        ),
        (
            "shenzhen",
            "when = { at-least = { of = { number = \"registered-rental-months\" }, value = 60 } }",
            "when = { either = [{ yes = \"owns-home\" }, { not = { yes = \"owns-home\" } }] }",
            "depends on readings that differ",
        ),
        (
            "shanghai",
            "score = { each = { of = { number = \"public-service-months\" }, each = 12, points = 4, from = 60 } }",
            "score = { unknown = { low = 5, high = 5 } }",
            "that end there or before",
        ),
    ];
    for (scheme, before, after, words) in changes {
        let file = format!("{scheme}/scheme.toml");
        let text = copy.text(&file);
        assert!(text.contains(before), "{scheme} has no `{before}`");
        let changed = text.replacen(before, after, 1);
        let faults = faults_with(&copy, &file, &changed);
        assert!(faults.iter().any(|(_, _, what)| what.contains(words)), "{after}: {faults:?}");
    }
}

/// The same for a guide.
#[test]
fn each_kind_of_fault_in_a_guide_is_found_at_its_line() {
    let copy = Copy::new();
    let file = "shanghai/guide.toml";
    let text = copy.text(file);
    let changes = [
        (
            "url = \"http://jzzjf.rsj.sh.gov.cn/jzzjf/\"",
            "url = \"http://jzzjf.rsj.sh.gov.cn.example.com/jzzjf/\"",
            "not an address of a government host",
        ),
        ("phone = \"12333\"", "phone = \"12333 转 1\"", "not a telephone number"),
        ("medium = \"online\"", "medium = \"hearsay\"", "unknown variant `hearsay`"),
        ("dated = \"2025\"", "dated = \"lately\"", "no year, month or day"),
        ("dated = \"2025\"", "dated = \"2025-13\"", "no year, month or day"),
        ("id = \"simulation\"", "id = \"system\"", "stands twice"),
        ("en = \"Official score simulation (模拟打分)\"", "en = \"\"", "the `en` text is empty"),
        ("{ number = \"insured-months\" }", "{ number = \"insured-month\" }", "no question"),
        (
            "decided-by = \"line\"",
            "decided-by = { condition = \"lines\" }",
            "`lines` is no condition",
        ),
        ("after = \"permit-expiry\"", "after = \"permit-end\"", "`permit-end` is no question"),
        ("also = [\"过期\"", "also = [\"失效\"", "leads to nothing that the name does not"),
        ("working-days = 22", "working-days = -22", "working days backwards"),
        (
            "months = { of = { history = \"base-history\", kinds = [\"tax-differs\"] } }",
            "",
            "nothing says when `base-against-tax` is there",
        ),
        (
            "months = { of = { history = \"base-history\", kinds = [\"tax-differs\"] } }",
            "months = { of = { history = \"skill-level\", kinds = [\"level-5\"] } }",
            "`skill-level` takes no periods",
        ),
        ("kinds = [\"tax-differs\"]", "kinds = [\"tax-differ\"]", "`tax-differ` is no"),
    ];
    for change in changes {
        found_at_its_line(&copy, file, &text, change);
    }
    let silent = text
        .replace("[[appeal]]", "[[renewal]]")
        .replace("part = \"appeal\"", "part = \"renewal\"");
    let faults = faults_with(&copy, file, &silent);
    assert!(faults.iter().any(|(_, _, what)| what.contains("nothing of `appeal`")), "{faults:?}");
    let never = text.replacen("value = 3,", "value = 3000,", 1);
    let faults = faults_with(&copy, file, &never);
    assert!(!faults.is_empty(), "a clash that never is was not noticed");
}

pub(super) fn found_at_its_line(copy: &Copy, file: &str, text: &str, change: (&str, &str, &str)) {
    let (before, after, words) = change;
    assert!(text.contains(before), "the rules hold no `{before}`");
    let changed = text.replacen(before, after, 1);
    let faults = faults_with(copy, file, &changed);
    let line = line_of(text, before);
    let said = |(_, at, what): &Found| {
        words.split('|').any(|words| what.contains(words)) && at.abs_diff(line) <= 12
    };
    assert!(faults.iter().any(said), "`{after}` at line {line}: {faults:?}");
}

#[test]
fn a_scheme_cannot_take_the_name_of_another_file() {
    for name in ["all", "catalogue", "a.b", "_compare"] {
        let copy = Copy::new();
        fs::rename(copy.path("shengsi"), copy.path(name)).expect("a folder of that name");
        let faults = copy.faults(Some(name));
        assert!(
            faults.iter().any(|(_, _, what)| what.contains("can be called")),
            "{name}: {faults:?}"
        );
    }
}

#[test]
fn every_fault_of_a_file_is_listed() {
    let copy = Copy::new();
    let file = "shanghai/scheme.toml";
    let text = copy.text(file);
    let changed = text
        .replacen("grade = \"two-sources\"", "grade = \"hearsay\"", 1)
        .replacen("points = 110", "points = \"many\"", 1)
        .replacen("group = \"bonus\"", "group = \"extra\"", 2);
    let faults = faults_with(&copy, file, &changed);
    assert!(faults.len() >= 4, "{faults:?}");
    assert!(faults.is_sorted_by(|one, other| (&one.0, one.1) <= (&other.0, other.1)));
}

#[test]
fn a_question_that_depends_on_a_later_one_is_named() {
    let copy = Copy::new();
    let file = "shanghai/scheme.toml";
    let text = copy.text(file);
    let (before, after) =
        ("[\"spouse-local\", \"marriage-date\"]", "[\"marriage-date\", \"spouse-local\"]");
    assert!(text.contains(before));
    let faults = faults_with(&copy, file, &text.replacen(before, after, 1));
    let said = faults
        .iter()
        .any(|(file, _, what)| file == "questions.toml" && what.contains("comes later"));
    assert!(said, "{faults:?}");
}

#[test]
fn a_second_round_is_named() {
    let copy = Copy::new();
    let file = "beijing/scheme.toml";
    let text = copy.text(file);
    let kind = "kind = { number = { unit = \"years\", min = 0, max = 3 } }\nscope = \"city\"\nchanges = \"unplanned\"";
    assert!(text.contains(kind));
    let year = kind.replace("\"years\"", "\"calendar-year\"").replace("\"unplanned\"", "\"time\"");
    let faults = faults_with(&copy, file, &text.replacen(kind, &year, 1));
    let said = |(_, _, what): &Found| what.contains("`high-tax-years` is a second calendar year");
    assert!(faults.iter().any(said), "{faults:?}");
}

#[test]
fn holidays_that_cannot_be_right_are_named() {
    let copy = Copy::new();
    let file = "holidays.toml";
    let text = copy.text(file);
    for (before, after, words) in [
        ("\nyear = 2026", "\nyear = 2025", "2025 does not come after 2025"),
        ("to = \"2025-10-08\"", "to = \"2025-09-08\"", "is not in order"),
        ("from = \"2025-10-01\"", "from = \"2025-06-02\"", "is not in order"),
        ("\"2025-10-11\"", "\"2025-10-13\"", "is a working day by its weekday"),
        ("\"2025-10-11\"", "\"2025-10-04\"", "is a day off as well"),
        ("\"2025-10-11\"", "\"2026-10-11\"", "is not in 2025"),
        ("\"2025-10-11\"", "\"2025-09-27\"", "is not in order"),
        ("source = {", "origin = {", "unknown field `origin`"),
    ] {
        assert!(text.contains(before), "the holidays hold no `{before}`");
        let faults = faults_with(&copy, file, &text.replacen(before, after, 1));
        let line = line_of(&text, before);
        let said = |(_, at, what): &Found| what.contains(words) && at.abs_diff(line) <= 2;
        assert!(faults.iter().any(said), "`{after}` at line {line}: {faults:?}");
    }
    fs::remove_file(copy.path(file)).expect("the holidays");
    assert!(copy.faults(None).is_empty(), "no year is known, and nothing is wrong");
}

/// A round that never moves, in a scheme whose total alone decides.
#[test]
fn a_round_that_nothing_closes_is_named() {
    let copy = Copy::new();
    let file = "zhuhai-doumen/scheme.toml";
    copy.change(file, "ranking = {}", "threshold = 100");
    let text = copy.text(file);
    let named = |faults: &[Found]| {
        let found =
            |(at, _, what): &&Found| at == file && what.contains("nothing closes the round");
        faults.iter().find(found).map(|(_, line, _)| *line)
    };
    let line = line_of(&text, "questions = [\"school-round\"");
    assert_eq!(named(&copy.faults(Some("zhuhai-doumen"))), Some(line));
    let closed = "\n[[condition]]\nid = \"round-open\"\nname = { zh = \"期\", en = \"Open\" }\n\
        rule = { zh = \"期\", en = \"Open\" }\ncure = { zh = \"等\", en = \"Wait\" }\n\
        needs = { not-before = { day = { in-year = { year = \"school-round\", month = 8, day = 31 } }, earliest = \"on\" } }\n\
        cite = { document = \"table\", grade = \"derived\" }\n";
    copy.append(file, closed);
    assert_eq!(named(&copy.faults(Some("zhuhai-doumen"))), None);
    // Where a ranking decides, no total is promised to pass.
    copy.change(file, closed, "");
    copy.change(file, "threshold = 100", "threshold = 100\nranking = {}");
    assert_eq!(named(&copy.faults(Some("zhuhai-doumen"))), None);
}
