//! Guide, outlook, comparison and two sets of answers, with everything unfolded: for people who use a keyboard, large
//! letters, colours of their own, a screen reader or a thumb.

use anyhow::{Result, ensure};
use jifen::link::COMPARE;
use jifen::scheme::GuidePart;
use jifen_browser::axe;
use jifen_browser::context::TestContext;
use jifen_browser::page::Page;
use jifen_browser::suite::Suite;
use jifen_browser::viewport::Viewport;
use jifen_browser::wait::until;
use serde_json::{Value, json};

use crate::accessibility::named;
use crate::keyboard::walk_through;
use crate::reach::{large_enough, nothing_moves, prefer, readable, space_out};

/// Somebody with much to do, something that ends, something that goes on, and answers that clash.
const SOMEBODY: &str = "birth-date=19830601&education=bachelor&academic-degree=bachelor\
    &shanghai.education-accepted=1&skill-level=none&professional-title=none\
    &shanghai.insured-months=11&shanghai.insured-now=1&shanghai.insured-elsewhere=1\
    &shanghai.day.submission-day=20261124";

/// A view: what has to be there, counted by a selector, before it is looked at.
#[derive(Clone, Copy, Debug)]
struct View {
    name: &'static str,
    scheme: &'static str,
    /// What it cannot be without, and how often.
    holds: (&'static str, usize),
    /// Whether a second set of answers is kept beside.
    beside: bool,
}

const VIEWS: [View; 3] = [
    View {
        name: "guide and outlook",
        scheme: "shanghai",
        holds: ("#guide [data-part], #forecast svg", GuidePart::ALL.len() + 1),
        beside: false,
    },
    View { name: "side by side", scheme: "shanghai", holds: (".differences tr", 4), beside: true },
    View {
        name: "comparison",
        scheme: COMPARE,
        holds: ("#compare [data-compared]", 12),
        beside: false,
    },
];

type Check = fn(&TestContext, View) -> Result<()>;

pub(crate) fn add(suite: &mut Suite) {
    let checks: [(&str, Check); 10] = [
        ("the keyboard passes through it in order, marked and in sight", keyboard),
        ("each control has a name", names),
        ("axe on desk and phone", plain),
        ("axe in the dark", |context, view| {
            coloured(context, view, "prefers-color-scheme", "dark")
        }),
        ("axe with more contrast", |context, view| {
            coloured(context, view, "prefers-contrast", "more")
        }),
        ("axe with forced colours", |context, view| {
            coloured(context, view, "forced-colors", "active")
        }),
        ("at 400 % it fits, also in larger text", enlarged),
        ("spaced text is neither cut nor covered", spaced),
        ("targets are large enough", targets),
        ("with reduced motion nothing moves", still),
    ];
    for view in VIEWS {
        for (what, check) in checks {
            let name = format!("views::{}: {what}", view.name);
            suite.add(name, move |context| check(context, view));
        }
    }
}

/// Opens a view and unfolds all of it.
fn open<'context>(
    context: &'context TestContext,
    view: View,
    viewport: Viewport,
    language: &str,
) -> Result<Page<'context>> {
    let address = format!("#v=1&s={}&l={language}&{SOMEBODY}", view.scheme);
    let page = Page::open_in(context, viewport, &address)?;
    if view.beside {
        page.press("#keep")?;
        page.press("[data-question='education'] label:has([value='associate'])")?;
        page.wait_for("the answer counts", |seen| seen.says("education=associate"))?;
    }
    let (selector, least) = view.holds;
    let count = "return document.querySelectorAll(arguments[0]).length";
    until(&format!("{} is there", view.name), || {
        let found = page.browser.execute(count, json!([selector]))?;
        Ok((found.as_u64() >= Some(least as u64)).then_some(()))
    })?;
    page.unfold_all()?;
    // The keyboard begins where a person's would.
    page.browser.execute("document.activeElement.blur(); scrollTo(0, 0)", Value::Null)?;
    Ok(page)
}

fn keyboard(context: &TestContext, view: View) -> Result<()> {
    let page = open(context, view, Viewport::DESKTOP, "zh")?;
    page.browser.execute(
        "const start = document.querySelector('.skip'); start.focus(); start.blur();",
        Value::Null,
    )?;
    let stops = walk_through(&page)?;
    let reachable = page.browser.execute(
        "const groups = new Set();
        return [...document.querySelectorAll('a[href]:not(.skip), button, summary, input')].filter((one) => {
          if (!one.checkVisibility({ visibilityProperty: true }) || one.tabIndex < 0 || one.disabled) return false;
          if (one.type !== 'radio') return true;
          return !groups.has(one.name) && groups.add(one.name);
        }).length",
        Value::Null,
    )?;
    let reachable = reachable.as_u64().unwrap_or_default();
    // Parts of the page that scroll by themselves are stops besides.
    ensure!(stops.len() as u64 >= reachable, "{} of {reachable} are reached", stops.len());
    ensure!(stops.len() >= view.holds.1, "only {} stops", stops.len());
    Ok(())
}

fn names(context: &TestContext, view: View) -> Result<()> {
    for language in ["zh", "en"] {
        named(&open(context, view, Viewport::DESKTOP, language)?)?;
    }
    Ok(())
}

fn plain(context: &TestContext, view: View) -> Result<()> {
    for (viewport, language) in [(Viewport::DESKTOP, "en"), (Viewport::PHONE, "zh")] {
        let page = open(context, view, viewport, language)?;
        page.browser.show_full_page(viewport)?;
        axe::inspect(page.browser, view.name)?;
    }
    Ok(())
}

fn coloured(context: &TestContext, view: View, feature: &str, value: &str) -> Result<()> {
    prefer(context, feature, value)?;
    let page = open(context, view, Viewport::PHONE, "en")?;
    page.browser.show_full_page(Viewport::PHONE)?;
    axe::inspect(page.browser, &format!("{}, {feature}: {value}", view.name))
}

fn enlarged(context: &TestContext, view: View) -> Result<()> {
    for language in ["zh", "en"] {
        let page = open(context, view, Viewport::NARROW, language)?;
        // A desk of 1280 px at 400 %: 320 px, each of them four dots wide.
        page.browser.cdp(
            "Emulation.setDeviceMetricsOverride",
            json!({ "width": 320, "height": 256, "deviceScaleFactor": 4, "mobile": false }),
        )?;
        readable(&page, &format!("{} at 400 % in {language}", view.name))?;
        page.browser.set_viewport(Viewport::NARROW)?;
        page.press("#larger")?;
        readable(&page, &format!("{} in larger text in {language}", view.name))?;
        page.browser.show_full_page(Viewport::NARROW)?;
        axe::inspect(page.browser, &format!("{} in larger text", view.name))?;
    }
    Ok(())
}

fn spaced(context: &TestContext, view: View) -> Result<()> {
    for (viewport, language) in [(Viewport::NARROW, "en"), (Viewport::DESKTOP, "zh")] {
        let page = open(context, view, viewport, language)?;
        space_out(&page)?;
        readable(&page, &format!("{} with spaced text in {language}", view.name))?;
    }
    Ok(())
}

fn targets(context: &TestContext, view: View) -> Result<()> {
    for language in ["zh", "en"] {
        large_enough(&open(context, view, Viewport::PHONE, language)?)?;
    }
    Ok(())
}

fn still(context: &TestContext, view: View) -> Result<()> {
    prefer(context, "prefers-reduced-motion", "reduce")?;
    nothing_moves(&open(context, view, Viewport::PHONE, "zh")?)
}
