//! What single cells say: days, months, numbers and figures. Decided by the whole column, never by one value.

pub mod date;
pub mod figure;
pub mod harmless;
pub mod month;
pub mod number;
pub mod several;
