//! The JavaScript package in a page of somebody else's, under a strict policy.

use std::collections::BTreeMap;
use std::sync::Arc;

use anyhow::{Result, anyhow, ensure};
use jifen::answers::Answers;
use jifen_browser::artifacts::package_host;
use jifen_browser::context::TestContext;
use jifen_browser::rules;
use jifen_browser::suite::Suite;
use jifen_browser::wait::until;
use serde_json::{Value, json};
use xtask::server::{Options, Server};

pub(crate) fn add(suite: &mut Suite) {
    suite.add("package::a stranger's page computes what the core does", page);
    suite.add("package::a stranger's page shows every error", faults);
}

fn open(context: &TestContext) -> Result<Arc<Server>> {
    let site = context.browser.serve(&package_host()?, Options::default())?;
    context.browser.goto(&format!("{}page.html", site.address()))?;
    result(context, "")?;
    Ok(site)
}

/// The result, once it begins as wanted.
fn result(context: &TestContext, wanted: &str) -> Result<String> {
    until(&format!("the result begins with {wanted}"), || {
        let shown = context
            .browser
            .execute("return document.getElementById('result').value", Value::Null)?;
        Ok(shown
            .as_str()
            .filter(|shown| !shown.is_empty() && shown.starts_with(wanted))
            .map(str::to_owned))
    })
}

/// Fills fields as a person leaves them: one after the other, each with its event.
fn fill(context: &TestContext, fields: Value) -> Result<()> {
    let fill = "for (const [id, value] of Object.entries(arguments[0])) {
          const field = document.querySelector(`[name='${id}']`);
          field.value = value;
          field.dispatchEvent(new Event('change', { bubbles: true }));
        }";
    context.browser.execute(fill, json!([fields])).map(drop)
}

fn page(context: &TestContext) -> Result<()> {
    let site = open(context)?;
    let scheme = rules::scheme(rules::SCHEME)?;
    let schemes = "return document.querySelectorAll('#scheme option').length";
    let schemes = context.browser.execute(schemes, Value::Null)?;
    ensure!(schemes == rules::catalogue()?.entries.len(), "the package holds {schemes} schemes");
    let choose = "const list = document.getElementById('scheme');
        list.value = arguments[0];
        list.dispatchEvent(new Event('change'));";
    context.browser.execute(choose, json!([scheme.id]))?;
    fill(
        context,
        json!({ "birth-date": "1990-01-01", "education": "\"bachelor\"", "academic-degree": "\"bachelor\"" }),
    )?;
    let plain = json!({ "birth-date": "1990-01-01", "education": "bachelor", "academic-degree": "bachelor" });
    let answers =
        Answers::read(&scheme, serde_json::from_value::<BTreeMap<_, _>>(plain)?, rules::TODAY);
    let answers = answers.map_err(|faults| anyhow!("{faults:?}"))?;
    let total = jifen::assess::assess(&scheme, &answers, rules::TODAY).total;
    result(context, &format!("{}–{}: undecided", total.low, total.high))?;
    ensure!(site.requests().iter().all(|path| !path.ends_with(".pack")), "it fetches rules");
    Ok(())
}

fn faults(context: &TestContext) -> Result<()> {
    let _site = open(context)?;
    let choose = "const list = document.getElementById('scheme');
        list.value = 'shanghai';
        list.dispatchEvent(new Event('change'));";
    context.browser.execute(choose, Value::Null)?;
    fill(context, json!({ "birth-date": "1700-01-01", "insured-months": "-1" }))?;
    result(context, "out-of-range")?;
    let told = "return [...document.querySelectorAll('#faults li')].map((one) => one.textContent)";
    let told = context.browser.execute(told, Value::Null)?;
    ensure!(told.as_array().is_some_and(|told| told.len() == 2), "the page tells {told}");
    Ok(())
}
