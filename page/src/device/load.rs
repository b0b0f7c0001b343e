//! The files with the rules: fetched from where the page came from, or a failure that says what to do.

use std::rc::Rc;

use jifen::link::COMPARE;
use jifen::scheme::{Catalogue, Guide, PackError, Scheme};
use jiff::civil::Date;
use js_sys::{Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

use crate::device::later::Arrived;
use crate::device::path::Path;

/// Why rules are not here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Failure {
    /// No answer.
    Network,
    /// An answer that is not the file.
    Status(u16),
    /// A file that is not a pack of this build.
    Pack(PackError),
}

/// The rules of a file, which the catalogue names, or of all schemes where they are compared.
pub(crate) async fn rules(file: &str) -> Result<Vec<Rc<Scheme>>, Failure> {
    read(file, request(file)?).await
}

/// The guide of a scheme.
pub(crate) async fn guide(scheme: &Scheme, arrived: Arrived) -> Result<Rc<Guide>, Failure> {
    let bytes = bytes(request(&[&scheme.id, ".guide"].concat())?).await?;
    later(&bytes, scheme, arrived)
}

/// Reads a guide.
#[inline(never)]
fn later(bytes: &[u8], scheme: &Scheme, _: Arrived) -> Result<Rc<Guide>, Failure> {
    Guide::from_pack(bytes, scheme).map(Rc::new).map_err(Failure::Pack)
}

/// The catalogue and the rules of a scheme: of the one named, or else of the first there is; in the edition named, or
/// else in the one that the day is assessed by. The rules that are written whole are asked for at once, before the
/// catalogue has said whether there are such: seldom are others wanted.
pub(crate) async fn everything(
    id: &str,
    edition: Option<&str>,
    on: Date,
) -> (Option<Rc<Catalogue>>, Result<Vec<Rc<Scheme>>, Failure>) {
    let guess = (!id.is_empty()).then(|| request(id));
    let catalogue = match request("catalogue") {
        Ok(reply) => bytes(reply).await,
        Err(failure) => Err(failure),
    };
    let catalogue = catalogue.and_then(|bytes| Catalogue::from_pack(&bytes).map_err(Failure::Pack));
    let catalogue = match catalogue {
        Ok(catalogue) => Rc::new(catalogue),
        Err(failure) => return (None, Err(failure)),
    };
    let wanted = match catalogue.entry(id).or(catalogue.entries.first()) {
        _ if id == COMPARE => Some(COMPARE.to_owned()),
        Some(entry) => entry.edition(edition, on).map(|edition| entry.file(&edition.id)),
        None => None,
    };
    let schemes = match (guess, wanted) {
        (Some(Ok(reply)), Some(file)) if file == id => read(id, reply).await,
        (Some(Err(failure)), Some(file)) if file == id => Err(failure),
        (_, Some(file)) => rules(&file).await,
        (_, None) => Err(Failure::Pack(PackError::Damaged)),
    };
    (Some(catalogue), schemes)
}

async fn read(file: &str, reply: Promise) -> Result<Vec<Rc<Scheme>>, Failure> {
    let bytes = bytes(reply).await?;
    let schemes = match file {
        COMPARE => Scheme::all_from_pack(&bytes),
        _ => Scheme::from_pack(&bytes).map(|scheme| vec![scheme]),
    };
    let schemes = schemes.map_err(Failure::Pack)?;
    Ok(schemes.into_iter().map(Rc::new).collect())
}

fn request(file: &str) -> Result<Promise, Failure> {
    let name = if file == COMPARE { "all" } else { file };
    let window = web_sys::window().ok_or(Failure::Network)?;
    Ok(window.fetch_with_str(&[Path::here().up(), "rules/", name, ".pack"].concat()))
}

async fn bytes(reply: Promise) -> Result<Vec<u8>, Failure> {
    let reply = JsFuture::from(reply).await.map_err(lost)?;
    let reply: Response = reply.dyn_into().map_err(lost)?;
    if !reply.ok() {
        return Err(Failure::Status(reply.status()));
    }
    let bytes = JsFuture::from(reply.array_buffer().map_err(lost)?).await.map_err(lost)?;
    Ok(Uint8Array::new(&bytes).to_vec())
}

fn lost(_: JsValue) -> Failure {
    Failure::Network
}
