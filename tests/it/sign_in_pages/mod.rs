//! Signing in to the pages: the cookie, how long it is good, and forms that are not believed.

mod forms;
mod sessions;
