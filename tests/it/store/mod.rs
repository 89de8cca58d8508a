//! The store on both databases: schema, transactions, settings of a connection.

mod schema;
#[cfg(feature = "postgres-tls")]
mod tls;
mod transactions;
