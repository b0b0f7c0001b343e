//! A site that a test may change while it is served, and what of it is kept for use without a network.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use jifen_browser::artifacts::{dist, worker_program};
use jifen_browser::browser::Browser;
use jifen_browser::page::Page;
use jifen_browser::rules::catalogue;
use jifen_browser::snapshot::Snapshot;
use jifen_browser::wait::until;
use serde_json::{Value, json};
use xtask::offline::{MARK, WORKER, finish};
use xtask::server::Options;

const MOUNT: &str = "/some/folder/";
pub(super) const ANSWERED: &str = "#v=1&s=shanghai&education=bachelor";
/// What only the second build says.
pub(super) const SECOND: &str = "the second build";

/// A copy of the built site that a test may change while it is served.
pub(super) fn site(name: &str) -> Result<PathBuf> {
    let site = Path::new(env!("CARGO_TARGET_TMPDIR")).join("offline").join(name);
    if site.exists() {
        fs::remove_dir_all(&site)?;
    }
    copy(&dist()?, &site)?;
    Ok(site)
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let path = entry?.path();
        let target = to.join(path.file_name().unwrap_or_default());
        if path.is_dir() {
            copy(&path, &target)?;
        } else {
            fs::copy(&path, &target)?;
        }
    }
    Ok(())
}

/// Puts another build in the place of the one that is served: it says so in its title, and its Beijing is broken.
pub(super) fn deploy_second(site: &Path) -> Result<()> {
    let worker = fs::read_to_string(site.join(WORKER))?;
    let version = worker.split('"').nth(1).context("the worker has no version")?;
    let page = fs::read_to_string(site.join("index.html"))?;
    let page = page.replace(version, MARK).replace("<body>", &format!("<body><p>{SECOND}</p>"));
    ensure!(page.contains(SECOND), "the second build cannot be told from the first");
    fs::write(site.join("index.html"), page)?;
    fs::write(site.join("rules/beijing.pack"), "not a pack")?;
    for entry in catalogue()?.entries {
        for page in ["index.html", "en/index.html"].map(|page| site.join(&entry.id).join(page)) {
            fs::write(&page, fs::read_to_string(&page)?.replace(version, MARK))?;
        }
    }
    finish(site, &worker_program()?)
}

pub(super) fn open<'browser>(browser: &'browser Browser, site: &Path) -> Result<Page<'browser>> {
    let options = Options { mount: MOUNT.to_owned(), ..Options::default() };
    let page = Page { browser, site: browser.serve(site, options)? };
    page.browser.goto(&page.address(ANSWERED))?;
    page.wait_until_ready()?;
    Ok(page)
}

pub(super) fn state(page: &Page<'_>, wanted: &str) -> Result<()> {
    until(&format!("the page is {wanted}"), || {
        let state = page
            .browser
            .execute("return document.documentElement.dataset.offline ?? ''", Value::Null)?;
        Ok((state == wanted).then_some(()))
    })
}

/// Opens a site and asks for its files.
pub(super) fn keep<'browser>(browser: &'browser Browser, site: &Path) -> Result<Page<'browser>> {
    let page = open(browser, site)?;
    state(&page, "off")?;
    ensure!(kept(&page)? == json!([0, []]), "something is kept before anybody asked");
    page.press("#offline")?;
    state(&page, "kept")?;
    // Served from now on, this very page too.
    until("the page is served by the worker", || {
        let served = page
            .browser
            .execute("return navigator.serviceWorker.controller !== null", Value::Null)?;
        Ok((served == true).then_some(()))
    })?;
    Ok(page)
}

/// How many workers there are, and which files each cache holds.
pub(super) fn kept(page: &Page<'_>) -> Result<Value> {
    page.browser.execute_async(
        "const done = arguments[arguments.length - 1];
        (async () => {
          const workers = await navigator.serviceWorker.getRegistrations();
          const names = await caches.keys();
          const files = await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).length));
          return [workers.length, files];
        })().then(done, (error) => done(String(error)));",
        Value::Null,
    )
}

pub(super) fn go_to_city(page: &Page<'_>, id: &str) -> Result<Snapshot> {
    page.browser
        .execute("location.hash = `#v=1&s=${arguments[0]}&education=bachelor`", json!([id]))?;
    page.wait_for(id, |seen| seen.scheme == id && !seen.asked.is_empty())
}

pub(super) fn files(site: &Path) -> Result<usize> {
    let worker = fs::read_to_string(site.join(WORKER))?;
    Ok(worker.matches("\"sha256-").count())
}
