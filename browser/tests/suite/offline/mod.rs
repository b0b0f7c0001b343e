//! Use without a network: only for those who ask, never two builds at once, and away again without a trace.

mod site;

use std::fs;

use anyhow::{Result, ensure};
use jifen_browser::artifacts::dist;
use jifen_browser::axe;
use jifen_browser::browser::Browser;
use jifen_browser::context::TestContext;
use jifen_browser::engine::Engine;
use jifen_browser::page::Page;
use jifen_browser::rules;
use jifen_browser::suite::Suite;
use jifen_browser::wait::until;
use serde_json::{Value, json};
use xtask::offline::{RETIRED, WORKER};
use xtask::server::Options;

use site::{ANSWERED, SECOND, deploy_second, files, go_to_city, keep, kept, open, site, state};

/// Opens, reads or closes another tab of the same site.
const OTHER: &str = "
    const [what, address] = arguments;
    const other = open(address, 'other');
    if (what === 'read') return `${other.document.body?.innerText} ${other.location.hash}`;
    if (what === 'close') other.close();
    return null";

pub(crate) fn add(suite: &mut Suite) {
    let both = [Engine::Chromium, Engine::Firefox];
    suite.add_in(&both, "offline::asked for, every city opens without a server", |context| {
        every_city(&context.browser, context.browser.engine().name())
    });
    suite.add("offline::asked for on the page of a city, it is for the whole site", from_a_city);
    suite.add("offline::removed, nothing is left", removed);
    suite.add("offline::a new version waits until it is wanted", update);
    suite.add("offline::a deploy caught half way keeps nothing", half_way);
    suite.add("offline::the switch takes the worker away from everybody", switch);
    suite.add("offline::a page in a frame offers nothing", framed);
    suite.add("offline::the manifest names what is there", manifest);
    suite.add("offline::axe, with a new version and the files kept", spoken);
}

fn every_city(browser: &Browser, name: &str) -> Result<()> {
    let folder = site(name)?;
    let page = keep(browser, &folder)?;
    ensure!(
        kept(&page)? == json!([1, [files(&folder)?]]),
        "not each file is kept: {}",
        kept(&page)?
    );
    let urls = "const done = arguments[arguments.length - 1];
        caches.keys().then(async ([name]) => (await (await caches.open(name)).keys()).map((one) => one.url))
          .then(done, (error) => done(String(error)))";
    let urls: Vec<String> = serde_json::from_value(page.browser.execute_async(urls, Value::Null)?)?;
    let address = page.site.address();
    let plain = |url: &&String| url.starts_with(&address) && !url.contains(['?', '#']);
    ensure!(urls.iter().all(|url| plain(&url)), "more than the site's files is kept: {urls:?}");

    let Page { browser, site } = page;
    drop(site);
    browser.stop_serving();
    // Another one, which must not be asked.
    let page = Page { browser, site: browser.serve(&dist()?, Options::default())? };
    browser.goto("about:blank")?;
    browser.goto(&format!("{address}{ANSWERED}"))?;
    let seen = page.wait_until_ready()?;
    ensure!(seen.answered == ["education"] && !seen.low.is_empty(), "it opens as {seen:#?}");
    state(&page, "kept")?;
    for entry in rules::catalogue()?.entries {
        go_to_city(&page, &entry.id)?;
    }
    page.press("footer a")?;
    until("the rules are read", || {
        let title = browser.execute("return document.title", Value::Null)?;
        let there = browser.execute("return location.pathname.includes('/rules/')", Value::Null)?;
        Ok((there == true && title != "").then_some(()))
    })?;
    page.press("nav a")?;
    page.wait_until_ready()?;
    browser.goto(&format!("{address}index.html"))?;
    page.wait_until_ready()?;
    for (path, language) in [("tianjin/", "zh-Hans"), ("beijing/en/", "en"), ("en/", "en")] {
        browser.goto(&format!("{address}{path}"))?;
        let seen = page.wait_until_ready()?;
        let city = path.split('/').next().unwrap_or_default();
        ensure!(
            seen.language == language && (seen.scheme == city || city == "en"),
            "{path} opens as {seen:#?}"
        );
        state(&page, "kept")?;
    }
    ensure!(page.site.requests().is_empty(), "another server was asked");
    Ok(())
}

fn from_a_city(context: &TestContext) -> Result<()> {
    let folder = site("from-a-city")?;
    let page = open(&context.browser, &folder)?;
    page.browser.goto(&page.address("beijing/en/"))?;
    page.wait_until_ready()?;
    page.press("#offline")?;
    state(&page, "kept")?;
    ensure!(kept(&page)? == json!([1, [files(&folder)?]]), "kept: {}", kept(&page)?);
    page.browser.goto(&page.address(""))?;
    page.wait_until_ready()?;
    state(&page, "kept")?;
    page.press("#offline")?;
    state(&page, "off")?;
    ensure!(kept(&page)? == json!([0, []]), "left behind: {}", kept(&page)?);
    Ok(())
}

fn removed(context: &TestContext) -> Result<()> {
    let folder = site("removed")?;
    let page = keep(&context.browser, &folder)?;
    page.press("#offline")?;
    state(&page, "off")?;
    ensure!(kept(&page)? == json!([0, []]), "left behind: {}", kept(&page)?);
    page.focus_comes_to("#offline")?;
    // The page goes on, from the network, and may ask again while the worker that it had still ends.
    go_to_city(&page, "beijing")?;
    page.press("#offline")?;
    state(&page, "kept")?;
    ensure!(kept(&page)? == json!([1, [files(&folder)?]]), "kept again: {}", kept(&page)?);
    page.press("#offline")?;
    state(&page, "off")?;
    page.browser.reload()?;
    page.wait_until_ready()?;
    state(&page, "off")?;
    ensure!(kept(&page)? == json!([0, []]), "came back: {}", kept(&page)?);
    Ok(())
}

fn update(context: &TestContext) -> Result<()> {
    let folder = site("update")?;
    let page = keep(&context.browser, &folder)?;
    // A second tab, with other answers.
    page.browser.execute(OTHER, json!(["open", page.address("#v=1&s=tianjin")]))?;
    deploy_second(&folder)?;
    page.browser.reload()?;
    page.wait_until_ready()?;
    let seen = page.wait_for("the new version is offered", |seen| seen.body.contains("新版本"))?;
    ensure!(!seen.body.contains(SECOND), "the new version was forced");
    // The first build is whole, although the second one is kept already.
    go_to_city(&page, "beijing")?;
    page.browser.reload()?;
    let seen = page.wait_until_ready()?;
    ensure!(
        seen.scheme == "beijing" && !seen.asked.is_empty(),
        "a rule of the second build was mixed in"
    );
    state(&page, "new")?;
    let seen = page.snapshot()?;
    ensure!(!seen.body.contains(SECOND), "the new version came with a reload");

    page.press("#renew")?;
    let seen =
        page.wait_for("the new version is there", |seen| seen.ready && seen.body.contains(SECOND))?;
    ensure!(seen.says("education=bachelor"), "the answers became {:?}", seen.hash);
    page.wait_for("all of it", |seen| seen.body.contains("收到的不是规则文件"))?;
    state(&page, "kept")?;
    until("the other tab is of the new version too, and where it was", || {
        let other = page.browser.execute(OTHER, json!(["read", ""]))?;
        let other = other.as_str().unwrap_or_default();
        Ok((other.contains(SECOND) && other.contains("&s=tianjin")).then_some(()))
    })?;
    page.browser.execute(OTHER, json!(["close", ""]))?;
    until("the old files are gone", || {
        Ok((kept(&page)? == json!([1, [files(&folder)?]])).then_some(()))
    })
}

fn half_way(context: &TestContext) -> Result<()> {
    context.expect_console_message("integrity");
    let folder = site("half-way")?;
    // The worker of one build beside a file of another.
    let page = open(&context.browser, &folder)?;
    let reading = folder.join("rules/index.html");
    let before = fs::read(&reading)?;
    fs::write(&reading, [before.as_slice(), b" "].concat())?;
    page.press("#offline")?;
    state(&page, "failed")?;
    ensure!(page.snapshot()?.body.contains("没有办成"), "nobody is told");
    ensure!(kept(&page)? == json!([0, []]), "half a site is kept: {}", kept(&page)?);
    fs::write(&reading, before)?;
    page.press("#offline")?;
    state(&page, "kept")
}

fn switch(context: &TestContext) -> Result<()> {
    let folder = site("switch")?;
    let page = keep(&context.browser, &folder)?;
    fs::copy(folder.join(RETIRED), folder.join(WORKER))?;
    page.browser.reload()?;
    until("worker and files are gone", || {
        // It may be on its way to the page as it is now.
        Ok(kept(&page).ok().filter(|kept| *kept == json!([0, []])).map(drop))
    })?;
    page.browser.reload()?;
    let seen = page.wait_until_ready()?;
    ensure!(seen.answered == ["education"], "the answers became {:?}", seen.answered);
    state(&page, "off")?;
    ensure!(kept(&page)? == json!([0, []]), "came back: {}", kept(&page)?);
    Ok(())
}

fn framed(context: &TestContext) -> Result<()> {
    let folder = site("framed")?;
    fs::write(
        folder.join("host.html"),
        "<!doctype html><title>Host</title><link rel=icon href=data:,><iframe src=./ width=800 height=600></iframe>",
    )?;
    let page = open(&context.browser, &folder)?;
    page.browser.goto(&page.address("host.html"))?;
    let offered = until("the page in the frame runs", || {
        page.browser.execute(
            "const inside = document.querySelector('iframe').contentDocument;
            const app = inside?.getElementById('app');
            if (!app || app.hasAttribute('aria-busy') || !inside.getElementById('offline')) return null;
            return [inside.documentElement.dataset.offline ?? '', inside.getElementById('offline').checkVisibility()]",
            Value::Null,
        ).map(|found| Some(found).filter(|found| !found.is_null()))
    })?;
    ensure!(offered == json!(["", false]), "in a frame it offers {offered}");
    Ok(())
}

fn manifest(context: &TestContext) -> Result<()> {
    let page = Page::open(context, "")?;
    let found = page.browser.execute_async(
        "const done = arguments[arguments.length - 1];
        (async () => {
          const address = document.querySelector('link[rel=manifest]').href;
          const manifest = await (await fetch(address)).json();
          const icons = await Promise.all(manifest.icons.map(async ({ src, sizes }) => {
            const picture = await createImageBitmap(await (await fetch(new URL(src, address))).blob());
            return `${picture.width}x${picture.height}` === sizes;
          }));
          return [icons, manifest.icons.some((icon) => icon.purpose === 'maskable'),
            new URL(manifest.start_url, address).href === new URL('./', document.baseURI).href];
        })().then(done, (error) => done(String(error)));",
        Value::Null,
    )?;
    ensure!(found == json!([[true, true, true], true, true]), "{found}");
    let faults = page.browser.cdp("Page.getAppManifest", json!({}))?;
    ensure!(faults["errors"] == json!([]), "Chromium finds {}", faults["errors"]);
    Ok(())
}

fn spoken(context: &TestContext) -> Result<()> {
    let folder = site("spoken")?;
    let page = keep(&context.browser, &folder)?;
    deploy_second(&folder)?;
    page.browser.reload()?;
    page.wait_until_ready()?;
    state(&page, "new")?;
    for language in ["zh-Hans", "en"] {
        page.wait_for(language, |seen| seen.language == language)?;
        axe::inspect(page.browser, &format!("a new version, in {language}"))?;
        page.press("#language")?;
    }
    Ok(())
}
