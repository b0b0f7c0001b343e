//! Nothing leaves the device, and nothing stays on it.

use anyhow::{Context, Result, ensure};
use jifen_browser::browser::Browser;
use jifen_browser::context::TestContext;
use jifen_browser::page::Page;
use jifen_browser::pointer::Pointer;
use jifen_browser::rules;
use jifen_browser::suite::Suite;
use jifen_browser::viewport::Viewport;
use serde_json::{Value, json};
use xtask::server::Options;

const MOUNT: &str = "/some/sub/folder/";

pub(crate) fn add(suite: &mut Suite) {
    suite.add("privacy::a whole session asks for the site's own files and stores nothing", session);
    suite.add("privacy::the policy stops a script from asking another server", policy);
}

fn session(context: &TestContext) -> Result<()> {
    let options = Options { mount: MOUNT.to_owned(), ..Options::default() };
    let page = Page::load(context, Viewport::DESKTOP, options, "#v=1&s=shanghai")?;
    page.wait_until_ready()?;
    let scheme = rules::scheme(rules::SCHEME)?;
    let example = rules::examples(&scheme)?.into_iter().next().context("no examples")?;
    page.fill(Pointer::Mouse, &scheme, &example.answers)?;
    let total = example.total.low.to_string();
    page.wait_for("the total is settled", |seen| seen.low == total && seen.high == total)?;
    page.press("#language")?;
    page.press("#larger")?;
    page.unfold("[data-indicator='education']")?;
    page.browser.reload()?;
    page.wait_until_ready()?;
    page.press("footer a")?;
    page.press("nav a")?;
    page.wait_until_ready()?;
    page.press("#reset")?;
    nothing_stored(page.browser)?;

    let asked = page.browser.requests()?;
    let own: Vec<_> = asked.iter().filter(|request| !request.url.starts_with("data:")).collect();
    ensure!(own.len() > 10, "the network was not watched: {own:?}");
    for request in own {
        ensure!(request.method == "GET", "{request:?} is no GET");
        ensure!(request.url.starts_with(&page.site.address()), "{request:?} goes elsewhere");
        let (plain, _) = request.url.split_once('#').unwrap_or((&request.url, ""));
        ensure!(!plain.contains('?') && !plain.contains("bachelor"), "{request:?} tells something");
    }
    let served = page.site.requests();
    let outside: Vec<_> = served.iter().filter(|path| !path.starts_with(MOUNT)).collect();
    ensure!(outside.is_empty(), "asked for outside of the folder: {outside:?}");
    let names = "return performance.getEntriesByType('resource').map((one) => one.name)";
    let names: Vec<String> = serde_json::from_value(page.browser.execute(names, Value::Null)?)?;
    let strange: Vec<_> =
        names.iter().filter(|name| !name.starts_with(&page.site.address())).collect();
    ensure!(!names.is_empty() && strange.is_empty(), "loaded from elsewhere: {strange:?}");
    Ok(())
}

/// That the page, or the frame entered, keeps nothing anywhere.
pub(crate) fn nothing_stored(browser: &Browser) -> Result<()> {
    let stored = browser.execute_async(
        "const done = arguments[arguments.length - 1];
        Promise.all([
          indexedDB.databases(),
          caches.keys(),
          navigator.serviceWorker ? navigator.serviceWorker.getRegistrations() : [],
        ]).then((kept) => done([
          localStorage.length, sessionStorage.length, document.cookie.length, ...kept.map((one) => one.length),
        ])).catch((error) => done(String(error)));",
        Value::Null,
    )?;
    ensure!(
        stored == json!([0, 0, 0, 0, 0, 0]),
        "kept in local storage, session storage, cookies, databases, caches, workers: {stored}"
    );
    Ok(())
}

fn policy(context: &TestContext) -> Result<()> {
    context.expect_console_message("Content Security Policy");
    let page = Page::open(context, "")?;
    let policy =
        "return document.querySelector('meta[http-equiv=Content-Security-Policy]')?.content ?? ''";
    let policy = page.browser.execute(policy, Value::Null)?;
    let policy = policy.as_str().unwrap_or_default();
    for wanted in ["default-src 'none'", "connect-src 'self'", "form-action 'none'"] {
        ensure!(policy.contains(wanted), "the policy lacks {wanted}: {policy:?}");
    }
    for forbidden in ["unsafe-inline", "http:", "https:", "*"] {
        ensure!(!policy.contains(forbidden), "the policy allows {forbidden}: {policy:?}");
    }
    // The page's own policy allows it, for browsers that run no program otherwise; here the second one forbids it.
    // In a task of its own: what a driver runs itself may do more.
    let evaluated = page.browser.execute_async(
        "const done = arguments[0];
        setTimeout(() => {
          try { done(window.eval('1 + 1')) } catch (fault) { done(fault.name) }
        });",
        Value::Null,
    )?;
    ensure!(evaluated == "EvalError", "text is evaluated as a program: {evaluated}");
    let elsewhere = page.address("").replace("127.0.0.1", "localhost");
    let asked = page.browser.execute_async(
        "const [url, done] = arguments;
        document.addEventListener('securitypolicyviolation', (event) => done(event.effectiveDirective), { once: true });
        fetch(url).then(() => done('it was asked'), () => {});",
        json!([elsewhere]),
    )?;
    ensure!(asked == "connect-src", "{asked}");
    Ok(())
}
