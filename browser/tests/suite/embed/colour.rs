//! The colour that a host gives, on light and on dark.

use anyhow::{Context, Result, ensure};
use jifen_browser::axe;
use jifen_browser::context::TestContext;
use jifen_browser::viewport::Viewport;
use jifen_browser::wait::until;
use serde_json::{Value, json};

use super::host::{Host, TAG, WIDE};

/// The colour in use, whether the page changed it, and its lowest contrast with what words in it stand on.
pub(super) const MEASURE: &str = "
    const style = getComputedStyle(document.documentElement);
    const probe = document.createElement('i');
    document.body.append(probe);
    const colour = (name) => {
      probe.style.color = `var(${name})`;
      return getComputedStyle(probe).color.match(/[\\d.]+/g).map(Number);
    };
    const light = (rgb) => rgb.map((one) => one / 255)
      .map((one) => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4))
      .reduce((sum, one, place) => sum + one * [0.2126, 0.7152, 0.0722][place], 0);
    const contrast = (one, other) => {
      const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
      return (high + 0.05) / (low + 0.05);
    };
    const accent = colour('--accent');
    const grounds = ['--paper', '--sheet', '--wash', '--on-accent'].map((name) => contrast(accent, colour(name)));
    const ink = contrast(colour('--ink'), colour('--wash'));
    const quiet = contrast(colour('--quiet'), colour('--wash'));
    probe.remove();
    return [accent.join(), Math.min(...grounds, ink, quiet)];";

pub(super) fn accents(context: &TestContext) -> Result<()> {
    // As given; what it must become on light, where that is known.
    let accents = [
        ("%237a1f5c", Some("122,31,92")),
        ("7a1f5c", Some("122,31,92")),
        ("0a4", None),
        ("ffd400", None),
        ("fff", None),
        ("000000", Some("0,0,0")),
        ("7f7f7f", None),
        ("red", Some("15,95,102")),
        ("12345g", Some("15,95,102")),
        ("url(http://127.0.0.1:1/)", Some("15,95,102")),
    ];
    for (accent, wanted) in accents {
        let frame = format!(
            "<iframe title=a src='{{site}}?accent={accent}' width=600 height=400></iframe>"
        );
        for scheme in ["light", "dark"] {
            let media =
                json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
            context.browser.cdp("Emulation.setEmulatedMedia", media)?;
            let host = Host::open(&context.browser, WIDE, "127.0.0.1", &frame)?;
            host.enter_frame(0)?;
            let found = context.browser.execute(MEASURE, Value::Null)?;
            let contrast = found[1].as_f64().context("no contrast")?;
            ensure!(contrast >= 4.5, "{accent} on {scheme}: {found}");
            if let (Some(wanted), "light") = (wanted, scheme) {
                ensure!(found[0] == wanted, "{accent} on {scheme} became {found}");
            }
            // The other half of the day, while the page is open.
            let other = if scheme == "light" { "dark" } else { "light" };
            let media = json!({ "features": [{ "name": "prefers-color-scheme", "value": other }] });
            context.browser.cdp("Emulation.setEmulatedMedia", media)?;
            until(&format!("{accent} can be read from {scheme} to {other}"), || {
                let found = context.browser.execute(MEASURE, Value::Null)?;
                Ok(found[1].as_f64().filter(|contrast| *contrast >= 4.5))
            })?;
        }
    }
    Ok(())
}

pub(super) fn accessible(context: &TestContext) -> Result<()> {
    let tag = TAG.replace("></script>", " data-accent='#ffd400'></script>");
    for (viewport, scheme) in [(Viewport::NARROW, "light"), (WIDE, "dark")] {
        let media = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
        context.browser.cdp("Emulation.setEmulatedMedia", media)?;
        let host = Host::open(&context.browser, viewport, "127.0.0.1", &tag)?;
        host.answer_in_frame(0)?;
        host.wait_until_fitted(0)?;
        host.enter_frame(0)?;
        // What lies under the bar can be scrolled from under it, which axe does not try.
        context.browser.execute(
            "document.querySelector('.bar')?.style.setProperty('position', 'static')",
            Value::Null,
        )?;
        axe::inspect(&context.browser, &format!("the frame, {scheme}"))?;
    }
    Ok(())
}
