//! Tests of the store from outside.
