//! Which columns each noun lies in: one declaration for each table, grouped as in `domain`.

mod accounts;
mod commission;
mod fit;
mod identity;
mod import_batch;
mod joint;
mod motions;
mod organizations;
mod outcomes;
mod partner_page;
mod relationships;
mod settings;
mod tasks;
mod views;
mod vocabulary;
