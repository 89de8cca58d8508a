//! The store on both databases: schema, transactions, settings of a connection.

mod schema;
mod transactions;
