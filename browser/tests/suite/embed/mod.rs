//! The estimator in a page of somebody else's: another origin, a strict policy, any width.

mod code;
mod colour;
mod host;
mod isolation;
mod size;

use jifen_browser::suite::Suite;
use jifen_browser::viewport::Viewport;

use host::{Host, TAG, WIDE};

pub(crate) fn add(suite: &mut Suite) {
    for (name, viewport) in [("a 320 px column", Viewport::NARROW), ("900 px", WIDE)] {
        suite.add(
            format!("embed::in {name} the frame is as high as its content"),
            move |context| {
                size::follows(&Host::open(&context.browser, viewport, "127.0.0.1", TAG)?)
            },
        );
    }
    suite.add_everywhere("embed::the same on a page of another site", |context| {
        size::follows(&Host::open(&context.browser, WIDE, "localhost", TAG)?)
    });
    suite.add("embed::a page that keeps its frame small cuts nothing off", size::small);
    suite.add("embed::two on one page do not disturb each other", size::two);
    suite.add("embed::the frame waits until it is scrolled to", size::lazy);
    suite.add("embed::any colour can be read, on light and on dark", colour::accents);
    suite.add("embed::messages of others are ignored, on both sides", isolation::strangers);
    suite.add("embed::links lead out, with the answers only to the page itself", isolation::links);
    suite.add("embed::nothing is stored, nothing is offered to be", isolation::stores_nothing);
    suite.add("embed::an element does the same", code::element);
    suite.add("embed::a frame without the script scrolls in itself", size::bare);
    suite.add("embed::axe in a frame", colour::accessible);
    for name in ["embed.html", "embed.en.html"] {
        suite.add(format!("embed::{name} writes code that works"), move |context| {
            code::configurator(context, name)
        });
    }
    suite.add("embed::axe on the page that writes the code, also on a narrow phone", code::spoken);
}
