//! Within reach: targets for a thumb, pages no wider than the screen, text that is not cut.

use anyhow::{Result, ensure};
use jifen_browser::context::TestContext;
use jifen_browser::page::Page;
use jifen_browser::suite::Suite;
use jifen_browser::viewport::Viewport;
use serde_json::{Value, json};

/// Every sort of question, with long words and many rows in the result.
const MUCH: &str = "v=1&s=shanghai&birth-date=19700101&education=bachelor&academic-degree=bachelor\
    &shanghai.education-accepted=1&shanghai.insured-months=140&skill-level=level-2\
    &crime-records=20240101.20240202&shanghai.owns-company=1&shanghai.company-tax-average=99999999\
    &shanghai.spouse-local=1&marriage-date=20010101&shanghai.residence-permit=suspended\
    &shanghai.base-months-08-of-48=40";

pub(crate) fn add(suite: &mut Suite) {
    for language in ["zh", "en"] {
        suite
            .add(format!("reach::no sideways scrolling on a phone ({language})"), move |context| {
                narrow(context, language)
            });
        suite.add(
            format!("reach::nothing is cut when text is spaced out ({language})"),
            move |context| spaced(context, language),
        );
        suite.add(format!("reach::targets are large enough ({language})"), move |context| {
            targets(context, language)
        });
    }
    suite.add("reach::at 400 % the answers are not hidden behind the bar", zoomed);
    suite.add("reach::forced colours leave states and choices visible", forced_colours);
    suite.add("reach::reduced motion moves nothing", still);
    suite.add("reach::the total stays in sight", in_sight);
}

fn much<'context>(
    context: &'context TestContext,
    viewport: Viewport,
    language: &str,
) -> Result<Page<'context>> {
    let page = Page::open_in(context, viewport, &format!("#{MUCH}&l={language}"))?;
    page.unfold_all()?;
    Ok(page)
}

/// What reaches beyond the right edge, apart from what scrolls within itself.
const WIDE: &str = "
    const width = document.documentElement.clientWidth;
    const scrolls = (one) => { for (let up = one; up && up !== document.body; up = up.parentElement)
      if (['auto', 'scroll'].includes(getComputedStyle(up).overflowX)) return true; return false; };
    const wide = [...document.body.querySelectorAll('*')].filter((one) => one.checkVisibility() &&
      one.getBoundingClientRect().right > width + 0.5 && !one.closest('svg svg, defs') && !scrolls(one));
    const page = document.documentElement.scrollWidth > width ? ['the page scrolls sideways'] : [];
    return page.concat(wide.slice(0, 8).map((one) => one.outerHTML.slice(0, 160)))";

pub(crate) fn fits(page: &Page<'_>, what: &str) -> Result<()> {
    let wide: Vec<String> = serde_json::from_value(page.browser.execute(WIDE, Value::Null)?)?;
    ensure!(wide.is_empty(), "{what} is too wide: {wide:#?}");
    Ok(())
}

fn narrow(context: &TestContext, language: &str) -> Result<()> {
    let page = much(context, Viewport::NARROW, language)?;
    for viewport in [Viewport::NARROW, Viewport::PHONE, Viewport { width: 412, ..Viewport::PHONE }]
    {
        page.browser.set_viewport(viewport)?;
        fits(&page, &format!("the page on {} px", viewport.width))?;
    }
    page.press("#larger")?;
    fits(&page, "the page in larger text")?;
    page.press("#reset")?;
    page.wait_for("everything is cleared", |seen| seen.verdict == "none")?;
    for viewport in [Viewport::NARROW, Viewport::PHONE, Viewport { width: 412, ..Viewport::PHONE }]
    {
        page.browser.set_viewport(viewport)?;
        fits(&page, &format!("the empty page on {} px", viewport.width))?;
    }
    Ok(())
}

/// WCAG 1.4.12, as a style sheet that the page's policy does not see.
const SPACED: &str = "
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
      word-spacing: 0.16em !important } p { margin-bottom: 2em !important }`);
    document.adoptedStyleSheets = [sheet];";

/// Text that does not fit its box, where the box hides what does not fit.
const CUT: &str = "
    return [...document.body.querySelectorAll('*')].filter((one) => {
      const style = getComputedStyle(one);
      const hides = ['hidden', 'clip'].includes(style.overflowX) || ['hidden', 'clip'].includes(style.overflowY);
      return hides && style.clipPath === 'none' && !one.closest('svg') && one.checkVisibility() && one.innerText &&
        (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1);
    }).map((one) => one.outerHTML.slice(0, 160))";

/// Texts that lie over each other, apart from pictures and from what stays in place while the page scrolls.
const OVERLAP: &str = "
    const stays = (one) => { for (let up = one; up; up = up.parentElement)
      if (['sticky', 'fixed'].includes(getComputedStyle(up).position)) return true; return false; };
    const lines = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const one = text.parentElement;
      if (!text.data.trim() || one.closest('svg, .unseen, .skip, noscript') || !one.checkVisibility() || stays(one)) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      // The box of a line is higher than its letters.
      const half = parseFloat(getComputedStyle(one).fontSize) / 2;
      for (const { top, bottom, left, right } of range.getClientRects()) {
        const middle = (top + bottom) / 2;
        lines.push({ text, box: { left, right, top: middle - half, bottom: middle + half } });
      }
    }
    lines.sort((one, other) => one.box.top - other.box.top);
    const found = [];
    lines.forEach(({ text, box }, place) => {
      for (let next = place + 1; next < lines.length && lines[next].box.top < box.bottom - 3; next += 1) {
        const other = lines[next];
        const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
        const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
        if (other.text !== text && across > 2 && down > 3)
          found.push(`${text.data.slice(0, 40)} | ${other.text.data.slice(0, 40)}`);
      }
    });
    return found.slice(0, 8)";

/// Nothing is too wide, cut, or over something else.
pub(crate) fn readable(page: &Page<'_>, what: &str) -> Result<()> {
    fits(page, what)?;
    for (error, script) in [("cut", CUT), ("one over another", OVERLAP)] {
        let found: Vec<String> =
            serde_json::from_value(page.browser.execute(script, Value::Null)?)?;
        ensure!(found.is_empty(), "{what}, {error}: {found:#?}");
    }
    Ok(())
}

/// The distances between letters, words, lines and passages that a reader may set.
pub(crate) fn space_out(page: &Page<'_>) -> Result<()> {
    page.browser.execute(SPACED, Value::Null).map(drop)
}

fn spaced(context: &TestContext, language: &str) -> Result<()> {
    let page = much(context, Viewport::NARROW, language)?;
    space_out(&page)?;
    readable(&page, "the page with spaced text")
}

/// Everything that can be pressed, with its size; links inside a sentence are as high as the sentence. What a person
/// presses to answer, to unfold and to go on is as large as a thumb.
const SMALL: &str = "
    const small = [];
    const inline = (one) => one.matches('a') && getComputedStyle(one).display === 'inline';
    const primary = 'input, [role=tab], [data-unfold], [data-compared] button, .items > .item > details > summary';
    for (const one of document.querySelectorAll('a[href], button, summary, input, [tabindex=\"0\"]')) {
      const target = one.matches('[type=radio], [type=checkbox]') ? one.closest('label') : one;
      if (!target.checkVisibility({ visibilityProperty: true }) || inline(one) || one.closest('.skip')) continue;
      const box = target.getBoundingClientRect();
      const least = one.matches(primary) ? 44 : 24;
      if (box.height < least - 0.5 || box.width < least - 0.5)
        small.push(`${Math.round(box.width)} x ${Math.round(box.height)}: ${one.outerHTML.slice(0, 120)}`);
    }
    return small";

pub(crate) fn large_enough(page: &Page<'_>) -> Result<()> {
    let small: Vec<String> = serde_json::from_value(page.browser.execute(SMALL, Value::Null)?)?;
    ensure!(small.is_empty(), "too small: {small:#?}");
    Ok(())
}

fn targets(context: &TestContext, language: &str) -> Result<()> {
    large_enough(&much(context, Viewport::PHONE, language)?)
}

/// A desk of 1280 × 1024 at 400 % is a screen of 320 × 256.
fn zoomed(context: &TestContext) -> Result<()> {
    let page = much(context, Viewport { width: 320, height: 256, touch: false }, "en")?;
    fits(&page, "the page at 400 %")?;
    let free = page.browser.execute(
        "let covered = 0;
        for (let y = 1; y < innerHeight; y += 4) {
          const top = document.elementFromPoint(160, y);
          for (let up = top; up; up = up.parentElement)
            if (['sticky', 'fixed'].includes(getComputedStyle(up).position)) { covered += 4; break; }
        }
        return innerHeight - covered",
        Value::Null,
    )?;
    ensure!(free.as_u64() >= Some(160), "only {free} of 256 px are left to scroll in");
    Ok(())
}

fn forced_colours(context: &TestContext) -> Result<()> {
    prefer(context, "forced-colors", "active")?;
    let page = much(context, Viewport::PHONE, "zh")?;
    let active = page
        .browser
        .execute("return matchMedia('(forced-colors: active)').matches", Value::Null)?;
    ensure!(active == true, "the browser does not force colours");
    let same = page.browser.execute(
        "const look = (input) => { const style = getComputedStyle(input.nextElementSibling);
          return [style.borderTopWidth, style.borderTopColor, style.outlineStyle, style.backgroundColor].join(); };
        const [on, off] = [':checked', ':not(:checked)'].map((state) =>
          look(document.querySelector(`[data-question=education] input${state}`)));
        return on === off ? on : null",
        Value::Null,
    )?;
    ensure!(same.is_null(), "a chosen option looks like any other: {same}");
    let seen = page.snapshot()?;
    let wordless: Vec<_> =
        seen.conditions.iter().filter(|item| item.text.split(' ').count() < 2).collect();
    ensure!(wordless.is_empty(), "states without a word: {wordless:?}");
    Ok(())
}

fn still(context: &TestContext) -> Result<()> {
    prefer(context, "prefers-reduced-motion", "reduce")?;
    nothing_moves(&much(context, Viewport::PHONE, "zh")?)
}

/// Lets the browser say that the person prefers something.
pub(crate) fn prefer(context: &TestContext, feature: &str, value: &str) -> Result<()> {
    let media = json!({ "features": [{ "name": feature, "value": value }] });
    context.browser.cdp("Emulation.setEmulatedMedia", media).map(drop)
}

pub(crate) fn nothing_moves(page: &Page<'_>) -> Result<()> {
    let moving = page.browser.execute(
        "return [...document.querySelectorAll('*')].filter((one) => { const style = getComputedStyle(one);
          return parseFloat(style.transitionDuration) > 0 || style.animationName !== 'none'
            || style.scrollBehavior === 'smooth'; }).map((one) => one.outerHTML.slice(0, 100))",
        Value::Null,
    )?;
    ensure!(moving == json!([]), "these move: {moving}");
    Ok(())
}

/// Whatever part of the form is on the screen, so is the total.
fn in_sight(context: &TestContext) -> Result<()> {
    for viewport in [Viewport::PHONE, Viewport::DESKTOP] {
        let page = Page::open_in(context, viewport, &format!("#{MUCH}"))?;
        let low = page.snapshot()?.low;
        for place in ["birth-date", "insured-months", "residence-permit"] {
            let shown = page.browser.execute(
                "const [question, total] = arguments;
                document.querySelector(`[data-question=${question}]`).scrollIntoView({ block: 'center', behavior: 'instant' });
                return [...document.querySelectorAll('strong')].some((one) => {
                  const box = one.getBoundingClientRect();
                  const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
                  return one.checkVisibility() && top && (one.contains(top) || top.contains(one)) && /\\d/.test(one.innerText);
                })",
                json!([place, low]),
            )?;
            ensure!(shown == true, "at {place} no total is on a screen of {viewport:?}");
        }
    }
    Ok(())
}
