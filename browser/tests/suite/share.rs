//! Answers handed on and kept: copied, shared, as a picture, as a file.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use jifen_browser::axe;
use jifen_browser::context::TestContext;
use jifen_browser::keyboard::press_keys;
use jifen_browser::page::Page;
use jifen_browser::qr;
use jifen_browser::rules::TWO_ANSWERS;
use jifen_browser::suite::Suite;
use jifen_browser::viewport::Viewport;
use jifen_browser::wait::until;
use serde_json::{Value, json};

pub(crate) fn add(suite: &mut Suite) {
    suite.add("share::copying says what became of it", copy);
    suite.add("share::the system's sheet is offered where there is one", sheet);
    suite.add("share::the QR code holds the link", picture);
    suite.add("share::a saved file opens again, and what it replaced comes back", file);
    suite.add("share::odd files are told of and take nothing away", odd_files);
    suite.add("share::answers take no step in the history", history);
    suite.add("share::two tabs do not disturb each other", tabs);
    suite.add("share::axe: unfolded, with a message", accessible);
}

/// What the page says in a status line, once it says anything.
fn told(page: &Page<'_>, id: &str) -> Result<String> {
    until("something is said", || {
        let said = page.browser.execute(
            "return document.getElementById(arguments[0])?.textContent ?? ''",
            json!([id]),
        )?;
        Ok(said.as_str().filter(|said| !said.is_empty()).map(str::to_owned))
    })
}

fn copy(context: &TestContext) -> Result<()> {
    for (clipboard, zh, en, done) in [
        (
            "{ writeText: (text) => { window.copied = text; return Promise.resolve(); } }",
            "已复制",
            "is copied",
            true,
        ),
        (
            "{ writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) }",
            "没有复制成",
            "Not copied",
            false,
        ),
        ("undefined", "没有复制成", "Not copied", false),
    ] {
        context.browser.add_init_script(&format!(
            "Object.defineProperty(navigator, 'clipboard', {{ configurable: true, value: {clipboard} }})"
        ))?;
        for (language, words) in [("", zh), ("&l=en", en)] {
            let page = Page::open(context, &format!("{TWO_ANSWERS}{language}"))?;
            page.unfold(".share")?;
            page.press("#copy")?;
            let said = told(&page, "share-told")?;
            ensure!(said.contains(words), "said: {said}");
            let focus = page.focus()?.context("the keyboard is lost")?;
            ensure!(focus.id == "copy", "the keyboard went to {focus:#?}");
            let address = page.address(&page.snapshot()?.hash);
            let script = if done {
                "return window.copied"
            } else {
                "return document.getElementById('by-hand').value"
            };
            let copied = page.browser.execute(script, Value::Null)?;
            ensure!(copied == address.as_str(), "{copied} instead of {address}");
            // It is said of these answers, not of the next.
            page.press("[data-question='education'] > button")?;
            page.wait_for("one is left", |seen| !seen.body.contains(words))?;
        }
    }
    Ok(())
}

fn sheet(context: &TestContext) -> Result<()> {
    for (share, words) in [
        ("undefined", ""),
        ("(what) => { window.sent = what; return Promise.resolve(); }", "已经分享出去"),
        ("() => Promise.reject(new DOMException('no', 'AbortError'))", "没有分享"),
        ("() => { throw new TypeError('no'); }", "没有分享"),
    ] {
        context.browser.add_init_script(&format!(
            "Object.defineProperty(navigator, 'share', {{ configurable: true, value: {share} }})"
        ))?;
        let page = Page::open_in(context, Viewport::PHONE, TWO_ANSWERS)?;
        page.unfold(".share")?;
        if words.is_empty() {
            let offered = "return document.getElementById('share-by') !== null";
            ensure!(page.browser.execute(offered, Value::Null)? == false, "a sheet is offered");
            continue;
        }
        page.press("#share-by")?;
        let said = told(&page, "share-told")?;
        ensure!(said.contains(words), "said: {said}");
        if share.contains("sent") {
            let sent = page.browser.execute("return window.sent", Value::Null)?;
            let address = page.address(&page.snapshot()?.hash);
            ensure!(sent["url"] == address.as_str(), "{sent}");
        }
    }
    Ok(())
}

fn picture(context: &TestContext) -> Result<()> {
    for viewport in [Viewport::DESKTOP, Viewport::NARROW] {
        let page = Page::open_in(context, viewport, TWO_ANSWERS)?;
        page.unfold(".share")?;
        page.unfold(".share .inside")?;
        let drawn = page.browser.execute(
            "const code = document.getElementById('qr');
            const box = code.getBoundingClientRect();
            return [code.querySelector('path').getAttribute('d'), code.viewBox.baseVal.width,
              code.getAttribute('role') + code.getAttribute('aria-label'), box.width, box.right <= innerWidth]",
            Value::Null,
        )?;
        let modules = drawn[1].as_u64().context("no size")?;
        let read = qr::decode(drawn[0].as_str().context("no path")?, usize::try_from(modules)?)?;
        let address = page.address(&page.snapshot()?.hash);
        ensure!(read == address, "the picture says {read:?} instead of {address:?}");
        ensure!(drawn[2] == "img二维码，内容是本页的链接", "it is called {}", drawn[2]);
        let width = drawn[3].as_f64().context("no width")?;
        ensure!(width / modules as f64 > 2.5 && drawn[4] == true, "too small, or cut: {drawn}");
    }
    Ok(())
}

fn temporary(name: &str) -> Result<PathBuf> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("share");
    fs::create_dir_all(&folder)?;
    Ok(folder.join(name))
}

fn open_file(page: &Page<'_>, path: &Path) -> Result<()> {
    page.browser.choose_file(&page.browser.find("#open-file")?, path)
}

fn file(context: &TestContext) -> Result<()> {
    let page = Page::open(context, TWO_ANSWERS)?;
    page.unfold(".share")?;
    let saved = page.browser.execute(
        "const link = document.getElementById('save');
        return [link.download, decodeURIComponent(link.href.slice(link.href.indexOf(',') + 1))]",
        Value::Null,
    )?;
    ensure!(saved[0] == "jifen-shanghai.json", "it is called {}", saved[0]);
    let text = saved[1].as_str().context("no file")?;
    let json: Value = serde_json::from_str(text)?;
    ensure!(json["answers"]["education"] == "bachelor", "it holds {text}");
    let path = temporary("saved.json")?;
    fs::write(&path, text)?;

    // On an empty page, and in English: the language stays.
    page.press("#reset")?;
    page.wait_for("everything is cleared", |seen| seen.answered.is_empty())?;
    page.press("#language")?;
    open_file(&page, &path)?;
    let seen = page.wait_for("the file is read", |seen| seen.answered.len() == 2)?;
    ensure!(seen.language == "en" && seen.body.contains("The answers of the file"), "{seen:#?}");
    ensure!(seen.says("education=bachelor") && seen.problems.is_empty(), "{seen:#?}");

    // In place of other answers.
    page.browser.goto(&page.address("#v=1&s=beijing&education=master"))?;
    page.wait_for("other answers are there", |seen| seen.says("education=master"))?;
    page.unfold(".share")?;
    open_file(&page, &path)?;
    page.wait_for("the file is read", |seen| {
        seen.scheme == "shanghai" && seen.says("education=bachelor")
    })?;
    page.press("#undo-reset")?;
    page.wait_for("they come back", |seen| seen.says("education=master"))?;
    Ok(())
}

fn odd_files(context: &TestContext) -> Result<()> {
    let huge = format!("{{\"jifen\": \"2\", \"more\": \"{}\"}}", "a".repeat(200_000));
    let path = temporary("odd.json")?;
    for (language, words) in [
        ("", ["这不是本页存的文件", "文件太大"]),
        ("&l=en", ["This page did not save that file", "The file is too large"]),
    ] {
        for (text, words) in ["BEGIN:VCALENDAR", &huge].into_iter().zip(words) {
            let page = Page::open(context, &format!("{TWO_ANSWERS}{language}"))?;
            page.unfold(".share")?;
            fs::write(&path, text)?;
            open_file(&page, &path)?;
            let said = told(&page, "share-told")?;
            ensure!(said.contains(words), "said: {said}");
            ensure!(page.snapshot()?.answered.len() == 2, "answers are lost");
        }
    }
    let old = "{\"jifen\": 9, \"scheme\": \"shanghai\", \"answers\": {\"education\": \"doctor\", \"<b>\": 1";
    fs::write(&path, old)?;
    let page = Page::open(context, "#v=1&s=shanghai")?;
    open_file(&page, &path)?;
    let seen = page.wait_for("what is wrong is named", |seen| !seen.problems.is_empty())?;
    for words in ["另一个版本（9）", "<b>=1", "文件不完整"] {
        ensure!(seen.problems.contains(words), "{words:?} is not said, but {:?}", seen.problems);
    }
    ensure!(seen.says("education=doctor"), "the rest is lost: {:?}", seen.hash);
    axe::inspect(page.browser, "a file with troubles")
}

fn history(context: &TestContext) -> Result<()> {
    let page = Page::open(context, "#v=1&s=shanghai")?;
    let length = |page: &Page<'_>| page.browser.execute("return history.length", Value::Null);
    let before = length(&page)?;
    for value in ["bachelor", "master"] {
        page.press(&format!("[data-question='education'] label:has([value='{value}'])"))?;
        page.wait_for("it counts", |seen| seen.says(&format!("education={value}")))?;
    }
    page.press("#reset")?;
    page.wait_for("everything is cleared", |seen| seen.answered.is_empty())?;
    ensure!(length(&page)? == before, "answers are steps in the history");
    Ok(())
}

fn tabs(context: &TestContext) -> Result<()> {
    let page = Page::open(context, TWO_ANSWERS)?;
    let first = page.browser.open_tab()?;
    page.browser.goto(&page.address("#v=1&s=shanghai&education=master"))?;
    page.wait_until_ready()?;
    page.press("[data-question='education'] label:has([value='doctor'])")?;
    page.wait_for("the second changes", |seen| seen.says("education=doctor"))?;
    page.browser.close_tab(&first)?;
    let seen = page.snapshot()?;
    ensure!(
        seen.says("education=bachelor") && seen.answered.len() == 2,
        "the first became {seen:#?}"
    );
    Ok(())
}

fn accessible(context: &TestContext) -> Result<()> {
    let refuse =
        "Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined })";
    context.browser.add_init_script(refuse)?;
    for viewport in [Viewport::PHONE, Viewport::DESKTOP] {
        for language in ["", "&l=en"] {
            let page = Page::open_in(context, viewport, &format!("{TWO_ANSWERS}{language}"))?;
            page.unfold(".share")?;
            page.unfold(".share .inside")?;
            page.press("#copy")?;
            told(&page, "share-told")?;
            page.browser.show_full_page(viewport)?;
            crate::reach::fits(&page, "what is shared")?;
            axe::inspect(page.browser, "what is shared")?;
        }
    }
    // With keys alone, each stop in sight and marked.
    let page = Page::open(context, TWO_ANSWERS)?;
    page.browser.execute("document.querySelector('#share > summary').focus()", Value::Null)?;
    press_keys(page.browser, "\u{e007}")?;
    for id in ["copy", "save", "open-file"] {
        page.tab_to(id, |focus| focus.id == id)?;
    }
    Ok(())
}
