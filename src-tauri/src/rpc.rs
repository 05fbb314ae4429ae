//! The one command that the page can call.
//!
//! Owns: carrying a named request to `api` off the main thread, and its answer back. Must not know: any command.

use std::sync::Arc;

use api::{App, ErrorReply, Refusal, Reply, WindowId};
use tauri::ipc::{InvokeResponseBody, Response};
use tauri::{Manager, WebviewWindow, async_runtime};

/// Runs the command `name` of `api` for the calling window.
#[tauri::command]
pub async fn rpc(window: WebviewWindow, name: String, payload: serde_json::Value) -> Result<Response, ErrorReply> {
    let app = Arc::clone(window.state::<Arc<App>>().inner());
    let caller = WindowId(window.label().to_owned());
    let work = async_runtime::spawn_blocking(move || app.call(&caller, &name, payload.to_string().as_bytes()));
    let reply = work.await.map_err(|_| stopped())??;
    let body = match reply {
        Reply::Json(json) => InvokeResponseBody::Json(String::from_utf8(json).map_err(|_| stopped())?),
        Reply::Bytes(bytes) => InvokeResponseBody::Raw(bytes),
    };
    Ok(Response::new(body))
}

fn stopped() -> ErrorReply {
    ErrorReply::new(
        Refusal::Refused,
        "This stopped because of a fault in Ecotone. The last finished step is in the file: try again, or open it anew.",
    )
}
