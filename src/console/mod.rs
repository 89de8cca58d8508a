//! The pages that people read.
//!
//! Thin faces of the actions: a page is a typed context, filled by a handler, and one function that renders it. Nothing here knows
//! SQL or decides anything.

pub mod answer; // a rendered page with its headers
pub mod assets; // style and pictures, embedded
mod fonts; // the letters of scripts that many systems lack
pub mod evidence; // sources and what has none
pub mod frame; // what surrounds each page: its language and its address
pub mod marks; // codes that have a name or a shape on the screen
mod password_faults; // what is wrong with a chosen password
pub mod reader; // who reads a page behind the sign-in
pub mod routes; // the addresses of the pages
pub mod pages; // one context and one render function per page
#[cfg(test)]
mod palette; // the contrast of the colours
pub mod pictures; // maps and charts
pub mod word; // the list of everything the pages say
pub mod words; // the catalogues and how they are read
