//! The pages that schemes have of their own: each opens on its city and in its language, and answers go wherever they go from
//! the root.

use std::fs;

use anyhow::{Context, Result, ensure};
use jifen::scheme::{Entry, Language};
use jifen_browser::artifacts::dist;
use jifen_browser::axe;
use jifen_browser::context::TestContext;
use jifen_browser::page::Page;
use jifen_browser::pointer::Pointer;
use jifen_browser::rules;
use jifen_browser::snapshot::Snapshot;
use jifen_browser::suite::Suite;
use jifen_browser::viewport::Viewport;
use jifen_browser::wait::until;
use serde_json::{Value, json};
use xtask::server::Options;

use crate::loading::{PROGRAM, arrive, held_back, takes_answers};

const MOUNT: &str = "/some/sub/folder/";
const EDUCATION: &str = "[data-question='education'] label:has([value='bachelor'])";

pub(crate) fn add(suite: &mut Suite) {
    suite.add_everywhere("paths::a page opens on its city, in its language", opens);
    suite.add_everywhere("paths::the fragment comes first", fragment);
    suite.add_everywhere("paths::another city, another language, a reload, and back", changes);
    suite.add("paths::every page is right before the program is there", painted);
    suite.add("paths::another city is painted in the place of that of the page", repainted);
    suite.add("paths::a link opens the same city wherever it is opened", handed_on);
    suite.add("paths::remembered answers are taken up, the city is that of the path", remembered);
    suite.add("paths::in a folder of a host, every address of a page leads somewhere", in_a_folder);
    suite.add("paths::the readable rules lead to the pages", from_the_rules);
    suite.add("paths::axe, and a narrow phone", accessible);
}

/// Every page, with what it shows.
fn pages() -> Result<Vec<(String, Entry, Language)>> {
    let entries = rules::catalogue()?.entries;
    let first = entries.first().context("no scheme")?.clone();
    let of_schemes = entries.into_iter().flat_map(|entry| {
        [("", Language::Zh), ("en/", Language::En)]
            .map(|(end, language)| (format!("{}/{end}", entry.id), entry.clone(), language))
    });
    Ok(of_schemes.chain([("en/".to_owned(), first, Language::En)]).collect())
}

fn tag(language: Language) -> &'static str {
    match language {
        Language::Zh => "zh-Hans",
        Language::En => "en",
    }
}

fn path(page: &Page<'_>) -> Result<String> {
    let path = page.browser.execute("return location.href.split('#')[0]", Value::Null)?;
    let path = path.as_str().and_then(|path| path.strip_prefix(&page.site.address()));
    path.map(str::to_owned).context("the page is outside of its site")
}

fn opens(context: &TestContext) -> Result<()> {
    for (path, entry, language) in pages()? {
        if !["beijing/", "beijing/en/", "en/"].contains(&path.as_str()) {
            continue;
        }
        let page = Page::open(context, &path)?;
        let seen = page.snapshot()?;
        ensure!(
            (seen.scheme.as_str(), seen.language.as_str()) == (&entry.id, tag(language)),
            "{path} opens as {seen:#?}"
        );
        ensure!(seen.title.starts_with(entry.name.read(language)), "it is called {}", seen.title);
        ensure!(seen.hash.is_empty() && seen.problems.is_empty(), "{path} becomes {}", seen.hash);
        page.press(EDUCATION)?;
        page.wait_for("it counts", |seen| seen.says("education=bachelor"))?;
        page.browser.reload()?;
        page.wait_for("a reload keeps it", |seen| {
            seen.ready && seen.settled && seen.scheme == entry.id && seen.answered == ["education"]
        })?;
        ensure!(self::path(&page)? == path, "{path} became {}", self::path(&page)?);
    }
    Ok(())
}

fn fragment(context: &TestContext) -> Result<()> {
    for (address, scheme, language) in [
        ("beijing/#v=2&s=tianjin&l=en", "tianjin", "en"),
        ("beijing/en/#v=2&s=shanghai&l=zh", "shanghai", "zh-Hans"),
        ("beijing/en/#v=1&s=tianjin&education=bachelor", "tianjin", "en"),
        ("en/#v=2&s=beijing", "beijing", "en"),
    ] {
        let page = Page::open(context, address)?;
        page.wait_for(address, |seen| seen.scheme == scheme && seen.language == language)?;
    }
    Ok(())
}

fn changes(context: &TestContext) -> Result<()> {
    let page = Page::open(context, "beijing/")?;
    let is = |scheme: &'static str, hash: &'static str| {
        move |seen: &Snapshot| {
            let named =
                if hash.is_empty() { seen.hash.is_empty() } else { seen.hash.contains(hash) };
            seen.ready && seen.scheme == scheme && named
        }
    };
    page.press("[role='tab'][data-city='tianjin']")?;
    page.wait_for("the other city is open, and named", is("tianjin", "&s=tianjin"))?;
    page.browser.reload()?;
    page.wait_for("a reload keeps it", is("tianjin", "&s=tianjin"))?;
    page.browser.back()?;
    page.wait_for("back leads to the city of the page", is("beijing", ""))?;
    page.browser.forward()?;
    page.wait_for("forward leads on", is("tianjin", "&s=tianjin"))?;
    page.press("[role='tab'][data-city='beijing']")?;
    page.wait_for("the path says it all", is("beijing", ""))?;
    page.press("#language")?;
    page.wait_for("the language is named", is("beijing", "&l=en"))?;
    page.browser.reload()?;
    page.wait_for("a reload keeps it", |seen| seen.ready && seen.language == "en")?;
    ensure!(path(&page)? == "beijing/", "the path became {}", path(&page)?);
    Ok(())
}

fn painted(context: &TestContext) -> Result<()> {
    context.browser.add_init_script(&held_back(PROGRAM))?;
    for (path, entry, language) in pages()? {
        let page = Page::load(context, Viewport::PHONE, Options::default(), &path)?;
        let seen = page.snapshot()?;
        ensure!(!seen.ready, "the program is there already");
        ensure!(
            (seen.scheme.as_str(), seen.language.as_str()) == (&entry.id, tag(language)),
            "{path} shows {} in {}",
            seen.scheme,
            seen.language
        );
        let name = page.text("#edition h2")?;
        let about = page.browser.execute(
            "return document.querySelector('meta[name=description]').content",
            Value::Null,
        )?;
        let about = about.as_str().unwrap_or_default();
        ensure!(path == "en/" || about.starts_with(&name), "{path} says of itself {about}");
        let title = if path == "en/" { "Points estimator" } else { &name };
        ensure!(seen.title.starts_with(title), "{path} is called {}", seen.title);
        takes_answers(&page)?;
    }
    // And it is alive.
    let page = Page::load(context, Viewport::PHONE, Options::default(), "beijing/en/")?;
    takes_answers(&page)?;
    Pointer::Touch.press(page.browser, EDUCATION)?;
    arrive(&page)?;
    page.wait_for("what was answered before counts", |seen| {
        seen.ready && seen.says("education=bachelor") && seen.hash.contains("&s=beijing")
    })?;
    Ok(())
}

fn repainted(context: &TestContext) -> Result<()> {
    context.browser.add_init_script(&held_back(PROGRAM))?;
    for (address, words, rules) in [
        ("beijing/#v=2&s=tianjin", "天津市居住证积分", "rules/tianjin.html"),
        ("beijing/en/#v=2&l=zh", "北京积分落户", "rules/beijing.html"),
        ("#v=2&s=tianjin&l=en", "Tianjin residence permit points", "rules/tianjin.en.html"),
    ] {
        let page = Page::load(context, Viewport::PHONE, Options::default(), address)?;
        page.wait_for(words, |seen| {
            !seen.ready && seen.body.contains(words) && seen.title.starts_with(words)
        })?;
        let leads =
            page.browser.execute("return document.querySelector('footer a').href", Value::Null)?;
        ensure!(leads == page.address(rules).as_str(), "{address} leads to {leads}");
        arrive(&page)?;
        page.wait_until_ready()?;
        let leads =
            page.browser.execute("return document.querySelector('footer a').href", Value::Null)?;
        ensure!(leads == page.address(rules).as_str(), "then {address} leads to {leads}");
    }
    Ok(())
}

fn handed_on(context: &TestContext) -> Result<()> {
    context.browser.add_init_script(
        "Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined })",
    )?;
    let options = Options { mount: MOUNT.to_owned(), ..Options::default() };
    let page = Page::load(context, Viewport::DESKTOP, options, "beijing/en/")?;
    page.wait_until_ready()?;
    page.press(EDUCATION)?;
    page.wait_for("it counts", |seen| seen.says("education=bachelor"))?;
    page.unfold(".share")?;
    page.press("#copy")?;
    let copied = until("there is an address to copy", || {
        let address = "return document.getElementById('by-hand')?.value ?? ''";
        let address = page.browser.execute(address, Value::Null)?;
        Ok(address.as_str().filter(|address| !address.is_empty()).map(str::to_owned))
    })?;
    let fragment = page.snapshot()?.hash;
    ensure!(copied == page.address(&fragment), "{copied} is not of the site");
    for place in ["", "tianjin/", "en/", "beijing/"] {
        page.browser.goto("about:blank")?;
        page.browser.goto(&page.address(&[place, &fragment].concat()))?;
        page.wait_for(place, |seen| {
            seen.ready
                && (seen.scheme.as_str(), seen.language.as_str()) == ("beijing", "en")
                && seen.answered == ["education"]
        })?;
    }
    Ok(())
}

fn remembered(context: &TestContext) -> Result<()> {
    let page = Page::open(context, rules::TWO_ANSWERS)?;
    page.press("label:has(#remember)")?;
    page.wait_for("it is remembered", |seen| seen.body.contains("已记在这台设备"))?;
    for (place, scheme, language) in [
        ("beijing/en/", "beijing", "en"),
        ("tianjin/", "tianjin", "zh-Hans"),
        ("en/", "tianjin", "en"),
        ("", "tianjin", "en"),
    ] {
        page.browser.goto("about:blank")?;
        page.browser.goto(&page.address(place))?;
        page.wait_for(place, |seen| {
            seen.ready
                && (seen.scheme.as_str(), seen.language.as_str()) == (scheme, language)
                && seen.says("education=bachelor")
        })?;
        // The device follows: what was open last opens next where no path says otherwise.
        until("it is remembered so", || {
            let kept = page.browser.execute("return localStorage.getItem('jifen')", Value::Null)?;
            Ok(kept.as_str().filter(|kept| kept.contains(scheme)).map(drop))
        })?;
    }
    page.press("#erase-restored")?;
    Ok(())
}

/// The status of everything that the page names.
const NAMED: &str = "
    const done = arguments[arguments.length - 1];
    const named = [...document.querySelectorAll('link[href], script[src], footer a[href], .published a[href]')];
    const program = document.querySelector('meta[name=program]');
    const addresses = [...named.map((one) => one.href || one.src), new URL(program.content, location).href,
      new URL(program.dataset.wasm, location).href];
    Promise.all(addresses.map(async (address) => [address, (await fetch(address)).status]))
      .then(done, (error) => done(String(error)));";

fn in_a_folder(context: &TestContext) -> Result<()> {
    let files = fs::read_dir(dist()?.join("beijing"))?.count();
    ensure!(files == 2, "beyond its page and the English one, a folder holds {files} files");
    for place in ["beijing/", "beijing/en/", "en/"] {
        let options = Options { mount: MOUNT.to_owned(), ..Options::default() };
        let page = Page::load(context, Viewport::DESKTOP, options, place)?;
        page.wait_until_ready()?;
        let found = page.browser.execute_async(NAMED, Value::Null)?;
        let found: Vec<(String, u16)> = serde_json::from_value(found)?;
        ensure!(found.len() > 15, "few addresses: {found:?}");
        for (address, status) in found {
            ensure!(
                status == 200 && address.starts_with(&page.site.address()),
                "{place}: {address} is answered by {status}"
            );
        }
        // Without the slash at the end, as people type it.
        page.browser.goto(&page.address(place.trim_end_matches('/')))?;
        page.wait_until_ready()?;
        ensure!(path(&page)? == place, "it opens at {}", path(&page)?);
        page.press("[data-city='tianjin']")?;
        page.wait_for("its rules are there", |seen| {
            seen.scheme == "tianjin" && !seen.asked.is_empty()
        })?;
        let served = page.site.requests();
        let outside: Vec<_> = served.iter().filter(|path| !path.starts_with(MOUNT)).collect();
        ensure!(outside.is_empty(), "asked for outside of the folder: {outside:?}");
    }
    Ok(())
}

fn from_the_rules(context: &TestContext) -> Result<()> {
    for (list, lead, language) in
        [("rules/", "beijing/", "zh-Hans"), ("rules/index.en.html", "beijing/en/", "en")]
    {
        let page = Page::load(context, Viewport::DESKTOP, Options::default(), list)?;
        page.press(&format!("li a[href='../{lead}']"))?;
        let seen = page.wait_until_ready()?;
        ensure!(
            (seen.scheme.as_str(), seen.language.as_str()) == ("beijing", language),
            "{seen:#?}"
        );
        page.press("footer a")?;
        page.press(&format!("nav a[href='../{lead}']"))?;
        page.wait_until_ready()?;
        ensure!(path(&page)? == lead, "back at {}", path(&page)?);
    }
    Ok(())
}

fn accessible(context: &TestContext) -> Result<()> {
    for place in ["zhuhai-doumen/", "shanghai/en/"] {
        for viewport in [Viewport::NARROW, Viewport::DESKTOP] {
            let page = Page::open_in(context, viewport, place)?;
            axe::inspect(page.browser, place)?;
            let wide = "return document.documentElement.scrollWidth > innerWidth";
            ensure!(page.browser.execute(wide, json!([]))? == false, "{place} is too wide");
            // The first stop of the keyboard leads past the head, and stays on the page.
            page.browser.execute("document.querySelector('.skip').click()", Value::Null)?;
            page.focus_comes_to("#result")?;
            ensure!(path(&page)? == place, "it leads away to {}", path(&page)?);
        }
    }
    Ok(())
}
