//! Kembar.
fn main() {}
