//! A host for browser tests: the page and the command table over HTTP on loopback. No package ships it.
//!
//! Must not know: anything that the window would not know. Dialogs are answered from a queue that the tests fill.

mod answers;
mod host;
mod http;

use std::path::PathBuf;
use std::sync::Arc;

use api::{App, ErrorReply, Folders, WindowId};
use clap::Args;
use domain::Date;

use self::host::{SharedHost, TestHost};

#[derive(Args)]
pub struct Serve {
    /// A workspace to open in the window `main`
    pub file: Option<PathBuf>,
    /// The built page
    #[arg(long, default_value = "ui/dist")]
    pub ui: PathBuf,
    /// The port on 127.0.0.1; 0 takes a free one, which is printed
    #[arg(long, default_value_t = 0)]
    pub port: u16,
    /// Preferences, recent files and backups, instead of this person's
    #[arg(long)]
    pub folder: PathBuf,
}

/// Serves until the process is ended.
pub fn serve(serve: Serve, today: Option<Date>) -> Result<(), ErrorReply> {
    let host = Arc::new(TestHost::new(today));
    let app = Arc::new(App::new(Box::new(SharedHost(host.clone())), Folders::under(&serve.folder)));
    if let Some(file) = &serve.file {
        app.open_path(&WindowId("main".into()), file)?;
    }
    let failed = |error: std::io::Error| ErrorReply::refused(format!("The test host could not be started: {error}."));
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().map_err(failed)?;
    runtime.block_on(http::listen(app, host, serve.ui, serve.port)).map_err(failed)
}
