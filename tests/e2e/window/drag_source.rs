//! A small window out of which a file is dragged: `drag_source FILE`. The program under test gets it from the system's
//! own drag and drop, as from a file manager.
//!
//! Must not know: where the file is dropped.

#[cfg(target_os = "linux")]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    use gtk::prelude::*;
    use gtk::{gdk, glib};

    let file = std::env::args_os().nth(1).ok_or("usage: drag_source FILE")?;
    let address = glib::filename_to_uri(std::path::PathBuf::from(file), None)?;
    gtk::init()?;
    let window = gtk::Window::new(gtk::WindowType::Toplevel);
    window.set_title("A file to drop");
    window.set_default_size(160, 120);
    window.set_keep_above(true);
    let file = gtk::EventBox::new();
    let kinds = [gtk::TargetEntry::new("text/uri-list", gtk::TargetFlags::empty(), 0)];
    file.drag_source_set(gdk::ModifierType::BUTTON1_MASK, &kinds, gdk::DragAction::COPY);
    file.connect_drag_data_get(move |_, _, data, _, _| {
        data.set_uris(&[&address]);
    });
    window.add(&file);
    window.connect_destroy(|_| gtk::main_quit());
    window.show_all();
    gtk::main();
    Ok(())
}

/// The real-window tests drive a program on Linux.
#[cfg(not(target_os = "linux"))]
fn main() {}
