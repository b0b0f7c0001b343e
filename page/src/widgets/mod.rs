//! Parts that several sections share.

pub(crate) mod citation;
pub(crate) mod details;
pub(crate) mod gauge;
pub(crate) mod qr;
pub(crate) mod table;
pub(crate) mod ui;
