//! What the page begins with.

use std::rc::Rc;

use jifen::link::{Link, LinkProblem};
use jifen::scheme::{Catalogue, Scheme};
use jiff::civil::Date;
use yew::Properties;

use crate::device::Device;
use crate::device::load::Failure;

/// What the page begins with.
#[derive(Clone, Properties)]
pub(crate) struct Start {
    /// The day of the assessment.
    pub(crate) on: Date,
    /// Every scheme there is.
    pub(crate) catalogue: Option<Rc<Catalogue>>,
    /// The rules of the open scheme, or of all where they are compared.
    pub(crate) rules: Result<Vec<Rc<Scheme>>, Failure>,
    /// The address.
    pub(crate) link: Link,
    /// What of it could not be read.
    pub(crate) problems: Vec<LinkProblem>,
    /// What the page knows of the device.
    pub(crate) device: Device,
}

impl PartialEq for Start {
    fn eq(&self, _: &Start) -> bool {
        // The page begins once.
        true
    }
}
