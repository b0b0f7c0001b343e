//! What passes between the embedded page, the page around it, and anybody else.

use anyhow::{Context, Result, ensure};
use jifen_browser::context::TestContext;
use serde_json::Value;

use super::host::{Host, TAG, WIDE};
use crate::privacy::nothing_stored;

/// Lets every message that was sent before arrive.
const ROUND: &str = "
    const done = arguments[arguments.length - 1];
    addEventListener('message', ({ data }) => { if (data === 'the last') done(null); });
    postMessage('the last', '*');";

pub(super) fn strangers(context: &TestContext) -> Result<()> {
    let browser = &context.browser;
    let content = format!("<iframe title=Other src='{{site}}' width=600 height=300></iframe>{TAG}");
    let host = Host::open(browser, WIDE, "127.0.0.1", &content)?;
    host.enter_frame(1)?;
    let height = host.wait_until_fitted(1)?;
    let unmoved = |who: &str| {
        browser.leave_frames()?;
        browser.execute_async(ROUND, Value::Null)?;
        let now = [host.frame_height(0)?, host.frame_height(1)?];
        ensure!(now == [300, height], "{who} changed the heights to {now:?}");
        Ok(())
    };
    // The page around, and a frame of the right origin that is none of the script's.
    browser.leave_frames()?;
    browser.execute("postMessage(9999, '*')", Value::Null)?;
    unmoved("the page itself")?;
    host.enter_frame(0)?;
    browser.execute("parent.postMessage(9999, '*')", Value::Null)?;
    unmoved("another frame of the site")?;

    // The page in a frame answers nobody but the page around it.
    host.execute_outside("scrollTo(0, 0)")?;
    host.enter_frame(1)?;
    let ask = "window.heard = 0;
        addEventListener('message', ({ data }) => { heard += typeof data === 'number'; });
        parent.frames[0].postMessage('jifen', '*')";
    browser.execute(ask, Value::Null)?;
    host.enter_frame(0)?;
    // It would answer when it is drawn next.
    let drawn = "const done = arguments[arguments.length - 1];
        const fitted = () => done('fitted' in document.documentElement.dataset);
        setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(fitted)));";
    let fitted = browser.execute_async(drawn, Value::Null)?;
    ensure!(fitted == false, "a stranger was taken for the page around");
    host.enter_frame(1)?;
    browser.execute_async(ROUND, Value::Null)?;
    let heard = browser.execute("return heard", Value::Null)?;
    ensure!(heard == 0, "a stranger was answered");

    // The right frame, gone to another origin.
    host.show("127.0.0.1", TAG)?;
    host.enter_frame(0)?;
    let height = host.wait_until_fitted(0)?;
    browser.leave_frames()?;
    let gone = "const done = arguments[arguments.length - 1];
        const frame = document.querySelector('iframe');
        frame.addEventListener('load', () => done(null));
        frame.src = 'about:blank';";
    browser.execute_async(gone, Value::Null)?;
    browser.enter_frame(&browser.find("iframe")?)?;
    browser.execute("parent.postMessage(9999, '*')", Value::Null)?;
    browser.leave_frames()?;
    browser.execute_async(ROUND, Value::Null)?;
    let now = host.frame_height(0)?;
    ensure!(now == height, "another origin in the frame changed its height to {now}");
    Ok(())
}

pub(super) fn links(context: &TestContext) -> Result<()> {
    let host = Host::open(&context.browser, WIDE, "127.0.0.1", TAG)?;
    host.enter_frame(0)?;
    host.wait_until_fitted(0)?;
    host.answer_in_frame(0)?;
    host.embedded.wait_for("the guide is there", |seen| seen.body.contains("怎样申请"))?;
    host.embedded.unfold_all()?;
    let pressed = "
        const links = [...document.querySelectorAll('a[href]:not([download], .skip)')];
        addEventListener('click', (event) => event.preventDefault(), { once: false });
        return links.map((link) => {
          link.click();
          return [link.target, link.relList.contains('noopener'), link.href];
        });";
    let pressed = context.browser.execute(pressed, Value::Null)?;
    let pressed = pressed.as_array().context("no links")?;
    ensure!(pressed.len() > 5, "few links: {pressed:?}");
    for link in pressed {
        ensure!(link[0] == "_blank" && link[1] == true, "stays inside: {link}");
    }
    let answered: Vec<_> = pressed
        .iter()
        .filter_map(|link| link[2].as_str())
        .filter(|link| link.contains("bachelor"))
        .collect();
    let whole = host.embedded.address("#v=2&");
    ensure!(
        matches!(answered[..], [only] if only.starts_with(&whole) && only.contains("&s=shanghai")),
        "the answers go to {answered:?}, not only to {whole}"
    );
    Ok(())
}

pub(super) fn stores_nothing(context: &TestContext) -> Result<()> {
    let host = Host::open(&context.browser, WIDE, "127.0.0.1", TAG)?;
    host.answer_in_frame(0)?;
    host.wait_until_fitted(0)?;
    host.enter_frame(0)?;
    nothing_stored(&context.browser)?;
    let offered = context
        .browser
        .execute("return document.getElementById('offline').checkVisibility()", Value::Null)?;
    ensure!(offered == false, "it offers to keep files");
    context.browser.leave_frames()?;
    nothing_stored(&context.browser)?;
    let told: Vec<_> = context.browser.requests()?.into_iter().map(|request| request.url).collect();
    let told: Vec<_> = told
        .iter()
        .filter(|url| url.split('#').next().is_some_and(|url| url.contains("bachelor")))
        .collect();
    ensure!(told.is_empty(), "an answer was sent: {told:?}");
    Ok(())
}
