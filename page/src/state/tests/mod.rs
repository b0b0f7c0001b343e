//! The reducer, on the rules of the project as they are: what each action makes of the state, without a browser.

mod answers;
mod editions;
mod examples;
mod keeping;
mod leading;
mod opening;
mod paths;
mod showing;

use std::path::Path;
use std::rc::Rc;
use std::sync::OnceLock;

use jifen::answers::Value;
use jifen::link::Link;
use jifen::scheme::{Catalogue, Entry, Guide, Scheme};
use jifen_check::Checked;
use jiff::civil::{Date, date};

use crate::device::Device;
use crate::state::assessed::Assessed;
use crate::state::focus::FocusTarget;
use crate::state::{Action, Start, State};

const TODAY: Date = date(2026, 11, 24);

const SHANGHAI: &str = "#v=1&s=shanghai&education=bachelor&shanghai.insured-months=40";

/// The rules of the project, read once.
fn checked() -> &'static Checked {
    static CHECKED: OnceLock<Checked> = OnceLock::new();
    CHECKED.get_or_init(|| {
        let rules = Path::new(env!("CARGO_MANIFEST_DIR")).join("../rules");
        jifen_check::load(&rules).unwrap()
    })
}

fn scheme(id: &str) -> &'static Scheme {
    checked().schemes.iter().find(|scheme| scheme.id == id).unwrap()
}

fn guide(id: &str) -> Rc<Guide> {
    let position = checked().schemes.iter().position(|scheme| scheme.id == id).unwrap();
    Rc::new(checked().guides[position].clone())
}

fn catalogue() -> Rc<Catalogue> {
    let entries = checked().editions.iter().map(Entry::from).collect();
    Rc::new(Catalogue { entries, holidays: checked().holidays.clone() })
}

/// A page, and what happens to it.
struct Page(Rc<State>);

impl Page {
    /// Opens the page with an address, on a device.
    fn open_on(device: Device, address: &str) -> Page {
        let (link, problems) = Link::read(address);
        let open = link.scheme.clone().unwrap_or_else(|| "shanghai".to_owned());
        let open = checked().schemes.iter().find(|scheme| scheme.id == open);
        let rules = open.cloned().map(Rc::new).into_iter().collect();
        let catalogue = Some(catalogue());
        Page(Rc::new(State::begin(Start {
            on: TODAY,
            catalogue,
            rules: Ok(rules),
            link,
            problems,
            device,
        })))
    }

    fn open(address: &str) -> Page {
        Page::open_on(Device::default(), address)
    }

    fn act(&mut self, action: Action) {
        self.0 = self.0.clone().reduce(action);
    }

    /// Lets the rules of a scheme arrive.
    fn load(&mut self, id: &str) {
        let rules = Ok(vec![Rc::new(scheme(id).clone())]);
        self.act(Action::RulesLoaded { asked: id.to_owned(), catalogue: None, rules });
    }

    fn assessed(&self) -> &Rc<Assessed> {
        self.0.assessed().expect("no scheme is shown")
    }

    fn question(&self, id: &str) -> usize {
        self.assessed().scheme.question(id).expect("no such question")
    }

    fn answer(&mut self, id: &str, value: Option<Value>) {
        let question = self.question(id);
        self.act(Action::Answer { question, value });
    }

    fn answer_of(&self, id: &str) -> Option<&Value> {
        self.assessed().answer(self.question(id))
    }

    /// The first section of the open scheme that one press answers with none.
    fn foldable_section(&self) -> usize {
        let sections = 0..self.assessed().scheme.sections.len();
        sections.into_iter().find(|section| self.assessed().foldable(*section)).unwrap()
    }

    fn focus(&self) -> Option<&FocusTarget> {
        self.0.focus.target.as_ref()
    }
}

fn option(id: &str) -> Option<Value> {
    Some(Value::Option(id.to_owned()))
}
