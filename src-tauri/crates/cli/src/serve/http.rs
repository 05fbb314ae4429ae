//! The routes: `POST /rpc/NAME`, `GET /events`, `POST /answer` (a path for the next dialog), and the page's files.

use std::convert::Infallible;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use api::{App, Reply, WindowId};
use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{Path as UrlPath, Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::sse::{Event as SseEvent, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use tokio_stream::wrappers::BroadcastStream;
use tokio_stream::{Stream, StreamExt};

use super::host::TestHost;

/// The same fence as the window has, but for `connect-src`, which is HTTP here.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; \
                      font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

#[derive(Clone)]
struct Served {
    app: Arc<App>,
    host: Arc<TestHost>,
    ui: Arc<PathBuf>,
}

/// Listens on 127.0.0.1 until the process is ended.
pub async fn listen(app: Arc<App>, host: Arc<TestHost>, ui: PathBuf, port: u16) -> std::io::Result<()> {
    let routes = Router::new()
        .route("/rpc/{name}", post(rpc))
        .route("/events", get(events))
        .route("/answer", post(answer))
        .fallback(get(file))
        .with_state(Served { app, host, ui: Arc::new(ui) });
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", port)).await?;
    crate::print::line(&format!("http://{}", listener.local_addr()?));
    axum::serve(listener, routes).await
}

fn window(headers: &HeaderMap) -> WindowId {
    WindowId(headers.get("x-window").and_then(|value| value.to_str().ok()).unwrap_or("main").to_owned())
}

async fn rpc(
    State(served): State<Served>,
    UrlPath(name): UrlPath<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let window = window(&headers);
    let answer = tokio::task::spawn_blocking(move || served.app.call(&window, &name, &body)).await;
    match answer {
        Ok(Ok(Reply::Json(bytes))) => ([(header::CONTENT_TYPE, "application/json")], bytes).into_response(),
        Ok(Ok(Reply::Bytes(bytes))) => ([(header::CONTENT_TYPE, "application/octet-stream")], bytes).into_response(),
        Ok(Err(refusal)) => (StatusCode::UNPROCESSABLE_ENTITY, axum::Json(refusal)).into_response(),
        Err(panicked) => (StatusCode::INTERNAL_SERVER_ERROR, panicked.to_string()).into_response(),
    }
}

async fn events(
    State(served): State<Served>,
    request: Request,
) -> Sse<impl Stream<Item = Result<SseEvent, Infallible>>> {
    let query = request.uri().query().unwrap_or_default();
    let window = WindowId(query.strip_prefix("window=").unwrap_or("main").to_owned());
    let stream = BroadcastStream::new(served.host.events.subscribe()).filter_map(move |sent| {
        let sent = sent.ok()?;
        sent.window.as_ref().is_none_or(|to| *to == window).then(|| Ok(SseEvent::default().data(sent.json)))
    });
    Sse::new(stream).keep_alive(KeepAlive::default())
}

async fn answer(State(served): State<Served>, path: String) -> StatusCode {
    served.host.answers.add(PathBuf::from(path));
    StatusCode::NO_CONTENT
}

async fn file(State(served): State<Served>, request: Request) -> Response {
    let asked = Path::new(request.uri().path().trim_start_matches('/'));
    let plain = asked.components().all(|part| matches!(part, Component::Normal(_)));
    let asked = if asked.as_os_str().is_empty() { Path::new("index.html") } else { asked };
    let Some(bytes) = plain.then(|| std::fs::read(served.ui.join(asked)).ok()).flatten() else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let mut response = Response::new(Body::from(bytes));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type(asked)));
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    response
}

fn content_type(path: &Path) -> &'static str {
    match path.extension().and_then(|ending| ending.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        Some("svg") => "image/svg+xml",
        Some("ttf") => "font/ttf",
        _ => "application/octet-stream",
    }
}
