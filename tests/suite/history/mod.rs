//! Histories: what follows from them, held against a count written apart and against people made by chance.

mod examples;
mod laws;
mod naive;
mod people;
