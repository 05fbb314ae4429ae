//! Special functions of probability theory, from libm alone: the same bits on every machine.
//!
//! Owns the numerical methods; must not know what is drawn or forecast.

pub(crate) mod beta;
pub(crate) mod gamma;
pub(crate) mod normal;
mod root;
