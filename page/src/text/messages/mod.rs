//! Every word of the page in both languages, in one table: a word that lacks a language does not compile. Each file holds
//! the lines of one idea and hands them to the next, so that the table is one and code need not know where a word stands.
//!
//! A number in brackets says how many slots a sentence has; [`Sentence`] says what may stand in them.

mod form;
mod frame;
mod guide;
mod kept;
mod outlook;
mod result;
mod rules;

use jifen::scheme::Language;

use crate::text::sentence::same_slots;
pub(crate) use crate::text::sentence::{Sentence, format};
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use documents::{
    EmbedMessages, ReadingMessages, embed_messages, page_messages, reading_messages,
};
use form::form;
use frame::frame;
use guide::guide;
pub(crate) use histories::{HistoryMessages, history_messages};
use kept::kept;
use outlook::outlook;
use result::result;
use rules::rules;

macro_rules! messages {
    ($table:ident, $read:ident: $($name:ident $([$slots:literal])?: $zh:literal, $en:literal;)*) => {
        /// The words of one language.
        pub(crate) struct $table {
            $(pub(crate) $name: message!(type $($slots)?),)*
        }

        $(const _: () = assert!(
            same_slots($zh, $en, message!(count $($slots)?)),
            concat!("`", stringify!($name), "` has other slots in one language than in the other, or another number")
        );)*

        /// Returns the words of a language.
        pub(crate) fn $read(language: Language) -> &'static $table {
            static ZH: $table = $table { $($name: message!(text $zh $(, $slots)?),)* };
            static EN: $table = $table { $($name: message!(text $en $(, $slots)?),)* };
            match language {
                Language::Zh => &ZH,
                Language::En => &EN,
            }
        }
    };
}

/// An entry of a table: plain words or, with a number of slots, a sentence.
macro_rules! message {
    (type) => { &'static str };
    (type $slots:literal) => { Sentence<$slots> };
    (count) => { 0 };
    (count $slots:literal) => { $slots };
    (text $text:literal) => { $text };
    (text $text:literal, $slots:literal) => { Sentence::new($text) };
}

// The words of the documents and of histories, by the macro above.
#[cfg(not(target_arch = "wasm32"))]
mod documents;
mod histories;

frame! { rules form result outlook guide kept messages Messages, messages: }
