//! The estimator in a page of somebody else's: another origin, a strict policy, any width.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use jifen_browser::axe;
use jifen_browser::browser::Browser;
use jifen_browser::page::{Page, Screen, Seen};
use jifen_browser::stage::{Stage, Suite, dist};
use jifen_browser::wait::until;
use serde_json::{Value, json};
use xtask::server::{Options, Reply, Server};

use crate::privacy::nothing_stored;

const MOUNT: &str = "/some/folder/";
const WIDE: Screen = Screen { width: 900, height: 900, phone: false };
const ANSWER: &str = "[data-question='education'] input[value='bachelor']";
/// As a stranger would write it.
const TAG: &str = "<script async src='{site}embed.js' data-scheme='shanghai'></script>";

pub(crate) fn add(suite: &mut Suite) {
    for (name, screen) in [("a 320 px column", Screen::NARROW), ("900 px", WIDE)] {
        suite.add(format!("embed::in {name} the frame is as high as its content"), move |stage| {
            follows(&Host::open(&stage.browser, screen, "127.0.0.1", TAG)?)
        });
    }
    suite.add_everywhere("embed::the same on a page of another site", |stage| {
        follows(&Host::open(&stage.browser, WIDE, "localhost", TAG)?)
    });
    suite.add("embed::a page that keeps its frame small cuts nothing off", small);
    suite.add("embed::two on one page do not disturb each other", two);
    suite.add("embed::the frame waits until it is scrolled to", lazy);
    suite.add("embed::any colour can be read, on light and on dark", accents);
    suite.add("embed::messages of others are ignored, on both sides", strangers);
    suite.add("embed::links lead out, with the answers only to the page itself", links);
    suite.add("embed::nothing is stored, nothing is offered to be", stores_nothing);
    suite.add("embed::an element does the same", element);
    suite.add("embed::a frame without the script scrolls in itself", bare);
    suite.add("embed::axe in a frame", accessible);
    for name in ["embed.html", "embed.en.html"] {
        suite.add(format!("embed::{name} writes code that works"), move |stage| {
            configurator(stage, name)
        });
    }
    suite.add("embed::axe on the page that writes the code, also on a narrow phone", spoken);
}

/// A page of somebody else's, and the site in it.
struct Host<'browser> {
    page: Page<'browser>,
    server: Server,
}

impl<'browser> Host<'browser> {
    /// Opens a page with `content`, in which `{site}` stands for the site's address, under a policy that names the site
    /// and nothing else.
    fn open(
        browser: &'browser Browser,
        screen: Screen,
        name: &str,
        content: &str,
    ) -> Result<Host<'browser>> {
        let host = Host::start(browser)?;
        host.page.show_on(screen)?;
        host.show(name, content)?;
        Ok(host)
    }

    fn start(browser: &'browser Browser) -> Result<Host<'browser>> {
        let options = Options { mount: MOUNT.to_owned(), ..Options::default() };
        let page = Page { browser, site: Server::start(&dist()?, options)? };
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("host");
        fs::create_dir_all(&folder)?;
        let server = Server::start(&folder, Options::default())?;
        Ok(Host { page, server })
    }

    fn show(&self, name: &str, content: &str) -> Result<()> {
        let site = self.page.site.address();
        let origin = site.strip_suffix(MOUNT).context("the site is elsewhere")?;
        let html = format!(
            "<!doctype html><html lang=zh><meta charset=utf-8><title>Host</title>\
             <meta name=viewport content='width=device-width'>\
             <meta http-equiv=Content-Security-Policy content=\"default-src 'none'; script-src {origin}; \
             frame-src {origin}; img-src data:\"><link rel=icon href='data:,'><h1>Host</h1>{}<p>The end</p>",
            content.replace("{site}", &site)
        );
        let body = html.into_bytes();
        let reply = Reply { status: 200, media_type: "text/html; charset=utf-8".to_owned(), body };
        self.server.reply_with("host.html", Some(reply));
        let address = self.server.address().replace("127.0.0.1", name);
        self.page.browser.leave()?;
        self.page.browser.go(&format!("{address}host.html"))
    }

    /// Goes into a frame, and waits until the page in it runs.
    fn enter(&self, place: usize) -> Result<Seen> {
        let browser = self.page.browser;
        browser.leave()?;
        let frame = until("the frame is there", || {
            browser.pick(
                "return document.querySelectorAll('iframe')[arguments[0]] ?? null",
                json!([place]),
            )
        })?;
        // While the frame goes to its address, nothing can be read in it.
        until("the page in the frame runs", || {
            let seen = browser.leave().and_then(|()| browser.enter(&frame));
            Ok(seen.and_then(|()| self.page.seen()).ok().filter(|seen| seen.ready))
        })
    }

    /// What a script finds on the page around the frames.
    fn around(&self, script: &str) -> Result<Value> {
        self.page.browser.leave()?;
        self.page.browser.run(script, Value::Null)
    }

    fn height(&self, place: usize) -> Result<u64> {
        let height =
            "return [...document.querySelectorAll('iframe')].map((one) => one.clientHeight)";
        self.around(height)?[place].as_u64().context("no such frame")
    }

    /// The height of a frame, once it is that of what is in it.
    fn settled(&self, place: usize) -> Result<u64> {
        let seen = RefCell::new(String::new());
        let look = || {
            self.enter(place)?;
            // A height of which a part is a fraction of a pixel is rounded up.
            let inside = "const root = document.documentElement;
                const spare = innerHeight - document.body.getBoundingClientRect().height;
                return [spare >= 0 && spare < 1, root.scrollHeight, root.scrollWidth - root.clientWidth,
                  getComputedStyle(root).overflowY]";
            let inside = self.page.browser.run(inside, Value::Null)?;
            let height = self.height(place)?;
            seen.replace(inside.to_string());
            Ok((inside == json!([true, height, 0, "hidden"])).then_some(height))
        };
        until("the frame is as high as its content", look)
            .with_context(|| format!("in the frame: {}", seen.borrow()))
    }

    /// Answers a question in a frame.
    fn answer(&self, place: usize) -> Result<()> {
        self.enter(place)?;
        self.page.press(ANSWER)?;
        self.page
            .when("the answer counts", |seen| seen.answered.iter().any(|one| one == "education"))
            .map(drop)
    }
}

fn follows(host: &Host<'_>) -> Result<()> {
    let browser = host.page.browser;
    let seen = host.enter(0)?;
    ensure!(seen.scheme == "shanghai" && seen.language == "zh-Hans", "it opens as {seen:#?}");
    let empty = host.settled(0)?;
    let past = host.around("return history.length")?;
    let frame = "const frame = document.querySelector('iframe');
        return [frame.title, frame.loading, frame.clientWidth === frame.parentElement.parentElement.clientWidth,
          document.documentElement.scrollWidth - document.documentElement.clientWidth]";
    let frame = host.around(frame)?;
    ensure!(frame == json!(["积分估算", "lazy", true, 0]), "the frame is {frame}");

    host.answer(0)?;
    until("it grows", || host.settled(0).map(|now| Some(now).filter(|now| *now > empty)))?;
    // A place of the page: the frame does not scroll, so the page around has to, as far as there is something below.
    host.enter(0)?;
    host.page.when("the guide is there", |seen| seen.body.contains("怎样申请"))?;
    let answered = host.settled(0)?;
    host.enter(0)?;
    host.page.press(".places [data-place='result']")?;
    until("the result is in view", || {
        host.enter(0)?;
        let inside = "return document.getElementById('result').getBoundingClientRect().top";
        let inside = browser.run(inside, Value::Null)?.as_f64().context("no result")?;
        let frame =
            host.around("return document.querySelector('iframe').getBoundingClientRect().top")?;
        let top = inside + frame.as_f64().context("no frame")?;
        Ok((-2.0..300.0).contains(&top).then_some(()))
    })?;
    let bar = "return document.querySelector('.bar')?.checkVisibility() ?? false";
    host.enter(0)?;
    ensure!(browser.run(bar, Value::Null)? == false, "a bar lies over the page");
    let head = "return ['.head h1', '.foot section'].map((one) => {
          const box = document.querySelector(one).getBoundingClientRect();
          return box.width * box.height;
        })";
    let head = browser.run(head, Value::Null)?;
    ensure!(head == json!([1, 0]), "a head or a foot of its own is shown: {head}");

    // WebKit's driver does not scroll the page around.
    host.around("scrollTo(0, 0)")?;
    host.enter(0)?;
    host.page.press("#reset")?;
    until("it shrinks", || host.settled(0).map(|now| Some(now).filter(|now| *now < answered)))?;
    host.around("scrollTo(0, 0)")?;
    host.enter(0)?;
    host.page.press("#language")?;
    host.page.when("English", |seen| seen.language == "en")?;
    let now = host.around("return history.length")?;
    ensure!(now == past, "the history of the page around has grown from {past} to {now}");
    Ok(())
}

fn small(stage: &Stage) -> Result<()> {
    let host = Host::open(&stage.browser, WIDE, "127.0.0.1", TAG)?;
    host.enter(0)?;
    host.settled(0)?;
    host.around("document.querySelector('iframe').style.maxHeight = '300px'")?;
    host.answer(0)?;
    until("it scrolls in itself", || {
        host.enter(0)?;
        let scrolls = "scrollTo(0, 5000); return getComputedStyle(document.documentElement).overflowY !== 'hidden' \
                       && scrollY > 1000";
        Ok((stage.browser.run(scrolls, Value::Null)? == true).then_some(()))
    })
}

fn two(stage: &Stage) -> Result<()> {
    let english =
        "<script async src='{site}embed.js' data-scheme='beijing' data-language='en'></script>";
    let host =
        Host::open(&stage.browser, WIDE, "127.0.0.1", &format!("{TAG}<h2>Two</h2>{english}"))?;
    // Scripts that do not wait for each other stand where they were written all the same.
    let first = host.enter(0)?;
    host.settled(0)?;
    host.around("document.querySelectorAll('iframe')[1].scrollIntoView()")?;
    let second = host.enter(1)?;
    ensure!(first.scheme == "shanghai" && first.language == "zh-Hans", "the first is {first:#?}");
    ensure!(second.scheme == "beijing" && second.language == "en", "the second is {second:#?}");
    let title = host.around("return document.querySelectorAll('iframe')[1].title")?;
    ensure!(title == "Points estimator", "the second is called {title}");
    let before = host.settled(1)?;
    let low = host.settled(0)?;
    host.answer(0)?;
    until("the first grows", || host.settled(0).map(|now| Some(now).filter(|now| *now > low)))?;
    ensure!(host.settled(1)? == before, "the second has grown too");
    let second = host.enter(1)?;
    ensure!(second.answered.is_empty(), "the second is answered: {:?}", second.answered);
    Ok(())
}

fn lazy(stage: &Stage) -> Result<()> {
    let far = "<p>down</p>".repeat(300);
    let host = Host::open(&stage.browser, WIDE, "127.0.0.1", &format!("{far}{TAG}"))?;
    until("the frame is there", || {
        Ok((host.around("return document.querySelectorAll('iframe').length")? == 1).then_some(()))
    })?;
    let asked = host.page.site.requests();
    ensure!(asked == [format!("{MOUNT}embed.js")], "asked for at once: {asked:?}");
    host.around("document.querySelector('iframe').scrollIntoView()")?;
    host.enter(0)?;
    host.settled(0).map(drop)
}

/// The colour in use, whether the page changed it, and its lowest contrast with what words in it stand on.
const MEASURE: &str = "
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

fn accents(stage: &Stage) -> Result<()> {
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
            stage.browser.cdp("Emulation.setEmulatedMedia", media)?;
            let host = Host::open(&stage.browser, WIDE, "127.0.0.1", &frame)?;
            host.enter(0)?;
            let found = stage.browser.run(MEASURE, Value::Null)?;
            let contrast = found[1].as_f64().context("no contrast")?;
            ensure!(contrast >= 4.5, "{accent} on {scheme}: {found}");
            if let (Some(wanted), "light") = (wanted, scheme) {
                ensure!(found[0] == wanted, "{accent} on {scheme} became {found}");
            }
            // The other half of the day, while the page is open.
            let other = if scheme == "light" { "dark" } else { "light" };
            let media = json!({ "features": [{ "name": "prefers-color-scheme", "value": other }] });
            stage.browser.cdp("Emulation.setEmulatedMedia", media)?;
            until(&format!("{accent} can be read from {scheme} to {other}"), || {
                let found = stage.browser.run(MEASURE, Value::Null)?;
                Ok(found[1].as_f64().filter(|contrast| *contrast >= 4.5))
            })?;
        }
    }
    Ok(())
}

/// Lets every message that was sent before arrive.
const ROUND: &str = "
    const done = arguments[arguments.length - 1];
    addEventListener('message', ({ data }) => { if (data === 'the last') done(null); });
    postMessage('the last', '*');";

fn strangers(stage: &Stage) -> Result<()> {
    let browser = &stage.browser;
    let content = format!("<iframe title=Other src='{{site}}' width=600 height=300></iframe>{TAG}");
    let host = Host::open(browser, WIDE, "127.0.0.1", &content)?;
    host.enter(1)?;
    let height = host.settled(1)?;
    let unmoved = |who: &str| {
        browser.leave()?;
        browser.run_later(ROUND, Value::Null)?;
        let now = [host.height(0)?, host.height(1)?];
        ensure!(now == [300, height], "{who} changed the heights to {now:?}");
        Ok(())
    };
    // The page around, and a frame of the right origin that is none of the script's.
    browser.leave()?;
    browser.run("postMessage(9999, '*')", Value::Null)?;
    unmoved("the page itself")?;
    host.enter(0)?;
    browser.run("parent.postMessage(9999, '*')", Value::Null)?;
    unmoved("another frame of the site")?;

    // The page in a frame answers nobody but the page around it.
    host.around("scrollTo(0, 0)")?;
    host.enter(1)?;
    let ask = "window.heard = 0;
        addEventListener('message', ({ data }) => { heard += typeof data === 'number'; });
        parent.frames[0].postMessage('jifen', '*')";
    browser.run(ask, Value::Null)?;
    host.enter(0)?;
    // It would answer when it is drawn next.
    let drawn = "const done = arguments[arguments.length - 1];
        const fitted = () => done('fitted' in document.documentElement.dataset);
        setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(fitted)));";
    let fitted = browser.run_later(drawn, Value::Null)?;
    ensure!(fitted == false, "a stranger was taken for the page around");
    host.enter(1)?;
    browser.run_later(ROUND, Value::Null)?;
    let heard = browser.run("return heard", Value::Null)?;
    ensure!(heard == 0, "a stranger was answered");

    // The right frame, gone to another origin.
    host.show("127.0.0.1", TAG)?;
    host.enter(0)?;
    let height = host.settled(0)?;
    browser.leave()?;
    let gone = "const done = arguments[arguments.length - 1];
        const frame = document.querySelector('iframe');
        frame.addEventListener('load', () => done(null));
        frame.src = 'about:blank';";
    browser.run_later(gone, Value::Null)?;
    browser.enter(&browser.find("iframe")?)?;
    browser.run("parent.postMessage(9999, '*')", Value::Null)?;
    browser.leave()?;
    browser.run_later(ROUND, Value::Null)?;
    let now = host.height(0)?;
    ensure!(now == height, "another origin in the frame changed its height to {now}");
    Ok(())
}

fn links(stage: &Stage) -> Result<()> {
    let host = Host::open(&stage.browser, WIDE, "127.0.0.1", TAG)?;
    host.enter(0)?;
    host.settled(0)?;
    host.answer(0)?;
    host.page.when("the guide is there", |seen| seen.body.contains("怎样申请"))?;
    host.page.unfold_all()?;
    let pressed = "
        const links = [...document.querySelectorAll('a[href]:not([download], .skip)')];
        addEventListener('click', (event) => event.preventDefault(), { once: false });
        return links.map((link) => {
          link.click();
          return [link.target, link.relList.contains('noopener'), link.href];
        });";
    let pressed = stage.browser.run(pressed, Value::Null)?;
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
    let whole = host.page.address("#v=2&s=shanghai");
    ensure!(
        matches!(answered[..], [one] if one.starts_with(&whole)),
        "the answers go to {answered:?}, not only to {whole}"
    );
    Ok(())
}

fn stores_nothing(stage: &Stage) -> Result<()> {
    let host = Host::open(&stage.browser, WIDE, "127.0.0.1", TAG)?;
    host.answer(0)?;
    host.settled(0)?;
    host.enter(0)?;
    nothing_stored(&stage.browser)?;
    let offered = stage
        .browser
        .run("return document.getElementById('offline').checkVisibility()", Value::Null)?;
    ensure!(offered == false, "it offers to keep files");
    stage.browser.leave()?;
    nothing_stored(&stage.browser)?;
    let told: Vec<_> = stage.browser.requests()?.into_iter().map(|one| one.url).collect();
    let told: Vec<_> = told
        .iter()
        .filter(|url| url.split('#').next().is_some_and(|url| url.contains("bachelor")))
        .collect();
    ensure!(told.is_empty(), "an answer was sent: {told:?}");
    Ok(())
}

fn element(stage: &Stage) -> Result<()> {
    let content = "<jifen-estimator scheme='shenzhen' language='en' accent='#7a1f5c'></jifen-estimator>\
                   <script src='{site}embed.js'></script><section></section>";
    let host = Host::open(&stage.browser, WIDE, "127.0.0.1", content)?;
    let seen = host.enter(0)?;
    ensure!(seen.scheme == "shenzhen" && seen.language == "en", "it opens as {seen:#?}");
    let found = stage.browser.run(MEASURE, Value::Null)?;
    ensure!(found[0] == "122,31,92", "its colour is {found}");
    host.settled(0)?;
    let moved = "document.querySelector('section').append(document.querySelector('jifen-estimator'));
        return [document.querySelectorAll('iframe').length, document.querySelector('section iframe').title]";
    let moved = host.around(moved)?;
    ensure!(moved == json!([1, "Points estimator"]), "there are {moved}");
    host.enter(0)?;
    host.settled(0)?;
    // Made by a script of the page's own.
    host.around(
        "document.querySelector('section').replaceChildren(document.createElement('jifen-estimator'))",
    )?;
    let seen = host.enter(0)?;
    ensure!(seen.scheme == "shanghai" && seen.language == "zh-Hans", "it opens as {seen:#?}");
    host.settled(0).map(drop)
}

fn bare(stage: &Stage) -> Result<()> {
    let content =
        "<iframe title=a src='{site}#v=1&amp;s=beijing' width='100%' height='700'></iframe>";
    let host = Host::open(&stage.browser, WIDE, "127.0.0.1", content)?;
    let seen = host.enter(0)?;
    ensure!(seen.scheme == "beijing", "it opens as {seen:#?}");
    let scrolls = "scrollTo(0, 500); return [scrollY, 'framed' in document.documentElement.dataset, \
                   document.documentElement.scrollWidth <= innerWidth]";
    let scrolls = stage.browser.run(scrolls, Value::Null)?;
    ensure!(scrolls == json!([500, true, true]), "in the frame: {scrolls}");
    ensure!(host.height(0)? == 700, "the frame is {} px high", host.height(0)?);
    Ok(())
}

fn accessible(stage: &Stage) -> Result<()> {
    let tag = TAG.replace("></script>", " data-accent='#ffd400'></script>");
    for (screen, scheme) in [(Screen::NARROW, "light"), (WIDE, "dark")] {
        let media = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
        stage.browser.cdp("Emulation.setEmulatedMedia", media)?;
        let host = Host::open(&stage.browser, screen, "127.0.0.1", &tag)?;
        host.answer(0)?;
        host.settled(0)?;
        host.enter(0)?;
        axe::inspect(&stage.browser, &format!("the frame, {scheme}"))?;
    }
    Ok(())
}

fn text(browser: &Browser, id: &str) -> Result<String> {
    let text =
        browser.run("return document.getElementById(arguments[0]).textContent", json!([id]))?;
    Ok(text.as_str().unwrap_or_default().to_owned())
}

/// Chooses as a person does, with the event that follows.
fn choose(browser: &Browser, choices: &BTreeMap<&str, &str>) -> Result<()> {
    let choose = "for (const [id, value] of Object.entries(arguments[0])) {
          const field = document.getElementById(id);
          field.value = value;
          field.dispatchEvent(new Event('change', { bubbles: true }));
        }";
    browser.run(choose, json!([choices])).map(drop)
}

fn configurator(stage: &Stage, name: &str) -> Result<()> {
    let browser = &stage.browser;
    let host = Host::open(browser, WIDE, "127.0.0.1", "")?;
    browser.go(&host.page.address(if name == "embed.html" { "" } else { "#v=1&l=en" }))?;
    host.page.ready()?;
    host.page.press(&format!("footer a[href='{name}']"))?;
    let first = until("the code is there", || {
        Ok(Some(text(browser, "code")?).filter(|code| !code.is_empty()))
    });
    let site = host.page.site.address();
    let usual = if name == "embed.html" { "" } else { " data-language=\"en\"" };
    let wanted =
        format!("<script async src=\"{site}embed.js\" data-scheme=\"shanghai\"{usual}></script>");
    let first = first?;
    ensure!(first == wanted, "the code is {first}");
    let seen = host.enter(0)?;
    ensure!(seen.scheme == "shanghai", "the preview is {seen:#?}");
    browser.leave()?;

    let copied = "return document.getElementById('copied').dataset[arguments[0]]";
    for outcome in ["copied", "selected"] {
        if outcome == "selected" {
            browser.run(
                "navigator.clipboard.writeText = () => Promise.reject(new Error())",
                Value::Null,
            )?;
        }
        host.page.press("#copy")?;
        let words = browser.run(copied, json!([outcome]))?;
        until(&format!("it says {words}"), || {
            Ok((text(browser, "copied")? == words).then_some(()))
        })?;
    }
    let selected = browser.run("return getSelection().toString()", Value::Null)?;
    ensure!(selected == first, "selected is {selected}");

    for kind in ["script", "element", "plain"] {
        browser.leave()?;
        browser.go(&host.page.address(name))?;
        until("the code is there", || {
            Ok(Some(text(browser, "code")?).filter(|code| !code.is_empty()))
        })?;
        let choices = [
            ("kind", kind),
            ("scheme", "beijing"),
            ("language", "en"),
            ("accent", "#7a1f5c"),
            ("width", "400"),
        ];
        choose(browser, &BTreeMap::from(choices))?;
        let code = text(browser, "code")?;
        let width = browser
            .run("return document.querySelector('#preview iframe').clientWidth", Value::Null)?;
        ensure!(width == 400, "the preview is {width} px wide");
        let seen = host.enter(0)?;
        ensure!(seen.scheme == "beijing" && seen.language == "en", "the preview is {seen:#?}");
        host.show("127.0.0.1", &code)?;
        let seen = host.enter(0)?;
        ensure!(seen.scheme == "beijing" && seen.language == "en", "{code} gives {seen:#?}");
        let found = browser.run(MEASURE, Value::Null)?;
        ensure!(found[0] == "122,31,92", "{code} gives {found}");
    }
    Ok(())
}

fn spoken(stage: &Stage) -> Result<()> {
    for screen in [Screen::NARROW, Screen::DESK] {
        for name in ["embed.html", "embed.en.html"] {
            let page = Page::load(stage, screen, Options::default(), name)?;
            until("the code is there", || {
                Ok(Some(text(page.browser, "code")?).filter(|code| !code.is_empty()))
            })?;
            let wide = "return document.documentElement.scrollWidth - innerWidth";
            let wide = page.browser.run(wide, Value::Null)?;
            ensure!(wide == 0, "{name} is {wide} px too wide");
            axe::inspect(page.browser, name)?;
        }
    }
    Ok(())
}
