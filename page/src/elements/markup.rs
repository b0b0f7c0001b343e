//! A builder for elements, written one after the other; `write_html!` writes its calls.
//!
//! Yew's own `html!` writes some seven hundred bytes of program at every element, and the page has some 430 of them;
//! these calls write a few dozen. What a person waits for on a slow line decides.

use std::rc::Rc;

use yew::virtual_dom::{AttrValue, Key, Listener, ListenerKind, VList, VNode, VTag, VText};
use yew::{Event, Html};

/// Elements in the making: the one being written, within those around it.
pub(crate) struct Markup {
    open: Vec<Level>,
}

/// An element or a fragment, and what is in it so far.
struct Level {
    tag: Option<VTag>,
    inside: Vec<VNode>,
}

/// Returns the tree that `write` writes.
pub(crate) fn render(write: impl FnOnce(&mut Markup)) -> Html {
    let mut markup = Markup { open: Vec::new() };
    markup.begin(None);
    write(&mut markup);
    markup.end()
}

impl Markup {
    /// Writes an element; `write` writes what is in it.
    #[inline(always)]
    pub(crate) fn element(
        &mut self,
        name: &'static str,
        class: &'static str,
        write: impl FnOnce(&mut Markup),
    ) {
        self.open(name, class);
        write(self);
        self.close();
    }

    /// Writes an element with nothing but words in it.
    pub(crate) fn text_element(&mut self, name: &'static str, class: &'static str, words: &str) {
        self.open(name, class);
        self.text(words);
        self.close();
    }

    /// Writes parts whose number changes: kept apart, so that what stands after them is still known for what it was.
    #[inline(always)]
    pub(crate) fn fragment(&mut self, write: impl FnOnce(&mut Markup)) {
        self.begin(None);
        write(self);
        self.close();
    }

    /// Writes words.
    pub(crate) fn text(&mut self, words: &str) {
        self.child(VText::new(AttrValue::from(Rc::from(words))).into());
    }

    /// Writes a node that is ready.
    pub(crate) fn child(&mut self, node: VNode) {
        if let Some(level) = self.open.last_mut() {
            level.inside.push(node);
        }
    }

    /// Tells the element being written from its siblings.
    pub(crate) fn key(&mut self, key: &str) {
        if let Some(tag) = self.current() {
            tag.key = Some(Key::from(key));
        }
    }

    /// Gives the element being written an attribute.
    pub(crate) fn attr(&mut self, name: &'static str, value: &str) {
        self.attribute(name, AttrValue::from(Rc::from(value)));
    }

    /// Gives it an attribute that is always the same.
    pub(crate) fn static_attr(&mut self, name: &'static str, value: &'static str) {
        self.attribute(name, AttrValue::Static(value));
    }

    /// Says what stands in the input being written.
    pub(crate) fn value(&mut self, value: &str) {
        if let Some(tag) = self.current() {
            tag.set_value(AttrValue::from(Rc::from(value)));
        }
    }

    /// Says whether the input being written is checked.
    pub(crate) fn checked(&mut self, checked: bool) {
        if let Some(tag) = self.current() {
            tag.set_checked(checked);
        }
    }

    /// Says what happens on an event of the element being written.
    pub(crate) fn on(&mut self, kind: EventKind, handler: impl EventHandler + 'static) {
        let listener = Rc::new(HandlerListener { kind, handler });
        if let Some(tag) = self.current() {
            tag.add_listener(listener);
        }
    }

    fn attribute(&mut self, name: &'static str, value: AttrValue) {
        if let Some(tag) = self.current() {
            tag.add_attribute(name, value);
        }
    }

    fn current(&mut self) -> Option<&mut VTag> {
        self.open.last_mut()?.tag.as_mut()
    }

    fn open(&mut self, name: &'static str, class: &'static str) {
        self.begin(Some(VTag::new(AttrValue::Static(name))));
        if !class.is_empty() {
            self.static_attr("class", class);
        }
    }

    fn begin(&mut self, tag: Option<VTag>) {
        self.open.push(Level { tag, inside: Vec::new() });
    }

    fn close(&mut self) {
        let node = self.end();
        self.child(node);
    }

    fn end(&mut self) -> VNode {
        let Some(Level { tag, inside }) = self.open.pop() else { return VNode::default() };
        let list = VNode::from(VList::with_children(inside, None));
        let Some(mut tag) = tag else { return list };
        if let Some(children) = tag.children_mut() {
            *children = list;
        }
        tag.into()
    }
}

/// What an attribute may be given: words, or none where it is not there.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no value of an attribute",
    note = "words, an `Option` of words or a `bool` are; a handler belongs to `onchange`, `onclick`, `onfocusout`, \
            `oninput`, `onkeydown` or `onsubmit`"
)]
pub(crate) trait AttributeValue {
    /// Writes the attribute of the element being written.
    fn write(self, markup: &mut Markup, name: &'static str);
}

impl AttributeValue for &str {
    fn write(self, markup: &mut Markup, name: &'static str) {
        markup.attr(name, self);
    }
}

impl AttributeValue for &String {
    #[inline(always)]
    fn write(self, markup: &mut Markup, name: &'static str) {
        markup.attr(name, self);
    }
}

impl AttributeValue for String {
    #[inline(always)]
    fn write(self, markup: &mut Markup, name: &'static str) {
        markup.attr(name, &self);
    }
}

impl<T: AttributeValue> AttributeValue for Option<T> {
    #[inline(always)]
    fn write(self, markup: &mut Markup, name: &'static str) {
        if let Some(value) = self {
            value.write(markup, name);
        }
    }
}

impl AttributeValue for bool {
    fn write(self, markup: &mut Markup, name: &'static str) {
        if self {
            markup.static_attr(name, "");
        }
    }
}

/// The events that the page hears.
#[derive(Clone, Copy)]
pub(crate) enum EventKind {
    Change,
    Click,
    FocusOut,
    Input,
    KeyDown,
    Submit,
}

/// Something that happens on an event. Each type of handler is a listener of its own in the program, so there are few: one that
/// dispatches an action, one that edits a question.
pub(crate) trait EventHandler {
    /// Lets it happen.
    fn handle(&self, event: Event);
}

struct HandlerListener<H> {
    kind: EventKind,
    handler: H,
}

impl<H: EventHandler> Listener for HandlerListener<H> {
    fn kind(&self) -> ListenerKind {
        match self.kind {
            EventKind::Change => ListenerKind::onchange,
            EventKind::Click => ListenerKind::onclick,
            EventKind::FocusOut => ListenerKind::onfocusout,
            EventKind::Input => ListenerKind::oninput,
            EventKind::KeyDown => ListenerKind::onkeydown,
            EventKind::Submit => ListenerKind::onsubmit,
        }
    }

    fn handle(&self, event: Event) {
        self.handler.handle(event);
    }

    fn passive(&self) -> bool {
        false
    }
}
