//! Parts that several sections share.

pub(crate) mod awaited;
pub(crate) mod chip;
pub(crate) mod citation;
pub(crate) mod details;
pub(crate) mod dispatch;
pub(crate) mod figures;
pub(crate) mod gauge;
pub(crate) mod gloss;
pub(crate) mod labelled;
pub(crate) mod official_name;
pub(crate) mod pause;
pub(crate) mod permalink;
pub(crate) mod qr;
pub(crate) mod request;
mod score_table;
pub(crate) mod table;
pub(crate) mod total;
pub(crate) mod ui;
