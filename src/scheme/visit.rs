//! The one walk over the references of a rule: binding, linting and counting all go this way.

use super::Ref;

/// A reference met on a walk; `R` is `&Ref`, or `&mut Ref` where references are bound.
#[derive(Clone, Copy, Debug)]
pub enum Reference<'a, R> {
    /// A question.
    Question(R),
    /// An option of a question.
    Option {
        /// The question that defines the option.
        question: &'a Ref,
        /// The option.
        option: R,
    },
    /// A document.
    Document(R),
    /// An indicator.
    Indicator(R),
    /// A condition.
    Condition(R),
    /// A parameter.
    Parameter(R),
    /// A question that is counted by calendar months; it is named as a question besides.
    CalendarMonths(R),
    /// The day of the assessment: no reference, but what makes a rule change with nothing but time.
    Today,
}

impl<R> Reference<'_, R> {
    /// Returns what is named by an id; nothing of the day of the assessment.
    pub fn named(self) -> Option<R> {
        match self {
            Reference::Question(named)
            | Reference::Option { option: named, .. }
            | Reference::Document(named)
            | Reference::Indicator(named)
            | Reference::Condition(named)
            | Reference::Parameter(named) => Some(named),
            Reference::CalendarMonths(_) | Reference::Today => None,
        }
    }
}

/// Reads references.
pub(super) type Reader<'v, 'a> = dyn FnMut(Reference<'a, &'a Ref>) + 'v;

/// Binds references.
pub(super) type Binder<'v> = dyn FnMut(Reference<'_, &mut Ref>) + 'v;

/// A part of a rule that holds references.
pub trait Visit {
    /// Hands every reference inside to `visitor`, in the order of the rule.
    fn visit<'a>(&'a self, visitor: &mut dyn FnMut(Reference<'a, &'a Ref>));
}

/// The same walk for a visitor that binds the references.
pub(super) trait VisitMut {
    fn visit(&mut self, visitor: &mut Binder<'_>);
}

/// Writes both walks over a type from one description, so that they cannot drift apart. The description has to hold for
/// a shared and for a mutable borrow: it takes the type apart by patterns.
macro_rules! visit {
    (<$held:ident> $part:ty, |$self:ident, $visitor:ident| $description:expr) => {
        visit!(@ [<$held: Walk>] $part, |$self, $visitor| $description);
    };
    (@ [$($generics:tt)*] $part:ty, |$self:ident, $visitor:ident| $description:expr) => {
        const _: () = {
            use $crate::scheme::visit::{self, Visit as Walk};

            impl $($generics)* Walk for $part {
                fn visit<'a>(&'a self, $visitor: &mut visit::Reader<'_, 'a>) {
                    let $self = self;
                    $description
                }
            }
        };
        const _: () = {
            use $crate::scheme::visit::{self, VisitMut as Walk};

            impl $($generics)* Walk for $part {
                fn visit(&mut self, $visitor: &mut visit::Binder<'_>) {
                    let $self = self;
                    $description
                }
            }
        };
    };
    ($part:ty, |$self:ident, $visitor:ident| $description:expr) => {
        visit!(@ [] $part, |$self, $visitor| $description);
    };
}

pub(super) use visit;

visit!(<T> Vec<T>, |parts, visitor| {
    for part in parts {
        part.visit(visitor);
    }
});

visit!(<T> Option<T>, |part, visitor| {
    if let Some(part) = part {
        part.visit(visitor);
    }
});
