//! The frame is as high as its content, and scrolls where it may not be.

use anyhow::{Context, Result, ensure};
use jifen_browser::context::TestContext;
use jifen_browser::wait::until;
use serde_json::{Value, json};

use super::host::{Host, MOUNT, TAG, WIDE};

pub(super) fn follows(host: &Host<'_>) -> Result<()> {
    let browser = host.embedded.browser;
    let seen = host.enter_frame(0)?;
    ensure!(seen.scheme == "shanghai" && seen.language == "zh-Hans", "it opens as {seen:#?}");
    let empty = host.wait_until_fitted(0)?;
    let past = host.execute_outside("return history.length")?;
    let frame = "const frame = document.querySelector('iframe');
        return [frame.title, frame.loading, frame.clientWidth === frame.parentElement.parentElement.clientWidth,
          document.documentElement.scrollWidth - document.documentElement.clientWidth]";
    let frame = host.execute_outside(frame)?;
    ensure!(frame == json!(["积分估算", "lazy", true, 0]), "the frame is {frame}");

    host.answer_in_frame(0)?;
    until("it grows", || {
        host.wait_until_fitted(0).map(|now| Some(now).filter(|now| *now > empty))
    })?;
    // A place of the page: the frame does not scroll, so the page around has to, as far as there is something below.
    host.enter_frame(0)?;
    host.embedded.wait_for("the guide is there", |seen| seen.body.contains("怎样申请"))?;
    let answered = host.wait_until_fitted(0)?;
    host.enter_frame(0)?;
    host.embedded.press("#to-result")?;
    until("the result is in view", || {
        host.enter_frame(0)?;
        let inside = "return document.getElementById('result').getBoundingClientRect().top";
        let inside = browser.execute(inside, Value::Null)?.as_f64().context("no result")?;
        let frame = host.execute_outside(
            "return document.querySelector('iframe').getBoundingClientRect().top",
        )?;
        let top = inside + frame.as_f64().context("no frame")?;
        Ok((-2.0..300.0).contains(&top).then_some(()))
    })?;
    // On a wide screen the verdict stays in sight by itself; on a narrow one the bar stands where the screen ends.
    let bar = "return [document.querySelector('.bar').checkVisibility(), innerWidth]";
    host.enter_frame(0)?;
    let bar = browser.execute(bar, Value::Null)?;
    ensure!(bar[0] == json!(bar[1].as_f64().is_some_and(|width| width < 1024.0)), "the bar: {bar}");
    let head = "return ['.head h1', '.foot section'].map((one) => {
          const box = document.querySelector(one).getBoundingClientRect();
          return box.width * box.height;
        })";
    let head = browser.execute(head, Value::Null)?;
    ensure!(head == json!([1, 0]), "a head or a foot of its own is shown: {head}");

    // WebKit's driver does not scroll the page around.
    host.execute_outside("scrollTo(0, 0)")?;
    host.enter_frame(0)?;
    host.embedded.press("#reset")?;
    until("it shrinks", || {
        host.wait_until_fitted(0).map(|now| Some(now).filter(|now| *now < answered))
    })?;
    host.execute_outside("scrollTo(0, 0)")?;
    host.enter_frame(0)?;
    host.embedded.press("#language")?;
    host.embedded.wait_for("English", |seen| seen.language == "en")?;
    let now = host.execute_outside("return history.length")?;
    ensure!(now == past, "the history of the page around has grown from {past} to {now}");
    Ok(())
}

pub(super) fn small(context: &TestContext) -> Result<()> {
    let host = Host::open(&context.browser, WIDE, "127.0.0.1", TAG)?;
    host.enter_frame(0)?;
    host.wait_until_fitted(0)?;
    host.execute_outside("document.querySelector('iframe').style.maxHeight = '300px'")?;
    host.answer_in_frame(0)?;
    until("it scrolls in itself", || {
        host.enter_frame(0)?;
        let scrolls = "scrollTo(0, 5000); return getComputedStyle(document.documentElement).overflowY !== 'hidden' \
                       && scrollY > 1000";
        Ok((context.browser.execute(scrolls, Value::Null)? == true).then_some(()))
    })
}

pub(super) fn two(context: &TestContext) -> Result<()> {
    let english =
        "<script async src='{site}embed.js' data-scheme='beijing' data-language='en'></script>";
    let host =
        Host::open(&context.browser, WIDE, "127.0.0.1", &format!("{TAG}<h2>Two</h2>{english}"))?;
    // Scripts that do not wait for each other stand where they were written all the same.
    let first = host.enter_frame(0)?;
    host.wait_until_fitted(0)?;
    host.execute_outside("document.querySelectorAll('iframe')[1].scrollIntoView()")?;
    let second = host.enter_frame(1)?;
    ensure!(first.scheme == "shanghai" && first.language == "zh-Hans", "the first is {first:#?}");
    ensure!(second.scheme == "beijing" && second.language == "en", "the second is {second:#?}");
    let title = host.execute_outside("return document.querySelectorAll('iframe')[1].title")?;
    ensure!(title == "Points estimator", "the second is called {title}");
    let before = host.wait_until_fitted(1)?;
    let low = host.wait_until_fitted(0)?;
    host.answer_in_frame(0)?;
    until("the first grows", || {
        host.wait_until_fitted(0).map(|now| Some(now).filter(|now| *now > low))
    })?;
    ensure!(host.wait_until_fitted(1)? == before, "the second has grown too");
    let second = host.enter_frame(1)?;
    ensure!(second.answered.is_empty(), "the second is answered: {:?}", second.answered);
    Ok(())
}

pub(super) fn lazy(context: &TestContext) -> Result<()> {
    let far = "<p>down</p>".repeat(300);
    let host = Host::open(&context.browser, WIDE, "127.0.0.1", &format!("{far}{TAG}"))?;
    until("the frame is there", || {
        Ok((host.execute_outside("return document.querySelectorAll('iframe').length")? == 1)
            .then_some(()))
    })?;
    let asked = host.embedded.site.requests();
    ensure!(asked == [format!("{MOUNT}embed.js")], "asked for at once: {asked:?}");
    host.execute_outside("document.querySelector('iframe').scrollIntoView()")?;
    host.enter_frame(0)?;
    host.wait_until_fitted(0).map(drop)
}

pub(super) fn bare(context: &TestContext) -> Result<()> {
    let content =
        "<iframe title=a src='{site}#v=1&amp;s=beijing' width='100%' height='700'></iframe>";
    let host = Host::open(&context.browser, WIDE, "127.0.0.1", content)?;
    let seen = host.enter_frame(0)?;
    ensure!(seen.scheme == "beijing", "it opens as {seen:#?}");
    let scrolls = "scrollTo(0, 500); return [scrollY, 'framed' in document.documentElement.dataset, \
                   document.documentElement.scrollWidth <= innerWidth]";
    let scrolls = context.browser.execute(scrolls, Value::Null)?;
    ensure!(scrolls == json!([500, true, true]), "in the frame: {scrolls}");
    ensure!(host.frame_height(0)? == 700, "the frame is {} px high", host.frame_height(0)?);
    Ok(())
}
