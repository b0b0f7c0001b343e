//! Histories: periods instead of counts, pasted records, and how far it is to a verdict with them.

use anyhow::{Context, Result, ensure};
use jifen::answers::{Answers, Value as Answer};
use jifen_browser::context::TestContext;
use jifen_browser::fill::{Step, steps};
use jifen_browser::keyboard::press_keys;
use jifen_browser::page::Page;
use jifen_browser::pointer::Pointer;
use jifen_browser::rules;
use jifen_browser::suite::Suite;
use jifen_browser::viewport::Viewport;
use jifen_browser::wait::until;
use serde_json::{Value, json};

pub(crate) fn add(suite: &mut Suite) {
    suite.add("history::three employers in Shanghai come to a verdict", shanghai);
    suite.add("history::homes in Beijing come to points", beijing);
    suite.add("history::homes in Shenzhen come to points", shenzhen);
    suite.add("history::what follows can be answered by hand, and taken back", by_hand);
    suite.add("history::a period that cannot be is named and kept", faults);
    suite.add("history::pasted records are shown, and used once they are confirmed", paste);
    suite.add("history::a page of something else says so", something_else);
    suite.add("history::a history is typed by keyboard alone", keyboard);
    suite.add("history::a link and a reload keep a history", kept);
    suite.add("history::5,000 pasted lines are read at once", many_lines);
}

/// The most taps and the most typed characters until a verdict is there.
const MOST_TAPS: usize = 25;
const MOST_TYPED: usize = 60;

/// A person on a phone, whose taps and letters are counted.
struct Person<'a> {
    page: Page<'a>,
    taps: usize,
    typed: usize,
}

impl<'a> Person<'a> {
    fn open(context: &'a TestContext, fragment: &str) -> Result<Person<'a>> {
        let page = Page::open_in(context, Viewport::PHONE, fragment)?;
        Ok(Person { page, taps: 0, typed: 0 })
    }

    fn tap(&mut self, selector: &str) -> Result<()> {
        Pointer::Touch.press(self.page.browser, selector)?;
        self.taps += 1;
        Ok(())
    }

    fn type_into(&mut self, selector: &str, text: &str) -> Result<()> {
        self.tap(selector)?;
        self.page.focus_comes_to(selector)?;
        Pointer::Touch.type_text(self.page.browser, text)?;
        self.typed += text.chars().count();
        Ok(())
    }

    /// Types a period into a line of a history that is there.
    fn period(&mut self, history: &str, line: usize, parts: [&str; 3]) -> Result<()> {
        if line > 1 {
            self.tap(&format!("[data-add='{history}']"))?;
        }
        for (part, text) in ["from", "to", "base"].into_iter().zip(parts) {
            if !text.is_empty() {
                let field = format!(
                    "[data-question='{history}'] .period:nth-of-type({line}) [data-part={part}]"
                );
                self.type_into(&field, text)?;
            }
        }
        Ok(())
    }

    /// Chooses the kind of a period.
    fn kind(&mut self, history: &str, line: usize, kind: &str) -> Result<()> {
        // Two taps on a phone: the list opens, and a line of it is chosen; drivers choose at once.
        let choose = "const list = document.querySelector(arguments[0]); list.value = arguments[1];
            if (list.value !== arguments[1]) throw new Error('there is no such kind');
            list.dispatchEvent(new Event('input', { bubbles: true }));
            list.dispatchEvent(new Event('change', { bubbles: true }))";
        let list = format!("[data-question='{history}'] .period:nth-of-type({line}) select");
        self.page.browser.execute(choose, json!([list, kind]))?;
        self.taps += 2;
        Ok(())
    }

    /// Answers a question; a date is typed as one number.
    fn answer(&mut self, scheme: &str, id: &str, value: &Answer) -> Result<()> {
        let scheme = rules::scheme(scheme)?;
        let question = scheme.question(id).and_then(|place| scheme.questions.get(place));
        let question = question.with_context(|| format!("there is no {id}"))?;
        if let Answer::Date(date) = value {
            let text = format!("{:04}{:02}{:02}", date.year(), date.month(), date.day());
            self.type_into(&format!("[data-question='{id}'] input"), &text)?;
        } else {
            for step in steps(question, value)? {
                self.taps += 1;
                self.typed += if let Step::Type(_, text) = &step { text.len() } else { 0 };
            }
            self.page.answer(Pointer::Touch, question, value)?;
        }
        self.page.wait_for(&format!("{id} is answered"), |seen| {
            seen.answered.iter().any(|answered| answered == id)
        })?;
        Ok(())
    }

    fn answers(&mut self, scheme: &str, answers: &[(&str, Answer)]) -> Result<()> {
        answers.iter().try_for_each(|(id, value)| self.answer(scheme, id, value))
    }

    /// A ranking has no verdict before its round: every condition is decided, and nothing is left that could move a point.
    fn ensure_settled(&self) -> Result<()> {
        let seen = self.page.wait_for("nothing is left", |seen| {
            seen.low == seen.high && seen.conditions.iter().all(|one| one.state != "unknown")
        })?;
        ensure!(seen.conditions.iter().all(|one| one.state != "unmet"), "{:?}", seen.conditions);
        Ok(())
    }

    fn ensure_short(&self) -> Result<()> {
        let Person { taps, typed, .. } = self;
        ensure!(*taps <= MOST_TAPS, "{taps} taps");
        ensure!(*typed <= MOST_TYPED, "{typed} characters");
        Ok(())
    }
}

fn option(id: &str) -> Answer {
    Answer::Option(id.to_owned())
}

fn born() -> (&'static str, Answer) {
    ("birth-date", Answer::Date(jiff::civil::date(1990, 1, 2)))
}

fn shanghai(context: &TestContext) -> Result<()> {
    for language in ["", "&l=en"] {
        let mut person = Person::open(context, &format!("#v=2&s=shanghai{language}"))?;
        person.answers("shanghai", &[born(), ("education", option("secondary"))])?;
        person.period("base-history", 1, ["201903", "202206", "20000"])?;
        person.period("base-history", 2, ["202207", "202310", "25000"])?;
        person.period("base-history", 3, ["202311", "", "26000"])?;
        let seen = person.page.wait_for("the months are counted", |seen| {
            ["insured-months", "insured-now", "base-months-2-of-48"]
                .iter()
                .all(|id| seen.answered.iter().any(|answered| answered == id))
        })?;
        ensure!(seen.form.contains("48"), "months at 2× are not told: {}", seen.form);
        person.answers(
            "shanghai",
            &[
                ("skill-level", option("none")),
                ("professional-title", option("none")),
                ("spouse-local", Answer::Flag(false)),
            ],
        )?;
        person.tap("[data-none-of='rare']")?;
        person.tap("[data-none-of='records']")?;
        person.answers(
            "shanghai",
            &[
                ("residence-permit", option("valid")),
                ("household", option("elsewhere")),
                ("employer-files", Answer::Flag(true)),
                ("outside-branch", Answer::Flag(false)),
                ("insured-elsewhere", Answer::Flag(false)),
            ],
        )?;
        let seen = person.page.wait_for("a verdict", |seen| seen.verdict == "pass")?;
        // 30 for the age and 100 for 36 months at 2×.
        ensure!(seen.low == "130" || seen.low == "151", "{} points", seen.low);
        person.ensure_short()?;
    }
    Ok(())
}

fn beijing(context: &TestContext) -> Result<()> {
    let mut person = Person::open(context, "#v=2&s=beijing")?;
    person.answers("beijing", &[born(), ("education", option("bachelor"))])?;
    person.period("work-history", 1, ["201207", "", ""])?;
    person.period("homes-history", 1, ["201607", "202006", ""])?;
    person.period("homes-history", 2, ["202007", "", ""])?;
    person.kind("homes-history", 2, "own")?;
    let seen = person.page.wait_for("homes are counted", |seen| {
        [
            "insured-at-year-end",
            "insured-in-a-row",
            "insured-now",
            "own-home-months",
            "other-home-months",
        ]
        .iter()
        .all(|id| seen.answered.iter().any(|answered| answered == id))
    })?;
    ensure!(seen.verdict != "none", "there is no verdict");
    let home =
        seen.indicators.iter().find(|one| one.id == "home").context("no points for homes")?;
    ensure!(!home.points.contains(".."), "{:?}", home.points);
    person.answers(
        "beijing",
        &[
            ("sex", option("female")),
            ("academic-degree", option("bachelor")),
            ("study-overlap-months", Answer::Number(0)),
            ("high-tax-years", Answer::Number(0)),
            ("outer-home", Answer::Flag(false)),
        ],
    )?;
    person.tap("[data-none-of='rare']")?;
    person.tap("[data-unfold='conditions']")?;
    person.answers(
        "beijing",
        &[("residence-permit", option("valid")), ("permit-in-time", Answer::Flag(true))],
    )?;
    for records in ["criminal-punishments", "beijing-detention-records", "tax-violation-records"] {
        person.answer("beijing", records, &Answer::Dates(Vec::new()))?;
    }
    person.ensure_settled()?;
    person.ensure_short()
}

fn shenzhen(context: &TestContext) -> Result<()> {
    let mut person = Person::open(context, "#v=2&s=shenzhen&l=en")?;
    person.answers(
        "shenzhen",
        &[born(), ("sex", option("female")), ("owns-home", Answer::Flag(true))],
    )?;
    person.period("home-history", 1, ["201201", "201812", ""])?;
    person.period("home-history", 2, ["201804", "", ""])?;
    person.kind("home-history", 2, "own")?;
    person.period("insurance-history", 1, ["201108", "", ""])?;
    let seen = person.page.wait_for("homes and insurances are counted", |seen| {
        [
            "home-held-months",
            "home-unbroken",
            "registered-rental-months",
            "rental-apart-months",
            "pension-months",
            "maternity-months",
            "insured-now",
        ]
        .iter()
        .all(|id| seen.answered.iter().any(|answered| answered == id))
    })?;
    ensure!(seen.form.contains("75") || seen.form.contains("6 years"), "{}", seen.form);
    person.answers(
        "shenzhen",
        &[("home-share", option("own")), ("bravery-award", Answer::Flag(false))],
    )?;
    person.tap("[data-none-of='records']")?;
    person.answers("shenzhen", &[("residence-permit", option("valid"))])?;
    person.ensure_settled()?;
    person.ensure_short()
}

fn by_hand(context: &TestContext) -> Result<()> {
    let page = Page::open(context, "#v=2&s=tianjin&tianjin.insurance-history=201901-now")?;
    let seen = page.wait_for("the months follow", |seen| {
        seen.answered.iter().any(|one| one == "pension-months")
    })?;
    let before = seen.low.clone();
    page.press("[data-by-hand='pension-months']")?;
    let scheme = rules::scheme("tianjin")?;
    let question = &scheme.questions[scheme.question("pension-months").context("no pension")?];
    page.answer(Pointer::Mouse, question, &Answer::Number(24))?;
    let seen = page.wait_for("it counts", |seen| seen.low != before)?;
    ensure!(seen.form.contains("现在用的是您在这里填的"), "the history is not mentioned");
    page.press("[data-question='pension-months'] .clear")?;
    page.wait_for("the history counts again", |seen| seen.low == before)?;
    Ok(())
}

fn faults(context: &TestContext) -> Result<()> {
    let mut person = Person::open(context, "#v=2&s=shanghai&l=en")?;
    person.period("base-history", 1, ["202403", "202312", "9000"])?;
    press_keys(person.page.browser, "\u{E004}\u{E004}\u{E004}\u{E004}\u{E004}\u{E004}")?;
    person.page.wait_for("it is said", |seen| seen.form.contains("ends before it begins"))?;
    let field = "return document.querySelector(\"[data-part=to]\").value";
    let kept = person.page.browser.execute(field, Value::Null)?;
    ensure!(kept == json!("202312"), "{kept} stands there");
    Ok(())
}

/// Lines as a page of the insurance office has them, invented, with what a PDF leaves between them.
const RECORDS: &str = "个人社会保险缴费明细\n姓名 某某某 证件号码 110101199001011234\n年月 缴费基数 养老 医疗 失业\n202601 12,400.00 992.0 248.0 62.0\n202602 12,400.00 992.0 248.0 62.0\n仅供参考 仅供参考\n202603 12,400.00 992.0 248.0 62.0\n202604 13,000.00 1040.0 260.0 65.0\n";

fn fill_in(page: &Page<'_>, text: &str) -> Result<()> {
    page.press("[data-paste='base-history']")?;
    let paste =
        "const place = document.querySelector('.paste textarea'); place.value = arguments[0];
        place.dispatchEvent(new Event('input', { bubbles: true }))";
    until("the place to paste into", || {
        let there = "return !!document.querySelector('.paste textarea')";
        Ok((page.browser.execute(there, Value::Null)? == true).then_some(()))
    })?;
    page.browser.execute(paste, json!([text]))?;
    page.press("[data-read=records]")
}

fn paste(context: &TestContext) -> Result<()> {
    let page = Page::open_in(context, Viewport::PHONE, "#v=2&s=shanghai")?;
    fill_in(&page, RECORDS)?;
    let seen = page.wait_for("it is shown", |seen| seen.form.contains("读到 2 段，共 4 个月"))?;
    ensure!(!seen.answered.iter().any(|id| id == "insured-months"), "it is used unasked");
    ensure!(!seen.form.contains("1101011990"), "an identity number is shown");
    page.press("[data-use=records]")?;
    let seen =
        page.wait_for("it is used", |seen| seen.answered.iter().any(|id| id == "insured-months"))?;
    ensure!(!seen.hash.contains("1101011990"), "an identity number is kept");
    let field = "return [...document.querySelectorAll('[data-part=base]')].map((one) => one.value)";
    let bases = page.browser.execute(field, Value::Null)?;
    ensure!(bases == json!(["12400", "13000"]), "{bases}");
    Ok(())
}

fn something_else(context: &TestContext) -> Result<()> {
    let page = Page::open(context, "#v=2&s=shanghai&l=en")?;
    fill_in(&page, "The weather is fine today.\nNothing to see here.")?;
    page.wait_for("it is said", |seen| seen.form.contains("No months were found"))?;
    fill_in_again(
        &page,
        "工资薪金 2026-09\n所得项目小类：正常工资薪金\n收入：20000.00元\n已申报税额：590.00元\n",
    )?;
    page.wait_for("it is said", |seen| seen.form.contains("a record of income tax"))?;
    Ok(())
}

fn fill_in_again(page: &Page<'_>, text: &str) -> Result<()> {
    let paste =
        "const place = document.querySelector('.paste textarea'); place.value = arguments[0];
        place.dispatchEvent(new Event('input', { bubbles: true }))";
    page.browser.execute(paste, json!([text]))?;
    page.press("[data-read=records]")
}

fn keyboard(context: &TestContext) -> Result<()> {
    let page = Page::open(context, "#v=2&s=shenzhen")?;
    let focus =
        "document.querySelector(\"[data-question='insurance-history'] [data-part=from]\").focus()";
    page.browser.execute(focus, Value::Null)?;
    // The first month, past the last one and the kind, and on.
    press_keys(page.browser, "201501\u{E004}\u{E004}\u{E004}")?;
    page.wait_for("it counts", |seen| seen.answered.iter().any(|id| id == "pension-months"))?;
    Ok(())
}

fn kept(context: &TestContext) -> Result<()> {
    let mut person = Person::open(context, "#v=2&s=shanghai")?;
    let kind = "return document.querySelector('.period select').value";
    let kind = person.page.browser.execute(kind, Value::Null)?;
    ensure!(kind == json!("paid"), "a new period shows {kind}");
    person.period("base-history", 1, ["202001", "", "13000"])?;
    let seen = person
        .page
        .wait_for("it is in the address", |seen| seen.hash.contains("202001-now-13000"))?;
    person.page.browser.reload()?;
    let again = person.page.wait_until_ready()?;
    ensure!(again.hash == seen.hash, "{} became {}", seen.hash, again.hash);
    let base = "return document.querySelector('[data-part=base]').value";
    ensure!(person.page.browser.execute(base, Value::Null)? == json!("13000"), "it is gone");
    // What the rules make of it is what a program makes of it.
    let scheme = rules::scheme("shanghai")?;
    let history = scheme.question("base-history").context("no history")?;
    let answers: Answers = [(
        scheme.questions[history].id.clone(),
        Answer::periods([jifen::answers::Period {
            from: "2020-01".parse()?,
            to: None,
            kind: "paid".to_owned(),
            base: Some(13_000),
        }]),
    )]
    .into_iter()
    .collect();
    let fragment = rules::fragment(&scheme, &answers, jifen::scheme::Language::Zh);
    ensure!(fragment.contains("202001-now-13000"), "{fragment}");
    Ok(())
}

/// How often a long record is read, to tell how long that takes.
const READ: usize = 9;

fn many_lines(context: &TestContext) -> Result<()> {
    let page = Page::open(context, "#v=2&s=shanghai")?;
    let mut text = String::from("年月 缴费基数 养老 医疗 失业\n");
    for line in 0..5_000 {
        let month = line % 240;
        text += &format!("{}{:02} 12500.0 1000.0 250.0 62.5\n", 2006 + month / 12, month % 12 + 1);
    }
    fill_in(&page, &text)?;
    page.wait_for("they are read", |seen| seen.form.contains("共 240 个月"))?;
    // From the press to the periods in the page, and to the next frame after them. It is told and not asserted: what a machine
    // takes depends on the machine, and `benches/measured.txt` has what one took.
    let measure = "const told = arguments[arguments.length - 1];
        const place = document.querySelector('.paste textarea');
        const months = () => document.querySelector('.paste').innerText.includes('个月');
        const frame = () => new Promise((next) => requestAnimationFrame(() => setTimeout(next)));
        (async () => {
            const text = place.value;
            const times = [];
            for (let run = 0; run < arguments[0]; run += 1) {
                for (const [value, there] of [['天气', false], [text, true]]) {
                    place.value = value;
                    place.dispatchEvent(new Event('input', { bubbles: true }));
                    await frame();
                    const start = performance.now();
                    document.querySelector('[data-read=records]').click();
                    while (months() !== there) await new Promise((next) => setTimeout(next));
                    const written = performance.now();
                    await frame();
                    if (there) times.push([written - start, performance.now() - start]);
                }
            }
            const median = (place) => times.map((one) => one[place]).sort((a, b) => a - b)[times.length >> 1];
            told([median(0), median(1)]);
        })()";
    let taken = page.browser.execute_async(measure, json!([READ]))?;
    println!("5,000 pasted lines: {taken} ms until they are written, until the next frame");
    Ok(())
}
