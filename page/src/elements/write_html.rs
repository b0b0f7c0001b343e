//! A macro that writes elements as `html!` would show them, by the calls of [`Markup`].
//!
//! ```ignore
//! write_html!(markup,
//!     form(class = "form", id = "form", onsubmit = ui.prevent_default()) {
//!         h2(class = "unseen") { (messages.form) }
//!         if let Some(help) = &section.help {
//!             p(class = "quiet", aria-label = &label) { (phrases.text(help)) }
//!         }
//!         for choice in choices {
//!             { chip(markup, choice, ui) }
//!         }
//!         input(type = "file", onchange = ui.request(Request::OpenFile));
//!     }
//! );
//! ```
//!
//! | written | means |
//! | --- | --- |
//! | `name(attribute = value, …) { … }` | an element with what is in it; without `( )` where it has no attribute |
//! | `name(attribute = value, …);` | an element with nothing in it |
//! | `class = value` | comes first, and is the same for as long as the program runs |
//! | `key`, `value`, `checked`, `onclick` … | what they are in `html!` |
//! | `(words)` | words |
//! | `fragment { … }` | parts whose number changes, kept apart from what stands after them: `<>` |
//! | `if … { … } else { … }`, `match … { … => { … } }` | one part or the other; like a fragment, they keep their place |
//! | `for … in … { … }` | parts one after the other, straight into the element |
//! | `let … = …;` and `{ … }` | Rust, with `markup` being the element: a call that writes, a node for [`Markup::child`] |
//!
//! A literal costs nothing while the page runs; any other value is copied. A value may be an `Option` or a `bool`:
//! the attribute is there, or it is not. As in `html!`, a literal of a struct in a condition is put in parentheses.
//!
//! [`Markup`]: crate::elements::markup::Markup
//! [`Markup::child`]: crate::elements::markup::Markup::child

/// Writes elements; the head of this file says how.
macro_rules! write_html {
    // Attributes.
    (@attributes $markup:ident,) => {};
    (@attributes $markup:ident, class = $($rest:tt)*) => { compile_error!("`class` comes first") };
    (@attributes $markup:ident, checked = $checked:expr $(, $($rest:tt)*)?) => {
        $markup.checked($checked);
        write_html!(@attributes $markup, $($($rest)*)?);
    };
    (@attributes $markup:ident, value = $value:expr $(, $($rest:tt)*)?) => {
        $markup.value($value);
        write_html!(@attributes $markup, $($($rest)*)?);
    };
    (@attributes $markup:ident, $first:ident $(- $more:ident)* = $value:literal $(, $($rest:tt)*)?) => {
        $markup.static_attr(concat!(stringify!($first) $(, "-", stringify!($more))*), $value);
        write_html!(@attributes $markup, $($($rest)*)?);
    };
    (@attributes $markup:ident, $first:ident $(- $more:ident)* = $value:expr $(, $($rest:tt)*)?) => {
        write_html!(@attribute $markup, $first $(- $more)*, $value);
        write_html!(@attributes $markup, $($($rest)*)?);
    };
    (@attributes $markup:ident, $($found:tt)*) => {
        compile_error!(concat!("an attribute is `name = value`, not `", stringify!($($found)*), "`"))
    };
    (@attribute $markup:ident, key, $key:expr) => { $markup.key($key) };
    (@attribute $markup:ident, onchange, $handler:expr) => { write_html!(@on $markup, Change, $handler) };
    (@attribute $markup:ident, onclick, $handler:expr) => { write_html!(@on $markup, Click, $handler) };
    (@attribute $markup:ident, onfocusout, $handler:expr) => { write_html!(@on $markup, FocusOut, $handler) };
    (@attribute $markup:ident, oninput, $handler:expr) => { write_html!(@on $markup, Input, $handler) };
    (@attribute $markup:ident, onkeydown, $handler:expr) => { write_html!(@on $markup, KeyDown, $handler) };
    (@attribute $markup:ident, onsubmit, $handler:expr) => { write_html!(@on $markup, Submit, $handler) };
    (@attribute $markup:ident, $first:ident $(- $more:ident)*, $value:expr) => {{
        let name = concat!(stringify!($first) $(, "-", stringify!($more))*);
        $crate::elements::markup::AttributeValue::write($value, $markup, name)
    }};
    (@on $markup:ident, $kind:ident, $handler:expr) => {
        $markup.on($crate::elements::markup::EventKind::$kind, $handler)
    };

    // The head of `if`, `for` or `match` ends where braces begin.
    (@until $markup:ident, [if $($head:tt)*] {$($then:tt)*} else {$($other:tt)*} $($rest:tt)*) => {
        $markup.fragment(|$markup| {
            if $($head)* { write_html!(@in $markup, $($then)*); } else { write_html!(@in $markup, $($other)*); }
        });
        write_html!(@in $markup, $($rest)*);
    };
    (@until $markup:ident, [if $($head:tt)*] {$($then:tt)*} else if $($rest:tt)*) => {
        compile_error!("`else if` is written `else { if … }`")
    };
    (@until $markup:ident, [if $($head:tt)*] {$($then:tt)*} $($rest:tt)*) => {
        $markup.fragment(|$markup| if $($head)* { write_html!(@in $markup, $($then)*); });
        write_html!(@in $markup, $($rest)*);
    };
    (@until $markup:ident, [for $($head:tt)*] {$($each:tt)*} $($rest:tt)*) => {
        for $($head)* { write_html!(@in $markup, $($each)*); }
        write_html!(@in $markup, $($rest)*);
    };
    (@until $markup:ident, [match $($head:tt)*]
        {$($pattern:pat $(if $guard:expr)? => {$($then:tt)*})*} $($rest:tt)*
    ) => {
        $markup.fragment(|$markup| match $($head)* {
            $($pattern $(if $guard)? => { write_html!(@in $markup, $($then)*); })*
        });
        write_html!(@in $markup, $($rest)*);
    };
    (@until $markup:ident, [$($head:tt)*] $next:tt $($rest:tt)*) => {
        write_html!(@until $markup, [$($head)* $next] $($rest)*);
    };

    // What stands in an element, one after the other.
    (@in $markup:ident,) => {};
    (@in $markup:ident, if $($rest:tt)*) => { write_html!(@until $markup, [if] $($rest)*); };
    (@in $markup:ident, for $($rest:tt)*) => { write_html!(@until $markup, [for] $($rest)*); };
    (@in $markup:ident, match $($rest:tt)*) => { write_html!(@until $markup, [match] $($rest)*); };
    (@in $markup:ident, let $name:pat = $value:expr; $($rest:tt)*) => {
        let $name = $value;
        write_html!(@in $markup, $($rest)*);
    };
    (@in $markup:ident, {$($rust:tt)*} $($rest:tt)*) => {
        { $($rust)* }
        write_html!(@in $markup, $($rest)*);
    };
    (@in $markup:ident, ($words:expr) $($rest:tt)*) => {
        $markup.text(AsRef::<str>::as_ref(&$words));
        write_html!(@in $markup, $($rest)*);
    };
    (@in $markup:ident, fragment {$($inside:tt)*} $($rest:tt)*) => {
        $markup.fragment(|$markup| { write_html!(@in $markup, $($inside)*); });
        write_html!(@in $markup, $($rest)*);
    };

    // Elements; what is not written of `(…) {…}` is put there first.
    (@in $markup:ident, $name:ident; $($rest:tt)*) => { write_html!(@in $markup, $name() {} $($rest)*); };
    (@in $markup:ident, $name:ident {$($inside:tt)*} $($rest:tt)*) => {
        write_html!(@in $markup, $name() {$($inside)*} $($rest)*);
    };
    (@in $markup:ident, $name:ident ($($attributes:tt)*); $($rest:tt)*) => {
        write_html!(@in $markup, $name($($attributes)*) {} $($rest)*);
    };
    (@in $markup:ident, $name:ident () {} $($rest:tt)*) => {
        $markup.element(stringify!($name), "", |_| {});
        write_html!(@in $markup, $($rest)*);
    };
    (@in $markup:ident, $name:ident () {($words:expr)} $($rest:tt)*) => {
        $markup.text_element(stringify!($name), "", AsRef::<str>::as_ref(&$words));
        write_html!(@in $markup, $($rest)*);
    };
    (@in $markup:ident, $name:ident (class = $class:expr) {($words:expr)} $($rest:tt)*) => {
        $markup.text_element(stringify!($name), $class, AsRef::<str>::as_ref(&$words));
        write_html!(@in $markup, $($rest)*);
    };
    (@in $markup:ident, $name:ident (class = $class:expr $(, $($attributes:tt)*)?) {$($inside:tt)*} $($rest:tt)*) => {
        $markup.element(stringify!($name), $class, |$markup| {
            write_html!(@attributes $markup, $($($attributes)*)?);
            write_html!(@in $markup, $($inside)*);
        });
        write_html!(@in $markup, $($rest)*);
    };
    (@in $markup:ident, $name:ident ($($attributes:tt)*) {$($inside:tt)*} $($rest:tt)*) => {
        $markup.element(stringify!($name), "", |$markup| {
            write_html!(@attributes $markup, $($attributes)*);
            write_html!(@in $markup, $($inside)*);
        });
        write_html!(@in $markup, $($rest)*);
    };
    (@in $markup:ident, $($found:tt)*) => {
        compile_error!(concat!(
            "an element `name(…) { … }` or `name(…);`, words `(…)`, Rust `{ … }`, `if`, `for` or `match` stands here, \
             not `", stringify!($($found)*), "`"
        ))
    };
    ($markup:ident, $($tree:tt)*) => {{ write_html!(@in $markup, $($tree)*); }};
}

pub(crate) use write_html;
